-- Findings by office.
SELECT coalesce(opd, 'daerah') AS pd, count(*) FILTER (tingkat = 'K') AS kritis, count(*) FILTER (tingkat = 'M') AS mayor, count(*) FILTER (tingkat IN ('m', 'i')) AS lain, count(*) FILTER (putusan = 'perlu diperiksa') AS ragu,
       count(*) FILTER (status = 'baru') AS baru
FROM publik.temuan WHERE status NOT IN ('bukan temuan', 'ditunda') GROUP BY ALL ORDER BY kritis DESC, mayor DESC, pd LIMIT 15
