"""What the steps of a run hand on: read files, documents made of them, links, and the summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from alignment.references import References
from alignment.score import Weights
from flows.sources import FoundFile
from models.decision import Held
from models.document import Document
from models.errors import Problem
from models.extraction import Extraction
from models.link import Link, StatementLink, Unmatched
from models.passage import NearCopy
from models.reference import ReferenceList
from review.book import Book
from review.marks import Marks
from warehouse.facts import DocumentFacts, FileOutcome


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one found file: the cache file of its extraction, or why there is none.

    Attributes:
        found: the file as discovered.
        sha256: hash of its bytes, empty when they could not be had.
        cache: its extraction as JSON, None when it failed.
        extracted: True when it was read in this run, False when the cache answered.
        problem: why there is no extraction.
    """

    found: FoundFile
    sha256: str
    cache: Path | None
    extracted: bool
    problem: Problem | None = None

    @property
    def note(self) -> str:
        """What became of it, in words."""
        if self.cache is None:
            return "gagal"
        return "selesai" if self.extracted else "sudah pernah dibaca"


@dataclass(frozen=True, slots=True)
class Assembly:
    """Documents made of the files that were read, with everything that is known of each file."""

    documents: tuple[Document, ...]
    facts: tuple[DocumentFacts, ...]
    extractions: tuple[Extraction, ...]
    outcomes: tuple[FileOutcome, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two documents that were held against each other, and the links found."""

    tier: str
    left: str
    right: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AlignedGoals:
    """Two documents, or two stages of one, whose goal statements were held against each other."""

    tier: str
    left: str
    right: str
    links: tuple[StatementLink, ...]


NO_REFERENCES = References()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links of all pairs of documents, the OPD key of every printed OPD name, and what decisions meant for the run."""

    pairs: tuple[AlignedPair, ...]
    goals: tuple[AlignedGoals, ...]
    offices: Mapping[str, str]
    decisions: tuple[Held, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Rows of the book of decisions and lists of the shelf that cannot be read."""
    lists: tuple[ReferenceList, ...] = ()
    references: References = NO_REFERENCES
    copies: tuple[NearCopy, ...] = ()
    unmatched: Mapping[str, tuple[Unmatched, ...]] = field(default_factory=dict)
    """By tier: indicators without partner."""
    unpaired: Mapping[str, str] = field(default_factory=dict)
    """By id of a document that is held against no other: why."""
    stages: tuple[AlignedPair, ...] = ()
    """Links between one plan's stages (RPJMD and its change): what the later stage changed."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, for people and machines."""

    run_id: str
    documents: int
    files: int
    extracted: int
    failed: int
    indicators: int
    links: int
    findings: int
    release: str
    workbook: str
    unchanged: bool = False
    decided: int = 0
    stale: int = 0
    """Decisions of reviewers that are in force, and those whose texts have changed."""
    disputed: int = 0
    """Decisions in force that another reviewer contradicts."""
    unpaired: int = 0
    """Plans that were held against no other document."""


@dataclass(frozen=True, slots=True)
class Opinions:
    """What reviewers said, and the weights that were learned from it (None for the checked-in ones)."""

    book: Book
    weights: Weights | None = None


NO_OPINIONS = Opinions(Book())
NO_MARKS = Marks()
Shelf: TypeAlias = tuple[tuple[ReferenceList, ...], tuple[Problem, ...]]
NO_LISTS: Shelf = ((), ())
