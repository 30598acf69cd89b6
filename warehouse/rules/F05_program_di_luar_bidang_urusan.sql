-- id: F05
-- nama: Program di luar bidang urusan perangkat daerah
-- membandingkan: Bidang urusan program tiap perangkat daerah dengan bidang urusan yang dipegangnya menurut daftar perangkat daerah (daerah.toml).
--   Program penunjang X.XX.01 dan unsur (kode 4 sampai 8) tidak diperiksa. Tanpa daftar aturan ini diam. Satu temuan per dokumen dan perangkat daerah.
-- tingkat: K
-- dasar: Susunan kode perangkat daerah Permendagri 90/2019 (bidang urusan yang dipegang); SIPD tidak memaksanya.
-- contoh: Renja Dinas Kesehatan memuat program 1.03.02, padahal dinas itu memegang 1.02 dan 2.14.
-- perbaikan: Pindahkan program ke perangkat daerah yang memegang bidangnya, atau lengkapi bidang urusan di daerah.toml.
-- sejak: 0.1.0
WITH luar AS (
    SELECT b.*, o.nama AS pemegang, o.bidang_urusan, substr(b.kode_baku, 1, 4) AS bidang
    FROM data.butir_sekali b
    JOIN data.opd_daerah o ON o.opd_kunci = coalesce(b.opd_dokumen, b.opd_kunci)
    WHERE b.tingkat = 'program' AND len(o.bidang_urusan) > 0 AND data.kode_nasional(b.kode_baku, 'program') AND NOT data.penunjang(b.kode_baku)
      AND b.kode_baku[1] IN ('1', '2', '3') AND NOT list_contains(o.bidang_urusan, substr(b.kode_baku, 1, 4))),
hitung AS (SELECT *, count(*) OVER (PARTITION BY dokumen_id, pemegang) AS banyak FROM luar QUALIFY row_number() OVER (PARTITION BY dokumen_id, pemegang ORDER BY urutan) = 1)
SELECT butir_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       kode_baku AS nilai_kiri,
       array_to_string(bidang_urusan, ', ') AS nilai_kanan,
       format('Program {} "{}" {} dalam {} termasuk bidang urusan {}, sedangkan perangkat daerah itu memegang {}.{}', kode_baku, nama, pemegang, sebutan, bidang,
              array_to_string(bidang_urusan, ', '), data.dan_lain(banyak, 'program')) AS uraian,
       NULL AS dicari_di,
       data.putusan(true, keyakinan) AS putusan,
       keyakinan
FROM hitung
