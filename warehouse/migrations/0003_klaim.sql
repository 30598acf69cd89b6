-- Numbers that the prose claims (extractors/claims).
CREATE TABLE data.klaim (
    klaim_id        VARCHAR NOT NULL,
    dokumen_id      VARCHAR NOT NULL,
    berkas_id       VARCHAR NOT NULL,
    urutan          INTEGER NOT NULL,       -- reading order in the document
    macam           VARCHAR NOT NULL,       -- models.claim.ClaimKind: jumlah, nilai, pagu
    diukur          VARCHAR NOT NULL,       -- noun phrase that is counted or measured, as printed
    diukur_baku     VARCHAR NOT NULL,       -- normalised as names of indicators are
    dihitung        VARCHAR,                -- program, misi, ...; NULL when no part of a plan is counted
    peran           VARCHAR,                -- target, realisasi
    tahun           INTEGER,
    mentah          VARCHAR NOT NULL,
    jenis           VARCHAR NOT NULL,       -- models.quantity.QuantityKind
    nilai           DECIMAL(24,6),
    bacaan_lain     VARCHAR,
    satuan          VARCHAR,
    satuan_kelas    VARCHAR,                -- equivalence class
    desimal         INTEGER NOT NULL,
    dieja           DECIMAL(24,6),          -- the same number in words, "12 (dua belas)"
    halaman INTEGER, tabel INTEGER, baris INTEGER, x0 DOUBLE, atas DOUBLE, x1 DOUBLE, bawah DOUBLE,
    kutipan         VARCHAR NOT NULL,
    keyakinan       DOUBLE NOT NULL,
    keraguan        VARCHAR
);

CREATE OR REPLACE VIEW data.bukti AS
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
SELECT k.klaim_id, 'klaim', k.dokumen_id, k.berkas_id, d.opd_kunci, NULL, k.diukur,
       k.halaman, k.tabel, k.baris, k.x0, k.atas, k.x1, k.bawah, k.kutipan, k.keyakinan
FROM data.klaim k JOIN data.dokumen d USING (dokumen_id)
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
