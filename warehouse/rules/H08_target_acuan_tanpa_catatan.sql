-- id: H08
-- nama: Target acuan berbeda tanpa catatan
-- membandingkan: Target dokumen di atasnya yang dikutip sebuah baris (kolom "Target Renstra n" di sebelah "Target Renja n") dengan target baris itu sendiri, tahun yang
--   sama. Tabel evaluasi (T-C.29, E.81) tidak dihitung: kolom Renstra-nya target akhir periode. Diam bila barisnya bercatatan, dan bila target kedua dokumennya sendiri sudah dilaporkan berbeda (D01, D02, D03). Target di dokumen
--   atasnya sendiri disebut bila terbaca.
-- tingkat: M
-- dasar: Permendagri 14/2026 tabel 5.1 dan 5.2 Renja (bentuknya dari aplikasi perencanaan sebuah provinsi; belum diverifikasi).
-- contoh: Tabel 5.1 Renja mencetak Target Renstra 2026 95%, Target Renja 2026 90%, kolom keterangan kosong.
-- perbaikan: Samakan targetnya, atau tulis alasan perbedaannya di kolom keterangan.
-- sejak: 0.1.0
WITH evaluasi AS (
    SELECT DISTINCT i.berkas_id, i.judul_tabel FROM data.indikator i JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.peran = 'realisasi'),
berbeda AS (
    SELECT i.indikator_id, i.dokumen_id, i.nama, i.catatan_baris, i.keyakinan, a.tahun, data.banding(a, t) AS hasil,
           data.tulis(a.mentah, i.satuan) AS acuan, data.tulis(t.mentah, i.satuan) AS target, i.halaman
    FROM data.nilai a
    JOIN data.nilai t ON t.indikator_id = a.indikator_id AND t.peran = 'target' AND t.tahun = a.tahun AND t.triwulan IS NULL
    JOIN data.indikator i ON i.indikator_id = a.indikator_id
    ANTI JOIN evaluasi e ON e.berkas_id = i.berkas_id AND e.judul_tabel IS NOT DISTINCT FROM i.judul_tabel
    WHERE a.peran = 'acuan' AND coalesce(trim(i.catatan_baris), '') = '' AND data.banding(a, t) IN ('beda', 'ragu', 'jauh')),
-- What the plan above prints itself, where it was read: then it is seen which of the two is wrong.
atasan AS (
    SELECT t.kanan_id, n.tahun, s.sebutan, data.tulis(n.mentah, k.satuan) AS nilai
    FROM data.tautan t
    JOIN data.indikator k ON k.indikator_id = t.kiri_id
    JOIN data.nilai n ON n.indikator_id = t.kiri_id AND n.peran = 'target' AND n.triwulan IS NULL
    JOIN data.sebutan s ON s.dokumen_id = t.kiri_dokumen
    WHERE t.jenjang IN ('Renstra-Renja', 'RPJMD-RKPD', 'RPJMD-Renstra') AND t.hubungan <> 'perlu diperiksa' AND t.kanan_id IN (SELECT indikator_id FROM berbeda)
    QUALIFY row_number() OVER (PARTITION BY t.kanan_id, n.tahun ORDER BY t.skor DESC, t.kiri_id) = 1),
dilaporkan AS (SELECT DISTINCT kanan_id, tahun FROM data.beda_nilai WHERE peran = 'target' AND kanan_id IN (SELECT indikator_id FROM berbeda))
SELECT b.indikator_id AS kiri_id,
       NULL AS kanan_id,
       data.satu_tahun(b.tahun) AS tahun,
       data.deret(b.tahun, b.acuan) AS nilai_kiri,
       data.deret(b.tahun, b.target) AS nilai_kanan,
       format('{}{}, baris "{}": target{} yang dikutip dari dokumen di atasnya {}, target {} sendiri {}, tanpa catatan.{}', any_value(s.sebutan),
              coalesce(' (hlm. ' || any_value(b.halaman) || ')', ''), any_value(b.nama), data.pada_tahun(b.tahun), data.deret(b.tahun, b.acuan),
              any_value(s.jenis), data.deret(b.tahun, b.target),
              coalesce(' ' || any_value(a.sebutan) || ' menulis ' || data.deret(b.tahun, a.nilai) || '.', '')) AS uraian,
       NULL AS dicari_di,
       data.putusan_nilai(bool_or(b.hasil = 'beda') AND any_value(b.catatan_baris) IS NOT NULL, max(b.keyakinan)) AS putusan,
       max(b.keyakinan) AS keyakinan
FROM berbeda b
ANTI JOIN dilaporkan l ON l.kanan_id = b.indikator_id AND l.tahun = b.tahun
JOIN data.sebutan s ON s.dokumen_id = b.dokumen_id
LEFT JOIN atasan a ON a.kanan_id = b.indikator_id AND a.tahun = b.tahun
GROUP BY b.indikator_id
