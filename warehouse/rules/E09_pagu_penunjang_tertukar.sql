-- id: E09
-- nama: Pagu penunjang dan urusan tertukar
-- membandingkan: Bagian pagu program penunjang (X.XX.01) dalam Renja tahun n dengan bagiannya dalam Renstra untuk tahun yang sama. Dilaporkan
--   bila bagian penunjang Renja mendekati bagian program urusan Renstra (dan sebaliknya), atau bila kedua jumlahnya persis tertukar.
-- tingkat: m
-- dasar: Daftar periksa Renja (pagu program penunjang dan program urusan tidak tertukar).
-- contoh: Renstra 2026: penunjang 30%, urusan 70%; Renja 2026: penunjang 69%, urusan 31%.
-- perbaikan: Periksa kolom pagu kedua kelompok program.
-- sejak: 0.2.0
WITH bagi AS (
    SELECT dokumen_id, tahun, sum(rupiah) FILTER (data.penunjang(kode_baku)) AS penunjang, sum(rupiah) FILTER (NOT data.penunjang(kode_baku)) AS urusan,
           bool_or(mungkin) AS mungkin, min(keyakinan) AS keyakinan
    FROM data.pagu_program WHERE kode_baku IS NOT NULL GROUP BY ALL)
SELECT p.kiri_dokumen AS kiri_id,
       p.kanan_dokumen AS kanan_id,
       b.tahun,
       format('penunjang {}%', data.angka(100 * a.penunjang / (a.penunjang + a.urusan))) AS nilai_kiri,
       format('penunjang {}%', data.angka(100 * b.penunjang / (b.penunjang + b.urusan))) AS nilai_kanan,
       format('Pagu {} program penunjang dan program urusan mungkin tertukar: {} memberi penunjang {} dan urusan {}, {} memberi penunjang {} dan urusan {}.', b.tahun,
              sk.sebutan, data.rupiah(a.penunjang), data.rupiah(a.urusan), sr.sebutan, data.rupiah(b.penunjang), data.rupiah(b.urusan)) AS uraian,
       NULL AS dicari_di,
       data.putusan(abs(a.penunjang - b.urusan) <= 1 AND abs(a.urusan - b.penunjang) <= 1 AND NOT a.mungkin AND NOT b.mungkin, least(a.keyakinan, b.keyakinan)) AS putusan,
       least(a.keyakinan, b.keyakinan) AS keyakinan
FROM data.pasangan p
JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
JOIN bagi a ON a.dokumen_id = p.kiri_dokumen
JOIN bagi b ON b.dokumen_id = p.kanan_dokumen AND b.tahun = a.tahun AND b.tahun = sr.tahun_awal
WHERE p.jenjang = 'Renstra-Renja' AND a.penunjang > 0 AND a.urusan > 0 AND b.penunjang > 0 AND b.urusan > 0
  AND abs(a.penunjang / (a.penunjang + a.urusan) - b.urusan / (b.penunjang + b.urusan)) <= 0.05
  AND abs(a.penunjang / (a.penunjang + a.urusan) - b.penunjang / (b.penunjang + b.urusan)) >= data.ambang('penunjang_tertukar')
