"""Candidate pairs looked at: evidence, score, vetoes. Each pair of names is held against each other once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from alignment.features import Evidence, NameEvidence, compare_names, compare_rows, evidence
from alignment.normalise import NameParts
from alignment.row import AlignRow
from alignment.score import Weights, likelihood, sum_of
from alignment.veto import Veto, vetoes
from models.decision import Answer, Decision
from models.units import Unit, canonical_unit

KEPT = 100_000
"""Pairs of names whose evidence is kept, about a kilobyte each: kecamatan and puskesmas carry the same names again."""
ALIKE_ENOUGH = 0.5
"""Share of agreeing words from which a pair may be linked through a row of the same document with the same numbers."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row with its name taken apart.

    Attributes:
        number: of the name and unit among those that a `Looker` met.
        clauses: the same row under each clause of its compound name.
    """

    row: AlignRow
    parts: NameParts
    unit: Unit | None
    number: int
    clauses: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate pair of row indices, looked at."""

    left: int
    right: int
    evidence: Evidence
    score: float
    vetoes: tuple[Veto, ...]
    left_clause: int | None = None
    right_clause: int | None = None
    """The clause of a compound name that was held against the other side; None for the whole name."""
    through: str | None = None
    """Name of the row with the same numbers in the same document through which the pair was found."""
    left_over: bool = False
    """Both are the only rows of their program without a partner."""
    decision: Decision | None = None
    """What a reviewer decided; outranks the rest."""

    @property
    def is_settled(self) -> bool:
        """Did a reviewer call the two the same?"""
        return self.decision is not None and self.decision.answer is not Answer.UNSURE


class _Names(NamedTuple):
    evidence: NameEvidence
    vetoes: tuple[Veto, ...]
    sum: float


class Look(NamedTuple):
    """What one look at two rows shows."""

    evidence: Evidence
    score: float
    vetoes: tuple[Veto, ...]


@dataclass(slots=True)
class Looker:
    """Looks at pairs of rows and remembers what their names say; at most `KEPT` pairs of names are remembered."""

    bar: Weights
    _numbers: dict[tuple[NameParts, Unit | None], int] = field(default_factory=dict)
    _known: dict[tuple[int, int], _Names] = field(default_factory=dict)

    def named(self, rows: Iterable[AlignRow], parts_of: Iterable[NameParts]) -> list[Named]:
        """Rows that can be looked at by `self` until this is asked again."""
        if len(self._known) > KEPT:
            self._numbers.clear()
            self._known.clear()
        return [self._named(row, parts) for row, parts in zip(rows, parts_of, strict=True)]

    def _named(self, row: AlignRow, parts: NameParts) -> Named:
        unit = canonical_unit(row.unit)
        number = self._numbers.setdefault((parts, unit), len(self._numbers))
        return Named(row, parts, unit, number, tuple(self._named(row, clause) for clause in parts.clauses))

    def look(self, x: Named, y: Named) -> Look:
        """Evidence, score and vetoes of two rows."""
        names = self._held(x, y)
        rows = compare_rows(x.row, y.row, names.evidence)
        score = likelihood(self.bar.values, sum_of(rows.values, self.bar.values, names.sum))
        return Look(evidence(names.evidence, rows), score, names.vetoes)

    def _held(self, x: Named, y: Named) -> _Names:
        """The two names held against each other."""
        key = x.number, y.number
        found = self._known.get(key)
        if found is None:
            names = compare_names(x.parts, y.parts, x.unit, y.unit)
            against = vetoes(x.parts, y.parts, names.difference)
            found = self._known[key] = _Names(names, against, sum_of(names.values, self.bar.values))
        return found

    def look_at(
        self,
        left: Sequence[Named],
        right: Sequence[Named],
        keys: Iterable[tuple[int, int]],
    ) -> Iterator[Pair]:
        """Candidate pairs, each by its whole names or the clause of a compound name that fits best."""
        for i, j in keys:
            x, y = left[i], right[j]
            pair = Pair(i, j, *self.look(x, y))
            for m, clause in enumerate(x.clauses if not y.clauses else ()):
                part = self.look(clause, y)
                if part.score > pair.score and not part.vetoes:
                    pair = Pair(i, j, *part, left_clause=m)
            for n, clause in enumerate(y.clauses if not x.clauses else ()):
                part = self.look(x, clause)
                if part.score > pair.score and not part.vetoes:
                    pair = Pair(i, j, *part, right_clause=n)
            yield pair


def counts(pair: Pair, bar: Weights) -> bool:
    """Whether a pair can become a link at all, so that it has to be kept: by its score, its words or its numbers."""
    values = pair.evidence.values
    if pair.vetoes:
        return is_doubtful(values)
    return pair.score >= bar.review or values["nama"] >= ALIKE_ENOUGH or same_measure_and_money(values)


def is_doubtful(values: Mapping[str, float]) -> bool:
    """Same code and moving series: a pair that a veto forbids and a person should see (a name copied wrongly)."""
    return bool(values["kode_sama"]) and values["deret_sama"] == 1


def same_measure_and_money(values: Mapping[str, float]) -> bool:
    """Same measure, unit and pagu, and numbers or a few words: what the only rows left of a program must agree in."""
    if not (values["pagu_sama"] and values["ukuran_sama"] and values["satuan_sama"]):
        return False
    return bool(values["deret_sama"] or values["deret_tetap"] or values["nama"] >= 0.3)
