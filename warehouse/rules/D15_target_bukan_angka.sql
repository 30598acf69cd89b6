-- id: D15
-- nama: Target kosong atau bukan angka
-- membandingkan: Sel target setiap tahun pada satu baris RPJMD, Renstra, RKPD, atau Renja. Dilaporkan bila selnya hanya berisi arah
--   ("meningkat") atau kata tanpa makna nilai, dan bila sel kosong padahal tahun lain berangka. Sel yang sama sekali tidak
--   terbaca hanya dilaporkan bila tahun itu mempunyai pagu, dan perlu diperiksa. Predikat (WTP, BB) adalah nilai.
--   Tiga atau lebih indikator satu perangkat daerah dengan isi yang sama dilaporkan sekali.
-- tingkat: M
-- dasar: Daftar periksa Renja (target tahun rencana tidak kosong); kriteria terukur SAKIP.
-- contoh: Target 2023 kosong, padahal 2021 dan 2022 berangka dan pagu 2023 Rp9.770.000.000.
-- perbaikan: Isi target tahun itu dengan angka, atau hapus pagunya.
-- sejak: 0.1.0
WITH baris AS (
    SELECT i.*, s.sebutan FROM data.indikator i JOIN data.sebutan s USING (dokumen_id)
    WHERE s.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND i.tingkat IS DISTINCT FROM 'lainnya'),
-- A cell with nothing but a unit, or without letter and digit, says nothing.
target AS (
    SELECT n.* REPLACE (CASE WHEN n.jenis = 'kata' AND (data.kata(n.mentah) = '' OR u.tulisan IS NOT NULL) THEN 'teks' ELSE n.jenis END AS jenis)
    FROM data.nilai n LEFT JOIN data.acuan_satuan u ON lower(u.tulisan) = lower(n.mentah) AND u.macam <> 'predikat'
    WHERE n.peran = 'target' AND n.triwulan IS NULL),
berangka AS (SELECT indikator_id, count(*) FILTER (jenis IN ('angka', 'ambigu', 'rentang', 'rasio', 'kata')) AS banyak FROM target GROUP BY indikator_id),
-- Years in which most rows of the same page and level have a target.
tahun_tabel AS (
    SELECT b.berkas_id, b.halaman, b.tabel, b.tingkat, t.tahun
    FROM baris b JOIN target t USING (indikator_id)
    WHERE t.jenis IN ('angka', 'ambigu', 'rentang', 'rasio', 'kata')
    GROUP BY ALL HAVING count(DISTINCT b.indikator_id) >= 2),
dicetak AS (
    SELECT b.indikator_id, t.tahun, CASE WHEN t.jenis = 'kosong' THEN 'kosong (' || t.mentah || ')' ELSE '"' || t.mentah || '"' END AS isi, true AS pasti
    FROM baris b JOIN (SELECT DISTINCT * FROM target) t USING (indikator_id) JOIN berangka n USING (indikator_id)
    WHERE t.jenis = 'arah'
       OR (t.jenis = 'teks' AND NOT regexp_matches(t.mentah, '[0-9]') AND length(t.mentah) <= 30)
       OR (t.jenis = 'kosong' AND n.banyak > 0)),
tak_tercetak AS (
    SELECT b.indikator_id, y.tahun, 'tidak ada, pagu ' || data.rupiah(p.rupiah) AS isi, false AS pasti
    FROM baris b
    JOIN berangka n USING (indikator_id)
    JOIN tahun_tabel y ON y.berkas_id = b.berkas_id AND y.halaman IS NOT DISTINCT FROM b.halaman AND y.tabel IS NOT DISTINCT FROM b.tabel
        AND y.tingkat IS NOT DISTINCT FROM b.tingkat
    JOIN data.pagu p ON p.pemilik_id = b.indikator_id AND p.peran = 'pagu' AND p.tahun = y.tahun AND p.rupiah > 0
    WHERE n.banyak > 0 AND NOT EXISTS (SELECT 1 FROM target t WHERE t.indikator_id = b.indikator_id AND t.tahun = y.tahun)),
kosong AS (
    SELECT b.indikator_id, any_value(b.dokumen_id) AS dokumen_id, any_value(b.opd_kunci) AS opd_kunci, any_value(b.urutan) AS urutan, any_value(b.nama) AS nama,
           any_value(b.sebutan) AS sebutan, data.satu_tahun(x.tahun) AS tahun, data.pada_tahun(x.tahun) AS pada_tahun, data.deret(x.tahun, x.isi) AS isi,
           bool_or(x.pasti) AS pasti, min(b.keyakinan) AS keyakinan
    FROM (FROM dicetak UNION ALL FROM tak_tercetak) x
    JOIN baris b USING (indikator_id)
    GROUP BY b.indikator_id)
SELECT k.indikator_id AS kiri_id,
       NULL AS kanan_id,
       k.tahun,
       k.isi AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Target{} indikator "{}" dalam {} tidak berupa nilai: {}.{}', k.pada_tahun, k.nama, k.sebutan, k.isi, data.sejenis(count(*) OVER sama)) AS uraian,
       NULL AS dicari_di,
       data.putusan(k.pasti, k.keyakinan) AS putusan,
       k.keyakinan
FROM kosong k
WINDOW sama AS (PARTITION BY k.dokumen_id, k.opd_kunci, k.isi)
-- three or more neighbours with the same slip have one cause
QUALIFY count(*) OVER sama < 3 OR row_number() OVER (PARTITION BY k.dokumen_id, k.opd_kunci, k.isi ORDER BY k.urutan) = 1
