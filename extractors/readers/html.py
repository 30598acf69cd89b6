"""Tables of a web page that was saved as a spreadsheet: what many planning systems give out as "Excel" (`.xls`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html

from extractors.layout import Cell, Line, Page, Paragraph, Table

SUFFIXES = (".xls", ".xlsx", ".doc")
"""Names under which systems give out web pages; one named otherwise is what a browser saved."""
MAX_BYTES = 100 << 20
_MAX_SPAN = 300
_LEAST = 3
"""Rows and columns of the largest table, without which a page is a notice ("404") and no export."""
_HEADING = {"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"}
Element = Any
"""lxml has no types of its own."""


def read_html(path: Path) -> Page | None:
    """Read the tables of a saved web page and the text between them; None when it holds no real table."""
    if path.stat().st_size > MAX_BYTES:
        return None
    data = path.read_bytes()
    try:
        root = html.fromstring(data, parser=html.HTMLParser(encoding=_encoding(data), remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    for unseen in root.iter("script", "style", "head"):
        unseen.text = None
        for child in list(unseen):
            unseen.remove(child)
    blocks = tuple(_blocks(root))
    tables = [block for block in blocks if isinstance(block, Table)]
    if not any(table.rows >= _LEAST and table.columns >= _LEAST for table in tables):
        return None
    return Page(None, 0, 0, blocks, "html")


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the page is so and does not say it: the parser would guess Latin."""
    if b"charset" in data[:4096].lower():
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _blocks(root: Element) -> Iterator[Paragraph | Table]:
    number = 0
    for item in root.iter():
        if not isinstance(item.tag, str) or any(True for _ in item.iterancestors("table")):
            continue
        if item.tag == "table":
            number += 1
            if table := _table(item, number):
                yield table
        elif text := " ".join((item.text or "").split()):
            yield Paragraph(text, bold=item.tag in _HEADING)
        if item.tail and (text := " ".join(item.tail.split())):
            yield Paragraph(text)


def _table(table: Element, number: int) -> Table | None:
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for place, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (place, column) in taken:
                column += 1
            height, width = min(_span(cell, "rowspan"), len(rows) - place), _span(cell, "colspan")
            taken |= {(place + down, column + right) for down in range(height) for right in range(width)}
            cells.append(Cell(place, column, height, width, _lines(cell)))
            column += width
    if not cells:
        return None
    return Table(None, number, len(rows), max(cell.column + cell.col_span for cell in cells), tuple(cells))


def _span(cell: Element, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return min(max(int(text), 1), _MAX_SPAN) if text.isdigit() else 1


def _lines(cell: Element) -> tuple[Line, ...]:
    """The printed lines: `br` and blocks end one."""
    parts: list[str] = [cell.text or ""]
    for item in cell.iterdescendants():
        if item.tag in ("br", "p", "div", "li", "tr"):
            parts.append("\n")
        if isinstance(item.tag, str):
            parts.append(item.text or "")
        parts.append(item.tail or "")
    bold = cell.tag == "th" or any(True for _ in cell.iterdescendants("b", "strong"))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return tuple(Line(line, bold=bold) for line in lines if line)
