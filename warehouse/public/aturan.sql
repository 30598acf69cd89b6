CREATE OR REPLACE VIEW publik.aturan AS
SELECT
    a.aturan,
    a.nama,
    a.tingkat,
    CASE a.tingkat WHEN 'K' THEN 'kritis' WHEN 'M' THEN 'mayor' WHEN 'm' THEN 'minor' WHEN 'i' THEN 'info'
    END AS tingkat_nama,
    a.dibandingkan,
    a.dasar,
    a.contoh,
    a.perbaikan,
    a.sejak,
    a.sql,
    (SELECT count(*) FROM data.temuan t WHERE t.aturan = a.aturan) AS jumlah_temuan,
    a.dimatikan
FROM data.aturan a;

COMMENT ON VIEW publik.aturan IS 'Satu baris per aturan pemeriksaan, dengan dokumentasi dan SQL-nya.';
COMMENT ON COLUMN publik.aturan.aturan IS 'Kode aturan, mis. A01';
COMMENT ON COLUMN publik.aturan.nama IS 'Nama aturan';
COMMENT ON COLUMN publik.aturan.tingkat IS 'Bobot temuannya: K, M, m, i';
COMMENT ON COLUMN publik.aturan.tingkat_nama IS 'Bobot dalam kata: kritis, mayor, minor, info';
COMMENT ON COLUMN publik.aturan.dibandingkan IS 'Apa yang dibandingkan dengan apa';
COMMENT ON COLUMN publik.aturan.dasar IS 'Peraturan atau pedoman yang mendasari';
COMMENT ON COLUMN publik.aturan.contoh IS 'Contoh temuan';
COMMENT ON COLUMN publik.aturan.perbaikan IS 'Saran perbaikan';
COMMENT ON COLUMN publik.aturan.sejak IS 'Versi Selaras yang pertama memuat aturan ini';
COMMENT ON COLUMN publik.aturan.sql IS 'SQL aturan, seperti dijalankan';
COMMENT ON COLUMN publik.aturan.jumlah_temuan IS 'Jumlah temuan dalam rilis ini';
COMMENT ON COLUMN publik.aturan.dimatikan IS 'Alasan daerah tidak menjalankan aturan ini; kosong bila dijalankan';
