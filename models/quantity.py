"""Indonesian numbers as offices print them: what a cell says, with its doubts kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from models import lexicon
from models.numerals import MOST_DIGITS, NumberHint, NumberStyle, Reading, proved_style, read_number
from models.units import UnitKind, canonical_unit


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
    """Read a value cell. Never raises.

    A lone separator before exactly three digits (`9.154`) is read by the table's style and by the unit; when
    both are silent or contradict each other the cell is AMBIGUOUS with both readings.

    Args:
        raw: the cell's text; line breaks inside a number are undone.
        style: the decimal mark that the table proves (`vote_style`), None when it proves none.
        unit: the row's unit as printed; a unit in the cell itself goes before it.

    Returns:
        The reading; its kind says whether there is a certain number.
    """
    if foreign := _DOLLAR.match(raw or ""):
        read = _parse(foreign["rest"], style, "US$", None)
        if read.kind in (QuantityKind.NUMBER, QuantityKind.RANGE) and read.unit is None:
            return replace(read, raw=raw or "", unit="US$")
    return _parse(raw or "", style, unit, None)


def parse_money(raw: str | None, *, scale: int = 1, style: NumberStyle | None = None) -> Quantity:
    """Read a money cell; `value` is rupiah after `scale`. Never raises.

    Args:
        raw: the cell's text, with or without `Rp`, `,-`, brackets for a negative amount.
        scale: rupiah per printed unit: 1_000_000 for a column headed `Rp (juta)`, 1_000 for `(Rp.000)`. A
            scale word printed in the cell itself (`1,2 M`) goes before it.
        style: the decimal mark that the table proves, None when it proves none.

    Returns:
        The reading with value, bounds and alternatives in rupiah. With scale 1, a lone separator before three
        digits is always a thousands mark: rupiah have no third decimal.
    """
    hint = NumberHint.MONEY if scale == 1 or (scale <= 1000 and style is None) else NumberHint.NONE
    read = _parse(raw or "", style, None, hint)
    if read.unit and (power := _scale_power(read.unit)) is not None:
        return replace(_scaled(read, Decimal(10) ** power), unit="Rp")
    return _scaled(read, Decimal(scale)) if scale != 1 else read


def vote_style(cells: Iterable[str]) -> NumberStyle | None:
    """The decimal mark that the cells of one table prove, None when they prove none or disagree.

    Proofs are separators that can only be a decimal mark (`69,35`, `0,480`, `1.218,1`) or only a thousands
    mark (`3.458.888`). A style wins when it has at least three times the other's proofs.
    """
    votes = {NumberStyle.COMMA: 0, NumberStyle.POINT: 0}
    for cell in cells:
        for body in _NUMBER.findall(_join_broken(_clean(cell))):
            proved = proved_style(body)
            if proved:
                votes[proved] += 1
    best, other = sorted(votes, key=lambda style: -votes[style])
    return best if votes[best] and votes[best] >= 3 * votes[other] else None


# --- cleaning

_DASHES = r"\-‐‑‒–—―−"  # for character classes of regular expressions
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SUPERSCRIPTS = re.compile(r"(?<=[\d%a-zA-Z).])[¹²³⁰⁴-⁹]+(?:[⁾)])?|[⁽][¹²³⁰⁴-⁹]+[⁾]")
_FOOTNOTE = re.compile(r"(?<=\S)\s*(?:\*+\)?|\(\*+\)|[†‡#]+|(?<=[\d%])\s+\d\))\s*$")
_BLANK = re.compile(rf"[\s.·•_/\\|:;,…*'\"`{_DASHES}]*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@lru_cache(maxsize=1 << 14)  # the cells of a column are read more than once, and many print the same
def _clean(raw: str) -> str:
    text = re.sub(r"(?<=[mM])²", "2", raw)
    text = re.sub(r"(?<=[mM])³", "3", text)
    text = _SUPERSCRIPTS.sub("", text).replace("−", "-")
    text = unicodedata.normalize("NFKC", text.replace("…", "..."))
    return re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", text).strip()


@lru_cache(maxsize=1 << 14)
def _join_broken(text: str) -> str:
    """Put numbers together that a narrow column broke: `95,` + `25`, `27.913.23` + `0`, `Rp 1 500 000`."""
    text = re.sub(r"(?<=\d)([.,])\s+(?=\d)", r"\1", text)
    text = re.sub(r"(?<=\d)\s+([.,])(?=\d)", r"\1", text)
    text = re.sub(r"(?<![\d.,])((?:\d{1,3}([.,]))(?:\d{3}\2)*\d{3}\2\d{1,2})\s+(\d{1,2})(?![\d.,])", _complete, text)
    return re.sub(
        r"(?<![\d.,])\d{1,3}(?: \d{3}){2,}(?![\d.,]?\d)",
        lambda m: m[0].replace(" ", ""),
        " ".join(text.split()),
    )


def _complete(found: re.Match[str]) -> str:
    """Join the tail of a thousands group when the tail makes it three digits long, else leave both parts."""
    head, tail = found[1], found[3]
    last = re.split(r"[.,]", head)[-1]
    return head + tail if len(last) + len(tail) == 3 else found[0]


# --- one cell

_BODY = r"\d+(?:[.,]\d+)*|[.,]\d+"
_DOLLAR = re.compile(r"\s*(?:us\s?\$|usd|\$)\s*(?P<rest>\d.*)", re.IGNORECASE | re.DOTALL)
_CURRENCY = r"(?:rp|idr)\s*[.:]?\s*"
_RANGE_MARK = rf"(?:\s*(?:s\s*\.?\s*/?\s*d\s*\.?|sampai(?:\s+dengan)?|hingga|[{_DASHES}~]{{1,2}})\s*)"
_CELL = re.compile(
    rf"(?P<open>\()?\s*(?P<rp>{_CURRENCY})?(?P<open2>\()?\s*(?P<sign>[+{_DASHES}])?(?P<gap>\s*)(?P<rp2>{_CURRENCY})?"
    rf"(?P<body>{_BODY})(?P<end>[.,]?(?:\s*[.,]?[-–—=]+|[.,]+)?)\s*(?P<close>\))?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_RANGE = re.compile(
    rf"(?P<rp>{_CURRENCY})?(?P<sign1>[{_DASHES}])?(?P<low>{_BODY})\s*(?P<unit1>%|[a-z²³/]+(?: [a-z²³/]+)?)?"
    rf"{_RANGE_MARK}(?P<rp2>{_CURRENCY})?(?P<sign2>-)?(?P<high>{_BODY})\s*(?P<rest>(?![\d.,{_DASHES}]).*)",
    re.IGNORECASE | re.DOTALL,
)
_RATIO = re.compile(
    rf"(?P<low>{_BODY})(?:\s*:\s*|\s*(?:per|/)\s*)(?P<high>{_BODY})\s*(?P<rest>(?![\d:/]).*)",
    re.IGNORECASE | re.DOTALL,
)
_CUT_OFF = re.compile(rf"[{_DASHES}]+|,")
_YEAR_NOTE = re.compile(
    r"[(\[]\s*(?:tahun|thn\.?|th\.?)?\s*(?P<year>(?:19|20)\d{2})\s*[)\]]|(?:tahun|thn)\s+(?P<bare>(?:19|20)\d{2})$",
    re.I,
)
_HARMLESS_DIGITS = re.compile(
    r"\b(?:19|20)\d{2}\b|[mM][23]\b|(?i:co2\w*|pm\s?10|pm\s?2[.,]5|covid-?\s?19|s[123]\b|d[34]\b)"
)


@lru_cache(maxsize=65536)
def _parse(raw: str, style: NumberStyle | None, unit: str | None, money: NumberHint | None) -> Quantity:
    printed = _join_broken(raw.strip())
    joined = _join_broken(_clean(raw))
    if _BLANK.fullmatch(joined) or joined.casefold() in _words("blank"):
        return Quantity(printed, QuantityKind.BLANK)
    body = _FOOTNOTE.sub("", joined)
    read = _read_cell(body, style, unit, money) or Quantity("", QuantityKind.TEXT)
    return replace(read, raw=printed)


def _read_cell(text: str, style: NumberStyle | None, unit: str | None, money: NumberHint | None) -> Quantity | None:
    folded = text.casefold().strip(" .,:;")
    if not any(ch.isdigit() for ch in text):
        return _read_words(folded)
    year: int | None = None
    if found := _YEAR_NOTE.search(text):
        rest = (text[: found.start()] + " " + text[found.end() :]).strip()
        if any(ch.isdigit() for ch in rest):
            text, year = rest, int(found["year"] or found["bare"])
    sign, text = _comparator(text)
    hint = _hint(unit) if money is None else money
    read = (
        _read_range(text, style, hint)
        or _read_ratio(text, style, hint)
        or _read_number(text, style, hint, money is not None)
        or _read_rung(text, style, hint)
    )
    if read is None:
        return Quantity("", QuantityKind.TEXT, year=year, note="angka tidak terbaca" if text[:1].isdigit() else None)
    notes = [f"ditulis dengan tanda {sign}" if sign else None, read.note]
    return replace(read, year=year, note="; ".join(note for note in notes if note) or None)


def _read_words(folded: str) -> Quantity | None:
    bare = folded.strip(" ()[]\"'*")
    if bare in _words("blank"):
        return Quantity("", QuantityKind.BLANK)
    if bare in _words("direction"):
        return Quantity("", QuantityKind.DIRECTION)
    if bare.split(" ")[0] in _words("direction") and len(bare.split()) <= 4:
        return Quantity("", QuantityKind.DIRECTION)
    if rank(bare) is not None or len(bare.split()) <= 4:
        return Quantity("", QuantityKind.WORD)
    return None


def _comparator(text: str) -> tuple[str | None, str]:
    folded = text.casefold()
    for word, sign in _comparators():
        if folded.startswith(word):
            rest = text[len(word) :]
            if rest[:1].isalpha() or (word[-1].isalpha() and rest[:1].isdigit()):
                continue
            if re.match(r"\s*(?:rp)?[\s.]*[-(]?\d", rest, re.IGNORECASE):
                return sign, rest.strip()
    return None, text


def _hint(unit: str | None) -> NumberHint:
    known = canonical_unit(unit)
    if known is None:
        return NumberHint.NONE
    if known.factor != 1:
        return NumberHint.NONE
    if known.kind is UnitKind.MONEY and known.name == "rupiah":
        return NumberHint.MONEY
    if known.kind is UnitKind.COUNT:
        return NumberHint.WHOLE
    if known.kind in (UnitKind.PERCENT, UnitKind.INDEX):
        return NumberHint.FRACTION
    return NumberHint.NONE


def _read_number(text: str, style: NumberStyle | None, hint: NumberHint, money: bool) -> Quantity | None:
    found = _CELL.fullmatch(text)
    if not found:
        return None
    currency = bool(found["rp"] or found["rp2"])
    rest = _SPELLED_OUT.sub("", found["rest"].strip()).strip()
    opened = found["open"] or found["open2"]
    if bool(opened) != bool(found["close"]):
        if not opened:
            return None
        if not rest.endswith(")"):
            return None
        opened, rest = None, rest[:-1].strip()
    unit, note = _unit_behind(rest)
    if unit is None and note is None and rest:
        return None
    if note == _NOTE_TWO:
        return Quantity("", QuantityKind.TEXT, note=note)
    power = _scale_power(unit) if unit else None
    if currency and power is None:
        hint = NumberHint.MONEY
    elif power is not None and (currency or money):
        hint = NumberHint.NONE
    elif unit:
        hint = _hint(unit) if _hint(unit) is not NumberHint.NONE else hint
    body = found["body"] if found["body"][0].isdigit() else "0" + found["body"]
    reading = read_number(body, style, hint)
    if reading is None:
        return None
    read = _quantity(reading, unit=unit or ("Rp" if currency else None), note=note)
    if not money and not currency and not rest and _CUT_OFF.fullmatch(found["end"].strip()):
        return _doubtful(read, "angka atau rentang terpotong", signs=(1,))
    if opened or found["sign"] not in (None, "+"):
        read = _negated(read)
        if opened and not money and re.fullmatch(r"\d{1,2}", body):
            read = _doubtful(read, "angka dalam kurung dapat berarti negatif atau nomor")
        elif found["gap"] and found["sign"] and not opened:
            read = _doubtful(read, "tanda minus terpisah dari angka")
    if power is not None and currency and not money:
        read = replace(_scaled(read, Decimal(10) ** power), unit="Rp")
    return read


_NOTE_TWO = "dua nilai dalam satu sel"
_SPELLED_OUT = re.compile(
    r"^\((?:se|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh|ratus|ribu|juta|miliar|koma|\s)+\)",
    re.IGNORECASE,
)


def _unit_behind(rest: str) -> tuple[str | None, str | None]:
    """The words behind a number as (unit, note); (None, None) when they are no unit."""
    rest = rest.strip()
    if not rest:
        return None, None
    if found := re.fullmatch(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]", rest):
        inner = found[1]
        if rank(inner) is not None and canonical_unit_kind(inner) is UnitKind.UNKNOWN:
            return None, f"bersama predikat {inner}"
        rest = inner
    if rest[:1] in "/=" and rank(rest[1:].strip()) is not None:
        return None, f"bersama predikat {rest[1:].strip()}"
    digits = re.sub(r"\s+", " ", _HARMLESS_DIGITS.sub("", rest))
    if any(ch.isdigit() for ch in digits):
        return None, _NOTE_TWO
    first = re.split(r"[\s/]", rest.casefold())[0]
    if first in _words("month"):
        return None, None
    if not re.match(r"[a-z%‰$°(\"'/]", rest.casefold()):
        return None, None
    return rest.strip(" .,;:") or None, None


def canonical_unit_kind(text: str) -> UnitKind:
    """Kind of a printed unit, UNKNOWN for a blank one."""
    known = canonical_unit(text)
    return known.kind if known else UnitKind.UNKNOWN


def _read_range(text: str, style: NumberStyle | None, hint: NumberHint) -> Quantity | None:
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    unit, note = _unit_behind(found["rest"])
    if (unit is None and note is None and found["rest"].strip()) or note == _NOTE_TWO:
        return None
    first = found["unit1"]
    if first and unit and canonical_unit(first) != canonical_unit(unit):
        return None
    if found["unit1"] and not unit:
        return None
    if unit and _hint(unit) is not NumberHint.NONE:
        hint = _hint(unit)
    low = read_number(_zero(found["low"]), style, hint)
    high = read_number(_zero(found["high"]), style, hint)
    if low is None or high is None:
        return None
    slip = _dash_slip(text, found, low, high, unit)
    if slip:
        return slip
    a = -low.values[0] if found["sign1"] else low.values[0]
    b = -high.values[0] if found["sign2"] else high.values[0]
    doubts = [part for part in (low.note, high.note, note) if part]
    if a > b:
        doubts.append("batas bawah lebih besar daripada batas atas")
    read = Quantity(
        "",
        QuantityKind.RANGE,
        low=min(a, b),
        high=max(a, b),
        unit=unit,
        decimals=max(low.decimals, high.decimals),
        note="; ".join(dict.fromkeys(doubts)) or None,
    )
    power = _scale_power(unit) if unit and (found["rp"] or found["rp2"]) else None
    return read if power is None else replace(_scaled(read, Decimal(10) ** power), unit="Rp")


def _zero(body: str) -> str:
    return body if body[0].isdigit() else "0" + body


def _dash_slip(text: str, found: re.Match[str], low: Reading, high: Reading, unit: str | None) -> Quantity | None:
    """`87-35` for `87,35`: whole numbers round one dash without spaces, which do not rise or end in `00`."""
    between = text[found.end("low") : found.start("high")]
    if not (re.fullmatch(rf"[{_DASHES}]", between) and re.fullmatch(r"\d{1,3}", found["low"])):
        return None
    tail = found["high"]
    if not re.fullmatch(r"\d{2}", tail) or (high.values[0] > low.values[0] and not tail.startswith("0")):
        return None
    likely = Decimal(f"{found['low']}.{tail}")
    return Quantity(
        "",
        QuantityKind.AMBIGUOUS,
        alternatives=(likely,),
        unit=unit,
        decimals=2,
        note=f"kemungkinan salah ketik untuk {found['low']},{tail}",
    )


_TRIPLE_SLIP = re.compile(rf"({_BODY})\s*[{_DASHES}]\s*(\d{{1,3}})[{_DASHES}](\d{{2}})\s*(%|[a-z]+)?", re.IGNORECASE)


def _read_ratio(text: str, style: NumberStyle | None, hint: NumberHint) -> Quantity | None:
    if found := _TRIPLE_SLIP.fullmatch(text):
        low = read_number(_zero(found[1]), style, hint)
        if low is not None:
            high = Decimal(f"{found[2]}.{found[3]}")
            return Quantity(
                "",
                QuantityKind.RANGE,
                low=min(low.values[0], high),
                high=max(low.values[0], high),
                unit=found[4],
                decimals=max(low.decimals, 2),
                note=f"kemungkinan salah ketik untuk {found[2]},{found[3]}",
            )
    found = _RATIO.fullmatch(text)
    if not found:
        return None
    rest = found["rest"].strip()
    unit = rest.strip(" .,;:") or None
    if unit and (re.match(r"[^\W\d_]", unit) is None or any(ch.isdigit() for ch in _HARMLESS_DIGITS.sub("", unit))):
        return None
    between = text[found.end("low") : found.start("high")]
    if (
        "/" in between
        and (unit or re.fullmatch(r"(?:19|20)\d{2}", found["high"]))
        and not _GROUPED.fullmatch(found["high"])
    ):
        return None
    left = read_number(_zero(found["low"]), style, NumberHint.WHOLE)
    right = read_number(_zero(found["high"]), style, NumberHint.WHOLE)
    if left is None or right is None:
        return None
    return Quantity("", QuantityKind.RATIO, low=left.values[0], high=right.values[0], unit=unit, decimals=left.decimals)


def _read_rung(text: str, style: NumberStyle | None, hint: NumberHint) -> Quantity | None:
    folded = text.casefold()
    if found := re.fullmatch(r"([a-z][a-z ./+-]*?)\s*[(/=:,]?\s*[(]?(\d+(?:[.,]\d+)?)\s*[)]?", folded):
        word = found[1].strip(" .:=/(")
        if word in _words("rung"):
            return Quantity("", QuantityKind.WORD)
        reading = read_number(found[2], style, hint)
        if rank(word) is not None and reading is not None and folded[len(word) : len(word) + 1] != ".":
            return Quantity("", QuantityKind.WORD, alternatives=reading.values, note="predikat bersama nilainya")
        if word in _words("direction") and reading is not None:
            return Quantity("", QuantityKind.DIRECTION, alternatives=reading.values, note="arah bersama besarnya")
    first = re.split(r"[\s(]", folded.strip("( "))[0]
    if first in _words("direction"):
        return Quantity("", QuantityKind.DIRECTION)
    if first in _words("rung") and len(folded.split()) <= 4:
        return Quantity("", QuantityKind.WORD)
    return None


# --- building


def _quantity(reading: Reading, *, unit: str | None, note: str | None) -> Quantity:
    notes = "; ".join(part for part in (reading.note, note) if part) or None
    if reading.note:
        return Quantity(
            "",
            QuantityKind.AMBIGUOUS,
            alternatives=reading.values,
            unit=unit,
            decimals=reading.decimals,
            note=notes,
        )
    return Quantity("", QuantityKind.NUMBER, reading.values[0], unit=unit, decimals=reading.decimals, note=notes)


def _negated(read: Quantity) -> Quantity:
    value = -read.value if read.value is not None else None
    return replace(read, value=value, alternatives=tuple(-value for value in read.alternatives))


def _doubtful(read: Quantity, note: str, signs: tuple[int, ...] = (1, -1)) -> Quantity:
    """A number that is not certain: each reading as it is, and with the other sign when `signs` has -1."""
    readings = (read.value,) if read.value is not None else read.alternatives
    return replace(
        read,
        kind=QuantityKind.AMBIGUOUS,
        value=None,
        alternatives=tuple(value * sign for value in readings for sign in signs),
        note="; ".join(part for part in (read.note, note) if part),
    )


def _scaled(read: Quantity, factor: Decimal) -> Quantity:
    def times(value: Decimal | None) -> Decimal | None:
        return None if value is None else _plain(value * factor)

    numbers = (read.value, read.low, read.high, *read.alternatives)
    if any(number is not None and abs(number * factor) >= _TOO_LARGE for number in numbers):
        return Quantity(read.raw, QuantityKind.TEXT, unit=read.unit, note="angka terlalu besar untuk skala kolomnya")
    shift = len(str(int(factor))) - 1
    return replace(
        read,
        value=times(read.value),
        low=times(read.low),
        high=times(read.high),
        alternatives=tuple(_plain(value * factor) for value in read.alternatives),
        decimals=max(0, read.decimals - shift),
    )


_TOO_LARGE = Decimal(10) ** MOST_DIGITS


def _plain(value: Decimal) -> Decimal:
    """The same number without an exponent or trailing zeros."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


# --- words


def rank(word: str) -> tuple[str, int] | None:
    """Place of a word on an ordinal scale as (name of the scale, rung from 0 = worst); None when on none."""
    return _ordinals().get(" ".join(word.casefold().split()).strip(" .,;:()\"'*"))


def _scale_power(unit: str) -> int | None:
    return _scales().get(unit.casefold().strip(" ."))


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(word for entry in lexicon.entries("values", group) for word in entry["words"])


@cache
def _comparators() -> tuple[tuple[str, str], ...]:
    pairs = [(word, str(e["sign"])) for e in lexicon.entries("values", "comparator") for word in e["words"]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _scales() -> Mapping[str, int]:
    words = {word: int(e["power"]) for e in lexicon.entries("values", "scale") for word in e["words"]}
    return {**words, **{f"{word} rupiah": power for word, power in words.items() if len(word) > 1}}


@cache
def _ordinals() -> Mapping[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for entry in lexicon.entries("values", "ordinal"):
        for number, spellings in enumerate(entry["rungs"]):
            for spelling in spellings:
                table.setdefault(spelling, (str(entry["name"]), number))
    return table
