-- id: G05
-- nama: Target hanya untuk akhir periode
-- membandingkan: Tahun target di tabel RPJMD dan Renstra. Yang dilaporkan tabel yang mencetak target sedikitnya lima indikator tanpa satu pun tahun, dan yang
--   di tabel lain dokumen itu juga tidak bertarget tahunan. Tabel capaian (berkolom realisasi) tidak dihitung. Satu temuan per dokumen. Bila pagu di baris itu pun tidak terbaca
--   per tahun, kolom tahunnya mungkin luput terbaca: perlu diperiksa. Satu sel tahun yang kosong diperiksa D15.
-- tingkat: m
-- dasar: PermenPANRB 88/2021 (indikator berbatas waktu); T-C.27 Permendagri 86/2017 memuat target setiap tahun.
-- contoh: Tabel program dan kegiatan Renstra 2017-2021 mempunyai kolom pagu per tahun, tetapi satu kolom "Target" saja.
-- perbaikan: Tulis target setiap tahun di tabel itu.
-- sejak: 0.1.0
WITH isi AS (
    SELECT indikator_id, bool_or(peran = 'target' AND tahun IS NOT NULL) AS bertahun, bool_or(peran IN ('target', 'akhir') AND tahun IS NULL AND jenis <> 'kosong') AS tanpa_tahun,
           bool_or(peran = 'realisasi') AS capaian
    FROM data.nilai WHERE triwulan IS NULL GROUP BY indikator_id),
baris AS (
    SELECT i.*, coalesce(i.judul_tabel, CAST(i.halaman AS VARCHAR), CAST(i.tabel AS VARCHAR), '') AS kelompok, coalesce(n.bertahun, false) AS bertahun, coalesce(n.tanpa_tahun, false) AS tanpa_tahun,
           coalesce(n.capaian, false) AS capaian,
           coalesce(p.banyak, 0) >= 2 AS pagu_tahunan, bool_or(coalesce(n.bertahun, false)) OVER (PARTITION BY i.dokumen_id, i.nama_baku) AS di_tempat_lain
    FROM data.indikator i
    JOIN data.dokumen d USING (dokumen_id)
    LEFT JOIN isi n USING (indikator_id)
    LEFT JOIN (SELECT pemilik_id, count(DISTINCT tahun) AS banyak FROM data.pagu WHERE peran = 'pagu' GROUP BY pemilik_id) p ON p.pemilik_id = i.indikator_id
    WHERE d.jenis IN ('RPJMD', 'Renstra') AND d.tahun_akhir > d.tahun_awal AND i.tingkat IS NOT NULL AND i.asal IS NULL),
tabel AS (
    SELECT dokumen_id, berkas_id, kelompok, count(DISTINCT nama_baku) FILTER (tanpa_tahun AND NOT di_tempat_lain) AS banyak, bool_or(pagu_tahunan) AS pagu_tahunan
    FROM baris GROUP BY ALL HAVING NOT bool_or(bertahun) AND NOT bool_or(capaian) AND count(DISTINCT nama_baku) FILTER (tanpa_tahun AND NOT di_tempat_lain) >= 5)
SELECT arg_min(b.indikator_id, b.urutan) AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       'tanpa tahun' AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} indikator dalam {}{} hanya bertarget satu angka tanpa tahun, bukan per tahun, misalnya "{}".', count(DISTINCT b.nama_baku), any_value(s.sebutan),
              CASE WHEN min(b.halaman) IS NULL THEN '' WHEN min(b.halaman) = max(b.halaman) THEN format(' (hlm. {})', min(b.halaman)) ELSE format(' (hlm. {}-{})', min(b.halaman), max(b.halaman)) END,
              arg_min(b.nama, b.urutan)) AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(bool_or(t.pagu_tahunan), arg_min(b.keyakinan, b.urutan)) AS putusan,
       arg_min(b.keyakinan, b.urutan) AS keyakinan
FROM baris b
JOIN tabel t ON t.dokumen_id = b.dokumen_id AND t.berkas_id = b.berkas_id AND t.kelompok = b.kelompok
JOIN data.sebutan s ON s.dokumen_id = b.dokumen_id
WHERE b.tanpa_tahun AND NOT b.di_tempat_lain
GROUP BY b.dokumen_id
