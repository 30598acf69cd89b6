-- nama: Indikator menginduk pada dokumen di atasnya (cascading)
-- menilai: Setiap indikator tujuan, sasaran, dan program dokumen yang dibandingkan dengan dokumen di atasnya (Renstra dengan RPJMD, Renja dengan Renstra, RKPD
--   dengan RPJMD), tiap nama sekali. Terpenuhi bila bertaut, tidak bila tidak ada padanannya; tautan yang tidak pasti dinilai orang. Program
--   penunjang (X.XX.01) tidak dinilai.
-- bertumpu: tautan indikator (publik.tautan) dan pasangan dokumen (publik.pasangan)
-- orang: logika sebab akibat (1 / 0,5 / 0 dalam KKE 2); ketepatan level jabatan
-- sejak: 0.1.0
WITH bawah AS (
    SELECT d.subjek_id, i.*, p.kiri_dokumen, a.dokumen AS dokumen_atas, l.lengkap
    FROM data.dokumen_dinilai d
    JOIN data.pasangan p ON p.kanan_dokumen = d.dokumen_id AND p.jenjang IN ('RPJMD-Renstra', 'RPJMD-RKPD', 'Renstra-Renja')
    JOIN data.dokumen_bernama a ON a.dokumen_id = p.kiri_dokumen
    JOIN data.kelengkapan l ON l.dokumen_id = p.kiri_dokumen
    JOIN data.indikator i ON i.dokumen_id = d.dokumen_id
    WHERE i.tingkat IN ('tujuan', 'sasaran', 'program') AND NOT data.penunjang(i.kode_baku)
      AND i.keyakinan >= data.ambang('keyakinan_temuan')
      AND EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = p.kiri_dokumen)),
bertaut AS (SELECT kanan_id, kiri_dokumen, arg_min({'h': hubungan, 'k': kiri_id}, list_position(['sama', 'berubah', 'perlu diperiksa'], hubungan)) AS t FROM data.tautan GROUP BY ALL)
SELECT b.subjek_id, b.indikator_id AS id,
       CASE WHEN t.t IS NULL THEN CASE WHEN b.lengkap THEN 0 END WHEN struct_extract(t.t, 'h') = 'perlu diperiksa' THEN NULL ELSE 1 END AS nilai,
       CASE WHEN t.t IS NULL THEN format('Tidak ada padanannya dalam {}{}.', b.dokumen_atas, CASE WHEN b.lengkap THEN '' ELSE ' (ada halaman yang tidak terbaca)' END)
            WHEN struct_extract(t.t, 'h') = 'perlu diperiksa' THEN format('Mungkin menginduk pada "{}" ({}); tautannya tidak pasti.', k.nama, b.dokumen_atas)
            ELSE format('Menginduk pada "{}" ({}).', k.nama, b.dokumen_atas) END AS alasan
FROM bawah b
LEFT JOIN bertaut t ON t.kanan_id = b.indikator_id AND t.kiri_dokumen = b.kiri_dokumen
LEFT JOIN data.indikator k ON k.indikator_id = struct_extract(t.t, 'k')
QUALIFY row_number() OVER (PARTITION BY b.subjek_id, b.dokumen_id, b.nama_baku ORDER BY list_position(['sama', 'berubah', 'perlu diperiksa'], struct_extract(t.t, 'h')) NULLS LAST, b.urutan) = 1
