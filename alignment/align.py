"""The same indicator in two documents: candidates, evidence, veto, one-to-one assignment, relation with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, TypeAlias

from alignment.again import repeated
from alignment.assign import assign
from alignment.candidates import block_candidates
from alignment.crew import Each, crew
from alignment.features import program_of
from alignment.look import Looker, Named, Pair, counts, is_doubtful, same_measure_and_money
from alignment.normalise import harvest, parts_with
from alignment.offices import office_keys
from alignment.reasons import changes, decided_by, decided_relation, doubts, relation, supports
from alignment.row import AlignRow, row_of, row_of_record
from alignment.scopes import Scope, scopes
from alignment.score import Weights, weights
from alignment.unsure import EXCHANGED, another_output, narrowed, overlong
from alignment.wording import word_difference
from models.decision import Answer, Decision
from models.link import Link, Relation

__all__ = ["AlignRow", "align", "align_records", "row_of"]


PORTION = 2000
"""Names that a process takes apart at a time."""
PlacedLink: TypeAlias = tuple[int, int, Link]
NO_RULINGS: Mapping[tuple[str, str], Decision] = {}


def align_records(
    left: Sequence[Mapping[str, Any]],
    right: Sequence[Mapping[str, Any]],
    bar: Weights | None = None,
    workers: int = 1,
) -> list[Link]:
    """`align` for records in the shape that `selaras extract` prints, each with an `id` and, where known, an `opd`.

    Offices are recognised among all names of both sides; `responsible` stands in for a missing `opd`.
    """
    return align(*rows_of_records(left, right), bar, workers=workers)


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


def align(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    bar: Weights | None = None,
    rulings: Mapping[tuple[str, str], Decision] = NO_RULINGS,
    workers: int = 1,
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
        workers: processes that share the offices; more than one pays from some 50,000 rows on.

    Returns:
        Links in the order of `left`, then `right`, each with relation, probability, Indonesian reasons and features.
    """
    bar = bar or weights()
    if not left or not right:
        return []
    glossary = harvest(row.name for row in (*left, *right))
    found: list[tuple[int, int, Link]] = []
    with crew(_Aligner, (glossary, bar), workers) as each:
        texts = _texts(left, right, each)
        parts = scopes(left, right, *texts, rulings)
        for scope, links in each(_Aligner.links, ((part, part.rows(left, right)) for part in parts)):
            found.extend((scope.left[x], scope.right[y], link) for x, y, link in links)
    return [link for _, _, link in sorted(found, key=lambda one: one[:2])]


def _texts(left: Sequence[AlignRow], right: Sequence[AlignRow], each: Each) -> tuple[list[str], list[str]]:
    """Normalised names of both sides; every name and unit is taken apart once."""
    names = list(dict.fromkeys((row.name, row.unit) for row in (*left, *right)))
    portions = [names[start : start + PORTION] for start in range(0, len(names), PORTION)]
    found = chain.from_iterable(each(_Aligner.texts, portions))
    text_of = dict(zip(names, found, strict=True))
    return [text_of[row.name, row.unit] for row in left], [text_of[row.name, row.unit] for row in right]


class _Aligner:
    """What one process needs to align scopes: the documents' abbreviations and what was seen of names so far."""

    def __init__(self, glossary: tuple[tuple[str, str], ...], bar: Weights):
        self._glossary = glossary
        self._looker = Looker(bar)

    def texts(self, names: Sequence[tuple[str, str | None]]) -> list[str]:
        return [parts_with(name, unit, self._glossary).text for name, unit in names]

    def links(self, task: tuple[Scope, tuple[list[AlignRow], list[AlignRow]]]) -> tuple[Scope, list[PlacedLink]]:
        """Links of a scope, by the places of its rows."""
        scope, (left, right) = task
        return scope, list(_align_scope(left, right, scope, self._glossary, self._looker))


def _align_scope(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    scope: Scope,
    glossary: tuple[tuple[str, str], ...],
    looker: Looker,
) -> Iterator[PlacedLink]:
    """Link rows that nothing ties to rows outside; indices are those of the rows given."""
    a, b = ([parts_with(row.name, row.unit, glossary) for row in rows] for rows in (left, right))
    x, y, bar = looker.named(left, a), looker.named(right, b), looker.bar
    pairs: dict[tuple[int, int], Pair] = {}
    for keys in chain(block_candidates(left, right, a, b), (scope.renamed, scope.ruled)):
        for pair in looker.look_at(x, y, keys):
            key = pair.left, pair.right
            if key in scope.ruled or counts(pair, bar):
                pairs[key] = pair
    pairs, decided = _outranked(dict(sorted(pairs.items())), scope.ruled)
    open_pairs = {key: pair for key, pair in pairs.items() if not pair.vetoes}
    linked = decided | _one_to_one(open_pairs, _same_rows(x), _same_rows(y), bar, decided)
    linked |= repeated(x, y, open_pairs, linked, looker)
    linked |= _doubtful(pairs, linked)
    linked |= _left_over(x, y, open_pairs, linked)
    for i, j in sorted(linked):
        yield i, j, _link(x[i], y[j], linked[i, j], bar)


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


def _same_rows(side: Sequence[Named]) -> list[int]:
    """Number of the indicator that each row prints: one for rows of one name, office and program."""
    numbers: dict[tuple[object, ...], int] = {}
    result = []
    for row, parts in ((each.row, each.parts) for each in side):
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


def _worth(likely: float) -> float:
    """Odds: one certain pair outweighs any number of middling ones that would break it up."""
    return min(1e9, likely / max(1e-9, 1 - likely))


def _doubtful(
    pairs: Mapping[tuple[int, int], Pair], linked: Mapping[tuple[int, int], Pair]
) -> dict[tuple[int, int], Pair]:
    """Vetoed pairs for a person: same code and moving series, and no partner elsewhere (a name copied wrongly)."""
    lefts, rights = {i for i, _ in linked}, {j for _, j in linked}
    return {
        key: pair
        for key, pair in pairs.items()
        if pair.vetoes and key[0] not in lefts and key[1] not in rights and is_doubtful(pair.evidence.values)
    }


def _left_over(
    left: Sequence[Named],
    right: Sequence[Named],
    pairs: Mapping[tuple[int, int], Pair],
    linked: Mapping[tuple[int, int], Pair],
) -> dict[tuple[int, int], Pair]:
    """The only two rows of a program and office without partner, with equal numbers or pagu: for a person."""
    sides = []
    for side, used in ((left, {i for i, _ in linked}), (right, {j for _, j in linked})):
        free: dict[tuple[str, str | None, str | None], list[int]] = {}
        for index, row in enumerate(each.row for each in side):
            if index not in used and (program := program_of(row.code)):
                free.setdefault((program, row.level, row.opd), []).append(index)
        sides.append(free)
    found = {}
    for key in sides[0].keys() & sides[1].keys():
        if len(sides[0][key]) == len(sides[1][key]) == 1:
            pair = pairs.get((sides[0][key][0], sides[1][key][0]))
            if pair is not None and same_measure_and_money(pair.evidence.values):
                found[pair.left, pair.right] = replace(pair, left_over=True)
    return found


def _link(left: Named, right: Named, pair: Pair, bar: Weights) -> Link:
    x, y, p, q = left.row, right.row, left.parts, right.parts
    values = pair.evidence.values
    changed: tuple[str, ...] = changes(x, y, p, q, pair.evidence)
    if pair.left_clause is not None or pair.right_clause is not None:
        p = p.clauses[pair.left_clause] if pair.left_clause is not None else p
        q = q.clauses[pair.right_clause] if pair.right_clause is not None else q
        side = "kiri" if pair.left_clause is not None else "kanan"
        changed = (f"bagian dari indikator gabungan di {side}", *changes(x, y, p, q, pair.evidence))
    other_output = not pair.through and another_output(p, q, pair.evidence)
    long = overlong(x.name, y.name)
    unsure = pair.vetoes or pair.left_over or pair.score < bar.link or values["kode_beda"] or values["opd_beda"]
    unsure = (
        unsure
        or values["keluaran_hasil"]
        or (values["perubahan_beda"] and not values["deret_sama"])
        or (not pair.through and narrowed(x, y, p, q, values))
        or other_output
        or long
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
            *((f"nama terlalu panjang untuk satu indikator: {long} huruf",) if long else ()),
            *(("mungkin keluaran lain: kata atau hal yang dihitung berbeda",) if other_output else ()),
        ),
        features={name: round(number, 4) for name, number in values.items() if number},
        decision=said.id if said else None,
        difference=word_difference(x.name, y.name),
    )
