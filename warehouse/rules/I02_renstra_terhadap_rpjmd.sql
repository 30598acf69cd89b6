-- id: I02
-- nama: Renstra mendahului RPJMD atau terlambat
-- membandingkan: Tanggal penetapan Renstra dengan tanggal penetapan RPJMD-nya: tidak lebih awal, dan tidak lewat ambang hari sesudahnya. Tanpa kedua tanggal diam.
-- tingkat: M
-- dasar: Renstra ditetapkan setelah RPJMD, dalam satu bulan (pengetahuan umum; pasal Permendagri 86/2017 belum diverifikasi).
-- contoh: RPJMD ditetapkan 19 Agustus 2025, Renstra Dinas Kesehatan 1 Juli 2025.
-- perbaikan: Tetapkan ulang Renstra berdasarkan RPJMD yang berlaku, atau perbaiki tanggalnya.
-- sejak: 0.1.0
SELECT r.bukti_id AS kiri_id,
       k.bukti_id AS kanan_id,
       NULL AS tahun,
       strftime(r.tanggal, '%d-%m-%Y') AS nilai_kiri,
       strftime(k.tanggal, '%d-%m-%Y') AS nilai_kanan,
       format('{} ditetapkan {}, {} {} ditetapkan {}.', sr.sebutan, strftime(r.tanggal, '%d-%m-%Y'),
              CASE WHEN r.tanggal < k.tanggal THEN 'sebelum' ELSE 'terlalu lama setelah' END, sk.sebutan, strftime(k.tanggal, '%d-%m-%Y')) AS uraian,
       NULL AS dicari_di,
       CASE WHEN r.tanggal > k.tanggal THEN 'm' END AS tingkat,
       data.putusan(true, least(dr.keyakinan, dk.keyakinan)) AS putusan,
       least(dr.keyakinan, dk.keyakinan) AS keyakinan
FROM data.pasangan p
JOIN data.tanggal_penetapan k ON k.dokumen_id = p.kiri_dokumen
JOIN data.tanggal_penetapan r ON r.dokumen_id = p.kanan_dokumen
JOIN data.dokumen dk ON dk.dokumen_id = p.kiri_dokumen
JOIN data.dokumen dr ON dr.dokumen_id = p.kanan_dokumen
JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
WHERE p.jenjang = 'RPJMD-Renstra' AND coalesce(dk.tahap, '') <> 'perubahan' AND coalesce(dr.tahap, '') NOT IN ('perubahan', 'rancangan')
  AND (r.tanggal < k.tanggal OR r.tanggal > k.tanggal + to_days(CAST(data.ambang('hari_setelah_induk') AS INTEGER)))
