"""What a paper is made of, before it is typeset as PDF or Word: headings, paragraphs, tables, page turns.

Cells carry marks that say which fact a printed text is, so the typesetter can tell where every fact came to stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact: row, item or statement `id` of a book, which part of it, and its year."""

    id: str
    part: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph inside a cell. Pieces with the same number in cells of one row stand at the same height."""

    text: str
    mark: Mark | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell with its spans; `align` is "l", "c" or "r"."""

    pieces: tuple[Piece, ...] = ()
    cols: int = 1
    rows: int = 1
    align: str = "l"
    bold: bool = False
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. Rows hold only the cells that begin there, as in HTML.

    Attributes:
        name: short name of the table in the document, for the truth.
        widths: relative column widths.
        header: header rows (with the number row, if any); repeated on each page when `repeat`.
        size: font size in points.
        split: rows may break over two pages, as Word lets them unless told otherwise.
    """

    name: str
    widths: tuple[float, ...]
    header: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    repeat: bool = True
    size: float = 7.0
    head_fill: str | None = None
    valign: str = "top"
    split: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter title (level 1), section (2), sub-section (3) or table caption (4)."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `indent` in points, `number` is printed before it."""

    text: str
    number: str | None = None
    indent: float = 0
    align: str = "j"
    bold: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page; landscape, or rotated: a landscape page stored upright with /Rotate 90."""

    landscape: bool = False
    rotated: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover page, lines from top to bottom."""

    lines: tuple[str, ...]


Block: TypeAlias = Table | Heading | Text | Turn | Contents | Cover


@dataclass(frozen=True, slots=True)
class Paper:
    """One document ready for the typesetter.

    Attributes:
        file: file name.
        title: printed in page headers and kept in the file's properties.
        serif: Times instead of Helvetica.
        ruling: "garis" (lines) or "isi" (thin filled rectangles, as Word draws them in PDF).
        footer: printed left of the page number.
        page_number: format of the page number, with `{bab}` and `{n}`.
    """

    file: str
    title: str
    blocks: tuple[Block, ...]
    serif: bool = False
    ruling: str = "garis"
    footer: str = ""
    page_number: str = "{n}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact was printed: page of a PDF, or table and row of a Word file (all from 1)."""

    page: int | None = None
    table: int | None = None
    row: int | None = None


@dataclass(slots=True)
class Typeset:
    """What a typesetter gives back: the file's bytes, and where each mark stands with its printed text."""

    data: bytes = b""
    places: dict[Mark, Place] = field(default_factory=dict)
    texts: dict[Mark, str] = field(default_factory=dict)
    tables: dict[Mark, str] = field(default_factory=dict)
    pages: int = 0
