"""From the headings over a column to what the column holds: role, level, year, scale, and whose values they are."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise

from extractors.tables.header import Header, Leaf
from extractors.tables.headings import Heading, read_heading
from extractors.tables.text import squeeze
from models.lexicon import entries


class Role(StrEnum):
    """What a column holds."""

    NO = "no"
    CODE = "kode"
    NAME = "nama"
    VISI = "visi"
    MISI = "misi"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    STRATEGI = "strategi"
    KEBIJAKAN = "arah kebijakan"
    URUSAN = "urusan"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    OUTCOME = "outcome"
    INDICATOR = "indikator"
    UNIT = "satuan"
    TARGET = "target"
    BASELINE = "kondisi awal"
    FINAL = "kondisi akhir"
    REALISATION = "realisasi"
    BUDGET = "pagu"
    FINAL_BUDGET = "pagu akhir"
    SPENDING = "realisasi keuangan"
    RESPONSIBLE = "penanggung jawab"
    IGNORE = "lain"
    UNKNOWN = "tidak dikenal"


STATEMENTS = (Role.VISI, Role.MISI, Role.TUJUAN, Role.SASARAN, Role.STRATEGI, Role.KEBIJAKAN)
RUNGS = (Role.URUSAN, Role.PROGRAM, Role.KEGIATAN, Role.SUBKEGIATAN)
VALUES = (Role.TARGET, Role.BASELINE, Role.FINAL, Role.REALISATION)
MONEY = (Role.BUDGET, Role.FINAL_BUDGET, Role.SPENDING)


@dataclass(frozen=True, slots=True)
class Column:
    """One leaf column.

    Attributes:
        first, last: grid columns of the table whose header made it.
        x0, x1: its place on the page, None in DOCX.
        role: what it holds.
        rungs: levels its headings name (of an indicator, of the names in it, of a target).
        year: calendar year printed over it; term, offset: the same relative to period or plan year.
        quarter: "I".."IV" in form E.81.
        scale: factor of money.
        total: the sum among several money columns.
        forward: stands under "prakiraan maju".
        fund: one of several sources of funds; the pagu is their sum.
        score: 0 to 1, how sure the role is.
        owner: index of the indicator column whose values it holds, None when it has none.
        text: the headings, joined by " > ".
    """

    first: int
    last: int
    role: Role
    x0: float | None = None
    x1: float | None = None
    rungs: tuple[str, ...] = ()
    year: int | None = None
    term: int | None = None
    offset: int | None = None
    quarter: str | None = None
    scale: int = 1
    total: bool = False
    forward: bool = False
    fund: bool = False
    score: float = 1.0
    owner: int | None = None
    text: str = ""


_ASPECTS = ("realisation", "baseline", "final", "ratio", "projection", "forward", "quarters")
_MEASURES = ("target", "money", "total")
_TEXT_ROLES = {
    "no": Role.NO,
    "code": Role.CODE,
    "name": Role.NAME,
    "visi": Role.VISI,
    "misi": Role.MISI,
    "tujuan": Role.TUJUAN,
    "sasaran": Role.SASARAN,
    "strategi": Role.STRATEGI,
    "arah kebijakan": Role.KEBIJAKAN,
    "urusan": Role.URUSAN,
    "program": Role.PROGRAM,
    "kegiatan": Role.KEGIATAN,
    "subkegiatan": Role.SUBKEGIATAN,
    "outcome": Role.OUTCOME,
    "unit": Role.UNIT,
    "formula": Role.IGNORE,
    "responsible": Role.RESPONSIBLE,
    "ignore": Role.IGNORE,
}
_UP_TO = re.compile(r"\bs\.?\s*/?\s*d\.?\b|\bsampai\b|\bkumulatif\b", re.IGNORECASE)
_MONEY_WORDS = re.compile(r"anggaran|\brp\b|rupiah|keuangan|\bpagu\b|belanja|\bdana\b", re.IGNORECASE)
_GROUP = re.compile(r"kerangka pendanaan|dan\s+(?:pagu|anggaran|pendanaan)", re.IGNORECASE)


def make_columns(header: Header, xs: Sequence[float] = ()) -> tuple[Column, ...]:
    """The columns of a header, with owners set."""
    columns = []
    for leaf in header.leaves:
        column = _column(leaf)
        if xs:
            column = replace(column, x0=xs[leaf.first], x1=xs[min(leaf.last + 1, len(xs) - 1)])
        columns.append(column)
    return settle(columns)


def _column(leaf: Leaf) -> Column:
    headings = leaf.headings
    text = " > ".join(h.text for h in headings)
    base = Column(leaf.first, leaf.last, Role.UNKNOWN, text=text, score=0.0)
    known = [h for h in headings if h.role is not None]
    if not known:
        return base
    if headings[-1].role == "number" and len(headings) > 1 and _when(headings)[1] is None:
        return replace(base, role=Role.IGNORE)
    low = known[-1]
    above = known[:-1]
    base = replace(
        base, score=min(h.score for h in known), scale=max(h.scale for h in headings), rungs=_rungs(headings)
    )
    roles_above = {h.role for h in above}
    under_indicator = bool(roles_above & {"indicator", "level"})
    forward = any(h.role == "forward" for h in known)
    if low.role == "indicator":
        return replace(base, role=Role.IGNORE if forward else Role.INDICATOR)
    if low.role == "level" and not (roles_above & {"target", "forward", "money"}):
        return replace(base, role=Role.INDICATOR, rungs=_rungs((low,)) or base.rungs)
    if low.role == "description" and under_indicator:
        return replace(base, role=Role.INDICATOR)
    if low.role == "description":
        parent = next((_TEXT_ROLES[str(h.role)] for h in reversed(above) if h.role in _TEXT_ROLES), Role.UNKNOWN)
        return replace(base, role=parent, rungs=low.rungs)
    grouped = roles_above & {"target", "money", "forward", "quarters", "realisation"}
    if low.role in ("level", "program", "kegiatan", "subkegiatan", "name") and grouped and not under_indicator:
        return _value_column(headings, base, "target")
    if headings[-1].role in (None, "ignore") and "money" in roles_above | {low.role} and _is_fund(headings[-1].text):
        return replace(_value_column(headings, base, "money"), fund=True)
    if low.role in _TEXT_ROLES:
        return replace(base, role=_TEXT_ROLES[str(low.role)], rungs=low.rungs)
    if low.role == "year" and above and above[-1].role == Role.KEBIJAKAN:  # a policy for each year
        year, term, offset = _when(headings)
        return replace(base, role=Role.KEBIJAKAN, year=year, term=term, offset=offset)
    return _value_column(headings, base, None)


@cache
def _funds() -> re.Pattern[str]:
    words = (re.escape(word) for entry in entries("headers", "fund") for word in entry["words"])
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _is_fund(text: str) -> bool:
    return _funds().search(text) is not None


def _rungs(headings: Sequence[Heading]) -> tuple[str, ...]:
    """Rungs of the lowest heading that names some."""
    return next((h.rungs for h in reversed(headings) if h.rungs), ())


def _value_column(headings: Sequence[Heading], base: Column, measure: str | None) -> Column:
    aspect: str | None = None
    total = False
    for heading in reversed(headings):
        role = heading.role
        if role in _MEASURES and measure is None:
            measure = role
            if role == "total":
                total = True
                measure = None
        elif role in _ASPECTS and aspect is None:
            aspect = role
            if measure is None:
                measure = "money" if _MONEY_WORDS.search(heading.text) and not _GROUP.search(heading.text) else "target"
    if measure is None and aspect is None:
        year, term, offset = _when(headings)
        return replace(base, role=Role.UNKNOWN, year=year, term=term, offset=offset)
    stated = next((h.role for h in reversed(headings) if h.role not in (None, "year", "number")), None)
    if any(h.role == "projection" for h in headings) or (
        any(h.role == "ratio" for h in headings) and stated not in ("target", "realisation")
    ):
        return replace(base, role=Role.IGNORE)
    year, term, offset = _when(headings)
    quarter = next((h.quarter for h in reversed(headings) if h.quarter), None)
    column = replace(
        base, year=year, term=term, offset=offset, quarter=quarter, total=total, forward=aspect == "forward"
    )
    money = measure == "money" or (aspect == "forward" and len(headings) == 1 and base.scale > 1)
    if aspect == "quarters" or quarter:
        if any(re.search(r"target", h.text, re.IGNORECASE) for h in headings):
            return replace(column, role=Role.IGNORE)
        if quarter is None:
            return replace(column, role=Role.IGNORE)
        return replace(column, role=Role.SPENDING if money else Role.REALISATION)
    if aspect == "realisation":
        return replace(column, role=Role.SPENDING if money else Role.REALISATION)
    if aspect == "baseline":
        return replace(column, role=Role.BUDGET if money else Role.BASELINE)
    if aspect == "final":
        return replace(column, role=Role.FINAL_BUDGET if money else Role.FINAL)
    return replace(column, role=Role.BUDGET if money else Role.TARGET)


def _when(headings: Sequence[Heading]) -> tuple[int | None, int | None, int | None]:
    """Year, term, offset of the lowest heading that has one."""
    yearly = any(re.search(r"\btahun|\bthn", h.text, re.IGNORECASE) for h in headings)
    for heading in reversed(headings):
        if heading.year:
            return heading.year, None, None
        if heading.term is not None:
            return None, heading.term, None
        if heading.offset is not None:
            return None, None, heading.offset
        if heading.role == "number" and yearly and re.fullmatch(r"\(?[0-9]\)?", heading.text):
            return None, int(heading.text.strip("()")), None
    return None, None, None


def settle(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Decisions that need the whole table: standards columns, sums of money, misprinted years, owners."""
    made = _after_change(_own_half(list(columns)))
    made = _promote_iku(made)
    made = _go_on(made)
    made = _pair(made)
    made = _pick_money(made)
    made = _mend_years(made)
    made = _date_quarters(_without_sums(made))
    return tuple(_own(made))


def _own_half(columns: list[Column]) -> list[Column]:
    """Of two sides with the same columns the office's own one counts: both would say all twice.

    T-C.31 prints the draft RKPD on the left and the office's own analysis on the right; where the left side is the
    office's own draft (and the right what districts or residents ask for), the left one counts.
    """
    names = [i for i, c in enumerate(columns) if c.role is Role.NAME or c.role in RUNGS]
    if len(names) != 2 or columns[names[0]].role is not columns[names[1]].role:
        return columns
    left, right = columns[names[0] : names[1]], columns[names[1] :]
    groups = [columns[i].text.split(" > ")[0] for i in names]
    kinds = [{c.role for c in side} & {Role.INDICATOR, Role.TARGET, Role.BUDGET} for side in (left, right)]
    if groups[0] == groups[1] or len(kinds[0]) < 2 or not kinds[0] <= kinds[1]:
        return columns
    (sides,) = entries("headers", "side")
    own, others = (re.compile("|".join(sides[side]), re.IGNORECASE) for side in ("own", "others"))
    if (own.search(groups[0]) and not own.search(groups[1])) or (
        others.search(groups[1]) and not others.search(groups[0])
    ):
        return [replace(c, role=Role.IGNORE) if c.text.startswith(groups[1]) else c for c in columns]
    return [replace(c, role=Role.IGNORE) if names[0] <= i < names[1] else c for i, c in enumerate(columns)]


def _after_change(columns: list[Column]) -> list[Column]:
    """Of `Sebelum Perubahan | Sesudah Perubahan` what is true after the change counts."""
    (words,) = entries("headers", "revision")
    before, after = (re.compile("|".join(words[side]), re.IGNORECASE) for side in ("before", "after"))
    texts = [squeeze(c.text) for c in columns]  # headings may be set with spaces between the letters
    old = [before.search(text) is not None for text in texts]
    changed = {c.role for c, text, is_old in zip(columns, texts, old, strict=True) if after.search(text) and not is_old}
    return [
        replace(c, role=Role.IGNORE) if is_old and c.role in changed else c
        for c, is_old in zip(columns, old, strict=True)
    ]


def _promote_iku(columns: list[Column]) -> list[Column]:
    """`IKU` is the indicator column where no other is."""
    if any(c.role is Role.INDICATOR for c in columns):
        return columns
    return [
        replace(c, role=Role.INDICATOR)
        if c.role is Role.IGNORE and re.fullmatch(r"(?i)iku|ikk|ikd", c.text.strip())
        else c
        for c in columns
    ]


def promote_described(columns: Sequence[Column]) -> tuple[Column, ...]:
    """In a list of indicators (IKU) the column headed `Uraian` holds them where no other column does."""
    if any(c.role is Role.INDICATOR for c in columns):
        return tuple(columns)
    described = [
        i for i, c in enumerate(columns) if c.role is Role.UNKNOWN and read_heading(c.text).role == "description"
    ]
    if len(described) != 1:
        return tuple(columns)
    made = list(columns)
    made[described[0]] = replace(made[described[0]], role=Role.INDICATOR, score=0.9)
    return settle(made)


def _go_on(columns: list[Column]) -> list[Column]:
    """A year without a measure beside a value column of the year before is of its kind (`TARGET` ends too early).

    Not so after achievements of a table that has targets: years to come under an empty heading are no achievements.
    After a base year come targets, also where their heading is lost.
    """
    made = list(columns)
    kinds = {c.role for c in columns}
    for index in range(1, len(made)):
        before, column = made[index - 1], made[index]
        if column.role is not Role.UNKNOWN or before.role not in (*VALUES, *MONEY):
            continue
        if before.role is Role.REALISATION and Role.TARGET in kinds:
            continue
        following = column.year is not None and before.year is not None and column.year == before.year + 1
        if following or (column.term is not None and before.term is not None and column.term == before.term + 1):
            based = before.role is Role.BASELINE
            made[index] = replace(
                column,
                role=Role.TARGET if based else before.role,
                rungs=before.rungs,
                scale=before.scale,
                forward=before.forward,
                score=0.7 if based else 0.9,
            )
    return made


def _pair(columns: list[Column]) -> list[Column]:
    """`Kinerja | Pagu` under one year: the half over which the year is not printed takes it from the other."""
    made = list(columns)
    pairs = [
        index
        for index, (left, right) in enumerate(pairwise(made))
        if left.role is Role.TARGET and right.role is Role.BUDGET and not (left.forward or right.forward)
    ]
    for index in pairs if len(pairs) > 1 else ():
        left, right = made[index], made[index + 1]
        if left.rungs == right.rungs or not left.rungs:
            if _timeless(left) and not _timeless(right):
                made[index] = replace(left, year=right.year, term=right.term, offset=right.offset, score=0.8)
            elif _timeless(right) and not _timeless(left):
                made[index + 1] = replace(right, year=left.year, term=left.term, offset=left.offset)
    return made


def _timeless(column: Column) -> bool:
    return column.year is None and column.term is None and column.offset is None


def _pick_money(columns: list[Column]) -> list[Column]:
    """Among money columns of one year that differ by source of funds only the sum counts."""
    keys = {(c.role, c.year, c.term, c.offset, c.forward) for c in columns if c.role in MONEY and c.total}
    return [
        replace(c, role=Role.IGNORE)
        if c.role in MONEY
        and not c.total
        and c.quarter is None
        and (c.role, c.year, c.term, c.offset, c.forward) in keys
        else c
        for c in columns
    ]


def _mend_years(columns: list[Column]) -> list[Column]:
    """`2017 | 2017 | 2019` is a misprint of 2018: a repeated year goes up by one if that one is missing."""
    made = list(columns)
    for role in (Role.TARGET, Role.BUDGET):
        places = [i for i, c in enumerate(made) if c.role is role and c.year]
        for before, at in itertools.pairwise(places):
            left, right = made[before], made[at]
            same_group = left.text.split(" > ")[0] == right.text.split(" > ")[0] and left.rungs == right.rungs
            following = {c.year for c in made if c.role is role}
            if same_group and left.year == right.year and left.year is not None and left.year + 1 not in following:
                made[at] = replace(right, year=left.year + 1, score=min(right.score, 0.7))
    return made


def _without_sums(columns: list[Column]) -> list[Column]:
    """What was achieved up to a year (`s/d`) is no value of that year where the year has a column of its own (E.81)."""
    kinds = (Role.REALISATION, Role.SPENDING)
    summed = [c.role in kinds and _UP_TO.search(c.text) is not None for c in columns]
    own = {(c.role, c.year) for c, is_sum in zip(columns, summed, strict=True) if c.year and not is_sum}
    return [
        replace(c, role=Role.IGNORE) if is_sum and (c.role, c.year) in own else c
        for c, is_sum in zip(columns, summed, strict=True)
    ]


def _date_quarters(columns: list[Column]) -> list[Column]:
    """Quarters without a year are of the year of the target before them (E.81: the Renja's target, then quarters)."""
    made: list[Column] = []
    year: int | None = None
    for column in columns:
        if column.role in (Role.TARGET, Role.BUDGET) and column.quarter is None:
            year = column.year
        undated = column.quarter is not None and column.year is None and column.term is None and column.offset is None
        made.append(
            replace(column, year=year) if undated and column.role in (Role.REALISATION, Role.SPENDING) else column
        )
    return made


def _own(columns: list[Column]) -> list[Column]:
    """Values belong to the indicator column of the same level, else to the nearest one on their left."""
    indicators = [i for i, c in enumerate(columns) if c.role is Role.INDICATOR]
    if not indicators:
        return columns
    made = []
    for index, column in enumerate(columns):
        if (
            column.role not in VALUES
            and column.role not in MONEY
            and column.role is not Role.UNIT
            and not column.quarter
        ):
            made.append(column)
            continue
        owner = _by_level(columns, indicators, column) if column.role in VALUES else None
        if owner is None:
            left = [i for i in indicators if i < index]
            owner = left[-1] if left else indicators[0]
        made.append(replace(column, owner=owner))
    return made


def _by_level(columns: Sequence[Column], indicators: Sequence[int], column: Column) -> int | None:
    if not column.rungs or len(indicators) < 2:
        return None
    words = column.text.casefold()
    same = [i for i in indicators if columns[i].rungs and set(columns[i].rungs) == set(column.rungs)]
    if len(same) > 1:
        for word in ("keluaran", "hasil", "capaian"):
            exact = [i for i in same if word in columns[i].text.casefold() and word in words.split(" > ")[-1]]
            if len(exact) == 1:
                return exact[0]
    if len(same) == 1:
        return same[0]
    left = [i for i in same if columns[i].first < column.first]
    return left[-1] if left else None
