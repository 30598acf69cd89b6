-- A code is there when it or anything below it is printed.
SELECT DISTINCT dokumen_id, array_to_string(bagian[1:n], '.') AS kode
FROM (SELECT dokumen_id, string_split(kode_cari, '.') AS bagian FROM temp.siap_butir WHERE kode_cari IS NOT NULL
      UNION SELECT dokumen_id, string_split(data.kode_umum(kode_baku), '.') FROM data.indikator WHERE kode_baku IS NOT NULL),
     unnest(range(3, len(bagian) + 1)) AS u (n)
