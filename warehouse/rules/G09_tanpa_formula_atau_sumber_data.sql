-- id: G09
-- nama: IKU tanpa formula atau sumber data
-- membandingkan: Setiap IKU dengan definisi atau formula dan sumber datanya: dokumen IKU yang tabelnya tidak mempunyai kolom itu sama sekali, dan
--   sel yang tercetak kosong dalam tabel (IKU, tujuan, sasaran) yang mempunyainya. Satu temuan per dokumen dan kekurangan. Tabel
--   IKU di dalam RPJMD dan Renstra tanpa kolom itu tidak dilaporkan, karena bentuk bakunya memang tanpa.
-- tingkat: m
-- dasar: PermenPAN 9/2007 (IKU ditetapkan dengan formula dan sumber data; butir belum diverifikasi); kriteria perencanaan PermenPANRB 88/2021.
-- contoh: 3 dari 9 indikator dalam keputusan IKU tidak diisi sumber datanya.
-- perbaikan: Isi formula dan sumber data setiap indikator.
-- sejak: 0.2.0
WITH isi AS (
    SELECT i.dokumen_id, i.indikator_id, i.nama, i.urutan, i.keyakinan, d.jenis,
           -- what the one cell lacks may stand in the other: a definition that is a formula
           CASE WHEN i.definisi IS NULL AND i.formula IS NULL THEN NULL ELSE concat(i.definisi, i.formula) END AS cara, i.sumber_data AS sumber
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE i.tingkat IN ('iku', 'tujuan', 'sasaran') AND length(i.nama_baku) >= 8),
hal AS (
    SELECT *, 'definisi atau formula' AS apa, cara AS teks FROM isi UNION ALL SELECT *, 'sumber data', sumber FROM isi),
hitung AS (
    SELECT dokumen_id, apa, any_value(jenis) AS jenis, count(*) AS semua, count(teks) AS berkolom, min(keyakinan) AS keyakinan,
           coalesce(list(nama ORDER BY urutan) FILTER (teks = ''), []) AS kosong,
           coalesce(arg_min(indikator_id, urutan) FILTER (teks = ''), arg_min(indikator_id, urutan)) AS indikator_id
    FROM hal GROUP BY dokumen_id, apa)
SELECT h.indikator_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       CASE WHEN h.berkolom > 0 THEN data.lima(h.kosong) END AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.berkolom > 0
            THEN format('{} dari {} indikator dalam {} tidak diisi {}nya: {}.', len(h.kosong), h.berkolom, s.sebutan, h.apa, data.lima(h.kosong))
            ELSE format('{} memuat {} indikator tanpa kolom {}.', s.sebutan, h.semua, h.apa) END AS uraian,
       s.sebutan AS dicari_di,
       data.putusan(h.berkolom > 0 AND len(h.kosong) * 2 <= h.berkolom OR h.berkolom = 0 AND l.lengkap, h.keyakinan) AS putusan,
       h.keyakinan
FROM hitung h
JOIN data.sebutan s USING (dokumen_id)
JOIN data.kelengkapan l USING (dokumen_id)
WHERE len(h.kosong) > 0 OR (h.jenis = 'IKU' AND h.berkolom = 0 AND h.semua >= 3)
