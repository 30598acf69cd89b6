-- id: D05
-- nama: Prakiraan maju berbeda dari target tahun berikutnya
-- membandingkan: Target prakiraan maju (tahun n+1) RKPD dan Renja dengan target tahun n+1 dokumen di atasnya, dan dengan target Renja atau
--   RKPD tahun n+1 sendiri (nama, kode, satuan, dan perangkat daerah sama, masing-masing satu baris). Sama bila setelah dibulatkan
--   ke desimal yang lebih kasar tidak berbeda.
-- tingkat: m
-- dasar: Permendagri 86/2017 (prakiraan maju menjaga kesinambungan target; pasal belum diverifikasi).
-- contoh: Prakiraan maju 2027 dalam Renja 2026 tertulis 90%, target 2027 dalam Renstra 92%.
-- perbaikan: Samakan prakiraan maju dengan target tahun itu, atau jelaskan perubahannya.
-- sejak: 0.2.0
WITH berurut AS (
    SELECT a.dokumen_id AS kiri_dokumen, b.dokumen_id AS kanan_dokumen
    FROM data.dokumen a JOIN data.dokumen b ON b.jenis = a.jenis AND b.tahun_awal = a.tahun_awal + 1
        AND b.opd_kunci IS NOT DISTINCT FROM a.opd_kunci AND b.wilayah IS NOT DISTINCT FROM a.wilayah
    WHERE a.jenis IN ('RKPD', 'Renja') AND (a.jenis = 'RKPD' OR a.opd_kunci IS NOT NULL)
      -- the stage in force, which the alignment used
      AND (a.jenis = 'RKPD' OR NOT EXISTS (FROM data.dokumen x WHERE x.jenis = a.jenis AND x.opd_kunci = a.opd_kunci AND x.tahun_awal = a.tahun_awal AND x.dokumen_id <> a.dokumen_id))
      AND NOT EXISTS (FROM data.dokumen x WHERE x.jenis = b.jenis AND x.opd_kunci IS NOT DISTINCT FROM b.opd_kunci AND x.tahun_awal = b.tahun_awal AND x.dokumen_id <> b.dokumen_id)),
baris AS (
    SELECT * FROM data.indikator
    -- the same words twice in a document cannot be told apart
    QUALIFY count(*) OVER (PARTITION BY dokumen_id, opd_kunci, coalesce(kode_baku, ''), nama_baku) = 1),
maju AS (
    SELECT a.indikator_id AS kiri_id, b.indikator_id AS kanan_id, a.nama AS kiri_nama, n.tahun, data.tulis(n.mentah, a.satuan) AS kiri_nilai,
           data.tulis(m.mentah, b.satuan) AS kanan_nilai, sk.sebutan AS kiri_sebutan, sr.sebutan AS kanan_sebutan,
           data.banding(n, m) AS hasil, least(a.keyakinan, b.keyakinan) AS keyakinan
    FROM berurut p
    JOIN baris a ON a.dokumen_id = p.kiri_dokumen
    JOIN baris b ON b.dokumen_id = p.kanan_dokumen AND b.nama_baku = a.nama_baku AND b.opd_kunci IS NOT DISTINCT FROM a.opd_kunci
        AND coalesce(b.kode_baku, '') = coalesce(a.kode_baku, '') AND coalesce(a.satuan_kelas, b.satuan_kelas) IS NOT DISTINCT FROM coalesce(b.satuan_kelas, a.satuan_kelas)
    JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
    JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
    JOIN data.nilai n ON n.indikator_id = a.indikator_id AND n.peran = 'target' AND n.triwulan IS NULL AND n.tahun = sk.tahun_awal + 1
    JOIN data.nilai m ON m.indikator_id = b.indikator_id AND m.peran = 'target' AND m.triwulan IS NULL AND m.tahun = n.tahun)
SELECT kiri_id, kanan_id, tahun,
       kiri_nilai AS nilai_kiri,
       kanan_nilai AS nilai_kanan,
       format('Prakiraan maju {} indikator {} berbeda dari target dokumen di atasnya: {} menulis {}, {} menulis {}.{}', tahun,
              data.nama_pasangan(kiri_nama, kanan_nama), kanan_sebutan, kanan_nilai, kiri_sebutan, kiri_nilai, catatan) AS uraian,
       NULL AS dicari_di,
       data.putusan(pasti, keyakinan_baris) AS putusan,
       keyakinan
FROM data.beda_nilai
WHERE jenjang IN ('RPJMD-RKPD', 'Renstra-Renja', 'RKPD-Renja') AND peran = 'target' AND tahun = kanan_tahun + 1
  -- evaluation tables print the end of the Renstra under its last year: no forward target
  AND NOT EXISTS (SELECT 1 FROM data.nilai a JOIN data.nilai z ON z.indikator_id = kanan_id AND z.peran = 'target' AND z.tahun = beda_nilai.tahun AND z.triwulan IS NULL
                  WHERE a.indikator_id = kiri_id AND a.peran = 'akhir' AND data.banding(a, z) = 'sama')
UNION ALL
SELECT kiri_id, kanan_id, tahun, kiri_nilai, kanan_nilai,
       format('Prakiraan maju {} indikator "{}" dalam {} tertulis {}, target {} dalam {} {}.', tahun, kiri_nama, kiri_sebutan, kiri_nilai, tahun, kanan_sebutan, kanan_nilai),
       NULL, data.putusan(hasil = 'beda', keyakinan), keyakinan
FROM maju
WHERE hasil IN ('beda', 'ragu')
