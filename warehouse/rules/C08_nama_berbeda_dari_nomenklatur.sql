-- id: C08
-- nama: Nama berbeda dari nomenklatur
-- membandingkan: Nama program, kegiatan, sub kegiatan, dan indikator keluaran sub kegiatan dengan nama kode itu di daftar nomenklatur resmi tahun
--   rencananya. Beda ejaan kecil dan nama yang terpotong sel tidak dilaporkan. Tanpa daftar yang dimuat aturan ini diam; dengan daftar tahun
--   lain hanya perlu diperiksa. Lima atau lebih dalam satu dokumen dan tingkat dilaporkan sekali.
-- tingkat: M
-- dasar: Permendagri 90/2019 dan Kepmendagri 050-5889/2021 beserta perubahannya (terverifikasi judulnya; isi daftar menurut berkas yang dimuat).
-- contoh: Program 1.01.02 tercetak "Pengelolaan Pendidikan Dasar", di daftar "Pengelolaan Pendidikan".
-- perbaikan: Pakai nama dan indikator dari daftar tahun rencananya.
-- sejak: 0.1.0
WITH lain AS (
    SELECT *, count(*) OVER kelompok AS banyak, row_number() OVER (PARTITION BY dokumen_id, macam, tingkat, pasti ORDER BY urutan) AS ke
    FROM data.beda_rujukan WHERE beda = 'nama'
    WINDOW kelompok AS (PARTITION BY dokumen_id, macam, tingkat, pasti))
SELECT fakta_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       nama AS nilai_kiri,
       nama_resmi AS nilai_kanan,
       format('{} {} dalam {} tertulis "{}", di daftar resmi "{}" tertulis "{}".{}',
              CASE WHEN macam = 'indikator' THEN 'Indikator sub kegiatan' ELSE upper(tingkat[1]) || data.sebut_tingkat(tingkat)[2:] END, kode, sebutan, nama, daftar, nama_resmi,
              CASE WHEN banyak >= 5 THEN data.dan_lain(banyak, CASE WHEN macam = 'indikator' THEN 'indikator' ELSE data.sebut_tingkat(tingkat) END) ELSE '' END) AS uraian,
       NULL AS dicari_di,
       CASE WHEN NOT tahun_cocok THEN 'i' WHEN macam = 'indikator' THEN 'm' END AS tingkat,
       data.putusan(pasti, keyakinan) AS putusan,
       keyakinan
FROM lain WHERE ke = 1 OR banyak < 5
