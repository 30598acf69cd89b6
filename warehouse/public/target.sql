CREATE OR REPLACE VIEW publik.target AS
SELECT
    n.indikator_id,
    x.dokumen_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    x.nama AS indikator,
    x.tingkat,
    x.satuan,
    n.peran,
    n.tahun,
    n.triwulan,
    n.nilai,
    n.mentah AS tertulis,
    n.jenis AS jenis_nilai,
    n.bawah AS nilai_bawah,
    n.atas AS nilai_atas,
    n.bacaan_lain,
    n.satuan AS satuan_sel,
    n.desimal,
    n.catatan,
    f.nama AS berkas,
    x.halaman
FROM data.nilai n
JOIN data.indikator x USING (indikator_id)
JOIN data.dokumen_bernama d USING (dokumen_id)
JOIN data.berkas f USING (berkas_id);

COMMENT ON VIEW publik.target IS 'Satu baris per nilai indikator: target, kondisi awal, kondisi akhir dan realisasi menurut tahun.';
COMMENT ON COLUMN publik.target.indikator_id IS 'Kunci indikator; sama dengan publik.indikator.indikator_id';
COMMENT ON COLUMN publik.target.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.target.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.target.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.target.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.target.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.target.indikator IS 'Nama indikator seperti tercetak, tanpa nomor';
COMMENT ON COLUMN publik.target.tingkat IS 'Yang diukur indikator: tujuan, sasaran, program, ...';
COMMENT ON COLUMN publik.target.satuan IS 'Satuan indikator seperti tercetak';
COMMENT ON COLUMN publik.target.peran IS 'Peran nilai: target, acuan (target dokumen di atasnya yang dikutip di sebelahnya, mis. Target Renstra dalam Renja), awal (kondisi awal), akhir (kondisi akhir periode), realisasi';
COMMENT ON COLUMN publik.target.tahun IS 'Tahun nilai; kosong untuk kondisi akhir tanpa tahun tercetak';
COMMENT ON COLUMN publik.target.triwulan IS 'Triwulan I sampai IV (formulir evaluasi); kosong untuk nilai tahunan';
COMMENT ON COLUMN publik.target.nilai IS 'Angka; kosong bila selnya bukan satu angka yang pasti. Tanda persen tidak diterapkan: 95 % adalah 95';
COMMENT ON COLUMN publik.target.tertulis IS 'Isi sel seperti tercetak';
COMMENT ON COLUMN publik.target.jenis_nilai IS 'Isi sel: angka, rentang, rasio, kata, arah, kosong, ambigu, teks';
COMMENT ON COLUMN publik.target.nilai_bawah IS 'Batas bawah rentang, atau sisi pertama rasio';
COMMENT ON COLUMN publik.target.nilai_atas IS 'Batas atas rentang, atau sisi kedua rasio';
COMMENT ON COLUMN publik.target.bacaan_lain IS 'Bacaan lain yang mungkin bila ambigu atau salah ketik, dipisah tanda |';
COMMENT ON COLUMN publik.target.satuan_sel IS 'Satuan yang tercetak di dalam sel nilai';
COMMENT ON COLUMN publik.target.desimal IS 'Banyaknya angka desimal yang tercetak';
COMMENT ON COLUMN publik.target.catatan IS 'Keraguan atas nilai; kosong bila tidak ada';
COMMENT ON COLUMN publik.target.berkas IS 'Nama berkas tempat baris ini tercetak';
COMMENT ON COLUMN publik.target.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
