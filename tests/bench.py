"""Speed of the PDF readers beside plain pdfplumber, all in one run on the same machine.

    python -m tests.bench [FILE.pdf]

Without a file a plan of 200 pages is written first. Each method runs in a process of its own, start of the interpreter
included, so that time and peak memory are its own. Quote the ratios, not the seconds.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from .readers_samples import WIDE, grid, write_pdf

PAGES = 200


def plain(path: Path) -> int:
    """What a first program does: text and tables of every page by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def reference(path: Path) -> int:
    """Our reference reader on every fourth page (its time is scaled by the pages it read)."""
    import pypdfium2 as pdfium

    from extractors.readers import pdf_reference

    numbers = range(1, len(pdfium.PdfDocument(path)) + 1, 4)
    for number in numbers:
        pdf_reference.read_page(path, number)
    return len(numbers)


def fast(path: Path) -> int:
    """Our reader in one process."""
    from extractors.readers.read import read_layout

    return len(read_layout(path).pages)


def fast_by_two(path: Path) -> int:
    """Our reader in two processes."""
    from extractors.readers.read import read_layout

    return len(read_layout(path, workers=2).pages)


METHODS: dict[str, Callable[[Path], int]] = {
    "pdfplumber, teks dan tabel": plain,
    "pembaca acuan": reference,
    "pembaca cepat, 1 proses": fast,
    "pembaca cepat, 2 proses": fast_by_two,
}


def write_plan(path: Path) -> Path:
    """A long plan: three pages of prose to two landscape pages of a ruled table with sixteen columns."""
    prose = "Pembangunan daerah Kota Harapan Jaya diarahkan untuk meningkatkan mutu pelayanan dasar pada tahun 2025. "

    def text(canvas: Canvas) -> None:
        for line in range(42):
            canvas.drawString(50, WIDE[1] - 50 - 12 * line, prose[line % 7 :] + prose[: 20 + line])

    def table(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 6)
        xs = [30 + 48.0 * column for column in range(17)]
        ys = [40 + 24.0 * row for row in range(22)]
        texts = {(row, column): f"{row * 1000 + column},5\nbaris" for row in range(21) for column in range(16)}
        grid(canvas, xs, ys, texts, height=WIDE[1])

    return write_pdf(path, *[(text, text, text, table, table)[number % 5] for number in range(PAGES)], size=WIDE)


def measure(name: str, path: Path) -> tuple[float, float, int]:
    """Pages a second and peak memory in MB of one method, and its pages."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench", "--only", name, str(path)]
    pages, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return int(pages) / (time.perf_counter() - start), int(peak) / 1024, int(pages)


def main(arguments: list[str]) -> None:
    """Run all methods and print their figures, or one of them when called by itself."""
    if arguments[:1] == ["--only"]:
        pages = METHODS[arguments[1]](Path(arguments[2]))
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(pages, peak)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(arguments[0]) if arguments else write_plan(Path(folder) / "rencana.pdf")
        print(f"{path.name}\n{'cara':<28}{'halaman':>8}{'hal/detik':>11}{'kali':>7}{'MB per proses':>15}")
        base = None
        for name in METHODS:
            rate, peak, pages = measure(name, path)
            base = base or rate
            print(f"{name:<28}{pages:>8}{rate:>11.1f}{rate / base:>7.1f}{peak:>15.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
