-- id: E07
-- nama: Program bertarget tanpa pagu, atau berpagu tanpa indikator
-- membandingkan: Program dalam RPJMD, Renstra, RKPD, atau Renja yang tabelnya mencetak pagu. Dilaporkan bila indikator program bertarget angka tetapi
--   programnya dan semua turunannya tanpa pagu di tahun mana pun, dan bila program berpagu tetapi tidak punya satu indikator pun padahal
--   hampir semua program lain di dokumen itu punya (program penunjang dilewati), dan bila pagu tahun terakhirnya terisi tetapi pagu akhir
--   periodenya kosong padahal hampir semua program lain mengisinya. Tiga atau lebih sejenis per dokumen dan perangkat daerah dilaporkan sekali.
-- tingkat: M
-- dasar: Praktik reviu; lampiran program RPJMD mencetak indikator, target, dan pagu setiap program.
-- contoh: Program bertarget 75% setiap tahun, semua sel pagunya kosong.
-- perbaikan: Isi pagu atau indikator yang kosong, atau hapus programnya.
-- sejak: 0.2.0
WITH program AS (
    SELECT b.butir_id, b.dokumen_id, b.berkas_id, b.halaman, b.urutan, b.kode_baku, b.nama, b.nama_baku, b.opd_kunci, b.penanggung_jawab, b.keyakinan, d.opd_kunci AS opd_dokumen, d.tahun_akhir, s.sebutan,
           coalesce(b.kode_baku, b.nama_baku) AS kunci
    FROM data.butir_isi b JOIN data.dokumen d USING (dokumen_id) JOIN data.sebutan s USING (dokumen_id)
    WHERE b.tingkat = 'program' AND d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND length(b.nama_baku) >= 8
    QUALIFY row_number() OVER (PARTITION BY b.dokumen_id, coalesce(b.kode_baku, b.nama_baku), b.opd_kunci ORDER BY b.urutan) = 1),
-- Programs under which some money stands, by code or name; money of indicator rows counts, too.
berhalaman AS (
    SELECT DISTINCT b.berkas_id, b.halaman FROM data.butir b JOIN data.pagu p ON p.pemilik_id = b.butir_id AND p.rupiah > 0),
indikator_halaman AS (SELECT DISTINCT berkas_id, halaman FROM data.indikator WHERE tingkat = 'program'),
uang AS (
    SELECT DISTINCT b.dokumen_id, b.kode_baku, b.nama_baku, lower(b.program) AS program, b.tingkat
    FROM data.butir b JOIN data.pagu p ON p.pemilik_id = b.butir_id WHERE p.rupiah > 0
    UNION
    SELECT DISTINCT i.dokumen_id, i.kode_baku, i.nama_baku, lower(i.program), 'indikator'
    FROM data.indikator i JOIN data.pagu p ON p.pemilik_id = i.indikator_id WHERE p.rupiah > 0),
kode_uang AS (SELECT DISTINCT dokumen_id, array_to_string(string_split(kode_baku, '.')[1:3], '.') AS kode FROM uang WHERE kode_baku IS NOT NULL),
nama_uang AS (SELECT DISTINCT dokumen_id, program AS nama FROM uang WHERE program IS NOT NULL UNION SELECT dokumen_id, nama_baku FROM uang WHERE tingkat = 'program'),
-- Programs whose end-of-period column has money, in any of their rows.
baris_akhir AS (
    SELECT DISTINCT b.dokumen_id, coalesce(b.kode_baku, b.nama_baku) AS kunci, b.opd_kunci
    FROM data.butir_isi b JOIN data.pagu u ON u.pemilik_id = b.butir_id AND u.peran = 'akhir' AND u.rupiah > 0
    WHERE b.tingkat = 'program'),
berindikator AS (
    SELECT i.dokumen_id, array_to_string(string_split(i.kode_baku, '.')[1:3], '.') AS kode, lower(i.program) AS program,
           bool_or(i.tingkat = 'program' AND n.jenis = 'angka' AND n.nilai > 0) AS bertarget
    FROM data.indikator i LEFT JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.triwulan IS NULL
    GROUP BY ALL),
dilihat AS (
    SELECT p.*,
           EXISTS (FROM data.pagu u WHERE u.pemilik_id = p.butir_id AND u.peran = 'pagu' AND u.tahun = p.tahun_akhir AND u.triwulan IS NULL AND u.rupiah > 0) AS bertahunan,
           EXISTS (FROM baris_akhir a WHERE a.dokumen_id = p.dokumen_id AND a.kunci = p.kunci AND a.opd_kunci IS NOT DISTINCT FROM p.opd_kunci) AS berakhir,
           EXISTS (FROM kode_uang u WHERE u.dokumen_id = p.dokumen_id AND u.kode = p.kode_baku)
               OR EXISTS (FROM nama_uang u WHERE u.dokumen_id = p.dokumen_id AND (u.nama = lower(p.nama) OR u.nama = p.nama_baku)) AS berpagu,
           EXISTS (FROM berindikator i WHERE i.dokumen_id = p.dokumen_id AND i.kode = p.kode_baku)
               OR EXISTS (FROM berindikator i WHERE i.dokumen_id = p.dokumen_id AND i.program = lower(p.nama)) AS berindikator,
           EXISTS (FROM berindikator i WHERE i.dokumen_id = p.dokumen_id AND i.kode = p.kode_baku AND i.bertarget)
               OR EXISTS (FROM berindikator i WHERE i.dokumen_id = p.dokumen_id AND i.program = lower(p.nama) AND i.bertarget) AS bertarget
    FROM program p),
hitung AS (
    SELECT dokumen_id, count(*) AS banyak, avg(berpagu::INT) AS bagian_pagu, avg(berindikator::INT) AS bagian_indikator,
           avg(berakhir::INT) FILTER (bertahunan) AS bagian_akhir FROM dilihat GROUP BY dokumen_id),
hasil AS (
    SELECT d.*, CASE WHEN d.bertarget AND NOT d.berpagu AND h.bagian_pagu >= data.ambang('program_lengkap') THEN 'pagu'
                     WHEN d.berpagu AND NOT d.berindikator AND NOT data.penunjang(d.kode_baku) AND h.bagian_indikator >= data.ambang('program_lengkap') THEN 'indikator'
                     WHEN d.bertahunan AND NOT d.berakhir AND h.bagian_akhir >= data.ambang('program_lengkap') THEN 'akhir' END AS kurang
    FROM dilihat d JOIN hitung h USING (dokumen_id)
    WHERE h.banyak >= 4
      -- the page prints money, and indicators of programs; tables of another purpose do not
      AND EXISTS (FROM berhalaman x WHERE x.berkas_id = d.berkas_id AND x.halaman IS NOT DISTINCT FROM d.halaman)
      AND EXISTS (FROM indikator_halaman x WHERE x.berkas_id = d.berkas_id AND x.halaman IS NOT DISTINCT FROM d.halaman))
SELECT h.butir_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       NULL AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Program {} dalam {}{} {}.{}', concat_ws(' ', h.kode_baku, h.nama), h.sebutan, data.milik_opd(h.penanggung_jawab, h.opd_dokumen),
              CASE h.kurang WHEN 'pagu' THEN 'bertarget tetapi tanpa pagu, juga pada turunannya' WHEN 'akhir' THEN 'berpagu sampai tahun terakhir tetapi pagu akhir periodenya kosong'
                            ELSE 'berpagu tetapi tanpa indikator' END,
              CASE WHEN count(*) OVER sama >= 3 THEN format(' Begitu pula {} program lain di sana.', count(*) OVER sama - 1) ELSE '' END) AS uraian,
       format('tidak ditemukan di: {}{}', h.sebutan, l.catatan) AS dicari_di,
       data.putusan(l.lengkap, h.keyakinan) AS putusan,
       h.keyakinan
FROM hasil h
JOIN data.kelengkapan l USING (dokumen_id)
WHERE h.kurang IS NOT NULL
WINDOW sama AS (PARTITION BY h.dokumen_id, h.opd_kunci, h.kurang)
QUALIFY count(*) OVER sama < 3 OR row_number() OVER (PARTITION BY h.dokumen_id, h.opd_kunci, h.kurang ORDER BY h.urutan) = 1
