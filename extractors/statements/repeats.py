"""Statements that a document says more than once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from extractors.statements.wording import plain
from models.indicator import Statement


def _same(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    if a == b or fuzz.ratio(a, b) < 93:
        return a == b
    words, others = a.split(), b.split()
    if len(words) != len(others):
        return fuzz.ratio(a, b) >= 97
    return all(fuzz.ratio(x, y) >= 75 for x, y in zip(words, others, strict=True))  # slips, not other words


def _repeated(one: Statement, other: Statement) -> bool:
    """Whether `other` says `one` again, perhaps cut off at a line end."""
    cut = one.number == other.number and len(other.text) > 25 and plain(one.text).startswith(plain(other.text))
    return cut or _same(one.text, other.text)


def once(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each statement once: the surest of its repeats, the first of equals."""
    kept: list[Statement] = []
    for statement in statements:
        place = next((i for i, s in enumerate(kept) if s.kind is statement.kind and _repeated(s, statement)), None)
        if place is None:
            kept.append(statement)
        elif statement.confidence > kept[place].confidence:
            kept[place] = statement
        elif kept[place].parent is None and statement.parent is not None:
            kept[place] = replace(kept[place], parent=statement.parent, parent_kind=statement.parent_kind)
    return tuple(kept)
