-- judul: Yang berubah sejak rilis sebelumnya
-- menjawab: Temuan mana yang baru dan mana yang sudah selesai dibandingkan dengan rilis sebelumnya?
SELECT perubahan, aturan, tingkat, putusan, opd, uraian
FROM publik.perubahan
WHERE perubahan <> 'masih'
ORDER BY perubahan, aturan, opd, uraian;
