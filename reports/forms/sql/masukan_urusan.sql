-- Suggestions by office.
SELECT CAST(row_number() OVER (ORDER BY coalesce(opd, 'daerah'), aturan) AS VARCHAR) AS no, coalesce(opd, 'Daerah') || ': ' || any_value(perbaikan) AS saran, format('{} {} ({} temuan)', aturan, any_value(nama_aturan), count(*)) AS keterangan
FROM publik.temuan WHERE status NOT IN ('bukan temuan', 'ditunda') AND tingkat IN ('K', 'M') GROUP BY opd, aturan ORDER BY coalesce(opd, 'daerah'), aturan LIMIT 80
