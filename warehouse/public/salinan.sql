CREATE OR REPLACE VIEW publik.salinan AS
SELECT
    s.salinan_id,
    s.macam,
    s.kemiripan,
    s.kata,
    s.pemilik_lain,
    kd.wilayah AS kiri_wilayah,
    kd.opd AS kiri_opd,
    s.kiri_dokumen AS kiri_dokumen_id,
    kd.dokumen AS kiri_dokumen,
    kf.nama AS kiri_berkas,
    kf.path AS kiri_lokasi,
    s.kiri_halaman,
    s.kiri_tabel,
    s.kiri_baris,
    s.kiri_x0,
    s.kiri_atas,
    s.kiri_x1,
    s.kiri_bawah,
    s.kiri_kutipan,
    nd.wilayah AS kanan_wilayah,
    nd.opd AS kanan_opd,
    s.kanan_dokumen AS kanan_dokumen_id,
    nd.dokumen AS kanan_dokumen,
    nf.nama AS kanan_berkas,
    nf.path AS kanan_lokasi,
    s.kanan_halaman,
    s.kanan_tabel,
    s.kanan_baris,
    s.kanan_x0,
    s.kanan_atas,
    s.kanan_x1,
    s.kanan_bawah,
    s.kanan_kutipan
FROM data.salinan s
JOIN data.dokumen_bernama kd ON kd.dokumen_id = s.kiri_dokumen
JOIN data.berkas kf ON kf.berkas_id = s.kiri_berkas
JOIN data.dokumen_bernama nd ON nd.dokumen_id = s.kanan_dokumen
JOIN data.berkas nf ON nf.berkas_id = s.kanan_berkas;

COMMENT ON VIEW publik.salinan IS 'Satu baris per alinea atau halaman tabel sebuah perangkat daerah yang hampir sama dengan milik perangkat daerah atau daerah lain. Kutipan peraturan dan isi yang dimuat banyak pihak tidak ikut.';
COMMENT ON COLUMN publik.salinan.salinan_id IS 'Kunci bagian yang hampir sama';
COMMENT ON COLUMN publik.salinan.macam IS 'alinea atau tabel (satu halaman)';
COMMENT ON COLUMN publik.salinan.kemiripan IS 'Bagian rangkaian empat kata yang sama, 0 sampai 1, dengan nama perangkat daerah dan daerah disamarkan';
COMMENT ON COLUMN publik.salinan.kata IS 'Banyaknya kata bagian yang lebih pendek';
COMMENT ON COLUMN publik.salinan.pemilik_lain IS 'Banyaknya perangkat daerah atau daerah lain yang memuatnya pula';
COMMENT ON COLUMN publik.salinan.kiri_wilayah IS 'Wilayah dokumen kiri (dokumen yang lebih dahulu)';
COMMENT ON COLUMN publik.salinan.kiri_opd IS 'Perangkat daerah dokumen kiri (dokumen yang lebih dahulu); kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.salinan.kiri_dokumen_id IS 'Kunci dokumen kiri (dokumen yang lebih dahulu)';
COMMENT ON COLUMN publik.salinan.kiri_dokumen IS 'Nama dokumen kiri (dokumen yang lebih dahulu)';
COMMENT ON COLUMN publik.salinan.kiri_berkas IS 'Nama berkas kiri (dokumen yang lebih dahulu)';
COMMENT ON COLUMN publik.salinan.kiri_lokasi IS 'Letak berkas kiri (dokumen yang lebih dahulu): jalur dalam folder atau alamat';
COMMENT ON COLUMN publik.salinan.kiri_halaman IS 'Halaman PDF kiri (dokumen yang lebih dahulu) (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.salinan.kiri_tabel IS 'Nomor tabel Word atau Excel kiri (dokumen yang lebih dahulu)';
COMMENT ON COLUMN publik.salinan.kiri_baris IS 'Baris tabel kiri (dokumen yang lebih dahulu); untuk alinea Word nomor urut alinea panjang dalam berkas';
COMMENT ON COLUMN publik.salinan.kiri_x0 IS 'Sisi kiri kotak kiri (dokumen yang lebih dahulu), poin PDF';
COMMENT ON COLUMN publik.salinan.kiri_atas IS 'Sisi atas kotak kiri (dokumen yang lebih dahulu), poin PDF';
COMMENT ON COLUMN publik.salinan.kiri_x1 IS 'Sisi kanan kotak kiri (dokumen yang lebih dahulu), poin PDF';
COMMENT ON COLUMN publik.salinan.kiri_bawah IS 'Sisi bawah kotak kiri (dokumen yang lebih dahulu), poin PDF';
COMMENT ON COLUMN publik.salinan.kiri_kutipan IS 'Isi kiri (dokumen yang lebih dahulu), seperti tercetak';
COMMENT ON COLUMN publik.salinan.kanan_wilayah IS 'Wilayah dokumen kanan';
COMMENT ON COLUMN publik.salinan.kanan_opd IS 'Perangkat daerah dokumen kanan; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.salinan.kanan_dokumen_id IS 'Kunci dokumen kanan';
COMMENT ON COLUMN publik.salinan.kanan_dokumen IS 'Nama dokumen kanan';
COMMENT ON COLUMN publik.salinan.kanan_berkas IS 'Nama berkas kanan';
COMMENT ON COLUMN publik.salinan.kanan_lokasi IS 'Letak berkas kanan: jalur dalam folder atau alamat';
COMMENT ON COLUMN publik.salinan.kanan_halaman IS 'Halaman PDF kanan (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.salinan.kanan_tabel IS 'Nomor tabel Word atau Excel kanan';
COMMENT ON COLUMN publik.salinan.kanan_baris IS 'Baris tabel kanan; untuk alinea Word nomor urut alinea panjang dalam berkas';
COMMENT ON COLUMN publik.salinan.kanan_x0 IS 'Sisi kiri kotak kanan, poin PDF';
COMMENT ON COLUMN publik.salinan.kanan_atas IS 'Sisi atas kotak kanan, poin PDF';
COMMENT ON COLUMN publik.salinan.kanan_x1 IS 'Sisi kanan kotak kanan, poin PDF';
COMMENT ON COLUMN publik.salinan.kanan_bawah IS 'Sisi bawah kotak kanan, poin PDF';
COMMENT ON COLUMN publik.salinan.kanan_kutipan IS 'Isi kanan, seperti tercetak';
