-- judul: Target yang berbeda antara dua dokumen
-- menjawab: Indikator sama manakah yang target tahunnya berlainan (di luar pembulatan), berapa, dan di halaman mana?
SELECT
    t.jenjang,
    t.kiri_indikator AS indikator,
    a.tahun,
    a.tertulis AS kiri_target,
    b.tertulis AS kanan_target,
    b.nilai - a.nilai AS selisih,
    t.kiri_satuan,
    t.kanan_satuan,
    t.kiri_dokumen,
    a.berkas AS kiri_berkas,
    a.halaman AS kiri_halaman,
    t.kanan_dokumen,
    b.berkas AS kanan_berkas,
    b.halaman AS kanan_halaman
FROM publik.tautan t
JOIN publik.target a ON a.indikator_id = t.kiri_indikator_id AND a.peran = 'target'
JOIN publik.target b ON b.indikator_id = t.kanan_indikator_id AND b.peran = 'target' AND b.tahun = a.tahun
WHERE t.hubungan <> 'perlu diperiksa'
  AND a.nilai <> b.nilai
  AND (a.desimal = b.desimal OR abs(a.nilai - b.nilai) > 0.5 * power(10, -least(a.desimal, b.desimal)))
ORDER BY t.jenjang, indikator, a.tahun;
