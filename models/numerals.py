"""Digits with points and commas: which mark is the decimal one, and what the number can be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class NumberStyle(StrEnum):
    """Which separator is the decimal mark; decided per table, then per cell."""

    COMMA = "koma"
    POINT = "titik"


class NumberHint(StrEnum):
    """What the unit says about a third digit behind a separator."""

    WHOLE = "bulat"
    FRACTION = "pecahan"
    MONEY = "uang"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the digits of one number can mean: one value and no note when certain, else the readings, best first.

    Attributes:
        values: readings, best first; never empty.
        decimals: decimals printed, by the first reading.
        note: Indonesian words on the doubt, None when the reading is certain.
    """

    values: tuple[Decimal, ...]
    decimals: int = 0
    note: str | None = None


MOST_DIGITS = 18
"""Longer numbers are no values: budgets of the whole state have 16 digits."""

_NOTE_THREE = "tanda pemisah sebelum tiga angka dapat berarti ribuan atau desimal"
_NOTE_MIXED = "tanda titik dan koma bercampur; kemungkinan salah ketik"
_NOTE_GROUP = "kelompok ribuan tidak lengkap; kemungkinan angka terpotong atau desimal"


def read_number(body: str, style: NumberStyle | None, hint: NumberHint) -> Reading | None:
    """Read digits with separators, None when they are no number (a code, a date, an account number).

    Args:
        body: digits with points and commas between them, starting and ending with a digit.
        style: the decimal mark of the table, None when unknown.
        hint: what the unit says.
    """
    marks = re.sub(r"\d", "", body)
    if len(body) - len(marks) > MOST_DIGITS:
        return None
    if not marks:
        return Reading((Decimal(body),))
    parts = re.split(r"[.,]", body)
    if len(set(marks)) == 1:
        return _read_single(parts, style, hint, marks[0]) if len(marks) == 1 else _read_groups(parts)
    return _read_mixed(parts, marks, style, hint)


def _read_single(parts: list[str], style: NumberStyle | None, hint: NumberHint, mark: str) -> Reading:
    left, right = parts
    fraction = Reading((Decimal(f"{left}.{right}"),), len(right))
    if len(right) != 3 or len(left) > 3 or not left.strip("0"):
        return fraction
    if left.startswith("0"):
        return Reading((*fraction.values, Decimal(left + right)), 3, _NOTE_THREE)
    whole = Reading((Decimal(left + right),))
    if hint is NumberHint.MONEY:
        return whole
    by_style = None if style is None else fraction if (style is NumberStyle.COMMA) == (mark == ",") else whole
    by_unit = {NumberHint.WHOLE: whole, NumberHint.FRACTION: fraction}.get(hint)
    if by_style and (by_unit is None or by_unit is by_style):
        return by_style
    if by_unit and by_style is None:
        return by_unit
    first = by_unit or (fraction if mark == "," else whole)
    second = whole if first is fraction else fraction
    return Reading((*first.values, *second.values), first.decimals, _NOTE_THREE)


def _read_groups(parts: list[str]) -> Reading | None:
    """Two or more equal marks: thousands, or a slip when the last group is short."""
    head, *groups = parts
    if not 1 <= len(head) <= 3 or head.startswith("0"):
        return None
    if all(len(group) == 3 for group in groups):
        return Reading((Decimal("".join(parts)),))
    if all(len(group) == 3 for group in groups[:-1]) and len(groups[-1]) in (1, 2):
        whole = "".join(parts[:-1])
        return Reading((Decimal(f"{whole}.{groups[-1]}"), Decimal(whole + groups[-1])), len(groups[-1]), _NOTE_GROUP)
    return None


def _read_mixed(parts: list[str], marks: str, style: NumberStyle | None, hint: NumberHint) -> Reading | None:
    """Both marks: the last one is the decimal mark when it stands once and all groups before it are whole."""
    head, *groups, last = parts
    whole = "".join([head, *groups])
    grouped = 1 <= len(head) <= 3 and not head.startswith("0") and all(len(group) == 3 for group in groups)
    if marks[-1] in marks[:-1]:
        if grouped and len(last) == 3:
            return Reading((Decimal(whole + last),), 0, _NOTE_MIXED)
        return None
    if len(set(marks[:-1])) != 1 or (not grouped and len(groups) > 1):
        return None
    fraction = Decimal(f"{whole}.{last}")
    if not grouped:
        return Reading((fraction,), len(last), _NOTE_MIXED) if len(groups[0]) == 3 and len(head) > 3 else None
    if len(last) != 3:
        return Reading((fraction,), len(last))
    own = NumberStyle.COMMA if marks[-1] == "," else NumberStyle.POINT
    if hint is not NumberHint.MONEY and style is own and len(groups) < 3:
        return Reading((fraction,), 3)
    slip = Decimal(whole + last)
    if hint in (NumberHint.MONEY, NumberHint.WHOLE) or len(groups) > 1:
        return Reading((slip, fraction), 0, _NOTE_MIXED)
    return Reading((fraction, slip), 3, _NOTE_MIXED)


def proved_style(body: str) -> NumberStyle | None:
    """The style that one number proves by itself: `69,35`, `0,480`, `1.218,1`, `3.458.888`; None for the others."""
    marks = re.sub(r"\d", "", body)
    if not marks:
        return None
    parts = re.split(r"[.,]", body)
    decimal: str | None = None
    if len(marks) == 1:
        if len(parts[1]) != 3 or not parts[0].strip("0"):
            decimal = marks
    elif len(set(marks)) == 1:
        if re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", body):
            decimal = "." if marks[0] == "," else ","
    elif marks[-1] not in marks[:-1] and len(set(marks[:-1])) == 1 and len(parts[-1]) != 3:
        decimal = marks[-1]
    return {",": NumberStyle.COMMA, ".": NumberStyle.POINT}.get(decimal or "")
