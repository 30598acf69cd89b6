-- One sentence a rule: consistency and alignment, for the facilitation report.
SELECT format('{}. {} ({} temuan, {} pasti): {}', chr(CAST(96 + row_number() OVER (ORDER BY array_position(['K', 'M', 'm', 'i'], min(tingkat)), aturan) AS INTEGER)), any_value(nama_aturan), count(*),
              count(*) FILTER (putusan = 'tidak konsisten'), arg_min(uraian, (putusan = 'perlu diperiksa', temuan_id)))
FROM publik.temuan WHERE status NOT IN ('bukan temuan', 'ditunda') AND aturan[1] IN ('A', 'B', 'C', 'D', 'E')
GROUP BY aturan ORDER BY array_position(['K', 'M', 'm', 'i'], min(tingkat)), aturan LIMIT 26
