-- id: B05
-- nama: Program yang sama di beberapa perangkat daerah
-- membandingkan: Kode program yang ditugaskan kepada dua perangkat daerah atau lebih dalam RPJMD atau RKPD. Program penunjang tidak
--   diperiksa, juga kecamatan, kelurahan, puskesmas, rumah sakit, dan UPT, yang memang berprogram sama. Satu temuan per dokumen
--   bila banyak.
-- tingkat: i
-- dasar: Permendagri 90/2019 (program melekat pada bidang urusan; pasal belum diverifikasi); penanggung jawab bersama diperbolehkan,
--   maka hanya info.
-- contoh: RPJMD menugaskan 2.16.02 kepada Dinas Komunikasi dan Informatika dan kepada Sekretariat DPRD.
-- perbaikan: Tetapkan satu penanggung jawab utama, atau catat sebagai kerja bersama.
-- sejak: 0.1.0
WITH baris AS (
    SELECT b.dokumen_id, b.kode_baku, split_part(b.opd_kunci, '/', 1) AS opd, arg_min(b.butir_id, b.urutan) AS butir_id, min(b.urutan) AS urutan,
           arg_min(b.nama, b.urutan) AS nama, arg_min(b.penanggung_jawab, b.urutan) AS sebut, min(b.keyakinan) AS keyakinan
    FROM data.butir_isi b JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis IN ('RPJMD', 'RKPD') AND b.tingkat = 'program' AND data.kode_nasional(b.kode_baku, 'program') AND NOT data.penunjang(b.kode_baku)
      AND b.penanggung_jawab IS NOT NULL AND NOT contains(b.opd_kunci, ' + ') AND NOT starts_with(b.opd_kunci, 'semua ')
      AND NOT data.opd_kembar(b.opd_kunci)
    GROUP BY ALL),
-- A piece of a name is the same office.
beda AS (
    SELECT DISTINCT a.dokumen_id, a.kode_baku FROM baris a
    JOIN baris b ON b.dokumen_id = a.dokumen_id AND b.kode_baku = a.kode_baku AND b.opd > a.opd AND NOT data.opd_cocok(a.opd, b.opd)),
ganda AS (
    SELECT dokumen_id, kode_baku, arg_min(butir_id, urutan) AS kiri_id, arg_max(butir_id, urutan) AS kanan_id, arg_min(nama, urutan) AS nama,
           list(sebut ORDER BY urutan) AS opd, min(urutan) AS urutan, min(keyakinan) AS keyakinan
    FROM baris JOIN beda USING (dokumen_id, kode_baku) GROUP BY ALL),
dihitung AS (SELECT *, count(*) OVER (PARTITION BY dokumen_id) >= data.ambang('daftar_mulai') AS massal FROM ganda)
SELECT arg_min(g.kiri_id, g.urutan) AS kiri_id,
       arg_min(g.kanan_id, g.urutan) AS kanan_id,
       NULL AS tahun,
       data.lima(list(g.kode_baku || ' ' || g.nama ORDER BY g.urutan)) AS nilai_kiri,
       CASE WHEN NOT g.massal THEN data.lima(any_value(g.opd)) END AS nilai_kanan,
       CASE WHEN g.massal
            THEN format('{} program dalam {} ditugaskan kepada dua perangkat daerah atau lebih: {}.', count(*), s.sebutan,
                        data.lima(list(format('{} {} ({})', g.kode_baku, g.nama, data.lima(g.opd)) ORDER BY g.urutan)))
            ELSE format('Program {} {} dalam {} ditugaskan kepada {} perangkat daerah: {}.', any_value(g.kode_baku), any_value(g.nama), s.sebutan,
                        len(any_value(g.opd)), data.lima(any_value(g.opd)))
       END AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       min(g.keyakinan) AS keyakinan
FROM dihitung g
JOIN data.sebutan s USING (dokumen_id)
GROUP BY g.dokumen_id, g.massal, CASE WHEN NOT g.massal THEN g.kode_baku END, s.sebutan
