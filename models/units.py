"""Units of indicators: canonical spelling, equivalence classes, bounds, and units written behind a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from models import lexicon


class UnitKind(StrEnum):
    """What sort of quantity a unit measures."""

    PERCENT = "persen"
    INDEX = "indeks"
    GRADE = "predikat"
    COUNT = "jumlah"
    MONEY = "uang"
    TIME = "waktu"
    MEASURE = "ukuran"
    RATIO = "rasio"
    UNKNOWN = "tidak dikenal"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in canonical form.

    Attributes:
        name: canonical spelling ("persen", "kepala keluarga"); the cleaned text itself when unknown.
        family: equivalence class; two units of one family mean the same.
        soft_family: wider class of units that are often confused (poin, nilai, indeks): a minor difference.
        kind: sort of quantity.
        factor: what a printed number is multiplied by: 1,000,000 for "juta orang".
        per: the base of a rate ("per 100.000 kelahiran hidup" -> 100000), else None.
        low, high: bounds of possible values, None where there are none.
    """

    name: str
    family: str
    soft_family: str
    kind: UnitKind
    factor: Decimal = Decimal(1)
    per: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def canonical_unit(text: str | None) -> Unit | None:
    """The canonical unit of a printed one, None for a blank text.

    A unit that the lexicon does not know keeps its cleaned spelling as name and class: equal spellings agree.
    """
    if text is None:
        return None
    cleaned = _clean(text)
    return _canonical(cleaned) if cleaned else None


def is_unit(text: str | None) -> bool:
    """Is the text nothing but a unit that the lexicon knows (`ton`, `Kasus`)? Grades (`Baik`) are values, not units."""
    unit = canonical_unit(text)
    return unit is not None and unit.kind not in (UnitKind.UNKNOWN, UnitKind.GRADE)


def same_unit(left: str | None, right: str | None) -> bool | None:
    """Whether two printed units mean the same; None when one is blank."""
    a, b = canonical_unit(left), canonical_unit(right)
    if a is None or b is None:
        return None
    return a.family == b.family


def split_unit(text: str) -> tuple[str, str | None]:
    """Take a unit at the end of an indicator's name off it.

    `Laju inflasi (%)` gives `("Laju inflasi", "%")`. Brackets that qualify the name stay: `(AKI)`,
    `(0-59 bulan)`.

    Returns:
        The name without the unit and the unit as printed, or the text as it is and None.
    """
    found = _TRAILING_BRACKET.search(text)
    if found:
        name, inner = text[: found.start()].rstrip(" ,;:-–"), found["inner"].strip()
        if name and _is_unit_text(inner) and not _abbreviates(inner, name):
            return name, inner
        return text, None
    found = _TRAILING_PERCENT.search(text)
    if found and text[: found.start()].strip():
        return text[: found.start()].rstrip(" ,;:-–"), "%"
    return text, None


_TRAILING_BRACKET = re.compile(r"[(\[]\s*(?P<inner>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]\s*[*.,:;]*\s*$")
_TRAILING_PERCENT = re.compile(r"(?<![\d\s(])\s*[,:;–-]?\s+%\s*$")
_PER = re.compile(r"^(?:(?P<what>[^\d]*?)\s*)?(?:per|/)\s*-?\s*(?P<base>\d{1,3}(?:[.,\s]?\d{3})+)\s*(?P<of>.*)$")
_OPEN_END = re.compile(r"[\s.,;:*]+$")


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.replace("²", "2").replace("³", "3")).replace("\u00ad", "")
    text = " ".join(text.split()).casefold().strip(" \"'`*:;,-–—_=")
    while len(text) > 2 and text[0] in "([" and text[-1] in ")]":
        text = text[1:-1].strip()
    text = re.sub(r"\s*/\s*", "/", text)
    text = re.sub(r"\s*-\s*", "-", text)
    return "" if text in {"", ".", "n/a", "na"} else text


@lru_cache(maxsize=4096)
def _canonical(text: str) -> Unit:
    found = _known(text) or _misprint(text)
    if found:
        return found
    head = re.split(r"[ /(]", text)[0]
    known = _spellings().get(head) if len(head) > 1 and head != text else None
    kind = known.kind if known and known.kind in (UnitKind.COUNT, UnitKind.TIME, UnitKind.MEASURE) else None
    bounds = _bounds().get(kind.value, (None, None)) if kind else (None, None)
    return Unit(text, text, text, kind or UnitKind.UNKNOWN, low=bounds[0], high=bounds[1])


def _known(text: str) -> Unit | None:
    """The unit of a cleaned text when every part of it is in the lexicon."""
    for candidate in (text, _OPEN_END.sub("", text)):
        if unit := _spellings().get(candidate):
            return unit
    for filler in _words("filler"):
        if text.startswith(filler + " "):
            return _known(text[len(filler) + 1 :].strip())
    if found := _PER.match(text):
        return _rate(found["what"] or "", found["base"], found["of"])
    return _scaled(text)


def _misprint(text: str) -> Unit | None:
    """A counted thing with one wrong letter: `dokuman`, `laporam`. Short words are left alone."""
    if len(text) < 6 or not text.replace(" ", "").isalpha():
        return None
    near = [
        unit
        for spelling, unit in _spellings().items()
        if spelling[0] == text[0]
        and unit.kind in (UnitKind.COUNT, UnitKind.PERCENT)
        and len(spelling) >= 6
        and OSA.distance(spelling, text, score_cutoff=1) <= 1
    ]
    return near[0] if len({unit.name for unit in near}) == 1 else None


def _rate(what: str, base: str, of: str) -> Unit | None:
    number = Decimal(re.sub(r"\D", "", base))
    population = _OPEN_END.sub("", of.strip())
    population = _populations().get(population, population)
    if what.strip() and not _known(what.strip()):
        return None
    name = f"per {number:,}".replace(",", ".") + (f" {population}" if population else "")
    return Unit(name, name, name, UnitKind.RATIO, per=number, low=Decimal(0))


_SCALE_NAMES = {
    Decimal(10**3): "ribu",
    Decimal(10**6): "juta",
    Decimal(10**9): "miliar",
    Decimal(10**12): "triliun",
}


def _scaled(text: str) -> Unit | None:
    for word, factor in _scales():
        here = rf"(?<![a-z\d]){re.escape(word)}(?![a-z\d])"
        pattern = rf"(?:(?P<before>.*\S)\s*\(?\s*)?{here}\s*\)?(?:\s*(?P<after>\S.*))?"
        found = re.fullmatch(pattern, text)
        if not found or (found["before"] and found["after"]):
            continue
        rest = _OPEN_END.sub("", (found["before"] or found["after"] or "").strip(" ()/"))
        short = len(word) == 1 or word[0] in "0.x"
        if not rest:
            if short:
                continue
            name = _SCALE_NAMES.get(factor, word)
            return Unit(name, name, name, UnitKind.COUNT, factor=factor, low=Decimal(0))
        base = _spellings().get(rest)
        if base and (not short or base.kind is UnitKind.MONEY):
            name = f"{_SCALE_NAMES.get(factor, word)} {base.name}"
            return replace(base, name=name, family=name, soft_family=name, factor=base.factor * factor)
    return None


def _is_unit_text(inner: str) -> bool:
    cleaned = _clean(inner)
    if not cleaned or cleaned in _words("qualifier"):
        return False
    if re.match(r"\d", cleaned) and not re.match(r"(?:0|1)\s*-\s*\d+$", cleaned):
        return False
    if _known(cleaned):
        return True
    parts = re.split(r"/| per ", cleaned)
    return len(parts) > 1 and all(part.strip() in _unit_parts() or _known(part.strip()) for part in parts)


def _abbreviates(inner: str, name: str) -> bool:
    """Whether the bracket is an abbreviation of the words before it: `Kepala Keluarga (KK)`, `(Fasyankes)`."""
    letters = inner.strip()
    words = re.findall(r"[^\W\d_]+", name)
    if letters.isalpha() and not letters.isupper() and len(letters) >= 6:
        tail = [word.casefold() for word in words]
        return any(_syllables(letters.casefold(), tail[-count:]) for count in range(2, min(5, len(tail)) + 1))
    if not (letters.isalpha() and letters.isupper() and len(letters) > 1):
        return False
    small = {"dan", "yang", "di", "ke", "dari", "untuk", "per", "atau", "serta", "pada"}
    initials = "".join(word[0] for word in words if word.casefold() not in small).upper()
    return initials.endswith(letters)


def _syllables(short: str, words: Sequence[str]) -> bool:
    """Whether `short` is made of pieces of the words in order: fas-yan-kes of fasilitas pelayanan kesehatan."""
    if not words:
        return not short
    return any(
        short[:size] in words[0] and _syllables(short[size:], words[1:]) for size in range(2, min(5, len(short)) + 1)
    )


def _words(group: str) -> tuple[str, ...]:
    return tuple(word for entry in lexicon.load("units").get(group, ()) for word in entry["words"])


@cache
def _unit_parts() -> frozenset[str]:
    return frozenset(_words("part"))


@cache
def _populations() -> Mapping[str, str]:
    return {
        word: str(entry["name"])
        for entry in lexicon.load("units").get("population", ())
        for word in (entry["name"], *entry["words"])
    }


@cache
def _scales() -> tuple[tuple[str, Decimal], ...]:
    pairs = [
        (word, Decimal(10) ** int(entry["power"]))
        for entry in lexicon.entries("units", "scale")
        for word in entry["words"]
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _bounds() -> Mapping[str, tuple[Decimal | None, Decimal | None]]:
    return {
        str(entry["name"]): (
            Decimal(str(entry["low"])) if "low" in entry else None,
            Decimal(str(entry["high"])) if "high" in entry else None,
        )
        for entry in lexicon.entries("units", "kind")
    }


@cache
def _spellings() -> Mapping[str, Unit]:
    hard: dict[str, str] = {}
    soft: dict[str, str] = {}
    for entry in lexicon.entries("units", "class"):
        target = soft if entry["soft"] else hard
        target.update((member, str(entry["name"])) for member in entry["members"])
    table: dict[str, Unit] = {}
    for entry in lexicon.entries("units", "unit"):
        kind = UnitKind(entry["kind"])
        low, high = _bounds()[kind.value]
        for spellings in entry["spellings"]:
            name = spellings[0]
            family = hard.get(name, name)
            unit = Unit(name, family, soft.get(name, family), kind, low=low, high=high)
            for spelling in spellings:
                table.setdefault(_clean(spelling), unit)
    return table
