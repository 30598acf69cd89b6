-- Findings of one office in audit order; sebab and akibat are a person's.
SELECT CAST(row_number() OVER (ORDER BY array_position(['K', 'M', 'm', 'i'], tingkat), putusan = 'perlu diperiksa', aturan, temuan_id) AS VARCHAR) AS no,
       uraian || ' (' || concat_ws('; ', kiri_berkas || coalesce(' hlm. ' || kiri_halaman, coalesce(' ' || kiri_lembar, '')), kanan_berkas || coalesce(' hlm. ' || kanan_halaman, coalesce(' ' || kanan_lembar, '')), 'dicari di: ' || dicari_di) || ')' AS kondisi,
       aturan || ' ' || nama_aturan || '. ' || dasar AS kriteria, coalesce(sebab, 'diisi setelah klarifikasi') AS sebab, 'diisi pereviu' AS akibat,
       perbaikan || CASE WHEN putusan = 'perlu diperiksa' THEN ' (Perlu diperiksa: mesin tidak yakin.)' ELSE '' END AS saran
FROM publik.temuan WHERE opd_kunci = $pd AND status NOT IN ('bukan temuan', 'ditunda')
ORDER BY array_position(['K', 'M', 'm', 'i'], tingkat), putusan = 'perlu diperiksa', aturan, temuan_id
