"""Undo what drawing programs add to a grid: background strips round text, boxes without words.

Word and Excel draw the shading of a paragraph as rectangles of their own. They show up as narrow empty columns beside
the text and as breaks between its lines. A strip is recognised by never holding a word; it joins the column with which
other cells share it, and lines of one cell come together again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.layout import Cell, Line, Table
from extractors.tables.grid import Grid
from models.evidence import Box

_STRIP = 14.0
"""Points: the widest margin beside a shaded text; a column of words is wider."""
_MIN_TEXT = 8
"""Fewer characters are a page number in a box."""


def useful_tables(tables: Sequence[Table]) -> list[Table]:
    """Tables that hold words and do not lie inside another table, tidied."""
    kept: list[Table] = []
    for table in tables:
        if sum(len(cell.text.strip()) for cell in table.cells) < _MIN_TEXT:
            continue
        if any(other is not table and _inside(table, other) for other in tables):
            continue
        kept.append(tidy(table))
    return kept


def tidy(table: Table) -> Table:
    """The table without background strips."""
    groups = _column_groups(table)
    if len(groups) == table.columns:
        return table
    return _regroup(table, groups)


def _inside(inner: Table, outer: Table) -> bool:
    if inner.box is None or outer.box is None:
        return False
    a, b = inner.box, outer.box
    area = (a[2] - a[0]) * (a[3] - a[1])
    if area >= (b[2] - b[0]) * (b[3] - b[1]):
        return False
    return a[0] >= b[0] - 1 and a[1] >= b[1] - 1 and a[2] <= b[2] + 1 and a[3] <= b[3] + 1


def _column_groups(table: Table) -> list[tuple[int, int]]:
    """Runs of grid columns that are one column of the page, as (first, last)."""
    if not table.xs or not table.ys:
        return [(column, column) for column in range(table.columns)]
    wordy = {cell.column for cell in table.cells if cell.col_span == 1 and cell.text.strip()}
    crossed = _crossings(table)
    borders = _borders(table)
    joined = [False] * (table.columns + 1)
    for column in range(table.columns):
        if column in wordy or table.xs[column + 1] - table.xs[column] > _STRIP:
            continue
        left = crossed[column] if column not in borders else 0.0
        right = crossed[column + 1] if column + 1 not in borders else 0.0
        if left > right:
            joined[column] = True
        elif right > left:
            joined[column + 1] = True
    groups: list[list[int]] = []
    for column in range(table.columns):
        if column and joined[column]:
            groups[-1].append(column)
        else:
            groups.append([column])
    return [(group[0], group[-1]) for group in groups]


def _crossings(table: Table) -> list[float]:
    """Per grid line between columns: over how much height a cell reaches across it."""
    crossed = [0.0] * (table.columns + 1)
    for cell in table.cells:
        height = table.ys[min(cell.row + cell.row_span, table.rows)] - table.ys[cell.row]
        for line in range(cell.column + 1, cell.column + cell.col_span):
            crossed[line] += height
    return crossed


def _borders(table: Table) -> set[int]:
    """Grid columns at whose left side words stand on both sides of a line: a border that is meant."""
    worded = [cell for cell in table.cells if cell.text.strip()]
    ends = {(row, cell.column + cell.col_span) for cell in worded for row in range(cell.row, cell.row + cell.row_span)}
    starts = {(row, cell.column) for cell in worded for row in range(cell.row, cell.row + cell.row_span)}
    return {column for _, column in ends & starts}


def _regroup(table: Table, groups: Sequence[tuple[int, int]]) -> Table:
    """Join grid places that one cell or one column group holds together, and number rows and columns anew."""
    grid = Grid(table)
    of = {column: number for number, (first, last) in enumerate(groups) for column in range(first, last + 1)}
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while parent.setdefault(place, place) != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for row in range(table.rows):
        for column in range(table.columns):
            cell = grid.at(row, column)
            root((row, of[column]))
            if cell is not None:
                parent[root((row, of[column]))] = root((cell.row, of[cell.column]))
    regions: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in list(parent):
        regions.setdefault(root(place), []).append(place)
    held: dict[tuple[int, int], list[Cell]] = {}
    for cell in table.cells:
        held.setdefault(root((cell.row, of[cell.column])), []).append(cell)
    blocks = [
        (
            min(r for r, _ in places),
            max(r for r, _ in places),
            min(c for _, c in places),
            max(c for _, c in places),
            key,
        )
        for key, places in regions.items()
        if key in held
    ]
    breaks = sorted({0, table.rows, *(top for top, *_ in blocks), *(bottom + 1 for _, bottom, *_ in blocks)})
    number = {row: index for index, row in enumerate(breaks)}
    cells = []
    for top, bottom, left, right, key in sorted(blocks):
        parts = held[key]
        cells.append(
            Cell(
                row=number[top],
                column=left,
                row_span=number[bottom + 1] - number[top],
                col_span=right - left + 1,
                lines=_merged_lines(parts),
                box=_frame([part.box for part in parts if part.box]),
                fill=next((part.fill for part in parts if part.fill), None),
            )
        )
    xs = tuple(table.xs[first] for first, _ in groups) + table.xs[-1:] if table.xs else ()
    ys = tuple(table.ys[row] for row in breaks) if table.ys else ()
    return replace(table, rows=len(breaks) - 1, columns=len(groups), cells=tuple(cells), xs=xs, ys=ys)


def _merged_lines(parts: Sequence[Cell]) -> tuple[Line, ...]:
    lines = [line for part in parts for line in part.lines]
    if len(parts) > 1 and all(line.box for line in lines):
        lines.sort(key=lambda line: (round(line.box[1], 0), line.box[0]) if line.box else (0.0, 0.0))
    return tuple(lines)


def _frame(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
