CREATE OR REPLACE VIEW publik.kriteria AS
SELECT kriteria, nama, menilai, bertumpu, orang, sejak, sql
FROM data.kriteria;

COMMENT ON VIEW publik.kriteria IS 'Satu baris per kriteria yang dapat ditunjukkan dokumen, dengan penjelasan dan SQL-nya.';
COMMENT ON COLUMN publik.kriteria.kriteria IS 'Kunci kriteria';
COMMENT ON COLUMN publik.kriteria.nama IS 'Nama kriteria';
COMMENT ON COLUMN publik.kriteria.menilai IS 'Hal yang dinilai, dan kapan terpenuhi';
COMMENT ON COLUMN publik.kriteria.bertumpu IS 'Fakta dan aturan yang menjadi tumpuan';
COMMENT ON COLUMN publik.kriteria.orang IS 'Yang masih harus dinilai orang';
COMMENT ON COLUMN publik.kriteria.sejak IS 'Versi Selaras yang pertama memuatnya';
COMMENT ON COLUMN publik.kriteria.sql IS 'SQL kriteria, seperti dijalankan';
