-- nama: Indikator kinerja utama dipertahankan dalam dokumen tahunan
-- menilai: Setiap indikator tujuan, sasaran, dan IKU dokumen jangka menengah yang bertaut dengan dokumen tahunannya, tiap nama sekali. Terpenuhi bila
--   rumusannya sama, tidak bila berubah; tautan yang tidak pasti dinilai orang. Yang tidak ditemukan dinilai kriteria rencana_mengacu.
-- bertumpu: tautan indikator (publik.tautan)
-- orang: alasan perubahan; perubahan dalam dokumen yang tidak ada dalam kumpulan
-- sejak: 0.1.0
SELECT d.subjek_id, i.indikator_id AS id,
       CASE t.hubungan WHEN 'sama' THEN 1 WHEN 'berubah' THEN 0 END AS nilai,
       CASE t.hubungan WHEN 'sama' THEN format('Sama dalam {}.', b.dokumen) WHEN 'berubah' THEN format('Menjadi "{}" dalam {}.', x.nama, b.dokumen)
            ELSE format('Mungkin "{}" dalam {}; tautannya tidak pasti.', x.nama, b.dokumen) END AS alasan
FROM data.dokumen_dinilai d
JOIN data.indikator i USING (dokumen_id)
JOIN data.tautan t ON t.kiri_id = i.indikator_id
JOIN data.indikator x ON x.indikator_id = t.kanan_id
JOIN data.dokumen_bernama b ON b.dokumen_id = x.dokumen_id
WHERE d.menengah AND i.tingkat IN ('tujuan', 'sasaran', 'iku') AND b.jenis IN ('RKPD', 'Renja') AND x.tingkat IS DISTINCT FROM 'kegiatan' AND x.tingkat IS DISTINCT FROM 'subkegiatan'
-- an indicator printed in several tables has the best of its links
QUALIFY row_number() OVER (PARTITION BY d.subjek_id, i.nama_baku ORDER BY list_position(['sama', 'berubah', 'perlu diperiksa'], t.hubungan), t.skor DESC, i.urutan) = 1
