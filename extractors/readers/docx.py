"""The Word reader: one walk over the body's XML.

python-docx answers `table.cell` by building the whole table each time and repeats merged cells; the walk over
w:tr/w:tc is hundreds of times faster and keeps spans as spans. A Word file has no pages: one `Page` with number None.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from extractors.layout import Cell, Line, Page, Paragraph, Table
from models.errors import ErrorCode, Problem, SelarasError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {_W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText")}
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
            styles = _styles(archive)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, OSError, EOFError) as error:
        raise SelarasError(
            Problem(
                ErrorCode.DAMAGED,
                f"Berkas {path.name} rusak: isi Word-nya tidak dapat dibaca.",
                "Buka dengan Word atau LibreOffice, simpan ulang sebagai DOCX, lalu baca lagi.",
            )
        ) from error
    reader = _Reader(styles)
    blocks = list(reader.blocks(body)) if body is not None else []
    return Page(None, 0, 0, tuple(blocks), "docx", has_text=bool(blocks))


def _parse(data: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    return etree.fromstring(data, parser)


def _styles(archive: zipfile.ZipFile) -> dict[str, str]:
    if "word/styles.xml" not in archive.namelist():
        return {}
    names: dict[str, str] = {}
    for style in _parse(archive.read("word/styles.xml")).iter(_W + "style"):
        name = style.find(_W + "name")
        if name is not None:
            names[style.get(_W + "styleId", "")] = name.get(_W + "val", "")
    return names


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
    styles: dict[str, str]
    tables: int = field(default=0)

    def blocks(self, body: Element) -> Iterator[Paragraph | Table]:
        for item in _content(body):
            if item.tag == _W + "p":
                text = _text(item)
                for part in text.split("\n"):
                    if part.strip():
                        yield Paragraph(_clean(part), style=self._style(item), bold=_is_bold(item))
            else:
                self.tables += 1
                table = self._table(item, self.tables)
                if table:
                    yield table

    def _style(self, paragraph: Element) -> str | None:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is None:
            return None
        key: str = style.get(_W + "val", "")
        return self.styles.get(key, key)

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
                if merge is not None and merge.get(_W + "val", "continue") == "continue" and column in above:
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
                bold = _is_bold(item)
                made += [Line(_clean(part), bold=bold) for part in _text(item).split("\n") if part.strip()]
            else:
                for row in _rows(item):
                    inner = [line.text for each in _cells(row) for line in self._lines(each)]
                    if inner:
                        made.append(Line(" ".join(inner)))
        return made


def _content(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables of a body or cell, looking through content controls and revisions."""
    for item in parent:
        if item.tag in (_W + "p", _W + "tbl"):
            yield item
        elif item.tag == _W + "sdt":
            content = item.find(_W + "sdtContent")
            if content is not None:
                yield from _content(content)
        elif item.tag in (_W + "ins", _W + "moveTo", _W + "customXml"):
            yield from _content(item)


def _rows(table: Element) -> Iterator[Element]:
    yield from _children(table, "tr")


def _cells(row: Element) -> Iterator[Element]:
    yield from _children(row, "tc")


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for item in parent:
        if item.tag == _W + tag:
            if tag == "tr" and item.find(f"{_W}trPr/{_W}del") is not None:
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
        if tag in _SKIPPED:
            continue
        if tag == _W + "t":
            parts.append(child.text or "")
        elif tag in (_W + "tab", _W + "ptab"):
            parts.append(" ")
        elif tag in (_W + "br", _W + "cr"):
            parts.append("\n")
        elif tag == _W + "noBreakHyphen":
            parts.append("-")
        elif tag in (_W + "tbl", _W + "p"):
            continue  # text boxes are read with their own paragraphs
        else:
            parts.append(_text(child))
    return "".join(parts)


def _clean(text: str) -> str:
    return " ".join(text.split())


def _is_bold(paragraph: Element) -> bool:
    bold = total = 0
    for run in paragraph.iter(_W + "r"):
        length = sum(len(text.text or "") for text in run.findall(_W + "t"))
        total += length
        if _is_on(run.find(f"{_W}rPr/{_W}b")):
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
