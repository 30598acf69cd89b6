CREATE OR REPLACE VIEW publik.pagu AS
SELECT
    g.pemilik_id,
    g.pemilik,
    x.dokumen_id,
    d.dokumen,
    d.jenis AS jenis_dokumen,
    d.wilayah,
    d.opd,
    x.tingkat,
    x.kode,
    x.kode_baku,
    x.nama,
    x.program,
    x.kegiatan,
    x.penanggung_jawab,
    x.opd_kunci,
    g.peran,
    g.tahun,
    g.triwulan,
    g.rupiah,
    g.mentah AS tertulis,
    f.nama AS berkas,
    x.halaman,
    x.kutipan
FROM data.pagu g
JOIN (
    SELECT butir_id AS id, dokumen_id, berkas_id, tingkat, kode, kode_baku, nama, program, kegiatan,
           penanggung_jawab, opd_kunci, halaman, kutipan
    FROM data.butir
    UNION ALL
    SELECT indikator_id, dokumen_id, berkas_id, tingkat, kode, kode_baku, nama, program, kegiatan,
           penanggung_jawab, opd_kunci, halaman, kutipan
    FROM data.indikator
) x ON x.id = g.pemilik_id
JOIN data.dokumen_bernama d USING (dokumen_id)
JOIN data.berkas f USING (berkas_id);

COMMENT ON VIEW publik.pagu IS 'Satu baris per pagu atau belanja menurut tahun. Jangan dijumlah lintas pemilik dan tingkat: untuk jumlah, saring pemilik = ''butir'', peran = ''pagu'' dan satu tingkat.';
COMMENT ON COLUMN publik.pagu.pemilik_id IS 'Kunci butir (publik.butir.butir_id) atau indikator (publik.indikator.indikator_id)';
COMMENT ON COLUMN publik.pagu.pemilik IS 'Pemilik pagu: butir (baris program, kegiatan, ...) atau indikator (pagu yang tercetak di baris indikator)';
COMMENT ON COLUMN publik.pagu.dokumen_id IS 'Kunci dokumen; sama dengan publik.dokumen.dokumen_id';
COMMENT ON COLUMN publik.pagu.dokumen IS 'Nama dokumen untuk dibaca orang: jenis, OPD atau wilayah, tahun, tahap bila bukan penetapan';
COMMENT ON COLUMN publik.pagu.jenis_dokumen IS 'Jenis dokumen: RPJMD, RKPD, Renstra, Renja, IKU, PK, LKjIP, Evaluasi Renja, Cascading, Lainnya';
COMMENT ON COLUMN publik.pagu.wilayah IS 'Provinsi, kabupaten atau kota pemilik dokumen';
COMMENT ON COLUMN publik.pagu.opd IS 'Perangkat daerah penyusun dokumen; kosong untuk RPJMD dan RKPD';
COMMENT ON COLUMN publik.pagu.tingkat IS 'Tingkat butir, atau yang diukur indikator';
COMMENT ON COLUMN publik.pagu.kode IS 'Kode nomenklatur seperti tercetak';
COMMENT ON COLUMN publik.pagu.kode_baku IS 'Kode nomenklatur dalam bentuk baku, untuk dibandingkan';
COMMENT ON COLUMN publik.pagu.nama IS 'Nama butir atau indikator seperti tercetak';
COMMENT ON COLUMN publik.pagu.program IS 'Nama program di atasnya';
COMMENT ON COLUMN publik.pagu.kegiatan IS 'Nama kegiatan di atasnya';
COMMENT ON COLUMN publik.pagu.penanggung_jawab IS 'OPD atau unit penanggung jawab seperti tercetak';
COMMENT ON COLUMN publik.pagu.opd_kunci IS 'Kunci perangkat daerah yang sama untuk semua ejaan nama OPD dalam satu putaran';
COMMENT ON COLUMN publik.pagu.peran IS 'Peran: pagu, akhir (jumlah sampai akhir periode), realisasi';
COMMENT ON COLUMN publik.pagu.tahun IS 'Tahun anggaran; kosong untuk akhir periode';
COMMENT ON COLUMN publik.pagu.triwulan IS 'Triwulan I sampai IV (formulir evaluasi); kosong untuk setahun';
COMMENT ON COLUMN publik.pagu.rupiah IS 'Nilai dalam rupiah penuh; kosong bila tidak terbaca pasti';
COMMENT ON COLUMN publik.pagu.tertulis IS 'Isi sel seperti tercetak, sebelum skala (ribuan, jutaan)';
COMMENT ON COLUMN publik.pagu.berkas IS 'Nama berkas tempat baris ini tercetak';
COMMENT ON COLUMN publik.pagu.halaman IS 'Halaman PDF (mulai 1); kosong untuk Word';
COMMENT ON COLUMN publik.pagu.kutipan IS 'Tulisan tercetak yang menjadi bukti, tanpa pemenggalan baris';
