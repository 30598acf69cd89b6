-- Notes on chapters and wording, by document.
SELECT CAST(row_number() OVER (ORDER BY kiri_dokumen, aturan) AS VARCHAR) AS no, kiri_dokumen AS bagian, uraian AS catatan
FROM publik.temuan WHERE aturan[1] IN ('F', 'G', 'H') AND status NOT IN ('bukan temuan', 'ditunda') ORDER BY kiri_dokumen, aturan LIMIT 60
