"""Speed and memory of the PDF readers beside plain pdfplumber, all in one run on the same machine.

    python -m tests.bench [FILE.pdf ...] [--corpus FOLDER] [--rounds N] [--sizes 100,300,1000]

Without a file a plan of 200 pages is written; --corpus takes the longest PDFs of a folder. Each method runs in a
process of its own. "baca" is the reading alone, after the imports, as a program that stays would see it; "utuh" is the
whole process with the start of the interpreter, "CPU" its processor time, which other work on the machine does not
change. Methods take turns in each round, and what is printed is the median of the rounds: quote the ratios, not the
seconds. Scans are not read by OCR here, as pdfplumber does not read them either.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from reportlab.pdfgen.canvas import Canvas

from .readers_samples import WIDE, grid, write_pdf

PAGES = 200
SHARE = 4
"""The reference reader reads one page in so many."""


def plain(path: Path) -> int:
    """What a careful first program does: text and tables of every page by pdfplumber, each page closed after it."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def unclosed(path: Path) -> int:
    """The same without closing pages, as pdfplumber's own examples do."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
        return len(pdf.pages)


def reference(path: Path) -> int:
    """Our reference reader on a share of the pages."""
    import pypdfium2 as pdfium

    from extractors.readers import pdf_reference

    numbers = range(1, len(pdfium.PdfDocument(path)) + 1, SHARE)
    for number in numbers:
        pdf_reference.read_page(path, number)
    return len(numbers)


def fast(path: Path, workers: int = 1) -> int:
    """Our reader."""
    from extractors.readers.read import read_layout

    return len(read_layout(path, workers=workers).pages)


def fast_by_two(path: Path) -> int:
    """Our reader in two processes."""
    return fast(path, 2)


def extract(path: Path, workers: int = 1) -> int:
    """`selaras extract`: from the command line to the printed records."""
    import pypdfium2 as pdfium

    from flows.cli import main

    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main(["extract", str(path), "--proses", str(workers)])
    return len(pdfium.PdfDocument(path))


def extract_by_two(path: Path) -> int:
    """The same with two reading processes."""
    return extract(path, 2)


METHODS: dict[str, Callable[[Path], int]] = {
    "pdfplumber, halaman ditutup": plain,
    "pdfplumber, tanpa ditutup": unclosed,
    "pembaca acuan": reference,
    "pembaca cepat, 1 proses": fast,
    "pembaca cepat, 2 proses": fast_by_two,
    "selaras extract, 1 proses": extract,
    "selaras extract, 2 proses": extract_by_two,
}
WARM = {plain: "pdfplumber", unclosed: "pdfplumber", reference: "extractors.readers.pdf_reference"}
"""What a method imports before its reading is timed."""


def write_plan(path: Path, pages: int = PAGES) -> Path:
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
        texts |= {(0, column): head for column, head in enumerate(("Kode", "Program", "Indikator", "Satuan"))}
        texts |= {(0, column): f"Target {2021 + column}" for column in range(4, 9)}
        texts |= {(row, 2): f"Persentase layanan ke-{row}" for row in range(1, 21)}
        texts |= {(row, 3): "Persen" for row in range(1, 21)}
        grid(canvas, xs, ys, texts, height=WIDE[1])

    return write_pdf(path, *[(text, text, text, table, table)[number % 5] for number in range(pages)], size=WIDE)


@dataclass(frozen=True)
class Run:
    """One run of one method.

    Attributes:
        pages: read.
        reading, whole: seconds of reading and of the whole process.
        processor: seconds of processor time of all its processes.
        megabytes: peak of its largest process.
    """

    pages: int
    reading: float
    whole: float
    processor: float
    megabytes: float


def measure(name: str, path: Path) -> Run:
    """Run a method in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench", "--only", name, str(path)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    whole = time.perf_counter() - start
    pages, reading, kilobytes = told.split()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(int(pages), float(reading), whole, processor, int(kilobytes) / 1024)


def only(name: str, path: Path) -> None:
    """What that process does."""
    from extractors.readers import tesseract

    tesseract.ready = lambda: False
    method = METHODS[name]
    # `selaras extract` loads what it needs by itself, late: that is part of it.
    __import__(WARM.get(method, "flows.cli" if "extract" in name else "extractors.readers.read"))
    start = time.perf_counter()
    pages = method(path)
    reading = time.perf_counter() - start
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(pages, reading, peak)


def compare(path: Path, rounds: int) -> None:
    """All methods on one file, with their ratio to plain pdfplumber."""
    runs: dict[str, list[Run]] = {name: [] for name in METHODS}
    for _ in range(rounds):
        for name in METHODS:
            runs[name].append(measure(name, path))
    base = next(iter(runs))
    print(f"\n{path.name}, {runs[base][0].pages} halaman, median dari {rounds} putaran")
    print(f"{'cara':<28}{'hal/detik':>10}{'kali':>7}{'utuh':>9}{'kali':>7}{'CPU':>9}{'kali':>7}{'MB per proses':>15}")
    for name, own in runs.items():
        columns = ""
        for part in ("reading", "whole", "processor"):
            rates = [run.pages / getattr(run, part) for run in own]
            plain_rates = [run.pages / getattr(run, part) for run in runs[base]]
            ratio = median(rate / plain_rate for rate, plain_rate in zip(rates, plain_rates, strict=True))
            columns += f"{median(rates):>{10 if part == 'reading' else 9}.1f}{ratio:>7.1f}"
        print(f"{name:<28}{columns}{max(run.megabytes for run in own):>15.0f}")


def grow(folder: Path, sizes: Sequence[int], rounds: int) -> None:
    """Cost by the number of pages."""
    print(f"\nBiaya menurut jumlah halaman (dokumen buatan), median dari {rounds} putaran")
    print(f"{'cara':<28}{'halaman':>8}{'detik baca':>12}{'ms/halaman':>12}{'MB per proses':>15}")
    for name in ("pembaca cepat, 1 proses", "pembaca cepat, 2 proses", "selaras extract, 2 proses"):
        for pages in sizes:
            path = folder / f"rencana-{pages}.pdf"
            if not path.exists():
                write_plan(path, pages)
            runs = [measure(name, path) for _ in range(rounds)]
            reading = median(run.reading for run in runs)
            peak = max(run.megabytes for run in runs)
            print(f"{name:<28}{pages:>8}{reading:>12.2f}{reading / pages * 1000:>12.2f}{peak:>15.0f}")


def longest(folder: Path, count: int) -> list[Path]:
    """The PDFs of a folder with the most pages."""
    import pypdfium2 as pdfium

    def pages(path: Path) -> int:
        try:
            with contextlib.closing(pdfium.PdfDocument(path)) as document:
                return len(document)
        except pdfium.PdfiumError:
            return 0

    return sorted(folder.rglob("*.pdf"), key=pages, reverse=True)[:count]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Speed and memory of the PDF readers beside plain pdfplumber.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.pdf")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="take the longest PDFs of this folder")
    parser.add_argument("--count", type=int, default=3, help="how many of them (default: 3)")
    parser.add_argument("--rounds", type=int, default=1, help="runs of each method (default: 1)")
    parser.add_argument("--sizes", default="100,300,1000", help="pages of the written plans; empty for none")
    parser.add_argument("--only", metavar="METHOD", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        only(given.only, given.files[0])
        return
    with tempfile.TemporaryDirectory() as folder:
        files = given.files + (longest(given.corpus, given.count) if given.corpus else [])
        for path in files or [write_plan(Path(folder) / "rencana.pdf")]:
            compare(path, given.rounds)
        if given.sizes:
            grow(Path(folder), [int(size) for size in given.sizes.split(",")], given.rounds)


if __name__ == "__main__":
    main()
