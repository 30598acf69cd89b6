CREATE OR REPLACE VIEW publik.keputusan AS
SELECT
    k.keputusan_id,
    k.pasangan,
    k.putusan,
    k.alasan,
    k.oleh,
    k.pada,
    k.status,
    k.catatan,
    CASE k.macam WHEN 'indikator' THEN k.kiri_id END AS kiri_indikator_id,
    CASE k.macam WHEN 'indikator' THEN k.kanan_id END AS kanan_indikator_id,
    k.kiri_sekarang,
    k.kanan_sekarang,
    k.kiri_jenis,
    k.kiri_wilayah,
    k.kiri_opd,
    k.kiri_tahun,
    k.kiri_tingkat,
    k.kiri_kode,
    k.kiri_nama AS kiri_indikator,
    k.kiri_satuan,
    k.kiri_pelaksana,
    k.kiri_induk,
    k.kanan_jenis,
    k.kanan_wilayah,
    k.kanan_opd,
    k.kanan_tahun,
    k.kanan_tingkat,
    k.kanan_kode,
    k.kanan_nama AS kanan_indikator,
    k.kanan_satuan,
    k.kanan_pelaksana,
    k.kanan_induk,
    k.macam,
    CASE k.macam WHEN 'pernyataan' THEN k.kiri_id END AS kiri_pernyataan_id,
    CASE k.macam WHEN 'pernyataan' THEN k.kanan_id END AS kanan_pernyataan_id,
    k.beda_pendapat,
    k.kiri_sekarang_id,
    k.kanan_sekarang_id
FROM data.keputusan k;

COMMENT ON VIEW publik.keputusan IS 'Satu baris per keputusan peninjau atas sepasang indikator atau pernyataan, seperti adanya saat diputuskan, dengan artinya bagi rilis ini.';
COMMENT ON COLUMN publik.keputusan.keputusan_id IS 'Kunci keputusan';
COMMENT ON COLUMN publik.keputusan.pasangan IS 'Kunci pasangan; sama untuk semua keputusan atas tulisan yang sama';
COMMENT ON COLUMN publik.keputusan.putusan IS 'Putusan peninjau: ya, sama, berubah, perlu diperiksa, tidak, cabut';
COMMENT ON COLUMN publik.keputusan.alasan IS 'Alasan peninjau';
COMMENT ON COLUMN publik.keputusan.oleh IS 'Yang memutuskan';
COMMENT ON COLUMN publik.keputusan.pada IS 'Waktu keputusan (UTC)';
COMMENT ON COLUMN publik.keputusan.status IS 'Arti keputusan bagi rilis ini: berlaku; usang (tulisan salah satu sisi sudah lain, tidak diterapkan); tidak dibandingkan; diganti; dicabut';
COMMENT ON COLUMN publik.keputusan.catatan IS 'Mengapa tidak berlaku; untuk yang usang, apa yang berubah';
COMMENT ON COLUMN publik.keputusan.kiri_indikator_id IS 'Kunci indikator di dokumen atas dalam rilis ini; kosong bila tidak ditemukan, dan untuk pernyataan';
COMMENT ON COLUMN publik.keputusan.kanan_indikator_id IS 'Kunci indikator di dokumen bawah dalam rilis ini; kosong bila tidak ditemukan, dan untuk pernyataan';
COMMENT ON COLUMN publik.keputusan.kiri_sekarang IS 'Nama yang kemungkinan menggantikannya di dokumen atas; kosong bila masih ada atau tidak diketahui';
COMMENT ON COLUMN publik.keputusan.kanan_sekarang IS 'Nama yang kemungkinan menggantikannya di dokumen bawah; kosong bila masih ada atau tidak diketahui';
COMMENT ON COLUMN publik.keputusan.kiri_jenis IS 'Jenis dokumen atas';
COMMENT ON COLUMN publik.keputusan.kiri_wilayah IS 'Wilayah dokumen atas';
COMMENT ON COLUMN publik.keputusan.kiri_opd IS 'Perangkat daerah penyusun dokumen atas';
COMMENT ON COLUMN publik.keputusan.kiri_tahun IS 'Tahun atau periode dokumen atas';
COMMENT ON COLUMN publik.keputusan.kiri_tingkat IS 'Tingkat indikator, atau jenis pernyataan, di dokumen atas saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kiri_kode IS 'Kode indikator di dokumen atas saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kiri_indikator IS 'Nama indikator, atau teks pernyataan, di dokumen atas saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kiri_satuan IS 'Satuan indikator di dokumen atas saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kiri_pelaksana IS 'Pelaksana yang tercetak di baris indikator dokumen atas saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kiri_induk IS 'Pernyataan dan butir di atas indikator dokumen atas saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kanan_jenis IS 'Jenis dokumen bawah';
COMMENT ON COLUMN publik.keputusan.kanan_wilayah IS 'Wilayah dokumen bawah';
COMMENT ON COLUMN publik.keputusan.kanan_opd IS 'Perangkat daerah penyusun dokumen bawah';
COMMENT ON COLUMN publik.keputusan.kanan_tahun IS 'Tahun atau periode dokumen bawah';
COMMENT ON COLUMN publik.keputusan.kanan_tingkat IS 'Tingkat indikator, atau jenis pernyataan, di dokumen bawah saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kanan_kode IS 'Kode indikator di dokumen bawah saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kanan_indikator IS 'Nama indikator, atau teks pernyataan, di dokumen bawah saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kanan_satuan IS 'Satuan indikator di dokumen bawah saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kanan_pelaksana IS 'Pelaksana yang tercetak di baris indikator dokumen bawah saat diputuskan';
COMMENT ON COLUMN publik.keputusan.kanan_induk IS 'Pernyataan dan butir di atas indikator dokumen bawah saat diputuskan';
COMMENT ON COLUMN publik.keputusan.macam IS 'Yang diputuskan: indikator, atau pernyataan (misi, tujuan, sasaran, ...)';
COMMENT ON COLUMN publik.keputusan.kiri_pernyataan_id IS 'Kunci pernyataan di dokumen atas dalam rilis ini; kosong bila tidak ditemukan, dan untuk indikator';
COMMENT ON COLUMN publik.keputusan.kanan_pernyataan_id IS 'Kunci pernyataan di dokumen bawah dalam rilis ini; kosong bila tidak ditemukan, dan untuk indikator';
COMMENT ON COLUMN publik.keputusan.beda_pendapat IS 'Putusan terakhir peninjau lain atas pasangan yang sama bila bertentangan: siapa, kapan, putusan, alasan; yang terbaru yang berlaku';
COMMENT ON COLUMN publik.keputusan.kiri_sekarang_id IS 'Kunci indikator atau pernyataan yang kemungkinan menggantikannya di dokumen atas';
COMMENT ON COLUMN publik.keputusan.kanan_sekarang_id IS 'Kunci indikator atau pernyataan yang kemungkinan menggantikannya di dokumen bawah';
