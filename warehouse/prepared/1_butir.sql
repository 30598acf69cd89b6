-- Items with the code and name by which they are sought in other documents. `janggal`: a program without national code that is not
-- called one among programs that are; a heading or a row of another level, which is not sought.
SELECT *, data.kode_umum(kode_baku) AS kode_cari, coalesce(data.kode_umum(kode_baku), nama_baku) AS kunci, data.kode_nasional(kode_baku, tingkat) AS nasional,
       tingkat = 'program' AND NOT data.kode_nasional(kode_baku, tingkat) AND NOT starts_with(lower(nama), 'program')
       AND avg(starts_with(lower(nama), 'program')::INT) OVER (PARTITION BY dokumen_id, tingkat) >= 0.8 AS janggal
FROM data.butir_isi WHERE tingkat IN ('program', 'kegiatan', 'subkegiatan')
