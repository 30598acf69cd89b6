"""A paper as a workbook: one sheet a table, set for printing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from reports.forms.paper import Block, Column, Paper

_PAPER = {"A4": 9, "A3": 8, "F4": 14}  # F4 (21,5 x 33 cm) is nearest to Folio in the list of paper sizes
_SIDES = {"A4": (21.0, 29.7), "A3": (29.7, 42.0), "F4": (21.5, 33.0)}
_CENTIMETRE = 5.1
"""Column widths are in characters of the usual font; so many are a centimetre."""
_LINE = 12.0
"""Height of a printed line in points. Rows are given their height: not every program fits it to the text."""


def write_xlsx(paper: Paper, path: Path) -> None:
    """Write the paper. Text that begins like a formula stays text.

    Raises:
        OSError: the file cannot be written, e.g. because it is open in Excel.
    """
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as book:
        styles = _styles(book)
        blocks = paper.blocks or (Block(),)
        for number, block in enumerate(blocks, 1):
            name = block.heading or (paper.layout.name if len(blocks) == 1 else f"{paper.layout.name} {number}")
            sheet = book.add_worksheet(_sheet_name(name, number))
            _sheet(sheet, paper, block, styles, last=number == len(blocks))


def _sheet_name(text: str, number: int) -> str:
    name = re.sub(r"[\[\]:*?/\\']+", " ", text).strip()
    return f"{number}. {name}"[:31] if number > 1 else name[:31]


def _styles(book: Any) -> dict[str, Any]:
    base = {"font_name": "Arial", "font_size": 9, "valign": "top"}
    cell = {**base, "border": 1, "text_wrap": True}
    return {
        "title": book.add_format({**base, "bold": True, "font_size": 11, "align": "center", "text_wrap": True}),
        "plain": book.add_format({**base, "text_wrap": True}),
        "note": book.add_format({**base, "italic": True, "font_size": 8, "text_wrap": True}),
        "head": book.add_format(
            {**cell, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#D9E2EC", "font_size": 9}
        ),
        "isi": book.add_format(cell),
        "teks": book.add_format({**cell, "quote_prefix": True}),
        "angka": book.add_format({**cell, "num_format": "#,##0.##;-#,##0.##", "align": "right"}),
        "rupiah": book.add_format({**cell, "num_format": "#,##0", "align": "right"}),
        "kelompok": book.add_format({**cell, "bold": True, "bg_color": "#F2F4F7"}),
        "jumlah": book.add_format({**cell, "bold": True, "bg_color": "#E4E7EC"}),
        "jumlah rupiah": book.add_format(
            {**cell, "bold": True, "bg_color": "#E4E7EC", "num_format": "#,##0", "align": "right"}
        ),
    }


def _sheet(sheet: Any, paper: Paper, block: Block, styles: dict[str, Any], last: bool) -> None:
    layout = paper.layout
    columns = block.columns or (Column("", 17.0),)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width * _CENTIMETRE)
    end = len(columns) - 1
    row = 0
    for title in paper.titles:
        _across(sheet, row, columns, title, styles["title"])
        row += 1
    for label, value in paper.head:
        _across(sheet, row, columns, f"{label}: {value}", styles["plain"])
        row += 1
    if block.heading and len(paper.blocks) > 1:
        _across(sheet, row, columns, block.heading, styles["title"])
        row += 1
    for text in block.texts:
        _across(sheet, row, columns, text, styles["plain"])
        row += 1
    row += 1
    if block.columns:
        row = _table(sheet, row, block, styles)
    if last:
        for note in paper.notes:
            _across(sheet, row, columns, note, styles["note"])
            row += 1
        if paper.signature:
            sheet.write_string(row + 1, max(0, end - 1), paper.signature, styles["plain"])
            sheet.write_string(row + 5, max(0, end - 1), "( ................................ )", styles["plain"])
            row += 6
    sheet.set_paper(_PAPER[layout.paper])
    if layout.landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, max(row, 1), end)
    sheet.set_footer("&L&8Selaras: isian awal, perlu diperiksa&R&8Halaman &P dari &N")


def _table(sheet: Any, row: int, block: Block, styles: dict[str, Any]) -> int:
    top = row
    grouped = any(column.group for column in block.columns)
    start = 0
    while start < len(block.columns):
        column = block.columns[start]
        stop = start
        while column.group and stop + 1 < len(block.columns) and block.columns[stop + 1].group == column.group:
            stop += 1
        if column.group:
            _merge(sheet, row, start, row, stop, column.group, styles["head"])
            for place in range(start, stop + 1):
                sheet.write_string(row + 1, place, block.columns[place].head, styles["head"])
        else:
            _merge(sheet, row, start, row + grouped, start, column.head, styles["head"])
        start = stop + 1
    _head_heights(sheet, row, block.columns, grouped)
    row += 2 if grouped else 1
    if block.numbered:
        for place in range(len(block.columns)):
            sheet.write_string(row, place, f"({place + 1})", styles["head"])
        row += 1
    sheet.repeat_rows(top, row - 1)
    sheet.freeze_panes(row, 0)
    for line in block.lines:
        sizes = zip(line.cells, block.columns, strict=True)
        tall = max(_lines_of(cell or "", column.width, line.style != "isi") for cell, column in sizes)
        sheet.set_row(row, min(400.0, _LINE * tall + 3))
        for place, cell in enumerate(line.cells):
            _write(sheet, row, place, cell, line.style, styles)
        row += 1
    if not block.lines:
        _merge(sheet, row, 0, row, len(block.columns) - 1, block.empty, styles["isi"])
        row += 1
    return row


def _head_heights(sheet: Any, row: int, columns: Sequence[Column], grouped: bool) -> None:
    """Heads of a group stand in the lower of two rows, the others over both."""
    lower = max(_lines_of(column.head, column.width, bold=True) for column in columns if column.group or not grouped)
    sheet.set_row(row + grouped, _LINE * 1.1 * lower + 3)
    if grouped:
        whole = max((_lines_of(c.head, c.width, bold=True) for c in columns if not c.group), default=1)
        group = max(
            _lines_of(name, sum(c.width for c in columns if c.group == name), bold=True)
            for name in {c.group for c in columns if c.group}
        )
        sheet.set_row(row, _LINE * 1.1 * max(group, whole - lower) + 3)


def _write(sheet: Any, row: int, column: int, cell: Any, style: str, styles: dict[str, Any]) -> None:
    bare = style if style in styles else "isi"
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        large = abs(float(cell)) >= 100_000
        name = "jumlah rupiah" if bare == "jumlah" else "rupiah" if large else "angka"
        sheet.write_number(row, column, float(cell), styles[name])
    elif cell is None:
        sheet.write_blank(row, column, None, styles[bare])
    else:
        # marked as text for good: a program that lets the cell be edited would else take it for a formula then
        formula = str(cell).startswith(("=", "+", "-", "@"))
        sheet.write_string(row, column, str(cell), styles["teks" if formula else bare])


def _across(sheet: Any, row: int, columns: Sequence[Column], text: str, style: Any) -> None:
    width = sum(column.width for column in columns)
    sheet.set_row(row, _LINE * 1.15 * _lines_of(text, width))
    _merge(sheet, row, 0, row, len(columns) - 1, text, style)


def _lines_of(text: object, width: float, bold: bool = False) -> int:
    """Lines that a text takes in a column of so many centimetres, words kept whole."""
    room = max(3, int(width * _CENTIMETRE * (1.0 if bold else 1.08)))
    lines, used = 1, 0
    for word in str(text).split():
        size = len(word) + 1
        if used and used + size - 1 > room:
            lines, used = lines + 1, 0
        lines += max(0, (size - 2) // room)
        used = (used + size) if size <= room else size % room
    return lines


def _merge(sheet: Any, top: int, left: int, bottom: int, right: int, text: str, style: Any) -> None:
    if (top, left) == (bottom, right):
        sheet.write_string(top, left, text, style)
    else:
        sheet.merge_range(top, left, bottom, right, "", style)
        sheet.write_string(top, left, text, style)
