-- id: I05
-- nama: Penetapan tidak tercetak
-- membandingkan: RPJMD dan RKPD yang terbaca seluruhnya dan mempunyai sedikitnya tiga bab, tetapi tidak mencetak tempat dan tanggal penetapannya (dan daerah.toml juga
--   tidak menyebutnya). Rancangan tidak diperiksa. Lembar penetapan sering menjadi berkas tersendiri, karena itu selalu perlu diperiksa.
-- tingkat: i
-- dasar: Kriteria 1.2 PermenPANRB 88/2021 (dokumen diformalkan dan dipublikasikan).
-- contoh: RKPD 2026 yang diunggah tidak memuat peraturan kepala daerahnya.
-- perbaikan: Sertakan peraturannya, atau tulis tanggalnya di daerah.toml ([[penetapan]]).
-- sejak: 0.1.0
SELECT d.dokumen_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       NULL AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} tidak mencetak tempat dan tanggal penetapannya.', s.sebutan) AS uraian,
       s.sebutan AS dicari_di,
       'perlu diperiksa' AS putusan,
       d.keyakinan
FROM data.dokumen d
JOIN data.sebutan s USING (dokumen_id)
JOIN data.kelengkapan l USING (dokumen_id)
WHERE d.jenis IN ('RPJMD', 'RKPD') AND coalesce(d.tahap, '') <> 'rancangan' AND l.lengkap
  AND (SELECT count(DISTINCT nomor) FROM data.keterangan k WHERE k.dokumen_id = d.dokumen_id AND k.jenis = 'bab') >= 3
  AND NOT EXISTS (SELECT 1 FROM data.keterangan k WHERE k.dokumen_id = d.dokumen_id AND k.jenis = 'penetapan')
  AND NOT EXISTS (SELECT 1 FROM data.tanggal_penetapan t WHERE t.dokumen_id = d.dokumen_id)
