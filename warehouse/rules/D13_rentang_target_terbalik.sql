-- id: D13
-- nama: Rentang target terbalik atau mundur
-- membandingkan: Target berupa rentang ("3,80-4,00"). Dilaporkan bila batas pertama lebih besar daripada batas kedua padahal tahun lain pada baris
--   itu tidak, dan bila salah satu batas bergerak berlawanan dengan arah indikator dari tahun ke tahun.
-- tingkat: m
-- dasar: Praktik reviu; rentang target ada dalam RPJMD 2025-2029 yang terbit.
-- contoh: Tingkat pengangguran terbuka 3,80-4,00 (2025), lalu 3,48-4,01 (2026): batas atas naik.
-- perbaikan: Betulkan urutan batas, atau batas tahun yang mundur.
-- sejak: 0.2.0
WITH rentang AS (
    SELECT i.indikator_id, i.arah, n.tahun, n.mentah, n.bawah, n.atas, n.catatan,
           lag(n.tahun) OVER urut AS tahun_lalu, lag(n.mentah) OVER urut AS mentah_lalu, lag(n.bawah) OVER urut AS bawah_lalu, lag(n.atas) OVER urut AS atas_lalu
    FROM data.indikator i
    JOIN data.dokumen d USING (dokumen_id)
    JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.triwulan IS NULL AND n.jenis = 'rentang'
    WHERE d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja')
    WINDOW urut AS (PARTITION BY i.indikator_id ORDER BY n.tahun)),
langkah AS (
    SELECT *,
           count(*) OVER (PARTITION BY indikator_id) AS banyak,
           count(*) FILTER (coalesce(catatan, '') LIKE '%batas bawah lebih besar%') OVER (PARTITION BY indikator_id) AS banyak_terbalik,
           CASE arah WHEN 'turun' THEN concat_ws(' dan ', CASE WHEN atas > atas_lalu THEN 'batas atas naik' END, CASE WHEN bawah > bawah_lalu THEN 'batas bawah naik' END)
                     WHEN 'naik' THEN concat_ws(' dan ', CASE WHEN atas < atas_lalu THEN 'batas atas turun' END, CASE WHEN bawah < bawah_lalu THEN 'batas bawah turun' END)
                     ELSE '' END AS mundur
    FROM rentang),
slip AS (
    SELECT indikator_id, tahun, CASE WHEN coalesce(catatan, '') LIKE '%batas bawah lebih besar%'
               -- aims that fall are often printed from high to low, in every year alike
               THEN CASE WHEN banyak_terbalik < banyak OR banyak = 1 AND arah = 'naik' THEN format('batas rentang {} terbalik ({})', tahun, mentah) END
               WHEN mundur <> '' THEN format('{} dari {} ({}) ke {} ({})', mundur, mentah_lalu, tahun_lalu, mentah, tahun) END AS apa
    FROM langkah)
SELECT i.indikator_id AS kiri_id,
       NULL AS kanan_id,
       data.satu_tahun(l.tahun) AS tahun,
       string_agg(l.apa, '; ' ORDER BY l.tahun) AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Rentang target indikator "{}" dalam {} tidak runtut: {}.', any_value(i.nama), any_value(s.sebutan), string_agg(l.apa, '; ' ORDER BY l.tahun)) AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(true, any_value(i.keyakinan)) AS putusan,
       any_value(i.keyakinan) AS keyakinan
FROM slip l
JOIN data.indikator i USING (indikator_id)
JOIN data.sebutan s USING (dokumen_id)
WHERE l.apa IS NOT NULL
GROUP BY i.indikator_id
QUALIFY row_number() OVER (PARTITION BY any_value(i.dokumen_id), any_value(i.nama_baku), any_value(i.opd_kunci) ORDER BY any_value(i.urutan)) = 1
