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
SELECT coalesce(h.butir_id, h.asal) AS kiri_id,
       CASE WHEN h.butir_id IS NULL THEN h.tujuan END AS kanan_id,
       NULL AS tahun,
       h.nama AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.butir_id IS NULL
            THEN format('{} dari {} {} {} ditemukan di {}{}; yang tidak: {}.',
                        h.ketemu, h.banyak, data.sebut_tingkat(h.tingkat), h.asal_sebutan, h.tujuan_sebutan, h.catatan, h.nama)
            ELSE format('Pada tingkat {}, {} ada dalam {}, tetapi tidak ditemukan di {}{}.',
                        data.sebut_tingkat(h.tingkat), h.nama, h.asal_sebutan, h.tujuan_sebutan, h.catatan)
       END AS uraian,
       h.tujuan_sebutan AS dicari_di,
       data.putusan(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM data.butir_hilang('Renstra-Renja', 'naik') h
