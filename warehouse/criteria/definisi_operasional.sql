-- nama: Indikator mempunyai definisi operasional atau formula
-- menilai: Setiap indikator tujuan, sasaran, dan IKU dalam tabel yang mempunyai kolom definisi, penjelasan, atau formula (keputusan IKU, Renstra,
--   LKjIP, dan lain-lain), tiap nama sekali. Terpenuhi bila selnya terisi, tidak bila tercetak kosong. Tanpa tabel seperti itu
--   dinilai orang.
-- bertumpu: kolom definisi dan formula (publik.indikator)
-- orang: benar tidaknya definisi dan rumus; definisi di luar tabel; keandalan sumber data
-- sejak: 0.2.0
WITH isi AS (
    SELECT d.subjek_id, i.indikator_id, i.nama_baku, i.urutan, i.halaman, d.dokumen, concat(i.definisi, i.formula) AS teks
    FROM data.dokumen_dinilai d
    JOIN data.indikator i USING (dokumen_id)
    WHERE i.tingkat IN ('tujuan', 'sasaran', 'iku') AND (i.definisi IS NOT NULL OR i.formula IS NOT NULL)),
satu AS (
    SELECT * FROM isi
    QUALIFY row_number() OVER (PARTITION BY subjek_id, nama_baku ORDER BY teks = '', urutan) = 1)
SELECT subjek_id, indikator_id AS id, (teks <> '')::INT AS nilai,
       CASE WHEN teks = '' THEN format('Sel definisi dan formulanya kosong dalam {}.', dokumen) ELSE format('Tertulis dalam {}.', dokumen) END AS alasan
FROM satu
UNION ALL
SELECT u.subjek_id, u.indikator_id, NULL, 'Tidak ada tabel dengan kolom definisi atau formula; dinilai orang.'
FROM data.indikator_utama u
WHERE NOT EXISTS (FROM isi i WHERE i.subjek_id = u.subjek_id)
