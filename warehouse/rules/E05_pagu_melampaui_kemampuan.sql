-- id: E05
-- nama: Jumlah pagu melampaui kemampuan keuangan daerah
-- membandingkan: Jumlah pagu program per tahun dalam RPJMD dan RKPD dengan kemampuan keuangan daerah tahun itu menurut daerah.toml. Tanpa angka
--   kemampuan di daerah.toml aturan ini diam. Jumlah yang lebih dari dua kali kemampuan mungkin terhitung ganda: perlu diperiksa.
-- tingkat: K
-- dasar: Kerangka pendanaan RPJMD: belanja yang direncanakan tidak melebihi proyeksi kemampuan keuangan (istilah deviasi dari praktik).
-- contoh: Pagu program 2026 berjumlah Rp2.140.000.000.000, kemampuan keuangan Rp1.980.000.000.000.
-- perbaikan: Turunkan pagu indikatif, atau perbarui proyeksi kemampuan keuangan beserta sumbernya.
-- sejak: 0.2.0
WITH jumlah AS (
    SELECT p.dokumen_id, p.tahun, sum(p.rupiah) AS rupiah, bool_or(p.mungkin) AS mungkin, min(p.keyakinan) AS keyakinan
    FROM data.pagu_program p JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis = 'RPJMD' OR d.jenis = 'RKPD' AND p.tahun = d.tahun_awal
    GROUP BY ALL)
SELECT j.dokumen_id AS kiri_id,
       NULL AS kanan_id,
       data.satu_tahun(j.tahun) AS tahun,
       data.deret(j.tahun, data.rupiah(j.rupiah)) AS nilai_kiri,
       data.deret(j.tahun, data.rupiah(k.rupiah)) AS nilai_kanan,
       format('Jumlah pagu program dalam {} melampaui kemampuan keuangan daerah: {}.', any_value(s.sebutan),
              string_agg(format('{} {}, kemampuan {} (lebih {}%)', j.tahun, data.rupiah(j.rupiah), data.rupiah(k.rupiah), data.angka(100 * (j.rupiah - k.rupiah) / k.rupiah)), '; ' ORDER BY j.tahun)) AS uraian,
       NULL AS dicari_di,
       data.putusan(NOT bool_or(j.mungkin) AND max(j.rupiah / k.rupiah) < 2, min(j.keyakinan)) AS putusan,
       min(j.keyakinan) AS keyakinan
FROM jumlah j
JOIN data.kemampuan_keuangan k USING (tahun)
JOIN data.sebutan s USING (dokumen_id)
WHERE j.rupiah > k.rupiah
GROUP BY j.dokumen_id
