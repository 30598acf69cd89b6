"""A table's cells by grid place, and the leaf columns that its header makes of the grid."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from extractors.layout import Cell, Table


@dataclass(frozen=True)
class Grid:
    """A table with look-up of the cell that covers a grid place."""

    table: Table

    @cached_property
    def _places(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.col_span)
        }

    @cached_property
    def _starts(self) -> dict[int, tuple[Cell, ...]]:
        rows: dict[int, list[Cell]] = {}
        for cell in self.table.cells:
            rows.setdefault(cell.row, []).append(cell)
        return {row: tuple(sorted(cells, key=lambda c: c.column)) for row, cells in rows.items()}

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers the place, None in a gap."""
        return self._places.get((row, column))

    def starting(self, row: int) -> tuple[Cell, ...]:
        """Cells whose top row is `row`, left to right."""
        return self._starts.get(row, ())

    def covering(self, row: int) -> tuple[Cell, ...]:
        """All cells that cover some place of the row, left to right."""
        seen: list[Cell] = []
        for column in range(self.table.columns):
            cell = self.at(row, column)
            if cell is not None and (not seen or seen[-1] is not cell):
                seen.append(cell)
        return tuple(seen)

    def column_cells(self, column: int, rows: int, skipped: Collection[int] = ()) -> tuple[Cell, ...]:
        """Header cells with words over a grid column, top to bottom, each merged cell once."""
        cells: list[Cell] = []
        for row in range(rows):
            cell = self.at(row, column)
            if row in skipped or cell is None or not cell.text.strip() or cell.row in skipped:
                continue
            if not cells or cells[-1] is not cell:
                cells.append(cell)
        return tuple(cells)
