-- nama: Dokumen perencanaan jangka pendek ada
-- menilai: Renja perangkat daerah, atau RKPD daerah. Terpenuhi bila dokumennya ada, tidak bila yang terakhir dibaca masih menyebut dirinya
--   rancangan padahal tahunnya sudah dievaluasi. Dokumen yang tidak ada dalam kumpulan bukan bukti bahwa dokumen itu tidak ada.
-- bertumpu: jenis, perangkat daerah, tahun, dan tahap yang dikenali dari dokumen (publik.dokumen)
-- orang: dokumen yang tidak ada dalam kumpulan, juga untuk tahun yang lebih baru: minta berkasnya
-- sejak: 0.1.0
WITH tahunan AS (SELECT * FROM data.dokumen_dinilai WHERE tahunan),
dievaluasi AS (SELECT subjek_id, max(tahun_awal) AS tahun FROM data.dokumen_subjek WHERE jenis IN ('Evaluasi Renja', 'LKjIP') GROUP BY subjek_id)
SELECT s.subjek_id, d.dokumen_id AS id,
       CASE WHEN d.tahun_awal IS NULL THEN NULL WHEN d.tahap = 'rancangan' AND e.tahun >= d.tahun_awal THEN 0 ELSE 1 END AS nilai,
       CASE WHEN d.dokumen_id IS NULL THEN format('{} tidak ada dalam kumpulan dokumen yang dibaca.', CASE s.lingkup WHEN 'pd' THEN 'Renja' ELSE 'RKPD' END)
            WHEN d.tahun_awal IS NULL THEN format('Tahun {} tidak terbaca.', d.dokumen)
            WHEN d.tahap = 'rancangan' AND e.tahun >= d.tahun_awal THEN format('{} masih rancangan, sedangkan tahun {} sudah dievaluasi.', d.dokumen, e.tahun)
            ELSE format('{} ada.', d.dokumen) END AS alasan
FROM data.subjek s
LEFT JOIN tahunan d USING (subjek_id)
LEFT JOIN dievaluasi e USING (subjek_id)
