-- id: A02
-- nama: Program RPJMD tidak ada di Renstra
-- membandingkan: Setiap program RPJMD dengan program Renstra perangkat daerah yang menjadi penanggung jawabnya di RPJMD, menurut
--   kode (program penunjang X.XX.01 setara di semua bidang urusan), lalu menurut nama. Bila sebagian besar program tidak
--   ditemukan, atau bila kodenya tidak memakai susunan nasional sehingga hanya nama yang dibandingkan, dibuat satu temuan
--   untuk kedua dokumen yang perlu diperiksa.
-- tingkat: K
-- dasar: Permendagri 86/2017 (program Renstra berpedoman pada RPJMD; pasal belum diverifikasi); praktik Form 1 konsistensi program.
-- contoh: RPJMD menugaskan 1.02.05 Program Pemberdayaan Masyarakat Bidang Kesehatan kepada Dinas Kesehatan; Renstra Dinas
--   Kesehatan tidak memuatnya.
-- perbaikan: Masukkan program ke Renstra, atau ubah penanggung jawabnya di RPJMD.
-- sejak: 0.1.0
SELECT * FROM data.temuan_butir_hilang('RPJMD-Renstra', 'turun', ['program'],
    'Program {0} ada dalam {1}, tetapi tidak ditemukan di {2}{3}.',
    '{4} dari {5} program yang ditugaskan {1} ditemukan di {2}{3}; yang tidak: {0}.')
