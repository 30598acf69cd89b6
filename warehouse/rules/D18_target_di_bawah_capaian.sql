-- id: D18
-- nama: Target lebih rendah daripada yang sudah tercapai
-- membandingkan: Target tahun n RKPD atau Renja dengan realisasi tahun n-1 atau n-2 pada baris yang sama, menurut arah indikator. Program penunjang
--   dan jumlah yang dihitung tiap tahun tidak dibandingkan. Satu temuan per dokumen dan perangkat daerah.
-- tingkat: i
-- dasar: Kriteria menantang SAKIP; tabel T-C.29 dan T-C.30 mencetak realisasi dan target.
-- contoh: Realisasi 2024 92%, target 2026 85%, padahal makin tinggi makin baik.
-- perbaikan: Naikkan target sampai sedikitnya sama dengan capaian, atau beri alasannya.
-- sejak: 0.2.0
WITH turun AS (
    SELECT t.*, r.mentah AS mentah_capaian, r.tahun AS tahun_capaian, n.mentah AS mentah_target, n.tahun AS tahun_target, i.penanggung_jawab, d.opd_kunci AS opd_dokumen,
           CASE WHEN t.arah = 'naik' THEN n.nilai < r.nilai ELSE n.nilai > r.nilai END AND NOT data.setara(n.nilai, n.desimal, r.nilai, r.desimal) AS kurang
    FROM data.deret_target t
    JOIN data.indikator i USING (indikator_id)
    JOIN data.dokumen d ON d.dokumen_id = t.dokumen_id
    JOIN data.nilai n ON n.indikator_id = t.indikator_id AND n.peran = 'target' AND n.triwulan IS NULL AND n.tahun = d.tahun_awal
    JOIN data.nilai r ON r.indikator_id = t.indikator_id AND r.peran = 'realisasi' AND r.triwulan IS NULL AND r.jenis = 'angka' AND r.bacaan_lain IS NULL
        AND r.tahun BETWEEN d.tahun_awal - 2 AND d.tahun_awal - 1
    LEFT JOIN data.acuan_satuan ur ON ur.tulisan = r.satuan
    LEFT JOIN data.acuan_satuan un ON un.tulisan = n.satuan
    WHERE t.jenis IN ('RKPD', 'Renja') AND t.arah IN ('naik', 'turun') AND NOT t.penunjang AND n.nilai > 0 AND r.nilai > 0
      AND (ur.kelas IS NULL OR un.kelas IS NULL OR ur.kelas = un.kelas)
      AND coalesce(t.ukuran, '') NOT IN ('jumlah', 'frekuensi', 'volume', 'luas', 'panjang') AND coalesce(t.macam, 'persen') NOT IN ('jumlah', 'uang', 'ukuran')
      AND (coalesce(t.macam, '') <> 'persen' OR greatest(n.nilai, r.nilai) <= 100)
      -- 100 % of something bad is rather a degree of achievement
      AND NOT (t.arah = 'turun' AND coalesce(t.macam, '') = 'persen' AND greatest(n.nilai, r.nilai) >= 100)
      -- nor a row whose cells print several units
      AND NOT EXISTS (SELECT 1 FROM data.satuan_tercetak s WHERE s.indikator_id = t.indikator_id AND s.dalam_sel HAVING count(DISTINCT s.kelas) > 1)
      AND greatest(n.nilai, r.nilai) < 10 * least(n.nilai, r.nilai)
    QUALIFY row_number() OVER (PARTITION BY t.indikator_id ORDER BY r.tahun DESC) = 1)
SELECT arg_min(indikator_id, urutan) AS kiri_id,
       NULL AS kanan_id,
       any_value(tahun_target) AS tahun,
       data.tulis(arg_min(mentah_capaian, urutan), arg_min(satuan, urutan)) AS nilai_kiri,
       data.tulis(arg_min(mentah_target, urutan), arg_min(satuan, urutan)) AS nilai_kanan,
       format('{}Target {} indikator "{}" dalam {}{} ({}) tidak sebaik realisasi {} ({}).',
              CASE WHEN count(*) > 1 THEN format('{} indikator bertarget di bawah capaiannya, misalnya: ', count(*)) ELSE '' END,
              any_value(tahun_target), arg_min(nama, urutan), any_value(sebutan), data.milik_opd(any_value(penanggung_jawab), any_value(opd_dokumen)),
              arg_min(mentah_target, urutan), arg_min(tahun_capaian, urutan), arg_min(mentah_capaian, urutan)) AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       max(keyakinan) AS keyakinan
FROM turun
WHERE kurang
GROUP BY dokumen_id, opd_kunci
