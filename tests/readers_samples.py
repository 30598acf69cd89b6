"""Small files for the reader tests, written here for the fictional Kota Harapan Jaya."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

HEIGHT = A4[1]
WIDE = landscape(A4)

Draw = Callable[[Canvas], None]


def write_pdf(path: Path, *pages: Draw, size: tuple[float, float] = A4, **settings: object) -> Path:
    """A PDF with one page per drawing function."""
    canvas = Canvas(str(path), pagesize=size, **settings)  # type: ignore[arg-type]
    for draw in pages:
        canvas.setFont("Helvetica", 9)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def grid(
    canvas: Canvas,
    xs: Sequence[float],
    ys: Sequence[float],
    texts: dict[tuple[int, int], str],
    merged: Sequence[tuple[int, int, int, int]] = (),
    height: float = HEIGHT,
) -> None:
    """A ruled table; `merged` are (row, column, row span, column span), ys are distances from the top."""
    covered = {
        (row + i, column + j): (row, column)
        for row, column, row_span, col_span in merged
        for i in range(row_span)
        for j in range(col_span)
    }
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            own = covered.get((row, column), (row, column))
            x0, x1 = xs[column], xs[column + 1]
            top, bottom = height - ys[row], height - ys[row + 1]
            if covered.get((row - 1, column), (row - 1, column)) != own:
                canvas.line(x0, top, x1, top)
            if covered.get((row + 1, column), (row + 1, column)) != own:
                canvas.line(x0, bottom, x1, bottom)
            if covered.get((row, column - 1), (row, column - 1)) != own:
                canvas.line(x0, top, x0, bottom)
            if covered.get((row, column + 1), (row, column + 1)) != own:
                canvas.line(x1, top, x1, bottom)
    for (row, column), text in texts.items():
        for number, line in enumerate(text.split("\n")):
            canvas.drawString(xs[column] + 3, height - ys[row] - 11 - 11 * number, line)


PLAN_XS = [40, 80, 230, 370, 420, 470, 520, 570]
PLAN_YS = [100, 130, 160, 200, 240]
PLAN_TEXTS = {
    (0, 0): "Kode",
    (0, 1): "Program",
    (0, 2): "Indikator",
    (0, 3): "Target",
    (0, 5): "Pagu (juta Rp)",
    (1, 3): "2025",
    (1, 4): "2026",
    (1, 5): "2025",
    (1, 6): "2026",
    (2, 0): "1.02.02",
    (2, 1): "Program Pemenuhan\nUpaya Kesehatan",
    (2, 2): "Angka Kematian Bayi",
    (2, 3): "7,5",
    (2, 4): "7,1",
    (2, 5): "1.250",
    (2, 6): "1.300",
    (3, 2): "Cakupan Imunisasi",
    (3, 3): "95",
    (3, 4): "96",
}
PLAN_MERGED = [
    (0, 0, 2, 1),
    (0, 1, 2, 1),
    (0, 2, 2, 1),
    (0, 3, 1, 2),
    (0, 5, 1, 2),
    (2, 0, 2, 1),
    (2, 1, 2, 1),
    (2, 5, 2, 1),
    (2, 6, 2, 1),
]


def plan_table(canvas: Canvas, height: float = HEIGHT) -> None:
    """A plan table with a heading of two levels and merged cells in the body."""
    canvas.drawString(40, height - 60, "RENCANA STRATEGIS DINAS KESEHATAN KOTA HARAPAN JAYA")
    canvas.drawString(40, height - 80, "Tabel 6.1 Rencana Program dan Pendanaan")
    grid(canvas, PLAN_XS, PLAN_YS, PLAN_TEXTS, PLAN_MERGED, height)


def unruled_table(canvas: Canvas, rules: bool = False, height: float = WIDE[1]) -> None:
    """A table set by white space only (or with horizontal rules): heading of two levels, texts that wrap."""
    canvas.drawString(40, height - 40, "Tabel 7.1")
    canvas.drawString(40, height - 52, "Indikasi Rencana Program Kota Harapan Jaya")
    y = 90.0
    for x, text in ((50, "Kode"), (110, "Program"), (260, "Indikator")):
        canvas.drawString(x, height - y, text)
    for x, text in ((440, "Tahun 2025"), (580, "Tahun 2026")):
        canvas.drawString(x - 20, height - y + 12, text)
    for x in (400, 540):
        canvas.drawString(x, height - y - 12, "Target")
        canvas.drawString(x + 70, height - y - 12, "Rp")
    if rules:
        canvas.line(40, height - y - 20, 690, height - y - 20)
    y += 34
    rows = (
        ("2.16.01", "Program Penunjang\nUrusan Pemerintahan", "Indeks Kepuasan\nPegawai", "81,5", "1.250.000.000"),
        ("2.16.02", "Program Informasi Publik", "Jumlah Layanan\nPengaduan Terpadu", "12", "975.500.000"),
        ("2.16.03", "Program Aplikasi\nInformatika", "Indeks SPBE", "3,1", "2.400.000.000"),
        ("2.16.04", "Program Statistik\nSektoral", "Persentase Data\nTerbuka", "75", "350.000.000"),
    )
    for code, program, indicator, target, money in rows:
        canvas.drawString(45, height - y, code)
        for x, text in ((95, program), (240, indicator)):
            for number, line in enumerate(text.split("\n")):
                canvas.drawString(x, height - y - 11 * number, line)
        for x in (400, 540):
            canvas.drawCentredString(x + 14, height - y, target)
            canvas.drawRightString(x + 120, height - y, money)
        y += 11 * max(program.count("\n"), indicator.count("\n")) + 13
        if rules:
            canvas.line(40, height - y + 9, 690, height - y + 9)


def write_docx(path: Path, build: Callable[[Document], None]) -> Path:  # type: ignore[valid-type]
    """A Word file filled by a function."""
    document = Document()
    build(document)
    document.save(str(path))
    return path


def element(tag: str, **attributes: str) -> object:
    """A WordprocessingML element."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def rezip(source: Path, target: Path, replace: dict[str, bytes]) -> Path:
    """Copy a zip file with some members replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in replace:
                new.writestr(name, old.read(name))
        for name, data in replace.items():
            new.writestr(name, data)
    return target


def justified(canvas: Canvas, x: float, y: float, width: float, text: str) -> None:
    """A line whose spaces are stretched to fill a width."""
    words = text.split()
    space = (width - sum(canvas.stringWidth(word, "Helvetica", 9) for word in words)) / (len(words) - 1)
    for word in words:
        canvas.drawString(x, y, word)
        x += canvas.stringWidth(word, "Helvetica", 9) + space
