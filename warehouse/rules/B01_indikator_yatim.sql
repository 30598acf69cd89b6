-- id: B01
-- nama: Indikator tanpa induk (yatim)
-- membandingkan: Setiap indikator program, kegiatan, dan sub kegiatan dokumen bawah dengan indikator dokumen atasnya, bila butir yang sama
--   ada di dokumen atas dan di sana mempunyai indikator pada tingkat itu. Butir yang tidak ada di atas dilaporkan oleh A11;
--   penggantian indikator program RPJMD oleh A03. Indikator tujuan dan sasaran Renstra tidak diperiksa, karena boleh milik
--   perangkat daerah sendiri; program penunjang dan Perjanjian Kinerja (A13, D19) juga tidak.
-- tingkat: M
-- dasar: Permendagri 86/2017 (indikator Renja menjabarkan Renstra; pasal belum diverifikasi); praktik pohon kinerja.
-- contoh: Renja memuat indikator program yang tidak ada dalam Renstra maupun RKPD.
-- perbaikan: Pakai indikator dokumen atas, atau tambahkan indikator itu ke dokumen atas lewat perubahan.
-- sejak: 0.1.0
WITH calon AS (
    SELECT i.*, p.kiri_dokumen, p.jenjang, data.kode_umum(i.kode_baku) AS kode_cari
    FROM data.pasangan p JOIN data.indikator i ON i.dokumen_id = p.kanan_dokumen
    WHERE p.jenjang NOT LIKE '%-PK' AND i.kode_baku LIKE '%.%.%' AND NOT data.penunjang(i.kode_baku)
      AND (i.tingkat = 'program' OR (i.tingkat IN ('kegiatan', 'subkegiatan') AND p.jenjang IN ('RKPD-Renja', 'Renstra-Renja')))),
-- What the upper document prints for the same item and level (of the same OPD where it names one).
induk AS (
    SELECT c.indikator_id, c.kiri_dokumen, count(*) AS banyak,
           array_to_string(list(DISTINCT '"' || a.nama || '"')[1:4], ', ') AS isi,
           max(data.mirip(a.nama_baku, c.nama_baku)) AS mirip, max(data.mirip_kata(a.nama_baku, c.nama_baku)) AS mirip_kata
    FROM calon c
    JOIN data.indikator a ON a.dokumen_id = c.kiri_dokumen AND a.tingkat = c.tingkat AND data.kode_umum(a.kode_baku) = c.kode_cari
        AND (data.opd_cocok(a.opd_kunci, c.opd_kunci) OR a.opd_kunci IS NULL OR c.opd_kunci IS NULL)
    GROUP BY ALL),
bertaut AS (
    SELECT DISTINCT i.dokumen_id, i.nama_baku FROM data.tautan t JOIN data.indikator i ON i.indikator_id = t.kanan_id),
-- Programs where an upper indicator is lost: one cause, told by A03.
diganti AS (
    SELECT DISTINCT c.indikator_id
    FROM calon c
    JOIN data.indikator a ON a.dokumen_id = c.kiri_dokumen AND a.tingkat = 'program' AND a.kode_baku = c.kode_baku
    WHERE c.jenjang = 'RPJMD-Renstra' AND data.opd_cocok(a.opd_kunci, c.opd_kunci)
      AND NOT EXISTS (SELECT 1 FROM data.tautan t WHERE t.kiri_id = a.indikator_id AND t.kanan_dokumen = c.dokumen_id)),
yatim AS (
    SELECT c.*, i.isi
    FROM calon c
    JOIN induk i ON i.indikator_id = c.indikator_id AND i.kiri_dokumen = c.kiri_dokumen
    WHERE NOT EXISTS (SELECT 1 FROM bertaut b WHERE b.dokumen_id = c.dokumen_id AND b.nama_baku = c.nama_baku)
      AND NOT EXISTS (SELECT 1 FROM diganti d WHERE d.indikator_id = c.indikator_id)
      -- a wording near one of the same item's is reworded, not an orphan
      AND i.mirip < 0.6 AND i.mirip_kata < 0.6),
-- The same words anywhere else in the upper document; the one costly question, so asked last.
serupa AS (
    SELECT c.indikator_id, max(data.mirip(x.nama_baku, c.nama_baku)) AS mirip
    FROM calon c JOIN data.indikator x ON x.dokumen_id = c.kiri_dokumen
    WHERE c.indikator_id IN (SELECT indikator_id FROM yatim)
    GROUP BY c.indikator_id)
SELECT c.indikator_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       any_value(c.nama) AS nilai_kiri,
       string_agg(DISTINCT c.isi, '; ') AS nilai_kanan,
       format('Indikator {} "{}" dalam {} tidak mempunyai induk di {}; untuk {} di sana tertulis {}.',
              data.sebut_tingkat(any_value(c.tingkat)), any_value(c.nama), any_value(sr.sebutan),
              string_agg(DISTINCT sk.sebutan || l.catatan, ' maupun ' ORDER BY sk.sebutan || l.catatan), any_value(c.kode_baku),
              string_agg(DISTINCT c.isi, '; ')) AS uraian,
       string_agg(DISTINCT sk.sebutan, '; ' ORDER BY sk.sebutan) AS dicari_di,
       data.putusan(bool_and(l.lengkap) AND max(s.mirip) < 0.8, min(c.keyakinan)) AS putusan,
       min(c.keyakinan) AS keyakinan
FROM yatim c
JOIN serupa s ON s.indikator_id = c.indikator_id
JOIN data.sebutan sr ON sr.dokumen_id = c.dokumen_id
JOIN data.sebutan sk ON sk.dokumen_id = c.kiri_dokumen
JOIN data.kelengkapan l ON l.dokumen_id = c.kiri_dokumen
GROUP BY c.indikator_id
HAVING max(s.mirip) < 0.9
