-- judul: Rangkaian target satu indikator di semua dokumen
-- menjawab: Bagaimana target tiap indikator berjalan dari tahun ke tahun, dokumen demi dokumen?
SELECT
    i.indikator_baku,
    i.dokumen,
    i.indikator,
    i.satuan,
    string_agg(t.tertulis, ' ' ORDER BY t.tahun) FILTER (t.peran = 'awal') AS kondisi_awal,
    string_agg(t.tahun || ': ' || t.tertulis, '; ' ORDER BY t.tahun) FILTER (t.peran = 'target') AS target,
    string_agg(t.tertulis, ' ') FILTER (t.peran = 'akhir') AS kondisi_akhir,
    i.berkas,
    i.halaman
FROM publik.indikator i
JOIN publik.target t USING (indikator_id)
GROUP BY i.indikator_id, i.indikator_baku, i.dokumen, i.indikator, i.satuan, i.berkas, i.halaman
ORDER BY i.indikator_baku, i.dokumen, i.halaman;
