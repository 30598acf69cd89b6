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
SELECT coalesce(h.butir_id, h.asal) AS kiri_id,
       CASE WHEN h.butir_id IS NULL THEN h.tujuan END AS kanan_id,
       h.tahun_tujuan AS tahun,
       h.nama AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.butir_id IS NULL
            THEN format('{} dari {} {} {} ditemukan di {}{}; yang tidak: {}.',
                        h.ketemu, h.banyak, data.sebut_tingkat(h.tingkat), h.asal_sebutan, h.tujuan_sebutan, h.catatan, h.nama)
            ELSE format('Pada tingkat {}, {} direncanakan {} untuk tahun Renja, tetapi tidak ditemukan di {}{}.',
                        data.sebut_tingkat(h.tingkat), h.nama, h.asal_sebutan, h.tujuan_sebutan, h.catatan)
       END AS uraian,
       h.tujuan_sebutan AS dicari_di,
       data.putusan(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM data.butir_hilang('Renstra-Renja', 'turun') h
