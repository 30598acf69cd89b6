"""From `Tahun ke-3`, `n+1` and headings without a year to calendar years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.layout import Layout
from extractors.tables.columns import VALUES, Column, Role
from models.document import Identity, Kind

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:-|–|—|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*((?:19|20)\d{2})(?!\d)")
_YEAR = re.compile(r"tahun(?:\s+anggaran)?\s+((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:pr[ae]kiraan\s+maju|perkiraan\s+maju|s\.?\s*/?\s*d\.?|sampai)(?:\s+(?:dengan|rencana))*\s+tahun(?:\s+anggaran)?\s+\d{4}"
    r"|\b(?:no|nomor)\.?\s*\d[\w./-]*\s+tahun\s+\d{4}",
    re.IGNORECASE,
)
"""Years that a caption names beside the one its table is about: of forecasts, of regulations."""
_BARE_YEAR = re.compile(r"\s*(?:tahun\s+)?\(?20\d{2}\)?\s*", re.IGNORECASE)
_PLAN_YEAR = re.compile(
    r"(?:rencana\s+(?:kerja|program)|renja|rkpd|perjanjian\s+kinerja|kinerja|rencana\s+tahun|evaluasi)\b[^.]{0,120}?"
    r"(?<!\d)((?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)
ANNUAL = (Kind.RKPD, Kind.RENJA, Kind.PK, Kind.LKJIP, Kind.EVALUASI_RENJA)
PERIODIC = (Kind.RPJMD, Kind.RENSTRA)
TERM_YEARS = 5


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years a document is about, as far as known.

    Attributes:
        first, last: period of a plan over several years.
        plan: the year of an annual plan or report.
        annual: the document is about one year; None when not known.
    """

    first: int | None = None
    last: int | None = None
    plan: int | None = None
    annual: bool | None = None

    @property
    def _zero(self) -> int | None:
        """The year before `Tahun ke-1`.

        A term is five years (UU 23/2014): a plan named 2018-2023 counts its years from 2019, the year of the election
        being year 0; one named 2025-2029 counts from 2025.
        """
        if self.first is None:
            return None
        return self.first if self.last is not None and self.last - self.first == TERM_YEARS else self.first - 1

    def with_caption(self, caption: Sequence[str]) -> Timeline:
        """The same, made sharper by a table's caption: a period or a year printed there."""
        text = " ".join(caption)
        span = _SPAN.search(text)
        if span and self.annual is not True and 2 <= int(span[2]) - int(span[1]) <= 7 and self.first is None:
            return replace(self, first=int(span[1]), last=int(span[2]))
        years = [int(y) for y in _YEAR.findall(_ASIDE.sub(" ", text))]
        if years and not span and self.annual is not False and (self.plan is None or len(set(years)) == 1):
            return replace(self, plan=years[0])
        return self

    def resolve(self, columns: Sequence[Column], caption: Sequence[str] = ()) -> tuple[Column, ...]:
        """The columns with calendar years where they can be known.

        `Tahun ke-n` over targets and realisations alike (T-C.23) counts the years of the period before: not known.
        """
        columns = self._bare_years(columns)
        plan = self.plan
        stated = [c.year for c in columns if c.role in (Role.TARGET, Role.BUDGET) and c.year and not c.forward]
        if plan is None and stated and self.annual is not False:
            plan = max(stated) if len(set(stated)) == 1 else plan
        past = {c.term for c in columns if c.role is Role.REALISATION and c.term is not None and c.quarter is None}
        made = [
            replace(c, year=self._year(c, plan, stated)) if c.year is None and not (past and c.term in past) else c
            for c in columns
        ]
        made = [self._final(c, caption) for c in made]
        return tuple(self._baseline(made))

    def _bare_years(self, columns: Sequence[Column]) -> Sequence[Column]:
        """Columns headed by nothing but years of the plan's own period are its targets; earlier years say nothing.

        Where the period is not known they are so beside tujuan or sasaran, unless the document reports on one year.
        """
        indicators = [i for i, c in enumerate(columns) if c.role is Role.INDICATOR]
        bare = [c for c in columns if c.role is Role.UNKNOWN and c.year is not None and _BARE_YEAR.fullmatch(c.text)]
        if not indicators or not bare or any(c.role in VALUES for c in columns):
            return columns
        if self.first is None:
            known = self.annual is not True and any(c.role in (Role.TUJUAN, Role.SASARAN) for c in columns)
        else:
            last = self.last if self.last is not None else self.first + TERM_YEARS
            years = [c.year for c in bare if c.year is not None]
            known = all(self.first <= year <= last for year in years)
            if not known and years == list(range(years[0], years[0] + len(years))):
                # A whole period may begin with the year before it (the start) and end with the first after it
                # (Inmendagri 2/2025: targets up to the plan after).
                within = sum(self.first <= year <= last for year in years)
                known = within >= 3 and self.first - 1 <= years[0] and years[-1] <= last + 1
        if not known:
            return columns
        score = 0.7 if self.first is not None else 0.6
        before = None if self.first is None else self.first - 1
        return [
            replace(c, role=Role.BASELINE if c.year == before else Role.TARGET, owner=indicators[-1], score=score)
            if c in bare
            else c
            for c in columns
        ]

    def _year(self, column: Column, plan: int | None, stated: Sequence[int]) -> int | None:
        if column.term is not None:
            return self._zero + column.term if self._zero is not None else None
        if column.offset is not None:
            return plan + column.offset if plan is not None else None
        if column.role is Role.BASELINE:
            if stated and self.first is not None and min(stated) == self.first + 1:
                return self.first  # 2018-2023 with targets from 2019: the first year is the one before the plan
            if self._zero is not None and self.annual is not True:
                return self._zero
            if stated:
                return min(stated) - 1
            return plan - 1 if plan is not None else None
        if column.forward:
            base = max(stated) if stated else plan
            return base + 1 if base is not None else None
        if column.role in (Role.TARGET, Role.BUDGET, Role.REALISATION, Role.SPENDING):
            return plan
        return None

    def _final(self, column: Column, caption: Sequence[str]) -> Column:
        """A target without any year in a plan over several years is the one for its end."""
        if column.year is None and column.term is None and column.offset is None and column.quarter is None:
            several = self.annual is not True
            if column.role is Role.TARGET and several:
                return replace(column, role=Role.FINAL)
            if column.role is Role.BUDGET and several:
                return replace(column, role=Role.FINAL_BUDGET)
        return column

    def _baseline(self, columns: Sequence[Column]) -> list[Column]:
        """`Capaian 2015` beside targets of later years is the condition at the start."""
        targets = [c.year for c in columns if c.role in (Role.TARGET, Role.FINAL) and c.year]
        past = [c for c in columns if c.role is Role.REALISATION and c.quarter is None]
        has = any(c.role is Role.BASELINE for c in columns)
        made = []
        for column in columns:
            if (
                column.role is Role.REALISATION
                and not has
                and len(past) == 1
                and column.year is not None
                and targets
                and column.year < min(targets)
                and re.match(r"(?:data\s+)?capaian", column.text.strip(), re.IGNORECASE)
            ):
                column = replace(column, role=Role.BASELINE)
            made.append(column)
        return made


def timeline(layout: Layout, identity: Identity | None) -> Timeline:
    """The document's years: from its identity, else from what its pages print most."""
    if identity is not None and identity.first_year.value is not None:
        first, last = identity.first_year.value, identity.last_year.value
        kind = identity.kind.value
        if last is None or last == first or kind in ANNUAL:
            return Timeline(plan=first, annual=True)
        return Timeline(first=first, last=last, annual=False)
    return _guess(_texts(layout))


def _texts(layout: Layout) -> Iterable[str]:
    for page in layout.pages[:40]:
        for paragraph in page.paragraphs:
            yield paragraph.text
        for table in page.tables[:2]:
            for cell in table.cells[:40]:
                yield cell.text.replace("\n", " ")


def _guess(texts: Iterable[str]) -> Timeline:
    spans: Counter[tuple[int, int]] = Counter()
    years: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    for text in texts:
        low = text.casefold()
        for found in _SPAN.finditer(text):
            first, last = int(found[1]), int(found[2])
            if 1 <= last - first <= 6:
                spans[first, last] += 1
        years.update(int(y) for y in _PLAN_YEAR.findall(text))
        kinds["renstra"] += bool(re.search(r"\brenstra\b|rencana strategis|\brpjmd\b", low))
        kinds["renja"] += bool(
            re.search(r"\brenja\b|rencana kerja|perjanjian kinerja|\blkjip\b|\blakip\b|laporan kinerja", low)
        )
    span = spans.most_common(1)[0] if spans else None
    year = years.most_common(1)[0] if years else None
    annual = kinds["renja"] > kinds["renstra"] if kinds else None
    if span and not annual:
        return Timeline(first=span[0][0], last=span[0][1], annual=False)
    if year:
        return Timeline(plan=year[0], annual=True if annual else None)
    return Timeline()
