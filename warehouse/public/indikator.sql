CREATE OR REPLACE VIEW publik.indikator AS
SELECT
    x.indikator_id,
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
    x.nama AS indikator,
    x.nama_baku AS indikator_baku,
    x.ukuran,
    x.arah,
    x.kumulatif,
    x.satuan,
    x.satuan_baku,
    x.satuan_kelas,
    x.satuan_asal,
    x.misi,
    x.tujuan,
    x.sasaran,
    x.urusan,
    x.program,
    x.kegiatan,
    x.subkegiatan,
    x.judul_tabel,
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
    x.keyakinan,
    x.keraguan,
    x.konsep,
    x.penjelas,
    x.catatan_baris AS catatan,
    x.definisi,
    x.formula,
    x.sumber_data
FROM data.indikator x
JOIN data.dokumen_bernama d USING (dokumen_id)
JOIN data.berkas f USING (berkas_id)
LEFT JOIN data.lembar l ON l.berkas_id = x.berkas_id AND l.tabel = x.tabel;

COMMENT ON VIEW publik.indikator IS 'Satu baris per indikator dalam tabel; nilainya di publik.target, pagunya di publik.pagu.';
COMMENT ON COLUMN publik.indikator.indikator_id IS 'Kunci indikator; tetap sama selama tulisannya sama, walaupun target berubah';
COMMENT ON COLUMN publik.indikator.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.indikator.berkas_id IS 'Kunci berkas: sha256 isinya';
COMMENT ON COLUMN publik.indikator.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.indikator.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.indikator.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.indikator.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.indikator.urutan IS 'Urutan baca dalam dokumen';
COMMENT ON COLUMN publik.indikator.tingkat IS 'Yang diukur: tujuan, sasaran, program, kegiatan, subkegiatan, iku, ikk, ikd, lainnya; kosong bila tabel tidak menyebut';
COMMENT ON COLUMN publik.indikator.kode IS 'Kode nomenklatur seperti tercetak';
COMMENT ON COLUMN publik.indikator.kode_baku IS 'Kode nomenklatur dalam bentuk baku, untuk dibandingkan';
COMMENT ON COLUMN publik.indikator.indikator IS 'Nama indikator seperti tercetak, tanpa nomor';
COMMENT ON COLUMN publik.indikator.indikator_baku IS 'Nama indikator yang dinormalkan, untuk dibandingkan';
COMMENT ON COLUMN publik.indikator.ukuran IS 'Kata ukur: persentase, jumlah, indeks, ...; kosong bila tidak ada';
COMMENT ON COLUMN publik.indikator.arah IS 'Arah yang lebih baik: naik atau turun; kosong bila tidak diketahui';
COMMENT ON COLUMN publik.indikator.kumulatif IS 'Apakah nama menyebut nilai kumulatif; kosong bila tidak menyebut';
COMMENT ON COLUMN publik.indikator.satuan IS 'Satuan seperti tercetak';
COMMENT ON COLUMN publik.indikator.satuan_baku IS 'Satuan dalam bentuk baku';
COMMENT ON COLUMN publik.indikator.satuan_kelas IS 'Kelas satuan yang setara; satuan berbeda kelas tidak dapat dibandingkan';
COMMENT ON COLUMN publik.indikator.satuan_asal IS 'Tempat satuan tercetak: kolom, atau sel (di belakang nilai)';
COMMENT ON COLUMN publik.indikator.misi IS 'Misi di atas baris ini';
COMMENT ON COLUMN publik.indikator.tujuan IS 'Tujuan di atas baris ini';
COMMENT ON COLUMN publik.indikator.sasaran IS 'Sasaran di atas baris ini';
COMMENT ON COLUMN publik.indikator.urusan IS 'Bidang urusan di atas baris ini';
COMMENT ON COLUMN publik.indikator.program IS 'Program di atas baris ini';
COMMENT ON COLUMN publik.indikator.kegiatan IS 'Kegiatan di atas baris ini';
COMMENT ON COLUMN publik.indikator.subkegiatan IS 'Sub kegiatan di atas baris ini';
COMMENT ON COLUMN publik.indikator.judul_tabel IS 'Judul atau nomor tabel tercetak';
COMMENT ON COLUMN publik.indikator.penanggung_jawab IS 'OPD atau unit penanggung jawab seperti tercetak';
COMMENT ON COLUMN publik.indikator.opd_kunci IS 'Kunci perangkat daerah yang sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.indikator.berkas IS 'Nama berkas tempat baris ini tercetak';
COMMENT ON COLUMN publik.indikator.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.indikator.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1); kosong untuk PDF';
COMMENT ON COLUMN publik.indikator.baris IS 'Nomor baris dalam tabel (mulai 1), di berkas Excel nomor baris lembar; kosong di luar tabel';
COMMENT ON COLUMN publik.indikator.lembar IS 'Nama lembar dalam berkas Excel; kosong untuk yang lain';
COMMENT ON COLUMN publik.indikator.sel IS 'Sel baris ini pada lembarnya, mis. A14:G14; kosong untuk yang lain';
COMMENT ON COLUMN publik.indikator.x0 IS 'Sisi kiri kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.indikator.atas IS 'Sisi atas kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.indikator.x1 IS 'Sisi kanan kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.indikator.bawah IS 'Sisi bawah kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.indikator.kutipan IS 'Tulisan tercetak yang menjadi bukti, tanpa pemenggalan baris';
COMMENT ON COLUMN publik.indikator.keyakinan IS 'Keyakinan bahwa bacaan ini benar, 0 sampai 1; di bawah 0,5 perlu diperiksa';
COMMENT ON COLUMN publik.indikator.keraguan IS 'Mengapa keyakinan diturunkan; kosong bila tidak ada keraguan';
COMMENT ON COLUMN publik.indikator.konsep IS 'Yang diukur: kata-kata isi di belakang kata ukuran';
COMMENT ON COLUMN publik.indikator.penjelas IS 'Yang membatasi: kelompok, usia, tempat, jenjang, perlakuan, ... dari nama; beberapa dipisah titik koma';
COMMENT ON COLUMN publik.indikator.catatan IS 'Isi kolom catatan atau keterangan baris ini; teks kosong bila kolomnya tidak diisi, NULL bila tabelnya tidak mempunyai kolom itu';
COMMENT ON COLUMN publik.indikator.definisi IS 'Definisi operasional seperti tercetak; teks kosong bila selnya kosong, NULL bila tabelnya tidak berkolom itu';
COMMENT ON COLUMN publik.indikator.formula IS 'Formula atau cara perhitungan seperti tercetak; kosong dan NULL seperti definisi';
COMMENT ON COLUMN publik.indikator.sumber_data IS 'Sumber data seperti tercetak; kosong dan NULL seperti definisi';
