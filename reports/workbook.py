"""The workbook of a release: summary, matrix, findings, cascade, coverage, dictionary. Reads schema `publik` only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from reports.book import Book, Cell, Column, Number, indonesian_date
from reports.cascade_sheets import write_cascade
from reports.change_sheet import write_changes
from reports.matrix import KINDS, Matrix, build_matrix

SEVERITIES = ("kritis", "mayor", "minor", "info")
STATUS_WORDS = (
    ("sama", "Indikator ditemukan di dokumen pasangannya, rumusan dan nilainya sejalan."),
    ("berubah", "Indikator yang sama dengan rumusan atau satuan yang berbeda."),
    ("perlu diperiksa", "Mesin tidak yakin: bacaan angka, tautan, atau temuannya harus dilihat orang."),
    ("tidak konsisten", "Ada pertentangan yang terbukti dari kedua dokumen; lihat lembar Temuan."),
    ("tanpa padanan", "Tidak ditemukan di dokumen pasangan yang ada; kolom Catatan menyebut dokumen yang dicari."),
    (
        "baru (indikator)",
        "Hanya ada di dokumen bawah; kolom Catatan menyebut yang paling mirip di dokumen atas.",
    ),
    (
        "tidak berlanjut",
        "Hanya ada di dokumen atas; kolom Catatan menyebut yang paling mirip di dokumen bawah.",
    ),
    ("tidak dibandingkan", "Dokumen pasangannya tidak ada dalam putaran ini, atau tidak memuat indikator setingkat."),
    ("(?)", "Isi sel dapat dibaca lebih dari satu cara, atau bukan satu nilai; ditulis seperti tercetak."),
    ("kritis (K)", "Memutus rantai perencanaan atau menyalahi ketentuan."),
    ("mayor (M)", "Angka, satuan, atau indikator berbeda."),
    ("minor (m)", "Rumusan, bentuk, atau ejaan."),
    ("info (i)", "Perbedaan yang diperbolehkan tetapi perlu alasan."),
    ("baru, masih, selesai", "Temuan yang muncul, tetap ada, atau hilang sejak rilis sebelumnya."),
    ("keyakinan", "tinggi: 0,8 ke atas; sedang: 0,6 sampai 0,8; rendah: di bawah 0,6."),
)


def write_workbook(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write the workbook of the release that `con` holds.

    Args:
        con: a connection, read-only is enough, whose schema `publik` is a release.
        path: the XLSX file; replaced when it exists. Its folder must exist.

    Raises:
        duckdb.Error: the connection has no public views.
        OSError: the file cannot be written, e.g. because it is open in Excel.
    """
    regions = [
        name for (name,) in con.execute("SELECT DISTINCT wilayah FROM publik.dokumen ORDER BY 1").fetchall() if name
    ]
    run = con.execute(
        "SELECT putaran_id, coalesce(selesai, mulai), sumber, versi_selaras, berkas, diekstraksi, gagal"
        " FROM publik.putaran ORDER BY mulai DESC LIMIT 1"
    ).fetchone()
    moment = run[1] if run else None
    with Book(path, ", ".join(regions) or "Selaras", moment) as book:
        _summary(book, con, run, regions)
        findings = _read_findings(con)
        _matrix(book, build_matrix(con, regions, findings))
        _findings(book, findings)
        write_cascade(book, con)
        write_changes(book, con)
        _coverage(book, con)
        _dictionary(book, con)


# --- Ringkasan


def _summary(book: Book, con: duckdb.DuckDBPyConnection, run: tuple[Any, ...] | None, regions: Sequence[str]) -> None:
    sheet = book.sheet("Ringkasan", (38, 44, 18, 18, 18, 18, 14, 14, 50))
    sheet.title(
        f"Keselarasan dokumen perencanaan {', '.join(regions)}".strip(),
        "Setiap temuan menyebut berkas, halaman, dan kutipannya. Yang tidak pasti ditulis 'perlu diperiksa'.",
    )
    sheet.lines(_about(con, run))
    sheet.heading("Temuan menurut aturan")
    sheet.table(
        _named("Aturan", "Nama aturan", "Tingkat", "Tidak konsisten", "Perlu diperiksa", "Jumlah"),
        con.execute(
            "SELECT aturan, any_value(nama_aturan), any_value(tingkat_nama),"
            " count(*) FILTER (putusan = 'tidak konsisten'), count(*) FILTER (putusan = 'perlu diperiksa'), count(*)"
            " FROM publik.temuan GROUP BY aturan, tingkat ORDER BY aturan, tingkat"
        ).fetchall(),
        empty="Tidak ada temuan.",
    )
    sheet.heading("Temuan menurut perangkat daerah")
    counts = ", ".join(f"count(*) FILTER (tingkat_nama = '{name}')" for name in SEVERITIES)
    sheet.table(
        _named("Perangkat daerah", "Wilayah", "Kritis", "Mayor", "Minor", "Info", "Jumlah"),
        con.execute(
            f"SELECT coalesce(opd, 'Tingkat daerah'), coalesce(wilayah, ''), {counts}, count(*)"
            " FROM publik.temuan GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2"
        ).fetchall(),
        empty="Tidak ada temuan.",
    )
    sheet.heading("Dokumen yang dipakai")
    sheet.table(
        _named("Dokumen", "Berkas", "Jenis", "Tahun", "Tahap", "Pengenalan", "Halaman", "Indikator", "Dikenali dari"),
        _documents(con),
        empty="Tidak ada dokumen yang dikenali.",
    )
    sheet.heading("Yang tidak dipahami")
    sheet.table(
        _named("Berkas atau masukan", "Sebab", "Status", "Banyaknya"),
        con.execute(
            "SELECT coalesce(berkas, lokasi, ''), coalesce(alasan, 'tanpa keterangan'),"
            " status || CASE WHEN objek = 'halaman' AND halaman IS NOT NULL THEN ' (halaman)' ELSE '' END, count(*)"
            " FROM publik.cakupan WHERE NOT dipahami GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3"
        ).fetchall(),
        empty="Semua halaman terbaca.",
    )


def _named(*titles: str) -> list[Column]:
    return [Column(title) for title in titles]


def _about(con: duckdb.DuckDBPyConnection, run: tuple[Any, ...] | None) -> Iterator[tuple[str, Cell]]:
    if run:
        id_, moment, source, version, files, extracted, failed = run
        yield "Putaran", f"{id_}, {indonesian_date(moment)} pukul {moment:%H.%M}" if moment else str(id_)
        yield "Sumber", source
        yield "Versi Selaras", version
        yield "Berkas", f"{files or 0} ditemukan, {extracted or 0} dibaca ulang, {failed or 0} gagal"
    totals = (
        con.execute(
            "SELECT (SELECT count(*) FROM publik.dokumen), (SELECT count(*) FROM publik.indikator),"
            " (SELECT count(*) FROM publik.tautan), (SELECT count(*) FROM publik.temuan),"
            " (SELECT count(*) FROM publik.cakupan WHERE objek = 'halaman' AND dipahami),"
            " (SELECT count(*) FROM publik.cakupan WHERE objek = 'halaman')"
        ).fetchone()
        or (0,) * 6
    )
    yield "Dokumen", totals[0]
    yield "Indikator", totals[1]
    yield "Tautan", totals[2]
    yield "Temuan", totals[3]
    yield "Halaman dipahami", f"{totals[4]} dari {totals[5]}"
    changes = dict(con.execute("SELECT perubahan, count(*) FROM publik.perubahan GROUP BY perubahan").fetchall())
    if changes:
        words = (f"{changes.get(word, 0)} {word}" for word in ("baru", "masih", "selesai"))
        yield "Sejak rilis lalu", f"temuan: {', '.join(words)}"


def _documents(con: duckdb.DuckDBPyConnection) -> Iterator[Sequence[Cell]]:
    for name, files, kind, first, last, stage, sure, pages, indicators, reason in con.execute(
        "SELECT dokumen, berkas, jenis_dokumen, tahun_awal, tahun_akhir, tahap, keyakinan, jumlah_halaman,"
        " jumlah_indikator, concat_ws(' ', alasan, tidak_dibandingkan) FROM publik.dokumen"
        " ORDER BY list_position(['RPJMD', 'RKPD', 'Renstra', 'Renja'], jenis_dokumen) NULLS LAST, dokumen"
    ).fetchall():
        years = "-".join(str(year) for year in dict.fromkeys((first, last)) if year)
        yield name, (files or "").replace(" | ", "\n"), kind, years, stage, _sureness(sure), pages, indicators, reason


def _sureness(value: float | None) -> str:
    if value is None:
        return ""
    return "tinggi" if value >= 0.8 else "sedang" if value >= 0.6 else "rendah"


# --- Matriks Keselarasan


def _matrix(book: Book, matrix: Matrix) -> None:
    columns = [Column("No", 4.5, align="center"), Column("Perangkat daerah", 17), Column("Tingkat", 9)]
    for kind in KINDS:
        if kind not in matrix.years:
            columns.append(Column("tidak ada dokumen", 9, kind))
            continue
        columns += [Column("Indikator", 24 if kind == KINDS[0] else 20, kind), Column("Satuan", 8, kind)]
        columns += [Column(str(year), _year_width(matrix, kind), kind, "right") for year in matrix.years[kind]]
    columns += [Column("Status", 12.5), Column("Catatan", 32), Column("Sumber", 32), Column("Tanggapan PD", 17)]
    sheet = book.sheet("Matriks Keselarasan", [column.width for column in columns])
    sheet.title(
        "Matriks keselarasan indikator",
        "Satu baris satu indikator pada satu perangkat daerah. Target menurut tahun; (?) berarti sel itu dapat dibaca"
        " lebih dari satu cara. Kolom Tanggapan PD diisi perangkat daerah.",
    )
    sheet.table(columns, _matrix_rows(matrix), main=True, keep=4, empty="Tidak ada indikator.")


def _year_width(matrix: Matrix, kind: str) -> float:
    """Wide enough for the longest number of the kind's year columns."""
    cells = (cell for row in matrix.rows if kind in row.sides for cell in row.sides[kind].targets.values())
    return max([6.5, *(cell.width for cell in cells if isinstance(cell, Number))])


def _matrix_rows(matrix: Matrix) -> Iterator[Sequence[Cell]]:
    for number, row in enumerate(matrix.rows, 1):
        cells: list[Cell] = [str(number), row.office, row.level]
        for kind in KINDS:
            if kind not in matrix.years:
                cells.append(None)
            elif side := row.sides.get(kind):
                cells += [side.name, side.unit, *(side.targets.get(year) for year in matrix.years[kind])]
            else:
                cells += [None] * (len(matrix.years[kind]) + 2)
        sources = "\n".join(f"{kind}: {side.source}" for kind, side in row.sides.items())
        yield [*cells, row.status, row.note, sources, None]


# --- Temuan


def _read_findings(con: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """All findings, heaviest first; the order numbers them."""
    cursor = con.execute(
        "SELECT t.*, p.perubahan FROM publik.temuan t LEFT JOIN publik.perubahan p USING (temuan_id)"
        " ORDER BY list_position(['K', 'M', 'm', 'i'], t.tingkat), t.aturan,"
        " t.opd NULLS FIRST, t.tahun NULLS FIRST, t.uraian, t.temuan_id"
    )
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _findings(book: Book, findings: Sequence[Mapping[str, Any]]) -> None:
    columns = (
        Column("No", 5, align="center"), Column("Aturan", 7.5, align="center"), Column("Tingkat", 8),
        Column("Putusan", 12), Column("Perangkat daerah", 19), Column("Tahun", 6.5, align="center"),
        Column("Temuan", 40),
        *_evidence_columns("Dokumen acuan"), *_evidence_columns("Dokumen yang diperiksa"),
        Column("Saran perbaikan", 24), Column("Keyakinan", 9.5), Column("Sejak rilis lalu", 9),
        Column("Tanggapan PD", 20), Column("Tanda peninjau", 18), Column("Sebab bersama", 24),
        Column("Kunci temuan", 19),
    )  # fmt: skip
    sheet = book.sheet("Temuan", [column.width for column in columns])
    sheet.title(
        "Temuan",
        "Buka berkas pada halaman yang disebut untuk melihat bukti. Bila tidak ditemukan padanannya, kolom Kutipan"
        " menyebut dokumen mana yang sudah dicari; bila kosong, pertentangannya di dalam baris acuan sendiri.",
    )
    sheet.table(columns, _finding_rows(findings), main=True, keep=2, empty="Tidak ada temuan.")


def _evidence_columns(group: str) -> list[Column]:
    return [Column(*column, group) for column in (("Dokumen", 17), ("Nilai", 14), ("Kutipan", 32), ("Letak", 15))]


def _finding_rows(findings: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[Cell]]:
    for number, row in enumerate(findings, 1):
        yield [
            str(number), row["aturan"], row["tingkat_nama"], row["putusan"], row["opd"] or "Tingkat daerah",
            str(row["tahun"]) if row["tahun"] else None, row["uraian"],
            *_finding_side(row, "kiri"), *_finding_side(row, "kanan"),
            row["perbaikan"], _sureness(row["keyakinan"]), row["perubahan"], None, _mark(row), row["sebab"],
            row["temuan_id"],
        ]  # fmt: skip


def _mark(row: Mapping[str, Any]) -> str | None:
    """What a reviewer said of the finding, or that it no longer holds."""
    if row["status_oleh"]:
        until = f" sampai {row['status_sampai']:%d-%m-%Y}" if row["status_sampai"] else ""
        return f"{row['status']}{until} ({row['status_oleh']}: {row['status_alasan']})"
    return str(row["status_catatan"]) if row["status_catatan"] else None


def _finding_side(row: Mapping[str, Any], side: str) -> list[Cell]:
    if row[f"{side}_id"] is None:
        searched = row["dicari_di"]
        return [None, row[f"{side}_nilai"], f"Tidak ditemukan di: {searched}" if searched else None, None]
    where = [row[f"{side}_berkas"]]
    if row[f"{side}_halaman"]:
        where.append(f"hlm. {row[f'{side}_halaman']}")
    elif row[f"{side}_lembar"]:
        where.append(f"lembar {row[f'{side}_lembar']}, {row[f'{side}_sel'] or 'tabelnya'}")
    elif row[f"{side}_tabel"]:
        where.append(f"tabel {row[f'{side}_tabel']}")
        if row[f"{side}_baris"]:
            where.append(f"baris {row[f'{side}_baris']}")
    return [
        row[f"{side}_dokumen"], row[f"{side}_nilai"], row[f"{side}_kutipan"], "\n".join(filter(None, where)),
    ]  # fmt: skip


# --- Cakupan


def _coverage(book: Book, con: duckdb.DuckDBPyConnection) -> None:
    columns = (
        Column("Berkas atau masukan", 36), Column("Dokumen", 36), Column("Halaman", 14, align="center"),
        Column("Status", 14), Column("Tabel", 8), Column("Indikator", 10), Column("Dipahami", 10),
        Column("Keterangan", 50), Column("Yang dapat dilakukan", 44),
    )  # fmt: skip
    sheet = book.sheet("Cakupan", [column.width for column in columns])
    sheet.title(
        "Cakupan",
        "Semua halaman yang diperiksa; halaman berurutan dengan status yang sama ditulis dalam satu baris."
        " Halaman berstatus 'tabel lain' memuat tabel tanpa indikator.",
    )
    sheet.table(columns, _coverage_rows(con), main=True, empty="Tidak ada berkas.")


def _coverage_rows(con: duckdb.DuckDBPyConnection) -> Iterator[Sequence[Cell]]:
    cursor = con.execute(
        "SELECT coalesce(berkas, lokasi), dokumen, halaman, status, tabel, indikator, dipahami, alasan, perbaikan"
        " FROM publik.cakupan ORDER BY dipahami IS NULL, coalesce(lokasi, berkas), halaman NULLS FIRST, status"
    )
    for rows in _runs(cursor.fetchall()):
        file, document, first, status, _, _, understood, reason, remedy = rows[0]
        last = rows[-1][2]
        pages = "" if first is None else str(first) if first == last else f"{first}-{last}"
        tables, indicators = (sum(row[number] or 0 for row in rows) for number in (4, 5))
        yield file, document, pages, status, tables, indicators, "ya" if understood else "tidak", reason, remedy


def _runs(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    """Rows of following pages that say the same, together."""
    run: list[tuple[Any, ...]] = []

    def said(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return row[0], row[1], row[3], *row[6:]

    for row in rows:
        follows = run and row[2] is not None and run[-1][2] is not None and row[2] == run[-1][2] + 1
        if run and not (follows and said(row) == said(run[-1])):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


# --- Kamus


def _dictionary(book: Book, con: duckdb.DuckDBPyConnection) -> None:
    columns = (Column("Tampilan", 16), Column("Kolom", 28), Column("Tipe", 18), Column("Arti", 110))
    sheet = book.sheet("Kamus", [column.width for column in columns])
    sheet.title("Kamus", "Kata-kata dalam buku kerja ini, lalu semua tampilan (skema publik) basis data DuckDB.")
    rows = con.execute("SELECT tampilan, kolom, tipe, arti FROM publik.kamus ORDER BY tampilan, urutan").fetchall()
    words = [("buku kerja", word, None, meaning) for word, meaning in STATUS_WORDS]
    sheet.table(columns, [*words, *rows], main=True)
