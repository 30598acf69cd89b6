-- id: C06
-- nama: Definisi operasional atau formula berbeda
-- membandingkan: Teks formula (bila tidak ada, definisi operasional) dari indikator yang sama: yang bertaut antara dua dokumen, dan yang sama namanya
--   di dua dokumen atau dua tempat satu perangkat daerah. Ejaan, urutan kata, dan teks yang termuat di dalam yang lain tidak
--   dihitung berbeda; hanya formula yang kurang dari separuh katanya sama dinyatakan tidak konsisten.
-- tingkat: M
-- dasar: PermenPAN 9/2007 (IKU mempunyai satu formula); evaluasi SAKIP memeriksa definisi operasional (butir belum diverifikasi).
-- contoh: Keputusan IKU menghitung serapan tenaga kerja dari penempatan, Renstra dari angkatan kerja.
-- perbaikan: Tetapkan satu definisi dan formula, lalu pakai di semua dokumen.
-- sejak: 0.2.0
WITH isi AS (
    SELECT i.indikator_id, i.dokumen_id, i.nama, i.nama_baku, i.halaman, i.urutan, i.keyakinan, i.satuan_kelas, data.wilayah_baku(d.wilayah) AS wilayah_kunci, d.jenis, coalesce(d.opd_kunci, i.opd_kunci) AS opd,
           nullif(i.formula, '') AS formula, coalesce(nullif(i.formula, ''), nullif(i.definisi, '')) AS teks, data.ejaan(coalesce(nullif(i.formula, ''), nullif(i.definisi, ''))) AS kata
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE coalesce(nullif(i.formula, ''), nullif(i.definisi, '')) IS NOT NULL),
pasangan AS (
    SELECT k.indikator_id AS kiri_id, r.indikator_id AS kanan_id, t.hubungan <> 'perlu diperiksa' AND t.skor >= 0.5 AS pasti, t.skor
    FROM data.tautan t JOIN isi k ON k.indikator_id = t.kiri_id JOIN isi r ON r.indikator_id = t.kanan_id
    UNION
    SELECT a.indikator_id, b.indikator_id, true, 1.0
    FROM isi a JOIN isi b ON b.nama_baku = a.nama_baku AND b.wilayah_kunci IS NOT DISTINCT FROM a.wilayah_kunci AND b.opd IS NOT DISTINCT FROM a.opd
        AND (b.dokumen_id, b.urutan) > (a.dokumen_id, a.urutan)
    WHERE length(a.nama_baku) >= 12),
banding AS (
    SELECT p.*, k.nama AS kiri_nama, r.nama AS kanan_nama, k.teks AS kiri_teks, r.teks AS kanan_teks, k.dokumen_id AS kiri_dokumen, r.dokumen_id AS kanan_dokumen,
           k.halaman AS kiri_halaman, r.halaman AS kanan_halaman, k.formula IS NOT NULL AND r.formula IS NOT NULL AS berformula,
           data.mirip_kata(k.kata, r.kata) AS mirip, least(k.keyakinan, r.keyakinan) * p.skor AS keyakinan, k.nama_baku AS baku, k.urutan
    FROM pasangan p JOIN isi k ON k.indikator_id = p.kiri_id JOIN isi r ON r.indikator_id = p.kanan_id)
SELECT b.kiri_id, b.kanan_id,
       NULL AS tahun,
       b.kiri_teks AS nilai_kiri,
       b.kanan_teks AS nilai_kanan,
       format('{} indikator {} berbeda: "{}" dalam {}{}, "{}" dalam {}{}.', CASE WHEN b.berformula THEN 'Formula' ELSE 'Definisi' END,
              data.nama_pasangan(b.kiri_nama, b.kanan_nama), data.potong(b.kiri_teks), sk.sebutan, coalesce(' hlm. ' || b.kiri_halaman, ''),
              data.potong(b.kanan_teks), sr.sebutan, coalesce(' hlm. ' || b.kanan_halaman, '')) AS uraian,
       NULL AS dicari_di,
       data.putusan(b.pasti AND b.berformula AND b.mirip < 0.5, b.keyakinan) AS putusan,
       b.keyakinan
FROM banding b
JOIN data.sebutan sk ON sk.dokumen_id = b.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = b.kanan_dokumen
WHERE b.mirip < data.ambang('formula_mirip')
QUALIFY row_number() OVER (PARTITION BY b.kiri_dokumen, b.kanan_dokumen, b.baku ORDER BY b.pasti DESC, b.mirip, b.urutan) = 1
