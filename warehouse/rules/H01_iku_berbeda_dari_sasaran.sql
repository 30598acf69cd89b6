-- id: H01
-- nama: Tabel IKU berbeda dari tabel tujuan/sasaran
-- membandingkan: Setiap indikator tabel IKU dengan indikator tujuan dan sasaran dokumen yang sama: ada dengan nama yang sama, satuan, kondisi
--   awal, dan target yang sama. Sebaliknya tidak: IKU adalah pilihan dari indikator tujuan dan sasaran. Tidak ditemukan
--   hanya dilaporkan bila sebagian besar IKU lain ditemukan; satu temuan per dokumen bila tabelnya terbaca dengan ragu.
-- tingkat: K
-- dasar: Inmendagri 2/2025 dan praktik RPJMD (IKU dipilih dari indikator tujuan/sasaran; terverifikasi pada RPJMD terbit).
-- contoh: Tabel sasaran memuat "Indeks SPBE", tabel IKU memuat "Indeks Pemerintahan Digital" dengan angka yang sama.
-- perbaikan: Samakan nama, satuan, dan angka IKU dengan tabel tujuan/sasaran.
-- sejak: 0.1.0
WITH iku AS (
    SELECT i.*, s.sebutan FROM data.indikator i JOIN data.sebutan s USING (dokumen_id)
    WHERE i.tingkat = 'iku' AND s.jenis IN ('RPJMD', 'Renstra')),
sasaran AS (SELECT * FROM data.indikator WHERE tingkat IN ('tujuan', 'sasaran')),
-- Best counterpart: same name, else nearly the same name, else the same three or more numbers.
deret AS (
    SELECT indikator_id, count(DISTINCT nilai) AS ragam, string_agg(tahun || '=' || rtrim(rtrim(CAST(nilai AS VARCHAR), '0'), '.'), ' ' ORDER BY tahun) AS angka
    FROM data.nilai WHERE peran = 'target' AND jenis = 'angka' AND triwulan IS NULL GROUP BY indikator_id),
calon AS (
    SELECT k.indikator_id AS iku_id, s.indikator_id AS sasaran_id, data.mirip_ejaan(replace(k.nama_baku, ' ', ''), replace(s.nama_baku, ' ', '')) AS mirip,
           coalesce(dk.angka = ds.angka AND dk.ragam >= 3, false) AS angka_sama, s.urutan
    FROM iku k
    JOIN sasaran s USING (dokumen_id)
    LEFT JOIN deret dk ON dk.indikator_id = k.indikator_id
    LEFT JOIN deret ds ON ds.indikator_id = s.indikator_id),
pilihan AS (
    SELECT *, CASE WHEN mirip = 1 THEN 'sama' WHEN angka_sama OR mirip >= 0.9 THEN 'mirip' END AS cara
    FROM calon WHERE mirip = 1 OR angka_sama OR mirip >= 0.9
    QUALIFY row_number() OVER (PARTITION BY iku_id ORDER BY mirip = 1 DESC, angka_sama DESC, mirip DESC, urutan) = 1),
hitung AS (
    SELECT k.dokumen_id, count(*) AS banyak, count(p.iku_id) AS ketemu FROM iku k LEFT JOIN pilihan p ON p.iku_id = k.indikator_id GROUP BY k.dokumen_id),
nilai_beda AS (
    SELECT p.iku_id, p.sasaran_id, x.peran, x.tahun, data.tulis(x.mentah, k.satuan) AS nilai_iku, data.tulis(y.mentah, s.satuan) AS nilai_sasaran
    FROM pilihan p
    JOIN iku k ON k.indikator_id = p.iku_id
    JOIN sasaran s ON s.indikator_id = p.sasaran_id
    JOIN data.nilai x ON x.indikator_id = p.iku_id AND x.peran IN ('awal', 'target') AND x.triwulan IS NULL
    JOIN data.nilai y ON y.indikator_id = p.sasaran_id AND y.peran = x.peran AND y.tahun = x.tahun AND y.triwulan IS NULL
    WHERE p.cara = 'sama' AND data.banding(x, y) IN ('beda', 'jauh')
      -- another row of that name that agrees
      AND NOT EXISTS (SELECT 1 FROM sasaran s2 JOIN data.nilai z ON z.indikator_id = s2.indikator_id AND z.peran = x.peran AND z.tahun = x.tahun
                      WHERE s2.dokumen_id = k.dokumen_id AND replace(s2.nama_baku, ' ', '') = replace(k.nama_baku, ' ', '') AND data.banding(x, z) = 'sama')),
tidak_ada AS (
    SELECT k.indikator_id, k.dokumen_id, k.nama, k.sebutan, k.urutan, k.keyakinan, h.banyak, l.catatan,
           NOT (l.lengkap AND h.ketemu * 3 >= h.banyak * 2 AND g.keyakinan >= data.ambang('keyakinan_nilai')) AS ragu
    FROM iku k
    JOIN hitung h USING (dokumen_id)
    JOIN (SELECT dokumen_id, avg(keyakinan) AS keyakinan FROM sasaran GROUP BY dokumen_id) g USING (dokumen_id)
    JOIN data.kelengkapan l USING (dokumen_id)
    WHERE h.ketemu * 2 >= h.banyak AND k.indikator_id NOT IN (SELECT iku_id FROM pilihan)
      -- nor printed inside another row, nor in a row of a level that was not understood
      AND NOT EXISTS (SELECT 1 FROM sasaran s WHERE s.dokumen_id = k.dokumen_id AND (contains(s.nama_baku, k.nama_baku) OR contains(k.nama_baku, s.nama_baku)
                      OR contains(lower(s.kutipan), lower(k.nama))))
      AND NOT EXISTS (FROM data.indikator x WHERE x.dokumen_id = k.dokumen_id AND x.tingkat IS NULL AND x.nama_baku = k.nama_baku))
SELECT n.iku_id AS kiri_id,
       n.sasaran_id AS kanan_id,
       data.satu_tahun(n.tahun) AS tahun,
       data.deret(n.tahun, n.nilai_iku) AS nilai_kiri,
       data.deret(n.tahun, n.nilai_sasaran) AS nilai_kanan,
       format('IKU "{}" dalam {} berbeda dari tabel {}: tabel IKU menulis {}, tabel {} menulis {}.', any_value(k.nama), any_value(k.sebutan), any_value(s.tingkat),
              string_agg(format('{} {} {}', CASE n.peran WHEN 'awal' THEN 'kondisi awal' ELSE 'target' END, n.tahun, n.nilai_iku), '; ' ORDER BY n.tahun), any_value(s.tingkat),
              string_agg(format('{} {} {}', CASE n.peran WHEN 'awal' THEN 'kondisi awal' ELSE 'target' END, n.tahun, n.nilai_sasaran), '; ' ORDER BY n.tahun)) AS uraian,
       NULL AS dicari_di,
       NULL AS tingkat,
       data.putusan(true, min(least(k.keyakinan, s.keyakinan))) AS putusan,
       min(least(k.keyakinan, s.keyakinan)) AS keyakinan
FROM nilai_beda n
JOIN iku k ON k.indikator_id = n.iku_id
JOIN sasaran s ON s.indikator_id = n.sasaran_id
GROUP BY n.iku_id, n.sasaran_id
UNION ALL
SELECT p.iku_id, p.sasaran_id, NULL, k.nama, s.nama,
       format('Nama IKU "{}" dalam {} berbeda dari tabel {}: "{}"{}.', k.nama, k.sebutan, s.tingkat, s.nama,
              CASE WHEN p.angka_sama THEN ' (targetnya sama)' ELSE '' END),
       NULL, 'M',
       data.putusan(p.angka_sama, least(k.keyakinan, s.keyakinan)),
       least(k.keyakinan, s.keyakinan)
FROM pilihan p
JOIN iku k ON k.indikator_id = p.iku_id
JOIN sasaran s ON s.indikator_id = p.sasaran_id
WHERE p.cara = 'mirip'
UNION ALL
SELECT arg_min(indikator_id, urutan), NULL, NULL, data.lima(list(nama ORDER BY urutan)), NULL,
       CASE WHEN count(*) = 1 THEN format('IKU "{}" dalam {} tidak ditemukan di antara indikator tujuan dan sasaran dokumen itu{}.', any_value(nama), any_value(sebutan), any_value(catatan))
            ELSE format('{} dari {} IKU dalam {} tidak ditemukan di antara indikator tujuan dan sasaran dokumen itu{}: {}.{}', count(*), any_value(banyak), any_value(sebutan), any_value(catatan),
                        data.lima(list(nama ORDER BY urutan)), CASE WHEN ragu THEN ' Tabel tujuan dan sasaran terbaca dengan ragu; periksa tabelnya.' ELSE '' END) END,
       any_value(sebutan) || ' (tabel tujuan dan sasaran)', NULL,
       data.putusan(NOT ragu, min(keyakinan)),
       min(keyakinan)
FROM tidak_ada
-- where the goals' tables were read with doubt, all are one thing to look at
GROUP BY dokumen_id, ragu, CASE WHEN ragu THEN NULL ELSE indikator_id END
