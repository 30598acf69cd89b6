"""The grid of an inferred table: cells of its heading and of its body."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from extractors.readers.geometry import Edge
from extractors.readers.glyphs import Floats
from extractors.readers.page import Grid
from extractors.readers.unruled.body import is_section
from extractors.readers.unruled.headings import read_headings
from extractors.readers.unruled.lines import PrintedRow, Strips


def make_grid(
    columns: Strips, header: list[PrintedRow], body: list[PrintedRow], starts: list[int], rules: list[Edge]
) -> Grid:
    """The grid of the heading's levels and of the rows that begin at `starts`."""
    cells: list[tuple[int, int, int, int]] = []
    ys: list[float] = []
    if header:
        levels, spans = read_headings(columns, header)
        ys = [min(row.top for row in header) - 1.0, *levels]
        if any(below - above < 2 for above, below in pairwise([*ys, body[0].top])):
            ys, spans = ys[:1], []
        cells = _header_cells(len(columns), len(ys), spans)
        ys.append((max(row.bottom for row in header) + body[0].top) / 2)
    else:
        ys = [body[0].top - 1.0]
    offset = len(ys) - 1
    ys += [_border(body[index - 1], body[index], rules) for index in starts[1:]]
    ys.append(body[-1].bottom + 1.0)
    heights = np.maximum.accumulate(np.array(ys))
    wide = {row for row, index in enumerate(starts) if is_section(body[index], columns)}
    cells += [(offset + row, 0, 1, len(columns)) for row in sorted(wide)]
    cells += [
        cell for cell in _body_cells(columns, heights, offset, len(starts), rules, wide) if cell[0] - offset not in wide
    ]
    cells.sort()
    places = np.full((len(heights) - 1, len(columns)), -1, np.int64)
    for number, (row, column, row_span, col_span) in enumerate(cells):
        places[row : row + row_span, column : column + col_span] = number
    return Grid(np.array(columns.borders), heights, cells, places, ruled=False, header_rows=offset)


def _header_cells(columns: int, depth: int, spans: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Cells of the heading: the spanning ones, and what they leave free, column by column."""
    cells = [(level, first, levels, last - first + 1) for level, levels, first, last in spans]
    taken = np.zeros((depth, columns), bool)
    for row, column, row_span, col_span in cells:
        taken[row : row + row_span, column : column + col_span] = True
    for column in range(columns):
        start = 0
        for row in range(depth + 1):
            if row == depth or taken[row, column]:
                if row > start:
                    cells.append((start, column, row - start, 1))
                start = row + 1
    return cells


def _border(above: PrintedRow, below: PrintedRow, rules: list[Edge]) -> float:
    between = [edge.at for edge in rules if above.base < edge.at + 1 and edge.at < below.base]
    return between[0] if between else (min(above.bottom, below.top) + below.top) / 2


def _body_cells(
    columns: Strips, ys: Floats, offset: int, rows: int, rules: list[Edge], wide: set[int]
) -> list[tuple[int, int, int, int]]:
    """Cells of the body; a column that the rules between two rows leave out is merged across them, titles aside."""
    cells = []
    drawn = [[edge for edge in rules if abs(edge.at - ys[offset + row]) < 1.5] for row in range(rows)]
    for column, (x0, x1) in enumerate(pairwise(columns.borders)):
        middle = (x0 + x1) / 2
        start = 0
        for row in range(1, rows + 1):
            ends = row in wide or row - 1 in wide
            if (
                row < rows
                and drawn[row]
                and not ends
                and not any(edge.start <= middle <= edge.end for edge in drawn[row])
            ):
                continue
            cells.append((offset + start, column, row - start, 1))
            start = row
    return cells
