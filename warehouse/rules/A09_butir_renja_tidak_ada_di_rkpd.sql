-- id: A09
-- nama: Program, kegiatan, atau sub kegiatan Renja tidak ada di RKPD
-- membandingkan: Setiap program, kegiatan, dan sub kegiatan Renja dengan RKPD tahun yang sama, menurut kode, lalu nama. Tingkat yang
--   tidak ada di RKPD dilewati; yang dilaporkan hanya tingkat teratas yang tidak ada.
--   Tanpa kode bersusunan nasional hanya nama yang dibandingkan: satu temuan per tingkat, perlu diperiksa.
-- tingkat: K
-- dasar: Permendagri 86/2017 (Renja berpedoman pada RKPD; pasal belum diverifikasi); butir 10d formulir pengendalian kebijakan
--   Renja (penyelarasan dengan pagu dan program RKPD).
-- contoh: Renja Dinas Kesehatan memuat sub kegiatan 1.02.02.2.02.0033 yang tidak ada dalam RKPD 2026.
-- perbaikan: Hapus dari Renja, atau masukkan ke RKPD lewat perubahan RKPD.
-- sejak: 0.1.0
SELECT * FROM data.temuan_butir_hilang('RKPD-Renja', 'naik', NULL,
    'Pada tingkat {7}, {0} ada dalam {1}, tetapi tidak ditemukan di {2}{3}.',
    '{4} dari {5} {7} {1} ditemukan di {2}{3}; yang tidak: {0}.')
