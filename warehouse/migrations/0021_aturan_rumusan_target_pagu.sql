-- Helpers of the rules on wording, targets and money (C, D, E).

-- Letters and digits of a text in lower case, one blank between words: what is left when format does not count.
CREATE MACRO data.ejaan(teks) AS trim(regexp_replace(replace(lower(teks), '&', ' dan '), '[^a-z0-9]+', ' ', 'g'));

-- One series of yearly targets per indicator of a plan, without years of the period before: only rows in which every target is one sure number. Rows of the same
-- name and OPD in one document stand once (the first); program penunjang are marked.
CREATE VIEW data.deret_target AS
WITH deret AS (
    SELECT n.indikator_id, count(*) AS banyak, list(n.nilai ORDER BY n.tahun) AS nilai, list(n.tahun ORDER BY n.tahun) AS tahun,
           list(n.mentah ORDER BY n.tahun) AS mentah
    FROM data.nilai n
    JOIN data.indikator i USING (indikator_id)
    JOIN data.dokumen d USING (dokumen_id)
    WHERE n.peran = 'target' AND n.triwulan IS NULL AND n.tahun >= d.tahun_awal
    GROUP BY n.indikator_id
    HAVING bool_and(n.jenis = 'angka' AND n.bacaan_lain IS NULL) AND count(*) = count(DISTINCT n.tahun)
       AND count(DISTINCT coalesce(n.satuan, '')) = 1)
SELECT i.indikator_id, i.dokumen_id, i.opd_kunci, i.nama, i.nama_baku, i.ukuran, i.arah, i.kumulatif, i.satuan, i.urutan, i.keyakinan, i.tingkat,
       u.macam, s.sebutan, s.jenis, d.banyak, d.nilai, d.tahun, d.mentah, data.penunjang(i.kode_baku)
           OR coalesce(regexp_matches(lower(coalesce(i.program, '')), 'penunjang urusan pemerintah'), false) AS penunjang
FROM data.indikator i
JOIN data.sebutan s USING (dokumen_id)
JOIN deret d USING (indikator_id)
LEFT JOIN data.acuan_satuan u ON u.tulisan = i.satuan
WHERE s.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND i.tingkat IS DISTINCT FROM 'lainnya' AND i.asal IS NULL
QUALIFY row_number() OVER (PARTITION BY i.dokumen_id, i.opd_kunci, i.nama_baku, i.tingkat ORDER BY i.urutan) = 1;

-- What is added to the name of an OPD inside a document of the region.
CREATE MACRO data.milik_opd(penanggung_jawab, opd_dokumen) AS
    CASE WHEN opd_dokumen IS NULL AND penanggung_jawab IS NOT NULL THEN ' (' || penanggung_jawab || ')' ELSE '' END;

-- Money of the programs of a plan per year, once each; `mungkin` when rows of one amount may be one row printed twice.
CREATE VIEW data.pagu_program AS
SELECT p.dokumen_id, p.opd, p.kunci, p.kode_baku, p.butir_id, p.nama, p.tahun, p.total AS rupiah, len(p.kemungkinan) > 1 AS mungkin, p.keyakinan
FROM data.pagu_butir p
WHERE p.tingkat = 'program' AND p.peran = 'pagu' AND p.tahun IS NOT NULL;
