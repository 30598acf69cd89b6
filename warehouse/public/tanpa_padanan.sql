CREATE OR REPLACE VIEW publik.tanpa_padanan AS
WITH dicari AS (
    SELECT x.jenjang, x.indikator_id, list(DISTINCT d.dokumen ORDER BY d.dokumen) AS nama,
           bool_and(k.lengkap) AND any_value(kx.lengkap) AS lengkap
    FROM (SELECT jenjang, indikator_id, unnest(dicari) AS dokumen_id FROM data.tanpa_padanan) x
    JOIN data.dokumen_bernama d USING (dokumen_id)
    JOIN data.kelengkapan k USING (dokumen_id)
    JOIN data.indikator i ON i.indikator_id = x.indikator_id
    JOIN data.kelengkapan kx ON kx.dokumen_id = i.dokumen_id
    GROUP BY ALL)
SELECT
    t.jenjang,
    t.hubungan,
    i.indikator_id,
    i.nama AS indikator,
    i.satuan,
    i.tingkat,
    d.dokumen_id,
    d.dokumen,
    d.wilayah,
    d.opd,
    i.opd_kunci,
    f.nama AS berkas,
    i.halaman,
    i.tabel,
    i.baris,
    i.kutipan,
    t.alasan,
    array_to_string(c.nama[1:6], '; ') || CASE WHEN len(c.nama) > 6 THEN format('; dan {} dokumen lain', len(c.nama) - 6) ELSE '' END AS dicari_di,
    t.banyak AS dicari_indikator,
    c.lengkap,
    n.indikator_id AS terdekat_id,
    n.nama AS terdekat,
    n.satuan AS terdekat_satuan,
    nd.dokumen AS terdekat_dokumen,
    n.halaman AS terdekat_halaman,
    t.skor,
    t.beda,
    data.kata_hilang(t.beda) AS kata_hilang,
    data.kata_baru(t.beda) AS kata_baru,
    t.fitur
FROM data.tanpa_padanan t
JOIN data.indikator i USING (indikator_id)
JOIN data.dokumen_bernama d ON d.dokumen_id = i.dokumen_id
JOIN data.berkas f ON f.berkas_id = i.berkas_id
LEFT JOIN dicari c ON c.jenjang = t.jenjang AND c.indikator_id = t.indikator_id
LEFT JOIN data.indikator n ON n.indikator_id = t.terdekat_id
LEFT JOIN data.dokumen_bernama nd ON nd.dokumen_id = n.dokumen_id;

COMMENT ON VIEW publik.tanpa_padanan IS 'Satu baris per indikator yang tidak ditemukan di dokumen pasangannya: tidak berlanjut (ada di dokumen atas saja) atau baru (ada di dokumen bawah saja), dengan tempat dicarinya dan nama yang paling mirip.';
COMMENT ON COLUMN publik.tanpa_padanan.jenjang IS 'Dokumen yang dipasangkan: RPJMD-Renstra, RPJMD-RKPD, RKPD-Renja, Renstra-Renja';
COMMENT ON COLUMN publik.tanpa_padanan.hubungan IS 'tidak berlanjut: indikator dokumen atas tanpa padanan di dokumen bawah; baru: indikator dokumen bawah tanpa padanan di dokumen atas';
COMMENT ON COLUMN publik.tanpa_padanan.indikator_id IS 'Kunci indikator; yang tercetak beberapa kali dalam satu dokumen disebut sekali';
COMMENT ON COLUMN publik.tanpa_padanan.indikator IS 'Nama indikator seperti tercetak';
COMMENT ON COLUMN publik.tanpa_padanan.satuan IS 'Satuannya seperti tercetak';
COMMENT ON COLUMN publik.tanpa_padanan.tingkat IS 'Yang diukur: tujuan, sasaran, program, kegiatan, subkegiatan, iku, ikk, ikd, lainnya';
COMMENT ON COLUMN publik.tanpa_padanan.dokumen_id IS 'Kunci dokumennya';
COMMENT ON COLUMN publik.tanpa_padanan.dokumen IS 'Nama dokumennya';
COMMENT ON COLUMN publik.tanpa_padanan.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.tanpa_padanan.opd IS 'Perangkat daerah penyusun dokumennya; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.tanpa_padanan.opd_kunci IS 'Kunci perangkat daerah indikator; sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.tanpa_padanan.berkas IS 'Nama berkasnya';
COMMENT ON COLUMN publik.tanpa_padanan.halaman IS 'Halaman PDF-nya (mulai 1)';
COMMENT ON COLUMN publik.tanpa_padanan.tabel IS 'Nomor tabel Word atau Excel';
COMMENT ON COLUMN publik.tanpa_padanan.baris IS 'Nomor baris tabel';
COMMENT ON COLUMN publik.tanpa_padanan.kutipan IS 'Tulisan tercetak';
COMMENT ON COLUMN publik.tanpa_padanan.alasan IS 'Di antara berapa indikator dicari, apa yang paling mirip, dan mengapa bukan itu';
COMMENT ON COLUMN publik.tanpa_padanan.dicari_di IS 'Dokumen tempat dicarinya: perangkat daerah yang sama, dengan indikator setingkat; paling banyak enam disebut';
COMMENT ON COLUMN publik.tanpa_padanan.dicari_indikator IS 'Jumlah indikator di dokumen-dokumen itu';
COMMENT ON COLUMN publik.tanpa_padanan.lengkap IS 'Apakah dokumennya sendiri dan semua dokumen yang dicari terbaca seluruhnya; bila tidak, padanannya mungkin ada di halaman yang tidak terbaca';
COMMENT ON COLUMN publik.tanpa_padanan.terdekat_id IS 'Kunci indikator yang namanya paling mirip; kosong bila tidak ada yang mirip';
COMMENT ON COLUMN publik.tanpa_padanan.terdekat IS 'Namanya';
COMMENT ON COLUMN publik.tanpa_padanan.terdekat_satuan IS 'Satuannya';
COMMENT ON COLUMN publik.tanpa_padanan.terdekat_dokumen IS 'Dokumennya';
COMMENT ON COLUMN publik.tanpa_padanan.terdekat_halaman IS 'Halamannya';
COMMENT ON COLUMN publik.tanpa_padanan.skor IS 'Kemiripan dengan yang terdekat, 0 sampai 1, juga bila kata pembeda memisahkannya (lihat alasan); 0 bila tidak ada';
COMMENT ON COLUMN publik.tanpa_padanan.beda IS 'Kedua nama sebagai satu, kata demi kata: [-hanya di dokumen atas-] {+hanya di dokumen bawah+}';
COMMENT ON COLUMN publik.tanpa_padanan.kata_hilang IS 'Kata yang hanya ada di dokumen atas; bagian yang terpisah diselingi ...';
COMMENT ON COLUMN publik.tanpa_padanan.kata_baru IS 'Kata yang hanya ada di dokumen bawah; bagian yang terpisah diselingi ...';
COMMENT ON COLUMN publik.tanpa_padanan.fitur IS 'Ukuran kesamaan dengan yang terdekat, sebagai objek JSON';
