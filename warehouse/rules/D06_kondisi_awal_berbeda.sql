-- id: D06
-- nama: Kondisi awal berbeda
-- membandingkan: Kondisi awal (baseline) pada tahun yang sama dari indikator yang bertaut antara dua dokumen. Kondisi awal dari tahun yang
--   berlainan tidak dibandingkan.
-- tingkat: M
-- dasar: Praktik reviu: kondisi awal berasal dari satu sumber data resmi, jadi sama di semua dokumen.
-- contoh: Kondisi awal 2020 "Persentase perangkat daerah yang menggunakan data statistik" 45,50 di RPJMD, 85% di Renstra.
-- perbaikan: Periksa sumber datanya dan tulis angka yang sama di kedua dokumen.
-- sejak: 0.1.0
SELECT kiri_id, kanan_id,
       data.satu_tahun(tahun) AS tahun,
       data.deret(tahun, kiri_nilai) AS nilai_kiri,
       data.deret(tahun, kanan_nilai) AS nilai_kanan,
       format('Kondisi awal{} indikator {} berbeda: {} menulis {}, {} menulis {}.{}',
              data.pada_tahun(tahun), data.nama_pasangan(any_value(kiri_nama), any_value(kanan_nama)),
              any_value(kiri_sebutan), data.deret(tahun, kiri_nilai), any_value(kanan_sebutan), data.deret(tahun, kanan_nilai),
              any_value(catatan)) AS uraian,
       NULL AS dicari_di,
       data.putusan(bool_or(pasti), max(keyakinan_baris)) AS putusan,
       max(keyakinan) AS keyakinan
FROM data.beda_nilai
WHERE peran = 'awal' AND tahun IS NOT NULL
GROUP BY kiri_id, kanan_id
