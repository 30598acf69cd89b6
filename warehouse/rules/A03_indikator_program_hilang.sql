-- id: A03
-- nama: Indikator program RPJMD tidak ada di Renstra
-- membandingkan: Setiap indikator program RPJMD dengan indikator Renstra, bila program yang sama ada di Renstra perangkat daerah
--   penanggung jawabnya dan di sana mempunyai indikator. Program yang tidak ada sama sekali dilaporkan oleh A02;
--   bila rumusannya mirip dengan salah satu indikator program itu, perlu diperiksa.
-- tingkat: M
-- dasar: Permendagri 86/2017 (indikator outcome program diturunkan ke Renstra; pasal belum diverifikasi); praktik Form 1
--   konsistensi program.
-- contoh: RPJMD memuat dua indikator untuk 1.01.02 Program Pengelolaan Pendidikan, Renstra Dinas Pendidikan hanya satu.
-- perbaikan: Samakan indikator program di Renstra dengan RPJMD, atau jelaskan penggantiannya.
-- sejak: 0.1.0
WITH atas AS (
    SELECT i.*, p.kanan_dokumen, data.kode_umum(i.kode_baku) AS kode_cari
    FROM data.pasangan p
    JOIN data.dokumen r ON r.dokumen_id = p.kanan_dokumen
    JOIN data.indikator i ON i.dokumen_id = p.kiri_dokumen AND data.opd_cocok(i.opd_kunci, r.opd_kunci)
    WHERE p.jenjang = 'RPJMD-Renstra' AND i.tingkat = 'program' AND i.kode_baku IS NOT NULL),
-- Indicators of the same program in the Renstra, at any level below it too.
bawah AS (
    SELECT dokumen_id, indikator_id, nama, nama_baku, tingkat, urutan,
           array_to_string(string_split(data.kode_umum(kode_baku), '.')[1:3], '.') AS kode_program
    FROM data.indikator WHERE kode_baku IS NOT NULL),
program_bawah AS (
    SELECT a.indikator_id, a.kanan_dokumen, string_agg('"' || b.nama || '"', ', ' ORDER BY b.urutan) AS isi,
           max(data.mirip(a.nama_baku, b.nama_baku)) AS mirip, max(data.mirip_kata(a.nama_baku, b.nama_baku)) AS mirip_kata
    FROM atas a JOIN bawah b ON b.dokumen_id = a.kanan_dokumen AND b.kode_program = a.kode_cari AND b.tingkat = 'program'
    GROUP BY ALL),
serupa AS (
    SELECT a.indikator_id, a.kanan_dokumen, coalesce(max(data.mirip(a.nama_baku, x.nama_baku)), 0) AS mirip
    FROM atas a LEFT JOIN data.indikator x ON x.dokumen_id = a.kanan_dokumen AND coalesce((a.ukuran = 'jumlah') = (x.ukuran = 'jumlah'), true)
        AND (data.anak_tangga(x.tingkat) <= 2 OR x.nama_baku = a.nama_baku)
    GROUP BY ALL),
bertaut AS (
    SELECT i.dokumen_id, i.nama_baku, t.kanan_dokumen FROM data.tautan t JOIN data.indikator i ON i.indikator_id = t.kiri_id
    JOIN data.indikator r ON r.indikator_id = t.kanan_id
    -- an unsure link to an output further down, or from a share to a count, carries no outcome
    WHERE t.jenjang = 'RPJMD-Renstra' AND (t.hubungan <> 'perlu diperiksa'
        OR data.anak_tangga(r.tingkat) <= 2 AND coalesce((i.ukuran = 'jumlah') = (r.ukuran = 'jumlah'), true)))
SELECT a.indikator_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       a.nama AS nilai_kiri,
       p.isi AS nilai_kanan,
       format('Indikator "{}" dari program {} dalam {} tidak ditemukan di {}{}; program itu di sana memakai {}.',
              a.nama, concat_ws(' ', a.kode_baku, a.program), sk.sebutan, sr.sebutan, l.catatan, p.isi) AS uraian,
       sr.sebutan AS dicari_di,
       data.putusan(l.lengkap AND s.mirip < 0.8 AND p.mirip < 0.6 AND p.mirip_kata < 0.6, a.keyakinan) AS putusan,
       a.keyakinan
FROM atas a
JOIN program_bawah p ON p.indikator_id = a.indikator_id AND p.kanan_dokumen = a.kanan_dokumen
JOIN serupa s ON s.indikator_id = a.indikator_id AND s.kanan_dokumen = a.kanan_dokumen
JOIN data.sebutan sk ON sk.dokumen_id = a.dokumen_id
JOIN data.sebutan sr ON sr.dokumen_id = a.kanan_dokumen
JOIN data.kelengkapan l ON l.dokumen_id = a.kanan_dokumen
WHERE s.mirip < 0.9
  AND NOT EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = a.kanan_dokumen AND contains(lower(x.kutipan), lower(a.nama)))
  AND NOT EXISTS (SELECT 1 FROM bertaut b WHERE b.dokumen_id = a.dokumen_id AND b.kanan_dokumen = a.kanan_dokumen AND b.nama_baku = a.nama_baku)
QUALIFY row_number() OVER (PARTITION BY a.dokumen_id, a.kanan_dokumen, a.kode_cari, a.nama_baku ORDER BY a.urutan) = 1
