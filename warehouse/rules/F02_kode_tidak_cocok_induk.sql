-- id: F02
-- nama: Kode tidak cocok dengan induknya
-- membandingkan: Kode program, kegiatan, dan sub kegiatan dengan kode baris induk terdekat di atasnya. Dilaporkan hanya bila baris tetangga
--   setingkat (sebelum atau sesudahnya) di bawah induk yang sama berkode cocok; kalau tidak, baris induknya mungkin tidak
--   terbaca. X.XX.01 (penunjang) boleh berada di bawah bidang urusan mana pun.
-- tingkat: M
-- dasar: Susunan kode Permendagri 90/2019 dan Kepmendagri 050-5889/2021: kode anak memuat kode induk.
-- contoh: Sub kegiatan 1.02.03.2.02.0001 tercetak di bawah kegiatan 1.02.02.2.02.
-- perbaikan: Perbaiki kodenya, atau pindahkan barisnya ke induk yang benar.
-- sejak: 0.1.0
WITH baris AS (SELECT * FROM data.butir WHERE kode_baku IS NOT NULL),
berinduk AS (
    SELECT *,
           max(CASE WHEN tingkat IN ('urusan', 'bidang', 'opd') THEN urutan END) OVER naik AS urut_atas,
           max(CASE WHEN tingkat = 'bidang' THEN urutan END) OVER naik AS urut_bidang,
           max(CASE WHEN tingkat = 'program' THEN urutan END) OVER naik AS urut_program,
           max(CASE WHEN tingkat = 'kegiatan' THEN urutan END) OVER naik AS urut_kegiatan
    FROM data.butir
    WINDOW naik AS (PARTITION BY dokumen_id ORDER BY urutan ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
anak AS (
    SELECT c.dokumen_id, c.butir_id, c.tingkat, c.kode, c.kode_baku, c.nama, c.urutan, c.keyakinan, p.butir_id AS induk_id, p.tingkat AS tingkat_induk,
           p.kode_baku AS kode_induk, p.nama AS nama_induk, p.keyakinan AS keyakinan_induk,
           starts_with(c.kode_baku, p.kode_baku || '.') OR data.penunjang(c.kode_baku) AND (p.tingkat = 'bidang' OR data.penunjang(p.kode_baku)) AS cocok
    FROM berinduk c
    JOIN baris p ON p.dokumen_id = c.dokumen_id AND p.urutan = CASE c.tingkat
        WHEN 'program' THEN CASE WHEN c.urut_bidang = c.urut_atas THEN c.urut_bidang END
        WHEN 'kegiatan' THEN CASE WHEN c.urut_program > coalesce(c.urut_atas, -1) THEN c.urut_program END
        WHEN 'subkegiatan' THEN CASE WHEN c.urut_kegiatan > coalesce(c.urut_program, -1) THEN c.urut_kegiatan END END
    WHERE c.kode_baku IS NOT NULL),
bertetangga AS (
    SELECT *, lag(cocok) OVER urut AS sebelum, lead(cocok) OVER urut AS sesudah
    FROM anak WINDOW urut AS (PARTITION BY dokumen_id, induk_id ORDER BY urutan))
SELECT b.butir_id AS kiri_id,
       b.induk_id AS kanan_id,
       NULL AS tahun,
       b.kode AS nilai_kiri,
       b.kode_induk AS nilai_kanan,
       format('Kode {} {} "{}" dalam {} tidak cocok dengan {} induknya {} "{}".', data.sebut_tingkat(b.tingkat), b.kode, b.nama, s.sebutan,
              data.sebut_tingkat(b.tingkat_induk), b.kode_induk, b.nama_induk) AS uraian,
       NULL AS dicari_di,
       -- between two rows that fit it is the row's own code; at the end the next parent may be missing
       data.putusan(b.sesudah IS NOT DISTINCT FROM true, least(b.keyakinan, b.keyakinan_induk)) AS putusan,
       least(b.keyakinan, b.keyakinan_induk) AS keyakinan
FROM bertetangga b
JOIN data.sebutan s USING (dokumen_id)
WHERE NOT b.cocok AND (b.sebelum OR b.sesudah)
