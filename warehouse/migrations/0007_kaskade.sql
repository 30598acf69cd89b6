-- The cascade visi > misi > tujuan > sasaran > strategi > arah kebijakan > program > kegiatan > sub kegiatan as a tree per document.
-- A node (simpul) is a statement or item that a document names, once however often it is printed. The views `susun_...` say what the
-- tables hold; warehouse/cascade.py fills them in this order.

CREATE TABLE data.simpul (
    simpul_id       VARCHAR NOT NULL,       -- pernyataan_id or butir_id of its first print
    dokumen_id      VARCHAR NOT NULL,
    jenis           VARCHAR NOT NULL,       -- models.indicator.StatementKind; program, kegiatan, subkegiatan
    kunci           VARCHAR NOT NULL,       -- what tells the nodes of a kind (and OPD) in a document apart
    opd             VARCHAR NOT NULL,       -- OPD key, '' when there is none
    urutan          INTEGER NOT NULL,
    induk_id        VARCHAR,
    nomor           VARCHAR,
    kode            VARCHAR,
    teks            VARCHAR NOT NULL,
    nama_kunci      VARCHAR NOT NULL,       -- data.huruf of the text
    berkas_id       VARCHAR NOT NULL,
    halaman INTEGER, tabel INTEGER, baris INTEGER,
    kutipan         VARCHAR NOT NULL,
    keyakinan       DOUBLE NOT NULL
);

CREATE TABLE data.simpul_indikator (
    simpul_id       VARCHAR NOT NULL,
    banyak          BIGINT NOT NULL
);

CREATE TABLE data.simpul_lintas (
    jenjang         VARCHAR NOT NULL,
    kiri_dokumen    VARCHAR NOT NULL,
    kanan_dokumen   VARCHAR NOT NULL,
    kiri_id         VARCHAR NOT NULL,       -- simpul_id in the upper document
    kanan_id        VARCHAR NOT NULL,
    hubungan        VARCHAR NOT NULL,
    skor            DOUBLE NOT NULL
);

CREATE TABLE data.pohon (
    simpul_id       VARCHAR NOT NULL,
    kedalaman       INTEGER NOT NULL,
    jalur           VARCHAR[] NOT NULL,     -- texts from the root of the document
    jalur_id        VARCHAR[] NOT NULL,
    tempat          BIGINT[] NOT NULL       -- sorts as the tree is printed
);

-- Letters and digits alone: what line ends, capitals and punctuation leave of a text.
CREATE MACRO data.huruf(teks) AS regexp_replace(lower(teks), '[^a-z0-9]+', '', 'g');

-- Rung of a kind of node; parents stand on a lesser one, so the tree has no cycle.
CREATE MACRO data.pangkat(jenis) AS list_position(['visi', 'misi', 'tujuan', 'sasaran', 'program prioritas', 'strategi', 'arah kebijakan',
    'program', 'kegiatan', 'subkegiatan'], jenis);

-- The first n parts of a code.
CREATE MACRO data.awal_kode(kode, n) AS array_to_string(string_split(kode, '.')[1:n], '.');

-- Statements that are sure enough. The parent is the first that any print of the statement names.
CREATE VIEW data.susun_pernyataan AS
WITH satu AS (
    SELECT dokumen_id, jenis, data.huruf(teks) AS kunci, arg_min(pernyataan_id, urutan) AS simpul_id, min(urutan) AS urutan,
           arg_min(induk_jenis, urutan) FILTER (induk_teks IS NOT NULL) AS induk_jenis,
           arg_min(data.huruf(induk_teks), urutan) FILTER (induk_teks IS NOT NULL) AS induk_kunci
    FROM data.pernyataan p
    WHERE keyakinan >= 0.5 AND data.huruf(teks) <> ''
      -- a program prioritas that the document has as a program is that program
      AND NOT (jenis = 'program prioritas' AND EXISTS (
          SELECT 1 FROM data.butir b WHERE b.dokumen_id = p.dokumen_id AND b.tingkat = 'program' AND data.huruf(b.nama) = data.huruf(p.teks)))
    GROUP BY ALL),
-- Where the kind above has one member only, it is the parent: a document has one visi.
tunggal AS (
    SELECT dokumen_id, jenis, CASE WHEN count(*) = 1 THEN any_value(simpul_id) END AS satu_id
    FROM satu WHERE jenis IN ('visi', 'misi', 'tujuan', 'sasaran') GROUP BY ALL),
induk_tunggal AS (
    SELECT s.simpul_id, struct_extract(arg_max({'id': t.satu_id}, data.pangkat(t.jenis)), 'id') AS induk_id
    FROM satu s JOIN tunggal t ON t.dokumen_id = s.dokumen_id AND data.pangkat(t.jenis) < data.pangkat(s.jenis)
    GROUP BY s.simpul_id)
SELECT s.simpul_id, s.dokumen_id, s.jenis, s.kunci, coalesce(d.opd_kunci, '') AS opd, s.urutan, coalesce(i.simpul_id, t.induk_id) AS induk_id,
       p.nomor, NULL AS kode, p.teks, s.kunci AS nama_kunci, p.berkas_id, p.halaman, p.tabel, p.baris, p.kutipan, p.keyakinan
FROM satu s
JOIN data.pernyataan p ON p.pernyataan_id = s.simpul_id
JOIN data.dokumen d ON d.dokumen_id = s.dokumen_id
LEFT JOIN satu i ON i.dokumen_id = s.dokumen_id AND i.jenis = s.induk_jenis AND i.kunci = s.induk_kunci
    AND data.pangkat(i.jenis) < data.pangkat(s.jenis)
LEFT JOIN induk_tunggal t ON t.simpul_id = s.simpul_id;

-- Items with the key of their node. In a region's document those of each OPD stand apart; one printed without code is the one of
-- that name with code.
CREATE VIEW data.butir_kunci AS
WITH butir AS (
    SELECT b.*, d.opd_kunci IS NULL AS daerah, coalesce(d.opd_kunci, b.opd_kunci, '') AS opd, data.huruf(b.nama) AS nama_kunci,
           coalesce(data.huruf(b.program), '') AS program_kunci, coalesce(data.huruf(b.kegiatan), '') AS kegiatan_kunci
    FROM data.butir_isi b JOIN data.dokumen d USING (dokumen_id)
    WHERE b.tingkat IN ('program', 'kegiatan', 'subkegiatan')),
berkode AS (
    SELECT dokumen_id, tingkat, nama_kunci, min(kode_baku) AS kode, min(opd) AS opd
    FROM butir WHERE kode_baku IS NOT NULL GROUP BY ALL HAVING count(DISTINCT (kode_baku, opd)) = 1),
lengkap AS (
    SELECT b.* REPLACE (coalesce(b.kode_baku, k.kode) AS kode_baku, CASE WHEN b.opd = '' THEN coalesce(k.opd, '') ELSE b.opd END AS opd)
    FROM butir b LEFT JOIN berkode k ON b.kode_baku IS NULL AND k.dokumen_id = b.dokumen_id AND k.tingkat = b.tingkat AND k.nama_kunci = b.nama_kunci)
SELECT *, coalesce(kode_baku, concat_ws('|', nama_kunci, program_kunci, kegiatan_kunci)) AS kunci FROM lengkap;

CREATE VIEW data.susun_butir AS
WITH satu AS (
    SELECT dokumen_id, daerah, tingkat AS jenis, opd, kunci,
           arg_min(butir_id, urutan) AS simpul_id, min(urutan) AS urutan, any_value(kode_baku) AS kode, arg_min(nama_kunci, urutan) AS nama_kunci,
           arg_min(program_kunci, urutan) AS program_kunci, arg_min(kegiatan_kunci, urutan) AS kegiatan_kunci,
           arg_min(data.huruf(tujuan), urutan) FILTER (tujuan IS NOT NULL) AS tujuan_kunci,
           arg_min(data.huruf(sasaran), urutan) FILTER (sasaran IS NOT NULL) AS sasaran_kunci
    FROM data.butir_kunci GROUP BY ALL),
-- Possible parents, the best first: by code, then by name (the nearest of that name).
calon AS (
    SELECT a.simpul_id, i.simpul_id AS induk_id, CASE i.jenis WHEN 'kegiatan' THEN 1 ELSE 3 END AS peringkat, 0 AS jarak
    FROM satu a JOIN satu i ON i.dokumen_id = a.dokumen_id AND i.opd = a.opd
        AND i.kode = data.awal_kode(a.kode, CASE i.jenis WHEN 'program' THEN 3 ELSE 5 END)
    WHERE (a.jenis = 'subkegiatan' AND i.jenis IN ('program', 'kegiatan')) OR (a.jenis = 'kegiatan' AND i.jenis = 'program')
    UNION ALL
    SELECT a.simpul_id, i.simpul_id, 2, abs(a.urutan - i.urutan)
    FROM satu a JOIN satu i ON i.dokumen_id = a.dokumen_id AND i.opd = a.opd AND i.nama_kunci = a.kegiatan_kunci
    WHERE a.jenis = 'subkegiatan' AND i.jenis = 'kegiatan'
    UNION ALL
    SELECT a.simpul_id, i.simpul_id, 4, abs(a.urutan - i.urutan)
    FROM satu a JOIN satu i ON i.dokumen_id = a.dokumen_id AND i.opd = a.opd AND i.nama_kunci = a.program_kunci
    WHERE a.jenis IN ('kegiatan', 'subkegiatan') AND i.jenis = 'program'
    UNION ALL
    SELECT a.simpul_id, s.simpul_id, 5, 0
    FROM satu a JOIN data.simpul s ON s.dokumen_id = a.dokumen_id AND s.jenis = 'sasaran' AND s.kunci = a.sasaran_kunci
    WHERE a.jenis = 'program'
    UNION ALL
    SELECT a.simpul_id, s.simpul_id, 6, 0
    FROM satu a JOIN data.simpul s ON s.dokumen_id = a.dokumen_id AND s.jenis = 'tujuan' AND s.kunci = a.tujuan_kunci
    WHERE a.jenis = 'program'
    UNION ALL
    -- the only sasaran of an OPD's document
    SELECT a.simpul_id, s.satu_id, 7, 0
    FROM satu a JOIN (SELECT dokumen_id, any_value(simpul_id) AS satu_id FROM data.simpul WHERE jenis = 'sasaran'
                      GROUP BY dokumen_id HAVING count(*) = 1) s ON s.dokumen_id = a.dokumen_id
    WHERE a.jenis = 'program' AND NOT a.daerah)
SELECT a.simpul_id, a.dokumen_id, a.jenis, a.kunci, a.opd, a.urutan, c.induk_id, NULL AS nomor, a.kode, b.nama AS teks, a.nama_kunci,
       b.berkas_id, b.halaman, b.tabel, b.baris, b.kutipan, b.keyakinan
FROM satu a
JOIN data.butir b ON b.butir_id = a.simpul_id
LEFT JOIN (SELECT simpul_id, arg_min(induk_id, peringkat * 1000000 + jarak) AS induk_id FROM calon GROUP BY simpul_id) c USING (simpul_id);

-- How many indicators measure each node, each name once.
CREATE VIEW data.susun_indikator AS
WITH indikator AS (
    SELECT i.*, coalesce(d.opd_kunci, i.opd_kunci, '') AS opd, CASE i.tingkat WHEN 'program' THEN data.huruf(i.program)
           WHEN 'kegiatan' THEN data.huruf(i.kegiatan) WHEN 'subkegiatan' THEN data.huruf(i.subkegiatan) END AS butir_kunci
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)),
ukur AS (
    SELECT s.simpul_id, i.nama_baku
    FROM indikator i JOIN data.simpul s ON s.dokumen_id = i.dokumen_id AND s.jenis = 'tujuan' AND s.kunci = data.huruf(i.tujuan)
    WHERE i.tingkat = 'tujuan'
    UNION ALL
    SELECT s.simpul_id, i.nama_baku
    FROM indikator i JOIN data.simpul s ON s.dokumen_id = i.dokumen_id AND s.jenis = 'sasaran' AND s.kunci = data.huruf(i.sasaran)
    WHERE coalesce(i.tingkat, '') NOT IN ('tujuan', 'program', 'kegiatan', 'subkegiatan')
    UNION ALL
    SELECT s.simpul_id, i.nama_baku
    FROM indikator i JOIN data.simpul s ON s.dokumen_id = i.dokumen_id AND s.jenis = i.tingkat AND s.kode = i.kode_baku
    WHERE s.opd = i.opd OR s.opd = '' OR i.opd = ''
    UNION ALL
    SELECT s.simpul_id, i.nama_baku
    FROM indikator i JOIN data.simpul s ON s.dokumen_id = i.dokumen_id AND s.jenis = i.tingkat AND s.nama_kunci = i.butir_kunci
    WHERE (s.opd = i.opd OR s.opd = '' OR i.opd = '') AND (s.kode IS NULL OR i.kode_baku IS NULL))
SELECT simpul_id, count(DISTINCT nama_baku) AS banyak FROM ukur GROUP BY simpul_id;

-- Where a node of the upper document goes on in the lower one: linked statements, items of the same code (else name) and OPD.
-- Plans only: a PK agrees on a choice of them, and may be older than the Renja it is held against.
CREATE VIEW data.susun_lintas AS
WITH pasang AS (SELECT * FROM data.pasangan WHERE jenjang NOT LIKE '%-PK'),
ujung AS (
    SELECT p.pernyataan_id, s.simpul_id
    FROM data.pernyataan p JOIN data.simpul s ON s.dokumen_id = p.dokumen_id AND s.jenis = p.jenis AND s.kunci = data.huruf(p.teks)),
butir AS (SELECT *, coalesce(data.kode_umum(kode), nama_kunci) AS kunci_lintas FROM data.simpul WHERE jenis IN ('program', 'kegiatan', 'subkegiatan'))
SELECT t.jenjang, t.kiri_dokumen, t.kanan_dokumen, k.simpul_id AS kiri_id, n.simpul_id AS kanan_id, t.hubungan, t.skor
FROM data.tautan_pernyataan t
JOIN pasang p ON p.kiri_dokumen = t.kiri_dokumen AND p.kanan_dokumen = t.kanan_dokumen  -- not the stages of one plan
JOIN ujung k ON k.pernyataan_id = t.kiri_id
JOIN ujung n ON n.pernyataan_id = t.kanan_id
UNION ALL
SELECT p.jenjang, p.kiri_dokumen, p.kanan_dokumen, a.simpul_id, b.simpul_id, CASE WHEN a.nama_kunci = b.nama_kunci THEN 'sama' ELSE 'berubah' END, 1.0
FROM pasang p
JOIN butir a ON a.dokumen_id = p.kiri_dokumen
JOIN butir b ON b.dokumen_id = p.kanan_dokumen AND b.jenis = a.jenis AND b.kunci_lintas = a.kunci_lintas
WHERE a.opd = b.opd OR a.opd = '' OR b.opd = '';

-- Every node with its path from the root of its document.
CREATE VIEW data.susun_pohon AS
WITH RECURSIVE pohon AS (
    SELECT simpul_id, 1 AS kedalaman, [teks] AS jalur, [simpul_id] AS jalur_id, [data.pangkat(jenis) * 1000000 + urutan] AS tempat
    FROM data.simpul WHERE induk_id IS NULL
    UNION ALL
    SELECT s.simpul_id, p.kedalaman + 1, list_append(p.jalur, s.teks), list_append(p.jalur_id, s.simpul_id),
           list_append(p.tempat, data.pangkat(s.jenis) * 1000000 + s.urutan)
    FROM data.simpul s JOIN pohon p ON s.induk_id = p.simpul_id)
SELECT * FROM pohon;

-- What should stand under a node of each kind, and in which kinds of documents. `wajib`: told of the whole document when none is read.
CREATE VIEW data.kaskade_harapan AS
SELECT * FROM (VALUES
    ('misi', 'tujuan'), ('tujuan', 'sasaran'), ('sasaran', 'program'), ('program', 'kegiatan'), ('kegiatan', 'subkegiatan'),
    ('tujuan', 'indikator'), ('sasaran', 'indikator'), ('program', 'indikator'), ('kegiatan', 'indikator'), ('subkegiatan', 'indikator')
) AS h (jenis, hilang);

CREATE VIEW data.kaskade_wajib AS
SELECT * FROM (VALUES
    ('RPJMD', ['visi', 'misi', 'tujuan', 'sasaran', 'program']), ('RKPD', ['tujuan', 'sasaran', 'program', 'kegiatan', 'subkegiatan']),
    ('Renstra', ['tujuan', 'sasaran', 'program', 'kegiatan', 'subkegiatan']), ('Renja', ['tujuan', 'sasaran', 'program', 'kegiatan', 'subkegiatan'])
) AS w (jenis_dokumen, jenis);

CREATE MACRO data.sebut_hilang(jenis) AS CASE jenis WHEN 'subkegiatan' THEN 'sub kegiatan' ELSE jenis END;
