"""The sheet reader: the tables of each visible sheet, with the sheet's own rows.

A workbook has no pages: like a Word body it is one `Page` with number None. Its tables are numbered in order; a row's
number is the row that the spreadsheet program shows, and a table knows its sheet and columns, so that a person finds
what a finding names.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from extractors.layout import Cell, Line, Page, Paragraph, Table
from extractors.readers import problems
from extractors.readers.number_format import printed
from extractors.tables.headings import read_heading
from models.errors import Problem, SelarasError
from models.evidence import SheetColumns

MAX_ROWS, MAX_COLUMNS = 50_000, 300
"""Texts beyond are not read; a real plan stays far below."""
_NO_RESULT = re.compile(rb"<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
"""A cell with a formula and no value: its program never computed it."""
_WIDE = 3
"""Cells with text from which on a row belongs to the table and not to the titles over it."""
_TITLES = 5
"""Rows of titles at most between a blank row and the headings of a further table."""
_HEADINGS, _LONG = 0.6, 120
"""Share of cells with a known heading in such a row, and characters that no heading has."""
_AMOUNT = re.compile(r"\d[\d.,]{5,}")


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
    tables = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            hidden.append(f"lembar {sheet.title}")
            continue
        read = _Sheet(sheet)
        if read.cut:
            told.append(problems.sheet_cut(path.name, sheet.title, MAX_ROWS, MAX_COLUMNS))
        found = list(read.blocks(tables + 1))
        tables += sum(isinstance(block, Table) for block in found)
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

    def __init__(self, sheet: Any):
        self._name = str(sheet.title)
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
        self._hidden_rows, self._hidden_columns = hidden_rows, hidden_columns
        self._rows: dict[int, list[int]] = {}
        for row, column in self._texts:
            self._rows.setdefault(row, []).append(column)

    def blocks(self, number: int) -> Iterator[Paragraph | Table]:
        """Each table after the titles over it as paragraphs. `number` is that of the first table."""
        starts = self._table_starts()
        if not starts:
            yield from map(self._title, sorted(self._rows))
            return
        ends = [*(titles for titles, _ in starts[1:]), max(self._rows) + 1]
        for (titles, first), end in zip(starts, ends, strict=True):
            yield from (self._title(row) for row in sorted(self._rows) if titles <= row < first)
            last = max(row for row in self._rows if row < end)
            yield self._table(number, first, last)
            number += 1

    def _title(self, row: int) -> Paragraph:
        texts = [self._texts[row, column] for column in sorted(self._rows[row])]
        return Paragraph(" ".join(text for text, _ in texts), bold=all(bold for _, bold in texts))

    def _table_starts(self) -> list[tuple[int, int]]:
        """Row of the first title and of the first heading of each table.

        Blank rows alone do not end a table: what follows must begin with headings of its own, else it goes on.
        """
        made: list[tuple[int, int]] = []
        titles: int | None = None
        for rows in self._runs():
            titles = titles or rows[0]
            wide = next((row for row in rows if len(self._rows[row]) >= _WIDE), None)
            if wide is None:
                continue
            if not made or (rows.index(wide) <= _TITLES and self._is_heading(wide)):
                made.append((titles, wide))
            titles = None
        return made

    def _runs(self) -> Iterator[list[int]]:
        """Rows with text that no blank row parts; a merged cell holds together the rows it covers."""
        covered = {
            r for (first, _), (last, _) in self._spans.items() for r in range(first + 1, min(last, MAX_ROWS) + 1)
        }
        run: list[int] = []
        for row in sorted(self._rows):
            between = range(run[-1] + 1, row) if run else range(0)
            if any(blank not in self._hidden_rows and blank not in covered for blank in between):
                yield run
                run = []
            run.append(row)
        if run:
            yield run

    def _is_heading(self, row: int) -> bool:
        """Most cells say what columns hold, and none is an amount or a long text."""
        texts = [self._texts[row, column][0] for column in self._rows[row]]
        known = sum(read_heading(text).role not in (None, "number") for text in texts)
        return known >= _HEADINGS * len(texts) and not any(_AMOUNT.search(text) or len(text) > _LONG for text in texts)

    def _table(self, number: int, first: int, last: int) -> Table:
        columns = self._columns(first, last)
        place_of = {column: place for place, column in enumerate(columns)}
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
        where = SheetColumns(self._name, get_column_letter(columns[0]), get_column_letter(columns[-1]))
        return Table(None, number, last, len(columns), tuple(cells), sheet=where)

    def _columns(self, first: int, last: int) -> list[int]:
        """Columns that hold a text in these rows, or lie under a heading that is wider than its own column."""
        reached = {column for row, column in self._texts if first <= row <= last}
        for (row, column), (_, end) in self._spans.items():
            if first <= row <= last and (row, column) in self._texts and len(self._rows[row]) >= _WIDE:
                reached |= set(range(column, min(end, MAX_COLUMNS) + 1))
        return sorted(reached - self._hidden_columns)


def _hidden_columns(sheet: Any) -> set[int]:
    hidden: set[int] = set()
    for column in sheet.column_dimensions.values():
        if column.hidden and column.min and column.max:
            hidden |= set(range(column.min, min(column.max, MAX_COLUMNS) + 1))
    return hidden


def _cell(row: int, column: int, rows: int, columns: int, text: tuple[str, bool] | None) -> Cell:
    lines = tuple(Line(line.strip(), bold=text[1]) for line in text[0].split("\n") if line.strip()) if text else ()
    return Cell(row, column, rows, columns, lines)
