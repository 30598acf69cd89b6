"""A paper as data: read from its TOML file, filled by its SQL files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import duckdb

STYLE = "gaya"
"""Column of a table's SQL that says how a row is set: isi, kelompok (a heading over all columns), jumlah."""
KEY = "urut"
"""Column of a table's SQL that orders its rows; not printed."""


@dataclass(frozen=True, slots=True)
class Column:
    """Head, width in centimetres, and the head of the group above (`Kesesuaian` over `Ada` and `Tidak Ada`)."""

    head: str
    width: float
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row: cells in the order of the columns, and its style."""

    cells: tuple[Any, ...]
    style: str = "isi"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a paper: heading, text, and table (columns empty: none).

    `numbered` prints (1), (2), ... under the heads, as official forms have it.
    """

    heading: str | None = None
    texts: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    numbered: bool = False
    empty: str = "Tidak ada."


@dataclass(frozen=True, slots=True)
class Layout:
    """What the TOML file says of a paper.

    Attributes:
        name: how the command calls it.
        purpose: Indonesian, who hands it in and why.
        titles: lines on top.
        head: label and value lines under the titles.
        paper: A4, F4 or A3; `landscape` turns it.
        formats: xlsx, docx.
        per_office: it is made for one perangkat daerah.
        needs: kinds of documents without which it cannot be made.
        signature: who signs, None when nobody does.
        notes: footnotes.
        source: where the form comes from.
    """

    name: str
    purpose: str
    titles: tuple[str, ...]
    source: str
    paper: str = "A4"
    landscape: bool = False
    formats: tuple[str, ...] = ("xlsx", "docx")
    per_office: bool = False
    needs: tuple[str, ...] = ()
    head: tuple[tuple[str, str], ...] = ()
    signature: str | None = None
    notes: tuple[str, ...] = ()
    parts: tuple[Mapping[str, Any], ...] = ()
    """Each with its `tabel` (an SQL file); `isian` are values that this paper gives to it beside office and year."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A layout filled from a release."""

    layout: Layout
    titles: tuple[str, ...]
    head: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
    signature: str | None
    missing: tuple[str, ...] = field(default=())
    """Kinds of documents that it needs and the release lacks."""


@cache
def layouts() -> tuple[Layout, ...]:
    """All papers there are, in the order of their file names."""
    folder = resources.files(__package__) / "papers"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)
    return tuple(_layout(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files)


def _layout(data: Mapping[str, Any]) -> Layout:
    return Layout(
        name=data["nama"],
        purpose=data["kegunaan"],
        titles=tuple(data["judul"]),
        source=data["sumber"],
        paper=data.get("kertas", "A4"),
        landscape=data.get("mendatar", False),
        formats=tuple(data.get("bentuk", ("xlsx", "docx"))),
        per_office=data.get("per_pd", False),
        needs=tuple(data.get("perlu", ())),
        head=tuple((label, value) for label, value in data.get("kepala", ())),
        signature=data.get("tanda_tangan"),
        notes=tuple(data.get("catatan", ())),
        parts=tuple(data["bagian"]),
    )


def fill(con: duckdb.DuckDBPyConnection, layout: Layout, office: str | None = None, year: int | None = None) -> Paper:
    """The paper with its rows.

    Args:
        con: a connection whose schema `publik` is a release.
        layout: of `layouts()`.
        office: key of the perangkat daerah (`opd_kunci`), None for the region.
        year: plan year, None for the latest yearly document.

    Raises:
        duckdb.Error: an SQL file fails.
    """
    given = {"pd": office, "tahun": year}
    words = _words(con, given)
    missing = [kind for kind in layout.needs if kind not in words["jenis_ada"]]
    return Paper(
        layout,
        tuple(title.format_map(words) for title in layout.titles),
        tuple((label, value.format_map(words)) for label, value in layout.head),
        tuple(_block(con, part, {**given, **part.get("isian", {})}, words) for part in layout.parts),
        tuple(note.format_map(words) for note in layout.notes),
        layout.signature.format_map(words) if layout.signature else None,
        tuple(missing),
    )


def _words(con: duckdb.DuckDBPyConnection, given: Mapping[str, Any]) -> dict[str, Any]:
    """Words that titles and texts may use in braces: the columns of `sql/kata.sql`."""
    result = con.execute(_sql("kata"), _used("kata", given))
    row = result.fetchone() or ()
    return dict(zip((name for name, *_ in result.description or ()), row, strict=True))


def _block(
    con: duckdb.DuckDBPyConnection, part: Mapping[str, Any], given: Mapping[str, Any], words: Mapping[str, Any]
) -> Block:
    columns = tuple(
        Column(entry[0].format_map(words), float(entry[1]), entry[2] if len(entry) > 2 else None)
        for entry in part.get("kolom", ())
    )
    texts = [text.format_map(words) for text in part.get("teks", ())]
    if "kalimat" in part:
        name = part["kalimat"]
        texts += [str(row[0]) for row in con.execute(_sql(name), _used(name, given)).fetchall() if row[0]]
    heading = part.get("judul")
    return Block(
        heading.format_map(words) if heading else None,
        tuple(texts),
        columns,
        tuple(_lines(con, part["tabel"], given, len(columns))) if "tabel" in part else (),
        part.get("bernomor", False),
        part.get("kosong", "Tidak ada."),
    )


def _lines(con: duckdb.DuckDBPyConnection, name: str, given: Mapping[str, Any], width: int) -> list[Line]:
    result = con.execute(_sql(name), _used(name, given))
    heads = [str(column) for column, *_ in result.description or ()]
    shown = [place for place, head in enumerate(heads) if head not in (STYLE, KEY)]
    style = heads.index(STYLE) if STYLE in heads else None
    if len(shown) != width:
        raise duckdb.InvalidInputException(f"{name}.sql: {len(shown)} kolom, formulirnya {width}")
    return [
        Line(tuple(row[place] for place in shown), row[style] if style is not None else "isi")
        for row in result.fetchall()
    ]


@cache
def _sql(name: str) -> str:
    return (resources.files(__package__) / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _used(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    text = _sql(name)
    return {key: value for key, value in given.items() if f"${key}" in text}
