-- id: E03
-- nama: Pagu induk tidak sama dengan jumlah rinciannya
-- membandingkan: Pagu bidang urusan, program, dan kegiatan berkode dengan jumlah pagu baris setingkat di bawahnya dalam tabel yang sama, per
--   tahun dan akhir periode; satu temuan per induk, toleransi 1 rupiah (lebih bila kolom dicetak dalam ribuan atau jutaan).
--   Diam bila satu rincian tidak berpagu, bila kode rincian tidak memuat kode induknya, dan bila baris yang tercetak dua kali
--   menjelaskan selisihnya. Tidak konsisten bila tahun lain cocok atau sebagian besar induk lain di dokumen itu cocok;
--   kalau tidak, satu baris rincian mungkin tidak terbaca: perlu diperiksa. Prakiraan maju juga, karena tabel hanya
--   mencetak rincian tahun rencana. Induk tanpa pagu yang rinciannya berpagu dilaporkan bila kebanyakan induk setingkat di dokumen itu
--   berpagu; perlu diperiksa bila hanya sebagian. Pagu akhir periode yang bukan jumlah pagu tahunannya dilaporkan bila hampir semua
--   baris lain di dokumen itu menjumlahkannya.
-- tingkat: K
-- dasar: Praktik reviu: pagu induk adalah jumlah rinciannya.
-- contoh: Bidang urusan 2.16 tahun 2021 Rp6.630.000.000, jumlah programnya Rp7.558.282.200.
-- perbaikan: Perbaiki pagu induk atau rinciannya sehingga jumlahnya cocok.
-- sejak: 0.1.0
WITH baris AS (
    SELECT b.*, coalesce(b.kode_baku, b.nama_baku) AS kunci,
           CASE b.tingkat WHEN 'urusan' THEN 1 WHEN 'bidang' THEN 2 WHEN 'opd' THEN 2 WHEN 'program' THEN 3 WHEN 'kegiatan' THEN 4 ELSE 5 END AS jenjang
    FROM data.butir_isi b),
-- A parent row printed again on the next page opens no new group.
induk_baru AS (
    SELECT *, CASE WHEN lag(kunci) OVER urut = kunci AND lag(opd_kunci) OVER urut IS NOT DISTINCT FROM opd_kunci THEN 0 ELSE 1 END AS baru
    FROM baris WINDOW urut AS (PARTITION BY dokumen_id, jenjang ORDER BY urutan)),
kelompok AS (
    SELECT *, sum(baru) OVER (PARTITION BY dokumen_id, jenjang ORDER BY urutan) AS nomor FROM induk_baru),
berinduk AS (
    SELECT k.*,
           max(CASE WHEN k.tingkat = 'bidang' THEN k.urutan END) OVER naik AS urut_bidang,
           max(CASE WHEN k.tingkat IN ('urusan', 'opd') THEN k.urutan END) OVER naik AS urut_pemisah,
           max(CASE WHEN k.tingkat = 'program' THEN k.urutan END) OVER naik AS urut_program,
           max(CASE WHEN k.tingkat = 'kegiatan' THEN k.urutan END) OVER naik AS urut_kegiatan
    FROM kelompok k
    WINDOW naik AS (PARTITION BY k.dokumen_id ORDER BY k.urutan ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
-- Child row -> group of its parent rows. A bidang is only parent while no other urusan or OPD begins.
anak AS (
    SELECT c.dokumen_id, c.butir_id, c.urutan, c.tingkat, c.kode_baku, c.kunci, c.keyakinan, c.nama, p.tingkat AS tingkat_induk, p.nomor AS nomor_induk,
           (p.tingkat = 'bidang' AND p.kode_baku IS NOT NULL OR p.kode_baku LIKE '%.%.%') IS TRUE AND (c.kode_baku IS NULL OR starts_with(c.kode_baku, p.kode_baku || '.') OR data.penunjang(c.kode_baku)) AS cocok,
           p.kode_baku IS NOT NULL AND c.kode_baku IS NULL AS tanpa_kode
    FROM berinduk c
    JOIN kelompok p ON p.dokumen_id = c.dokumen_id AND p.urutan = CASE c.tingkat
        WHEN 'program' THEN CASE WHEN c.urut_bidang > coalesce(c.urut_pemisah, -1) THEN c.urut_bidang END
        WHEN 'kegiatan' THEN CASE WHEN c.urut_program > greatest(coalesce(c.urut_pemisah, -1), coalesce(c.urut_bidang, -1)) THEN c.urut_program END
        WHEN 'subkegiatan' THEN CASE WHEN c.urut_kegiatan > coalesce(c.urut_program, -1) THEN c.urut_kegiatan END END),
-- A row without code below a coded parent may stand at another level than it was read.
tanpa_kode AS (
    SELECT dokumen_id, urut_program AS urutan FROM berinduk WHERE kode_baku IS NULL AND tingkat IN ('kegiatan', 'subkegiatan')
    UNION
    SELECT dokumen_id, urut_kegiatan FROM berinduk WHERE kode_baku IS NULL AND tingkat = 'subkegiatan'),
kolom AS (
    SELECT DISTINCT b.dokumen_id, p.peran, p.tahun FROM data.butir b JOIN data.pagu p ON p.pemilik_id = b.butir_id
    WHERE p.peran IN ('pagu', 'akhir') AND p.triwulan IS NULL),
uang AS (
    SELECT p.pemilik_id, p.peran, p.tahun, any_value(p.rupiah) AS rupiah,
           -- printed in thousands or millions: fewer digits than rupiah
           bool_or(length(regexp_replace(p.mentah, '[^0-9]', '', 'g')) + 2 < length(CAST(CAST(p.rupiah AS BIGINT) AS VARCHAR))) AS berskala
    FROM data.pagu p WHERE p.pemilik = 'butir' AND p.triwulan IS NULL AND p.peran IN ('pagu', 'akhir') GROUP BY ALL),
-- Children with the same code: rows with the same amount may be one row printed twice.
anak_kunci AS (
    SELECT a.dokumen_id, a.tingkat_induk, a.nomor_induk, a.tingkat, a.kunci, k.peran, k.tahun, bool_and(a.cocok) AS cocok, bool_or(a.tanpa_kode) AS tanpa_kode, min(a.keyakinan) AS keyakinan,
           count(u.rupiah) > 0 AS terbaca, arg_min(u.rupiah, a.urutan) AS pertama, sum(u.rupiah) AS semua, sum(DISTINCT u.rupiah) AS sekali, coalesce(bool_or(u.berskala), false) AS berskala
    FROM anak a
    JOIN kolom k ON k.dokumen_id = a.dokumen_id
    LEFT JOIN uang u ON u.pemilik_id = a.butir_id AND u.peran = k.peran AND u.tahun IS NOT DISTINCT FROM k.tahun
    GROUP BY ALL),
jumlah AS (
    SELECT a.dokumen_id, tingkat_induk, nomor_induk, a.peran, a.tahun, any_value(tingkat) AS tingkat, count(*) AS banyak, bool_and(cocok) AND NOT bool_and(tanpa_kode) AS cocok,
           bool_or(tanpa_kode) AS tanpa_kode, bool_and(terbaca) AS lengkap, sum(semua) AS semua, sum(sekali) AS sekali, sum(pertama) AS pertama, min(keyakinan) AS keyakinan, bool_or(berskala) AS berskala,
           sum(coalesce(u.rupiah, semua)) AS menurut_indikator
    FROM anak_kunci a
    LEFT JOIN data.pagu_indikator u ON u.dokumen_id = a.dokumen_id AND u.kode_baku = a.kunci AND u.peran = a.peran AND u.tahun IS NOT DISTINCT FROM a.tahun
    GROUP BY a.dokumen_id, tingkat_induk, nomor_induk, a.peran, a.tahun),
induk AS (
    SELECT k.dokumen_id, k.tingkat, k.nomor, u.peran, u.tahun, min_by(k.butir_id, k.urutan) AS butir_id, any_value(k.kode_baku) AS kode_baku,
           any_value(k.nama) AS nama, min(k.keyakinan) AS keyakinan,
           bool_or(k.kode_baku IS NOT NULL AND EXISTS (SELECT 1 FROM tanpa_kode t WHERE t.dokumen_id = k.dokumen_id AND t.urutan = k.urutan)) AS ragu_tingkat,
           sum(u.rupiah) AS total, list_distinct(list(u.rupiah) || [sum(u.rupiah), sum(DISTINCT u.rupiah)]) AS mungkin, bool_or(u.berskala) AS berskala
    FROM kelompok k JOIN uang u ON u.pemilik_id = k.butir_id
    WHERE u.rupiah IS NOT NULL AND k.tingkat IN ('bidang', 'program', 'kegiatan')
    GROUP BY ALL),
banding AS (
    SELECT i.*, j.semua, j.banyak, j.tingkat AS tingkat_anak, j.keyakinan AS keyakinan_anak,
           CASE WHEN i.berskala OR j.berskala THEN 1000000 * (j.banyak + 1) / 2 ELSE 1 END AS toleransi,
           len(list_filter(i.mungkin, lambda x: abs(x - j.semua) <= toleransi OR abs(x - j.sekali) <= toleransi)) > 0 AS sama,
           -- only the indicator rows add up: a child row was not counted
           len(list_filter(i.mungkin, lambda x: abs(x - j.menurut_indikator) <= toleransi)) > 0 AS sama_indikator,
           -- rows of one code whose sum may not be meant, levels that may be misread, years that are only a forecast
           j.semua <> j.sekali OR len(list_filter(i.mungkin, lambda x: abs(x - j.pertama) <= toleransi)) > 0 OR j.tanpa_kode OR i.ragu_tingkat
           OR (d.tahun_awal = d.tahun_akhir AND i.tahun > d.tahun_awal) AS ragu
    FROM induk i
    JOIN data.dokumen d ON d.dokumen_id = i.dokumen_id
    JOIN jumlah j ON j.dokumen_id = i.dokumen_id AND j.tingkat_induk = i.tingkat AND j.nomor_induk = i.nomor
        AND j.peran = i.peran AND j.tahun IS NOT DISTINCT FROM i.tahun
    WHERE j.lengkap AND j.cocok AND i.total > 0 AND j.semua > 0),
beda AS (
    SELECT *, bool_or(sama) OVER (PARTITION BY butir_id)
              OR (count(*) OVER setingkat >= 4 AND count(*) FILTER (sama) OVER setingkat >= 0.7 * count(*) OVER setingkat) AS terbukti
    FROM (SELECT * FROM banding QUALIFY NOT bool_or(sama_indikator AND NOT sama) OVER (PARTITION BY butir_id))
    WINDOW setingkat AS (PARTITION BY dokumen_id, tingkat)
    QUALIFY NOT sama),
-- Parents without any money while rows below have some, in a document whose other parents of that level have theirs.
berpagu AS (
    SELECT k.dokumen_id, k.tingkat, k.nomor, min_by(k.butir_id, k.urutan) AS butir_id, any_value(k.kode_baku) AS kode_baku, any_value(k.nama) AS nama,
           min(k.keyakinan) AS keyakinan, bool_or(EXISTS (FROM uang u WHERE u.pemilik_id = k.butir_id AND u.rupiah > 0)) AS ada
    FROM kelompok k JOIN data.dokumen d USING (dokumen_id)
    WHERE k.tingkat IN ('bidang', 'program', 'kegiatan') AND k.kode_baku LIKE '%.%' AND d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja')
    GROUP BY ALL),
kosong AS (
    SELECT *, avg(ada::INT) OVER (PARTITION BY dokumen_id, tingkat) AS bagian FROM berpagu QUALIFY NOT ada),
isi_kosong AS (
    SELECT k.*, j.tingkat AS tingkat_anak, j.banyak, j.tahun, j.semua
    FROM kosong k
    JOIN jumlah j ON j.dokumen_id = k.dokumen_id AND j.tingkat_induk = k.tingkat AND j.nomor_induk = k.nomor AND j.peran = 'pagu'
    WHERE k.bagian >= data.ambang('induk_berpagu') AND j.cocok AND j.semua > 0),
-- Rows whose end-of-period money is not the sum of their years, in a document whose other rows sum them up.
baris_jumlah AS (
    SELECT b.butir_id, b.dokumen_id, b.tingkat, b.kode_baku, b.nama, b.nama_baku, b.opd_kunci, b.urutan, b.keyakinan,
           sum(u.rupiah) FILTER (u.peran = 'pagu') AS setahun, max(u.rupiah) FILTER (u.peran = 'akhir') AS akhir,
           CASE WHEN bool_or(u.berskala) THEN 1000000 ELSE 1 END AS toleransi
    FROM data.butir b
    JOIN data.dokumen d USING (dokumen_id)
    JOIN uang u ON u.pemilik_id = b.butir_id
    WHERE d.jenis IN ('RPJMD', 'Renstra')
    GROUP BY ALL
    HAVING akhir > 0 AND count(u.rupiah) FILTER (u.peran = 'pagu') >= 2),
akhir_lain AS (
    SELECT *, avg((abs(setahun - akhir) <= toleransi)::INT) OVER (PARTITION BY dokumen_id) AS bagian, count(*) OVER (PARTITION BY dokumen_id) AS banyak
    FROM baris_jumlah
    QUALIFY abs(setahun - akhir) > toleransi AND banyak >= 8 AND bagian >= data.ambang('program_lengkap')
        AND row_number() OVER (PARTITION BY dokumen_id, nama_baku, setahun, akhir ORDER BY urutan) = 1)
SELECT b.butir_id AS kiri_id,
       NULL AS kanan_id,
       data.satu_tahun(b.tahun) AS tahun,
       data.deret(b.tahun, data.rupiah(b.total)) AS nilai_kiri,
       data.deret(b.tahun, data.rupiah(b.semua)) AS nilai_kanan,
       format('Pagu{} {} {} dalam {} tertulis {}, jumlah {} {} di bawahnya {}.', data.pada_tahun(b.tahun), data.sebut_tingkat(any_value(b.tingkat)),
              concat_ws(' ', any_value(b.kode_baku), any_value(b.nama)), any_value(s.sebutan), data.deret(b.tahun, data.rupiah(b.total)),
              max(b.banyak), data.sebut_tingkat(any_value(b.tingkat_anak)), data.deret(b.tahun, data.rupiah(b.semua)))
           || CASE WHEN bool_and(b.terbukti) AND NOT bool_or(b.ragu) THEN '' ELSE ' Periksa apakah semua baris rinciannya terbaca.' END AS uraian,
       NULL AS dicari_di,
       data.putusan(bool_and(b.terbukti) AND NOT bool_or(b.ragu), min(least(b.keyakinan, b.keyakinan_anak))) AS putusan,
       min(least(b.keyakinan, b.keyakinan_anak)) AS keyakinan
FROM beda b
JOIN data.sebutan s USING (dokumen_id)
GROUP BY b.butir_id
UNION ALL
SELECT k.butir_id, NULL, data.satu_tahun(k.tahun), NULL, data.deret(k.tahun, data.rupiah(k.semua)),
       format('{} {} dalam {} tidak berpagu, padahal {} {} di bawahnya berjumlah {}{}.',
              upper(data.sebut_tingkat(any_value(k.tingkat))[1]) || substr(data.sebut_tingkat(any_value(k.tingkat)), 2),
              concat_ws(' ', any_value(k.kode_baku), any_value(k.nama)), any_value(s.sebutan), max(k.banyak), data.sebut_tingkat(any_value(k.tingkat_anak)),
              data.deret(k.tahun, data.rupiah(k.semua)), data.pada_tahun(k.tahun)),
       NULL,
       data.putusan(any_value(k.bagian) >= data.ambang('program_lengkap'), min(k.keyakinan)),
       min(k.keyakinan)
FROM isi_kosong k
JOIN data.sebutan s USING (dokumen_id)
GROUP BY k.butir_id
UNION ALL
SELECT a.butir_id, NULL, NULL, data.rupiah(a.akhir), data.rupiah(a.setahun),
       format('Pagu akhir periode {} {} dalam {} tertulis {}, jumlah pagu tahunannya {}; {:.0f}% baris lain menjumlahkannya.', data.sebut_tingkat(a.tingkat),
              concat_ws(' ', a.kode_baku, a.nama), s.sebutan, data.rupiah(a.akhir), data.rupiah(a.setahun), 100 * a.bagian),
       NULL,
       data.putusan(true, a.keyakinan),
       a.keyakinan
FROM akhir_lain a
JOIN data.sebutan s USING (dokumen_id)
