-- Rows that set two plans side by side (T-C.31), one row for each half; the note of an indicator's row.
CREATE TABLE data.sandingan (
    sandingan_id    VARCHAR NOT NULL,
    dokumen_id      VARCHAR NOT NULL,
    berkas_id       VARCHAR NOT NULL,
    baris_ke        INTEGER NOT NULL,       -- the printed row, counted through the document; two halves share it
    sisi            VARCHAR NOT NULL,       -- kiri, kanan
    asal            VARCHAR NOT NULL,       -- models.comparison.Origin
    judul_sisi      VARCHAR NOT NULL,       -- as printed over the half
    judul_tabel     VARCHAR,
    tahun           INTEGER,
    nama            VARCHAR,                -- program, kegiatan or sub kegiatan
    indikator       VARCHAR,
    target          VARCHAR,                -- as printed
    target_jenis    VARCHAR,                -- models.quantity.QuantityKind
    target_nilai    DECIMAL(24,6),
    pagu            VARCHAR,                -- as printed
    rupiah          DECIMAL(24,2),
    catatan         VARCHAR,                -- of the row; '' when its column is empty, NULL when there is no such column
    halaman INTEGER, tabel INTEGER, baris INTEGER, x0 DOUBLE, atas DOUBLE, x1 DOUBLE, bawah DOUBLE,
    kutipan         VARCHAR NOT NULL,
    keyakinan       DOUBLE NOT NULL
);

ALTER TABLE data.indikator ADD COLUMN catatan_baris VARCHAR;  -- as catatan in data.sandingan

-- The facts so far, and the halves of such rows: a half is found by its id as any fact is.
ALTER VIEW data.bukti RENAME TO bukti_fakta;
CREATE VIEW data.bukti AS
FROM data.bukti_fakta
UNION ALL
SELECT s.sandingan_id, 'sandingan', s.dokumen_id, s.berkas_id, d.opd_kunci, NULL, coalesce(s.nama, s.indikator, s.judul_sisi),
       s.halaman, s.tabel, s.baris, s.x0, s.atas, s.x1, s.bawah, s.kutipan, s.keyakinan
FROM data.sandingan s JOIN data.dokumen d USING (dokumen_id);

-- A cell that prints a dash: nothing is meant, not "not printed".
CREATE MACRO data.setrip(teks) AS regexp_full_match(trim(teks), '[-–—]+|0');

-- Two texts that are not the same but for spelling; figures in them must be the same.
CREATE MACRO data.beda_tulisan(a, b) AS data.huruf(a) <> data.huruf(b)
    AND (data.mirip_ejaan(data.huruf(a), data.huruf(b)) < data.ambang('sandingan_mirip')
         OR list_sort(regexp_extract_all(a, '[0-9]+')) <> list_sort(regexp_extract_all(b, '[0-9]+')));

-- A name without the word that only says its rung.
CREATE MACRO data.tanpa_label(nama) AS regexp_replace(nama, '^((program|sub ?kegiatan|kegiatan)[ :]+)+', '', 'i');

-- Both halves of the rows that set the draft RKPD beside the office's own plan, and how they differ. What only one half prints
-- differs only when the other prints a dash, or nothing at all; spelling is no difference, another digit is.
CREATE VIEW data.banding_sandingan AS
WITH pasang AS (
    SELECT k AS kiri, n AS kanan, k.dokumen_id, k.berkas_id, k.judul_tabel, k.baris_ke, k.tahun, k.catatan, least(k.keyakinan, n.keyakinan) AS keyakinan,
           coalesce(k.rupiah, CASE WHEN data.setrip(k.pagu) THEN 0 END) AS kiri_rupiah, coalesce(n.rupiah, CASE WHEN data.setrip(n.pagu) THEN 0 END) AS kanan_rupiah,
           k.nama IS NULL AND k.indikator IS NULL AND coalesce(data.setrip(k.target), true) AND coalesce(data.setrip(k.pagu), true) AS kiri_kosong,
           n.nama IS NULL AND n.indikator IS NULL AND coalesce(data.setrip(n.target), true) AND coalesce(data.setrip(n.pagu), true) AS kanan_kosong
    FROM data.sandingan k JOIN data.sandingan n ON n.dokumen_id = k.dokumen_id AND n.baris_ke = k.baris_ke
    WHERE k.asal = 'RKPD' AND n.asal = 'Renja'),
banding AS (
    SELECT *, kiri_kosong <> kanan_kosong AND coalesce(kiri.nama, kanan.nama) IS NOT NULL AND coalesce(kiri_rupiah, kanan_rupiah, 0) + coalesce(kanan_rupiah, 0) <> 0 AS satu_sisi,
           coalesce(kiri_rupiah <> kanan_rupiah AND data.huruf(kiri.pagu) <> data.huruf(kanan.pagu), false) AS beda_pagu,
           coalesce(CASE WHEN kiri.target_nilai IS NOT NULL AND kanan.target_nilai IS NOT NULL THEN kiri.target_nilai <> kanan.target_nilai
                         ELSE data.setrip(kiri.target) <> data.setrip(kanan.target) OR data.beda_tulisan(kiri.target, kanan.target) END, false) AS beda_target,
           coalesce(data.beda_tulisan(kiri.indikator, kanan.indikator), false) AS beda_indikator,
           coalesce(data.beda_tulisan(data.tanpa_label(kiri.nama), data.tanpa_label(kanan.nama)), false) AS beda_nama
    FROM pasang)
SELECT dokumen_id, berkas_id, judul_tabel, baris_ke, tahun, catatan, keyakinan, kiri, kanan, satu_sisi,
       beda_pagu AND NOT satu_sisi AS beda_pagu, beda_target AND NOT satu_sisi AS beda_target,
       beda_indikator AS beda_indikator, beda_nama AS beda_nama,
       satu_sisi OR beda_pagu OR beda_target OR beda_indikator OR beda_nama AS berbeda
FROM banding;
