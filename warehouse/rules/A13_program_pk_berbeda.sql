-- id: A13
-- nama: Program Perjanjian Kinerja berbeda dari Renja
-- membandingkan: Program Perjanjian Kinerja (PK, atau LKjIP yang melaporkannya) dengan program Renja tahun itu, ke dua arah, menurut kode, lalu nama; tanpa
--   Renja tahun itu dengan program Renstra yang berpagu atau bertarget pada tahun itu. Program penunjang dan program pendukung dari
--   dana lain tidak dicari di PK, karena PK boleh memuat program urusan saja. Targetnya dibandingkan oleh D19. DPA bukan jenis dokumen
--   yang dibaca. Tanpa kode bersusunan nasional, atau bila PK memuat kurang dari separuh program, perlu diperiksa. Satu temuan per
--   pasangan dokumen dan arah.
-- tingkat: M
-- dasar: KKE 3 evaluasi AKIP (uraian program DPA sesuai Renstra dan Renja; dari aplikasi evaluasi SAKIP); PermenPANRB 53/2014 (PK memuat
--   program dan anggarannya; bagian belum diverifikasi).
-- contoh: PK Dinas Sosial 2026 memuat 1.06.05 Program Penanganan Bencana, Renja 2026 tidak memuatnya.
-- perbaikan: Samakan daftar program, atau sebut perubahan anggaran yang menjadi sebabnya.
-- sejak: 0.2.0
WITH pasang AS (
    SELECT p.*, k.tahun_awal = r.tahun_awal AND p.jenjang = 'Renja-PK' AS seumur
    FROM data.pasangan p JOIN data.dokumen k ON k.dokumen_id = p.kiri_dokumen JOIN data.dokumen r ON r.dokumen_id = p.kanan_dokumen
    WHERE p.jenjang IN ('Renja-PK', 'Renstra-PK')),
-- The Renja of that year; without one the Renstra. The next year's Renja lists other programs.
acuan AS (
    SELECT * FROM pasang p
    WHERE seumur OR jenjang = 'Renstra-PK' AND NOT EXISTS (SELECT 1 FROM pasang q WHERE q.kanan_dokumen = p.kanan_dokumen AND q.seumur)),
cari AS MATERIALIZED (
    SELECT * FROM data.cari_butir('Renja-PK', 'naik') UNION ALL BY NAME SELECT * FROM data.cari_butir('Renja-PK', 'turun')
    UNION ALL BY NAME SELECT * FROM data.cari_butir('Renstra-PK', 'naik') UNION ALL BY NAME SELECT * FROM data.cari_butir('Renstra-PK', 'turun')),
hitung AS (
    SELECT c.arah, c.asal, c.tujuan, count(*) AS banyak, count(*) FILTER (c.ditemukan) AS ketemu, bool_and(c.andal) AS andal,
           arg_min(c.butir_id, c.urutan) FILTER (NOT c.ditemukan) AS butir_id, min(c.tahun_tujuan) AS tahun_tujuan,
           list(concat_ws(' ', c.kode_baku, '"' || c.nama || '"') ORDER BY c.urutan) FILTER (NOT c.ditemukan) AS daftar,
           min(c.keyakinan) FILTER (NOT c.ditemukan) AS keyakinan
    FROM cari c
    JOIN acuan a ON a.jenjang = c.jenjang AND a.kiri_dokumen = CASE c.arah WHEN 'turun' THEN c.asal ELSE c.tujuan END
        AND a.kanan_dokumen = CASE c.arah WHEN 'turun' THEN c.tujuan ELSE c.asal END
    WHERE c.tingkat = 'program' AND (c.arah = 'naik' OR NOT data.penunjang(c.kode_baku))
    GROUP BY c.arah, c.asal, c.tujuan)
SELECT h.butir_id AS kiri_id,
       h.tujuan AS kanan_id,
       CASE h.arah WHEN 'turun' THEN h.tahun_tujuan ELSE sa.tahun_awal END AS tahun,
       data.lima(h.daftar) AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} dari {} program {} tidak ditemukan di {}{}: {}.', h.banyak - h.ketemu, h.banyak, sa.sebutan, st.sebutan, l.catatan, data.lima(h.daftar)) AS uraian,
       st.sebutan AS dicari_di,
       data.putusan(h.andal AND l.lengkap AND h.ketemu * 2 >= h.banyak, h.keyakinan) AS putusan,
       h.keyakinan
FROM hitung h
JOIN data.sebutan sa ON sa.dokumen_id = h.asal
JOIN data.sebutan st ON st.dokumen_id = h.tujuan
JOIN data.kelengkapan l ON l.dokumen_id = h.tujuan
-- by names alone, lists that hardly share one cannot be compared
WHERE h.ketemu < h.banyak AND (h.andal AND h.ketemu > 0 OR h.ketemu * 3 >= h.banyak * 2)
