-- judul: Indikator tanpa padanan di dokumen bawahnya
-- menjawab: Indikator dokumen atas mana yang tidak ditemukan di dokumen mana pun yang dipasangkan dengannya?
SELECT
    i.dokumen,
    i.tingkat,
    i.indikator,
    i.penanggung_jawab,
    p.jenjang,
    string_agg(p.kanan_dokumen, '; ' ORDER BY p.kanan_dokumen) AS dicari_di,
    i.berkas,
    i.halaman
FROM publik.indikator i
JOIN publik.pasangan p ON p.kiri_dokumen_id = i.dokumen_id
WHERE NOT EXISTS (
    SELECT 1 FROM publik.tautan t WHERE t.kiri_indikator_id = i.indikator_id AND t.jenjang = p.jenjang
)
GROUP BY i.indikator_id, i.dokumen, i.tingkat, i.indikator, i.penanggung_jawab, p.jenjang, i.berkas, i.halaman
ORDER BY i.dokumen, p.jenjang, i.halaman, i.indikator;
