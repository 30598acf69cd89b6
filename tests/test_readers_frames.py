"""Frames with hardly any rule inside: tables whose columns white space tells, boxes that are none."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from extractors.layout import Table
from extractors.readers.read import read_layout
from tests.readers_samples import HEIGHT, write_pdf

COLUMNS = (50, 200, 290, 370, 450)
HEADINGS = ("Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian")
ROWS = (
    ("Indeks literasi", "Poin", "60,5", "58,1", "96,03"),
    ("Kunjungan per hari", "Orang", "90", "95", "105,56"),
    ("Arsip tertib", "%", "80", "82", "102,50"),
)


def tables_of(path: Path) -> tuple[Table, ...]:
    return read_layout(path).pages[0].tables


def frame(canvas: Canvas, numbers: bool, closed: bool) -> None:
    """A border around all, rules between the rows; a rule behind the numbers, an open foot."""
    bottom = 200 if closed else 170
    canvas.rect(40, HEIGHT - bottom, 480, bottom - 100)
    for y in (120, 145, 170):
        canvas.line(40, HEIGHT - y, 520, HEIGHT - y)
    if numbers:
        canvas.line(64, HEIGHT - 100, 64, HEIGHT - bottom)
    for y, row in zip((114, 136, 161, 186), (HEADINGS, *ROWS), strict=True):
        if numbers and row is not HEADINGS:
            canvas.drawString(46, HEIGHT - y, str(ROWS.index(row) + 1))
        for x, text in zip(COLUMNS, row, strict=True):
            canvas.drawString(x + 24 * numbers, HEIGHT - y, text)


def texts(table: Table) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for cell in table.cells}


def test_columns_of_a_frame_without_inner_rules_are_inferred(tmp_path: Path) -> None:
    (table,) = tables_of(write_pdf(tmp_path / "a.pdf", lambda canvas: frame(canvas, numbers=False, closed=True)))
    assert (table.rows, table.columns) == (4, 5)
    held = texts(table)
    assert [held[0, column] for column in range(5)] == list(HEADINGS)
    assert [held[3, column] for column in range(5)] == list(ROWS[2])


def test_one_rule_behind_the_numbers_and_an_open_foot_do_not_hide_the_columns(tmp_path: Path) -> None:
    (table,) = tables_of(write_pdf(tmp_path / "a.pdf", lambda canvas: frame(canvas, numbers=True, closed=False)))
    held = texts(table)
    assert (table.rows, table.columns) == (4, 6)
    assert (held[3, 0], held[3, 1], held[3, 5]) == ("3", "Arsip tertib", "102,50")


def test_a_box_of_prose_or_a_list_of_names_stays_what_it_is(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(40, HEIGHT - 200, 480, 100)
        canvas.line(40, HEIGHT - 150, 520, HEIGHT - 150)
        canvas.drawString(50, HEIGHT - 120, "Capaian 2025 adalah 60,5 persen dari target 58,1 persen pada 12 kecamatan")
        canvas.drawString(50, HEIGHT - 170, "Capaian 2026 adalah 62,5 persen dari target 60,1 persen pada 14 kecamatan")

    (table,) = tables_of(write_pdf(tmp_path / "a.pdf", draw))
    assert (table.rows, table.columns, table.ruled) == (2, 1, True)
