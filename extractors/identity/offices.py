"""Names of offices (perangkat daerah) in a text, and the one that a document belongs to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.identity.names import JOINING, title_case
from extractors.identity.places import WEIGHT, Passage, Zone
from extractors.identity.regions import regions
from extractors.identity.votes import SURE, Votes, sentence
from models.document import Claim
from models.lexicon import entries


@dataclass(frozen=True, slots=True)
class _OfficeWords:
    head: re.Pattern[str]
    not_office: re.Pattern[str]
    ends: frozenset[str]
    alone: re.Pattern[str]
    shorts: dict[str, str]
    short: re.Pattern[str]


@cache
def _office_words() -> _OfficeWords:
    heads = entries("identify", "office_head")
    shorts = {entry["short"]: entry["name"] for entry in entries("identify", "office_short")}
    return _OfficeWords(
        head=re.compile(r"\b(?:" + "|".join(e["pattern"] for e in heads if not e.get("within")) + r")\b", re.I),
        not_office=re.compile("|".join(e["pattern"] for e in entries("identify", "not_office")), re.I),
        ends=frozenset(entries("identify", "office_end")[0]["words"]),
        alone=re.compile("(?:" + "|".join(e["pattern"] for e in heads if e.get("alone")) + ")$", re.I),
        shorts=shorts,
        short=re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, shorts), key=len, reverse=True)) + r")\b", re.I),
    )


def find_offices(text: str) -> list[str]:
    """Names of offices in a text, in reading order, in title case; short names are written out."""
    words = _office_words()
    found = [
        (m.start(), m.end(), words.shorts[" ".join(m.group().casefold().split())]) for m in words.short.finditer(text)
    ]
    end = -1
    for match in words.head.finditer(text):
        taken = match.start() < end or any(start <= match.start() < stop for start, stop, _ in found)
        if taken or not match.group()[0].isupper() or words.not_office.match(text, match.start()):
            continue
        name = _office_at(text, match)
        if name:
            end = match.start() + len(name)
            found.append((match.start(), end, title_case(name)))
    return [name for _, _, name in sorted(found)]


def _office_at(text: str, match: re.Match[str]) -> str:
    """The name that starts at a head word, as printed; empty when it is only the common noun."""
    words = _office_words()
    head = match.group()
    upper = head.isupper()
    kept = head.split()
    pending: list[str] = []
    for token in text[match.end() :].split()[:14]:
        bare = token.strip(".,;:()“”\"'")
        if token[0] in "(“\"'" or not bare or not (bare == "&" or (bare[0].isalpha() and len(bare) > 1)):
            break
        low = bare.casefold()
        if low in words.ends and not (low == "kota" and kept[-1].casefold() == "tata"):
            break
        if low == "kota" and kept[-1].casefold() != "tata":
            break
        if low in JOINING:
            pending.append(bare)
            continue
        if not bare[0].isupper() or (upper and not bare.isupper()) or (not upper and bare.isupper() and len(bare) > 4):
            break
        kept += [*pending, bare]
        pending = []
        if token[-1] == ",":
            pending = [","]
        elif token[-1] in ".;:)":
            break
    while kept and kept[-1].casefold() in JOINING | {","}:
        kept.pop()
    name = " ".join(kept).replace(" ,", ",")
    name = _without_region(name)
    if name.casefold() == head.casefold() and not words.alone.match(head):
        return ""
    return name


@cache
def _province_tail() -> re.Pattern[str]:
    names = [key.split(" ", 1)[1] for key in regions()]
    return re.compile(r"\s(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")$", re.I)


def _without_region(name: str) -> str:
    return name if name.casefold().startswith("kecamatan") else _province_tail().sub("", name)


@cache
def _part_of_office() -> re.Pattern[str]:
    parts = [rf"^((?:{entry['head']})\b.+?)\s+(?:{entry['whole']})$" for entry in entries("identify", "office_part")]
    return re.compile("|".join(parts))


def _first_group(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


def office_key(name: str) -> str:
    """Lower-cased content words of an office name in alphabetical order: spelling variants share it."""
    kept = re.findall(r"[a-z]+", _part_of_office().sub(_first_group, name.casefold()))
    return " ".join(sorted({re.sub(r"^pengelolaan$", "pengelola", word) for word in kept} - JOINING))


def claim_office(passages: Sequence[Passage]) -> Claim[str | None]:
    """The office that most and best places name."""
    votes = Votes()
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    weights = {
        Zone.BANNER: 1.0,
        Zone.CELL: 0.15,
        Zone.COLUMNS: 0.1,
        Zone.FOREWORD: 0.25,
        Zone.FILE: 0.3,
        Zone.CAPTION: 1.0,
        Zone.CHAPTER: 1.5,
    }
    for passage in passages:
        if passage.zone in (Zone.CELL, Zone.BANNER) and not _whole_office(passage.text):
            continue
        weight = weights.get(passage.zone, 4 * WEIGHT[passage.zone])
        for position, name in enumerate(find_offices(passage.text)):
            key = office_key(name)
            vote = weight / (1 + position) if passage.zone is not Zone.FOREWORD else weight
            printed[key][name] += 1
            votes.add(key, passage, vote, name)
    _own_acronyms(passages, votes, printed)
    _join_prefixes(votes, printed)
    if not (ranked := votes.ranked()):
        return Claim(None, 0.0, "Nama perangkat daerah tidak ditemukan.")
    (key, count), *rest = ranked
    share = count / (count + (rest[0][1] if rest else 0.0))
    confidence = round(min(0.3 if votes.only_file(key) else SURE, share * min(1.0, 0.35 + count / 5)), 2)
    text = votes.reason(key)
    if rest and share < 0.75:
        text += f"; {printed[rest[0][0]].most_common(1)[0][0]} juga disebut"
    return Claim(printed[key].most_common(1)[0][0], confidence, sentence(text))


def _whole_office(text: str) -> bool:
    names = find_offices(text)
    return len(names) == 1 and (len(names[0]) >= 0.8 * len(text) or text.casefold() in _office_words().shorts)


def _own_acronyms(passages: Sequence[Passage], votes: Votes, printed: dict[str, Counter[str]]) -> None:
    """Votes for a full name from its initials in titles and foreword: "BPLHD"."""
    own = (Zone.COVER, Zone.HEAD, Zone.TITLE, Zone.CHAPTER, Zone.CAPTION, Zone.FOREWORD)
    tokens = Counter(t for p in passages if p.zone in own for t in re.findall(r"\b[A-Z]{3,8}\b", p.text))
    for key in votes:
        name = printed[key].most_common(1)[0][0]
        initials = "".join(word[0] for word in name.split() if word.casefold() not in JOINING).upper()
        if len(initials) >= 3 and tokens.get(initials):
            votes.add_plain(key, min(0.25 * tokens[initials], 3.0))


def _join_prefixes(votes: Votes, printed: dict[str, Counter[str]]) -> None:
    """A name that was cut off (line end, slip in lower case) gives its votes to the longer name."""
    names = {key: printed[key].most_common(1)[0][0].casefold() for key in votes}
    for short in sorted(votes, key=lambda key: len(names[key])):
        starts = (names[short] + " ", names[short] + ",")
        longer = [key for key in votes if names[key].startswith(starts)]
        best = max(longer, key=lambda key: votes[key], default=None)
        if best and votes[best] >= 0.5 * votes[short]:
            votes.give(short, best)
