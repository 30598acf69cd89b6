-- judul: Pagu program per dokumen dan tahun
-- menjawab: Berapa pagu tiap program menurut tiap dokumen pada tahun yang sama, dan berapa yang tidak terbaca pasti?
SELECT
    kode_baku,
    any_value(nama ORDER BY dokumen) AS program,
    tahun,
    dokumen,
    sum(rupiah) AS rupiah,
    count(*) FILTER (rupiah IS NULL) AS tidak_terbaca
FROM publik.pagu
WHERE pemilik = 'butir' AND peran = 'pagu' AND tingkat = 'program'
GROUP BY kode_baku, coalesce(kode_baku, nama), tahun, dokumen
ORDER BY kode_baku, program, tahun, dokumen;
