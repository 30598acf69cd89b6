"""Passages and tables of one office's document that stand in another office's or region's document.

Names of offices and regions are masked, because who copies replaces them; what many owners say alike is boilerplate and
is left out, as is prose about regulations or about what a chapter holds. Candidates come from MinHash (datasketch);
each is then measured by its shingles.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from datasketch import MinHash, MinHashLSH

from models import lexicon
from models.evidence import Evidence
from models.passage import NearCopy, Passage, PassageKind

Hashes: TypeAlias = npt.NDArray[np.uint32]
_Masks: TypeAlias = Mapping[str, Sequence[list[str]]]

SHINGLE = 4
"""Words taken together."""
LEAST_SHINGLES = 15
"""Shingles of its own without which a passage is not compared."""
ALIKE = 0.6
"""Share of common shingles (Jaccard) from which two passages are near copies."""
_PERMUTATIONS = 64
_CANDIDATE = 0.5
_FEW = 4
"""From so many owners on, what more than half of them say is boilerplate."""
_MANY = 10
"""And what more than so many say is boilerplate anyway: a table of one computer system, a text of a guide."""


def find_near_copies(passages: Sequence[Passage], names: Collection[str]) -> list[NearCopy]:
    """Near copies among passages of different owners, each passage with its nearest partner only.

    Args:
        passages: of all documents, the earlier document first: it is the left one of a pair.
        names: offices and regions as printed anywhere in the run.
    """
    masks = _masks(names)
    shingles = [_shingles(_words(masks, passage)) for passage in passages]
    shingles = _own(shingles, [(passage.region, passage.office) for passage in passages])
    sketches = {place: _sketch(own) for place, own in enumerate(shingles) if own.size >= LEAST_SHINGLES}
    index = MinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS)
    for place, sketch in sketches.items():
        index.insert(place, sketch)
    best: dict[int, tuple[float, int]] = {}
    owners: defaultdict[int, set[tuple[str | None, str | None]]] = defaultdict(set)
    for place, sketch in sketches.items():
        one = passages[place]
        for other in index.query(sketch):
            another = passages[other]
            if one.kind is not another.kind or one.may_share_with(another):
                continue
            both = np.intersect1d(shingles[place], shingles[other], assume_unique=True).size
            likeness = both / (shingles[place].size + shingles[other].size - both)
            if likeness >= ALIKE:
                owners[place].add((another.region, another.office))
                best[place] = max(best.get(place, (0.0, 0)), (likeness, -other))
    pairs = {(min(place, -other), max(place, -other)): likeness for place, (likeness, other) in best.items()}
    return [
        NearCopy(
            passages[a],
            passages[b],
            likeness,
            min(len(_words(masks, passages[a])), len(_words(masks, passages[b]))),
            max(len(owners[a]) - 1, 0),
        )
        for (a, b), likeness in sorted(pairs.items())
    ]


def table_passages(rows: Iterable[Evidence]) -> Iterator[Evidence]:
    """The rows of one page (of one table in Word and Excel) as one passage, each row once."""
    pages: defaultdict[tuple[str, int | None, int | None], dict[str, Evidence]] = defaultdict(dict)
    for evidence in rows:
        pages[evidence.sha256, evidence.page, evidence.table].setdefault(evidence.quote, evidence)
    for found in pages.values():
        first = next(iter(found.values()))
        quote = " | ".join(found)
        yield Evidence(first.sha256, first.file, first.page, first.table, first.row, first.box, quote)


def _own(shingles: list[Hashes], owners: list[tuple[str | None, str | None]]) -> list[Hashes]:
    """Shingles without the boilerplate."""
    by_owner: defaultdict[tuple[str | None, str | None], list[Hashes]] = defaultdict(list)
    for said, owner in zip(shingles, owners, strict=True):
        by_owner[owner].append(said)
    if len(by_owner) < _FEW:
        return shingles
    found, count = np.unique(
        np.concatenate([np.unique(np.concatenate(said)) for said in by_owner.values()]), return_counts=True
    )
    common = found[count > min(len(by_owner) / 2, _MANY)]
    return [np.setdiff1d(said, common, assume_unique=True) for said in shingles]


def _sketch(shingles: Hashes) -> MinHash:
    sketch = _empty().copy()
    sketch.update_batch(shingles.tolist())
    return sketch


@cache
def _empty() -> MinHash:
    """Copied for every passage: making its permutations takes longer than using them."""
    return MinHash(num_perm=_PERMUTATIONS, hashfunc=_same)


def _same(value: int) -> int:
    """Shingles are hashes already."""
    return value


def _shingles(words: list[str]) -> Hashes:
    """Hashes of all runs of `SHINGLE` words, sorted, each once."""
    runs = (" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))
    return np.unique(np.fromiter((zlib.crc32(run.encode()) for run in runs), dtype=np.uint32))


def _words(masks: _Masks, passage: Passage) -> list[str]:
    """Masked words. Numbers of prose are left out (years are replaced); those of a table make it a copy."""
    text = passage.evidence.quote
    if _boilerplate().search(text):
        return []
    text = _office().sub(" pd ", text).casefold()
    words = re.findall(r"[^\W\d_]+|\d+" if passage.kind is PassageKind.TABLE else r"[^\W\d_]+", text)
    masked, place = [], 0
    while place < len(words):
        name = next((name for name in masks.get(words[place], ()) if words[place : place + len(name)] == name), None)
        masked.append("pd" if name else words[place])
        place += len(name) if name else 1
    return masked


def _masks(names: Collection[str]) -> _Masks:
    """Names as lists of words by their first word, the longest first."""
    masks: defaultdict[str, list[list[str]]] = defaultdict(list)
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        if words := re.findall(r"[^\W\d_]+", name.casefold()):
            masks[words[0]].append(words)
    return masks


@cache
def _office() -> re.Pattern[str]:
    """An office or region by its type with the capitalised words behind it."""
    types = "|".join(r"\s+".join(map(re.escape, word.split())) for word in _types())
    return re.compile(rf"\b(?i:{types})(?:,?\s+(?:(?:dan|serta)\s+)?[A-Z][A-Za-z./-]*)+")


@cache
def _types() -> tuple[str, ...]:
    words = {str(entry["word"]) for entry in lexicon.entries("offices", "type")}
    return tuple(sorted({*words, "kabupaten", "kota", "provinsi"}, key=len, reverse=True))


@cache
def _boilerplate() -> re.Pattern[str]:
    patterns = [one for entry in lexicon.entries("scoring", "boilerplate") for one in entry["patterns"]]
    return re.compile("|".join(patterns), re.IGNORECASE)
