CREATE OR REPLACE VIEW publik.nilai_dokumen AS
SELECT
    p.kriteria,
    p.subjek_id,
    s.wilayah,
    CASE s.lingkup WHEN 'pd' THEN s.nama END AS opd,
    b.dokumen_id,
    any_value(d.dokumen) AS dokumen,
    any_value(d.jenis) AS jenis_dokumen,
    any_value(d.tahun_awal) AS tahun_awal,
    coalesce(sum(p.nilai), 0) AS terpenuhi,
    count(p.nilai) AS dinilai,
    count(*) - count(p.nilai) AS perlu_orang,
    avg(p.nilai) AS bagian
FROM data.penilaian p
JOIN data.subjek s USING (subjek_id)
JOIN data.bukti b USING (id)
JOIN data.dokumen_bernama d ON d.dokumen_id = b.dokumen_id
GROUP BY p.kriteria, p.subjek_id, s.wilayah, s.lingkup, s.nama, b.dokumen_id;

COMMENT ON VIEW publik.nilai_dokumen IS 'Bagian yang memenuhi tiap kriteria menurut dokumen tempat buktinya tercetak.';
COMMENT ON COLUMN publik.nilai_dokumen.kriteria IS 'Kriteria; sama dengan publik.nilai.kriteria';
COMMENT ON COLUMN publik.nilai_dokumen.subjek_id IS 'Kunci yang dinilai; sama dengan publik.nilai.subjek_id';
COMMENT ON COLUMN publik.nilai_dokumen.wilayah IS 'Provinsi, kabupaten atau kota';
COMMENT ON COLUMN publik.nilai_dokumen.opd IS 'Perangkat daerah yang dinilai; kosong bila daerah yang dinilai';
COMMENT ON COLUMN publik.nilai_dokumen.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.nilai_dokumen.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.nilai_dokumen.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.nilai_dokumen.tahun_awal IS 'Tahun pertama yang diatur dokumen';
COMMENT ON COLUMN publik.nilai_dokumen.terpenuhi IS 'Jumlah nilai hal yang dinilai';
COMMENT ON COLUMN publik.nilai_dokumen.dinilai IS 'Banyaknya hal yang dapat dinilai';
COMMENT ON COLUMN publik.nilai_dokumen.perlu_orang IS 'Banyaknya hal yang tidak dapat dinilai mesin';
COMMENT ON COLUMN publik.nilai_dokumen.bagian IS 'terpenuhi / dinilai';
