-- What the region says of itself (daerah.toml), and the thresholds that rules compare with.
CREATE TABLE data.ambang_batas (
    kunci           VARCHAR NOT NULL,
    nilai           DOUBLE NOT NULL,
    bawaan          DOUBLE NOT NULL,        -- the value where a region says nothing
    arti            VARCHAR NOT NULL,
    sumber          VARCHAR NOT NULL
);
CREATE MACRO data.ambang(dicari) AS (SELECT nilai FROM data.ambang_batas WHERE kunci = dicari);

CREATE TABLE data.kemampuan_keuangan (
    tahun           INTEGER NOT NULL,
    rupiah          DECIMAL(24,2) NOT NULL,
    sumber          VARCHAR NOT NULL
);

CREATE TABLE data.tanggal_daerah (
    peristiwa       VARCHAR NOT NULL,       -- pelantikan, penetapan
    jenis           VARCHAR,                -- kind of the document that was enacted
    tahun           INTEGER,                -- its first year
    opd_kunci       VARCHAR,
    tanggal         DATE NOT NULL
);

CREATE TABLE data.opd_daerah (
    opd_kunci       VARCHAR NOT NULL,
    nama            VARCHAR NOT NULL,
    bidang_urusan   VARCHAR[] NOT NULL      -- codes, e.g. 1.02
);

-- How sure a finding must be to be called one.
CREATE OR REPLACE MACRO data.putusan(pasti, keyakinan) AS
    CASE WHEN pasti AND keyakinan >= data.ambang('keyakinan_temuan') THEN 'tidak konsisten' ELSE 'perlu diperiksa' END;

-- Why a rule was not run in this region; NULL when it was.
ALTER TABLE data.aturan ADD COLUMN dimatikan VARCHAR;
