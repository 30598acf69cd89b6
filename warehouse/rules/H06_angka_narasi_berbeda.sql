-- id: H06
-- nama: Angka narasi berbeda dari tabel
-- membandingkan: Angka dalam kalimat dengan isi dokumen yang sama: jumlah misi, tujuan, atau sasaran dengan yang tercetak bernomor
--   urut dari 1 (di bawah satu induk), dan target satu tahun dengan target indikator bernama persis sama dan bersatuan sama.
--   Diam bila ada halaman atau berkas dokumen itu yang tidak terbaca, bila kalimatnya menyebut rencana lain, bila salah satu
--   baris tabel sesuai, atau bila jumlah menurut angka maupun bilangan yang dieja sesuai.
-- tingkat: m
-- dasar: Permendagri 86/2017 (keselarasan antarbab); praktik evaluasi rancangan dokumen.
-- contoh: Narasi menyebut "4 (empat) misi", misi yang tercetak bernomor 1 sampai 5.
-- perbaikan: Samakan angka dalam kalimat dengan tabel atau daftar yang berlaku.
-- sejak: 0.1.0
WITH klaim AS (
    SELECT k.*, s.sebutan, s.jenis AS jenis_dokumen FROM data.klaim k
    JOIN data.sebutan s USING (dokumen_id)
    JOIN data.kelengkapan l USING (dokumen_id)
    WHERE l.lengkap AND k.keyakinan >= 0.6 AND k.jenis = 'angka'),
-- Counts: misi are counted in whole; tujuan and sasaran only where none stands under two parents.
bernomor AS (
    SELECT dokumen_id, jenis, count(DISTINCT nomor) AS banyak, max(TRY_CAST(nomor AS INTEGER)) AS terakhir,
           count(DISTINCT lower(teks)) AS ragam, arg_min(pernyataan_id, urutan) AS pertama, min(keyakinan) AS keyakinan
    FROM data.pernyataan
    WHERE jenis IN ('misi', 'tujuan', 'sasaran') AND keyakinan >= 0.6
    GROUP BY dokumen_id, jenis
    HAVING count(*) = count(TRY_CAST(nomor AS INTEGER))),
jumlah AS (
    SELECT k.klaim_id, b.pertama, k.nilai, b.ragam, k.dihitung, k.sebutan, k.diukur, least(k.keyakinan, b.keyakinan) AS keyakinan
    FROM klaim k
    JOIN bernomor b ON b.dokumen_id = k.dokumen_id AND b.jenis = k.dihitung
    WHERE k.macam = 'jumlah' AND k.nilai <> b.ragam AND b.banyak = b.ragam AND b.terakhir = b.ragam AND b.ragam >= 2
      -- "3 misi yang merupakan penjabaran ..." of an OPD's plan may be those of its region
      AND (k.dihitung <> 'misi' OR k.jenis_dokumen = 'RPJMD')
      -- a part of them: "2 sasaran pada misi ini", "3 tujuan RPJMD"
      AND regexp_full_match(lower(k.diukur), '(misi|tujuan|sasaran)( strategis| pembangunan| daerah| jangka menengah| sebagai berikut| yaitu| yakni)*')
      AND NOT regexp_matches(lower(k.kutipan), '\b(dari|didukung|mendukung|masing-masing|tersebut|setiap|tiap|di antara|diantara|terkait|pada misi|misi ke|rpjpd?)\b')),
target AS (
    SELECT * FROM klaim
    WHERE macam = 'nilai' AND peran = 'target' AND tahun IS NOT NULL AND length(diukur_baku) >= 5),
tabel AS (
    SELECT t.klaim_id, i.indikator_id, i.nama, i.satuan, i.urutan, i.keyakinan, n.mentah,
           data.banding(struct_pack(jenis := t.jenis, nilai := t.nilai, desimal := t.desimal, bacaan_lain := t.bacaan_lain, mentah := t.mentah,
                                    bawah := CAST(NULL AS DECIMAL(24, 6)), atas := CAST(NULL AS DECIMAL(24, 6))), n) AS hasil
    FROM target t
    JOIN data.indikator i ON i.dokumen_id = t.dokumen_id AND i.nama_baku = t.diukur_baku
    JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.tahun = t.tahun AND n.triwulan IS NULL
    WHERE t.satuan_kelas IS NULL OR i.satuan_kelas = t.satuan_kelas)
SELECT j.klaim_id AS kiri_id,
       j.pertama AS kanan_id,
       CAST(NULL AS INTEGER) AS tahun,
       format('{} {}', CAST(j.nilai AS BIGINT), j.dihitung) AS nilai_kiri,
       format('{} {}', j.ragam, j.dihitung) AS nilai_kanan,
       format('Narasi {} menyebut {} {}, yang tercetak dalam dokumen itu {} {}.', j.sebutan, CAST(j.nilai AS BIGINT), j.dihitung, j.ragam, j.dihitung) AS uraian,
       NULL AS dicari_di,
       data.putusan(j.dihitung = 'misi', j.keyakinan) AS putusan,
       j.keyakinan
FROM jumlah j
UNION ALL
SELECT t.klaim_id, b.indikator_id, t.tahun, data.tulis(t.mentah, t.satuan), data.tulis(b.mentah, b.satuan),
       format('Narasi {} menyebut target "{}" tahun {} sebesar {}, tabelnya menulis {}.', t.sebutan, b.nama, t.tahun,
              data.tulis(t.mentah, t.satuan), data.tulis(b.mentah, b.satuan)),
       NULL,
       data.putusan(true, least(t.keyakinan, b.keyakinan)),
       least(t.keyakinan, b.keyakinan)
FROM target t
JOIN tabel b USING (klaim_id)
WHERE b.hasil = 'beda' AND t.klaim_id NOT IN (SELECT klaim_id FROM tabel WHERE hasil IS NULL OR hasil <> 'beda')
QUALIFY row_number() OVER (PARTITION BY t.klaim_id ORDER BY b.urutan) = 1
