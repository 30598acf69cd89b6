-- nama: Dokumen tahunan mengacu pada dokumen jangka menengah
-- menilai: Setiap indikator tujuan, sasaran, dan program dokumen jangka menengah (Renstra, RPJMD) yang dibandingkan dengan dokumen tahunannya
--   (Renja, RKPD), tiap nama sekali. Terpenuhi bila dokumen tahunan memuatnya; tautan yang tidak pasti dinilai orang. Program penunjang tidak dinilai.
-- bertumpu: tautan indikator (publik.tautan) dan pasangan dokumen (publik.pasangan)
-- orang: indikator yang memang tidak direncanakan pada tahun itu
-- sejak: 0.1.0
WITH atas AS (
    SELECT d.subjek_id, i.*, p.kanan_dokumen, b.dokumen AS dokumen_bawah, l.lengkap
    FROM data.dokumen_dinilai d
    JOIN data.pasangan p ON p.kiri_dokumen = d.dokumen_id AND p.jenjang IN ('Renstra-Renja', 'RPJMD-RKPD')
    JOIN data.dokumen_dinilai b ON b.dokumen_id = p.kanan_dokumen AND b.subjek_id = d.subjek_id
    JOIN data.kelengkapan l ON l.dokumen_id = p.kanan_dokumen
    JOIN data.indikator i ON i.dokumen_id = d.dokumen_id
    WHERE i.tingkat IN ('tujuan', 'sasaran', 'program') AND NOT data.penunjang(i.kode_baku)
      AND i.keyakinan >= data.ambang('keyakinan_temuan')
      AND EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = p.kanan_dokumen)),
bertaut AS (SELECT kiri_id, kanan_dokumen, arg_min({'h': hubungan, 'k': kanan_id}, list_position(['sama', 'berubah', 'perlu diperiksa'], hubungan)) AS t FROM data.tautan GROUP BY ALL)
SELECT a.subjek_id, a.indikator_id AS id,
       CASE WHEN t.t IS NULL THEN CASE WHEN a.lengkap THEN 0 END WHEN struct_extract(t.t, 'h') = 'perlu diperiksa' THEN NULL ELSE 1 END AS nilai,
       CASE WHEN t.t IS NULL THEN format('Tidak ditemukan dalam {}{}.', a.dokumen_bawah, CASE WHEN a.lengkap THEN '' ELSE ' (ada halaman yang tidak terbaca)' END)
            WHEN struct_extract(t.t, 'h') = 'perlu diperiksa' THEN format('Mungkin "{}" dalam {}; tautannya tidak pasti.', k.nama, a.dokumen_bawah)
            ELSE format('Ada dalam {}: "{}".', a.dokumen_bawah, k.nama) END AS alasan
FROM atas a
LEFT JOIN bertaut t ON t.kiri_id = a.indikator_id AND t.kanan_dokumen = a.kanan_dokumen
LEFT JOIN data.indikator k ON k.indikator_id = struct_extract(t.t, 'k')
QUALIFY row_number() OVER (PARTITION BY a.subjek_id, a.nama_baku ORDER BY list_position(['sama', 'berubah', 'perlu diperiksa'], struct_extract(t.t, 'h')) NULLS LAST, a.urutan) = 1
