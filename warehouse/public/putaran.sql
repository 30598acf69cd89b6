CREATE OR REPLACE VIEW publik.putaran AS
SELECT
    p.putaran_id,
    p.mulai,
    p.selesai,
    p.sumber,
    p.versi_selaras,
    p.versi_ekstraktor,
    p.berkas,
    p.diekstraksi,
    p.gagal,
    p.temuan
FROM data.putaran p
ORDER BY p.mulai DESC;

COMMENT ON VIEW publik.putaran IS 'Satu baris per putaran (run) yang pernah diterbitkan, yang terbaru memuat rilis ini.';
COMMENT ON COLUMN publik.putaran.putaran_id IS 'Kunci putaran; juga nama rilis';
COMMENT ON COLUMN publik.putaran.mulai IS 'Waktu mulai (UTC)';
COMMENT ON COLUMN publik.putaran.selesai IS 'Waktu selesai pemeriksaan (UTC)';
COMMENT ON COLUMN publik.putaran.sumber IS 'Folder atau daftar dokumen yang diperiksa';
COMMENT ON COLUMN publik.putaran.versi_selaras IS 'Versi Selaras';
COMMENT ON COLUMN publik.putaran.versi_ekstraktor IS 'Versi pembaca dokumen';
COMMENT ON COLUMN publik.putaran.berkas IS 'Jumlah berkas yang ditemukan';
COMMENT ON COLUMN publik.putaran.diekstraksi IS 'Jumlah berkas yang dibaca ulang; sisanya tidak berubah sejak putaran sebelumnya';
COMMENT ON COLUMN publik.putaran.gagal IS 'Jumlah berkas yang gagal dibaca';
COMMENT ON COLUMN publik.putaran.temuan IS 'Jumlah temuan';
