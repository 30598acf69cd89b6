-- id: D07
-- nama: Kondisi awal berbeda dari capaian yang tercetak
-- membandingkan: Kondisi awal satu indikator dengan realisasi tahun yang sama dari indikator bernama sama di dokumen itu juga (tabel capaian bab II,
--   T-C.23) dan di LKjIP perangkat daerah itu. Diam bila satu cetakan pun cocok. Baris dari tingkat yang berlainan: perlu diperiksa.
-- tingkat: M
-- dasar: Praktik reviu: kondisi awal diambil dari capaian yang sudah dilaporkan.
-- contoh: Prevalensi stunting 2024 di tabel capaian 11,31, kondisi awal 2024 di tabel target 18,6.
-- perbaikan: Pakai angka dari satu sumber data, atau sebut sumber masing-masing angka.
-- sejak: 0.2.0
WITH isi AS (
    SELECT i.indikator_id, i.dokumen_id, d.jenis, d.opd_kunci AS opd_dokumen, i.opd_kunci, i.nama, i.nama_baku, i.tingkat, i.satuan, i.satuan_kelas, i.urutan, i.keyakinan,
           i.judul_tabel, i.halaman, d.wilayah
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja', 'LKjIP')),
awal AS (SELECT i.*, n AS sel FROM isi i JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'awal' AND n.tahun IS NOT NULL AND n.triwulan IS NULL WHERE i.jenis <> 'LKjIP'),
capaian AS (SELECT i.*, n AS sel FROM isi i JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'realisasi' AND n.tahun IS NOT NULL AND n.triwulan IS NULL),
berdua AS (
    SELECT a.indikator_id AS kiri_id, c.indikator_id AS kanan_id, a.dokumen_id, c.dokumen_id AS kanan_dokumen, a.opd_kunci, a.nama, a.nama_baku, a.urutan, c.urutan AS kanan_urutan,
           struct_extract(a.sel, 'tahun') AS tahun, data.tulis(struct_extract(a.sel, 'mentah'), a.satuan) AS kiri_nilai,
           data.tulis(struct_extract(c.sel, 'mentah'), c.satuan) AS kanan_nilai, c.judul_tabel, c.halaman,
           data.banding(a.sel, c.sel) AS hasil, least(a.keyakinan, c.keyakinan) AS keyakinan,
           data.anak_tangga(a.tingkat) = data.anak_tangga(c.tingkat) AND a.satuan_kelas IS NOT NULL AND a.satuan_kelas IS NOT DISTINCT FROM c.satuan_kelas AS setingkat
    FROM awal a
    JOIN capaian c ON c.nama_baku = a.nama_baku AND struct_extract(c.sel, 'tahun') = struct_extract(a.sel, 'tahun')
        AND (c.dokumen_id = a.dokumen_id AND c.opd_kunci IS NOT DISTINCT FROM a.opd_kunci
             OR c.jenis = 'LKjIP' AND c.opd_kunci = a.opd_kunci AND c.wilayah IS NOT DISTINCT FROM a.wilayah)
        AND coalesce(a.satuan_kelas, c.satuan_kelas) IS NOT DISTINCT FROM coalesce(c.satuan_kelas, a.satuan_kelas)),
dinilai AS (
    SELECT *, bool_or(hasil = 'sama') OVER (PARTITION BY dokumen_id, opd_kunci, nama_baku, tahun) AS ada_yang_sama FROM berdua)
SELECT d.kiri_id, d.kanan_id, d.tahun,
       d.kiri_nilai AS nilai_kiri,
       d.kanan_nilai AS nilai_kanan,
       format('Kondisi awal {} indikator "{}" dalam {} tertulis {}, tetapi capaian {} yang tercetak di {}{} {}.', d.tahun, d.nama, s.sebutan, d.kiri_nilai, d.tahun,
              CASE WHEN d.kanan_dokumen = d.dokumen_id THEN 'dokumen itu juga' ELSE k.sebutan END,
              CASE WHEN d.halaman IS NULL THEN '' ELSE ' (hlm. ' || d.halaman || ')' END, d.kanan_nilai) AS uraian,
       NULL AS dicari_di,
       data.putusan(d.hasil = 'beda' AND d.setingkat, d.keyakinan) AS putusan,
       d.keyakinan
FROM dinilai d
JOIN data.sebutan s ON s.dokumen_id = d.dokumen_id
JOIN data.sebutan k ON k.dokumen_id = d.kanan_dokumen
WHERE d.hasil IN ('beda', 'ragu', 'jauh') AND NOT coalesce(d.ada_yang_sama, false)
QUALIFY row_number() OVER (PARTITION BY d.dokumen_id, d.opd_kunci, d.nama_baku ORDER BY d.setingkat DESC, d.hasil <> 'beda', d.tahun, d.urutan, d.kanan_urutan) = 1
