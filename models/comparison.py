"""Rows that set two plans side by side (T-C.31: the draft RKPD and what the office needs), as printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.evidence import Evidence
from models.indicator import Money
from models.quantity import Quantity


class Origin(StrEnum):
    """Whose plan a half of such a row holds."""

    RKPD = "RKPD"
    RENJA = "Renja"
    USULAN = "usulan"


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a row. None is an empty cell; a dash is kept as printed.

    Attributes:
        evidence: the side's own cells.
        origin: whose plan it is.
        heading: as printed over the side ("Rancangan Awal RKPD").
        name: program, kegiatan or sub kegiatan, without its number.
        indicator: all indicators of the cell.
        target: of the table's year.
        budget: pagu or need of money of the same year.
    """

    evidence: Evidence
    origin: Origin
    heading: str
    name: str | None = None
    indicator: str | None = None
    target: Quantity | None = None
    budget: Money | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row of a table of two sides.

    Attributes:
        left, right: its halves.
        year: the plan year of the table, None when not known.
        caption: the table's caption or number where printed.
        note: what stands in the column for notes, "" when nothing does; None when the table has no such column.
        confidence: 0 to 1.
    """

    left: Half
    right: Half
    year: int | None = None
    caption: str | None = None
    note: str | None = None
    confidence: float = 1.0

    @property
    def evidence(self) -> Evidence:
        """Where the row begins."""
        return self.left.evidence
