-- What to talk about first with an office: indicators that nobody could align.
SELECT i.tingkat, i.indikator, i.berkas || coalesce(' hlm. ' || i.halaman, '') AS letak
FROM publik.indikator i
WHERE i.opd_kunci = $pd AND i.jenis_dokumen IN ('Renstra', 'Renja') AND i.tingkat IN ('tujuan', 'sasaran', 'program')
  AND NOT EXISTS (SELECT 1 FROM publik.tautan t WHERE i.indikator_id IN (t.kiri_indikator_id, t.kanan_indikator_id))
  AND EXISTS (SELECT 1 FROM publik.pasangan p WHERE i.dokumen_id IN (p.kiri_dokumen_id, p.kanan_dokumen_id) AND p.jenjang NOT LIKE '%-PK')
ORDER BY i.dokumen, i.urutan LIMIT 20
