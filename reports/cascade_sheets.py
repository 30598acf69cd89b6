"""Two sheets of the workbook: the cascade of every plan as a tree, and what is missing in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import duckdb

from reports.book import Book, Branch, Cell, Column
from reports.tree import KINDS, PLANS, missing_words

MOST = 20_000
"""Rows that a sheet holds and people can still open; of a bigger tree the deepest kinds are left out."""
_ORDER = "d.wilayah, d.opd NULLS FIRST, d.jenis_dokumen NOT IN ('RPJMD', 'Renstra'), d.tahun_awal, d.dokumen"


def write_cascade(book: Book, con: duckdb.DuckDBPyConnection, most: int = MOST) -> None:
    """Add the sheets "Kaskade" and "Yang Hilang".

    Args:
        book: the open workbook.
        con: a connection whose schema `publik` holds a release.
        most: nodes, and missing things, that are written; the sheet says what was left out and how to see it.
    """
    missing: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    gone = con.execute(
        "SELECT h.dokumen_id, h.simpul_id, h.hilang, h.uraian, h.putusan, h.dokumen, h.jenis, h.kode, h.teks,"
        " h.dicari_di, h.berkas, h.halaman, h.lembar, h.sel, h.tabel, h.baris"
        " FROM publik.kaskade_hilang h JOIN publik.dokumen d USING (dokumen_id)"
        f" ORDER BY {_ORDER}, h.putusan DESC, h.jenis, h.hilang, h.teks, h.simpul_id"
    ).fetchall()
    for document, node, what, detail, verdict, *_ in gone:
        missing[document, node].append(missing_words(node, what, detail, verdict))
    _tree(book, con, missing, most)
    _missing(book, gone, most)


def _tree(
    book: Book, con: duckdb.DuckDBPyConnection, missing: Mapping[tuple[str, str | None], Sequence[str]], most: int
) -> None:
    shown, left_out = _shown(con, most)
    columns = (
        Column("Simpul", 74), Column("Jenis", 13), Column("Kode atau nomor", 15), Column("Indikator", 9.5),
        Column("Yang hilang", 34), Column("Meneruskan", 34), Column("Diteruskan di", 11), Column("Letak", 30),
    )  # fmt: skip
    sheet = book.sheet("Kaskade", [column.width for column in columns])
    notes = [
        "Setiap dokumen sebagai pohon; tombol 1 sampai 8 di kiri atas melipatnya sampai kedalaman itu. Diteruskan di:"
        " jumlah dokumen di bawahnya. Yang hilang dijelaskan di lembar Yang Hilang."
    ]
    if left_out:
        notes.append(
            f"Terlalu besar untuk satu lembar: {left_out} simpul ({', '.join(KINDS[len(shown) :])}) tidak ditulis;"
            ' lihat selaras kaskade --opd NAMA, atau selaras sql "SELECT * FROM kaskade".'
        )
    sheet.title("Kaskade", *notes)
    rows = _tree_rows(con, missing, shown)
    sheet.table(columns, rows, main=True, keep=1, empty="Tidak ada dokumen perencanaan yang dikenali.")


def _shown(con: duckdb.DuckDBPyConnection, most: int) -> tuple[Sequence[str], int]:
    """Kinds from the root on whose nodes fit, and how many nodes do not."""
    counts: dict[str, int] = dict(
        con.execute(
            f"SELECT jenis, count(*) FROM publik.kaskade WHERE jenis_dokumen IN {PLANS} GROUP BY jenis"
        ).fetchall()
    )
    shown: Sequence[str] = KINDS
    left_out = 0
    while len(shown) > 1 and sum(counts.get(kind, 0) for kind in shown) > most:
        left_out += counts.get(shown[-1], 0)
        shown = shown[:-1]
    return shown, left_out


def _tree_rows(
    con: duckdb.DuckDBPyConnection, missing: Mapping[tuple[str, str | None], Sequence[str]], shown: Sequence[str]
) -> Iterator[Sequence[Cell]]:
    nodes: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    cursor = con.execute(
        "SELECT dokumen_id, simpul_id, kedalaman, teks, jenis, coalesce(kode, nomor), jumlah_indikator,"
        " jumlah_lanjutan, atas_dokumen, atas_jenis, atas_teks, atas_hubungan,"
        " berkas, halaman, lembar, sel, tabel, baris"
        " FROM publik.kaskade WHERE list_contains(?, jenis) ORDER BY dokumen_id, urutan",
        [list(shown)],
    )
    for document, *node in cursor.fetchall():
        nodes[document].append(tuple(node))
    documents = con.execute(
        "SELECT d.dokumen_id, d.dokumen, d.berkas FROM publik.dokumen d"
        f" WHERE d.jenis_dokumen IN {PLANS} ORDER BY {_ORDER}"
    ).fetchall()
    for document, name, files in documents:
        told = missing.get((document, None), ())
        empty = () if nodes[document] else ("tidak ada pernyataan atau program yang terbaca",)
        yield Branch(name, 0), "dokumen", None, None, "\n".join((*empty, *told)), None, None, files
        for id_, depth, text, kind, label, indicators, below, *rest in nodes[document]:
            yield (
                Branch(text, depth), kind.replace("subkegiatan", "sub kegiatan"), label, indicators or None,
                "\n".join(missing.get((document, id_), ())), _above(text, *rest[:4]), below or None,
                _place(None if rest[4] == files else rest[4], *rest[5:]),
            )  # fmt: skip


def _above(own: str, document: str | None, kind: str | None, text: str | None, relation: str | None) -> str | None:
    """The node of a higher document that this one continues; its text only where it is another one."""
    if document is None:
        return None
    said = "" if text == own else f" “{text}”"
    return f"{document}: {kind}{said} ({relation})"


def _place(
    file: str | None, page: int | None, sheet: str | None, cells: str | None, table: int | None, row: int | None
) -> str:
    """Where it is printed; without the file where the document has only that one."""
    if page:
        where = f"hlm. {page}"
    elif sheet:
        where = f"lembar {sheet}, {cells or 'tabelnya'}"
    else:
        where = f"tabel {table}{f' baris {row}' if row else ''}" if table else ""
    return f"{file or ''} {where}".strip()


def _missing(book: Book, gone: Sequence[tuple[Any, ...]], most: int) -> None:
    columns = (
        Column("No", 6, align="center"), Column("Dokumen", 32), Column("Jenis", 13), Column("Simpul", 48),
        Column("Yang hilang", 16), Column("Putusan", 13), Column("Penjelasan", 56), Column("Dicari di", 36),
        Column("Letak", 28), Column("Tanggapan PD", 20),
    )  # fmt: skip
    sheet = book.sheet("Yang Hilang", [column.width for column in columns])
    notes = [
        "Apa yang tidak ada di tiap simpul kaskade. Perlu diperiksa: dokumennya tidak terbaca seluruhnya, atau mungkin"
        " tidak memuat bagian itu."
    ]
    if len(gone) > most:
        notes.append(f'Ditulis {most} dari {len(gone)} baris; semuanya: selaras sql "SELECT * FROM kaskade_hilang".')
    sheet.title("Yang hilang dalam kaskade", *notes)
    rows = (
        (
            str(number), document, kind.replace("subkegiatan", "sub kegiatan"), f"{code} {text}" if code else text,
            what.replace("subkegiatan", "sub kegiatan"), verdict, detail, searched,
            _place(file, *where) if file else None, None,
        )
        for number, (_, _, what, detail, verdict, document, kind, code, text, searched, file, *where)
        in enumerate(gone[:most], 1)
    )  # fmt: skip
    sheet.table(columns, rows, main=True, keep=2, empty="Tidak ada yang hilang.")
