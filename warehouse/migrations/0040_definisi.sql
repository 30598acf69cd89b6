-- What tables tell of an indicator besides its values. '' where the cell is printed empty, NULL without such a column.
ALTER TABLE data.indikator ADD COLUMN definisi VARCHAR;
ALTER TABLE data.indikator ADD COLUMN formula VARCHAR;
ALTER TABLE data.indikator ADD COLUMN sumber_data VARCHAR;

-- The beginning of a long text, for a sentence.
CREATE MACRO data.potong(teks) AS CASE WHEN length(teks) <= 120 THEN teks ELSE left(teks, 117) || '...' END;
