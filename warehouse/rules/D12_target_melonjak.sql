-- id: D12
-- nama: Target melonjak antara dua tahun
-- membandingkan: Dua target tahun berurutan pada satu baris RPJMD atau Renstra. Dilaporkan bila yang satu paling sedikit lima kali yang lain
--   (ambang lompatan_target) di tengah deret yang selebihnya tidak melonjak. Nilai 0, target uang, dan jumlah yang menyatakan
--   kegiatan tahunan kecil (di bawah 10) tidak dihitung. Satu temuan per dokumen dan perangkat daerah; selalu perlu diperiksa.
-- tingkat: i
-- dasar: Praktik reviu: nilai yang menyimpang jauh sering salah ketik.
-- contoh: Target 12, 13, 140, 15 untuk satu indikator.
-- perbaikan: Periksa angkanya; jelaskan bila lonjakan itu memang direncanakan.
-- sejak: 0.2.0
WITH deret AS MATERIALIZED (
    SELECT * FROM data.deret_target t
    WHERE t.jenis IN ('RPJMD', 'Renstra') AND t.banyak >= 3 AND NOT t.penunjang AND coalesce(t.macam, '') <> 'uang' AND list_min(t.nilai) > 0
      -- the size of money on a row with money: read from the wrong column
      AND NOT (coalesce(t.macam, '') = 'persen' AND list_max(t.nilai) >= data.ambang('persen_sebesar_uang')
               AND EXISTS (SELECT 1 FROM data.pagu p WHERE p.pemilik_id = t.indikator_id))
      -- no leap anywhere without a leap between the least and the greatest
      AND list_max(t.nilai) >= data.ambang('lompatan_target') * list_min(t.nilai)),
langkah AS (
    SELECT t.indikator_id, u.k, t.nilai[u.k] AS dari, t.nilai[u.k + 1] AS ke,
           greatest(t.nilai[u.k], t.nilai[u.k + 1]) / least(t.nilai[u.k], t.nilai[u.k + 1]) AS kali
    FROM deret t, unnest(range(1, len(t.nilai))) AS u (k)),
lonjak AS (
    SELECT indikator_id, min(k) AS k, arg_max(kali, kali) AS kali, arg_max(k, kali) AS di, arg_max(greatest(dari, ke), kali) AS puncak
    FROM langkah GROUP BY indikator_id
    -- one step, or up and down again; a series that grows by leaps is another plan
    HAVING count(*) FILTER (kali >= data.ambang('lompatan_target')) BETWEEN 1 AND 2 AND count(*) > count(*) FILTER (kali >= data.ambang('lompatan_target'))
       AND max(kali) >= data.ambang('lompatan_target') AND arg_max(greatest(dari, ke), kali) >= 10),
hasil AS (
    SELECT t.*, l.di, l.kali, i.penanggung_jawab, x.opd_kunci AS opd_dokumen
    FROM lonjak l JOIN deret t USING (indikator_id) JOIN data.indikator i USING (indikator_id) JOIN data.dokumen x ON x.dokumen_id = t.dokumen_id)
SELECT arg_min(indikator_id, urutan) AS kiri_id,
       NULL AS kanan_id,
       CASE WHEN count(*) = 1 THEN any_value(tahun[di + 1]) END AS tahun,
       data.tulis(arg_min(mentah[di], urutan), arg_min(satuan, urutan)) AS nilai_kiri,
       data.tulis(arg_min(mentah[di + 1], urutan), arg_min(satuan, urutan)) AS nilai_kanan,
       CASE WHEN count(*) = 1 THEN format('Target indikator "{}" dalam {}{} melonjak dari {} ({}) ke {} ({}).', any_value(nama), any_value(sebutan),
                 data.milik_opd(any_value(penanggung_jawab), any_value(opd_dokumen)), any_value(mentah[di]), any_value(tahun[di]), any_value(mentah[di + 1]), any_value(tahun[di + 1]))
            ELSE format('Target {} indikator dalam {}{} melonjak antara dua tahun, misalnya "{}": {} ({}) ke {} ({}).', count(*), any_value(sebutan),
                 data.milik_opd(any_value(penanggung_jawab), any_value(opd_dokumen)), arg_min(nama, urutan), arg_min(mentah[di], urutan), arg_min(tahun[di], urutan),
                 arg_min(mentah[di + 1], urutan), arg_min(tahun[di + 1], urutan)) END AS uraian,
       NULL AS dicari_di,
       'perlu diperiksa' AS putusan,
       max(keyakinan) AS keyakinan
FROM hasil
GROUP BY dokumen_id, opd_kunci
