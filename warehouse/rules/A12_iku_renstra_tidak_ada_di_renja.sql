-- id: A12
-- nama: IKU atau IKK Renstra tidak ada di Renja
-- membandingkan: Setiap indikator tabel IKU, IKD, dan IKK Renstra dengan semua indikator Renja perangkat daerah itu, menurut tautan,
--   lalu nama. Bila banyak yang tidak ada, satu temuan per tabel. Diam bila
--   Renja tidak memuat tabel sejenis sama sekali (untuk IKU: juga tidak memuat indikator tujuan dan sasaran).
-- tingkat: M
-- dasar: RPJMD periode 2025-2029 menyebut IKU dan IKK Renstra sebagai acuan Renja; Permendagri 14/2026 mewajibkannya di bab V Renja
--   mulai 2027 (dari aplikasi e-planning; pasal belum diverifikasi).
-- contoh: Renstra Dinas Lingkungan Hidup memuat IKU "Persentase penanganan sampah", Renja 2026 tidak memuatnya.
-- perbaikan: Masukkan indikator dengan target tahun itu ke Renja, atau beri keterangan mengapa tidak dipakai lagi.
-- sejak: 0.1.0
SELECT h.indikator_id AS kiri_id,
       CASE WHEN h.massal THEN h.kanan_dokumen END AS kanan_id,
       h.tahun_tujuan AS tahun,
       data.lima(h.daftar) AS nilai_kiri,
       NULL AS nilai_kanan,
       CASE WHEN h.massal
            THEN format('{} dari {} {} {} ditemukan di {}{}; yang tidak: {}.', h.ketemu, h.semua, data.sebut_tingkat(h.tingkat),
                        h.asal_sebutan, h.tujuan_sebutan, h.catatan, data.lima(h.daftar))
            ELSE format('{} {} dalam {} tidak ditemukan di {}{}.', data.sebut_tingkat(h.tingkat), data.lima(h.daftar),
                        h.asal_sebutan, h.tujuan_sebutan, h.catatan)
       END AS uraian,
       h.tujuan_sebutan AS dicari_di,
       data.putusan(h.pasti, h.keyakinan) AS putusan,
       h.keyakinan
FROM data.kinerja_hilang('Renstra-Renja') h
