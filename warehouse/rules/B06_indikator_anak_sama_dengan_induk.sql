-- id: B06
-- nama: Indikator anak sama dengan indikator induknya
-- membandingkan: Indikator program dengan indikator tujuan dan sasaran, indikator kegiatan dengan indikator programnya, dan indikator sub
--   kegiatan dengan indikator kegiatannya, dalam satu dokumen dan satu perangkat daerah: nama sama dan target sama di semua tahun
--   yang tercetak. Nama lain dengan deret target yang sama (program dan kegiatan; sedikitnya tiga
--   tahun, tidak datar) perlu diperiksa. Satu temuan per dokumen bila banyak.
-- tingkat: M
-- dasar: Kriteria penjenjangan kinerja evaluasi SAKIP (PermenPANRB 88/2021; butir belum diverifikasi): tingkat bawah menjawab
--   bagaimana tingkat atas tercapai, bukan mengulanginya.
-- contoh: Sasaran dan program 2.16.02 memakai indikator dengan target 32,25%; 42,50%; 50%; 60% yang sama.
-- perbaikan: Rumuskan indikator program sebagai faktor penentu sasaran, bukan salinannya.
-- sejak: 0.1.0
WITH baris AS (
    SELECT i.indikator_id, i.dokumen_id, i.urutan, i.tingkat, data.anak_tangga(i.tingkat) AS anak_tangga, i.kode_baku, i.nama, i.nama_baku,
           i.ukuran, i.satuan_kelas, i.keyakinan, coalesce(d.opd_kunci, i.opd_kunci, '') AS opd,
           d.opd_kunci IS NOT NULL AS milik_opd, n.deret, n.tahun, n.ragam, n.target
    FROM data.indikator i
    JOIN data.dokumen d USING (dokumen_id)
    JOIN (SELECT i.indikator_id, count(*) AS tahun, count(DISTINCT n.nilai) AS ragam, list(concat(n.tahun, ':', n.nilai)) AS target,
                 -- tables of goals often begin a year before those of programs
                 string_agg(concat(n.tahun, ':', n.nilai), ' ' ORDER BY n.tahun) FILTER (d.tahun_awal = d.tahun_akhir OR n.tahun > d.tahun_awal) AS deret
          FROM data.indikator i JOIN data.dokumen d USING (dokumen_id) JOIN data.nilai n USING (indikator_id)
          WHERE n.peran = 'target' AND n.triwulan IS NULL AND n.jenis = 'angka' AND n.tahun IS NOT NULL GROUP BY i.indikator_id) n USING (indikator_id)
    WHERE d.jenis IN ('RPJMD', 'RKPD', 'Renstra', 'Renja') AND i.tingkat IN ('tujuan', 'sasaran', 'program', 'kegiatan', 'subkegiatan')),
sekelompok AS (
    -- the same name, and the same targets in all years that both print
    SELECT a.indikator_id AS kiri_id, b.indikator_id AS kanan_id, len(list_intersect(a.target, b.target)) AS tahun, true AS nama_sama
    FROM baris a JOIN baris b ON b.dokumen_id = a.dokumen_id AND b.opd = a.opd AND b.anak_tangga = a.anak_tangga + 1 AND b.nama_baku = a.nama_baku
    WHERE len(list_intersect(a.target, b.target)) >= 1
      AND len(list_intersect(a.target, b.target)) = len(list_intersect(list_transform(a.target, lambda x: x[:4]), list_transform(b.target, lambda x: x[:4])))
    UNION ALL
    -- another name, but a series that is no accident
    SELECT a.indikator_id, b.indikator_id, b.tahun, false
    FROM baris a JOIN baris b ON b.dokumen_id = a.dokumen_id AND b.opd = a.opd AND b.anak_tangga = a.anak_tangga + 1 AND b.deret = a.deret AND b.nama_baku <> a.nama_baku
    WHERE a.tahun >= 3 AND b.tahun >= 3 AND b.ragam >= 2 AND a.anak_tangga <= 2 AND (a.anak_tangga = 2 OR a.milik_opd)
      AND coalesce((a.ukuran = 'jumlah') = (b.ukuran = 'jumlah'), true)),
pasang AS (
    SELECT k.kiri_id, k.kanan_id, k.tahun, k.nama_sama, a.dokumen_id, a.tingkat AS tingkat_kiri, b.tingkat AS tingkat_kanan, a.nama, b.nama AS nama_kanan,
           b.urutan AS urutan_kanan, b.kode_baku, least(a.keyakinan, b.keyakinan) AS keyakinan
    FROM sekelompok k
    JOIN baris a ON a.indikator_id = k.kiri_id
    JOIN baris b ON b.indikator_id = k.kanan_id
    WHERE (b.satuan_kelas = a.satuan_kelas OR a.satuan_kelas IS NULL OR b.satuan_kelas IS NULL)
      AND (a.anak_tangga = 1 OR starts_with(b.kode_baku, a.kode_baku || '.'))
    -- each child once, with the parent of the same name if there is one
    QUALIFY row_number() OVER (PARTITION BY a.dokumen_id, b.tingkat, b.nama_baku ORDER BY NOT k.nama_sama, a.urutan, b.urutan) = 1),
dihitung AS (SELECT *, count(*) OVER (PARTITION BY dokumen_id, tingkat_kanan, nama_sama) >= data.ambang('daftar_mulai') AS massal FROM pasang)
SELECT arg_min(p.kiri_id, p.urutan_kanan) AS kiri_id,
       arg_min(p.kanan_id, p.urutan_kanan) AS kanan_id,
       NULL AS tahun,
       data.lima(list('"' || p.nama || '"' ORDER BY p.urutan_kanan)) AS nilai_kiri,
       data.lima(list('"' || p.nama_kanan || '"' ORDER BY p.urutan_kanan)) AS nilai_kanan,
       CASE WHEN p.massal
            THEN format('{} indikator {} dalam {} {} di atasnya, dengan target yang sama: {}.', count(*), data.sebut_tingkat(p.tingkat_kanan), s.sebutan,
                        CASE WHEN p.nama_sama THEN 'sama dengan indikator' ELSE 'berderet target sama dengan indikator lain' END,
                        data.lima(list(concat_ws(' ', p.kode_baku, '"' || p.nama_kanan || '"') ORDER BY p.urutan_kanan)))
            WHEN p.nama_sama
            THEN format('Indikator {} {} "{}" dalam {} sama dengan indikator {} di atasnya, dengan target yang sama.', data.sebut_tingkat(p.tingkat_kanan),
                        coalesce(any_value(p.kode_baku), ''), any_value(p.nama_kanan), s.sebutan, data.sebut_tingkat(any_value(p.tingkat_kiri)))
            ELSE format('Indikator {} {} "{}" dalam {} mempunyai target yang sama di {} tahun dengan indikator {} "{}": mungkin indikator yang sama dengan rumusan lain.',
                        data.sebut_tingkat(p.tingkat_kanan), coalesce(any_value(p.kode_baku), ''), any_value(p.nama_kanan), s.sebutan, any_value(p.tahun),
                        data.sebut_tingkat(any_value(p.tingkat_kiri)), any_value(p.nama))
       END AS uraian,
       NULL AS dicari_di,
       data.putusan(p.nama_sama AND min(p.tahun) >= 2, min(p.keyakinan)) AS putusan,
       min(p.keyakinan) AS keyakinan
FROM dihitung p
JOIN data.sebutan s USING (dokumen_id)
GROUP BY p.dokumen_id, p.tingkat_kanan, p.nama_sama, p.massal, CASE WHEN NOT p.massal THEN p.kanan_id END, s.sebutan
