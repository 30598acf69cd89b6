-- id: C01
-- nama: Ejaan nama indikator berbeda
-- membandingkan: Nama indikator yang sama (tautan "sama") antara dua dokumen, huruf demi huruf setelah huruf besar dan tanda baca
--   disamakan. Dilaporkan bila yang berbeda hanya ejaan: kata demi kata, paling sedikit 85% hurufnya sama. Singkatan, padanan kata, dan nama
--   yang juga tercetak persis sama di dokumen lain tidak dilaporkan. Lima atau lebih dalam satu pasangan dokumen dilaporkan sekali.
-- tingkat: m
-- dasar: Praktik reviu: indikator yang sama ditulis sama di semua dokumen.
-- contoh: "Persentase keselarasan program" di RPJMD, "Persentase keselerasan program" di Renstra.
-- perbaikan: Betulkan ejaannya menurut dokumen yang lebih tinggi.
-- sejak: 0.2.0
WITH beda AS (
    SELECT t.*, k.nama AS kiri_nama, r.nama AS kanan_nama, k.nama_baku AS kiri_baku, k.urutan AS kiri_urutan, r.urutan AS kanan_urutan,
           least(k.keyakinan, r.keyakinan) AS baris
    FROM data.tautan_serumusan t
    JOIN data.indikator k ON k.indikator_id = t.kiri_id
    JOIN data.indikator r ON r.indikator_id = t.kanan_id
    WHERE t.hubungan = 'sama' AND lower(k.nama) <> lower(r.nama)
      -- a hyphen or blank inside a word is format, too, but not a slip
      AND replace(data.ejaan(k.nama), ' ', '') <> replace(data.ejaan(r.nama), ' ', '')
      AND data.mirip_ejaan(data.ejaan(k.nama), data.ejaan(r.nama)) >= data.ambang('ejaan_mirip')
      -- as many words: a word more or less is another wording (C02)
      AND len(string_split(data.ejaan(k.nama), ' ')) = len(string_split(data.ejaan(r.nama), ' '))
      -- every word for itself: slips, not words exchanged ("dan" and "dengan", SMA and SMK)
      AND len(list_filter(list_zip(string_split(data.ejaan(k.nama), ' '), string_split(data.ejaan(r.nama), ' ')),
                          lambda p: levenshtein(p[1], p[2]) > 0.3 * greatest(length(p[1]), length(p[2])))) = 0
      AND regexp_extract_all(k.nama, '[0-9]+') = regexp_extract_all(r.nama, '[0-9]+')
      AND NOT EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = t.kanan_dokumen AND data.ejaan(x.nama) = data.ejaan(k.nama))
      AND NOT EXISTS (SELECT 1 FROM data.indikator x WHERE x.dokumen_id = t.kiri_dokumen AND data.ejaan(x.nama) = data.ejaan(r.nama))
    QUALIFY row_number() OVER (PARTITION BY t.kiri_dokumen, t.kanan_dokumen, lower(k.nama), lower(r.nama) ORDER BY t.skor DESC, k.urutan, r.urutan) = 1)
SELECT b.kiri_id, b.kanan_id,
       NULL AS tahun,
       b.kiri_nama AS nilai_kiri,
       b.kanan_nama AS nilai_kanan,
       format('Ejaan nama indikator berbeda: "{}" dalam {}, "{}" dalam {}.{}', b.kiri_nama, sk.sebutan, b.kanan_nama, sr.sebutan,
              CASE WHEN count(*) OVER sama >= 5 THEN format(' Begitu pula {} indikator lain antara kedua dokumen itu.', count(*) OVER sama - 1) ELSE '' END) AS uraian,
       NULL AS dicari_di,
       data.putusan(true, b.baris) AS putusan,
       b.baris * b.skor AS keyakinan
FROM beda b
JOIN data.sebutan sk ON sk.dokumen_id = b.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = b.kanan_dokumen
WINDOW sama AS (PARTITION BY b.kiri_dokumen, b.kanan_dokumen)
QUALIFY count(*) OVER sama < 5 OR row_number() OVER (PARTITION BY b.kiri_dokumen, b.kanan_dokumen ORDER BY b.kiri_urutan, b.kanan_urutan) = 1
