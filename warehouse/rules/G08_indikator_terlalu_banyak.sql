-- id: G08
-- nama: Terlalu banyak indikator untuk satu sasaran
-- membandingkan: Banyaknya indikator berbeda untuk satu tujuan atau satu sasaran, menurut tabel tujuan dan sasaran. Dilaporkan yang paling banyak
--   per dokumen, bila melebihi ambang (cukup_paling_banyak).
-- tingkat: i
-- dasar: Kriteria "cukup" pada LKE perangkat daerah sebuah kabupaten; angkanya pengetahuan umum, belum diverifikasi.
-- contoh: Satu sasaran Renstra diukur dengan 14 indikator.
-- perbaikan: Pilih indikator yang paling menggambarkan sasaran; taruh yang lain di program.
-- sejak: 0.1.0
WITH isi AS (
    SELECT i.dokumen_id, i.tingkat, CASE i.tingkat WHEN 'tujuan' THEN i.tujuan ELSE i.sasaran END AS induk, i.nama_baku, i.indikator_id, i.urutan, i.keyakinan
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE i.tingkat IN ('tujuan', 'sasaran') AND d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja')),
hitung AS (
    SELECT dokumen_id, tingkat, induk, count(DISTINCT nama_baku) AS banyak, arg_min(indikator_id, urutan) AS indikator_id, min(keyakinan) AS keyakinan
    FROM isi WHERE induk IS NOT NULL GROUP BY ALL HAVING count(DISTINCT nama_baku) > data.ambang('cukup_paling_banyak')),
terbanyak AS (
    SELECT *, count(*) OVER (PARTITION BY dokumen_id, tingkat) AS sejenis FROM hitung
    QUALIFY row_number() OVER (PARTITION BY dokumen_id, tingkat ORDER BY banyak DESC, induk) = 1)
SELECT t.indikator_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       CAST(t.banyak AS VARCHAR) AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} "{}" dalam {} diukur dengan {} indikator.{}', upper(t.tingkat[1]) || t.tingkat[2:], t.induk, s.sebutan, t.banyak, data.dan_lain(t.sejenis, t.tingkat)) AS uraian,
       NULL AS dicari_di,
       data.putusan(true, t.keyakinan) AS putusan,
       t.keyakinan
FROM terbanyak t
JOIN data.sebutan s USING (dokumen_id)
