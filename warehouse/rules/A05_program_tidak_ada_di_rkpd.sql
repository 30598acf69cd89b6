-- id: A05
-- nama: Program RPJMD tahun berjalan tidak ada di RKPD
-- membandingkan: Setiap program RPJMD yang mempunyai target atau pagu pada tahun RKPD dengan program RKPD tahun itu, menurut kode,
--   lalu nama. Program tanpa target dan tanpa pagu pada tahun itu dilewati.
-- tingkat: K
-- dasar: Form 1 konsistensi program RPJMD-RKPD (pedoman RKPD 2026, terverifikasi); UU 25/2004 (pasal belum diverifikasi).
-- contoh: RPJMD memberi 2.07.02 Program Perencanaan Tenaga Kerja pagu pada 2026, RKPD 2026 tidak memuatnya.
-- perbaikan: Masukkan program ke RKPD, atau beri keterangan mengapa ditunda.
-- sejak: 0.1.0
SELECT coalesce(h.butir_id, h.asal) AS kiri_id,
       CASE WHEN h.butir_id IS NULL THEN h.tujuan END AS kanan_id,
       h.tahun_tujuan AS tahun,
       h.nama AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.butir_id IS NULL
            THEN format('{} dari {} program {} untuk tahun {} ditemukan di {}{}; yang tidak: {}.',
                        h.ketemu, h.banyak, h.asal_sebutan, h.tahun_tujuan, h.tujuan_sebutan, h.catatan, h.nama)
            ELSE format('Program {} direncanakan {} untuk tahun {}, tetapi tidak ditemukan di {}{}.',
                        h.nama, h.asal_sebutan, h.tahun_tujuan, h.tujuan_sebutan, h.catatan)
       END AS uraian,
       h.tujuan_sebutan AS dicari_di,
       data.putusan(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM data.butir_hilang('RPJMD-RKPD', 'turun') h
WHERE h.tingkat = 'program'
