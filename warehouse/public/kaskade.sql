CREATE OR REPLACE VIEW publik.kaskade AS
WITH anak AS (SELECT induk_id, count(*) AS banyak FROM data.simpul WHERE induk_id IS NOT NULL GROUP BY induk_id),
-- The node of a higher document that it continues: the surest link, RPJMD and Renstra before RKPD.
atas AS (
    SELECT kanan_id, arg_min(l, CASE l.hubungan WHEN 'sama' THEN 0 WHEN 'berubah' THEN 10 ELSE 20 END
               + CASE l.jenjang WHEN 'RKPD-Renja' THEN 5 ELSE 0 END + 1 - l.skor) AS l
    FROM data.simpul_lintas l GROUP BY kanan_id),
bawah AS (SELECT kiri_id, count(DISTINCT kanan_dokumen) AS banyak FROM data.simpul_lintas GROUP BY kiri_id)
SELECT
    s.simpul_id,
    s.dokumen_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    nullif(s.opd, '') AS opd_kunci,
    row_number() OVER (PARTITION BY s.dokumen_id ORDER BY p.tempat, s.simpul_id) AS urutan,
    s.jenis,
    p.kedalaman,
    s.nomor,
    s.kode,
    s.teks,
    s.induk_id,
    p.jalur,
    p.jalur_id,
    coalesce(a.banyak, 0) AS jumlah_anak,
    coalesce(i.banyak, 0) AS jumlah_indikator,
    u.simpul_id AS atas_id,
    u.jenis AS atas_jenis,
    u.teks AS atas_teks,
    ud.dokumen AS atas_dokumen,
    t.l.hubungan AS atas_hubungan,
    coalesce(b.banyak, 0) AS jumlah_lanjutan,
    f.nama AS berkas,
    s.halaman,
    s.tabel,
    s.baris,
    l.nama AS lembar,
    data.rentang(l.kolom_awal, l.kolom_akhir, s.baris) AS sel,
    s.kutipan,
    s.keyakinan
FROM data.simpul s
JOIN data.pohon p USING (simpul_id)
JOIN data.dokumen_bernama d ON d.dokumen_id = s.dokumen_id
JOIN data.berkas f ON f.berkas_id = s.berkas_id
LEFT JOIN data.lembar l ON l.berkas_id = s.berkas_id AND l.tabel = s.tabel
LEFT JOIN anak a ON a.induk_id = s.simpul_id
LEFT JOIN data.simpul_indikator i ON i.simpul_id = s.simpul_id
LEFT JOIN atas t ON t.kanan_id = s.simpul_id
LEFT JOIN data.simpul u ON u.simpul_id = t.l.kiri_id
LEFT JOIN data.dokumen_bernama ud ON ud.dokumen_id = u.dokumen_id
LEFT JOIN bawah b ON b.kiri_id = s.simpul_id;

COMMENT ON VIEW publik.kaskade IS 'Kaskade sebagai pohon: satu baris per simpul (visi, misi, tujuan, sasaran, strategi, program, kegiatan, sub kegiatan) tiap dokumen, dengan jalurnya, dan simpul dokumen atas yang diteruskannya.';
COMMENT ON COLUMN publik.kaskade.simpul_id IS 'Kunci simpul: pernyataan_id atau butir_id tempat pertama kali tercetak';
COMMENT ON COLUMN publik.kaskade.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.kaskade.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.kaskade.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.kaskade.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.kaskade.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.kaskade.opd_kunci IS 'Kunci perangkat daerah simpul ini, juga dalam RPJMD dan RKPD; sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.kaskade.urutan IS 'Urutan simpul dalam pohon dokumennya: induk, lalu semua yang di bawahnya';
COMMENT ON COLUMN publik.kaskade.jenis IS 'Jenis simpul: visi, misi, tujuan, sasaran, program prioritas, strategi, arah kebijakan, program, kegiatan, subkegiatan';
COMMENT ON COLUMN publik.kaskade.kedalaman IS 'Kedalaman dalam pohon dokumennya (mulai 1)';
COMMENT ON COLUMN publik.kaskade.nomor IS 'Nomor tercetak di depan pernyataan';
COMMENT ON COLUMN publik.kaskade.kode IS 'Kode nomenklatur baku program, kegiatan, sub kegiatan';
COMMENT ON COLUMN publik.kaskade.teks IS 'Teks pernyataan, atau nama program, kegiatan, sub kegiatan';
COMMENT ON COLUMN publik.kaskade.induk_id IS 'Simpul di atasnya dalam dokumen yang sama; kosong bila paling atas atau dokumennya tidak menyebut';
COMMENT ON COLUMN publik.kaskade.jalur IS 'Teks semua simpul dari yang paling atas sampai simpul ini';
COMMENT ON COLUMN publik.kaskade.jalur_id IS 'Kunci semua simpul dari yang paling atas sampai simpul ini';
COMMENT ON COLUMN publik.kaskade.jumlah_anak IS 'Jumlah simpul langsung di bawahnya';
COMMENT ON COLUMN publik.kaskade.jumlah_indikator IS 'Jumlah indikatornya sendiri; yang tercetak beberapa kali dihitung sekali';
COMMENT ON COLUMN publik.kaskade.atas_id IS 'Simpul dokumen yang lebih tinggi yang diteruskan simpul ini; kosong bila tidak ada tautan';
COMMENT ON COLUMN publik.kaskade.atas_jenis IS 'Jenis simpul atas itu; sasaran RPJMD menjadi tujuan Renstra';
COMMENT ON COLUMN publik.kaskade.atas_teks IS 'Teks simpul atas itu';
COMMENT ON COLUMN publik.kaskade.atas_dokumen IS 'Dokumen simpul atas itu';
COMMENT ON COLUMN publik.kaskade.atas_hubungan IS 'Hubungan dengan simpul atas itu: sama, berubah, perlu diperiksa';
COMMENT ON COLUMN publik.kaskade.jumlah_lanjutan IS 'Di berapa dokumen yang lebih rendah simpul ini diteruskan';
COMMENT ON COLUMN publik.kaskade.berkas IS 'Nama berkas tempatnya tercetak';
COMMENT ON COLUMN publik.kaskade.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.kaskade.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1)';
COMMENT ON COLUMN publik.kaskade.baris IS 'Nomor baris dalam tabel (mulai 1)';
COMMENT ON COLUMN publik.kaskade.lembar IS 'Nama lembar dalam berkas Excel';
COMMENT ON COLUMN publik.kaskade.sel IS 'Sel pada lembarnya, mis. A14:G14';
COMMENT ON COLUMN publik.kaskade.kutipan IS 'Tulisan tercetak yang menjadi bukti';
COMMENT ON COLUMN publik.kaskade.keyakinan IS 'Keyakinan bahwa bacaan ini benar, 0 sampai 1';
