-- judul: Indikator sama dengan satuan yang tidak setara
-- menjawab: Indikator berpasangan mana yang satuannya tidak dapat dibandingkan?
SELECT
    t.jenjang,
    t.kiri_indikator,
    k.satuan AS kiri_satuan,
    t.kiri_dokumen,
    t.kiri_berkas,
    t.kiri_halaman,
    t.kanan_indikator,
    n.satuan AS kanan_satuan,
    t.kanan_dokumen,
    t.kanan_berkas,
    t.kanan_halaman
FROM publik.tautan t
JOIN publik.indikator k ON k.indikator_id = t.kiri_indikator_id
JOIN publik.indikator n ON n.indikator_id = t.kanan_indikator_id
WHERE k.satuan_kelas <> n.satuan_kelas
ORDER BY t.jenjang, t.kiri_indikator, t.kanan_dokumen;
