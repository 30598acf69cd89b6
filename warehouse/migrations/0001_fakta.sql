-- Facts of one run: documents, files, pages, plan items, indicators with values and pagu, statements, links, findings.
-- Ids are content hashes (models/ids.py). Fact tables carry no primary key (bulk load); publishing checks uniqueness.
CREATE SCHEMA IF NOT EXISTS data;

CREATE TABLE data.putaran (
    putaran_id      VARCHAR NOT NULL,       -- e.g. 20261122T010000
    mulai           TIMESTAMP NOT NULL,
    selesai         TIMESTAMP,
    sumber          VARCHAR,                -- the folder or configuration file as given
    versi_selaras   VARCHAR,
    versi_ekstraktor VARCHAR,
    berkas          INTEGER, diekstraksi INTEGER, gagal INTEGER, temuan INTEGER
);

CREATE TABLE data.dokumen (
    dokumen_id      VARCHAR NOT NULL,
    jenis           VARCHAR NOT NULL,       -- models.document.Kind
    wilayah         VARCHAR,
    opd             VARCHAR,
    opd_kunci       VARCHAR,                -- normalised key of the OPD, equal for all spellings in the run
    tahun_awal      INTEGER,
    tahun_akhir     INTEGER,                -- = tahun_awal for RKPD and Renja
    tahap           VARCHAR,                -- rancangan, penetapan, perubahan
    judul           VARCHAR,
    keyakinan       DOUBLE NOT NULL,
    alasan          VARCHAR NOT NULL        -- how it was identified
);

CREATE TABLE data.berkas (
    berkas_id       VARCHAR NOT NULL,       -- sha256 of the bytes; an id of the place for copies and bytes never had
    sha256          VARCHAR,                -- NULL when the bytes were never had (a download that failed)
    dokumen_id      VARCHAR,                -- NULL when the file could not be read
    nama            VARCHAR NOT NULL,
    path            VARCHAR NOT NULL,
    format          VARCHAR NOT NULL,
    ukuran          BIGINT NOT NULL,
    urutan          INTEGER,                -- place among the chapters of the document
    status          VARCHAR NOT NULL,       -- dibaca, sebagian, gagal, salinan
    salinan_dari    VARCHAR,                -- berkas_id of the file with the same bytes or content that is used instead
    pesan           VARCHAR,                -- Indonesian message with remedy, NULL when nothing went wrong
    kode_galat      VARCHAR
);

CREATE TABLE data.halaman (
    berkas_id       VARCHAR NOT NULL,
    halaman         INTEGER,                -- NULL for Word (whole body) and for a file that could not be read
    status          VARCHAR NOT NULL,       -- models.extraction.PageStatus
    tabel           INTEGER NOT NULL,
    indikator       INTEGER NOT NULL,
    alasan          VARCHAR,
    kode_galat      VARCHAR
);

-- All that went wrong in the run: with a file, a page, a manifest row or an address.
CREATE TABLE data.masalah (
    berkas_id       VARCHAR,                -- NULL when it belongs to no file
    lokasi          VARCHAR NOT NULL,       -- path, address, or the manifest as given
    halaman         INTEGER,
    kode_galat      VARCHAR NOT NULL,       -- models.errors.ErrorCode
    pesan           VARCHAR NOT NULL,
    perbaikan       VARCHAR NOT NULL        -- what the user can do
);

CREATE TABLE data.pernyataan (
    pernyataan_id   VARCHAR NOT NULL,
    dokumen_id      VARCHAR NOT NULL,
    berkas_id       VARCHAR NOT NULL,
    urutan          INTEGER NOT NULL,       -- reading order in the document
    jenis           VARCHAR NOT NULL,       -- visi, misi, tujuan, sasaran, strategi, arah kebijakan
    nomor           VARCHAR,
    teks            VARCHAR NOT NULL,
    induk_jenis     VARCHAR,
    induk_teks      VARCHAR,
    sumber          VARCHAR NOT NULL,       -- tabel, prosa
    halaman INTEGER, tabel INTEGER, baris INTEGER, x0 DOUBLE, atas DOUBLE, x1 DOUBLE, bawah DOUBLE,
    kutipan         VARCHAR NOT NULL,
    keyakinan       DOUBLE NOT NULL
);

-- One urusan / bidang / program / kegiatan / sub kegiatan / OPD row of a program table, with or without indicator.
CREATE TABLE data.butir (
    butir_id        VARCHAR NOT NULL,
    dokumen_id      VARCHAR NOT NULL,
    berkas_id       VARCHAR NOT NULL,
    urutan          INTEGER NOT NULL,
    tingkat         VARCHAR NOT NULL,       -- models.indicator.ItemLevel
    kode            VARCHAR,                -- as printed, digits and points
    kode_baku       VARCHAR,                -- canonical (models.codes), sub kegiatan in four digits
    nama            VARCHAR NOT NULL,
    nama_baku       VARCHAR NOT NULL,
    program         VARCHAR, kegiatan VARCHAR,   -- names of the items above
    penanggung_jawab VARCHAR,
    opd_kunci       VARCHAR,                -- of penanggung_jawab, else of the document
    halaman INTEGER, tabel INTEGER, baris INTEGER, x0 DOUBLE, atas DOUBLE, x1 DOUBLE, bawah DOUBLE,
    kutipan         VARCHAR NOT NULL,
    keyakinan       DOUBLE NOT NULL
);

CREATE TABLE data.indikator (
    indikator_id    VARCHAR NOT NULL,
    dokumen_id      VARCHAR NOT NULL,
    berkas_id       VARCHAR NOT NULL,
    urutan          INTEGER NOT NULL,
    tingkat         VARCHAR,                -- models.indicator.Level
    kode            VARCHAR,
    kode_baku       VARCHAR,
    nama            VARCHAR NOT NULL,
    nama_baku       VARCHAR NOT NULL,       -- normalised name (alignment.normalise)
    ukuran          VARCHAR,                -- measure word: persentase, jumlah, indeks ...
    arah            VARCHAR,                -- naik, turun (which way is better); NULL when unknown
    kumulatif       BOOLEAN,                -- the name says so; NULL when it does not
    satuan          VARCHAR,
    satuan_baku     VARCHAR,                -- canonical unit (models.units)
    satuan_kelas    VARCHAR,                -- equivalence class
    satuan_asal     VARCHAR,                -- kolom, sel (behind the values); NULL when there is none
    misi VARCHAR, tujuan VARCHAR, sasaran VARCHAR, urusan VARCHAR, program VARCHAR, kegiatan VARCHAR, subkegiatan VARCHAR,
    judul_tabel     VARCHAR,
    penanggung_jawab VARCHAR,
    opd_kunci       VARCHAR,
    halaman INTEGER, tabel INTEGER, baris INTEGER, x0 DOUBLE, atas DOUBLE, x1 DOUBLE, bawah DOUBLE,
    kutipan         VARCHAR NOT NULL,
    keyakinan       DOUBLE NOT NULL,
    keraguan        VARCHAR                 -- Indonesian, why confidence is low
);

-- Values of indicators. peran: target, awal, akhir, realisasi. tahun is NULL for akhir without a printed year.
CREATE TABLE data.nilai (
    indikator_id    VARCHAR NOT NULL,
    peran           VARCHAR NOT NULL,
    tahun           INTEGER,
    triwulan        VARCHAR,                -- I..IV for form E.81, else NULL
    mentah          VARCHAR NOT NULL,
    jenis           VARCHAR NOT NULL,       -- models.quantity.QuantityKind
    nilai           DECIMAL(24,6),
    bawah           DECIMAL(24,6),
    atas            DECIMAL(24,6),
    bacaan_lain     VARCHAR,                -- other readings, joined by " | "
    satuan          VARCHAR,                -- unit printed in the cell
    desimal         INTEGER NOT NULL,
    catatan         VARCHAR
);

-- Pagu of plan items and of indicator rows. pemilik_id is a butir_id or an indikator_id; rules sum only over butir.
CREATE TABLE data.pagu (
    pemilik_id      VARCHAR NOT NULL,
    pemilik         VARCHAR NOT NULL,       -- butir, indikator
    peran           VARCHAR NOT NULL,       -- pagu, akhir, realisasi
    tahun           INTEGER,
    triwulan        VARCHAR,
    mentah          VARCHAR NOT NULL,
    rupiah          DECIMAL(24,2)
);

CREATE TABLE data.tautan (
    tautan_id       VARCHAR NOT NULL,
    jenjang         VARCHAR NOT NULL,       -- RPJMD-Renstra, RPJMD-RKPD, RKPD-Renja, Renstra-Renja; with what was agreed for a year: RPJMD-PK, Renstra-PK, Renja-PK
    kiri_dokumen    VARCHAR NOT NULL,
    kanan_dokumen   VARCHAR NOT NULL,
    kiri_id         VARCHAR NOT NULL,       -- indikator_id in the upper document
    kanan_id        VARCHAR NOT NULL,
    hubungan        VARCHAR NOT NULL,       -- sama, berubah, perlu diperiksa
    skor            DOUBLE NOT NULL,
    alasan          VARCHAR NOT NULL,
    fitur           VARCHAR NOT NULL        -- JSON object of named features
);

-- Which pairs of documents were held against each other, so that a rule can say where something was looked for.
CREATE TABLE data.pasangan (
    jenjang         VARCHAR NOT NULL,
    kiri_dokumen    VARCHAR NOT NULL,
    kanan_dokumen   VARCHAR NOT NULL
);

CREATE TABLE data.aturan (
    aturan          VARCHAR NOT NULL,       -- A01 ...
    nama            VARCHAR NOT NULL,
    tingkat         VARCHAR NOT NULL,       -- K, M, m, i
    dibandingkan    VARCHAR NOT NULL,
    dasar           VARCHAR NOT NULL,
    contoh          VARCHAR NOT NULL,
    perbaikan       VARCHAR NOT NULL,
    sejak           VARCHAR NOT NULL,
    sql             VARCHAR NOT NULL
);

CREATE TABLE data.temuan (
    temuan_id       VARCHAR NOT NULL,
    aturan          VARCHAR NOT NULL,
    tingkat         VARCHAR NOT NULL,
    putusan         VARCHAR NOT NULL,       -- tidak konsisten, perlu diperiksa
    kiri_id         VARCHAR NOT NULL,       -- id of an indikator, butir, pernyataan or dokumen (see data.bukti)
    kanan_id        VARCHAR,                -- NULL: not found, see dicari_di
    tahun           INTEGER,
    nilai_kiri      VARCHAR,
    nilai_kanan     VARCHAR,
    uraian          VARCHAR NOT NULL,       -- the finding in one Indonesian sentence
    dicari_di       VARCHAR,                -- "tidak ditemukan di: ..." which documents were searched
    keyakinan       DOUBLE NOT NULL
);

-- What became of the findings since the release before (warehouse/diff.py); filled when publishing.
CREATE TABLE data.perubahan (
    temuan_id       VARCHAR NOT NULL,
    perubahan       VARCHAR NOT NULL,       -- baru, selesai, masih
    aturan          VARCHAR NOT NULL,
    tingkat         VARCHAR NOT NULL,
    putusan         VARCHAR NOT NULL,
    opd             VARCHAR,
    uraian          VARCHAR NOT NULL,
    putaran_sebelumnya VARCHAR NOT NULL     -- putaran_id of the release compared with
);

-- Facts about the release itself: versions, hashes. Filled when publishing.
CREATE TABLE data.meta (
    kunci           VARCHAR NOT NULL,
    nilai           VARCHAR
);

-- The dictionary of the public views, taken from their COMMENT ON (warehouse/views.py).
CREATE TABLE data.kamus (
    tampilan        VARCHAR NOT NULL,
    urutan          INTEGER NOT NULL,       -- place of the column, 0 for the view itself
    kolom           VARCHAR,
    tipe            VARCHAR,
    arti            VARCHAR
);

-- Documents with the name that people read.
CREATE VIEW data.dokumen_bernama AS
SELECT d.*,
       concat_ws(' ', d.jenis, coalesce(d.opd, d.wilayah, d.judul),
           CASE WHEN d.tahun_awal = d.tahun_akhir THEN d.tahun_awal::VARCHAR
                ELSE nullif(concat_ws('-', d.tahun_awal, d.tahun_akhir), '') END,
           CASE WHEN d.tahap <> 'penetapan' THEN '(' || d.tahap || ')' END) AS dokumen
FROM data.dokumen d;

-- Any fact's id -> where it stands. What findings and reports join to. A whole document stands in its first file.
CREATE VIEW data.bukti AS
SELECT indikator_id AS id, 'indikator' AS macam, dokumen_id, berkas_id, opd_kunci, kode_baku, nama,
       halaman, tabel, baris, x0, atas, x1, bawah, kutipan, keyakinan
FROM data.indikator
UNION ALL
SELECT butir_id, 'butir', dokumen_id, berkas_id, opd_kunci, kode_baku, nama,
       halaman, tabel, baris, x0, atas, x1, bawah, kutipan, keyakinan
FROM data.butir
UNION ALL
SELECT p.pernyataan_id, 'pernyataan', p.dokumen_id, p.berkas_id, d.opd_kunci, NULL, p.teks,
       p.halaman, p.tabel, p.baris, p.x0, p.atas, p.x1, p.bawah, p.kutipan, p.keyakinan
FROM data.pernyataan p JOIN data.dokumen d USING (dokumen_id)
UNION ALL
SELECT d.dokumen_id, 'dokumen', d.dokumen_id, b.berkas_id, d.opd_kunci, NULL, coalesce(d.judul, d.jenis),
       NULL, NULL, NULL, NULL, NULL, NULL, NULL, coalesce(d.judul, d.jenis), d.keyakinan
FROM data.dokumen d
LEFT JOIN (
    SELECT dokumen_id, arg_min(berkas_id, (urutan, nama)) AS berkas_id
    FROM data.berkas
    WHERE status <> 'salinan'
    GROUP BY dokumen_id
) b USING (dokumen_id);

-- Two printed numbers agree when they are equal after rounding to the coarser number of decimals of the two.
CREATE MACRO data.setara(a, desimal_a, b, desimal_b) AS
    abs(a - b) <= CASE WHEN desimal_a = desimal_b THEN 0 ELSE 0.5 * power(10, -least(desimal_a, desimal_b)) END + 1e-9;
