-- Items with the code and name by which they are sought in other documents.
SELECT *, data.kode_umum(kode_baku) AS kode_cari, coalesce(data.kode_umum(kode_baku), nama_baku) AS kunci, data.kode_nasional(kode_baku, tingkat) AS nasional
FROM data.butir_isi WHERE tingkat IN ('program', 'kegiatan', 'subkegiatan')
