CREATE OR REPLACE VIEW publik.klaim AS
SELECT
    x.klaim_id,
    x.dokumen_id,
    x.berkas_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    x.urutan,
    x.macam,
    x.diukur,
    x.dihitung,
    x.peran,
    x.tahun,
    x.mentah AS tertulis,
    x.nilai,
    x.satuan,
    x.dieja,
    f.nama AS berkas,
    x.halaman,
    x.x0,
    x.atas,
    x.x1,
    x.bawah,
    x.kutipan,
    x.keyakinan,
    x.keraguan
FROM data.klaim x
JOIN data.dokumen_bernama d USING (dokumen_id)
JOIN data.berkas f USING (berkas_id);

COMMENT ON VIEW publik.klaim IS 'Satu baris per angka yang disebut dalam kalimat: jumlah misi atau program, nilai, pagu.';
COMMENT ON COLUMN publik.klaim.klaim_id IS 'Kunci klaim';
COMMENT ON COLUMN publik.klaim.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.klaim.berkas_id IS 'Kunci berkas: sha256 isinya';
COMMENT ON COLUMN publik.klaim.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.klaim.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.klaim.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.klaim.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.klaim.urutan IS 'Urutan baca dalam dokumen';
COMMENT ON COLUMN publik.klaim.macam IS 'Macam klaim: jumlah (banyaknya misi, program, ...), nilai, pagu';
COMMENT ON COLUMN publik.klaim.diukur IS 'Yang dihitung atau diukur, seperti tertulis dalam kalimatnya';
COMMENT ON COLUMN publik.klaim.dihitung IS 'Bagian rencana yang dihitung: misi, tujuan, sasaran, program, kegiatan, ...; kosong selain untuk jumlah';
COMMENT ON COLUMN publik.klaim.peran IS 'target atau realisasi, bila kalimatnya menyebutkan';
COMMENT ON COLUMN publik.klaim.tahun IS 'Tahun yang disebut kalimat untuk angka itu; kosong bila tidak ada atau lebih dari satu';
COMMENT ON COLUMN publik.klaim.tertulis IS 'Angka seperti tertulis';
COMMENT ON COLUMN publik.klaim.nilai IS 'Angka yang terbaca, rupiah penuh untuk uang; kosong bila tidak pasti';
COMMENT ON COLUMN publik.klaim.satuan IS 'Satuan di belakang angka; Rp untuk uang';
COMMENT ON COLUMN publik.klaim.dieja IS 'Bilangan dalam kurung di belakang angka, misalnya 12 (dua belas)';
COMMENT ON COLUMN publik.klaim.berkas IS 'Nama berkas tempat baris ini tercetak';
COMMENT ON COLUMN publik.klaim.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.klaim.x0 IS 'Sisi kiri kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.klaim.atas IS 'Sisi atas kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.klaim.x1 IS 'Sisi kanan kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.klaim.bawah IS 'Sisi bawah kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.klaim.kutipan IS 'Tulisan tercetak yang menjadi bukti, tanpa pemenggalan baris';
COMMENT ON COLUMN publik.klaim.keyakinan IS 'Keyakinan bahwa bacaan ini benar, 0 sampai 1; di bawah 0,5 perlu diperiksa';
COMMENT ON COLUMN publik.klaim.keraguan IS 'Sebab keyakinan diturunkan, misalnya angka berbeda dari bilangan yang dieja';
