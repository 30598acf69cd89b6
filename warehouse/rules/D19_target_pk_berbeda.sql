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
WITH kata_renja AS (
    SELECT DISTINCT kanan_dokumen, kanan_baku, tahun FROM data.banding_nilai WHERE jenjang = 'Renja-PK' AND peran = 'target'),
-- Where the Renja says a target, the Renstra is its business (D03).
beda AS (
    SELECT * FROM data.beda_nilai WHERE jenjang IN ('Renja-PK', 'RPJMD-PK') AND peran = 'target' AND tahun = kanan_tahun
    UNION ALL
    SELECT b.* FROM data.beda_nilai b ANTI JOIN kata_renja k ON k.kanan_dokumen = b.kanan_dokumen AND k.kanan_baku = b.kanan_baku AND k.tahun = b.tahun
    WHERE b.jenjang = 'Renstra-PK' AND b.peran = 'target' AND b.tahun = b.kanan_tahun)
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
