-- id: D10
-- nama: Target akhir tidak lebih baik dari kondisi awal
-- membandingkan: Target tahun terakhir dengan kondisi awal pada satu baris RPJMD atau Renstra menurut arah indikator. Dilaporkan bila target itu
--   lebih buruk daripada kondisi awal. Program penunjang, dan target yang sama dengan kondisi awal (D11), tidak dilaporkan. Deret
--   yang seluruhnya berlawanan arah: perlu diperiksa. Satu temuan per dokumen dan perangkat daerah.
-- tingkat: i
-- dasar: Kriteria menantang (perbaikan berkelanjutan) lembar kerja evaluasi SAKIP.
-- contoh: Kondisi awal 2024 87,5, target 2025-2029 80 sampai 85, padahal makin tinggi makin baik.
-- perbaikan: Naikkan target, atau jelaskan mengapa capaian akan menurun.
-- sejak: 0.2.0
WITH banding AS (
    SELECT t.*, a.mentah AS mentah_awal, a.tahun AS tahun_awal, i.penanggung_jawab, x.opd_kunci AS opd_dokumen, t.nilai[-1] AS akhir,
           -- the whole series goes the other way: rather the direction was misjudged
           CASE WHEN t.arah = 'naik' THEN t.nilai[-1] < t.nilai[1] ELSE t.nilai[-1] > t.nilai[1] END AS berlawanan,
           CASE WHEN t.arah = 'naik' THEN t.nilai[-1] < a.nilai ELSE t.nilai[-1] > a.nilai END
               AND NOT data.setara(t.nilai[-1], 6, a.nilai, 6) AS kurang
    FROM data.deret_target t
    JOIN data.indikator i USING (indikator_id)
    JOIN data.dokumen x ON x.dokumen_id = t.dokumen_id
    JOIN data.nilai a ON a.indikator_id = t.indikator_id AND a.peran = 'awal' AND a.jenis = 'angka' AND a.bacaan_lain IS NULL
    LEFT JOIN data.acuan_satuan ua ON ua.tulisan = a.satuan
    LEFT JOIN data.acuan_satuan ut ON ut.tulisan = t.satuan
    WHERE t.jenis IN ('RPJMD', 'Renstra') AND t.banyak >= 2 AND t.arah IN ('naik', 'turun') AND NOT t.penunjang AND a.nilai > 0 AND t.nilai[-1] > 0
      AND (ua.kelas IS NULL OR ut.kelas IS NULL OR ua.kelas = ut.kelas) AND a.tahun < t.tahun[-1]
      -- amounts that are added up or counted each year anew, and shares of change, say little about better or worse
      AND coalesce(t.ukuran, '') NOT IN ('jumlah', 'frekuensi', 'volume', 'luas', 'panjang') AND coalesce(t.macam, 'persen') NOT IN ('jumlah', 'uang', 'ukuran')
      -- a share of cases served within a time: the time falls, the share rises
      AND NOT (t.arah = 'turun' AND t.macam = 'persen' AND regexp_matches(lower(t.nama), '\bwaktu\b'))
      AND NOT regexp_matches(lower(t.nama), '\b(pen(urunan|gurangan|ambahan|ingkatan)|perubahan|pertumbuhan|kenaikan|laju|pertambahan)\b')
      -- far apart: another scale, or a value in the wrong column
      AND greatest(a.nilai, t.nilai[-1]) < 10 * least(a.nilai, t.nilai[-1])
    QUALIFY row_number() OVER (PARTITION BY t.indikator_id ORDER BY a.tahun DESC) = 1)
SELECT arg_min(indikator_id, urutan) AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       data.tulis(arg_min(mentah_awal, urutan), arg_min(satuan, urutan)) AS nilai_kiri,
       data.tulis(arg_min(mentah[-1], urutan), arg_min(satuan, urutan)) AS nilai_kanan,
       CASE WHEN count(*) = 1 THEN format('Target {} indikator "{}" dalam {}{} ({}) lebih buruk daripada kondisi awal {} ({}).', any_value(tahun[-1]), any_value(nama),
                 any_value(sebutan), data.milik_opd(any_value(penanggung_jawab), any_value(opd_dokumen)), any_value(mentah[-1]), any_value(tahun_awal), any_value(mentah_awal))
            ELSE format('{} indikator dalam {}{} bertarget akhir lebih buruk daripada kondisi awalnya, misalnya "{}": {} ({}) menjadi {} ({}).', count(*), any_value(sebutan),
                 data.milik_opd(any_value(penanggung_jawab), any_value(opd_dokumen)), arg_min(nama, urutan), arg_min(mentah_awal, urutan), arg_min(tahun_awal, urutan),
                 arg_min(mentah[-1], urutan), arg_min(tahun[-1], urutan)) END AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(NOT berlawanan, max(keyakinan)) AS putusan,
       max(keyakinan) AS keyakinan
FROM banding
WHERE kurang
GROUP BY dokumen_id, opd_kunci, berlawanan
