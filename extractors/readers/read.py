"""One file to one layout, whatever its format."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pypdfium2 as pdfium

from extractors.layout import Layout, Page
from extractors.readers.detect import inspect
from extractors.readers.docx import read_docx
from extractors.readers.pdf_fast import read_page
from models.document import Format, SourceFile
from models.errors import ErrorCode, Problem, SelarasError


def read_layout(path: Path, pages: Collection[int] | None = None, workers: int = 1) -> Layout:
    """Read a PDF or Word file.

    Args:
        path: the file.
        pages: 1-based pages to read (PDF only); None reads all.
        workers: processes for a long PDF.

    Raises:
        SelarasError: the file as a whole cannot be read; its `Problem` says why.
    """
    file = inspect(path)
    if file.format is Format.DOCX:
        return Layout(file, 1, (read_docx(path),))
    if file.format is Format.PDF:
        return _read_pdf(path, file, pages)
    raise SelarasError(
        Problem(
            ErrorCode.UNSUPPORTED_FORMAT,
            f"Berkas {file.name} berformat {file.format}, belum dapat dibaca.",
            "Simpan ulang sebagai DOCX atau PDF, lalu baca lagi.",
        )
    )


def _read_pdf(path: Path, file: SourceFile, pages: Collection[int] | None) -> Layout:
    document = pdfium.PdfDocument(path)
    try:
        count = len(document)
        wanted = range(1, count + 1) if pages is None else sorted(p for p in set(pages) if 1 <= p <= count)
        made: list[Page] = [read_page(document, number) for number in wanted]
    finally:
        document.close()
    return Layout(file, count, tuple(made), tuple(page.problem for page in made if page.problem))
