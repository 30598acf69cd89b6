"""Where a fact stands: file, page or table, place on the page, and the words that are printed there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the top left corner of the page as a person sees it."""


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """Where a table of a workbook stands: the sheet's name, and the letters of its first and last column."""

    sheet: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place of one fact. PDF facts have a page and a box, Word and XLSX facts a table and a row.

    The row of an XLSX fact is the one that the spreadsheet shows; `Extraction.sheets` tells the sheet of its table.

    Attributes:
        sha256: hash of the file's bytes.
        file: file name without folders, as `SourceFile.name`.
        page: 1-based page, None where the format has no pages (DOCX).
        table: 1-based number of the table in a DOCX body or a workbook, in document order; None for PDF.
        row: 1-based row in that table, None where the fact is not in a table.
        box: the fact's own area on the page.
        quote: the printed words, line breaks undone.
    """

    sha256: str
    file: str
    page: int | None = None
    table: int | None = None
    row: int | None = None
    box: Box | None = None
    quote: str = ""
