-- Words that tell an urusan which only one tier of government runs (models/lexicon/authority.toml).
CREATE TABLE data.acuan_kewenangan (
    pola            VARCHAR NOT NULL,
    urusan          VARCHAR NOT NULL,
    pemilik         VARCHAR NOT NULL        -- provinsi, kabupaten/kota
);
