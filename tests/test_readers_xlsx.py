"""Sheets: what a person sees in the spreadsheet program is what is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.extract import extract_file
from extractors.layout import Paragraph, Table
from extractors.readers.number_format import printed
from extractors.readers.read import read_layout
from models.errors import ErrorCode, SelarasError


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.85, "0%", "85%"),
        (0.8567, "0.00%", "85,67%"),
        (1234567, "#,##0", "1.234.567"),
        (1234.5, "#,##0.00", "1.234,50"),
        (-1234.5, "#,##0.00;(#,##0.00)", "(1.234,50)"),
        (97.5, "General", "97,5"),
        (12, "General", "12"),
        (0, "0", "0"),
        (5, '0 "dokumen"', "5 dokumen"),
        (1500000, '"Rp"#,##0', "Rp1.500.000"),
        (date(2026, 3, 9), "d mmmm yyyy", "9 Maret 2026"),
        (date(2026, 3, 9), "mm-dd-yy", "09/03/2026"),
        (-0.001, "0", "0"),
        (-1234.5, "#,##0.0", "-1.234,5"),
        (-7.25, "General", "-7,25"),
        (-5, '#,##0;"-"', "-"),
        ("teks", "General", "teks"),
        (None, "General", ""),
    ],
)
def test_a_value_is_read_as_its_format_prints_it(value: object, number_format: str, text: str) -> None:
    assert printed(value, number_format) == text


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_grouped_integers_keep_their_digits(number: int) -> None:
    assert int(printed(number, "#,##0").replace(".", "")) == number


def plan(path: Path) -> Path:
    """A Renja as an office keeps it: title, two-level heading, merged program, hidden column, hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Renja"
    sheet["A1"] = "RENCANA KERJA DINAS KEBUN KOTA HARAPAN JAYA TAHUN 2026"
    sheet.merge_cells("A1:G1")
    head = ["Kode", "Program", "Catatan", "Indikator Program", "Satuan", "Tahun 2026", None]
    for column, text in enumerate(head, 1):
        sheet.cell(3, column, text)
    sheet.merge_cells("F3:G3")
    sheet["F4"], sheet["G4"] = "Target", "Pagu (Rp)"
    for column in "ABDE":
        sheet.merge_cells(f"{column}3:{column}4")
    rows = [
        ["3.27.02", "Program Kebun Kota", "rahasia", "Luas kebun", "Hektare", 7.5, 1_500_000_000],
        [None, None, "rahasia", "Kebun terawat", "Persen", 0.85, None],
        ["3.27.03", "Program Taman Kota", "rahasia", "Taman terawat", "Persen", 0.9, 900_000_000],
    ]
    for number, row in enumerate(rows, 5):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
        sheet.cell(number, 6).number_format = "0%" if row[4] == "Persen" else "0.0"
        sheet.cell(number, 7).number_format = "#,##0"
    sheet.merge_cells("A5:A6")
    sheet.merge_cells("B5:B6")
    sheet.column_dimensions["C"].hidden = True
    secret = book.create_sheet("Bantu")
    secret.sheet_state = "hidden"
    secret["A1"] = "tidak untuk dibaca"
    book.save(path)
    return path


def test_a_sheet_is_one_table_with_the_rows_that_the_program_shows(tmp_path: Path) -> None:
    made = read_layout(plan(tmp_path / "renja.xlsx"))
    texts = [block.text for block in made.pages[0].blocks if isinstance(block, Paragraph)]
    assert texts == ["Renja", "RENCANA KERJA DINAS KEBUN KOTA HARAPAN JAYA TAHUN 2026"]
    (table,) = [block for block in made.pages[0].blocks if isinstance(block, Table)]
    by_place = {(cell.row, cell.column): cell for cell in table.cells}
    assert by_place[4, 0].text == "3.27.02" and by_place[4, 0].row_span == 2
    assert by_place[2, 4].text == "Tahun 2026" and by_place[2, 4].col_span == 2
    assert by_place[5, 4].text == "85%" and by_place[4, 5].text == "1.500.000.000"
    assert not any("rahasia" in cell.text for cell in table.cells)
    (told,) = made.problems
    assert told.code is ErrorCode.HIDDEN_PART
    assert "lembar Bantu" in told.message and "kolom C" in told.message


def test_indicators_of_a_sheet_with_their_row(tmp_path: Path) -> None:
    found = extract_file(plan(tmp_path / "renja.xlsx"))
    assert [(r.name, r.unit, r.targets[2026].raw, r.code, r.evidence.row) for r in found.indicators] == [
        ("Luas kebun", "Hektare", "7,5", "3.27.02", 5),
        ("Kebun terawat", "Persen", "85%", "3.27.02", 6),
        ("Taman terawat", "Persen", "90%", "3.27.03", 7),
    ]
    assert [r.budgets[2026].rupiah for r in found.indicators if r.budgets] == [1_500_000_000, 900_000_000]
    assert found.identity.kind.value == "Renja" and found.identity.first_year.value == 2026


def test_a_stray_mark_far_off_costs_nothing_and_is_told(tmp_path: Path) -> None:
    path = plan(tmp_path / "renja.xlsx")
    book = openpyxl.load_workbook(path)
    book["Renja"].cell(1_000_000, 2, "x")
    book.save(path)
    found = extract_file(path)
    assert len(found.indicators) == 3
    assert ErrorCode.PAGE_TOO_LARGE in [problem.code for problem in found.problems]


def test_formulas_that_nobody_computed_are_told(tmp_path: Path) -> None:
    path = plan(tmp_path / "renja.xlsx")
    assert ErrorCode.NO_RESULT not in [problem.code for problem in read_layout(path).problems]
    book = openpyxl.load_workbook(path)
    book["Renja"]["G7"] = "=2*450000000"
    book.save(path)
    told = [problem for problem in read_layout(path).problems if problem.code is ErrorCode.NO_RESULT]
    assert len(told) == 1 and told[0].message.startswith("1 rumus")


def test_a_broken_workbook_is_told(tmp_path: Path) -> None:
    path = plan(tmp_path / "renja.xlsx")
    path.write_bytes(path.read_bytes()[:-600])
    with pytest.raises(SelarasError) as failure:
        read_layout(path)
    assert failure.value.problem.code in (ErrorCode.TRUNCATED, ErrorCode.DAMAGED)
