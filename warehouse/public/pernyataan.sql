CREATE OR REPLACE VIEW publik.pernyataan AS
SELECT
    x.pernyataan_id,
    x.dokumen_id,
    x.berkas_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    x.urutan,
    x.jenis,
    x.nomor,
    x.teks,
    x.tahun,
    x.induk_jenis,
    x.induk_teks,
    x.sumber,
    f.nama AS berkas,
    x.halaman,
    x.tabel,
    x.baris,
    l.nama AS lembar,
    data.rentang(l.kolom_awal, l.kolom_akhir, x.baris) AS sel,
    x.x0,
    x.atas,
    x.x1,
    x.bawah,
    x.kutipan,
    x.keyakinan
FROM data.pernyataan x
JOIN data.dokumen_bernama d USING (dokumen_id)
JOIN data.berkas f USING (berkas_id)
LEFT JOIN data.lembar l ON l.berkas_id = x.berkas_id AND l.tabel = x.tabel;

COMMENT ON VIEW publik.pernyataan IS 'Satu baris per pernyataan: visi, misi, tujuan, sasaran, strategi, arah kebijakan, program prioritas.';
COMMENT ON COLUMN publik.pernyataan.pernyataan_id IS 'Kunci pernyataan';
COMMENT ON COLUMN publik.pernyataan.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.pernyataan.berkas_id IS 'Kunci berkas: sha256 isinya';
COMMENT ON COLUMN publik.pernyataan.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.pernyataan.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.pernyataan.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.pernyataan.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.pernyataan.urutan IS 'Urutan baca dalam dokumen';
COMMENT ON COLUMN publik.pernyataan.jenis IS 'Jenis pernyataan: visi, misi, tujuan, sasaran, strategi, arah kebijakan, program prioritas';
COMMENT ON COLUMN publik.pernyataan.nomor IS 'Nomor tercetak di depan pernyataan';
COMMENT ON COLUMN publik.pernyataan.teks IS 'Isi pernyataan tanpa nomor';
COMMENT ON COLUMN publik.pernyataan.tahun IS 'Tahun berlakunya arah kebijakan yang ditulis per tahun; kosong untuk yang lain';
COMMENT ON COLUMN publik.pernyataan.induk_jenis IS 'Jenis pernyataan di atasnya';
COMMENT ON COLUMN publik.pernyataan.induk_teks IS 'Isi pernyataan di atasnya';
COMMENT ON COLUMN publik.pernyataan.sumber IS 'Asal: tabel atau prosa';
COMMENT ON COLUMN publik.pernyataan.berkas IS 'Nama berkas tempat baris ini tercetak';
COMMENT ON COLUMN publik.pernyataan.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.pernyataan.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1); kosong untuk PDF';
COMMENT ON COLUMN publik.pernyataan.baris IS 'Nomor baris dalam tabel (mulai 1), di berkas Excel nomor baris lembar; kosong di luar tabel';
COMMENT ON COLUMN publik.pernyataan.lembar IS 'Nama lembar dalam berkas Excel; kosong untuk yang lain';
COMMENT ON COLUMN publik.pernyataan.sel IS 'Sel baris ini pada lembarnya, mis. A14:G14; kosong untuk yang lain';
COMMENT ON COLUMN publik.pernyataan.x0 IS 'Sisi kiri kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.pernyataan.atas IS 'Sisi atas kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.pernyataan.x1 IS 'Sisi kanan kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.pernyataan.bawah IS 'Sisi bawah kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.pernyataan.kutipan IS 'Tulisan tercetak yang menjadi bukti, tanpa pemenggalan baris';
COMMENT ON COLUMN publik.pernyataan.keyakinan IS 'Keyakinan bahwa bacaan ini benar, 0 sampai 1; di bawah 0,5 perlu diperiksa';
