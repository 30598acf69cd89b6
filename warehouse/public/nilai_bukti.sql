CREATE OR REPLACE VIEW publik.nilai_bukti AS
SELECT
    p.kriteria,
    k.nama AS nama_kriteria,
    p.subjek_id,
    s.lingkup,
    s.wilayah,
    CASE s.lingkup WHEN 'pd' THEN s.nama END AS opd,
    s.opd_kunci,
    p.nilai,
    p.alasan,
    p.id,
    b.macam,
    b.nama,
    b.dokumen_id,
    d.dokumen,
    f.nama AS berkas,
    b.halaman,
    b.tabel,
    b.baris,
    l.nama AS lembar,
    data.rentang(l.kolom_awal, l.kolom_akhir, b.baris) AS sel,
    b.x0,
    b.atas,
    b.x1,
    b.bawah,
    b.kutipan
FROM data.penilaian p
JOIN data.kriteria k USING (kriteria)
JOIN data.subjek s USING (subjek_id)
LEFT JOIN data.bukti b USING (id)
LEFT JOIN data.dokumen_bernama d ON d.dokumen_id = b.dokumen_id
LEFT JOIN data.berkas f ON f.berkas_id = b.berkas_id
LEFT JOIN data.lembar l ON l.berkas_id = b.berkas_id AND l.tabel = b.tabel;

COMMENT ON VIEW publik.nilai_bukti IS 'Bukti kartu nilai: satu baris per hal yang dinilai oleh sebuah kriteria, dengan berkas, halaman, dan kutipannya.';
COMMENT ON COLUMN publik.nilai_bukti.kriteria IS 'Kriteria; sama dengan publik.nilai.kriteria';
COMMENT ON COLUMN publik.nilai_bukti.nama_kriteria IS 'Nama kriteria';
COMMENT ON COLUMN publik.nilai_bukti.subjek_id IS 'Kunci yang dinilai; sama dengan publik.nilai.subjek_id';
COMMENT ON COLUMN publik.nilai_bukti.lingkup IS 'Yang dinilai: pd (perangkat daerah) atau daerah';
COMMENT ON COLUMN publik.nilai_bukti.wilayah IS 'Provinsi, kabupaten atau kota';
COMMENT ON COLUMN publik.nilai_bukti.opd IS 'Perangkat daerah yang dinilai; kosong bila daerah yang dinilai';
COMMENT ON COLUMN publik.nilai_bukti.opd_kunci IS 'Kunci perangkat daerah; kosong bila daerah yang dinilai';
COMMENT ON COLUMN publik.nilai_bukti.nilai IS '1 terpenuhi, 0 tidak, di antaranya sebagian; kosong dinilai orang';
COMMENT ON COLUMN publik.nilai_bukti.alasan IS 'Alasan nilai itu';
COMMENT ON COLUMN publik.nilai_bukti.id IS 'Kunci fakta (indikator, butir, pernyataan, dokumen); kosong bila tidak ada faktanya';
COMMENT ON COLUMN publik.nilai_bukti.macam IS 'Macam fakta: indikator, butir, pernyataan, klaim, dokumen';
COMMENT ON COLUMN publik.nilai_bukti.nama IS 'Nama atau isi fakta';
COMMENT ON COLUMN publik.nilai_bukti.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.nilai_bukti.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.nilai_bukti.berkas IS 'Nama berkas tempat fakta ini tercetak';
COMMENT ON COLUMN publik.nilai_bukti.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.nilai_bukti.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1); kosong untuk PDF';
COMMENT ON COLUMN publik.nilai_bukti.baris IS 'Nomor baris dalam tabel (mulai 1), di berkas Excel nomor baris lembar';
COMMENT ON COLUMN publik.nilai_bukti.lembar IS 'Nama lembar dalam berkas Excel; kosong untuk yang lain';
COMMENT ON COLUMN publik.nilai_bukti.sel IS 'Sel baris ini pada lembarnya, mis. A14:G14; kosong untuk yang lain';
COMMENT ON COLUMN publik.nilai_bukti.x0 IS 'Sisi kiri kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.nilai_bukti.atas IS 'Sisi atas kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.nilai_bukti.x1 IS 'Sisi kanan kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.nilai_bukti.bawah IS 'Sisi bawah kotak pada halaman, dalam poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.nilai_bukti.kutipan IS 'Tulisan tercetak yang menjadi bukti, tanpa pemenggalan baris';
