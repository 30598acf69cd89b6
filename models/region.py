"""What a region says of itself: its own thresholds and severities, money it can spend, dates, offices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from models import lexicon
from models.link import Severity


@dataclass(frozen=True, slots=True)
class Capacity:
    """Fiscal capacity (kemampuan keuangan) of one year in rupiah, and where the figure stands."""

    year: int
    rupiah: int
    source: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date that documents do not always tell: `event` is `pelantikan` or `penetapan`.

    `kind` (models.document.Kind) and `year` (its first) say which document was enacted, `office` whose; all None for
    the inauguration of the head of the region.
    """

    event: str
    day: date
    kind: str | None = None
    year: int | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A perangkat daerah, with the codes of its bidang urusan (`1.02`) and other ways of writing its name."""

    name: str
    fields: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """Settings of one region; empty where nothing was said.

    Attributes:
        name: as printed on covers, e.g. `Kota Harapan Jaya`.
        thresholds: values by key that replace those of the lexicon (`usual_thresholds`).
        severities: by rule id, instead of the one in the rule's header.
        off: reason by id of the rules that are not run.
        capacity: one entry per year.
        milestones: dates known from elsewhere; they outrank what a document prints.
        offices: all perangkat daerah that the region has; empty when the list is not known.
    """

    name: str | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    off: Mapping[str, str] = field(default_factory=dict)
    capacity: tuple[Capacity, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that rules compare with (`data.ambang('key')` in their SQL)."""

    key: str
    value: float
    meaning: str
    source: str


def usual_thresholds() -> tuple[Threshold, ...]:
    """Thresholds that hold where a region says nothing else, in the order of the lexicon."""
    return tuple(
        Threshold(str(e["key"]), float(e["value"]), str(e["meaning"]), str(e["source"]))
        for e in lexicon.entries("thresholds", "threshold")
    )
