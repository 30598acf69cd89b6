-- Programs, kegiatan and sub kegiatan of the RKPD with their indicators, targets and pagu.
WITH rkpd AS (SELECT dokumen_id, tahun_awal FROM publik.dokumen WHERE jenis_dokumen = 'RKPD' AND ($tahun IS NULL OR tahun_awal = $tahun) ORDER BY tahun_awal DESC, tahap = 'perubahan' DESC LIMIT 1),
butir AS (
    SELECT b.* FROM publik.butir b JOIN rkpd USING (dokumen_id) WHERE b.tingkat IN ('program', 'kegiatan', 'subkegiatan') AND ($pd IS NULL OR b.opd_kunci = $pd)
    QUALIFY row_number() OVER (PARTITION BY b.tingkat, coalesce(b.kode_baku, b.nama_baku), b.opd_kunci ORDER BY b.urutan) = 1),
kinerja AS (
    SELECT i.kode_baku, i.tingkat, i.opd_kunci, string_agg(DISTINCT i.indikator, '; ') AS indikator,
           string_agg(DISTINCT concat_ws(' ', t.tertulis, CASE WHEN coalesce(t.satuan_sel, '') = '' THEN i.satuan END), '; ') AS target
    FROM publik.indikator i JOIN rkpd USING (dokumen_id) LEFT JOIN publik.target t ON t.indikator_id = i.indikator_id AND t.peran = 'target' AND t.tahun = (SELECT tahun_awal FROM rkpd) AND t.triwulan IS NULL
    WHERE i.kode_baku IS NOT NULL GROUP BY ALL),
pagu AS (SELECT g.pemilik_id, sum(g.rupiah) AS rupiah FROM publik.pagu g WHERE g.peran = 'pagu' AND g.triwulan IS NULL AND g.tahun = (SELECT tahun_awal FROM rkpd) GROUP BY ALL)
SELECT CASE WHEN b.tingkat = 'program' THEN CAST(count(*) FILTER (b.tingkat = 'program') OVER (ORDER BY b.urutan ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS VARCHAR) END AS no,
       substr(b.kode_baku, 1, 4) AS urusan,
       CASE WHEN b.tingkat = 'program' THEN concat_ws(' ', b.kode, b.nama) END AS program, CASE WHEN b.tingkat = 'program' THEN k.indikator END AS indikator_program, CASE WHEN b.tingkat = 'program' THEN k.target END AS target_program,
       CASE WHEN b.tingkat = 'kegiatan' THEN concat_ws(' ', b.kode, b.nama) END AS kegiatan, CASE WHEN b.tingkat = 'kegiatan' THEN k.indikator END AS indikator_kegiatan, CASE WHEN b.tingkat = 'kegiatan' THEN k.target END AS target_kegiatan,
       CASE WHEN b.tingkat = 'subkegiatan' THEN concat_ws(' ', b.kode, b.nama) END AS sub, CASE WHEN b.tingkat = 'subkegiatan' THEN k.indikator END AS indikator_sub, CASE WHEN b.tingkat = 'subkegiatan' THEN k.target END AS target_sub,
       CASE WHEN b.tingkat = 'subkegiatan' OR NOT EXISTS (SELECT 1 FROM butir s WHERE s.tingkat = 'subkegiatan') THEN p.rupiah END AS pagu, b.berkas || coalesce(' hlm. ' || b.halaman, '') AS ket,
       CASE WHEN b.tingkat = 'program' THEN 'kelompok' ELSE 'isi' END AS gaya
FROM butir b LEFT JOIN kinerja k ON k.kode_baku = b.kode_baku AND k.tingkat = b.tingkat AND k.opd_kunci IS NOT DISTINCT FROM b.opd_kunci
LEFT JOIN pagu p ON p.pemilik_id = b.butir_id
ORDER BY b.urutan
