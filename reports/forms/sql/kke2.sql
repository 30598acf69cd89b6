-- Indicators of the Renstra, and what became of them in Renja and PK (or the LKjIP that reports on it); 1 linked, 0,5 unsure, 0 not found
-- where the paper is there.
WITH renstra AS (
    SELECT i.*, row_number() OVER (ORDER BY i.urutan) AS nomor FROM publik.indikator i WHERE i.jenis_dokumen = 'Renstra' AND i.opd_kunci = $pd AND i.tingkat IN ('tujuan', 'sasaran', 'iku', 'program')),
bawah AS (
    SELECT t.kiri_indikator_id, split_part(t.jenjang, '-', 2) AS jenis_dokumen, arg_max(t.kanan_indikator || ' (' || t.kanan_berkas || coalesce(' hlm. ' || t.kanan_halaman, '') || ')', t.skor) AS isi, max(CASE WHEN t.hubungan = 'perlu diperiksa' THEN 0.5 ELSE 1 END) AS tepat
    FROM publik.tautan t WHERE t.jenjang IN ('Renstra-Renja', 'Renstra-PK') GROUP BY ALL),
ada AS (SELECT DISTINCT split_part(p.jenjang, '-', 2) AS jenis_dokumen FROM publik.pasangan p JOIN publik.dokumen d ON d.dokumen_id = p.kiri_dokumen_id
        WHERE d.opd_kunci = $pd AND d.jenis_dokumen = 'Renstra')
SELECT CAST(r.nomor AS VARCHAR) AS no, r.tingkat || ': ' || r.indikator AS indikator, r.indikator || ' (' || r.berkas || coalesce(' hlm. ' || r.halaman, '') || ')' AS renstra,
       coalesce(j.isi, CASE WHEN 'Renja' IN (SELECT * FROM ada) THEN 'tidak ditemukan' ELSE 'Renja tidak ada' END) AS renja,
       coalesce(k.isi, CASE WHEN 'PK' IN (SELECT * FROM ada) THEN 'tidak ditemukan' ELSE 'PK tidak ada' END) AS pk,
       'orang' AS jabatan,
       CASE WHEN 'Renja' NOT IN (SELECT * FROM ada) THEN 'orang' ELSE CASE coalesce(j.tepat, 0) WHEN 1 THEN '1' WHEN 0.5 THEN '0,5' ELSE '0' END END AS ketepatan,
       CASE WHEN j.tepat = 0.5 THEN 'Tautannya belum pasti; lihat publik.tautan.' WHEN j.tepat IS NULL AND 'Renja' IN (SELECT * FROM ada) THEN 'Tidak ditemukan di Renja.' END AS keterangan
FROM renstra r LEFT JOIN bawah j ON j.kiri_indikator_id = r.indikator_id AND j.jenis_dokumen = 'Renja' LEFT JOIN bawah k ON k.kiri_indikator_id = r.indikator_id AND k.jenis_dokumen = 'PK'
ORDER BY r.nomor
