"""Rows of documents held against official lists: which entry they are, and where they only pretend to be.

A document is held against one version of the nomenclature, the one of its plan years where it is on the shelf. Program,
kegiatan and sub kegiatan are known by code and name together, their indicators by the prescribed ones; reference
indicators (IKK, SPM, SDGs) are found as alignment finds the same indicator anywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from alignment.align import align
from alignment.normalise import parts
from alignment.row import AlignRow
from alignment.score import Weights
from models.codes import parse_code
from models.document import Document, Kind
from models.indicator import Indicator, ItemLevel, PlanItem
from models.link import Relation
from models.reference import Entry, ListKind, ReferenceList, ReferenceTie, Tie, Tier, UsedList

SAME_NAME = 0.9
"""Share of equal letters from which two names are one with slips of the pen."""
SAME_INDICATOR = 0.95
"""The same for indicators, which are longer: a word more or less makes another one."""
NEAR_NAME = 0.75
"""Share from which the prescribed indicator is reworded rather than another one."""
FIRST_YEAR = 2021
"""First plan year under the national list (Permendagri 90/2019); before, each region numbered by itself."""
_PLANS = (Kind.RPJMD, Kind.RENSTRA, Kind.RKPD, Kind.RENJA)
_LEVELS = (ItemLevel.PROGRAM, ItemLevel.KEGIATAN, ItemLevel.SUBKEGIATAN)


@dataclass(frozen=True, slots=True)
class References:
    """What was found: ties of facts, the lists that were used, and the official indicator of indicators by their id."""

    ties: tuple[ReferenceTie, ...] = ()
    used: tuple[UsedList, ...] = ()
    official: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """A document with its facts by id."""

    document: Document
    items: Sequence[tuple[str, PlanItem]]
    indicators: Sequence[tuple[str, Indicator]]


def tie(documents: Iterable[DocumentRows], lists: Sequence[ReferenceList], bar: Weights | None = None) -> References:
    """Hold documents against all lists on the shelf.

    Args:
        documents: with their plan items and indicators.
        lists: in order of loading; of two that fit alike the later one is used.
        bar: weights for reference indicators.
    """
    shelf = [_Shelved(listed) for listed in lists]
    ties: list[ReferenceTie] = []
    used: list[UsedList] = []
    official: dict[str, str] = {}
    for rows in documents if shelf else ():
        chosen = _nomenclature(rows, shelf)
        if isinstance(chosen, UsedList):
            used.append(chosen)
        elif chosen is not None:
            listed, news = chosen
            used.append(news)
            ties += _items(rows, listed, news.years_fit)
            ties += _outputs(rows, listed, news.years_fit, official)
        for listed in shelf:
            if listed.list.kind is ListKind.INDICATORS:
                ties += _reference_indicators(rows, listed, official, bar)
            elif listed.list.kind is ListKind.REGIONS and rows.document.region:
                ties.append(_region(rows.document, rows.document.region, listed))
    return References(tuple(ties), tuple(used), official)


class _Shelved:
    """A list with its indices, made when they are needed."""

    def __init__(self, listed: ReferenceList) -> None:
        self.list = listed

    @cached_property
    def by_code(self) -> Mapping[str, list[int]]:
        """Places of entries by code."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.list.entries):
            if entry.code:
                found[entry.code].append(place)
        return found

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], list[int]]:
        """Places of entries by level and normalised name."""
        found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, entry in enumerate(self.list.entries):
            found[entry.level, item_name(entry.name)].append(place)
        return found

    @cached_property
    def names(self) -> Mapping[str, list[str]]:
        """Normalised names by level."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for level, name in self.by_name:
            found[level].append(name)
        return found

    @cached_property
    def tiers(self) -> frozenset[Tier]:
        """Tiers that the list has sub kegiatan of."""
        return frozenset(e.tier for e in self.list.entries if e.tier and e.level == ItemLevel.SUBKEGIATAN)

    @cached_property
    def rows(self) -> list[AlignRow]:
        """Reference indicators as alignment takes them."""
        return [AlignRow(str(n), entry.name, entry.unit) for n, entry in enumerate(self.list.entries)]


@lru_cache(maxsize=65536)
def item_name(text: str) -> str:
    """The name of a program, kegiatan or region as it is compared: letters and digits, without the kind of region."""
    words = re.sub(r"[\W_]+", " ", text.casefold())
    return " ".join(re.sub(r"\b(?:kabupaten|kab|kota|provinsi|program|kegiatan|sub)\b", " ", words).split())


# ---- which list


def _nomenclature(rows: DocumentRows, shelf: Sequence[_Shelved]) -> tuple[_Shelved, UsedList] | UsedList | None:
    """The version that a document is held against: the one that holds for its first year, else the nearest.

    Only the news why there is none for plans with old numbering, without codes, or of another tier than all lists; None
    for other documents and without any nomenclature.
    """
    last_year = rows.document.last_year or rows.document.first_year
    if rows.document.kind not in _PLANS or not any(s.list.kind is ListKind.NOMENCLATURE for s in shelf):
        return None

    def none(reason: str) -> UsedList:
        return UsedList(rows.document.id, None, False, f"tidak dibandingkan dengan nomenklatur: {reason}")

    if last_year is not None and last_year < FIRST_YEAR:
        return none(f"tahun rencananya sebelum daftar nasional ({FIRST_YEAR})")
    codes = [item.code for _, item in rows.items if item.level in _LEVELS and parse_code(item.code)]
    if not codes or sum(_code(code) is not None for code in codes) < len(codes) / 2:
        return none("kode program, kegiatan, dan sub kegiatan tidak tercetak, atau bukan kode nomenklatur")
    tier, first = _tier(rows.document), rows.document.first_year
    lists = [s for s in shelf if s.list.kind is ListKind.NOMENCLATURE and (tier is None or tier in s.tiers)]
    if not lists:
        return none(f"daftar yang dimuat bukan untuk {tier}")
    last = rows.document.last_year or first
    chosen = min(reversed(lists), key=lambda s: _gap(s.list.years, first, last))
    held = chosen.list.years
    fits = first is not None and (held is None or held[0] <= first <= held[1])
    planned = range(first, (last or first) + 1) if first else range(0)
    left_out = [str(year) for year in planned if held and not held[0] <= year <= held[1]]
    years = "-".join(dict.fromkeys(map(str, chosen.list.years or ())))
    plan = "-".join(dict.fromkeys(str(year) for year in (first, last) if year)) or "tidak diketahui"
    reason = (
        f"daftar “{chosen.list.title}” ({years}) memuat tahun rencana {plan}"
        + (f", kecuali {', '.join(left_out)}" if left_out else "")
        if fits
        else f"tidak ada daftar untuk tahun rencana {plan}; yang terdekat “{chosen.list.title}” ({years})"
    )
    return chosen, UsedList(rows.document.id, chosen.list.id, fits, reason)


def _gap(years: tuple[int, int] | None, first: int | None, last: int | None) -> tuple[int, int]:
    """Years between a list and the plan's first year, then years of the plan that the list leaves out."""
    if years is None or first is None or last is None:
        return (0, 99)
    shared = min(years[1], last) - max(years[0], first) + 1
    return max(0, years[0] - first, first - years[1]), last - first + 1 - max(0, shared)


def _tier(document: Document) -> Tier | None:
    region = (document.region or "").casefold()
    if not region:
        return None
    return Tier.PROVINCE if region.startswith("provinsi") else Tier.DISTRICT


# ---- items


def _items(rows: DocumentRows, listed: _Shelved, years_fit: bool) -> Iterator[ReferenceTie]:
    tier = _tier(rows.document)
    for id_, item in rows.items:
        if item.level not in _LEVELS:
            continue
        place, result, score, reason = _item(item, listed, tier)
        unsure = result is not Tie.SAME and (not years_fit or item.confidence < 0.6)
        if unsure:
            why = "daftar tahun lain yang dipakai" if not years_fit else "barisnya terbaca dengan ragu"
            result, reason = Tie.UNSURE, f"{reason}; {why}"
        yield ReferenceTie(id_, rows.document.id, listed.list.id, place, result, round(score, 3), reason)


def _item(item: PlanItem, listed: _Shelved, tier: Tier | None) -> tuple[int | None, Tie, float, str]:
    """Entry, tie, score and reason of one item."""
    entries, name = listed.list.entries, item_name(item.name)
    code = _code(item.code)
    tier = tier or _tier_of_code(code)
    found = _coded(code, item.level, listed, tier)
    if found:
        alike = {place: fuzz.ratio(name, item_name(entries[place].name)) / 100 for place in found}
        place = max(alike, key=lambda p: (alike[p], -p))
        if alike[place] >= SAME_NAME or _cut(name, item_name(entries[place].name)):
            return place, Tie.SAME, alike[place], "kode dan nama sama dengan daftar"
    named = [p for p in listed.by_name.get((item.level, name), ()) if _of_tier(entries[p], tier)]
    if len({entries[p].code for p in named}) == 1:
        other = entries[named[0]]
        if code is None:
            return named[0], Tie.SAME, 1.0, f"nama sama dengan {other.code}; kodenya tidak tercetak"
        return named[0], Tie.OTHER_CODE, 1.0, f"nama itu berkode {other.code} di daftar, tercetak {code}"
    if found:
        listed_name = entries[place].name
        return place, Tie.OTHER_NAME, alike[place], f"kode itu di daftar bernama “{listed_name}”"
    near = process.extractOne(name, listed.names.get(item.level, ()), scorer=fuzz.ratio, score_cutoff=SAME_NAME * 100)
    if near:
        places = [p for p in listed.by_name[item.level, near[0]] if _of_tier(entries[p], tier)]
        if places:
            other = entries[places[0]]
            return places[0], Tie.UNSURE, near[1] / 100, f"nama hampir sama dengan {other.code} “{other.name}”"
    what = f"kode {code} atau nama itu" if code else "nama itu (kodenya tidak tercetak)"
    return None, Tie.NONE, 0.0, f"tidak ada {item.level.value} dengan {what} di daftar"


_SHAPE = re.compile(r"([0-9X]\.[0-9X]{2}\.\d{2}(?:\.\d\.\d{2})?)(\.\d{2,4})?")


def _code(text: str | None) -> str | None:
    """A printed code in the form of the lists, None when it has not their shape.

    Lists have codes that plans seldom print and to which `parse_code` gives no level (group four 3 to 8).
    """
    code = parse_code(text)
    found = _SHAPE.fullmatch(code.text) if code else None
    if found is None or (found[2] and found[1].count(".") < 4):
        return None
    return f"{found[1]}.{found[2][1:].zfill(4)}" if found[2] else found[1]


def _tier_of_code(code: str | None) -> Tier | None:
    """Whose kegiatan it is, by group four; other numbers do not tell."""
    groups = (code or "").split(".")
    return {"1": Tier.PROVINCE, "2": Tier.DISTRICT}.get(groups[3]) if len(groups) > 3 else None


def _coded(code: str | None, level: str, listed: _Shelved, tier: Tier | None) -> list[int]:
    """Places of entries with a code; the penunjang program of every bidang is listed once, as X.XX.01."""
    if code is None:
        return []
    for wanted in dict.fromkeys((code, re.sub(r"^[0-9X]\.[0-9X]{2}\.01(?=\.|$)", "X.XX.01", code))):
        entries = listed.list.entries
        found = [p for p in listed.by_code.get(wanted, ()) if entries[p].level == level and _of_tier(entries[p], tier)]
        if found:
            return found
    return []


def _of_tier(entry: Entry, tier: Tier | None) -> bool:
    return tier is None or entry.tier is None or entry.tier is tier


def _cut(name: str, listed: str) -> bool:
    """A long name that a narrow cell cut off at its end."""
    return len(name) >= 25 and listed.startswith(name)


# ---- indicators


def _outputs(rows: DocumentRows, listed: _Shelved, years_fit: bool, official: dict[str, str]) -> Iterator[ReferenceTie]:
    """Indicators of sub kegiatan against the prescribed ones. Only sure ties are evidence for alignment."""
    tier, entries = _tier(rows.document), listed.list.entries
    for id_, indicator in rows.indicators:
        code = _code(indicator.code)
        if code is None or code.count(".") != 5:
            continue
        prescribed = [p for p in _coded(code, "subkegiatan", listed, tier) if entries[p].indicator]
        if not prescribed:
            continue
        name = parts(indicator.name, indicator.unit).text
        alike = {p: fuzz.ratio(name, _official_name(entries[p])) / 100 for p in prescribed}
        place = max(alike, key=lambda p: (alike[p], -p))
        if alike[place] >= SAME_INDICATOR:
            result, reason = Tie.SAME, "indikator sama dengan yang ditetapkan untuk sub kegiatan itu"
        else:
            doubtful = alike[place] >= NEAR_NAME or not years_fit
            result = Tie.UNSURE if doubtful else Tie.OTHER_NAME
            reason = f"indikator yang ditetapkan: “{entries[place].indicator}”"
            reason += "" if years_fit else "; daftar tahun lain yang dipakai"
        if result is Tie.SAME:
            official[id_] = f"{entries[place].code} {_official_name(entries[place])}"
        yield ReferenceTie(id_, rows.document.id, listed.list.id, place, result, round(alike[place], 3), reason)


def _official_name(entry: Entry) -> str:
    return parts(entry.indicator or "", entry.unit).text


def _reference_indicators(
    rows: DocumentRows, listed: _Shelved, official: dict[str, str], bar: Weights | None
) -> Iterator[ReferenceTie]:
    """Indicators of any level against a list of reference indicators."""
    tier = _tier(rows.document)
    wanted = [row for row in listed.rows if _of_tier(listed.list.entries[int(row.id)], tier)]
    mine = [AlignRow(id_, indicator.name, indicator.unit) for id_, indicator in rows.indicators]
    for link in align(wanted, mine, bar):
        sure = link.relation is Relation.SAMA  # another measure or word may be another reference indicator
        entry = listed.list.entries[int(link.left)]
        if sure:
            official.setdefault(link.right, f"{listed.list.title} {entry.code or entry.name}")
        reason = "; ".join(link.reasons)
        yield ReferenceTie(
            link.right,
            rows.document.id,
            listed.list.id,
            int(link.left),
            Tie.SAME if sure else Tie.UNSURE,
            round(link.score, 3),
            f"{listed.list.title}: {reason}",
        )


def _region(document: Document, region: str, listed: _Shelved) -> ReferenceTie:
    level = _tier(document) or Tier.DISTRICT
    kind = region.split(" ", 1)[0].casefold()
    places = [
        p
        for p in listed.by_name.get((level, item_name(region)), ())
        if level is Tier.PROVINCE or listed.list.entries[p].name.casefold().startswith(kind[:3])
    ]
    place = places[0] if len(places) == 1 else None
    told = "nama daerah sama dengan daftar wilayah" if place is not None else f"“{region}” tidak ada di daftar wilayah"
    result = Tie.SAME if place is not None else Tie.NONE
    return ReferenceTie(document.id, document.id, listed.list.id, place, result, float(place is not None), told)
