-- judul: Halaman dan berkas yang tidak dipahami
-- menjawab: Apa yang tidak terbaca dalam putaran ini, mengapa, dan apa yang dapat dilakukan?
SELECT
    coalesce(berkas, lokasi) AS berkas,
    status,
    alasan,
    count(*) AS jumlah,
    string_agg(halaman::VARCHAR, ', ' ORDER BY halaman) AS halaman,
    any_value(perbaikan) AS perbaikan
FROM publik.cakupan
WHERE NOT dipahami
GROUP BY ALL
ORDER BY berkas, status, alasan;
