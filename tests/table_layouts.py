"""Layouts drawn by hand: a table as rows of texts, on a page of ruled cells or in a Word body."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout import Cell, Layout, Line, Page, Paragraph, Table
from models.document import Claim, Format, Identity, Kind, SourceFile

LEFT = "<"
"""The cell on the left reaches over this place."""
UP = "^"
"""The cell above reaches over this place."""

WIDTH, LINE, PAD, TOP = 90.0, 12.0, 4.0, 80.0
FILE = SourceFile("0" * 64, "rencana.pdf", "rencana.pdf", 1, Format.PDF)


def table(rows: Sequence[Sequence[str]], *, page: int | None = 1, number: int = 1, shift: float = 0.0) -> Table:
    """A table. A text with `|` has several lines; `||` leaves a wide gap before the next line."""
    heights = [max(_height(text) for text in row) for row in rows]
    ys = [TOP]
    for height in heights:
        ys.append(ys[-1] + height)
    columns = len(rows[0])
    xs = [40.0 + shift + WIDTH * column for column in range(columns + 1)]
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in (LEFT, UP):
                continue
            col_span = 1
            while c + col_span < columns and row[c + col_span] == LEFT:
                col_span += 1
            row_span = 1
            while r + row_span < len(rows) and rows[r + row_span][c] == UP:
                row_span += 1
            box = (xs[c], ys[r], xs[c + col_span], ys[r + row_span])
            cells.append(
                Cell(r, c, row_span, col_span, _lines(text, box, page is not None), box if page is not None else None)
            )
    return Table(
        page,
        number,
        len(rows),
        columns,
        tuple(cells),
        (xs[0], ys[0], xs[-1], ys[-1]) if page is not None else None,
        tuple(xs) if page is not None else (),
        tuple(ys) if page is not None else (),
    )


def layout(*pages: Sequence[Table | str]) -> Layout:
    """A PDF of pages, each a list of paragraphs (texts) and tables in reading order."""
    made = []
    for number, blocks in enumerate(pages, 1):
        made.append(
            Page(
                number,
                842.0,
                595.0,
                tuple(Paragraph(b, (40.0, 20.0, 400.0, 30.0)) if isinstance(b, str) else b for b in blocks),
                "cepat",
            )
        )
    return Layout(FILE, len(made), tuple(made))


def word(*blocks: Table | str) -> Layout:
    """A Word body."""
    return Layout(
        FILE, 1, (Page(None, 0, 0, tuple(Paragraph(b) if isinstance(b, str) else b for b in blocks), "docx"),)
    )


def identity(kind: Kind, first: int, last: int | None = None) -> Identity:
    """A document of a kind and of years."""
    return Identity(
        Claim(kind, 1.0, ""),
        Claim("Kota Harapan Jaya", 1.0, ""),
        Claim(None, 1.0, ""),
        Claim(first, 1.0, ""),
        Claim(last or first, 1.0, ""),
        Claim(None, 1.0, ""),
    )


def _height(text: str) -> float:
    return PAD + LINE * max(len(text.split("|")), 1)


def _lines(text: str, box: tuple[float, float, float, float], boxed: bool) -> tuple[Line, ...]:
    made = []
    for place, part in enumerate(text.split("|")):
        if not part.strip():
            continue
        top = box[1] + PAD / 2 + LINE * place
        made.append(Line(part, (box[0] + 2, top, box[2] - 2, top + LINE - 2) if boxed else None))
    return tuple(made)
