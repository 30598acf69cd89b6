-- The heaviest findings of the region, sure ones first.
SELECT CAST(row_number() OVER (ORDER BY putusan = 'perlu diperiksa', array_position(['K', 'M', 'm', 'i'], tingkat), aturan, temuan_id) AS VARCHAR) AS no, tingkat_nama, coalesce(opd, 'daerah') AS pd, uraian,
       concat_ws('; ', kiri_berkas || coalesce(' hlm. ' || kiri_halaman, ''), kanan_berkas || coalesce(' hlm. ' || kanan_halaman, '')) AS letak
FROM publik.temuan WHERE status NOT IN ('bukan temuan', 'ditunda')
QUALIFY row_number() OVER (ORDER BY putusan = 'perlu diperiksa', array_position(['K', 'M', 'm', 'i'], tingkat), aturan, temuan_id) <= 10
ORDER BY putusan = 'perlu diperiksa', array_position(['K', 'M', 'm', 'i'], tingkat), aturan, temuan_id
