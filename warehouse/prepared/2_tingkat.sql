-- Levels of documents, and whether their codes are national ones: then "not found" can be trusted. A name without code is no other item
-- when the same name stands there with one (cascade tables print no codes).
SELECT dokumen_id, tingkat, avg(CAST(nasional AS INTEGER)) >= 0.8 AS nasional
FROM (SELECT dokumen_id, tingkat, nama_baku, bool_or(nasional) AS nasional FROM temp.siap_butir GROUP BY ALL) GROUP BY ALL
