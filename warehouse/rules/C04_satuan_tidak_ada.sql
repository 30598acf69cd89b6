-- id: C04
-- nama: Satuan tidak tercantum
-- membandingkan: Satuan setiap indikator yang mempunyai target angka: kolom satuan, kurung di belakang nama, dan sel target. Indeks, nilai,
--   skor, rasio, dan predikat tidak memerlukan satuan. Bila sebagian besar indikator sebuah tabel tidak bersatuan, dibuat
--   satu temuan untuk dokumen itu.
-- tingkat: m
-- dasar: Praktik reviu (indikator terukur mempunyai satuan); Kepmendagri 050-5889/2021 memberi satuan pada setiap sub kegiatan.
-- contoh: "Jumlah pelaku usaha yang dibina" dengan target 120, 130, 140 tanpa satuan.
-- perbaikan: Tulis satuannya di kolom satuan.
-- sejak: 0.1.0
WITH berangka AS (
    SELECT i.*, n.contoh, i.satuan IS NULL AND NOT n.bersatuan AS tanpa
    FROM data.indikator i
    JOIN data.dokumen d USING (dokumen_id)
    JOIN (SELECT indikator_id, bool_or(satuan IS NOT NULL) AS bersatuan,
                 string_agg(mentah, '; ' ORDER BY tahun) FILTER (jenis = 'angka' AND peran = 'target') AS contoh
          FROM data.nilai WHERE triwulan IS NULL GROUP BY indikator_id) n USING (indikator_id)
    WHERE d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND n.contoh IS NOT NULL
      AND (i.ukuran IS NULL OR i.ukuran NOT IN ('indeks', 'nilai', 'skor', 'rasio', 'predikat', 'opini'))
      AND NOT regexp_matches(lower(i.nama), '\b(indeks|nilai|skor|rasio|predikat|opini|level|tingkat maturitas|gini|icor|akreditasi)\b')),
dokumen AS (
    SELECT dokumen_id, count(*) AS banyak, count(*) FILTER (tanpa) AS kosong,
           count(*) FILTER (tanpa) >= 4 AND count(*) FILTER (tanpa) * 2 > count(*) AS umum
    FROM berangka GROUP BY dokumen_id)
SELECT CASE WHEN d.umum THEN d.dokumen_id ELSE b.indikator_id END AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       CASE WHEN d.umum THEN NULL ELSE any_value(b.contoh) END AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN d.umum
            THEN format('{} dari {} indikator dengan target angka dalam {} tidak bersatuan, misalnya "{}".',
                        d.kosong, d.banyak, any_value(s.sebutan), min_by(b.nama, b.urutan))
            ELSE format('Indikator "{}" dalam {} tidak mempunyai satuan di kolom, kurung, maupun sel target ({}).',
                        any_value(b.nama), any_value(s.sebutan), any_value(b.contoh)) END AS uraian,
       NULL AS dicari_di,
       data.putusan(NOT d.umum, min(b.keyakinan)) AS putusan,
       min(b.keyakinan) AS keyakinan
FROM berangka b
JOIN dokumen d USING (dokumen_id)
JOIN data.sebutan s USING (dokumen_id)
WHERE b.tanpa
GROUP BY d.umum, d.dokumen_id, d.kosong, d.banyak, CASE WHEN d.umum THEN d.dokumen_id ELSE b.indikator_id END
