-- Marks of reviewers on findings (room `review`) that are in force when the run is made; the book lies outside of releases.
CREATE TABLE data.tanda_temuan (
    temuan_id       VARCHAR NOT NULL,
    status          VARCHAR NOT NULL,       -- models.mark.Status
    alasan          VARCHAR NOT NULL,
    oleh            VARCHAR NOT NULL,
    pada            TIMESTAMP NOT NULL,     -- UTC
    sampai          DATE,
    uraian          VARCHAR NOT NULL        -- the finding's sentence when it was marked
);

-- Causes that many findings share: one row a cause, and the findings that it stands for.
CREATE TABLE data.sebab (
    sebab_id        VARCHAR NOT NULL,
    macam           VARCHAR NOT NULL,       -- file of warehouse/causes
    uraian          VARCHAR NOT NULL
);
ALTER TABLE data.temuan ADD COLUMN sebab_id VARCHAR;
