-- Programs of RPJMD beside those of RKPD ($perubahan: of the changed one): urusan, program, outcome indicators; remarks from the findings.
WITH pasang AS (
    SELECT p.kiri_dokumen_id AS kiri, p.kanan_dokumen_id AS kanan
    FROM publik.pasangan p JOIN publik.dokumen d ON d.dokumen_id = p.kanan_dokumen_id
    WHERE p.jenjang = 'RPJMD-RKPD' AND (coalesce(d.tahap, '') = 'perubahan') = $perubahan AND ($tahun IS NULL OR d.tahun_awal = $tahun)
    ORDER BY d.tahun_awal DESC LIMIT 1),
tahun AS (SELECT tahun_awal AS tahun FROM publik.dokumen WHERE dokumen_id = (SELECT kanan FROM pasang)),
-- A program that one table prints without its code has it in another.
kamus AS (
    SELECT lower(b.nama) AS nama, min(b.kode_baku) AS kode FROM publik.butir b JOIN pasang p ON b.dokumen_id IN (p.kiri, p.kanan)
    WHERE b.tingkat = 'program' AND b.kode_baku IS NOT NULL GROUP BY ALL),
program AS (
    SELECT CASE WHEN b.dokumen_id = p.kiri THEN 'kiri' ELSE 'kanan' END AS sisi, b.butir_id, coalesce(b.kode_baku, m.kode, b.nama_baku) AS kunci, coalesce(b.kode_baku, m.kode) AS kode_baku, b.nama,
           coalesce(b.penanggung_jawab, '') AS pd, b.urutan, b.berkas || coalesce(' hlm. ' || b.halaman, '') AS letak
    FROM publik.butir b JOIN pasang p ON b.dokumen_id IN (p.kiri, p.kanan) LEFT JOIN kamus m ON m.nama = lower(b.nama)
    WHERE b.tingkat = 'program' AND b.nama NOT SIMILAR TO '(?i)(jumlah|total).*'
    QUALIFY row_number() OVER (PARTITION BY b.dokumen_id, coalesce(b.kode_baku, m.kode, b.nama_baku) ORDER BY b.kode_baku IS NULL, b.urutan) = 1),
sanding AS (
    SELECT coalesce(k.kunci, r.kunci) AS kunci, coalesce(k.kode_baku, r.kode_baku) AS kode, k.nama AS kiri_nama, r.nama AS kanan_nama, k.butir_id AS kiri_id, r.butir_id AS kanan_id,
           coalesce(nullif(k.pd, ''), r.pd) AS pd, coalesce(k.urutan, r.urutan + 1000000) AS urutan, k.letak AS kiri_letak, r.letak AS kanan_letak
    FROM (SELECT * FROM program WHERE sisi = 'kiri') k FULL JOIN (SELECT * FROM program WHERE sisi = 'kanan') r ON r.kunci = k.kunci),
indikator AS (
    SELECT CASE WHEN i.dokumen_id = p.kiri THEN 'kiri' ELSE 'kanan' END AS sisi, i.indikator_id, i.indikator, coalesce(i.kode_baku, m.kode, '') AS kode, i.program, i.urutan,
           concat_ws(' ', t.tertulis, CASE WHEN coalesce(t.satuan_sel, '') = '' THEN i.satuan END) AS target, i.berkas || coalesce(' hlm. ' || i.halaman, '') AS letak
    FROM publik.indikator i JOIN pasang p ON i.dokumen_id IN (p.kiri, p.kanan) LEFT JOIN kamus m ON m.nama = lower(i.program)
    LEFT JOIN publik.target t ON t.indikator_id = i.indikator_id AND t.peran = 'target' AND t.tahun = (SELECT tahun FROM tahun) AND t.triwulan IS NULL
    WHERE i.tingkat = 'program'
    -- an indicator that several tables print is told once, where it has its target
    QUALIFY row_number() OVER (PARTITION BY i.dokumen_id, coalesce(i.kode_baku, m.kode, lower(i.program)), i.indikator_baku ORDER BY t.tertulis IS NULL, i.urutan) = 1),
taut AS (
    SELECT k.indikator_id AS kiri_id, r.indikator_id AS kanan_id
    FROM publik.tautan t JOIN pasang p ON t.kiri_dokumen_id = p.kiri AND t.kanan_dokumen_id = p.kanan
    JOIN indikator k ON k.sisi = 'kiri' AND k.indikator = t.kiri_indikator JOIN indikator r ON r.sisi = 'kanan' AND r.indikator = t.kanan_indikator
    WHERE k.kode = r.kode OR k.indikator_id = t.kiri_indikator_id AND r.indikator_id = t.kanan_indikator_id
    QUALIFY row_number() OVER (PARTITION BY k.indikator_id ORDER BY k.kode = r.kode DESC, t.skor DESC, r.urutan) = 1 AND row_number() OVER (PARTITION BY r.indikator_id ORDER BY k.kode = r.kode DESC, t.skor DESC, k.urutan) = 1),
hasil AS (
    SELECT s.kunci, k.indikator_id AS kiri_id, r.indikator_id AS kanan_id, k.indikator AS kiri, k.target AS kiri_target, r.indikator AS kanan, r.target AS kanan_target,
           coalesce(k.urutan, r.urutan + 1000000) AS urutan, k.letak AS kiri_letak, r.letak AS kanan_letak
    FROM (SELECT *, kode AS k FROM indikator WHERE sisi = 'kiri') k
    FULL JOIN (SELECT i.*, t.kiri_id AS pasangan FROM indikator i LEFT JOIN taut t ON t.kanan_id = i.indikator_id WHERE sisi = 'kanan') r ON r.pasangan = k.indikator_id
    JOIN sanding s ON s.kode = coalesce(nullif(k.kode, ''), nullif(r.kode, '')) OR s.kunci = lower(coalesce(k.program, r.program))),
-- Only what these two documents say against each other, or one of them alone.
antara AS (
    SELECT t.* FROM publik.temuan t JOIN pasang p ON t.kiri_dokumen_id IN (p.kiri, p.kanan)
    WHERE t.status NOT IN ('bukan temuan', 'ditunda')
      AND (t.kanan_dokumen_id IN (p.kiri, p.kanan) OR t.kanan_id IS NULL AND NOT regexp_matches(coalesce(t.dicari_di, ''), 'Renstra|Renja'))),
temuan AS (
    SELECT id, string_agg(aturan || ': ' || CASE WHEN length(uraian) > 260 THEN uraian[:257] || '...' ELSE uraian END, ' ' ORDER BY aturan) AS isi
    FROM (SELECT kiri_id AS id, aturan, uraian FROM antara UNION SELECT kanan_id, aturan, uraian FROM antara WHERE kanan_id IS NOT NULL)
    WHERE id IN (SELECT butir_id FROM program UNION SELECT indikator_id FROM indikator) GROUP BY id),
urusan AS (
    SELECT kode_baku, arg_min(nama, urutan) AS nama FROM publik.butir WHERE tingkat IN ('bidang', 'urusan') AND dokumen_id IN (SELECT kiri FROM pasang UNION SELECT kanan FROM pasang) GROUP BY ALL),
bidang AS (SELECT *, CASE WHEN kode LIKE '_.__.%' THEN substr(kode, 1, 4) ELSE '' END AS bidang FROM sanding),
baris AS (
    SELECT bidang, 0 AS lapis, min(urutan) OVER (PARTITION BY bidang) AS urut_bidang, 0 AS urut_program, 0 AS urut, NULL AS no,
           coalesce('Urusan ' || bidang || coalesce(' ' || u.nama, ''), 'Urusan tanpa kode') AS a, NULL AS b, NULL AS c, NULL AS d, NULL AS e, NULL AS f, NULL AS g, NULL AS h, 'kelompok' AS gaya
    FROM bidang LEFT JOIN urusan u ON u.kode_baku = bidang
    QUALIFY row_number() OVER (PARTITION BY bidang ORDER BY urutan) = 1
    UNION ALL
    SELECT bidang, 1, min(urutan) OVER (PARTITION BY bidang), urutan, 0, NULL,
           concat_ws(' ', b.kode, kiri_nama), NULL, NULL, kanan_nama, NULL, NULL,
           concat_ws(' ', CASE WHEN kiri_id IS NULL THEN 'Tidak ada di RPJMD.' WHEN kanan_id IS NULL THEN 'Tidak ada di RKPD.' END, tk.isi, CASE WHEN tr.isi <> tk.isi OR tk.isi IS NULL THEN tr.isi END,
                     '(' || concat_ws('; ', kiri_letak, kanan_letak) || ')'), pd, 'isi'
    FROM bidang b LEFT JOIN temuan tk ON tk.id = b.kiri_id LEFT JOIN temuan tr ON tr.id = b.kanan_id
    UNION ALL
    SELECT b.bidang, 2, min(b.urutan) OVER (PARTITION BY b.bidang), b.urutan, h.urutan, NULL, NULL, h.kiri, h.kiri_target, NULL, h.kanan, h.kanan_target,
           concat_ws(' ', CASE WHEN h.kanan_id IS NULL THEN 'Indikator tidak ada di RKPD.' WHEN h.kiri_id IS NULL THEN 'Indikator tidak ada di RPJMD.' END, tk.isi,
                     CASE WHEN tr.isi <> tk.isi OR tk.isi IS NULL THEN tr.isi END, '(' || concat_ws('; ', h.kiri_letak, h.kanan_letak) || ')'), NULL, 'isi'
    FROM bidang b JOIN hasil h ON h.kunci = b.kunci LEFT JOIN temuan tk ON tk.id = h.kiri_id LEFT JOIN temuan tr ON tr.id = h.kanan_id),
bernomor AS (SELECT * REPLACE (CASE WHEN lapis = 1 THEN CAST(row_number() OVER (PARTITION BY lapis ORDER BY urut_bidang, bidang, urut_program, urut) AS VARCHAR) END AS no) FROM baris)
SELECT no, a, b, c, d, e, f, g, h, gaya, (urut_bidang * 10 + 0) AS urut
FROM (SELECT *, row_number() OVER (ORDER BY urut_bidang, bidang, urut_program, lapis, urut) AS tempat FROM bernomor
      UNION ALL
      SELECT '~', 9, 9999999, 0, 0, NULL, 'TOTAL', CAST(count(kiri_id) AS VARCHAR) || ' program', NULL, NULL, CAST(count(kanan_id) AS VARCHAR) || ' program', NULL,
             CAST(count(*) FILTER (kiri_id IS NOT NULL AND kanan_id IS NOT NULL) AS VARCHAR) || ' program ada di keduanya', NULL, 'jumlah', 9999999
      FROM sanding HAVING count(*) > 0)
ORDER BY tempat
