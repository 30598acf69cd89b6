"""Numbers of scans held against each other: a digit or a comma that both readings of a picture got wrong stands out.

What is told is a doubt, never another number: the document itself may be wrong, and that is what findings are for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from models.indicator import Indicator, ItemLevel, PlanItem
from models.units import UnitKind, canonical_unit

_LEAST = 4
"""Values of a row without which none of them stands out."""
_FAR, _FAR_WITHOUT_COMMA = 30, 5
"""How many times the others a value may be; a lost comma makes ten times as much of one that the others print."""
_OUT, _APART = 2, 3
"""How many times the spread of the others a value may lie outside the one before and the one after it, if it is also
that many times one of them."""
_MOST_PERCENT = 150
"""Percent that targets hardly pass; 71,5 without its comma does."""
_SLIP = 2
"""Digits by which a sum and the printed amount differ when one was misread; more is another cause."""
_DEPTH = tuple(ItemLevel)

Value = tuple[int, Decimal, str]
"""Year, number, printed text."""


def odd_values(indicator: Indicator) -> tuple[str, ...]:
    """Indonesian words on each value that does not fit the others of its row."""
    unit = canonical_unit(indicator.unit) if indicator.unit else None
    targets = [(year, q.value, q.raw) for year, q in sorted(indicator.targets.items()) if q.value is not None]
    budgets = [(year, m.rupiah, m.raw) for year, m in sorted(indicator.budgets.items()) if m.rupiah is not None]
    too_much = [
        f"target {year} ({raw}) lebih dari {_MOST_PERCENT} persen; mungkin komanya tidak terbaca"
        for year, value, raw in targets
        if unit is not None and unit.kind is UnitKind.PERCENT and value > _MOST_PERCENT
    ]
    odd = [
        f"{name} {year} ({raw}) janggal di antara tahun lain; mungkin salah terbaca"
        for name, values in (("target", targets), ("pagu", budgets))
        for year, raw in _odd(values)
    ]
    return (*too_much, *odd)


def _odd(values: Sequence[Value]) -> Iterator[tuple[int, str]]:
    if len(values) < _LEAST:
        return
    broken = _breaks_the_series([number for _, number, _ in values])
    for place, (year, number, raw) in enumerate(values):
        others = [value for index, value in enumerate(values) if index != place]
        middle = median(other for _, other, _ in others)
        lost = "," not in raw and all("," in text for *_, text in others)
        far = _FAR_WITHOUT_COMMA if lost else _FAR
        if place == broken or (middle > 0 and number > 0 and not middle / far < number < middle * far):
            yield year, raw


def _breaks_the_series(numbers: Sequence[Decimal]) -> int | None:
    """The one value without which the row rises or falls steadily, if it lies far outside."""
    if _steady(numbers):
        return None
    places = [i for i in range(len(numbers)) if _steady([*numbers[:i], *numbers[i + 1 :]])]
    if len(places) != 1:
        return None
    (place,) = places
    rest = [*numbers[:place], *numbers[place + 1 :]]
    beside = [numbers[i] for i in (place - 1, place + 1) if 0 <= i < len(numbers)]
    outside = max(min(beside) - numbers[place], numbers[place] - max(beside))
    number, small, large = numbers[place], min(beside), max(beside)
    apart = number * _APART <= small or number >= large * _APART
    return place if apart and outside > _OUT * (max(rest) - min(rest)) else None


def _steady(numbers: Sequence[Decimal]) -> bool:
    steps = list(pairwise(numbers))
    return all(a <= b for a, b in steps) or all(a >= b for a, b in steps)


def misread_sums(items: Sequence[PlanItem]) -> frozenset[int]:
    """Places of items that are in a sum which fails by a digit or two: one of them was misread."""
    made: set[int] = set()
    for parent, children in _families(items):
        for year, money in items[parent].budgets.items():
            parts = [items[child].budgets.get(year) for child in children]
            amounts = [part.rupiah for part in parts if part is not None and part.rupiah is not None]
            if money.rupiah is None or len(amounts) != len(children) or len(children) < 2:
                continue
            if 0 < _different(money.rupiah, sum(amounts, Decimal(0))) <= _SLIP:
                made |= {parent, *children}
    return frozenset(made)


def _families(items: Sequence[PlanItem]) -> Iterator[tuple[int, list[int]]]:
    """Items with those right below them, by code and in the order of printing."""
    found: dict[int, list[int]] = defaultdict(list)
    open_items: list[int] = []
    for place, item in enumerate(items):
        while open_items and _DEPTH.index(items[open_items[-1]].level) >= _DEPTH.index(item.level):
            open_items.pop()
        if open_items and item.code and (above := items[open_items[-1]].code) and item.code.startswith(f"{above}."):
            found[open_items[-1]].append(place)
        open_items.append(place)
    for parent, children in found.items():
        if len({items[child].level for child in children}) == 1:
            yield parent, children


def _different(one: Decimal, other: Decimal) -> int:
    """Digits in which two amounts of the same length differ; many when they are not of the same length."""
    a, b = str(int(one)), str(int(other))
    return sum(x != y for x, y in zip(a, b, strict=True)) if len(a) == len(b) else len(a) + len(b)


__all__ = ["misread_sums", "odd_values"]
