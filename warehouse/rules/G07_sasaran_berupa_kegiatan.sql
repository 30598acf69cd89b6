-- id: G07
-- nama: Tujuan atau sasaran berupa kegiatan
-- membandingkan: Kata pertama tujuan dan sasaran dengan kata kegiatan dan keluarannya (Melaksanakan, Menyusun, Terlaksananya, Tersusunnya).
--   Kalimat berawal kata kondisi (Meningkatnya, Terwujudnya) atau ketersediaan
--   (Tersedianya, Terbangunnya) tidak dilaporkan, dan yang dikutip di bab evaluasi, gambaran, atau isu bila dokumen memuat
--   miliknya di bab lain. Satu temuan per dokumen dan jenis.
-- tingkat: m
-- dasar: PermenPANRB 88/2021 kriteria 1.2 (tujuan dan sasaran menggambarkan kondisi yang ingin dicapai).
-- contoh: Sasaran "Terlaksananya rapat koordinasi perangkat daerah".
-- perbaikan: Tulis kondisi yang ingin dicapai, misalnya "Meningkatnya ...".
-- sejak: 0.1.0
WITH acuan AS (SELECT data.kata_acuan_kecuali('proses', 'ketersediaan') AS proses),
-- Chapters that look back or around quote goals of others; a plan's own stand elsewhere too.
letak AS (
    SELECT p.pernyataan_id, EXISTS (FROM data.rentang_bab b WHERE b.berkas_id = p.berkas_id AND p.halaman >= b.halaman AND (b.sampai IS NULL OR p.halaman < b.sampai)
                                    AND regexp_matches(b.judul, 'evaluasi|gambaran|isu')) AS di_luar
    FROM data.pernyataan p),
sendiri AS (
    SELECT p.*, l.di_luar FROM data.pernyataan p JOIN letak l USING (pernyataan_id)
    QUALIFY NOT l.di_luar OR bool_and(l.di_luar) OVER (PARTITION BY p.dokumen_id, p.jenis)),
kegiatan AS (
    SELECT p.*, d.jenis AS jenis_dokumen, data.kata_kata(p.teks)[1] AS kata
    FROM sendiri p JOIN data.dokumen d USING (dokumen_id) CROSS JOIN acuan a
    WHERE p.jenis IN ('tujuan', 'sasaran') AND d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND list_contains(a.proses, data.kata_kata(p.teks)[1])),
pertama AS (
    SELECT *, count(DISTINCT lower(teks)) OVER (PARTITION BY dokumen_id, jenis) AS banyak FROM kegiatan
    QUALIFY row_number() OVER (PARTITION BY dokumen_id, jenis ORDER BY keyakinan >= 0.8 DESC, urutan) = 1)
SELECT p.pernyataan_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       p.teks AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} "{}" dalam {} menyebut kegiatan ("{}"), bukan kondisi yang ingin dicapai.{}', upper(p.jenis[1]) || p.jenis[2:], p.teks, s.sebutan, p.kata,
              data.dan_lain(p.banyak, p.jenis)) AS uraian,
       NULL AS dicari_di,
       data.putusan(p.keyakinan >= 0.8, p.keyakinan) AS putusan,
       p.keyakinan
FROM pertama p
JOIN data.sebutan s USING (dokumen_id)
