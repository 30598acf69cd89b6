"""What Word files hold beside plain paragraphs and tables: revisions, controls, boxes, frames, sections, notes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extractors.extract import extract_file
from extractors.layout import Page
from extractors.readers.read import read_layout

from .readers_samples import element, rezip, write_docx

WORDS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def read(path: Path) -> Page:
    return read_layout(path).pages[0]


def said(page: Page) -> list[str]:
    return [paragraph.text for paragraph in page.paragraphs]


def texts(page: Page) -> list[str]:
    return [cell.text for table in page.tables for cell in table.cells]


def plan(document: Any, columns: int = 4) -> Any:
    """A table of two indicators."""
    rows = [
        ["Sasaran", "Indikator Sasaran", "Satuan", "Target 2026"],
        ["Meningkatnya layanan", "Indeks kepuasan", "Indeks", "80,5"],
        ["Meningkatnya akses", "Cakupan air bersih", "Persen", "75"],
    ]
    table = document.add_table(len(rows), columns)
    for row, line in enumerate(rows):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    return table


def wrapped(tag: str, item: Any) -> Any:
    wrapper = element(tag)
    item.addprevious(wrapper)
    wrapper.append(item)  # type: ignore[attr-defined]
    return wrapper


def control(item: Any, placeholder: bool = False) -> None:
    """Put a row, cell, paragraph or run into a content control."""
    outer, properties, content = element("sdt"), element("sdtPr"), element("sdtContent")
    if placeholder:
        properties.append(element("showingPlcHdr"))  # type: ignore[attr-defined]
    item.addprevious(outer)
    content.append(item)  # type: ignore[attr-defined]
    outer.append(properties)  # type: ignore[attr-defined]
    outer.append(content)  # type: ignore[attr-defined]


def test_a_changed_target_is_read_as_accepted(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = plan(document)
        cell = table.cell(1, 3)
        wrapped("del", cell.paragraphs[0].runs[0]._r)
        wrapped("ins", cell.paragraphs[0].add_run("82,5")._r)
        moved = table.cell(2, 1).paragraphs[0]
        wrapped("moveTo", moved.runs[0]._r)
        wrapped("moveFrom", moved.add_run("Cakupan lama")._r)
        table.cell(2, 0)._tc.get_or_add_tcPr().append(element("cellIns"))
        table.add_column(914400)
        for row in range(3):
            table.cell(row, 4).text = "kolom terhapus"
            table.cell(row, 4)._tc.get_or_add_tcPr().append(element("cellDel"))
        document.paragraphs[0].insert_paragraph_before("RENCANA KERJA DINAS AIR KOTA HARAPAN JAYA TAHUN 2026")

    path = write_docx(tmp_path / "renja.docx", lambda document: (document.add_paragraph(""), build(document))[1])
    found = extract_file(path)
    assert [(r.name, r.targets[2026].raw) for r in found.indicators] == [
        ("Indeks kepuasan", "82,5"), ("Cakupan air bersih", "75"),
    ]  # fmt: skip
    assert not any("terhapus" in text or "lama" in text for text in texts(read(path)))


def test_controls_around_rows_cells_and_runs_and_their_prompts(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = plan(document)
        goal, name, _, target = table.rows[1].cells
        control(target.paragraphs[0].runs[0]._r)
        control(goal.paragraphs[0].add_run("Klik di sini untuk mengetikkan teks.")._r, placeholder=True)
        control(name._tc)
        control(table.rows[2]._tr)
        control(document.add_paragraph("Pilih tanggal.")._p, placeholder=True)
        control(document.add_paragraph("Catatan penyusun")._p)

    page = read(write_docx(tmp_path / "a.docx", build))
    assert texts(page)[4:8] == ["Meningkatnya layanan", "Indeks kepuasan", "Indeks", "80,5"]
    assert texts(page)[8:] == ["Meningkatnya akses", "Cakupan air bersih", "Persen", "75"]
    assert said(page) == ["Catatan penyusun"]


def box(text: str, inner: str = "") -> str:
    return f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r>{inner}</w:p></w:txbxContent>"


def drawn(content: str) -> str:
    return (
        "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    inner = f"<w:r>{drawn(box('Kotak di dalam'))}</w:r>"
    twice = (
        f"<w:r {WORDS}><mc:AlternateContent><mc:Choice Requires='wps'>{drawn(box('Misi kesatu', inner))}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box('Misi kesatu', inner)}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r {WORDS}><w:pict><v:shape><v:textbox>{box('Misi kedua')}</v:textbox></v:shape></w:pict></w:r>"
    deleted = f"<w:del {WORDS}><w:r>{drawn(box('Misi terhapus'))}</w:r></w:del>"

    def build(document: Any) -> None:
        paragraph = document.add_paragraph("Misi:")._p
        for xml in (twice, old, deleted):
            paragraph.append(parse_xml(xml))
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "Sel"
        cell.paragraphs[0]._p.append(parse_xml(old))

    page = read(write_docx(tmp_path / "a.docx", build))
    assert said(page) == ["Misi:", "Misi kesatu", "Kotak di dalam", "Misi kedua"]
    assert texts(page) == ["Sel\nMisi kedua"]


def test_a_table_in_a_frame_is_a_table(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("RENCANA KERJA DINAS AIR KOTA HARAPAN JAYA TAHUN 2026")
        frame = document.add_table(1, 1).cell(0, 0)
        frame.text = "Tabel 3.1 Target"
        frame._tc.append(plan(document)._tbl)
        frame.add_paragraph("Sumber: Dinas Air")

    path = write_docx(tmp_path / "renja.docx", build)
    page = read(path)
    assert [(table.rows, table.columns, table.number) for table in page.tables] == [(3, 4, 1)]
    assert said(page)[1:] == ["Tabel 3.1 Target", "Sumber: Dinas Air"]
    assert [r.targets[2026].raw for r in extract_file(path).indicators] == ["80,5", "75"]


def test_a_landscape_section_between_upright_ones(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("RENCANA KERJA DINAS AIR KOTA HARAPAN JAYA TAHUN 2026")
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        plan(document)
        document.add_section(WD_SECTION.NEW_PAGE).orientation = WD_ORIENT.PORTRAIT
        document.add_paragraph("Penutup")

    path = write_docx(tmp_path / "renja.docx", build)
    page = read(path)
    assert [table.rows for table in page.tables] == [3] and said(page)[-1] == "Penutup"
    assert len(extract_file(path).indicators) == 2


FOOTNOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t>Angka sementara tahun 2024.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def test_marks_of_notes_are_no_digits(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = plan(document)
        first, second = table.cell(1, 3).paragraphs[0], table.cell(2, 3).paragraphs[0]
        first.add_run()._r.append(element("footnoteReference", id="1"))
        mark = second.add_run("2)")
        mark.font.superscript = True
        area = document.add_paragraph("Luas kebun 75 m")
        square = area.add_run("2")
        square.font.superscript = True
        hidden = area.add_run(" catatan tersembunyi 99")
        hidden.font.hidden = True

    path = write_docx(tmp_path / "a.docx", build)
    page = read(rezip(path, tmp_path / "b.docx", {"word/footnotes.xml": FOOTNOTES.encode()}))
    assert texts(page)[7] == "80,5" and texts(page)[11] == "75"
    assert said(page) == ["Luas kebun 75 m2"]


def test_alternatives_of_whole_paragraphs(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        kept = document.add_paragraph("Arah kebijakan pertama")._p
        xml = f"<mc:AlternateContent {WORDS}><mc:Choice Requires='w14'/><mc:Fallback/></mc:AlternateContent>"
        both = parse_xml(xml)
        kept.addprevious(both)
        old = document.add_paragraph("Arah kebijakan pertama")._p
        both[0].append(kept)
        both[1].append(old)

    assert said(read(write_docx(tmp_path / "a.docx", build))) == ["Arah kebijakan pertama"]
