"""What one heading says: its role, year, scale, rungs, from the phrases of models/lexicon/headers.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from models.lexicon import entries

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_YEAR_RANGE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s*(?:-|–|—|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*((?:19|20)\d{2})(?!\d)"
)
_TERM = re.compile(r"(?:tahun|thn?\.?|t)\s*(?:ke\s*)?[-–\s]*(?:ke\s*)?[-–\s]*([0-9]|iii|ii|iv|vi|v|i)\b(?!\s*[-–])")
_RELATIVE = re.compile(
    r"(?:(?:tahun|thn|th\.?)\s*\(?|\()n\s*(?:([+–-])\s*(\d))?\)?(?![a-z])|(?<![a-z])n\s*([+–-])\s*(\d)(?!\d)"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_SCALES = (
    (
        re.compile(
            r"(?:dalam|rp\.?|x|\()\s*\.?\s*(?:juta|jutaan)|juta(?:an)?\s*(?:rupiah|rp)|\bjt\b|\(juta|000\.000\b"
        ),
        10**6,
    ),
    (re.compile(r"milyar|miliar|\(m\)"), 10**9),
    (
        re.compile(r"ribuan|ribu\s*rupiah|\(ribu|rp\.?\s*\.?\s*000\b|\.000\)|x\s*1[.,]?000\b|dalam\s+ribu|\(000\)"),
        10**3,
    ),
)
_RATIO = re.compile(
    r"\d{1,2}\s*[/:]\s*\d{1,2}\s*\)?\s*[x*×]\s*100|\b(?:realisasi|capaian)\b.*\b(?:terhadap|thdp|thd|dibanding(?:kan)?)\b.*\b(?:target|rpjmd|renstra|rkpd|renja)\b"
)
"""One column over another: `(4/5)*100%`, `Realisasi terhadap target`."""
_UP_TO = re.compile(r"\b(?:s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?)\s+(?:akhir\s+)?(?:tahun\s+)?20\d{2}")
_FUZZ = 86.0
_MIN_FUZZY = 6
_NUMBERED = re.compile(r"^(?:no|nomor)\.?\s+(?=(?:indikator|sasaran|tujuan|program|kegiatan|uraian|urusan|misi)\b)")
_SHORT = 5
_SURE = 0.93
_FOOTNOTE = re.compile(r"\s*\*+\)*")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading cell, read.

    Attributes:
        text: the printed heading, line breaks undone.
        role: role of the lexicon, "year" for a bare year or term, "number" for a bare column number, None if unknown.
        score: 0 to 1, how sure the role is.
        year: calendar year printed in it.
        term: `Tahun ke-n` of the period (0 = the year before it).
        offset: years from the plan year where the heading prints n, n+1, n-2.
        scale: factor of money (1, 1000, 1000000).
        rungs: levels named in it, in order of printing.
        quarter: "I".."IV" for a bare quarter.
        span: two years printed as a range.
    """

    text: str
    role: str | None = None
    score: float = 0.0
    year: int | None = None
    term: int | None = None
    offset: int | None = None
    scale: int = 1
    rungs: tuple[str, ...] = ()
    quarter: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The lexicon's phrases of one length, squeezed; of phrases that are the same the first counts.

    Attributes:
        size: their length.
        exact: those that are a whole heading, with their role.
        starts: those that begin a heading, with their role.
        letters: the letters of each of `starts`, a bit each.
    """

    size: int
    exact: dict[str, str]
    starts: dict[str, str]
    letters: dict[str, int]


def _key(text: str) -> str:
    return re.sub(r"[^0-9a-z%/&]+", "", text.casefold())


@cache
def _phrases() -> tuple[_Phrases, ...]:
    """The longest first."""
    made: dict[int, _Phrases] = {}
    for entry in entries("headers", "heading"):
        for phrase in entry["phrases"]:
            key = _key(phrase)
            own = made.setdefault(len(key), _Phrases(len(key), {}, {}, {}))
            (own.exact if entry.get("exact", False) else own.starts).setdefault(key, str(entry["role"]))
    for own in made.values():
        own.letters.update({key: _letters(key) for key in own.starts})
    return tuple(made[size] for size in sorted(made, reverse=True))


def _letters(key: str) -> int:
    bits = 0
    for letter in key:
        bits |= 1 << (ord(letter) & 31)
    return bits


@cache
def _rung_words() -> tuple[tuple[str, str], ...]:
    pairs = [(_key(w), str(e["level"])) for e in entries("headers", "rung") for w in e["words"]]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


@cache
def _rung_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    words = _rung_words()
    return re.compile("|".join(re.escape(word) for word, _ in words)), dict(reversed(words))


@cache
def read_heading(text: str) -> Heading:
    """Read one heading's text (lines joined by newlines or spaces)."""
    flat = re.sub(r"\s+", " ", text).strip()
    low = _mend_year(flat.casefold().replace("_", " "))
    if not re.search(r"[a-z0-9%]", low):
        return Heading(flat)
    span = _YEAR_RANGE.search(low)
    years = [] if span else _YEAR.findall(low)
    year = int(years[-1]) if years else None
    scale = next((factor for pattern, factor in _SCALES if pattern.search(low)), 1)
    bare = re.sub(r"\((?!%\))[^()]*\)?", " ", low)
    bare = _YEAR_RANGE.sub(" ", bare)
    bare = _NUMBERED.sub("", _YEAR.sub(" ", bare).strip())
    offset = _offset(low)
    term = None if year else _term(low)
    key = _key(_FOOTNOTE.sub("", bare))
    role, score = _role(key, _word_ends(_FOOTNOTE.sub("", bare)))
    if role is None and not key and "(" in low:
        role, score = _role(_key(_YEAR.sub(" ", low)), _word_ends(_YEAR.sub(" ", low)))
    quarter = _quarter(low)
    if quarter:
        role, score = "quarter", 1.0
    rungs = _rungs(key)
    if role in ("program", "kegiatan", "urusan", "misi", "tujuan", "sasaran", "subkegiatan") and _ladder(key, rungs):
        role = "name"
    if (
        role in (None, "ignore")
        and (year or term is not None)
        and _key(re.sub(r"\d", "", bare))
        in (
            "",
            "tahun",
            "thn",
            "th",
            "tahunke",
            "ta",
            "tahunanggaran",
            "t",
            "padatahun",
            "padatahunke",
            "tahuni",
            "tahunii",
            "tahuniii",
            "tahuniv",
            "tahunv",
        )
    ):
        role, score = "year", 1.0
    if re.fullmatch(r"\(?\d{1,2}[a-z]?\)?(?:\s*=?\s*\(?[\d+/x:*\s-]+\)?)?", low) and not year:
        role, score = "number", 1.0
    if role == "target" and re.match(r"target\s+tahun\b", low) and re.search(r"\b(?:pagu|rp\.?|rupiah)$", low):
        role = "money"  # headings of two rows in one inferred cell: the lower one counts
    if role == "target" and re.search(r"akhir\s+(?:periode|renstra|rpjmd|tahun\s+periode)|\(akhir periode", low):
        role = "final"
    if _RATIO.search(low):
        role, score = "ratio", 1.0
    if role == "target" and _UP_TO.search(low):
        role, year = "final", None
    if role is None and offset is not None:
        role, score = "year", 0.8
    return Heading(
        flat, role, score, year, term, offset, scale, rungs, quarter, (int(span[1]), int(span[2])) if span else None
    )


def _mend_year(low: str) -> str:
    """Years that a narrow column broke: `202 5`, `20 25`."""
    return re.sub(
        r"(?<!\d)((?:19|20)\d?)\s(\d{1,2})(?!\d)", lambda m: m[1] + m[2] if len(m[1] + m[2]) == 4 else m[0], low
    )


def _offset(low: str) -> int | None:
    found = _RELATIVE.search(low)
    if not found:
        return None
    sign, size = found[1] or found[3], found[2] or found[4]
    return int(size) * (1 if sign == "+" else -1) if sign else 0


def _term(low: str) -> int | None:
    found = _TERM.search(low)
    if not found:
        return None
    return _ROMAN.get(found[1]) or (int(found[1]) if found[1].isdigit() else None)


def _quarter(low: str) -> str | None:
    found = re.fullmatch(r"(?:triwulan|tw|trw|triw)?\.?\s*\(?(i|ii|iii|iv)\)?", low)
    return found[1].upper() if found else None


def _role(key: str, ends: frozenset[int]) -> tuple[str | None, float]:
    """Role and score of a heading.

    Args:
        key: the squeezed heading.
        ends: places in `key` where a printed word ends; short phrases must end there.
    """
    best: tuple[str | None, float, int] = (None, 0.0, 0)
    for phrases in _phrases() if key else ():
        size = phrases.size
        if size > len(key) + 1:
            continue
        if key in phrases.exact:
            return phrases.exact[key], 1.0
        start = key[:size]
        if start in phrases.starts:
            if size <= _SHORT and size not in ends:
                continue
            return (best[0], best[1]) if best[2] > size + 3 and best[1] > _SURE else (phrases.starts[start], 1.0)
        if size >= _MIN_FUZZY and size > best[2] + 1:
            best = _alike(key[: size + 1], phrases) or best
    return best[0], best[1]


def _alike(text: str, phrases: _Phrases) -> tuple[str, float, int] | None:
    """Role, score and length of the first phrase that is like the text, or like the text without its last letter."""
    size = phrases.size
    missing, others = size * (1 - _FUZZ / 100), ~_letters(text)
    # The shorter text shares no more with the phrase than the longer: one comparison rules most phrases out.
    enough = _FUZZ * 2 * size / (2 * size + 1) - 0.01
    for phrase, letters in phrases.letters.items():
        if (letters & others).bit_count() > missing:
            continue  # too many letters that the text has not at all
        longer = fuzz.ratio(text, phrase, score_cutoff=enough)
        score = max(longer, fuzz.ratio(text[:size], phrase)) if longer else 0.0
        if score >= _FUZZ:
            return phrases.starts[phrase], score / 100, size
    return None


def _word_ends(text: str) -> frozenset[int]:
    """Lengths of the squeezed text at the end of each word."""
    ends, size = set(), 0
    for word in re.findall(r"[0-9a-z%&]+|/", text):
        size += len(word)
        ends.add(size)
    return frozenset(ends)


def _rungs(key: str) -> tuple[str, ...]:
    """Levels named in a heading, in order; `sub kegiatan` is not also `kegiatan`."""
    words, levels = _rung_pattern()
    return tuple(dict.fromkeys(levels[word] for word in words.findall(key)))


def _ladder(key: str, rungs: tuple[str, ...]) -> bool:
    """Does the heading list several rungs (`Program/Kegiatan`, `Tujuan, Sasaran dan Program`)?"""
    if len(rungs) < 2:
        return False
    words = "|".join(re.escape(word) for word, _ in _rung_words())
    return re.search(rf"(?:{words})[a-z]*?(?:/|dan|&)+(?:indikasi|rencana|uraian|nama)?(?:{words})", key) is not None
