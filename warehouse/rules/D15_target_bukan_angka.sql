-- id: D15
-- nama: Target kosong atau bukan angka
-- membandingkan: Sel target setiap tahun pada satu baris RPJMD, Renstra, RKPD, atau Renja. Dilaporkan bila selnya hanya berisi arah
--   ("meningkat"), satuan, atau kata tanpa makna nilai; dan bila selnya kosong padahal tahun itu berpagu, terletak di antara
--   dua tahun yang berangka (dan barisnya tidak berpagu hanya pada tahun lain), atau tabelnya tanpa pagu dan baris lain di halaman itu berangka. Predikat (WTP, BB) adalah
--   nilai. Di RKPD dan Renja, tempat beberapa indikator sering berbagi satu sel, hanya sel yang dicetak dengan tanda kosong
--   (-) dilaporkan. Tiga atau lebih indikator satu perangkat daerah dengan isi yang sama dilaporkan sekali; bila
--   seperempat baris sebuah halaman kosong pada tahun yang sama, kolomnya mungkin tidak terbaca: perlu diperiksa.
--   Kondisi awal dan akhir dilaporkan bila berisi tanda saja ("?", #DIV/0!), satu temuan per dokumen.
-- tingkat: M
-- dasar: Daftar periksa Renja (target tahun rencana tidak kosong); kriteria terukur SAKIP.
-- contoh: Target 2023 kosong, padahal 2021 dan 2022 berangka dan pagu 2023 Rp9.770.000.000.
-- perbaikan: Isi target tahun itu dengan angka, atau hapus pagunya.
-- sejak: 0.1.0
WITH baris AS (
    SELECT i.*, s.sebutan, s.jenis, s.tahun_awal, s.tahun_akhir, s.tahun_awal = s.tahun_akhir AS tahunan FROM data.indikator i JOIN data.sebutan s USING (dokumen_id)
    WHERE s.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND i.tingkat IS DISTINCT FROM 'lainnya' AND i.asal IS NULL),
-- A cell with nothing but a unit, or without letter and digit, says nothing.
target AS (
    SELECT n.* REPLACE (CASE WHEN n.jenis = 'kata' AND (data.kata(n.mentah) = '' OR u.tulisan IS NOT NULL) THEN 'teks' ELSE n.jenis END AS jenis)
    FROM data.nilai n LEFT JOIN data.acuan_satuan u ON lower(u.tulisan) = lower(n.mentah) AND u.macam <> 'predikat'
    WHERE n.peran = 'target' AND n.triwulan IS NULL),
-- Years of the plan that the document, and that the page, gives targets for; tables of past periods are no plan.
bertarget AS (
    SELECT b.dokumen_id, b.berkas_id, b.halaman, b.tabel, b.indikator_id, t.tahun
    FROM baris b JOIN target t USING (indikator_id)
    WHERE t.jenis IN ('angka', 'ambigu', 'rentang', 'rasio', 'kata') AND t.tahun BETWEEN b.tahun_awal AND b.tahun_akhir + 1),
tahun_dokumen AS (SELECT dokumen_id, tahun FROM bertarget GROUP BY ALL HAVING count(DISTINCT indikator_id) >= 2),
tahun_tabel AS (SELECT berkas_id, halaman, tabel, tahun FROM bertarget GROUP BY ALL HAVING count(DISTINCT indikator_id) >= 2),
jumlah_tahun AS (SELECT berkas_id, halaman, tabel, count(*) AS banyak FROM tahun_tabel GROUP BY ALL),
uang AS (
    SELECT pemilik_id AS indikator_id, tahun, max(rupiah) AS rupiah FROM data.pagu
    WHERE pemilik = 'indikator' AND peran = 'pagu' AND triwulan IS NULL AND rupiah > 0 GROUP BY ALL),
-- Years in which a value is due: with money, between two years with values, or anywhere in a table without money.
rentang AS (
    SELECT indikator_id, min(tahun) AS dari, max(tahun) AS sampai, count(DISTINCT tahun) AS banyak FROM target
    WHERE jenis IN ('angka', 'ambigu', 'rentang', 'rasio', 'kata') AND nilai IS DISTINCT FROM 0  -- 0 stands for years before the plan
    GROUP BY indikator_id),
tercetak AS (
    SELECT b.indikator_id, t.tahun, '"' || t.mentah || '"' AS isi
    FROM baris b JOIN (SELECT DISTINCT * FROM target) t USING (indikator_id)
    WHERE t.tahun BETWEEN b.tahun_awal AND b.tahun_akhir + 1 AND (t.jenis = 'arah' OR (t.jenis = 'teks' AND NOT regexp_matches(t.mentah, '[0-9]') AND length(t.mentah) <= 30))),
-- Blank cells. Between two years with values the row itself shows that one is due; elsewhere its neighbours on the page do.
kosong AS (
    SELECT b.indikator_id, y.tahun, 'kosong' || coalesce(', pagu ' || data.rupiah(u.rupiah), '') AS isi, b.keyakinan >= 0.9 AS pasti
    FROM baris b
    LEFT JOIN rentang r USING (indikator_id)
    JOIN tahun_dokumen y ON y.dokumen_id = b.dokumen_id
    LEFT JOIN tahun_tabel h ON h.berkas_id = b.berkas_id AND h.halaman IS NOT DISTINCT FROM b.halaman AND h.tabel IS NOT DISTINCT FROM b.tabel AND h.tahun = y.tahun
    LEFT JOIN jumlah_tahun j ON j.berkas_id = b.berkas_id AND j.halaman IS NOT DISTINCT FROM b.halaman AND j.tabel IS NOT DISTINCT FROM b.tabel
    LEFT JOIN uang u ON u.indikator_id = b.indikator_id AND u.tahun = y.tahun
    WHERE NOT EXISTS (SELECT 1 FROM target t WHERE t.indikator_id = b.indikator_id AND t.tahun = y.tahun AND t.jenis <> 'kosong')
      -- in yearly tables several indicators often share a cell: only what is printed as blank counts
      AND (NOT b.tahunan OR y.tahun = b.tahun_awal AND EXISTS (SELECT 1 FROM target t WHERE t.indikator_id = b.indikator_id AND t.tahun = y.tahun))
      AND (y.tahun BETWEEN r.dari AND r.sampai
               -- money in other years only: nothing was planned in this one
               AND (u.rupiah IS NOT NULL OR NOT EXISTS (SELECT 1 FROM uang x WHERE x.indikator_id = b.indikator_id))
           OR (h.tahun IS NOT NULL AND u.rupiah IS NOT NULL)
           OR (h.tahun IS NOT NULL AND r.banyak >= 2 AND r.banyak >= j.banyak - 1 AND NOT EXISTS (
                SELECT 1 FROM uang x JOIN baris l ON l.indikator_id = x.indikator_id
                WHERE l.berkas_id = b.berkas_id AND l.halaman IS NOT DISTINCT FROM b.halaman AND l.tabel IS NOT DISTINCT FROM b.tabel)))),
-- The same year blank in a quarter of a page's rows, without money: rather a column that was not read.
isi_halaman AS (SELECT berkas_id, halaman, tabel, count(*) AS banyak FROM baris GROUP BY ALL),
lowong AS (
    SELECT b.berkas_id, b.halaman, b.tabel, k.tahun
    FROM kosong k
    JOIN baris b USING (indikator_id)
    JOIN isi_halaman h ON h.berkas_id = b.berkas_id AND h.halaman IS NOT DISTINCT FROM b.halaman AND h.tabel IS NOT DISTINCT FROM b.tabel
    WHERE k.isi = 'kosong'
    GROUP BY b.berkas_id, b.halaman, b.tabel, k.tahun
    HAVING count(*) >= 3 AND count(*) * 4 >= any_value(h.banyak)),
hasil AS (
    SELECT b.indikator_id, any_value(b.halaman) AS halaman, bool_or(l.tahun IS NOT NULL) AS lowong, any_value(b.dokumen_id) AS dokumen_id, any_value(b.opd_kunci) AS opd_kunci, any_value(b.urutan) AS urutan, any_value(b.nama) AS nama,
           any_value(b.sebutan) AS sebutan, data.satu_tahun(x.tahun) AS tahun, data.pada_tahun(x.tahun) AS pada_tahun, data.deret(x.tahun, x.isi) AS isi,
           string_agg(x.tahun || CASE WHEN x.isi LIKE 'kosong%' THEN '' ELSE x.isi END, ' ' ORDER BY x.tahun) AS tanda, bool_or(x.pasti) AS pasti, min(b.keyakinan) AS keyakinan
    FROM (SELECT *, true AS pasti FROM tercetak UNION ALL SELECT * FROM kosong) x
    JOIN baris b USING (indikator_id)
    LEFT JOIN lowong l ON l.berkas_id = b.berkas_id AND l.halaman IS NOT DISTINCT FROM b.halaman AND l.tabel IS NOT DISTINCT FROM b.tabel
        AND l.tahun = x.tahun AND x.isi = 'kosong'
    GROUP BY b.indikator_id)
SELECT k.indikator_id AS kiri_id,
       NULL AS kanan_id,
       k.tahun,
       k.isi AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Target{} indikator "{}" dalam {} tidak berupa nilai: {}.{}', k.pada_tahun, k.nama, k.sebutan, k.isi,
              CASE WHEN k.lowong AND count(*) OVER sama >= 3 THEN format(' Begitu pula {} indikator lain di halaman itu: kolomnya mungkin tidak terbaca.', count(*) OVER sama - 1)
                   ELSE data.sejenis(count(*) OVER sama) END) AS uraian,
       NULL AS dicari_di,
       data.putusan(k.pasti AND NOT k.lowong, k.keyakinan) AS putusan,
       k.keyakinan
FROM (SELECT * FROM hasil QUALIFY row_number() OVER (PARTITION BY dokumen_id, opd_kunci, lower(nama) ORDER BY urutan) = 1) k
WINDOW sama AS (PARTITION BY k.dokumen_id, CASE WHEN NOT k.lowong THEN k.opd_kunci END, k.tanda, CASE WHEN k.lowong THEN k.halaman END)
-- three or more neighbours with the same slip have one cause
QUALIFY count(*) OVER sama < 3 OR row_number() OVER (PARTITION BY k.dokumen_id, CASE WHEN NOT k.lowong THEN k.opd_kunci END, k.tanda, CASE WHEN k.lowong THEN k.halaman END ORDER BY k.urutan) = 1
UNION ALL
SELECT arg_min(i.indikator_id, i.urutan), NULL, NULL, data.lima(list(DISTINCT n.mentah)), NULL,
       format('{} sel kondisi awal atau akhir dalam {} berisi tanda saja, bukan nilai: {}.', count(*), any_value(s.sebutan),
              data.lima(list(format('"{}" {} ({})', i.nama, n.mentah, CASE n.peran WHEN 'awal' THEN 'kondisi awal' ELSE 'kondisi akhir' END) ORDER BY i.urutan))),
       NULL,
       data.putusan(true, min(i.keyakinan)),
       min(i.keyakinan)
FROM data.nilai n
JOIN data.indikator i USING (indikator_id)
JOIN data.sebutan s USING (dokumen_id)
WHERE s.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND n.peran IN ('awal', 'akhir') AND n.triwulan IS NULL
  AND EXISTS (FROM data.acuan_mutu m WHERE m.macam = 'penanda' AND m.kata = lower(trim(n.mentah)))
GROUP BY i.dokumen_id
