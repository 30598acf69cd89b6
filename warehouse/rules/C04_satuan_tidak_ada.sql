-- id: C04
-- nama: Satuan tidak tercantum
-- membandingkan: Satuan setiap indikator yang mempunyai target angka: kolom satuan, kurung di belakang nama, dan sel target. Indeks, nilai,
--   skor, rasio, dan predikat tidak memerlukan satuan. Empat atau lebih indikator sebuah dokumen tanpa satuan dilaporkan
--   sekali, pada indikator yang pertama; bila itu sebagian besar isi dokumen, perlu diperiksa.
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
    WHERE d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja') AND n.contoh IS NOT NULL AND i.asal IS NULL
      -- a word or two without a measure ("a. Teh") are a part of the row above, whose unit holds for them
      AND (i.ukuran IS NOT NULL OR length(i.nama_baku) - length(replace(i.nama_baku, ' ', '')) >= 2)
      AND (i.ukuran IS NULL OR i.ukuran NOT IN ('indeks', 'nilai', 'skor', 'rasio', 'predikat', 'opini'))
      AND NOT regexp_matches(lower(i.nama), '\b(indeks|nilai|skor|rasio|predikat|opini|level|tingkat maturitas|gini|icor|akreditasi)\b')),
hitung AS (
    SELECT dokumen_id, count(*) AS banyak, count(*) FILTER (tanpa) AS kosong,
           string_agg(DISTINCT halaman, ', ' ORDER BY halaman) FILTER (tanpa AND halaman IS NOT NULL) AS halaman
    FROM berangka GROUP BY dokumen_id)
SELECT b.indikator_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       b.contoh AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.kosong >= 4
            THEN format('{} dari {} indikator dengan target angka dalam {} tidak mempunyai satuan{}, misalnya "{}".', h.kosong, h.banyak, s.sebutan,
                        coalesce(' (hlm. ' || h.halaman || ')', ''), b.nama)
            ELSE format('Indikator "{}" dalam {} tidak mempunyai satuan di kolom, kurung, maupun sel target ({}).', b.nama, s.sebutan, b.contoh)
       END AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(h.kosong * 2 <= h.banyak OR h.kosong < 4, b.keyakinan) AS putusan,
       b.keyakinan
FROM berangka b
JOIN hitung h USING (dokumen_id)
JOIN data.sebutan s USING (dokumen_id)
WHERE b.tanpa
QUALIFY h.kosong < 4 OR row_number() OVER (PARTITION BY b.dokumen_id ORDER BY b.urutan) = 1
