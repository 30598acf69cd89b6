"""A cell's value as a sheet prints it: the number format's digits, signs and words, in the Indonesian notation.

A workbook stores 0.85 and says separately that it is printed as `85%`. Only what the format prints is what the office
that wrote the sheet saw and meant. Point and comma follow the reader's own system in every spreadsheet program, so the
Indonesian ones are taken. Formats that numbers of plans do not use (fractions, exponents) print the plain number.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_GENERAL_DIGITS = 11
"""Digits that the format General shows of a long number."""
_PIECES = re.compile(
    r"""(?x)
    "(?P<quoted>[^"]*)" | \\(?P<escaped>.) | _(?P<space>.) | \*(?P<filler>.)
    | \[\$(?P<money>[^\]-]*)(?:-[^\]]*)?\] | \[(?P<setting>[^\]]*)\]
    | (?P<digits>[0-9#?.,]*[0#?][0#?.,]*) | (?P<general>General) | (?P<text>@) | (?P<other>.)
    """,
    re.IGNORECASE | re.DOTALL,
)
_PLAIN = re.compile(r"[0#?]\s*/\s*[0#?\d]|[0#?.]E[+-]", re.IGNORECASE)
_MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
_SYSTEM_DATE = "mm-dd-yy"
"""The built-in format 14, which every program prints as its system writes dates."""
_DATE = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM|.", re.I | re.DOTALL)


def printed(value: object, number_format: str = "General") -> str:
    """What a sheet shows of a cell.

    Args:
        value: as stored: text, number, date, truth value or None.
        number_format: the cell's format code.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), number_format) if abs(value) < 1e300 else str(value)
    if isinstance(value, datetime | date | time):
        return _date(value, number_format)
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _number(value: Decimal, number_format: str) -> str:
    section, value = _section(number_format, value)
    if _PLAIN.search(re.sub(r'"[^"]*"', "", section)):
        return _general(value)
    pieces = list(_PIECES.finditer(section))
    percent = sum(piece["other"] == "%" for piece in pieces)
    made: list[str] = []
    shown = False
    for piece in pieces:
        if piece["digits"]:
            # A second run of places in one format (`000-000`) is a pattern of digits, not a number: rare, not drawn.
            made.append("" if shown else _digits(value.scaleb(2 * percent), piece["digits"]))
            shown = True
        elif piece["general"] or piece["text"]:
            made.append(_general(value))
        elif piece["space"]:
            made.append(" ")
        else:
            made.append(piece["quoted"] or piece["escaped"] or piece["money"] or piece["other"] or "")
    return " ".join("".join(made).split())


def _section(number_format: str, value: Decimal) -> tuple[str, Decimal]:
    """The part of the format that holds for the value (positive; negative; zero), and what is printed by it."""
    sections = _sections(number_format or "General")
    if len(sections) > 1 and value < 0:
        return sections[1], -value
    if len(sections) > 2 and value == 0:
        return sections[2], value
    return sections[0], value


@lru_cache(maxsize=512)
def _sections(number_format: str) -> tuple[str, ...]:
    return tuple(re.findall(r"((?:\"[^\"]*\"|\\.|[^;])*)(?:;|$)", number_format)[:-1] or ("General",))


def _digits(value: Decimal, places: str) -> str:
    whole, _, fraction = places.partition(".")
    scale = len(whole) - len(whole.rstrip(",")) if not fraction else len(fraction) - len(fraction.rstrip(","))
    fraction = fraction.replace(",", "")
    value = value.scaleb(-3 * scale)
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), rounding=ROUND_HALF_UP)
    grouped = "," in whole.rstrip(",")
    text = f"{abs(rounded):,f}" if grouped else f"{abs(rounded):f}"
    before, _, after = text.partition(".")
    optional = len(fraction) - len(fraction.rstrip("#?"))
    while optional and after.endswith("0"):
        after, optional = after[:-1], optional - 1
    needed = whole.count("0")
    before = before.lstrip("0") if not needed and before.strip("0") == "" else before.zfill(needed)
    sign = "-" if rounded < 0 else ""  # not of `value`: what rounds to zero is printed without sign
    return sign + before.replace(",", ".") + (f",{after}" if after else "")


def _general(value: Decimal) -> str:
    whole = len(str(abs(int(value))))
    rounded = round(value, max(_GENERAL_DIGITS - whole - 1, 0)) if value != int(value) else Decimal(int(value))
    text = f"{rounded:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _date(value: datetime | date | time, number_format: str) -> str:
    if number_format == _SYSTEM_DATE:
        number_format = "dd/mm/yyyy"
    tokens = _DATE.findall(_sections(number_format)[0])
    names = {token.casefold() for token in tokens}
    if not names & {"yyyy", "yy", "d", "dd", "mmm", "mmmm", "h", "hh"}:
        tokens = re.split(r"(/)", "dd/mm/yyyy") if not isinstance(value, time) else re.split(r"(:)", "hh:mm")
    made: list[str] = []
    clock = False
    for token in tokens:
        word = token.casefold()
        if word in ("h", "hh", "s", "ss"):
            clock = True
        part = _time_part(value, word) if clock else _date_part(value, word)
        made.append(part if part is not None else re.sub(r'^\[.*\]$|[\\"]', "", token))
    return " ".join("".join(made).split(";")[0].split())


def _date_part(value: datetime | date | time, word: str) -> str | None:
    if isinstance(value, time):
        return None
    return {
        "yyyy": f"{value.year:04d}",
        "yy": f"{value.year % 100:02d}",
        "mmmm": _MONTHS[value.month - 1],
        "mmm": _MONTHS[value.month - 1][:3],
        "mm": f"{value.month:02d}",
        "m": str(value.month),
        "dddd": "",
        "ddd": "",
        "dd": f"{value.day:02d}",
        "d": str(value.day),
    }.get(word)


def _time_part(value: datetime | date | time, word: str) -> str | None:
    if not isinstance(value, datetime | time):
        return "00" if word in ("h", "hh", "m", "mm", "s", "ss") else None
    return {
        "hh": f"{value.hour:02d}",
        "h": str(value.hour),
        "mm": f"{value.minute:02d}",
        "m": f"{value.minute:02d}",
        "ss": f"{value.second:02d}",
        "s": str(value.second),
    }.get(word)
