-- Programs and kegiatan of the Renja (the DPA has to be held against them by a person) with their targets in Renstra and Renja.
WITH renja AS (SELECT dokumen_id, tahun_awal FROM publik.dokumen WHERE jenis_dokumen = 'Renja' AND opd_kunci = $pd AND ($tahun IS NULL OR tahun_awal = $tahun) ORDER BY tahun_awal DESC, tahap = 'perubahan' DESC LIMIT 1),
isi AS (
    SELECT i.*, (SELECT any_value(t.tertulis) FROM publik.target t WHERE t.indikator_id = i.indikator_id AND t.peran = 'target' AND t.tahun = (SELECT tahun_awal FROM renja) AND t.triwulan IS NULL) AS target
    FROM publik.indikator i JOIN renja USING (dokumen_id) WHERE i.tingkat IN ('program', 'kegiatan', 'subkegiatan')),
pagu AS (SELECT b.kode_baku, b.tingkat, sum(g.rupiah) AS rupiah FROM publik.butir b JOIN renja USING (dokumen_id) JOIN publik.pagu g ON g.pemilik_id = b.butir_id AND g.peran = 'pagu' AND g.triwulan IS NULL AND g.tahun = (SELECT tahun_awal FROM renja) GROUP BY ALL),
renstra AS (
    SELECT t.kanan_indikator_id AS id, any_value(x.tertulis) AS target, max(t.hubungan <> 'perlu diperiksa') AS pasti
    FROM publik.tautan t JOIN publik.target x ON x.indikator_id = t.kiri_indikator_id AND x.peran = 'target' AND x.triwulan IS NULL AND x.tahun = (SELECT tahun_awal FROM renja)
    WHERE t.jenjang = 'Renstra-Renja' GROUP BY ALL),
beda AS (SELECT DISTINCT kanan_id FROM publik.temuan WHERE aturan = 'D03' AND putusan = 'tidak konsisten')
SELECT CAST(row_number() OVER (ORDER BY i.urutan) AS VARCHAR) AS no, concat_ws(' - ', nullif(concat_ws(' ', i.kode, coalesce(i.subkegiatan, i.kegiatan, i.program)), ''), i.indikator) AS uraian, concat_ws(' ', i.target, i.satuan) AS target, p.rupiah AS anggaran,
       CASE WHEN r.id IS NULL THEN 'orang' WHEN b.kanan_id IS NOT NULL THEN '0' WHEN r.pasti THEN '1' ELSE 'orang' END AS renstra, CASE WHEN i.target IS NULL THEN '0' ELSE '1' END AS renja,
       CASE WHEN r.id IS NULL OR NOT r.pasti THEN 'belum lengkap' ELSE CAST(CAST(b.kanan_id IS NULL AS INTEGER) + CAST(i.target IS NOT NULL AS INTEGER) AS VARCHAR) END AS jumlah,
       concat_ws(' ', CASE WHEN r.id IS NULL THEN 'Tidak bertaut dengan indikator Renstra.' WHEN b.kanan_id IS NOT NULL THEN 'Renstra menulis ' || r.target || '.' END, '(' || i.berkas || coalesce(' hlm. ' || i.halaman, '') || ')') AS ket
FROM isi i LEFT JOIN pagu p ON p.kode_baku = i.kode_baku AND p.tingkat = i.tingkat LEFT JOIN renstra r ON r.id = i.indikator_id LEFT JOIN beda b ON b.kanan_id = i.indikator_id
ORDER BY i.urutan
