-- id: E06
-- nama: Jumlah pagu dalam narasi berbeda dari tabel
-- membandingkan: Jumlah pagu yang disebut narasi Renja, Renstra, atau RKPD ("total pagu", "jumlah anggaran", "pagu indikatif" tanpa bagian) untuk
--   tahun rencana dengan jumlah pagu program di tabel dokumen itu, dan dengan narasi lain untuk tahun yang sama. Diam bila salah satu
--   narasi cocok dengan tabel, dan bila tabelnya tanpa pagu tahun itu. Banyak program, kegiatan, dan sub kegiatan diperiksa H06.
-- tingkat: M
-- dasar: Daftar periksa Renja (konsistensi angka dan narasi: total pagu bab III, bab IV, dan matriks sama).
-- contoh: Bab III menyebut total pagu Rp8.250.000.000, matriks Renja berjumlah Rp8.520.000.000.
-- perbaikan: Samakan angka narasi dengan jumlah di matriks.
-- sejak: 0.2.0
WITH klaim AS (
    SELECT k.*, s.sebutan, coalesce(k.tahun, CASE WHEN s.tahun_awal = s.tahun_akhir AND regexp_matches(k.kutipan, '\b' || s.tahun_awal || '\b') THEN s.tahun_awal END) AS tahun_klaim
    FROM data.klaim k JOIN data.sebutan s USING (dokumen_id)
    WHERE k.macam = 'pagu' AND s.jenis IN ('Renja', 'Renstra', 'RKPD') AND k.jenis = 'angka' AND k.nilai > 0 AND k.peran IS DISTINCT FROM 'realisasi'
      -- the whole of the plan, not a part, a kind of spending or what was spent
      AND regexp_matches(data.ejaan(k.diukur), '^(sebesar )?((total|jumlah|keseluruhan)( (pagu|anggaran|pendanaan|dana|kebutuhan dana|pagu indikatif|pagu anggaran|alokasi anggaran))+|(total )?pagu indikatif|total kebutuhan( dana| anggaran)?)$')
      AND NOT regexp_matches(lower(k.kutipan), 'realisasi|terealisasi|semula|sebelum perubahan|belanja tidak langsung|belanja operasi|gaji')),
tabel AS (
    SELECT dokumen_id, tahun, sum(rupiah) AS rupiah, bool_or(mungkin) AS mungkin, arg_min(butir_id, kunci) AS pertama, min(keyakinan) AS keyakinan
    FROM data.pagu_program GROUP BY ALL HAVING count(*) >= 2)
SELECT k.klaim_id AS kiri_id,
       t.pertama AS kanan_id,
       k.tahun_klaim AS tahun,
       data.rupiah(k.nilai) AS nilai_kiri,
       data.rupiah(t.rupiah) AS nilai_kanan,
       format('Narasi {} menyebut {} {} {}, tetapi pagu program di tabelnya berjumlah {}.', k.sebutan, k.diukur, k.tahun_klaim, data.rupiah(k.nilai), data.rupiah(t.rupiah)) AS uraian,
       NULL AS dicari_di,
       -- a tenth apart: a slip; far apart: the sentence may mean a part
       data.putusan(NOT t.mungkin AND l.lengkap AND abs(k.nilai - t.rupiah) <= 0.5 * greatest(k.nilai, t.rupiah), least(k.keyakinan, t.keyakinan)) AS putusan,
       least(k.keyakinan, t.keyakinan) AS keyakinan
FROM klaim k
JOIN tabel t ON t.dokumen_id = k.dokumen_id AND t.tahun = k.tahun_klaim
JOIN data.kelengkapan l ON l.dokumen_id = k.dokumen_id
-- prose rounds: "Rp8,5 miliar"
WHERE abs(k.nilai - t.rupiah) > greatest(1000, 0.005 * t.rupiah * (k.nilai % 1000000 = 0)::INT)
  AND NOT EXISTS (FROM klaim x WHERE x.dokumen_id = k.dokumen_id AND x.tahun_klaim = k.tahun_klaim AND abs(x.nilai - t.rupiah) <= 1000)
  AND NOT EXISTS (FROM data.pagu_butir b WHERE b.dokumen_id = k.dokumen_id AND b.peran = 'pagu' AND b.tahun = k.tahun_klaim AND abs(b.total - k.nilai) <= 1)
QUALIFY row_number() OVER (PARTITION BY k.dokumen_id, k.tahun_klaim ORDER BY abs(k.nilai - t.rupiah), k.urutan) = 1
