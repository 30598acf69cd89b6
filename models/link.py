"""Links between the same indicator in two documents, and what a rule found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Relation(StrEnum):
    """What two indicators are to each other; RKP reviews use the same words."""

    SAMA = "sama"
    BERUBAH = "berubah"
    PERLU_DIPERIKSA = "perlu diperiksa"


@dataclass(frozen=True, slots=True)
class Link:
    """Two indicators (ids) that are the same, with the reasons in Indonesian and the features behind them."""

    left: str
    right: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    features: dict[str, float] = field(default_factory=dict)


class Severity(StrEnum):
    """Weight of a finding."""

    KRITIS = "K"
    MAYOR = "M"
    MINOR = "m"
    INFO = "i"


class Verdict(StrEnum):
    """What a rule says."""

    TIDAK_KONSISTEN = "tidak konsisten"
    PERLU_DIPERIKSA = "perlu diperiksa"
