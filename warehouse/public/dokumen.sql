CREATE OR REPLACE VIEW publik.dokumen AS
SELECT
    d.dokumen_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    d.opd_kunci,
    d.tahun_awal,
    d.tahun_akhir,
    d.tahap,
    d.judul,
    (SELECT count(*) FROM data.berkas f WHERE f.dokumen_id = d.dokumen_id AND f.status <> 'salinan') AS jumlah_berkas,
    (SELECT string_agg(f.nama, ' | ' ORDER BY f.urutan, f.nama) FROM data.berkas f
     WHERE f.dokumen_id = d.dokumen_id AND f.status <> 'salinan') AS berkas,
    (SELECT count(*) FROM data.halaman h JOIN data.berkas f USING (berkas_id)
     WHERE f.dokumen_id = d.dokumen_id AND h.halaman IS NOT NULL) AS jumlah_halaman,
    (SELECT count(*) FROM data.indikator i WHERE i.dokumen_id = d.dokumen_id) AS jumlah_indikator,
    (SELECT count(*) FROM data.pernyataan p WHERE p.dokumen_id = d.dokumen_id) AS jumlah_pernyataan,
    d.keyakinan,
    d.alasan,
    d.tidak_dibandingkan,
    (SELECT min(r.alasan) FROM data.rujukan_dokumen r WHERE r.dokumen_id = d.dokumen_id) AS nomenklatur
FROM data.dokumen_bernama d;

COMMENT ON VIEW publik.dokumen IS 'Satu baris per dokumen perencanaan yang dikenali; satu dokumen dapat terdiri atas beberapa berkas (bab).';
COMMENT ON COLUMN publik.dokumen.dokumen_id IS 'Kunci dokumen';
COMMENT ON COLUMN publik.dokumen.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.dokumen.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.dokumen.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.dokumen.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.dokumen.opd_kunci IS 'Kunci perangkat daerah yang sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.dokumen.tahun_awal IS 'Tahun pertama yang diatur dokumen';
COMMENT ON COLUMN publik.dokumen.tahun_akhir IS 'Tahun terakhir yang diatur dokumen; sama dengan tahun_awal untuk RKPD dan Renja';
COMMENT ON COLUMN publik.dokumen.tahap IS 'Tahap penyusunan: rancangan, penetapan, perubahan; kosong bila tidak diketahui';
COMMENT ON COLUMN publik.dokumen.judul IS 'Judul tercetak';
COMMENT ON COLUMN publik.dokumen.jumlah_berkas IS 'Jumlah berkas dokumen ini, tanpa salinan';
COMMENT ON COLUMN publik.dokumen.berkas IS 'Nama berkas dokumen ini menurut urutan bab, dipisah tanda |';
COMMENT ON COLUMN publik.dokumen.jumlah_halaman IS 'Jumlah halaman yang diperiksa; 0 untuk Word';
COMMENT ON COLUMN publik.dokumen.jumlah_indikator IS 'Jumlah baris indikator yang terbaca';
COMMENT ON COLUMN publik.dokumen.jumlah_pernyataan IS 'Jumlah pernyataan (visi, misi, tujuan, ...) yang terbaca';
COMMENT ON COLUMN publik.dokumen.keyakinan IS 'Keyakinan atas pengenalan dokumen, 0 sampai 1';
COMMENT ON COLUMN publik.dokumen.alasan IS 'Dasar pengenalan dokumen: tulisan apa, di mana';
COMMENT ON COLUMN publik.dokumen.tidak_dibandingkan IS 'Mengapa dokumen perencanaan ini tidak dibandingkan dengan dokumen lain; kosong bila dibandingkan, digantikan tahap yang lebih akhir, atau bukan RPJMD, Renstra, RKPD, Renja';
COMMENT ON COLUMN publik.dokumen.nomenklatur IS 'Daftar nomenklatur yang dipakai untuk dokumen ini dan alasannya, atau mengapa tidak ada; kosong bila tidak ada daftar yang dimuat';
