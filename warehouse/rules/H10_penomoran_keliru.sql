-- id: H10
-- nama: Nomor tabel atau subbab keliru
-- membandingkan: Nomor tabel yang dipakai dua judul berbeda dalam satu bab, dan subbab yang angka pertamanya bukan nomor bab tempatnya berada. Judul yang
--   hanya berbeda ejaan, tabel lanjutan, dan daftar isi tidak dihitung. Subbab dilaporkan hanya
--   bila subbab sebelum dan sesudahnya cocok. Satu temuan per nomor tabel, satu per bab untuk subbab.
-- tingkat: m
-- dasar: Praktik tata naskah (verifikasi tata naskah sebuah daerah); tidak ada pasal.
-- contoh: Renja memuat dua "Tabel 2.2" dengan judul berlainan di hlm. 19 dan 22.
-- perbaikan: Perbaiki nomornya dan rujukan ke nomor itu.
-- sejak: 0.1.0
WITH tabel AS (
    SELECT k.*, replace(replace(k.nomor, ' ', ''), '–', '-') AS nomor_baku, data.huruf(k.teks) AS isi
    FROM data.keterangan k
    WHERE k.jenis = 'judul tabel' AND length(data.huruf(k.teks)) >= 12 AND NOT regexp_matches(lower(k.teks), '\b(lanjutan|sambungan)\b')),
ganda AS (
    SELECT a.*, b.keterangan_id AS lain_id, b.halaman AS lain_halaman, b.teks AS lain_teks
    FROM tabel a JOIN tabel b ON b.dokumen_id = a.dokumen_id AND b.berkas_id = a.berkas_id AND b.nomor_baku = a.nomor_baku AND b.urutan > a.urutan
    WHERE data.mirip(a.isi, b.isi) < 0.6 AND b.halaman IS DISTINCT FROM a.halaman
    QUALIFY row_number() OVER (PARTITION BY a.dokumen_id, a.nomor_baku ORDER BY a.urutan, b.urutan) = 1),
romawi AS (SELECT unnest(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']) AS nomor, unnest(range(1, 11)) AS angka),
susunan AS (
    SELECT k.*, last_value(CASE WHEN k.jenis = 'bab' THEN r.angka END IGNORE NULLS) OVER urut AS bab,
           last_value(CASE WHEN k.jenis = 'bab' THEN k.nomor END IGNORE NULLS) OVER urut AS bab_romawi, TRY_CAST(split_part(k.nomor, '.', 1) AS INTEGER) AS depan
    FROM (SELECT * FROM data.keterangan WHERE jenis = 'bab' AND nomor IN (SELECT nomor FROM romawi)
          UNION ALL SELECT * FROM data.keterangan WHERE jenis = 'subbab') k
    LEFT JOIN romawi r ON k.jenis = 'bab' AND r.nomor = k.nomor
    WINDOW urut AS (PARTITION BY k.dokumen_id, k.berkas_id ORDER BY k.urutan ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)),
sub AS (
    SELECT *, lag(depan) OVER runtut AS sebelum, lead(depan) OVER runtut AS sesudah
    FROM susunan WHERE jenis = 'subbab' AND bab IS NOT NULL
    WINDOW runtut AS (PARTITION BY dokumen_id, berkas_id, bab ORDER BY urutan))
SELECT g.keterangan_id AS kiri_id,
       g.lain_id AS kanan_id,
       NULL AS tahun,
       g.nomor AS nilai_kiri,
       g.nomor AS nilai_kanan,
       format('Nomor Tabel {} dalam {} dipakai dua kali: "{}"{} dan "{}"{}.', g.nomor, s.sebutan, g.teks, coalesce(' (hlm. ' || g.halaman || ')', ''), g.lain_teks,
              coalesce(' (hlm. ' || g.lain_halaman || ')', '')) AS uraian,
       NULL AS dicari_di,
       data.putusan(true, g.keyakinan) AS putusan,
       g.keyakinan
FROM ganda g JOIN data.sebutan s USING (dokumen_id)
UNION ALL
SELECT b.keterangan_id, NULL, NULL, b.nomor, b.bab_romawi,
       format('Subbab {} "{}" dalam {}{} berada di Bab {}.', b.nomor, b.teks, s.sebutan, coalesce(' (hlm. ' || b.halaman || ')', ''), b.bab_romawi),
       NULL,
       data.putusan(true, b.keyakinan),
       b.keyakinan
FROM sub b JOIN data.sebutan s USING (dokumen_id)
-- between two that fit: else the heading of a chapter was not seen
WHERE b.depan <> b.bab AND b.depan BETWEEN 1 AND 10 AND b.sebelum = b.bab AND b.sesudah = b.bab
QUALIFY row_number() OVER (PARTITION BY b.dokumen_id, b.berkas_id, b.bab ORDER BY b.urutan) = 1
