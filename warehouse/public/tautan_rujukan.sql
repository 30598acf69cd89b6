CREATE OR REPLACE VIEW publik.tautan_rujukan AS
SELECT
    t.fakta_id,
    b.macam,
    t.dokumen_id,
    d.dokumen,
    d.opd,
    coalesce(u.tingkat, i.tingkat) AS tingkat,
    coalesce(u.kode, i.kode) AS kode_tercetak,
    b.nama AS nama_tercetak,
    t.hasil,
    t.skor,
    t.alasan,
    r.rujukan_id,
    r.judul AS rujukan,
    r.jenis AS rujukan_jenis,
    v.tahun_cocok,
    e.kode AS kode_resmi,
    CASE WHEN b.macam = 'indikator' AND r.jenis = 'nomenklatur' THEN e.indikator ELSE e.nama END AS nama_resmi,
    e.satuan AS satuan_resmi,
    f.nama AS berkas,
    b.halaman,
    b.tabel,
    b.baris,
    b.kutipan
FROM data.tautan_rujukan t
JOIN data.rujukan r ON r.rujukan_id = t.rujukan_id
JOIN data.bukti b ON b.id = t.fakta_id
LEFT JOIN data.dokumen_bernama d ON d.dokumen_id = t.dokumen_id
LEFT JOIN data.rujukan_dokumen v ON v.dokumen_id = t.dokumen_id AND v.rujukan_id = t.rujukan_id
LEFT JOIN data.rujukan_entri e ON e.entri_id = t.entri_id
LEFT JOIN data.butir u ON u.butir_id = t.fakta_id
LEFT JOIN data.indikator i ON i.indikator_id = t.fakta_id
LEFT JOIN data.berkas f ON f.berkas_id = b.berkas_id;

COMMENT ON VIEW publik.tautan_rujukan IS 'Satu baris per butir, indikator, atau daerah yang dibandingkan dengan daftar resmi: sama, berbeda nama, berbeda kode, perlu diperiksa, atau tidak ada di daftar.';
COMMENT ON COLUMN publik.tautan_rujukan.fakta_id IS 'Kunci butir, indikator, atau dokumen (daerahnya)';
COMMENT ON COLUMN publik.tautan_rujukan.macam IS 'butir, indikator, atau dokumen';
COMMENT ON COLUMN publik.tautan_rujukan.dokumen_id IS 'Kunci dokumen';
COMMENT ON COLUMN publik.tautan_rujukan.dokumen IS 'Nama dokumen';
COMMENT ON COLUMN publik.tautan_rujukan.opd IS 'Perangkat daerah dokumen itu';
COMMENT ON COLUMN publik.tautan_rujukan.tingkat IS 'Tingkat butir atau indikator';
COMMENT ON COLUMN publik.tautan_rujukan.kode_tercetak IS 'Kode seperti tercetak';
COMMENT ON COLUMN publik.tautan_rujukan.nama_tercetak IS 'Nama seperti tercetak';
COMMENT ON COLUMN publik.tautan_rujukan.hasil IS 'sama; kode sama, nama berbeda; nama sama, kode berbeda; perlu diperiksa; tidak ada di daftar';
COMMENT ON COLUMN publik.tautan_rujukan.skor IS 'Kemiripan nama, 0 sampai 1';
COMMENT ON COLUMN publik.tautan_rujukan.alasan IS 'Alasan hasilnya';
COMMENT ON COLUMN publik.tautan_rujukan.rujukan_id IS 'Kunci daftar resmi';
COMMENT ON COLUMN publik.tautan_rujukan.rujukan IS 'Judul daftar resmi';
COMMENT ON COLUMN publik.tautan_rujukan.rujukan_jenis IS 'nomenklatur, indikator, atau wilayah';
COMMENT ON COLUMN publik.tautan_rujukan.tahun_cocok IS 'Apakah daftar itu memuat tahun rencana dokumen; bila tidak, perbedaan hanya perlu diperiksa';
COMMENT ON COLUMN publik.tautan_rujukan.kode_resmi IS 'Kode di daftar';
COMMENT ON COLUMN publik.tautan_rujukan.nama_resmi IS 'Nama di daftar; untuk indikator sub kegiatan: indikator yang ditetapkan';
COMMENT ON COLUMN publik.tautan_rujukan.satuan_resmi IS 'Satuan yang ditetapkan';
COMMENT ON COLUMN publik.tautan_rujukan.berkas IS 'Nama berkas';
COMMENT ON COLUMN publik.tautan_rujukan.halaman IS 'Halaman PDF (mulai 1)';
COMMENT ON COLUMN publik.tautan_rujukan.tabel IS 'Nomor tabel Word atau Excel';
COMMENT ON COLUMN publik.tautan_rujukan.baris IS 'Nomor baris tabel';
COMMENT ON COLUMN publik.tautan_rujukan.kutipan IS 'Tulisan tercetak';
