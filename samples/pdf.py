"""Typesetting as PDF with the plain canvas of reportlab, the way office software prints plan documents.

Own table layout instead of platypus: merged cells go on over pages, pieces of stacked cells share a height, words
that do not fit a narrow column are broken, and the page of every printed fact is known.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from samples.pages import Block, Cell, Contents, Cover, Heading, Mark, Paper, Place, Table, Text, Turn, Typeset

A4 = (595.28, 841.89)
_MARGIN = (62.0, 60.0)  # left and right, top and bottom of upright pages
_NARROW = (36.0, 48.0)  # of landscape pages
_PAD = 2.2
_LEADING = 1.18


@dataclass(slots=True)
class _Placed:
    """A cell in the grid with its wrapped lines; `drawn` lines are already on earlier pages."""

    cell: Cell
    row: int
    column: int
    lines: list[tuple[str, bool, Mark | None]]
    drawn: int = 0


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Lines of `text` in `width` points; words longer than a line are broken anywhere, as in narrow Word columns."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in re.findall(r"[^\s-]+-?|-", part) if width < 60 else part.split():
            glue = "" if not line or (width < 60 and line.endswith("-") and f"{line}{word}" in part) else " "
            if stringWidth(line + glue + word, font, size) <= width:
                line += glue + word
                continue
            if line:
                lines.append(line)
            while stringWidth(word, font, size) > width and len(word) > 1:
                cut = len(word) - 1
                while cut > 1 and stringWidth(word[:cut], font, size) > width:
                    cut -= 1
                lines.append(word[:cut])
                word = word[cut:]
            line = word
        lines.append(line)
    return lines


class _Press:
    """Prints one paper. A first pass finds the pages of the headings for the table of contents."""

    def __init__(self, paper: Paper, contents: list[tuple[str, int, int]]) -> None:
        self.paper = paper
        self.contents = contents
        self.found: list[tuple[str, int, int]] = []
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(paper.title)
        self.canvas.setAuthor("Pemerintah Kota Harapan Jaya")
        self.regular, self.bold = ("Times-Roman", "Times-Bold") if paper.serif else ("Helvetica", "Helvetica-Bold")
        self.out = Typeset()
        self.page = 0
        self.bab = ""
        self.turn = Turn()
        self.cover = False
        self.width = self.height = self.y = 0.0

    # -- pages

    def open(self) -> None:
        """Begin a page in the current orientation."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        short, tall = A4
        lying = self.turn.landscape or self.turn.rotated
        self.width, self.height = (tall, short) if lying else (short, tall)
        self.canvas.setPageSize((self.width, self.height))  # as seen: reportlab turns the media box itself
        self.canvas.setPageRotation(90 if self.turn.rotated else 0)
        if self.turn.rotated:
            self.canvas.translate(short, 0)
            self.canvas.rotate(90)
        self.left, self.edge = _NARROW if lying else _MARGIN
        self.y = self.height - self.edge - 14
        if not self.cover:
            self.furniture()

    def furniture(self) -> None:
        """Page header and footer."""
        canvas, size = self.canvas, 7.5
        canvas.setFont(self.regular, size)
        canvas.drawRightString(self.width - self.left, self.height - self.edge + 14, self.paper.title)
        canvas.setLineWidth(0.5)
        canvas.line(self.left, self.height - self.edge + 9, self.width - self.left, self.height - self.edge + 9)
        number = self.paper.page_number.format(n=self.page, bab=self.bab or "-")
        canvas.drawRightString(self.width - self.left, self.edge - 26, number)
        if self.paper.footer:
            canvas.drawString(self.left, self.edge - 26, self.paper.footer)

    def need(self, height: float) -> None:
        """Turn the page when less than `height` is left."""
        if self.page == 0 or self.y - height < self.edge:
            self.open()

    # -- blocks

    def print(self, blocks: tuple[Block, ...]) -> Typeset:
        """Print everything."""
        for number, block in enumerate(blocks):
            if isinstance(block, Cover):
                self.cover_page(block)
            elif isinstance(block, Turn):
                self.turn = block
                following = blocks[number + 1] if number + 1 < len(blocks) else None
                if isinstance(following, Heading) and following.level == 1:
                    continue  # a chapter opens its own page
                self.open()
            elif isinstance(block, Heading):
                self.heading(block)
            elif isinstance(block, Text):
                self.text(block)
            elif isinstance(block, Contents):
                self.contents_page()
            else:
                self.table(block)
        self.canvas.save()
        self.out.data = self.buffer.getvalue()
        self.out.pages = self.page
        return self.out

    def cover_page(self, cover: Cover) -> None:
        """A cover without furniture."""
        self.cover = True
        self.open()
        self.cover = False
        canvas = self.canvas
        canvas.setStrokeColor("#1f4e79")
        canvas.setLineWidth(3)
        canvas.rect(40, 40, self.width - 80, self.height - 80)
        canvas.setStrokeColor("#000000")
        canvas.circle(self.width / 2, self.height - 170, 38)
        canvas.setFont(self.bold, 8)
        canvas.drawCentredString(self.width / 2, self.height - 173, "LAMBANG")
        y = self.height - 300
        for line in cover.lines:
            size = 17 if line.isupper() else 12
            for part in wrap(line, self.bold, size, self.width - 160):
                canvas.setFont(self.bold, size)
                canvas.drawCentredString(self.width / 2, y, part)
                y -= size * 1.5
            y -= 10

    def heading(self, block: Heading) -> None:
        """A heading; chapters begin a page."""
        size = {1: 13.0, 2: 11.0, 3: 10.5, 4: 9.5}[block.level]
        centred = block.level in (1, 4)
        if block.level == 1:
            self.bab = block.text.split("\n")[0].removeprefix("BAB ")
            self.open()
        lines = [
            line
            for part in block.text.split("\n")
            for line in wrap(part, self.bold, size, self.width - 2 * self.left - (60 if centred else 0))
        ]
        self.need(len(lines) * size * 1.35 + (70 if block.level == 4 else 45))
        self.y -= 0 if block.level == 1 else 8
        if block.level < 4:
            self.found.append((" ".join(block.text.split("\n")), block.level, self.page))
        for line in lines:
            self.y -= size * 1.3
            self.canvas.setFont(self.bold, size)
            if centred:
                self.canvas.drawCentredString(self.width / 2, self.y, line)
            else:
                self.canvas.drawString(self.left, self.y, line)
        self.y -= 8 if block.level < 4 else 5

    def text(self, block: Text) -> None:
        """A justified paragraph, with a hanging number."""
        font, size = (self.bold if block.bold else self.regular), 10.5
        hang = 18.0 if block.number else 0.0
        x = self.left + block.indent + hang
        width = self.width - self.left - x
        lines = wrap(block.text, font, size, width)
        self.need(size * 1.5)
        if block.mark:
            self.out.places[block.mark] = Place(page=self.page)
            self.out.texts[block.mark] = block.text
        for number, line in enumerate(lines):
            self.need(size * 1.5)
            self.y -= size * 1.45
            self.canvas.setFont(font, size)
            if number == 0 and block.number:
                self.canvas.drawString(x - hang, self.y, block.number)
            gaps = line.count(" ")
            if block.align == "c":
                self.canvas.drawCentredString(self.width / 2, self.y, line)
            elif block.align == "j" and gaps and number < len(lines) - 1:
                extra = (width - stringWidth(line, font, size)) / gaps
                self.canvas.drawString(x, self.y, line, wordSpace=extra)
            else:
                self.canvas.drawString(x, self.y, line)
        self.y -= 5

    def contents_page(self) -> None:
        """Daftar isi with dots and page numbers."""
        self.canvas.setFont(self.bold, 13)
        self.y -= 16
        self.canvas.drawCentredString(self.width / 2, self.y, "DAFTAR ISI")
        self.y -= 14
        for title, level, page in self.contents:
            indent = (level - 1) * 16
            width = self.width - 2 * self.left - indent - 40
            font = self.bold if level == 1 else self.regular
            lines = wrap(title, font, 10, width)
            for number, line in enumerate(lines):
                self.need(15)
                self.y -= 14
                self.canvas.setFont(font, 10)
                x = self.left + indent
                self.canvas.drawString(x, self.y, line)
                if number == len(lines) - 1:
                    start = x + stringWidth(line, font, 10) + 4
                    end = self.width - self.left - 22
                    dots = int((end - start) / stringWidth(".", self.regular, 10))
                    self.canvas.setFont(self.regular, 10)
                    self.canvas.drawString(start, self.y, "." * max(dots, 0))
                    self.canvas.drawRightString(self.width - self.left, self.y, str(page))

    # -- tables

    def table(self, table: Table) -> None:
        """Lay out and draw one table over as many pages as it takes."""
        total = self.width - 2 * self.left
        scale = total / sum(table.widths)
        xs = [self.left]
        for width in table.widths:
            xs.append(xs[-1] + width * scale)
        header = self.grid(table, table.header, xs, bold=True)
        body = self.grid(table, table.body, xs, bold=False)
        leading = table.size * _LEADING
        self.need(self.head_height(header, len(table.header), leading) + 40)
        self.rows(table, header, len(table.header), xs, leading, head=True)
        self.rows(table, body, len(table.body), xs, leading, head=False, header=header if table.repeat else None)
        self.y -= 12

    def grid(self, table: Table, rows: tuple[tuple[Cell, ...], ...], xs: list[float], bold: bool) -> list[_Placed]:
        """Cells at their grid places, pieces of one row levelled, lines wrapped."""
        taken: set[tuple[int, int]] = set()
        placed: list[_Placed] = []
        for row, cells in enumerate(rows):
            column = 0
            fresh: list[tuple[_Placed, list[list[tuple[str, bool, Mark | None]]]]] = []
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                for below in range(cell.rows):
                    for right in range(cell.cols):
                        taken.add((row + below, column + right))
                width = xs[column + cell.cols] - xs[column] - 2 * _PAD
                blocks: list[list[tuple[str, bool, Mark | None]]] = []
                for piece in cell.pieces:
                    strong = bold or cell.bold or piece.bold
                    font = self.bold if strong else self.regular
                    lines = wrap(piece.text, font, table.size, width)
                    blocks.append([(line, strong, piece.mark if n == 0 else None) for n, line in enumerate(lines)])
                    if piece.mark:
                        self.out.texts[piece.mark] = piece.text
                        self.out.tables[piece.mark] = table.name
                item = _Placed(cell, row, column, [])
                fresh.append((item, blocks))
                placed.append(item)
                column += cell.cols
            levels = max((len(blocks) for _, blocks in fresh), default=0)
            tall = [
                max((len(b[n]) for item, b in fresh if n < len(b) and len(b) > 1 and item.cell.rows == 1), default=0)
                for n in range(levels)
            ]
            for item, blocks in fresh:
                stacked = len(blocks) > 1 and item.cell.rows == 1
                for n, block in enumerate(blocks):
                    item.lines += block
                    if stacked and n < len(blocks) - 1:
                        item.lines += [("", False, None)] * (tall[n] - len(block) + 1)
        return placed

    def head_height(self, header: list[_Placed], count: int, leading: float) -> float:
        """Height of the header rows together."""
        return sum(self.heights(header, count, leading))

    def heights(self, placed: list[_Placed], count: int, leading: float) -> list[float]:
        """Natural height of each row: its own cells first, then what spanning cells still need."""
        heights = [leading + 2 * _PAD] * count
        for item in placed:
            if item.cell.rows == 1:
                heights[item.row] = max(heights[item.row], len(item.lines) * leading + 2 * _PAD)
        for item in placed:
            if item.cell.rows > 1 and len(item.lines) * leading < 200:
                last = item.row + item.cell.rows - 1
                have = sum(heights[item.row : last + 1])
                heights[last] += max(0.0, len(item.lines) * leading + 2 * _PAD - have)
        return heights

    def rows(
        self,
        table: Table,
        placed: list[_Placed],
        count: int,
        xs: list[float],
        leading: float,
        head: bool,
        header: list[_Placed] | None = None,
    ) -> None:
        """Draw rows, page by page; a merged cell that goes on keeps its border and the rest of its text."""
        heights = self.heights(placed, count, leading)
        first = 0
        while first < count:
            room = self.y - self.edge
            last, used = first, 0.0
            while last < count and used + heights[last] <= room:
                used += heights[last]
                last += 1
            cut = int((room - used - 2 * _PAD) / leading) if table.split and not head and last < count else 0
            rest = heights[last] - cut * leading if last < count else 0.0
            if cut >= 2 and rest > leading + 2 * _PAD - 0.1:
                whole, heights[last] = heights[last], cut * leading + 2 * _PAD
                self.segment(table, placed, heights, first, last + 1, xs, leading, head)
                first, heights[last] = last, whole - cut * leading
            elif last > first:
                self.segment(table, placed, heights, first, last, xs, leading, head)
                first = last
            elif heights[first] > self.height - 2 * self.edge - 60:
                raise ValueError(f"row {first} of {table.name} is taller than a page")
            if first < count:
                self.open()
                if header:
                    again = [_Placed(one.cell, one.row, one.column, one.lines) for one in header]
                    self.rows(table, again, len(table.header), xs, leading, head=True)

    def segment(
        self,
        table: Table,
        placed: list[_Placed],
        heights: list[float],
        first: int,
        last: int,
        xs: list[float],
        leading: float,
        head: bool,
    ) -> None:
        """Draw rows first to last (exclusive) on the current page."""
        ys = [self.y]
        for height in heights[first:last]:
            ys.append(ys[-1] - height)
        for item in placed:
            top_row, end_row = max(item.row, first), min(item.row + item.cell.rows, last)
            if top_row >= end_row:
                continue
            x0, x1 = xs[item.column], xs[item.column + item.cell.cols]
            top, bottom = ys[top_row - first], ys[end_row - first]
            fill = item.cell.fill or (table.head_fill if head else None)
            if fill:
                self.canvas.setFillColor(fill)
                self.canvas.rect(x0, bottom, x1 - x0, top - bottom, stroke=0, fill=1)
                self.canvas.setFillColor("#000000")
            self.border(x0, bottom, x1, top)
            self.cell_text(table, item, x0, x1, top, bottom, leading, head)
        self.y = ys[-1]

    def cell_text(
        self, table: Table, item: _Placed, x0: float, x1: float, top: float, bottom: float, leading: float, head: bool
    ) -> None:
        """Draw the lines of a cell that fit this page's part of it."""
        fit = max(1, int((top - bottom - 2 * _PAD + 0.01) / leading))
        lines = item.lines[item.drawn : item.drawn + fit]
        item.drawn += len(lines)
        y = top - _PAD - table.size * 0.86
        middle = head or (table.valign == "middle" and item.cell.rows == 1)
        if middle:
            y -= max(0.0, (top - bottom - 2 * _PAD - len(lines) * leading) / 2)
        align = "c" if head else item.cell.align
        for line, strong, mark in lines:
            if mark:
                self.out.places.setdefault(mark, Place(page=self.page))
            self.canvas.setFont(self.bold if strong else self.regular, table.size)
            if align == "c":
                self.canvas.drawCentredString((x0 + x1) / 2, y, line)
            elif align == "r":
                self.canvas.drawRightString(x1 - _PAD, y, line)
            elif line:
                self.canvas.drawString(x0 + _PAD, y, line)
            y -= leading

    def border(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Rule one cell."""
        canvas = self.canvas
        if self.paper.ruling == "isi":
            for x, y, w, h in (
                (x0, y0, x1 - x0, 0.48),
                (x0, y1, x1 - x0, 0.48),
                (x0, y0, 0.48, y1 - y0),
                (x1, y0, 0.48, y1 - y0),
            ):
                canvas.rect(x, y, w, h, stroke=0, fill=1)
            return
        canvas.setLineWidth(0.5)
        canvas.line(x0, y0, x1, y0)
        canvas.line(x0, y1, x1, y1)
        canvas.line(x0, y0, x0, y1)
        canvas.line(x1, y0, x1, y1)


def typeset_pdf(paper: Paper) -> Typeset:
    """The paper as PDF bytes, the same on every machine, with the page of each mark."""
    first = _Press(paper, [])
    first.print(paper.blocks)
    contents = first.found
    for _ in range(2):  # the contents themselves take room: pages settle at the second pass
        press = _Press(paper, contents)
        out = press.print(paper.blocks)
        if press.found == contents:
            break
        contents = press.found
    return out
