CREATE OR REPLACE VIEW publik.sandingan AS
SELECT
    k.sandingan_id,
    k.dokumen_id,
    d.dokumen,
    d.wilayah,
    d.opd,
    k.judul_tabel,
    k.baris_ke AS urutan,
    k.tahun,
    k.judul_sisi AS kiri_judul,
    k.asal AS kiri_asal,
    k.nama AS kiri_nama,
    k.indikator AS kiri_indikator,
    k.target AS kiri_target,
    k.rupiah AS kiri_rupiah,
    n.judul_sisi AS kanan_judul,
    n.asal AS kanan_asal,
    n.nama AS kanan_nama,
    n.indikator AS kanan_indikator,
    n.target AS kanan_target,
    n.rupiah AS kanan_rupiah,
    k.catatan,
    f.nama AS berkas,
    k.halaman,
    k.tabel,
    k.baris,
    k.keyakinan
FROM data.sandingan k
JOIN data.sandingan n ON n.dokumen_id = k.dokumen_id AND n.baris_ke = k.baris_ke AND n.sisi = 'kanan'
JOIN data.dokumen_bernama d ON d.dokumen_id = k.dokumen_id
JOIN data.berkas f ON f.berkas_id = k.berkas_id
WHERE k.sisi = 'kiri';

COMMENT ON VIEW publik.sandingan IS 'Tabel dua sisi (mis. T-C.31, review rancangan awal RKPD): satu baris per baris tercetak, kedua sisinya apa adanya. Sisi dokumen lain tidak dihitung sebagai rencana dokumen ini.';
COMMENT ON COLUMN publik.sandingan.sandingan_id IS 'Kunci sisi kiri; sama dengan kiri_id atau kanan_id temuan yang menyebutnya';
COMMENT ON COLUMN publik.sandingan.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.sandingan.dokumen IS 'Nama dokumen untuk dibaca orang';
COMMENT ON COLUMN publik.sandingan.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.sandingan.opd IS 'Perangkat daerah penyusun dokumen';
COMMENT ON COLUMN publik.sandingan.judul_tabel IS 'Judul atau nomor tabel tercetak';
COMMENT ON COLUMN publik.sandingan.urutan IS 'Urutan baca dalam dokumen';
COMMENT ON COLUMN publik.sandingan.tahun IS 'Tahun rencana tabel; kosong bila tidak diketahui';
COMMENT ON COLUMN publik.sandingan.kiri_judul IS 'Judul sisi kiri seperti tercetak';
COMMENT ON COLUMN publik.sandingan.kiri_asal IS 'Rencana siapa di sisi kiri: RKPD, Renja, usulan';
COMMENT ON COLUMN publik.sandingan.kiri_nama IS 'Program, kegiatan, atau sub kegiatan di sisi kiri';
COMMENT ON COLUMN publik.sandingan.kiri_indikator IS 'Indikator di sisi kiri';
COMMENT ON COLUMN publik.sandingan.kiri_target IS 'Target di sisi kiri seperti tercetak';
COMMENT ON COLUMN publik.sandingan.kiri_rupiah IS 'Pagu di sisi kiri dalam rupiah';
COMMENT ON COLUMN publik.sandingan.kanan_judul IS 'Judul sisi kanan seperti tercetak';
COMMENT ON COLUMN publik.sandingan.kanan_asal IS 'Rencana siapa di sisi kanan: RKPD, Renja, usulan';
COMMENT ON COLUMN publik.sandingan.kanan_nama IS 'Program, kegiatan, atau sub kegiatan di sisi kanan';
COMMENT ON COLUMN publik.sandingan.kanan_indikator IS 'Indikator di sisi kanan';
COMMENT ON COLUMN publik.sandingan.kanan_target IS 'Target di sisi kanan seperti tercetak';
COMMENT ON COLUMN publik.sandingan.kanan_rupiah IS 'Pagu atau kebutuhan dana di sisi kanan dalam rupiah';
COMMENT ON COLUMN publik.sandingan.catatan IS 'Isi kolom catatan baris ini; teks kosong bila kolomnya tidak diisi, NULL bila tabelnya tidak mempunyai kolom itu';
COMMENT ON COLUMN publik.sandingan.berkas IS 'Nama berkas tempat baris ini tercetak';
COMMENT ON COLUMN publik.sandingan.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.sandingan.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1); kosong untuk PDF';
COMMENT ON COLUMN publik.sandingan.baris IS 'Nomor baris dalam tabel (mulai 1), di berkas Excel nomor baris lembar';
COMMENT ON COLUMN publik.sandingan.keyakinan IS 'Keyakinan bacaan, 0 sampai 1';
