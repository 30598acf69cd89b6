-- nama: Target membaik dari kondisi awal (menantang)
-- menilai: Setiap indikator tujuan, sasaran, dan IKU dokumen jangka menengah (bila tidak ada, dokumen tahunan), tiap nama sekali; dari tabel
--   yang memuat tahun dokumen itu, bila ada. Terpenuhi bila target
--   tahun terakhir lebih baik daripada kondisi awal (tanpa kondisi awal: target tahun pertama) menurut arah indikatornya.
-- bertumpu: publik.smart.menantang
-- orang: arah yang tidak diketahui; dapat dicapai dan realistis tidaknya; perbandingan dengan target nasional
-- sejak: 0.1.0
SELECT i.subjek_id, i.indikator_id AS id, s.menantang AS nilai, s.menantang_alasan AS alasan
FROM data.indikator_utama i JOIN data.smart s USING (indikator_id)
