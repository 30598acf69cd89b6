-- For rules about codes and the quality of wording (F, G, C08).

-- What is added when one finding stands for `banyak` rows of the same kind.
CREATE MACRO data.dan_lain(banyak, apa) AS CASE WHEN banyak > 1 THEN format(' Begitu pula {} {} lain dokumen itu.', banyak - 1, apa) ELSE '' END;

-- Words of one kind that are not of another (tables of migration 0030).
CREATE MACRO data.kata_acuan_kecuali(dicari, dikecualikan) AS (
    SELECT coalesce(list(kata), []) FROM data.acuan_mutu
    WHERE macam = dicari AND kata NOT IN (SELECT kata FROM data.acuan_mutu WHERE macam = dikecualikan));

-- Whether a text begins with one of some words.
CREATE MACRO data.awal_kata(teks, kata) AS len(list_filter(kata, lambda k: starts_with(lower(teks) || ' ', k || ' '))) > 0;

-- Items and prescribed indicators that are not what their official list says (room `reference`): `beda` is
-- 'tidak ada', 'nama', or 'kode'; `pasti` where the list holds for the plan's years and the row was read well.
CREATE VIEW data.beda_rujukan AS
SELECT t.fakta_id, t.dokumen_id, b.macam, coalesce(u.tingkat, i.tingkat) AS tingkat, coalesce(u.kode_baku, i.kode_baku) AS kode,
       b.nama, e.kode AS kode_resmi, CASE WHEN b.macam = 'indikator' THEN e.indikator ELSE e.nama END AS nama_resmi,
       CASE WHEN t.entri_id IS NULL THEN 'tidak ada' WHEN e.kode = coalesce(u.kode_baku, i.kode_baku) OR data.kode_umum(coalesce(u.kode_baku, i.kode_baku)) = e.kode THEN 'nama' ELSE 'kode' END AS beda,
       t.hasil <> 'perlu diperiksa' AND v.tahun_cocok AS pasti, v.tahun_cocok, t.skor, r.judul AS daftar, b.keyakinan,
       coalesce(u.urutan, i.urutan) AS urutan, s.sebutan
FROM data.tautan_rujukan t
JOIN data.rujukan r ON r.rujukan_id = t.rujukan_id AND r.jenis = 'nomenklatur'
JOIN data.rujukan_dokumen v ON v.dokumen_id = t.dokumen_id AND v.rujukan_id = t.rujukan_id
JOIN data.bukti b ON b.id = t.fakta_id
JOIN data.sebutan s ON s.dokumen_id = t.dokumen_id
LEFT JOIN data.butir u ON u.butir_id = t.fakta_id
LEFT JOIN data.indikator i ON i.indikator_id = t.fakta_id
LEFT JOIN data.rujukan_entri e ON e.entri_id = t.entri_id
WHERE t.hasil <> 'sama';

-- One row for each item that is printed under a code and level, several prints once.
CREATE VIEW data.butir_sekali AS
SELECT b.*, d.jenis, d.wilayah, d.opd_kunci AS opd_dokumen, s.sebutan
FROM data.butir_isi b
JOIN data.dokumen d USING (dokumen_id)
JOIN data.sebutan s USING (dokumen_id)
WHERE b.tingkat IN ('program', 'kegiatan', 'subkegiatan') AND d.jenis IN ('RPJMD', 'Renstra', 'RKPD', 'Renja')
QUALIFY row_number() OVER (PARTITION BY b.dokumen_id, b.tingkat, coalesce(b.kode_baku, b.nama_baku), b.opd_kunci ORDER BY b.urutan) = 1;
