CREATE OR REPLACE VIEW publik.perubahan AS
SELECT
    p.temuan_id,
    p.perubahan,
    p.aturan,
    p.tingkat,
    p.putusan,
    p.opd,
    p.uraian,
    p.putaran_sebelumnya
FROM data.perubahan p;

COMMENT ON VIEW publik.perubahan IS 'Satu baris per temuan sekarang dan per temuan rilis sebelumnya yang sudah tidak ada: apa yang berubah sejak rilis sebelumnya. Kosong pada rilis pertama.';
COMMENT ON COLUMN publik.perubahan.temuan_id IS 'Kunci temuan; yang selesai tidak ada lagi di publik.temuan';
COMMENT ON COLUMN publik.perubahan.perubahan IS 'baru, selesai, atau masih';
COMMENT ON COLUMN publik.perubahan.aturan IS 'Kode aturan, mis. A01';
COMMENT ON COLUMN publik.perubahan.tingkat IS 'Bobot: K, M, m, i';
COMMENT ON COLUMN publik.perubahan.putusan IS 'Putusan: tidak konsisten, perlu diperiksa';
COMMENT ON COLUMN publik.perubahan.opd IS 'Perangkat daerah yang terkait temuan';
COMMENT ON COLUMN publik.perubahan.uraian IS 'Temuan dalam satu kalimat';
COMMENT ON COLUMN publik.perubahan.putaran_sebelumnya IS 'Kunci putaran yang dibandingkan';
