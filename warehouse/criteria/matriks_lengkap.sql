-- nama: Baris matriks rencana kerja terisi lengkap
-- menilai: Setiap kegiatan dan sub kegiatan dokumen tahunan. Nilainya bagian yang terisi dari kode, indikator, satuan, target tahun rencana, pagu tahun rencana,
--   dan prakiraan maju. Kolom yang terisi pada kurang dari separuh baris mungkin tidak ada atau tidak terbaca, dan tidak dihitung.
-- bertumpu: tabel program dokumen tahunan (publik.butir, publik.pagu, publik.indikator, publik.target)
-- orang: kolom lain dari 17 kolom matriks (lokasi, sumber dana, kelompok sasaran, catatan penting)
-- sejak: 0.1.0
WITH baris AS (
    SELECT d.subjek_id, d.tahun_awal AS tahun, s.* FROM data.dokumen_dinilai d JOIN data.simpul s USING (dokumen_id)
    WHERE d.tahunan AND s.jenis IN ('kegiatan', 'subkegiatan')),
pagu AS (
    SELECT b.dokumen_id, b.tingkat, coalesce(b.kode_baku, data.huruf(b.nama)) AS kunci, p.tahun
    FROM data.butir b JOIN data.pagu p ON p.pemilik_id = b.butir_id AND p.peran = 'pagu' AND p.rupiah IS NOT NULL GROUP BY ALL),
ukur AS (
    SELECT i.dokumen_id, i.tingkat, coalesce(i.kode_baku, data.huruf(CASE i.tingkat WHEN 'kegiatan' THEN i.kegiatan ELSE i.subkegiatan END)) AS kunci,
           bool_or(i.satuan IS NOT NULL OR n.satuan IS NOT NULL) AS satuan,
           bool_or(n.peran = 'target' AND n.jenis NOT IN ('kosong') AND (n.tahun = d.tahun_awal OR n.tahun IS NULL)) AS target
    FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)
    LEFT JOIN data.nilai n ON n.indikator_id = i.indikator_id AND n.triwulan IS NULL
    WHERE i.tingkat IN ('kegiatan', 'subkegiatan') GROUP BY ALL),
isi AS (
    SELECT b.subjek_id, b.simpul_id, b.tahun, b.keyakinan,
           [b.kode IS NOT NULL, u.kunci IS NOT NULL, coalesce(u.satuan, false), coalesce(u.target, false), p.kunci IS NOT NULL, m.kunci IS NOT NULL] AS terisi
    FROM baris b
    LEFT JOIN ukur u ON u.dokumen_id = b.dokumen_id AND u.tingkat = b.jenis AND u.kunci = coalesce(b.kode, b.nama_kunci)
    LEFT JOIN pagu p ON p.dokumen_id = b.dokumen_id AND p.tingkat = b.jenis AND p.kunci = coalesce(b.kode, b.nama_kunci) AND p.tahun = b.tahun
    LEFT JOIN pagu m ON m.dokumen_id = b.dokumen_id AND m.tingkat = b.jenis AND m.kunci = coalesce(b.kode, b.nama_kunci) AND m.tahun = b.tahun + 1),
kolom AS (
    SELECT s.subjek_id, s.simpul_id, s.keyakinan, k AS nomor, ['kode', 'indikator', 'satuan', 'target', 'pagu', 'prakiraan maju'][k] AS kolom, s.terisi[k] AS terisi,
           2 * count(*) FILTER (s.terisi[k]) OVER (PARTITION BY s.subjek_id, k) >= count(*) OVER (PARTITION BY s.subjek_id, k) AS dihitung
    FROM isi s, range(1, 7) AS u (k)),
hasil AS (
    SELECT subjek_id, simpul_id, any_value(keyakinan) AS keyakinan, avg(CAST(terisi AS INTEGER)) FILTER (dihitung) AS bagian, count(*) FILTER (dihitung) AS banyak,
           string_agg(kolom, ', ' ORDER BY nomor) FILTER (dihitung AND NOT terisi) AS kosong, string_agg(kolom, ', ' ORDER BY nomor) FILTER (NOT dihitung) AS lewat
    FROM kolom GROUP BY ALL)
SELECT subjek_id, simpul_id AS id,
       CASE WHEN keyakinan >= data.ambang('keyakinan_temuan') THEN bagian END AS nilai,
       CASE WHEN keyakinan < data.ambang('keyakinan_temuan') THEN 'Bacaan baris ini kurang pasti; periksa halamannya.'
            ELSE CASE WHEN kosong IS NULL THEN format('{} kolom terisi.', banyak) ELSE format('Kosong: {}.', kosong) END
                 || CASE WHEN lewat IS NULL THEN '' ELSE format(' Tidak dihitung karena jarang terisi: {}.', lewat) END END AS alasan
FROM hasil
