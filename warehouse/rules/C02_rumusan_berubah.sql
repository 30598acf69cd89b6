-- id: C02
-- nama: Rumusan indikator berubah
-- membandingkan: Nama indikator yang bertaut antara dua dokumen dengan hubungan "berubah": kata isi ditambah, dihilangkan, atau diganti.
--   Perbedaan ejaan, singkatan, dan tanda baca saja (hubungan "sama") tidak dilaporkan, begitu pula rumusan lain dari
--   indikator yang di dokumen itu juga tertulis dengan nama yang sama. Satu temuan per indikator; beda beberapa huruf saja
--   minor, tautan dengan skor di bawah 0,75 perlu diperiksa.
-- tingkat: M
-- dasar: Praktik reviu dan pengelompokan reviu RKP (sama, berubah, baru, tidak berlanjut); indikator yang sama harus memakai
--   rumusan yang sama.
-- contoh: "Indeks Sistem Pemerintahan Berbasis Elektronik" di satu tabel, "... Berbasis Digital" di tabel lain dengan angka yang sama.
-- perbaikan: Pakai rumusan dokumen yang lebih tinggi, atau jelaskan perubahan definisinya.
-- sejak: 0.1.0
SELECT t.kiri_id, t.kanan_id,
       NULL AS tahun,
       k.nama AS nilai_kiri,
       r.nama AS nilai_kanan,
       format('Rumusan indikator berubah: "{}" dalam {} menjadi "{}" dalam {} ({}).', k.nama, sk.sebutan, r.nama, sr.sebutan, t.alasan) AS uraian,
       NULL AS dicari_di,
       -- a few letters only
       CASE WHEN data.mirip_ejaan(k.nama_baku, r.nama_baku) >= 0.95 THEN 'm' END AS tingkat,
       data.putusan(t.skor >= 0.75, least(k.keyakinan, r.keyakinan)) AS putusan,
       least(k.keyakinan, r.keyakinan) * t.skor AS keyakinan
FROM data.tautan_serumusan t
JOIN data.indikator k ON k.indikator_id = t.kiri_id
JOIN data.indikator r ON r.indikator_id = t.kanan_id
JOIN data.sebutan sk ON sk.dokumen_id = t.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = t.kanan_dokumen
WHERE t.hubungan = 'berubah' AND k.nama_baku <> r.nama_baku
  -- carried under its own name as well
  AND NOT EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = t.kanan_dokumen AND x.nama_baku = k.nama_baku)
  AND NOT EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = t.kiri_dokumen AND x.nama_baku = r.nama_baku)
  -- nor nearly so in another table of the upper document: cut or misspelt there
  AND NOT EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = t.kiri_dokumen AND x.nama_baku <> k.nama_baku AND x.opd_kunci IS NOT DISTINCT FROM k.opd_kunci
                  AND data.mirip_ejaan(x.nama_baku, r.nama_baku) >= greatest(0.85, data.mirip_ejaan(k.nama_baku, r.nama_baku) + 0.05))
  AND NOT EXISTS (SELECT 1 FROM data.tautan x WHERE x.hubungan = 'sama' AND x.kiri_id = t.kiri_id AND x.kanan_dokumen = t.kanan_dokumen)
  AND NOT EXISTS (SELECT 1 FROM data.tautan x WHERE x.hubungan = 'sama' AND x.kanan_id = t.kanan_id AND x.kiri_dokumen = t.kiri_dokumen)
-- the surest rewording of an indicator, once
QUALIFY row_number() OVER (PARTITION BY t.kiri_dokumen, t.kanan_dokumen, k.nama_baku ORDER BY t.skor DESC, k.urutan, r.urutan) = 1
