-- Scores: SMART per indicator, outcome orientation per goal statement, and criteria of rubrics per perangkat daerah and region.
-- A value is 1 (met), 0 (not met), a share between, or NULL: the documents do not show it, a person must judge. warehouse/scores.py
-- fills the tables in the order of this file, after the rules.

-- Words that judge wording (models/lexicon/quality.toml, scoring.toml, measures.toml).
CREATE TABLE data.acuan_mutu (
    macam           VARCHAR NOT NULL,       -- kabur, kondisi, laju, perubahan, proses, umum, ukuran
    kata            VARCHAR NOT NULL
);
-- What a document of each kind must hold, as far as facts show it (scoring.toml).
CREATE TABLE data.acuan_isi (
    jenis           VARCHAR NOT NULL,       -- models.document.Kind
    isi             VARCHAR NOT NULL,       -- a value of data.isi_dokumen
    nama            VARCHAR NOT NULL
);

CREATE MACRO data.kata_acuan(dicari) AS (SELECT coalesce(list(kata), []) FROM data.acuan_mutu WHERE macam = dicari);
CREATE MACRO data.kata_kata(teks) AS list_filter(string_split(trim(regexp_replace(lower(teks), '[^a-z0-9]+', ' ', 'g')), ' '), lambda k: k <> '');
-- Words of content: none of the general words, no short one.
CREATE MACRO data.kata_isi(teks, umum) AS list_distinct(list_filter(data.kata_kata(teks), lambda k: length(k) >= 4 AND NOT list_contains(umum, k)));

-- SMART per indicator ---------------------------------------------------------------------------------------

CREATE TABLE data.smart (
    indikator_id            VARCHAR NOT NULL,
    spesifik                DOUBLE, spesifik_alasan         VARCHAR NOT NULL,
    terukur                 DOUBLE, terukur_alasan          VARCHAR NOT NULL,
    dapat_dicapai           DOUBLE, dapat_dicapai_alasan    VARCHAR NOT NULL,
    relevan                 DOUBLE, relevan_alasan          VARCHAR NOT NULL,
    berbatas_waktu          DOUBLE, berbatas_waktu_alasan   VARCHAR NOT NULL,
    cukup                   DOUBLE, cukup_alasan            VARCHAR NOT NULL,
    menantang               DOUBLE, menantang_alasan        VARCHAR NOT NULL
);

-- The goal or item that an indicator measures, as its table prints it.
CREATE MACRO data.induk_indikator(i) AS CASE struct_extract(i, 'tingkat')
    WHEN 'tujuan' THEN struct_extract(i, 'tujuan') WHEN 'program' THEN coalesce(struct_extract(i, 'program'), struct_extract(i, 'sasaran'))
    WHEN 'kegiatan' THEN coalesce(struct_extract(i, 'kegiatan'), struct_extract(i, 'program'))
    WHEN 'subkegiatan' THEN coalesce(struct_extract(i, 'subkegiatan'), struct_extract(i, 'kegiatan'))
    ELSE coalesce(struct_extract(i, 'sasaran'), struct_extract(i, 'tujuan')) END;

-- Years for which most rows of a level on a page (in a table of Word or Excel) print a target: the years that the table has.
CREATE VIEW data.tahun_target AS
WITH baris AS (SELECT berkas_id, halaman, tabel, coalesce(tingkat, '') AS tingkat, count(*) AS banyak FROM data.indikator GROUP BY ALL),
isi AS (
    SELECT i.berkas_id, i.halaman, i.tabel, coalesce(i.tingkat, '') AS tingkat, n.tahun, count(*) AS banyak
    FROM data.indikator i JOIN data.nilai n USING (indikator_id)
    WHERE n.peran = 'target' AND n.triwulan IS NULL AND n.tahun IS NOT NULL GROUP BY ALL)
SELECT i.berkas_id, i.halaman, i.tabel, i.tingkat, list(i.tahun ORDER BY i.tahun) AS tahun
FROM isi i JOIN baris b ON b.berkas_id = i.berkas_id AND b.halaman IS NOT DISTINCT FROM i.halaman AND b.tabel IS NOT DISTINCT FROM i.tabel AND b.tingkat = i.tingkat
WHERE i.banyak * 2 >= b.banyak GROUP BY ALL;

CREATE VIEW data.susun_smart AS
WITH nilai AS (
    SELECT indikator_id, count(*) FILTER (peran IN ('target', 'akhir')) AS target,
           min(mentah) FILTER (peran IN ('target', 'akhir') AND jenis IN ('kosong', 'teks', 'arah')) AS bukan_angka,
           count(*) FILTER (peran IN ('target', 'akhir') AND jenis = 'ambigu') AS ambigu,
           min(mentah) FILTER (peran IN ('target', 'akhir') AND jenis = 'ambigu') AS contoh_ambigu,
           bool_or(satuan IS NOT NULL) AS bersatuan,
           arg_min({'n': nilai, 'm': mentah}, tahun) FILTER (peran = 'awal' AND jenis = 'angka') AS awal,
           arg_min({'n': nilai, 'm': mentah, 't': tahun}, tahun) FILTER (peran = 'target' AND jenis = 'angka') AS pertama,
           arg_max({'n': nilai, 'm': mentah, 't': tahun}, tahun) FILTER (peran = 'target' AND jenis = 'angka') AS terakhir
    FROM data.nilai WHERE triwulan IS NULL GROUP BY indikator_id),
-- years of all prints of a name: one table shows yearly targets, another the end of the period
bertahun AS (
    SELECT i.dokumen_id, i.nama_baku, list(DISTINCT n.tahun ORDER BY n.tahun) AS tahun FROM data.indikator i JOIN data.nilai n USING (indikator_id)
    WHERE n.peran = 'target' AND n.triwulan IS NULL AND n.tahun IS NOT NULL AND n.jenis <> 'kosong' GROUP BY ALL),
mustahil AS (SELECT kiri_id, any_value(uraian) AS uraian FROM data.temuan WHERE aturan = 'D14' AND putusan = 'tidak konsisten' GROUP BY kiri_id),
baris AS (
    SELECT i.*, n.* EXCLUDE (indikator_id), b.tahun, t.tahun AS tahun_tabel,
           -- a yearly document owes the target of its year only
           CASE WHEN d.tahun_awal = d.tahun_akhir THEN list_intersect(t.tahun, [d.tahun_awal]) ELSE t.tahun END AS tahun_wajib, data.induk_indikator(i) AS induk, m.uraian AS mustahil,
           (i.ukuran IN ('jumlah', 'luas', 'panjang', 'volume') OR (i.ukuran IS NULL AND i.satuan_baku IS DISTINCT FROM 'persen')) AND NOT coalesce(i.kumulatif, false) AS hitungan,
           data.kata_kata(i.nama) AS kata, i.keyakinan >= data.ambang('keyakinan_temuan') AS pasti
    FROM data.indikator i
    LEFT JOIN nilai n USING (indikator_id)
    JOIN data.dokumen d USING (dokumen_id)
    LEFT JOIN bertahun b ON b.dokumen_id = i.dokumen_id AND b.nama_baku = i.nama_baku
    LEFT JOIN data.tahun_target t ON t.berkas_id = i.berkas_id AND t.halaman IS NOT DISTINCT FROM i.halaman AND t.tabel IS NOT DISTINCT FROM i.tabel
        AND t.tingkat = coalesce(i.tingkat, '')
    LEFT JOIN mustahil m ON m.kiri_id = i.indikator_id),
kawan AS (
    SELECT dokumen_id, coalesce(tingkat, '') AS tingkat, data.huruf(induk) AS kunci, count(DISTINCT nama_baku) AS banyak
    FROM baris WHERE induk IS NOT NULL GROUP BY ALL),
acuan AS (SELECT data.kata_acuan('kabur') AS kata_kabur, data.kata_acuan('ukuran') AS kata_ukuran, data.kata_acuan('umum') AS kata_umum, data.kata_acuan('laju') AS kata_laju, data.kata_acuan('ukuran ragu') AS kata_ragu),
periksa AS (
    SELECT b.*, k.banyak AS kawan,
           list_intersect(b.kata, a.kata_kabur) AS kabur, list_intersect(b.kata, a.kata_laju) AS laju,
           -- "jumlah ... dan persentase ...": a second measure behind a joining word
           list_filter(range(2, len(b.kata) + 1), lambda p: b.kata[p - 1] IN ('dan', 'serta') AND list_contains(a.kata_ukuran, b.kata[p]) AND NOT list_contains(a.kata_ragu, b.kata[p])) AS ganda,
           list_intersect(data.kata_isi(b.nama, a.kata_umum), data.kata_isi(b.induk, a.kata_umum)) AS sama,
           list_filter(b.tahun_wajib, lambda t: NOT list_contains(coalesce(b.tahun, []), t)) AS tahun_hilang
    FROM baris b CROSS JOIN acuan a
    LEFT JOIN kawan k ON k.dokumen_id = b.dokumen_id AND k.tingkat = coalesce(b.tingkat, '') AND k.kunci = data.huruf(b.induk)),
dinilai AS (
    SELECT indikator_id, pasti, keraguan,
        CASE WHEN len(ganda) > 0 THEN {'v': 0, 'a': format('Dua ukuran dalam satu nama: "... {} {} ...".', kata[ganda[1] - 1], kata[ganda[1]])}
             WHEN len(kabur) > 0 THEN {'v': 0, 'a': format('Kata yang dapat ditafsirkan berbeda: {}.', array_to_string(list_sort(kabur), ', '))}
             WHEN ukuran IS NOT NULL THEN {'v': 1, 'a': format('Satu ukuran ({}), tanpa kata yang kabur.', ukuran)}
             ELSE {'v': NULL, 'a': 'Nama tidak memakai kata ukur; perlu dibaca orang.'} END AS s,
        CASE WHEN coalesce(target, 0) = 0 AND tahun_tabel IS NOT NULL THEN {'v': 0, 'a': 'Target tidak diisi, sedangkan baris lain di halaman ini mempunyainya.'}
             WHEN coalesce(target, 0) = 0 THEN {'v': NULL, 'a': 'Tabel ini tidak memuat kolom target yang terbaca.'}
             WHEN bukan_angka IS NOT NULL THEN {'v': 0, 'a': format('Ada target yang bukan angka: "{}".', bukan_angka)}
             WHEN ambigu > 0 THEN {'v': NULL, 'a': format('Angka dapat dibaca lebih dari satu cara: "{}".', contoh_ambigu)}
             WHEN satuan IS NOT NULL OR bersatuan THEN {'v': 1, 'a': format('Satuan {} dan angka di semua target.', coalesce(satuan, 'tercetak pada nilainya'))}
             WHEN ukuran IS NOT NULL AND ukuran NOT IN ('jumlah', 'luas', 'panjang', 'volume') THEN {'v': 1, 'a': format('Angka di semua target; satuannya mengikuti kata ukur ({}).', ukuran)}
             ELSE {'v': 0, 'a': 'Satuan tidak tercetak di kolom, kurung, maupun sel target.'} END AS m,
        CASE WHEN mustahil IS NOT NULL THEN {'v': 0, 'a': mustahil}
             ELSE {'v': NULL, 'a': 'Kewenangan, kendali, dan sumber daya perangkat daerah dinilai orang.'} END AS a,
        CASE WHEN induk IS NULL THEN {'v': NULL, 'a': 'Tujuan, sasaran, atau butir yang diukur tidak tercetak di tabelnya.'}
             WHEN len(sama) > 0 THEN {'v': 1, 'a': format('Kata isi yang sama dengan "{}": {}.', induk, array_to_string(list_sort(sama), ', '))}
             ELSE {'v': NULL, 'a': format('Tidak ada kata isi yang sama dengan "{}"; kaitannya dinilai orang.', induk)} END AS r,
        CASE WHEN coalesce(target, 0) = 0 AND tahun_tabel IS NULL THEN {'v': NULL, 'a': 'Tabel ini tidak memuat kolom target yang terbaca.'}
             WHEN coalesce(len(tahun), 0) = 0 AND tahun_tabel IS NULL THEN {'v': NULL, 'a': 'Hanya target akhir periode yang tercetak; target per tahun tidak.'}
             WHEN coalesce(len(tahun), 0) = 0 THEN {'v': 0, 'a': 'Tidak satu pun targetnya menyebut tahun, sedangkan baris lain di halaman ini menyebutnya.'}
             WHEN len(tahun_hilang) > 0 THEN {'v': 0, 'a': format('Target tahun {} tidak diisi.', array_to_string(tahun_hilang, ', '))}
             ELSE {'v': 1, 'a': format('Target untuk tahun {}.', array_to_string(tahun, ', '))} END AS t,
        CASE WHEN induk IS NULL THEN {'v': NULL, 'a': 'Tujuan, sasaran, atau butir yang diukur tidak tercetak di tabelnya.'}
             WHEN kawan > data.ambang('cukup_paling_banyak') THEN {'v': 0, 'a': format('{} indikator untuk "{}"; lebih dari yang diperlukan.', kawan, induk)}
             WHEN kawan >= 2 THEN {'v': 1, 'a': format('{} indikator untuk "{}".', kawan, induk)}
             ELSE {'v': NULL, 'a': format('Satu-satunya indikator untuk "{}"; cukup tidaknya dinilai orang.', induk)} END AS c,
        CASE WHEN terakhir IS NULL THEN {'v': NULL, 'a': 'Tidak ada target berupa satu angka.'}
             WHEN arah IS NULL THEN {'v': NULL, 'a': 'Arah yang lebih baik (naik atau turun) tidak diketahui dari namanya.'}
             WHEN struct_extract(terakhir, 'n') < 0 THEN {'v': NULL, 'a': format('Target negatif ({}); arahnya dinilai orang.', struct_extract(terakhir, 'm'))}
             -- a count may be printed per year while its baseline is a stock
             WHEN hitungan AND struct_extract(pertama, 't') < struct_extract(terakhir, 't') AND (struct_extract(terakhir, 'n') - struct_extract(pertama, 'n')) * CASE arah WHEN 'naik' THEN 1 ELSE -1 END > 0
                  THEN {'v': 1, 'a': format('Target dari {} ({}) menjadi {} ({}), {} lebih baik.', struct_extract(pertama, 'm'), struct_extract(pertama, 't'), struct_extract(terakhir, 'm'), struct_extract(terakhir, 't'), arah)}
             WHEN hitungan THEN {'v': NULL, 'a': format('Target {} ({}): hitungan per tahun atau kumulatif tidak tercetak; dinilai orang.', struct_extract(terakhir, 'm'), struct_extract(terakhir, 't'))}
             WHEN awal IS NULL AND struct_extract(pertama, 't') = struct_extract(terakhir, 't') THEN {'v': NULL, 'a': 'Tidak ada kondisi awal atau target tahun lain sebagai pembanding.'}
             WHEN struct_extract(terakhir, 'n') = struct_extract(coalesce(awal, pertama), 'n') AND (arah = 'turun' AND struct_extract(terakhir, 'n') = 0 OR arah = 'naik' AND satuan_baku = 'persen' AND struct_extract(terakhir, 'n') = 100)
                  THEN {'v': NULL, 'a': format('Target tetap {} (batas nilai); menantang tidaknya dinilai orang.', struct_extract(terakhir, 'm'))}
             WHEN struct_extract(terakhir, 'n') = struct_extract(coalesce(awal, pertama), 'n') AND len(laju) > 0
                  THEN {'v': NULL, 'a': format('Laju tetap {} ({}); menantang tidaknya dinilai orang.', struct_extract(terakhir, 'm'), laju[1])}
             WHEN (struct_extract(terakhir, 'n') - struct_extract(coalesce(awal, pertama), 'n')) * CASE arah WHEN 'naik' THEN 1 ELSE -1 END > 0
                  THEN {'v': 1, 'a': format('Dari {} menjadi {} ({}), {} lebih baik.', struct_extract(coalesce(awal, pertama), 'm'), struct_extract(terakhir, 'm'), struct_extract(terakhir, 't'), arah)}
             ELSE {'v': 0, 'a': format('Dari {} menjadi {} ({}): tidak membaik, {} lebih baik.', struct_extract(coalesce(awal, pertama), 'm'), struct_extract(terakhir, 'm'), struct_extract(terakhir, 't'), arah)} END AS n
    FROM periksa)
SELECT indikator_id,
    CASE WHEN pasti THEN struct_extract(s, 'v') END AS spesifik, CASE WHEN pasti THEN struct_extract(s, 'a') ELSE ragu END AS spesifik_alasan,
    CASE WHEN pasti THEN struct_extract(m, 'v') END AS terukur, CASE WHEN pasti THEN struct_extract(m, 'a') ELSE ragu END AS terukur_alasan,
    CASE WHEN pasti THEN struct_extract(a, 'v') END AS dapat_dicapai, CASE WHEN pasti THEN struct_extract(a, 'a') ELSE ragu END AS dapat_dicapai_alasan,
    CASE WHEN pasti THEN struct_extract(r, 'v') END AS relevan, CASE WHEN pasti THEN struct_extract(r, 'a') ELSE ragu END AS relevan_alasan,
    CASE WHEN pasti THEN struct_extract(t, 'v') END AS berbatas_waktu, CASE WHEN pasti THEN struct_extract(t, 'a') ELSE ragu END AS berbatas_waktu_alasan,
    CASE WHEN pasti THEN struct_extract(c, 'v') END AS cukup, CASE WHEN pasti THEN struct_extract(c, 'a') ELSE ragu END AS cukup_alasan,
    CASE WHEN pasti THEN struct_extract(n, 'v') END AS menantang, CASE WHEN pasti THEN struct_extract(n, 'a') ELSE ragu END AS menantang_alasan
FROM (SELECT *, 'Bacaan baris ini kurang pasti' || coalesce(' (' || keraguan || ')', '') || '; periksa halamannya.' AS ragu FROM dinilai);

-- Outcome orientation per goal statement ---------------------------------------------------------------------

CREATE TABLE data.orientasi_hasil (
    pernyataan_id   VARCHAR NOT NULL,
    nilai           DOUBLE,
    alasan          VARCHAR NOT NULL
);

CREATE VIEW data.susun_orientasi AS
SELECT pernyataan_id, CASE WHEN pasti THEN struct_extract(h, 'v') END AS nilai,
       CASE WHEN pasti THEN struct_extract(h, 'a') ELSE 'Bacaan pernyataan ini kurang pasti; periksa halamannya.' END AS alasan
FROM (
    SELECT pernyataan_id, keyakinan >= data.ambang('keyakinan_temuan') AS pasti,
        CASE WHEN len(kata) < 2 THEN {'v': NULL, 'a': 'Pernyataan terpotong; periksa halamannya.'}
             WHEN list_contains(data.kata_acuan('ketersediaan'), kata[1]) THEN {'v': NULL, 'a': format('Diawali "{}": antara keluaran dan kondisi; dinilai orang.', kata[1])}
             WHEN list_contains(data.kata_acuan('proses'), kata[1]) THEN {'v': 0, 'a': format('Diawali "{}": kegiatan atau keluaran, bukan kondisi yang hendak dicapai.', kata[1])}
             WHEN list_contains(data.kata_acuan('kondisi'), kata[1]) THEN {'v': 1, 'a': format('Diawali "{}": kondisi yang hendak dicapai.', kata[1])}
             WHEN list_contains(data.kata_acuan('perubahan'), kata[1]) THEN {'v': NULL, 'a': format('Diawali kata kerja "{}": menyebut perubahan, tetapi bukan kondisi; dinilai orang.', kata[1])}
             ELSE {'v': NULL, 'a': format('Kata pertama "{}" tidak menentukan; dinilai orang.', coalesce(kata[1], ''))} END AS h
    FROM (SELECT *, data.kata_kata(teks) AS kata FROM data.pernyataan WHERE jenis IN ('tujuan', 'sasaran')));

-- Who is scored, and by which documents ----------------------------------------------------------------------

CREATE TABLE data.subjek (
    subjek_id       VARCHAR NOT NULL,
    lingkup         VARCHAR NOT NULL,       -- pd, daerah
    wilayah         VARCHAR,
    opd_kunci       VARCHAR,                -- NULL for a region
    nama            VARCHAR NOT NULL
);

CREATE VIEW data.susun_subjek AS
SELECT 'daerah ' || lower(wilayah) AS subjek_id, 'daerah' AS lingkup, wilayah, NULL AS opd_kunci, wilayah AS nama
FROM data.dokumen WHERE jenis IN ('RPJMD', 'RKPD') AND wilayah IS NOT NULL GROUP BY wilayah
UNION ALL
SELECT concat_ws(' ', 'pd', lower(wilayah), opd_kunci), 'pd', wilayah, opd_kunci, arg_max(opd, (coalesce(tahun_awal, 0), dokumen_id))
FROM data.dokumen WHERE opd_kunci IS NOT NULL AND jenis NOT IN ('RPJMD', 'RKPD', 'Lainnya') GROUP BY wilayah, opd_kunci;

-- All documents of a subject; `dipakai`: the latest of its kind, by which the subject is scored.
CREATE VIEW data.dokumen_subjek AS
SELECT s.subjek_id, s.lingkup, s.opd_kunci, d.dokumen_id, d.jenis, d.tahun_awal, d.tahun_akhir, d.tahap, n.dokumen, l.lengkap,
       row_number() OVER (PARTITION BY s.subjek_id, d.jenis ORDER BY d.tahun_awal DESC NULLS LAST,
           list_position(['rancangan', '', 'penetapan', 'perubahan'], coalesce(d.tahap, '')) DESC, d.dokumen_id) = 1 AS dipakai
FROM data.subjek s
JOIN data.dokumen d ON d.wilayah IS NOT DISTINCT FROM s.wilayah
    AND CASE s.lingkup WHEN 'daerah' THEN d.jenis IN ('RPJMD', 'RKPD') ELSE d.opd_kunci = s.opd_kunci AND d.jenis NOT IN ('RPJMD', 'RKPD', 'Lainnya') END
JOIN data.dokumen_bernama n USING (dokumen_id)
JOIN data.kelengkapan l USING (dokumen_id);

CREATE VIEW data.dokumen_dinilai AS
SELECT * EXCLUDE (dipakai), jenis IN ('RPJMD', 'Renstra') AS menengah, jenis IN ('RKPD', 'Renja') AS tahunan FROM data.dokumen_subjek WHERE dipakai;

-- The indicators of goals by which a subject is scored: those of its medium-term plan, else of its yearly plan, each name once, where
-- it can be measured first. Tables of a document that show years of its period outrank those that only look back.
CREATE VIEW data.indikator_utama AS
WITH calon AS (
    SELECT d.subjek_id, d.menengah, i.*, s.terukur, s.menantang, len(list_filter(t.tahun, lambda x: x BETWEEN d.tahun_awal AND d.tahun_akhir)) > 0 AS berlaku
    FROM data.dokumen_dinilai d
    JOIN data.indikator i USING (dokumen_id)
    JOIN data.smart s USING (indikator_id)
    LEFT JOIN data.tahun_target t ON t.berkas_id = i.berkas_id AND t.halaman IS NOT DISTINCT FROM i.halaman AND t.tabel IS NOT DISTINCT FROM i.tabel
        AND t.tingkat = coalesce(i.tingkat, '')
    WHERE (d.menengah OR d.tahunan) AND i.tingkat IN ('tujuan', 'sasaran', 'iku')),
sumber AS (SELECT * FROM calon QUALIFY menengah = bool_or(menengah) OVER (PARTITION BY subjek_id))
SELECT * FROM sumber
QUALIFY coalesce(berlaku, false) = bool_or(coalesce(berlaku, false)) OVER (PARTITION BY subjek_id)
    AND row_number() OVER (PARTITION BY subjek_id, nama_baku ORDER BY coalesce(berlaku, false) DESC, terukur IS NULL, menantang IS NULL, tingkat = 'iku', keyakinan DESC, urutan) = 1;

-- What a document holds, as far as facts show it.
CREATE VIEW data.isi_dokumen AS
SELECT dokumen_id, jenis AS isi, arg_min(pernyataan_id, urutan) AS id, count(*) AS banyak FROM data.pernyataan GROUP BY ALL
UNION ALL
SELECT dokumen_id, 'indikator ' || tingkat, arg_min(indikator_id, urutan), count(*) FROM data.indikator WHERE tingkat IS NOT NULL GROUP BY ALL
UNION ALL
SELECT b.dokumen_id, b.tingkat, arg_min(b.butir_id, b.urutan), count(*) FROM data.butir b GROUP BY ALL
UNION ALL
SELECT i.dokumen_id, n.peran, arg_min(i.indikator_id, i.urutan), count(*)
FROM data.nilai n JOIN data.indikator i USING (indikator_id) WHERE n.jenis <> 'kosong' GROUP BY ALL
UNION ALL
SELECT x.dokumen_id, CASE WHEN p.tahun > d.tahun_awal THEN 'pagu maju' ELSE 'pagu' END, arg_min(x.id, x.id), count(*)
FROM data.pagu p JOIN data.bukti x ON x.id = p.pemilik_id JOIN data.dokumen d ON d.dokumen_id = x.dokumen_id
WHERE p.peran = 'pagu' AND p.rupiah IS NOT NULL GROUP BY ALL;

-- Findings that count: a reviewer's "bukan temuan" is heard.
CREATE VIEW data.temuan_terbuka AS
SELECT t.* FROM data.temuan t
WHERE NOT EXISTS (
    SELECT 1 FROM data.tanda_temuan m WHERE m.temuan_id = t.temuan_id AND m.uraian = t.uraian AND m.status = 'bukan temuan' AND (m.sampai IS NULL OR m.sampai >= current_date));

-- Facts that were held against another document or another place, with the heaviest finding on them.
CREATE VIEW data.banding_fakta AS
WITH diuji AS (
    SELECT kiri_id AS id FROM data.tautan UNION SELECT kanan_id FROM data.tautan
    UNION SELECT kiri_id FROM data.simpul_lintas UNION SELECT kanan_id FROM data.simpul_lintas
    UNION SELECT kiri_id FROM data.temuan_terbuka UNION SELECT kanan_id FROM data.temuan_terbuka WHERE kanan_id IS NOT NULL),
kena AS (
    SELECT id, aturan, tingkat, putusan, uraian FROM (
        SELECT kiri_id AS id, aturan, tingkat, putusan, uraian FROM data.temuan_terbuka
        UNION ALL SELECT kanan_id, aturan, tingkat, putusan, uraian FROM data.temuan_terbuka WHERE kanan_id IS NOT NULL)
    WHERE tingkat IN ('K', 'M')
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY putusan = 'tidak konsisten' DESC, tingkat, aturan, uraian) = 1)
SELECT b.id, b.macam, b.dokumen_id, k.aturan, k.tingkat, k.putusan,
       CASE WHEN k.id IS NULL THEN 1 WHEN k.putusan = 'tidak konsisten' THEN 0 END AS nilai,
       CASE WHEN k.id IS NULL THEN 'Dibandingkan dengan dokumen atau bagian lain, tanpa temuan kritis atau mayor.' ELSE format('{} ({}): {}', k.aturan, k.putusan, k.uraian) END AS alasan
FROM diuji JOIN data.bukti b USING (id) LEFT JOIN kena k USING (id);

-- Criteria and rubrics ---------------------------------------------------------------------------------------

CREATE TABLE data.kriteria (
    kriteria        VARCHAR NOT NULL,       -- name of its file in warehouse/criteria
    nama            VARCHAR NOT NULL,
    menilai         VARCHAR NOT NULL,       -- what is one thing judged, and when it is met
    bertumpu        VARCHAR NOT NULL,       -- facts and rules that it rests on
    orang           VARCHAR NOT NULL,       -- what a person must still judge
    sejak           VARCHAR NOT NULL,
    sql             VARCHAR NOT NULL
);

-- One row per thing judged: the evidence.
CREATE TABLE data.penilaian (
    kriteria        VARCHAR NOT NULL,
    subjek_id       VARCHAR NOT NULL,
    id              VARCHAR,                -- the fact (data.bukti); NULL when there is none
    nilai           DOUBLE,
    alasan          VARCHAR NOT NULL
);

CREATE TABLE data.rubrik (
    rubrik          VARCHAR NOT NULL,       -- name of its file in warehouse/rubrics
    nama            VARCHAR NOT NULL,
    lingkup         VARCHAR[] NOT NULL,     -- pd, daerah
    dasar           VARCHAR NOT NULL,
    catatan         VARCHAR NOT NULL
);

CREATE TABLE data.rubrik_butir (
    rubrik          VARCHAR NOT NULL,
    urutan          INTEGER NOT NULL,
    nomor           VARCHAR NOT NULL,       -- 1.2, 1.2.5
    induk           VARCHAR,                -- nomor of the component of a criterion
    nama            VARCHAR NOT NULL,
    bobot           DOUBLE NOT NULL,
    kriteria        VARCHAR,                -- NULL: judged by a person only
    orang           VARCHAR                 -- why, or what a person still judges
);

-- What every line of a rubric gives for a subject. Points count only what documents show; `bobot_dinilai` says how much that is.
CREATE TABLE data.nilai_rubrik (
    rubrik          VARCHAR NOT NULL,
    subjek_id       VARCHAR NOT NULL,
    nomor           VARCHAR NOT NULL,
    bobot           DOUBLE NOT NULL,
    bobot_dinilai   DOUBLE NOT NULL,
    terpenuhi       DOUBLE,                 -- numerator, of criteria only
    dinilai         BIGINT,                 -- denominator: things with a value
    perlu_orang     BIGINT,                 -- things without one
    bagian          DOUBLE,                 -- terpenuhi / dinilai
    jawaban         VARCHAR,                -- of the rubric's scale for that share
    nilai           DOUBLE,                 -- of that answer, 0 to 100
    skor            DOUBLE,                 -- points; NULL when nothing could be judged
    skor_terendah   DOUBLE,                 -- ... if a person finds all that waits for one not met
    skor_tertinggi  DOUBLE,                 -- ... if all of it is met
    catatan         VARCHAR
);

-- Near copies ------------------------------------------------------------------------------------------------

-- Passages and table pages of one owner that stand in a document of another one (alignment/near_copies.py).
CREATE TABLE data.salinan (
    salinan_id      VARCHAR NOT NULL,
    macam           VARCHAR NOT NULL,       -- models.passage.PassageKind
    kemiripan       DOUBLE NOT NULL,
    kata            INTEGER NOT NULL,       -- words of the shorter one
    pemilik_lain    INTEGER NOT NULL,       -- how many more owners say it too
    kiri_dokumen    VARCHAR NOT NULL, kiri_berkas VARCHAR NOT NULL, kiri_halaman INTEGER, kiri_tabel INTEGER, kiri_baris INTEGER,
    kiri_x0 DOUBLE, kiri_atas DOUBLE, kiri_x1 DOUBLE, kiri_bawah DOUBLE, kiri_kutipan VARCHAR NOT NULL,
    kanan_dokumen   VARCHAR NOT NULL, kanan_berkas VARCHAR NOT NULL, kanan_halaman INTEGER, kanan_tabel INTEGER, kanan_baris INTEGER,
    kanan_x0 DOUBLE, kanan_atas DOUBLE, kanan_x1 DOUBLE, kanan_bawah DOUBLE, kanan_kutipan VARCHAR NOT NULL
);

-- Realisation ------------------------------------------------------------------------------------------------

-- Target and realisation of the latest realised year of every indicator of the documents in use, each name (and code) once. A target that
-- the evaluation does not print is taken from the yearly plan of the same year, where exactly one target has that name and code. Without a
-- known direction, or where a document prints two realisations, nothing is computed.
CREATE VIEW data.capaian AS
WITH realisasi AS (
    SELECT d.subjek_id, d.dokumen_id, d.jenis AS jenis_dokumen, i.indikator_id, i.nama_baku, i.kode_baku, i.arah, i.keyakinan, i.urutan, n.tahun, n.nilai, n.jenis, n.mentah, i.satuan
    FROM data.dokumen_dinilai d
    JOIN data.indikator i USING (dokumen_id)
    JOIN data.nilai n USING (indikator_id)
    WHERE n.peran = 'realisasi' AND n.triwulan IS NULL AND n.jenis <> 'kosong'
      -- a Renja is written while the year before it still runs
      AND (d.jenis <> 'Renja' OR n.tahun <= d.tahun_awal - 2)
    QUALIFY n.tahun IS NOT DISTINCT FROM max(n.tahun) OVER (PARTITION BY d.subjek_id, d.dokumen_id, i.nama_baku, i.kode_baku)),
rencana AS (
    SELECT d.subjek_id, i.nama_baku, i.kode_baku, n.tahun, any_value(n.nilai) AS nilai, any_value(n.jenis) AS jenis, any_value(n.mentah) AS mentah, any_value(i.satuan) AS satuan
    FROM data.dokumen_dinilai d JOIN data.indikator i USING (dokumen_id) JOIN data.nilai n USING (indikator_id)
    WHERE d.tahunan AND n.peran = 'target' AND n.triwulan IS NULL AND n.jenis <> 'kosong' GROUP BY ALL HAVING count(DISTINCT n.mentah) = 1),
berdua AS (
    SELECT r.*, coalesce(t.nilai, p.nilai) AS target, r.nilai AS realisasi, data.tulis(coalesce(t.mentah, p.mentah), coalesce(r.satuan, p.satuan)) AS target_tulis,
           data.tulis(r.mentah, r.satuan) AS realisasi_tulis, r.jenis = 'angka' AND coalesce(t.jenis, p.jenis) = 'angka' AS angka
    FROM realisasi r
    LEFT JOIN data.nilai t ON t.indikator_id = r.indikator_id AND t.peran = 'target' AND t.tahun = r.tahun AND t.triwulan IS NULL AND t.jenis <> 'kosong'
    LEFT JOIN rencana p ON t.indikator_id IS NULL AND p.subjek_id = r.subjek_id AND p.nama_baku = r.nama_baku AND p.kode_baku IS NOT DISTINCT FROM r.kode_baku AND p.tahun = r.tahun),
satu AS (
    -- a row without target may be a sum or another year's table
    SELECT *, min(realisasi) FILTER (target IS NOT NULL) OVER sama <> max(realisasi) FILTER (target IS NOT NULL) OVER sama OR min(target) OVER sama <> max(target) OVER sama AS berlainan
    FROM berdua
    WINDOW sama AS (PARTITION BY subjek_id, dokumen_id, nama_baku, kode_baku)
    QUALIFY row_number() OVER (PARTITION BY subjek_id, dokumen_id, nama_baku, kode_baku ORDER BY target IS NULL, keyakinan DESC, urutan) = 1),
alasan AS (
    SELECT *, CASE WHEN target_tulis IS NULL THEN 'target tahun itu tidak tercetak' WHEN keyakinan < data.ambang('keyakinan_temuan') THEN 'bacaannya kurang pasti'
                   WHEN NOT angka THEN 'nilainya bukan satu angka' WHEN berlainan THEN 'dokumen mencetak lebih dari satu target atau realisasi tahun itu'
                   WHEN target <= 0 THEN 'targetnya nol atau negatif' WHEN arah IS NULL THEN 'arah yang lebih baik (naik atau turun) tidak diketahui' END AS sebab
    FROM satu)
SELECT subjek_id, dokumen_id, jenis_dokumen, indikator_id, tahun, arah, target, realisasi, target_tulis, realisasi_tulis, sebab,
       CASE WHEN sebab IS NULL THEN 100 * CASE arah WHEN 'naik' THEN realisasi ELSE 2 * target - realisasi END / target END AS persen
FROM alasan;

-- Spending of the evaluation in use (form E.81) per quarter, at the topmost level of its program table, and the pagu of that year.
-- `menurun`: rows whose amount falls from one quarter to the next, so the quarters are not cumulative.
CREATE VIEW data.serapan AS
WITH baris AS (
    SELECT d.subjek_id, d.dokumen_id, coalesce(p.tahun, d.tahun_awal) AS tahun, i.indikator_id, i.tingkat, p.triwulan, p.rupiah
    FROM data.dokumen_dinilai d
    JOIN data.indikator i USING (dokumen_id)
    JOIN data.pagu p ON p.pemilik_id = i.indikator_id AND p.peran = 'realisasi' AND p.triwulan IS NOT NULL
    WHERE d.lingkup = 'pd' AND d.jenis IN ('Evaluasi Renja', 'LKjIP', 'Renja') AND p.rupiah IS NOT NULL AND i.tingkat IN ('program', 'kegiatan', 'subkegiatan')
    QUALIFY d.jenis = first_value(d.jenis) OVER (PARTITION BY d.subjek_id ORDER BY list_position(['Evaluasi Renja', 'LKjIP', 'Renja'], d.jenis))
        -- an item with two indicators may carry its amount on both rows
        AND row_number() OVER (PARTITION BY d.dokumen_id, i.tingkat, coalesce(i.kode_baku, ''), coalesce(i.program, ''), coalesce(i.kegiatan, ''), coalesce(i.subkegiatan, ''),
            p.tahun, p.triwulan, p.rupiah ORDER BY i.urutan) = 1),
runtun AS (SELECT *, rupiah < lag(rupiah) OVER (PARTITION BY indikator_id, tahun ORDER BY triwulan) AS turun FROM baris),
tingkat AS (
    SELECT subjek_id, dokumen_id, tahun, tingkat, sum(rupiah) AS rupiah, list_sort(list(DISTINCT triwulan)) AS triwulan,
           count(*) FILTER (turun) AS menurun, count(turun) AS berurutan, arg_min(indikator_id, indikator_id) AS id
    FROM runtun GROUP BY ALL),
pagu AS (
    SELECT d.subjek_id, p.tahun, p.tingkat, d.dokumen_id, sum(p.total) AS rupiah
    FROM data.dokumen_dinilai d JOIN data.pagu_butir p ON p.dokumen_id = d.dokumen_id
    WHERE d.jenis IN ('Evaluasi Renja', 'LKjIP', 'Renja') AND p.peran = 'pagu' AND p.tahun = d.tahun_awal GROUP BY ALL),
gabung AS (
    SELECT t.subjek_id, t.tahun, arg_min({'d': t.dokumen_id, 'r': t.rupiah, 'w': t.triwulan, 't': t.tingkat, 'i': t.id}, list_position(['program', 'kegiatan', 'subkegiatan'], t.tingkat)) AS atas,
           list(t.rupiah) AS jumlah, sum(t.menurun) AS menurun, sum(t.berurutan) AS berurutan
    FROM tingkat t GROUP BY ALL)
SELECT g.subjek_id, g.tahun, struct_extract(g.atas, 'd') AS dokumen_id, struct_extract(g.atas, 'i') AS id, struct_extract(g.atas, 't') AS tingkat, struct_extract(g.atas, 'w') AS triwulan,
       CASE WHEN g.menurun > 0 OR g.berurutan = 0 THEN struct_extract(g.atas, 'r') END AS realisasi, 
       -- the topmost level and one more that agree; the lowest may lack rows without indicator
       len(g.jumlah) = 1 OR len(list_filter(g.jumlah, lambda x: x = struct_extract(g.atas, 'r'))) >= 2 AS tingkat_sama, p.rupiah AS pagu, p.dokumen_id AS pagu_dokumen
FROM gabung g
LEFT JOIN pagu p ON p.subjek_id = g.subjek_id AND p.tahun = g.tahun AND p.tingkat = struct_extract(g.atas, 't')
QUALIFY row_number() OVER (PARTITION BY g.subjek_id ORDER BY g.tahun DESC, p.dokumen_id = struct_extract(g.atas, 'd') DESC NULLS LAST, p.dokumen_id) = 1;

-- Perangkat daerah side by side for the quarterly meeting.
CREATE VIEW data.susun_peringkat AS
WITH temuan AS (
    SELECT o.subjek_id, count(*) FILTER (t.tingkat = 'K') AS kritis, count(*) FILTER (t.tingkat = 'M') AS mayor, count(*) AS semua
    FROM (SELECT DISTINCT temuan_id, tingkat, coalesce(n.opd_kunci, nd.opd_kunci, k.opd_kunci, kd.opd_kunci) AS opd_kunci, coalesce(nd.wilayah, kd.wilayah) AS wilayah
          FROM data.temuan_terbuka f JOIN data.bukti k ON k.id = f.kiri_id LEFT JOIN data.dokumen kd ON kd.dokumen_id = k.dokumen_id
          LEFT JOIN data.bukti n ON n.id = f.kanan_id LEFT JOIN data.dokumen nd ON nd.dokumen_id = n.dokumen_id) t
    JOIN data.subjek o ON o.opd_kunci = t.opd_kunci AND o.wilayah IS NOT DISTINCT FROM t.wilayah GROUP BY ALL),
konsisten AS (
    SELECT subjek_id, 100 * avg(nilai) AS skor, count(nilai) AS diuji FROM data.penilaian WHERE kriteria = 'konsistensi' GROUP BY ALL),
capai AS (
    SELECT subjek_id, avg(CASE WHEN persen > 100 THEN 100 WHEN persen < 0 THEN 0 ELSE persen END) AS capaian, count(persen) AS dihitung, count(*) FILTER (persen IS NULL) AS tidak, mode(sebab) AS sebab, max(tahun) AS tahun
    FROM data.capaian
    WHERE jenis_dokumen IN ('LKjIP', 'Evaluasi Renja') OR subjek_id NOT IN (SELECT subjek_id FROM data.capaian WHERE jenis_dokumen IN ('LKjIP', 'Evaluasi Renja'))
    GROUP BY ALL),
gabung AS (
    SELECT s.subjek_id, s.wilayah, s.nama AS opd, s.opd_kunci, k.skor AS konsistensi, k.diuji, coalesce(t.kritis, 0) AS temuan_kritis, coalesce(t.mayor, 0) AS temuan_mayor,
           coalesce(t.semua, 0) AS temuan_terbuka, r.tahun AS tahun_anggaran, r.triwulan, r.realisasi, r.pagu, CASE WHEN r.pagu > 0 AND r.tingkat_sama THEN 100 * r.realisasi / r.pagu END AS serapan,
           CASE WHEN r.subjek_id IS NULL THEN 'Tidak ada evaluasi Renja atau LKjIP dengan realisasi anggaran per triwulan.'
                WHEN r.realisasi IS NULL THEN 'Tidak satu pun baris turun antartriwulan, jadi angkanya mungkin kumulatif; jumlahnya tidak dihitung.'
                WHEN NOT r.tingkat_sama THEN 'Jumlah realisasi program tidak sama dengan jumlah kegiatan maupun sub kegiatan; perlu diperiksa.'
                WHEN r.pagu IS NULL THEN format('Pagu {} tidak tercetak dalam evaluasi itu dan Renja tahun itu tidak ada dalam kumpulan.', r.tahun) END AS serapan_catatan,
           c.capaian, c.dihitung AS capaian_indikator, c.tahun AS tahun_capaian,
           CASE WHEN c.subjek_id IS NULL THEN 'Tidak ada realisasi indikator setahun penuh.'
                WHEN c.dihitung = 0 THEN format('{} realisasi tidak dapat dihitung, terutama karena {}.', c.tidak, c.sebab)
                WHEN c.tidak > 0 THEN format('{} realisasi lain tidak dihitung, terutama karena {}.', c.tidak, c.sebab) END AS capaian_catatan
    FROM data.subjek s
    LEFT JOIN konsisten k USING (subjek_id) LEFT JOIN temuan t USING (subjek_id) LEFT JOIN capai c USING (subjek_id) LEFT JOIN data.serapan r USING (subjek_id)
    WHERE s.lingkup = 'pd'),
-- The lowest quarter of a region's perangkat daerah, where at least four can be held against each other.
batas AS (
    SELECT wilayah, CASE WHEN count(konsistensi) >= 4 THEN quantile_cont(konsistensi, 0.25) END AS konsistensi, CASE WHEN count(serapan) >= 4 THEN quantile_cont(serapan, 0.25) END AS serapan,
           CASE WHEN count(capaian) >= 4 THEN quantile_cont(capaian, 0.25) END AS capaian
    FROM gabung GROUP BY wilayah),
alasan AS (
    SELECT g.*, list_filter([
        CASE WHEN g.temuan_kritis > 0 THEN format('{} temuan kritis terbuka', g.temuan_kritis) END,
        CASE WHEN g.konsistensi <= b.konsistensi AND g.konsistensi < 100 THEN format('konsistensi {} termasuk seperempat terendah', data.angka(g.konsistensi)) END,
        CASE WHEN g.serapan <= b.serapan THEN format('serapan anggaran {}% termasuk seperempat terendah', data.angka(g.serapan)) END,
        CASE WHEN g.capaian <= b.capaian AND g.capaian < 100 THEN format('capaian target {}% termasuk seperempat terendah', data.angka(g.capaian)) END], lambda a: a IS NOT NULL) AS sebab
    FROM gabung g LEFT JOIN batas b ON b.wilayah IS NOT DISTINCT FROM g.wilayah)
-- without anything to compare there is no rank
SELECT *, CASE WHEN konsistensi IS NOT NULL THEN row_number() OVER (PARTITION BY wilayah ORDER BY konsistensi DESC NULLS LAST, temuan_kritis, temuan_mayor, capaian DESC NULLS LAST, serapan DESC NULLS LAST, opd) END AS peringkat,
       len(sebab) > 0 AS usul_pendampingan
FROM alasan;

CREATE TABLE data.peringkat (
    subjek_id VARCHAR NOT NULL, wilayah VARCHAR, opd VARCHAR NOT NULL, opd_kunci VARCHAR NOT NULL,
    konsistensi DOUBLE, diuji BIGINT, temuan_kritis BIGINT NOT NULL, temuan_mayor BIGINT NOT NULL, temuan_terbuka BIGINT NOT NULL,
    tahun_anggaran INTEGER, triwulan VARCHAR[], realisasi DECIMAL(38, 2), pagu DECIMAL(38, 2), serapan DOUBLE, serapan_catatan VARCHAR,
    capaian DOUBLE, capaian_indikator BIGINT, tahun_capaian INTEGER, capaian_catatan VARCHAR,
    sebab VARCHAR[] NOT NULL, peringkat BIGINT, usul_pendampingan BOOLEAN NOT NULL
);
