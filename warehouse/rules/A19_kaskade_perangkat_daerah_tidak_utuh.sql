-- id: A19
-- nama: Kaskade Renstra, RKPD, atau Renja tidak utuh
-- membandingkan: Setiap tujuan, sasaran, program, kegiatan, dan sub kegiatan Renstra, RKPD, dan Renja dengan yang seharusnya di
--   bawahnya (sedikitnya satu indikator, dan turunannya) dan di atasnya, menurut tabel. Hanya bila 80% yang sejenis dalam dokumen
--   itu mempunyainya; satu temuan per jenis kekurangan bila banyak. Hanya butir berkode nasional tanpa indikator yang
--   dinyatakan tidak konsisten; selebihnya perlu diperiksa.
-- tingkat: K
-- dasar: Permendagri 86/2017 (tabel T-C.27: setiap program dan kegiatan mempunyai indikator; pasal belum diverifikasi); praktik
--   aplikasi e-planning.
-- contoh: 40 dari 42 kegiatan Renja mempunyai indikator, dua kegiatan tidak.
-- perbaikan: Lengkapi indikator atau turunannya, atau hapus butir yang tidak dipakai.
-- sejak: 0.1.0
SELECT l.simpul_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       data.lima(l.daftar) AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN len(l.daftar) = 1
            THEN format('{} {} dalam {} {}; {} dari {} {} dalam dokumen itu mempunyainya.', upper(l.jenis[1]) || substr(data.sebut_hilang(l.jenis), 2), l.daftar[1], s.sebutan,
                        data.sebut_lubang(l.hilang), l.terisi, l.semua, data.sebut_hilang(l.jenis))
            ELSE format('{} dari {} {} dalam {} {}: {}.', len(l.daftar), l.semua, data.sebut_hilang(l.jenis), s.sebutan,
                        data.sebut_lubang(l.hilang), data.lima(l.daftar))
       END || CASE WHEN k.lengkap THEN '' ELSE k.catatan || '.' END AS uraian,
       s.sebutan AS dicari_di,
       data.putusan(k.lengkap AND l.andal, l.keyakinan) AS putusan,
       l.keyakinan
FROM data.lubang_kaskade l
JOIN data.sebutan s USING (dokumen_id)
JOIN data.kelengkapan k USING (dokumen_id)
WHERE s.jenis IN ('Renstra', 'RKPD', 'Renja') AND l.jenis <> 'misi'
