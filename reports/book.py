"""House style of the workbook: safe cells, Indonesian numbers, pages made for A3 landscape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from math import ceil
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

import xlsxwriter

Cell: TypeAlias = "str | int | Decimal | Number | Branch | None"

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_A3 = 8
_LONGEST = 2_000  # characters in a cell: more does not print
_LINE = 13.0  # points
_ROOM = 1.25  # characters of running text that fit in one unit of width, on the safe side
_HIGHEST = 409.0  # points: the most that a row can have
_DEEPEST = 7  # levels that a spreadsheet can fold
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = "[$-421]#,##0"
"""Indonesian separators: 1.234,56 on every machine that honours the locale of a format."""

_COLOURS = {
    "tidak konsisten": "#F8CBAD",
    "perlu diperiksa": "#FFE699",
    "berubah": "#DDEBF7",
    "sama": "#E2EFDA",
    "tanpa padanan": "#EDEDED",
    "kritis": "#F8CBAD",
    "mayor": "#FFE699",
    "tidak": "#FFE699",
}
"""Backgrounds of cells that hold exactly these words, so that colour never speaks alone."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the decimals that its source printed."""

    value: Decimal
    decimals: int = 0

    @property
    def width(self) -> float:
        """Width in characters that shows the number; a narrower column would show only `####`."""
        return len(f"{self.value:,.{min(self.decimals, 6)}f}") * 0.95 + 1.5


@dataclass(frozen=True, slots=True)
class Branch:
    """A text of a tree: indented by its depth, its row folded with those above it; depth 0 is a heading of its own."""

    text: str
    depth: int

    @property
    def room(self) -> float:
        """Width that the indent takes away."""
        return min(self.depth, _DEEPEST) * 1.3


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: heading, width in characters (of sheets with one table), group heading, alignment."""

    title: str
    width: float = 0
    group: str | None = None
    align: str = "left"


def indonesian_date(moment: datetime | None) -> str:
    """`22 November 2026`, empty for None."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}" if moment else ""


class Book:
    """An XLSX file whose sheets share one style. Texts are written as texts, whatever they begin with.

    Args:
        path: the file to write; replaced when it exists.
        footer: what stands at the left of every printed page, e.g. the region.
        moment: the run's time: printed in the footer and kept as the file's date, so equal runs give equal files.
    """

    def __init__(self, path: Path, footer: str, moment: datetime | None):
        self._book = xlsxwriter.Workbook(
            str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        )
        self._book.set_properties({"title": "Selaras", "comments": footer, "created": moment or datetime(2000, 1, 1)})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        left = footer.replace("&", "&&")[:100]
        date = indonesian_date(moment).replace("&", "&&")
        # The space keeps a leading digit of the text out of the font size.
        self._footer = f"&L&8 {left}&C&8 &A, halaman &P dari &N&R&8 {date}"

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._book.close()

    def sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """Add a sheet with these column widths, set up for printing on A3 landscape at full width."""
        page = self._book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(_A3)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.set_footer(self._footer)
        page.hide_gridlines(2)
        for number, width in enumerate(widths):
            page.set_column(number, number, width)
        return Sheet(page, self, widths)

    def style(self, **properties: Any) -> Any:
        """A cell format, made once for each set of properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            base = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
            self._formats[key] = self._book.add_format({**base, **properties})
        return self._formats[key]


class Sheet:
    """A sheet that is written from top to bottom. `row` is the next free row, from 0."""

    def __init__(self, page: Any, book: Book, widths: Sequence[float]):
        self._page = page
        self._book = book
        self._widths = widths
        self.row = 0

    def title(self, text: str, *notes: str) -> None:
        """The sheet's heading and lines of explanation under it."""
        self._page.set_row(self.row, 24)
        self._page.write_string(self.row, 0, text, self._book.style(bold=True, font_size=16))
        for number, note in enumerate(notes, 1):
            self._page.write_string(self.row + number, 0, note, self._book.style(italic=True, font_color="#595959"))
        self.row += len(notes) + 2

    def heading(self, text: str) -> None:
        """A heading between two tables."""
        self._page.set_row(self.row, 18)
        self._page.write_string(self.row, 0, text, self._book.style(bold=True, font_size=12))
        self.row += 1

    def lines(self, pairs: Iterable[tuple[str, Cell]]) -> None:
        """Label and value, one pair a row."""
        for label, value in pairs:
            self._page.write_string(self.row, 0, label, self._book.style(bold=True))
            self._cell(self.row, 1, str(value) if isinstance(value, int) else value, {})
            self.row += 1
        self.row += 1

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        *,
        main: bool = False,
        keep: int = 0,
        empty: str = "",
    ) -> int:
        """A table with one or two heading rows.

        Args:
            columns: the columns, from the sheet's first one.
            rows: cells in the order of the columns.
            main: whether it is the sheet's only table: then its heading stays on screen and on every printed
                page, and it can be filtered.
            keep: number of columns that stay on screen beside the heading of the main table.
            empty: what to say when there is no row.

        Returns:
            Number of rows written.
        """
        head = self.row
        self._head(columns)
        first = self.row
        for cells in rows:
            depth = max((min(cell.depth, _DEEPEST) for cell in cells if isinstance(cell, Branch)), default=0)
            self._page.set_row(self.row, _height(cells, self._widths), None, {"level": depth} if depth else {})
            for number, (column, cell) in enumerate(zip(columns, cells, strict=True)):
                self._cell(self.row, number, cell, {"border": 1, "border_color": "#BFBFBF", "text_wrap": True}, column)
            self.row += 1
        count = self.row - first
        if not count and empty:
            self._page.write_string(self.row, 0, empty, self._book.style(italic=True))
            self.row += 1
        if main:
            self._page.outline_settings(symbols_below=False)
            self._page.freeze_panes(first, keep)
            self._page.repeat_rows(head, first - 1)
            self._page.autofilter(first - 1, 0, max(first, self.row - 1), len(columns) - 1)
            self._page.print_area(0, 0, max(first, self.row - 1), len(columns) - 1)
        self.row += 1
        return count

    def _head(self, columns: Sequence[Column]) -> None:
        look = {"bold": True, "bg_color": "#1F4E78", "font_color": "#FFFFFF", "border": 1, "text_wrap": True}
        style = self._book.style(**look, align="center", valign="vcenter")
        if any(column.group for column in columns):
            start = 0
            while start < len(columns):
                end = start
                while (
                    end + 1 < len(columns) and columns[start].group and columns[end + 1].group == columns[start].group
                ):
                    end += 1
                text = columns[start].group or ""
                if end > start:
                    self._page.merge_range(self.row, start, self.row, end, "", style)
                self._page.write_string(self.row, start, text, style)
                start = end + 1
            self.row += 1
        self._page.set_row(self.row, _height([column.title for column in columns], self._widths))
        for number, column in enumerate(columns):
            self._page.write_string(self.row, number, column.title, style)
        self.row += 1

    def _cell(self, row: int, at: int, cell: Cell, look: dict[str, Any], column: Column | None = None) -> None:
        if isinstance(cell, int):
            cell = Number(Decimal(cell))
        elif isinstance(cell, Decimal):
            cell = Number(cell, 2)
        if isinstance(cell, Number):
            pattern = f"{_NUMBER}{'.' if cell.decimals else ''}{'0' * min(cell.decimals, 6)}_ "
            self._page.write_number(
                row, at, float(cell.value), self._book.style(**look, num_format=pattern, align="right")
            )
            return
        look = {**look, "align": column.align if column else "left"}
        if isinstance(cell, Branch):
            look |= {"indent": min(cell.depth, _DEEPEST)} if cell.depth else {"bold": True, "bg_color": "#DDEBF7"}
            cell = cell.text
        if not cell:
            self._page.write_blank(row, at, None, self._book.style(**look))
            return
        if colour := _COLOURS.get(cell):
            look["bg_color"] = colour
        if cell.startswith(_RISKY):
            look["quote_prefix"] = True  # stays a text when someone edits the cell
        self._page.write_string(row, at, _printable(cell), self._book.style(**look, num_format="@"))


def _height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """Height in points that shows every line: spreadsheets differ in whether they find it out themselves."""
    lines = 1
    for cell, width in zip(cells, widths, strict=False):
        text = cell.text if isinstance(cell, Branch) else cell
        if isinstance(text, str):
            room = max(4, int((width - (cell.room if isinstance(cell, Branch) else 0)) * _ROOM))
            lines = max(lines, sum(_wrapped(part, room) for part in _printable(text).split("\n")))
    return min(_LINE * lines + 3, _HIGHEST)


def _wrapped(text: str, room: int) -> int:
    """Number of lines that a text takes when it is broken between words."""
    if len(text) <= room:
        return 1
    lines, used = 1, 0
    for word in text.split(" "):
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
        if used > room:  # a word longer than the line is broken inside
            lines += ceil(used / room) - 1
            used = used % room
    return lines


def _printable(text: str) -> str:
    text = _UNPRINTABLE.sub("", text.encode("utf-8", "replace").decode("utf-8"))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
