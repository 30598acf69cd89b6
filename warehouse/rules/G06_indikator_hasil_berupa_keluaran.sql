-- id: G06
-- nama: Indikator tujuan, sasaran, atau program berupa keluaran
-- membandingkan: Nama indikator tujuan, sasaran, IKU, dan program dengan kata keluaran ("Jumlah dokumen ...", "Jumlah rapat ...") dan kata pelaksanaan
--   ("Terlaksananya ...", "Penyusunan ..."). Program penunjang tidak diperiksa. Satu temuan per dokumen dan tingkat.
-- tingkat: M
-- dasar: PermenPANRB 88/2021 (berorientasi hasil) dan LKE perangkat daerah sebuah kabupaten (hasil atau keluaran penting, bukan proses).
-- contoh: Sasaran "Meningkatnya kualitas layanan" diukur dengan "Jumlah dokumen laporan yang disusun".
-- perbaikan: Ukur perubahan yang dirasakan penerima layanan; taruh keluaran di kegiatan atau sub kegiatan.
-- sejak: 0.1.0
WITH acuan AS (SELECT data.kata_acuan('keluaran') AS keluaran, data.kata_acuan('pelaksanaan') AS pelaksanaan),
keluaran AS (
    SELECT i.*, d.jenis
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id) CROSS JOIN acuan a
    WHERE i.tingkat IN ('tujuan', 'sasaran', 'iku', 'program') AND NOT data.penunjang(i.kode_baku) AND d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja', 'IKU', 'PK')
      AND (data.awal_kata(i.nama, a.pelaksanaan)
           OR starts_with(lower(i.nama), 'jumlah ') AND data.awal_kata(trim(lower(i.nama)[8:]), a.keluaran)
           OR starts_with(lower(i.nama), 'banyaknya ') AND data.awal_kata(trim(lower(i.nama)[11:]), a.keluaran))),
pertama AS (
    SELECT *, count(DISTINCT nama_baku) OVER (PARTITION BY dokumen_id, tingkat) AS banyak FROM keluaran
    QUALIFY row_number() OVER (PARTITION BY dokumen_id, tingkat ORDER BY keyakinan >= 0.8 DESC, urutan) = 1)
SELECT p.indikator_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       p.nama AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Indikator {} "{}" dalam {} mengukur keluaran atau pelaksanaan, bukan hasil.{}', data.sebut_tingkat(p.tingkat), p.nama, s.sebutan,
              data.dan_lain(p.banyak, 'indikator ' || data.sebut_tingkat(p.tingkat))) AS uraian,
       NULL AS dicari_di,
       CASE WHEN p.tingkat = 'program' THEN 'm' END AS tingkat,
       data.putusan(p.keyakinan >= 0.8, p.keyakinan) AS putusan,
       p.keyakinan
FROM pertama p
JOIN data.sebutan s USING (dokumen_id)
