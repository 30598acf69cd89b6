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
FROM data.butir_hilang('RPJMD-RKPD', 'naik') h
WHERE h.tingkat = 'program'
