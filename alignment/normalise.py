"""Names of indicators, taken apart: measure word, concept, qualifiers, unit, direction, abbreviations.

Two names are compared by their parts, never as one string: "Angka Kematian Ibu" and "Angka Kematian Bayi" are 85 %
alike and measure different things. All words that decide are data (`models/lexicon/measures.toml`, `synonyms.toml`,
`contrasts.toml`); spaCy's phrase matcher finds them. Parts are computed once per printed name and kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from models import lexicon
from models.units import UnitKind, canonical_unit, split_unit

MAX_WORDS = 400
"""Words beyond this are left out of a name: longer "names" are running text that slipped into a cell."""


class Token(NamedTuple):
    """One content word of a name.

    Attributes:
        word: canonical spelling, lower case.
        weight: how much the word says: 1, less for words that most names share and for words in brackets.
        acronym: printed in capitals and not written out by the lexicon.
    """

    word: str
    weight: float
    acronym: bool


class Mark(NamedTuple):
    """A member of a contrast set found in a name: kind of the set, number of set and member, and the printed words."""

    kind: str
    group: int
    member: int
    words: str


@dataclass(frozen=True, slots=True)
class NameParts:
    """What a name says.

    Attributes:
        text: normalised name: spelling, abbreviations and official second names unified, without unit, brackets' marks,
            targets printed in the name, and verbs such as "Meningkatkan" before a measure word. Stored as `nama_baku`.
        measure: measure word in stored spelling ("persentase", "jumlah", "indeks"), None when the name has none.
        family: family of the measure; of the unit when there is no measure word.
        head: content words after the measure, in reading order.
        qualifiers: words of contrast sets that the name has: population, age, place, school level, treatment ...
        unit: canonical name of the unit (models.units), from the argument or the brackets behind the name.
        direction: "naik" or "turun": which way is better; None when the name does not tell.
        cumulative: whether the name says that yearly values add up; None when it says nothing.
        abbreviations: abbreviations that were printed and written out, or stood behind their own words.
        verb: verb that stood in front of the measure word.
        change: "naik" or "turun" when a growth or a fall of the thing is measured, or the verb asks for one.
        target: target printed inside the name ("sebesar 75 %").
        base: base of a rate, from the name ("per 1.000 kelahiran hidup") or the unit: "1000".
        numbers: numbers, single letters and Roman numerals of the name: ages, classes, bases.
        tokens: content words with weights, for scoring.
        concepts: the same after words of one meaning were unified; equal to `tokens` when there are none.
        concept_measure: measure word and family after words of one meaning were unified.
        marks: members of contrast sets.
        clauses: parts of a compound name ("Persentase A serta persentase B"), empty when it is one indicator.
    """

    text: str
    measure: str | None
    family: str | None
    head: tuple[str, ...]
    qualifiers: tuple[str, ...]
    unit: str | None
    direction: str | None
    cumulative: bool | None
    abbreviations: tuple[str, ...]
    verb: str | None = None
    change: str | None = None
    target: str | None = None
    base: str | None = None
    numbers: frozenset[str] = frozenset()
    tokens: tuple[Token, ...] = ()
    concepts: tuple[Token, ...] = ()
    concept_measure: tuple[str | None, str | None] = (None, None)
    marks: tuple[Mark, ...] = ()
    clauses: tuple[NameParts, ...] = ()


def parts(name: str, unit: str | None = None) -> NameParts:
    """Take a name apart.

    Args:
        name: the indicator's name as printed. May be empty; at most `MAX_WORDS` words are read.
        unit: the printed unit, None when there is none.

    Returns:
        Its parts. An empty name has an empty text and no tokens.
    """
    return parts_with(name, unit, ())


@lru_cache(maxsize=32768)
def parts_with(name: str, unit: str | None, glossary: tuple[tuple[str, str], ...]) -> NameParts:
    """`parts` with abbreviations that the documents at hand define (`harvest`), as sorted pairs short -> long."""
    bare, printed_unit = split_unit(" ".join(name.split()))
    words, base = _without_base(_printed_words(bare))
    words, target = _without_targets(words)
    words, abbreviations = _written_out(words, dict(glossary))
    known_unit = canonical_unit(unit) or canonical_unit(printed_unit)
    words = _without_unit(words, unit)
    shape = _shape(words)
    concept = _shape(_unify(words, "SINONIM"))
    family = shape.family or (_unit_family(known_unit.kind.value) if known_unit else None)
    text = " ".join(w.text for w in shape.words)
    return NameParts(
        text=text,
        measure=shape.measure,
        family=family,
        head=tuple(token.word for token in shape.tokens),
        qualifiers=tuple(dict.fromkeys(mark.words for mark in shape.marks)),
        unit=known_unit.name if known_unit else None,
        direction=_direction(text, shape),
        cumulative=_cumulative(text),
        abbreviations=abbreviations,
        verb=shape.verb,
        change=shape.change,
        target=target,
        base=base or (str(known_unit.per) if known_unit and known_unit.per else None),
        numbers=shape.numbers,
        tokens=shape.tokens,
        concepts=concept.tokens,
        concept_measure=(concept.measure, concept.family or family),
        marks=shape.marks,
        clauses=tuple(_clause(clause, unit) for clause in _clauses(words)),
    )


def harvest(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Abbreviations that names define: `Komunitas Adat Terpencil (KAT)` gives `("kat", "komunitas adat terpencil")`.

    An abbreviation with two meanings among the names is left out: it cannot be written out safely.
    """
    found: dict[str, set[str]] = {}
    for name in dict.fromkeys(names):
        for match in _DEFINED.finditer(name) if "(" in name else ():
            short = match["short"]
            long = _initials_of(match["before"], short)
            if long:
                found.setdefault(short.lower(), set()).add(long)
    known = _table("SINGKATAN")
    return tuple(sorted((s, min(f)) for s, f in found.items() if len(f) == 1 and s not in known))


# ---- words as printed


class _Word(NamedTuple):
    text: str
    acronym: bool = False
    bracket: bool = False
    mark: bool = False
    """A comma or semicolon: it parts clauses, nothing else."""
    faint: bool = False
    """An acronym beside the words that it stands for: it says little more than they do."""
    share: float = 1.0
    """Weight as a part of a written-out abbreviation: all its words together say as much as two."""


_DEFINED = re.compile(r"(?P<before>(?:[\w/&,-]+\s+){2,9})\(\s*(?P<short>[A-Z][A-Z0-9]{1,7})\s*\)")
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*|[A-Za-zÀ-ÿ]\.(?:[A-Za-z]\.)+|[A-Za-zÀ-ÿ]+\d+[A-Za-z]*|\d+[A-Za-z]+|[^\W\d_]+(?:-[^\W\d_]+)*|[%()\[\],;]"
)
_LIST_NUMBER = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+|[-•*·–]\s*)+")
_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")
_OUTCOME = re.compile(r"\(\s*(?:outcome|output|impact|hasil|keluaran|dampak|iku|ikk|ikd|spm|sdgs|tpb|tppb)\s*\)", re.I)
_GLUED = re.compile(r"(?<=[a-z]{4})(?=[A-Z][a-z]{3})")
"""Where two words lost their space: "hasilPelaksanaan"."""
_BROKEN_OFF = re.compile(r"(?<=[a-z]{4}a) (?=n\b)|(?<=[a-z]{4}ny) (?=a\b)")
"""Where a narrow column broke the last letter off a word: "pelaksanaa n", "terwujudny a"."""
_REDUPLICATION = re.compile(r"\b(rata|laki|undang|kanak|cita|masing)[\s-]+\1\b", re.I)
_KEPT_PAIRS = frozenset({"rata-rata", "laki-laki", "kanak-kanak", "undang-undang", "cita-cita", "masing-masing"})
_HYPHENED = frozenset({"ktp-el", "e-ktp", "tki-b", "ntp-r", "berat-ringan"})


def _clean(name: str) -> str:
    text = _ESCAPE.sub("-", unicodedata.normalize("NFKC", name)).replace("\u00ad", "")
    text = _LIST_NUMBER.sub("", text, count=1) or text
    text = _OUTCOME.sub(" ", text).replace("&", " dan ").replace("/", " ")
    text = _BROKEN_OFF.sub("", _GLUED.sub(" ", text))
    text = re.sub(r"[‐‑‒–—]", "-", text)
    return _REDUPLICATION.sub(lambda m: f"{m[1]}-{m[1]}", text)


def _printed_words(name: str) -> list[_Word]:
    """Words of a name with spellings unified, and the commas between them."""
    cleaned = _clean(name)
    shouting = cleaned.isupper()
    words: list[_Word] = []
    depth = 0
    for raw in _WORD.findall(cleaned)[: MAX_WORDS * 2]:
        if raw in "([":
            depth += 1
            words.append(_Word(",", mark=True, bracket=True))
        elif raw in ")]":
            depth = max(0, depth - 1)
        elif raw in ",;":
            words.append(_Word(raw, mark=True))
        elif raw != "%":
            words.extend(_split_word(raw, shouting, depth > 0))
    return _unify(words[:MAX_WORDS], "EJAAN")


def _split_word(raw: str, shouting: bool, bracket: bool) -> list[_Word]:
    lower = raw.lower().replace("'", "")
    if raw[0].isdigit() and not raw[-1].isalpha():
        return [_Word(_plain_number(lower), bracket=bracket)]
    if "." in lower:
        lower = lower.replace(".", "")
    capitals = not raw.islower() and sum(map(str.isupper, raw)) >= max(2, len(raw) - 2)
    acronym = capitals and len(lower) > 1 and (not shouting or lower in _table("SINGKATAN"))
    if "-" in lower and lower not in _HYPHENED:
        first, *rest = lower.split("-")
        if rest == [first]:
            lower = lower if lower in _KEPT_PAIRS else first
        else:
            return [w for piece in raw.split("-") if piece for w in _split_word(piece, shouting, bracket)]
    return [_Word(piece, acronym and piece == lower, bracket) for piece in _table("KATA").get(lower, lower).split()]


def _plain_number(text: str) -> str:
    """`1.000` and `1000` are one number; a lone group of three behind a point or comma counts as thousands."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return re.sub(r"\D", "", text)
    return text.replace(",", ".")


def _written_out(words: list[_Word], glossary: Mapping[str, str]) -> tuple[list[_Word], tuple[str, ...]]:
    """Abbreviations written out. One that stands beside its own words is only noted, or kept as a faint word."""
    table = _table("SINGKATAN")
    met: list[str] = []
    result: list[_Word] = []
    for index, word in enumerate(words):
        long = None
        if not word.mark and (word.acronym or len(word.text) > 3 or word.text in glossary):
            long = table.get(word.text) or glossary.get(word.text)
        beside = {w.text for w in words if w is not word}
        missing = [piece for piece in long.split() if piece not in beside] if long else []
        if long and not missing:
            met.append(word.text.upper())
        elif word.acronym and (explained := _explained(word.text, words[:index])):
            met.append(word.text.upper())
            if explained is not True:
                result.append(word._replace(faint=True))
        elif long and len(missing) * 2 <= len(long.split()):
            met.append(word.text.upper())
            result.append(word._replace(faint=True))
        elif long:
            met.append(word.text.upper())
            share = min(1.0, 2 / len(long.split()))
            result.extend(_Word(piece, bracket=word.bracket, share=share) for piece in long.split())
        else:
            result.append(word._replace(faint=word.bracket and word.acronym))
    return _unify(_unify(result, "PADANAN"), "PADANAN"), tuple(dict.fromkeys(met))


def _explained(short: str, before: Sequence[_Word]) -> bool | float:
    """Whether an acronym abbreviates the words in front of it: `jaringan dokumentasi hukum (JDH)`.

    True when all its letters are their initials, 0.5 when its first two or more are ("Tempat Pembuangan Sampah TPA").
    """
    initials = "".join(w.text[0] for w in before[-10:] if not w.mark and w.text not in function_words())
    if len(short) > 1 and short in initials[-len(short) - 2 :]:
        return True
    return 0.5 if len(short) > 2 and short[:2] in initials[-len(short) :] else False


def _initials_of(before: str, short: str) -> str | None:
    """The last words of `before` whose initials are `short`, None when they are not."""
    kept: list[str] = []
    letters = ""
    for word in reversed(re.findall(r"[^\W\d_]+", before)):
        lower = word.lower()
        if lower in function_words():
            kept.append(lower)
            continue
        kept.append(lower)
        letters = lower[0] + letters
        if len(letters) == len(short):
            break
    if letters != short.lower() or len(short) < 3:
        return None
    return " ".join(w for w in reversed(kept) if w not in function_words())


def _unify(words: list[_Word], label: str) -> list[_Word]:
    """Replace every span of the lexicon that has `label` by its stored form."""
    spans = [s for s in _apart(_spans(words, label)) if s.stored != s.text]
    if not spans:
        return words
    result: list[_Word] = []
    at = 0
    for span in sorted(spans, key=lambda s: s.start):
        result.extend(words[at : span.start])
        bracket = all(w.bracket for w in words[span.start : span.end])
        outside = {w.text for w in words if not w.bracket}
        pieces = span.stored.split()
        if not (bracket and outside.issuperset(p for p in pieces if p not in function_words())):
            result.extend(_Word(piece, bracket=bracket) for piece in pieces)
        at = span.end
    return result + words[at:]


def _without_base(words: list[_Word]) -> tuple[list[_Word], str | None]:
    """Take the base of a rate off the end of a name: "per 100.000 kelahiran hidup" belongs to the unit."""
    for index in range(1, len(words) - 1):
        number = words[index + 1].text
        if words[index].text == "per" and number.isdecimal() and int(number) >= 100 and len(words) - index <= 7:
            return words[:index], number
    return words, None


_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALES = frozenset({"ribu", "juta", "miliar", "milyar", "triliun", "persen", "poin"})


def _without_targets(words: list[_Word]) -> tuple[list[_Word], str | None]:
    """Take "sebesar 75", "sebanyak 6.000 orang" and "pada tahun 2018" out of a name."""
    starters = _group_words("target")
    kept: list[_Word] = []
    taken: list[str] = []
    index = 0
    while index < len(words):
        word, following = words[index].text, [w.text for w in words[index + 1 : index + 5]]
        if word in starters and following and following[0][0].isdigit():
            end = index + 2
            while end < len(words) and words[end].text in _SCALES:
                end += 1
            if end < len(words) and not words[end].mark and (len(words) == end + 1 or _is_unit(words[end].text)):
                end += 1
            taken.append(" ".join(w.text for w in words[index:end]))
            index = end
        elif _year_phrase(word, following):
            size = _year_phrase(word, following)
            taken.append(" ".join([word, *following[: size - 1]]))
            index += size
        else:
            kept.append(words[index])
            index += 1
    return (kept, "; ".join(taken) or None) if kept else (words, None)


_SIZES = frozenset({UnitKind.MEASURE, UnitKind.PERCENT, UnitKind.MONEY})


def _without_unit(words: list[_Word], unit: str | None) -> list[_Word]:
    """Take a repeated unit off the end of a name: "Panjang jalan km" of km. A counted noun stays: it is the name."""
    if len(words) < 3 or words[-1].bracket or words[-1].mark:
        return words
    last = canonical_unit(words[-1].text)
    known = canonical_unit(unit)
    return words[:-1] if last is not None and last == known and last.kind in _SIZES else words


def _year_phrase(word: str, following: Sequence[str]) -> int:
    """How many words "pada tahun 2018", "tahun 2018" or "di 2018" takes, 0 when there is none here."""
    if word in {"pada", "di", "tahun", "sampai", "hingga", "s"} and following:
        skip = [w for w in following if w not in {"tahun", "dengan", "d"}]
        if skip and _YEAR.fullmatch(skip[0]):
            return following.index(skip[0]) + 2
    return 1 if _YEAR.fullmatch(word) else 0


@lru_cache(maxsize=4096)
def _is_unit(word: str) -> bool:
    unit = canonical_unit(word)
    return unit is not None and unit.kind.value != "tidak dikenal"


# ---- shape of a name


class _Shape(NamedTuple):
    words: tuple[_Word, ...]
    measure: str | None
    family: str | None
    verb: str | None
    change: str | None
    tokens: tuple[Token, ...]
    numbers: frozenset[str]
    marks: tuple[Mark, ...]


_LETTER = re.compile(r"[a-z]|i{2,3}|iv|vi{1,3}|ix|xi{0,3}")


def _shape(words: list[_Word]) -> _Shape:
    plain = [w for w in words if not w.mark]
    verb, change = None, None
    if len(plain) > 2 and plain[0].text.isdecimal() and _leads_a_name(plain[1:]):
        plain = plain[1:]  # a list number that lost its point: "8 Persentase ..."
    lead = _leading(plain, "KATA_KERJA")
    if lead and len(plain) > lead.size and _leading(plain[lead.size :], "UKURAN"):
        verb, change = lead.text, lead.stored or None
        plain = plain[lead.size :]
        words = words[next(i for i, w in enumerate(words) if w is plain[0]) :]
    measure = _leading(plain, "UKURAN")
    rest = plain[measure.size :] if measure and len(plain) > measure.size else plain
    tokens: dict[str, Token] = {}
    numbers: set[str] = set()
    weights, function = _generic_weights(), function_words()
    for word in rest:
        if word.text in function:
            continue
        if word.text[0].isdigit() or _LETTER.fullmatch(word.text):
            numbers.add(word.text)
        weight = word.share * weights.get(word.text, 1.0) * (0.3 if word.faint else 0.6 if word.bracket else 1.0)
        known = tokens.get(word.text)
        if known is None or known.weight < weight:
            tokens[word.text] = Token(word.text, weight, word.acronym and not word.faint)
    change = _changes().get(next((t for t in tokens if t in _changes()), ""), None) or change
    word_of = measure.stored if measure else None
    shown = [_Word(word_of)] if word_of and rest is not plain else []
    return _Shape(
        words=tuple(shown + rest) if len(rest) < len(plain) else tuple(plain),
        measure=word_of,
        family=_families().get(word_of or ""),
        verb=verb,
        change=change,
        tokens=tuple(tokens.values()),
        numbers=frozenset(numbers),
        marks=_marks(rest),
    )


def _leads_a_name(words: Sequence[_Word]) -> bool:
    return _leading(words, "UKURAN") is not None or _leading(words, "KATA_KERJA") is not None


def _leading(words: Sequence[_Word], label: str) -> _Span | None:
    """The longest span with `label` that starts the words."""
    found = [s for s in _spans(words, label) if s.start == 0]
    return max(found, key=lambda span: span.size, default=None)


def _marks(words: Sequence[_Word]) -> tuple[Mark, ...]:
    """Members of contrast sets, the longest where several of one set overlap."""
    by_set: dict[str, list[_Span]] = {}
    for span in _spans(words, "KONTRAS"):
        by_set.setdefault(span.stored.split(":")[0], []).append(span)
    marks: list[Mark] = []
    for group, spans in by_set.items():
        kind = lexicon.entries("contrasts", "contrast")[int(group)]["kind"]
        for span in _apart(spans):
            marks.append(Mark(str(kind), int(group), int(span.stored.split(":")[1]), span.text))
    return tuple(marks)


_PARTING = frozenset({"dan", "serta", ",", ";", "atau"})
_CLAUSE_MEASURES = frozenset({"persentase", "jumlah", "cakupan", "prevalensi", "indeks", "rasio"})


def _clauses(words: Sequence[_Word]) -> list[str]:
    """Texts of the indicators in a compound name: a measure word again, behind "dan", "serta" or a comma."""
    starts = [0]
    for index in range(3, len(words)):
        word, before = words[index], words[index - 1]
        if word.text in _CLAUSE_MEASURES and before.text in _PARTING and not word.bracket and len(words) - index >= 3:
            starts.append(index)
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(words)]
    texts = [" ".join(w.text for w in words[a:b]) for a, b in zip(starts, ends, strict=True)]
    return [re.sub(r"(?:\s*(?:,|;|\bdan|\bserta|\batau))+$", "", text) for text in texts]


def _clause(text: str, unit: str | None) -> NameParts:
    return parts_with(text, unit, ())


def _direction(text: str, shape: _Shape) -> str | None:
    """Which way is better: lower for burdens, higher for their handling, services and shares of things wanted."""
    labels = _leanings(text)
    change = shape.change if not shape.verb else None
    if "BEBAN" in labels:
        if "PEMBALIK" in labels or change == "turun":
            return "naik"
        return None if "TENTANG" in labels else "turun"
    if change or "MANFAAT" in labels:
        return "naik"
    return "naik" if "MANFAAT_BAGIAN" in labels and shape.family == "proporsi" else None


def _leanings(text: str) -> set[str]:
    """What a name leans to. Words inside a longer burden or neutral phrase say nothing; denied ones turn round."""
    words = text.split()
    spans = [span for label in _LEANING_GROUPS for span in _found(text).get(label, ())]
    found = set()
    for span in spans:
        if any(_hides(other, span) for other in spans):
            continue
        found.add(_denied(span.label) if _is_denied(words, span.start) else span.label)
    return found


def _hides(outer: _Span, inner: _Span) -> bool:
    """Whether a word belongs to a longer phrase of a burden ("tidak terpenuhi") or of nothing ("akta kematian")."""
    inside = outer.start <= inner.start and inner.end <= outer.end and outer.size > inner.size
    return inside and outer.label in {"BEBAN", "NETRAL"}


def _is_denied(words: Sequence[str], start: int) -> bool:
    before = start - 1
    if before > 0 and words[before] in _group_words("negation_gap"):
        before -= 1
    return before >= 0 and words[before] in _group_words("negation")


def _denied(label: str) -> str:
    """What a denied word leans to: nothing wanted is reached, or no burden is left."""
    return {"BEBAN": "MANFAAT", "NETRAL": "NETRAL", "TENTANG": "TENTANG"}.get(label, "BEBAN")


def _cumulative(text: str) -> bool | None:
    for entry in lexicon.entries("measures", "cumulative"):
        if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in entry["words"]):
            return bool(entry["value"])
    return None


_UNIT_FAMILIES: Mapping[str, str] = {"persen": "proporsi", "indeks": "indeks", "predikat": "indeks", "jumlah": "jumlah"}


def _unit_family(kind: str) -> str | None:
    return _UNIT_FAMILIES.get(kind)


# ---- the lexicon as spaCy's phrase matcher


@cache
def _matcher() -> tuple[PhraseMatcher, Vocab]:
    """All phrases of the lexicon, each with its label and stored form as key, parted by a tab; and the words known."""
    vocab = Vocab()
    matcher = PhraseMatcher(vocab)
    for label, phrase, stored in _phrases():
        matcher.add(f"{label}\t{stored}", [Doc(vocab, words=phrase.split())])
    return matcher, vocab


_LEANING_GROUPS: Mapping[str, str] = {
    "BEBAN": "lower_better",
    "PEMBALIK": "turner",
    "MANFAAT": "higher_better",
    "MANFAAT_BAGIAN": "share_better",
    "NETRAL": "neutral",
    "TENTANG": "about",
}
"""Labels of words that tell which way is better -> their group in measures.toml."""


def _phrases() -> Iterable[tuple[str, str, str]]:
    """Label, words and stored form of every phrase."""

    def entry(label: str, words: str, stored: str = "") -> tuple[str, str, str]:
        return label, words.lower(), stored

    for row in lexicon.entries("synonyms", "spelling"):
        yield from (entry("EJAAN", wrong, right) for wrong, right in row["pairs"] if " " in wrong)
    for label, group in (("PADANAN", "gloss"), ("SINONIM", "synonym")):
        for row in lexicon.entries("synonyms", group):
            for stored, *others in row["forms"]:
                if any(" " in form for form in (stored, *others)):  # single words are held against each other later
                    yield from (entry(label, other, stored) for other in others)
    for row in lexicon.entries("measures", "measure"):
        yield from (entry("UKURAN", form, row["word"]) for form in (row["word"], *row["forms"]))
    for row in lexicon.entries("measures", "verb"):
        yield from (entry("KATA_KERJA", word, str(row.get("change", ""))) for word in row["words"])
    for label, group in _LEANING_GROUPS.items():
        for row in lexicon.entries("measures", group):
            yield from (entry(label, word, word) for word in row["words"])
    for number, row in enumerate(lexicon.entries("contrasts", "contrast")):
        for member, words in enumerate(row["members"]):
            yield from (entry("KONTRAS", word, f"{number}:{member}") for word in _canonical_forms(words))


def _canonical_forms(words: Iterable[str]) -> set[str]:
    """Contrast words as they look after spelling and abbreviations were unified."""
    table, spelling = _table("SINGKATAN"), _table("KATA")
    forms = set()
    for word in words:
        lower = " ".join(spelling.get(piece, piece) for piece in word.lower().replace("/", " ").split())
        forms |= {lower, table.get(lower, lower)}
    return forms


class _Span(NamedTuple):
    """A phrase of the lexicon in a text: words `start` to `end`, its label, stored form and printed words."""

    start: int
    end: int
    label: str
    stored: str
    text: str

    @property
    def size(self) -> int:
        return self.end - self.start


def _apart(spans: Sequence[_Span]) -> Sequence[_Span]:
    """The longest spans where several overlap, from left to right."""
    kept: list[_Span] = []
    for span in sorted(spans, key=lambda s: (-s.size, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept)


def _spans(words: Sequence[_Word], label: str) -> Sequence[_Span]:
    return _found(" ".join([w.text for w in words])).get(label, ()) if words else ()


@lru_cache(maxsize=8192)
def _found(text: str) -> Mapping[str, Sequence[_Span]]:
    """Phrases of the lexicon by label, from left to right.

    Words come parted already, so no tokenizer is asked: it would part `rata-rata` and `15-49` again.
    """
    words = text.split()
    if not words:
        return {}
    matcher, vocab = _matcher()
    found: dict[str, list[_Span]] = {}
    matches = {(start, end, vocab.strings[key]) for key, start, end in matcher(Doc(vocab, words=words))}
    for start, end, key in sorted(matches):
        label, stored = key.split("\t")
        found.setdefault(label, []).append(_Span(start, end, label, stored, " ".join(words[start:end])))
    return found


@cache
def _table(label: str) -> Mapping[str, str]:
    """Word -> stored form: KATA for spellings of single words, SINGKATAN for abbreviations."""
    if label == "KATA":
        rows = lexicon.entries("synonyms", "spelling")
        table = {wrong: right for row in rows for wrong, right in row["pairs"] if " " not in wrong}
        for row in lexicon.entries("measures", "measure"):
            table.update((form, row["word"]) for form in row["forms"] if " " not in form and len(form) > 7)
        return table
    rows = lexicon.entries("synonyms", "abbreviation")
    return {short.lower(): long for row in rows for short, long in row["pairs"]}


@cache
def _group_words(group: str) -> frozenset[str]:
    return frozenset(word for row in lexicon.entries("measures", group) for word in row["words"])


def function_words() -> frozenset[str]:
    """Words without weight of their own ("yang", "dalam")."""
    return _group_words("function")


@cache
def _generic_weights() -> Mapping[str, float]:
    return {word: float(row["weight"]) for row in lexicon.entries("measures", "generic") for word in row["words"]}


@cache
def _changes() -> Mapping[str, str]:
    return {word: str(row["direction"]) for row in lexicon.entries("measures", "change") for word in row["words"]}


@cache
def _families() -> Mapping[str, str]:
    return {str(row["word"]): str(row["family"]) for row in lexicon.entries("measures", "measure")}
