-- id: A20
-- nama: Perangkat daerah tanpa Renstra atau Renja, atau program tanpa penanggung jawab
-- membandingkan: Daftar perangkat daerah (daerah.toml; tanpa itu penanggung jawab program RPJMD) dengan Renstra periode itu dan dengan
--   Renja tiap tahun yang ada dalam kumpulan dokumen: satu temuan per jenis dokumen, dengan nama yang belum ada.
--   Tanpa daftar perlu diperiksa, dan diam bila kurang dari 75% mempunyainya, karena kumpulannya memang sebagian; dengan daftar
--   hanya info bila kurang dari separuh, dan diam bila tidak satu pun. Juga program RPJMD dan RKPD tanpa perangkat daerah
--   penanggung jawab, bila hampir semua program lain mempunyainya.
-- tingkat: K
-- dasar: Permendagri 86/2017 (setiap perangkat daerah menyusun Renstra dan Renja; pasal belum diverifikasi); kelengkapan dokumen
--   dalam verifikasi Bappeda.
-- contoh: 38 dari 41 perangkat daerah mempunyai Renstra 2025-2029; yang belum: Dinas Sosial, Inspektorat, Kecamatan Mekar.
-- perbaikan: Minta dokumennya kepada perangkat daerah, atau perbaiki daftar perangkat daerah; isi penanggung jawab program.
-- sejak: 0.1.0
WITH daerah AS (SELECT count(*) > 0 AS ada FROM data.opd_daerah),
-- Offices that should have plans: the region's list, else whom the RPJMD makes responsible; parts of an office are that office.
opd AS (
    SELECT NULL AS dokumen_id, opd_kunci, any_value(nama) AS nama, true AS didaftar FROM data.opd_daerah GROUP BY opd_kunci
    UNION ALL
    SELECT b.dokumen_id, split_part(b.opd_kunci, '/', 1), any_value(b.penanggung_jawab), false
    FROM data.butir b JOIN data.dokumen_pakai d ON d.dokumen_id = b.dokumen_id AND d.jenis = 'RPJMD', daerah
    WHERE NOT daerah.ada AND b.tingkat = 'program' AND b.penanggung_jawab IS NOT NULL
      AND NOT contains(b.opd_kunci, ' + ') AND NOT starts_with(b.opd_kunci, 'semua ') AND NOT data.opd_kembar(b.opd_kunci)
    GROUP BY ALL
    HAVING count(DISTINCT coalesce(b.kode_baku, b.nama_baku)) >= 2),
-- Renstra and Renja that are here, per period or year, with one document that stands for the region.
kumpulan AS (
    SELECT d.jenis, d.wilayah_kunci, d.tahun_akhir, any_value(d.tahun_awal) AS tahun_awal, list(DISTINCT d.opd_kunci) AS punya, min(d.dokumen_id) AS contoh,
           min(d.keyakinan) AS keyakinan
    FROM data.dokumen_pakai d WHERE d.jenis IN ('Renstra', 'Renja') AND d.opd_kunci IS NOT NULL GROUP BY ALL),
dicari AS (
    SELECT k.jenis, k.wilayah_kunci, k.tahun_akhir, k.tahun_awal, k.contoh, k.keyakinan, r.dokumen_id AS rpjmd, r.sebutan, o.nama, o.didaftar,
           len(list_filter(k.punya, lambda x: data.opd_cocok(split_part(x, '/', 1), o.opd_kunci))) > 0 AS ada
    FROM kumpulan k
    LEFT JOIN data.dokumen_pakai r ON r.jenis = 'RPJMD' AND r.wilayah_kunci = k.wilayah_kunci
        AND k.tahun_akhir <= r.tahun_akhir AND k.tahun_akhir > r.tahun_awal AND (k.jenis = 'Renja' OR k.tahun_akhir = r.tahun_akhir)
    JOIN opd o ON o.didaftar OR o.dokumen_id = r.dokumen_id),
ringkas AS (
    SELECT jenis, tahun_akhir, tahun_awal, contoh, rpjmd, sebutan, didaftar, count(*) AS semua, count(*) FILTER (ada) AS terisi,
           list(DISTINCT nama ORDER BY nama) FILTER (NOT ada) AS daftar, min(keyakinan) AS keyakinan
    FROM dicari GROUP BY ALL),
-- Programs without responsible office where nearly all others have one.
program AS (
    SELECT dokumen_id, butir_id, urutan, keyakinan, concat_ws(' ', kode_baku, nama) AS sebut, opd_kunci IS NOT NULL AS ada,
           count(*) OVER w AS semua, count(opd_kunci) OVER w AS terisi
    FROM (SELECT b.dokumen_id, coalesce(b.kode_baku, b.nama_baku) AS kunci, arg_min(b.butir_id, b.urutan) AS butir_id, min(b.urutan) AS urutan,
                 any_value(b.opd_kunci) AS opd_kunci, min(b.keyakinan) AS keyakinan, any_value(b.kode_baku) AS kode_baku, any_value(b.nama) AS nama
          FROM data.butir_isi b JOIN data.dokumen_pakai d USING (dokumen_id)
          WHERE d.jenis IN ('RPJMD', 'RKPD') AND b.tingkat = 'program' AND data.kode_nasional(b.kode_baku, 'program')
          GROUP BY ALL)
    WINDOW w AS (PARTITION BY dokumen_id))
SELECT coalesce(rpjmd, contoh) AS kiri_id,
       CASE WHEN rpjmd IS NOT NULL THEN contoh END AS kanan_id,
       CASE WHEN jenis = 'Renja' THEN tahun_akhir END AS tahun,
       data.lima(daftar) AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} dari {} perangkat daerah {} mempunyai {} {} dalam kumpulan dokumen; yang belum: {}.', terisi, semua,
              CASE WHEN didaftar THEN 'menurut daftar' ELSE 'penanggung jawab program ' || sebutan END, jenis,
              concat_ws('-', CASE WHEN tahun_awal < tahun_akhir THEN tahun_awal END, tahun_akhir), data.lima(daftar)) AS uraian,
       jenis || ' dalam kumpulan dokumen' AS dicari_di,
       data.putusan(didaftar AND terisi * 2 >= semua, keyakinan) AS putusan,
       keyakinan,
       CASE WHEN terisi * 2 >= semua THEN 'K' ELSE 'i' END AS tingkat
FROM ringkas
WHERE terisi > 0 AND terisi < semua AND (didaftar OR terisi >= data.ambang('opd_terisi') * semua)
UNION ALL
SELECT arg_min(p.butir_id, p.urutan), NULL, NULL, data.lima(list(p.sebut ORDER BY p.urutan)), NULL,
       format('{} dari {} program {} tidak mempunyai perangkat daerah penanggung jawab: {}.', count(*), any_value(p.semua), s.sebutan,
              data.lima(list(p.sebut ORDER BY p.urutan))),
       NULL, data.putusan(k.lengkap, min(p.keyakinan)), min(p.keyakinan), 'K'
FROM program p
JOIN data.sebutan s USING (dokumen_id)
JOIN data.kelengkapan k USING (dokumen_id)
WHERE NOT p.ada AND p.semua >= 3 AND p.terisi >= data.ambang('kaskade_terisi') * p.semua
GROUP BY p.dokumen_id, s.sebutan, k.lengkap
