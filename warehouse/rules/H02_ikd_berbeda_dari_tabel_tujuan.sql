-- id: H02
-- nama: IKD atau IKK berbeda dari tabel tujuan dan sasaran
-- membandingkan: Indikator tabel IKD/IKK dengan indikator tabel tujuan dan sasaran dokumen itu yang bernama hampir sama, bersatuan sama, dan berkondisi awal sama,
--   tetapi targetnya berbeda. Nama yang persis sama diperiksa B03. Selalu perlu diperiksa, karena ukurannya mungkin memang lain.
-- tingkat: K
-- dasar: Inmendagri 2/2025 (IKD memuat indikator tujuan dan sasaran; terverifikasi dari RPJMD terbit).
-- contoh: "Rata-rata Lama Sekolah" di tabel sasaran dan "Rata-rata lama sekolah penduduk usia di atas 15 tahun" di tabel IKD berkondisi awal 9,37, targetnya berlainan.
-- perbaikan: Samakan targetnya, atau bedakan rumusannya bila ukurannya memang lain.
-- sejak: 0.1.0
WITH pasang AS (
    SELECT k.indikator_id AS kiri_id, s.indikator_id AS kanan_id, k.dokumen_id, k.nama AS kiri_nama, s.nama AS kanan_nama, k.tingkat AS kiri_tingkat, s.tingkat AS kanan_tingkat,
           k.satuan AS kiri_satuan, s.satuan AS kanan_satuan, k.urutan, s.urutan AS kanan_urutan, least(k.keyakinan, s.keyakinan) AS keyakinan
    FROM data.indikator k
    JOIN data.indikator s ON s.dokumen_id = k.dokumen_id AND s.tingkat IN ('tujuan', 'sasaran') AND s.nama_baku <> k.nama_baku
        AND coalesce(s.satuan_kelas, k.satuan_kelas, '') = coalesce(k.satuan_kelas, s.satuan_kelas, '')
        AND (length(k.nama_baku) >= 15 AND contains(s.nama_baku, k.nama_baku) OR length(s.nama_baku) >= 15 AND contains(k.nama_baku, s.nama_baku)
             OR data.mirip_ejaan(k.nama_baku, s.nama_baku) >= 0.85)
    JOIN data.nilai a ON a.indikator_id = k.indikator_id AND a.peran = 'awal' AND a.triwulan IS NULL
    JOIN data.nilai z ON z.indikator_id = s.indikator_id AND z.peran = 'awal' AND z.triwulan IS NULL AND z.tahun IS NOT DISTINCT FROM a.tahun
    WHERE k.tingkat IN ('ikd', 'ikk') AND data.banding(a, z) = 'sama'
      -- the goals' own name stands in the other table too: nothing is reworded
      AND NOT EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = k.dokumen_id AND x.tingkat = k.tingkat AND x.nama_baku = s.nama_baku)),
banding AS (
    SELECT p.*, n.tahun, data.tulis(n.mentah, p.kiri_satuan) AS kiri_nilai, data.tulis(m.mentah, p.kanan_satuan) AS kanan_nilai, data.banding(n, m) AS hasil
    FROM pasang p
    JOIN data.nilai n ON n.indikator_id = p.kiri_id AND n.peran = 'target' AND n.triwulan IS NULL
    JOIN data.nilai m ON m.indikator_id = p.kanan_id AND m.peran = 'target' AND m.triwulan IS NULL AND m.tahun = n.tahun)
SELECT b.kiri_id, b.kanan_id,
       data.satu_tahun(b.tahun) AS tahun,
       data.deret(b.tahun, b.kiri_nilai) AS nilai_kiri,
       data.deret(b.tahun, b.kanan_nilai) AS nilai_kanan,
       format('{} "{}" dan indikator {} "{}" dalam {} berkondisi awal sama, tetapi targetnya berbeda: {} dan {}.', upper(any_value(b.kiri_tingkat)), any_value(b.kiri_nama),
              any_value(b.kanan_tingkat), any_value(b.kanan_nama), any_value(s.sebutan), data.deret(b.tahun, b.kiri_nilai), data.deret(b.tahun, b.kanan_nilai)) AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       min(b.keyakinan) AS keyakinan
FROM banding b JOIN data.sebutan s USING (dokumen_id)
WHERE b.hasil IN ('beda', 'jauh')
GROUP BY b.kiri_id, b.kanan_id
QUALIFY row_number() OVER (PARTITION BY b.kiri_id ORDER BY min(b.kanan_urutan)) = 1
