-- id: I03
-- nama: RKPD ditetapkan lewat pertengahan tahun sebelumnya
-- membandingkan: Tanggal penetapan RKPD tahun n dengan akhir Juni tahun n-1. Rancangan dan perubahan tidak diperiksa. Tanpa tanggal diam.
-- tingkat: M
-- dasar: RKPD ditetapkan sebelum pertengahan tahun n-1 setelah fasilitasi (pasal 102 Permendagri 86/2017, menurut laporan fasilitasi sebuah provinsi).
-- contoh: RKPD 2026 ditetapkan 15 September 2025.
-- perbaikan: Jelaskan keterlambatannya; periksa tanggalnya.
-- sejak: 0.1.0
SELECT p.bukti_id AS kiri_id,
       NULL AS kanan_id,
       d.tahun_awal AS tahun,
       strftime(p.tanggal, '%d-%m-%Y') AS nilai_kiri,
       format('30-06-{}', d.tahun_awal - 1) AS nilai_kanan,
       format('{} ditetapkan {}, lewat dari akhir Juni {}.', s.sebutan, strftime(p.tanggal, '%d-%m-%Y'), d.tahun_awal - 1) AS uraian,
       NULL AS dicari_di,
       data.putusan(true, d.keyakinan) AS putusan,
       d.keyakinan
FROM data.tanggal_penetapan p
JOIN data.dokumen d USING (dokumen_id)
JOIN data.sebutan s USING (dokumen_id)
WHERE d.jenis = 'RKPD' AND coalesce(d.tahap, '') NOT IN ('perubahan', 'rancangan') AND p.tanggal > make_date(d.tahun_awal - 1, 6, 30)
  AND p.tanggal < make_date(d.tahun_awal + 1, 1, 1)
