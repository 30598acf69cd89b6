-- id: A18
-- nama: Kaskade RPJMD tidak utuh
-- membandingkan: Setiap misi, tujuan, sasaran, dan program RPJMD dengan yang seharusnya di bawahnya (tujuan, sasaran, program,
--   indikator) dan di atasnya, menurut tabel yang menyebut keduanya. Hanya bila 80% yang sejenis dalam dokumen itu mempunyainya;
--   satu temuan per jenis kekurangan bila banyak. Tujuan dan sasaran, dan butir tanpa kode
--   bersusunan nasional, perlu diperiksa.
-- tingkat: K
-- dasar: Permendagri 86/2017 (tujuan, sasaran, dan program RPJMD berjenjang; pasal belum diverifikasi); kriteria penjenjangan kinerja
--   evaluasi SAKIP.
-- contoh: 11 dari 12 sasaran mempunyai program, sasaran "Meningkatnya ketahanan pangan" tidak.
-- perbaikan: Lengkapi kaskadenya, atau hapus simpul yang tidak dipakai.
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
WHERE s.jenis = 'RPJMD'
