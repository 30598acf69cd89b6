"""Official lists: nomenclature of program, kegiatan and sub kegiatan, reference indicators, region codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ListKind(StrEnum):
    """What a list is about."""

    NOMENCLATURE = "nomenklatur"
    INDICATORS = "indikator"
    """Reference indicators: IKK, SPM, SPBE, SDGs, Bappenas."""
    REGIONS = "wilayah"


class Tier(StrEnum):
    """Whose nomenclature it is; the two number their kegiatan differently."""

    PROVINCE = "provinsi"
    DISTRICT = "kabupaten/kota"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list.

    Attributes:
        level: urusan, bidang, program, kegiatan, subkegiatan; `indikator`; provinsi or kabupaten/kota.
        code: as listed, groups joined by points (`X.XX.01.2.01.0001`); None where the list has none.
        name: of the item or region; of the indicator itself in a list of indicators.
        tier: None when the entry holds for both.
        indicator, unit: prescribed for a sub kegiatan; `unit` also of a reference indicator.
        definition: definisi operasional.
        former: code and name before an amendment, as printed.
        source: regulation or page that the entry names.
    """

    level: str
    code: str | None
    name: str
    tier: Tier | None = None
    indicator: str | None = None
    unit: str | None = None
    definition: str | None = None
    former: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """A list as it was loaded; it never changes.

    Attributes:
        id: content id of kind, years and entries.
        years: first and last plan year that it holds for; None for lists that do not depend on the year.
        loaded: UTC, ISO 8601 to the second.
    """

    id: str
    title: str
    kind: ListKind
    years: tuple[int, int] | None
    source: str
    file: str
    sha256: str
    loaded: str
    entries: tuple[Entry, ...]


class Tie(StrEnum):
    """What a row of a document is to its list."""

    SAME = "sama"
    OTHER_NAME = "kode sama, nama berbeda"
    OTHER_CODE = "nama sama, kode berbeda"
    UNSURE = "perlu diperiksa"
    NONE = "tidak ada di daftar"


@dataclass(frozen=True, slots=True)
class ReferenceTie:
    """One fact of a document, held against a list.

    Attributes:
        fact: id of a plan item, an indicator, or the document itself (its region).
        entry: index in the list's entries, None for NONE.
        reason: Indonesian.
    """

    fact: str
    document: str
    list: str
    entry: int | None
    tie: Tie
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class UsedList:
    """Which version of the nomenclature a document was held against, and why; `list` is None where there is none."""

    document: str
    list: str | None
    years_fit: bool
    reason: str
