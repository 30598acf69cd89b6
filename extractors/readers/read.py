"""One file to one layout, whatever its format."""

from __future__ import annotations

import math
import multiprocessing
import re
import time
from collections.abc import Collection, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import replace
from itertools import repeat
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.layout import Layout, Page, Paragraph, Table
from extractors.readers import archive, detect, office, pdf_fast, problems, tesseract
from extractors.readers.docx import read_docx
from extractors.readers.unruled import adopt_columns
from models.document import Format, SourceFile
from models.errors import ErrorCode, Problem, SelarasError

CHUNK = 16
"""Pages a process reads at a time."""
READABLE = 0.7
"""A page with a smaller share of known characters is read by the reference reader too."""
OCR_SECONDS = 540.0
"""Time for the scanned pages of one file: the others of a long file must not be lost with them."""
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")


def read_layout(
    path: Path, pages: Collection[int] | None = None, workers: int = 1, ocr_seconds: float = OCR_SECONDS
) -> Layout:
    """Read a PDF, Word or XLSX file; older office files through LibreOffice where it is installed.

    Args:
        path: the file; its format is told by its content.
        pages: 1-based pages to read (PDF only); None reads all, numbers beyond the end are ignored.
        workers: processes for a long PDF. Each opens the file itself: PDFium cannot be shared by threads.
        ocr_seconds: scanned pages that are not read after this long are reported instead; also the time that
            LibreOffice has.

    Raises:
        SelarasError: the file as a whole cannot be read; its `Problem` says why. Trouble with single pages is told
            in `Page.problem` and `Layout.problems` instead.
    """
    file = detect.inspect(path)
    told: list[Problem] = []
    if not detect.name_fits(file):
        told.append(problems.wrong_extension(file.name, file.format.upper()))
    if file.format is Format.PDF:
        return _read_pdf(path, file, pages, workers, time.time() + ocr_seconds, told)
    if file.format in (Format.DOCX, Format.XLSX):
        page, more = _read_package(path, file.format)
        return Layout(file, 1, (page,), (*told, *more))
    if file.format in office.TARGETS:
        detect.guard_old(path, file.format)
        with office.converted(path, file.format, ocr_seconds) as copy:
            page, more = _read_package(copy, office.TARGETS[file.format])
        return Layout(file, 1, (page,), (*told, *more))
    if file.format is Format.ZIP:
        archive.guard(path)
        raise SelarasError(problems.packed(file.name, "ZIP"))
    if kind := detect.foreign_archive(path):
        raise SelarasError(problems.packed(file.name, kind))
    if file.format is Format.OTHER and detect.is_web_page(path):
        raise SelarasError(problems.web_page(file.name))
    suffix = path.suffix.lower()
    if file.format is Format.OTHER and suffix in (".pdf", ".docx", ".doc", ".xlsx"):
        raise SelarasError(problems.wrong_extension(file.name, "bukan PDF, Word, atau XLSX"))
    known_by_name = file.format is Format.OTHER or detect.name_fits(file)
    content = suffix.lstrip(".") if known_by_name and suffix else file.format
    raise SelarasError(problems.unsupported(file.name, content.upper()))


def _read_package(path: Path, content: Format) -> tuple[Page, tuple[Problem, ...]]:
    detect.guard_archive(path)
    if content is Format.DOCX:
        return read_docx(path), ()
    # Imported late: most files are no sheets.
    from extractors.readers.xlsx import read_xlsx

    return read_xlsx(path)


def _read_pdf(
    path: Path, file: SourceFile, pages: Collection[int] | None, workers: int, ocr_until: float, told: list[Problem]
) -> Layout:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise SelarasError(_opening_problem(path, error)) from error
    try:
        count = len(document)
        if count == 0:
            raise SelarasError(problems.damaged(file.name) if detect.ends_well(path) else problems.truncated(file.name))
        wanted = range(1, count + 1) if pages is None else sorted({n for n in pages if 1 <= n <= count})
        if workers > 1 and len(wanted) > CHUNK:
            made = _read_parallel(path, wanted, workers, ocr_until)
        else:
            made = [read_pdf_page(document, path, number, ocr_until) for number in wanted]
    finally:
        document.close()
    made = adopt_columns(made)
    if not detect.ends_well(path):
        told.append(problems.truncated(file.name))
    scans = [page for page in made if page.problem and page.problem.code is ErrorCode.SCAN]
    if scans and not any(page.has_text for page in made):
        told.append(problems.scan_file(file.name, len(scans)))
    else:
        told += [page.problem for page in made if page.problem]
    return Layout(file, count, tuple(made), tuple(told))


def read_pdf_page(document: pdfium.PdfDocument, path: Path, number: int, ocr_until: float = math.inf) -> Page:
    """Read one page: fast, by OCR where it is a picture, by the reference reader where PDFium fails or cannot spell.

    `ocr_until` (seconds since the epoch, the same in every process) ends the time for scanned pages.
    """
    page: Page | None = None
    with suppress(pdfium.PdfiumError):
        page = pdf_fast.read_page(document, number)
        if page.problem is not None and page.problem.code is ErrorCode.SCAN and tesseract.ready():
            # Imported late: most documents have no scanned page.
            from extractors.readers import ocr

            left = min(ocr_until - time.time(), ocr.PAGE_SECONDS)
            if left <= 0:
                return replace(page, problem=problems.scan_left(number))
            return ocr.read_page(document, number, left) or page
        if readable(page) >= READABLE:
            return page
    # Imported late: pdfplumber takes as long to load as twenty pages to read.
    from extractors.readers import pdf_reference

    second: Page | None = None
    with suppress(Exception):  # pdfminer raises whatever a damaged file makes it stumble over
        second = pdf_reference.read_page(path, number)
    if second is not None and (page is None or readable(second) > readable(page)):
        return second
    return page or Page(number, 0, 0, (), "cepat", problems.page_failed(number), has_text=False)


def readable(page: Page) -> float:
    """Share of the page's characters that are known ones; 1 for a page without text."""
    text = "".join(block.text if isinstance(block, Paragraph) else _text(block) for block in page.blocks)
    return 1 - len(_UNKNOWN.findall(text)) / len(text) if text else 1.0


def _text(table: Table) -> str:
    return "".join(line.text for cell in table.cells for line in cell.lines)


def _read_parallel(path: Path, wanted: Sequence[int], workers: int, ocr_until: float) -> list[Page]:
    chunks = [tuple(wanted[start : start + CHUNK]) for start in range(0, len(wanted), CHUNK)]
    # Spawned, not forked: a forked child inherits locks of a threaded parent (a Prefect task) and hangs.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(chunks)), mp_context=context) as pool:
        parts = pool.map(_read_chunk, repeat(path), chunks, repeat(ocr_until))
        return [page for part in parts for page in part]


def _read_chunk(path: Path, numbers: Sequence[int], ocr_until: float) -> list[Page]:
    document = pdfium.PdfDocument(path)
    try:
        return [read_pdf_page(document, path, number, ocr_until) for number in numbers]
    finally:
        document.close()


def _opening_problem(path: Path, error: pdfium.PdfiumError) -> Problem:
    if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return problems.encrypted(path.name)
    return problems.damaged(path.name) if detect.ends_well(path) else problems.truncated(path.name)
