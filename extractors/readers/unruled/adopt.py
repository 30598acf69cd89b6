"""Inferred tables that go on from the page before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.layout import Cell, Page, Table
from extractors.readers.unruled.lines import Strips


def adopt_columns(pages: Sequence[Page]) -> list[Page]:
    """Give a table without heading the columns of the table that it continues from the page before.

    A page with few rows may leave columns blank, so that they cannot be seen in its white space.
    """
    made: list[Page] = []
    for page in pages:
        tables = page.tables
        before = made[-1].tables[-1] if made and made[-1].tables else None
        first = tables[0] if tables else None
        if (
            first is not None
            and before is not None
            and not (first.ruled or before.ruled or first.header_rows)
            and made[-1].number is not None
            and page.number == made[-1].number + 1
            and (adopted := _adopted(first, before)) is not None
        ):
            page = replace(page, blocks=tuple(adopted if block is first else block for block in page.blocks))
        made.append(page)
    return made


def _adopted(table: Table, model: Table) -> Table | None:
    """The table on the model's columns, None when its texts do not fit them."""
    columns = Strips(list(pairwise(model.xs)), list(model.xs))
    target: dict[int, int] = {}
    for cell in table.cells:
        for line in cell.lines:
            if line.box is None:
                continue
            column = columns.at((line.box[0] + line.box[2]) / 2)
            if target.setdefault(cell.column, column) != column:
                return None
    if len(set(target.values())) < len(target) or model.columns <= table.columns or table.box is None:
        return None
    ys, xs = table.ys, model.xs

    def placed(row: int, span: int, column: int, cell: Cell | None) -> Cell:
        box = (xs[column], ys[row], xs[column + 1], ys[row + span])
        return Cell(row, column, span, 1, cell.lines if cell else (), box, cell.fill if cell else None)

    cells = [placed(c.row, c.row_span, target[c.column], c) for c in table.cells if c.column in target]
    blank = set(range(model.columns)) - set(target.values())
    cells += [placed(row, 1, column, None) for row in range(table.rows) for column in blank]
    return replace(
        table,
        columns=model.columns,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        box=(xs[0], table.box[1], xs[-1], table.box[3]),
        xs=xs,
    )
