-- Indicators without a partner (alignment/alone.py): where each was looked for, and what came nearest.
CREATE TABLE data.tanpa_padanan (
    jenjang         VARCHAR NOT NULL,       -- as data.pasangan.jenjang
    hubungan        VARCHAR NOT NULL,       -- baru, tidak berlanjut
    indikator_id    VARCHAR NOT NULL,
    dicari          VARCHAR[] NOT NULL,     -- dokumen_id of the documents that were searched
    banyak          INTEGER NOT NULL,       -- indicators among which it was looked for
    terdekat_id     VARCHAR,                -- most alike indicator; NULL when none is
    skor            DOUBLE NOT NULL,
    alasan          VARCHAR NOT NULL,
    beda            VARCHAR,                -- both names word by word, the upper document's first
    fitur           VARCHAR NOT NULL        -- JSON object of named features
);

-- Both names of a link word by word.
ALTER TABLE data.tautan ADD COLUMN beda VARCHAR;

-- Words that only one side of such a difference has.
CREATE OR REPLACE MACRO data.kata_hilang(beda) AS nullif(array_to_string(regexp_extract_all(beda, '\[-(.*?)-\]', 1), ' ... '), '');
CREATE OR REPLACE MACRO data.kata_baru(beda) AS nullif(array_to_string(regexp_extract_all(beda, '\{\+(.*?)\+\}', 1), ' ... '), '');

-- Parts of an indicator's name (alignment/normalise.py).
ALTER TABLE data.indikator ADD COLUMN konsep VARCHAR;      -- content words behind the measure word
ALTER TABLE data.indikator ADD COLUMN penjelas VARCHAR;    -- members of contrast sets, joined by "; "

-- Why a plan is held against no other document; NULL when it is.
ALTER TABLE data.dokumen ADD COLUMN tidak_dibandingkan VARCHAR;
