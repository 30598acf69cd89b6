-- id: A10
-- nama: Rencana Renstra tahun berjalan tidak ada di Renja
-- membandingkan: Setiap program, kegiatan, dan sub kegiatan Renstra yang mempunyai target atau pagu pada tahun Renja dengan Renja tahun itu, menurut
--   kode, lalu nama. Yang dilaporkan hanya tingkat teratas yang hilang. Tanpa kode
--   bersusunan nasional hanya nama yang dibandingkan: satu temuan per tingkat, perlu diperiksa.
-- tingkat: M
-- dasar: Permendagri 86/2017 (Renja menjabarkan Renstra; pasal belum diverifikasi); aturan yang sama dipakai aplikasi e-planning
--   (REQUIRED_RENSTRA_ITEMS_NOT_PULLED).
-- contoh: Renstra memberi target 2026 pada kegiatan 2.16.03.2.01, Renja 2026 tidak memuatnya.
-- perbaikan: Masukkan ke Renja, atau beri keterangan mengapa ditunda.
-- sejak: 0.1.0
SELECT * FROM data.temuan_butir_hilang('Renstra-Renja', 'turun', NULL,
    'Pada tingkat {7}, {0} direncanakan {1} untuk tahun Renja, tetapi tidak ditemukan di {2}{3}.',
    '{4} dari {5} {7} {1} ditemukan di {2}{3}; yang tidak: {0}.')
