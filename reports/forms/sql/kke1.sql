-- SMART per indicator; what only a person can judge stays open.
WITH baris AS (
    SELECT s.*, row_number() OVER (ORDER BY s.dokumen, s.urutan) AS nomor,
           (SELECT string_agg(t.tahun || ': ' || t.tertulis, '; ' ORDER BY t.tahun) FROM publik.target t WHERE t.indikator_id = s.indikator_id AND t.peran = 'target' AND t.triwulan IS NULL AND t.tahun IS NOT NULL) AS target
    FROM publik.smart s WHERE s.opd_kunci = $pd AND s.jenis_dokumen IN ('Renstra', 'Renja', 'PK', 'IKU') AND s.tingkat IN ('tujuan', 'sasaran', 'program', 'kegiatan', 'iku'))
SELECT CAST(nomor AS VARCHAR) AS no, concat_ws(': ', tingkat, induk) AS uraian, indikator, concat_ws(' ', target, CASE WHEN satuan IS NOT NULL THEN '(' || satuan || ')' END) AS target,
       coalesce(CAST(CAST(spesifik AS INTEGER) AS VARCHAR), 'orang') AS s, coalesce(CAST(CAST(terukur AS INTEGER) AS VARCHAR), 'orang') AS m, coalesce(CAST(CAST(dapat_dicapai AS INTEGER) AS VARCHAR), 'orang') AS a,
       coalesce(CAST(CAST(relevan AS INTEGER) AS VARCHAR), 'orang') AS r, coalesce(CAST(CAST(berbatas_waktu AS INTEGER) AS VARCHAR), 'orang') AS t,
       CASE WHEN spesifik + terukur + dapat_dicapai + relevan + berbatas_waktu IS NULL THEN 'belum lengkap' ELSE CAST(CAST(spesifik + terukur + dapat_dicapai + relevan + berbatas_waktu AS INTEGER) AS VARCHAR) END AS jumlah,
       coalesce(CAST(CAST(menantang AS INTEGER) AS VARCHAR), 'orang') AS menantang,
       concat_ws(' ', CASE WHEN spesifik = 0 THEN spesifik_alasan END, CASE WHEN terukur = 0 THEN terukur_alasan END, CASE WHEN dapat_dicapai = 0 THEN dapat_dicapai_alasan END,
                 CASE WHEN berbatas_waktu = 0 THEN berbatas_waktu_alasan END, CASE WHEN menantang = 0 THEN menantang_alasan END, '(' || berkas || coalesce(' hlm. ' || halaman, '') || ')') AS ket
FROM baris ORDER BY nomor
