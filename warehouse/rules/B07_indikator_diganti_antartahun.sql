-- id: B07
-- nama: Indikator program diganti antartahun
-- membandingkan: Indikator program RKPD atau Renja suatu tahun dengan tahun berikutnya, untuk program dengan kode dan nama yang sama
--   dan perangkat daerah yang sama: dilaporkan bila tidak satu pun indikator tahun pertama ada lagi, juga tidak dengan rumusan
--   yang mirip. Satu temuan per dokumen bila banyak. Perlu diperiksa bila periode RPJMD berganti di antara keduanya.
-- tingkat: M
-- dasar: Evaluasi SAKIP (lembar kerja: indikator sebaiknya paling banyak sekali berganti dalam satu periode; butir belum diverifikasi).
-- contoh: Renja 2025 memakai "Persentase layanan SPBE" untuk 2.16.03, Renja 2026 hanya "Jumlah aplikasi".
-- perbaikan: Pertahankan indikator sampai akhir periode, atau jelaskan penggantiannya.
-- sejak: 0.1.0
WITH baris AS (
    SELECT d.jenis, d.wilayah_kunci, d.tahun_awal, coalesce(d.opd_kunci, i.opd_kunci, '') AS opd, i.dokumen_id, i.indikator_id, i.urutan, i.nama, i.nama_baku,
           data.kode_umum(i.kode_baku) AS kode, i.program, data.huruf(i.program) AS program_kunci, i.keyakinan
    FROM data.indikator i JOIN data.dokumen_pakai d USING (dokumen_id)
    WHERE d.jenis IN ('RKPD', 'Renja') AND i.tingkat = 'program' AND i.kode_baku LIKE '%.%.%' AND NOT data.penunjang(i.kode_baku)),
berdua AS (
    SELECT a.dokumen_id, b.dokumen_id AS kanan_dokumen, a.kode, a.opd, a.indikator_id, a.nama, a.urutan, a.program, a.keyakinan,
           arg_max(b.indikator_id, data.mirip(a.nama_baku, b.nama_baku)) AS lawan_id,
           array_to_string(list(DISTINCT '"' || b.nama || '"')[1:3], ', ') AS isi, min(b.keyakinan) AS yakin_kanan,
           max(data.mirip(a.nama_baku, b.nama_baku)) AS mirip, max(data.mirip_kata(a.nama_baku, b.nama_baku)) AS mirip_kata
    FROM baris a
    JOIN baris b ON b.jenis = a.jenis AND b.wilayah_kunci = a.wilayah_kunci AND b.tahun_awal = a.tahun_awal + 1 AND b.opd = a.opd AND b.kode = a.kode
        AND data.mirip(a.program_kunci, b.program_kunci) >= 0.8
    GROUP BY ALL),
-- Programs none of whose indicators goes on.
diganti AS (
    SELECT dokumen_id, kanan_dokumen, kode, opd, arg_min(indikator_id, urutan) AS kiri_id, arg_min(lawan_id, urutan) AS kanan_id, any_value(program) AS program,
           array_to_string(list(DISTINCT '"' || nama || '"')[1:3], ', ') AS lama, any_value(isi) AS baru, min(urutan) AS urutan, least(min(keyakinan), min(yakin_kanan)) AS keyakinan
    FROM berdua GROUP BY ALL HAVING max(mirip) < 0.6 AND max(mirip_kata) < 0.6),
dihitung AS (SELECT *, count(*) OVER (PARTITION BY dokumen_id, kanan_dokumen) >= data.ambang('daftar_mulai') AS massal FROM diganti),
-- Both years lie in the period of one RPJMD of the run, or no RPJMD says otherwise.
periode AS (
    SELECT a.dokumen_id, bool_or(a.tahun_awal BETWEEN r.tahun_awal AND r.tahun_akhir AND a.tahun_awal + 1 BETWEEN r.tahun_awal AND r.tahun_akhir) AS satu
    FROM data.dokumen_pakai a JOIN data.dokumen_pakai r ON r.jenis = 'RPJMD' AND r.wilayah_kunci = a.wilayah_kunci GROUP BY a.dokumen_id)
SELECT arg_min(g.kiri_id, g.urutan) AS kiri_id,
       arg_min(g.kanan_id, g.urutan) AS kanan_id,
       NULL AS tahun,
       CASE WHEN g.massal THEN data.lima(list(g.kode || ' ' || g.program ORDER BY g.urutan)) ELSE any_value(g.lama) END AS nilai_kiri,
       CASE WHEN NOT g.massal THEN any_value(g.baru) END AS nilai_kanan,
       CASE WHEN g.massal
            THEN format('{} program dalam {} tidak lagi memakai satu pun indikator {}{}: {}.', count(*), sr.sebutan, sk.sebutan, l.catatan,
                        data.lima(list(g.kode || ' ' || g.program ORDER BY g.urutan)))
            ELSE format('Program {} {} dalam {} memakai {}, dalam {}{} semuanya diganti: {}.', any_value(g.kode), any_value(g.program), sk.sebutan,
                        any_value(g.lama), sr.sebutan, l.catatan, any_value(g.baru))
       END AS uraian,
       NULL AS dicari_di,
       data.putusan(l.lengkap AND coalesce(p.satu, false), min(g.keyakinan)) AS putusan,
       min(g.keyakinan) AS keyakinan
FROM dihitung g
JOIN data.sebutan sk ON sk.dokumen_id = g.dokumen_id
JOIN data.sebutan sr ON sr.dokumen_id = g.kanan_dokumen
JOIN data.kelengkapan l ON l.dokumen_id = g.kanan_dokumen
LEFT JOIN periode p ON p.dokumen_id = g.dokumen_id
GROUP BY g.dokumen_id, g.kanan_dokumen, g.massal, CASE WHEN NOT g.massal THEN g.kiri_id END, sk.sebutan, sr.sebutan, l.catatan, l.lengkap, p.satu
