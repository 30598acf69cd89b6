-- id: I06
-- nama: Dasar hukum sudah diganti
-- membandingkan: Peraturan yang disebut dokumen dengan daftar peraturan yang sudah diganti (models/lexicon/particulars.toml). Dilaporkan bila dokumen menyebut yang lama dan
--   tidak menyebut penggantinya, dan tahun rencananya setelah penggantian. Satu temuan per peraturan.
-- tingkat: m
-- dasar: Daftar penggantian beserta sumbernya ada di models/lexicon/particulars.toml.
-- contoh: Renja 2026 mendasarkan diri pada Permendagri 54/2010, tidak pada Permendagri 86/2017.
-- perbaikan: Sebut peraturan yang berlaku, dan pastikan susunan dokumennya mengikutinya.
-- sejak: 0.1.0
SELECT k.keterangan_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       format('{} {}/{}', a.lama_jenis, a.lama_nomor, a.lama_tahun) AS nilai_kiri,
       format('{} {}/{}', a.baru_jenis, a.baru_nomor, a.baru_tahun) AS nilai_kanan,
       format('{} menyebut {} {}/{}{}, yang sudah diganti {} {}/{}; penggantinya tidak disebut.', s.sebutan, a.lama_jenis, a.lama_nomor, a.lama_tahun,
              coalesce(' (hlm. ' || k.halaman || ')', ''), a.baru_jenis, a.baru_nomor, a.baru_tahun) AS uraian,
       s.sebutan AS dicari_di,
       data.putusan(l.lengkap, least(k.keyakinan, d.keyakinan)) AS putusan,
       least(k.keyakinan, d.keyakinan) AS keyakinan
FROM data.acuan_diganti a
JOIN data.keterangan k ON k.jenis = 'dasar hukum' AND k.teks = a.lama_jenis AND ltrim(k.nomor, '0') = a.lama_nomor AND k.tahun = a.lama_tahun
JOIN data.dokumen d USING (dokumen_id)
JOIN data.sebutan s USING (dokumen_id)
JOIN data.kelengkapan l USING (dokumen_id)
WHERE d.tahun_awal >= a.dari AND d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja')
  AND NOT EXISTS (SELECT 1 FROM data.keterangan n WHERE n.dokumen_id = k.dokumen_id AND n.jenis = 'dasar hukum' AND n.teks = a.baru_jenis
                  AND ltrim(n.nomor, '0') = a.baru_nomor AND n.tahun = a.baru_tahun)
QUALIFY row_number() OVER (PARTITION BY k.dokumen_id, a.lama_jenis, a.lama_nomor ORDER BY k.urutan) = 1
