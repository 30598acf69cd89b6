-- id: E08
-- nama: Pagu prakiraan maju kosong
-- membandingkan: Pagu tahun n dan prakiraan maju n+1 sub kegiatan (atau tingkat terbawah yang berpagu) dalam Renja dan RKPD yang tabelnya memuat
--   prakiraan maju. Dilaporkan bila pagu n terisi dan n+1 kosong atau nol. Satu temuan per dokumen dan perangkat daerah; bila lebih dari
--   setengahnya kosong, kolomnya mungkin tidak terbaca: perlu diperiksa.
-- tingkat: m
-- dasar: Daftar periksa Renja (prakiraan maju terisi); Permendagri 86/2017 (pasal belum diverifikasi).
-- contoh: Sub kegiatan berpagu Rp150.000.000 tahun 2026, prakiraan maju 2027 kosong.
-- perbaikan: Isi pagu prakiraan maju, atau nyatakan bahwa kegiatan berakhir tahun itu.
-- sejak: 0.2.0
WITH bermaju AS (
    SELECT DISTINCT b.berkas_id, b.halaman, p.tahun FROM data.butir b JOIN data.pagu p ON p.pemilik_id = b.butir_id AND p.peran = 'pagu'),
isi AS (
    SELECT b.dokumen_id, b.butir_id, b.tingkat, b.kode_baku, b.nama, b.opd_kunci, b.penanggung_jawab, b.urutan, b.keyakinan, s.sebutan, s.tahun_awal, s.opd_kunci AS opd_dokumen,
           max(p.rupiah) FILTER (p.tahun = s.tahun_awal) AS kini, max(p.rupiah) FILTER (p.tahun = s.tahun_awal + 1) AS maju
    FROM data.butir_isi b JOIN data.sebutan s USING (dokumen_id) JOIN data.pagu p ON p.pemilik_id = b.butir_id AND p.peran = 'pagu' AND p.triwulan IS NULL
    WHERE s.jenis IN ('RKPD', 'Renja') AND b.tingkat IN ('program', 'kegiatan', 'subkegiatan')
      -- tables of other purpose have no such column
      AND EXISTS (FROM bermaju m WHERE m.berkas_id = b.berkas_id AND m.halaman IS NOT DISTINCT FROM b.halaman AND m.tahun = s.tahun_awal + 1)
    GROUP BY ALL),
-- The lowest rung with money, per document.
terbawah AS (
    SELECT dokumen_id, max(CASE tingkat WHEN 'subkegiatan' THEN 3 WHEN 'kegiatan' THEN 2 ELSE 1 END) AS anak FROM isi WHERE kini > 0 GROUP BY dokumen_id),
-- An item printed in several tables is filled where one of them fills it.
satu AS (
    SELECT * REPLACE (max(maju) OVER sama AS maju), row_number() OVER (sama ORDER BY kini IS NULL, urutan) AS ke
    FROM isi WINDOW sama AS (PARTITION BY dokumen_id, tingkat, coalesce(kode_baku, ''), lower(nama), opd_kunci)),
dilihat AS (
    SELECT i.*, count(*) OVER dok AS banyak, count(*) FILTER (i.maju > 0) OVER dok AS terisi, coalesce(i.maju, 0) = 0 AS kosong
    FROM satu i JOIN terbawah t USING (dokumen_id)
    WHERE i.ke = 1 AND i.kini > 0 AND CASE i.tingkat WHEN 'subkegiatan' THEN 3 WHEN 'kegiatan' THEN 2 ELSE 1 END = t.anak
    WINDOW dok AS (PARTITION BY i.dokumen_id))
SELECT arg_min(d.butir_id, d.urutan) AS kiri_id,
       NULL AS kanan_id,
       any_value(d.tahun_awal) + 1 AS tahun,
       data.rupiah(arg_min(d.kini, d.urutan)) AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN count(*) = 1 THEN format('Prakiraan maju {} {} {} dalam {}{} kosong atau nol, padahal pagu {} {}.', any_value(d.tahun_awal) + 1, data.sebut_tingkat(any_value(d.tingkat)),
                 concat_ws(' ', any_value(d.kode_baku), any_value(d.nama)), any_value(d.sebutan), data.milik_opd(any_value(d.penanggung_jawab), any_value(d.opd_dokumen)),
                 any_value(d.tahun_awal), data.rupiah(any_value(d.kini)))
            ELSE format('Prakiraan maju {} {} dari {} {} dalam {}{} kosong atau nol, misalnya {} (pagu {} {}).', any_value(d.tahun_awal) + 1, count(*), any_value(d.banyak), data.sebut_tingkat(any_value(d.tingkat)),
                 any_value(d.sebutan), data.milik_opd(any_value(d.penanggung_jawab), any_value(d.opd_dokumen)), arg_min(concat_ws(' ', d.kode_baku, d.nama), d.urutan),
                 any_value(d.tahun_awal), data.rupiah(arg_min(d.kini, d.urutan))) END AS uraian,
       NULL AS dicari_di,
       data.putusan(any_value(d.terisi) * 2 >= any_value(d.banyak), max(d.keyakinan)) AS putusan,
       max(d.keyakinan) AS keyakinan
FROM dilihat d
-- the table prints forward estimates at all
WHERE d.kosong AND d.terisi >= greatest(2, 0.25 * d.banyak)
GROUP BY d.dokumen_id, d.opd_kunci
