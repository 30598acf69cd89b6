"""One key for every spelling of an office: `Diskominfo`, `Dinas Komunikasi dan Informatika Kab. X` and so on.

Kecamatan, kelurahan, puskesmas, hospitals and UPT each are offices of their own: their indicators are clones of each
other, so a wrong merge here makes wrong links by the dozen. They match by name only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from models import lexicon

COLLECTIVE = "semua perangkat daerah"
"""Key of names that mean every office ("seluruh perangkat daerah", "29 Perangkat Daerah ...")."""

AND = " + "
"""Joins the keys of a cell that names several offices ("Dinas A; Dinas B")."""

_SLIP = 0.92


@dataclass(frozen=True, slots=True)
class _Office:
    """A name taken apart: type, words behind it, part of the office ("bagian hukum"), acronym if it is one."""

    kind: str
    words: tuple[str, ...]
    part: str | None = None
    acronym: str | None = None

    @property
    def key(self) -> str:
        name = " ".join((self.kind, *self.words)).strip() or self.acronym or ""
        return f"{name}/{self.part}" if self.part else name


def office_keys(names: Iterable[str]) -> dict[str, str]:
    """Map spellings of offices to keys that are equal for one office.

    Names are written out (`Diskominfo`), freed of the region's name and of slips; then a short name joins the longer
    one that has all its words, when only one such office is among the names. "Kecamatan A" and "Kecamatan B" stay
    apart, and a bidang or bagian keeps the key of its office with its own behind a slash
    (`sekretariat daerah/bagian hukum`): `same_office` tells that they belong together.

    Args:
        names: all spellings of one run, in any order; blanks are left out.

    Returns:
        Name as given -> key. `COLLECTIVE` for names that mean every office, keys joined by `AND` for several offices.
    """
    printed = sorted({name for name in names if name and name.strip()})
    offices = {name: [_office(part) for part in _several(name)] for name in printed}
    full = {o for found in offices.values() for o in found if not o.acronym}
    keys = {name: sorted({_merged(o, full).key for o in found} - {""}) for name, found in offices.items()}
    return {name: AND.join(found) or name.strip().casefold() for name, found in keys.items()}


def same_office(left: str | None, right: str | None) -> bool:
    """Whether two keys may be one office: equal, a part of each other, or meaning every office. Unknown keys agree."""
    if not left or not right or COLLECTIVE in (left, right):
        return True
    if left == right:
        return True
    if AND in left or AND in right:
        return any(same_office(x, y) for x in left.split(AND) for y in right.split(AND))
    a, b = left.partition("/"), right.partition("/")
    return a[0] == b[0] and (not a[2] or not b[2])


def mother_office(key: str | None) -> str | None:
    """The office that a key belongs to, without its bidang or bagian; None for unknown, shared and collective keys."""
    return None if not key or key == COLLECTIVE or AND in key else key.partition("/")[0]


_NEXT_OFFICE = re.compile(
    r"\s*[,;/\n]\s*(?:dan\s+)?(?=(?:dinas|badan|inspektorat|kecamatan|kantor|satuan polisi|satpol|rsud)\b)", re.I
)


def _several(name: str) -> list[str]:
    """The offices that a cell names: parted where a type of office begins again behind a comma or semicolon."""
    return [part for part in _NEXT_OFFICE.split(name) if part.strip()] or [name]


@lru_cache(maxsize=8192)
def _office(name: str) -> _Office:
    text = _clean(name)
    if _collective(text):
        return _Office(COLLECTIVE, ())
    text, part = _without_part(text)
    kind, rest = _kind(text)
    if kind and _own_name(kind):
        words = _place_words(rest)
        return _Office(kind, ("".join(words),) if words else (), part)
    if kind:
        return _Office(kind, _function_words(rest), part)
    return _unfolded(text, part)


def _clean(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold()
    text = re.sub(r"^[\d.\s]*(?:\d\.)+\d*\s*[-–:]?\s*", "", text)  # a code before the name
    text = re.sub(r"[.,;:&/]+", lambda m: " dan " if "&" in m[0] else " " if m[0] != "." else ".", text)
    text = re.sub(r"[()\[\]\"'“”]", " ", text) if not re.search(r"\((?:bagian|bidang|biro)", text) else text
    return " ".join(text.split())


def _collective(text: str) -> bool:
    bare = re.sub(r"\b\d+\b|\b(?:kabupaten|kota|provinsi)\b", " ", text)
    bare = " ".join(bare.split())
    words = {word for row in lexicon.entries("offices", "collective") for word in row["words"]}
    return bare in words or bool(re.match(r"\d+ (?:perangkat daerah|opd|skpd|kecamatan)\b", text))


def _without_part(text: str) -> tuple[str, str | None]:
    """Part off "(bagian hukum)" behind, and "bidang x pada dinas y" in front of an office."""
    words = "|".join(re.escape(w) for row in lexicon.entries("offices", "part") for w in row["words"])
    found = re.search(rf"[(\s]((?:{words})\s+[^()]+?)\)?$", text)
    if found and found.start() > 3 and not text.startswith("sekretariat d") and "(" not in text:
        found = None
    if found and (kind := _kind(text[: found.start()].strip(" ("))[0]):
        del kind
        return text[: found.start()].strip(" ("), _part_key(found[1])
    front = re.match(rf"((?:{words})\s+.+?)\s+(?:pada\s+)?(?=(?:dinas|badan|sekretariat daerah|setda)\b)(.+)$", text)
    if front and not text.startswith(("sekretariat daerah", "sekretariat dprd", "sekretariat dewan")):
        return front[2], _part_key(front[1])
    return text.strip(" ()"), None


def _part_key(text: str) -> str:
    return " ".join(w for w in re.findall(r"\w+", text) if w not in _fillers())


def _kind(text: str) -> tuple[str | None, str]:
    """The type that a name starts with, and the words behind it."""
    for form, kind in _types():
        if text == form or text.startswith(form + " "):
            return kind, text[len(form) :].strip()
    return None, text


_QUARTERS = frozenset({"utara", "selatan", "timur", "barat", "tengah", "lama", "baru"})
"""Behind "kota" they make a kecamatan's own name ("Rekaan Kota Utara"), not a region."""


def _place_words(rest: str) -> list[str]:
    """Words of a proper name, without the region behind it: `Sumedang Selatan Kabupaten Sumedang`."""
    words = re.findall(r"\w+", rest)
    for index, word in enumerate(words):
        behind = words[index + 1 :]
        known = " ".join(("kota", *behind)) in _cities() or not _QUARTERS & {*behind}
        region = word in {"kabupaten", "kab", "provinsi", "prov"} or (word == "kota" and known)
        if index and behind and region:
            words = words[:index]
            break
    return [w for w in words if w not in {"kabupaten", "kab", "provinsi", "daerah"}]


_REGION = re.compile(
    r"(?<!tata )(?<!hutan )(?<!antar )\b(?:kabupaten|kab\.?|kota|provinsi|prov\.?|pemerintah)(?:\s+\w+)+$"
)


def _function_words(rest: str) -> tuple[str, ...]:
    rest = _REGION.sub("", rest).strip()
    renamed = _renamed()
    pieces = _pieces()
    words: list[str] = []
    for word in re.findall(r"\w+", rest):
        for piece in pieces.get(word, word).split():
            if piece not in _fillers():
                words.append(renamed.get(piece, piece))
    return tuple(dict.fromkeys(words))


def _unfolded(text: str, part: str | None) -> _Office:
    """A name without a type in front: a short name (`bappeda`), a portmanteau (`disnakertrans`), or an acronym."""
    first, *behind = text.split() or [""]
    long = _shorts().get(first) or _portmanteau(first)
    if long:
        kind, rest = _kind(long)
        return _Office(kind or "", _function_words(rest), part)
    if not behind and first.isalnum() and 2 <= len(first) <= 9:
        return _Office("", (), part, acronym=first)
    return _Office("", _function_words(text), part)


def _portmanteau(word: str) -> str | None:
    """`disnakertrans` -> `dinas tenaga kerja transmigrasi`, None when the pieces are not known."""
    found = re.fullmatch(r"(?:dis|din)(\w+)", word)
    if not found:
        return None
    pieces, rest, words = _pieces(), found[1], []
    while rest:
        size = next((n for n in range(len(rest), 1, -1) if rest[:n] in pieces), 0)
        if not size:
            return None
        words.append(pieces[rest[:size]])
        rest = rest[size:]
    return "dinas " + " ".join(words)


def _merged(office: _Office, full: set[_Office]) -> _Office:
    """The fullest name among `full` that means the same office; the office itself when there is none or several."""
    if office.acronym:
        fitting = {(o.kind, o.words) for o in full if o.words and _initials(office.acronym, o)}
        tops = _largest(fitting)
        return _Office(*tops[0], part=office.part) if len(tops) == 1 else office
    if not office.kind or office.kind == COLLECTIVE:
        return office
    if _own_name(office.kind):
        named = {o.words for o in full if o.kind == office.kind and o.words}
        return replace(office, words=min(named)) if not office.words and len(named) == 1 else office
    if not office.words:
        return office
    mine = set(office.words)
    fitting = {(o.kind, o.words) for o in full if o.kind == office.kind and _covers(o.words, mine)}
    tops = _largest(fitting)
    return _Office(*tops[0], part=office.part) if len(tops) == 1 else office


def _covers(words: tuple[str, ...], mine: set[str]) -> bool:
    return all(any(w == m or Levenshtein.normalized_similarity(w, m) >= _SLIP for w in words) for m in mine)


def _largest(offices: set[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    """Names whose words no other name covers; of equal ones the first in order."""
    tops: list[tuple[str, tuple[str, ...]]] = []
    for kind, words in sorted(offices, key=lambda o: (-len(o[1]), o)):
        if not any(_covers(top, set(words)) for _, top in tops):
            tops.append((kind, words))
    return tops


def _initials(acronym: str, office: _Office) -> bool:
    """Whether an acronym has the initials of an office, with `p3` for three words in p."""
    letters = re.sub(r"([a-z])(\d)", lambda m: m[1] * int(m[2]), acronym)
    return len(letters) >= 3 and letters == "".join(w[0] for w in (*office.kind.split(), *office.words))


@cache
def _cities() -> frozenset[str]:
    """Names of all cities in lower case, from the list of regions."""
    lines = files(lexicon).joinpath("wilayah.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split(" ", 1)[1].casefold() for line in lines if " Kota " in line and line[:1].isdigit())


@cache
def _types() -> tuple[tuple[str, str], ...]:
    forms = [
        (form, str(row["word"])) for row in lexicon.entries("offices", "type") for form in (row["word"], *row["forms"])
    ]
    return tuple(sorted(forms, key=lambda pair: -len(pair[0])))


@cache
def _own_name(kind: str) -> bool:
    return any(row["word"] == kind and row.get("own_name", False) for row in lexicon.entries("offices", "type"))


@cache
def _shorts() -> Mapping[str, str]:
    return {short: long for row in lexicon.entries("offices", "short") for short, long in row["pairs"]}


@cache
def _pieces() -> Mapping[str, str]:
    return {short: long for row in lexicon.entries("offices", "piece") for short, long in row["pairs"]}


@cache
def _renamed() -> Mapping[str, str]:
    """Word -> the one it is read as: other forms of a word, and functions that were renamed."""
    entries = (*lexicon.entries("offices", "variant"), *lexicon.entries("offices", "renamed"))
    return {word: kept for row in entries for word, kept in row["pairs"]}


@cache
def _fillers() -> frozenset[str]:
    return frozenset(word for row in lexicon.entries("offices", "filler") for word in row["words"])
