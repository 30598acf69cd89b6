CREATE OR REPLACE VIEW publik.meta AS
SELECT
    m.kunci,
    m.nilai
FROM data.meta m;

COMMENT ON VIEW publik.meta IS 'Keterangan tentang rilis ini: versi perangkat lunak, skema dan sha256 tiap ekspor Parquet.';
COMMENT ON COLUMN publik.meta.kunci IS 'Nama keterangan';
COMMENT ON COLUMN publik.meta.nilai IS 'Isinya';
