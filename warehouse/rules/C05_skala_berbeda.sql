-- id: C05
-- nama: Skala target berbeda
-- membandingkan: Target tahun yang sama dari indikator yang bertaut antara dua dokumen. Dilaporkan bila di semua tahun yang sama nilai
--   yang satu tepat 100, seribu, sejuta, atau semiliar kali yang lain (beda pembulatan paling banyak 2%) dan satuan yang tercetak
--   tidak menjelaskannya ("juta orang" dan "orang"). Satu tahun saja, atau bacaan yang ragu: perlu diperiksa.
-- tingkat: K
-- dasar: Praktik reviu: ribu, juta, dan miliar, atau per 1.000 dan per 100.000 tertukar.
-- contoh: PDRB per kapita 45,2 (juta rupiah) di RPJMD, 45.200 dengan satuan juta rupiah di RKPD.
-- perbaikan: Samakan skala atau satuannya di kedua dokumen.
-- sejak: 0.2.0
WITH berdua AS (
    SELECT t.jenjang, t.kiri_dokumen, t.kanan_dokumen, t.kiri_id, t.kanan_id, t.hubungan, t.skor, k.tahun, a.nama AS kiri_nama, b.nama AS kanan_nama,
           a.nama_baku AS kiri_baku, a.urutan AS kiri_urutan, b.urutan AS kanan_urutan,
           data.tulis(k.mentah, a.satuan) AS kiri_nilai, data.tulis(r.mentah, b.satuan) AS kanan_nilai,
           least(a.keyakinan, b.keyakinan) AS baris, k.bacaan_lain IS NOT NULL OR r.bacaan_lain IS NOT NULL AS ragu,
           data.anak_tangga(a.tingkat) <> data.anak_tangga(b.tingkat) AS lain_tingkat,
           log10(abs(k.nilai / r.nilai)) AS pangkat,
           -- what the printed units already say
           log10((coalesce(uk.faktor, 1) * abs(k.nilai)) / (coalesce(ur.faktor, 1) * abs(r.nilai))) AS pangkat_bersatuan
    FROM data.tautan_serumusan t
    JOIN data.indikator a ON a.indikator_id = t.kiri_id
    JOIN data.indikator b ON b.indikator_id = t.kanan_id
    JOIN data.nilai k ON k.indikator_id = t.kiri_id AND k.triwulan IS NULL AND k.peran = 'target' AND k.jenis = 'angka' AND k.nilai <> 0
    JOIN data.nilai r ON r.indikator_id = t.kanan_id AND r.triwulan IS NULL AND r.peran = 'target' AND r.jenis = 'angka' AND r.nilai <> 0 AND r.tahun = k.tahun
    LEFT JOIN data.acuan_satuan uk ON uk.tulisan = coalesce(k.satuan, a.satuan)
    LEFT JOIN data.acuan_satuan ur ON ur.tulisan = coalesce(r.satuan, b.satuan)
    WHERE t.hubungan <> 'perlu diperiksa' AND (uk.kelas IS NULL OR ur.kelas IS NULL OR uk.kelas = ur.kelas)),
pasang AS (
    SELECT *, count(*) OVER pas AS banyak, CAST(round(abs(pangkat_bersatuan)) AS INTEGER) AS n,
           bool_and(abs(abs(pangkat_bersatuan) - round(abs(pangkat_bersatuan))) < 0.0086) OVER pas
               AND min(round(pangkat_bersatuan)) OVER pas = max(round(pangkat_bersatuan)) OVER pas AS tetap
    FROM berdua WINDOW pas AS (PARTITION BY jenjang, kiri_id, kanan_id))
SELECT p.kiri_id, p.kanan_id,
       data.satu_tahun(p.tahun) AS tahun,
       data.deret(p.tahun, p.kiri_nilai) AS nilai_kiri,
       data.deret(p.tahun, p.kanan_nilai) AS nilai_kanan,
       format('Skala target indikator {} berbeda {} kali: {} menulis {}, {} menulis {}.', data.nama_pasangan(any_value(p.kiri_nama), any_value(p.kanan_nama)),
              CASE any_value(p.n) WHEN 2 THEN 'seratus' WHEN 3 THEN 'seribu' WHEN 6 THEN 'sejuta' ELSE 'semiliar' END,
              any_value(sk.sebutan), data.deret(p.tahun, p.kiri_nilai), any_value(sr.sebutan), data.deret(p.tahun, p.kanan_nilai)) AS uraian,
       NULL AS dicari_di,
       data.putusan(count(*) >= 2 AND NOT bool_or(p.ragu) AND NOT any_value(p.lain_tingkat), min(p.baris)) AS putusan,
       min(p.baris) * any_value(p.skor) AS keyakinan
FROM pasang p
JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
WHERE p.tetap AND p.n IN (2, 3, 6, 9) AND (p.banyak >= 2 OR p.n <> 2)
GROUP BY p.jenjang, p.kiri_id, p.kanan_id
QUALIFY row_number() OVER (PARTITION BY any_value(p.kiri_dokumen), any_value(p.kanan_dokumen), any_value(p.kiri_baku)
    ORDER BY any_value(p.skor) DESC, any_value(p.kiri_urutan), any_value(p.kanan_urutan)) = 1
