-- id: I04
-- nama: Renja mendahului RKPD atau terlambat
-- membandingkan: Tanggal penetapan Renja dengan tanggal penetapan RKPD tahun yang sama: tidak lebih awal, dan tidak lewat ambang hari sesudahnya. Tanpa kedua tanggal diam.
-- tingkat: M
-- dasar: Renja ditetapkan setelah RKPD, dalam satu bulan (pengetahuan umum; pasal Permendagri 86/2017 belum diverifikasi).
-- contoh: RKPD 2026 ditetapkan 30 Juni 2025, Renja Dinas Sosial 2 Mei 2025.
-- perbaikan: Sesuaikan Renja dengan RKPD yang ditetapkan, atau perbaiki tanggalnya.
-- sejak: 0.1.0
SELECT * FROM data.temuan_urutan_penetapan('RKPD-Renja')
