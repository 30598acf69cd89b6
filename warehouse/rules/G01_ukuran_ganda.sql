-- id: G01
-- nama: Dua ukuran dalam satu indikator
-- membandingkan: Nama indikator dengan kata ukur: ukuran kedua di belakang "dan", "serta", koma, atau titik koma ("jumlah ... dan persentase ...").
--   Kata ukur yang memulai nama tidak dihitung. Satu temuan per dokumen dan tingkat.
-- tingkat: m
-- dasar: KKE 1 SAKIP (spesifik: tidak bermakna ganda); PermenPANRB 88/2021 kriteria SMART.
-- contoh: "Jumlah peserta pelatihan dan persentase kelulusannya" mengukur dua hal dengan satu target.
-- perbaikan: Pecah menjadi dua indikator dengan target masing-masing.
-- sejak: 0.1.0
WITH acuan AS (SELECT data.kata_acuan_kecuali('ukuran', 'ukuran ragu') AS ukuran),
ganda AS (
    SELECT i.*, data.kata_kata(i.nama) AS kata, list_filter(range(2, len(data.kata_kata(i.nama)) + 1),
               lambda p: (data.kata_kata(i.nama)[p - 1] IN ('dan', 'serta')
                          -- behind a comma or semicolon, unless the same text stands there once more
                          OR regexp_matches(lower(i.nama), '[,;]\s*' || data.kata_kata(i.nama)[p] || '\b') AND NOT contains(substr(lower(i.nama), 13), left(lower(i.nama), 12)))
                         AND list_contains(a.ukuran, data.kata_kata(i.nama)[p])) AS letak
    FROM data.indikator i CROSS JOIN acuan a
    WHERE regexp_matches(lower(i.nama), '\b(dan|serta)\s|[,;]')),
pertama AS (
    SELECT g.*, count(DISTINCT g.nama_baku) OVER (PARTITION BY g.dokumen_id, g.tingkat) AS banyak
    FROM ganda g WHERE len(letak) > 0 AND letak[1] > 3
    QUALIFY row_number() OVER (PARTITION BY g.dokumen_id, g.tingkat ORDER BY g.keyakinan >= 0.8 DESC, g.urutan) = 1)
SELECT p.indikator_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       p.nama AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Indikator {} "{}" dalam {} memuat dua ukuran: "... {} {} ...".{}', coalesce(data.sebut_tingkat(p.tingkat), ''), p.nama, s.sebutan,
              p.kata[p.letak[1] - 1], p.kata[p.letak[1]], data.dan_lain(p.banyak, 'indikator')) AS uraian,
       NULL AS dicari_di,
       data.putusan(p.keyakinan >= 0.8, p.keyakinan) AS putusan,
       p.keyakinan
FROM pertama p
JOIN data.sebutan s USING (dokumen_id)
WHERE s.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja', 'IKU', 'PK')
