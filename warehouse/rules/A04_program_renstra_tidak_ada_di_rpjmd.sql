-- id: A04
-- nama: Program Renstra tidak ada di RPJMD
-- membandingkan: Setiap program Renstra dengan program RPJMD (perangkat daerah mana pun), menurut kode (program penunjang X.XX.01
--   setara di semua bidang urusan), lalu menurut nama. Bila sebagian besar program tidak ditemukan, atau bila kodenya tidak
--   memakai susunan nasional sehingga hanya nama yang dibandingkan, dibuat satu temuan untuk kedua dokumen yang perlu diperiksa.
-- tingkat: K
-- dasar: Permendagri 86/2017 (program Renstra berpedoman pada RPJMD; pasal belum diverifikasi); praktik Form 1 konsistensi program.
-- contoh: Renstra Dinas Kominfo memuat 2.22.06 yang tidak ada dalam RPJMD 2025-2029.
-- perbaikan: Hapus program dari Renstra, atau masukkan ke RPJMD lewat perubahan.
-- sejak: 0.1.0
SELECT * FROM data.temuan_butir_hilang('RPJMD-Renstra', 'naik', ['program'],
    'Program {0} ada dalam {1}, tetapi tidak ditemukan di {2}{3}.',
    '{4} dari {5} program {1} ditemukan di {2}{3}; yang tidak: {0}.')
