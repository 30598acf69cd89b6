-- nama: Program, kegiatan, dan sub kegiatan tahunan ada dalam dokumen jangka menengah
-- menilai: Setiap program, kegiatan, dan sub kegiatan dokumen tahunan yang dibandingkan dengan dokumen jangka menengah (Renja dengan Renstra, RKPD dengan RPJMD),
--   pada tingkat yang dimuat keduanya. Terpenuhi bila kode (tanpa kode: nama) yang sama ada di atasnya. Bila kurang dari separuh ditemukan dan kodenya bukan
--   kode nasional, daftarnya mungkin disusun lain: yang tidak ditemukan dinilai orang.
-- bertumpu: kaskade lintas dokumen (publik.kaskade)
-- orang: apakah kegiatan itu memang mendukung kinerja yang dituju
-- sejak: 0.1.0
WITH pasang AS (
    SELECT d.subjek_id, p.*, a.dokumen AS atas, l.lengkap
    FROM data.dokumen_dinilai d
    JOIN data.pasangan p ON p.kanan_dokumen = d.dokumen_id AND p.jenjang IN ('Renstra-Renja', 'RPJMD-RKPD')
    JOIN data.dokumen_dinilai a ON a.dokumen_id = p.kiri_dokumen AND a.subjek_id = d.subjek_id
    JOIN data.kelengkapan l ON l.dokumen_id = p.kiri_dokumen),
tingkat AS (SELECT dokumen_id, jenis, bool_or(kode IS NOT NULL) AS berkode FROM data.simpul WHERE jenis IN ('program', 'kegiatan', 'subkegiatan') GROUP BY ALL),
cari AS (
    SELECT p.subjek_id, p.atas, p.lengkap, p.kiri_dokumen, s.simpul_id, s.jenis, s.kode, t.berkode = (s.kode IS NOT NULL) AS sebanding, x.kiri_id IS NOT NULL AS ada,
           data.kode_nasional(s.kode, s.jenis) AS nasional
    FROM pasang p
    JOIN data.simpul s ON s.dokumen_id = p.kanan_dokumen AND s.jenis IN ('program', 'kegiatan', 'subkegiatan')
    JOIN tingkat t ON t.dokumen_id = p.kiri_dokumen AND t.jenis = s.jenis
    LEFT JOIN (SELECT DISTINCT kiri_dokumen, kanan_id, 1 AS kiri_id FROM data.simpul_lintas) x ON x.kanan_id = s.simpul_id AND x.kiri_dokumen = p.kiri_dokumen),
hasil AS (SELECT *, NOT nasional AND count(*) FILTER (ada) OVER setingkat * 2 < count(*) OVER setingkat AS lain FROM cari WINDOW setingkat AS (PARTITION BY subjek_id, kiri_dokumen, jenis))
SELECT subjek_id, simpul_id AS id,
       CASE WHEN ada THEN 1 WHEN lengkap AND sebanding AND NOT lain THEN 0 END AS nilai,
       CASE WHEN ada THEN format('Ada dalam {}.', atas)
            WHEN NOT lengkap THEN format('Tidak ditemukan dalam {}, tetapi ada halamannya yang tidak terbaca.', atas)
            WHEN NOT sebanding THEN format('Tidak ditemukan dalam {}, tetapi hanya salah satu yang mencetak kode.', atas)
            WHEN lain THEN format('Tidak ditemukan dalam {}, seperti kebanyakan butir setingkat; daftarnya mungkin disusun lain.', atas)
            ELSE format('Tidak ditemukan dalam {}.', atas) END AS alasan
FROM hasil
