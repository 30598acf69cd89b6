-- Most rows of one table share the trouble: a habit of whoever made the table, or a column that was read wrongly. Told once.
WITH baris AS (
    SELECT t.temuan_id, t.aturan, t.putusan, coalesce(t.kanan_id, t.kiri_id) AS id
    FROM data.temuan t),
letak AS (
    SELECT b.*, i.dokumen_id, i.berkas_id, i.judul_tabel, i.tingkat,
           count(DISTINCT i.indikator_id) OVER tabel AS bermasalah
    FROM baris b JOIN data.indikator i ON i.indikator_id = b.id
    WINDOW tabel AS (PARTITION BY b.aturan, b.putusan, i.berkas_id, i.judul_tabel, i.tingkat)),
isi AS (
    SELECT berkas_id, judul_tabel, tingkat, count(*) AS semua, min(halaman) AS awal, max(halaman) AS akhir
    FROM data.indikator GROUP BY ALL)
SELECT l.temuan_id, concat_ws('|', l.aturan, l.putusan, l.berkas_id, l.judul_tabel, l.tingkat) AS kunci,
       format('{} dari {} indikator tabel{} {}{} bermasalah sama ({}): kemungkinan satu sebab.', l.bermasalah, s.semua,
              coalesce(' ' || data.sebut_tingkat(l.tingkat), ''), d.sebutan,
              CASE WHEN s.awal IS NULL THEN '' WHEN s.awal = s.akhir THEN format(' hlm. {}', s.awal)
                   ELSE format(' hlm. {}-{}', s.awal, s.akhir) END, lower(a.nama)) AS uraian,
       CAST(data.ambang('sebab_tabel_temuan') AS INTEGER) AS paling_sedikit
FROM letak l
JOIN isi s ON s.berkas_id = l.berkas_id AND s.judul_tabel IS NOT DISTINCT FROM l.judul_tabel AND s.tingkat IS NOT DISTINCT FROM l.tingkat
JOIN data.aturan a ON a.aturan = l.aturan
JOIN data.sebutan d ON d.dokumen_id = l.dokumen_id
WHERE l.bermasalah >= data.ambang('sebab_tabel_bagian') * s.semua
