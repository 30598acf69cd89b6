-- id: A06
-- nama: Program RKPD tidak ada di RPJMD
-- membandingkan: Setiap program RKPD dengan program RPJMD yang periodenya mencakup tahun itu, menurut kode, lalu nama; nama baru
--   untuk kode yang sama bukan temuan. Bila sebagian besar program tidak ditemukan, atau bila hanya nama yang dapat
--   dibandingkan, dibuat satu temuan untuk kedua dokumen yang perlu diperiksa.
-- tingkat: K
-- dasar: Form 1 konsistensi program RPJMD-RKPD (pedoman RKPD 2026, terverifikasi); UU 25/2004 (pasal belum diverifikasi).
-- contoh: RKPD 2026 memuat 2.19.04 yang tidak ada dalam RPJMD 2025-2029.
-- perbaikan: Hapus program dari RKPD, atau beri keterangan dasar penambahannya dan masukkan ke RPJMD lewat perubahan.
-- sejak: 0.1.0
SELECT * FROM data.temuan_butir_hilang('RPJMD-RKPD', 'naik', ['program'],
    'Program {0} ada dalam {1}, tetapi tidak ditemukan di {2}{3}.',
    '{4} dari {5} program {1} ditemukan di {2}{3}; yang tidak: {0}.')
