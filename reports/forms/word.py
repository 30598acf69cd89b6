"""A paper as a Word file, in the styles of a template that an office can replace."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from reports.forms.paper import Block, Paper

_SIDES = {"A4": (21.0, 29.7), "A3": (29.7, 42.0), "F4": (21.5, 33.0)}
_MARGIN = 2.0


def write_docx(paper: Paper, path: Path, template: Path | None = None) -> None:
    """Write the paper.

    Args:
        paper: what to write.
        path: the file; replaced when it exists.
        template: a DOCX whose styles, heads and feet are used; its text is left out. The built-in one when None.

    Raises:
        OSError: the file cannot be written.
        ValueError: the template is no Word file.
    """
    document = _template(template) if template else docx.Document()
    if template:
        _emptied(document)
    else:
        _usual(document)
    _page(document, paper)
    for title in paper.titles:
        run = document.add_paragraph().add_run(title)
        run.bold = True
        document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
        document.paragraphs[-1].paragraph_format.space_after = Pt(2)
    for label, value in paper.head:
        paragraph = document.add_paragraph(f"{label}: {value}")
        paragraph.paragraph_format.space_after = Pt(0)
    for block in paper.blocks:
        _block(document, block, paper)
    for note in paper.notes:
        run = document.add_paragraph().add_run(note)
        run.italic = True
        run.font.size = Pt(8)
    if paper.signature:
        _signature(document, paper.signature)
    document.save(str(path))


def _template(path: Path) -> Document:
    try:
        return docx.Document(str(path))
    except (OpcError, BadZipFile, KeyError, ValueError) as error:
        raise ValueError(f"templat {path} bukan berkas DOCX yang utuh") from error


def _usual(document: Document) -> None:
    style = document.styles["Normal"]
    style.font.name = "Arial"
    style.font.size = Pt(10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Arial")
    for level, size in ((1, 13), (2, 11)):
        heading = document.styles[f"Heading {level}"]
        heading.font.name = "Arial"
        heading.font.size = Pt(size)
        heading.font.color.rgb = None
        heading.element.rPr.rFonts.set(qn("w:asciiTheme"), "")


def _emptied(document: Document) -> None:
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def _page(document: Document, paper: Paper) -> None:
    section = document.sections[0]
    short, long = _SIDES[paper.layout.paper]
    section.orientation = WD_ORIENT.LANDSCAPE if paper.layout.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Cm(long), Cm(short)) if paper.layout.landscape else (Cm(short), Cm(long))
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(_MARGIN)
    footer = section.footer.paragraphs[0]
    if not footer.text:
        run = footer.add_run("Selaras: isian awal, perlu diperiksa. Halaman ")
        run.font.size = Pt(8)
        _field(footer, "PAGE")


def _field(paragraph: Any, name: str) -> None:
    run = paragraph.add_run()
    run.font.size = Pt(8)
    for kind, text in (("begin", None), (None, name), ("end", None)):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)


def _block(document: Document, block: Block, paper: Paper) -> None:
    if block.heading:
        document.add_heading(block.heading, level=2)
    for text in block.texts:
        document.add_paragraph(text).paragraph_format.space_after = Pt(4)
    if not block.columns:
        return
    short, long = _SIDES[paper.layout.paper]
    room = (long if paper.layout.landscape else short) - 2 * _MARGIN
    scale = room / sum(column.width for column in block.columns)
    widths = [Cm(column.width * scale) for column in block.columns]
    grouped = any(column.group for column in block.columns)
    heads = 1 + grouped + block.numbered
    table = document.add_table(rows=heads, cols=len(block.columns))
    table.style = _table_style(document)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = width  # the grid, which LibreOffice goes by
    _heads(table, block, grouped)
    for line in block.lines:
        cells = table.add_row().cells
        for place, cell in enumerate(line.cells):
            _write(cells[place], cell, bold=line.style != "isi")
    if not block.lines:
        cells = table.add_row().cells
        merged = cells[0].merge(cells[-1])
        _write(merged, block.empty)
    for row in table.rows:
        _whole(row)
        for place, width in enumerate(widths):
            row.cells[place].width = width
    for row in table.rows[:heads]:
        _repeated(row)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _table_style(document: Document) -> str:
    names = {style.name for style in document.styles}
    return next(name for name in ("Selaras Tabel", "Table Grid", "Normal Table") if name in names)


def _heads(table: Any, block: Block, grouped: bool) -> None:
    start = 0
    while start < len(block.columns):
        column = block.columns[start]
        stop = start
        while column.group and stop + 1 < len(block.columns) and block.columns[stop + 1].group == column.group:
            stop += 1
        if column.group:
            _write(table.cell(0, start).merge(table.cell(0, stop)), column.group, bold=True, centre=True)
            for place in range(start, stop + 1):
                _write(table.cell(1, place), block.columns[place].head, bold=True, centre=True)
        else:
            cell = table.cell(0, start).merge(table.cell(1, start)) if grouped else table.cell(0, start)
            _write(cell, column.head, bold=True, centre=True)
        start = stop + 1
    if block.numbered:
        for place in range(len(block.columns)):
            _write(table.cell(1 + grouped, place), f"({place + 1})", bold=True, centre=True)
    for row in table.rows:
        for cell in row.cells:
            _shaded(cell)


def _write(cell: Any, value: Any, bold: bool = False, centre: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    run = paragraph.add_run(_printed(value))
    run.font.size = Pt(8)
    run.bold = bold
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _printed(value: Any) -> str:
    """Indonesian numbers: a point between thousands, a comma before decimals."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value)
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value != int(value) else f"{int(value):,}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def _shaded(cell: Any) -> None:
    properties = cell._tc.get_or_add_tcPr()
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), "D9E2EC")
    properties.append(shade)


def _repeated(row: Any) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _whole(row: Any) -> None:
    """A row is not broken over two pages."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))


def _signature(document: Document, who: str) -> None:
    for text in ("", who, "", "", "", "( ................................ )"):
        paragraph = document.add_paragraph(text)
        paragraph.paragraph_format.left_indent = Cm(9)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = text != "( ................................ )"
