-- id: I02
-- nama: Renstra mendahului RPJMD atau terlambat
-- membandingkan: Tanggal penetapan Renstra dengan tanggal penetapan RPJMD-nya: tidak lebih awal, dan tidak lewat ambang hari sesudahnya. Tanpa kedua tanggal diam.
-- tingkat: M
-- dasar: Renstra ditetapkan setelah RPJMD, dalam satu bulan (pengetahuan umum; pasal Permendagri 86/2017 belum diverifikasi).
-- contoh: RPJMD ditetapkan 19 Agustus 2025, Renstra Dinas Kesehatan 1 Juli 2025.
-- perbaikan: Tetapkan ulang Renstra berdasarkan RPJMD yang berlaku, atau perbaiki tanggalnya.
-- sejak: 0.1.0
SELECT * FROM data.temuan_urutan_penetapan('RPJMD-Renstra')
