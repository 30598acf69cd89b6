-- id: D04
-- nama: Target Renja berbeda dari RKPD
-- membandingkan: Target tahun n dari indikator yang bertaut antara RKPD dan Renja, pada semua tingkat. Sama bila setelah dibulatkan ke desimal yang lebih kasar
--   tidak berbeda. Sel kosong, satuan yang berlainan (C03), dan bacaan ganda yang cocok tidak dilaporkan.
-- tingkat: M
-- dasar: Permendagri 86/2017 (Renja berpedoman pada RKPD; pasal belum diverifikasi).
-- contoh: RKPD 2026 menargetkan 12 dokumen untuk sub kegiatan yang di Renja 2026 ditargetkan 10 dokumen.
-- perbaikan: Samakan target Renja dengan RKPD.
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
       data.putusan(bool_or(pasti), max(keyakinan_baris)) AS putusan,
       max(keyakinan) AS keyakinan
FROM data.beda_nilai
WHERE jenjang = 'RKPD-Renja' AND peran = 'target' AND tahun = kanan_tahun
GROUP BY kiri_id, kanan_id
