-- Programs, kegiatan, sub kegiatan and pagu of the RKPD by bidang urusan.
WITH rkpd AS (SELECT dokumen_id, tahun_awal FROM publik.dokumen WHERE jenis_dokumen = 'RKPD' AND ($tahun IS NULL OR tahun_awal = $tahun) ORDER BY tahun_awal DESC, tahap = 'perubahan' DESC LIMIT 1),
butir AS (
    SELECT b.*, substr(b.kode_baku, 1, 4) AS bidang FROM publik.butir b JOIN rkpd USING (dokumen_id)
    WHERE b.kode_baku LIKE '_.__.%' QUALIFY row_number() OVER (PARTITION BY b.tingkat, b.kode_baku, b.opd_kunci ORDER BY b.urutan) = 1),
nama AS (SELECT b.kode_baku, arg_min(b.nama, b.urutan) AS nama FROM publik.butir b JOIN rkpd USING (dokumen_id) WHERE b.tingkat IN ('bidang', 'urusan') GROUP BY ALL),
pagu AS (
    SELECT b.bidang, sum(g.rupiah) AS rupiah FROM butir b JOIN publik.pagu g ON g.pemilik_id = b.butir_id AND g.peran = 'pagu' AND g.triwulan IS NULL AND g.tahun = (SELECT tahun_awal FROM rkpd)
    WHERE b.tingkat = 'program' GROUP BY ALL),
hitung AS (
    SELECT bidang, count(*) FILTER (tingkat = 'program') AS program, count(*) FILTER (tingkat = 'kegiatan') AS kegiatan, count(*) FILTER (tingkat = 'subkegiatan') AS sub,
           array_to_string(list_sort(list(DISTINCT penanggung_jawab))[1:4], '; ') AS pd FROM butir GROUP BY ALL)
SELECT CAST(row_number() OVER (ORDER BY h.bidang) AS VARCHAR) AS no, concat_ws(' ', h.bidang, n.nama) AS urusan, h.program, h.kegiatan, h.sub, p.rupiah, h.pd, 'isi' AS gaya
FROM hitung h LEFT JOIN nama n ON n.kode_baku = h.bidang LEFT JOIN pagu p ON p.bidang = h.bidang
UNION ALL
SELECT NULL, 'Jumlah', sum(program), sum(kegiatan), sum(sub), (SELECT sum(rupiah) FROM pagu), NULL, 'jumlah' FROM hitung HAVING count(*) > 0
