"""The sheet reader: each visible sheet is one table whose rows are the sheet's own rows.

A sheet has no pages: like a Word body it is one `Page` with number None. A table's number is the sheet's place in the
workbook, a row's number the row that the spreadsheet program shows, so that a person finds what a finding names.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from extractors.layout import Cell, Line, Page, Paragraph, Table
from extractors.readers import problems
from extractors.readers.number_format import printed
from models.errors import Problem, SelarasError

MAX_ROWS, MAX_COLUMNS = 50_000, 300
"""Texts beyond are not read; a real plan stays far below."""
_NO_RESULT = re.compile(rb"<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
"""A cell with a formula and no value: its program never computed it."""
_WIDE = 3
"""Cells with text from which on a row belongs to the table and not to the titles over it."""


def read_xlsx(path: Path) -> tuple[Page, tuple[Problem, ...]]:
    """Read the visible sheets of a workbook as printed: number formats applied, formulas by their last value.

    Returns:
        The sheets as one page, and what was left out (hidden sheets, rows and columns; sheets too large).

    Raises:
        SelarasError: DAMAGED when the package cannot be read.
    """
    try:
        with warnings.catch_warnings(), path.open("rb") as file:  # not the path: it refuses other names than .xlsx
            warnings.simplefilter("ignore")  # of parts that are not read: validations, pictures, print settings
            book = openpyxl.load_workbook(file, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, EOFError) as error:
        raise SelarasError(problems.damaged(path.name)) from error
    blocks: list[Paragraph | Table] = []
    hidden: list[str] = []
    told: list[Problem] = []
    for number, sheet in enumerate(book.worksheets, 1):
        if sheet.sheet_state != "visible":
            hidden.append(f"lembar {sheet.title}")
            continue
        read = _Sheet(sheet, number)
        if read.cut:
            told.append(problems.sheet_cut(path.name, sheet.title, MAX_ROWS, MAX_COLUMNS))
        found = list(read.blocks())
        if found:
            blocks += [Paragraph(sheet.title, style="Lembar", bold=True), *found]
            hidden += _hidden_parts(sheet)
    if hidden:
        told.append(problems.hidden_parts(path.name, hidden))
    if uncomputed := _uncomputed(path):
        told.append(problems.formulas_without_result(path.name, uncomputed))
    return Page(None, 0, 0, tuple(blocks), "xlsx", has_text=bool(blocks)), tuple(told)


def _uncomputed(path: Path) -> int:
    """How many formulas have no stored result: a workbook written by a program that does not calculate."""
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        return sum(len(_NO_RESULT.findall(archive.read(name))) for name in sheets)


def _hidden_parts(sheet: Any) -> list[str]:
    rows = sum(1 for row in sheet.row_dimensions.values() if row.hidden)
    columns = [get_column_letter(column) for column in sorted(_hidden_columns(sheet))]
    made = [f"{rows} baris pada lembar {sheet.title}"] if rows else []
    return [*made, f"kolom {', '.join(columns)} pada lembar {sheet.title}"] if columns else made


class _Sheet:
    """One sheet: its visible cells with text, at their place among the columns that hold any."""

    def __init__(self, sheet: Any, number: int):
        self._number = number
        self.cut = False
        """Texts beyond the limits were left out."""
        hidden_rows = {index for index, row in sheet.row_dimensions.items() if row.hidden}
        hidden_columns = _hidden_columns(sheet)
        self._texts: dict[tuple[int, int], tuple[str, bool]] = {}
        # Not `iter_rows`: it makes a cell for each place of the used range, fifteen million for one stray mark far off.
        for (row, column), cell in sorted(sheet._cells.items()):
            if cell.value is None or row in hidden_rows or column in hidden_columns:
                continue
            if row > MAX_ROWS or column > MAX_COLUMNS:
                self.cut = True
                continue
            text = printed(cell.value, cell.number_format).strip()
            if text:
                self._texts[row, column] = text, bool(cell.font and cell.font.b)
        self._spans = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
        reached = {column for _, column in self._texts}
        filled = Counter(row for row, _ in self._texts)
        for (row, column), (_, last) in self._spans.items():
            if (row, column) in self._texts and filled[row] >= _WIDE:
                reached |= set(range(column, min(last, MAX_COLUMNS) + 1))
        self._columns = sorted(reached - hidden_columns)

    def blocks(self) -> Iterator[Paragraph | Table]:
        """The titles over the table as paragraphs, then the table."""
        if not self._texts:
            return
        rows: dict[int, list[int]] = {}
        for row, column in self._texts:
            rows.setdefault(row, []).append(column)
        first = next((row for row in sorted(rows) if len(rows[row]) >= _WIDE), None)
        for row in sorted(rows):
            if first is not None and row >= first:
                break
            yield Paragraph(" ".join(self._texts[row, column][0] for column in sorted(rows[row])))
        if first is not None:
            yield self._table(first, max(rows))

    def _table(self, first: int, last: int) -> Table:
        place_of = {column: place for place, column in enumerate(self._columns)}
        cells = []
        taken: set[tuple[int, int]] = set()
        for (row, column), (end_row, end_column) in sorted(self._spans.items()):
            covered = [place_of[c] for c in range(column, end_column + 1) if c in place_of]
            if row < first or row > last or not covered:
                continue
            end = min(end_row, last)
            taken |= {(r, place) for r in range(row, end + 1) for place in covered}
            text = self._texts.get((row, column))
            cells.append(_cell(row - 1, covered[0], end - row + 1, covered[-1] - covered[0] + 1, text))
        for row in range(first, last + 1):
            for column, place in place_of.items():
                if (row, place) not in taken:
                    cells.append(_cell(row - 1, place, 1, 1, self._texts.get((row, column))))
        cells.sort(key=lambda cell: (cell.row, cell.column))
        return Table(None, self._number, last, len(self._columns), tuple(cells))


def _hidden_columns(sheet: Any) -> set[int]:
    hidden: set[int] = set()
    for column in sheet.column_dimensions.values():
        if column.hidden and column.min and column.max:
            hidden |= set(range(column.min, min(column.max, MAX_COLUMNS) + 1))
    return hidden


def _cell(row: int, column: int, rows: int, columns: int, text: tuple[str, bool] | None) -> Cell:
    lines = tuple(Line(line.strip(), bold=text[1]) for line in text[0].split("\n") if line.strip()) if text else ()
    return Cell(row, column, rows, columns, lines)
