"""How long the cascade views take over a made region: `python -m tests.bench_cascade [OPDS]` (default 500)."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import duckdb

from warehouse import store, views
from warehouse.cascade import build_cascade

_STATEMENT = """INSERT INTO data.pernyataan BY NAME
SELECT dokumen_id || jenis || n AS pernyataan_id, dokumen_id, 'b' || dokumen_id AS berkas_id, n AS urutan, jenis,
       format('Meningkatnya {} layanan nomor {} {}', jenis, n, kunci) AS teks, induk_jenis,
       CASE WHEN induk_jenis IS NOT NULL
            THEN format('Meningkatnya {} layanan nomor {} {}', induk_jenis, n // bagi, kunci) END AS induk_teks,
       'tabel' AS sumber, 1 AS halaman, 'kutipan' AS kutipan, 0.9 AS keyakinan
FROM (SELECT dokumen_id, CASE WHEN opd_kunci IS NULL THEN '' ELSE opd_kunci END AS kunci, opd_kunci IS NULL AS daerah
      FROM data.dokumen) d,
     (VALUES ('misi', NULL, 5, 1), ('tujuan', 'misi', 10, 2), ('sasaran', 'tujuan', 30, 3))
     j (jenis, induk_jenis, banyak, bagi),
     unnest(range(CASE WHEN daerah THEN banyak WHEN jenis = 'misi' THEN 0 ELSE banyak // 5 END)) AS u (n)"""
_ITEM = """INSERT INTO data.butir BY NAME
SELECT concat_ws('-', dokumen_id, opd, kode) AS butir_id, dokumen_id, 'b' || dokumen_id AS berkas_id,
       CAST(n AS INTEGER) AS urutan, tingkat, kode, kode AS kode_baku,
       'Nama ' || kode AS nama, 'nama ' || kode AS nama_baku,
       opd AS opd_kunci, 1 AS halaman, 'kutipan' AS kutipan, 0.9 AS keyakinan,
       CASE WHEN tingkat = 'program' THEN format('Meningkatnya sasaran layanan nomor {} {}', n % 6, opd) END AS sasaran
FROM (SELECT d.dokumen_id, coalesce(d.opd_kunci, o.opd_kunci) AS opd, d.opd_kunci IS NULL AS daerah
      FROM data.dokumen d LEFT JOIN (SELECT DISTINCT opd_kunci FROM data.dokumen WHERE opd_kunci IS NOT NULL) o
        ON d.opd_kunci IS NULL),
     (SELECT n, 'program' AS tingkat, format('1.02.{:02d}', n) AS kode FROM range(1, 7) r (n)
      UNION ALL
      SELECT n, 'kegiatan', format('1.02.{:02d}.2.{:02d}', 1 + n // 4, n % 4) FROM range(24) r (n)
      UNION ALL
      SELECT n, 'subkegiatan', format('1.02.{:02d}.2.{:02d}.{:04d}', 1 + n // 16, n // 4 % 4, n % 4)
      FROM range(96) r (n)) k
WHERE NOT daerah OR tingkat = 'program'"""
_INDICATOR = """INSERT INTO data.indikator BY NAME
SELECT 'i' || butir_id AS indikator_id, dokumen_id, berkas_id, urutan, tingkat, kode, kode_baku,
       'Persentase ' || nama AS nama,
       'persentase ' || nama_baku AS nama_baku, opd_kunci, 1 AS halaman, 'kutipan' AS kutipan, 0.9 AS keyakinan
FROM data.butir"""
_FILES = """INSERT INTO data.berkas BY NAME
SELECT 'b' || dokumen_id AS berkas_id, dokumen_id, dokumen_id || '.pdf' AS nama, dokumen_id AS path, 'pdf' AS format,
       1 AS ukuran, 'dibaca' AS status FROM data.dokumen"""
_PAIRS = """INSERT INTO data.pasangan
SELECT k.jenis || '-' || n.jenis, k.dokumen_id, n.dokumen_id
FROM data.dokumen k JOIN data.dokumen n ON (k.jenis, n.jenis) IN (('RPJMD', 'Renstra'), ('Renstra', 'Renja'))
WHERE k.opd_kunci IS NULL OR k.opd_kunci = n.opd_kunci"""
_LINKS = """INSERT INTO data.tautan_pernyataan BY NAME
SELECT concat_ws('-', k.pernyataan_id, n.pernyataan_id) AS tautan_id, p.jenjang, p.kiri_dokumen, p.kanan_dokumen,
       k.pernyataan_id AS kiri_id, n.pernyataan_id AS kanan_id, 'sama' AS hubungan, 1.0 AS skor,
       'teks sama' AS alasan, '{}' AS fitur
FROM data.pasangan p JOIN data.pernyataan k ON k.dokumen_id = p.kiri_dokumen
JOIN data.pernyataan n ON n.dokumen_id = p.kanan_dokumen AND n.urutan = k.urutan AND n.jenis = k.jenis"""


def make(con: duckdb.DuckDBPyConnection, offices: int) -> None:
    """One RPJMD, and a Renstra and a Renja of each OPD."""
    documents = [("rpjmd", "RPJMD", None)]
    documents += [(f"{kind}{n}", kind, f"opd{n}") for n in range(offices) for kind in ("Renstra", "Renja")]
    store.append_rows(
        con,
        "data.dokumen",
        (
            {
                "dokumen_id": id_,
                "jenis": kind,
                "wilayah": "Kota Rekaan",
                "opd": office,
                "opd_kunci": office,
                "tahun_awal": 2025,
                "tahun_akhir": 2029,
                "keyakinan": 1.0,
                "alasan": "",
            }
            for id_, kind, office in documents
        ),
    )
    for sql in (_FILES, _STATEMENT, _ITEM, _INDICATOR, _PAIRS, _LINKS):
        con.execute(sql)


def main(arguments: list[str]) -> None:
    """Print rows and seconds of each view."""
    offices = int(arguments[0]) if arguments else 500
    with tempfile.TemporaryDirectory() as folder:
        con = store.open_staging(Path(folder) / "kaskade.duckdb")
        make(con, offices)
        views.install_views(con)
        start = time.perf_counter()
        build_cascade(con)
        print(f"menyusun: {time.perf_counter() - start:.1f} s")
        for view in ("kaskade", "kaskade_hilang"):
            start = time.perf_counter()
            con.execute(f"CREATE TEMP TABLE hasil_{view} AS SELECT * FROM publik.{view}")  # all columns
            seconds = time.perf_counter() - start
            (rows,) = con.execute(f"SELECT count(*) FROM hasil_{view}").fetchall()[0]
            print(f"{view}: {offices} perangkat daerah, {rows} baris, {seconds:.1f} s")
        start = time.perf_counter()
        con.execute("SELECT * FROM publik.kaskade WHERE opd_kunci = 'opd7'").fetchall()
        print(f"kaskade satu perangkat daerah: {time.perf_counter() - start:.1f} s")
        con.close()


if __name__ == "__main__":
    main(sys.argv[1:])
