-- id: F01
-- nama: Kode tidak ada di nomenklatur
-- membandingkan: Kode program, kegiatan, dan sub kegiatan dengan daftar nomenklatur resmi yang memuat tahun rencananya (selaras reference load);
--   dilaporkan bila kode maupun namanya tidak ada di daftar. Tanpa daftar yang dimuat aturan ini diam; dengan daftar tahun lain
--   hanya perlu diperiksa dan info. Satu temuan per dokumen dan tingkat.
-- tingkat: K
-- dasar: Permendagri 90/2019 dan Kepmendagri 050-5889/2021 beserta perubahannya (terverifikasi judulnya; isi daftar menurut berkas yang dimuat).
-- contoh: Sub kegiatan 1.02.02.2.02.0099 "Pengadaan Kendaraan" tidak ada di daftar 2027.
-- perbaikan: Pakai kode dan nama dari daftar tahun rencananya, atau muat daftar yang benar.
-- sejak: 0.1.0
WITH hilang AS (
    SELECT *, count(*) OVER kelompok AS banyak, row_number() OVER (PARTITION BY dokumen_id, tingkat, pasti ORDER BY urutan) AS ke
    FROM data.beda_rujukan WHERE macam = 'butir' AND beda = 'tidak ada' AND kode IS NOT NULL AND data.kode_nasional(kode, tingkat)
    WINDOW kelompok AS (PARTITION BY dokumen_id, tingkat, pasti))
SELECT fakta_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       kode AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} {} "{}" dalam {} tidak ada di daftar resmi "{}", baik kode maupun namanya.{}', upper(tingkat[1]) || data.sebut_tingkat(tingkat)[2:], kode, nama,
              sebutan, daftar, data.dan_lain(banyak, data.sebut_tingkat(tingkat))) AS uraian,
       daftar AS dicari_di,
       CASE WHEN NOT tahun_cocok THEN 'i' END AS tingkat,
       data.putusan(pasti, keyakinan) AS putusan,
       keyakinan
FROM hilang WHERE ke = 1
