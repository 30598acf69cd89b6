-- judul: Indikator tanpa padanan di dokumen bawahnya
-- menjawab: Indikator dokumen atas mana yang tidak ditemukan di dokumen mana pun yang dipasangkan dengannya?
SELECT
    t.dokumen,
    t.tingkat,
    t.indikator,
    i.penanggung_jawab,
    t.jenjang,
    t.dicari_di,
    t.terdekat,
    t.skor,
    t.berkas,
    t.halaman
FROM publik.tanpa_padanan t
JOIN publik.indikator i USING (indikator_id)
WHERE t.hubungan = 'tidak berlanjut'
ORDER BY t.dokumen, t.jenjang, t.halaman, t.indikator;
