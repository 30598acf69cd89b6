-- id: D02
-- nama: Target Renstra berbeda dari RPJMD
-- membandingkan: Target semua tahun dari indikator yang bertaut antara RPJMD dan Renstra; satu temuan per indikator. Sama bila setelah dibulatkan
--   ke desimal yang lebih kasar tidak berbeda. Sel kosong, satuan yang berlainan (C03), dan bacaan ganda yang cocok tidak
--   dilaporkan.
-- tingkat: M
-- dasar: Permendagri 86/2017 (Renstra berpedoman pada RPJMD; pasal belum diverifikasi).
-- contoh: Tingkat keamanan informasi 2023 ditargetkan 100 di RPJMD, 54,26 di Renstra.
-- perbaikan: Samakan target Renstra dengan RPJMD, atau ubah RPJMD bila target itu tidak lagi berlaku.
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
WHERE jenjang = 'RPJMD-Renstra' AND peran = 'target'
GROUP BY kiri_id, kanan_id
