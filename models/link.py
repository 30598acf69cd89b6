"""Links between the same indicator or goal statement in two documents, and what a rule found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Relation(StrEnum):
    """What two indicators or goal statements are to each other; RKP reviews use the same words.

    The last two are said of what has no partner where it was looked for.
    """

    SAMA = "sama"
    BERUBAH = "berubah"
    PERLU_DIPERIKSA = "perlu diperiksa"
    BARU = "baru"
    TIDAK_BERLANJUT = "tidak berlanjut"


@dataclass(frozen=True, slots=True)
class Link:
    """Two indicators (ids) that are the same, with the reasons in Indonesian and the features behind them.

    `decision` is the id of the reviewer's decision that made the link, None where the machine made it. `difference` is
    both names as one, words that only the left has as `[-...-]`, words that only the right has as `{+...+}`.
    """

    left: str
    right: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    features: dict[str, float] = field(default_factory=dict)
    decision: str | None = None
    difference: str | None = None


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An indicator without partner in the documents where it was looked for.

    Attributes:
        indicator: its id.
        relation: `tidak berlanjut` (of an upper document) or `baru` (of a lower one).
        documents: ids of the documents that were searched; `among` is the number of their indicators.
        reasons: Indonesian.
        nearest: id of the most alike indicator, None when none is; `score` is its likeness by features, whatever a
            contrast word says (the reasons tell).
        difference: both names as in `Link`, the upper document's first.
        features: what the score was made of.
    """

    indicator: str
    relation: Relation
    documents: tuple[str, ...]
    among: int
    reasons: tuple[str, ...]
    nearest: str | None = None
    score: float = 0.0
    difference: str | None = None
    features: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatementLink:
    """A goal statement of the upper document (`left`) and of the lower one (`right`), by their ids.

    One of them is None for `baru` and `tidak berlanjut`. `difference` (None without a partner) and `decision` are as in
    `Link`.
    """

    left: str | None
    right: str | None
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    difference: str | None = None
    features: dict[str, float] = field(default_factory=dict)
    decision: str | None = None


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
