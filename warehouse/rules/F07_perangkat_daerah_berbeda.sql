-- id: F07
-- nama: Perangkat daerah penanggung jawab berbeda
-- membandingkan: Perangkat daerah penanggung jawab program berkode sama antara RPJMD dan RKPD. Dilaporkan hanya bila di tiap dokumen program itu
--   disebut milik tepat satu perangkat daerah; program penunjang tidak diperiksa. Nama yang hanya sebagian tercetak dianggap sama.
-- tingkat: M
-- dasar: Form 1 konsistensi program (kolom perangkat daerah penanggung jawab; pedoman RKPD 2026, terverifikasi).
-- contoh: Program 2.15.02 di RPJMD milik Dinas Perhubungan, di RKPD milik Dinas Pekerjaan Umum.
-- perbaikan: Samakan penanggung jawabnya, atau jelaskan perubahan susunan perangkat daerah (nama_lain di daerah.toml).
-- sejak: 0.1.0
WITH milik AS (
    SELECT dokumen_id, kode_baku, min(opd_kunci) AS opd, arg_min(butir_id, urutan) AS butir_id, arg_min(nama, urutan) AS nama,
           arg_min(penanggung_jawab, urutan) AS tercetak, min(keyakinan) AS keyakinan
    FROM data.butir_isi
    WHERE tingkat = 'program' AND data.kode_nasional(kode_baku, 'program') AND NOT data.penunjang(kode_baku) AND penanggung_jawab IS NOT NULL
    GROUP BY ALL HAVING count(DISTINCT opd_kunci) = 1)
SELECT k.butir_id AS kiri_id,
       r.butir_id AS kanan_id,
       NULL AS tahun,
       k.tercetak AS nilai_kiri,
       r.tercetak AS nilai_kanan,
       format('Program {} "{}": penanggung jawabnya {} dalam {}, {} dalam {}.', k.kode_baku, k.nama, k.tercetak, sk.sebutan, r.tercetak, sr.sebutan) AS uraian,
       NULL AS dicari_di,
       -- a list of several offices, or a name of another kind, may be the same office
       data.putusan(NOT contains(k.opd, ' + ') AND NOT contains(r.opd, ' + '), least(k.keyakinan, r.keyakinan)) AS putusan,
       least(k.keyakinan, r.keyakinan) AS keyakinan
FROM data.pasangan p
JOIN milik k ON k.dokumen_id = p.kiri_dokumen
JOIN milik r ON r.dokumen_id = p.kanan_dokumen AND r.kode_baku = k.kode_baku
JOIN data.sebutan sk ON sk.dokumen_id = p.kiri_dokumen
JOIN data.sebutan sr ON sr.dokumen_id = p.kanan_dokumen
WHERE p.jenjang = 'RPJMD-RKPD' AND NOT data.opd_cocok(split_part(k.opd, '/', 1), split_part(r.opd, '/', 1))
