-- id: D14
-- nama: Nilai di luar batas yang mungkin
-- membandingkan: Kondisi awal, target, dan kondisi akhir dengan batas satuannya: persentase 0 sampai 100 (kecuali pertumbuhan, kenaikan, APK,
--   capaian terhadap target, rasio), dan indeks yang skalanya diketahui (SPBE 0-5, Gini 0-1, IPM 0-100). Satu temuan per
--   indikator; tiga atau lebih indikator satu perangkat daerah dengan nilai yang sama dilaporkan sekali. Daftar skala: models/lexicon/scales.toml.
-- tingkat: M
-- dasar: Definisi satuan; skala indeks menurut sumber masing-masing di models/lexicon/scales.toml.
-- contoh: Target "Persentase desa tertib administrasi" tertulis 6000%.
-- perbaikan: Perbaiki angkanya, atau satuannya bila yang dimaksud bukan persentase.
-- sejak: 0.1.0
WITH angka AS (
    SELECT i.*, n.peran, n.tahun AS tahun_nilai, n.mentah, n.nilai, coalesce(us.macam, ui.macam) AS macam,
           coalesce(us.tulisan, ui.tulisan) AS satuan_nilai
    FROM data.indikator i
    JOIN data.dokumen d USING (dokumen_id)
    JOIN data.nilai n USING (indikator_id)
    LEFT JOIN data.acuan_satuan us ON us.tulisan = n.satuan
    LEFT JOIN data.acuan_satuan ui ON ui.tulisan = i.satuan
    WHERE d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja', 'IKU', 'PK') AND n.jenis = 'angka' AND n.triwulan IS NULL
      AND n.peran IN ('awal', 'target', 'akhir') AND n.bacaan_lain IS NULL),
-- Percentages within 0 and 100 are possible whatever their name says. Patterns are costly: once a name.
skala AS (
    SELECT a.nama_kecil, s.bawah, s.atas, s.nama, s.macam
    FROM (SELECT DISTINCT lower(nama) AS nama_kecil FROM angka WHERE macam IS DISTINCT FROM 'persen' OR nilai NOT BETWEEN 0 AND 100) a
    JOIN data.acuan_skala s ON regexp_matches(a.nama_kecil, s.pola)
    QUALIFY row_number() OVER (PARTITION BY a.nama_kecil, s.macam ORDER BY s.atas IS NULL DESC, s.bawah IS NULL DESC, s.nama) = 1),
batas AS (
    SELECT a.*,
           CASE WHEN a.macam = 'persen' THEN CASE WHEN p.nama_kecil IS NULL THEN 0 ELSE p.bawah END ELSE x.bawah END AS batas_bawah,
           CASE WHEN a.macam = 'persen' THEN CASE WHEN p.nama_kecil IS NULL THEN 100 ELSE p.atas END ELSE x.atas END AS batas_atas,
           CASE WHEN a.macam = 'persen' THEN 'persentase' ELSE x.nama END AS ukuran_skala
    FROM angka a
    LEFT JOIN skala p ON p.nama_kecil = lower(a.nama) AND p.macam = 'persen'
    LEFT JOIN skala x ON x.nama_kecil = lower(a.nama) AND x.macam = 'indeks'),
mustahil AS (
    SELECT b.indikator_id, any_value(b.dokumen_id) AS dokumen_id, any_value(b.halaman) AS halaman, any_value(b.opd_kunci) AS opd_kunci, any_value(b.urutan) AS urutan,
           any_value(b.nama) AS nama, any_value(b.ukuran_skala) AS ukuran_skala, any_value(b.batas_bawah) AS bawah, any_value(b.batas_atas) AS atas,
           data.satu_tahun(b.tahun_nilai) AS tahun, data.deret(b.tahun_nilai, data.tulis(b.mentah, b.satuan)) AS isi,
           string_agg(format('{} {}', CASE b.peran WHEN 'awal' THEN 'kondisi awal' WHEN 'akhir' THEN 'kondisi akhir' ELSE 'target' END
                             || coalesce(' ' || b.tahun_nilai, ''), data.tulis(b.mentah, b.satuan)), ', ' ORDER BY b.tahun_nilai) AS rincian,
           -- a percentage whose name counts things is rather a wrong unit
           bool_and(b.macam <> 'persen' OR b.ukuran IN ('persentase', 'cakupan', 'proporsi', 'prevalensi')) AS pasti,
           min(b.keyakinan) AS keyakinan
    FROM batas b
    WHERE (b.nilai > b.batas_atas OR b.nilai < b.batas_bawah)
      -- the size of money on a row with money: read from the wrong column
      AND NOT (b.macam = 'persen' AND b.nilai >= data.ambang('persen_sebesar_uang') AND EXISTS (SELECT 1 FROM data.pagu p WHERE p.pemilik_id = b.indikator_id))
    GROUP BY b.indikator_id)
SELECT m.indikator_id AS kiri_id,
       NULL AS kanan_id,
       m.tahun,
       m.isi AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Nilai indikator "{}" dalam {} tidak mungkin: {}; {} terletak antara {} dan {}.{}', m.nama, s.sebutan, m.rincian, m.ukuran_skala,
              coalesce(data.angka(m.bawah), 'tanpa batas'), coalesce(data.angka(m.atas), 'tanpa batas'), data.sejenis(count(*) OVER sama)) AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(m.pasti, m.keyakinan) AS putusan,
       m.keyakinan
FROM (SELECT * FROM mustahil QUALIFY row_number() OVER (PARTITION BY dokumen_id, opd_kunci, lower(nama) ORDER BY urutan) = 1) m
JOIN data.sebutan s USING (dokumen_id)
WINDOW sama AS (PARTITION BY m.dokumen_id, m.opd_kunci, m.rincian)
-- three or more neighbours with the same slip have one cause
QUALIFY count(*) OVER sama < 3 OR row_number() OVER (PARTITION BY m.dokumen_id, m.opd_kunci, m.rincian ORDER BY m.urutan) = 1
