"""One file to its facts: read, identify, tables, statements, in this order; bad input becomes a problem."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from extractors.claims import read_claims
from extractors.copies import content_of
from extractors.identify import identify
from extractors.layout import Layout
from extractors.particulars import read_particulars
from extractors.passages import read_passages
from extractors.readers.detect import inspect
from extractors.readers.read import OCR_SECONDS, read_layout
from extractors.scanned import less_sure, sums_checked, with_doubts
from extractors.statements import read_statements
from extractors.tables.records import TableFacts, read_tables
from extractors.version import extractor_version
from models.document import Claim, Format, Identity, Kind, SourceFile
from models.errors import ErrorCode, Problem, SelarasError
from models.extraction import Content, Extraction, PageStatus
from models.indicator import Statement

_FRONT = 25
"""Pages at the front that tell what a document is, read also when only others are asked for."""


def extract_file(
    path: Path,
    pages: Collection[int] | None = None,
    workers: int = 1,
    prose: bool = True,
    ocr_seconds: float = OCR_SECONDS,
    kept: bool = True,
) -> Extraction:
    """Read all facts of one file. Never raises for bad input: what cannot be read is in `problems`.

    Args:
        path: a PDF, DOCX or XLSX file; where LibreOffice is installed also DOC, XLS, ODT, ODS and RTF.
        pages: 1-based pages whose facts are wanted; None for all. DOCX and XLSX have no pages: all is read.
        workers: processes for a long PDF.
        prose: False leaves out the goal statements and claimed numbers of the prose, for who wants the indicators only.
        ocr_seconds: time for the scanned pages; those left are reported.
        kept: False leaves out what only a later run needs: the extractor's version (Tesseract is asked for its own)
            and what copies are known by. Both take as long as reading fifty pages.
    """
    try:
        wanted = None if pages is None else frozenset(pages)
        layout = read_layout(
            path, None if wanted is None else wanted | frozenset(range(1, _FRONT + 1)), workers, ocr_seconds
        )
    except SelarasError as error:
        unknown = _unknown(error.problem.message)
        return Extraction(_file(path), extractor_version() if kept else "", unknown, problems=(error.problem,))
    identity = identify(layout)
    if wanted is not None and layout.file.format is Format.PDF:
        layout = _only(layout, wanted)
    facts = read_tables(layout, identity)
    statements = _together(facts.statements, read_statements(layout, identity) if prose else ())
    return Extraction(
        file=layout.file,
        version=extractor_version() if kept else "",
        identity=identity,
        pages=facts.coverage,
        indicators=with_doubts(layout, facts.indicators),
        items=sums_checked(layout, facts.items),
        statements=less_sure(layout, statements),
        claims=less_sure(layout, read_claims(layout)) if prose else (),
        particulars=read_particulars(layout) if prose else (),
        comparisons=less_sure(layout, facts.comparisons),
        problems=(*layout.problems, *_nothing(layout, facts)),
        content=content_of(layout) if kept and wanted is None else Content(),
        sheets={table.number: table.sheet for table in layout.tables() if table.sheet},
        passages=read_passages(layout) if kept and prose and wanted is None else (),
    )


def _only(layout: Layout, wanted: frozenset[int]) -> Layout:
    return replace(
        layout,
        pages=tuple(page for page in layout.pages if page.number in wanted),
        problems=tuple(problem for problem in layout.problems if problem.page is None or problem.page in wanted),
    )


def _together(from_tables: tuple[Statement, ...], from_prose: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Statements of tables and of prose in page order; what one place says is said once, with what is above it."""
    seen: dict[tuple[object, ...], int] = {}
    made: list[Statement] = []
    for statement in (*from_tables, *from_prose):
        where = statement.evidence
        text = "".join(statement.text.casefold().split())
        key = (statement.kind, text, where.page, where.table, statement.source)
        if key not in seen:
            seen[key] = len(made)
            made.append(statement)
        elif made[seen[key]].parent is None and statement.parent is not None:
            made[seen[key]] = statement
    return tuple(sorted(made, key=lambda s: s.evidence.page or 0))


def _nothing(layout: Layout, facts: TableFacts) -> tuple[Problem, ...]:
    """Say it when tables were seen and no indicator came out of any."""
    tables = sum(page.tables for page in facts.coverage)
    if facts.indicators or not tables or all(page.status is PageStatus.SCAN for page in facts.coverage):
        return ()
    return (
        Problem(
            ErrorCode.NO_INDICATORS,
            f"Berkas {layout.file.name} memuat {tables} tabel, tetapi tidak satu pun dikenali sebagai tabel indikator.",
            "Periksa kepala kolom tabelnya, atau abaikan bila berkas ini memang tanpa indikator.",
        ),
    )


def _file(path: Path) -> SourceFile:
    """What can be said of a file that could not be read."""
    try:
        return inspect(path)
    except SelarasError:
        size = path.stat().st_size if path.is_file() else 0
        return SourceFile("", path.name, str(path), size, Format.OTHER)


def _unknown(reason: str) -> Identity:
    return Identity(
        kind=Claim(Kind.LAINNYA, 0.0, reason),
        region=Claim(None, 0.0, reason),
        opd=Claim(None, 0.0, reason),
        first_year=Claim(None, 0.0, reason),
        last_year=Claim(None, 0.0, reason),
        stage=Claim(None, 0.0, reason),
    )
