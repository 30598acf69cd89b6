-- Conclusion of the control: the aspects, and what the findings say of them.
WITH temuan AS (SELECT * FROM publik.temuan WHERE opd_kunci = $pd AND status NOT IN ('bukan temuan', 'ditunda')),
aspek AS (SELECT * FROM (VALUES
    (1, 'Prioritas dan sasaran Renja mengikuti program jangka menengah serta mengacu pada RKPD', ['A08', 'A09', 'A10', 'A11', 'A12', 'B01', 'C02', 'D03', 'D04', 'E02']),
    (2, 'Program prioritas mendukung sasaran jangka menengah dan sasaran tahunan daerah', ['A01', 'A02', 'A03', 'B01', 'G06', 'G07']),
    (3, 'Indikator dan target terukur serta dapat dibandingkan', ['C03', 'C04', 'D08', 'D09', 'D14', 'D15', 'G01', 'G02']),
    (4, 'Pagu dan prakiraan maju sesuai', ['E01', 'E02', 'E03', 'E07', 'E08'])) a (no, aspek, aturan))
SELECT CAST(no AS VARCHAR) AS no, aspek,
       coalesce((SELECT format('{} temuan ({} pasti, {} perlu diperiksa). ', count(*), count(*) FILTER (putusan = 'tidak konsisten'), count(*) FILTER (putusan = 'perlu diperiksa'))
                        || string_agg(aturan || ': ' || uraian[:200], ' ' ORDER BY array_position(['K', 'M', 'm', 'i'], tingkat), aturan) FILTER (urut <= 3)
                 FROM (SELECT *, row_number() OVER (ORDER BY putusan = 'perlu diperiksa', array_position(['K', 'M', 'm', 'i'], tingkat), aturan) AS urut FROM temuan WHERE list_contains(a.aturan, aturan)) HAVING count(*) > 0),
                'Tidak ada temuan dari dokumen yang dibaca.') AS penjelasan
FROM aspek a ORDER BY no
