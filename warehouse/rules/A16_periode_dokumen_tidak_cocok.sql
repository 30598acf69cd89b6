-- id: A16
-- nama: Dokumen tidak dibandingkan karena periodenya tidak cocok
-- membandingkan: Periode setiap Renstra dengan RPJMD, tahun RKPD dengan periode RPJMD, tahun Renja dengan Renstra perangkat daerah itu
--   dan dengan RKPD. Dilaporkan bila dokumen atas ada dalam kumpulan dokumen, tetapi tidak satu pun cocok, sehingga dokumen itu
--   tidak dibandingkan; satu temuan untuk semua dokumen sejenis dengan periode yang sama. Tidak konsisten bila periode Renstra
--   berpotongan dan hanya bergeser setahun dari RPJMD; selebihnya perlu diperiksa, karena mungkin dokumen yang benar belum
--   dikumpulkan (untuk RKPD yang belum ada: info).
-- tingkat: K
-- dasar: UU 25/2004 dan Permendagri 86/2017 (Renstra mengikuti periode RPJMD; pasal belum diverifikasi); pemeriksaan dokumen acuan
--   aplikasi e-planning.
-- contoh: Renstra Dinas Sosial berperiode 2025-2030, RPJMD 2025-2029; Renja 2026 dengan RPD 2021-2024 saja.
-- perbaikan: Periksa periode pada sampul; pakai dokumen acuan yang periodenya benar, atau tambahkan dokumen itu ke kumpulan.
-- sejak: 0.1.0
WITH jenjang AS (
    SELECT * FROM (VALUES ('RPJMD', 'Renstra', false), ('RPJMD', 'RKPD', false), ('Renstra', 'Renja', true), ('RKPD', 'Renja', false))
    AS j (atas, bawah, seopd)),
-- Plans with every plan above them that the run holds, none of which they were held against.
calon AS (
    SELECT j.atas AS jenis_atas, d.*, a.dokumen_id AS atas_id, a.sebutan AS atas_sebutan, a.tahun_awal AS atas_awal, a.tahun_akhir AS atas_akhir,
           least(d.keyakinan, a.keyakinan) AS yakin,
           j.bawah = 'Renstra' AND d.tahun_awal <= a.tahun_akhir AND d.tahun_akhir >= a.tahun_awal
               AND abs(d.tahun_awal - a.tahun_awal) <= 1 AND abs(d.tahun_akhir - a.tahun_akhir) = 1 AS bergeser
    FROM jenjang j
    JOIN data.dokumen_pakai d ON d.jenis = j.bawah
    JOIN data.dokumen_pakai a ON a.jenis = j.atas AND a.wilayah_kunci = d.wilayah_kunci AND (NOT j.seopd OR a.opd_kunci = d.opd_kunci)
    WHERE NOT EXISTS (SELECT 1 FROM data.pasangan p WHERE p.kanan_dokumen = d.dokumen_id AND p.jenjang = j.atas || '-' || j.bawah)),
per_dokumen AS (
    SELECT jenis_atas, jenis, wilayah_kunci, dokumen_id, sebutan, tahun_awal, tahun_akhir, CASE WHEN jenis_atas = 'Renstra' THEN opd_kunci END AS opd,
           bool_or(bergeser) AS bergeser, min(yakin) AS yakin,
           arg_min(atas_id, abs(atas_awal - tahun_awal) * 10000 + atas_awal) AS atas_id,
           string_agg(DISTINCT atas_sebutan, ', ' ORDER BY atas_sebutan) AS atas_daftar,
           -- another period of the plan above and another RKPD are other documents, not another print of this one
           bool_and(abs(atas_awal - tahun_awal) <= 6) AS dekat
    FROM calon GROUP BY ALL)
SELECT min(dokumen_id) AS kiri_id,
       min(atas_id) AS kanan_id,
       CASE WHEN jenis IN ('RKPD', 'Renja') THEN tahun_awal END AS tahun,
       concat_ws('-', tahun_awal, CASE WHEN tahun_akhir > tahun_awal THEN tahun_akhir END) AS nilai_kiri,
       any_value(atas_daftar) AS nilai_kanan,
       CASE WHEN count(*) = 1 THEN any_value(sebutan)
            ELSE format('{} {} {} ({})', count(*), jenis, concat_ws('-', tahun_awal, CASE WHEN tahun_akhir > tahun_awal THEN tahun_akhir END),
                        data.lima(list(DISTINCT sebutan ORDER BY sebutan))) END
           || format(' tidak dibandingkan dengan {} mana pun, karena periodenya tidak cocok; yang ada dalam kumpulan dokumen: {}.',
                     jenis_atas, any_value(atas_daftar)) AS uraian,
       any_value(atas_daftar) AS dicari_di,
       data.putusan(bergeser, min(yakin)) AS putusan,
       min(yakin) AS keyakinan,
       CASE WHEN jenis_atas = 'RKPD' THEN 'i' ELSE 'K' END AS tingkat
FROM per_dokumen
GROUP BY jenis_atas, jenis, wilayah_kunci, tahun_awal, tahun_akhir, bergeser, opd
