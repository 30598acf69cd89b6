-- judul: Nilai yang perlu dibaca manusia
-- menjawab: Sel nilai mana yang dapat dibaca dengan lebih dari satu cara, dan apa saja bacaannya?
SELECT dokumen, indikator, satuan, peran, tahun, tertulis, jenis_nilai, bacaan_lain, catatan, berkas, halaman
FROM publik.target
WHERE jenis_nilai = 'ambigu' OR bacaan_lain IS NOT NULL OR catatan IS NOT NULL
ORDER BY dokumen, berkas, halaman, indikator, tahun;
