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
FROM data.butir_hilang('RKPD-Renja', 'naik') h
