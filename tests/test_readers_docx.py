"""The Word reader: spans, lists, revisions, content controls."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from extractors.layout import Page, Paragraph, Table
from extractors.readers.numbering import number_text
from extractors.readers.read import read_layout
from models.document import Format

from .readers_samples import element, rezip, write_docx


def read(path: Path) -> Page:
    layout = read_layout(path)
    assert layout.file.format is Format.DOCX and layout.page_count == 1
    return layout.pages[0]


def cells(table: Table) -> dict[tuple[int, int], tuple[int, int, str]]:
    return {(cell.row, cell.column): (cell.row_span, cell.col_span, cell.text) for cell in table.cells}


def test_blocks_stand_in_body_order_with_styles(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_heading("BAB IV TUJUAN DAN SASARAN", 1)
        document.add_paragraph("Visi Kota Harapan Jaya:\tmaju dan lestari")
        document.add_table(1, 2).cell(0, 0).text = "Sasaran"
        document.add_paragraph("Sumber: Bappeda")

    page = read(write_docx(tmp_path / "a.docx", build))
    assert (page.number, page.width, page.reader) == (None, 0, "docx")
    heading, line, table, source = page.blocks
    assert isinstance(heading, Paragraph) and heading.style == "heading 1" and heading.bold
    assert isinstance(line, Paragraph) and line.text == "Visi Kota Harapan Jaya: maju dan lestari"
    assert isinstance(table, Table) and (table.number, table.page, table.ruled) == (1, None, True)
    assert isinstance(source, Paragraph) and source.text == "Sumber: Bappeda"


def test_merged_cells_are_one_cell_with_spans(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = document.add_table(4, 4)
        for row in range(4):
            for column in range(4):
                table.cell(row, column).text = f"{row}{column}"
        table.cell(0, 0).merge(table.cell(1, 0)).text = "Indikator"
        table.cell(0, 1).merge(table.cell(0, 3)).text = "Target"
        table.cell(2, 0).merge(table.cell(3, 1)).text = "Indeks SPBE"
        table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
        table.rows[1]._tr.get_or_add_trPr().append(element("tblHeader"))

    (table,) = read(write_docx(tmp_path / "a.docx", build)).tables
    found = cells(table)
    assert (table.rows, table.columns, table.header_rows) == (4, 4, 2)
    assert found[0, 0] == (2, 1, "Indikator")
    assert found[0, 1] == (1, 3, "Target")
    assert found[2, 0] == (2, 2, "Indeks SPBE")
    assert found[3, 3] == (1, 1, "33") and (3, 1) not in found


def test_rows_may_begin_late_and_end_early(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = document.add_table(2, 3)
        for column in range(3):
            table.cell(0, column).text = f"K{column}"
        row = table.rows[1]._tr
        row.remove(row.tc_lst[0])
        row.remove(row.tc_lst[-1])
        row.get_or_add_trPr().append(element("gridBefore", val="1"))
        row.get_or_add_trPr().append(element("gridAfter", val="1"))
        table.rows[1]._tr.tc_lst[0].p_lst[0].add_r().text = "tengah"

    (table,) = read(write_docx(tmp_path / "a.docx", build)).tables
    assert table.columns == 3
    assert cells(table)[1, 1] == (1, 1, "tengah") and (1, 0) not in cells(table)


def test_lines_bold_fill_and_nested_tables(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        cell = document.add_table(1, 2).cell(0, 0)
        run = cell.paragraphs[0].add_run("Persentase")
        run.bold = True
        run.add_break(WD_BREAK.LINE)
        run.add_text("Jalan Mantap")
        cell.add_paragraph("Panjang drainase")
        cell._tc.get_or_add_tcPr().append(element("shd", val="clear", fill="DDD9C4"))
        inner = cell.add_table(1, 2)
        inner.cell(0, 0).text = "2025"
        inner.cell(0, 1).text = "70,5"

    page = read(write_docx(tmp_path / "a.docx", build))
    assert len(page.tables) == 1
    first, second = page.tables[0].cells
    assert [line.text for line in first.lines] == ["Persentase", "Jalan Mantap", "Panjang drainase", "2025 70,5"]
    assert [line.bold for line in first.lines[:3]] == [True, True, False]
    assert first.fill == "#ddd9c4" and second.fill is None and second.text == ""


def test_revisions_are_read_as_accepted(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("Target ")
        deleted, inserted = element("del"), element("ins")
        deleted.append(paragraph.add_run("75")._r)  # type: ignore[attr-defined]
        inserted.append(paragraph.add_run("80")._r)  # type: ignore[attr-defined]
        paragraph._p.append(deleted)
        paragraph._p.append(inserted)
        table = document.add_table(2, 1)
        table.cell(0, 0).text = "lama"
        table.cell(1, 0).text = "baru"
        table.rows[0]._tr.get_or_add_trPr().append(element("del"))

    page = read(write_docx(tmp_path / "a.docx", build))
    assert page.paragraphs[0].text == "Target 80"
    assert [cell.text for cell in page.tables[0].cells] == ["baru"]


def test_content_controls_do_not_hide_anything(tmp_path: Path) -> None:
    def wrap(item: Any) -> None:
        control, content = element("sdt"), element("sdtContent")
        item.addprevious(control)
        content.append(item)  # type: ignore[attr-defined]
        control.append(content)  # type: ignore[attr-defined]

    def build(document: Any) -> None:
        wrap(document.add_paragraph("Misi pertama")._p)
        table = document.add_table(2, 2)
        for row in range(2):
            for column in range(2):
                table.cell(row, column).text = f"{row}{column}"
        cell, row = table.cell(0, 1)._tc, table.rows[1]._tr
        wrap(cell)
        wrap(row)
        wrap(table._tbl)

    page = read(write_docx(tmp_path / "a.docx", build))
    assert page.paragraphs[0].text == "Misi pertama"
    assert [cell.text for cell in page.tables[0].cells] == ["00", "01", "10", "11"]


NUMBERING = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="BAB %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2.%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


def test_list_numbers_are_printed(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        def item(text: str, level: int, list_id: str = "3") -> None:
            properties = element("numPr")
            properties.append(element("ilvl", val=str(level)))  # type: ignore[attr-defined]
            properties.append(element("numId", val=list_id))  # type: ignore[attr-defined]
            document.add_paragraph(text)._p.get_or_add_pPr().append(properties)

        item("PENDAHULUAN", 0)
        item("Latar belakang", 1)
        item("Dasar hukum", 1)
        item("Undang-undang", 2)
        item("Peraturan", 2)
        item("catatan", 3)
        item("GAMBARAN UMUM", 0)
        item("Geografi", 1)
        item("Misi kelima", 1, "4")
        item("tanpa nomor", 1, "0")

    path = write_docx(tmp_path / "a.docx", build)
    numbered = rezip(path, tmp_path / "b.docx", {"word/numbering.xml": NUMBERING.encode()})
    assert [paragraph.text for paragraph in read(numbered).paragraphs] == [
        "BAB I PENDAHULUAN",
        "1. Latar belakang",
        "2. Dasar hukum",
        "2.a) Undang-undang",
        "2.b) Peraturan",
        "• catatan",
        "BAB II GAMBARAN UMUM",
        "1. Geografi",
        "5. Misi kelima",
        "tanpa nomor",
    ]


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [(4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (28, "lowerLetter", "bb"), (3, "decimalZero", "03")],
)
def test_number_formats(number: int, style: str, text: str) -> None:
    assert number_text(number, style) == text


def test_long_table_is_read_in_one_walk(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(1, 12)
    row = table.rows[0]._tr
    for _ in range(1500):
        table._tbl.append(deepcopy(row))
    path = tmp_path / "a.docx"
    document.save(str(path))
    (found,) = read(path).tables
    assert (found.rows, len(found.cells)) == (1501, 1501 * 12)
