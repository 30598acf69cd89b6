"""Decisions held against a run: which are in force for which pair, which are stale and why, where reviewers differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from models.decision import Answer, Decision, Held, Side, Standing, Subject, document_key, folded
from models.document import Document

ALIKE = 60.0
"""Likeness of names (token_sort_ratio) from which another row may have taken the place of one that is gone."""

NEWER = "ada keputusan yang lebih baru"
"""Why a decision is replaced."""
SidesOf = Callable[[Document], Iterable[tuple[str, Side]]]
"""Ids and sides of all indicators, or of all goal statements, of a document."""
Rulings = Mapping[tuple[str, str], Decision]
"""(id of the left, id of the right indicator or statement) -> the decision in force."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What all decisions mean for a run.

    Attributes:
        held: every decision, in order of time.
        rulings: by ids of the left and right document.
    """

    held: tuple[Held, ...] = ()
    rulings: Mapping[tuple[str, str], Rulings] = field(default_factory=dict)

    @property
    def linked(self) -> frozenset[str]:
        """Ids that a reviewer linked, or wants to be looked at."""
        pairs = (item for found in self.rulings.values() for item in found.items())
        return frozenset(id_ for ids, said in pairs if said.answer is not Answer.NO for id_ in ids)


class _Sides:
    """The sides of a run's documents, made when first asked for."""

    def __init__(self, sides_of: SidesOf) -> None:
        self._sides_of = sides_of
        self._made: dict[str, dict[tuple[str, ...], list[tuple[str, Side]]]] = {}

    def of(self, document: Document) -> Mapping[tuple[str, ...], list[tuple[str, Side]]]:
        if document.id not in self._made:
            sides: dict[tuple[str, ...], list[tuple[str, Side]]] = defaultdict(list)
            for id_, side in self._sides_of(document):
                sides[side.key].append((id_, side))
            self._made[document.id] = dict(sides)
        return self._made[document.id]


def hold(decisions: Sequence[Decision], pairs: Iterable[tuple[Document, Document]], sides_of: SidesOf) -> Holding:
    """Find the sides of all decisions on one subject in a run.

    Rows of one document with the same words are the same: a decision holds for all of them.

    Args:
        decisions: in order of time; of those about one pair the last counts.
        pairs: documents that are held against each other, upper and lower.
        sides_of: asked once for each document that a decision speaks of.
    """
    last = {decision.pair: decision for decision in decisions}
    met: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Document, Document]]] = defaultdict(list)
    for left, right in pairs if decisions else ():
        met[document_key(left), document_key(right)].append((left, right))
    sides = _Sides(sides_of)
    held: list[Held] = []
    rulings: dict[tuple[str, str], dict[tuple[str, str], Decision]] = defaultdict(dict)
    for decision in decisions:
        if last[decision.pair] is not decision:
            held.append(Held(decision, Standing.REPLACED, NEWER))
        elif decision.answer is Answer.WITHDRAWN:
            held.append(Held(decision, Standing.WITHDRAWN))
        else:
            both = met.get((decision.left.document, decision.right.document), [])
            held.append(_held(decision, both, sides, rulings))
    differ = disagreements(decisions)
    judged = {ids for found in rulings.values() for ids in found}
    return Holding(
        tuple(replace(_settled(one, judged), others=differ.get(one.decision.id)) for one in held),
        {key: dict(found) for key, found in rulings.items()},
    )


def _settled(held: Held, judged: Collection[tuple[str, str]]) -> Held:
    """A stale decision whose successors were judged in their new words waits for nobody."""
    left, right = held.left or held.left_heir, held.right or held.right_heir
    if held.standing is not Standing.STALE or left is None or right is None or (left, right) not in judged:
        return held
    return replace(held, standing=Standing.REPLACED, note=f"diputuskan lagi atas tulisan yang baru ({held.note})")


def disagreements(decisions: Iterable[Decision]) -> dict[str, str]:
    """By id of a decision that is its reviewer's last word on a pair: what others last said against it, in Indonesian.

    A plain "ya" goes with every relation that links the two; whoever withdrew an answer says nothing.
    """
    words: dict[str, dict[str, Decision]] = defaultdict(dict)
    for decision in decisions:
        words[decision.pair][folded(decision.by)] = decision
    found = {}
    for said in words.values():
        for by, decision in said.items():
            against = [other for who, other in said.items() if who != by and _contradict(decision.answer, other.answer)]
            if against:
                found[decision.id] = "; ".join(
                    f"{other.by}, {other.at[:10]}: {other.answer.value} ({other.reason})" for other in against
                )
    return found


def _contradict(one: Answer, other: Answer) -> bool:
    linked = (Answer.SAME, Answer.CHANGED)
    agree = one is other or (one is Answer.YES and other in linked) or (other is Answer.YES and one in linked)
    return not agree and Answer.WITHDRAWN not in (one, other)


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
    notes: list[str] = []
    heirs: list[tuple[str, Side] | None] = []
    for label, side, document, found in (
        ("kiri", decision.left, upper, lefts),
        ("kanan", decision.right, lower, rights),
    ):
        heir = None if found else _heir(side, (one for same in sides.of(document).values() for one in same))
        heirs.append(heir)
        if not found:
            notes.append(f"{label}: {_what_changed(side, heir[1] if heir else None)}")
    return Held(
        decision,
        Standing.STALE,
        "; ".join(notes),
        lefts[0][0] if lefts else None,
        rights[0][0] if rights else None,
        *(heir[1].name if heir else None for heir in heirs),
        *(heir[0] if heir else None for heir in heirs),
    )


def _heir(side: Side, others: Iterable[tuple[str, Side]]) -> tuple[str, Side] | None:
    """The row that most probably took the place of a side that is gone: like names, then what else agrees."""
    name = folded(side.name)
    best, found = (ALIKE, -1), None
    for id_, other in others:
        alike = fuzz.token_sort_ratio(name, folded(other.name))
        agree = sum(x == y for x, y in zip(side.key, other.key, strict=True))
        if (alike, agree) > best:
            best, found = (alike, agree), (id_, other)
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
    words = _WORDS if side.subject is Subject.INDICATOR else {"level": "jenis", "name": "teks"}
    return ", ".join(
        f"{word} “{getattr(side, name) or '-'}” menjadi “{getattr(heir, name) or '-'}”"
        for name, word in words.items()
        if folded(getattr(side, name)) != folded(getattr(heir, name))
    )
