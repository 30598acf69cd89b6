-- id: H05
-- nama: Daftar program di bab dan di lampiran berbeda
-- membandingkan: Kode program dalam bab yang berjudul program (bab VI atau VII; menurut susunan 2025 bab IV) dengan kode program dalam lampiran dokumen itu,
--   per bidang urusan yang ada di keduanya. Lampiran: halaman sesudah bab Penutup, atau berkas bernama lampiran tanpa judul bab.
--   Program penunjang tidak dihitung. Diam bila dalam satu bidang kurang dari separuh program sama, karena salah satunya lalu daftar
--   pilihan, atau bila program lampiran tidak berpagu (evaluasi). Satu temuan per dokumen dan arah; bila ada halaman yang tidak terbaca, perlu diperiksa.
-- tingkat: M
-- dasar: Permendagri 86/2017 dan Inmendagri 2/2025 (lampiran merinci program babnya; pasal belum diverifikasi); praktik reviu.
-- contoh: Bab VI RPJMD memuat 1.06.05 Program Penanganan Bencana, lampirannya tidak memuat kode itu.
-- perbaikan: Samakan daftar program bab dengan lampirannya.
-- sejak: 0.2.0
WITH bagian AS (
    SELECT dokumen_id, berkas_id, 'bab' AS tempat, halaman AS awal, coalesce(sampai - 1, 1000000) AS akhir
    FROM data.rentang_bab WHERE contains(judul, 'program') AND NOT contains(judul, 'evaluasi') AND NOT contains(judul, 'gambaran')
    UNION ALL
    SELECT dokumen_id, berkas_id, 'lampiran', halaman + 1, 1000000 FROM data.rentang_bab WHERE contains(judul, 'penutup') AND sampai IS NULL
    UNION ALL
    SELECT b.dokumen_id, b.berkas_id, 'lampiran', 0, 1000000 FROM data.berkas b
    WHERE contains(lower(b.nama), 'lampiran') AND b.berkas_id NOT IN (SELECT berkas_id FROM data.rentang_bab)),
daftar AS (
    SELECT g.dokumen_id, g.tempat, b.kode_baku, regexp_extract(b.kode_baku, '^[0-9]\.[0-9]{2}') AS bidang, arg_min(b.butir_id, b.urutan) AS butir_id,
           arg_min(b.nama, b.urutan) AS nama, min(b.urutan) AS urutan, min(b.halaman) AS halaman, max(b.keyakinan) AS keyakinan,
           bool_or(p.pemilik_id IS NOT NULL) AS berpagu
    FROM bagian g
    JOIN data.dokumen d ON d.dokumen_id = g.dokumen_id
    JOIN data.butir_isi b ON b.berkas_id = g.berkas_id AND b.tingkat = 'program' AND coalesce(b.halaman, 1) BETWEEN g.awal AND g.akhir
    LEFT JOIN data.pagu p ON p.pemilik_id = b.butir_id AND p.pemilik = 'butir' AND p.peran = 'pagu' AND p.tahun >= d.tahun_awal
    WHERE data.kode_nasional(b.kode_baku, 'program') AND NOT data.penunjang(b.kode_baku)
    GROUP BY g.dokumen_id, g.tempat, b.kode_baku),
ditandai AS (
    SELECT d.*, EXISTS (SELECT 1 FROM daftar x WHERE x.dokumen_id = d.dokumen_id AND x.kode_baku = d.kode_baku AND x.tempat <> d.tempat) AS ada
    FROM daftar d),
-- Bidang of which both places print the same list but for a few; an annex without money of the plan's years looks back.
bidang AS (
    SELECT dokumen_id, bidang, count(DISTINCT kode_baku) FILTER (ada) AS sama
    FROM ditandai GROUP BY dokumen_id, bidang
    HAVING sama * 2 >= greatest(count(*) FILTER (tempat = 'bab'), count(*) FILTER (tempat = 'lampiran'))
       AND count(*) FILTER (tempat = 'lampiran' AND berpagu) * 2 >= count(*) FILTER (tempat = 'lampiran') AND sama > 0),
dokumen AS (SELECT dokumen_id FROM bidang GROUP BY dokumen_id HAVING sum(sama) >= data.ambang('daftar_mulai')),
hilang AS (
    SELECT t.*, t.kode_baku || ' "' || t.nama || '"' || CASE WHEN t.halaman IS NULL THEN '' ELSE format(' (hlm. {})', t.halaman) END AS sebut
    FROM ditandai t
    JOIN bidang b ON b.dokumen_id = t.dokumen_id AND b.bidang = t.bidang
    JOIN dokumen d ON d.dokumen_id = t.dokumen_id
    WHERE NOT t.ada)
SELECT arg_min(h.butir_id, h.urutan) AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       data.lima(list(h.sebut ORDER BY h.urutan)) AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} program dalam {} {} tidak ada dalam {}{}: {}.', count(*), CASE h.tempat WHEN 'bab' THEN 'bab program' ELSE 'lampiran' END, s.sebutan,
              CASE h.tempat WHEN 'bab' THEN 'lampirannya' ELSE 'bab programnya' END, l.catatan, data.lima(list(h.sebut ORDER BY h.urutan))) AS uraian,
       CASE h.tempat WHEN 'bab' THEN 'lampiran ' ELSE 'bab program ' END || s.sebutan AS dicari_di,
       data.putusan(l.lengkap, min(h.keyakinan)) AS putusan,
       min(h.keyakinan) AS keyakinan
FROM hilang h
JOIN data.sebutan s ON s.dokumen_id = h.dokumen_id
JOIN data.kelengkapan l ON l.dokumen_id = h.dokumen_id
GROUP BY h.dokumen_id, h.tempat, s.sebutan, l.catatan, l.lengkap
