-- id: E01
-- nama: Pagu program Renstra berbeda dari RPJMD
-- membandingkan: Pagu setiap program dan tahun dalam RPJMD dengan pagu program yang sama dalam Renstra perangkat daerahnya; satu temuan per
--   program. Program yang tercetak dalam beberapa baris dijumlahkan; diam bila salah satu cara menjumlah cocok. Dokumen
--   dalam ribuan atau jutaan dibandingkan setelah dibulatkan. Selisih tepat 1.000 atau 1.000.000 kali disebut kesalahan
--   skala dan perlu diperiksa.
-- tingkat: M
-- dasar: Permendagri 86/2017 (pendanaan Renstra mengacu pada kerangka pendanaan RPJMD; pasal belum diverifikasi).
-- contoh: 2.21.02 tahun 2021 Rp534.000.000 di RPJMD, Rp434.000.000 di Renstra.
-- perbaikan: Samakan pagu Renstra dengan RPJMD, atau ubah RPJMD.
-- sejak: 0.1.0
WITH beda AS (
    SELECT * FROM data.banding_pagu
    WHERE jenjang = 'RPJMD-Renstra' AND tingkat = 'program' AND NOT sama AND greatest(kiri_rupiah, kanan_rupiah) > 0),
-- One scale slip of a whole document is one finding.
skala AS (
    SELECT kiri_dokumen, kanan_dokumen, any_value(kiri_sebutan) AS kiri_sebutan, any_value(kanan_sebutan) AS kanan_sebutan,
           max(faktor) AS faktor, count(DISTINCT kiri_id) AS banyak, min(keyakinan) AS keyakinan
    FROM beda WHERE faktor IS NOT NULL GROUP BY ALL HAVING count(DISTINCT kiri_id) >= 3)
SELECT kiri_dokumen AS kiri_id,
       kanan_dokumen AS kanan_id,
       NULL AS tahun,
       NULL AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Pagu {} program dalam {} dan {} berselisih tepat {} kali: periksa skala (ribuan, jutaan) kolom pagu.',
              banyak, kiri_sebutan, kanan_sebutan, replace(format('{:,}', CAST(faktor AS BIGINT)), ',', '.')) AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       keyakinan
FROM skala
UNION ALL
SELECT b.kiri_id, b.kanan_id,
       data.satu_tahun(b.tahun),
       data.deret(b.tahun, data.rupiah(b.kiri_rupiah)),
       data.deret(b.tahun, data.rupiah(b.kanan_rupiah)),
       format('Pagu{} program {} berbeda: {} menulis {}, {} menulis {}.{}{}', data.pada_tahun(b.tahun),
              concat_ws(' ', any_value(b.kode_baku), any_value(b.nama)),
              any_value(b.kiri_sebutan), data.deret(b.tahun, data.rupiah(b.kiri_rupiah)),
              any_value(b.kanan_sebutan), data.deret(b.tahun, data.rupiah(b.kanan_rupiah)),
              CASE WHEN max(greatest(b.kiri_baris, b.kanan_baris)) > 1 THEN ' Pagu yang tercetak dalam beberapa baris dijumlahkan.' ELSE '' END,
              CASE WHEN bool_and(b.faktor IS NOT NULL) THEN ' Selisihnya tepat kelipatan ribuan: periksa skala kolom pagu.' ELSE '' END),
       NULL,
       data.putusan(NOT bool_and(b.faktor IS NOT NULL) AND max(b.mirip_nama) >= 0.5, min(b.keyakinan)),
       min(b.keyakinan)
FROM beda b
WHERE b.faktor IS NULL OR NOT EXISTS (SELECT 1 FROM skala s WHERE s.kiri_dokumen = b.kiri_dokumen AND s.kanan_dokumen = b.kanan_dokumen)
GROUP BY b.kiri_id, b.kanan_id
