-- Documents that were read.
SELECT CAST(row_number() OVER (ORDER BY jenis_dokumen, opd NULLS FIRST, tahun_awal) AS VARCHAR) AS no, dokumen, jumlah_berkas, jumlah_indikator, CASE WHEN keyakinan < 0.6 THEN 'pengenalannya perlu diperiksa' ELSE 'dibaca' END AS ket
FROM publik.dokumen ORDER BY jenis_dokumen, opd NULLS FIRST, tahun_awal LIMIT 200
