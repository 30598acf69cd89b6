"""Further rows of an indicator that has its partner already: printed again in another table, split or merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from alignment.features import one_sided, parted
from alignment.look import ALIKE_ENOUGH, Looker, Named, Pair
from alignment.normalise import NameParts


def repeated(
    left: Sequence[Named],
    right: Sequence[Named],
    pairs: Mapping[tuple[int, int], Pair],
    linked: Mapping[tuple[int, int], Pair],
    looker: Looker,
) -> dict[tuple[int, int], Pair]:
    """Further pairs of rows that repeat, split or merge an indicator that has its partner already."""
    bar = looker.bar
    of_left: dict[int, list[int]] = {}
    of_right: dict[int, list[int]] = {}
    for i, j in sorted(linked, key=lambda key: -linked[key].score):
        of_left.setdefault(i, []).append(j)
        of_right.setdefault(j, []).append(i)
    left_twins, right_twins = _Twins(left, looker), _Twins(right, looker)
    found = {}
    for (i, j), pair in pairs.items():
        others_j, others_i = of_left.get(i, []), of_right.get(j, [])
        if (i, j) in linked or not (others_i or others_j):
            continue
        if pair.score < bar.link and pair.evidence.values["nama"] < ALIKE_ENOUGH:
            continue
        right_twin, right_row = max(((right_twins.sure(k, j), k) for k in others_j), default=(1.0, None))
        left_twin, left_row = max(((left_twins.sure(k, i), k) for k in others_i), default=(1.0, None))
        through = None
        if left_row is not None and left_twin == 1 and linked[left_row, j].score >= bar.link:
            through = left[left_row].row.name
        elif right_row is not None and right_twin == 1 and linked[i, right_row].score >= bar.link:
            through = right[right_row].row.name
        if through or (right_twin and left_twin and pair.score >= bar.link):
            found[i, j] = replace(pair, score=max(pair.score, bar.link), through=through)
        elif pair.score >= bar.link and (
            (others_i and not others_j and _split(pair, pairs[others_i[0], j], *_parts(left, i, others_i), right[j]))
            or (others_j and not others_i and _split(pair, pairs[i, others_j[0]], *_parts(right, j, others_j), left[i]))
        ):
            found[i, j] = pair
    return found


def _parts(side: Sequence[Named], index: int, others: Sequence[int]) -> tuple[NameParts, NameParts]:
    return side[index].parts, side[others[0]].parts


class _Twins:
    """Rows of one document that are one indicator, each two looked at once."""

    def __init__(self, side: Sequence[Named], looker: Looker):
        self._side = side
        self._looker = looker
        self._known: dict[tuple[int, int], float] = {}

    def sure(self, k: int, j: int) -> float:
        """How sure two rows are one indicator, printed twice: 0 no, 0.5 by name, 1 by their numbers too."""
        if (k, j) not in self._known:
            self._known[k, j] = _twin(self._side[k], self._side[j], self._looker)
        return self._known[k, j]


def _twin(x: Named, y: Named, looker: Looker) -> float:
    """Within one table other words mean another indicator; only another table may reword or shorten a name."""
    if parted(x.row, y.row):
        return 0.0
    found = looker.look(x, y)
    values = found.evidence.values
    if found.vetoes:
        return 0.0
    likely = found.score >= looker.bar.link
    other_table = (x.row.table, x.row.level) != (y.row.table, y.row.level)
    if other_table and likely and values["deret_sama"] == 1:
        return 1.0
    if values["nama_penuh"] and not values["ukuran_beda"]:
        return 0.5
    changed = values["ganti"] or values["ukuran_beda"] or values["perubahan_beda"]
    reworded = other_table and likely and not changed and not one_sided(x.parts, y.parts)
    return 0.5 if reworded else 0.0


def _split(pair: Pair, other: Pair, mine: NameParts, its: NameParts, whole: Named) -> bool:
    """Whether two rows of one side are parts of one row of the other: clauses of it, or "A" and "B" of "A dan B"."""
    clauses = {(p.left_clause, p.right_clause) for p in (pair, other)}
    if len(clauses) == 2 and (None, None) not in clauses:
        return True
    words = {t.word for t in whole.parts.tokens}
    here, there = {t.word for t in mine.tokens}, {t.word for t in its.tokens}
    return bool(here and there) and here <= words and there <= words and bool(here - there) and bool(there - here)
