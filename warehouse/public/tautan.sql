CREATE OR REPLACE VIEW publik.tautan AS
SELECT
    t.tautan_id,
    t.jenjang,
    t.hubungan,
    t.skor,
    t.alasan,
    t.fitur,
    k.indikator_id AS kiri_indikator_id,
    k.nama AS kiri_indikator,
    k.satuan AS kiri_satuan,
    kd.dokumen_id AS kiri_dokumen_id,
    kd.dokumen AS kiri_dokumen,
    kd.opd AS kiri_opd,
    kf.nama AS kiri_berkas,
    k.halaman AS kiri_halaman,
    n.indikator_id AS kanan_indikator_id,
    n.nama AS kanan_indikator,
    n.satuan AS kanan_satuan,
    nd.dokumen_id AS kanan_dokumen_id,
    nd.dokumen AS kanan_dokumen,
    nd.opd AS kanan_opd,
    nf.nama AS kanan_berkas,
    n.halaman AS kanan_halaman,
    CASE WHEN t.keputusan_id IS NULL THEN 'mesin' ELSE 'peninjau' END AS penentu,
    t.keputusan_id,
    r.putusan,
    r.alasan AS alasan_putusan,
    r.oleh AS diputuskan_oleh,
    r.pada AS diputuskan_pada,
    r.beda_pendapat,
    t.beda,
    data.kata_hilang(t.beda) AS kata_hilang,
    data.kata_baru(t.beda) AS kata_baru
FROM data.tautan t
JOIN data.indikator k ON k.indikator_id = t.kiri_id
JOIN data.dokumen_bernama kd ON kd.dokumen_id = k.dokumen_id
JOIN data.berkas kf ON kf.berkas_id = k.berkas_id
JOIN data.indikator n ON n.indikator_id = t.kanan_id
JOIN data.dokumen_bernama nd ON nd.dokumen_id = n.dokumen_id
JOIN data.berkas nf ON nf.berkas_id = n.berkas_id
LEFT JOIN data.keputusan r ON r.keputusan_id = t.keputusan_id;

COMMENT ON VIEW publik.tautan IS 'Satu baris per pasangan indikator yang dinilai sama di dua dokumen: kiri dokumen yang lebih tinggi, kanan yang lebih rendah.';
COMMENT ON COLUMN publik.tautan.tautan_id IS 'Kunci tautan';
COMMENT ON COLUMN publik.tautan.jenjang IS 'Dokumen yang dipasangkan: RPJMD-Renstra, RPJMD-RKPD, RKPD-Renja, Renstra-Renja; dengan Perjanjian Kinerja atau LKjIP tahun itu: RPJMD-PK, Renstra-PK, Renja-PK';
COMMENT ON COLUMN publik.tautan.hubungan IS 'Hubungan: sama, berubah (indikator sama dengan rumusan berbeda), perlu diperiksa';
COMMENT ON COLUMN publik.tautan.skor IS 'Kekuatan tautan, 0 sampai 1';
COMMENT ON COLUMN publik.tautan.alasan IS 'Alasan tautan dalam kata-kata';
COMMENT ON COLUMN publik.tautan.fitur IS 'Ukuran kesamaan di balik skor, sebagai objek JSON';
COMMENT ON COLUMN publik.tautan.kiri_indikator_id IS 'Kunci indikator di dokumen atas';
COMMENT ON COLUMN publik.tautan.kiri_indikator IS 'Nama indikator di dokumen atas';
COMMENT ON COLUMN publik.tautan.kiri_satuan IS 'Satuannya seperti tercetak';
COMMENT ON COLUMN publik.tautan.kiri_dokumen_id IS 'Kunci dokumennya';
COMMENT ON COLUMN publik.tautan.kiri_dokumen IS 'Nama dokumennya';
COMMENT ON COLUMN publik.tautan.kiri_opd IS 'Perangkat daerah penyusun dokumennya';
COMMENT ON COLUMN publik.tautan.kiri_berkas IS 'Nama berkasnya';
COMMENT ON COLUMN publik.tautan.kiri_halaman IS 'Halaman PDF-nya (mulai 1)';
COMMENT ON COLUMN publik.tautan.kanan_indikator_id IS 'Kunci indikator di dokumen bawah';
COMMENT ON COLUMN publik.tautan.kanan_indikator IS 'Nama indikator di dokumen bawah';
COMMENT ON COLUMN publik.tautan.kanan_satuan IS 'Satuannya seperti tercetak';
COMMENT ON COLUMN publik.tautan.kanan_dokumen_id IS 'Kunci dokumennya';
COMMENT ON COLUMN publik.tautan.kanan_dokumen IS 'Nama dokumennya';
COMMENT ON COLUMN publik.tautan.kanan_opd IS 'Perangkat daerah penyusun dokumennya';
COMMENT ON COLUMN publik.tautan.kanan_berkas IS 'Nama berkasnya';
COMMENT ON COLUMN publik.tautan.kanan_halaman IS 'Halaman PDF-nya (mulai 1)';
COMMENT ON COLUMN publik.tautan.penentu IS 'Yang menentukan tautan: mesin, atau peninjau (keputusannya mengalahkan mesin)';
COMMENT ON COLUMN publik.tautan.keputusan_id IS 'Kunci keputusan peninjau; sama dengan publik.keputusan.keputusan_id; kosong bila mesin yang menentukan';
COMMENT ON COLUMN publik.tautan.putusan IS 'Putusan peninjau: ya, sama, berubah, perlu diperiksa';
COMMENT ON COLUMN publik.tautan.alasan_putusan IS 'Alasan peninjau';
COMMENT ON COLUMN publik.tautan.diputuskan_oleh IS 'Yang memutuskan';
COMMENT ON COLUMN publik.tautan.diputuskan_pada IS 'Waktu keputusan (UTC)';
COMMENT ON COLUMN publik.tautan.beda_pendapat IS 'Putusan terakhir peninjau lain atas pasangan ini bila bertentangan dengan yang berlaku; kosong bila tidak ada';
COMMENT ON COLUMN publik.tautan.beda IS 'Kedua nama sebagai satu, kata demi kata: [-hanya di kiri-] {+hanya di kanan+}';
COMMENT ON COLUMN publik.tautan.kata_hilang IS 'Kata yang hanya ada di kiri (dokumen atas); bagian yang terpisah diselingi ...';
COMMENT ON COLUMN publik.tautan.kata_baru IS 'Kata yang hanya ada di kanan (dokumen bawah); bagian yang terpisah diselingi ...';
