CREATE OR REPLACE VIEW publik.tautan_pernyataan AS
SELECT
    t.tautan_id,
    t.jenjang,
    t.hubungan,
    t.skor,
    t.alasan,
    t.beda,
    t.fitur,
    k.pernyataan_id AS kiri_pernyataan_id,
    k.jenis AS kiri_jenis,
    k.nomor AS kiri_nomor,
    k.teks AS kiri_teks,
    k.induk_teks AS kiri_induk_teks,
    kd.dokumen_id AS kiri_dokumen_id,
    kd.dokumen AS kiri_dokumen,
    kd.opd AS kiri_opd,
    kf.nama AS kiri_berkas,
    k.halaman AS kiri_halaman,
    k.tabel AS kiri_tabel,
    k.baris AS kiri_baris,
    k.kutipan AS kiri_kutipan,
    n.pernyataan_id AS kanan_pernyataan_id,
    n.jenis AS kanan_jenis,
    n.nomor AS kanan_nomor,
    n.teks AS kanan_teks,
    n.induk_teks AS kanan_induk_teks,
    nd.dokumen_id AS kanan_dokumen_id,
    nd.dokumen AS kanan_dokumen,
    nd.opd AS kanan_opd,
    nf.nama AS kanan_berkas,
    n.halaman AS kanan_halaman,
    n.tabel AS kanan_tabel,
    n.baris AS kanan_baris,
    n.kutipan AS kanan_kutipan,
    CASE WHEN t.keputusan_id IS NULL THEN 'mesin' ELSE 'peninjau' END AS penentu,
    t.keputusan_id,
    r.putusan,
    r.alasan AS alasan_putusan,
    r.oleh AS diputuskan_oleh,
    r.pada AS diputuskan_pada,
    r.beda_pendapat,
    data.kata_hilang(t.beda) AS kata_hilang,
    data.kata_baru(t.beda) AS kata_baru
FROM data.tautan_pernyataan t
JOIN data.dokumen_bernama kd ON kd.dokumen_id = t.kiri_dokumen
JOIN data.dokumen_bernama nd ON nd.dokumen_id = t.kanan_dokumen
LEFT JOIN data.pernyataan k ON k.pernyataan_id = t.kiri_id
LEFT JOIN data.berkas kf ON kf.berkas_id = k.berkas_id
LEFT JOIN data.pernyataan n ON n.pernyataan_id = t.kanan_id
LEFT JOIN data.berkas nf ON nf.berkas_id = n.berkas_id
LEFT JOIN data.keputusan r ON r.keputusan_id = t.keputusan_id;

COMMENT ON VIEW publik.tautan_pernyataan IS 'Satu baris per pernyataan (visi, misi, tujuan, sasaran, ...) yang berpasangan di dua dokumen, atau yang tidak berpasangan di dokumen yang seharusnya memuatnya.';
COMMENT ON COLUMN publik.tautan_pernyataan.tautan_id IS 'Kunci tautan; tetap sama selama kedua teksnya sama';
COMMENT ON COLUMN publik.tautan_pernyataan.jenjang IS 'Dokumen yang dipasangkan: RPJMD-Renstra, RPJMD-RKPD, RKPD-Renja, Renstra-Renja; dua tahap satu dokumen: RPJMD-RPJMD, Renstra-Renstra, RKPD-RKPD, Renja-Renja';
COMMENT ON COLUMN publik.tautan_pernyataan.hubungan IS 'Hubungan: sama, berubah (pernyataan sama dengan rumusan berbeda), perlu diperiksa, baru (tidak ada di dokumen kiri), tidak berlanjut (tidak ada di dokumen kanan)';
COMMENT ON COLUMN publik.tautan_pernyataan.skor IS 'Kekuatan tautan, 0 sampai 1; untuk baru dan tidak berlanjut: milik calon terdekat';
COMMENT ON COLUMN publik.tautan_pernyataan.alasan IS 'Alasan dalam kata-kata; untuk baru dan tidak berlanjut: di mana dicari dan apa yang terdekat';
COMMENT ON COLUMN publik.tautan_pernyataan.beda IS 'Kedua teks sebagai satu, kata demi kata: [-hanya di kiri-] {+hanya di kanan+}';
COMMENT ON COLUMN publik.tautan_pernyataan.fitur IS 'Ukuran kesamaan di balik skor, sebagai objek JSON';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_pernyataan_id IS 'Kunci pernyataan di dokumen kiri (lebih tinggi atau lebih awal); kosong bila tidak berpasangan';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_jenis IS 'Jenis pernyataan di dokumen kiri (lebih tinggi atau lebih awal): visi, misi, tujuan, sasaran, ...';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_nomor IS 'Nomornya seperti tercetak';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_teks IS 'Teks pernyataan di dokumen kiri (lebih tinggi atau lebih awal)';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_induk_teks IS 'Pernyataan di atasnya dalam dokumen yang sama';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_dokumen_id IS 'Kunci dokumennya; juga terisi bila pernyataannya tidak ada';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_dokumen IS 'Nama dokumennya; juga terisi bila pernyataannya tidak ada';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_opd IS 'Perangkat daerah penyusun dokumennya';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_berkas IS 'Nama berkasnya';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_halaman IS 'Halaman PDF-nya (mulai 1)';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_tabel IS 'Nomor tabel Word atau Excel';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_baris IS 'Nomor baris tabel';
COMMENT ON COLUMN publik.tautan_pernyataan.kiri_kutipan IS 'Tulisan tercetak';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_pernyataan_id IS 'Kunci pernyataan di dokumen kanan (lebih rendah atau lebih akhir); kosong bila tidak berpasangan';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_jenis IS 'Jenis pernyataan di dokumen kanan (lebih rendah atau lebih akhir): visi, misi, tujuan, sasaran, ...';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_nomor IS 'Nomornya seperti tercetak';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_teks IS 'Teks pernyataan di dokumen kanan (lebih rendah atau lebih akhir)';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_induk_teks IS 'Pernyataan di atasnya dalam dokumen yang sama';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_dokumen_id IS 'Kunci dokumennya; juga terisi bila pernyataannya tidak ada';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_dokumen IS 'Nama dokumennya; juga terisi bila pernyataannya tidak ada';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_opd IS 'Perangkat daerah penyusun dokumennya';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_berkas IS 'Nama berkasnya';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_halaman IS 'Halaman PDF-nya (mulai 1)';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_tabel IS 'Nomor tabel Word atau Excel';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_baris IS 'Nomor baris tabel';
COMMENT ON COLUMN publik.tautan_pernyataan.kanan_kutipan IS 'Tulisan tercetak';
COMMENT ON COLUMN publik.tautan_pernyataan.penentu IS 'Yang menentukan tautan: mesin, atau peninjau (keputusannya mengalahkan mesin)';
COMMENT ON COLUMN publik.tautan_pernyataan.keputusan_id IS 'Kunci keputusan peninjau; sama dengan publik.keputusan.keputusan_id; kosong bila mesin yang menentukan';
COMMENT ON COLUMN publik.tautan_pernyataan.putusan IS 'Putusan peninjau: ya, sama, berubah, perlu diperiksa';
COMMENT ON COLUMN publik.tautan_pernyataan.alasan_putusan IS 'Alasan peninjau';
COMMENT ON COLUMN publik.tautan_pernyataan.diputuskan_oleh IS 'Yang memutuskan';
COMMENT ON COLUMN publik.tautan_pernyataan.diputuskan_pada IS 'Waktu keputusan (UTC)';
COMMENT ON COLUMN publik.tautan_pernyataan.beda_pendapat IS 'Putusan terakhir peninjau lain atas pasangan ini bila bertentangan dengan yang berlaku; kosong bila tidak ada';
COMMENT ON COLUMN publik.tautan_pernyataan.kata_hilang IS 'Kata yang hanya ada di kiri (dokumen atas); bagian yang terpisah diselingi ...';
COMMENT ON COLUMN publik.tautan_pernyataan.kata_baru IS 'Kata yang hanya ada di kanan (dokumen bawah); bagian yang terpisah diselingi ...';
