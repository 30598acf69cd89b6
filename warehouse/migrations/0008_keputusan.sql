-- Decisions of reviewers (room `review`) as they were held against this run; the book itself lies outside of releases.
CREATE TABLE data.keputusan (
    keputusan_id    VARCHAR NOT NULL,
    pasangan        VARCHAR NOT NULL,       -- the two sides: equal for all decisions about the same words
    putusan         VARCHAR NOT NULL,       -- models.decision.Answer
    alasan          VARCHAR NOT NULL,
    oleh            VARCHAR NOT NULL,
    pada            TIMESTAMP NOT NULL,     -- UTC
    status          VARCHAR NOT NULL,       -- models.decision.Standing
    catatan         VARCHAR,
    kiri_id         VARCHAR,                -- indikator_id in this run, NULL when it was not found
    kanan_id        VARCHAR,
    kiri_sekarang   VARCHAR,                -- name that probably took the place of a side that was not found
    kanan_sekarang  VARCHAR,
    kiri_jenis VARCHAR, kiri_wilayah VARCHAR, kiri_opd VARCHAR, kiri_tahun VARCHAR, kiri_tingkat VARCHAR,
    kiri_kode VARCHAR, kiri_nama VARCHAR, kiri_satuan VARCHAR, kiri_pelaksana VARCHAR, kiri_induk VARCHAR,
    kanan_jenis VARCHAR, kanan_wilayah VARCHAR, kanan_opd VARCHAR, kanan_tahun VARCHAR, kanan_tingkat VARCHAR,
    kanan_kode VARCHAR, kanan_nama VARCHAR, kanan_satuan VARCHAR, kanan_pelaksana VARCHAR, kanan_induk VARCHAR
);

-- The decision that made a link; NULL where the machine made it.
ALTER TABLE data.tautan ADD COLUMN keputusan_id VARCHAR;
