-- Words that titles and texts may use in braces.
WITH tahunan AS (SELECT coalesce($tahun, max(tahun_awal)) AS tahun FROM publik.dokumen WHERE jenis_dokumen IN ('RKPD', 'Renja') AND ($pd IS NULL OR opd_kunci = $pd)),
temuan AS (SELECT * FROM publik.temuan WHERE status NOT IN ('bukan temuan', 'ditunda') AND ($pd IS NULL OR opd_kunci = $pd)),
jenis AS (
    SELECT DISTINCT jenis_dokumen AS jenis FROM publik.dokumen WHERE $pd IS NULL OR opd_kunci IS NULL OR opd_kunci = $pd
    UNION SELECT DISTINCT 'Perubahan ' || jenis_dokumen FROM publik.dokumen WHERE tahap = 'perubahan')
SELECT coalesce((SELECT mode(wilayah) FROM publik.dokumen), 'daerah') AS wilayah,
       coalesce((SELECT min(opd) FROM publik.dokumen WHERE opd_kunci = $pd), 'semua perangkat daerah') AS pd,
       coalesce(CAST((SELECT tahun FROM tahunan) AS VARCHAR), '....') AS tahun,
       (SELECT list(jenis) FROM jenis) AS jenis_ada,
       coalesce((SELECT string_agg(DISTINCT kiri_dokumen, '; ') FROM publik.pasangan p WHERE jenjang = 'RPJMD-RKPD'), 'tidak ada') AS acuan,
       coalesce((SELECT string_agg(DISTINCT dokumen, '; ' ORDER BY dokumen) FROM publik.dokumen WHERE opd_kunci = $pd), 'tidak ada') AS dokumen_pd,
       strftime(current_date, '%d-%m-%Y') AS hari_ini,
       (SELECT count(*) FROM publik.dokumen) AS banyak_dokumen,
       (SELECT count(*) FROM publik.indikator) AS banyak_indikator,
       (SELECT count(*) FROM publik.tautan) AS banyak_tautan,
       (SELECT count(*) FROM temuan) AS banyak_temuan,
       (SELECT count(*) FROM temuan WHERE putusan = 'tidak konsisten') AS temuan_pasti,
       (SELECT count(*) FROM temuan WHERE tingkat = 'K') AS temuan_kritis,
       (SELECT count(*) FROM temuan WHERE tingkat = 'M') AS temuan_mayor,
       (SELECT count(*) FROM temuan WHERE putusan = 'perlu diperiksa') AS temuan_ragu,
       (SELECT count(DISTINCT opd_kunci) FROM publik.dokumen WHERE opd_kunci IS NOT NULL) AS banyak_pd,
       (SELECT count(*) FROM publik.cakupan WHERE NOT dipahami AND objek = 'halaman') AS halaman_tidak_dipahami
