CREATE OR REPLACE VIEW publik.pasangan AS
SELECT
    p.jenjang,
    p.kiri_dokumen AS kiri_dokumen_id,
    k.dokumen AS kiri_dokumen,
    p.kanan_dokumen AS kanan_dokumen_id,
    n.dokumen AS kanan_dokumen,
    n.opd,
    (SELECT count(*) FROM data.tautan t
     WHERE t.kiri_dokumen = p.kiri_dokumen AND t.kanan_dokumen = p.kanan_dokumen) AS jumlah_tautan
FROM data.pasangan p
JOIN data.dokumen_bernama k ON k.dokumen_id = p.kiri_dokumen
JOIN data.dokumen_bernama n ON n.dokumen_id = p.kanan_dokumen;

COMMENT ON VIEW publik.pasangan IS 'Satu baris per dua dokumen yang dipasangkan; hanya di sini indikator dicari padanannya.';
COMMENT ON COLUMN publik.pasangan.jenjang IS 'Dokumen yang dipasangkan: RPJMD-Renstra, RPJMD-RKPD, RKPD-Renja, Renstra-Renja; dengan Perjanjian Kinerja atau LKjIP tahun itu: RPJMD-PK, Renstra-PK, Renja-PK';
COMMENT ON COLUMN publik.pasangan.kiri_dokumen_id IS 'Kunci dokumen yang lebih tinggi';
COMMENT ON COLUMN publik.pasangan.kiri_dokumen IS 'Nama dokumen yang lebih tinggi';
COMMENT ON COLUMN publik.pasangan.kanan_dokumen_id IS 'Kunci dokumen yang lebih rendah';
COMMENT ON COLUMN publik.pasangan.kanan_dokumen IS 'Nama dokumen yang lebih rendah';
COMMENT ON COLUMN publik.pasangan.opd IS 'Perangkat daerah penyusun dokumen yang lebih rendah';
COMMENT ON COLUMN publik.pasangan.jumlah_tautan IS 'Jumlah indikator yang berpasangan';
