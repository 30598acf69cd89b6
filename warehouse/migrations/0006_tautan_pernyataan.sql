-- Links of goal statements (alignment/statements.py); one side is NULL for `baru` and `tidak berlanjut`.
CREATE TABLE data.tautan_pernyataan (
    tautan_id       VARCHAR NOT NULL,
    jenjang         VARCHAR NOT NULL,       -- as data.pasangan.jenjang; RPJMD-RPJMD ... for stages of one plan
    kiri_dokumen    VARCHAR NOT NULL,
    kanan_dokumen   VARCHAR NOT NULL,
    kiri_id         VARCHAR,                -- pernyataan_id in the upper or earlier document
    kanan_id        VARCHAR,
    hubungan        VARCHAR NOT NULL,       -- models.link.Relation
    skor            DOUBLE NOT NULL,
    alasan          VARCHAR NOT NULL,
    beda            VARCHAR,                -- both texts word by word; NULL without partner
    fitur           VARCHAR NOT NULL        -- JSON object of named features
);

-- The goals that an item stands under, where its table says so.
ALTER TABLE data.butir ADD COLUMN tujuan VARCHAR;
ALTER TABLE data.butir ADD COLUMN sasaran VARCHAR;
