-- nama: Indikator tujuan dan sasaran memenuhi SMART
-- menilai: Setiap indikator tujuan, sasaran, dan IKU dokumen jangka menengah (bila tidak ada, dokumen tahunan), tiap nama sekali; dari tabel
--   yang memuat tahun dokumen itu, bila ada. Terpenuhi bila spesifik,
--   terukur, relevan, dan berbatas waktu; tidak bila salah satu, atau dapat dicapai, bernilai 0; selain itu dinilai orang.
-- bertumpu: publik.smart
-- orang: dapat dicapai (kewenangan dan kendali); relevan bila indikator dan sasarannya tidak memakai kata yang sama
-- sejak: 0.1.0
SELECT i.subjek_id, i.indikator_id AS id,
       CASE WHEN least(s.spesifik, s.terukur, s.dapat_dicapai, s.relevan, s.berbatas_waktu) = 0 THEN 0
            WHEN s.spesifik = 1 AND s.terukur = 1 AND s.relevan = 1 AND s.berbatas_waktu = 1 THEN 1 END AS nilai,
       CASE WHEN s.spesifik = 0 THEN 'Tidak spesifik: ' || s.spesifik_alasan
            WHEN s.terukur = 0 THEN 'Tidak terukur: ' || s.terukur_alasan
            WHEN s.dapat_dicapai = 0 THEN 'Tidak dapat dicapai: ' || s.dapat_dicapai_alasan
            WHEN s.berbatas_waktu = 0 THEN 'Tidak berbatas waktu: ' || s.berbatas_waktu_alasan
            WHEN s.spesifik IS NULL THEN 'Spesifik: ' || s.spesifik_alasan
            WHEN s.terukur IS NULL THEN 'Terukur: ' || s.terukur_alasan
            WHEN s.berbatas_waktu IS NULL THEN 'Berbatas waktu: ' || s.berbatas_waktu_alasan
            WHEN s.relevan IS NULL THEN 'Relevan: ' || s.relevan_alasan
            ELSE 'Spesifik, terukur, relevan, berbatas waktu. ' || s.relevan_alasan END AS alasan
FROM data.indikator_utama i JOIN data.smart s USING (indikator_id)
