"""From the headings over a column to what the column holds: role, level, year, scale, and whose values they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from extractors.tables.header import Leaf
from extractors.tables.headings import Heading
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
    PARENT_TARGET = "target acuan"
    BUDGET = "pagu"
    FINAL_BUDGET = "pagu akhir"
    SPENDING = "realisasi keuangan"
    RESPONSIBLE = "penanggung jawab"
    IGNORE = "lain"
    UNKNOWN = "tidak dikenal"


STATEMENTS = (Role.VISI, Role.MISI, Role.TUJUAN, Role.SASARAN, Role.STRATEGI, Role.KEBIJAKAN)
RUNGS = (Role.URUSAN, Role.PROGRAM, Role.KEGIATAN, Role.SUBKEGIATAN)
VALUES = (Role.TARGET, Role.BASELINE, Role.FINAL, Role.REALISATION, Role.PARENT_TARGET)
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
        about: what an ignored column tells of the indicator: "definition", "formula", "source".
        owner: index of the indicator column whose values it holds, None when it has none.
        text: the headings, joined by " > ".
        aside: its role on the side of a table that does not count (T-C.31: the draft RKPD); then `role` is IGNORE.
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
    about: str | None = None
    owner: int | None = None
    text: str = ""
    aside: Role | None = None


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
    "definition": Role.IGNORE,
    "formula": Role.IGNORE,
    "source": Role.IGNORE,
    "remark": Role.IGNORE,
    "responsible": Role.RESPONSIBLE,
    "ignore": Role.IGNORE,
}
_ABOUT = ("definition", "formula", "source")
_MONEY_WORDS = re.compile(r"anggaran|\brp\b|rupiah|keuangan|\bpagu\b|belanja|\bdana\b", re.IGNORECASE)
_GROUP = re.compile(r"kerangka pendanaan|dan\s+(?:pagu|anggaran|pendanaan)", re.IGNORECASE)


def column_of(leaf: Leaf) -> Column:
    """What a leaf's headings say its column holds."""
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
    if headings[-1].role in (None, "ignore") and "money" in roles_above | {low.role} and is_fund(headings[-1].text):
        return replace(_value_column(headings, base, "money"), fund=True)
    if low.role in _TEXT_ROLES:
        about = low.role if low.role in _ABOUT else None
        return replace(base, role=_TEXT_ROLES[str(low.role)], rungs=low.rungs, about=about)
    if low.role == "year" and above and above[-1].role == Role.KEBIJAKAN:  # a policy for each year
        year, term, offset = _when(headings)
        return replace(base, role=Role.KEBIJAKAN, year=year, term=term, offset=offset)
    return _value_column(headings, base, None)


@cache
def _funds() -> re.Pattern[str]:
    words = (re.escape(word) for entry in entries("headers", "fund") for word in entry["words"])
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def is_fund(text: str) -> bool:
    """The heading names a source of funds (`APBD Provinsi`)."""
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
