-- Control of Renja policy: what the documents show is filled, what only the office knows stays open.
WITH renja AS (SELECT * FROM publik.dokumen WHERE jenis_dokumen = 'Renja' AND opd_kunci = $pd AND ($tahun IS NULL OR tahun_awal = $tahun) ORDER BY tahun_awal DESC LIMIT 1),
temuan AS (SELECT aturan, count(*) AS banyak, min(uraian) AS contoh, string_agg(DISTINCT perbaikan, ' ') AS saran FROM publik.temuan
           WHERE kanan_dokumen_id = (SELECT dokumen_id FROM renja) OR kiri_dokumen_id = (SELECT dokumen_id FROM renja) GROUP BY ALL),
butir AS (SELECT * FROM (VALUES
    (1, 'Pembentukan tim penyusun Renja dan agenda kerja', NULL, NULL), (2, 'Pengolahan data dan informasi', NULL, NULL),
    (3, 'Analisis gambaran pelayanan perangkat daerah', NULL, NULL), (4, 'Reviu hasil evaluasi Renja tahun lalu berdasarkan Renstra', 'realisasi', NULL),
    (5, 'Perumusan isu penting penyelenggaraan tugas dan fungsi', NULL, NULL), (6, 'Telaahan terhadap rancangan awal RKPD', NULL, ['A08', 'A09']),
    (7, 'Perumusan tujuan dan sasaran', 'tujuan', ['A12', 'C02']), (8, 'Penelaahan usulan masyarakat', NULL, NULL),
    (9, 'Perumusan kegiatan prioritas', 'program', ['A10', 'A11']), (10, 'Penajaman indikator dan target pada forum perangkat daerah', 'target', ['D03', 'D04', 'D15']),
    (11, 'Kesesuaian dana dengan pagu indikatif', 'pagu', ['E02', 'E03']), (12, 'Penghitungan prakiraan maju', 'pagu maju', ['E08']),
    (13, 'Pengesahan Renja', NULL, ['I04', 'I05'])) b (no, kegiatan, isi, aturan)),
ada AS (
    SELECT 'tujuan' AS isi FROM publik.indikator i JOIN renja USING (dokumen_id) WHERE i.tingkat IN ('tujuan', 'sasaran') UNION SELECT 'program' FROM publik.butir b JOIN renja USING (dokumen_id) WHERE b.tingkat = 'program'
    UNION SELECT 'target' FROM publik.target t JOIN renja USING (dokumen_id) WHERE t.peran = 'target' UNION SELECT 'realisasi' FROM publik.target t JOIN renja USING (dokumen_id) WHERE t.peran = 'realisasi'
    UNION SELECT 'pagu' FROM publik.pagu g JOIN renja USING (dokumen_id) WHERE g.peran = 'pagu' UNION SELECT 'pagu maju' FROM publik.pagu g JOIN renja r USING (dokumen_id) WHERE g.peran = 'pagu' AND g.tahun > r.tahun_awal)
SELECT CAST(b.no AS VARCHAR) AS no, b.kegiatan, CASE WHEN b.isi IS NOT NULL AND b.isi IN (SELECT isi FROM ada) THEN 'v' END AS ada, CASE WHEN b.isi IS NOT NULL AND b.isi NOT IN (SELECT isi FROM ada) THEN 'v' END AS tidak,
       CASE WHEN b.isi IS NOT NULL AND b.isi NOT IN (SELECT isi FROM ada) THEN 'Tidak ditemukan dalam dokumen yang dibaca. ' ELSE '' END
       || coalesce((SELECT string_agg(t.aturan || ' (' || t.banyak || ' temuan): ' || t.contoh, ' ' ORDER BY t.aturan) FROM temuan t WHERE list_contains(b.aturan, t.aturan)), CASE WHEN b.isi IS NULL AND b.aturan IS NULL THEN 'Diisi perangkat daerah.' ELSE '' END) AS sebab,
       coalesce((SELECT string_agg(DISTINCT t.saran, ' ') FROM temuan t WHERE list_contains(b.aturan, t.aturan)), '') AS tindak
FROM butir b ORDER BY b.no
