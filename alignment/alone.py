"""Indicators without a partner: where each was looked for, and what came nearest.

Links say what is the same. What the lower document does not take up (`tidak berlanjut`) and what it has beyond the
upper one (`baru`) is told here, once for all documents in which a partner could stand: of the same office, and with
indicators of that level. An indicator that could stand nowhere is neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz import fuzz

from alignment.candidates import candidates
from alignment.look import Looker, Pair
from alignment.normalise import parts
from alignment.offices import COLLECTIVE, mother_office, same_office
from alignment.reasons import decided_by, doubts
from alignment.row import AlignRow
from alignment.score import Weights, weights
from alignment.wording import word_difference
from models.decision import Answer, Decision
from models.link import Link, Relation, Unmatched

LOOKED_AT = 3
"""Candidates per row that are looked at closely, those of the most alike letters."""
RESEMBLES = 0.3
"""Share of words that agree from which the nearest name is worth telling."""
LOW_LEVELS = ("kegiatan", "subkegiatan")
"""Levels that whole kinds of documents leave out; indicators of the others may stand one level higher or lower."""


class Compared(NamedTuple):
    """Two documents that were held against each other, by their ids, with the result."""

    left: str
    right: str
    links: Sequence[Link]
    rulings: Mapping[tuple[str, str], Decision] = {}


class Source(NamedTuple):
    """What is known of the documents: rows, and the key of the office that a document belongs to (None: the region)."""

    rows: Callable[[str], Sequence[AlignRow]]
    office: Callable[[str], str | None]


class _Near(NamedTuple):
    """The row whose name is most alike, and what was found out about the pair."""

    row: AlignRow
    pair: Pair
    upper: bool
    """Whether that row is the upper document's."""

    def ends(self, row: AlignRow) -> tuple[AlignRow, AlignRow]:
        """Both rows, the upper document's first."""
        return (self.row, row) if self.upper else (row, self.row)


def unmatched(compared: Sequence[Compared], source: Source, bar: Weights | None = None) -> list[Unmatched]:
    """The indicators of one tier that no document of it links.

    Rows of a document that print one indicator again, in its name, measure and office, count once, and as linked when
    one of them is.

    Args:
        compared: all pairs of documents of a tier ("RPJMD-Renstra").
        source: rows and offices of these documents.
        bar: weights; the checked-in ones unless given.

    Returns:
        `tidak berlanjut` of the upper documents, then `baru` of the lower ones, in reading order.
    """
    looker = Looker(bar or weights())
    lefts: dict[str, list[str]] = defaultdict(list)
    rights: dict[str, list[str]] = defaultdict(list)
    partner: dict[str, str] = {}
    parted: dict[str, list[tuple[str, Decision]]] = defaultdict(list)
    for one in compared:
        lefts[one.left].append(one.right)
        rights[one.right].append(one.left)
        for link in one.links:
            partner.setdefault(link.left, link.right)
            partner.setdefault(link.right, link.left)
        for (left, right), said in one.rulings.items():
            if said.answer is Answer.NO:
                parted[left].append((right, said))
                parted[right].append((left, said))
    names = {row.id: row.name for id_ in (*lefts, *rights) for row in source.rows(id_)}
    found = []
    for relation, side in ((Relation.TIDAK_BERLANJUT, lefts), (Relation.BARU, rights)):
        for document, others in side.items():
            levels = {other: {row.level for row in source.rows(other)} for other in others}
            groups: dict[tuple[str, ...], list[AlignRow]] = defaultdict(list)
            for row in _alone(source.rows(document), partner):
                groups[tuple(o for o in others if _could_stand(row, levels[o], source.office(o)))].append(row)
            groups.pop((), None)
            for searched, rows in groups.items():
                pool = [row for other in searched for row in source.rows(other)]
                for row, near in _nearest(rows, pool, relation, looker):
                    told = _told(row, near, len(pool), names, partner, parted)
                    found.append(_result(row, relation, searched, len(pool), near, told))
    return found


def _alone(rows: Sequence[AlignRow], partner: Mapping[str, str]) -> Iterator[AlignRow]:
    """One row of each indicator that has no partner; a row that names no office is that of one that does."""
    seen: dict[tuple[str, str | None], dict[str | None, list[AlignRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        said = parts(row.name, row.unit)
        if said.text:
            seen[said.text, said.measure][mother_office(row.opd)].append(row)
    for offices in seen.values():
        for office, same in offices.items():
            if (office is not None or len(offices) == 1) and not any(row.id in partner for row in same):
                yield same[0]


def _could_stand(row: AlignRow, levels: set[str | None], office: str | None) -> bool:
    mine = office is None or row.opd in (None, COLLECTIVE) or same_office(row.opd, office)
    return bool(levels) and mine and (row.level not in LOW_LEVELS or row.level in levels)


def _nearest(
    rows: Sequence[AlignRow], pool: Sequence[AlignRow], relation: Relation, looker: Looker
) -> Iterator[tuple[AlignRow, _Near | None]]:
    """Each row with the one of the pool whose name is most alike."""
    a, b = ([parts(row.name, row.unit) for row in side] for side in (rows, pool))
    near: dict[int, list[int]] = defaultdict(list)
    for i, j in candidates(rows, pool, a, b):
        near[i].append(j)
    for i, found in near.items():
        near[i] = sorted(found, key=lambda j: (-fuzz.token_sort_ratio(a[i].text, b[j].text), j))[:LOOKED_AT]
    keys = [(i, j) for i, found in near.items() for j in found]
    mine, theirs = looker.named(rows, a), looker.named(pool, b)
    if relation is Relation.BARU:  # the upper document's row stands left
        looked = {(pair.right, pair.left): pair for pair in looker.look_at(theirs, mine, [(j, i) for i, j in keys])}
    else:
        looked = {(pair.left, pair.right): pair for pair in looker.look_at(mine, theirs, keys)}
    for i, row in enumerate(rows):
        best = max(near[i], key=lambda j: (looked[i, j].evidence.values["nama"], looked[i, j].score, -j), default=None)
        if best is None or looked[i, best].evidence.values["nama"] < RESEMBLES:
            yield row, None
        else:
            yield row, _Near(pool[best], looked[i, best], relation is Relation.BARU)


def _told(
    row: AlignRow,
    near: _Near | None,
    among: int,
    names: Mapping[str, str],
    partner: Mapping[str, str],
    parted: Mapping[str, Sequence[tuple[str, Decision]]],
) -> Iterator[str]:
    yield f"tidak ditemukan di antara {among} indikator"
    if near is None:
        yield "tidak ada nama yang mirip"
    else:
        why = [f"{near.pair.evidence.values['nama']:.0%} kata nama sama"]
        why += [veto.reason for veto in near.pair.vetoes][:1]
        why += [doubt for doubt in doubts(*near.ends(row), near.pair.evidence) if not doubt.startswith("target")][:2]
        if near.row.id in partner:
            why.append(f"sudah berpasangan dengan “{names.get(partner[near.row.id], '')[:160]}”")
        yield f"yang paling mirip: “{near.row.name[:160]}” ({'; '.join(why)})"
    for id_, said in parted.get(row.id, ()):
        yield f"bukan “{names.get(id_, '')[:160]}”: {decided_by(said)}"


def _result(
    row: AlignRow,
    relation: Relation,
    searched: tuple[str, ...],
    among: int,
    near: _Near | None,
    told: Iterator[str],
) -> Unmatched:
    found = Unmatched(row.id, relation, searched, among, tuple(told))
    if near is None:
        return found
    upper, lower = near.ends(row)
    return replace(
        found,
        nearest=near.row.id,
        score=round(near.pair.score, 4),
        difference=word_difference(upper.name, lower.name),
        features={name: round(number, 4) for name, number in near.pair.evidence.values.items() if number},
    )
