-- id: I01
-- nama: RPJMD ditetapkan lewat enam bulan
-- membandingkan: Tanggal penetapan RPJMD (dari daerah.toml, kalau tidak dari dokumennya) dengan enam bulan setelah pelantikan kepala daerah (daerah.toml). Tanpa
--   tanggal pelantikan aturan ini diam; rancangan tidak diperiksa.
-- tingkat: K
-- dasar: RPJMD ditetapkan paling lambat enam bulan setelah kepala daerah dilantik (tercetak di bab I sebuah RPJMD 2025-2029; pasalnya belum diverifikasi).
-- contoh: Pelantikan 20 Februari 2025, RPJMD ditetapkan 2 September 2025.
-- perbaikan: Jelaskan keterlambatannya dalam berita acara; periksa tanggal di daerah.toml.
-- sejak: 0.1.0
SELECT p.bukti_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       strftime(p.tanggal, '%d-%m-%Y') AS nilai_kiri,
       strftime(t.tanggal + INTERVAL 6 MONTH, '%d-%m-%Y') AS nilai_kanan,
       format('{} ditetapkan {}, lewat enam bulan dari pelantikan {} (paling lambat {}).', s.sebutan, strftime(p.tanggal, '%d-%m-%Y'), strftime(t.tanggal, '%d-%m-%Y'),
              strftime(t.tanggal + INTERVAL 6 MONTH, '%d-%m-%Y')) AS uraian,
       NULL AS dicari_di,
       data.putusan(true, CASE WHEN p.dari_daerah THEN 1.0 ELSE d.keyakinan END) AS putusan,
       CASE WHEN p.dari_daerah THEN 1.0 ELSE d.keyakinan END AS keyakinan
FROM data.tanggal_penetapan p
JOIN data.dokumen d USING (dokumen_id)
JOIN data.sebutan s USING (dokumen_id)
JOIN data.tanggal_daerah t ON t.peristiwa = 'pelantikan'
WHERE d.jenis = 'RPJMD' AND coalesce(d.tahap, '') NOT IN ('rancangan', 'perubahan') AND t.tanggal < p.tanggal AND p.tanggal > t.tanggal + INTERVAL 6 MONTH
  AND year(t.tanggal) BETWEEN d.tahun_awal - 1 AND d.tahun_awal
