-- id: D17
-- nama: Jumlah target perangkat daerah berbeda dari target daerah
-- membandingkan: Target tahun yang sama dari satu indikator RPJMD yang dihitung (jumlah) dengan jumlah target dari dua Renstra atau lebih yang
--   bertaut "sama". Diam bila satu perangkat daerah pun memuat target daerah seutuhnya, atau bila jumlahnya cocok. Selalu perlu diperiksa:
--   perangkat daerah lain mungkin ikut menyumbang.
-- tingkat: m
-- dasar: Praktik reviu indikator lintas perangkat daerah.
-- contoh: RPJMD menargetkan 120 wirausaha baru 2026; dua Renstra menargetkan 40 dan 50.
-- perbaikan: Bagi habis target daerah ke perangkat daerah pengampu, atau tulis pembagiannya.
-- sejak: 0.2.0
WITH bagian AS (
    SELECT t.kiri_id, t.kiri_dokumen, r.dokumen_id, k.tahun, k.nilai AS target, data.tulis(k.mentah, i.satuan) AS kiri_nilai,
           max(n.nilai) AS nilai, arg_max(n.mentah, n.nilai) AS mentah, min(least(i.keyakinan, r.keyakinan)) AS keyakinan
    FROM data.tautan t
    JOIN data.indikator i ON i.indikator_id = t.kiri_id
    JOIN data.indikator r ON r.indikator_id = t.kanan_id
    JOIN data.acuan_satuan u ON u.tulisan = i.satuan AND u.macam = 'jumlah'
    JOIN data.acuan_satuan v ON v.tulisan = r.satuan AND v.kelas = u.kelas AND v.faktor = u.faktor
    JOIN data.nilai k ON k.indikator_id = t.kiri_id AND k.peran = 'target' AND k.triwulan IS NULL AND k.jenis = 'angka' AND k.bacaan_lain IS NULL
    JOIN data.nilai n ON n.indikator_id = t.kanan_id AND n.peran = 'target' AND n.triwulan IS NULL AND n.jenis = 'angka' AND n.bacaan_lain IS NULL AND n.tahun = k.tahun
    WHERE t.jenjang = 'RPJMD-Renstra' AND t.hubungan = 'sama' AND coalesce(i.ukuran, 'jumlah') = 'jumlah'
    GROUP BY ALL),
jumlah AS (
    SELECT kiri_id, any_value(kiri_dokumen) AS kiri_dokumen, tahun, any_value(target) AS target, any_value(kiri_nilai) AS kiri_nilai, count(*) AS opd, sum(nilai) AS total,
           string_agg(s.sebutan || ' ' || mentah, ', ' ORDER BY s.sebutan) AS rincian, min(keyakinan) AS keyakinan
    FROM bagian b JOIN data.sebutan s USING (dokumen_id)
    GROUP BY kiri_id, tahun
    HAVING count(*) >= 2 AND NOT bool_or(nilai = target) AND sum(nilai) <> any_value(target))
SELECT j.kiri_id,
       NULL AS kanan_id,
       j.tahun,
       j.kiri_nilai AS nilai_kiri,
       data.angka(j.total) AS nilai_kanan,
       format('Target {} indikator "{}" dalam {} {}, tetapi jumlah target {} perangkat daerah {} ({}).', j.tahun, i.nama, s.sebutan, j.kiri_nilai, j.opd, data.angka(j.total), j.rincian) AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       j.keyakinan
FROM jumlah j
JOIN data.indikator i ON i.indikator_id = j.kiri_id
JOIN data.sebutan s ON s.dokumen_id = j.kiri_dokumen
QUALIFY row_number() OVER (PARTITION BY j.kiri_dokumen, i.nama_baku ORDER BY j.tahun, i.urutan) = 1
