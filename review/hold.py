"""Decisions held against a run: which are in force for which pair of indicators, which are stale and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from models.decision import Answer, Decision, Held, Side, Standing, document_key, folded, side_of
from models.document import Document
from models.indicator import Indicator

ALIKE = 60.0
"""Likeness of names (token_sort_ratio) from which another row may have taken the place of one that is gone."""

Numbered = Iterable[tuple[str, Indicator]]
Rulings = Mapping[tuple[str, str], Decision]
"""(id of the left, id of the right indicator) -> the decision in force."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What all decisions mean for a run.

    Attributes:
        held: every decision, in order of time.
        rulings: by ids of the left and right document.
    """

    held: tuple[Held, ...] = ()
    rulings: Mapping[tuple[str, str], Rulings] = field(default_factory=dict)


class _Sides:
    """The sides of a run's documents, made when first asked for."""

    def __init__(self, indicators: Mapping[str, Numbered]) -> None:
        self._indicators = indicators
        self._made: dict[str, dict[tuple[str, ...], list[tuple[str, Side]]]] = {}

    def of(self, document: Document) -> Mapping[tuple[str, ...], list[tuple[str, Side]]]:
        if document.id not in self._made:
            sides: dict[tuple[str, ...], list[tuple[str, Side]]] = defaultdict(list)
            for id_, indicator in self._indicators[document.id]:
                side = side_of(document, indicator)
                sides[side.key].append((id_, side))
            self._made[document.id] = dict(sides)
        return self._made[document.id]


def hold(
    decisions: Sequence[Decision], pairs: Iterable[tuple[Document, Document]], indicators: Mapping[str, Numbered]
) -> Holding:
    """Find the sides of all decisions in a run.

    Rows of one document with the same words are the same indicator: a decision holds for all of them.

    Args:
        decisions: in order of time; of those about one pair the last counts.
        pairs: documents that are held against each other, upper and lower.
        indicators: by document id, with their ids.
    """
    last = {decision.pair: decision for decision in decisions}
    met: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Document, Document]]] = defaultdict(list)
    for left, right in pairs if decisions else ():
        met[document_key(left), document_key(right)].append((left, right))
    sides = _Sides(indicators)
    held: list[Held] = []
    rulings: dict[tuple[str, str], dict[tuple[str, str], Decision]] = defaultdict(dict)
    for decision in decisions:
        if last[decision.pair] is not decision:
            held.append(Held(decision, Standing.REPLACED, "ada keputusan yang lebih baru"))
        elif decision.answer is Answer.WITHDRAWN:
            held.append(Held(decision, Standing.WITHDRAWN))
        else:
            both = met.get((decision.left.document, decision.right.document), [])
            held.append(_held(decision, both, sides, rulings))
    return Holding(tuple(held), {key: dict(found) for key, found in rulings.items()})


def _held(
    decision: Decision,
    both: Sequence[tuple[Document, Document]],
    sides: _Sides,
    rulings: dict[tuple[str, str], dict[tuple[str, str], Decision]],
) -> Held:
    if not both:
        return Held(decision, Standing.NOT_MET, "kedua dokumennya tidak dibandingkan dalam putaran ini")
    first: tuple[str, str] | None = None
    for upper, lower in both:
        lefts = sides.of(upper).get(decision.left.key, [])
        rights = sides.of(lower).get(decision.right.key, [])
        if lefts and rights:
            rulings[upper.id, lower.id] |= {(left, right): decision for left, _ in lefts for right, _ in rights}
            first = first or (lefts[0][0], rights[0][0])
    if first:
        return Held(decision, Standing.IN_FORCE, None, *first)
    upper, lower = both[-1]
    notes, now = [], []
    for label, side, document, found in (
        ("kiri", decision.left, upper, lefts),
        ("kanan", decision.right, lower, rights),
    ):
        heir = None if found else _heir(side, (one for same in sides.of(document).values() for _, one in same))
        now.append(heir.name if heir else None)
        if not found:
            notes.append(f"{label}: {_what_changed(side, heir)}")
    return Held(
        decision,
        Standing.STALE,
        "; ".join(notes),
        lefts[0][0] if lefts else None,
        rights[0][0] if rights else None,
        *now,
    )


def _heir(side: Side, others: Iterable[Side]) -> Side | None:
    """The row that most probably took the place of a side that is gone: like names, then what else agrees."""
    name = folded(side.name)
    best, found = (ALIKE, -1), None
    for other in others:
        alike = fuzz.token_sort_ratio(name, folded(other.name))
        agree = sum(x == y for x, y in zip(side.key, other.key, strict=True))
        if (alike, agree) > best:
            best, found = (alike, agree), other
    return found


_WORDS = {
    "level": "tingkat",
    "code": "kode",
    "name": "nama",
    "unit": "satuan",
    "responsible": "pelaksana",
    "parents": "induk",
}


def _what_changed(side: Side, heir: Side | None) -> str:
    if heir is None:
        return f"“{side.name}” tidak ditemukan lagi di {' '.join(filter(None, (side.kind, side.opd, side.years)))}"
    return ", ".join(
        f"{word} “{getattr(side, name) or '-'}” menjadi “{getattr(heir, name) or '-'}”"
        for name, word in _WORDS.items()
        if folded(getattr(side, name)) != folded(getattr(heir, name))
    )
