-- nama: Setiap perangkat daerah mempunyai Renstra dan Renja
-- menilai: Perangkat daerah dalam daftar daerah.toml, atau bila daftar itu tidak ada, yang disebut tabel program RPJMD dan RKPD. Terpenuhi
--   bila Renstra dan Renja-nya ada dalam kumpulan. Tanpa daftar dari daerah, kumpulan yang tidak lengkap tidak dinilai: dokumen yang
--   tidak ada dalam kumpulan bukan bukti bahwa dokumen itu tidak ada.
-- bertumpu: daftar perangkat daerah, dan perangkat daerah yang dikenali dari dokumen (publik.dokumen)
-- orang: dokumen yang tidak ada dalam kumpulan: minta berkasnya
-- sejak: 0.1.0
WITH pd AS (
    SELECT s.subjek_id, o.opd_kunci, any_value(o.nama) AS nama, NULL AS id, true AS terdaftar
    FROM data.subjek s, data.opd_daerah o WHERE s.lingkup = 'daerah' GROUP BY ALL
    UNION ALL
    SELECT d.subjek_id, b.opd_kunci, any_value(coalesce(b.penanggung_jawab, b.opd_kunci)), arg_min(b.butir_id, b.urutan), false
    FROM data.dokumen_dinilai d JOIN data.butir b USING (dokumen_id)
    WHERE d.lingkup = 'daerah' AND b.opd_kunci IS NOT NULL AND b.tingkat IN ('opd', 'program') AND NOT EXISTS (SELECT 1 FROM data.opd_daerah) GROUP BY ALL),
ada AS (
    SELECT p.*, list_sort(list(DISTINCT d.jenis) FILTER (d.jenis IN ('Renstra', 'Renja'))) AS punya, arg_max(d.dokumen_id, d.tahun_awal) FILTER (d.jenis = 'Renja') AS renja
    FROM pd p JOIN data.subjek s USING (subjek_id)
    LEFT JOIN data.dokumen d ON d.opd_kunci = p.opd_kunci AND d.wilayah IS NOT DISTINCT FROM s.wilayah GROUP BY ALL)
SELECT subjek_id, coalesce(renja, id) AS id,
       CASE WHEN terdaftar OR bool_and(len(coalesce(punya, [])) = 2) OVER (PARTITION BY subjek_id) THEN CAST(len(coalesce(punya, [])) = 2 AS INTEGER) END AS nilai,
       CASE WHEN len(coalesce(punya, [])) = 2 THEN format('{}: Renstra dan Renja ada.', nama)
            ELSE format('{}: yang ada dalam kumpulan {}.', nama, CASE WHEN len(coalesce(punya, [])) = 0 THEN 'tidak satu pun' ELSE 'hanya ' || punya[1] END) END AS alasan
FROM ada
