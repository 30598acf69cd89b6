-- nama: Bagian dan tabel wajib ada dalam dokumen
-- menilai: Bagian yang harus dimuat RPJMD, Renstra, RKPD, atau Renja dan tampak dari tabel dan pernyataannya (models/lexicon/scoring.toml). Yang tidak ditemukan
--   dinilai tidak ada hanya bila semua halaman terbaca dan tidak ada tabel yang tidak dikenali.
-- bertumpu: isi dokumen yang terbaca (publik.indikator, publik.butir, publik.pernyataan) dan cakupan (publik.cakupan)
-- orang: bab dan sub bab naratif; kedalaman analisis; bagian yang tidak ditemukan dalam dokumen dengan tabel yang tidak dikenali
-- sejak: 0.1.0
WITH tak_dikenal AS (
    SELECT b.dokumen_id, count(*) AS halaman FROM data.halaman h JOIN data.berkas b USING (berkas_id)
    WHERE h.status IN ('tabel lain', 'pindaian', 'gagal') GROUP BY ALL)
SELECT d.subjek_id, coalesce(i.id, d.dokumen_id) AS id,
       CASE WHEN i.id IS NOT NULL THEN 1 WHEN d.lengkap AND t.halaman IS NULL THEN 0 END AS nilai,
       CASE WHEN i.id IS NOT NULL THEN format('{}: {}, ada ({} baris atau kalimat).', d.dokumen, a.nama, i.banyak)
            WHEN t.halaman IS NOT NULL THEN format('{}: {}, tidak ditemukan; {} halaman memuat tabel yang tidak dikenali atau tidak terbaca.', d.dokumen, a.nama, t.halaman)
            WHEN NOT d.lengkap THEN format('{}: {}, tidak ditemukan; ada bagian dokumen yang tidak terbaca.', d.dokumen, a.nama)
            ELSE format('{}: {}, tidak ada.', d.dokumen, a.nama) END AS alasan
FROM data.dokumen_dinilai d
JOIN data.acuan_isi a ON a.jenis = d.jenis
LEFT JOIN data.isi_dokumen i ON i.dokumen_id = d.dokumen_id AND i.isi = a.isi
LEFT JOIN tak_dikenal t ON t.dokumen_id = d.dokumen_id
