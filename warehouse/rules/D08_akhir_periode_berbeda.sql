-- id: D08
-- nama: Kondisi akhir periode berbeda dari target tahun terakhir
-- membandingkan: Kolom kondisi akhir periode dengan target tahun terakhir pada baris yang sama (RPJMD dan Renstra). Diam bila kondisi akhir
--   sama dengan jumlah target semua tahun, dengan atau tanpa kondisi awal (indikator akumulatif), atau bila satuan di kedua
--   sel berlainan. Bila sama dengan rata-rata tahun, atau hitungan yang lebih besar dari target terakhir (mungkin
--   akumulatif), perlu diperiksa. Tiga atau lebih indikator satu perangkat daerah dengan nilai yang sama dilaporkan
--   sekali.
--   Juga angka target di dalam nama ("sebanyak 6.000 orang") yang bukan target tahun terakhir atau kondisi akhirnya: perlu diperiksa.
-- tingkat: M
-- dasar: Format tabel target Permendagri 86/2017 (kolom kondisi kinerja pada akhir periode; makna kolom dari praktik).
-- contoh: Dokumen pencatatan sipil: 86, 90, 94, kondisi akhir 92.
-- perbaikan: Samakan kondisi akhir dengan target tahun terakhir, atau nyatakan bahwa indikator bersifat akumulatif.
-- sejak: 0.1.0
WITH baris AS (
    SELECT i.*, s.sebutan, s.tahun_akhir FROM data.indikator i JOIN data.sebutan s USING (dokumen_id)
    WHERE s.jenis IN ('RPJMD', 'Renstra')),
target AS (SELECT * FROM data.nilai WHERE peran = 'target' AND triwulan IS NULL),
-- The last year that the document has targets for.
terakhir AS (
    SELECT b.dokumen_id, greatest(max(t.tahun), max(b.tahun_akhir)) AS tahun FROM baris b JOIN target t USING (indikator_id) GROUP BY b.dokumen_id),
ringkas AS (
    SELECT indikator_id, count(*) AS banyak, sum(nilai) FILTER (jenis = 'angka') AS jumlah, avg(nilai) FILTER (jenis = 'angka') AS rata, max(desimal) AS desimal
    FROM target GROUP BY indikator_id),
awal AS (
    SELECT indikator_id, arg_max(nilai, tahun) AS nilai FROM data.nilai WHERE peran = 'awal' AND jenis = 'angka' GROUP BY indikator_id),
beda AS (
    SELECT b.*, t.tahun AS tahun_target, data.tulis(t.mentah, b.satuan) AS nilai_target, data.tulis(a.mentah, b.satuan) AS nilai_akhir,
           data.banding(t, a) AS hasil,
           coalesce(data.setara(a.nilai, a.desimal, r.jumlah, r.desimal), false)
           OR coalesce(data.setara(a.nilai, a.desimal, r.jumlah + w.nilai, r.desimal), false) AS akumulasi,
           coalesce(abs(a.nilai - r.rata) <= 0.51 * power(10, -a.desimal), false) AS rata,
           coalesce(a.nilai > t.nilai, false) AND coalesce(b.ukuran, '') NOT IN ('persentase', 'cakupan', 'proporsi', 'prevalensi', 'tingkat', 'indeks', 'nilai', 'skor', 'rasio')
               AND coalesce(ub.macam, 'jumlah') NOT IN ('persen', 'indeks', 'predikat', 'rasio') AS mungkin_akumulasi
    FROM baris b
    JOIN terakhir x USING (dokumen_id)
    JOIN data.nilai a ON a.indikator_id = b.indikator_id AND a.peran = 'akhir'
    JOIN target t ON t.indikator_id = b.indikator_id AND t.tahun = x.tahun AND coalesce(a.tahun, t.tahun) = t.tahun
    JOIN ringkas r ON r.indikator_id = b.indikator_id
    LEFT JOIN awal w ON w.indikator_id = b.indikator_id
    LEFT JOIN data.acuan_satuan ua ON ua.tulisan = a.satuan
    LEFT JOIN data.acuan_satuan ut ON ut.tulisan = t.satuan
    LEFT JOIN data.acuan_satuan ub ON ub.tulisan = b.satuan
    WHERE ua.kelas IS NULL OR ut.kelas IS NULL OR ua.kelas = ut.kelas),
hasil AS (
    SELECT indikator_id, any_value(dokumen_id) AS dokumen_id, any_value(opd_kunci) AS opd_kunci, any_value(urutan) AS urutan, any_value(nama) AS nama,
           any_value(sebutan) AS sebutan, min(tahun_target) AS tahun, min(nilai_target) AS target, min(nilai_akhir) AS akhir,
           CASE WHEN bool_or(rata) THEN ' Angka itu sama dengan rata-rata target semua tahun.'
                WHEN bool_or(mungkin_akumulasi) THEN ' Bila targetnya dijumlahkan dari tahun ke tahun, jumlahnya pun tidak cocok.'
                WHEN bool_or(hasil <> 'beda') THEN ' Salah satu nilai mungkin salah terbaca.' ELSE '' END AS catatan,
           bool_and(hasil = 'beda') AND NOT bool_or(rata OR mungkin_akumulasi) AS pasti, min(keyakinan) AS keyakinan
    FROM beda
    GROUP BY indikator_id
    HAVING bool_and(hasil IN ('beda', 'ragu', 'jauh') AND NOT akumulasi)),
-- "Jumlah wirausaha baru sebanyak 6.000 orang": a target inside the name, for the end of the period.
dalam_nama AS (
    SELECT b.indikator_id, b.dokumen_id, b.opd_kunci, b.nama, b.sebutan, b.urutan, b.keyakinan, x.tahun,
           regexp_extract(b.nama, '(?i)\b(?:sebesar|sebanyak|sejumlah|menjadi|mencapai)\s+(\d[\d.,]*\s*(?:%|[a-z]+)?)', 1) AS tulisan,
           TRY_CAST(replace(replace(rtrim(regexp_extract(b.nama, '(?i)\b(?:sebesar|sebanyak|sejumlah|menjadi|mencapai)\s+(\d[\d.,]*)', 1), '.,'), '.', ''), ',', '.') AS DOUBLE) AS angka,
           TRY_CAST(nullif(regexp_extract(b.nama, '(?i)\btahun\s+((?:19|20)\d\d)\b', 1), '') AS INTEGER) AS tahun_nama
    FROM baris b JOIN terakhir x USING (dokumen_id)),
lain_nama AS (
    SELECT d.indikator_id, any_value(d) AS d, list_sort(list(DISTINCT data.tulis(n.mentah, i.satuan))) AS tertulis
    FROM dalam_nama d
    JOIN data.indikator i USING (indikator_id)
    JOIN data.nilai n ON n.indikator_id = d.indikator_id AND n.triwulan IS NULL AND n.jenis = 'angka' AND (n.peran = 'akhir' OR n.peran = 'target' AND n.tahun = d.tahun)
    WHERE d.angka IS NOT NULL AND coalesce(d.tahun_nama, d.tahun) = d.tahun
    GROUP BY d.indikator_id
    HAVING NOT bool_or(n.nilai = d.angka))
SELECT h.indikator_id AS kiri_id,
       NULL AS kanan_id,
       h.tahun,
       h.target AS nilai_kiri,
       h.akhir AS nilai_kanan,
       format('Kondisi akhir indikator "{}" dalam {} tertulis {}, sedangkan target tahun terakhir ({}) {}.{}{}',
              h.nama, h.sebutan, h.akhir, h.tahun, h.target, h.catatan, data.sejenis(count(*) OVER sama)) AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM (SELECT * FROM hasil QUALIFY row_number() OVER (PARTITION BY dokumen_id, opd_kunci, lower(nama) ORDER BY urutan) = 1) h
WINDOW sama AS (PARTITION BY h.dokumen_id, h.opd_kunci, h.target, h.akhir)
-- three or more neighbours with the same slip have one cause
QUALIFY count(*) OVER sama < 3 OR row_number() OVER (PARTITION BY h.dokumen_id, h.opd_kunci, h.target, h.akhir ORDER BY h.urutan) = 1
UNION ALL
SELECT l.indikator_id, NULL, l.d.tahun, trim(l.d.tulisan), array_to_string(l.tertulis, '; '),
       format('Nama indikator "{}" dalam {} menyebut {}, sedangkan targetnya di akhir periode {}.', l.d.nama, l.d.sebutan, trim(l.d.tulisan), array_to_string(l.tertulis, '; ')),
       NULL,
       'perlu diperiksa',
       l.d.keyakinan
FROM lain_nama l
QUALIFY row_number() OVER (PARTITION BY l.d.dokumen_id, l.d.opd_kunci, lower(l.d.nama) ORDER BY l.d.urutan) = 1
