-- nama: Isi dokumen konsisten
-- menilai: Setiap indikator, butir, dan pernyataan dokumen yang dinilai yang dibandingkan dengan dokumen atau bagian lain. Tidak terpenuhi bila ada temuan kritis
--   atau mayor dengan putusan tidak konsisten; temuan yang perlu diperiksa dinilai orang.
-- bertumpu: temuan (publik.temuan), tautan, dan kaskade
-- orang: temuan dengan putusan perlu diperiksa; perbedaan yang memang beralasan
-- sejak: 0.1.0
SELECT d.subjek_id, b.id, b.nilai, b.alasan
FROM data.dokumen_dinilai d JOIN data.banding_fakta b USING (dokumen_id)
WHERE (d.menengah OR d.tahunan) AND b.macam <> 'dokumen'
