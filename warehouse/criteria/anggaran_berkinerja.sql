-- nama: Anggaran mengacu pada kinerja
-- menilai: Setiap program, kegiatan, dan sub kegiatan dokumen tahunan yang mempunyai pagu pada tahun rencana. Terpenuhi bila ada indikator dengan target tahun
--   itu pada kode (tanpa kode: nama) yang sama. Bila kurang dari separuh butir setingkat mempunyai indikator, tabelnya mungkin tidak terbaca:
--   yang tanpa indikator dinilai orang.
-- bertumpu: tabel program dokumen tahunan (publik.butir, publik.pagu, publik.indikator, publik.target)
-- orang: apakah kinerja itu yang diperlukan, dan wajar tidaknya anggaran
-- sejak: 0.1.0
WITH berpagu AS (
    SELECT d.subjek_id, d.dokumen_id, d.tahun_awal AS tahun, b.tingkat, coalesce(b.kode_baku, data.huruf(b.nama)) AS kunci, b.kode_baku,
           data.huruf(b.nama) AS nama_kunci, arg_min(b.butir_id, b.urutan) AS id, sum(p.rupiah) AS rupiah, min(b.keyakinan) AS keyakinan
    FROM data.dokumen_dinilai d JOIN data.butir_isi b USING (dokumen_id)
    JOIN data.pagu p ON p.pemilik_id = b.butir_id AND p.peran = 'pagu' AND p.tahun = d.tahun_awal
    WHERE d.tahunan AND p.rupiah > 0 AND b.tingkat IN ('program', 'kegiatan', 'subkegiatan') GROUP BY ALL),
-- rows without year of their own: the document has one year
indikator AS (
    SELECT i.dokumen_id, i.kode_baku, data.huruf(CASE i.tingkat WHEN 'program' THEN i.program WHEN 'kegiatan' THEN i.kegiatan WHEN 'subkegiatan' THEN i.subkegiatan END) AS nama_kunci,
           i.tingkat, any_value(i.nama) AS nama,
           bool_or(n.jenis NOT IN ('kosong') AND (n.tahun IS NULL OR n.tahun = d.tahun_awal)) AS bertarget
    FROM data.indikator i
    JOIN data.dokumen_dinilai d USING (dokumen_id)
    LEFT JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'target' AND n.triwulan IS NULL
    WHERE d.tahunan GROUP BY ALL),
tepat AS (
    SELECT b.subjek_id, b.id, bool_or(i.bertarget) AS bertarget, any_value(i.nama) AS nama
    FROM berpagu b JOIN indikator i ON i.dokumen_id = b.dokumen_id AND i.kode_baku = b.kode_baku GROUP BY ALL
    UNION ALL
    SELECT b.subjek_id, b.id, bool_or(i.bertarget), any_value(i.nama)
    FROM berpagu b JOIN indikator i ON i.dokumen_id = b.dokumen_id AND i.tingkat = b.tingkat AND i.nama_kunci = b.nama_kunci
    WHERE b.kode_baku IS NULL OR i.kode_baku IS NULL GROUP BY ALL),
gabung AS (SELECT subjek_id, id, coalesce(bool_or(bertarget), false) AS bertarget, any_value(nama) AS nama FROM tepat GROUP BY ALL),
hasil AS (SELECT b.*, g.nama, g.bertarget, g.id IS NULL AS kosong, count(g.id) OVER setingkat * 2 < count(*) OVER setingkat AS tak_terbaca
          FROM berpagu b LEFT JOIN gabung g USING (subjek_id, id) WINDOW setingkat AS (PARTITION BY b.subjek_id, b.dokumen_id, b.tingkat))
SELECT subjek_id, id,
       CASE WHEN keyakinan < data.ambang('keyakinan_temuan') OR (kosong AND tak_terbaca) THEN NULL WHEN bertarget THEN 1 ELSE 0 END AS nilai,
       CASE WHEN keyakinan < data.ambang('keyakinan_temuan') THEN 'Bacaan baris ini kurang pasti; periksa halamannya.'
            WHEN kosong AND tak_terbaca THEN format('{} tanpa indikator yang terbaca, seperti kebanyakan butir setingkat; periksa tabelnya.', data.rupiah(rupiah))
            WHEN kosong THEN format('{} tanpa indikator.', data.rupiah(rupiah))
            WHEN bertarget THEN format('{} untuk "{}".', data.rupiah(rupiah), nama)
            ELSE format('{}, tetapi "{}" tanpa target tahun {}.', data.rupiah(rupiah), nama, tahun) END AS alasan
FROM hasil
