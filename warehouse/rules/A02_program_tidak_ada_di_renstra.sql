-- id: A02
-- nama: Program RPJMD tidak ada di Renstra
-- membandingkan: Setiap program RPJMD dengan program Renstra perangkat daerah yang menjadi penanggung jawabnya di RPJMD, menurut
--   kode (program penunjang X.XX.01 setara di semua bidang urusan), lalu menurut nama. Bila sebagian besar program tidak
--   ditemukan, atau bila kodenya tidak memakai susunan nasional sehingga hanya nama yang dibandingkan, dibuat satu temuan
--   untuk kedua dokumen yang perlu diperiksa.
-- tingkat: K
-- dasar: Permendagri 86/2017 (program Renstra berpedoman pada RPJMD; pasal belum diverifikasi); praktik Form 1 konsistensi program.
-- contoh: RPJMD menugaskan 1.02.05 Program Pemberdayaan Masyarakat Bidang Kesehatan kepada Dinas Kesehatan; Renstra Dinas
--   Kesehatan tidak memuatnya.
-- perbaikan: Masukkan program ke Renstra, atau ubah penanggung jawabnya di RPJMD.
-- sejak: 0.1.0
SELECT coalesce(h.butir_id, h.asal) AS kiri_id,
       CASE WHEN h.butir_id IS NULL THEN h.tujuan END AS kanan_id,
       NULL AS tahun,
       h.nama AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.butir_id IS NULL
            THEN format('{} dari {} program yang ditugaskan {} ditemukan di {}{}; yang tidak: {}.',
                        h.ketemu, h.banyak, h.asal_sebutan, h.tujuan_sebutan, h.catatan, h.nama)
            ELSE format('Program {} ada dalam {}, tetapi tidak ditemukan di {}{}.', h.nama, h.asal_sebutan, h.tujuan_sebutan, h.catatan)
       END AS uraian,
       h.tujuan_sebutan AS dicari_di,
       data.putusan(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM data.butir_hilang('RPJMD-Renstra', 'turun') h
WHERE h.tingkat = 'program'
