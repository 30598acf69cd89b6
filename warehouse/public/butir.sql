CREATE OR REPLACE VIEW publik.butir AS
SELECT
    x.butir_id,
    x.dokumen_id,
    x.berkas_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    x.urutan,
    x.tingkat,
    x.kode,
    x.kode_baku,
    x.nama,
    x.nama_baku,
    x.tujuan,
    x.sasaran,
    x.program,
    x.kegiatan,
    x.penanggung_jawab,
    x.opd_kunci,
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
FROM data.butir x
JOIN data.dokumen_bernama d USING (dokumen_id)
JOIN data.berkas f USING (berkas_id)
LEFT JOIN data.lembar l ON l.berkas_id = x.berkas_id AND l.tabel = x.tabel;

COMMENT ON VIEW publik.butir IS 'Satu baris per urusan, bidang, program, kegiatan, sub kegiatan atau OPD dalam tabel program, dengan atau tanpa indikator.';
COMMENT ON COLUMN publik.butir.butir_id IS 'Kunci butir';
COMMENT ON COLUMN publik.butir.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.butir.berkas_id IS 'Kunci berkas: sha256 isinya';
COMMENT ON COLUMN publik.butir.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.butir.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.butir.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.butir.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.butir.urutan IS 'Urutan baca dalam dokumen';
COMMENT ON COLUMN publik.butir.tingkat IS 'Tingkat: opd, urusan, bidang, program, kegiatan, subkegiatan';
COMMENT ON COLUMN publik.butir.kode IS 'Kode nomenklatur seperti tercetak';
COMMENT ON COLUMN publik.butir.kode_baku IS 'Kode nomenklatur dalam bentuk baku, untuk dibandingkan';
COMMENT ON COLUMN publik.butir.nama IS 'Nama seperti tercetak';
COMMENT ON COLUMN publik.butir.nama_baku IS 'Nama yang dinormalkan, untuk dibandingkan';
COMMENT ON COLUMN publik.butir.tujuan IS 'Tujuan di atasnya, bila tabel menyebutnya';
COMMENT ON COLUMN publik.butir.sasaran IS 'Sasaran di atasnya, bila tabel menyebutnya';
COMMENT ON COLUMN publik.butir.program IS 'Nama program di atasnya';
COMMENT ON COLUMN publik.butir.kegiatan IS 'Nama kegiatan di atasnya';
COMMENT ON COLUMN publik.butir.penanggung_jawab IS 'OPD atau unit penanggung jawab seperti tercetak';
COMMENT ON COLUMN publik.butir.opd_kunci IS 'Kunci perangkat daerah yang sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.butir.berkas IS 'Nama berkas tempat baris ini tercetak';
COMMENT ON COLUMN publik.butir.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.butir.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1); kosong untuk PDF';
COMMENT ON COLUMN publik.butir.baris IS 'Nomor baris dalam tabel (mulai 1), di berkas Excel nomor baris lembar; kosong di luar tabel';
COMMENT ON COLUMN publik.butir.lembar IS 'Nama lembar dalam berkas Excel; kosong untuk yang lain';
COMMENT ON COLUMN publik.butir.sel IS 'Sel baris ini pada lembarnya, mis. A14:G14; kosong untuk yang lain';
COMMENT ON COLUMN publik.butir.x0 IS 'Sisi kiri kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.butir.atas IS 'Sisi atas kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.butir.x1 IS 'Sisi kanan kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.butir.bawah IS 'Sisi bawah kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.butir.kutipan IS 'Tulisan tercetak yang menjadi bukti, tanpa pemenggalan baris';
COMMENT ON COLUMN publik.butir.keyakinan IS 'Keyakinan bahwa bacaan ini benar, 0 sampai 1; di bawah 0,5 perlu diperiksa';
