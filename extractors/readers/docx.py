"""The Word reader: one walk over the body's XML.

python-docx answers `table.cell` by building the whole table each time and repeats merged cells; the walk over
w:tr/w:tc is hundreds of times faster and keeps spans as spans. A Word file has no pages: one `Page` with number None.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from extractors.layout import Cell, Line, Page, Paragraph, Table
from extractors.readers import problems
from extractors.readers.numbering import Numbering
from extractors.readers.symbols import symbol
from models.errors import SelarasError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = _MC + "Fallback"
_DELETED = (_W + "del", _W + "moveFrom")
_NOTE_MARK = re.compile(r"[\d*]+\)?")
"""What stands raised behind a number: the mark of a note, not one of its digits."""
_SKIPPED = {_W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText")}
_SKIPPED |= {_FALLBACK, _W + "txbxContent"}
Element = Any
"""lxml has no types of its own."""


def read_docx(path: Path) -> Page:
    """Read the body of a Word file.

    Raises:
        SelarasError: DAMAGED when the package or its XML cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            body = _parse(archive.read("word/document.xml")).find(_W + "body")
            names = set(archive.namelist())
            styles = _styles(archive) if "word/styles.xml" in names else {}
            numbering = Numbering()
            if "word/numbering.xml" in names:
                numbering = Numbering.parse(_parse(archive.read("word/numbering.xml")))
    except (zipfile.BadZipFile, zlib.error, KeyError, etree.XMLSyntaxError, OSError, EOFError) as error:
        raise SelarasError(problems.damaged(path.name)) from error
    reader = _Reader(styles, numbering)
    blocks = list(reader.blocks(body)) if body is not None else []
    return Page(None, 0, 0, tuple(blocks), "docx", has_text=bool(blocks))


def _parse(data: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    return etree.fromstring(data, parser)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style passes on to its paragraphs."""

    name: str
    bold: bool = False
    list_id: str | None = None
    level: int = 0


def _styles(archive: zipfile.ZipFile) -> dict[str, _Style]:
    found = {
        style.get(_W + "styleId", ""): style for style in _parse(archive.read("word/styles.xml")).iter(_W + "style")
    }
    made: dict[str, _Style] = {}

    def style(key: str, depth: int = 0) -> _Style:
        if key in made or key not in found or depth > 20:
            return made.get(key, _Style(key))
        item = found[key]
        based = item.find(_W + "basedOn")
        parent = style(based.get(_W + "val", ""), depth + 1) if based is not None else _Style("")
        name, bold = item.find(_W + "name"), item.find(f"{_W}rPr/{_W}b")
        list_id, level = _list_of(item)
        made[key] = _Style(
            name.get(_W + "val", key) if name is not None else key,
            _is_on(bold) if bold is not None else parent.bold,
            list_id or parent.list_id,
            level if list_id or level else parent.level,
        )
        return made[key]

    for key in found:
        style(key)
    return made


def _list_of(item: Element) -> tuple[str | None, int]:
    """List instance and level of a paragraph or style; "0" takes a paragraph out of its style's list."""
    properties = item.find(f"{_W}pPr/{_W}numPr")
    if properties is None:
        return None, 0
    list_id = properties.find(_W + "numId")
    return (None if list_id is None else list_id.get(_W + "val")), _number(properties, "ilvl")


@dataclass(slots=True)
class _Open:
    """A cell whose vertical merge may go on."""

    row: int
    column: int
    span: int
    lines: list[Line]
    fill: str | None
    rows: int = 1


@dataclass(slots=True)
class _Reader:
    styles: dict[str, _Style]
    numbering: Numbering
    tables: int = 0

    def blocks(self, body: Element) -> Iterator[Paragraph | Table]:
        """Paragraphs and tables of the body; text boxes follow the paragraph that holds them."""
        for item in _content(body):
            if item.tag == _W + "p":
                name = self._style(item).name or None
                for line in self._paragraph(item):
                    yield Paragraph(line.text, style=name, bold=line.bold)
                for box in _text_boxes(item):
                    yield from self.blocks(box)
            elif _is_frame(item):
                for row in _rows(item):
                    for cell in _cells(row):
                        yield from self.blocks(cell)
            else:
                self.tables += 1
                table = self._table(item, self.tables)
                if table:
                    yield table

    def _style(self, paragraph: Element) -> _Style:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        key = style.get(_W + "val", "") if style is not None else ""
        return self.styles.get(key, _Style(key))

    def _paragraph(self, item: Element) -> list[Line]:
        """Lines of a paragraph, its list number in front."""
        style = self._style(item)
        list_id, level = _list_of(item)
        if list_id is None:
            list_id, level = style.list_id, level or style.level
        text = _text(item)
        if list_id and list_id != "0":
            text = f"{self.numbering.label(list_id, level)} {text}"
        bold = _is_bold(item, style.bold)
        return [Line(" ".join(part.split()), bold=bold) for part in text.split("\n") if part.strip()]

    def _table(self, table: Element, number: int) -> Table | None:
        done: list[_Open] = []
        above: dict[int, _Open] = {}
        header_rows = rows = columns = 0
        for row in _rows(table):
            properties = row.find(_W + "trPr")
            column = _number(properties, "gridBefore")
            if properties is not None and _is_on(properties.find(_W + "tblHeader")) and header_rows == rows:
                header_rows += 1
            going: dict[int, _Open] = {}
            for cell in _cells(row):
                settings = cell.find(_W + "tcPr")
                span = max(_number(settings, "gridSpan", 1), 1)
                merge = settings.find(_W + "vMerge") if settings is not None else None
                beside = settings.find(_W + "hMerge") if settings is not None else None
                if beside is not None and beside.get(_W + "val", "continue") == "continue" and done:
                    done[-1].span += span  # the merge of Word 6, without gridSpan
                    done[-1].lines += self._lines(cell)
                elif merge is not None and merge.get(_W + "val", "continue") == "continue" and column in above:
                    opened = above[column]
                    opened.rows = rows - opened.row + 1
                    opened.lines += self._lines(cell)
                    going[column] = opened
                else:
                    opened = _Open(rows, column, span, self._lines(cell), _fill(settings))
                    done.append(opened)
                    if merge is not None:
                        going[column] = opened
                column += span
            columns = max(columns, column + _number(properties, "gridAfter"))
            above = going
            rows += 1
        if not rows or not columns:
            return None
        return Table(
            page=None,
            number=number,
            rows=rows,
            columns=columns,
            cells=tuple(
                Cell(cell.row, cell.column, cell.rows, cell.span, tuple(cell.lines), fill=cell.fill) for cell in done
            ),
            header_rows=header_rows,
        )

    def _lines(self, cell: Element) -> list[Line]:
        """Paragraphs of a cell, those of nested tables row by row behind each other."""
        made: list[Line] = []
        for item in _content(cell):
            if item.tag == _W + "p":
                made += self._paragraph(item)
                for box in _text_boxes(item):
                    made += self._lines(box)
            else:
                for row in _rows(item):
                    inner = [line.text for each in _cells(row) for line in self._lines(each)]
                    if inner:
                        made.append(Line(" ".join(inner)))
        return made


def _text_boxes(paragraph: Element) -> Iterator[Element]:
    """Text boxes anchored in a paragraph, each once (Word writes a second copy for old readers).

    Those inside another one are met when that is read; deleted ones are left out.
    """
    for box in paragraph.iter(_W + "txbxContent"):
        above = []
        for parent in box.iterancestors():
            if parent is paragraph:
                break
            above.append(parent.tag)
        if not {_FALLBACK, _W + "txbxContent", *_DELETED}.intersection(above):
            yield box


def _is_frame(table: Element) -> bool:
    """Whether a table only frames others: one cell a row, and tables of several columns in them."""
    rows = [list(_cells(row)) for row in _rows(table)]
    inner = [item for row in rows for cell in row for item in _content(cell) if item.tag == _W + "tbl"]
    return all(len(row) == 1 for row in rows) and any(
        len(list(_cells(row))) > 1 for nested in inner for row in _rows(nested)
    )


def _content(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables of a body or cell, looking through content controls and revisions."""
    for item in parent:
        if item.tag in (_W + "p", _W + "tbl"):
            yield item
        elif item.tag == _W + "sdt":
            content = item.find(_W + "sdtContent")
            if content is not None and not _is_placeholder(item):
                yield from _content(content)
        elif item.tag == _MC + "AlternateContent":
            for choice in item.findall(_MC + "Choice")[:1]:
                yield from _content(choice)
        elif item.tag in (_W + "ins", _W + "moveTo", _W + "customXml"):
            yield from _content(item)


def _is_placeholder(control: Element) -> bool:
    """Whether a content control shows its prompt ("Klik di sini ...") and nobody has filled it in."""
    return _is_on(control.find(f"{_W}sdtPr/{_W}showingPlcHdr"))


def _rows(table: Element) -> Iterator[Element]:
    yield from _children(table, "tr")


def _cells(row: Element) -> Iterator[Element]:
    yield from _children(row, "tc")


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for item in parent:
        if item.tag == _W + tag:
            if item.find(f"{_W}trPr/{_W}del") is not None or item.find(f"{_W}tcPr/{_W}cellDel") is not None:
                continue
            yield item
        elif item.tag == _W + "sdt":
            content = item.find(_W + "sdtContent")
            if content is not None:
                yield from _children(content, tag)
        elif item.tag in (_W + "ins", _W + "customXml"):
            yield from _children(item, tag)


def _text(item: Element) -> str:
    parts: list[str] = []
    for child in item:
        tag = child.tag
        if tag in _SKIPPED or (tag == _W + "sdt" and _is_placeholder(child)):
            continue
        if tag == _W + "r" and _is_unseen(child, "".join(parts)):
            continue
        if tag == _W + "t":
            parts.append(child.text or "")
        elif tag in (_W + "tab", _W + "ptab"):
            parts.append(" ")
        elif tag in (_W + "br", _W + "cr"):
            parts.append("\n")
        elif tag == _W + "noBreakHyphen":
            parts.append("-")
        elif tag == _W + "sym":
            parts.append(symbol(int(child.get(_W + "char", "0"), 16)))
        else:
            parts.append(_text(child))
    return "".join(parts)


def _is_unseen(run: Element, before: str) -> bool:
    """Whether a run is hidden, or the raised mark of a note behind a number, which would become its last digits."""
    properties = run.find(_W + "rPr")
    if properties is None:
        return False
    if _is_on(properties.find(_W + "vanish")):
        return True
    raised = properties.find(_W + "vertAlign")
    if raised is None or raised.get(_W + "val") != "superscript" or not before.rstrip()[-1:].isdigit():
        return False
    return _NOTE_MARK.fullmatch("".join(run.itertext(_W + "t")).strip()) is not None


def _is_bold(paragraph: Element, default: bool) -> bool:
    bold = total = 0
    for run in paragraph.iter(_W + "r"):
        length = sum(len(text.text or "") for text in run.findall(_W + "t"))
        flag = run.find(f"{_W}rPr/{_W}b")
        total += length
        if default if flag is None else _is_on(flag):
            bold += length
    return bold * 2 > total


def _is_on(flag: Element | None) -> bool:
    return flag is not None and flag.get(_W + "val", "true") not in ("0", "false", "off")


def _number(settings: Element | None, tag: str, default: int = 0) -> int:
    found = settings.find(_W + tag) if settings is not None else None
    try:
        return int(found.get(_W + "val")) if found is not None else default
    except (TypeError, ValueError):
        return default


def _fill(settings: Element | None) -> str | None:
    shade = settings.find(_W + "shd") if settings is not None else None
    colour = shade.get(_W + "fill", "auto") if shade is not None else "auto"
    return None if colour.lower() in ("auto", "ffffff") or len(colour) != 6 else f"#{colour.lower()}"
