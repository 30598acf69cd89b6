-- Helpers of the rules: macros that say when two things are equal, and views that several rules share.
-- A rule file (warehouse/rules/) then only says what is wrong and how to tell it.

-- Reference data of the rules, filled by warehouse.rules before each check: what models.units says about every
-- unit printed in the run, and the scales of known indices from models/lexicon/scales.toml.
CREATE TABLE data.acuan_satuan (
    tulisan         VARCHAR NOT NULL,       -- the unit as printed
    kelas           VARCHAR NOT NULL,       -- equivalence class, = indikator.satuan_kelas
    lunak           VARCHAR NOT NULL,       -- wider class whose members are confused; = kelas when there is none
    macam           VARCHAR NOT NULL,       -- models.units.UnitKind
    faktor          DOUBLE NOT NULL         -- what a printed number is multiplied by: 1000000 for "juta orang"
);

CREATE TABLE data.acuan_skala (
    pola            VARCHAR NOT NULL,       -- regular expression on the lower-case name of the indicator
    macam           VARCHAR NOT NULL,       -- persen: bounds of a percentage; indeks: of any other unit
    bawah           DOUBLE,                 -- least possible value; NULL when there is none
    atas            DOUBLE,                 -- greatest possible value; NULL when there is none
    nama            VARCHAR NOT NULL,
    sumber          VARCHAR NOT NULL
);

-- Text ------------------------------------------------------------------------------------------------------

-- Likeness of spelling, 0 to 1; unlike names are not measured at all (speed), so they are 0.
CREATE MACRO data.mirip_ejaan(a, b) AS CASE
    WHEN a = b THEN 1.0
    WHEN jaro_winkler_similarity(a, b) < 0.75 THEN 0.0
    ELSE 1.0 - levenshtein(a, b) / greatest(length(a), length(b), 1) END;

-- Share of the shorter name's words that the other name has too.
CREATE MACRO data.mirip_kata(a, b) AS
    len(list_intersect(string_split(a, ' '), string_split(b, ' '))) / greatest(1, least(len(list_distinct(string_split(a, ' '))), len(list_distinct(string_split(b, ' ')))));

-- Likeness when something is sought: a long name inside the other one counts 0.9.
CREATE MACRO data.mirip(a, b) AS CASE
    WHEN least(length(a), length(b)) >= 20 AND (contains(a, b) OR contains(b, a)) THEN greatest(0.9, data.mirip_ejaan(a, b))
    ELSE data.mirip_ejaan(a, b) END;

-- A code of the national structure (Permendagri 90/2019): unique over all documents, so that codes alone decide.
CREATE MACRO data.kode_nasional(kode, tingkat) AS coalesce(regexp_full_match(kode, CASE tingkat
    WHEN 'program' THEN '[0-9X]\.[0-9X]{2}\.[0-9]{2}' WHEN 'kegiatan' THEN '[0-9X]\.[0-9X]{2}\.[0-9]{2}\.[0-9]\.[0-9]{2}'
    ELSE '[0-9X]\.[0-9X]{2}\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]{4}' END), false);

-- Program penunjang (X.XX.01 and all below it) has one meaning in every bidang urusan.
CREATE MACRO data.kode_umum(kode) AS CASE
    WHEN regexp_matches(kode, '^[0-9X]\.[0-9X]{2}\.01(\.|$)') THEN 'X.XX' || substr(kode, 5)
    ELSE kode END;

CREATE MACRO data.penunjang(kode) AS coalesce(starts_with(data.kode_umum(kode), 'X.XX.01'), false);

CREATE MACRO data.rupiah(x) AS 'Rp' || replace(format('{:,}', CAST(round(x) AS BIGINT)), ',', '.');

-- Indonesian print of a number: at most two decimals, comma.
CREATE MACRO data.angka(x) AS replace(rtrim(rtrim(format('{:.2f}', CAST(x AS DOUBLE)), '0'), '.'), '.', ',');

-- A value with its unit, unless the cell prints a unit itself.
CREATE MACRO data.tulis(mentah, satuan) AS CASE
    WHEN satuan IS NOT NULL AND regexp_full_match(mentah, '[0-9.,\s–-]+')
    THEN mentah || CASE WHEN satuan = '%' THEN '%' ELSE ' ' || satuan END ELSE mentah END;

-- Aggregates: the values of one pair in one line, and the year when there is only one.
CREATE MACRO data.deret(tahun, teks) AS CASE
    WHEN count(*) = 1 THEN any_value(teks) ELSE string_agg(coalesce(tahun || ': ', 'akhir: ') || teks, '; ' ORDER BY tahun) END;
CREATE MACRO data.satu_tahun(tahun) AS CASE WHEN count(*) = 1 THEN any_value(tahun) END;

CREATE MACRO data.pada_tahun(tahun) AS CASE WHEN count(*) = 1 THEN coalesce(' ' || any_value(tahun), '') ELSE '' END;

CREATE MACRO data.sebut_tingkat(tingkat) AS CASE tingkat WHEN 'subkegiatan' THEN 'sub kegiatan' WHEN 'iku' THEN 'IKU'
    WHEN 'ikd' THEN 'IKD' WHEN 'ikk' THEN 'IKK' ELSE tingkat END;

-- Rung of an indicator; tables without a level (iku, ikd, NULL) stand with the goals.
CREATE MACRO data.anak_tangga(tingkat) AS CASE tingkat WHEN 'program' THEN 2 WHEN 'kegiatan' THEN 3 WHEN 'subkegiatan' THEN 4 ELSE 1 END;

-- Where a row of the same document stands, for a person who turns its pages.
CREATE MACRO data.tempat(tingkat, judul, halaman) AS data.sebut_tingkat(tingkat)
    || CASE WHEN judul IS NULL THEN '' ELSE ' "' || judul || '"' END || CASE WHEN halaman IS NULL THEN '' ELSE ', hlm. ' || halaman END;

-- The name of a linked pair, both names when they are not worded alike.
CREATE MACRO data.nama_pasangan(kiri, kanan) AS '"' || kiri || '"'
    || CASE WHEN lower(kiri) = lower(kanan) THEN '' ELSE ' (bertaut dengan "' || kanan || '")' END;

-- What is added when one finding stands for several rows.
CREATE MACRO data.sejenis(banyak) AS CASE WHEN banyak >= 3 THEN format(' Begitu pula {} indikator lain perangkat daerah itu.', banyak - 1) ELSE '' END;

-- How sure a finding must be to be called one.
CREATE MACRO data.putusan(pasti, keyakinan) AS
    CASE WHEN pasti AND keyakinan >= 0.6 THEN 'tidak konsisten' ELSE 'perlu diperiksa' END;

-- Values ----------------------------------------------------------------------------------------------------

-- All readings of a row of data.nilai, best first; empty when it is no number.
CREATE MACRO data.bacaan(n) AS CASE
    WHEN struct_extract(n, 'jenis') = 'angka' THEN [struct_extract(n, 'nilai')]
    WHEN struct_extract(n, 'jenis') = 'ambigu' THEN
        list_transform(string_split(coalesce(struct_extract(n, 'bacaan_lain'), ''), ' | '), lambda x: TRY_CAST(x AS DECIMAL(24, 6)))
    ELSE [] END;

-- Letters and digits of a word value, without the words that only name the scale.
CREATE MACRO data.kata(mentah) AS trim(regexp_replace(regexp_replace(lower(mentah), '[^a-z0-9]+', ' ', 'g'),
    '\b(predikat|kategori|nilai|opini|level|tingkat|peringkat|kelas|tipe)\b', '', 'g'));

-- "A" and "A (Memuaskan)" are the same word value.
CREATE MACRO data.kata_sama(a, b) AS starts_with(data.kata(a) || ' ', data.kata(b) || ' ')
    OR starts_with(data.kata(b) || ' ', data.kata(a) || ' ');

-- Two rows of data.nilai: 'sama', 'beda', 'ragu' (no reading of an unsure value agrees), 'jauh' (too far apart to be the same
-- measure), NULL (nothing to compare).
CREATE MACRO data.banding(a, b) AS CASE
    WHEN struct_extract(a, 'jenis') = 'angka' AND struct_extract(b, 'jenis') = 'angka' THEN CASE
        WHEN data.setara(struct_extract(a, 'nilai'), struct_extract(a, 'desimal'), struct_extract(b, 'nilai'), struct_extract(b, 'desimal')) THEN 'sama'
        WHEN struct_extract(a, 'bacaan_lain') IS NOT NULL OR struct_extract(b, 'bacaan_lain') IS NOT NULL THEN 'ragu'
        -- fifty times as much is rather another measure or scale
        WHEN least(abs(struct_extract(a, 'nilai')), abs(struct_extract(b, 'nilai'))) > 0
            AND greatest(abs(struct_extract(a, 'nilai')), abs(struct_extract(b, 'nilai'))) >= 50 * least(abs(struct_extract(a, 'nilai')), abs(struct_extract(b, 'nilai'))) THEN 'jauh'
        ELSE 'beda' END
    WHEN struct_extract(a, 'jenis') IN ('kosong', 'arah', 'teks') OR struct_extract(b, 'jenis') IN ('kosong', 'arah', 'teks') THEN NULL
    -- a lone % or ? is no word
    WHEN regexp_full_match(struct_extract(a, 'mentah'), '[^A-Za-z0-9]*') OR regexp_full_match(struct_extract(b, 'mentah'), '[^A-Za-z0-9]*') THEN NULL
    WHEN data.kata(struct_extract(a, 'mentah')) = data.kata(struct_extract(b, 'mentah')) AND data.kata(struct_extract(a, 'mentah')) <> '' THEN 'sama'
    WHEN struct_extract(a, 'jenis') = 'kata' AND struct_extract(b, 'jenis') = 'kata' THEN
        CASE WHEN data.kata_sama(struct_extract(a, 'mentah'), struct_extract(b, 'mentah')) THEN 'sama' ELSE 'beda' END
    WHEN len(data.bacaan(a)) > 0 AND len(data.bacaan(b)) > 0 THEN
        CASE WHEN len(list_intersect(data.bacaan(a), data.bacaan(b))) > 0 THEN 'sama' ELSE 'ragu' END
    WHEN struct_extract(a, 'jenis') = struct_extract(b, 'jenis') AND struct_extract(a, 'jenis') IN ('rentang', 'rasio') THEN
        CASE WHEN struct_extract(a, 'bawah') = struct_extract(b, 'bawah') AND struct_extract(a, 'atas') = struct_extract(b, 'atas') THEN 'sama' ELSE 'beda' END
    WHEN struct_extract(a, 'jenis') = 'rentang' AND struct_extract(b, 'jenis') = 'angka' THEN
        CASE WHEN struct_extract(b, 'nilai') BETWEEN struct_extract(a, 'bawah') AND struct_extract(a, 'atas') THEN 'sama' ELSE 'ragu' END
    WHEN struct_extract(b, 'jenis') = 'rentang' AND struct_extract(a, 'jenis') = 'angka' THEN
        CASE WHEN struct_extract(a, 'nilai') BETWEEN struct_extract(b, 'bawah') AND struct_extract(b, 'atas') THEN 'sama' ELSE 'ragu' END
    ELSE 'ragu' END;

-- Documents -------------------------------------------------------------------------------------------------

-- How a finding calls a document.
CREATE VIEW data.sebutan AS
SELECT dokumen_id, jenis, opd_kunci, tahun_awal, tahun_akhir, tahap,
       concat_ws(' ', CASE WHEN tahap = 'perubahan' THEN 'Perubahan' END, jenis, opd,
                 CASE WHEN tahun_akhir IS NULL OR tahun_akhir = tahun_awal THEN CAST(tahun_awal AS VARCHAR)
                      ELSE tahun_awal || '-' || tahun_akhir END,
                 CASE WHEN tahap = 'rancangan' THEN '(rancangan)' END) AS sebutan
FROM data.dokumen;

-- Pages that were not read: what is "not found" there may stand on them.
CREATE VIEW data.kelengkapan AS
WITH hitung AS (
    SELECT d.dokumen_id,
           count(*) FILTER (h.status IN ('pindaian', 'gagal')) AS halaman,
           count(DISTINCT b.berkas_id) FILTER (b.status = 'gagal') AS berkas
    FROM data.dokumen d
    LEFT JOIN data.berkas b ON b.dokumen_id = d.dokumen_id
    LEFT JOIN data.halaman h ON h.berkas_id = b.berkas_id
    GROUP BY d.dokumen_id)
SELECT dokumen_id, halaman = 0 AND berkas = 0 AS lengkap,
       CASE WHEN berkas > 0 THEN format(' ({} berkas dokumen itu tidak terbaca)', berkas)
            WHEN halaman > 0 THEN format(' ({} halaman dokumen itu tidak terbaca)', halaman)
            ELSE '' END AS catatan
FROM hitung;

-- Values over links -----------------------------------------------------------------------------------------

-- Whether two printed units can be held against each other: 'sama', 'lunak' (often confused), 'beda'; NULL when one is missing.
CREATE MACRO data.banding_satuan(a, b) AS CASE
    WHEN struct_extract(a, 'kelas') IS NULL OR struct_extract(b, 'kelas') IS NULL THEN NULL
    WHEN struct_extract(a, 'faktor') <> struct_extract(b, 'faktor') THEN 'beda'
    WHEN struct_extract(a, 'kelas') = struct_extract(b, 'kelas') THEN 'sama'
    WHEN struct_extract(a, 'lunak') = struct_extract(b, 'lunak') THEN 'lunak'
    ELSE 'beda' END;

CREATE MACRO data.tanpa_satuan(satuan_sel, satuan_baris, ukuran) AS
    satuan_sel IS NULL AND satuan_baris IS NULL AND coalesce(ukuran, '') NOT IN ('persentase', 'cakupan', 'proporsi', 'prevalensi', 'tingkat');

-- Both values of every link, per role and year. Hard different units are left to rule C03.
CREATE VIEW data.banding_nilai AS
SELECT t.jenjang, t.kiri_dokumen, t.kanan_dokumen, t.kiri_id, t.kanan_id, t.hubungan, t.skor,
       k.peran, k.tahun, ki.nama AS kiri_nama, ka.nama AS kanan_nama,
       ki.nama_baku AS kiri_baku, ki.opd_kunci AS kiri_opd, ka.nama_baku AS kanan_baku, ka.opd_kunci AS kanan_opd,
       ki.urutan AS kiri_urutan, ka.urutan AS kanan_urutan,
       k.mentah AS kiri_mentah, ki.satuan AS kiri_satuan, r.mentah AS kanan_mentah, ka.satuan AS kanan_satuan,
       data.banding(k, r) AS hasil,
       -- a count of a lower rung may be a part of the upper one's
       coalesce(ki.ukuran, 'jumlah') = 'jumlah' AND data.anak_tangga(ki.tingkat) <> data.anak_tangga(ka.tingkat) AS bagian,
       -- a percentage against a value without any unit may be growth against amount
       coalesce(data.tanpa_satuan(k.satuan, ki.satuan, ki.ukuran) AND coalesce(r.satuan, ka.satuan) IN ('%', 'persen', 'Persen')
                OR data.tanpa_satuan(r.satuan, ka.satuan, ka.ukuran) AND coalesce(k.satuan, ki.satuan) IN ('%', 'persen', 'Persen'), false) AS setengah_satuan,
       -- thousands of percent in a cell without a percent sign: an amount whose growth the other document gives
       coalesce(sk.kelas = 'persen' AND sr.kelas = 'persen' AND greatest(k.nilai, r.nilai) > 1000
                AND CASE WHEN k.nilai > r.nilai THEN k.satuan ELSE r.satuan END IS NULL, false) AS bukan_persen,
       least(ki.keyakinan, ka.keyakinan) * t.skor AS keyakinan,
       least(ki.keyakinan, ka.keyakinan) AS keyakinan_baris
FROM data.tautan t
JOIN data.indikator ki ON ki.indikator_id = t.kiri_id
JOIN data.indikator ka ON ka.indikator_id = t.kanan_id
LEFT JOIN data.acuan_satuan sk ON sk.tulisan = ki.satuan
LEFT JOIN data.acuan_satuan sr ON sr.tulisan = ka.satuan
JOIN data.nilai k ON k.indikator_id = t.kiri_id AND k.triwulan IS NULL
JOIN data.nilai r ON r.indikator_id = t.kanan_id AND r.triwulan IS NULL
    AND r.peran = k.peran AND r.tahun IS NOT DISTINCT FROM k.tahun
WHERE data.banding_satuan(sk, sr) IS DISTINCT FROM 'beda';

-- The values that differ. An indicator is often printed in several tables, and linked to several rows: where one of
-- its prints agrees with one of its counterparts there is nothing to report, and what differs is reported once.
CREATE VIEW data.beda_nilai AS
WITH dinilai AS (
    SELECT *,
           coalesce(bool_or(hasil = 'sama') OVER (PARTITION BY jenjang, peran, kiri_dokumen, kiri_baku, kiri_opd, kanan_dokumen, tahun), false)
           OR coalesce(bool_or(hasil = 'sama') OVER (PARTITION BY jenjang, peran, kanan_dokumen, kanan_baku, kanan_opd, kiri_dokumen, tahun), false) AS ada_yang_sama
    FROM data.banding_nilai),
calon AS (SELECT * FROM dinilai WHERE hasil IN ('beda', 'ragu', 'jauh') AND NOT ada_yang_sama AND NOT bukan_persen),
-- A print that is not linked itself, but says what the counterpart says: (linked row, its twin, the counterpart).
kembar AS (
    SELECT c.kiri_id, c.kanan_id, c.peran, c.tahun
    FROM (SELECT *, kiri_dokumen AS dok, kiri_baku AS baku, kiri_opd AS opd, kiri_id AS asli, kanan_id AS lawan FROM calon
          UNION ALL SELECT *, kanan_dokumen, kanan_baku, kanan_opd, kanan_id, kiri_id FROM calon) c
    JOIN data.indikator t ON t.dokumen_id = c.dok AND t.nama_baku = c.baku AND t.opd_kunci IS NOT DISTINCT FROM c.opd AND t.indikator_id <> c.asli
    JOIN data.nilai a ON a.indikator_id = t.indikator_id AND a.peran = c.peran AND a.tahun IS NOT DISTINCT FROM c.tahun AND a.triwulan IS NULL
    JOIN data.nilai z ON z.indikator_id = c.lawan AND z.peran = c.peran AND z.tahun IS NOT DISTINCT FROM c.tahun AND z.triwulan IS NULL
    WHERE data.banding(a, z) = 'sama'),
berbeda AS (
    SELECT c.* FROM calon c
    ANTI JOIN kembar k ON k.kiri_id = c.kiri_id AND k.kanan_id = c.kanan_id AND k.peran = c.peran AND k.tahun IS NOT DISTINCT FROM c.tahun),
-- The surest counterpart of every name.
terurut AS (
    SELECT *, first_value(kiri_id || kanan_id) OVER (
        PARTITION BY jenjang, peran, kiri_dokumen, kiri_baku, kiri_opd, kanan_dokumen
        ORDER BY hubungan = 'perlu diperiksa', skor DESC, kiri_urutan, kanan_urutan) AS wakil
    FROM berbeda)
SELECT b.* EXCLUDE (wakil), data.tulis(b.kiri_mentah, b.kiri_satuan) AS kiri_nilai, data.tulis(b.kanan_mentah, b.kanan_satuan) AS kanan_nilai,
       sk.sebutan AS kiri_sebutan, sr.sebutan AS kanan_sebutan, sr.tahun_awal AS kanan_tahun, sr.tahap AS kanan_tahap,
       b.hasil = 'beda' AND b.hubungan <> 'perlu diperiksa' AND b.skor >= 0.5 AND NOT b.bagian AND NOT b.setengah_satuan AS pasti,
       CASE WHEN b.hubungan = 'perlu diperiksa' OR b.skor < 0.5 THEN ' Kedua baris belum pasti indikator yang sama.'
            WHEN b.bagian THEN ' Tingkat kedua baris berlainan: angkanya mungkin bagian dari jumlah.'
            WHEN b.setengah_satuan THEN ' Satuan salah satu nilai tidak tercetak: ukurannya mungkin lain.'
            WHEN b.hasil = 'jauh' THEN ' Kedua nilai terpaut lebih dari 50 kali: ukuran atau skalanya mungkin lain.'
            WHEN b.hasil = 'ragu' THEN ' Salah satu nilai dapat dibaca lebih dari satu cara.'
            WHEN b.keyakinan_baris < 0.6 THEN ' Salah satu baris terbaca dengan ragu.'
            ELSE '' END AS catatan
FROM terurut b
JOIN data.sebutan sk ON sk.dokumen_id = b.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = b.kanan_dokumen
WHERE b.wakil = b.kiri_id || b.kanan_id;

-- Plan items ------------------------------------------------------------------------------------------------

-- A narrow or broken cell prints only a part of an OPD's name: all words of the shorter key stand in the longer one.
CREATE MACRO data.opd_cocok(a, b) AS a = b
    OR list_has_all(string_split(a, ' '), string_split(b, ' ')) OR list_has_all(string_split(b, ' '), string_split(a, ' '));

-- Items without the rows that only add up.
CREATE VIEW data.butir_isi AS
SELECT * FROM data.butir WHERE NOT regexp_matches(replace(lower(nama), ' ', ''), '^(sub-?|grand)?(jumlah|total)');

-- Items with money or a target in a year.
CREATE VIEW data.rencana AS
SELECT DISTINCT b.dokumen_id, coalesce(data.kode_umum(b.kode_baku), b.nama_baku) AS kunci, p.tahun
FROM data.butir_isi b JOIN data.pagu p ON p.pemilik_id = b.butir_id AND p.peran = 'pagu'
WHERE p.rupiah > 0
UNION
SELECT DISTINCT i.dokumen_id, data.kode_umum(i.kode_baku), n.tahun
FROM data.indikator i JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'target'
WHERE i.kode_baku IS NOT NULL AND n.jenis <> 'kosong' AND coalesce(n.nilai, 1) <> 0;

-- Every item that should stand in the other document of a pair, and whether it does.
-- arah 'turun': items of the upper document sought below; 'naik': items of the lower document sought above.
-- andal: both documents print national codes at that level, so "not found" can be trusted.
CREATE MACRO data.cari_butir(jenjang_dicari, arah_dicari) AS TABLE
WITH pasang AS (
    SELECT jenjang, arah_dicari AS arah, CASE WHEN arah_dicari = 'turun' THEN kiri_dokumen ELSE kanan_dokumen END AS asal,
           CASE WHEN arah_dicari = 'turun' THEN kanan_dokumen ELSE kiri_dokumen END AS tujuan
    FROM data.pasangan WHERE jenjang = jenjang_dicari),
butir AS (
    SELECT *, data.kode_umum(kode_baku) AS kode_cari, coalesce(data.kode_umum(kode_baku), nama_baku) AS kunci,
           data.kode_nasional(kode_baku, tingkat) AS nasional
    FROM data.butir_isi WHERE tingkat IN ('program', 'kegiatan', 'subkegiatan')),
tingkat_tujuan AS (SELECT dokumen_id, tingkat, avg(CAST(nasional AS INTEGER)) >= 0.8 AS nasional FROM butir GROUP BY ALL),
dicari AS (
    SELECT p.jenjang, p.arah, p.asal, p.tujuan, b.butir_id, b.tingkat, b.kode_baku, b.kode_cari, b.kunci, b.nama, b.nama_baku,
           b.program, b.kegiatan, b.keyakinan, b.urutan, t.tahun_awal AS tahun_tujuan, b.nasional AND s.nasional AS andal,
           t.tahun_awal = t.tahun_akhir AND p.arah = 'turun' AND p.jenjang <> 'RKPD-Renja' AS per_tahun
    FROM pasang p
    JOIN data.dokumen a ON a.dokumen_id = p.asal
    JOIN data.dokumen t ON t.dokumen_id = p.tujuan
    JOIN butir b ON b.dokumen_id = p.asal
    JOIN tingkat_tujuan s ON s.dokumen_id = p.tujuan AND s.tingkat = b.tingkat
    WHERE t.opd_kunci IS NULL OR a.opd_kunci IS NOT NULL OR b.opd_kunci = t.opd_kunci
    QUALIFY row_number() OVER (PARTITION BY p.jenjang, p.arah, p.asal, p.tujuan, b.tingkat, b.kunci ORDER BY b.urutan) = 1),
-- A code is there when it or anything below it is printed.
kode_ada AS (
    SELECT DISTINCT dokumen_id, array_to_string(bagian[1:n], '.') AS kode
    FROM (SELECT dokumen_id, string_split(kode_cari, '.') AS bagian FROM butir WHERE kode_cari IS NOT NULL
          UNION SELECT dokumen_id, string_split(data.kode_umum(kode_baku), '.') FROM data.indikator WHERE kode_baku IS NOT NULL),
         unnest(range(3, len(bagian) + 1)) AS u (n)),
lewat_kode AS (
    SELECT d.*, k.kode IS NOT NULL AS kode_ketemu
    FROM dicari d LEFT JOIN kode_ada k ON k.dokumen_id = d.tujuan AND k.kode = d.kode_cari),
-- Nearly the same name: where codes can be trusted the name must be the same, else any level and most words will do.
lewat_nama AS (
    SELECT DISTINCT d.jenjang, d.arah, d.asal, d.tujuan, d.butir_id
    FROM lewat_kode d JOIN butir x ON x.dokumen_id = d.tujuan
    WHERE NOT d.kode_ketemu
      AND CASE WHEN d.andal THEN x.tingkat = d.tingkat AND data.mirip_ejaan(x.nama_baku, d.nama_baku) >= 0.95
               ELSE data.mirip(x.nama_baku, d.nama_baku) >= 0.85 OR data.mirip_kata(x.nama_baku, d.nama_baku) >= 0.75 END)
SELECT l.jenjang, l.arah, l.asal, l.tujuan, l.butir_id, l.tingkat, l.kode_baku, l.kode_cari, l.nama, l.nama_baku, l.program, l.kegiatan,
       l.keyakinan, l.urutan, l.tahun_tujuan, l.andal, l.kode_ketemu OR n.butir_id IS NOT NULL AS ditemukan
FROM lewat_kode l
LEFT JOIN lewat_nama n USING (jenjang, arah, asal, tujuan, butir_id)
WHERE NOT l.per_tahun
   OR EXISTS (SELECT 1 FROM data.rencana r WHERE r.dokumen_id = l.asal AND r.kunci = l.kunci AND r.tahun = l.tahun_tujuan);

-- Items not found, topmost only. One row for the whole level (butir_id NULL) when most are missing, and where names alone had
-- to do; then nothing at all when most names are missing, for the lists cannot be compared.
CREATE MACRO data.butir_hilang(jenjang_dicari, arah_dicari) AS TABLE
WITH cari AS MATERIALIZED (SELECT * FROM data.cari_butir(jenjang_dicari, arah_dicari)),
hitung AS (
    SELECT jenjang, arah, asal, tujuan, tingkat, andal, count(*) AS banyak, count(*) FILTER (ditemukan) AS ketemu,
           count(*) FILTER (ditemukan) * 2 < count(*) AS kurang,
           NOT andal OR (count(*) >= 4 AND count(*) FILTER (ditemukan) * 2 < count(*)) AS massal
    FROM cari GROUP BY jenjang, arah, asal, tujuan, tingkat, andal),
hilang AS (
    SELECT c.*, h.banyak, h.ketemu, h.massal, NOT h.andal AND h.kurang AS tak_terbanding
    FROM cari c JOIN hitung h USING (jenjang, arah, asal, tujuan, tingkat, andal)
    WHERE NOT c.ditemukan),
teratas AS (
    SELECT h.*, CASE WHEN NOT h.massal THEN h.butir_id END AS satu_id
    FROM hilang h
    WHERE NOT h.tak_terbanding AND NOT EXISTS (
        SELECT 1 FROM hilang a
        WHERE a.jenjang = h.jenjang AND a.arah = h.arah AND a.asal = h.asal AND a.tujuan = h.tujuan AND a.butir_id <> h.butir_id
          AND (starts_with(h.kode_cari, a.kode_cari || '.')
               OR (a.tingkat = 'program' AND h.tingkat <> 'program' AND lower(h.program) = lower(a.nama))
               OR (a.tingkat = 'kegiatan' AND h.tingkat = 'subkegiatan' AND lower(h.kegiatan) = lower(a.nama)))))
SELECT t.jenjang, t.arah, t.asal, t.tujuan, t.tingkat, t.banyak, t.ketemu, t.tahun_tujuan, t.satu_id AS butir_id,
       array_to_string(list(concat_ws(' ', t.kode_baku, t.nama) ORDER BY t.urutan)[1:5], '; ') || CASE WHEN count(*) > 5 THEN '; ...' ELSE '' END AS nama,
       sa.sebutan AS asal_sebutan, st.sebutan AS tujuan_sebutan, l.catatan,
       t.satu_id IS NOT NULL AND l.lengkap AS pasti, min(t.keyakinan) AS keyakinan
FROM teratas t
JOIN data.sebutan sa ON sa.dokumen_id = t.asal
JOIN data.sebutan st ON st.dokumen_id = t.tujuan
JOIN data.kelengkapan l ON l.dokumen_id = t.tujuan
GROUP BY t.jenjang, t.arah, t.asal, t.tujuan, t.tingkat, t.banyak, t.ketemu, t.tahun_tujuan, t.satu_id, sa.sebutan, st.sebutan, l.catatan, l.lengkap;

-- Money -----------------------------------------------------------------------------------------------------

-- The same money as it stands on the indicator rows of a code: a row that a page break cut off may be counted only there.
CREATE VIEW data.pagu_indikator AS
SELECT i.dokumen_id, i.kode_baku, p.peran, p.tahun, sum(p.rupiah) AS rupiah
FROM data.indikator i JOIN data.pagu p ON p.pemilik_id = i.indikator_id AND p.pemilik = 'indikator' AND p.triwulan IS NULL
WHERE i.kode_baku IS NOT NULL AND p.peran IN ('pagu', 'akhir')
GROUP BY ALL;

-- Pagu of an item in a document and year. An item printed in several rows has their sum, in rows that all say the same
-- amount this amount; some rows with the same amount may be one row printed twice, so both sums are kept. In a region's document items count per OPD.
CREATE VIEW data.pagu_butir AS
WITH butir AS (
    SELECT b.*, CASE WHEN d.opd_kunci IS NULL THEN b.opd_kunci ELSE d.opd_kunci END AS opd,
           coalesce(b.kode_baku, b.nama_baku) AS kunci
    FROM data.butir_isi b JOIN data.dokumen d USING (dokumen_id)),
wakil AS (
    SELECT *, first_value(butir_id) OVER jendela AS wakil_id, first_value(nama) OVER jendela AS wakil_nama,
           first_value(nama_baku) OVER jendela AS wakil_baku, min(keyakinan) OVER jendela AS wakil_yakin
    FROM butir WINDOW jendela AS (PARTITION BY dokumen_id, tingkat, kunci, opd ORDER BY urutan ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)),
per_opd AS (
    SELECT w.dokumen_id, w.tingkat, w.kode_baku, w.kunci, w.opd, w.wakil_id AS butir_id, w.wakil_nama AS nama, w.wakil_baku AS nama_baku,
           w.wakil_yakin AS keyakinan, p.peran, p.tahun, count(*) AS baris,
           CASE WHEN count(DISTINCT p.rupiah) = 1 THEN any_value(p.rupiah) ELSE sum(p.rupiah) END AS total, list_distinct(list(p.rupiah) || [sum(p.rupiah), sum(DISTINCT p.rupiah)]) AS kemungkinan
    FROM wakil w JOIN data.pagu p ON p.pemilik_id = w.butir_id AND p.pemilik = 'butir'
    WHERE p.rupiah IS NOT NULL AND p.triwulan IS NULL
    GROUP BY ALL)
SELECT o.* REPLACE (CASE WHEN i.rupiah IS NULL THEN o.kemungkinan ELSE list_distinct(o.kemungkinan || [i.rupiah]) END AS kemungkinan),
       count(*) OVER (PARTITION BY o.dokumen_id, o.tingkat, o.kunci, o.peran, o.tahun) AS opd_sekode
FROM per_opd o
LEFT JOIN data.pagu_indikator i ON i.dokumen_id = o.dokumen_id AND i.kode_baku = o.kode_baku AND i.peran = o.peran AND i.tahun IS NOT DISTINCT FROM o.tahun;

-- Step in which a document gives money: 1, 1,000 or 1,000,000 rupiah.
CREATE VIEW data.langkah_pagu AS
SELECT b.dokumen_id,
       CASE WHEN bool_and(p.rupiah % 1000000 = 0) THEN 1000000 WHEN bool_and(p.rupiah % 1000 = 0) THEN 1000 ELSE 1 END AS langkah
FROM data.butir_isi b JOIN data.pagu p ON p.pemilik_id = b.butir_id
WHERE p.rupiah IS NOT NULL GROUP BY b.dokumen_id;

-- Both pagu of the same item (same code, else same name; same OPD) in every pair of documents.
CREATE VIEW data.banding_pagu AS
WITH pasang AS (
    SELECT p.*, coalesce(lk.langkah, 1) AS langkah_kiri, coalesce(lr.langkah, 1) AS langkah_kanan,
           dr.tahun_awal AS kanan_tahun, sk.sebutan AS kiri_sebutan, sr.sebutan AS kanan_sebutan
    FROM data.pasangan p
    JOIN data.dokumen dr ON dr.dokumen_id = p.kanan_dokumen
    JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
    JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
    LEFT JOIN data.langkah_pagu lk ON lk.dokumen_id = p.kiri_dokumen
    LEFT JOIN data.langkah_pagu lr ON lr.dokumen_id = p.kanan_dokumen),
-- The lower side first: it belongs to few pairs, while one region's document is the upper side of hundreds.
kanan AS MATERIALIZED (
    SELECT s.*, b.butir_id, b.tingkat, b.kunci, b.tahun, b.opd, b.opd_sekode, b.nama, b.nama_baku, b.total, b.kemungkinan, b.baris, b.keyakinan
    FROM pasang s JOIN data.pagu_butir b ON b.dokumen_id = s.kanan_dokumen AND b.peran = 'pagu'),
berdua AS (
    SELECT b.jenjang, b.kiri_dokumen, b.kanan_dokumen, b.langkah_kiri, b.langkah_kanan, b.kanan_tahun, b.kiri_sebutan, b.kanan_sebutan,
           a.butir_id AS kiri_id, b.butir_id AS kanan_id, a.tingkat, a.kode_baku, b.nama, a.opd, a.tahun,
           a.total AS kiri_rupiah, b.total AS kanan_rupiah, a.kemungkinan AS kiri_mungkin, b.kemungkinan AS kanan_mungkin,
           a.baris AS kiri_baris, b.baris AS kanan_baris, least(a.keyakinan, b.keyakinan) AS keyakinan,
           data.mirip(a.nama_baku, b.nama_baku) AS mirip_nama,
           -- a coarser document is rounded: half a step, plus nothing when both steps are equal
           CASE WHEN b.langkah_kiri = b.langkah_kanan THEN 1 ELSE greatest(b.langkah_kiri, b.langkah_kanan) / 2 END AS toleransi
    FROM kanan b
    JOIN data.pagu_butir a ON a.dokumen_id = b.kiri_dokumen AND a.peran = 'pagu'
        AND a.tingkat = b.tingkat AND a.kunci = b.kunci AND a.tahun = b.tahun
        -- one row only of that code: a part of the OPD's name is enough
        AND (b.opd = a.opd OR (a.opd_sekode = 1 AND b.opd_sekode = 1 AND data.opd_cocok(a.opd, b.opd))))
SELECT *, abs(kiri_rupiah - kanan_rupiah) / greatest(abs(kiri_rupiah), abs(kanan_rupiah), 1) AS deviasi,
       len(list_filter(kiri_mungkin, lambda x: len(list_filter(kanan_mungkin, lambda y: abs(x - y) <= toleransi)) > 0)) > 0 AS sama,
       -- factor of a scale that one side forgot (thousands, millions), NULL when it is none
       CASE WHEN least(kiri_rupiah, kanan_rupiah) <= 0 THEN NULL
            WHEN abs(greatest(kiri_rupiah, kanan_rupiah) / least(kiri_rupiah, kanan_rupiah) / 1000 - 1) < 0.001 THEN 1000
            WHEN abs(greatest(kiri_rupiah, kanan_rupiah) / least(kiri_rupiah, kanan_rupiah) / 1000000 - 1) < 0.001 THEN 1000000 END AS faktor
FROM berdua;
