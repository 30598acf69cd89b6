-- id: E04
-- nama: Jumlah pagu Renja berbeda dari RKPD
-- membandingkan: Jumlah pagu program tahun n semua Renja dengan jumlah pagu program perangkat daerah yang sama dalam RKPD. Hanya bila Renja dari
--   hampir semua perangkat daerah yang dinamai RKPD ada (ambang cakupan_renja, dihitung menurut banyak perangkat daerah); selain itu diam.
-- tingkat: K
-- dasar: Permendagri 86/2017 (Renja dan RKPD memuat pagu yang sama; pasal belum diverifikasi).
-- contoh: RKPD memuat Rp1.250.000.000.000, jumlah 32 Renja Rp1.262.500.000.000.
-- perbaikan: Samakan pagu perangkat daerah yang selisihnya terbesar (lihat E02 untuk rinciannya).
-- sejak: 0.2.0
WITH rkpd AS (
    SELECT p.dokumen_id, p.opd, sum(p.rupiah) AS rupiah, bool_or(p.mungkin) AS mungkin, min(p.keyakinan) AS keyakinan
    FROM data.pagu_program p JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis = 'RKPD' AND p.tahun = d.tahun_awal AND p.opd IS NOT NULL GROUP BY ALL),
renja AS (
    SELECT s.kiri_dokumen, d.opd_kunci AS opd, d.opd AS nama, sum(p.rupiah) AS rupiah, bool_or(p.mungkin) AS mungkin, bool_and(l.lengkap) AS lengkap, min(p.keyakinan) AS keyakinan
    FROM data.pasangan s JOIN data.dokumen d ON d.dokumen_id = s.kanan_dokumen JOIN data.pagu_program p USING (dokumen_id) JOIN data.kelengkapan l USING (dokumen_id)
    WHERE s.jenjang = 'RKPD-Renja' AND p.tahun = d.tahun_awal AND d.opd_kunci IS NOT NULL
    GROUP BY ALL HAVING count(DISTINCT p.dokumen_id) = 1),
cakup AS (
    SELECT r.dokumen_id, count(*) AS opd, count(j.opd) AS ada, sum(r.rupiah) FILTER (j.opd IS NOT NULL) AS kiri, sum(j.rupiah) AS kanan,
           arg_max(j.nama, abs(r.rupiah - j.rupiah)) AS nama, arg_max(r.rupiah, abs(r.rupiah - j.rupiah)) FILTER (j.opd IS NOT NULL) AS kiri_besar,
           arg_max(j.rupiah, abs(r.rupiah - j.rupiah)) AS kanan_besar, count(*) FILTER (abs(r.rupiah - j.rupiah) > 1) AS berbeda,
           bool_or(r.mungkin OR j.mungkin) AS mungkin, bool_and(coalesce(j.lengkap, true)) AS lengkap, least(min(r.keyakinan), min(j.keyakinan)) AS keyakinan
    FROM rkpd r LEFT JOIN renja j ON j.kiri_dokumen = r.dokumen_id AND j.opd = r.opd
    GROUP BY r.dokumen_id)
SELECT c.dokumen_id AS kiri_id,
       NULL AS kanan_id,
       s.tahun_awal AS tahun,
       data.rupiah(c.kiri) AS nilai_kiri,
       data.rupiah(c.kanan) AS nilai_kanan,
       format('Jumlah pagu {} Renja {} {}, sedangkan {} memberi perangkat daerah itu {} (selisih {}%); {} perangkat daerah berbeda, terbesar {}: {} dalam RKPD, {} dalam Renja.', c.ada, s.tahun_awal,
              data.rupiah(c.kanan), s.sebutan, data.rupiah(c.kiri), data.angka(100 * abs(c.kiri - c.kanan) / greatest(c.kiri, c.kanan)), c.berbeda, c.nama,
              data.rupiah(c.kiri_besar), data.rupiah(c.kanan_besar)) AS uraian,
       NULL AS dicari_di,
       data.putusan(c.ada = c.opd AND NOT c.mungkin AND c.lengkap AND l.lengkap, c.keyakinan) AS putusan,
       c.keyakinan
FROM cakup c
JOIN data.sebutan s USING (dokumen_id)
JOIN data.kelengkapan l USING (dokumen_id)
WHERE c.opd >= 2 AND c.ada >= c.opd * data.ambang('cakupan_renja')
  AND abs(c.kiri - c.kanan) > c.ada
