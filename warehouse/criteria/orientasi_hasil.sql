-- nama: Tujuan dan sasaran menggambarkan kondisi yang hendak dicapai
-- menilai: Setiap tujuan dan sasaran dokumen jangka menengah (bila tidak ada, dokumen tahunan), yang sama sekali saja. Terpenuhi bila diawali kata
--   kondisi (Meningkatnya, Terwujudnya), tidak bila diawali kata proses (Melaksanakan, Tersusunnya).
-- bertumpu: kata pertama pernyataan (publik.orientasi_hasil, models/lexicon/quality.toml)
-- orang: kata kerja perubahan (Meningkatkan, Mewujudkan); mutu hasil; kaitan dengan isu strategis dan tugas organisasi
-- sejak: 0.1.0
WITH sumber AS (
    SELECT subjek_id, dokumen_id FROM data.dokumen_dinilai d
    WHERE (menengah OR tahunan) AND EXISTS (SELECT 1 FROM data.pernyataan p WHERE p.dokumen_id = d.dokumen_id AND p.jenis IN ('tujuan', 'sasaran'))
    QUALIFY row_number() OVER (PARTITION BY subjek_id ORDER BY menengah DESC, dokumen_id) = 1)
SELECT s.subjek_id, p.pernyataan_id AS id, o.nilai, o.alasan
FROM sumber s
JOIN data.pernyataan p USING (dokumen_id)
JOIN data.orientasi_hasil o USING (pernyataan_id)
QUALIFY row_number() OVER (PARTITION BY s.subjek_id, p.jenis, data.huruf(p.teks) ORDER BY p.urutan) = 1
