CREATE OR REPLACE VIEW publik.cakupan AS
WITH galat AS (
    SELECT berkas_id, lokasi, halaman, string_agg(pesan, ' ' ORDER BY kode_galat, pesan) AS pesan,
           min(kode_galat) AS kode_galat, string_agg(DISTINCT perbaikan, ' ' ORDER BY perbaikan) AS perbaikan
    FROM data.masalah
    GROUP BY ALL
)
SELECT
    x.objek,
    x.berkas_id,
    f.dokumen_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    f.nama AS berkas,
    coalesce(f.path, x.lokasi) AS lokasi,
    f.status AS status_berkas,
    x.halaman,
    x.status,
    x.tabel,
    x.indikator,
    x.status = 'salinan'
    OR (x.status IN ('prosa', 'tabel', 'kosong', 'dibaca') AND x.alasan IS NULL AND x.kode_galat IS NULL) AS dipahami,
    x.alasan,
    x.kode_galat,
    x.perbaikan
FROM (
    SELECT 'halaman' AS objek, h.berkas_id, NULL AS lokasi, h.halaman, h.status, h.tabel, h.indikator,
           coalesce(h.alasan, m.pesan) AS alasan, coalesce(h.kode_galat, m.kode_galat) AS kode_galat, m.perbaikan
    FROM data.halaman h
    LEFT JOIN galat m ON m.berkas_id = h.berkas_id AND m.halaman IS NOT DISTINCT FROM h.halaman
    UNION ALL
    SELECT CASE WHEN m.berkas_id IS NULL THEN 'masukan' WHEN m.halaman IS NULL THEN 'berkas' ELSE 'halaman' END,
           m.berkas_id, m.lokasi, m.halaman, coalesce(f.status, 'masalah'), 0, 0, m.pesan, m.kode_galat, m.perbaikan
    FROM galat m
    LEFT JOIN data.berkas f USING (berkas_id)
    WHERE NOT EXISTS (
        SELECT 1 FROM data.halaman h
        WHERE h.berkas_id = m.berkas_id AND h.halaman IS NOT DISTINCT FROM m.halaman
    )
    UNION ALL
    SELECT 'berkas', f.berkas_id, NULL, NULL, f.status, 0, 0, f.pesan, f.kode_galat, NULL
    FROM data.berkas f
    WHERE NOT EXISTS (SELECT 1 FROM data.halaman h WHERE h.berkas_id = f.berkas_id)
      AND NOT EXISTS (SELECT 1 FROM data.masalah m WHERE m.berkas_id = f.berkas_id)
) x
LEFT JOIN data.berkas f USING (berkas_id)
LEFT JOIN data.dokumen_bernama d USING (dokumen_id);

COMMENT ON VIEW publik.cakupan IS 'Pernyataan cakupan: satu baris per halaman yang diperiksa, per berkas yang gagal atau salinan, dan per masukan yang keliru. Tidak ada halaman yang dilewati diam-diam.';
COMMENT ON COLUMN publik.cakupan.objek IS 'Yang diterangkan baris ini: halaman, berkas, atau masukan (baris daftar dokumen, folder)';
COMMENT ON COLUMN publik.cakupan.berkas_id IS 'Kunci berkas; kosong untuk masukan';
COMMENT ON COLUMN publik.cakupan.dokumen_id IS 'Kunci dokumen; kosong bila berkas tidak terbaca';
COMMENT ON COLUMN publik.cakupan.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.cakupan.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.cakupan.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.cakupan.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.cakupan.berkas IS 'Nama berkas';
COMMENT ON COLUMN publik.cakupan.lokasi IS 'Letak berkas atau masukan: jalur dalam folder atau alamat';
COMMENT ON COLUMN publik.cakupan.status_berkas IS 'Status berkas: dibaca, sebagian, gagal, salinan';
COMMENT ON COLUMN publik.cakupan.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word dan untuk baris berkas';
COMMENT ON COLUMN publik.cakupan.status IS 'Halaman: prosa, tabel, tabel lain, pindaian, kosong, gagal. Berkas: seperti status_berkas. Masukan: masalah';
COMMENT ON COLUMN publik.cakupan.tabel IS 'Jumlah tabel pada halaman';
COMMENT ON COLUMN publik.cakupan.indikator IS 'Jumlah baris indikator yang diambil dari halaman';
COMMENT ON COLUMN publik.cakupan.dipahami IS 'Benar bila halaman atau berkas terbaca tanpa sisa (salinan: terbaca dari aslinya); salah bila ada yang tidak diambil, lihat alasan';
COMMENT ON COLUMN publik.cakupan.alasan IS 'Mengapa tidak ada yang diambil, atau apa yang terjadi';
COMMENT ON COLUMN publik.cakupan.kode_galat IS 'Kode galat tetap, mis. E105';
COMMENT ON COLUMN publik.cakupan.perbaikan IS 'Apa yang dapat dilakukan';
