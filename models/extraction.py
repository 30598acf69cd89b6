"""All that was read from one file: the unit of caching, and what flows from extractors to alignment and warehouse."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from models.claim import NumericClaim
from models.comparison import Comparison
from models.document import Identity, SourceFile
from models.errors import Problem
from models.evidence import Evidence, SheetColumns
from models.indicator import Indicator, PlanItem, Statement
from models.particular import Particular

if TYPE_CHECKING:
    from pydantic import TypeAdapter


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
class Content:
    """What tells that two files say the same: hashes of the whole text and of its amounts, and a sketch of its words.

    All empty when the file has little text, or pages that were not read.
    """

    text: str = ""
    amounts: str = ""
    sketch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Facts of one file, in reading order; `sheets` tells where the tables of a workbook stand, by their number.

    `passages` are the longer ones of the prose, whole (`extractors.passages`).
    """

    file: SourceFile
    version: str
    identity: Identity
    pages: tuple[PageCoverage, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    items: tuple[PlanItem, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[NumericClaim, ...] = ()
    particulars: tuple[Particular, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    problems: tuple[Problem, ...] = ()
    content: Content = Content()
    sheets: dict[int, SheetColumns] = field(default_factory=dict)
    passages: tuple[Evidence, ...] = ()


@cache
def _adapter() -> TypeAdapter[Extraction]:
    """Built at first use: who only prints indicators need not wait a tenth of a second for it."""
    from pydantic import TypeAdapter

    return TypeAdapter(Extraction)


def dump_extraction(extraction: Extraction) -> bytes:
    """The extraction as one JSON object."""
    return _adapter().dump_json(extraction)


def load_extraction(data: bytes) -> Extraction:
    """Undo `dump_extraction`. Raises pydantic.ValidationError on anything else."""
    return _adapter().validate_json(data)
