-- id: A01
-- nama: Indikator tujuan/sasaran RPJMD tidak diturunkan ke Renstra
-- membandingkan: Setiap indikator tujuan dan sasaran RPJMD dengan indikator Renstra perangkat daerah penanggung jawabnya.
--   Bila RPJMD tidak menyebut penanggung jawab, dicari di semua Renstra, dan hanya bila Renstra semua perangkat daerah
--   yang disebut RPJMD ikut dibaca. Diam bila Renstra yang bersangkutan tidak ada dalam kumpulan dokumen.
-- tingkat: K
-- dasar: Permendagri 86/2017 (Renstra berpedoman pada RPJMD; pasal belum diverifikasi); praktik: setiap indikator kinerja
--   daerah dipikul sedikitnya satu perangkat daerah.
-- contoh: RPJMD memuat "Prevalensi stunting" dengan penanggung jawab Dinas Kesehatan, tetapi Renstra Dinas Kesehatan tidak
--   memuatnya.
-- perbaikan: Tambahkan indikator itu sebagai indikator tujuan atau sasaran Renstra penanggung jawab, atau jelaskan di kolom
--   keterangan perangkat daerah mana yang memikulnya.
-- sejak: 0.1.0
WITH sasaran AS (
    SELECT i.* FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    WHERE d.jenis = 'RPJMD' AND i.tingkat IN ('tujuan', 'sasaran')),
renstra AS (
    SELECT p.kiri_dokumen, p.kanan_dokumen, s.opd_kunci, s.sebutan, l.lengkap, l.catatan
    FROM data.pasangan p
    JOIN data.sebutan s ON s.dokumen_id = p.kanan_dokumen
    JOIN data.kelengkapan l ON l.dokumen_id = p.kanan_dokumen
    WHERE p.jenjang = 'RPJMD-Renstra'
      AND EXISTS (SELECT 1 FROM data.indikator i WHERE i.dokumen_id = p.kanan_dokumen AND i.tingkat IN ('tujuan', 'sasaran'))),
-- OPDs that an RPJMD names in its program tables and whose Renstra is not here.
tanpa_renstra AS (
    SELECT DISTINCT b.dokumen_id FROM data.butir b
    WHERE b.opd_kunci IS NOT NULL AND b.tingkat IN ('opd', 'program')
      AND NOT EXISTS (SELECT 1 FROM renstra r WHERE r.kiri_dokumen = b.dokumen_id AND r.opd_kunci = b.opd_kunci)),
opd_disebut AS (SELECT DISTINCT dokumen_id FROM data.butir WHERE opd_kunci IS NOT NULL AND tingkat IN ('opd', 'program')),
dicari AS (
    SELECT s.*, r.kanan_dokumen, r.sebutan, r.lengkap, r.catatan
    FROM sasaran s JOIN renstra r ON r.kiri_dokumen = s.dokumen_id
    WHERE s.opd_kunci = r.opd_kunci
       OR (s.opd_kunci IS NULL AND s.dokumen_id IN (SELECT dokumen_id FROM opd_disebut)
           AND s.dokumen_id NOT IN (SELECT dokumen_id FROM tanpa_renstra))),
-- An indicator is carried when it, or the same name elsewhere in the RPJMD, has a link into any Renstra ...
bertaut AS (
    SELECT i.dokumen_id, i.nama_baku FROM data.tautan t JOIN data.indikator i ON i.indikator_id = t.kiri_id
    JOIN data.indikator r ON r.indikator_id = t.kanan_id
    -- an unsure link to an output further down, or from a share to a count, carries no outcome
    WHERE t.jenjang = 'RPJMD-Renstra' AND (t.hubungan <> 'perlu diperiksa'
        OR data.anak_tangga(r.tingkat) <= 2 AND coalesce((i.ukuran = 'jumlah') = (r.ukuran = 'jumlah'), true))),
-- ... or nearly the same name stands in a Renstra that was searched.
serupa AS (
    SELECT d.indikator_id, coalesce(max(data.mirip(d.nama_baku, x.nama_baku)), 0) AS mirip, arg_max(x.nama, data.mirip(d.nama_baku, x.nama_baku)) AS nama
    FROM dicari d LEFT JOIN data.indikator x ON x.dokumen_id = d.kanan_dokumen AND (data.anak_tangga(x.tingkat) <= 2 OR x.nama_baku = d.nama_baku)
    GROUP BY d.indikator_id)
SELECT min_by(d.indikator_id, d.urutan) AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       any_value(d.nama) AS nilai_kiri,
       NULL AS nilai_kanan,
       format('Indikator {} "{}" dalam {} tidak ditemukan di {}.', min(d.tingkat), any_value(d.nama), any_value(sd.sebutan),
              CASE WHEN count(DISTINCT d.kanan_dokumen) = 1 THEN any_value(d.sebutan || d.catatan)
                   ELSE format('{} Renstra yang dibaca', count(DISTINCT d.kanan_dokumen)) END)
           || CASE WHEN max(s.mirip) >= 0.7 THEN format(' Yang paling mirip: "{}".', any_value(s.nama)) ELSE '' END AS uraian,
       string_agg(DISTINCT d.sebutan, '; ' ORDER BY d.sebutan) AS dicari_di,
       data.putusan(bool_and(d.lengkap) AND max(s.mirip) < 0.8, min(d.keyakinan)) AS putusan,
       min(d.keyakinan) AS keyakinan
FROM dicari d
JOIN data.sebutan sd ON sd.dokumen_id = d.dokumen_id
JOIN serupa s USING (indikator_id)
WHERE NOT EXISTS (SELECT 1 FROM bertaut b WHERE b.dokumen_id = d.dokumen_id AND b.nama_baku = d.nama_baku)
GROUP BY d.dokumen_id, d.nama_baku
HAVING max(s.mirip) < 0.9
