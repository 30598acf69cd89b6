-- What was agreed for a year (Perjanjian Kinerja, or the LKjIP that reports on it) against the plans.

-- Links whose wording and units must agree. A PK agrees on goals and programs; kegiatan in an LKjIP stand in its tables of spending.
-- Where the Renja has the PK's indicator, the Renja is what the PK follows, and what became of the Renstra there is told once.
CREATE VIEW data.tautan_serumusan AS
WITH pk AS (
    SELECT t.*, r.nama_baku AS kanan_baku, r.tingkat AS kanan_tingkat
    FROM data.tautan t JOIN data.indikator r ON r.indikator_id = t.kanan_id
    WHERE t.jenjang LIKE '%-PK')
SELECT * FROM data.tautan WHERE jenjang NOT LIKE '%-PK'
UNION ALL
SELECT p.* EXCLUDE (kanan_baku, kanan_tingkat)
FROM pk p
WHERE coalesce(p.kanan_tingkat, '') NOT IN ('kegiatan', 'subkegiatan')
  AND (p.jenjang <> 'Renstra-PK' OR NOT EXISTS (
      SELECT 1 FROM pk q WHERE q.jenjang = 'Renja-PK' AND q.kanan_dokumen = p.kanan_dokumen AND q.kanan_baku = p.kanan_baku));
