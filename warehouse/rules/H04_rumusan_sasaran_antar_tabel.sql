-- id: H04
-- nama: Rumusan tujuan atau sasaran berbeda antartabel
-- membandingkan: Tujuan dan sasaran yang menaungi indikator bernama sama di dua tabel satu dokumen. Ejaan, tanda baca, dan teks yang terpotong tidak dihitung; kalimat
--   yang sama sekali lain mungkin memang sasaran lain dan tidak dilaporkan. Satu temuan per kalimat.
-- tingkat: M
-- dasar: Tabel kaskade dan tabel target memuat tujuan dan sasaran yang sama (T-C.25 dan T-C.26 Permendagri 86/2017; bentuk tabelnya dari dokumen terbit).
-- contoh: Sasaran "Meningkatnya kualitas layanan dasar" di tabel target, "Meningkatnya mutu layanan dasar" di tabel kaskade.
-- perbaikan: Pakai satu rumusan di semua tabel.
-- sejak: 0.1.0
WITH naungan AS (
    SELECT indikator_id, dokumen_id, nama_baku, nama, tingkat, halaman, tabel, urutan, keyakinan, CASE tingkat WHEN 'tujuan' THEN tujuan ELSE sasaran END AS teks
    FROM data.indikator WHERE tingkat IN ('tujuan', 'sasaran')),
beda AS (
    SELECT a.indikator_id AS kiri_id, b.indikator_id AS kanan_id, a.dokumen_id, a.tingkat, a.nama, a.teks AS kiri, b.teks AS kanan, a.halaman AS kiri_halaman, b.halaman AS kanan_halaman,
           data.huruf(a.teks) AS kiri_huruf, data.huruf(b.teks) AS kanan_huruf, least(a.keyakinan, b.keyakinan) AS keyakinan, a.urutan
    FROM naungan a
    JOIN naungan b ON b.dokumen_id = a.dokumen_id AND b.tingkat = a.tingkat AND b.nama_baku = a.nama_baku AND b.urutan > a.urutan
        AND (b.halaman IS DISTINCT FROM a.halaman OR b.tabel IS DISTINCT FROM a.tabel)
    WHERE a.teks IS NOT NULL AND b.teks IS NOT NULL),
tercetak AS (
    SELECT DISTINCT dokumen_id, jenis, data.huruf(teks) AS huruf, halaman, tabel FROM data.pernyataan WHERE jenis IN ('tujuan', 'sasaran')
    UNION SELECT dokumen_id, tingkat, data.huruf(teks), halaman, tabel FROM naungan WHERE teks IS NOT NULL),
berdampingan AS (
    SELECT DISTINCT p.dokumen_id, p.huruf AS satu, q.huruf AS dua
    FROM tercetak p JOIN tercetak q ON q.dokumen_id = p.dokumen_id AND q.jenis = p.jenis AND q.halaman IS NOT DISTINCT FROM p.halaman
        AND q.huruf <> p.huruf AND (p.halaman IS NOT NULL OR p.tabel = q.tabel))
SELECT x.kiri_id, x.kanan_id,
       NULL AS tahun,
       x.kiri AS nilai_kiri,
       x.kanan AS nilai_kanan,
       format('{} yang menaungi indikator "{}" dalam {} tertulis "{}"{} dan "{}"{}.', upper(x.tingkat[1]) || x.tingkat[2:], x.nama, s.sebutan, x.kiri,
              coalesce(' (hlm. ' || x.kiri_halaman || ')', ''), x.kanan, coalesce(' (hlm. ' || x.kanan_halaman || ')', '')) AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(data.mirip_ejaan(x.kiri_huruf, x.kanan_huruf) >= 0.75, x.keyakinan) AS putusan,
       x.keyakinan
FROM beda x JOIN data.sebutan s USING (dokumen_id)
WHERE x.kiri_huruf <> x.kanan_huruf AND NOT contains(x.kiri_huruf, x.kanan_huruf) AND NOT contains(x.kanan_huruf, x.kiri_huruf)
  AND data.mirip_ejaan(x.kiri_huruf, x.kanan_huruf) BETWEEN 0.6 AND 0.97
  -- digits inside words are a misread cell, not another wording
  AND NOT regexp_matches(x.kiri, '[a-z][0-9]') AND NOT regexp_matches(x.kanan, '[a-z][0-9]')
  -- a page that prints both sentences has two sasaran
  AND NOT EXISTS (SELECT 1 FROM berdampingan y WHERE y.dokumen_id = x.dokumen_id AND y.satu = x.kiri_huruf AND y.dua = x.kanan_huruf)
QUALIFY row_number() OVER (PARTITION BY x.dokumen_id, least(x.kiri_huruf, x.kanan_huruf), greatest(x.kiri_huruf, x.kanan_huruf) ORDER BY x.urutan) = 1
    AND row_number() OVER (PARTITION BY x.dokumen_id, x.kiri_huruf ORDER BY x.urutan) = 1
