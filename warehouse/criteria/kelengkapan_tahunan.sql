-- nama: Bagian dan tabel wajib ada dalam dokumen tahunan
-- menilai: Seperti kriteria kelengkapan, hanya untuk Renja dan RKPD.
-- bertumpu: isi dokumen yang terbaca dan cakupan (publik.cakupan)
-- orang: bab dan sub bab naratif; bagian yang tidak ditemukan dalam dokumen dengan tabel yang tidak dikenali
-- sejak: 0.1.0
SELECT p.subjek_id, p.id, p.nilai, p.alasan
FROM data.penilaian p
JOIN data.bukti b USING (id)
JOIN data.dokumen_dinilai d ON d.dokumen_id = b.dokumen_id AND d.subjek_id = p.subjek_id
WHERE p.kriteria = 'kelengkapan' AND d.tahunan
