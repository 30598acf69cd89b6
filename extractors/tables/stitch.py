"""Tables that go on over pages become one chain: one header, the bodies one after the other.

A table without a header goes on with the last header when its columns stand where that header's columns stood. A
repeated header is dropped; where its words are spoilt (text of clipped rows lies under it on some pages) the clearest
header of the chain counts for the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.layout import Layout, Paragraph, Table
from extractors.tables.columns import VALUES, Column, Role
from extractors.tables.fields import read_fields
from extractors.tables.grid import Grid
from extractors.tables.header import Header, find_header
from extractors.tables.settle import make_columns
from extractors.tables.tidy import useful_tables

_NEAR = 6.0
_SAME_WORDS = 0.85
_CAPTION = re.compile(r"^\s*(?:tabel|table|matriks|formulir|lampiran)\b", re.IGNORECASE)
_NEW_PART = re.compile(
    r"^\s*(?:(?:tabel|table|matriks|gambar|grafik|formulir)\s*[\dIVX]|bab\s+[IVX\d]+\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a chain: its grid, where its body starts, and the leaf column of each grid column."""

    grid: Grid
    body: int
    leaf_of: tuple[int | None, ...]
    above: tuple[Paragraph, ...] = ()
    by_line: bool = False
    """Columns inferred on this page differ from the chain's: each line goes to the column it stands in."""


@dataclass(slots=True)
class Chain:
    """A table as its readers see it, over all its pages.

    `columns` is None when no header was found: nothing can be taken from it.
    """

    columns: tuple[Column, ...] | None
    sections: list[Section] = field(default_factory=list)
    caption: tuple[str, ...] = ()


def chains(layout: Layout) -> list[Chain]:
    """All tables of a document, stitched, in reading order."""
    made: list[Chain] = []
    for table, above in _tables(layout):
        grid = Grid(table)
        header = find_header(grid)
        # A table of a workbook is whole: the next one, on this sheet or another, is of another year or office.
        last = _open_chain(made, table) if table.sheet is None else None
        columns = make_columns(read_fields(header), table.xs) if header is not None else None
        if last is not None and last.columns is not None:
            if columns is not None and header is not None and _same(last.columns, columns, above):
                last.columns = _clearer(last.columns, columns)
                last.sections.append(Section(grid, header.rows, _map(last.columns, table), above))
                continue
            if columns is not None and header is not None and not table.ruled and _twins(last.columns, columns, above):
                last.sections.append(Section(grid, header.rows, _map(columns, table, header), above))
                continue
            if header is not None and not table.ruled and _same_words(last, grid, header):
                last.sections.append(Section(grid, header.rows, _map(last.columns, table), above, by_line=True))
                continue
            if (columns is None or _vague(columns)) and _goes_on(last, table, above):
                before = last.sections[-1]
                shifted = _shifted(before.grid.table, table)
                last.sections.append(Section(grid, 0, before.leaf_of if shifted else _map(last.columns, table), above))
                continue
        if columns is None or header is None:
            made.append(Chain(None, [Section(grid, 0, (None,) * table.columns, above)], _caption(above)))
            continue
        caption = _caption(above) + _titles(grid, header)
        made.append(Chain(columns, [Section(grid, header.rows, _map(columns, table, header), above)], caption))
    return made


def _open_chain(made: Sequence[Chain], table: Table) -> Chain | None:
    """The last chain with a header that may go on here; boxes without header between its parts do not end it."""
    for chain in reversed(made[-3:]):
        if chain.columns is None:
            continue
        before = chain.sections[-1].grid.table.page
        near = table.page is None or before is None or table.page - before <= 1
        return chain if near else None
    return None


def _same_words(last: Chain, grid: Grid, header: Header) -> bool:
    """The header says the chain's words, though its columns were cut otherwise (an inferred table with few rows)."""
    first = last.sections[0]
    known = _header_words(first.grid, first.body)
    said = _header_words(grid, header.rows)
    return bool(known) and len(known & said) >= _SAME_WORDS * max(len(known), len(said))


def _header_words(grid: Grid, rows: int) -> set[str]:
    return {
        word
        for row in range(rows)
        for cell in grid.starting(row)
        for word in re.findall(r"[a-z]{2,}", cell.text.casefold())
    }


def _vague(columns: Sequence[Column]) -> bool:
    """Most headings are unknown: a row of data was taken for a header."""
    known = sum(c.role not in (Role.UNKNOWN, Role.IGNORE, Role.RESPONSIBLE) for c in columns)
    return known < 0.5 * len(columns) and not any(c.role is Role.INDICATOR for c in columns)


def _tables(layout: Layout) -> Iterator[tuple[Table, tuple[Paragraph, ...]]]:
    """Each table with the paragraphs since the table before it (at most since the top of the page before)."""
    pending: list[Paragraph] = []
    for page in layout.pages:
        kept = {id_of(t): t for t in useful_tables(page.tables)}
        if page.number is not None:
            pending = []
        for block in page.blocks:
            if isinstance(block, Paragraph):
                pending.append(block)
            elif (block.page, block.number) in kept:
                yield kept[block.page, block.number], tuple(pending)
                pending = []


def id_of(table: Table) -> tuple[int | None, int]:
    """Page and number: what names a table in its document."""
    return table.page, table.number


def _caption(above: Sequence[Paragraph]) -> tuple[str, ...]:
    """Lines from the last "Tabel ..." on; without one the last lines above the table."""
    texts = [p.text.strip() for p in above if p.text.strip()]
    for index in range(len(texts) - 1, max(-1, len(texts) - 9), -1):
        if _CAPTION.match(texts[index]):
            return tuple(texts[index:])
    return tuple(texts[-4:])


def _titles(grid: Grid, header: Header) -> tuple[str, ...]:
    texts: list[str] = []
    for row in range(header.rows):
        cells = [c for c in grid.starting(row) if c.text.strip()]
        if len(cells) == 1 and cells[0].col_span >= 0.8 * grid.table.columns:
            texts.extend(line.text for line in cells[0].lines if line.text.strip())
    return tuple(texts)


def _goes_on(last: Chain, table: Table, above: Sequence[Paragraph]) -> bool:
    assert last.columns is not None
    before = last.sections[-1].grid.table
    if any(_NEW_PART.match(p.text) for p in above):
        return False
    if table.page is not None and before.page is not None and table.page - before.page > 1:
        return False
    if not table.xs or last.columns[0].x0 is None:
        return table.columns == before.columns
    return _aligned(last.columns, table) >= 0.8 or _shifted(before, table)


def _shifted(before: Table, table: Table) -> bool:
    """The same columns, moved sideways (margins of odd and even pages)."""
    if not before.xs or before.columns != table.columns or table.columns < 3:
        return False
    shift = table.xs[0] - before.xs[0]
    return all(abs(b + shift - x) <= _NEAR for b, x in zip(before.xs, table.xs, strict=True))


def _aligned(columns: Sequence[Column], table: Table) -> float:
    """Share of the header's column borders that the table has too, and of the table's that the header explains."""
    borders = [c.x0 for c in columns if c.x0 is not None]
    ends = [c.x1 for c in columns if c.x1 is not None]
    if not borders or not ends:
        return 0.0
    borders.append(ends[-1])
    found = sum(any(abs(x - b) <= _NEAR for x in table.xs) for b in borders)
    return found / len(borders)


def _same(old: Sequence[Column], new: Sequence[Column], above: Sequence[Paragraph]) -> bool:
    """Is this header the chain's own, printed again?"""
    if any(_NEW_PART.match(p.text) for p in above) or len(old) != len(new):
        return False
    same = sum(_agree(a, b) for a, b in zip(old, new, strict=True))
    if same < 0.7 * len(old):
        return False
    if old[0].x0 is None or new[0].x0 is None:
        return True
    near = sum(
        abs((a.x0 or 0) - (b.x0 or 0)) <= 3 * _NEAR or abs((a.x1 or 0) - (b.x1 or 0)) <= 3 * _NEAR
        for a, b in zip(old, new, strict=True)
    )
    return near >= 0.7 * len(old)


def _twins(old: Sequence[Column], new: Sequence[Column], above: Sequence[Paragraph]) -> bool:
    """The chain's columns one by one, each elsewhere on the page: an inferred table is as wide as its texts."""
    if any(_NEW_PART.match(p.text) for p in above) or len(old) != len(new):
        return False
    return all((a.role, a.year, a.term) == (b.role, b.year, b.term) for a, b in zip(old, new, strict=True))


def _agree(a: Column, b: Column) -> bool:
    return a.role is b.role or Role.UNKNOWN in (a.role, b.role) or {a.role, b.role} <= set(VALUES)


def _clearer(old: Sequence[Column], new: Sequence[Column]) -> tuple[Column, ...]:
    """The columns as the better of two headers reads them, in the places of the newer one."""
    if sum(c.score for c in new) > sum(c.score for c in old) + 0.01:
        return tuple(new)
    return tuple(replace(a, x0=b.x0, x1=b.x1, first=b.first, last=b.last) for a, b in zip(old, new, strict=True))


def _map(columns: Sequence[Column], table: Table, header: Header | None = None) -> tuple[int | None, ...]:
    """The leaf column of each grid column: by place on the page, in DOCX by number."""
    if header is not None or not table.xs or columns[0].x0 is None:
        of: list[int | None] = [None] * table.columns
        for index, column in enumerate(columns):
            for place in range(column.first, min(column.last + 1, table.columns)):
                of[place] = index
        return tuple(of)
    mapped: list[int | None] = []
    for place in range(table.columns):
        x0, x1 = table.xs[place], table.xs[place + 1]
        best, width = None, 0.0
        for index, column in enumerate(columns):
            if column.x0 is None or column.x1 is None:
                continue
            shared = min(x1, column.x1) - max(x0, column.x0)
            if shared > width:
                best, width = index, shared
        mapped.append(best)
    return tuple(mapped)
