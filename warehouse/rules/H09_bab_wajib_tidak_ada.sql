-- id: H09
-- nama: Bab wajib tidak ditemukan
-- membandingkan: Judul bab yang benar-benar tercetak (bukan daftar isi) dengan bab yang diminta peraturan untuk jenis dan tahun dokumennya. Diam bila
--   sebagian halaman tidak terbaca, bila bab yang dikenali kurang dari tiga, atau bila lebih dari sepertiga bab tidak ditemukan (berkas hanya memuat
--   beberapa bab). Satu temuan per dokumen.
-- tingkat: M
-- dasar: Sistematika menurut Permendagri 86/2017 dan Inmendagri 2/2025 (judul bab dari dokumen terbit; sebagian belum diverifikasi, lihat models/lexicon/particulars.toml).
-- contoh: Renstra 2021-2026 tidak memuat bab Kinerja Penyelenggaraan Bidang Urusan.
-- perbaikan: Lengkapi babnya, atau unggah berkas bab itu.
-- sejak: 0.1.0
WITH bab AS (SELECT dokumen_id, ' ' || regexp_replace(lower(teks), '[^a-z0-9]+', ' ', 'g') || ' ' AS judul, nomor FROM data.keterangan WHERE jenis = 'bab' AND teks <> ''),
banyak AS (SELECT dokumen_id, count(DISTINCT nomor) AS bab FROM bab GROUP BY ALL),
wajib AS (
    SELECT d.dokumen_id, a.peraturan, a.nomor, a.kata,
           EXISTS (SELECT 1 FROM bab b WHERE b.dokumen_id = d.dokumen_id AND len(list_filter(a.kata, lambda k: contains(b.judul, ' ' || k || ' '))) > 0) AS ada
    FROM data.dokumen d JOIN data.acuan_bab a ON a.jenis = d.jenis AND d.tahun_awal BETWEEN a.dari AND a.sampai),
hitung AS (
    SELECT w.dokumen_id, any_value(w.peraturan) AS peraturan, count(*) AS semua, count(*) FILTER (NOT w.ada) AS hilang,
           string_agg('"' || w.kata[1] || '"', ', ' ORDER BY w.nomor) FILTER (NOT w.ada) AS isi
    FROM wajib w GROUP BY ALL)
SELECT h.dokumen_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       CAST(h.semua - h.hilang AS VARCHAR) AS nilai_kiri,
       CAST(h.semua AS VARCHAR) AS nilai_kanan,
       format('{} tidak memuat bab tentang {} menurut sistematika {}.', s.sebutan, h.isi, h.peraturan) AS uraian,
       s.sebutan || ' (judul bab)' AS dicari_di,
       data.putusan(h.hilang = 1 AND b.bab >= h.semua - 1, d.keyakinan) AS putusan,
       d.keyakinan
FROM hitung h
JOIN banyak b USING (dokumen_id)
JOIN data.dokumen d USING (dokumen_id)
JOIN data.sebutan s USING (dokumen_id)
JOIN data.kelengkapan l USING (dokumen_id)
WHERE h.hilang > 0 AND h.hilang * 3 <= h.semua AND b.bab >= 3 AND l.lengkap
