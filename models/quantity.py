"""Indonesian numbers as offices print them: what a cell says, with its doubts kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class QuantityKind(StrEnum):
    """What a value cell turned out to hold."""

    NUMBER = "angka"
    RANGE = "rentang"
    RATIO = "rasio"
    WORD = "kata"
    DIRECTION = "arah"
    BLANK = "kosong"
    AMBIGUOUS = "ambigu"
    TEXT = "teks"


class NumberStyle(StrEnum):
    """Which separator is the decimal mark; decided per table, then per cell."""

    COMMA = "koma"
    POINT = "titik"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value cell: its raw text and its reading.

    Attributes:
        raw: the printed text, line breaks undone.
        kind: what it holds.
        value: the number (kind NUMBER), else None. Percent signs are not applied: `95 %` is 95.
        low, high: bounds (RANGE), or the two sides of a ratio (RATIO).
        alternatives: every possible reading when AMBIGUOUS, and the likely one of a slip, best first.
        unit: unit words printed in the cell ("%", "dokumen"), None when there are none.
        year: a year printed beside the value: `65,57 (2023)`.
        decimals: number of decimals printed (rounding tolerance of comparisons).
        note: Indonesian words on a doubt, None when there is none.
    """

    raw: str
    kind: QuantityKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    alternatives: tuple[Decimal, ...] = ()
    unit: str | None = None
    year: int | None = None
    decimals: int = 0
    note: str | None = None


def parse_quantity(raw: str | None, *, style: NumberStyle | None = None, unit: str | None = None) -> Quantity:
    """Read a value cell."""
    raise NotImplementedError


def parse_money(raw: str | None, *, scale: int = 1, style: NumberStyle | None = None) -> Quantity:
    """Read a money cell; `value` is rupiah after `scale`."""
    raise NotImplementedError


def vote_style(cells: Iterable[str]) -> NumberStyle | None:
    """The decimal mark that the cells of one table prove, None when nothing proves one."""
    raise NotImplementedError
