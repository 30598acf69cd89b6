-- id: B08
-- nama: Isi rencana berubah antartahap
-- membandingkan: Dua tahap satu rencana (RPJMD, Renstra, RKPD, atau Renja dan rancangan atau perubahannya): kondisi awal, target, kondisi akhir, satuan,
--   dan rumusan indikator yang sama, satu temuan per indikator; serta program berkode yang tidak ada lagi di tahap kemudian, satu
--   temuan per pasangan dokumen. Perubahan boleh, maka selalu perlu diperiksa: apakah alasannya tercantum.
--   Indikator yang dihapus dan yang baru tidak dilaporkan.
-- tingkat: i
-- dasar: Permendagri 86/2017 (perubahan dokumen memuat yang diubah dan alasannya; pasal belum diverifikasi). Aturan ini tambahan di luar katalog.
-- contoh: RPJMD menargetkan desa siaga 2021 10%, Perubahan RPJMD 15%.
-- perbaikan: Pastikan perubahan disengaja dan alasannya tertulis; kalau tidak, kembalikan ke angka semula.
-- sejak: 0.2.0
WITH berubah AS (
    SELECT p.*, CASE p.peran WHEN 'target' THEN 'target ' || p.tahun WHEN 'awal' THEN 'kondisi awal' WHEN 'akhir' THEN 'kondisi akhir' ELSE p.peran END AS apa,
           CASE p.peran WHEN 'rumusan' THEN 0 WHEN 'satuan' THEN 1 WHEN 'awal' THEN 2 WHEN 'target' THEN 3 ELSE 4 END AS giliran
    FROM data.perubahan_tahap p
    -- what a person would have to look at first is no known change; a twin that says the same is none
    WHERE p.hubungan <> 'perlu diperiksa' AND p.skor >= 0.5 AND NOT p.berbagi),
program AS (
    SELECT DISTINCT ON (dokumen_id, kode_baku) butir_id, dokumen_id, kode_baku, nama, nama_baku, keyakinan, urutan
    FROM data.butir_isi WHERE tingkat = 'program' AND data.kode_nasional(kode_baku, 'program') AND NOT data.penunjang(kode_baku)
    ORDER BY dokumen_id, kode_baku, urutan),
tahap AS (SELECT DISTINCT kiri_dokumen, kanan_dokumen FROM data.tautan_tahap),
hilang AS (
    SELECT t.kiri_dokumen, t.kanan_dokumen, p.*, count(*) OVER (PARTITION BY t.kiri_dokumen, t.kanan_dokumen) AS semua,
           NOT EXISTS (FROM program q WHERE q.dokumen_id = t.kanan_dokumen AND q.kode_baku = p.kode_baku)
               -- the same name under a misprinted code
               AND NOT EXISTS (FROM data.butir q WHERE q.dokumen_id = t.kanan_dokumen AND q.tingkat = 'program' AND q.nama_baku = p.nama_baku) AS tiada
    FROM tahap t JOIN program p ON p.dokumen_id = t.kiri_dokumen
    WHERE EXISTS (FROM program q WHERE q.dokumen_id = t.kanan_dokumen)
    QUALIFY tiada)
SELECT kiri_id, kanan_id,
       data.satu_tahun(tahun) AS tahun,
       array_to_string(list(apa || ': ' || lama ORDER BY giliran, tahun), '; ') AS nilai_kiri,
       array_to_string(list(apa || ': ' || baru ORDER BY giliran, tahun), '; ') AS nilai_kanan,
       format('{} mengubah indikator "{}" dari {}: {}.', any_value(sr.sebutan), any_value(kiri_nama), any_value(sk.sebutan),
              array_to_string(list(format('{} {} menjadi {}', apa, CASE peran WHEN 'rumusan' THEN 'itu' ELSE lama END, CASE peran WHEN 'rumusan' THEN '"' || baru || '"' ELSE baru END)
                                   ORDER BY giliran, tahun), '; ')) AS uraian,
       NULL AS dicari_di,
       -- a change is allowed: whether its reason is written is for a person to see
       'perlu diperiksa' AS putusan,
       min(b.keyakinan) * any_value(skor) AS keyakinan
FROM berubah b
JOIN data.sebutan sk ON sk.dokumen_id = b.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = b.kanan_dokumen
GROUP BY kiri_id, kanan_id
UNION ALL
SELECT arg_min(h.butir_id, h.urutan), NULL, NULL, data.lima(list(h.kode_baku || ' ' || h.nama ORDER BY h.urutan)), NULL,
       format('{} program {} tidak ada lagi dalam {}: {}.', count(*), any_value(sk.sebutan), any_value(sr.sebutan), data.lima(list(h.kode_baku || ' ' || h.nama ORDER BY h.urutan))),
       format('tidak ditemukan di: {}{}', any_value(sr.sebutan), any_value(l.catatan)),
       'perlu diperiksa',
       min(h.keyakinan)
FROM hilang h
JOIN data.sebutan sk ON sk.dokumen_id = h.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = h.kanan_dokumen
JOIN data.kelengkapan l ON l.dokumen_id = h.kanan_dokumen
GROUP BY h.kiri_dokumen, h.kanan_dokumen
-- most programs gone: the later stage is a part, or prints no codes
HAVING count(*) * 2 <= any_value(h.semua)
