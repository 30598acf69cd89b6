CREATE OR REPLACE VIEW publik.temuan AS
SELECT
    t.temuan_id,
    t.aturan,
    a.nama AS nama_aturan,
    t.tingkat,
    CASE t.tingkat WHEN 'K' THEN 'kritis' WHEN 'M' THEN 'mayor' WHEN 'm' THEN 'minor' WHEN 'i' THEN 'info'
    END AS tingkat_nama,
    t.putusan,
    t.uraian,
    t.tahun,
    coalesce(nd.wilayah, kd.wilayah) AS wilayah,
    coalesce(nd.opd, kd.opd, o.opd) AS opd,
    coalesce(n.opd_kunci, nd.opd_kunci, k.opd_kunci, kd.opd_kunci) AS opd_kunci,
    t.kiri_id,
    k.macam AS kiri_macam,
    k.nama AS kiri_nama,
    t.nilai_kiri AS kiri_nilai,
    k.dokumen_id AS kiri_dokumen_id,
    kd.dokumen AS kiri_dokumen,
    kf.nama AS kiri_berkas,
    kf.path AS kiri_lokasi,
    k.halaman AS kiri_halaman,
    k.tabel AS kiri_tabel,
    k.baris AS kiri_baris,
    kl.nama AS kiri_lembar,
    data.rentang(kl.kolom_awal, kl.kolom_akhir, k.baris) AS kiri_sel,
    k.x0 AS kiri_x0,
    k.atas AS kiri_atas,
    k.x1 AS kiri_x1,
    k.bawah AS kiri_bawah,
    k.kutipan AS kiri_kutipan,
    t.kanan_id,
    n.macam AS kanan_macam,
    n.nama AS kanan_nama,
    t.nilai_kanan AS kanan_nilai,
    n.dokumen_id AS kanan_dokumen_id,
    nd.dokumen AS kanan_dokumen,
    nf.nama AS kanan_berkas,
    nf.path AS kanan_lokasi,
    n.halaman AS kanan_halaman,
    n.tabel AS kanan_tabel,
    n.baris AS kanan_baris,
    nl.nama AS kanan_lembar,
    data.rentang(nl.kolom_awal, nl.kolom_akhir, n.baris) AS kanan_sel,
    n.x0 AS kanan_x0,
    n.atas AS kanan_atas,
    n.x1 AS kanan_x1,
    n.bawah AS kanan_bawah,
    n.kutipan AS kanan_kutipan,
    t.dicari_di,
    t.keyakinan,
    a.perbaikan,
    a.dasar,
    coalesce(m.status, u.perubahan, 'baru') AS status,
    m.oleh AS status_oleh,
    m.pada AS status_pada,
    m.alasan AS status_alasan,
    m.sampai AS status_sampai,
    CASE WHEN m.temuan_id IS NOT NULL OR l.temuan_id IS NULL THEN NULL
         WHEN l.uraian IS DISTINCT FROM t.uraian
         THEN format('Pernah ditandai {} oleh {} ({}); isi temuannya berubah sejak itu.', l.status, l.oleh, l.alasan)
         ELSE format('Ditunda oleh {} sampai {} ({}).', l.oleh, strftime(l.sampai, '%d-%m-%Y'), l.alasan)
    END AS status_catatan,
    t.sebab_id,
    s.uraian AS sebab
FROM data.temuan t
LEFT JOIN data.tanda_temuan l ON l.temuan_id = t.temuan_id
LEFT JOIN data.tanda_temuan m ON m.temuan_id = t.temuan_id AND m.uraian = t.uraian
    AND (m.sampai IS NULL OR m.sampai >= current_date)
LEFT JOIN data.perubahan u ON u.temuan_id = t.temuan_id
LEFT JOIN data.sebab s ON s.sebab_id = t.sebab_id
LEFT JOIN data.aturan a ON a.aturan = t.aturan
JOIN data.bukti k ON k.id = t.kiri_id
LEFT JOIN data.dokumen_bernama kd ON kd.dokumen_id = k.dokumen_id
LEFT JOIN data.berkas kf ON kf.berkas_id = k.berkas_id
LEFT JOIN data.lembar kl ON kl.berkas_id = k.berkas_id AND kl.tabel = k.tabel
LEFT JOIN data.bukti n ON n.id = t.kanan_id
LEFT JOIN data.dokumen_bernama nd ON nd.dokumen_id = n.dokumen_id
LEFT JOIN data.berkas nf ON nf.berkas_id = n.berkas_id
LEFT JOIN data.lembar nl ON nl.berkas_id = n.berkas_id AND nl.tabel = n.tabel
LEFT JOIN (SELECT opd_kunci, min(opd) AS opd FROM data.dokumen WHERE opd IS NOT NULL GROUP BY opd_kunci) o
    ON o.opd_kunci = coalesce(n.opd_kunci, k.opd_kunci);

COMMENT ON VIEW publik.temuan IS 'Satu baris per temuan: dua sisi yang bertentangan, masing-masing dengan berkas, halaman, kotak dan kutipan.';
COMMENT ON COLUMN publik.temuan.temuan_id IS 'Kunci temuan; tetap sama antarputaran selama temuannya sama';
COMMENT ON COLUMN publik.temuan.aturan IS 'Kode aturan, mis. A01; dokumentasinya di publik.aturan';
COMMENT ON COLUMN publik.temuan.nama_aturan IS 'Nama aturan';
COMMENT ON COLUMN publik.temuan.tingkat IS 'Bobot: K, M, m, i';
COMMENT ON COLUMN publik.temuan.tingkat_nama IS 'Bobot dalam kata: kritis, mayor, minor, info';
COMMENT ON COLUMN publik.temuan.putusan IS 'Putusan: tidak konsisten, atau perlu diperiksa (mesin tidak yakin)';
COMMENT ON COLUMN publik.temuan.uraian IS 'Temuan dalam satu kalimat';
COMMENT ON COLUMN publik.temuan.tahun IS 'Tahun yang dipersoalkan; kosong bila tidak terkait tahun';
COMMENT ON COLUMN publik.temuan.wilayah IS 'Provinsi, kabupaten atau kota';
COMMENT ON COLUMN publik.temuan.opd IS 'Perangkat daerah yang terkait temuan; kosong bila seluruh daerah';
COMMENT ON COLUMN publik.temuan.opd_kunci IS 'Kunci perangkat daerah yang sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.temuan.kiri_id IS 'Kunci fakta sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kiri_macam IS 'Macam fakta sisi kiri (dokumen acuan): indikator, butir, pernyataan, klaim, dokumen';
COMMENT ON COLUMN publik.temuan.kiri_nama IS 'Nama atau isi fakta sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kiri_nilai IS 'Nilai yang dibandingkan di sisi kiri (dokumen acuan), seperti tercetak';
COMMENT ON COLUMN publik.temuan.kiri_dokumen_id IS 'Kunci dokumen sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kiri_dokumen IS 'Nama dokumen sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kiri_berkas IS 'Nama berkas sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kiri_lokasi IS 'Letak berkas sisi kiri (dokumen acuan): jalur dalam folder atau alamat';
COMMENT ON COLUMN publik.temuan.kiri_halaman IS 'Halaman PDF sisi kiri (dokumen acuan) (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.temuan.kiri_tabel IS 'Nomor tabel Word atau Excel sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kiri_baris IS 'Nomor baris tabel sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kiri_lembar IS 'Nama lembar Excel sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kiri_sel IS 'Sel Excel sisi kiri (dokumen acuan), mis. A14:G14';
COMMENT ON COLUMN publik.temuan.kiri_x0 IS 'Sisi kiri kotak sisi kiri (dokumen acuan), poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.temuan.kiri_atas IS 'Sisi atas kotak sisi kiri (dokumen acuan), poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.temuan.kiri_x1 IS 'Sisi kanan kotak sisi kiri (dokumen acuan), poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.temuan.kiri_bawah IS 'Sisi bawah kotak sisi kiri (dokumen acuan), poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.temuan.kiri_kutipan IS 'Tulisan tercetak sisi kiri (dokumen acuan)';
COMMENT ON COLUMN publik.temuan.kanan_id IS 'Kunci fakta sisi kanan (dokumen yang diperiksa); kosong bila tidak ditemukan (lihat dicari_di) atau bila aturan hanya melihat satu sisi';
COMMENT ON COLUMN publik.temuan.kanan_macam IS 'Macam fakta sisi kanan (dokumen yang diperiksa): indikator, butir, pernyataan, klaim, dokumen';
COMMENT ON COLUMN publik.temuan.kanan_nama IS 'Nama atau isi fakta sisi kanan (dokumen yang diperiksa)';
COMMENT ON COLUMN publik.temuan.kanan_nilai IS 'Nilai yang dibandingkan di sisi kanan (dokumen yang diperiksa), seperti tercetak';
COMMENT ON COLUMN publik.temuan.kanan_dokumen_id IS 'Kunci dokumen sisi kanan (dokumen yang diperiksa)';
COMMENT ON COLUMN publik.temuan.kanan_dokumen IS 'Nama dokumen sisi kanan (dokumen yang diperiksa)';
COMMENT ON COLUMN publik.temuan.kanan_berkas IS 'Nama berkas sisi kanan (dokumen yang diperiksa)';
COMMENT ON COLUMN publik.temuan.kanan_lokasi IS 'Letak berkas sisi kanan (dokumen yang diperiksa): jalur dalam folder atau alamat';
COMMENT ON COLUMN publik.temuan.kanan_halaman IS 'Halaman PDF sisi kanan (dokumen yang diperiksa) (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.temuan.kanan_tabel IS 'Nomor tabel Word atau Excel sisi kanan (dokumen yang diperiksa)';
COMMENT ON COLUMN publik.temuan.kanan_baris IS 'Nomor baris tabel sisi kanan (dokumen yang diperiksa)';
COMMENT ON COLUMN publik.temuan.kanan_lembar IS 'Nama lembar Excel sisi kanan (dokumen yang diperiksa)';
COMMENT ON COLUMN publik.temuan.kanan_sel IS 'Sel Excel sisi kanan (dokumen yang diperiksa), mis. A14:G14';
COMMENT ON COLUMN publik.temuan.kanan_x0 IS 'Sisi kiri kotak sisi kanan (dokumen yang diperiksa), poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.temuan.kanan_atas IS 'Sisi atas kotak sisi kanan (dokumen yang diperiksa), poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.temuan.kanan_x1 IS 'Sisi kanan kotak sisi kanan (dokumen yang diperiksa), poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.temuan.kanan_bawah IS 'Sisi bawah kotak sisi kanan (dokumen yang diperiksa), poin PDF dari sudut kiri atas';
COMMENT ON COLUMN publik.temuan.kanan_kutipan IS 'Tulisan tercetak sisi kanan (dokumen yang diperiksa)';
COMMENT ON COLUMN publik.temuan.dicari_di IS 'Bila sisi kanan tidak ditemukan: dokumen mana saja yang sudah dicari';
COMMENT ON COLUMN publik.temuan.keyakinan IS 'Keyakinan atas temuan, 0 sampai 1';
COMMENT ON COLUMN publik.temuan.perbaikan IS 'Saran perbaikan';
COMMENT ON COLUMN publik.temuan.dasar IS 'Dasar aturan: peraturan atau pedoman';
COMMENT ON COLUMN publik.temuan.status IS 'Status: baru atau masih (dibanding rilis sebelumnya), atau tanda peninjau: diterima, bukan temuan, ditunda; yang selesai ada di publik.perubahan';
COMMENT ON COLUMN publik.temuan.status_oleh IS 'Peninjau yang menandai';
COMMENT ON COLUMN publik.temuan.status_pada IS 'Waktu penandaan (UTC)';
COMMENT ON COLUMN publik.temuan.status_alasan IS 'Alasan penandaan';
COMMENT ON COLUMN publik.temuan.status_sampai IS 'Untuk yang ditunda: hari terakhir penundaan';
COMMENT ON COLUMN publik.temuan.status_catatan IS 'Tanda lama yang tidak berlaku lagi: isi temuan berubah, atau masa penundaan lewat';
COMMENT ON COLUMN publik.temuan.sebab_id IS 'Kunci sebab bersama; temuan dengan sebab_id yang sama berasal dari satu kekeliruan; kosong bila berdiri sendiri';
COMMENT ON COLUMN publik.temuan.sebab IS 'Sebab bersama dalam satu kalimat';
