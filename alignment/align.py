"""The same indicator in two documents: candidates, evidence, veto, one-to-one assignment, relation with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from alignment.assign import assign
from alignment.candidates import candidates
from alignment.features import Evidence, compare, one_sided, program_of
from alignment.normalise import NameParts, harvest, parts_with
from alignment.offices import office_keys
from alignment.reasons import changes, decided_by, decided_relation, doubts, relation, supports
from alignment.row import AlignRow, row_of, row_of_record
from alignment.score import Weights, probability, weights
from alignment.unsure import EXCHANGED, another_output, narrowed
from alignment.veto import Veto, vetoes
from models.decision import Answer, Decision
from models.link import Link, Relation

__all__ = ["AlignRow", "align", "align_records", "row_of"]


NO_RULINGS: Mapping[tuple[str, str], Decision] = {}


def align_records(
    left: Sequence[Mapping[str, Any]], right: Sequence[Mapping[str, Any]], bar: Weights | None = None
) -> list[Link]:
    """`align` for records in the shape that `selaras extract` prints, each with an `id` and, where known, an `opd`.

    Offices are recognised among all names of both sides; `responsible` stands in for a missing `opd`.
    """
    return align(*rows_of_records(left, right), bar)


def rows_of_records(
    left: Sequence[Mapping[str, Any]], right: Sequence[Mapping[str, Any]]
) -> tuple[list[AlignRow], list[AlignRow]]:
    """Both sides' records as rows, with the keys of their offices."""
    names = {name for record in (*left, *right) if (name := _office_name(record))}
    keys = office_keys(names)
    rows = [[row_of_record(r, keys.get(_office_name(r) or "")) for r in side] for side in (left, right)]
    return rows[0], rows[1]


def _office_name(record: Mapping[str, Any]) -> str | None:
    name = record.get("opd") or record.get("responsible")
    return name if isinstance(name, str) and name.strip() else None


ALIKE_ENOUGH = 0.5
"""Share of agreeing words from which a pair may be linked through a row of the same document with the same numbers."""


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


def align(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    bar: Weights | None = None,
    rulings: Mapping[tuple[str, str], Decision] = NO_RULINGS,
) -> list[Link]:
    """Link the indicators of two documents that are the same.

    An indicator gets one partner, except where its document names it several times (in several tables) or where it was
    split or merged. A row without a partner stays without one: nothing is linked for lack of better. What a reviewer
    decided outranks all that: a pair said to be the same is linked, one said not to be never is, and the others find
    their partners among what is left.

    Args:
        left: rows of the upper document; ids are unique.
        right: rows of the lower document.
        bar: weights and thresholds; the checked-in ones unless given.
        rulings: decisions by pair of ids.

    Returns:
        Links in the order of `left`, then `right`, each with relation, probability, Indonesian reasons and features.
    """
    bar = bar or weights()
    if not left or not right:
        return []
    glossary = harvest(row.name for row in (*left, *right))
    a = [parts_with(row.name, row.unit, glossary) for row in left]
    b = [parts_with(row.name, row.unit, glossary) for row in right]
    ruled = _ruled(left, right, rulings)
    pairs = look_at(left, right, a, b, sorted({*candidates(left, right, a, b), *ruled}), bar)
    pairs, decided = _outranked(pairs, ruled)
    open_pairs = {key: pair for key, pair in pairs.items() if not pair.vetoes}
    linked = decided | _one_to_one(open_pairs, _same_rows(left, a), _same_rows(right, b), bar, decided)
    linked |= _repeated(left, right, a, b, open_pairs, linked, bar)
    linked |= _doubtful(pairs, linked)
    linked |= _left_over(left, right, open_pairs, linked)
    return [_link(left, right, a, b, linked[key], bar) for key in sorted(linked)]


def _ruled(
    left: Sequence[AlignRow], right: Sequence[AlignRow], rulings: Mapping[tuple[str, str], Decision]
) -> dict[tuple[int, int], Decision]:
    """Decisions by pair of row indices."""
    if not rulings:
        return {}
    lefts, rights = ({row.id: index for index, row in enumerate(rows)} for rows in (left, right))
    return {(lefts[x], rights[y]): said for (x, y), said in rulings.items() if x in lefts and y in rights}


def _outranked(
    pairs: Mapping[tuple[int, int], Pair], ruled: Mapping[tuple[int, int], Decision]
) -> tuple[dict[tuple[int, int], Pair], dict[tuple[int, int], Pair]]:
    """All pairs but those that a reviewer ruled out, and the ones that a reviewer made, certain if called the same."""
    left = {key: pair for key, pair in pairs.items() if key not in ruled or ruled[key].answer is not Answer.NO}
    decided = {}
    for key, said in ruled.items():
        if key in left:
            pair = replace(left[key], vetoes=(), decision=said)
            decided[key] = replace(pair, score=1.0) if pair.is_settled else pair
    return left | decided, decided


def _same_rows(rows: Sequence[AlignRow], parts_of: Sequence[NameParts]) -> list[int]:
    """Number of the indicator that each row prints: one for rows of one name, office and program."""
    numbers: dict[tuple[object, ...], int] = {}
    result = []
    for row, parts in zip(rows, parts_of, strict=True):
        key = (parts.text, parts.measure, row.opd, program_of(row.code))
        result.append(numbers.setdefault(key, len(numbers)))
    return result


def _one_to_one(
    pairs: Mapping[tuple[int, int], Pair],
    left_of: Sequence[int],
    right_of: Sequence[int],
    bar: Weights,
    decided: Mapping[tuple[int, int], Pair],
) -> dict[tuple[int, int], Pair]:
    """Assign indicators to each other; all rows of a linked pair of indicators are linked that are likely enough.

    Indicators that a reviewer called the same have their partner and take no other.
    """
    settled = {(left_of[i], right_of[j]) for (i, j), pair in decided.items() if pair.is_settled}
    taken_left, taken_right = {i for i, _ in settled}, {j for _, j in settled}
    best: dict[tuple[int, int], float] = {}
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for (i, j), pair in pairs.items():
        key = left_of[i], right_of[j]
        if (i, j) in decided and not pair.is_settled:
            continue
        if key in settled or not (key[0] in taken_left or key[1] in taken_right):
            best[key] = max(best.get(key, 0.0), _worth(pair.score))
            members.setdefault(key, []).append((i, j))
    linked: dict[tuple[int, int], Pair] = {}
    for key in assign(best, _worth(bar.review)):
        scores = [pairs[member].score for member in members[key]]
        floor = bar.link if max(scores) >= bar.link else bar.review
        linked |= {member: pairs[member] for member in members[key] if pairs[member].score >= floor}
    return linked


def look_at(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    a: Sequence[NameParts],
    b: Sequence[NameParts],
    keys: Sequence[tuple[int, int]],
    bar: Weights,
) -> dict[tuple[int, int], Pair]:
    """Evidence, score and vetoes of candidate pairs."""
    result = {}
    for i, j in keys:
        whole = _look(left[i], right[j], a[i], b[j], bar)
        pair = Pair(i, j, *whole)
        for m, clause in enumerate(a[i].clauses if not b[j].clauses else ()):
            part = _look(left[i], right[j], clause, b[j], bar)
            if part[1] > pair.score and not part[2]:
                pair = Pair(i, j, *part, left_clause=m)
        for n, clause in enumerate(b[j].clauses if not a[i].clauses else ()):
            part = _look(left[i], right[j], a[i], clause, bar)
            if part[1] > pair.score and not part[2]:
                pair = Pair(i, j, *part, right_clause=n)
        result[i, j] = pair
    return result


def _look(
    left: AlignRow, right: AlignRow, a: NameParts, b: NameParts, bar: Weights
) -> tuple[Evidence, float, tuple[Veto, ...]]:
    evidence = compare(left, right, a, b)
    return evidence, probability(evidence.values, bar.values), vetoes(a, b, evidence.difference)


def _worth(likely: float) -> float:
    """Odds: one certain pair outweighs any number of middling ones that would break it up."""
    return min(1e9, likely / max(1e-9, 1 - likely))


def _repeated(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    a: Sequence[NameParts],
    b: Sequence[NameParts],
    pairs: Mapping[tuple[int, int], Pair],
    linked: Mapping[tuple[int, int], Pair],
    bar: Weights,
) -> dict[tuple[int, int], Pair]:
    """Further pairs of rows that repeat, split or merge an indicator that has its partner already."""
    of_left: dict[int, list[int]] = {}
    of_right: dict[int, list[int]] = {}
    for i, j in sorted(linked, key=lambda key: -linked[key].score):
        of_left.setdefault(i, []).append(j)
        of_right.setdefault(j, []).append(i)
    found = {}
    for (i, j), pair in pairs.items():
        others_j, others_i = of_left.get(i, []), of_right.get(j, [])
        if (i, j) in linked or not (others_i or others_j):
            continue
        if pair.score < bar.link and pair.evidence.values["nama"] < ALIKE_ENOUGH:
            continue
        right_twin, right_row = max(
            ((_twin(right[k], right[j], b[k], b[j], bar), k) for k in others_j), default=(1.0, None)
        )
        left_twin, left_row = max(
            ((_twin(left[k], left[i], a[k], a[i], bar), k) for k in others_i), default=(1.0, None)
        )
        through = None
        if left_row is not None and left_twin == 1 and linked[left_row, j].score >= bar.link:
            through = left[left_row].name
        elif right_row is not None and right_twin == 1 and linked[i, right_row].score >= bar.link:
            through = right[right_row].name
        if through or (right_twin and left_twin and pair.score >= bar.link):
            found[i, j] = replace(pair, score=max(pair.score, bar.link), through=through)
        elif pair.score >= bar.link and (
            (others_i and not others_j and _split(pair, pairs[others_i[0], j], a[i], a[others_i[0]], b[j]))
            or (others_j and not others_i and _split(pair, pairs[i, others_j[0]], b[j], b[others_j[0]], a[i]))
        ):
            found[i, j] = pair
    return found


def _twin(x: AlignRow, y: AlignRow, a: NameParts, b: NameParts, bar: Weights) -> float:
    """How sure two rows of one document are one indicator, printed twice: 0 no, 0.5 by name, 1 by their numbers too.

    Within one table other words mean another indicator; only another table may reword or shorten a name.
    """
    evidence = compare(x, y, a, b)
    values = evidence.values
    if values["kode_beda"] or values["opd_beda"] or vetoes(a, b, evidence.difference):
        return 0.0
    likely = probability(evidence.values, bar.values) >= bar.link
    other_table = (x.table, x.level) != (y.table, y.level)
    if other_table and likely and values["deret_sama"] == 1:
        return 1.0
    if values["nama_penuh"] and not values["ukuran_beda"]:
        return 0.5
    changed = values["ganti"] or values["ukuran_beda"] or values["perubahan_beda"] or one_sided(a, b)
    reworded = other_table and likely and not changed
    return 0.5 if reworded else 0.0


def _split(pair: Pair, other: Pair, mine: NameParts, its: NameParts, whole: NameParts) -> bool:
    """Whether two rows of one side are parts of one row of the other: clauses of it, or "A" and "B" of "A dan B"."""
    clauses = {(p.left_clause, p.right_clause) for p in (pair, other)}
    if len(clauses) == 2 and (None, None) not in clauses:
        return True
    words = {t.word for t in whole.tokens}
    here, there = {t.word for t in mine.tokens}, {t.word for t in its.tokens}
    return bool(here and there) and here <= words and there <= words and bool(here - there) and bool(there - here)


def _doubtful(
    pairs: Mapping[tuple[int, int], Pair], linked: Mapping[tuple[int, int], Pair]
) -> dict[tuple[int, int], Pair]:
    """Vetoed pairs for a person: same code and moving series, and no partner elsewhere (a name copied wrongly)."""
    lefts, rights = {i for i, _ in linked}, {j for _, j in linked}
    return {
        key: pair
        for key, pair in pairs.items()
        if pair.vetoes
        and key[0] not in lefts
        and key[1] not in rights
        and pair.evidence.values["kode_sama"]
        and pair.evidence.values["deret_sama"] == 1
    }


def _left_over(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    pairs: Mapping[tuple[int, int], Pair],
    linked: Mapping[tuple[int, int], Pair],
) -> dict[tuple[int, int], Pair]:
    """The only two rows of a program and office without partner, with equal numbers or pagu: for a person."""
    sides = []
    for rows, used in ((left, {i for i, _ in linked}), (right, {j for _, j in linked})):
        free: dict[tuple[str, str | None, str | None], list[int]] = {}
        for index, row in enumerate(rows):
            if index not in used and (program := program_of(row.code)):
                free.setdefault((program, row.level, row.opd), []).append(index)
        sides.append(free)
    found = {}
    for key in sides[0].keys() & sides[1].keys():
        if len(sides[0][key]) == len(sides[1][key]) == 1:
            pair = pairs.get((sides[0][key][0], sides[1][key][0]))
            if pair is not None and _same_measure_and_money(pair.evidence.values):
                found[pair.left, pair.right] = replace(pair, left_over=True)
    return found


def _same_measure_and_money(values: Mapping[str, float]) -> bool:
    numbers = values["deret_sama"] or values["deret_tetap"] or values["nama"] >= 0.3
    return bool(values["ukuran_sama"] and values["satuan_sama"] and values["pagu_sama"] and numbers)


def _link(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    a: Sequence[NameParts],
    b: Sequence[NameParts],
    pair: Pair,
    bar: Weights,
) -> Link:
    x, y, p, q = left[pair.left], right[pair.right], a[pair.left], b[pair.right]
    values = pair.evidence.values
    changed: tuple[str, ...] = changes(x, y, p, q, pair.evidence)
    if pair.left_clause is not None or pair.right_clause is not None:
        p = p.clauses[pair.left_clause] if pair.left_clause is not None else p
        q = q.clauses[pair.right_clause] if pair.right_clause is not None else q
        side = "kiri" if pair.left_clause is not None else "kanan"
        changed = (f"bagian dari indikator gabungan di {side}", *changes(x, y, p, q, pair.evidence))
    other_output = not pair.through and another_output(p, q, pair.evidence)
    unsure = pair.vetoes or pair.left_over or pair.score < bar.link or values["kode_beda"] or values["opd_beda"]
    unsure = (
        unsure
        or values["keluaran_hasil"]
        or (values["perubahan_beda"] and not values["deret_sama"])
        or (not pair.through and narrowed(x, y, p, q, values))
        or other_output
        or (pair.through is not None and values["kata_ganti"] >= EXCHANGED)
    )
    said = pair.decision
    return Link(
        left=x.id,
        right=y.id,
        relation=decided_relation(said, changed) if said else Relation.PERLU_DIPERIKSA if unsure else relation(changed),
        score=round(pair.score, 4),
        reasons=(
            *((decided_by(said),) if said else ()),
            *(veto.reason for veto in pair.vetoes),
            *changed,
            *(("satu-satunya indikator program itu yang tersisa di kedua dokumen",) if pair.left_over else ()),
            *((f"deret target sama dengan “{pair.through[:160]}”, yang tertaut",) if pair.through else ()),
            *supports(x, y, p, q, pair.evidence),
            *doubts(x, y, pair.evidence),
            *(("mungkin keluaran lain: kata atau hal yang dihitung berbeda",) if other_output else ()),
        ),
        features={name: round(number, 4) for name, number in values.items() if number},
        decision=said.id if said else None,
    )
