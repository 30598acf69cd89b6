"""What a document says about itself: its chapters and tables by their titles, its legal basis, when it was enacted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.evidence import Evidence


class ParticularKind(StrEnum):
    """What is said."""

    CHAPTER = "bab"
    SECTION = "subbab"
    TABLE = "judul tabel"
    BASIS = "dasar hukum"
    ENACTED = "penetapan"
    """The day on which the document was enacted ("ditetapkan di ... pada tanggal ...")."""
    OTHER_REGION = "daerah lain"
    """A region named as the one that plans ("Pemerintah Kabupaten X", "Bupati X"); the document's own ones too."""


@dataclass(frozen=True, slots=True)
class Particular:
    """One of these.

    Attributes:
        text: title, name of the regulation's kind, or region.
        number: chapter in Roman, section or table number, regulation number, as printed.
        year: of the regulation.
        day: of the enactment.
        confidence: 0 to 1.
    """

    evidence: Evidence
    kind: ParticularKind
    text: str
    number: str | None = None
    year: int | None = None
    day: date | None = None
    confidence: float = 0.9
