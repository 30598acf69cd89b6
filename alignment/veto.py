"""What forbids a link, however alike two names look: contrast words, other numbers, another office."""

from __future__ import annotations

from typing import NamedTuple

from alignment.difference import Difference
from alignment.normalise import Mark, NameParts, function_words


class Veto(NamedTuple):
    """Why two indicators cannot be the same: kind ("kontras", "angka", "singkatan", "arah") and Indonesian words."""

    kind: str
    reason: str


def vetoes(a: NameParts, b: NameParts, diff: Difference) -> tuple[Veto, ...]:
    """Everything in two names that forbids a link."""
    found = [*_contrasts(a, b, diff), *_numbers(a, b), *_acronyms(a, b, diff), *_opposite(a, b)]
    return tuple(found)


def _contrasts(a: NameParts, b: NameParts, diff: Difference) -> list[Veto]:
    """Members of one set that exclude each other: `ibu` here, `bayi` there."""
    found = []
    only = ({*diff.left_only}, {*diff.right_only})
    groups = {mark.group for mark in a.marks} & {mark.group for mark in b.marks}
    for group in sorted(groups):
        here = [mark for mark in a.marks if mark.group == group]
        there = [mark for mark in b.marks if mark.group == group]
        if {mark.member for mark in here} & {mark.member for mark in there}:
            continue
        left, right = _standing(here, only[0], b.text), _standing(there, only[1], a.text)
        if left and right:
            found.append(Veto("kontras", f"kata pembeda ({left.kind}): {left.words} ≠ {right.words}"))
    return found


def _standing(marks: list[Mark], only: set[str], other: str) -> Mark | None:
    """The mark that has a word without partner on the other side, function words ("dalam panti") included."""
    return next((mark for mark in marks if any(_alone(word, only, other) for word in mark.words.split())), None)


def _alone(word: str, only: set[str], other: str) -> bool:
    return word in only or (word in function_words() and word not in other.split())


def _numbers(a: NameParts, b: NameParts) -> list[Veto]:
    if a.numbers and b.numbers and a.numbers != b.numbers and not (a.numbers < b.numbers or b.numbers < a.numbers):
        left, right = (", ".join(sorted(n)) for n in (a.numbers - b.numbers, b.numbers - a.numbers))
        return [Veto("angka", f"angka di dalam nama berbeda: {left} ≠ {right}")]
    if a.base and b.base and a.base != b.base:
        return [Veto("angka", f"dasar angka berbeda: per {a.base} ≠ per {b.base}")]
    return []


def _acronyms(a: NameParts, b: NameParts, diff: Difference) -> list[Veto]:
    """The only words that differ are unlike acronyms: BKB and BKR."""
    if len(diff.left_only) != 1 or len(diff.right_only) != 1:
        return []
    short = {t.word for t in (*a.tokens, *b.tokens) if t.acronym}
    left, right = diff.left_only[0], diff.right_only[0]
    if {left, right} <= short:
        return [Veto("singkatan", f"singkatan berbeda: {left.upper()} ≠ {right.upper()}")]
    return []


def _opposite(a: NameParts, b: NameParts) -> list[Veto]:
    if not a.verb and not b.verb and a.change and b.change and a.change != b.change:
        return [Veto("arah", f"arah perubahan berlawanan: {a.change} ≠ {b.change}")]
    return []
