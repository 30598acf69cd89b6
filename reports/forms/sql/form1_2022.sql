-- Program indicators of RPJMD beside those of RKPD, one row a pair, urusan in each row.
WITH pasang AS (
    SELECT p.kiri_dokumen_id AS kiri, p.kanan_dokumen_id AS kanan
    FROM publik.pasangan p JOIN publik.dokumen d ON d.dokumen_id = p.kanan_dokumen_id
    WHERE p.jenjang = 'RPJMD-RKPD' AND ($tahun IS NULL OR d.tahun_awal = $tahun) ORDER BY d.tahun_awal DESC, d.tahap = 'perubahan' LIMIT 1),
tahun AS (SELECT tahun_awal AS tahun FROM publik.dokumen WHERE dokumen_id = (SELECT kanan FROM pasang)),
indikator AS (
    SELECT i.*, concat_ws(' ', t.tertulis, CASE WHEN coalesce(t.satuan_sel, '') = '' THEN i.satuan END) AS target
    FROM publik.indikator i JOIN pasang p ON i.dokumen_id IN (p.kiri, p.kanan)
    LEFT JOIN publik.target t ON t.indikator_id = i.indikator_id AND t.peran = 'target' AND t.tahun = (SELECT tahun FROM tahun) AND t.triwulan IS NULL
    WHERE i.tingkat = 'program' QUALIFY row_number() OVER (PARTITION BY i.indikator_id ORDER BY t.tertulis) = 1),
temuan AS (
    SELECT kiri_id, kanan_id, string_agg(aturan || ': ' || uraian[:240], ' ' ORDER BY aturan) AS isi FROM publik.temuan WHERE status NOT IN ('bukan temuan', 'ditunda') GROUP BY ALL)
SELECT CAST(row_number() OVER (ORDER BY k.urutan) AS VARCHAR) AS no, coalesce(k.urusan, substr(k.kode_baku, 1, 4)) AS urusan, k.indikator AS kinerja_rpjmd, k.target AS target_rpjmd,
       r.program AS program_rkpd, r.indikator AS kinerja_rkpd, r.target AS target_rkpd,
       concat_ws(' ', CASE WHEN r.indikator_id IS NULL THEN 'Tidak ada di RKPD.' ELSE t.hubungan || '.' END, f.isi,
                 '(' || concat_ws('; ', k.berkas || coalesce(' hlm. ' || k.halaman, ''), r.berkas || coalesce(' hlm. ' || r.halaman, '')) || ')') AS keterangan, coalesce(k.penanggung_jawab, r.penanggung_jawab) AS pd
FROM indikator k
JOIN pasang p ON k.dokumen_id = p.kiri
LEFT JOIN (SELECT * FROM publik.tautan QUALIFY row_number() OVER (PARTITION BY kiri_indikator_id, kanan_dokumen_id ORDER BY skor DESC) = 1) t ON t.kiri_indikator_id = k.indikator_id AND t.kanan_dokumen_id = p.kanan
LEFT JOIN indikator r ON r.indikator_id = t.kanan_indikator_id
LEFT JOIN temuan f ON f.kiri_id = k.indikator_id AND f.kanan_id IS NOT DISTINCT FROM r.indikator_id
ORDER BY k.urutan
