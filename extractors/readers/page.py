"""From cells and words of one page to its blocks: what both PDF readers share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from extractors.layout import Cell, Paragraph, Table
from extractors.readers.glyphs import Flags, Floats, Ints, Words, as_boxes, centres, make_lines
from models.evidence import Box

GHOST = 5.0
"""Columns and rows narrower than this (points) that hold no text are the gap of a double rule, not cells."""


@dataclass(slots=True)
class Grid:
    """The grid of one table.

    Attributes:
        xs, ys: grid lines.
        cells: row, column, row span and column span of each cell, in row-major order.
        places: cell number at each grid place, -1 where none is.
    """

    xs: Floats
    ys: Floats
    cells: list[tuple[int, int, int, int]]
    places: Ints
    ruled: bool = True
    header_rows: int = 0

    @property
    def box(self) -> Box:
        """The whole table."""
        return float(self.xs[0]), float(self.ys[0]), float(self.xs[-1]), float(self.ys[-1])

    def locate(self, x: Floats, y: Floats) -> Ints:
        """Cell number at each point, -1 where none is."""
        columns = np.searchsorted(self.xs, x, "right") - 1
        rows = np.searchsorted(self.ys, y, "right") - 1
        inside = (columns >= 0) & (rows >= 0) & (columns < len(self.xs) - 1) & (rows < len(self.ys) - 1)
        found = np.full(len(x), -1, np.int64)
        found[inside] = self.places[rows[inside], columns[inside]]
        return found


def cell_numbers(grids: Sequence[Grid], x: Floats, y: Floats) -> Ints | None:
    """A number for the cell at each point that no cell of another table has, -1 where none is; None without tables."""
    if not grids:
        return None
    cells = np.full(len(x), -1, np.int64)
    for number, grid in enumerate(grids):
        found = grid.locate(x, y)
        cells[found >= 0] = found[found >= 0] + number * 100_000
    return cells


def make_grid(boxes: Sequence[Box], x: Floats, y: Floats, ruled: bool = True) -> Grid | None:
    """The grid of cells whose sides lie on common lines; the gaps of double rules are closed.

    Args:
        boxes: cell areas.
        x: middles of the page's glyphs, which tell a narrow column from a double rule,
        y: likewise.
        ruled: whether the cells are drawn.

    Returns:
        None when nothing but gaps remains.
    """
    areas = np.array(boxes)
    inside = (x >= areas[:, 0].min()) & (x <= areas[:, 2].max()) & (y >= areas[:, 1].min()) & (y <= areas[:, 3].max())
    xs = _grid_lines(areas[:, [0, 2]], x[inside])
    ys = _grid_lines(areas[:, [1, 3]], y[inside])
    if len(xs) < 2 or len(ys) < 2:
        return None
    columns, rows = _nearest(xs, areas[:, [0, 2]]), _nearest(ys, areas[:, [1, 3]])
    places = np.full((len(ys) - 1, len(xs) - 1), -1, np.int64)
    cells: list[tuple[int, int, int, int]] = []
    for top, left, bottom, right in sorted(
        zip(rows[:, 0].tolist(), columns[:, 0].tolist(), rows[:, 1].tolist(), columns[:, 1].tolist(), strict=True)
    ):
        area = places[top:bottom, left:right]
        if area.size and (area == -1).all():
            area[:] = len(cells)
            cells.append((top, left, bottom - top, right - left))
    return Grid(xs, ys, cells, places, ruled) if cells else None


def _grid_lines(sides: Floats, middles: Floats) -> Floats:
    lines: list[float] = []
    for side in np.unique(sides).tolist():
        narrow = bool(lines) and side - lines[-1] < GHOST
        if not narrow or ((middles > lines[-1]) & (middles < side)).any():
            lines.append(side)
    return np.array(lines)


def _nearest(lines: Floats, sides: Floats) -> Ints:
    nearest: Ints = np.abs(sides[:, :, None] - lines).argmin(axis=2)
    return nearest


def build_blocks(
    page: int, grids: Sequence[Grid], words: Words, fills: Iterable[tuple[Box, str]] = ()
) -> tuple[Paragraph | Table, ...]:
    """Tables and the lines between them, in reading order.

    Args:
        page: 1-based number.
        grids: the page's tables from top to bottom.
        words: the page's words.
        fills: filled areas with their colour, in the order of painting.
    """
    x, y = centres(words.boxes)
    groups = np.full(len(words), -1, np.int64)
    offsets = []
    offset = 0
    for grid in grids:
        found = grid.locate(x, y)
        groups[found >= 0] = found[found >= 0] + offset
        offsets.append(offset)
        offset += len(grid.cells)
    lines = make_lines(words, groups)
    fills = list(fills)
    blocks: list[tuple[float, float, Paragraph | Table]] = []
    for number, (grid, offset) in enumerate(zip(grids, offsets, strict=True), 1):
        places = np.array(grid.cells)
        areas = np.stack(
            [
                grid.xs[places[:, 1]],
                grid.ys[places[:, 0]],
                grid.xs[places[:, 1] + places[:, 3]],
                grid.ys[places[:, 0] + places[:, 2]],
            ],
            axis=1,
        )
        cells = tuple(
            Cell(row, column, row_span, col_span, tuple(lines.get(offset + index, ())), box, fill)
            for index, ((row, column, row_span, col_span), box, fill) in enumerate(
                zip(grid.cells, as_boxes(areas), _colours(areas, fills), strict=True)
            )
        )
        table = Table(
            page=page,
            number=number,
            rows=len(grid.ys) - 1,
            columns=len(grid.xs) - 1,
            cells=cells,
            box=as_boxes(np.array([grid.box]))[0],
            xs=tuple(np.round(grid.xs, 2).tolist()),
            ys=tuple(np.round(grid.ys, 2).tolist()),
            ruled=grid.ruled,
            header_rows=grid.header_rows,
        )
        blocks.append((grid.box[1], grid.box[0], table))
    for line in lines.get(-1, ()):
        box = line.box or (0, 0, 0, 0)
        blocks.append((box[1], box[0], Paragraph(line.text, line.box, bold=line.bold)))
    blocks.sort(key=lambda block: block[:2])
    return tuple(block for _, _, block in blocks)


def _colours(areas: Floats, fills: list[tuple[Box, str]]) -> list[str | None]:
    """Colour of the topmost filled area under the middle of each cell, None when it is white or bare."""
    if not fills:
        return [None] * len(areas)
    boxes: Floats = np.array([box for box, _ in fills])
    x, y = centres(areas)
    under: Flags = (
        (boxes[:, 0] <= x[:, None])
        & (x[:, None] <= boxes[:, 2])
        & (boxes[:, 1] <= y[:, None])
        & (y[:, None] <= boxes[:, 3])
    )
    # The last painted hit lies on top.
    topmost = np.where(under.any(axis=1), len(fills) - 1 - under[:, ::-1].argmax(axis=1), -1)
    named = [None if colour == "#ffffff" else colour for _, colour in fills]
    return [named[top] if top >= 0 else None for top in topmost.tolist()]
