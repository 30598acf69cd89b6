-- id: C03
-- nama: Satuan berbeda
-- membandingkan: Satuan setelah ejaan disamakan (% = Persen, Orang = Jiwa): (1) indikator yang bertaut antara dua dokumen; (2) indikator yang
--   sama di dua tempat satu dokumen dan satu perangkat daerah (tujuan, sasaran, program, IKU, IKK, IKD); (3) sel satu baris (kondisi
--   awal, target, kondisi akhir); (4) satuan dengan kata ukur dalam nama (persentase dengan Orang, jumlah atau indeks dengan
--   Persen). Satuan yang sering tertukar dan hampir searti (Poin, Nilai, Indeks; KK, Keluarga) hanya minor; orang dan ribu
--   orang berbeda. Satuan kosong tidak dibandingkan (C04), kecuali tabel lain dokumen itu menyebutnya. Diam bila salah satu baris pasangannya bersatuan sama; satu temuan per
--   indikator. Baris yang terpaut lebih dari satu tingkat (sasaran dengan kegiatan) tidak dibandingkan.
-- tingkat: M
-- dasar: Praktik reviu; kelas satuan disusun dari Kepmendagri 050-5889/2021 dan dokumen terbit.
-- contoh: "Jumlah jaringan manajemen lalu lintas" memakai satuan Dokumen di satu dokumen dan Persen di dokumen lain.
-- perbaikan: Samakan satuan, atau bedakan rumusan indikatornya bila yang diukur memang lain.
-- sejak: 0.1.0
WITH satuan_kembar AS (  -- a row without unit has that of its twins: the indicator in another table of the document
    SELECT i.dokumen_id, i.nama_baku, any_value(i.satuan) AS satuan
    FROM data.indikator i JOIN data.acuan_satuan u ON u.tulisan = i.satuan
    GROUP BY ALL HAVING count(DISTINCT u.kelas) = 1),
bersatuan AS (
    SELECT i.* REPLACE (coalesce(i.satuan, s.satuan) AS satuan) FROM data.indikator i LEFT JOIN satuan_kembar s USING (dokumen_id, nama_baku)),
pasangan AS (
    SELECT t.*, k.nama AS kiri_nama, r.nama AS kanan_nama, k.satuan AS kiri_satuan, r.satuan AS kanan_satuan,
           k.nama_baku AS kiri_baku, r.nama_baku AS kanan_baku, k.urutan AS kiri_urutan, r.urutan AS kanan_urutan, k.opd_kunci,
           abs(data.anak_tangga(k.tingkat) - data.anak_tangga(r.tingkat)) AS jarak,
           data.banding_satuan(uk, ur) AS hasil, least(k.keyakinan, r.keyakinan) AS keyakinan
    FROM data.tautan_serumusan t
    JOIN bersatuan k ON k.indikator_id = t.kiri_id
    JOIN bersatuan r ON r.indikator_id = t.kanan_id
    JOIN data.acuan_satuan uk ON uk.tulisan = k.satuan
    JOIN data.acuan_satuan ur ON ur.tulisan = r.satuan),
dinilai AS (
    SELECT *,
           bool_or(hasil = 'sama') OVER (PARTITION BY kiri_dokumen, kiri_baku, opd_kunci, kanan_dokumen) AS kiri_cocok,
           bool_or(hasil = 'sama') OVER (PARTITION BY kanan_dokumen, kanan_baku, opd_kunci, kiri_dokumen) AS kanan_cocok
    FROM pasangan),
antardokumen AS (
    SELECT p.kiri_id, p.kanan_id,
           NULL AS tahun,
           p.kiri_satuan AS nilai_kiri,
           p.kanan_satuan AS nilai_kanan,
           format('Satuan indikator {} berbeda: {} dalam {}, {} dalam {}.',
                  data.nama_pasangan(p.kiri_nama, p.kanan_nama), p.kiri_satuan, sk.sebutan, p.kanan_satuan, sr.sebutan) AS uraian,
           NULL AS dicari_di,
           CASE WHEN p.hasil = 'lunak' THEN 'm' END AS tingkat,
           data.putusan(p.hubungan <> 'perlu diperiksa' AND p.skor >= 0.5 AND p.jarak = 0, p.keyakinan) AS putusan,
           p.keyakinan * p.skor AS keyakinan
    FROM dinilai p
    JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
    JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
    WHERE p.hasil <> 'sama' AND NOT p.kiri_cocok AND NOT p.kanan_cocok
      -- rows two rungs apart (sasaran and kegiatan) or hardly alike have units of their own
      AND p.jarak <= 1 AND (p.hubungan <> 'perlu diperiksa' OR p.skor >= 0.5)
    -- the surest counterpart of an indicator, once
    QUALIFY row_number() OVER (PARTITION BY p.kiri_dokumen, p.kanan_dokumen, p.kiri_baku, p.opd_kunci
        ORDER BY p.hubungan <> 'perlu diperiksa' DESC, p.jarak, p.skor DESC, p.kiri_urutan, p.kanan_urutan) = 1),
-- One row prints several units: values that cannot be one series.
sebaris AS (
    SELECT a.*, b.letak AS letak_lain, b.mentah AS mentah_lain, b.kelas AS kelas_lain, b.lunak <> a.lunak OR a.faktor <> b.faktor AS keras
    FROM data.satuan_tercetak a
    JOIN data.satuan_tercetak b ON b.indikator_id = a.indikator_id AND b.urut > a.urut
    -- "Orang/Bul an": a word that the cell broke
    WHERE a.dalam_sel AND b.dalam_sel AND NOT contains(data.huruf(a.kelas), data.huruf(b.kelas)) AND NOT contains(data.huruf(b.kelas), data.huruf(a.kelas))
    QUALIFY row_number() OVER (PARTITION BY a.dokumen_id, a.nama_baku, a.opd_kunci ORDER BY a.urutan, a.urut, b.urut) = 1),
-- The unit does not fit the measure word of the name.
kata_ukur AS (
    SELECT t.*, count(*) OVER sama AS banyak, list(t.halaman) OVER sama AS semua_halaman
    FROM data.satuan_tercetak t
    JOIN data.acuan_ukuran a USING (ukuran)
    WHERE (a.hanya IS NOT NULL AND t.kelas <> a.hanya OR t.kelas = a.bukan)
      -- standar pelayanan minimal counts people and reports percent
      AND NOT EXISTS (FROM data.acuan_mutu m WHERE m.macam = 'terlayani' AND t.kelas = 'persen' AND contains(t.nama_baku, m.kata))
      AND NOT EXISTS (FROM sebaris s WHERE s.indikator_id = t.indikator_id)
      -- told already: the other document has the unit that fits
      AND NOT EXISTS (FROM antardokumen x WHERE t.indikator_id IN (x.kiri_id, x.kanan_id))
    WINDOW sama AS (PARTITION BY t.dokumen_id, t.nama_baku, t.opd_kunci)
    QUALIFY row_number() OVER (PARTITION BY t.dokumen_id, t.nama_baku, t.opd_kunci ORDER BY t.urutan) = 1),
-- The same indicator twice in one document.
ganda AS (
    SELECT a.*, b.indikator_id AS lain_id, b.satuan AS satuan_lain, b.halaman AS halaman_lain, b.tingkat AS tingkat_lain, b.program AS program_lain, b.lunak <> a.lunak OR a.faktor <> b.faktor AS keras,
           least(a.keyakinan, b.keyakinan) AS keyakinan_dua
    FROM data.satuan_tercetak a
    JOIN data.satuan_tercetak b ON b.dokumen_id = a.dokumen_id AND b.nama_baku = a.nama_baku AND b.opd_kunci IS NOT DISTINCT FROM a.opd_kunci AND b.urutan > a.urutan
    WHERE a.kelas <> b.kelas AND length(a.nama_baku) >= 12 AND a.ukuran IS NOT NULL
      AND a.tingkat IN ('tujuan', 'sasaran', 'program', 'iku', 'ikk', 'ikd') AND b.tingkat IN ('tujuan', 'sasaran', 'program', 'iku', 'ikk', 'ikd')
      AND NOT EXISTS (FROM sebaris s WHERE s.indikator_id IN (a.indikator_id, b.indikator_id))
      AND NOT EXISTS (FROM kata_ukur k WHERE k.dokumen_id = a.dokumen_id AND k.nama_baku = a.nama_baku)
    QUALIFY row_number() OVER (PARTITION BY a.dokumen_id, a.nama_baku, a.opd_kunci ORDER BY a.urutan, b.urutan) = 1)
FROM antardokumen
UNION ALL
SELECT t.indikator_id, NULL, NULL, t.mentah, t.mentah_lain,
       format('Satuan dalam satu baris berlainan: indikator "{}" dalam {} menulis {} pada {} dan {} pada {}.',
              t.nama, s.sebutan || data.milik_opd(t.penanggung_jawab, s.opd_kunci), t.mentah, t.letak, t.mentah_lain, t.letak_lain),
       NULL,
       CASE WHEN NOT t.keras THEN 'm' END,
       data.putusan(true, t.keyakinan),
       t.keyakinan
FROM sebaris t
JOIN data.sebutan s USING (dokumen_id)
UNION ALL
SELECT t.indikator_id, NULL, NULL, t.mentah, NULL,
       format('Satuan indikator "{}" dalam {} adalah {} ({}), tidak cocok dengan kata "{}" dalam namanya.{}',
              t.nama, s.sebutan || data.milik_opd(t.penanggung_jawab, s.opd_kunci), t.satuan, t.letak || ': ' || t.mentah, t.ukuran,
              CASE WHEN t.banyak > 1 THEN format(' Begitu pula {} baris lain dengan nama ini.', t.banyak - 1) ELSE '' END),
       NULL,
       CASE WHEN t.kelas = 'persen' OR t.lunak = 'poin' THEN 'm' END,
       data.putusan(true, t.keyakinan),
       t.keyakinan
FROM kata_ukur t
JOIN data.sebutan s USING (dokumen_id)
UNION ALL
SELECT t.indikator_id, t.lain_id, NULL, t.satuan, t.satuan_lain,
       format('{} memuat indikator "{}" dua kali dengan satuan berbeda: {} ({}) dan {} ({}).', s.sebutan, t.nama,
              t.satuan, data.tempat(t.tingkat, t.program, t.halaman), t.satuan_lain, data.tempat(t.tingkat_lain, t.program_lain, t.halaman_lain)),
       NULL,
       CASE WHEN NOT t.keras THEN 'm' END,
       data.putusan(s.jenis <> 'Renja', t.keyakinan_dua),
       t.keyakinan_dua
FROM ganda t
JOIN data.sebutan s USING (dokumen_id)
