CREATE OR REPLACE VIEW publik.kamus AS
SELECT
    k.tampilan,
    k.urutan,
    k.kolom,
    k.tipe,
    k.arti
FROM data.kamus k;

COMMENT ON VIEW publik.kamus IS 'Kamus: semua tampilan publik dengan kolom, tipe dan artinya.';
COMMENT ON COLUMN publik.kamus.tampilan IS 'Nama tampilan dalam skema publik';
COMMENT ON COLUMN publik.kamus.urutan IS 'Urutan kolom; 0 untuk keterangan tampilan itu sendiri';
COMMENT ON COLUMN publik.kamus.kolom IS 'Nama kolom; kosong untuk tampilan itu sendiri';
COMMENT ON COLUMN publik.kamus.tipe IS 'Tipe data DuckDB';
COMMENT ON COLUMN publik.kamus.arti IS 'Arti';
