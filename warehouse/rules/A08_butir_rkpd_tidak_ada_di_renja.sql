-- id: A08
-- nama: Program, kegiatan, atau sub kegiatan RKPD tidak ada di Renja
-- membandingkan: Setiap program, kegiatan, dan sub kegiatan perangkat daerah dalam RKPD dengan Renja perangkat daerah itu tahun yang sama,
--   menurut kode, lalu nama. Tingkat yang tidak ada di Renja dilewati; yang dilaporkan hanya tingkat teratas yang hilang.
--   Tanpa kode bersusunan nasional hanya nama yang dibandingkan: satu temuan per tingkat, perlu diperiksa.
-- tingkat: K
-- dasar: Permendagri 86/2017 (Renja berpedoman pada RKPD; pasal belum diverifikasi); aturan yang sama dipakai aplikasi e-planning
--   (RKPD_PROGRAM_EXISTS_IN_RENJA).
-- contoh: RKPD memuat sub kegiatan 1.02.02.2.02.0001 untuk Dinas Kesehatan, Renja Dinas Kesehatan tidak.
-- perbaikan: Masukkan ke Renja, atau hapus dari RKPD lewat perubahan RKPD.
-- sejak: 0.1.0
SELECT * FROM data.temuan_butir_hilang('RKPD-Renja', 'turun', NULL,
    'Pada tingkat {7}, {0} ada dalam {1}, tetapi tidak ditemukan di {2}{3}.',
    '{4} dari {5} {7} {1} ditemukan di {2}{3}; yang tidak: {0}.')
