CREATE OR REPLACE VIEW publik.orientasi_hasil AS
SELECT
    o.pernyataan_id,
    p.dokumen_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    d.opd_kunci,
    p.urutan,
    p.jenis,
    p.nomor,
    p.teks,
    o.nilai,
    o.alasan,
    f.nama AS berkas,
    p.halaman,
    p.tabel,
    p.baris,
    l.nama AS lembar,
    data.rentang(l.kolom_awal, l.kolom_akhir, p.baris) AS sel,
    p.x0,
    p.atas,
    p.x1,
    p.bawah,
    p.kutipan
FROM data.orientasi_hasil o
JOIN data.pernyataan p USING (pernyataan_id)
JOIN data.dokumen_bernama d ON d.dokumen_id = p.dokumen_id
JOIN data.berkas f ON f.berkas_id = p.berkas_id
LEFT JOIN data.lembar l ON l.berkas_id = p.berkas_id AND l.tabel = p.tabel;

COMMENT ON VIEW publik.orientasi_hasil IS 'Satu baris per tujuan dan sasaran: apakah rumusannya menggambarkan kondisi yang hendak dicapai. Indikatif.';
COMMENT ON COLUMN publik.orientasi_hasil.pernyataan_id IS 'Kunci pernyataan; sama dengan publik.pernyataan.pernyataan_id';
COMMENT ON COLUMN publik.orientasi_hasil.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.orientasi_hasil.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.orientasi_hasil.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.orientasi_hasil.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.orientasi_hasil.opd IS 'Perangkat daerah; kosong untuk daerah';
COMMENT ON COLUMN publik.orientasi_hasil.opd_kunci IS 'Kunci perangkat daerah yang sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.orientasi_hasil.urutan IS 'Urutan baca dalam dokumen';
COMMENT ON COLUMN publik.orientasi_hasil.jenis IS 'tujuan atau sasaran';
COMMENT ON COLUMN publik.orientasi_hasil.nomor IS 'Nomor tercetak';
COMMENT ON COLUMN publik.orientasi_hasil.teks IS 'Pernyataan seperti tercetak';
COMMENT ON COLUMN publik.orientasi_hasil.nilai IS '1 kondisi, 0 kegiatan atau keluaran, kosong dinilai orang';
COMMENT ON COLUMN publik.orientasi_hasil.alasan IS 'Alasan nilai itu';
COMMENT ON COLUMN publik.orientasi_hasil.berkas IS 'Nama berkas tempat fakta ini tercetak';
COMMENT ON COLUMN publik.orientasi_hasil.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.orientasi_hasil.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1); kosong untuk PDF';
COMMENT ON COLUMN publik.orientasi_hasil.baris IS 'Nomor baris dalam tabel (mulai 1), di berkas Excel nomor baris lembar';
COMMENT ON COLUMN publik.orientasi_hasil.lembar IS 'Nama lembar dalam berkas Excel; kosong untuk yang lain';
COMMENT ON COLUMN publik.orientasi_hasil.sel IS 'Sel baris ini pada lembarnya, mis. A14:G14; kosong untuk yang lain';
COMMENT ON COLUMN publik.orientasi_hasil.x0 IS 'Sisi kiri kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.orientasi_hasil.atas IS 'Sisi atas kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.orientasi_hasil.x1 IS 'Sisi kanan kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.orientasi_hasil.bawah IS 'Sisi bawah kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.orientasi_hasil.kutipan IS 'Tulisan tercetak yang menjadi bukti, tanpa pemenggalan baris';
