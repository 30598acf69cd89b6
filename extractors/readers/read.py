"""One file to one layout, whatever its format."""

from __future__ import annotations

import time
from collections.abc import Collection
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.layout import Layout, Page
from extractors.readers import apart, archive, detect, office, pdf, problems
from extractors.readers.unruled import adopt_columns
from models.document import Format, SourceFile
from models.errors import ErrorCode, Problem, SelarasError

OCR_SECONDS = 540.0
"""Time for the scanned pages of one file: the others of a long file must not be lost with them."""


def read_layout(
    path: Path, pages: Collection[int] | None = None, workers: int = 1, ocr_seconds: float = OCR_SECONDS
) -> Layout:
    """Read a PDF, Word or XLSX file; older office files through LibreOffice where it is installed.

    Args:
        path: the file; its format is told by its content.
        pages: 1-based pages to read (PDF only); None reads all, numbers beyond the end are ignored.
        workers: processes for a long PDF. Where a process starts quickly one is used even for a short one, so that a
            page that hangs or crashes PDFium costs only itself; elsewhere one means this one.
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
        from extractors.readers import html

        export = html.read_html(path) if path.suffix.lower() in html.SUFFIXES else None
        if export is not None:
            return Layout(file, 1, (export,), (problems.wrong_extension(file.name, "halaman web"),))
        raise SelarasError(problems.web_page(file.name))
    suffix = path.suffix.lower()
    if file.format is Format.OTHER and suffix in (".pdf", ".docx", ".doc", ".xlsx"):
        raise SelarasError(problems.wrong_extension(file.name, "bukan PDF, Word, atau XLSX"))
    known_by_name = file.format is Format.OTHER or detect.name_fits(file)
    content = suffix.lstrip(".") if known_by_name and suffix else file.format
    raise SelarasError(problems.unsupported(file.name, content.upper()))


def _read_package(path: Path, content: Format) -> tuple[Page, tuple[Problem, ...]]:
    detect.guard_archive(path)
    # Imported late: most files are neither.
    if content is Format.DOCX:
        from extractors.readers.docx import read_docx

        return read_docx(path), ()
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
        if apart.can_start() and (apart.can_fork() or (workers > 1 and len(wanted) > apart.WORTHWHILE)):
            made = apart.read_pages(path, wanted, workers, ocr_until)
        else:
            made = [pdf.read_page(document, path, number, ocr_until) for number in wanted]
    finally:
        document.close()
    made = adopt_columns(made)
    if not detect.ends_well(path):
        told.append(problems.truncated(file.name))
    scans = [page for page in made if page.problem and page.problem.code is ErrorCode.SCAN]
    every_scan = bool(scans) and not any(page.has_text and page.blocks and page not in scans for page in made)
    if every_scan:
        told.append(problems.scan_file(file.name, len(scans)))
    told += [page.problem for page in made if page.problem and not (every_scan and page in scans)]
    return Layout(file, count, tuple(made), tuple(told))


def _opening_problem(path: Path, error: pdfium.PdfiumError) -> Problem:
    if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return problems.encrypted(path.name)
    return problems.damaged(path.name) if detect.ends_well(path) else problems.truncated(path.name)
