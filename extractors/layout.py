"""What every reader gives: pages of text lines and tables, each with its place. One type for PDF and Word.

Pages come from other processes by the thousand, so the types that there are most of say how they are pickled: the
way of dataclasses takes five times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.document import SourceFile
from models.errors import Problem
from models.evidence import Box, SheetColumns


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of text. Boxes are as a person reads the page (see `Page.turn`); None in DOCX."""

    text: str
    box: Box | None = None
    bold: bool = False

    def __reduce__(self) -> tuple[type[Line], tuple[object, ...]]:
        return Line, (self.text, self.box, self.bold)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: grid place (0-based) and span, printed lines top to bottom, and its area.

    A merged cell is one Cell with spans; grid places that no cell covers are simply absent.
    """

    row: int
    column: int
    row_span: int
    col_span: int
    lines: tuple[Line, ...]
    box: Box | None = None
    fill: str | None = None
    """Background colour as "#rrggbb" where the format tells, else None."""

    @property
    def text(self) -> str:
        """The lines joined by newlines."""
        lines = self.lines
        # Asked a dozen times for every cell of a document; most have one line or none.
        return lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])

    def __reduce__(self) -> tuple[type[Cell], tuple[object, ...]]:
        place = (self.row, self.column, self.row_span, self.col_span)
        return Cell, (*place, self.lines, self.box, self.fill)


@dataclass(frozen=True, slots=True)
class Table:
    """One table on one page (PDF) or of the body (DOCX).

    Attributes:
        page: 1-based page, None in DOCX.
        number: 1-based: order on the page (PDF) or in the body (DOCX, nested tables not counted).
        rows, columns: size of the grid.
        cells: in row-major order of their top left place.
        xs, ys: grid line positions (len columns + 1, len rows + 1); empty in DOCX.
        ruled: False when the grid was inferred from white space.
        header_rows: rows known to be headings: marked so by the format (DOCX w:tblHeader) or found with an inferred
            grid; 0 when nothing tells.
        sheet: the sheet and columns it stands in, None but for workbooks.
    """

    page: int | None
    number: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    box: Box | None = None
    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()
    ruled: bool = True
    header_rows: int = 0
    sheet: SheetColumns | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line (PDF) or paragraph (DOCX) outside of tables. `style` is the Word style name, None in PDF."""

    text: str
    box: Box | None = None
    style: str | None = None
    bold: bool = False

    def __reduce__(self) -> tuple[type[Paragraph], tuple[object, ...]]:
        return Paragraph, (self.text, self.box, self.style, self.bold)


@dataclass(frozen=True, slots=True)
class Page:
    """One page (PDF) or the whole body (DOCX: number None), its blocks in reading order.

    Attributes:
        number: 1-based page of the file, None in DOCX.
        width, height: points as a person sees the page; 0 in DOCX.
        blocks: paragraphs and tables in reading order.
        reader: "cepat" (PDFium), "acuan" (pdfplumber), "docx", "ocr" (a scan, by Tesseract): who read it.
        problem: why the page gave nothing or only a part, None when it was read whole.
        has_text: False for a page whose text cannot be read: a picture without OCR.
        turn: degrees clockwise (0, 90, 180, 270) by which the page as displayed was turned to be read. 0 but for
            pages whose text stands sideways; size and boxes are those of the turned page.
        unread: areas with a number that could not be read for sure and was left out ("ocr" only).
    """

    number: int | None
    width: float
    height: float
    blocks: tuple[Paragraph | Table, ...]
    reader: str
    problem: Problem | None = None
    has_text: bool = True
    turn: int = 0
    unread: tuple[Box, ...] = ()

    def displayed(self, box: Box) -> Box:
        """The box on the page as a viewer displays it: undoes `turn`."""
        x0, top, x1, bottom = box
        if self.turn == 90:
            return top, self.width - x1, bottom, self.width - x0
        if self.turn == 180:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.turn == 270:
            return self.height - bottom, x0, self.height - top, x1
        return box

    @property
    def tables(self) -> tuple[Table, ...]:
        """The page's tables in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The page's text outside tables in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


@dataclass(frozen=True, slots=True)
class Layout:
    """A file read as pages. `page_count` counts the file's pages also when only some were read."""

    file: SourceFile
    page_count: int
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()

    def tables(self) -> Iterator[Table]:
        """All tables in reading order."""
        for page in self.pages:
            yield from page.tables
