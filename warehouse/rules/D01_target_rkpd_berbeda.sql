-- id: D01
-- nama: Target RKPD berbeda dari RPJMD
-- membandingkan: Target tahun RKPD dari indikator yang bertaut antara RPJMD dan RKPD. Sama bila setelah dibulatkan ke desimal yang lebih kasar
--   tidak berbeda. Sel kosong, satuan yang berlainan (C03), dan bacaan ganda yang cocok tidak dilaporkan. Pada Perubahan RKPD
--   tingkatnya info, karena target memang dapat dimutakhirkan.
-- tingkat: M
-- dasar: Form 1 konsistensi program RPJMD-RKPD (pedoman RKPD 2026, terverifikasi).
-- contoh: RPJMD menargetkan persentase jalan mantap 2026 sebesar 78,50, RKPD 2026 menulis 75,00.
-- perbaikan: Samakan target RKPD dengan RPJMD, atau tulis alasan pemutakhirannya di kolom keterangan.
-- sejak: 0.1.0
SELECT kiri_id, kanan_id,
       data.satu_tahun(tahun) AS tahun,
       data.deret(tahun, kiri_nilai) AS nilai_kiri,
       data.deret(tahun, kanan_nilai) AS nilai_kanan,
       format('Target{} indikator {} berbeda: {} menulis {}, {} menulis {}.{}',
              data.pada_tahun(tahun), data.nama_pasangan(any_value(kiri_nama), any_value(kanan_nama)),
              any_value(kiri_sebutan), data.deret(tahun, kiri_nilai), any_value(kanan_sebutan), data.deret(tahun, kanan_nilai),
              any_value(catatan)) AS uraian,
       NULL AS dicari_di,
       CASE WHEN any_value(kanan_tahap) = 'perubahan' THEN 'i' END AS tingkat,
       data.putusan(bool_or(pasti), max(keyakinan_baris)) AS putusan,
       max(keyakinan) AS keyakinan
FROM data.beda_nilai
WHERE jenjang = 'RPJMD-RKPD' AND peran = 'target' AND tahun = kanan_tahun
GROUP BY kiri_id, kanan_id
