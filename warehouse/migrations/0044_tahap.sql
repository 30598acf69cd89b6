-- What one plan's later stage (a change, the enacted plan) made of its earlier one.

-- Links between the indicators of two stages. Apart from data.tautan: an earlier stage is held against no other document.
CREATE TABLE data.tautan_tahap AS FROM data.tautan LIMIT 0;

-- Values of both stages that differ, and names and units that were changed; one row per link and kind of change.
CREATE VIEW data.perubahan_tahap AS
WITH pasang AS (
    SELECT t.*, k.nama AS kiri_nama, r.nama AS kanan_nama, k.satuan AS kiri_satuan, r.satuan AS kanan_satuan, uk, ur,
           least(k.keyakinan, r.keyakinan) AS keyakinan, k.tingkat, k.urutan,
           count(*) OVER (PARTITION BY t.kanan_id) > 1 AS berbagi
    FROM data.tautan_tahap t
    JOIN data.indikator k ON k.indikator_id = t.kiri_id
    JOIN data.indikator r ON r.indikator_id = t.kanan_id
    LEFT JOIN data.acuan_satuan uk ON uk.tulisan = k.satuan
    LEFT JOIN data.acuan_satuan ur ON ur.tulisan = r.satuan),
nilai AS (
    SELECT p.*, a.peran, a.tahun, data.banding(a, b) AS hasil, data.tulis(a.mentah, p.kiri_satuan) AS lama, data.tulis(b.mentah, p.kanan_satuan) AS baru
    FROM pasang p
    JOIN data.nilai a ON a.indikator_id = p.kiri_id AND a.triwulan IS NULL AND a.peran IN ('awal', 'target', 'akhir')
    JOIN data.nilai b ON b.indikator_id = p.kanan_id AND b.triwulan IS NULL AND b.peran = a.peran AND b.tahun IS NOT DISTINCT FROM a.tahun)
SELECT * EXCLUDE (uk, ur, hasil) FROM nilai WHERE hasil IN ('beda', 'jauh', 'ragu')
UNION ALL BY NAME
SELECT * EXCLUDE (uk, ur), 'satuan' AS peran, NULL::INTEGER AS tahun, kiri_satuan AS lama, kanan_satuan AS baru
FROM pasang
-- "Usaha/" and "Usaha/Kegiatan": a narrow cell lost the rest
WHERE data.banding_satuan(uk, ur) IN ('beda', 'lunak') AND NOT contains(data.huruf(kiri_satuan), data.huruf(kanan_satuan)) AND NOT contains(data.huruf(kanan_satuan), data.huruf(kiri_satuan))
UNION ALL BY NAME
SELECT * EXCLUDE (uk, ur), 'rumusan' AS peran, NULL::INTEGER AS tahun, kiri_nama AS lama, kanan_nama AS baru
FROM pasang WHERE hubungan = 'berubah' AND data.huruf(kiri_nama) <> data.huruf(kanan_nama);
