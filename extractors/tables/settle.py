"""Decisions over all columns of a table: which of two sides counts, sums, misprinted years, whose values they are."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.tables.columns import MONEY, RUNGS, VALUES, Column, Role, column_of
from extractors.tables.header import Header
from extractors.tables.headings import read_heading
from extractors.tables.parents import plan_of
from extractors.tables.text import squeeze
from models.lexicon import entries

_UP_TO = re.compile(r"\bs\.?\s*/?\s*d\.?\b|\bsampai\b|\bkumulatif\b", re.IGNORECASE)


def make_columns(header: Header, xs: Sequence[float] = ()) -> tuple[Column, ...]:
    """The columns of a header, with owners set."""
    columns = []
    for leaf in header.leaves:
        column = column_of(leaf)
        if xs:
            column = replace(column, x0=xs[leaf.first], x1=xs[min(leaf.last + 1, len(xs) - 1)])
        columns.append(column)
    return settle(columns)


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
        return [_aside(c) if c.text.startswith(groups[1]) else c for c in columns]
    return [_aside(c) if names[0] <= i < names[1] else c for i, c in enumerate(columns)]


def _aside(column: Column) -> Column:
    return replace(column, role=Role.IGNORE, aside=column.role)


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
            same_group = same_group and plan_of(left) == plan_of(right)  # `Target 2026 > Renstra | Renja` is none
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
