-- id: H07
-- nama: Beda RKPD dan Renja tanpa catatan
-- membandingkan: Kedua sisi tabel review rancangan awal RKPD (T-C.31) baris demi baris: nama program/kegiatan, indikator, target, pagu. Ejaan, kata "Program" atau
--   "Kegiatan" di depan nama, dan sel yang kosong di satu sisi tidak dihitung; tanda "-" melawan angka dihitung. Diam bila barisnya bercatatan atau tabelnya
--   tidak mempunyai kolom catatan. Satu temuan per tabel.
-- tingkat: m
-- dasar: Permendagri 86/2017 tabel T-C.31 (kolom Catatan Penting; pasal belum diverifikasi).
-- contoh: Pagu kegiatan di rancangan awal RKPD 100.000.000, di hasil analisis kebutuhan 175.000.000, kolom catatan kosong.
-- perbaikan: Tulis alasan perbedaan di kolom catatan, atau samakan kedua sisinya.
-- sejak: 0.1.0
WITH tabel AS (
    SELECT dokumen_id, berkas_id, judul_tabel, count(*) AS semua FROM data.banding_sandingan GROUP BY ALL),
beda AS (
    SELECT *, satu_sisi OR beda_pagu OR beda_target AS berangka,
           row_number() OVER (PARTITION BY dokumen_id, berkas_id, judul_tabel ORDER BY satu_sisi OR beda_pagu OR beda_target DESC, baris_ke) AS ke
    FROM data.banding_sandingan WHERE berbeda AND catatan = ''),
hitung AS (
    SELECT dokumen_id, berkas_id, judul_tabel, count(*) AS banyak,
           concat_ws(', ', 'pagu ' || nullif(count(*) FILTER (beda_pagu), 0), 'target ' || nullif(count(*) FILTER (beda_target), 0),
                     'indikator ' || nullif(count(*) FILTER (beda_indikator), 0), 'nama ' || nullif(count(*) FILTER (beda_nama), 0),
                     'hanya di satu sisi ' || nullif(count(*) FILTER (satu_sisi), 0)) AS rincian
    FROM beda GROUP BY ALL),
pertama AS (
    SELECT *, coalesce(kiri.nama, kanan.nama, kiri.indikator, kanan.indikator) AS sebut,
           CASE WHEN satu_sisi THEN coalesce(nullif(kiri.pagu, ''), '-') WHEN beda_pagu THEN kiri.pagu WHEN beda_target THEN kiri.target WHEN beda_indikator THEN kiri.indikator ELSE kiri.nama END AS nilai_kiri,
           CASE WHEN satu_sisi THEN coalesce(nullif(kanan.pagu, ''), '-') WHEN beda_pagu THEN kanan.pagu WHEN beda_target THEN kanan.target WHEN beda_indikator THEN kanan.indikator ELSE kanan.nama END AS nilai_kanan,
           CASE WHEN satu_sisi OR beda_pagu THEN 'pagu' WHEN beda_target THEN 'target' WHEN beda_indikator THEN 'indikator' ELSE 'nama' END AS hal
    FROM beda WHERE ke = 1)
SELECT p.kiri.sandingan_id AS kiri_id,
       p.kanan.sandingan_id AS kanan_id,
       coalesce(p.tahun, s.tahun_awal) AS tahun,
       p.nilai_kiri,
       p.nilai_kanan,
       format('{} dari {} baris {} {} berbeda antara "{}" dan "{}" tanpa catatan ({}); yang pertama "{}"{}: {} {} dan {}.', h.banyak, t.semua,
              coalesce(nullif(regexp_extract(p.judul_tabel, '^(?i)tabel[\s.:]*[A-Z0-9][A-Z0-9.\-]*[A-Z0-9]'), ''), 'tabel review rancangan awal RKPD'), s.sebutan,
              p.kiri.judul_sisi, p.kanan.judul_sisi, h.rincian, p.sebut, coalesce(' (hlm. ' || p.kiri.halaman || ')', ''), p.hal, p.nilai_kiri, p.nilai_kanan) AS uraian,
       NULL AS dicari_di,
       data.putusan(p.berangka, p.keyakinan) AS putusan,
       p.keyakinan
FROM pertama p
JOIN hitung h ON h.dokumen_id = p.dokumen_id AND h.berkas_id = p.berkas_id AND h.judul_tabel IS NOT DISTINCT FROM p.judul_tabel
JOIN tabel t ON t.dokumen_id = p.dokumen_id AND t.berkas_id = p.berkas_id AND t.judul_tabel IS NOT DISTINCT FROM p.judul_tabel
JOIN data.sebutan s ON s.dokumen_id = p.dokumen_id
