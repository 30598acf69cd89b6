-- Values of one document stand a year aside from those of the other: a column was shifted when the table was copied, or its
-- header was. Two years or more of a pair must fit when shifted, and three indicators of the two documents the same way.
WITH beda AS (
    SELECT t.temuan_id, t.aturan, ki.dokumen_id AS kiri_dokumen, ka.dokumen_id AS kanan_dokumen, t.kiri_id, t.kanan_id
    FROM data.temuan t
    JOIN data.indikator ki ON ki.indikator_id = t.kiri_id
    JOIN data.indikator ka ON ka.indikator_id = t.kanan_id
    WHERE t.aturan IN ('D01', 'D02', 'D03', 'D04')),
geser AS (
    SELECT b.temuan_id, b.aturan, b.kiri_dokumen, b.kanan_dokumen, g.langkah,
           count(*) AS tahun, count(*) FILTER (data.banding(k, r) = 'sama') AS cocok, count(DISTINCT k.nilai) AS ragam
    FROM beda b
    CROSS JOIN (VALUES (-1), (1)) g(langkah)
    JOIN data.nilai k ON k.indikator_id = b.kiri_id AND k.peran = 'target' AND k.triwulan IS NULL
    JOIN data.nilai r ON r.indikator_id = b.kanan_id AND r.peran = 'target' AND r.triwulan IS NULL AND r.tahun = k.tahun + g.langkah
    GROUP BY ALL)
SELECT temuan_id, concat_ws('|', kiri_dokumen, kanan_dokumen, langkah) AS kunci,
       format('Target {} tampak bergeser satu tahun {} terhadap {}: satu kolom terlewat atau judul kolomnya keliru.',
              sr.sebutan, CASE WHEN langkah > 0 THEN 'ke belakang' ELSE 'ke depan' END, sk.sebutan) AS uraian,
       3 AS paling_sedikit
FROM geser
JOIN data.sebutan sk ON sk.dokumen_id = kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = kanan_dokumen
WHERE tahun >= 2 AND cocok = tahun AND ragam >= 2
