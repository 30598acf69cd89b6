-- Where the tables of a workbook stand: a row of `tabel` and `baris` alone would not lead a person there.
CREATE TABLE data.lembar (
    berkas_id       VARCHAR NOT NULL,
    tabel           INTEGER NOT NULL,       -- number of the table in the workbook
    nama            VARCHAR NOT NULL,       -- of the sheet
    kolom_awal      VARCHAR NOT NULL,       -- letters, as the spreadsheet shows them
    kolom_akhir     VARCHAR NOT NULL
);

-- The cells of one row: A14:G14.
CREATE MACRO data.rentang(awal, akhir, baris) AS awal || baris || ':' || akhir || baris;
