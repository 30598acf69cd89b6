-- Tables in a plan that are not its own plan: proposals of others, tables of the plan before (models/lexicon/particulars.toml).
ALTER TABLE data.indikator ADD COLUMN asal VARCHAR;        -- usulan, rencana lama; NULL: the document's own
ALTER TABLE data.butir ADD COLUMN judul_tabel VARCHAR;
ALTER TABLE data.butir ADD COLUMN asal VARCHAR;

-- Items of a document's own plan, without the sums at the end of tables.
CREATE OR REPLACE VIEW data.butir_isi AS
SELECT * FROM data.butir WHERE asal IS NULL AND NOT regexp_matches(replace(lower(nama), ' ', ''), '^(sub-?|grand)?(jumlah|total)');
