-- The year of an arah kebijakan that holds for one year only (models.indicator.Statement.year).
ALTER TABLE data.pernyataan ADD COLUMN tahun INTEGER;
