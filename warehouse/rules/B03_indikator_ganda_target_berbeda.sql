-- id: B03
-- nama: Indikator yang sama tertulis dua kali dengan target berbeda
-- membandingkan: Indikator tujuan, sasaran, program, IKD, dan IKK dengan nama dan satuan yang sama di dalam satu dokumen dan satu perangkat
--   daerah; satu temuan per indikator. Tidak dilaporkan bila perangkat daerahnya berlainan (mis. 26 kecamatan), dan nama
--   pendek tanpa kata ukuran (baris rincian), juga IKD dan IKK yang tercetak tiga kali atau lebih tanpa perangkat daerah. Jumlah (hitungan) di bawah dua program juga tidak, karena dapat merupakan
--   bagian. Di Renja perlu diperiksa, karena tabelnya mencetak target Renstra dan target Renja. IKU dibandingkan oleh H01.
-- tingkat: K
-- dasar: Praktik reviu: satu indikator mempunyai satu target per tahun dalam satu dokumen.
-- contoh: "Cakupan tenaga kerja terdaftar yang ditempatkan" tahun 2023 ditargetkan 100 di bawah 2.07.02 dan 20 di bawah 2.07.04.
-- perbaikan: Tetapkan satu target, atau bedakan rumusan kedua indikator.
-- sejak: 0.1.0
WITH baris AS (
    SELECT i.*, d.jenis, coalesce(i.satuan_kelas, '') AS satuan_banding
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND i.asal IS NULL
      AND i.tingkat IN ('tujuan', 'sasaran', 'program', 'ikd', 'ikk')
      AND (i.ukuran IS NOT NULL OR length(i.nama_baku) - length(replace(i.nama_baku, ' ', '')) >= 2)
      AND length(i.nama_baku) >= 8),
-- Names that several OPDs share: there a row without OPD cannot be told apart from theirs.
klon AS (SELECT dokumen_id, nama_baku FROM baris GROUP BY ALL HAVING count(DISTINCT opd_kunci) > 1),
-- Printed three times or more in a list of IKK or IKD without OPD: once for every unit whose heading was not read.
berulang AS (
    SELECT dokumen_id, nama_baku, tingkat FROM baris WHERE tingkat IN ('ikd', 'ikk') AND opd_kunci IS NULL GROUP BY ALL HAVING count(*) >= 3),
pasangan AS (
    SELECT a.dokumen_id, a.nama_baku, a.indikator_id AS kiri_id, b.indikator_id AS kanan_id, a.nama, a.urutan AS urutan_kiri, b.urutan AS urutan_kanan,
           a.tingkat AS tingkat_kiri, b.tingkat AS tingkat_kanan, a.satuan, b.satuan AS satuan_kanan,
           coalesce(a.subkegiatan, a.kegiatan, a.program, a.sasaran, a.tujuan) AS tempat_kiri,
           coalesce(b.subkegiatan, b.kegiatan, b.program, b.sasaran, b.tujuan) AS tempat_kanan,
           a.halaman AS halaman_kiri, b.halaman AS halaman_kanan,
           least(a.keyakinan, b.keyakinan) AS keyakinan, a.jenis
    FROM baris a
    JOIN baris b ON b.dokumen_id = a.dokumen_id AND b.nama_baku = a.nama_baku AND b.urutan > a.urutan
        AND (a.satuan_banding = b.satuan_banding OR a.satuan_banding = '' OR b.satuan_banding = '')
    WHERE NOT (a.tingkat = 'program' AND b.tingkat = 'program' AND coalesce(a.kode_baku, a.program) IS DISTINCT FROM coalesce(b.kode_baku, b.program)
               AND coalesce(a.ukuran, 'jumlah') = 'jumlah')
      AND NOT EXISTS (SELECT 1 FROM berulang u WHERE u.dokumen_id = a.dokumen_id AND u.nama_baku = a.nama_baku AND u.tingkat IN (a.tingkat, b.tingkat))
      AND (a.opd_kunci IS NOT DISTINCT FROM b.opd_kunci
       OR ((a.opd_kunci IS NULL OR b.opd_kunci IS NULL)
           AND NOT EXISTS (SELECT 1 FROM klon k WHERE k.dokumen_id = a.dokumen_id AND k.nama_baku = a.nama_baku)))),
banding AS (
    SELECT p.*, x.tahun, data.tulis(x.mentah, p.satuan) AS nilai_a, data.tulis(y.mentah, p.satuan_kanan) AS nilai_b, data.banding(x, y) AS hasil
    FROM pasangan p
    JOIN data.nilai x ON x.indikator_id = p.kiri_id AND x.peran = 'target' AND x.triwulan IS NULL
    JOIN data.nilai y ON y.indikator_id = p.kanan_id AND y.peran = 'target' AND y.triwulan IS NULL AND y.tahun = x.tahun),
-- First differing pair of every name.
beda AS (
    SELECT kiri_id, kanan_id FROM banding WHERE hasil IN ('beda', 'jauh')
    GROUP BY dokumen_id, nama_baku, kiri_id, kanan_id, urutan_kiri, urutan_kanan
    QUALIFY row_number() OVER (PARTITION BY dokumen_id, nama_baku ORDER BY urutan_kiri, urutan_kanan) = 1),
ganda AS (
    SELECT b.kiri_id, b.kanan_id, any_value(b.dokumen_id) AS dokumen_id, any_value(b.nama) AS nama, any_value(b.jenis) AS jenis,
           any_value(b.halaman_kiri) AS halaman_kiri, any_value(b.halaman_kanan) AS halaman_kanan, min(b.urutan_kiri) AS urutan,
           data.satu_tahun(b.tahun) AS tahun, data.pada_tahun(b.tahun) AS pada_tahun, data.deret(b.tahun, b.nilai_a) AS nilai_kiri, data.deret(b.tahun, b.nilai_b) AS nilai_kanan,
           data.tempat(any_value(b.tingkat_kiri), any_value(b.tempat_kiri), any_value(b.halaman_kiri)) AS kiri,
           data.tempat(any_value(b.tingkat_kanan), any_value(b.tempat_kanan), any_value(b.halaman_kanan)) AS kanan,
           bool_and(b.hasil = 'beda') AS pasti, min(b.keyakinan) AS keyakinan
    FROM banding b
    JOIN beda USING (kiri_id, kanan_id)
    WHERE b.hasil IN ('beda', 'jauh')
    GROUP BY b.kiri_id, b.kanan_id)
SELECT g.kiri_id, g.kanan_id, g.tahun, g.nilai_kiri, g.nilai_kanan,
       format('{} memuat indikator "{}" dua kali dengan target{} berbeda: {} ({}) dan {} ({}).{}', s.sebutan, g.nama, g.pada_tahun,
              g.nilai_kiri, g.kiri, g.nilai_kanan, g.kanan,
              CASE WHEN count(*) OVER sama >= 3 THEN format(' Begitu pula {} indikator lain di kedua halaman itu.', count(*) OVER sama - 1) ELSE '' END) AS uraian,
       NULL AS dicari_di,
       data.putusan(g.jenis <> 'Renja' AND g.pasti, g.keyakinan) AS putusan,
       g.keyakinan
FROM ganda g
JOIN data.sebutan s USING (dokumen_id)
WINDOW sama AS (PARTITION BY g.dokumen_id, g.halaman_kiri, g.halaman_kanan, g.nilai_kiri, g.nilai_kanan)
-- a table printed twice with a shifted column is one cause
QUALIFY count(*) OVER sama < 3
    OR row_number() OVER (PARTITION BY g.dokumen_id, g.halaman_kiri, g.halaman_kanan, g.nilai_kiri, g.nilai_kanan ORDER BY g.urutan) = 1
