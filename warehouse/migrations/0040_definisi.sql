-- What tables tell of an indicator besides its values. '' where the cell is printed empty, NULL without such a column.
ALTER TABLE data.indikator ADD COLUMN definisi VARCHAR;
ALTER TABLE data.indikator ADD COLUMN formula VARCHAR;
ALTER TABLE data.indikator ADD COLUMN sumber_data VARCHAR;
