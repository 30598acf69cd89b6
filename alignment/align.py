"""The same indicator in two documents: candidates, evidence, veto, one-to-one assignment, relation with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alignment.assign import assign
from alignment.candidates import candidates
from alignment.features import Evidence, compare
from alignment.normalise import NameParts, harvest, parts_with
from alignment.offices import office_keys
from alignment.reasons import changes, doubts, relation, supports
from alignment.row import AlignRow, row_of, row_of_record
from alignment.score import Weights, probability, weights
from alignment.veto import Veto, vetoes
from models.link import Link, Relation

__all__ = ["AlignRow", "align", "align_records", "row_of"]


def align_records(left: Sequence[Mapping[str, Any]], right: Sequence[Mapping[str, Any]]) -> list[Link]:
    """`align` for records in the shape that `selaras extract` prints, each with an `id` and, where known, an `opd`.

    Offices are recognised among all names of both sides; `responsible` stands in for a missing `opd`.
    """
    names = {name for record in (*left, *right) if (name := _office_name(record))}
    keys = office_keys(names)
    sides = [[row_of_record(r, keys.get(_office_name(r) or "")) for r in side] for side in (left, right)]
    return align(*sides)


def _office_name(record: Mapping[str, Any]) -> str | None:
    name = record.get("opd") or record.get("responsible")
    return name if isinstance(name, str) and name.strip() else None


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate pair of row indices, looked at."""

    left: int
    right: int
    evidence: Evidence
    score: float
    vetoes: tuple[Veto, ...]


def align(left: Sequence[AlignRow], right: Sequence[AlignRow]) -> list[Link]:
    """Link the indicators of two documents that are the same.

    An indicator gets one partner, except where its document names it several times (in several tables) or where it was
    split or merged. A row without a partner stays without one: nothing is linked for lack of better.

    Args:
        left: rows of the upper document; ids are unique.
        right: rows of the lower document.

    Returns:
        Links in the order of `left`, then `right`, each with relation, probability, Indonesian reasons and features.
    """
    if not left or not right:
        return []
    glossary = harvest(row.name for row in (*left, *right))
    a = [parts_with(row.name, row.unit, glossary) for row in left]
    b = [parts_with(row.name, row.unit, glossary) for row in right]
    bar = weights()
    pairs = look_at(left, right, a, b, candidates(left, right, a, b), bar)
    open_pairs = {key: pair for key, pair in pairs.items() if not pair.vetoes}
    chosen = assign({key: _worth(pair) for key, pair in open_pairs.items()}, _worth_of(bar.review))
    linked = {key: open_pairs[key] for key in chosen}
    linked |= _repeated(left, right, a, b, open_pairs, linked, bar)
    linked |= _doubtful(pairs, linked)
    return [_link(left, right, a, b, linked[key], bar) for key in sorted(linked)]


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
        evidence = compare(left[i], right[j], a[i], b[j])
        score = probability(evidence.values, bar.values)
        result[i, j] = Pair(i, j, evidence, score, vetoes(a[i], b[j], evidence.difference))
    return result


def _worth(pair: Pair) -> float:
    return _worth_of(pair.score)


def _worth_of(probability_: float) -> float:
    """Odds: one certain pair outweighs any number of middling ones that would break it up."""
    return min(1e9, probability_ / max(1e-9, 1 - probability_))


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
    partner_of_left = {i: j for i, j in linked}
    partner_of_right = {j: i for i, j in linked}
    found = {}
    for (i, j), pair in pairs.items():
        if (i, j) in linked or pair.score < bar.link:
            continue
        other_j, other_i = partner_of_left.get(i), partner_of_right.get(j)
        if other_j is None and other_i is None:
            continue
        fits_right = other_j is None or same_within(right[other_j], right[j], b[other_j], b[j], bar)
        fits_left = other_i is None or same_within(left[other_i], left[i], a[other_i], a[i], bar)
        if fits_right and fits_left:
            found[i, j] = pair
        elif (other_j is None and other_i is not None and _part_of(a[i], a[other_i], b[j])) or (
            other_i is None and other_j is not None and _part_of(b[j], b[other_j], a[i])
        ):
            found[i, j] = pair
    return found


def same_within(x: AlignRow, y: AlignRow, a: NameParts, b: NameParts, bar: Weights) -> bool:
    """Whether two rows of one document are one indicator, printed twice.

    Within one table other words mean another indicator; only another table may reword or shorten a name.
    """
    evidence = compare(x, y, a, b)
    values = evidence.values
    if values["kode_beda"] or values["opd_beda"] or vetoes(a, b, evidence.difference):
        return False
    if values["nama_penuh"] and not values["ukuran_beda"]:
        return True
    if (x.table, x.level) == (y.table, y.level):
        return False
    return probability(evidence.values, bar.values) >= bar.link and (
        values["deret_sama"] == 1 or (not values["ganti"] and not values["ukuran_beda"])
    )


def _part_of(part: NameParts, other: NameParts, whole: NameParts) -> bool:
    """Whether two names of one side are the parts of one name of the other: "perangkat daerah" and "desa" in "... dan desa"."""
    words = {t.word for t in whole.tokens}
    mine, its = {t.word for t in part.tokens}, {t.word for t in other.tokens}
    return bool(mine and its) and mine <= words and its <= words and bool(mine - its) and bool(its - mine)


def _doubtful(
    pairs: Mapping[tuple[int, int], Pair], linked: Mapping[tuple[int, int], Pair]
) -> dict[tuple[int, int], Pair]:
    """Vetoed pairs that a person should see: same code and moving series, and no partner elsewhere (a name copied wrongly)."""
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
    changed = changes(x, y, p, q, pair.evidence)
    unsure = pair.vetoes or pair.score < bar.link or values["kode_beda"] or values["opd_beda"]
    return Link(
        left=x.id,
        right=y.id,
        relation=Relation.PERLU_DIPERIKSA if unsure else relation(changed),
        score=round(pair.score, 4),
        reasons=(
            *(veto.reason for veto in pair.vetoes),
            *changed,
            *supports(x, y, p, q, pair.evidence),
            *doubts(x, y, pair.evidence),
        ),
        features={name: round(number, 4) for name, number in values.items() if number},
    )
