CREATE OR REPLACE VIEW publik.smart AS
SELECT
    s.indikator_id,
    x.dokumen_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    d.opd_kunci,
    x.urutan,
    x.tingkat,
    x.kode_baku,
    data.induk_indikator(x) AS induk,
    x.nama AS indikator,
    x.satuan,
    s.spesifik,
    s.spesifik_alasan,
    s.terukur,
    s.terukur_alasan,
    s.dapat_dicapai,
    s.dapat_dicapai_alasan,
    s.relevan,
    s.relevan_alasan,
    s.berbatas_waktu,
    s.berbatas_waktu_alasan,
    s.cukup,
    s.cukup_alasan,
    s.menantang,
    s.menantang_alasan,
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
    x.kutipan
FROM data.smart s
JOIN data.indikator x USING (indikator_id)
JOIN data.dokumen_bernama d ON d.dokumen_id = x.dokumen_id
JOIN data.berkas f ON f.berkas_id = x.berkas_id
LEFT JOIN data.lembar l ON l.berkas_id = x.berkas_id AND l.tabel = x.tabel;

COMMENT ON VIEW publik.smart IS 'Satu baris per indikator: SMART, cukup, dan menantang, masing-masing 1, 0, atau kosong (dinilai orang), dengan alasannya. Indikatif.';
COMMENT ON COLUMN publik.smart.indikator_id IS 'Kunci indikator; sama dengan publik.indikator.indikator_id';
COMMENT ON COLUMN publik.smart.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.smart.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.smart.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.smart.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.smart.opd IS 'Perangkat daerah; kosong untuk daerah';
COMMENT ON COLUMN publik.smart.opd_kunci IS 'Kunci perangkat daerah yang sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.smart.urutan IS 'Urutan baca dalam dokumen';
COMMENT ON COLUMN publik.smart.tingkat IS 'Yang diukur: tujuan, sasaran, program, kegiatan, subkegiatan, iku, ikk, ikd, lainnya; kosong bila tabel tidak menyebut';
COMMENT ON COLUMN publik.smart.kode_baku IS 'Kode nomenklatur dalam bentuk baku';
COMMENT ON COLUMN publik.smart.induk IS 'Tujuan, sasaran, program, kegiatan, atau sub kegiatan yang diukur, seperti tercetak';
COMMENT ON COLUMN publik.smart.indikator IS 'Nama indikator seperti tercetak';
COMMENT ON COLUMN publik.smart.satuan IS 'Satuan seperti tercetak';
COMMENT ON COLUMN publik.smart.spesifik IS 'Spesifik: satu ukuran, tanpa kata yang kabur. 1 terpenuhi, 0 tidak, kosong dinilai orang';
COMMENT ON COLUMN publik.smart.spesifik_alasan IS 'Alasan nilai spesifik, atau mengapa dinilai orang';
COMMENT ON COLUMN publik.smart.terukur IS 'Terukur: satuan dan angka di semua target. 1 terpenuhi, 0 tidak, kosong dinilai orang';
COMMENT ON COLUMN publik.smart.terukur_alasan IS 'Alasan nilai terukur, atau mengapa dinilai orang';
COMMENT ON COLUMN publik.smart.dapat_dicapai IS 'Dapat dicapai: 0 bila nilainya mustahil (aturan D14), selain itu dinilai orang. 1 terpenuhi, 0 tidak, kosong dinilai orang';
COMMENT ON COLUMN publik.smart.dapat_dicapai_alasan IS 'Alasan nilai dapat_dicapai, atau mengapa dinilai orang';
COMMENT ON COLUMN publik.smart.relevan IS 'Relevan: 1 bila memakai kata isi yang sama dengan tujuan, sasaran, atau butir yang diukur, selain itu dinilai orang. 1 terpenuhi, 0 tidak, kosong dinilai orang';
COMMENT ON COLUMN publik.smart.relevan_alasan IS 'Alasan nilai relevan, atau mengapa dinilai orang';
COMMENT ON COLUMN publik.smart.berbatas_waktu IS 'Berbatas waktu: target untuk semua tahun yang dimuat tabelnya. 1 terpenuhi, 0 tidak, kosong dinilai orang';
COMMENT ON COLUMN publik.smart.berbatas_waktu_alasan IS 'Alasan nilai berbatas_waktu, atau mengapa dinilai orang';
COMMENT ON COLUMN publik.smart.cukup IS 'Cukup: 1 bila dua sampai batas cukup_paling_banyak indikator untuk induk yang sama, 0 bila lebih; satu indikator dinilai orang. 1 terpenuhi, 0 tidak, kosong dinilai orang';
COMMENT ON COLUMN publik.smart.cukup_alasan IS 'Alasan nilai cukup, atau mengapa dinilai orang';
COMMENT ON COLUMN publik.smart.menantang IS 'Menantang: target tahun terakhir lebih baik daripada kondisi awal menurut arahnya. 1 terpenuhi, 0 tidak, kosong dinilai orang';
COMMENT ON COLUMN publik.smart.menantang_alasan IS 'Alasan nilai menantang, atau mengapa dinilai orang';
COMMENT ON COLUMN publik.smart.berkas IS 'Nama berkas tempat fakta ini tercetak';
COMMENT ON COLUMN publik.smart.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.smart.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1); kosong untuk PDF';
COMMENT ON COLUMN publik.smart.baris IS 'Nomor baris dalam tabel (mulai 1), di berkas Excel nomor baris lembar';
COMMENT ON COLUMN publik.smart.lembar IS 'Nama lembar dalam berkas Excel; kosong untuk yang lain';
COMMENT ON COLUMN publik.smart.sel IS 'Sel baris ini pada lembarnya, mis. A14:G14; kosong untuk yang lain';
COMMENT ON COLUMN publik.smart.x0 IS 'Sisi kiri kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.smart.atas IS 'Sisi atas kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.smart.x1 IS 'Sisi kanan kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.smart.bawah IS 'Sisi bawah kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.smart.kutipan IS 'Tulisan tercetak yang menjadi bukti, tanpa pemenggalan baris';
