-- nama: Target kinerja tercapai
-- menilai: Setiap indikator LKjIP dan evaluasi Renja (bila tidak ada, tabel evaluasi dalam Renja) yang mencetak target dan realisasi satu tahun penuh, pada
--   tahun realisasi terakhirnya. Terpenuhi bila realisasi menyamai atau melampaui target menurut arah indikatornya.
-- bertumpu: publik.target (peran target dan realisasi), publik.indikator.arah
-- orang: indikator yang arahnya tidak diketahui; target yang tidak tercetak; data pendukung realisasi
-- sejak: 0.1.0
SELECT subjek_id, indikator_id AS id, CAST(persen >= 100 AS INTEGER) AS nilai,
       concat_ws(', ', format('{} {}', CASE WHEN target_tulis IS NULL THEN 'Tahun' ELSE 'Target tahun' END, tahun) || coalesce(': ' || target_tulis, ''), 'realisasi ' || realisasi_tulis)
           || coalesce('; ' || sebab, '') || '.' AS alasan
FROM data.capaian
WHERE jenis_dokumen IN ('LKjIP', 'Evaluasi Renja')
   OR (jenis_dokumen = 'Renja' AND subjek_id NOT IN (SELECT subjek_id FROM data.capaian WHERE jenis_dokumen IN ('LKjIP', 'Evaluasi Renja')))
