-- id: D09
-- nama: Target bergerak berlawanan dengan arah indikator
-- membandingkan: Target tahun ke tahun pada satu baris RPJMD atau Renstra dengan arah yang lebih baik menurut nama indikator (kemiskinan,
--   pengangguran, stunting turun; cakupan, indeks, layanan naik). Hanya bila arahnya jelas dan nilainya benar-benar
--   berbalik; nilai tetap tidak dilaporkan. Hitungan tahunan (jumlah orang, dokumen, kegiatan) dilewati kecuali namanya
--   menyebut kumulatif, begitu pula nilai 0 (belum ditargetkan) dan deret yang seluruhnya berlawanan (arahnya
--   mungkin salah dikenali). Indikator yang mengukur perubahan (penurunan, pertumbuhan), dan deret yang lebih sering
--   berbalik daripada searah, hanya perlu diperiksa.
-- tingkat: M
-- dasar: Praktik reviu SAKIP (target menantang dan searah dengan sasaran).
-- contoh: "Persentase pelayanan angkutan laik jalan" 50, 80, 70.
-- perbaikan: Perbaiki target tahun yang berbalik, atau jelaskan penyebabnya.
-- sejak: 0.1.0
WITH deret AS (
    SELECT i.indikator_id, n.tahun, n.nilai, n.mentah, n.desimal, n.satuan AS satuan_sel,
           lead(n.nilai) OVER urut AS nilai_lanjut, lead(n.mentah) OVER urut AS mentah_lanjut, lead(n.tahun) OVER urut AS tahun_lanjut,
           lead(n.desimal) OVER urut AS desimal_lanjut, lead(n.satuan) OVER urut AS satuan_lanjut
    FROM data.indikator i
    JOIN data.dokumen d USING (dokumen_id)
    JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.triwulan IS NULL AND n.jenis = 'angka' AND n.nilai <> 0
    WHERE d.jenis IN ('RPJMD', 'Renstra') AND i.arah IN ('naik', 'turun')
      -- one number per year and nothing unsure in between
      AND NOT EXISTS (SELECT 1 FROM data.nilai x WHERE x.indikator_id = i.indikator_id AND x.peran = 'target' AND x.jenis <> 'angka')
      AND NOT EXISTS (SELECT 1 FROM data.nilai x WHERE x.indikator_id = i.indikator_id AND x.peran = 'target' GROUP BY x.tahun HAVING count(*) > 1)
    WINDOW urut AS (PARTITION BY i.indikator_id ORDER BY n.tahun)),
langkah AS (
    SELECT d.*, i.nama_baku, i.opd_kunci, i.urutan, (i.arah = 'naik' AND d.nilai_lanjut < d.nilai) OR (i.arah = 'turun' AND d.nilai_lanjut > d.nilai) AS berbalik, i.nama, i.arah, i.satuan, i.keyakinan, i.dokumen_id, i.ukuran, i.kumulatif, u.macam,
           regexp_matches(lower(i.nama), '\b(pen(urunan|gurangan|ambahan|ingkatan)|peningkatan|perubahan|pertumbuhan|kenaikan|laju|pertambahan)\b') AS perubahan
    FROM deret d
    JOIN data.indikator i USING (indikator_id)
    LEFT JOIN data.acuan_satuan u ON u.tulisan = i.satuan
    WHERE NOT data.setara(d.nilai, d.desimal, d.nilai_lanjut, d.desimal_lanjut)
      AND (d.satuan_sel IS NULL OR d.satuan_lanjut IS NULL OR d.satuan_sel = d.satuan_lanjut)
      -- an impossible percentage is D14's
      AND (coalesce(u.macam, '') <> 'persen' OR greatest(d.nilai, d.nilai_lanjut) <= 200)),
-- A turn inside a series that goes the right way is a slip; a series that always goes the other way may be misread.
balik AS (
    SELECT *, count(*) FILTER (NOT berbalik) OVER (PARTITION BY indikator_id) AS searah, count(*) FILTER (berbalik) OVER (PARTITION BY indikator_id) AS terbalik
    FROM langkah QUALIFY berbalik AND searah > 0)
SELECT b.indikator_id AS kiri_id,
       NULL AS kanan_id,
       data.satu_tahun(b.tahun_lanjut) AS tahun,
       string_agg(format('{}: {}', b.tahun, data.tulis(b.mentah, b.satuan)), '; ' ORDER BY b.tahun) AS nilai_kiri,
       string_agg(format('{}: {}', b.tahun_lanjut, data.tulis(b.mentah_lanjut, b.satuan)), '; ' ORDER BY b.tahun) AS nilai_kanan,
       format('Target indikator "{}" dalam {} seharusnya {}, tetapi {}.', any_value(b.nama), any_value(s.sebutan), any_value(b.arah),
              string_agg(format('{} dari {} ({}) ke {} ({})', CASE WHEN b.nilai_lanjut < b.nilai THEN 'turun' ELSE 'naik' END,
                                b.mentah, b.tahun, b.mentah_lanjut, b.tahun_lanjut), ', ' ORDER BY b.tahun)) AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(NOT any_value(b.perubahan) AND any_value(b.searah) >= any_value(b.terbalik), min(b.keyakinan)) AS putusan,
       min(b.keyakinan) AS keyakinan
FROM balik b
JOIN data.sebutan s USING (dokumen_id)
WHERE b.kumulatif IS NOT DISTINCT FROM true
   OR (coalesce(b.ukuran, '') NOT IN ('jumlah', 'frekuensi', 'volume', 'luas', 'panjang')
       AND coalesce(b.macam, 'persen') NOT IN ('jumlah', 'uang', 'ukuran'))
GROUP BY b.indikator_id
-- an indicator printed in several tables, once
QUALIFY row_number() OVER (PARTITION BY any_value(b.dokumen_id), any_value(b.nama_baku), any_value(b.opd_kunci) ORDER BY any_value(b.urutan)) = 1
