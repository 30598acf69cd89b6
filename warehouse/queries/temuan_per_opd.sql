-- judul: Temuan per perangkat daerah
-- menjawab: Perangkat daerah mana yang dokumennya paling banyak bertentangan, menurut bobot temuan?
SELECT
    coalesce(opd, '(seluruh daerah)') AS opd,
    count(*) FILTER (tingkat = 'K') AS kritis,
    count(*) FILTER (tingkat = 'M') AS mayor,
    count(*) FILTER (tingkat = 'm') AS minor,
    count(*) FILTER (tingkat = 'i') AS info,
    count(*) FILTER (putusan = 'perlu diperiksa') AS perlu_diperiksa,
    count(*) AS jumlah
FROM publik.temuan
GROUP BY ALL
ORDER BY kritis DESC, mayor DESC, jumlah DESC, opd;
