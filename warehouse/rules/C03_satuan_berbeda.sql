-- id: C03
-- nama: Satuan berbeda
-- membandingkan: Satuan indikator yang bertaut antara dua dokumen, setelah ejaan disamakan (% = Persen, Orang = Jiwa). Satuan yang sering
--   tertukar dan hampir searti (Poin, Nilai, Indeks; KK, Keluarga) hanya minor; orang dan ribu orang berbeda. Satuan kosong
--   tidak dibandingkan (C04). Diam bila salah satu baris pasangannya bersatuan sama; satu temuan per indikator.
--   Baris yang terpaut lebih dari satu tingkat (sasaran dengan kegiatan) tidak dibandingkan.
-- tingkat: M
-- dasar: Praktik reviu; kelas satuan disusun dari Kepmendagri 050-5889/2021 dan dokumen terbit.
-- contoh: "Jumlah jaringan manajemen lalu lintas" memakai satuan Dokumen di satu dokumen dan Persen di dokumen lain.
-- perbaikan: Samakan satuan, atau bedakan rumusan indikatornya bila yang diukur memang lain.
-- sejak: 0.1.0
WITH pasangan AS (
    SELECT t.*, k.nama AS kiri_nama, r.nama AS kanan_nama, k.satuan AS kiri_satuan, r.satuan AS kanan_satuan,
           k.nama_baku AS kiri_baku, r.nama_baku AS kanan_baku, k.urutan AS kiri_urutan, r.urutan AS kanan_urutan, k.opd_kunci,
           abs(data.anak_tangga(k.tingkat) - data.anak_tangga(r.tingkat)) AS jarak,
           data.banding_satuan(uk, ur) AS hasil, least(k.keyakinan, r.keyakinan) AS keyakinan
    FROM data.tautan t
    JOIN data.indikator k ON k.indikator_id = t.kiri_id
    JOIN data.indikator r ON r.indikator_id = t.kanan_id
    JOIN data.acuan_satuan uk ON uk.tulisan = k.satuan
    JOIN data.acuan_satuan ur ON ur.tulisan = r.satuan),
dinilai AS (
    SELECT *,
           bool_or(hasil = 'sama') OVER (PARTITION BY kiri_dokumen, kiri_baku, opd_kunci, kanan_dokumen) AS kiri_cocok,
           bool_or(hasil = 'sama') OVER (PARTITION BY kanan_dokumen, kanan_baku, opd_kunci, kiri_dokumen) AS kanan_cocok
    FROM pasangan)
SELECT p.kiri_id, p.kanan_id,
       NULL AS tahun,
       p.kiri_satuan AS nilai_kiri,
       p.kanan_satuan AS nilai_kanan,
       format('Satuan indikator {} berbeda: {} dalam {}, {} dalam {}.',
              data.nama_pasangan(p.kiri_nama, p.kanan_nama), p.kiri_satuan, sk.sebutan, p.kanan_satuan, sr.sebutan) AS uraian,
       NULL AS dicari_di,
       CASE WHEN p.hasil = 'lunak' THEN 'm' END AS tingkat,
       data.putusan(p.hubungan <> 'perlu diperiksa' AND p.skor >= 0.5 AND p.jarak = 0, p.keyakinan) AS putusan,
       p.keyakinan * p.skor AS keyakinan
FROM dinilai p
JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
WHERE p.hasil <> 'sama' AND NOT p.kiri_cocok AND NOT p.kanan_cocok
  -- rows two rungs apart (sasaran and kegiatan) or hardly alike have units of their own
  AND p.jarak <= 1 AND (p.hubungan <> 'perlu diperiksa' OR p.skor >= 0.5)
-- the surest counterpart of an indicator, once
QUALIFY row_number() OVER (PARTITION BY p.kiri_dokumen, p.kanan_dokumen, p.kiri_baku, p.opd_kunci
    ORDER BY p.hubungan <> 'perlu diperiksa' DESC, p.jarak, p.skor DESC, p.kiri_urutan, p.kanan_urutan) = 1
