-- judul: Tujuan dan sasaran tiap dokumen
-- menjawab: Tujuan dan sasaran apa yang dinyatakan tiap dokumen, dan di bawah pernyataan apa?
SELECT dokumen, jenis, nomor, teks, induk_jenis, induk_teks, sumber, berkas, halaman
FROM publik.pernyataan
WHERE jenis IN ('tujuan', 'sasaran')
ORDER BY dokumen, urutan;
