CREATE OR REPLACE VIEW publik.kaskade_hilang AS
WITH ada AS (SELECT dokumen_id, jenis, count(*) AS banyak FROM data.simpul GROUP BY ALL),
-- 1. A node without what most of its siblings have.
kosong AS (
    SELECT x.dokumen_id, x.simpul_id, x.hilang,
           format('{} tanpa {}; {} dari {} {} dalam dokumen ini mempunyainya.', upper(x.jenis[1]) || data.sebut_hilang(x.jenis)[2:],
                  data.sebut_hilang(x.hilang), x.terisi, x.semua, data.sebut_hilang(x.jenis)) AS uraian,
           NULL AS dicari_di, true AS pasti
    FROM data.kaskade_isi x WHERE x.banyak = 0 AND x.terisi * 2 >= x.semua),
-- 2. Few or none of a kind have what is printed elsewhere in the document: one row for the document.
lepas AS (
    SELECT x.dokumen_id, NULL, x.hilang,
           format('{} dari {} {} terhubung dengan {}: dokumen tidak menyebutnya, atau tabelnya tidak terbaca.',
                  CASE WHEN any_value(x.terisi) = 0 THEN 'Tidak satu pun' ELSE 'Hanya ' || any_value(x.terisi) END,
                  any_value(x.semua), data.sebut_hilang(x.jenis), data.sebut_hilang(x.hilang)), NULL, false
    FROM data.kaskade_isi x
    WHERE x.terisi * 2 < x.semua
      AND (x.hilang = 'indikator' OR EXISTS (SELECT 1 FROM ada a WHERE a.dokumen_id = x.dokumen_id AND a.jenis = x.hilang))
    GROUP BY x.dokumen_id, x.jenis, x.hilang),
-- 3. A kind that a document of this kind must have, and of which nothing was read.
tiada AS (
    SELECT d.dokumen_id, NULL, u.jenis, format('Tidak ada {} yang terbaca dalam {}.', data.sebut_hilang(u.jenis), d.dokumen), NULL, false
    FROM data.dokumen_bernama d
    JOIN (SELECT jenis_dokumen, unnest(jenis) AS jenis FROM data.kaskade_wajib) u ON u.jenis_dokumen = d.jenis
    WHERE NOT EXISTS (SELECT 1 FROM ada a WHERE a.dokumen_id = d.dokumen_id AND a.jenis = u.jenis)
      AND (u.jenis <> 'subkegiatan' OR d.tahun_akhir >= 2021)),  -- Permendagri 90/2019
-- 4. A sasaran of the region that no Renstra or Renja takes up, as tujuan or sasaran, in any of those it was looked for in.
dipasangkan AS (
    SELECT p.jenjang, p.kiri_dokumen, count(*) AS banyak, string_agg(d.dokumen, '; ' ORDER BY d.dokumen) AS dicari_di
    FROM data.pasangan p
    JOIN data.dokumen_bernama d ON d.dokumen_id = p.kanan_dokumen
    WHERE p.jenjang IN ('RPJMD-Renstra', 'RKPD-Renja')
      AND EXISTS (SELECT 1 FROM ada a WHERE a.dokumen_id = p.kanan_dokumen AND a.jenis IN ('tujuan', 'sasaran'))
    GROUP BY ALL),
tidak_diteruskan AS (
    SELECT s.dokumen_id, s.simpul_id, 'lanjutan di ' || string_split(p.jenjang, '-')[2],
           format('Sasaran ini tidak ditemukan sebagai tujuan atau sasaran di {} {} yang dibandingkan.', p.banyak, string_split(p.jenjang, '-')[2]),
           p.dicari_di, false
    FROM data.simpul s
    JOIN dipasangkan p ON p.kiri_dokumen = s.dokumen_id
    WHERE s.jenis = 'sasaran'
      AND NOT EXISTS (SELECT 1 FROM data.simpul_lintas l WHERE l.kiri_id = s.simpul_id AND l.jenjang = p.jenjang)),
-- 5. A statement that the lower document of the same region or OPD does not repeat; sure where it repeats most of that kind.
dibandingkan AS (
    SELECT t.*, p.dokumen_id, p.jenis, data.huruf(p.teks) AS kunci,
           count(*) FILTER (t.hubungan <> 'tidak berlanjut') OVER kelompok * 2 >= count(*) OVER kelompok AS diulang
    FROM data.tautan_pernyataan t
    JOIN data.pasangan q ON q.kiri_dokumen = t.kiri_dokumen AND q.kanan_dokumen = t.kanan_dokumen
    JOIN data.pernyataan p ON p.pernyataan_id = t.kiri_id
    WINDOW kelompok AS (PARTITION BY t.kiri_dokumen, t.kanan_dokumen, p.jenis)),
tidak_berlanjut AS (
    SELECT s.dokumen_id, s.simpul_id, 'lanjutan di ' || string_split(t.jenjang, '-')[2], upper(t.alasan[1]) || t.alasan[2:] || '.', d.dokumen,
           t.skor < 0.25 AND t.diulang
    FROM dibandingkan t
    JOIN data.simpul s ON s.dokumen_id = t.dokumen_id AND s.jenis = t.jenis AND s.kunci = t.kunci
    JOIN data.dokumen_bernama d ON d.dokumen_id = t.kanan_dokumen
    WHERE t.hubungan = 'tidak berlanjut'),
-- 6. Items that the rules did not find in the lower document.
butir_hilang AS (
    SELECT coalesce(b.dokumen_id, d.dokumen_id), s.simpul_id, CASE t.aturan WHEN 'A02' THEN 'lanjutan di Renstra' WHEN 'A05' THEN 'lanjutan di RKPD'
           ELSE 'lanjutan di Renja' END, t.uraian, t.dicari_di, t.putusan = 'tidak konsisten'
    FROM data.temuan t
    LEFT JOIN data.butir_kunci b ON b.butir_id = t.kiri_id
    LEFT JOIN data.simpul s ON s.dokumen_id = b.dokumen_id AND s.jenis = b.tingkat AND s.opd = b.opd AND s.kunci = b.kunci
    LEFT JOIN data.dokumen d ON d.dokumen_id = t.kiri_id
    WHERE t.aturan IN ('A02', 'A05', 'A08', 'A10') AND coalesce(b.dokumen_id, d.dokumen_id) IS NOT NULL),
semua AS (
    SELECT * FROM kosong UNION ALL SELECT * FROM lepas UNION ALL SELECT * FROM tiada UNION ALL SELECT * FROM tidak_diteruskan
    UNION ALL SELECT * FROM tidak_berlanjut UNION ALL SELECT * FROM butir_hilang)
SELECT
    x.dokumen_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    coalesce(nullif(s.opd, ''), d.opd_kunci) AS opd_kunci,
    s.simpul_id,
    coalesce(s.jenis, 'dokumen') AS jenis,
    s.kode,
    coalesce(s.teks, d.dokumen) AS teks,
    p.jalur,
    x.hilang,
    x.uraian || k.catatan AS uraian,
    x.dicari_di,
    CASE WHEN x.pasti AND k.lengkap AND coalesce(s.keyakinan, 1) >= 0.6 THEN 'tidak ada' ELSE 'perlu diperiksa' END AS putusan,
    f.nama AS berkas,
    s.halaman,
    s.tabel,
    s.baris,
    l.nama AS lembar,
    data.rentang(l.kolom_awal, l.kolom_akhir, s.baris) AS sel,
    s.kutipan
FROM semua x
JOIN data.dokumen_bernama d USING (dokumen_id)
JOIN data.kelengkapan k USING (dokumen_id)
LEFT JOIN data.simpul s ON s.simpul_id = x.simpul_id
LEFT JOIN data.pohon p ON p.simpul_id = s.simpul_id
LEFT JOIN data.berkas f ON f.berkas_id = s.berkas_id
LEFT JOIN data.lembar l ON l.berkas_id = s.berkas_id AND l.tabel = s.tabel;

COMMENT ON VIEW publik.kaskade_hilang IS 'Yang hilang di tiap simpul kaskade: tujuan tanpa sasaran, sasaran tanpa indikator atau program, program tanpa kegiatan, dan simpul yang tidak diteruskan ke dokumen di bawahnya.';
COMMENT ON COLUMN publik.kaskade_hilang.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.kaskade_hilang.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.kaskade_hilang.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.kaskade_hilang.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.kaskade_hilang.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.kaskade_hilang.opd_kunci IS 'Kunci perangkat daerah simpul ini, juga dalam RPJMD dan RKPD; sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.kaskade_hilang.simpul_id IS 'Kunci simpul di publik.kaskade; kosong bila yang hilang menyangkut seluruh dokumen';
COMMENT ON COLUMN publik.kaskade_hilang.jenis IS 'Jenis simpul: visi, misi, tujuan, sasaran, ..., atau dokumen';
COMMENT ON COLUMN publik.kaskade_hilang.kode IS 'Kode nomenklatur baku program, kegiatan, sub kegiatan';
COMMENT ON COLUMN publik.kaskade_hilang.teks IS 'Teks simpul, atau nama dokumen';
COMMENT ON COLUMN publik.kaskade_hilang.jalur IS 'Teks semua simpul dari yang paling atas sampai simpul ini';
COMMENT ON COLUMN publik.kaskade_hilang.hilang IS 'Yang tidak ada: tujuan, sasaran, program, kegiatan, subkegiatan, indikator, atau lanjutan di dokumen yang lebih rendah';
COMMENT ON COLUMN publik.kaskade_hilang.uraian IS 'Penjelasan dalam satu kalimat, dengan perbandingan atau calon terdekat';
COMMENT ON COLUMN publik.kaskade_hilang.dicari_di IS 'Dokumen tempat lanjutannya dicari; kosong bila dicari dalam dokumen yang sama';
COMMENT ON COLUMN publik.kaskade_hilang.putusan IS 'tidak ada, atau perlu diperiksa (dokumen tidak terbaca seluruhnya, atau mungkin tidak memuat bagian itu)';
COMMENT ON COLUMN publik.kaskade_hilang.berkas IS 'Nama berkas tempatnya tercetak';
COMMENT ON COLUMN publik.kaskade_hilang.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.kaskade_hilang.tabel IS 'Nomor tabel dalam berkas Word atau Excel (mulai 1)';
COMMENT ON COLUMN publik.kaskade_hilang.baris IS 'Nomor baris dalam tabel (mulai 1)';
COMMENT ON COLUMN publik.kaskade_hilang.lembar IS 'Nama lembar dalam berkas Excel';
COMMENT ON COLUMN publik.kaskade_hilang.sel IS 'Sel pada lembarnya, mis. A14:G14';
COMMENT ON COLUMN publik.kaskade_hilang.kutipan IS 'Tulisan tercetak yang menjadi bukti';
