-- id: A14
-- nama: Indikator tujuan dan sasaran tidak ada di Perjanjian Kinerja
-- membandingkan: Indikator tujuan dan sasaran yang bertarget pada tahun Perjanjian Kinerja (PK, atau LKjIP yang melaporkannya): dari RPJMD untuk PK
--   daerah, dari Renstra untuk PK perangkat daerah; menurut tautan, lalu nama. Dilaporkan bila kurang dari 95% ada di PK. Diam bila
--   PK tidak memuat indikator tujuan atau sasaran, atau tidak satu pun ditemukan. Satu temuan per pasangan dokumen; bila kurang dari
--   separuh ada, atau nama yang mirip ada di PK, perlu diperiksa.
-- tingkat: M
-- dasar: Lembar kerja evaluasi AKIP sebuah kabupaten (nilai a bila lebih dari 95% indikator tujuan dan sasaran ada di PK).
-- contoh: 9 dari 12 indikator sasaran Renstra ada di PK 2026; yang tidak: "Persentase rumah layak huni".
-- perbaikan: Masukkan indikator itu ke PK dengan target tahun itu, atau sebut mengapa tidak diperjanjikan.
-- sejak: 0.2.0
WITH atas AS (
    SELECT p.jenjang, p.kanan_dokumen, r.tahun_awal AS tahun, i.indikator_id, i.dokumen_id, i.nama, i.nama_baku, i.urutan, i.keyakinan
    FROM data.pasangan p
    JOIN data.dokumen r ON r.dokumen_id = p.kanan_dokumen
    JOIN data.indikator i ON i.dokumen_id = p.kiri_dokumen
    WHERE p.jenjang IN ('RPJMD-PK', 'Renstra-PK') AND i.tingkat IN ('tujuan', 'sasaran') AND i.asal IS NULL
      AND EXISTS (SELECT 1 FROM data.nilai n WHERE n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.tahun = r.tahun_awal AND n.jenis <> 'kosong')
      AND EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = p.kanan_dokumen AND x.tingkat IN ('tujuan', 'sasaran', 'iku'))
    QUALIFY row_number() OVER (PARTITION BY p.kiri_dokumen, p.kanan_dokumen, i.nama_baku ORDER BY i.urutan) = 1),
-- What the PK agrees on: goals and programs with a target of its year (an LKjIP names others in passing).
isi_pk AS (
    SELECT DISTINCT i.indikator_id, i.dokumen_id, i.nama_baku
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.tahun = d.tahun_awal AND n.jenis <> 'kosong'
    WHERE data.anak_tangga(i.tingkat) <= 2 AND i.dokumen_id IN (SELECT kanan_dokumen FROM data.pasangan WHERE jenjang IN ('RPJMD-PK', 'Renstra-PK'))),
bertaut AS (
    SELECT DISTINCT i.dokumen_id, i.nama_baku, t.kanan_dokumen
    FROM data.tautan t JOIN data.indikator i ON i.indikator_id = t.kiri_id JOIN isi_pk k ON k.indikator_id = t.kanan_id
    WHERE t.jenjang IN ('RPJMD-PK', 'Renstra-PK')),
nama_pk AS (SELECT DISTINCT dokumen_id, nama_baku FROM isi_pk),
dicari AS (
    SELECT a.*, b.nama_baku IS NOT NULL OR n.nama_baku IS NOT NULL AS ketemu
    FROM atas a
    LEFT JOIN bertaut b ON b.dokumen_id = a.dokumen_id AND b.nama_baku = a.nama_baku AND b.kanan_dokumen = a.kanan_dokumen
    LEFT JOIN nama_pk n ON n.dokumen_id = a.kanan_dokumen AND n.nama_baku = a.nama_baku),
serupa AS (
    SELECT d.indikator_id, d.kanan_dokumen, max(greatest(data.mirip(d.nama_baku, x.nama_baku), data.mirip_kata(d.nama_baku, x.nama_baku))) AS mirip
    FROM dicari d JOIN nama_pk x ON x.dokumen_id = d.kanan_dokumen
    WHERE NOT d.ketemu GROUP BY ALL),
hitung AS (
    SELECT d.dokumen_id, d.kanan_dokumen, any_value(d.tahun) AS tahun, count(*) AS banyak, count(*) FILTER (d.ketemu) AS ada,
           arg_min(d.indikator_id, d.urutan) FILTER (NOT d.ketemu) AS indikator_id,
           list('"' || d.nama || '"' ORDER BY d.urutan) FILTER (NOT d.ketemu) AS daftar,
           coalesce(max(s.mirip), 0) AS mirip, min(d.keyakinan) FILTER (NOT d.ketemu) AS keyakinan
    FROM dicari d LEFT JOIN serupa s ON s.indikator_id = d.indikator_id AND s.kanan_dokumen = d.kanan_dokumen
    GROUP BY d.dokumen_id, d.kanan_dokumen)
SELECT h.indikator_id AS kiri_id,
       h.kanan_dokumen AS kanan_id,
       h.tahun,
       data.lima(h.daftar) AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} dari {} indikator tujuan dan sasaran {} ({}%) ada di {}{}; yang tidak: {}.', h.ada, h.banyak, sk.sebutan,
              data.angka(floor(100.0 * h.ada / h.banyak)), sr.sebutan, l.catatan, data.lima(h.daftar)) AS uraian,
       sr.sebutan AS dicari_di,
       data.putusan(l.lengkap AND h.ada * 2 >= h.banyak AND h.mirip < 0.75, h.keyakinan) AS putusan,
       h.keyakinan
FROM hitung h
JOIN data.sebutan sk ON sk.dokumen_id = h.dokumen_id
JOIN data.sebutan sr ON sr.dokumen_id = h.kanan_dokumen
JOIN data.kelengkapan l ON l.dokumen_id = h.kanan_dokumen
WHERE h.ada > 0 AND h.ada < data.ambang('pk_terisi') * h.banyak
