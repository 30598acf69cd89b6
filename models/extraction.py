"""All that was read from one file: the unit of caching, and what flows from extractors to alignment and warehouse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import TypeAdapter

from models.document import Identity, SourceFile
from models.errors import Problem
from models.indicator import Indicator, PlanItem, Statement


class PageStatus(StrEnum):
    """What was done with a page."""

    PROSE = "prosa"
    TABLE = "tabel"
    UNUSED_TABLE = "tabel lain"
    SCAN = "pindaian"
    EMPTY = "kosong"
    FAILED = "gagal"


@dataclass(frozen=True, slots=True)
class PageCoverage:
    """The coverage statement of one page (PDF) or of the whole body (DOCX, page None).

    `reason` says in Indonesian why nothing was taken from it, None when it was understood.
    """

    page: int | None
    status: PageStatus
    tables: int = 0
    indicators: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Facts of one file, in reading order."""

    file: SourceFile
    version: str
    identity: Identity
    pages: tuple[PageCoverage, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    items: tuple[PlanItem, ...] = ()
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()


_ADAPTER = TypeAdapter(Extraction)


def dump_extraction(extraction: Extraction) -> bytes:
    """The extraction as one JSON object."""
    return _ADAPTER.dump_json(extraction)


def load_extraction(data: bytes) -> Extraction:
    """Undo `dump_extraction`. Raises pydantic.ValidationError on anything else."""
    return _ADAPTER.validate_json(data)
