-- id: C03
-- nama: Satuan berbeda
-- membandingkan: Satuan indikator yang bertaut antara dua dokumen, setelah ejaan disamakan (% = Persen, Orang = Jiwa). Satuan yang sering
--   tertukar dan hampir searti (Poin, Nilai, Indeks; KK, Keluarga) hanya minor; orang dan ribu orang berbeda. Satuan kosong
--   tidak dibandingkan (C04).
-- tingkat: M
-- dasar: Praktik reviu; kelas satuan disusun dari Kepmendagri 050-5889/2021 dan dokumen terbit.
-- contoh: "Jumlah jaringan manajemen lalu lintas" memakai satuan Dokumen di satu dokumen dan Persen di dokumen lain.
-- perbaikan: Samakan satuan, atau bedakan rumusan indikatornya bila yang diukur memang lain.
-- sejak: 0.1.0
SELECT t.kiri_id, t.kanan_id,
       NULL AS tahun,
       k.satuan AS nilai_kiri,
       r.satuan AS nilai_kanan,
       format('Satuan indikator {} berbeda: {} dalam {}, {} dalam {}.',
              data.nama_pasangan(k.nama, r.nama), k.satuan, sk.sebutan, r.satuan, sr.sebutan) AS uraian,
       NULL AS dicari_di,
       CASE WHEN data.banding_satuan(uk, ur) = 'lunak' THEN 'm' END AS tingkat,
       data.putusan(t.hubungan <> 'perlu diperiksa', least(k.keyakinan, r.keyakinan)) AS putusan,
       least(k.keyakinan, r.keyakinan) * t.skor AS keyakinan
FROM data.tautan t
JOIN data.indikator k ON k.indikator_id = t.kiri_id
JOIN data.indikator r ON r.indikator_id = t.kanan_id
JOIN data.acuan_satuan uk ON uk.tulisan = k.satuan
JOIN data.acuan_satuan ur ON ur.tulisan = r.satuan
JOIN data.sebutan sk ON sk.dokumen_id = t.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = t.kanan_dokumen
WHERE data.banding_satuan(uk, ur) <> 'sama'
