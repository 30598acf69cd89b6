CREATE OR REPLACE VIEW publik.perubahan_tahap AS
SELECT
    p.jenjang,
    kd.dokumen AS dokumen_dahulu,
    nd.dokumen AS dokumen_kemudian,
    nd.opd,
    p.kiri_id AS dahulu_indikator_id,
    p.kiri_nama AS indikator_dahulu,
    kf.nama AS berkas_dahulu,
    k.halaman AS halaman_dahulu,
    p.kanan_id AS kemudian_indikator_id,
    p.kanan_nama AS indikator_kemudian,
    nf.nama AS berkas_kemudian,
    n.halaman AS halaman_kemudian,
    p.hubungan,
    p.skor,
    CASE p.peran WHEN 'awal' THEN 'kondisi awal' WHEN 'akhir' THEN 'kondisi akhir' ELSE p.peran END AS perubahan,
    p.tahun,
    p.lama,
    p.baru
FROM data.perubahan_tahap p
JOIN data.indikator k ON k.indikator_id = p.kiri_id
JOIN data.berkas kf ON kf.berkas_id = k.berkas_id
JOIN data.dokumen_bernama kd ON kd.dokumen_id = k.dokumen_id
JOIN data.indikator n ON n.indikator_id = p.kanan_id
JOIN data.berkas nf ON nf.berkas_id = n.berkas_id
JOIN data.dokumen_bernama nd ON nd.dokumen_id = n.dokumen_id;

COMMENT ON VIEW publik.perubahan_tahap IS 'Satu baris per hal yang berubah pada indikator antara dua tahap satu rencana (mis. RPJMD dan Perubahan RPJMD).';
COMMENT ON COLUMN publik.perubahan_tahap.jenjang IS 'Jenis rencananya dua kali: RPJMD-RPJMD, Renstra-Renstra, RKPD-RKPD, Renja-Renja';
COMMENT ON COLUMN publik.perubahan_tahap.dokumen_dahulu IS 'Nama dokumen tahap yang dahulu';
COMMENT ON COLUMN publik.perubahan_tahap.dokumen_kemudian IS 'Nama dokumen tahap yang kemudian';
COMMENT ON COLUMN publik.perubahan_tahap.opd IS 'Perangkat daerah penyusun';
COMMENT ON COLUMN publik.perubahan_tahap.dahulu_indikator_id IS 'Kunci indikator di tahap dahulu';
COMMENT ON COLUMN publik.perubahan_tahap.indikator_dahulu IS 'Nama indikator di tahap dahulu';
COMMENT ON COLUMN publik.perubahan_tahap.berkas_dahulu IS 'Nama berkasnya';
COMMENT ON COLUMN publik.perubahan_tahap.halaman_dahulu IS 'Halaman PDF-nya (mulai 1)';
COMMENT ON COLUMN publik.perubahan_tahap.kemudian_indikator_id IS 'Kunci indikator di tahap kemudian';
COMMENT ON COLUMN publik.perubahan_tahap.indikator_kemudian IS 'Nama indikator di tahap kemudian';
COMMENT ON COLUMN publik.perubahan_tahap.berkas_kemudian IS 'Nama berkasnya';
COMMENT ON COLUMN publik.perubahan_tahap.halaman_kemudian IS 'Halaman PDF-nya (mulai 1)';
COMMENT ON COLUMN publik.perubahan_tahap.hubungan IS 'Hubungan kedua indikator: sama, berubah, perlu diperiksa';
COMMENT ON COLUMN publik.perubahan_tahap.skor IS 'Kekuatan tautannya, 0 sampai 1';
COMMENT ON COLUMN publik.perubahan_tahap.perubahan IS 'Yang berubah: rumusan, satuan, kondisi awal, target, kondisi akhir';
COMMENT ON COLUMN publik.perubahan_tahap.tahun IS 'Tahun nilainya; kosong untuk rumusan, satuan, dan kondisi akhir';
COMMENT ON COLUMN publik.perubahan_tahap.lama IS 'Isi dahulu seperti tercetak';
COMMENT ON COLUMN publik.perubahan_tahap.baru IS 'Isi kemudian seperti tercetak';
