-- nama: Dokumen perencanaan jangka menengah ada dan mencakup tahun rencana
-- menilai: Renstra perangkat daerah, atau RPJMD daerah. Terpenuhi bila periodenya mencakup tahun rencana kerja tahunan terakhir yang
--   dibaca. Dokumen yang tidak ada dalam kumpulan bukan bukti bahwa dokumen itu tidak ada.
-- bertumpu: jenis, perangkat daerah, dan periode yang dikenali dari dokumen (publik.dokumen)
-- orang: dokumen yang tidak ada dalam kumpulan: minta berkasnya
-- sejak: 0.1.0
WITH menengah AS (SELECT * FROM data.dokumen_dinilai WHERE menengah),
tahunan AS (SELECT subjek_id, max(tahun_awal) AS tahun, arg_max(dokumen, tahun_awal) AS dokumen FROM data.dokumen_dinilai WHERE tahunan GROUP BY subjek_id)
SELECT s.subjek_id, m.dokumen_id AS id,
       CASE WHEN m.dokumen_id IS NULL OR m.tahun_awal IS NULL THEN NULL WHEN t.tahun IS NULL OR t.tahun BETWEEN m.tahun_awal AND m.tahun_akhir THEN 1 ELSE 0 END AS nilai,
       CASE WHEN m.dokumen_id IS NULL THEN format('{} tidak ada dalam kumpulan dokumen yang dibaca.', CASE s.lingkup WHEN 'pd' THEN 'Renstra' ELSE 'RPJMD' END)
            WHEN m.tahun_awal IS NULL THEN format('Periode {} tidak terbaca.', m.dokumen)
            WHEN t.tahun IS NULL THEN format('{} ada.', m.dokumen)
            WHEN t.tahun BETWEEN m.tahun_awal AND m.tahun_akhir THEN format('{} ada dan mencakup tahun {}.', m.dokumen, t.tahun)
            ELSE format('{} tidak mencakup tahun {} ({}).', m.dokumen, t.tahun, t.dokumen) END AS alasan
FROM data.subjek s
LEFT JOIN menengah m USING (subjek_id)
LEFT JOIN tahunan t USING (subjek_id)
