"""How long the rule book takes over a made region: `python -m tests.bench_rules [OPDS] [--rule ID]` (default 500 OPDs).

The facts have the shapes of real plans (RPJMD, RKPD, and a Renstra and a Renja of each OPD; programs, kegiatan and sub
kegiatan with pagu; indicators of sasaran to sub kegiatan with five years of targets), one row in twenty with something
wrong. Seconds are told with each rule's share; as a reference that does not depend on the machine, one plain pass over
all values (`count` and `sum`) is timed in the same run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import duckdb

from warehouse import rules, store
from warehouse.causes import find_causes

_NAMES = (
    "Persentase layanan {} sesuai standar",
    "Jumlah dokumen {} yang disusun",
    "Indeks kepuasan masyarakat atas {}",
    "Cakupan penduduk penerima {}",
    "Persentase penurunan kasus {}",
    "Jumlah orang yang mengikuti pelatihan {}",
)
_UNITS = ("Persen", "Dokumen", "Indeks", "Persen", "Persen", "Orang")
_CLASSES = ("persen", "dokumen", "indeks", "persen", "persen", "orang")
_MEASURES = ("persentase", "jumlah", "indeks", "cakupan", "persentase", "jumlah")

_DOCUMENTS = """INSERT INTO data.dokumen BY NAME
SELECT jenis || coalesce(CAST(n AS VARCHAR), '') AS dokumen_id, jenis, 'Kota Rekaan' AS wilayah,
       'Dinas ' || n AS opd, 'dinas ' || n AS opd_kunci, awal AS tahun_awal, akhir AS tahun_akhir,
       'penetapan' AS tahap, jenis || ' ' || n AS judul, 1.0 AS keyakinan, 'dibuat' AS alasan
FROM (VALUES ('RPJMD', 2025, 2029), ('RKPD', 2026, 2026)) j (jenis, awal, akhir), (VALUES (NULL)) u (n)
UNION ALL BY NAME
SELECT jenis || n AS dokumen_id, jenis, 'Kota Rekaan' AS wilayah,
       'Dinas ' || n AS opd, 'dinas ' || n AS opd_kunci, awal AS tahun_awal, akhir AS tahun_akhir,
       'penetapan' AS tahap, jenis || ' ' || n AS judul, 1.0 AS keyakinan, 'dibuat' AS alasan
FROM (VALUES ('Renstra', 2025, 2029), ('Renja', 2026, 2026)) j (jenis, awal, akhir), range($offices) r (n)"""
_FILES = """INSERT INTO data.berkas BY NAME
SELECT 'f' || dokumen_id AS berkas_id, dokumen_id, dokumen_id || '.pdf' AS nama, dokumen_id AS path, 'pdf' AS format,
       1 AS ukuran, 1 AS urutan, 'dibaca' AS status FROM data.dokumen"""
_PAGES = """INSERT INTO data.halaman BY NAME
SELECT berkas_id, CAST(n AS INTEGER) AS halaman, 'tabel' AS status, 1 AS tabel, 10 AS indikator
FROM data.berkas, range(1, 41) r (n)"""
_PAIRS = """INSERT INTO data.pasangan
SELECT k.jenis || '-' || n.jenis, k.dokumen_id, n.dokumen_id
FROM data.dokumen k JOIN data.dokumen n
  ON (k.jenis, n.jenis) IN (('RPJMD', 'Renstra'), ('RPJMD', 'RKPD'), ('RKPD', 'Renja'), ('Renstra', 'Renja'))
WHERE k.opd_kunci IS NULL OR k.opd_kunci = n.opd_kunci"""
_STATEMENTS = """INSERT INTO data.pernyataan BY NAME
SELECT dokumen_id || jenis || n AS pernyataan_id, dokumen_id, 'f' || dokumen_id AS berkas_id, CAST(n AS INTEGER) AS urutan,
       jenis, format('Meningkatnya {} layanan nomor {} {}', jenis, n, kunci) AS teks, 'tabel' AS sumber,
       CAST(1 + n AS INTEGER) AS halaman, 'kutipan' AS kutipan, 0.9 AS keyakinan
FROM (SELECT dokumen_id, coalesce(opd_kunci, 'daerah') AS kunci FROM data.dokumen),
     (VALUES ('tujuan', 2), ('sasaran', 5)) j (jenis, banyak), range(banyak) r (n)"""
_ITEMS = """INSERT INTO data.butir BY NAME
SELECT concat_ws('-', dokumen_id, opd, bidang || sub) AS butir_id, dokumen_id, 'f' || dokumen_id AS berkas_id,
       CAST(tempat + CASE WHEN daerah THEN nomor * 10000 ELSE 0 END AS INTEGER) AS urutan, tingkat, bidang || sub AS kode, bidang || sub AS kode_baku,
       tingkat || ' urusan ' || bidang || sub AS nama, tingkat || ' urusan ' || bidang || sub AS nama_baku,
       CASE WHEN daerah THEN opd END AS penanggung_jawab, opd AS opd_kunci, CAST(1 + n % 40 AS INTEGER) AS halaman,
       'kutipan' AS kutipan, 0.9 AS keyakinan
FROM (SELECT d.dokumen_id, d.jenis, coalesce(d.opd_kunci, o.opd_kunci) AS opd, d.opd_kunci IS NULL AS daerah,
             CAST(split_part(coalesce(d.opd_kunci, o.opd_kunci), ' ', 2) AS INTEGER) AS nomor, 1 + nomor % 32 AS b,
             format('{}.{:02d}', CASE WHEN b <= 6 THEN 1 WHEN b <= 24 THEN 2 ELSE 3 END, b) AS bidang
      FROM data.dokumen d LEFT JOIN (SELECT DISTINCT opd_kunci FROM data.dokumen WHERE opd_kunci IS NOT NULL) o
        ON d.opd_kunci IS NULL),
     (SELECT n, n * 1000 AS tempat, 'program' AS tingkat, format('.{:02d}', n) AS sub FROM range(1, 7) r (n)
      UNION ALL SELECT n, 1100 + n // 4 * 1000 + n % 4 * 100, 'kegiatan', format('.{:02d}.2.{:02d}', 1 + n // 4, 1 + n % 4) FROM range(24) r (n)
      UNION ALL SELECT n, 1101 + n // 16 * 1000 + n // 4 % 4 * 100 + n % 4, 'subkegiatan', format('.{:02d}.2.{:02d}.{:04d}', 1 + n // 16, 1 + n // 4 % 4, 1 + n % 4)
      FROM range(96) r (n)) k
WHERE NOT daerah OR tingkat = 'program' OR jenis = 'RKPD'"""
_MONEY = """INSERT INTO data.pagu BY NAME
SELECT butir_id AS pemilik_id, 'butir' AS pemilik, 'pagu' AS peran, CAST(tahun AS INTEGER) AS tahun, rupiah AS mentah, rupiah
FROM (SELECT b.butir_id, t.tahun, CAST(CASE b.tingkat WHEN 'program' THEN 16 WHEN 'kegiatan' THEN 4 ELSE 1 END
                                       * 25000000 + CASE WHEN hash(b.butir_id) % 20 = 0 THEN 1000 ELSE 0 END AS DECIMAL(24, 2)) AS rupiah
      FROM data.butir b JOIN data.dokumen d USING (dokumen_id), range(d.tahun_awal, d.tahun_akhir + 1) t (tahun))"""
_INDICATORS = """INSERT INTO data.indikator BY NAME
SELECT 'i' || butir_id AS indikator_id, dokumen_id, berkas_id, urutan, tingkat, kode, kode_baku,
       format(($names)[CAST(1 + hash(kode) % 6 AS BIGINT)], kode) AS nama, lower(format(($names)[CAST(1 + hash(kode) % 6 AS BIGINT)], kode)) AS nama_baku,
       ($measures)[CAST(1 + hash(kode) % 6 AS BIGINT)] AS ukuran, 'naik' AS arah,
       ($units)[CAST(1 + hash(kode) % 6 AS BIGINT)] AS satuan, ($units)[CAST(1 + hash(kode) % 6 AS BIGINT)] AS satuan_baku,
       ($classes)[CAST(1 + hash(kode) % 6 AS BIGINT)] AS satuan_kelas, 'kolom' AS satuan_asal, 'Tabel ' || tingkat AS judul_tabel,
       opd_kunci, halaman, 'kutipan' AS kutipan, 0.9 AS keyakinan
FROM data.butir
UNION ALL BY NAME
SELECT 'i' || pernyataan_id AS indikator_id, dokumen_id, berkas_id, urutan, jenis AS tingkat,
       'Indeks ' || teks AS nama, lower('Indeks ' || teks) AS nama_baku, 'indeks' AS ukuran, 'naik' AS arah,
       'Indeks' AS satuan, 'Indeks' AS satuan_baku, 'indeks' AS satuan_kelas, 'kolom' AS satuan_asal,
       'Tabel sasaran' AS judul_tabel, CASE WHEN jenis = 'sasaran' THEN teks END AS sasaran,
       NULL AS opd_kunci, halaman, 'kutipan' AS kutipan, 0.9 AS keyakinan
FROM data.pernyataan"""
_VALUES = """INSERT INTO data.nilai BY NAME
SELECT i.indikator_id, 'target' AS peran, CAST(t.tahun AS INTEGER) AS tahun, CAST(n AS VARCHAR) AS mentah, 'angka' AS jenis,
       n AS nilai, 0 AS desimal
FROM (SELECT i.*, d.tahun_awal, d.tahun_akhir FROM data.indikator i JOIN data.dokumen d USING (dokumen_id)) i,
     range(i.tahun_awal, i.tahun_akhir + 1) t (tahun),
     (SELECT CAST(40 + 4 * (t.tahun - 2025) + CASE WHEN hash(i.indikator_id) % 20 = 0 THEN 1 ELSE 0 END AS DECIMAL(24, 6)) AS n)"""
_LINKS = """INSERT INTO data.tautan BY NAME
SELECT k.indikator_id || '-' || n.indikator_id AS tautan_id, p.jenjang, p.kiri_dokumen, p.kanan_dokumen,
       k.indikator_id AS kiri_id, n.indikator_id AS kanan_id, 'sama' AS hubungan, 0.98 AS skor, 'nama sama' AS alasan,
       '{}' AS fitur
FROM data.pasangan p
JOIN data.indikator k ON k.dokumen_id = p.kiri_dokumen
JOIN data.indikator n ON n.dokumen_id = p.kanan_dokumen AND n.nama_baku = k.nama_baku
    AND n.opd_kunci IS NOT DISTINCT FROM k.opd_kunci AND n.kode_baku IS NOT DISTINCT FROM k.kode_baku"""


def make(con: duckdb.DuckDBPyConnection, offices: int) -> None:
    """One RPJMD, one RKPD, and a Renstra and a Renja of each OPD."""
    lists = {"names": _NAMES, "units": _UNITS, "classes": _CLASSES, "measures": _MEASURES}
    for sql in (_DOCUMENTS, _FILES, _PAGES, _PAIRS, _STATEMENTS, _ITEMS, _MONEY, _INDICATORS, _VALUES, _LINKS):
        wanted = {name: list(words) for name, words in lists.items() if f"${name}" in sql}
        con.execute(sql, {**wanted, **({"offices": offices} if "$offices" in sql else {})})


def main(arguments: list[str]) -> None:
    """Print rows, findings, seconds and share of each rule."""
    only = arguments[arguments.index("--rule") + 1] if "--rule" in arguments else None
    offices = int(arguments[0]) if arguments and arguments[0].isdigit() else 500
    with tempfile.TemporaryDirectory() as folder:
        con = store.open_staging(Path(folder) / "aturan.duckdb")
        make(con, offices)
        counts = {t: _one(con, f"SELECT count(*) FROM data.{t}") for t in ("indikator", "nilai", "butir", "tautan")}
        print(f"{offices} perangkat daerah: " + ", ".join(f"{n} {t}" for t, n in counts.items()))
        start = time.perf_counter()
        _one(con, "SELECT sum(nilai) + count(*) FROM data.nilai JOIN data.indikator USING (indikator_id)")
        pass_ = time.perf_counter() - start
        start = time.perf_counter()
        rules.run_rules(con, set())
        took: list[tuple[float, str, int]] = [(time.perf_counter() - start, "siap", 0)]
        for rule in rules.load_rules():
            if only in (None, rule.id):
                start = time.perf_counter()
                found = store.append_rows(con, "data.temuan", rules.findings(con, rule))
                took.append((time.perf_counter() - start, rule.id, found))
        start = time.perf_counter()
        causes = find_causes(con)
        took.append((time.perf_counter() - start, "sebab", causes))
        total = sum(seconds for seconds, _, _ in took)
        for seconds, name, found in sorted(took, reverse=True):
            print(f"{name:<6} {seconds:6.2f} s {seconds / total:6.1%} {found:8d} temuan")
        print(f"semua  {total:6.2f} s = {total / pass_:.0f} kali satu lintasan atas semua nilai ({pass_:.3f} s)")
        con.close()


def _one(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    return int(con.execute(sql).fetchall()[0][0])


if __name__ == "__main__":
    main(sys.argv[1:])
