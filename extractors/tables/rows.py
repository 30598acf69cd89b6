"""Body rows of a chain: what stands in each leaf column of each row, merged cells told apart from own ones."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TypeAlias

from extractors.layout import Cell, Line
from extractors.tables.columns import MONEY, VALUES, Column, Role
from extractors.tables.numbers import ends_amount, value_text
from extractors.tables.stitch import Chain, Section
from extractors.tables.text import squeeze
from extractors.tables.trace import Fate, Trace
from models.evidence import Box
from models.units import is_unit

_SAME_HEIGHT = 4.0
"""Points that tops of lines beside each other may differ by."""
_MOST = 0.75
_WRAPPED = 2
"""Lines that one value with its unit may take in a narrow cell."""
_HEADING = re.compile(r"[a-z].*[a-z0-9]|^(?:19|20)\d\d$")
"""What a heading says and a value does not: letters, a year."""
_LONG_WORD = 8
_LIST_NUMBER = re.compile(r"\d{1,2}[.)]|[a-z][.)]")
_BARE_NUMBER = re.compile(r"\s*\d{1,2}\s*")


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
    shares = _Shares(section, columns)
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
                lines_of = _beside(cells) if value else _level(lines_of)
            elif columns[index].role not in (*VALUES, *MONEY):
                lines_of = _numbers_first(lines_of)
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


def _beside(cells: Sequence[tuple[Cell, tuple[Line, ...]]]) -> tuple[Line, ...]:
    """A value and its unit in cells of their own under one heading, as one line; several of them line by line."""
    held = [[line for line in lines if line.text.strip()] for _, lines in cells]
    if any(len(lines) > _WRAPPED for lines in held):
        return _level([line for lines in held for line in lines], pointed=False)
    lines = [line for part in held for line in part]
    if not held[0] and is_unit(" ".join(line.text for line in lines)):
        return ()  # the number that the unit belongs to is missing
    if not lines:
        return ()
    boxes = [line.box for line in lines if line.box]
    box = (
        (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        if len(boxes) == len(lines)
        else None
    )
    return (Line(" ".join(line.text.strip() for line in lines), box, all(line.bold for line in lines)),)


def _level(lines: Sequence[Line], *, pointed: bool = True) -> tuple[Line, ...]:
    """Lines of neighbouring cells under one heading, those of one height as one line; a bare number gets its point."""
    point = _pointed if pointed else str.strip
    if any(line.box is None for line in lines):
        numbers = [line for line in lines if _BARE_NUMBER.fullmatch(line.text)]
        if len(numbers) == 1 and lines[0] is numbers[0] and len(lines) > 1:
            return (replace(lines[1], text=f"{point(lines[0].text)} {lines[1].text}"), *lines[2:])
        return tuple(lines)
    made: list[Line] = []
    for line in sorted(lines, key=lambda ln: (_top(ln), ln.box[0] if ln.box else 0.0)):
        before = made[-1] if made else None
        if before is not None and before.box and line.box and abs(_top(line) - before.box[1]) < _SAME_HEIGHT:
            left, right = (before, line) if before.box[0] <= line.box[0] else (line, before)
            box = (
                min(before.box[0], line.box[0]),
                min(before.box[1], line.box[1]),
                max(before.box[2], line.box[2]),
                max(before.box[3], line.box[3]),
            )
            made[-1] = Line(f"{point(left.text)} {right.text}", box, before.bold and line.bold)
        else:
            made.append(line)
    return tuple(made)


def _numbers_first(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A list number that stands a little lower than the line it numbers, in front of that line."""
    made: list[Line] = []
    for line in lines:
        before = made[-1] if made else None
        if (
            before is not None
            and before.box
            and line.box
            and _LIST_NUMBER.fullmatch(line.text.strip())
            and line.box[1] < before.box[3]
            and line.box[2] <= before.box[0] + _SAME_HEIGHT
        ):
            made[-1] = replace(before, text=f"{line.text.strip()} {before.text}")
        else:
            made.append(line)
    return tuple(made)


def _pointed(text: str) -> str:
    return f"{text.strip()}." if _BARE_NUMBER.fullmatch(text) else text


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


class _Shares:
    """Which lines of a cell over several rows stand beside which row."""

    def __init__(self, section: Section, columns: Sequence[Column]):
        self._section = section
        self._columns = columns
        self._of: dict[int, dict[int, tuple[Line, ...]] | None] = {}

    def lines(self, cell: Cell, number: int, index: int) -> tuple[Line, ...] | None:
        """Lines for the row, None when the cell has nothing to say there (a merged cell from above)."""
        if cell.row_span == 1:
            return cell.lines
        key = id(cell)
        if key not in self._of:
            self._of[key] = self._share(cell, index)
        shared = self._of[key]
        if shared is None:
            return cell.lines if number == max(cell.row, self._section.body) else None
        return shared.get(number)

    def _share(self, cell: Cell, index: int) -> dict[int, tuple[Line, ...]] | None:
        ys = self._section.grid.table.ys
        lines = [line for line in cell.lines if line.text.strip()]
        if not ys or len(lines) < 2 or any(line.box is None for line in lines):
            return None
        value = self._columns[index].role in (*VALUES, *MONEY, Role.UNIT, Role.IGNORE) and not _is_sentence(lines)
        blocks = _values_of(lines) if value else line_blocks(lines)
        if len(blocks) < 2:
            return None
        rows: dict[int, list[Line]] = {}
        for block in blocks:
            row = self._row_of(block, cell)
            rows.setdefault(row, []).extend(block)
        if len(rows) < 2 or (not value and not self._at_tops(rows, cell)):
            return None
        return {row: tuple(held) for row, held in rows.items()}

    def _row_of(self, block: Sequence[Line], cell: Cell) -> int:
        ys = self._section.grid.table.ys
        box = block[0].box
        assert box is not None
        middle = (box[1] + box[3]) / 2
        for row in range(cell.row, cell.row + cell.row_span):
            if middle < ys[row + 1]:
                return row
        return cell.row + cell.row_span - 1

    def _at_tops(self, rows: dict[int, list[Line]], cell: Cell) -> bool:
        """Does each block begin at the top of its row (so that rows, not chance, part the text)?"""
        ys = self._section.grid.table.ys
        for row, lines in rows.items():
            box = lines[0].box
            assert box is not None
            if box[1] - ys[row] > 1.6 * (box[3] - box[1]):
                return False
        return True


def _values_of(lines: Sequence[Line]) -> list[list[Line]]:
    """One value a line; the last digits of an amount go with its begin."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and ends_amount(blocks[-1][-1].text.strip(), line.text.strip()):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_sentence(lines: Sequence[Line]) -> bool:
    """Lines without any number of which most have several words: a target told in words, not one value a line."""
    texts = [line.text for line in lines]
    several = sum(len(re.findall(r"[^\W\d_]{2,}", text)) > 1 for text in texts)
    return not any(re.search(r"\d", text) for text in texts) and several > 0.5 * len(texts)


def line_blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines parted where the gap between them is wider than the cell's usual one."""
    if len(lines) < 2 or any(line.box is None for line in lines):
        return [list(lines)]
    steps = [_top(b) - _top(a) for a, b in itertools.pairwise(lines)]
    usual = _usual_step(lines, steps)
    blocks = [[lines[0]]]
    for line, step in zip(lines[1:], steps, strict=True):
        if step > 1.35 * usual:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _usual_step(lines: Sequence[Line], steps: Sequence[float]) -> float:
    heights = [line.box[3] - line.box[1] for line in lines if line.box]
    small = [s for s in steps if s <= 2.2 * median(heights)]
    return (
        max(min(small, default=0.0), 0.9 * median(heights)) if len(small) < 3 else min(median(small), 1.2 * min(small))
    )


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0
