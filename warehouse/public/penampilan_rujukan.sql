CREATE OR REPLACE VIEW publik.penampilan_rujukan AS
SELECT
    e.entri_id,
    r.judul AS rujukan,
    r.jenis AS rujukan_jenis,
    e.tingkat AS rujukan_tingkat,
    e.kode AS kode_resmi,
    CASE WHEN r.jenis = 'nomenklatur' THEN e.indikator ELSE e.nama END AS indikator_resmi,
    e.satuan AS satuan_resmi,
    e.sumber,
    t.hasil,
    d.wilayah,
    d.jenis AS jenis_dokumen,
    d.opd,
    d.dokumen,
    i.indikator_id,
    i.tingkat,
    i.nama AS indikator,
    i.satuan,
    n.tahun,
    n.mentah AS target,
    n.nilai,
    f.nama AS berkas,
    i.halaman,
    i.tabel,
    i.baris
FROM data.rujukan r
JOIN data.rujukan_entri e ON e.rujukan_id = r.rujukan_id
JOIN data.tautan_rujukan t ON t.entri_id = e.entri_id
JOIN data.indikator i ON i.indikator_id = t.fakta_id
JOIN data.dokumen_bernama d ON d.dokumen_id = i.dokumen_id
LEFT JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.triwulan IS NULL
LEFT JOIN data.berkas f ON f.berkas_id = i.berkas_id
-- another indicator under the same code is no appearance of it
WHERE t.hasil = 'sama' OR t.hasil = 'perlu diperiksa' AND t.skor >= 0.75;

COMMENT ON VIEW publik.penampilan_rujukan IS 'Setiap kemunculan satu indikator resmi di semua dokumen: satu baris per indikator dan tahun target.';
COMMENT ON COLUMN publik.penampilan_rujukan.entri_id IS 'Kunci entri daftar resmi';
COMMENT ON COLUMN publik.penampilan_rujukan.rujukan IS 'Judul daftar resmi';
COMMENT ON COLUMN publik.penampilan_rujukan.rujukan_jenis IS 'nomenklatur atau indikator';
COMMENT ON COLUMN publik.penampilan_rujukan.rujukan_tingkat IS 'subkegiatan, atau indikator';
COMMENT ON COLUMN publik.penampilan_rujukan.kode_resmi IS 'Kode di daftar';
COMMENT ON COLUMN publik.penampilan_rujukan.indikator_resmi IS 'Nama indikator di daftar';
COMMENT ON COLUMN publik.penampilan_rujukan.satuan_resmi IS 'Satuan di daftar';
COMMENT ON COLUMN publik.penampilan_rujukan.sumber IS 'Sumber yang disebut daftar untuk indikator itu';
COMMENT ON COLUMN publik.penampilan_rujukan.hasil IS 'sama, atau perlu diperiksa';
COMMENT ON COLUMN publik.penampilan_rujukan.wilayah IS 'Provinsi, kabupaten atau kota';
COMMENT ON COLUMN publik.penampilan_rujukan.jenis_dokumen IS 'RPJMD, Renstra, RKPD, Renja, ...';
COMMENT ON COLUMN publik.penampilan_rujukan.opd IS 'Perangkat daerah dokumen itu';
COMMENT ON COLUMN publik.penampilan_rujukan.dokumen IS 'Nama dokumen';
COMMENT ON COLUMN publik.penampilan_rujukan.indikator_id IS 'Kunci indikator';
COMMENT ON COLUMN publik.penampilan_rujukan.tingkat IS 'Tingkat indikator di dokumen itu';
COMMENT ON COLUMN publik.penampilan_rujukan.indikator IS 'Nama seperti tercetak';
COMMENT ON COLUMN publik.penampilan_rujukan.satuan IS 'Satuan seperti tercetak';
COMMENT ON COLUMN publik.penampilan_rujukan.tahun IS 'Tahun target';
COMMENT ON COLUMN publik.penampilan_rujukan.target IS 'Target seperti tercetak';
COMMENT ON COLUMN publik.penampilan_rujukan.nilai IS 'Target sebagai bilangan; kosong bila bukan satu bilangan';
COMMENT ON COLUMN publik.penampilan_rujukan.berkas IS 'Nama berkas';
COMMENT ON COLUMN publik.penampilan_rujukan.halaman IS 'Halaman PDF (mulai 1)';
COMMENT ON COLUMN publik.penampilan_rujukan.tabel IS 'Nomor tabel Word atau Excel';
COMMENT ON COLUMN publik.penampilan_rujukan.baris IS 'Nomor baris tabel';
