-- nama: Dokumen perencanaan telah diformalkan
-- menilai: Setiap dokumen jangka menengah dan tahunan yang dinilai. Terpenuhi bila tahapnya penetapan atau perubahan, tidak bila
--   dokumen menyebut dirinya rancangan.
-- bertumpu: tahap yang dikenali dari sampul, judul, atau nomor penetapan (publik.dokumen.alasan)
-- orang: nomor, tanggal, dan tanda tangan penetapan bila dokumen tidak menyebut tahapnya
-- sejak: 0.1.0
SELECT subjek_id, dokumen_id AS id,
       CASE WHEN tahap IN ('penetapan', 'perubahan') THEN 1 WHEN tahap = 'rancangan' THEN 0 END AS nilai,
       CASE WHEN tahap IS NULL THEN format('{} tidak menyebut tahapnya.', dokumen) ELSE format('{}: tahap {}.', dokumen, tahap) END AS alasan
FROM data.dokumen_dinilai
WHERE menengah OR tahunan
