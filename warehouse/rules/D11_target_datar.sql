-- id: D11
-- nama: Target sama setiap tahun
-- membandingkan: Target tiga tahun atau lebih pada satu baris RPJMD atau Renstra. Dilaporkan bila semuanya sama. Kegiatan dan sub kegiatan, program penunjang, target 0, dan
--   nilai yang tidak dapat lebih baik lagi (persentase 100) tidak dihitung. Satu temuan per dokumen dan perangkat daerah.
-- tingkat: i
-- dasar: Kriteria menantang (perbaikan berkelanjutan) lembar kerja evaluasi SAKIP; lazim dan boleh untuk program penunjang.
-- contoh: "Persentase bangunan yang tersertifikasi laik fungsi" 9, 9, 9.
-- perbaikan: Susun target yang membaik dari tahun ke tahun, atau jelaskan mengapa tetap.
-- sejak: 0.2.0
WITH datar AS (
    SELECT t.*, i.penanggung_jawab, x.opd_kunci AS opd_dokumen,
           count(*) OVER (PARTITION BY t.dokumen_id, t.opd_kunci) AS semua,
           len(list_distinct(t.nilai)) = 1 AND t.nilai[1] <> 0
               AND NOT (t.nilai[1] = 100 AND (coalesce(t.macam, '') = 'persen' OR coalesce(t.ukuran, '') IN ('persentase', 'cakupan', 'proporsi', 'tingkat'))) AS tetap
    FROM data.deret_target t
    JOIN data.indikator i USING (indikator_id)
    JOIN data.dokumen x ON x.dokumen_id = t.dokumen_id
    WHERE t.jenis IN ('RPJMD', 'Renstra') AND t.banyak >= 3 AND NOT t.penunjang
      -- outputs of activities are the same amount every year by right
      AND coalesce(t.tingkat, '') NOT IN ('kegiatan', 'subkegiatan'))
SELECT arg_min(indikator_id, urutan) AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       data.tulis(arg_min(mentah[1], urutan), arg_min(satuan, urutan)) AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN count(*) = 1 THEN format('Target indikator "{}" dalam {}{} sama pada semua tahun ({}-{}): {}.', any_value(nama), any_value(sebutan),
                 data.milik_opd(any_value(penanggung_jawab), any_value(opd_dokumen)), any_value(tahun[1]), any_value(tahun[-1]), data.tulis(any_value(mentah[1]), any_value(satuan)))
            ELSE format('{} dari {} indikator dalam {}{} bertarget sama pada semua tahun, misalnya "{}" ({}).', count(*), any_value(semua), any_value(sebutan),
                 data.milik_opd(any_value(penanggung_jawab), any_value(opd_dokumen)), arg_min(nama, urutan), data.tulis(arg_min(mentah[1], urutan), arg_min(satuan, urutan))) END AS uraian,
       NULL AS dicari_di,
       data.putusan(true, max(keyakinan)) AS putusan,
       max(keyakinan) AS keyakinan
FROM datar
WHERE tetap
GROUP BY dokumen_id, opd_kunci
