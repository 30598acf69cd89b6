-- id: E02
-- nama: Pagu tahun berjalan berbeda antara dua dokumen
-- membandingkan: Pagu tahun n program, kegiatan, dan sub kegiatan antara RPJMD dan RKPD (info), Renstra dan Renja, RKPD dan Renja. Hanya
--   tingkat teratas yang berbeda dilaporkan. Selisih sampai 10% minor. Bila tiga perempat atau lebih butir berbeda (sedikitnya
--   delapan), dibuat satu temuan untuk kedua dokumen.
-- tingkat: M
-- dasar: Permendagri 86/2017 (Renja berpedoman pada Renstra dan RKPD; pasal belum diverifikasi); ambang 10% dan 25% dari
--   aplikasi e-planning yang dipakai daerah.
-- contoh: RKPD 2026 memberi program 1.02.02 Rp5.000.000.000, Renja Dinas Kesehatan 2026 Rp6.500.000.000.
-- perbaikan: Samakan pagu, atau beri keterangan pergeserannya.
-- sejak: 0.1.0
WITH banding AS (
    SELECT * FROM data.banding_pagu
    WHERE jenjang IN ('RPJMD-RKPD', 'Renstra-Renja', 'RKPD-Renja') AND tahun = kanan_tahun
      AND (tingkat = 'program' OR tingkat IN ('kegiatan', 'subkegiatan') AND jenjang <> 'RPJMD-RKPD')
      AND greatest(kiri_rupiah, kanan_rupiah) > 0),
hitung AS (
    SELECT jenjang, kiri_dokumen, kanan_dokumen, count(*) AS banyak, count(*) FILTER (NOT sama) AS berbeda,
           count(*) >= 8 AND count(*) FILTER (NOT sama) * 4 >= count(*) * 3 AS massal
    FROM banding GROUP BY ALL),
beda AS (
    SELECT b.*, h.massal, h.banyak, h.berbeda
    FROM banding b JOIN hitung h USING (jenjang, kiri_dokumen, kanan_dokumen)
    WHERE NOT b.sama),
teratas AS (
    SELECT b.* FROM beda b
    WHERE NOT b.massal AND NOT EXISTS (
        SELECT 1 FROM beda a
        WHERE a.jenjang = b.jenjang AND a.kiri_dokumen = b.kiri_dokumen AND a.kanan_dokumen = b.kanan_dokumen AND a.opd = b.opd
          AND starts_with(b.kode_baku, a.kode_baku || '.')))
SELECT kiri_dokumen AS kiri_id,
       kanan_dokumen AS kanan_id,
       kanan_tahun AS tahun,
       NULL AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Pagu {} dari {} butir berbeda antara {} dan {}; terbesar: {} ({} dan {}).', any_value(berbeda), any_value(banyak),
              any_value(kiri_sebutan), any_value(kanan_sebutan), arg_max(nama, abs(kiri_rupiah - kanan_rupiah)),
              data.rupiah(arg_max(kiri_rupiah, abs(kiri_rupiah - kanan_rupiah))), data.rupiah(arg_max(kanan_rupiah, abs(kiri_rupiah - kanan_rupiah)))) AS uraian,
       NULL AS dicari_di,
       CASE WHEN jenjang = 'RPJMD-RKPD' THEN 'i' END AS tingkat,
       'perlu diperiksa' AS putusan,
       min(keyakinan) AS keyakinan
FROM beda WHERE massal
GROUP BY jenjang, kiri_dokumen, kanan_dokumen, kanan_tahun
UNION ALL
SELECT kiri_id, kanan_id, tahun,
       data.rupiah(kiri_rupiah),
       data.rupiah(kanan_rupiah),
       format('Pagu {} {} {} berbeda {}%: {} menulis {}, {} menulis {}.{}', tahun, data.sebut_tingkat(tingkat), concat_ws(' ', kode_baku, nama),
              data.angka(100 * deviasi), kiri_sebutan, data.rupiah(kiri_rupiah), kanan_sebutan, data.rupiah(kanan_rupiah),
              CASE WHEN faktor IS NOT NULL THEN ' Selisihnya tepat kelipatan ribuan: periksa skala kolom pagu.'
                   WHEN greatest(kiri_baris, kanan_baris) > 1 THEN ' Pagu yang tercetak dalam beberapa baris dijumlahkan.' ELSE '' END),
       NULL,
       CASE WHEN jenjang = 'RPJMD-RKPD' THEN 'i' WHEN deviasi <= data.ambang('pagu_selisih_minor') THEN 'm' END,
       data.putusan(faktor IS NULL AND mirip_nama >= 0.5, keyakinan),
       keyakinan
FROM teratas
