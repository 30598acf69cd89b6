CREATE OR REPLACE VIEW publik.rujukan AS
SELECT
    r.rujukan_id,
    r.judul,
    r.jenis,
    r.tahun_awal,
    r.tahun_akhir,
    r.sumber,
    r.berkas,
    r.dimuat,
    (SELECT count(*) FROM data.rujukan_entri e WHERE e.rujukan_id = r.rujukan_id) AS entri,
    (SELECT count(*) FROM data.rujukan_dokumen d WHERE d.rujukan_id = r.rujukan_id) AS dokumen
FROM data.rujukan r;

COMMENT ON VIEW publik.rujukan IS 'Satu baris per daftar resmi yang dimuat (selaras reference load): nomenklatur, indikator rujukan, kode wilayah.';
COMMENT ON COLUMN publik.rujukan.rujukan_id IS 'Kunci daftar';
COMMENT ON COLUMN publik.rujukan.judul IS 'Judul daftar';
COMMENT ON COLUMN publik.rujukan.jenis IS 'nomenklatur, indikator, atau wilayah';
COMMENT ON COLUMN publik.rujukan.tahun_awal IS 'Tahun rencana pertama yang memakai daftar ini; kosong bila tidak terkait tahun';
COMMENT ON COLUMN publik.rujukan.tahun_akhir IS 'Tahun rencana terakhir yang memakai daftar ini';
COMMENT ON COLUMN publik.rujukan.sumber IS 'Peraturan atau sumber daftar';
COMMENT ON COLUMN publik.rujukan.berkas IS 'Nama berkas asalnya';
COMMENT ON COLUMN publik.rujukan.dimuat IS 'Waktu dimuat (UTC)';
COMMENT ON COLUMN publik.rujukan.entri IS 'Jumlah entri';
COMMENT ON COLUMN publik.rujukan.dokumen IS 'Jumlah dokumen yang dibandingkan dengan daftar nomenklatur ini';
