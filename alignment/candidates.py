"""Which pairs are worth a closer look: nearest names, shared word roots, equal codes, within one office.

Never all pairs of two documents: offices part them into blocks, and a block is scored in slices of `SLICE` rows with
one byte (names) or four (roots) per pair. So the widest block bounds the memory, and time grows with the blocks.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from scipy import sparse

from alignment.difference import roots
from alignment.normalise import NameParts
from alignment.offices import COLLECTIVE, mother_office
from alignment.row import AlignRow
from models.codes import canonical_code

NEAREST = 8
"""Neighbours kept per row and side for each of the two name measures."""
FAINT = 0.12
"""Cosine of shared roots below which a neighbour is none."""
SLICE = 512
SAME_CODE = 40
"""Rows of one code that are still crossed with each other; beyond, the code says too little (X.XX.01)."""


def candidates(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    left_parts: Sequence[NameParts],
    right_parts: Sequence[NameParts],
) -> list[tuple[int, int]]:
    """Indices of pairs to compare, sorted. Rows with an empty name are in none."""
    found = set().union(*block_candidates(left, right, left_parts, right_parts))
    found.update(same_names(left, right, *([parts.text for parts in side] for side in (left_parts, right_parts))))
    return sorted(found)


def block_candidates(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    left_parts: Sequence[NameParts],
    right_parts: Sequence[NameParts],
) -> Iterator[set[tuple[int, int]]]:
    """Indices of pairs to compare, one office after the other. No pair is in two blocks."""
    for rows, columns in _blocks(left, right):
        i = [k for k in rows if left_parts[k].tokens]
        j = [k for k in columns if right_parts[k].tokens]
        if not i or not j:
            continue
        a, b = [left_parts[k] for k in i], [right_parts[k] for k in j]
        found = {(i[x], j[y]) for x, y in _near_names(a, b)}
        found.update((i[x], j[y]) for x, y in _shared_roots(a, b))
        found.update((i[x], j[y]) for x, y in _same_codes([left[k] for k in i], [right[k] for k in j]))
        yield found


def _blocks(left: Sequence[AlignRow], right: Sequence[AlignRow]) -> Iterator[tuple[list[int], list[int]]]:
    """Rows of one office on both sides; rows that name none, or all, meet every row."""
    sides = []
    for rows in (left, right):
        by_office: dict[str | None, list[int]] = defaultdict(list)
        for index, row in enumerate(rows):
            by_office[mother_office(row.opd)].append(index)
        sides.append(by_office)
    offices, others = sides
    for office in offices:
        if office is not None and office in others:
            yield offices[office], others[office]
    if None in offices:
        yield offices[None], list(range(len(right)))
    if None in others:
        yield [k for office, rows in offices.items() if office is not None for k in rows], others[None]


def _sorted_name(parts: NameParts) -> str:
    return " ".join(sorted(token.word for token in parts.tokens))


def _near_names(a: Sequence[NameParts], b: Sequence[NameParts]) -> Iterator[tuple[int, int]]:
    """Nearest names by letters; words are sorted once, so a plain ratio is the token-sort ratio, four times faster."""
    names, others = [_sorted_name(p) for p in a], [_sorted_name(p) for p in b]
    for x, y in _nearest_by_letters(names, others):
        yield x, y
    for y, x in _nearest_by_letters(others, names):
        yield x, y


def _nearest_by_letters(names: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int]]:
    for start in range(0, len(names), SLICE):
        scores = process.cdist(names[start : start + SLICE], others, scorer=fuzz.ratio, dtype=np.uint8, score_cutoff=45)
        yield from _top(scores, start)


def _top(scores: NDArray[Any], start: int, floor: float = 0) -> Iterator[tuple[int, int]]:
    count = min(NEAREST, scores.shape[1])
    best = np.argpartition(scores, -count, axis=1)[:, -count:]
    rows, places = np.nonzero(np.take_along_axis(scores, best, axis=1) > floor)
    yield from zip((rows + start).tolist(), best[rows, places].tolist(), strict=True)


@lru_cache(maxsize=65536)
def _index_roots(word: str) -> tuple[str, ...]:
    """Roots of a word as index terms; long words keep their shortest ones, which their forms share."""
    return tuple(sorted(roots(word), key=lambda root: (len(root), root))[:4])


def _shared_roots(a: Sequence[NameParts], b: Sequence[NameParts]) -> Iterator[tuple[int, int]]:
    """Nearest names by shared word roots, rare roots weighing more: finds short names inside long ones."""
    terms = [[{r for t in (*p.tokens, *p.concepts) for r in _index_roots(t.word)} for p in side] for side in (a, b)]
    counts = Counter(root for side in terms for roots_of in side for root in roots_of)
    total = len(a) + len(b)
    telling = sorted(root for root, count in counts.items() if count <= max(30, total // 5))
    place = {root: column for column, root in enumerate(telling)}
    if not place:
        return
    weight = {root: math.log((total + 1) / counts[root]) for root in place}
    first, second = (_term_matrix(side, place, weight) for side in terms)
    for start in range(0, len(a), SLICE):
        yield from _top((first[start : start + SLICE] @ second.T).toarray(), start, FAINT)
    for start in range(0, len(b), SLICE):
        for y, x in _top((second[start : start + SLICE] @ first.T).toarray(), start, FAINT):
            yield x, y


def _term_matrix(rows: Sequence[set[str]], place: dict[str, int], weight: dict[str, float]) -> sparse.csr_matrix:
    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        known = sorted(root for root in row if root in place)
        length = math.sqrt(sum(weight[root] ** 2 for root in known)) or 1.0
        data.extend(weight[root] / length for root in known)
        columns.extend(place[root] for root in known)
        ends.append(len(columns))
    return sparse.csr_matrix(
        (np.array(data, np.float32), np.array(columns, np.int32), np.array(ends, np.int32)),
        shape=(len(rows), len(place)),
    )


def _same_codes(left: Sequence[AlignRow], right: Sequence[AlignRow]) -> Iterator[tuple[int, int]]:
    sides = []
    for rows in (left, right):
        by_code: dict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(rows):
            code = canonical_code(row.code)
            if code:
                by_code[code].append(index)
        sides.append(by_code)
    here, there = sides
    for code in here.keys() & there.keys():
        if len(here[code]) * len(there[code]) <= SAME_CODE:
            yield from ((x, y) for x in here[code] for y in there[code])


def same_names(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    left_texts: Sequence[str],
    right_texts: Sequence[str],
) -> Iterator[tuple[int, int]]:
    """One name under two offices (a renamed office), unless it is a clone that several offices carry.

    Told by all rows of both documents: `left_texts` and `right_texts` are their normalised names.
    """
    sides = []
    for rows, texts in ((left, left_texts), (right, right_texts)):
        by_name: dict[str, list[int]] = defaultdict(list)
        for index, (row, text) in enumerate(zip(rows, texts, strict=True)):
            if text and row.opd and row.opd != COLLECTIVE:
                by_name[text].append(index)
        sides.append(by_name)
    here, there = sides
    for name in here.keys() & there.keys():
        offices = [{mother_office(rows[k].opd) for k in ks} for rows, ks in ((left, here[name]), (right, there[name]))]
        if all(len(o) == 1 for o in offices) and offices[0] != offices[1]:
            yield from ((x, y) for x in here[name][:5] for y in there[name][:5])
