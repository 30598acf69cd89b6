-- id: A11
-- nama: Program, kegiatan, atau sub kegiatan Renja tidak ada di Renstra
-- membandingkan: Setiap program, kegiatan, dan sub kegiatan Renja dengan Renstra perangkat daerah itu, menurut kode, lalu nama. Tingkat yang tidak
--   ada di Renstra dilewati; yang dilaporkan hanya tingkat teratas yang tidak ada.
--   Tanpa kode bersusunan nasional hanya nama yang dibandingkan: satu temuan per tingkat, perlu diperiksa.
-- tingkat: K
-- dasar: Permendagri 86/2017 (Renja berpedoman pada Renstra; pasal belum diverifikasi); temuan yang sering dicatat Bappeda.
-- contoh: Renja 2026 memuat 2.16.04 yang tidak ada dalam Renstra 2025-2029.
-- perbaikan: Hapus dari Renja, atau ubah Renstra lebih dahulu.
-- sejak: 0.1.0
SELECT * FROM data.temuan_butir_hilang('Renstra-Renja', 'naik', NULL,
    'Pada tingkat {7}, {0} ada dalam {1}, tetapi tidak ditemukan di {2}{3}.',
    '{4} dari {5} {7} {1} ditemukan di {2}{3}; yang tidak: {0}.')
