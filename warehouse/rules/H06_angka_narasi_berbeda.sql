-- id: H06
-- nama: Angka narasi berbeda dari tabel
-- membandingkan: Angka dalam kalimat dengan isi dokumen yang sama: jumlah misi, tujuan, atau sasaran dengan yang tercetak bernomor
--   urut dari 1 (di bawah satu induk), jumlah program, kegiatan, atau sub kegiatan Renja dan Renstra dengan yang berkode dalam
--   tabelnya, dan target satu tahun dengan target indikator bernama persis sama dan bersatuan sama.
--   Diam bila ada halaman atau berkas dokumen itu yang tidak terbaca, bila kalimatnya menyebut rencana lain, bila salah satu
--   baris tabel sesuai, atau bila jumlah menurut angka maupun bilangan yang dieja sesuai. Jumlah program dan di bawahnya hanya
--   dibandingkan bila semua yang tercetak berkode, berisi pada tahun rencana, milik satu perangkat daerah, dan narasi menyebut
--   satu jumlah saja.
-- tingkat: m
-- dasar: Permendagri 86/2017 (keselarasan antarbab); praktik evaluasi rancangan dokumen.
-- contoh: Narasi menyebut "4 (empat) misi", misi yang tercetak bernomor 1 sampai 5.
-- perbaikan: Samakan angka dalam kalimat dengan tabel atau daftar yang berlaku.
-- sejak: 0.1.0
WITH klaim AS (
    SELECT k.*, s.sebutan, s.jenis AS jenis_dokumen, s.tahun_awal, regexp_replace(lower(k.kutipan), '\s+', ' ', 'g') AS kalimat
    FROM data.klaim k
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
-- Programs and what stands below them, by code; those with money or a target in the years of the plan.
butir AS (
    SELECT DISTINCT b.dokumen_id, b.tingkat, data.kode_umum(b.kode_baku) AS kode, b.nama_baku, b.butir_id, b.urutan, b.keyakinan, b.opd_kunci,
           r.kunci IS NOT NULL AS berisi
    FROM data.butir_isi b
    JOIN data.dokumen d USING (dokumen_id)
    LEFT JOIN data.rencana r ON r.dokumen_id = b.dokumen_id AND r.kunci = data.kode_umum(b.kode_baku)
         AND r.tahun BETWEEN d.tahun_awal AND coalesce(d.tahun_akhir, d.tahun_awal)
    WHERE d.jenis IN ('Renja', 'Renstra') AND b.tingkat IN ('program', 'kegiatan', 'subkegiatan')),
berkode AS (
    SELECT dokumen_id, tingkat, count(DISTINCT kode) AS banyak, arg_min(butir_id, urutan) AS pertama, min(keyakinan) AS keyakinan
    FROM butir
    GROUP BY dokumen_id, tingkat
    HAVING count(*) = count(kode) AND bool_and(berisi) AND count(DISTINCT kode) = count(DISTINCT nama_baku)
       AND count(DISTINCT opd_kunci) <= 1 AND min(keyakinan) >= 0.6 AND count(DISTINCT kode) >= 2),
jumlah_butir AS (
    SELECT k.klaim_id, b.pertama, k.nilai, b.banyak, k.sebutan, least(k.keyakinan, b.keyakinan) AS keyakinan,
           CASE k.dihitung WHEN 'subkegiatan' THEN 'sub kegiatan' ELSE k.dihitung END AS dihitung
    FROM klaim k
    JOIN berkode b ON b.dokumen_id = k.dokumen_id AND b.tingkat = k.dihitung
    WHERE k.macam = 'jumlah' AND k.nilai <> b.banyak AND (k.tahun IS NULL OR k.tahun = k.tahun_awal OR k.jenis_dokumen = 'Renstra')
      AND regexp_full_match(lower(k.diukur), '(program|(sub[- ]?)?kegiatan)( utama| perangkat daerah| sebagai berikut| yaitu| yakni)*')
      -- those of one program ("program ini terdiri dari 4 kegiatan") or of one sasaran are a part of them
      AND CASE k.dihitung WHEN 'program' THEN NOT regexp_matches(k.kalimat, '\b(misi|tujuan|sasaran|strategi|urusan|indikator)\b')
               WHEN 'kegiatan' THEN regexp_matches(k.kalimat, '\d+ ?(\([a-z ]+\) ?)?program\b')
               ELSE regexp_matches(k.kalimat, '\d+ ?(\([a-z ]+\) ?)?kegiatan\b') END
      -- a part of them, or those of another year or plan
      AND NOT regexp_matches(replace(k.kalimat, 'terdiri dari', 'terdiri atas'),
          '\b(dari|masing-masing|setiap|tiap|tersebut|di antara|diantara|terkait|didukung|mendukung|bidang|bagian|sekretariat|upt|uptd|prioritas|unggulan|'
          || 'baru|tambahan|bertambah|berkurang|semula|sebelum|sebelumnya|lalu|perubahan|realisasi|terealisasi|terlaksana|tercapai|capaian|evaluasi|'
          || 'rpjmd?|rkpd|nasional|provinsi|kementerian|pusat|kabupaten/kota)\b')
    QUALIFY count(DISTINCT k.nilai) OVER (PARTITION BY k.dokumen_id, k.dihitung) = 1
       AND NOT EXISTS (FROM data.klaim l WHERE l.dokumen_id = k.dokumen_id AND l.dihitung = k.dihitung AND (l.nilai = b.banyak OR l.dieja = b.banyak))),
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
SELECT j.klaim_id, j.pertama, NULL,
       format('{} {}', CAST(j.nilai AS BIGINT), j.dihitung), format('{} {}', j.banyak, j.dihitung),
       format('Narasi {} menyebut {} {}, tabelnya memuat {} {} berkode.', j.sebutan, CAST(j.nilai AS BIGINT), j.dihitung, j.banyak, j.dihitung),
       NULL,
       data.putusan(false, j.keyakinan),
       j.keyakinan
FROM jumlah_butir j
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
