"""Typesetting as Word (DOCX): headings with styles, landscape sections, tables with merged cells and repeated headers.

Tables are written as XML (gridSpan, vMerge, tblHeader), as Word itself stores them. The package is zipped anew with
fixed dates so that the bytes are the same each time.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from samples.pages import Cell, Contents, Cover, Heading, Mark, Paper, Place, Table, Text, Turn, Typeset

_EMU_PER_TWIP = 635
_FIXED = datetime(2025, 9, 18, 8, 0, 0)
_ALIGN = {"l": "left", "c": "center", "r": "right"}


def typeset_word(paper: Paper) -> Typeset:
    """The paper as DOCX bytes, with table and row of each mark."""
    out = Typeset()
    document = Document()
    _set_up(document, paper)
    tables = 0
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Cover):
            _cover(document, block)
        elif isinstance(block, Turn):
            following = paper.blocks[number + 1] if number + 1 < len(paper.blocks) else None
            _turn(document, block, isinstance(following, Contents))
        elif isinstance(block, Heading):
            _heading(document, block)
        elif isinstance(block, Text):
            paragraph = _paragraph(document, block)
            if block.mark:
                out.places[block.mark] = Place()
                out.texts[block.mark] = paragraph.text
        elif isinstance(block, Contents):
            _contents(document, paper)
        else:
            tables += 1
            _table(document, block, tables, out)
            document.add_paragraph()
    buffer = io.BytesIO()
    document.save(buffer)
    out.data = _rezip(buffer.getvalue())
    return out


def _set_up(document: DocxDocument, paper: Paper) -> None:
    properties = document.core_properties
    properties.title = paper.title
    properties.author = "Pemerintah Kota Harapan Jaya"
    properties.last_modified_by = "Pemerintah Kota Harapan Jaya"
    properties.comments = ""
    properties.created = properties.modified = _FIXED
    style = document.styles["Normal"]
    style.font.name = "Times New Roman" if paper.serif else "Arial"
    style.font.size = Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.left_margin = section.right_margin = Pt(62)
    section.header.paragraphs[0].text = paper.title
    section.footer.paragraphs[0].text = paper.footer


def _cover(document: DocxDocument, cover: Cover) -> None:
    for _ in range(5):
        document.add_paragraph()
    for line in cover.lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.bold = True
        run.font.size = Pt(18 if line.isupper() else 12)


def _turn(document: DocxDocument, turn: Turn, plain: bool) -> None:
    """A section break; upright pages after upright ones are only a page break."""
    last = document.sections[-1]
    lying = last.orientation == WD_ORIENT.LANDSCAPE
    wanted = turn.landscape or turn.rotated
    if lying == wanted:
        if plain:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        return
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if wanted else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Pt(36 if wanted else 62)


def _heading(document: DocxDocument, block: Heading) -> None:
    if block.level == 4:
        for line in block.text.split("\n"):
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.keep_with_next = True
            paragraph.add_run(line).bold = True
        return
    for line in block.text.split("\n"):
        paragraph = document.add_paragraph(line, style=f"Heading {block.level}")
        if block.level == 1:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.page_break_before = line.startswith("BAB ")


def _paragraph(document: DocxDocument, block: Text) -> Paragraph:
    text = f"{block.number}\t{block.text}" if block.number else block.text
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = block.bold or None
    centre = block.align == "c"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centre else WD_ALIGN_PARAGRAPH.JUSTIFY
    if block.number:
        paragraph.paragraph_format.left_indent = Pt(block.indent + 18)
        paragraph.paragraph_format.first_line_indent = Pt(-18)
    return paragraph


def _contents(document: DocxDocument, paper: Paper) -> None:
    """Daftar isi as typed text: Word fills page numbers only when it prints."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("DAFTAR ISI").bold = True
    page = 1
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level < 3:
            page += block.level == 1
            line = document.add_paragraph(" ".join(block.text.split("\n")) + f"\t{page}")
            line.paragraph_format.left_indent = Pt(14 * (block.level - 1))
            line.paragraph_format.space_after = Pt(2)


def _table(document: DocxDocument, table: Table, number: int, out: Typeset) -> None:
    """Write the table and note where its marks stand (rows count from 1, header included)."""
    rows = (*table.header, *table.body)
    columns = len(table.widths)
    section = document.sections[-1]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    total = round(((section.page_width or 0) - margins) / _EMU_PER_TWIP)
    widths = [round(total * width / sum(table.widths)) for width in table.widths]
    open_spans: dict[int, tuple[int, int]] = {}  # column -> rows left, columns wide
    parts = [
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>',
        *(f'<w:gridCol w:w="{width}"/>' for width in widths),
        "</w:tblGrid>",
    ]
    for index, cells in enumerate(rows, 1):
        header = index <= len(table.header)
        parts.append("<w:tr>")
        if header and table.repeat:
            parts.append("<w:trPr><w:tblHeader/></w:trPr>")
        waiting = list(cells)
        column = 0
        while column < columns:
            if column in open_spans:
                left, wide = open_spans[column]
                parts.append(_tc(None, sum(widths[column : column + wide]), wide, "continue", table, header))
                if left == 1:
                    del open_spans[column]
                else:
                    open_spans[column] = (left - 1, wide)
                column += wide
                continue
            cell = waiting.pop(0)
            merge = "restart" if cell.rows > 1 else None
            width = sum(widths[column : column + cell.cols])
            parts.append(_tc(cell, width, cell.cols, merge, table, header))
            if cell.rows > 1:
                open_spans[column] = (cell.rows - 1, cell.cols)
            for piece in cell.pieces:
                if piece.mark:
                    out.places.setdefault(piece.mark, Place(table=number, row=index))
                    out.texts[piece.mark] = piece.text
                    out.tables[piece.mark] = table.name
            column += cell.cols
        parts.append("</w:tr>")
    parts.append("</w:tbl>")
    document.element.body.insert(len(document.element.body) - 1, parse_xml("".join(parts)))


def _tc(cell: Cell | None, width: int, cols: int, merge: str | None, table: Table, header: bool) -> str:
    span = f'<w:gridSpan w:val="{cols}"/>' if cols > 1 else ""
    vertical = {None: "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    fill = table.head_fill if header else (cell.fill if cell else None)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.lstrip("#")}"/>' if fill else ""
    start = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{vertical}{shade}</w:tcPr>'
    size = round(table.size * 2)
    align = "center" if header else _ALIGN[cell.align if cell else "l"]
    paragraphs = []
    for piece in cell.pieces if cell else ():
        bold = "<w:b/>" if header or (cell and cell.bold) or piece.bold else ""
        for line in piece.text.split("\n"):
            paragraphs.append(
                f'<w:p><w:pPr><w:spacing w:before="20" w:after="20"/><w:jc w:val="{align}"/></w:pPr>'
                f'<w:r><w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr>'
                f'<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
            )
    return start + ("".join(paragraphs) or "<w:p/>") + "</w:tc>"


def _rezip(data: bytes) -> bytes:
    """The same package with fixed dates."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _FIXED.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(name))
    return buffer.getvalue()


__all__ = ["Mark", "typeset_word"]
