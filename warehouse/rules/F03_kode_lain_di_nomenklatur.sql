-- id: F03
-- nama: Kode berbeda dari nomenklatur
-- membandingkan: Kode program, kegiatan, dan sub kegiatan dengan kode nama itu di daftar nomenklatur resmi tahun rencananya: kode lama sebelum
--   pemutakhiran, atau salah ketik. Tanpa daftar yang dimuat aturan ini diam; dengan daftar tahun lain hanya perlu diperiksa. Lima atau lebih
--   dalam satu dokumen dan tingkat dilaporkan sekali.
-- tingkat: M
-- dasar: Permendagri 90/2019 dan Kepmendagri 050-5889/2021 beserta perubahannya (terverifikasi judulnya; isi daftar menurut berkas yang dimuat).
-- contoh: Program Pendaftaran Penduduk tercetak 2.12.01, di daftar 2.12.02.
-- perbaikan: Perbaiki kodenya menurut daftar tahun rencananya.
-- sejak: 0.1.0
WITH lain AS (
    SELECT *, count(*) OVER kelompok AS banyak, row_number() OVER (PARTITION BY dokumen_id, tingkat, pasti ORDER BY urutan) AS ke
    FROM data.beda_rujukan WHERE macam = 'butir' AND beda = 'kode' AND skor = 1 AND kode IS NOT NULL AND data.kode_nasional(kode, tingkat)
    WINDOW kelompok AS (PARTITION BY dokumen_id, tingkat, pasti))
SELECT fakta_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       kode AS nilai_kiri,
       kode_resmi AS nilai_kanan,
       format('{} "{}" dalam {} berkode {}, di daftar resmi "{}" {}.{}', upper(tingkat[1]) || data.sebut_tingkat(tingkat)[2:], nama, sebutan, kode, daftar, kode_resmi,
              CASE WHEN banyak >= 5 THEN data.dan_lain(banyak, data.sebut_tingkat(tingkat)) ELSE '' END) AS uraian,
       NULL AS dicari_di,
       CASE WHEN NOT tahun_cocok THEN 'i' END AS tingkat,
       data.putusan(pasti, keyakinan) AS putusan,
       keyakinan
FROM lain WHERE ke = 1 OR banyak < 5
