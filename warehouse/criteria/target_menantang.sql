-- nama: Target membaik dari kondisi awal (menantang)
-- menilai: Setiap indikator tujuan, sasaran, dan IKU dokumen jangka menengah (bila tidak ada, dokumen tahunan), tiap nama sekali. Terpenuhi bila target
--   tahun terakhir lebih baik daripada kondisi awal (tanpa kondisi awal: target tahun pertama) menurut arah indikatornya.
-- bertumpu: publik.smart.menantang
-- orang: arah yang tidak diketahui; dapat dicapai dan realistis tidaknya; perbandingan dengan target nasional
-- sejak: 0.1.0
WITH calon AS (
    SELECT d.subjek_id, d.menengah, i.*, s.terukur, s.menantang FROM data.dokumen_dinilai d JOIN data.indikator i USING (dokumen_id) JOIN data.smart s USING (indikator_id)
    WHERE (d.menengah OR d.tahunan) AND i.tingkat IN ('tujuan', 'sasaran', 'iku')),
sumber AS (
    SELECT * FROM calon
    QUALIFY menengah = bool_or(menengah) OVER (PARTITION BY subjek_id)
        AND row_number() OVER (PARTITION BY subjek_id, menengah, nama_baku ORDER BY menantang IS NULL, tingkat = 'iku', keyakinan DESC, urutan) = 1)
SELECT i.subjek_id, i.indikator_id AS id, s.menantang AS nilai, s.menantang_alasan AS alasan
FROM sumber i JOIN data.smart s USING (indikator_id)
