CREATE OR REPLACE VIEW publik.nilai AS
SELECT
    n.rubrik,
    r.nama AS nama_rubrik,
    n.subjek_id,
    s.lingkup,
    s.wilayah,
    CASE s.lingkup WHEN 'pd' THEN s.nama END AS opd,
    s.opd_kunci,
    b.urutan,
    n.nomor,
    b.induk,
    b.nama,
    b.kriteria,
    n.bobot,
    n.bobot_dinilai,
    n.terpenuhi,
    n.dinilai,
    n.perlu_orang,
    n.bagian,
    n.jawaban,
    n.nilai,
    n.skor,
    n.skor_terendah,
    n.skor_tertinggi,
    CASE WHEN b.induk IS NULL THEN NULL
         WHEN b.kriteria IS NULL THEN 'dinilai orang'
         WHEN n.nilai IS NULL THEN 'belum dapat dinilai'
         ELSE 'indikatif' END AS status,
    coalesce(n.catatan, k.orang) AS perlu_dinilai_orang,
    k.bertumpu,
    r.dasar
FROM data.nilai_rubrik n
JOIN data.rubrik r USING (rubrik)
JOIN data.rubrik_butir b ON b.rubrik = n.rubrik AND b.nomor = n.nomor
JOIN data.subjek s USING (subjek_id)
LEFT JOIN data.kriteria k ON k.kriteria = b.kriteria;

COMMENT ON VIEW publik.nilai IS 'Kartu nilai: satu baris per rubrik, perangkat daerah atau daerah, dan komponen atau kriteria. Subnilai indikatif, bukan nilai SAKIP; buktinya di publik.nilai_bukti.';
COMMENT ON COLUMN publik.nilai.rubrik IS 'Kunci rubrik: lke88, lke_pd, lke12, ppd, renja';
COMMENT ON COLUMN publik.nilai.nama_rubrik IS 'Nama rubrik';
COMMENT ON COLUMN publik.nilai.subjek_id IS 'Kunci yang dinilai';
COMMENT ON COLUMN publik.nilai.lingkup IS 'Yang dinilai: pd (perangkat daerah) atau daerah';
COMMENT ON COLUMN publik.nilai.wilayah IS 'Provinsi, kabupaten atau kota';
COMMENT ON COLUMN publik.nilai.opd IS 'Perangkat daerah yang dinilai; kosong bila daerah yang dinilai';
COMMENT ON COLUMN publik.nilai.opd_kunci IS 'Kunci perangkat daerah; kosong bila daerah yang dinilai';
COMMENT ON COLUMN publik.nilai.urutan IS 'Urutan dalam rubrik';
COMMENT ON COLUMN publik.nilai.nomor IS 'Nomor komponen atau kriteria';
COMMENT ON COLUMN publik.nilai.induk IS 'Nomor komponen di atas kriteria; kosong untuk komponen';
COMMENT ON COLUMN publik.nilai.nama IS 'Nama komponen atau kriteria';
COMMENT ON COLUMN publik.nilai.kriteria IS 'Kriteria yang dihitung; kosong bila hanya dinilai orang';
COMMENT ON COLUMN publik.nilai.bobot IS 'Bobot dalam rubrik';
COMMENT ON COLUMN publik.nilai.bobot_dinilai IS 'Bobot yang dapat dinilai dari dokumen';
COMMENT ON COLUMN publik.nilai.terpenuhi IS 'Pembilang: jumlah nilai hal yang dinilai';
COMMENT ON COLUMN publik.nilai.dinilai IS 'Penyebut: banyaknya hal yang dapat dinilai';
COMMENT ON COLUMN publik.nilai.perlu_orang IS 'Banyaknya hal yang tidak dapat dinilai mesin';
COMMENT ON COLUMN publik.nilai.bagian IS 'terpenuhi / dinilai';
COMMENT ON COLUMN publik.nilai.jawaban IS 'Jawaban menurut skala rubrik, mis. BB atau b';
COMMENT ON COLUMN publik.nilai.nilai IS 'Nilai jawaban itu, 0 sampai 100; untuk komponen rata-rata berbobot yang dinilai';
COMMENT ON COLUMN publik.nilai.skor IS 'Skor indikatif: bobot x nilai / 100, hanya dari yang dapat dinilai';
COMMENT ON COLUMN publik.nilai.skor_terendah IS 'Skor bila orang menilai semua yang perlu_orang tidak terpenuhi';
COMMENT ON COLUMN publik.nilai.skor_tertinggi IS 'Skor bila orang menilai semua yang perlu_orang terpenuhi';
COMMENT ON COLUMN publik.nilai.status IS 'indikatif, belum dapat dinilai, atau dinilai orang; kosong untuk komponen';
COMMENT ON COLUMN publik.nilai.perlu_dinilai_orang IS 'Yang masih harus dinilai orang, atau mengapa nilainya dibatasi';
COMMENT ON COLUMN publik.nilai.bertumpu IS 'Fakta dan aturan yang menjadi tumpuan';
COMMENT ON COLUMN publik.nilai.dasar IS 'Dasar rubrik, dan apakah sudah diverifikasi';
