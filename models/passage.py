"""Passages of documents, and those that stand in two documents of different owners."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.evidence import Evidence


class PassageKind(StrEnum):
    """Prose, or the rows of one page (of one table in Word and Excel)."""

    PROSE = "alinea"
    TABLE = "tabel"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and whose it is. The quote of its evidence is the whole passage.

    `office` is the key of the OPD, None for a plan of the region itself.
    """

    document: str
    region: str | None
    office: str | None
    kind: PassageKind
    evidence: Evidence

    def may_share_with(self, other: Passage) -> bool:
        """One owner repeats itself, and an OPD quotes the plans of its own region."""
        if self.region != other.region:
            return False
        return self.office == other.office or self.office is None or other.office is None


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Two passages that say nearly the same.

    Attributes:
        likeness: share of common shingles, 0 to 1, with names of offices and regions masked.
        words: of the shorter one.
        others: how many more owners say it too.
    """

    left: Passage
    right: Passage
    likeness: float
    words: int
    others: int
