-- Official lists (room `reference`) and what rows of documents are to them.
CREATE TABLE data.rujukan (
    rujukan_id      VARCHAR NOT NULL,
    judul           VARCHAR NOT NULL,
    jenis           VARCHAR NOT NULL,       -- models.reference.ListKind
    tahun_awal      INTEGER,                -- plan years that it holds for; NULL: all
    tahun_akhir     INTEGER,
    sumber          VARCHAR NOT NULL,
    berkas          VARCHAR NOT NULL,
    sha256          VARCHAR NOT NULL,
    dimuat          TIMESTAMP NOT NULL      -- UTC
);

CREATE TABLE data.rujukan_entri (
    entri_id        VARCHAR NOT NULL,
    rujukan_id      VARCHAR NOT NULL,
    tingkat         VARCHAR NOT NULL,
    pemda           VARCHAR,                -- models.reference.Tier; NULL: both
    kode            VARCHAR,
    nama            VARCHAR NOT NULL,
    indikator       VARCHAR,
    satuan          VARCHAR,
    definisi        VARCHAR,
    sebelumnya      VARCHAR,
    sumber          VARCHAR
);

-- Which version of the nomenclature a document was held against.
CREATE TABLE data.rujukan_dokumen (
    dokumen_id      VARCHAR NOT NULL,
    rujukan_id      VARCHAR,                -- NULL: none, `alasan` says why
    tahun_cocok     BOOLEAN NOT NULL,       -- the list holds for the plan's years
    alasan          VARCHAR NOT NULL
);

CREATE TABLE data.tautan_rujukan (
    fakta_id        VARCHAR NOT NULL,       -- butir_id, indikator_id, or dokumen_id (its region)
    dokumen_id      VARCHAR NOT NULL,
    rujukan_id      VARCHAR NOT NULL,
    entri_id        VARCHAR,                -- NULL: not in the list
    hasil           VARCHAR NOT NULL,       -- models.reference.Tie
    skor            DOUBLE NOT NULL,
    alasan          VARCHAR NOT NULL
);
