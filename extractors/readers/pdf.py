"""One page of a PDF: which reader reads it, and how long it may take."""

from __future__ import annotations

import logging
import math
import re
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium

from extractors.layout import Page, Paragraph, Table
from extractors.readers import deadline, overlay, pdf_fast, problems, tesseract
from models.errors import ErrorCode

_LOG = logging.getLogger(__name__)

READABLE = 0.7
"""A page with a smaller share of known characters is read by the reference reader too."""
PAGE_SECONDS = 30.0
"""Limit of a page by the fast reader, which gives its tables up earlier when it can."""
REFERENCE_SECONDS = 60.0
"""The same for the second opinion."""
_GRACE_SECONDS = 30.0
"""OCR keeps its own time; this long after it the page is given up."""
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")


def read_page(document: pdfium.PdfDocument, path: Path, number: int, ocr_until: float = math.inf) -> Page:
    """Read one page: fast, by OCR where it is a picture, by the reference reader where PDFium fails or cannot spell.

    `ocr_until` (seconds since the epoch, the same in every process) ends the time for scanned pages.
    """
    page: Page | None = None
    deadline.within(PAGE_SECONDS)
    try:
        page = pdf_fast.read_page(document, number)
        if page.problem is None and overlay.covers_a_picture(document, page):
            page = replace(page, problem=problems.picture_under_text(number))
        if page.problem is not None and page.problem.code is ErrorCode.SCAN:
            return _by_ocr(document, page, number, ocr_until) if tesseract.ready() else page
        if readable(page) >= READABLE:
            return page
    except pdfium.PdfiumError:
        pass
    except Exception:  # one strange page must not cost the others
        _LOG.exception("halaman %s tidak terbaca", number)
    # Imported late: pdfplumber takes as long to load as twenty pages to read.
    from extractors.readers import pdf_reference

    second: Page | None = None
    deadline.within(REFERENCE_SECONDS)
    with suppress(Exception):  # pdfminer raises whatever a damaged file makes it stumble over
        second = pdf_reference.read_page(path, number)
    if second is not None and (page is None or readable(second) > readable(page)):
        return second
    return page or given_up(number)


def _by_ocr(document: pdfium.PdfDocument, page: Page, number: int, ocr_until: float) -> Page:
    # Imported late: most documents have no scanned page.
    from extractors.readers import ocr

    left = min(ocr_until - time.time(), ocr.PAGE_SECONDS)
    if left <= 0:
        return replace(page, problem=problems.scan_left(number))
    deadline.within(left + _GRACE_SECONDS)
    read = ocr.read_page(document, number, left)
    if read is None:
        return page
    return overlay.together(page, read) if page.has_text else read


def given_up(number: int, too_slow: bool = False) -> Page:
    """The page when no reader can read it, or not in time."""
    problem = problems.page_too_slow(number) if too_slow else problems.page_failed(number)
    return Page(number, 0, 0, (), "cepat", problem)


def readable(page: Page) -> float:
    """Share of the page's characters that are known ones; 1 for a page without text."""
    text = "".join(block.text if isinstance(block, Paragraph) else _text(block) for block in page.blocks)
    return 1 - len(_UNKNOWN.findall(text)) / len(text) if text else 1.0


def _text(table: Table) -> str:
    return "".join(line.text for cell in table.cells for line in cell.lines)
