-- id: C07
-- nama: Rumusan tujuan, sasaran, atau program berbeda untuk indikator yang sama
-- membandingkan: Tujuan, sasaran, atau program yang menaungi indikator bertaut "sama" pada tingkat yang sama di dua dokumen. Dilaporkan
--   bila rumusannya berlainan sesudah tanda baca disamakan dan rumusan atas tidak tercetak di dokumen bawah. Sasaran RPJMD dan
--   sasaran Renstra memang boleh berlainan rumusan: perlu diperiksa. Satu pasangan rumusan dilaporkan sekali.
-- tingkat: m
-- dasar: Praktik reviu: indikator yang sama mengukur tujuan, sasaran, atau program yang sama.
-- contoh: "Program Pengelolaan Persampahan" di Renstra, "Program Pengelolaan Sampah" di Renja, indikatornya sama.
-- perbaikan: Pakai rumusan dokumen yang lebih tinggi, atau jelaskan perubahannya.
-- sejak: 0.2.0
WITH naungan AS (
    SELECT indikator_id, dokumen_id, nama, urutan, keyakinan, tingkat,
           CASE tingkat WHEN 'tujuan' THEN tujuan WHEN 'sasaran' THEN sasaran WHEN 'program' THEN program END AS teks
    FROM data.indikator WHERE tingkat IN ('tujuan', 'sasaran', 'program')),
-- All wordings of a document, whatever table prints them.
tercetak AS (
    SELECT dokumen_id, data.ejaan(teks) AS teks FROM naungan WHERE teks IS NOT NULL
    UNION SELECT dokumen_id, data.ejaan(teks) FROM data.pernyataan
    UNION SELECT dokumen_id, data.ejaan(nama) FROM data.butir WHERE tingkat = 'program'),
beda AS (
    SELECT t.*, k.tingkat, k.teks AS kiri_teks, r.teks AS kanan_teks, k.nama, k.urutan AS kiri_urutan, r.urutan AS kanan_urutan,
           least(k.keyakinan, r.keyakinan) AS baris, data.ejaan(k.teks) AS kiri_huruf, data.ejaan(r.teks) AS kanan_huruf
    FROM data.tautan_serumusan t
    JOIN naungan k ON k.indikator_id = t.kiri_id
    JOIN naungan r ON r.indikator_id = t.kanan_id AND r.tingkat = k.tingkat
    WHERE t.hubungan = 'sama' AND k.teks IS NOT NULL AND r.teks IS NOT NULL),
sisa AS (
    SELECT b.* FROM beda b
    WHERE b.kiri_huruf <> b.kanan_huruf
      AND NOT contains(b.kiri_huruf, b.kanan_huruf) AND NOT contains(b.kanan_huruf, b.kiri_huruf)
      AND NOT EXISTS (SELECT 1 FROM tercetak x WHERE x.dokumen_id = b.kanan_dokumen AND x.teks = b.kiri_huruf)
      AND NOT EXISTS (SELECT 1 FROM tercetak x WHERE x.dokumen_id = b.kiri_dokumen AND x.teks = b.kanan_huruf))
SELECT s.kiri_id, s.kanan_id,
       NULL AS tahun,
       s.kiri_teks AS nilai_kiri,
       s.kanan_teks AS nilai_kanan,
       format('Indikator "{}" mengukur {} "{}" dalam {}, tetapi "{}" dalam {}.', s.nama, s.tingkat, s.kiri_teks, sk.sebutan, s.kanan_teks, sr.sebutan) AS uraian,
       NULL AS dicari_di,
       -- wholly other words: the row may stand under another heading, or the heading was not read
       data.putusan(data.mirip_ejaan(s.kiri_huruf, s.kanan_huruf) >= 0.6 AND (s.tingkat = 'program' OR s.jenjang <> 'RPJMD-Renstra'), s.baris) AS putusan,
       s.baris * s.skor AS keyakinan
FROM sisa s
JOIN data.sebutan sk ON sk.dokumen_id = s.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = s.kanan_dokumen
-- without a word in common it is another sasaran with the same indicator, not another wording
WHERE data.mirip_kata(s.kiri_huruf, s.kanan_huruf) >= 0.34
QUALIFY row_number() OVER (PARTITION BY s.kiri_dokumen, s.kanan_dokumen, s.kiri_huruf ORDER BY s.skor DESC, s.kiri_urutan, s.kanan_urutan) = 1
