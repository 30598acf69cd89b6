-- What documents say about themselves (extractors.particulars), and what they have to hold.
CREATE TABLE data.keterangan (
    keterangan_id   VARCHAR NOT NULL,
    dokumen_id      VARCHAR NOT NULL,
    berkas_id       VARCHAR NOT NULL,
    urutan          INTEGER NOT NULL,
    jenis           VARCHAR NOT NULL,       -- models.particular.ParticularKind
    nomor           VARCHAR,
    teks            VARCHAR NOT NULL,
    tahun           INTEGER,                -- of a regulation
    tanggal         DATE,                   -- of the enactment
    halaman INTEGER, tabel INTEGER, baris INTEGER, x0 DOUBLE, atas DOUBLE, x1 DOUBLE, bawah DOUBLE,
    kutipan         VARCHAR NOT NULL,
    keyakinan       DOUBLE NOT NULL
);

CREATE TABLE data.acuan_bab (
    jenis           VARCHAR NOT NULL,
    peraturan       VARCHAR NOT NULL,
    dari            INTEGER NOT NULL,       -- first plan years of documents under it
    sampai          INTEGER NOT NULL,
    nomor           INTEGER NOT NULL,
    kata            VARCHAR[] NOT NULL      -- any of them in the title is enough
);

CREATE TABLE data.acuan_diganti (
    lama_jenis VARCHAR NOT NULL, lama_nomor VARCHAR NOT NULL, lama_tahun INTEGER NOT NULL,
    baru_jenis VARCHAR NOT NULL, baru_nomor VARCHAR NOT NULL, baru_tahun INTEGER NOT NULL,
    dari            INTEGER NOT NULL        -- first plan year that ought to name the new one
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
SELECT k.keterangan_id, 'keterangan', k.dokumen_id, k.berkas_id, d.opd_kunci, NULL, concat_ws(' ', k.nomor, k.teks),
       k.halaman, k.tabel, k.baris, k.x0, k.atas, k.x1, k.bawah, k.kutipan, k.keyakinan
FROM data.keterangan k JOIN data.dokumen d USING (dokumen_id)
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

-- Day on which a document was enacted: as the region says, else as it prints, when it prints one day only.
CREATE VIEW data.tanggal_penetapan AS
SELECT d.dokumen_id, coalesce(r.tanggal, c.tanggal) AS tanggal, coalesce(c.keterangan_id, d.dokumen_id) AS bukti_id, r.tanggal IS NOT NULL AS dari_daerah
FROM data.dokumen d
LEFT JOIN data.tanggal_daerah r ON r.peristiwa = 'penetapan' AND r.jenis = d.jenis AND (r.tahun IS NULL OR r.tahun = d.tahun_awal) AND r.opd_kunci IS NOT DISTINCT FROM d.opd_kunci
LEFT JOIN (SELECT dokumen_id, min(tanggal) AS tanggal, min(keterangan_id) AS keterangan_id FROM data.keterangan WHERE jenis = 'penetapan'
           GROUP BY dokumen_id HAVING count(DISTINCT tanggal) = 1) c ON c.dokumen_id = d.dokumen_id
WHERE coalesce(r.tanggal, c.tanggal) IS NOT NULL;
