-- id: F04
-- nama: Kode kegiatan milik tingkat pemerintahan lain
-- membandingkan: Kelompok keempat kode kegiatan dan sub kegiatan (1 provinsi, 2 kabupaten/kota) dengan daerah dokumennya. Satu temuan per dokumen.
--   Bila sebagian besar kodenya begitu, daerahnya mungkin keliru dikenali: perlu diperiksa.
-- tingkat: K
-- dasar: Susunan kode Permendagri 90/2019: kegiatan provinsi 1.xx, kabupaten/kota 2.xx (terverifikasi dari lampiran yang terbit).
-- contoh: Renja dinas sebuah kota memuat kegiatan 1.02.02.1.02.
-- perbaikan: Pakai kegiatan kabupaten/kota (atau provinsi) dari daftar nomenklatur.
-- sejak: 0.1.0
WITH kode AS (
    SELECT b.*, string_split(b.kode_baku, '.')[4] AS kelompok, CASE WHEN b.wilayah LIKE 'Provinsi %' THEN '1' ELSE '2' END AS semestinya
    FROM data.butir_sekali b
    WHERE b.tingkat IN ('kegiatan', 'subkegiatan') AND b.wilayah IS NOT NULL AND data.kode_nasional(b.kode_baku, b.tingkat)),
hitung AS (
    SELECT *, count(*) OVER (PARTITION BY dokumen_id) AS semua, count(*) FILTER (kelompok <> semestinya AND kelompok IN ('1', '2')) OVER (PARTITION BY dokumen_id) AS salah
    FROM kode),
pertama AS (
    SELECT * FROM hitung WHERE kelompok <> semestinya AND kelompok IN ('1', '2')
    QUALIFY row_number() OVER (PARTITION BY dokumen_id ORDER BY urutan) = 1)
SELECT butir_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       kode_baku AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} {} "{}" dalam {} memakai kode {}, sedangkan {} adalah {}.{}', upper(tingkat[1]) || data.sebut_tingkat(tingkat)[2:], kode_baku, nama, sebutan,
              CASE WHEN semestinya = '2' THEN 'provinsi' ELSE 'kabupaten/kota' END, wilayah, CASE WHEN semestinya = '2' THEN 'kabupaten/kota' ELSE 'provinsi' END,
              data.dan_lain(salah, 'kegiatan dan sub kegiatan')) AS uraian,
       NULL AS dicari_di,
       data.putusan(salah * 2 < semua, keyakinan) AS putusan,
       keyakinan
FROM pertama
