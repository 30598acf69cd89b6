-- id: B02
-- nama: Indikator dokumen atas tidak diteruskan
-- membandingkan: Setiap indikator program (RKPD terhadap RPJMD), dan indikator program, kegiatan, dan sub kegiatan (Renja terhadap RKPD
--   dan Renstra) yang mempunyai target pada tahun itu, bila butir yang sama di dokumen bawah mempunyai indikator pada tingkat itu
--   dan semuanya sudah berpasangan. Indikator yang diganti dengan indikator lain dilaporkan B01, butir yang tidak ada A05, A08,
--   dan A10, indikator program RPJMD terhadap Renstra A03. Program penunjang tidak diperiksa. Satu temuan per dokumen bila banyak.
-- tingkat: M
-- dasar: Permendagri 86/2017 (Renja dan RKPD menjabarkan dokumen di atasnya; pasal belum diverifikasi); Form 1 konsistensi program.
-- contoh: Renstra memberi 2.16.03 dua indikator dengan target 2026, Renja 2026 hanya memuat yang pertama.
-- perbaikan: Tambahkan indikator itu ke dokumen bawah, atau beri keterangan mengapa tidak dipakai.
-- sejak: 0.1.0
WITH pasang AS (
    SELECT p.*, r.opd_kunci, r.tahun_awal FROM data.pasangan p JOIN data.dokumen r ON r.dokumen_id = p.kanan_dokumen
    WHERE p.jenjang IN ('RPJMD-RKPD', 'RKPD-Renja', 'Renstra-Renja')),
-- One RKPD is the upper side of hundreds of Renja: of each only that office's rows.
sisi AS (
    SELECT i.*, p.kanan_dokumen, p.jenjang, p.tahun_awal FROM pasang p JOIN data.indikator i ON i.dokumen_id = p.kiri_dokumen
    WHERE p.jenjang <> 'RKPD-Renja'
    UNION ALL
    SELECT i.*, p.kanan_dokumen, p.jenjang, p.tahun_awal FROM pasang p JOIN data.indikator i ON i.dokumen_id = p.kiri_dokumen AND i.opd_kunci = p.opd_kunci
    WHERE p.jenjang = 'RKPD-Renja'),
atas AS (
    SELECT i.* EXCLUDE (tahun_awal), data.kode_umum(i.kode_baku) AS kode_cari, i.tahun_awal AS tahun
    FROM sisi i
    WHERE i.kode_baku LIKE '%.%.%' AND NOT data.penunjang(i.kode_baku)
      AND (i.tingkat = 'program' OR i.tingkat IN ('kegiatan', 'subkegiatan') AND i.jenjang <> 'RPJMD-RKPD')
      AND EXISTS (SELECT 1 FROM data.nilai n WHERE n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.tahun = i.tahun_awal
                  AND n.jenis <> 'kosong' AND coalesce(n.nilai, 1) <> 0)
    QUALIFY row_number() OVER (PARTITION BY i.dokumen_id, i.kanan_dokumen, kode_cari, i.tingkat, i.nama_baku, i.opd_kunci ORDER BY i.urutan) = 1),
tautan AS (
    SELECT t.kiri_dokumen, t.kanan_dokumen, k.nama_baku AS kiri_baku, n.nama_baku AS kanan_baku
    FROM data.tautan t JOIN data.indikator k ON k.indikator_id = t.kiri_id JOIN data.indikator n ON n.indikator_id = t.kanan_id),
tak_bertaut AS (
    SELECT a.* FROM atas a
    ANTI JOIN tautan t ON t.kiri_dokumen = a.dokumen_id AND t.kanan_dokumen = a.kanan_dokumen AND t.kiri_baku = a.nama_baku),
-- What the lower document prints for the same item: all of it must have found its partner, else it is a replacement.
bawah AS (
    SELECT a.indikator_id, a.kanan_dokumen, array_to_string(list(DISTINCT '"' || b.nama || '"')[1:4], ', ') AS isi,
           bool_and(t.kanan_baku IS NOT NULL) AS berpasangan
    FROM tak_bertaut a
    JOIN data.indikator b ON b.dokumen_id = a.kanan_dokumen AND b.tingkat = a.tingkat AND data.kode_umum(b.kode_baku) = a.kode_cari
    LEFT JOIN (SELECT DISTINCT kiri_dokumen, kanan_dokumen, kanan_baku FROM tautan) t
        ON t.kiri_dokumen = a.dokumen_id AND t.kanan_dokumen = a.kanan_dokumen AND t.kanan_baku = b.nama_baku
    GROUP BY ALL
    HAVING berpasangan AND max(data.mirip(a.nama_baku, b.nama_baku)) < 0.6 AND max(data.mirip_kata(a.nama_baku, b.nama_baku)) < 0.6),
serupa AS (
    SELECT a.indikator_id, a.kanan_dokumen, max(data.mirip(a.nama_baku, x.nama_baku)) AS mirip
    FROM tak_bertaut a
    JOIN bawah b ON b.indikator_id = a.indikator_id AND b.kanan_dokumen = a.kanan_dokumen
    JOIN data.indikator x ON x.dokumen_id = a.kanan_dokumen
    GROUP BY ALL),
hilang AS (
    SELECT a.*, b.isi, s.mirip, concat_ws(' ', a.kode_baku, '"' || a.nama || '"') AS sebut,
           count(*) OVER (PARTITION BY a.dokumen_id, a.kanan_dokumen) >= data.ambang('daftar_mulai') AS massal
    FROM tak_bertaut a
    JOIN bawah b ON b.indikator_id = a.indikator_id AND b.kanan_dokumen = a.kanan_dokumen
    JOIN serupa s ON s.indikator_id = a.indikator_id AND s.kanan_dokumen = a.kanan_dokumen
    WHERE s.mirip < 0.9)
SELECT arg_min(h.indikator_id, h.urutan) AS kiri_id,
       CASE WHEN h.massal THEN h.kanan_dokumen END AS kanan_id,
       any_value(h.tahun) AS tahun,
       data.lima(list(h.sebut ORDER BY h.urutan)) AS nilai_kiri,
       CASE WHEN NOT h.massal THEN any_value(h.isi) END AS nilai_kanan,
       CASE WHEN h.massal
            THEN format('{} indikator dalam {} tidak diteruskan ke {}{}, walaupun program atau kegiatannya ada: {}.', count(*), sk.sebutan, sr.sebutan,
                        l.catatan, data.lima(list(h.sebut ORDER BY h.urutan)))
            ELSE format('Indikator {} "{}" dalam {} tidak diteruskan ke {}{}; untuk {} di sana hanya tertulis {}.', data.sebut_tingkat(any_value(h.tingkat)),
                        any_value(h.nama), sk.sebutan, sr.sebutan, l.catatan, any_value(h.kode_baku), any_value(h.isi))
       END AS uraian,
       sr.sebutan AS dicari_di,
       data.putusan(l.lengkap AND max(h.mirip) < 0.8, min(h.keyakinan)) AS putusan,
       min(h.keyakinan) AS keyakinan
FROM hilang h
JOIN data.sebutan sk ON sk.dokumen_id = h.dokumen_id
JOIN data.sebutan sr ON sr.dokumen_id = h.kanan_dokumen
JOIN data.kelengkapan l ON l.dokumen_id = h.kanan_dokumen
GROUP BY h.dokumen_id, h.kanan_dokumen, h.massal, CASE WHEN NOT h.massal THEN h.indikator_id END, sk.sebutan, sr.sebutan, l.catatan, l.lengkap
