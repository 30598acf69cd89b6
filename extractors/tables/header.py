"""Where a table's header ends, and which leaf columns it makes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout import Cell
from extractors.tables.grid import Grid
from extractors.tables.headings import Heading, read_heading

_MAX_HEADER_ROWS = 9
_NUMBER_CELL = re.compile(r"\(?\s*(\d{1,2})\s*[a-z]?\s*\)?\s*(?:=?\s*[\s(:/x×*+\d)=%-]*)?", re.IGNORECASE)
_MONEY = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}")
_LONG = 160
_VALUE = re.compile(r"[<>≤≥]?\s*\d[\d.,]*\s*%?")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf column of a header: its headings top to bottom and the grid columns under it."""

    first: int
    last: int
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one table: how many grid rows it takes and its leaves, left to right."""

    rows: int
    leaves: tuple[Leaf, ...]


def find_header(grid: Grid) -> Header | None:
    """The header at the top of a table, None when the table starts with data."""
    rows = _header_rows(grid)
    if rows == 0:
        return None
    return Header(rows, _leaves(grid, rows))


def _header_rows(grid: Grid) -> int:
    table = grid.table
    limit = min(_top(grid) + _MAX_HEADER_ROWS, table.rows)
    number_row = next((row for row in range(limit) if _is_number_row(grid, row)), None)
    if number_row is not None and number_row <= _top(grid):
        return 0
    if number_row is not None and any(_is_heading_row(grid, row) for row in range(number_row)):
        end = number_row + 1
        end = max([end, *(c.row + c.row_span for c in grid.covering(number_row) if c.row_span <= 3)])
        while end < limit and _is_value_heading_row(grid, end):
            end += 1
        return end
    end = next((row for row in range(limit) if any(c.text.strip() for c in grid.starting(row))), limit)
    start = end
    depth = table.header_rows if table.header_rows < table.rows else 0
    while end < limit and end < table.rows:
        if end < depth or _is_heading_row(grid, end, first=end == start):
            for cell in grid.starting(end):
                if cell.text.strip() and read_heading(cell.text).role is not None and cell.row_span <= 6:
                    depth = max(depth, cell.row + cell.row_span)
            end += 1
        elif end == start and _is_title_row(grid, end):
            end += 1
            start = end
        elif (
            not any(c.text.strip() for c in grid.starting(end))
            and end + 1 < limit
            and (end + 1 < depth or _is_heading_row(grid, end + 1))
        ):
            end += 1
        else:
            break
    if not any(_is_heading_row(grid, row) for row in range(end)):
        return 0
    return end if end < table.rows or table.rows <= 3 else 0


def _top(grid: Grid) -> int:
    """The first row that holds a cell: a table further down a sheet has none above."""
    return grid.table.cells[0].row if grid.table.cells else 0


def _is_number_row(grid: Grid, row: int) -> bool:
    """Column numbers `1 2 3 ...`, `(1) (2) 5 = 3/4`."""
    cells = [c for c in grid.covering(row) if c.text.strip()]
    if len(cells) < 3:
        return False
    numbers = []
    for cell in cells:
        found = _NUMBER_CELL.fullmatch(cell.text.strip().replace("\n", " "))
        if found:
            numbers.append(int(found[1]))
    if len(numbers) < max(3, 0.75 * len(cells)):
        return False
    rising = sum(b - a in (0, 1, 2) or b > a for a, b in itertools.pairwise(numbers))
    steps = sum(b - a == 1 for a, b in itertools.pairwise(numbers))
    if max(numbers) > grid.table.columns + 6:  # yearly targets 92, 93, 94 ... rise too
        return False
    return numbers[0] <= 3 and rising >= 0.85 * (len(numbers) - 1) and steps >= 0.5 * (len(numbers) - 1)


def _is_heading_row(grid: Grid, row: int, *, first: bool = False) -> bool:
    cells = [c for c in grid.starting(row) if c.text.strip()]
    if not cells:
        return False
    headings = [(c, read_heading(c.text)) for c in cells]
    if any(_MONEY.search(c.text) or len(c.text) > _LONG for c, _ in headings):
        return False
    good = sum(_weight(c, h) for c, h in headings)
    if first and len(cells) == 1:
        return good >= 1 and cells[0].col_span < grid.table.columns
    if not first and len(cells) == 1 and grid.table.columns > 3 and not _spanned(grid, row):
        return headings[0][1].role in ("year", "target", "quarter", "number") and good >= 1
    return good >= 0.6 * len(cells) and good >= 1


def _weight(cell: Cell, heading: Heading) -> float:
    """How much a cell looks like a heading and not like data."""
    text = cell.text.strip()
    if heading.role is None:
        return 0.0
    if heading.role == "number":
        return 0.5 if text.startswith("(") else 0.0
    words = len(re.findall(r"\w+", text))
    if heading.role in ("program", "kegiatan", "subkegiatan", "urusan", "misi", "tujuan", "sasaran") and (
        words > 7 or (len(heading.rungs) < 2 and words > 4)
    ):
        return 0.0
    if heading.role in ("outcome", "level", "description", "unit", "no", "code") and words > 6:
        return 0.0
    return (
        0.0
        if words > (18 if heading.role in ("target", "realisation", "baseline", "final", "quarters") else 14)
        else 1.0
    )


def _spanned(grid: Grid, row: int) -> bool:
    return any(c.row < row for c in grid.covering(row))


def _is_value_heading_row(grid: Grid, row: int) -> bool:
    """A row of `K | Rp` or years under the column numbers."""
    cells = [c for c in grid.starting(row) if c.text.strip()]
    if len(cells) < 2:
        return False
    return all(
        read_heading(c.text).role in ("target", "money", "year", "unit", "quarter", "total") for c in cells
    ) and all(len(c.text.strip()) <= 12 for c in cells)


def _is_title_row(grid: Grid, row: int) -> bool:
    """One cell over (nearly) the whole width above the headings: a title inside the table."""
    while row < min(_top(grid) + _MAX_HEADER_ROWS, grid.table.rows - 1):
        cells = [c for c in grid.starting(row) if c.text.strip()]
        if len(cells) != 1 or cells[0].col_span < 0.8 * grid.table.columns or grid.table.columns < 3:
            return False
        row = cells[0].row + cells[0].row_span
        if row < grid.table.rows and _is_heading_row(grid, row) and not _is_wide(grid, row):
            return True
    return False


def _is_wide(grid: Grid, row: int) -> bool:
    cells = [c for c in grid.starting(row) if c.text.strip()]
    return len(cells) == 1 and cells[0].col_span >= 0.8 * grid.table.columns


def _leaves(grid: Grid, rows: int) -> tuple[Leaf, ...]:
    """Neighbouring grid columns under the same headings are one leaf."""
    leaves: list[Leaf] = []
    bottoms: list[Cell | None] = []
    number_row = next((row for row in range(rows) if _is_number_row(grid, row)), None)
    skipped = {row for row in range(rows) if row == number_row or _is_title_row(grid, row)}
    strange = _under_several(grid, rows)
    for column in range(grid.table.columns):
        cells = tuple(c for c in grid.column_cells(column, rows, skipped) if c not in strange)
        headings = _headings(cells)
        bottom = cells[-1] if cells else None
        numbered = number_row is not None and _text_at(grid, number_row, column)
        split = number_row is not None and bottom is not None and _numbered_apart(grid, number_row, bottom)
        own = numbered or _holds_values(grid, rows, column, leaves)
        if leaves and (bottom is bottoms[-1] and not split if bottom is not None else not own):
            leaves[-1] = Leaf(leaves[-1].first, column, leaves[-1].headings)
            continue
        leaves.append(Leaf(column, column, headings))
        bottoms.append(bottom)
    return tuple(leaves)


def _under_several(grid: Grid, rows: int) -> tuple[Cell, ...]:
    """Cells of the header that stand under several headings at once: no headings, but what the table is about."""
    found = []
    for row in range(1, rows):
        for cell in grid.starting(row):
            if cell.col_span < 2 or not cell.text.strip():
                continue
            above = {
                id(over): over
                for column in range(cell.column, cell.column + cell.col_span)
                if (over := grid.at(row - 1, column)) is not None and over.text.strip()
            }
            named = [over for over in above.values() if read_heading(over.text).role not in (None, "number")]
            if len(named) > 1 and len(named) == len(above):
                found.append(cell)
    return tuple(found)


def _holds_values(grid: Grid, rows: int, column: int, leaves: Sequence[Leaf]) -> bool:
    """Only numbers stand in a sheet's column without heading beside the indicators or their units."""
    before = leaves[-1].headings if leaves and leaves[-1].last == column - 1 else ()
    if grid.table.sheet is None or not before or before[-1].role not in ("indicator", "unit"):
        return False
    texts = [cell.text.strip() for row in range(rows, grid.table.rows) if (cell := grid.at(row, column)) is not None]
    texts = [text for text in texts if text]
    return len(texts) > 1 and all(_VALUE.fullmatch(text) for text in texts)


def _headings(cells: Sequence[Cell]) -> tuple[Heading, ...]:
    """One heading per cell; cells of the same width that stand on each other are one heading that a line cut."""
    texts: list[str] = []
    widths: list[tuple[int, int]] = []
    for cell in cells:
        width = (cell.column, cell.col_span)
        if widths and widths[-1] == width:
            texts[-1] += "\n" + cell.text
        else:
            texts.append(cell.text)
            widths.append(width)
    return tuple(read_heading(text) for text in texts)


def _numbered_apart(grid: Grid, row: int, cell: Cell) -> bool:
    """Each grid column under a heading has a column number: lines inside the heading are missing."""
    return all(_text_at(grid, row, column) for column in range(cell.column, cell.column + cell.col_span))


def _text_at(grid: Grid, row: int, column: int) -> str:
    cell = grid.at(row, column)
    return cell.text.strip() if cell is not None and cell.column == column else ""
