-- Pages of a file's chapters, by the headings that were read; `sampai` is the first page of the next one, NULL for the last.
CREATE VIEW data.rentang_bab AS
SELECT dokumen_id, berkas_id, lower(teks) AS judul, halaman, lead(halaman) OVER (PARTITION BY berkas_id ORDER BY halaman, urutan) AS sampai
FROM data.keterangan WHERE jenis = 'bab' AND halaman IS NOT NULL;
