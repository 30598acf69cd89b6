-- id: A05
-- nama: Program RPJMD tahun berjalan tidak ada di RKPD
-- membandingkan: Setiap program RPJMD yang mempunyai target atau pagu pada tahun RKPD dengan program RKPD tahun itu, menurut kode,
--   lalu nama. Program tanpa target dan tanpa pagu pada tahun itu dilewati.
-- tingkat: K
-- dasar: Form 1 konsistensi program RPJMD-RKPD (pedoman RKPD 2026, terverifikasi); UU 25/2004 (pasal belum diverifikasi).
-- contoh: RPJMD memberi 2.07.02 Program Perencanaan Tenaga Kerja pagu pada 2026, RKPD 2026 tidak memuatnya.
-- perbaikan: Masukkan program ke RKPD, atau beri keterangan mengapa ditunda.
-- sejak: 0.1.0
SELECT * FROM data.temuan_butir_hilang('RPJMD-RKPD', 'turun', ['program'],
    'Program {0} direncanakan {1} untuk tahun {6}, tetapi tidak ditemukan di {2}{3}.',
    '{4} dari {5} program {1} untuk tahun {6} ditemukan di {2}{3}; yang tidak: {0}.')
