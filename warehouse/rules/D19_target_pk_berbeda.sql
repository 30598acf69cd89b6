-- id: D19
-- nama: Target Perjanjian Kinerja berbeda dari Renja
-- membandingkan: Target tahun n indikator yang bertaut antara Renja dan Perjanjian Kinerja (PK, atau LKjIP yang melaporkannya: target tahun n di LKjIP
--   adalah target PK). Tanpa Renja tahun n dipakai Renja tahun berikutnya, yang memuat target tahun n dalam tabel evaluasinya; target
--   yang tidak dimuat Renja dibandingkan dengan Renstra, target PK daerah dengan RPJMD. Kesamaan dinilai seperti D03.
-- tingkat: M
-- dasar: PermenPANRB 53/2014 (target PK menurut rencana kinerja tahun itu; bagian belum diverifikasi); KKE 3 evaluasi AKIP.
-- contoh: Renja menargetkan "Persentase Penanganan Sampah" 2015 1%, LKjIP 2015 menulis target PK 5%.
-- perbaikan: Samakan target PK dengan Renja, atau sebut perubahan yang menjadi sebabnya.
-- sejak: 0.2.0
WITH beda AS (
    SELECT b.* FROM data.beda_nilai b
    WHERE b.jenjang IN ('Renja-PK', 'Renstra-PK', 'RPJMD-PK') AND b.peran = 'target' AND b.tahun = b.kanan_tahun
      -- what the Renja says is its business (D03)
      AND (b.jenjang <> 'Renstra-PK' OR NOT EXISTS (
          SELECT 1 FROM data.banding_nilai x
          WHERE x.jenjang = 'Renja-PK' AND x.peran = 'target' AND x.tahun = b.tahun AND x.kanan_dokumen = b.kanan_dokumen AND x.kanan_baku = b.kanan_baku)))
SELECT kiri_id, kanan_id,
       any_value(tahun) AS tahun,
       any_value(kiri_nilai) AS nilai_kiri,
       any_value(kanan_nilai) AS nilai_kanan,
       format('Target {} indikator {} berbeda: {} menulis {}, {} menulis {}.{}', any_value(tahun),
              data.nama_pasangan(any_value(kiri_nama), any_value(kanan_nama)), any_value(kiri_sebutan), any_value(kiri_nilai),
              any_value(kanan_sebutan), any_value(kanan_nilai), any_value(catatan)) AS uraian,
       NULL AS dicari_di,
       data.putusan(bool_or(pasti), max(keyakinan_baris)) AS putusan,
       max(keyakinan) AS keyakinan
FROM beda
GROUP BY kiri_id, kanan_id
