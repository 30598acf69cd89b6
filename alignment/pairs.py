"""Which documents are held against each other: one region, fitting periods, the same office, the latest stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from alignment.offices import mother_office, office_keys
from models.document import Document, Kind, Stage


class DocumentPair(NamedTuple):
    """A level pair ("RPJMD-Renstra" ...) with the ids of the upper and the lower document."""

    tier: str
    left: str
    right: str


AGREED_TIERS = ("RPJMD-PK", "Renstra-PK", "Renja-PK")
"""Level pairs whose lower document is what was agreed for one year: a choice of the upper one's indicators."""

_STAGE_RANK = {Stage.RANCANGAN: 0, None: 1, Stage.PENETAPAN: 2, Stage.PERUBAHAN: 3}
"""A plan in force often names no stage; a draft says that it is one."""
_PERIODS = (Kind.RPJMD, Kind.RENSTRA)
_STAGED = (Kind.RPJMD, Kind.RENSTRA, Kind.RKPD, Kind.RENJA, Kind.PK)
"""Kinds of documents that are changed during their year or period."""


def document_pairs(documents: Sequence[Document]) -> list[DocumentPair]:
    """Pairs of documents whose indicators must agree, sorted by level pair and ids.

    RPJMD-Renstra: same period. RPJMD-RKPD and Renstra-Renja: the year lies in the period. RKPD-Renja: same year.
    Renstra-Renja: same office. What was agreed for a year ("PK": `_agreements`) is held against the same office's Renja
    (Renja-PK) and Renstra (Renstra-PK), or the region's against its RPJMD (RPJMD-PK). Of one document in several stages
    only the latest is used (`superseded` names the others); documents of unknown kind, period or, where it counts,
    office are in no pair, and none are paired across regions.
    """
    region_of = _regions(documents)
    office_of = _offices(documents)
    left_out = superseded(documents)
    used = [d for d in documents if d.id not in left_out and d.first_year is not None]
    of_kind: dict[Kind, list[Document]] = defaultdict(list)
    for document in used:
        of_kind[document.kind].append(document)

    def pairs(upper: Kind, lower: Kind, fits: Callable[[Document, Document], bool]) -> Iterator[DocumentPair]:
        for left in of_kind[upper]:
            for right in of_kind[lower]:
                if region_of[left.id] == region_of[right.id] and fits(left, right):
                    yield DocumentPair(f"{upper.value}-{lower.value}", left.id, right.id)

    def same_office(left: Document, right: Document) -> bool:
        return office_of[left.id] is not None and office_of[left.id] == office_of[right.id]

    of_kind[Kind.PK] = _agreements(used, region_of, office_of)
    renja_years = {(region_of[d.id], office_of[d.id], d.first_year) for d in of_kind[Kind.RENJA]}

    def planned(renja: Document, pk: Document) -> bool:
        """Of the same year; without one, the next year's, which looks back on that year's targets (T-C.29, T-C.30)."""
        if not same_office(renja, pk) or renja.first_year is None or pk.first_year is None:
            return False
        own = (region_of[pk.id], office_of[pk.id], pk.first_year) in renja_years
        return renja.first_year - pk.first_year == (0 if own else 1)

    return sorted(
        {
            *pairs(Kind.RPJMD, Kind.RENSTRA, _same_period),
            *pairs(Kind.RPJMD, Kind.RKPD, _in_period),
            *pairs(Kind.RKPD, Kind.RENJA, lambda a, b: a.first_year == b.first_year),
            *pairs(Kind.RENSTRA, Kind.RENJA, lambda a, b: same_office(a, b) and _in_period(a, b)),
            *pairs(Kind.RPJMD, Kind.PK, lambda a, b: b.opd is None and _in_period(a, b)),
            *pairs(Kind.RENSTRA, Kind.PK, lambda a, b: same_office(a, b) and _in_period(a, b)),
            *pairs(Kind.RENJA, Kind.PK, planned),
        }
    )


def _agreements(
    documents: Sequence[Document], region_of: dict[str, str | None], office_of: dict[str, str | None]
) -> list[Document]:
    """Documents that print the performance agreement of a year: the PK itself, else the LKjIP that reports on it.

    An LKjIP measures against the targets of the PK of its year and prints them (PermenPANRB 53/2014, outline of the
    report: BAB II "Perencanaan Kinerja", BAB III realisation against the agreed targets).
    """

    def whose(document: Document) -> tuple[object, ...]:
        return region_of[document.id], office_of[document.id], document.first_year

    signed = {whose(d) for d in documents if d.kind is Kind.PK}
    return [d for d in documents if d.kind is Kind.PK or (d.kind is Kind.LKJIP and whose(d) not in signed)]


_PARTNERS = {
    Kind.RPJMD: (Kind.RENSTRA, Kind.RKPD),
    Kind.RENSTRA: (Kind.RPJMD, Kind.RENJA),
    Kind.RKPD: (Kind.RPJMD, Kind.RENJA),
    Kind.RENJA: (Kind.RKPD, Kind.RENSTRA),
    Kind.PK: (Kind.RPJMD, Kind.RENSTRA, Kind.RENJA),
    Kind.LKJIP: (Kind.RPJMD, Kind.RENSTRA, Kind.RENJA),
}
"""Plans that a document is held against; what a document without any of them lacks."""
_OF_OFFICES = (Kind.RENSTRA, Kind.RENJA, Kind.PK, Kind.LKJIP)


def unpaired(documents: Sequence[Document]) -> dict[str, str]:
    """Plans in force that are in no pair: id -> Indonesian sentence that says what is missing."""
    paired = {id_ for pair in document_pairs(documents) for id_ in (pair.left, pair.right)}
    left_out, region_of = superseded(documents), _regions(documents)
    agreed = {d.id for d in _agreements(documents, region_of, _offices(documents))}
    found: dict[str, str] = {}
    for document in documents:
        partners = _PARTNERS.get(document.kind)
        if partners is None or document.id in paired or document.id in left_out:
            continue
        if document.first_year is None:
            found[document.id] = "Tidak dibandingkan: tahun atau periodenya tidak dikenali."
            continue
        if document.kind is Kind.LKJIP and document.id not in agreed:
            found[document.id] = "Tidak dibandingkan: Perjanjian Kinerja tahun itu ada sebagai dokumen tersendiri."
            continue
        kinds = " atau ".join(kind.value for kind in partners)
        others = sorted(
            {
                f"{other.kind.value} {_years(other)}"
                for other in documents
                if other.kind in partners and region_of[other.id] == region_of[document.id] and other.id not in left_out
            }
        )
        among = f" yang ada: {', '.join(others[:6])}" if others else " tidak satu pun ada dalam kumpulan ini"
        offices = " dan perangkat daerah" if document.kind in _OF_OFFICES else ""
        found[document.id] = f"Tidak dibandingkan: tidak ada {kinds} dengan tahun{offices} yang cocok;{among}."
    return found


def _years(document: Document) -> str:
    first, last = document.first_year, document.last_year
    return str(first or "tanpa tahun") if last in (None, first) else f"{first}-{last}"


def version_pairs(documents: Sequence[Document]) -> list[DocumentPair]:
    """Stages of one plan, each with the next later one ("RPJMD-RPJMD" ...): left the earlier, right the later.

    Their goals are compared, not their indicators: only the latest stage is held against other documents.
    """
    found = set()
    for group in _stages(documents):
        in_order = sorted(group, key=lambda d: (_STAGE_RANK[d.stage], d.id))
        for rank in sorted({_STAGE_RANK[d.stage] for d in group})[1:]:
            before = max(_STAGE_RANK[d.stage] for d in in_order if _STAGE_RANK[d.stage] < rank)
            found |= {
                DocumentPair(f"{a.kind.value}-{b.kind.value}", a.id, b.id)
                for a in in_order
                if _STAGE_RANK[a.stage] == before
                for b in in_order
                if _STAGE_RANK[b.stage] == rank
            }
    return sorted(found)


def superseded(documents: Sequence[Document]) -> dict[str, str]:
    """Documents that are left out because a later stage of them exists: id -> Indonesian sentence that says which."""
    result: dict[str, str] = {}
    for group in _stages(documents):
        latest = max(group, key=lambda d: _STAGE_RANK[d.stage])
        for document in group:
            if _STAGE_RANK[document.stage] < _STAGE_RANK[latest.stage]:
                here, there = document.stage or "tahap tidak disebut", latest.stage
                result[document.id] = f"Tidak dipakai ({here}): ada tahap yang lebih akhir, {there} ({_name(latest)})."
    return result


def _stages(documents: Sequence[Document]) -> list[list[Document]]:
    """Documents that are stages of one plan: same kind, region, office and end (or year)."""
    region_of, office_of = _regions(documents), _offices(documents)
    groups: dict[tuple[object, ...], list[Document]] = defaultdict(list)
    for document in documents:
        if document.kind in _STAGED and document.first_year is not None:
            end = document.last_year if document.kind in _PERIODS else document.first_year
            of_region = document.kind in (Kind.RPJMD, Kind.RKPD) or (document.kind is Kind.PK and document.opd is None)
            office = "" if of_region else office_of[document.id]
            if office is not None:
                groups[document.kind, region_of[document.id], office, end].append(document)
    return list(groups.values())


def _name(document: Document) -> str:
    files = ", ".join(file.name for file in document.files)
    return files or document.title or document.kind.value


def _same_period(rpjmd: Document, renstra: Document) -> bool:
    """Equal periods; the first year may differ by one: some count from the inauguration, some from the plan."""
    a, b, c, d = rpjmd.first_year, rpjmd.last_year, renstra.first_year, renstra.last_year
    return a is not None and c is not None and b is not None and b == d and abs(a - c) <= 1


def _in_period(period: Document, yearly: Document) -> bool:
    a, b, year = period.first_year, period.last_year, yearly.first_year
    return a is not None and b is not None and year is not None and a <= year <= b


def _regions(documents: Sequence[Document]) -> dict[str, str | None]:
    """Region by document id. An unread region counts as the run's only one; among several it pairs with none."""
    known = {_region(d.region) for d in documents if d.region}
    only = next(iter(known)) if len(known) == 1 else None
    return {d.id: _region(d.region) if d.region else only for d in documents}


def _region(name: str) -> str:
    words = name.casefold().replace("kab.", "kabupaten ").replace("prov.", "provinsi ").split()
    return " ".join(w for w in words if w != "pemerintah")


def _offices(documents: Sequence[Document]) -> dict[str, str | None]:
    keys = office_keys(d.opd for d in documents if d.opd)
    return {d.id: mother_office(keys.get(d.opd)) if d.opd else None for d in documents}
