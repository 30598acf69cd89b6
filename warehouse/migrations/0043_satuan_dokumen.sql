-- Units that do not fit inside one document.

-- Measure words and the class of unit their values have (models/lexicon/measures.toml).
CREATE TABLE data.acuan_ukuran (
    ukuran          VARCHAR NOT NULL,       -- = indikator.ukuran
    hanya           VARCHAR,                -- class that every value has; NULL when any may be
    bukan           VARCHAR                 -- class that no value has
);

-- Units that the values of a plan's indicators print in their own cells (baseline, targets, end of the period), one row per
-- class, with where it stands first; a unit column only where no cell prints one.
CREATE VIEW data.satuan_tercetak AS
WITH isi AS (
    SELECT i.*, d.jenis, d.tahun_awal
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND i.tingkat IS DISTINCT FROM 'lainnya'),
sel AS (
    SELECT i.indikator_id, u.kelas, u.lunak, u.macam, u.faktor, n.satuan, n.mentah, n.peran, n.tahun,
           CASE n.peran WHEN 'awal' THEN 0 WHEN 'target' THEN 1 ELSE 2 END AS giliran
    FROM isi i
    JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.triwulan IS NULL AND n.peran IN ('awal', 'target', 'akhir')
    JOIN data.acuan_satuan u ON u.tulisan = n.satuan
    WHERE n.jenis IN ('angka', 'rentang') AND contains(lower(n.mentah), lower(n.satuan))),
satu AS (
    SELECT indikator_id, kelas, any_value(lunak) AS lunak, any_value(macam) AS macam, any_value(faktor) AS faktor,
           arg_min(satuan, (giliran, tahun)) AS satuan, arg_min(mentah, (giliran, tahun)) AS mentah, true AS dalam_sel,
           arg_min(CASE peran WHEN 'awal' THEN 'kondisi awal' WHEN 'akhir' THEN 'kondisi akhir' ELSE 'target ' || tahun END, (giliran, tahun)) AS letak,
           min((giliran, tahun)) AS urut
    FROM sel GROUP BY indikator_id, kelas
    UNION ALL
    SELECT i.indikator_id, u.kelas, u.lunak, u.macam, u.faktor, i.satuan, coalesce(data.tulis(n.mentah, i.satuan), i.satuan), false,
           coalesce('target ' || n.tahun, 'kolom satuan'), NULL
    FROM isi i
    JOIN data.acuan_satuan u ON u.tulisan = i.satuan
    LEFT JOIN (SELECT indikator_id, arg_min(mentah, tahun) AS mentah, min(tahun) AS tahun FROM data.nilai WHERE peran = 'target' AND triwulan IS NULL AND nilai <> 0 GROUP BY ALL) n USING (indikator_id)
    WHERE NOT EXISTS (FROM sel s WHERE s.indikator_id = i.indikator_id))
SELECT i.dokumen_id, i.opd_kunci, i.tingkat, i.nama, i.nama_baku, i.ukuran, i.halaman, i.urutan, i.keyakinan, i.penanggung_jawab, i.program, s.*
FROM satu s JOIN isi i USING (indikator_id)
-- "unit%", "100d%": what the cell prints is no unit at all (C04, D15)
WHERE NOT regexp_matches(s.kelas, '[^%]%|%[^%]');
