"""A number that a sentence of the prose claims: how many, how much, of what, for which year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.evidence import Evidence
from models.quantity import Quantity


class ClaimKind(StrEnum):
    """What a claimed number is: a count of plan parts, a value of something measured, an amount of money."""

    COUNT = "jumlah"
    VALUE = "nilai"
    BUDGET = "pagu"


class ClaimRole(StrEnum):
    """What the sentence says the number is, where it says so."""

    TARGET = "target"
    REALISATION = "realisasi"


@dataclass(frozen=True, slots=True)
class NumericClaim:
    """One number claimed in prose.

    Attributes:
        evidence: place of the sentence's paragraph; its quote is the sentence.
        kind: count, value or money.
        measured: the noun phrase that is counted or measured, as printed.
        quantity: the number; money in rupiah.
        unit: as printed behind the number ("persen"), "Rp" for money; None when there is none.
        counted: what is counted in canonical words ("program", "sub kegiatan"), None when no part of a plan is.
        year: the year that the sentence gives the number, None when it gives none or several.
        role: target or realisation, None when the sentence does not say.
        spelled: the number in words behind the digits, "12 (dua belas)"; None when there are none.
        confidence: 0 to 1; below 0.5 the claim is to be looked at.
        doubts: Indonesian words on why confidence was lowered.
    """

    evidence: Evidence
    kind: ClaimKind
    measured: str
    quantity: Quantity
    unit: str | None = None
    counted: str | None = None
    year: int | None = None
    role: ClaimRole | None = None
    spelled: Decimal | None = None
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
