-- nama: Program mempunyai indikator dengan satuan dan target
-- menilai: Setiap program dokumen tahunan (bila tidak ada, dokumen jangka menengah). Terpenuhi bila sedikitnya satu indikatornya terukur dan berbatas
--   waktu, tidak bila tidak ada indikatornya atau semuanya tidak terukur. Program yang hanya
--   kegiatannya berindikator, yang namanya tidak diawali "Program" seperti kebanyakan, atau yang bersama kebanyakan program lain
--   tampak tanpa indikator, dinilai orang: tabel atau tingkatnya mungkin salah terbaca.
-- bertumpu: publik.smart (terukur, berbatas waktu) dan kaskade (indikator per program)
-- orang: lokasi dan kelompok sasaran; indikator yang bacaannya kurang pasti
-- sejak: 0.1.0
WITH sumber AS (
    SELECT d.subjek_id, s.* FROM data.dokumen_dinilai d JOIN data.simpul s USING (dokumen_id)
    WHERE (d.tahunan OR d.menengah) AND s.jenis = 'program'
    QUALIFY d.tahunan = bool_or(d.tahunan) OVER (PARTITION BY d.subjek_id)),
terkait AS (
    SELECT s.subjek_id, s.simpul_id, i.indikator_id
    FROM sumber s JOIN data.indikator i ON i.dokumen_id = s.dokumen_id AND i.tingkat = 'program' AND i.kode_baku = s.kode
    UNION
    SELECT s.subjek_id, s.simpul_id, i.indikator_id
    FROM sumber s JOIN data.indikator i ON i.dokumen_id = s.dokumen_id AND i.tingkat = 'program' AND data.huruf(i.program) = s.nama_kunci
    WHERE s.kode IS NULL OR i.kode_baku IS NULL),
hitung AS (
    SELECT t.subjek_id, t.simpul_id, count(*) AS banyak, bool_or(m.terukur = 1 AND m.berbatas_waktu = 1) AS terukur,
           bool_or(m.terukur IS NULL OR m.berbatas_waktu IS NULL) AS ragu, any_value(m.terukur_alasan) FILTER (m.terukur IS DISTINCT FROM 1) AS sebab
    FROM terkait t JOIN data.smart m USING (indikator_id) GROUP BY ALL),
bawahan AS (
    SELECT DISTINCT s.simpul_id FROM sumber s JOIN data.indikator i ON i.dokumen_id = s.dokumen_id AND i.tingkat IN ('kegiatan', 'subkegiatan')
    AND (data.awal_kode(i.kode_baku, 3) = s.kode OR data.huruf(i.program) = s.nama_kunci)),
hasil AS (
    SELECT s.subjek_id, s.simpul_id, h.* EXCLUDE (subjek_id, simpul_id), count(h.simpul_id) OVER d * 2 < count(*) OVER d AS tak_terbaca, b.simpul_id IS NOT NULL AS di_bawah,
           NOT starts_with(s.nama_kunci, 'program') AND count(*) FILTER (starts_with(s.nama_kunci, 'program')) OVER d * 2 > count(*) OVER d AS bukan_program
    FROM sumber s LEFT JOIN hitung h ON h.subjek_id = s.subjek_id AND h.simpul_id = s.simpul_id
    LEFT JOIN bawahan b ON b.simpul_id = s.simpul_id
    WINDOW d AS (PARTITION BY s.subjek_id, s.dokumen_id))
SELECT subjek_id, simpul_id AS id,
       CASE WHEN terukur THEN 1 WHEN ragu OR (banyak IS NULL AND (tak_terbaca OR di_bawah OR bukan_program)) THEN NULL ELSE 0 END AS nilai,
       CASE WHEN terukur THEN format('{} indikator, sedikitnya satu dengan satuan dan target per tahun.', banyak)
            WHEN banyak IS NULL AND bukan_program THEN 'Namanya tidak diawali "Program"; mungkin kegiatan. Periksa tabelnya.'
            WHEN banyak IS NULL AND di_bawah THEN 'Hanya kegiatan di bawahnya yang mempunyai indikator.'
            WHEN banyak IS NULL AND tak_terbaca THEN 'Program tanpa indikator yang terbaca, seperti kebanyakan program dokumen ini; periksa tabelnya.'
            WHEN banyak IS NULL THEN 'Program tanpa indikator.'
            ELSE coalesce(sebab, 'Target tidak menyebut semua tahun.') END AS alasan
FROM hasil
