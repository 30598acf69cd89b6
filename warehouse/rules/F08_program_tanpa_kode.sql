-- id: F08
-- nama: Program tanpa kode
-- membandingkan: Baris program, kegiatan, dan sub kegiatan yang kodenya tidak tercetak, dalam dokumen yang sebagian besar baris setingkatnya berkode.
--   Baris lanjutan dari butir bernama sama yang berkode tidak dihitung, dan baris tanpa pagu maupun indikator sendiri tidak dilaporkan.
--   Satu temuan per dokumen dan tingkat.
-- tingkat: M
-- dasar: Permendagri 90/2019 (program, kegiatan, sub kegiatan memakai kode daftar); praktik aplikasi perencanaan daerah.
-- contoh: Dari 24 program RKPD, "Program Pengelolaan Air Tanah" tidak berkode, sehingga tidak ikut terjumlah.
-- perbaikan: Lengkapi kodenya.
-- sejak: 0.1.0
WITH hitung AS (
    SELECT *, count(*) OVER (PARTITION BY dokumen_id, tingkat) AS semua,
           count(*) FILTER (kode_baku IS NULL) OVER (PARTITION BY dokumen_id, tingkat) AS tanpa,
           bool_or(kode_baku IS NOT NULL) OVER (PARTITION BY dokumen_id, nama_baku) AS berkode_lain
    FROM data.butir_sekali),
kosong AS (
    SELECT *, count(*) OVER (PARTITION BY dokumen_id, tingkat) AS banyak
    FROM hitung
    -- with money or an indicator of its own; else it may be a line of another cell
    WHERE (EXISTS (FROM data.pagu p WHERE p.pemilik_id = hitung.butir_id AND p.rupiah > 0)
           OR EXISTS (FROM data.indikator i WHERE i.dokumen_id = hitung.dokumen_id AND lower(hitung.nama) IN (lower(i.program), lower(i.kegiatan), lower(i.subkegiatan))))
      AND kode_baku IS NULL AND NOT berkode_lain AND semua >= 5 AND tanpa <= data.ambang('tanpa_kode_bagian') * semua AND length(nama_baku) >= 8
    QUALIFY row_number() OVER (PARTITION BY dokumen_id, tingkat ORDER BY urutan) = 1)
SELECT butir_id AS kiri_id,
       NULL AS kanan_id,
       NULL AS tahun,
       kode AS nilai_kiri,
       NULL AS nilai_kanan,
       format('{} dari {} {} dalam {} tidak berkode, misalnya "{}".', banyak, semua, data.sebut_tingkat(tingkat), sebutan, nama) AS uraian,
       NULL AS dicari_di,
       -- a heading may have been taken for an item
       data.putusan(coalesce(kode, '') = '' AND keyakinan >= 0.8, keyakinan) AS putusan,
       keyakinan
FROM kosong
