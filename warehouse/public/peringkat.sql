CREATE OR REPLACE VIEW publik.peringkat AS
SELECT
    subjek_id,
    wilayah,
    opd,
    opd_kunci,
    peringkat,
    konsistensi,
    diuji,
    temuan_kritis,
    temuan_mayor,
    temuan_terbuka,
    capaian,
    capaian_indikator,
    tahun_capaian,
    capaian_catatan,
    tahun_anggaran,
    array_to_string(triwulan, ', ') AS triwulan,
    realisasi,
    pagu,
    serapan,
    serapan_catatan,
    usul_pendampingan,
    array_to_string(sebab, '; ') AS alasan
FROM data.peringkat;

COMMENT ON VIEW publik.peringkat IS 'Satu baris per perangkat daerah untuk rapat triwulan: konsistensi, temuan terbuka, capaian target, serapan anggaran, dan usul pendampingan. Indikatif.';
COMMENT ON COLUMN publik.peringkat.subjek_id IS 'Kunci perangkat daerah; sama dengan publik.nilai.subjek_id';
COMMENT ON COLUMN publik.peringkat.wilayah IS 'Provinsi, kabupaten atau kota';
COMMENT ON COLUMN publik.peringkat.opd IS 'Perangkat daerah';
COMMENT ON COLUMN publik.peringkat.opd_kunci IS 'Kunci perangkat daerah yang sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.peringkat.peringkat IS 'Urutan dalam wilayah: konsistensi, lalu temuan kritis dan mayor, capaian, serapan; kosong bila tidak ada yang dapat dibandingkan';
COMMENT ON COLUMN publik.peringkat.konsistensi IS 'Bagian fakta yang dibandingkan tanpa temuan kritis atau mayor, 0 sampai 100; kosong bila tidak ada yang dibandingkan';
COMMENT ON COLUMN publik.peringkat.diuji IS 'Banyaknya fakta yang dibandingkan dan pasti';
COMMENT ON COLUMN publik.peringkat.temuan_kritis IS 'Temuan terbuka tingkat K';
COMMENT ON COLUMN publik.peringkat.temuan_mayor IS 'Temuan terbuka tingkat M';
COMMENT ON COLUMN publik.peringkat.temuan_terbuka IS 'Semua temuan terbuka';
COMMENT ON COLUMN publik.peringkat.capaian IS 'Rata-rata capaian indikator (dibatasi 0-100); kosong bila tidak dapat dihitung';
COMMENT ON COLUMN publik.peringkat.capaian_indikator IS 'Banyaknya indikator yang capaiannya dapat dihitung';
COMMENT ON COLUMN publik.peringkat.tahun_capaian IS 'Tahun realisasi terakhir';
COMMENT ON COLUMN publik.peringkat.capaian_catatan IS 'Mengapa capaian tidak atau hanya sebagian dapat dihitung';
COMMENT ON COLUMN publik.peringkat.tahun_anggaran IS 'Tahun realisasi anggaran';
COMMENT ON COLUMN publik.peringkat.triwulan IS 'Triwulan yang realisasinya tercetak';
COMMENT ON COLUMN publik.peringkat.realisasi IS 'Realisasi anggaran semua triwulan itu, rupiah';
COMMENT ON COLUMN publik.peringkat.pagu IS 'Pagu tahun itu, rupiah';
COMMENT ON COLUMN publik.peringkat.serapan IS 'Realisasi / pagu x 100; kosong bila tidak dapat dihitung';
COMMENT ON COLUMN publik.peringkat.serapan_catatan IS 'Mengapa serapan tidak dapat dihitung';
COMMENT ON COLUMN publik.peringkat.usul_pendampingan IS 'Benar bila diusulkan untuk didampingi';
COMMENT ON COLUMN publik.peringkat.alasan IS 'Alasan usul itu';
