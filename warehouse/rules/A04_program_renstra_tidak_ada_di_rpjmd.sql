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
SELECT coalesce(h.butir_id, h.asal) AS kiri_id,
       CASE WHEN h.butir_id IS NULL THEN h.tujuan END AS kanan_id,
       NULL AS tahun,
       h.nama AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.butir_id IS NULL
            THEN format('{} dari {} program {} ditemukan di {}{}; yang tidak: {}.',
                        h.ketemu, h.banyak, h.asal_sebutan, h.tujuan_sebutan, h.catatan, h.nama)
            ELSE format('Program {} ada dalam {}, tetapi tidak ditemukan di {}{}.', h.nama, h.asal_sebutan, h.tujuan_sebutan, h.catatan)
       END AS uraian,
       h.tujuan_sebutan AS dicari_di,
       data.putusan(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM data.butir_hilang('RPJMD-Renstra', 'naik') h
WHERE h.tingkat = 'program'
