"""Body rows of a chain: what stands in each leaf column of each row, merged cells told apart from own ones."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from extractors.layout import Cell, Line
from extractors.tables.beside import numbers_first, on_one_line, value_beside
from extractors.tables.columns import MONEY, VALUES, Column, Role
from extractors.tables.numbers import ends_amount, value_text
from extractors.tables.shares import Shares
from extractors.tables.stitch import Chain, Section
from extractors.tables.text import squeeze
from extractors.tables.trace import Fate, Trace
from models.evidence import Box

_MOST = 0.75
_HEADING = re.compile(r"[a-z].*[a-z0-9]|^(?:19|20)\d\d$")
"""What a heading says and a value does not: letters, a year."""
_LONG_WORD = 8


@dataclass(frozen=True, slots=True)
class Part:
    """What one leaf column holds in one row.

    Attributes:
        lines: printed lines, top to bottom.
        starts: the cell begins in this row; False for the piece of a merged cell that stands beside a later row.
        box: the cell's area.
        ruled: the cell's borders are printed.
        money: its column holds amounts.
        pieces: texts of the narrow cells under the leaf, left to right (code columns, list numbers).
    """

    lines: tuple[Line, ...]
    starts: bool = True
    box: Box | None = None
    pieces: tuple[str, ...] = ()
    fill: str | None = None
    ruled: bool = True
    money: bool = False

    @property
    def room(self) -> Box | None:
        """The area that the cell's text could fill; unknown where the columns were inferred from the text."""
        return self.box if self.ruled else None

    @property
    def text(self) -> str:
        """The lines, joined by spaces."""
        return " ".join(line.text for line in self.lines if line.text.strip())

    @property
    def blank(self) -> bool:
        """No words at all."""
        return not any(line.text.strip() for line in self.lines)


@dataclass(slots=True)
class Row:
    """One row: parts by leaf column index; absent where a merged cell from above reaches in."""

    page: int | None
    table: int
    number: int
    parts: dict[int, Part] = field(default_factory=dict)
    box: Box | None = None
    first: bool = False
    wide: bool = False
    carried: frozenset[int] = frozenset()
    item: int = 0
    doubts: tuple[str, ...] = ()

    def lines(self, index: int) -> tuple[Line, ...]:
        """Lines of a leaf column, none when blank."""
        part = self.parts.get(index)
        return part.lines if part else ()

    def value(self, index: int) -> str:
        """A leaf column's text as a value: broken numbers made whole."""
        part = self.parts.get(index)
        return value_text(part.lines, part.room, money=part.money) if part else ""

    @property
    def fill(self) -> str | None:
        """The row's background where all its cells share one."""
        fills = {part.fill for part in self.parts.values() if not part.blank}
        return next(iter(fills)) if len(fills) == 1 else None

    @property
    def bold(self) -> bool:
        """Most lines are bold."""
        lines = [line for part in self.parts.values() for line in part.lines if line.text.strip()]
        return bool(lines) and sum(line.bold for line in lines) > 0.6 * len(lines)


def body_rows(chain: Chain, trace: Trace | None = None) -> Iterator[Row]:
    """All rows of a chain that hold words, in reading order."""
    if chain.columns is None:
        return
    last: Row | None = None
    for section in chain.sections:
        first = True
        for row in _section_rows(section, chain.columns):
            fate = _left_out(row, chain.columns)
            if fate is None and first and last is not None and _is_cut(last, row, chain.columns):
                _append(last, row)
                fate = Fate.TAIL
            if fate is None:
                row.first = first
                first = False
                if last is not None:
                    yield last
                last = row
            elif trace is not None:
                trace.row((row.page, row.table, row.number), fate)
    if last is not None:
        yield last


def _is_cut(above: Row, row: Row, columns: Sequence[Column]) -> bool:
    """Did the page end inside the row above: are all values here the last digits of amounts there?"""
    if row.page is None or above.page is None or row.page != above.page + 1:
        return False
    values = [i for i, c in enumerate(columns) if c.role in (*VALUES, *MONEY) and row.value(i)]
    return bool(values) and all(ends_amount(above.value(i), row.value(i)) for i in values)


def _append(above: Row, row: Row) -> None:
    """Set the row's lines under those of the row above, which the page's end cut."""
    down = (above.box[3] if above.box else 0.0) - (row.box[1] if row.box else 0.0)
    for index, part in row.parts.items():
        lines = tuple(
            replace(line, box=(line.box[0], line.box[1] + down, line.box[2], line.box[3] + down)) if line.box else line
            for line in part.lines
        )
        held = above.parts.get(index)
        if held is None:
            above.parts[index] = replace(part, lines=lines, box=None)
        else:
            pieces = tuple(a + b for a, b in zip(held.pieces, part.pieces, strict=False))
            above.parts[index] = replace(
                held,
                lines=(*held.lines, *lines),
                pieces=pieces if len(held.pieces) == len(part.pieces) else held.pieces,
            )


def _left_out(row: Row, columns: Sequence[Column]) -> Fate | None:
    if all(part.blank for part in row.parts.values()):
        return Fate.BLANK
    return Fate.HEADER_AGAIN if _is_header_again(row, columns) else None


def _is_header_again(row: Row, columns: Sequence[Column]) -> bool:
    """A header row inside the body: column numbers, or cells that say what their columns' headings say."""
    texts = {index: squeeze(part.text) for index, part in row.parts.items() if not part.blank}
    texts = {index: text for index, text in texts.items() if text}
    if len(texts) < 3:
        return False
    numbers = [int(text) for text in texts.values() if len(text) <= 2 and text.isdigit()]
    if len(numbers) == len(texts) and all(b > a for a, b in itertools.pairwise(numbers)):
        return numbers[-1] - numbers[0] < 2 * len(columns)
    said = [text for index, text in texts.items() if _HEADING.search(text) and text in squeeze(columns[index].text)]
    words = {text for text in said if text.isalpha() and len(text) >= 4}
    lowest = (squeeze(columns[index].text.split(" > ")[-1]) for index in texts)
    words |= {
        heading
        for heading, text in zip(lowest, texts.values(), strict=True)
        if len(heading) >= _LONG_WORD and heading in text
    }
    return len(said) >= 0.8 * len(texts) or len(words) >= 3


def _section_rows(section: Section, columns: Sequence[Column]) -> Iterator[Row]:
    table = section.grid.table
    shares = Shares(section, columns)
    for number in range(section.body, table.rows):
        row = Row(table.page, table.number, number, box=_row_box(section, number))
        held: _Held = {}
        carried: set[int] = set()
        for cell in section.grid.covering(number):
            index = _leaf(section, cell, columns)
            if index is None:
                continue
            lines = shares.lines(cell, number, index)
            if lines is None:
                if cell.text.strip() and cell.row < number:
                    carried.add(index)
                continue
            held.setdefault(index, []).append((cell, lines))
            if cell.row == number and cell.col_span >= 0.7 * table.columns and cell.text.strip():
                row.wide = True
        row.carried = frozenset(carried)
        if section.by_line:
            held = _by_line(held, columns)
        for index, cells in held.items():
            lines_of = tuple(line for _, lines in cells for line in lines)
            if len(cells) > 1:
                value = columns[index].role in (*VALUES, *MONEY)
                lines_of = value_beside(cells) if value else on_one_line(lines_of)
                if value and sum(any(c.isdigit() for line in lines for c in line.text) for _, lines in cells) > 1:
                    row.doubts = (*row.doubts, "beberapa angka di bawah satu kepala kolom")
            elif columns[index].role not in (*VALUES, *MONEY):
                lines_of = numbers_first(lines_of)
            row.parts[index] = Part(
                lines_of,
                any(cell.row == number for cell, _ in cells),
                cells[0][0].box,
                tuple("\n".join(line.text for line in lines) for _, lines in cells),
                cells[0][0].fill,
                table.ruled,
                columns[index].role in MONEY,
            )
        yield row


_Held: TypeAlias = dict[int, list[tuple[Cell, tuple[Line, ...]]]]


def _by_line(held: _Held, columns: Sequence[Column]) -> _Held:
    """Each line under the leaf whose place on the page holds its middle."""
    made: _Held = {}
    for index, cells in held.items():
        for cell, lines in cells:
            for line in lines:
                middle = (line.box[0] + line.box[2]) / 2 if line.box else None
                own = next(
                    (
                        place
                        for place, c in enumerate(columns)
                        if middle is not None and c.x0 is not None and c.x1 is not None and c.x0 <= middle < c.x1
                    ),
                    index,
                )
                made.setdefault(own, []).append((cell, (line,)))
    return made


def _leaf(section: Section, cell: Cell, columns: Sequence[Column]) -> int | None:
    """The leaf a cell belongs to; a cell over several leaves belongs to the first one of names or statements."""
    covered: list[int] = []
    for place in range(cell.column, min(cell.column + cell.col_span, len(section.leaf_of))):
        index = section.leaf_of[place]
        if index is not None and index not in covered:
            covered.append(index)
    if not covered:
        return None
    if len(covered) > 1 and (widest := _widest(section, cell)) is not None:
        return widest
    if len(covered) > 1:
        text = (Role.NAME, Role.PROGRAM, Role.KEGIATAN, Role.INDICATOR, Role.SASARAN, Role.TUJUAN)
        for role in text:
            for index in covered:
                if columns[index].role is role:
                    return index
    return covered[0]


def _widest(section: Section, cell: Cell) -> int | None:
    """The leaf that holds most of a cell's width (borders that are a little off), None when none does."""
    xs = section.grid.table.xs
    if not xs:
        return None
    widths: dict[int, float] = {}
    for place in range(cell.column, min(cell.column + cell.col_span, len(section.leaf_of))):
        index = section.leaf_of[place]
        if index is not None:
            widths[index] = widths.get(index, 0.0) + xs[place + 1] - xs[place]
    best = max(widths, key=lambda index: widths[index])
    return best if widths[best] >= _MOST * sum(widths.values()) else None


def _row_box(section: Section, number: int) -> Box | None:
    table = section.grid.table
    if not table.ys or not table.xs:
        return None
    return (table.xs[0], table.ys[number], table.xs[-1], table.ys[number + 1])
