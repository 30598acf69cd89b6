-- id: B04
-- nama: Indikator yang sama di beberapa program
-- membandingkan: Nama indikator program yang sama di bawah dua program atau lebih dalam satu dokumen, tanpa keterangan crosscutting.
--   Target yang berbeda dilaporkan B03, atau merupakan bagian. Program penunjang, dan program kecamatan atau unit yang
--   serupa, tidak diperiksa. Satu temuan per dokumen bila banyak.
-- tingkat: i
-- dasar: PermenPANRB 89/2021 (penjenjangan kinerja dan crosscutting); dapat memang disengaja, maka hanya info.
-- contoh: "Rasio rumah layak huni" tercetak di bawah 1.04.02, 1.04.03, dan 1.04.05 dengan target 82,67.
-- perbaikan: Beri tiap program indikatornya sendiri, atau catat sebagai crosscutting.
-- sejak: 0.1.0
WITH baris AS (
    SELECT i.*, concat_ws(' ', i.kode_baku, i.program) AS sebut
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis IN ('RPJMD', 'RKPD', 'Renstra', 'Renja') AND i.tingkat = 'program' AND data.kode_nasional(i.kode_baku, 'program') AND NOT data.penunjang(i.kode_baku)
      AND NOT coalesce(data.opd_kembar(i.opd_kunci), false) AND length(i.nama_baku) >= 8
      AND NOT regexp_matches(lower(i.kutipan), 'cross-? ?cutting')),
ganda AS (
    SELECT dokumen_id, nama_baku, arg_min(indikator_id, urutan) AS kiri_id, arg_max(indikator_id, urutan) AS kanan_id, arg_min(nama, urutan) AS nama,
           list(DISTINCT sebut ORDER BY sebut) AS program, count(DISTINCT opd_kunci) AS banyak_opd, min(urutan) AS urutan, min(keyakinan) AS keyakinan
    FROM baris GROUP BY ALL HAVING count(DISTINCT kode_baku) >= 2),
-- Other targets are another finding, or parts.
berbeda AS (
    SELECT DISTINCT b.dokumen_id, b.nama_baku FROM baris b JOIN data.nilai n ON n.indikator_id = b.indikator_id
    WHERE n.peran = 'target' AND n.triwulan IS NULL AND n.tahun IS NOT NULL AND n.jenis = 'angka'
    GROUP BY b.dokumen_id, b.nama_baku, n.tahun HAVING count(DISTINCT n.nilai) > 1),
dihitung AS (
    SELECT *, count(*) OVER (PARTITION BY dokumen_id) >= data.ambang('daftar_mulai') AS massal
    FROM ganda ANTI JOIN berbeda USING (dokumen_id, nama_baku))
SELECT arg_min(g.kiri_id, g.urutan) AS kiri_id,
       arg_min(g.kanan_id, g.urutan) AS kanan_id,
       NULL AS tahun,
       data.lima(list('"' || g.nama || '"' ORDER BY g.urutan)) AS nilai_kiri,
       CASE WHEN NOT g.massal THEN data.lima(any_value(g.program)) END AS nilai_kanan,
       CASE WHEN g.massal
            THEN format('{} indikator dalam {} tercetak di bawah dua program atau lebih: {}.', count(*), s.sebutan,
                        data.lima(list(format('"{}" ({} program)', g.nama, len(g.program)) ORDER BY g.urutan)))
            ELSE format('Indikator "{}" dalam {} tercetak di bawah {} program{}: {}.', any_value(g.nama), s.sebutan, len(any_value(g.program)),
                        CASE WHEN any_value(g.banyak_opd) > 1 THEN format(' dari {} perangkat daerah', any_value(g.banyak_opd)) ELSE '' END,
                        data.lima(any_value(g.program)))
       END AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       min(g.keyakinan) AS keyakinan
FROM dihitung g
JOIN data.sebutan s USING (dokumen_id)
GROUP BY g.dokumen_id, g.massal, CASE WHEN NOT g.massal THEN g.nama_baku END, s.sebutan
