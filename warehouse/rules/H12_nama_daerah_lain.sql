-- id: H12
-- nama: Nama daerah lain sebagai penyusun
-- membandingkan: Daerah yang disebut sebagai pemerintah, kepala daerah, DPRD, atau dinas ("Pemerintah Kabupaten X", "Bupati X") dengan daerah dokumennya.
--   Provinsi tidak dihitung, karena kabupaten dan kota memang menyebut provinsinya. Satu temuan per dokumen.
-- tingkat: m
-- dasar: Praktik reviu (sisa salinan dokumen daerah lain); tidak ada pasal.
-- contoh: Renja dinas Kota Harapan menulis "Pemerintah Kabupaten Seberang" di bab I.
-- perbaikan: Perbaiki namanya, atau pastikan daerah lain itu memang dibicarakan (kerja sama, perbandingan).
-- sejak: 0.1.0
WITH sebut AS (
    SELECT k.*, d.wilayah, regexp_replace(lower(k.teks), '^(kabupaten|kota) ', '') AS nama, regexp_replace(lower(d.wilayah), '^(kabupaten|kota|provinsi) ', '') AS sendiri
    FROM data.keterangan k JOIN data.dokumen d USING (dokumen_id)
    WHERE k.jenis = 'daerah lain' AND k.teks NOT LIKE 'Provinsi %' AND d.wilayah NOT LIKE 'Provinsi %'),
lain AS (
    SELECT * FROM sebut
    WHERE NOT starts_with(nama, sendiri) AND NOT starts_with(sendiri, nama)
    QUALIFY row_number() OVER (PARTITION BY dokumen_id ORDER BY urutan) = 1)
SELECT x.keterangan_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       x.teks AS nilai_kiri,
       x.wilayah AS nilai_kanan,
       format('{} menyebut pemerintahan {}{}, sedangkan dokumennya milik {}.', s.sebutan, x.teks, coalesce(' (hlm. ' || x.halaman || ')', ''), x.wilayah) AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       x.keyakinan
FROM lain x JOIN data.sebutan s USING (dokumen_id)
