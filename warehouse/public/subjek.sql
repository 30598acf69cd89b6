CREATE OR REPLACE VIEW publik.subjek AS
SELECT
    s.subjek_id,
    s.lingkup,
    s.wilayah,
    CASE s.lingkup WHEN 'pd' THEN s.nama END AS opd,
    s.opd_kunci,
    string_agg(d.dokumen, ' | ' ORDER BY d.dokumen) FILTER (d.dipakai) AS dokumen_dinilai,
    string_agg(d.dokumen, ' | ' ORDER BY d.dokumen) FILTER (NOT d.dipakai) AS dokumen_lain
FROM data.subjek s
LEFT JOIN data.dokumen_subjek d USING (subjek_id)
GROUP BY s.subjek_id, s.lingkup, s.wilayah, s.nama, s.opd_kunci;

COMMENT ON VIEW publik.subjek IS 'Satu baris per perangkat daerah dan daerah yang dinilai, dengan dokumen yang dipakai menilainya: yang terakhir dari tiap jenis.';
COMMENT ON COLUMN publik.subjek.subjek_id IS 'Kunci yang dinilai';
COMMENT ON COLUMN publik.subjek.lingkup IS 'pd (perangkat daerah) atau daerah';
COMMENT ON COLUMN publik.subjek.wilayah IS 'Provinsi, kabupaten atau kota';
COMMENT ON COLUMN publik.subjek.opd IS 'Perangkat daerah yang dinilai; kosong bila daerah yang dinilai';
COMMENT ON COLUMN publik.subjek.opd_kunci IS 'Kunci perangkat daerah; kosong bila daerah yang dinilai';
COMMENT ON COLUMN publik.subjek.dokumen_dinilai IS 'Dokumen yang dipakai menilai, dipisah tanda |';
COMMENT ON COLUMN publik.subjek.dokumen_lain IS 'Dokumen lain dari yang dinilai, tidak dipakai karena ada yang lebih baru';
