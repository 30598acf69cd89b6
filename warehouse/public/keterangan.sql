CREATE OR REPLACE VIEW publik.keterangan AS
SELECT
    k.keterangan_id,
    k.dokumen_id,
    d.dokumen,
    k.jenis,
    k.nomor,
    k.teks,
    k.tahun,
    k.tanggal,
    f.nama AS berkas,
    k.halaman,
    k.x0,
    k.atas,
    k.x1,
    k.bawah,
    k.kutipan,
    k.keyakinan
FROM data.keterangan k
LEFT JOIN data.dokumen_bernama d ON d.dokumen_id = k.dokumen_id
LEFT JOIN data.berkas f ON f.berkas_id = k.berkas_id;

COMMENT ON VIEW publik.keterangan IS 'Yang dikatakan dokumen tentang dirinya: judul bab, subbab, dan tabel, dasar hukum, penetapan, daerah yang disebut.';
COMMENT ON COLUMN publik.keterangan.keterangan_id IS 'Kunci keterangan';
COMMENT ON COLUMN publik.keterangan.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.keterangan.dokumen IS 'Nama dokumen untuk dibaca orang';
COMMENT ON COLUMN publik.keterangan.jenis IS 'bab, subbab, judul tabel, dasar hukum, penetapan, daerah lain';
COMMENT ON COLUMN publik.keterangan.nomor IS 'Nomor bab, subbab, tabel, atau peraturan, seperti tercetak';
COMMENT ON COLUMN publik.keterangan.teks IS 'Judul, jenis peraturan, tempat penetapan, atau nama daerah';
COMMENT ON COLUMN publik.keterangan.tahun IS 'Tahun peraturan';
COMMENT ON COLUMN publik.keterangan.tanggal IS 'Tanggal penetapan';
COMMENT ON COLUMN publik.keterangan.berkas IS 'Nama berkas';
COMMENT ON COLUMN publik.keterangan.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.keterangan.x0 IS 'Sisi kiri kotak, poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.keterangan.atas IS 'Sisi atas kotak';
COMMENT ON COLUMN publik.keterangan.x1 IS 'Sisi kanan kotak';
COMMENT ON COLUMN publik.keterangan.bawah IS 'Sisi bawah kotak';
COMMENT ON COLUMN publik.keterangan.kutipan IS 'Tulisan tercetak';
COMMENT ON COLUMN publik.keterangan.keyakinan IS 'Keyakinan bacaan, 0 sampai 1';
