-- Helpers of the rules about what is handed down (A) and about orphans and doubles (B).

-- Words that begin the key of an office of which a region has many alike (models/lexicon/offices.toml: own_name).
CREATE TABLE data.acuan_opd_kembar (
    kata            VARCHAR NOT NULL        -- kecamatan, kelurahan, puskesmas ...
);
CREATE MACRO data.opd_kembar(kunci) AS split_part(kunci, ' ', 1) IN (SELECT split_part(kata, ' ', 1) FROM data.acuan_opd_kembar);

-- The first five of a list in words.
CREATE MACRO data.lima(daftar) AS array_to_string(daftar[1:5], '; ') || CASE WHEN len(daftar) > 5 THEN format('; dan {} lainnya', len(daftar) - 5) ELSE '' END;

-- Region names as they can be compared.
CREATE MACRO data.wilayah_baku(nama) AS data.huruf(replace(replace(lower(nama), 'kab.', 'kabupaten'), 'pemerintah ', ''));

-- Plan items --------------------------------------------------------------------------------------------------

-- As in 0002, but a document's codes count once per name, and names of unlike length are not measured (speed).
-- What all calls share lies in temporary tables (warehouse/prepared).
CREATE OR REPLACE MACRO data.cari_butir(jenjang_dicari, arah_dicari) AS TABLE
WITH pasang AS (
    SELECT jenjang, arah_dicari AS arah, CASE WHEN arah_dicari = 'turun' THEN kiri_dokumen ELSE kanan_dokumen END AS asal,
           CASE WHEN arah_dicari = 'turun' THEN kanan_dokumen ELSE kiri_dokumen END AS tujuan
    FROM data.pasangan WHERE jenjang = jenjang_dicari),
dicari AS (
    SELECT p.jenjang, p.arah, p.asal, p.tujuan, b.butir_id, b.tingkat, b.kode_baku, b.kode_cari, b.kunci, b.nama, b.nama_baku,
           b.program, b.kegiatan, b.keyakinan, b.urutan, t.tahun_awal AS tahun_tujuan, b.nasional AND s.nasional AS andal,
           t.tahun_awal = t.tahun_akhir AND p.arah = 'turun' AND p.jenjang <> 'RKPD-Renja' AS per_tahun
    FROM pasang p
    JOIN data.dokumen a ON a.dokumen_id = p.asal
    JOIN data.dokumen t ON t.dokumen_id = p.tujuan
    JOIN temp.siap_butir b ON b.dokumen_id = p.asal AND NOT b.janggal
    JOIN temp.siap_tingkat s ON s.dokumen_id = p.tujuan AND s.tingkat = b.tingkat
    WHERE t.opd_kunci IS NULL OR a.opd_kunci IS NOT NULL OR b.opd_kunci = t.opd_kunci
    QUALIFY row_number() OVER (PARTITION BY p.jenjang, p.arah, p.asal, p.tujuan, b.tingkat, b.kunci ORDER BY b.urutan) = 1),
lewat_kode AS (
    SELECT d.*, k.kode IS NOT NULL AS kode_ketemu
    FROM dicari d LEFT JOIN temp.siap_kode k ON k.dokumen_id = d.tujuan AND k.kode = d.kode_cari),
-- Nearly the same name: where codes can be trusted the name must be the same, else any level and most words will do.
lewat_nama AS (
    SELECT DISTINCT d.jenjang, d.arah, d.asal, d.tujuan, d.butir_id
    FROM lewat_kode d JOIN temp.siap_butir x ON x.dokumen_id = d.tujuan
    WHERE NOT d.kode_ketemu
      AND CASE WHEN d.andal THEN x.tingkat = d.tingkat AND abs(length(x.nama_baku) - length(d.nama_baku)) <= 0.05 * greatest(length(x.nama_baku), length(d.nama_baku))
                   AND data.mirip_ejaan(x.nama_baku, d.nama_baku) >= 0.95
               ELSE data.mirip(x.nama_baku, d.nama_baku) >= 0.85 OR data.mirip_kata(x.nama_baku, d.nama_baku) >= 0.75 END)
SELECT l.jenjang, l.arah, l.asal, l.tujuan, l.butir_id, l.tingkat, l.kode_baku, l.kode_cari, l.nama, l.nama_baku, l.program, l.kegiatan,
       l.keyakinan, l.urutan, l.tahun_tujuan, l.andal, l.kode_ketemu OR n.butir_id IS NOT NULL AS ditemukan
FROM lewat_kode l
LEFT JOIN lewat_nama n USING (jenjang, arah, asal, tujuan, butir_id)
WHERE NOT l.per_tahun
   OR EXISTS (SELECT 1 FROM temp.siap_rencana r WHERE r.dokumen_id = l.asal AND r.kunci = l.kunci AND r.tahun = l.tahun_tujuan);

-- Cascade ---------------------------------------------------------------------------------------------------

-- Every node with each thing that should stand below it: how many it has, and how many of its kind in the document have any.
CREATE VIEW data.kaskade_isi AS
WITH punya AS (
    SELECT induk_id AS simpul_id, jenis AS hilang, count(*) AS banyak FROM data.simpul WHERE induk_id IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT simpul_id, 'indikator', banyak FROM data.simpul_indikator)
SELECT s.simpul_id, s.dokumen_id, s.jenis, h.hilang, coalesce(p.banyak, 0) AS banyak,
       count(*) OVER kelompok AS semua, count(p.banyak) OVER kelompok AS terisi
FROM data.simpul s
JOIN data.kaskade_harapan h ON h.jenis = s.jenis
LEFT JOIN punya p ON p.simpul_id = s.simpul_id AND p.hilang = h.hilang
WINDOW kelompok AS (PARTITION BY s.dokumen_id, s.jenis, h.hilang);

-- Nodes without what nearly all others of their kind in the document have, below (`hilang` as above) or above them ('induk').
-- Only what a table says: goals that a table prints, items with a code (a program at least with that word), for names alone are
-- often pieces of other cells. Goals without a goal above them are left out: a table of IKU prints sasaran alone. `andal`: sure
-- enough to be told as a fact; goals are matched by their wording only. One row for each; many of one kind are one row.
CREATE VIEW data.lubang_kaskade AS
WITH induk AS (
    SELECT simpul_id, dokumen_id, jenis, 'induk' AS hilang, CAST(induk_id IS NOT NULL AS BIGINT) AS banyak,
           count(*) OVER kelompok AS semua, count(induk_id) OVER kelompok AS terisi
    FROM data.simpul WHERE jenis = 'program'
    WINDOW kelompok AS (PARTITION BY dokumen_id, jenis)),
tabel AS (SELECT DISTINCT dokumen_id, jenis, data.huruf(teks) AS kunci FROM data.pernyataan WHERE sumber = 'tabel'),
kosong AS (
    SELECT * FROM (SELECT * FROM data.kaskade_isi UNION ALL BY NAME SELECT * FROM induk)
    WHERE banyak = 0 AND semua >= 3 AND terisi >= data.ambang('kaskade_terisi') * semua),
lubang AS (
    SELECT x.dokumen_id, x.jenis, x.hilang, x.semua, x.terisi, s.simpul_id, s.urutan, s.keyakinan,
           x.hilang = 'indikator' AND data.kode_nasional(s.kode, s.jenis) AS andal,
           concat_ws(' ', s.kode, '"' || s.teks || '"') || CASE WHEN s.halaman IS NULL THEN '' ELSE ' (hlm. ' || s.halaman || ')' END AS sebut
    FROM kosong x
    JOIN data.simpul s USING (simpul_id)
    LEFT JOIN tabel t ON t.dokumen_id = s.dokumen_id AND t.jenis = s.jenis AND t.kunci = s.kunci
    -- a program that has it in another table of the same office
    WHERE NOT EXISTS (FROM data.kaskade_isi y JOIN data.simpul z USING (simpul_id)
                      WHERE y.dokumen_id = x.dokumen_id AND y.jenis = x.jenis AND y.hilang = x.hilang AND y.banyak > 0 AND x.jenis = 'program'
                        AND z.nama_kunci = s.nama_kunci AND z.opd IS NOT DISTINCT FROM s.opd)
      AND (t.kunci IS NOT NULL AND length(s.kunci) >= 20
       OR s.kode IS NOT NULL AND (x.hilang IN ('indikator', 'induk') OR data.kode_nasional(s.kode, s.jenis))
       OR s.jenis = 'program' AND x.hilang = 'indikator' AND starts_with(s.nama_kunci, 'program'))),
dihitung AS (SELECT *, count(*) OVER (PARTITION BY dokumen_id, jenis, hilang) >= data.ambang('daftar_mulai') AS massal FROM lubang)
SELECT dokumen_id, jenis, hilang, semua, terisi, arg_min(simpul_id, urutan) AS simpul_id, list(sebut ORDER BY urutan) AS daftar,
       bool_and(andal) AS andal, min(keyakinan) AS keyakinan
FROM dihitung
GROUP BY dokumen_id, jenis, hilang, semua, terisi, CASE WHEN NOT massal THEN simpul_id END;

-- The finding's sentence without its document.
CREATE MACRO data.sebut_lubang(hilang) AS CASE hilang
    WHEN 'induk' THEN 'tidak disebut di bawah sasaran atau tujuan mana pun' ELSE 'tidak mempunyai ' || data.sebut_hilang(hilang) END;

-- Performance indicators --------------------------------------------------------------------------------------

-- IKU, IKD and IKK of the upper document that the lower one does not print anywhere. The lower document must print a table of that
-- kind at all; for IKU goals will do, for IKU are chosen from them. One row for each, or for a whole table when many are missing.
CREATE MACRO data.kinerja_hilang(jenjang_dicari) AS TABLE
WITH atas AS (
    SELECT p.kanan_dokumen, i.*
    FROM data.pasangan p JOIN data.indikator i ON i.dokumen_id = p.kiri_dokumen
    WHERE p.jenjang = jenjang_dicari AND i.tingkat IN ('iku', 'ikd', 'ikk')
      AND EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = p.kanan_dokumen AND (x.tingkat = i.tingkat OR i.tingkat = 'iku' AND x.tingkat IN ('tujuan', 'sasaran')))
    QUALIFY row_number() OVER (PARTITION BY p.kiri_dokumen, p.kanan_dokumen, i.nama_baku ORDER BY i.tingkat <> 'iku', i.urutan) = 1),
bertaut AS (
    SELECT DISTINCT i.dokumen_id, i.nama_baku, t.kanan_dokumen FROM data.tautan t JOIN data.indikator i ON i.indikator_id = t.kiri_id
    WHERE t.jenjang = jenjang_dicari),
nama_bawah AS (SELECT DISTINCT dokumen_id, nama_baku FROM data.indikator),
dicari AS (
    SELECT a.*, b.nama_baku IS NOT NULL OR n.nama_baku IS NOT NULL AS ketemu
    FROM atas a
    LEFT JOIN bertaut b ON b.dokumen_id = a.dokumen_id AND b.nama_baku = a.nama_baku AND b.kanan_dokumen = a.kanan_dokumen
    LEFT JOIN nama_bawah n ON n.dokumen_id = a.kanan_dokumen AND n.nama_baku = a.nama_baku),
serupa AS (
    SELECT d.indikator_id, d.kanan_dokumen, max(data.mirip(d.nama_baku, x.nama_baku)) AS mirip, max(data.mirip_kata(d.nama_baku, x.nama_baku)) AS mirip_kata
    FROM dicari d
    JOIN (SELECT DISTINCT dokumen_id, nama_baku FROM data.indikator WHERE data.anak_tangga(tingkat) <= 2) x ON x.dokumen_id = d.kanan_dokumen
    WHERE NOT d.ketemu GROUP BY ALL),
dinilai AS (
    SELECT d.*, coalesce(s.mirip, 0) AS mirip, coalesce(s.mirip_kata, 0) AS mirip_kata,
           count(*) OVER tabel AS semua, count(*) FILTER (d.ketemu OR s.mirip >= 0.9) OVER tabel AS banyak_ketemu
    FROM dicari d LEFT JOIN serupa s ON s.indikator_id = d.indikator_id AND s.kanan_dokumen = d.kanan_dokumen
    WINDOW tabel AS (PARTITION BY d.dokumen_id, d.kanan_dokumen, d.tingkat)),
hilang AS (
    SELECT *, count(*) OVER (PARTITION BY dokumen_id, kanan_dokumen, tingkat) >= data.ambang('daftar_mulai') AS massal
    FROM dinilai WHERE NOT ketemu AND mirip < 0.9)
SELECT h.dokumen_id, h.kanan_dokumen, h.tingkat, arg_min(h.indikator_id, h.urutan) AS indikator_id, any_value(h.semua) AS semua,
       any_value(h.banyak_ketemu) AS ketemu, list('"' || h.nama || '"' ORDER BY h.urutan) AS daftar, h.massal,
       sk.sebutan AS asal_sebutan, sr.sebutan AS tujuan_sebutan, sr.tahun_awal AS tahun_tujuan, l.catatan,
       l.lengkap AND max(h.mirip) < 0.7 AND max(h.mirip_kata) < 0.75 AND any_value(h.banyak_ketemu) * 2 >= any_value(h.semua) AS pasti,
       min(h.keyakinan) AS keyakinan
FROM hilang h
JOIN data.sebutan sk ON sk.dokumen_id = h.dokumen_id
JOIN data.sebutan sr ON sr.dokumen_id = h.kanan_dokumen
JOIN data.kelengkapan l ON l.dokumen_id = h.kanan_dokumen
GROUP BY h.dokumen_id, h.kanan_dokumen, h.tingkat, h.massal, CASE WHEN NOT h.massal THEN h.indikator_id END,
         sk.sebutan, sr.sebutan, sr.tahun_awal, l.catatan, l.lengkap;

-- Documents ---------------------------------------------------------------------------------------------------

-- The stage of every plan that is used, with its region (the only one of the run where none was read).
CREATE VIEW data.dokumen_pakai AS
WITH satu AS (SELECT CASE WHEN count(DISTINCT data.wilayah_baku(wilayah)) = 1 THEN any_value(data.wilayah_baku(wilayah)) END AS wilayah FROM data.dokumen)
SELECT d.dokumen_id, d.jenis, d.opd, d.opd_kunci, d.tahun_awal, d.tahun_akhir, d.keyakinan, s.sebutan,
       coalesce(data.wilayah_baku(d.wilayah), satu.wilayah) AS wilayah_kunci
FROM data.dokumen d JOIN data.sebutan s USING (dokumen_id), satu
WHERE d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND d.tahun_awal IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY d.jenis, coalesce(data.wilayah_baku(d.wilayah), satu.wilayah), d.tahun_akhir,
                 CASE WHEN d.jenis IN ('RPJMD', 'RKPD') THEN '' ELSE coalesce(d.opd_kunci, d.dokumen_id) END
    ORDER BY CASE d.tahap WHEN 'perubahan' THEN 0 WHEN 'rancangan' THEN 2 ELSE 1 END, d.dokumen_id) = 1;
