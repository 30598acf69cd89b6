-- id: H11
-- nama: Tahun dalam judul bukan tahun rencana
-- membandingkan: Tahun di judul bab, subbab, dan tabel rencana dokumen tahunan (kata "rencana", "rumusan", "program dan kegiatan", "prakiraan maju") dengan tahun
--   dokumennya. Judul evaluasi, realisasi, dan tahun lalu tidak dihitung; tahun berikut boleh untuk prakiraan maju. Dilaporkan bila semua tahun di
--   judul itu lebih awal dari tahun rencana. Satu temuan per dokumen.
-- tingkat: M
-- dasar: Praktik reviu (sisa salinan dokumen tahun sebelumnya); tidak ada pasal.
-- contoh: Renja 2026 memuat tabel "Rumusan Rencana Program dan Kegiatan Tahun 2025".
-- perbaikan: Perbaiki tahunnya dan pastikan isi tabelnya memang tahun rencana.
-- sejak: 0.1.0
WITH judul AS (
    SELECT k.*, d.tahun_awal, list_transform(regexp_extract_all(k.teks, '\b(20[0-9]{2})\b'), lambda t: CAST(t AS INTEGER)) AS tahun_judul
    FROM data.keterangan k JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis IN ('RKPD', 'Renja') AND d.tahun_awal = d.tahun_akhir AND k.jenis IN ('bab', 'subbab', 'judul tabel')
      AND regexp_matches(lower(k.teks), '\b(rencana|rumusan|program dan kegiatan|prakiraan maju|sasaran|prioritas)\b')
      AND NOT regexp_matches(lower(k.teks), 'evaluasi|realisasi|capaian|pencapaian|tahun lalu|hasil|rpjmd|renstra|review|reviu|rancangan awal|perkembangan|apbd|apbn|dpa|sampai|s/d|s\.d')),
salah AS (
    SELECT *, count(*) OVER (PARTITION BY dokumen_id) AS banyak FROM judul
    WHERE len(tahun_judul) > 0 AND list_max(tahun_judul) < tahun_awal AND list_max(tahun_judul) >= tahun_awal - 4
    QUALIFY row_number() OVER (PARTITION BY dokumen_id ORDER BY urutan) = 1)
SELECT x.keterangan_id AS kiri_id,
       NULL AS kanan_id,
       x.tahun_awal AS tahun,
       CAST(list_max(x.tahun_judul) AS VARCHAR) AS nilai_kiri,
       CAST(x.tahun_awal AS VARCHAR) AS nilai_kanan,
       format('Judul "{}"{} dalam {} menyebut tahun {}.{}', trim(concat_ws(' ', CASE WHEN x.jenis = 'judul tabel' THEN 'Tabel' END, x.nomor, x.teks)),
              coalesce(' (hlm. ' || x.halaman || ')', ''), s.sebutan, list_max(x.tahun_judul), data.dan_lain(x.banyak, 'judul')) AS uraian,
       NULL AS dicari_di,
       data.putusan(x.jenis = 'judul tabel', x.keyakinan) AS putusan,
       x.keyakinan
FROM salah x JOIN data.sebutan s USING (dokumen_id)
