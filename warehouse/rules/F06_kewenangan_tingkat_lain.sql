-- id: F06
-- nama: Urusan milik tingkat pemerintahan lain
-- membandingkan: Nama program, kegiatan, dan sub kegiatan dengan kata urusan yang menjadi kewenangan tingkat pemerintahan lain (models/lexicon/authority.toml). Satu temuan per
--   dokumen dan urusan, selalu perlu diperiksa: bantuan, koordinasi, dan data tentang urusan itu boleh.
-- tingkat: K
-- dasar: UU 23/2014, lampiran pembagian urusan (kata-katanya di models/lexicon/authority.toml; pasal lampirannya belum diverifikasi satu per satu).
-- contoh: Renja dinas pendidikan sebuah kota memuat "Pembangunan ruang kelas SMK".
-- perbaikan: Pindahkan ke pemerintah yang berwenang, atau jelaskan bentuk dukungannya.
-- sejak: 0.1.0
WITH cocok AS (
    SELECT b.*, a.urusan AS urusan_lain, a.pemilik
    FROM data.butir_sekali b
    JOIN data.acuan_kewenangan a ON regexp_matches(lower(b.nama), a.pola)
    WHERE b.wilayah IS NOT NULL AND (a.pemilik = 'provinsi') = (b.wilayah NOT LIKE 'Provinsi %')
      AND NOT regexp_matches(lower(b.nama), '\b(koordinasi|sinkronisasi|fasilitasi|data|dukungan|bantuan|kerja ?sama|sosialisasi|pembinaan)\b')),
pertama AS (
    SELECT *, count(*) OVER (PARTITION BY dokumen_id, urusan_lain) AS banyak FROM cocok
    QUALIFY row_number() OVER (PARTITION BY dokumen_id, urusan_lain ORDER BY urutan) = 1)
SELECT butir_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       nama AS nilai_kiri,
       urusan_lain AS nilai_kanan,
       format('{} "{}" dalam {} menyangkut {}, yang menjadi kewenangan {}.{}', upper(tingkat[1]) || data.sebut_tingkat(tingkat)[2:], concat_ws(' ', kode_baku, nama), sebutan, urusan_lain, pemilik,
              data.dan_lain(banyak, 'butir')) AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       keyakinan
FROM pertama
