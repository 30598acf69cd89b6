-- id: D16
-- nama: Target kumulatif di satu dokumen, tahunan di dokumen lain
-- membandingkan: Target sedikitnya tiga tahun yang sama dari indikator yang bertaut antara dua dokumen. Dilaporkan bila deret yang satu tepat jumlah
--   berjalan dari deret yang lain (boleh mulai dari kondisi awal): selisih tiap tahun sama dengan target tahunan itu. Dokumen dan
--   perubahannya dibandingkan pula untuk indikator yang namanya sama dan hanya sekali dalam tiap dokumen; putusannya perlu diperiksa.
-- tingkat: m
-- dasar: Praktik reviu: sifat target (kumulatif atau tahunan) harus sama di semua dokumen.
-- contoh: "Persentase OPD responsif gender" 29,03; 45,16; 61,29 di RPJMD, 16,13 setiap tahun di Renstra.
-- perbaikan: Tulis target dengan sifat yang sama, dan sebut kumulatif atau tahunan dalam rumusan indikator.
-- sejak: 0.2.0
WITH tunggal AS (
    SELECT i.dokumen_id, i.opd_kunci, i.nama_baku, any_value(i.indikator_id) AS indikator_id, d.jenis, d.wilayah, d.opd_kunci AS dokumen_opd,
           d.tahun_awal, coalesce(d.tahap, '') AS tahap
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE coalesce(d.tahap, '') <> 'rancangan' GROUP BY ALL HAVING count(*) = 1),
pasangan AS (
    SELECT kiri_id, kanan_id, kiri_dokumen, kanan_dokumen, hubungan, skor FROM data.tautan
    UNION ALL
    -- a document and its change are not linked; the change may have meant it, so a person decides
    SELECT a.indikator_id, b.indikator_id, a.dokumen_id, b.dokumen_id, 'perlu diperiksa', 1.0
    FROM tunggal a
    JOIN tunggal b ON b.nama_baku = a.nama_baku AND b.jenis = a.jenis AND b.tahun_awal = a.tahun_awal AND b.wilayah IS NOT DISTINCT FROM a.wilayah
        AND b.dokumen_opd IS NOT DISTINCT FROM a.dokumen_opd AND b.opd_kunci IS NOT DISTINCT FROM a.opd_kunci
    WHERE a.tahap <> 'perubahan' AND b.tahap = 'perubahan'),
berdua AS (
    SELECT t.kiri_id, t.kanan_id, t.kiri_dokumen, t.kanan_dokumen, t.hubungan, t.skor, k.tahun, k.nilai AS a, r.nilai AS b,
           data.tulis(k.mentah, i.satuan) AS kiri_nilai, data.tulis(r.mentah, j.satuan) AS kanan_nilai,
           0.6 * power(10, -least(k.desimal, r.desimal)) * (k.desimal > 0 OR r.desimal > 0)::INT + 1e-6 AS toleransi,
           k.nilai - lag(k.nilai) OVER urut AS langkah_a, r.nilai - lag(r.nilai) OVER urut AS langkah_b,
           lag(k.tahun) OVER urut AS sebelum, i.nama AS kiri_nama, j.nama AS kanan_nama, i.nama_baku, i.urutan, least(i.keyakinan, j.keyakinan) AS baris
    FROM pasangan t
    JOIN data.indikator i ON i.indikator_id = t.kiri_id
    JOIN data.indikator j ON j.indikator_id = t.kanan_id
    JOIN data.nilai k ON k.indikator_id = t.kiri_id AND k.peran = 'target' AND k.triwulan IS NULL AND k.jenis = 'angka' AND k.bacaan_lain IS NULL
    JOIN data.nilai r ON r.indikator_id = t.kanan_id AND r.peran = 'target' AND r.triwulan IS NULL AND r.jenis = 'angka' AND r.bacaan_lain IS NULL AND r.tahun = k.tahun
    WHERE coalesce(i.satuan_kelas, j.satuan_kelas) IS NOT DISTINCT FROM coalesce(j.satuan_kelas, i.satuan_kelas)
    WINDOW urut AS (PARTITION BY t.kiri_id, t.kanan_id ORDER BY k.tahun)),
sifat AS (
    SELECT kiri_id, kanan_id, any_value(kiri_dokumen) AS kiri_dokumen, any_value(kanan_dokumen) AS kanan_dokumen, any_value(hubungan) AS hubungan, any_value(skor) AS skor,
           any_value(kiri_nama) AS kiri_nama, any_value(kanan_nama) AS kanan_nama, any_value(nama_baku) AS nama_baku, any_value(urutan) AS urutan, min(baris) AS baris,
           data.deret(tahun, kiri_nilai) AS kiri_deret, data.deret(tahun, kanan_nilai) AS kanan_deret,
           bool_and(abs(langkah_a - b) <= toleransi) FILTER (sebelum IS NOT NULL) AS kiri_kumulatif,
           bool_and(abs(langkah_b - a) <= toleransi) FILTER (sebelum IS NOT NULL) AS kanan_kumulatif
    FROM berdua GROUP BY kiri_id, kanan_id
    HAVING count(*) >= 3 AND bool_and(a > 0 AND b > 0))
SELECT s.kiri_id, s.kanan_id,
       NULL AS tahun,
       s.kiri_deret AS nilai_kiri,
       s.kanan_deret AS nilai_kanan,
       format('Target indikator {} kumulatif dalam {} ({}), tetapi tahunan dalam {} ({}).', data.nama_pasangan(s.kiri_nama, s.kanan_nama),
              CASE WHEN s.kiri_kumulatif THEN sk.sebutan ELSE sr.sebutan END, CASE WHEN s.kiri_kumulatif THEN s.kiri_deret ELSE s.kanan_deret END,
              CASE WHEN s.kiri_kumulatif THEN sr.sebutan ELSE sk.sebutan END, CASE WHEN s.kiri_kumulatif THEN s.kanan_deret ELSE s.kiri_deret END) AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(s.hubungan <> 'perlu diperiksa' AND s.skor >= 0.5, s.baris) AS putusan,
       s.baris * s.skor AS keyakinan
FROM sifat s
JOIN data.sebutan sk ON sk.dokumen_id = s.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = s.kanan_dokumen
WHERE s.kiri_kumulatif OR s.kanan_kumulatif
QUALIFY row_number() OVER (PARTITION BY s.kiri_dokumen, s.kanan_dokumen, s.nama_baku ORDER BY s.skor DESC, s.urutan) = 1
