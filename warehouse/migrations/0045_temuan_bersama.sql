-- Findings that several rules tell alike: the columns of a rule (warehouse/rules.py) as table macros, so that a rule file says what
-- it compares and its words only.

-- Plan items of one document that the other one lacks (data.butir_hilang). `tingkatan`: only these levels; NULL for all. Sentences,
-- for one item and for most of a document: {0} items, {1} document that has them, {2} document that lacks them, {3} what was not
-- read there, {4} found, {5} of how many, {6} year, {7} level.
CREATE MACRO data.temuan_butir_hilang(jenjang_, arah_, tingkatan, kalimat, kalimat_banyak) AS TABLE
SELECT coalesce(h.butir_id, h.asal) AS kiri_id,
       CASE WHEN h.butir_id IS NULL THEN h.tujuan END AS kanan_id,
       CASE WHEN arah_ = 'turun' AND jenjang_ <> 'RPJMD-Renstra' THEN h.tahun_tujuan END AS tahun,
       h.nama AS nilai_kiri,
       NULL AS nilai_kanan,
       format(CASE WHEN h.butir_id IS NULL THEN kalimat_banyak ELSE kalimat END, coalesce(h.nama, ''), h.asal_sebutan, h.tujuan_sebutan, coalesce(h.catatan, ''),
              coalesce(h.ketemu, 0), coalesce(h.banyak, 0), coalesce(h.tahun_tujuan, 0), data.sebut_tingkat(h.tingkat)) AS uraian,
       h.tujuan_sebutan AS dicari_di,
       data.putusan(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM data.butir_hilang(jenjang_, arah_) h
WHERE tingkatan IS NULL OR list_contains(tingkatan, h.tingkat);

-- IKU and IKK of the upper document that the lower one lacks (data.kinerja_hilang).
CREATE MACRO data.temuan_kinerja_hilang(jenjang_) AS TABLE
SELECT h.indikator_id AS kiri_id,
       CASE WHEN h.massal THEN h.kanan_dokumen END AS kanan_id,
       h.tahun_tujuan AS tahun,
       data.lima(h.daftar) AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.massal
            THEN format('{} dari {} {} {} ditemukan di {}{}; yang tidak: {}.', h.ketemu, h.semua, data.sebut_tingkat(h.tingkat),
                        h.asal_sebutan, h.tujuan_sebutan, h.catatan, data.lima(h.daftar))
            ELSE format('{} {} dalam {} tidak ditemukan di {}{}.', data.sebut_tingkat(h.tingkat), data.lima(h.daftar),
                        h.asal_sebutan, h.tujuan_sebutan, h.catatan)
       END AS uraian,
       h.tujuan_sebutan AS dicari_di,
       data.putusan(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM data.kinerja_hilang(jenjang_) h;

-- Nodes of a cascade without what should stand above or below them, in documents of these kinds.
CREATE MACRO data.temuan_lubang_kaskade(dokumen_jenis, kecuali) AS TABLE
SELECT l.simpul_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       data.lima(l.daftar) AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN len(l.daftar) = 1
            THEN format('{} {} dalam {} {}; {} dari {} {} dalam dokumen itu mempunyainya.', upper(l.jenis[1]) || substr(data.sebut_hilang(l.jenis), 2), l.daftar[1], s.sebutan,
                        data.sebut_lubang(l.hilang), l.terisi, l.semua, data.sebut_hilang(l.jenis))
            ELSE format('{} dari {} {} dalam {} {}: {}.', len(l.daftar), l.semua, data.sebut_hilang(l.jenis), s.sebutan,
                        data.sebut_lubang(l.hilang), data.lima(l.daftar))
       END || CASE WHEN k.lengkap THEN '' ELSE k.catatan || '.' END AS uraian,
       s.sebutan AS dicari_di,
       data.putusan(k.lengkap AND l.andal, l.keyakinan) AS putusan,
       l.keyakinan
FROM data.lubang_kaskade l
JOIN data.sebutan s USING (dokumen_id)
JOIN data.kelengkapan k USING (dokumen_id)
WHERE list_contains(dokumen_jenis, s.jenis) AND NOT list_contains(kecuali, l.jenis);

-- The lower document was enacted before the upper one, or too long after it.
CREATE MACRO data.temuan_urutan_penetapan(jenjang_) AS TABLE
SELECT r.bukti_id AS kiri_id,
       k.bukti_id AS kanan_id,
       CASE WHEN dr.tahun_awal = dr.tahun_akhir THEN dr.tahun_awal END AS tahun,
       strftime(r.tanggal, '%d-%m-%Y') AS nilai_kiri,
       strftime(k.tanggal, '%d-%m-%Y') AS nilai_kanan,
       format('{} ditetapkan {}, {} {} ditetapkan {}.', sr.sebutan, strftime(r.tanggal, '%d-%m-%Y'),
              CASE WHEN r.tanggal < k.tanggal THEN 'sebelum' ELSE 'terlalu lama setelah' END, sk.sebutan, strftime(k.tanggal, '%d-%m-%Y')) AS uraian,
       NULL AS dicari_di,
       CASE WHEN r.tanggal > k.tanggal THEN 'm' END AS tingkat,
       data.putusan(true, least(dr.keyakinan, dk.keyakinan)) AS putusan,
       least(dr.keyakinan, dk.keyakinan) AS keyakinan
FROM data.pasangan p
JOIN data.tanggal_penetapan k ON k.dokumen_id = p.kiri_dokumen
JOIN data.tanggal_penetapan r ON r.dokumen_id = p.kanan_dokumen
JOIN data.dokumen dk ON dk.dokumen_id = p.kiri_dokumen
JOIN data.dokumen dr ON dr.dokumen_id = p.kanan_dokumen
JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
WHERE p.jenjang = jenjang_ AND coalesce(dk.tahap, '') <> 'perubahan' AND coalesce(dr.tahap, '') NOT IN ('perubahan', 'rancangan')
  AND (r.tanggal < k.tanggal OR r.tanggal > k.tanggal + to_days(CAST(data.ambang('hari_setelah_induk') AS INTEGER)));
