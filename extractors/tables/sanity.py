"""Do the values fit the columns they were read into? Columns slip; a wrong number is worse than a missing one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from extractors.tables.columns import MONEY, VALUES, Column, Role
from extractors.tables.headings import read_heading
from extractors.tables.rows import Row
from extractors.tables.text import is_blank
from models.numerals import NumberStyle
from models.quantity import parse_money
from models.units import is_unit

_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}")
_PLAIN_NUMBER = re.compile(r"\d[\d.,]*")
_LEAST = 50_000
"""Rupiah: no pagu of a program or kegiatan is smaller."""
_MOST = 100_000_000_000
"""Rupiah: half of all programs and kegiatan of a column are never larger; then the heading's "(Rp.000)" is not true."""
_FULL = 1_000_000
"""Rupiah: half of a column's amounts in full rupiah are larger; smaller ones are thousands or millions as headed."""
_UNREADABLE, _DOUBTFUL = 0.25, 0.08
_ENOUGH = 3
_SMALL, _LARGE = 10_000.0, 10_000_000.0
_HEADED = ("target", "realisation", "baseline", "final", "money")
"""Roles of headings: a value that reads as one is the heading of another table."""
_Place = tuple[int | None, int]


@dataclass(slots=True)
class Sanity:
    """What was found wrong with the values of each table of a chain.

    Attributes:
        share: share of cells that cannot belong to their column, by (page, table number).
        strange: those cells, by row identity and leaf column.
        overscaled: money columns whose heading says thousands or millions over amounts in full rupiah.
    """

    share: dict[_Place, float] = field(default_factory=dict)
    strange: set[tuple[int, int]] = field(default_factory=set)
    overscaled: frozenset[int] = frozenset()

    def unreadable(self, row: Row) -> bool:
        """So many cells are wrong that the columns of this table were not found."""
        return self.share.get((row.page, row.table), 0.0) >= _UNREADABLE

    def doubtful(self, row: Row) -> bool:
        """Some cells of this table are wrong."""
        return self.share.get((row.page, row.table), 0.0) >= _DOUBTFUL

    def wrong(self, row: Row, index: int) -> bool:
        """This cell cannot be what its column holds."""
        return (id(row), index) in self.strange


def check(rows: Sequence[Row], columns: Sequence[Column], style: NumberStyle | None) -> Sanity:
    """Look at all value cells of a chain. `rows` must outlive the answer."""
    sanity = Sanity(overscaled=_overscaled(rows, columns, style))
    seen: Counter[_Place] = Counter()
    wrong: Counter[_Place] = Counter()
    paid = any(c.role in MONEY for c in columns)
    for row in rows:
        rupiah = _in_rupiah(row, columns)
        outliers = _outliers(row, columns)
        for index, column in enumerate(columns):
            if column.role not in (*VALUES, *MONEY):
                continue
            text = row.value(index)
            if is_blank(text):
                continue
            seen[row.page, row.table] += 1
            if column.role in MONEY:
                bad = _bad_money(text, column, style)
            else:
                bad = _bad_value(text, paid and not rupiah) or (paid and not rupiah and index in outliers)
            if bad:
                wrong[row.page, row.table] += 1
                sanity.strange.add((id(row), index))
    sanity.share = {place: wrong[place] / seen[place] for place in wrong if wrong[place] > 1}
    for place in _numbers_for_units(rows, columns):
        sanity.share[place] = 1.0
    return sanity


def _numbers_for_units(rows: Sequence[Row], columns: Sequence[Column]) -> set[_Place]:
    """Inferred tables whose column of units holds numbers: each value may stand one column, hence one year, off."""
    seen: Counter[_Place] = Counter()
    numbers: Counter[_Place] = Counter()
    units = [index for index, column in enumerate(columns) if column.role is Role.UNIT]
    for row in rows:
        inferred = [index for index in units if index in row.parts and not row.parts[index].ruled]
        for text in filter(None, (row.value(index).strip() for index in inferred)):
            seen[row.page, row.table] += 1
            numbers[row.page, row.table] += _PLAIN_NUMBER.fullmatch(text) is not None
    return {place for place, count in numbers.items() if count > 1 and count > 0.3 * seen[place]}


def _overscaled(rows: Sequence[Row], columns: Sequence[Column], style: NumberStyle | None) -> frozenset[int]:
    found = set()
    for index, column in enumerate(columns):
        if column.role in MONEY and column.scale > 1:
            read = (parse_money(row.value(index), scale=column.scale, style=style).value for row in rows)
            amounts = [abs(value) for value in read if value]
            if len(amounts) >= _ENOUGH and median(amounts) >= max(_MOST, _FULL * column.scale):
                found.add(index)
    return frozenset(found)


def _bad_money(text: str, column: Column, style: NumberStyle | None) -> bool:
    value = parse_money(text, scale=column.scale, style=style).value
    if value is None:
        return len(_AMOUNT.findall(text)) > 1
    return column.role is not Role.SPENDING and 0 < abs(value) < _LEAST


def _bad_value(text: str, paid: bool) -> bool:
    amounts = len(_AMOUNT.findall(text))
    if amounts and (amounts > 1 or len(re.findall(r"\d[\d.,]*", text)) > 1):
        return True
    if paid and amounts and re.fullmatch(r"(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3}){3,}(?:[.,]\d{1,2})?", text):
        return True
    if re.fullmatch(r"\d+[.,]\d+%?\s+\d+[.,]\d+%?", text):
        return True
    if re.search(r"\d", text):
        return False
    return is_unit(text) or (len(text.split()) == 2 and read_heading(text).role in _HEADED)


def _outliers(row: Row, columns: Sequence[Column]) -> set[int]:
    """Targets like amounts in a row whose other targets are small numbers."""
    sizes: dict[int, float] = {}
    for index, column in enumerate(columns):
        if column.role in VALUES:
            digits = re.sub(r"[.,]\d{1,2}$|\D", "", row.value(index))
            if digits:
                sizes[index] = float(digits)
    if len(sizes) < 3 or median(sizes.values()) >= _SMALL:
        return set()
    return {index for index, size in sizes.items() if size >= _LARGE}


def _in_rupiah(row: Row, columns: Sequence[Column]) -> bool:
    """The row's own unit is money: then amounts are its values."""
    for index, column in enumerate(columns):
        if column.role in (Role.UNIT, Role.INDICATOR):
            text = " ".join(line.text for line in row.lines(index))
            if re.search(r"\brp\b|rupiah", text, re.IGNORECASE):
                return True
    return False
