"""Learn weights from what people judged, and say honestly what that would change.

Each group is linked with weights that were fitted without it. Groups are regions, or documents where all is of one
region; never single pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from alignment.align import align
from alignment.fit import Judged, counts, examples, fit, rates
from alignment.score import Weights, prior, weights


@dataclass(frozen=True, slots=True)
class Compared:
    """Figures (`alignment.fit.rates`) of a group, or of all, with the weights in use and those fitted without it."""

    group: str
    before: Mapping[str, float]
    after: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned.

    Attributes:
        old, new: weights in use, and fitted to everything.
        by: "wilayah" or "dokumen": what the groups are.
        groups: compared one by one.
        pooled: all groups together.
        links, moved: links of all documents with the weights in use, and how many the new ones would make, drop or call
            otherwise, judged or not.
        objection: Indonesian: why the new weights should not take the place of the old, None when they may.
    """

    old: Mapping[str, float]
    new: Mapping[str, float]
    by: str
    groups: tuple[Compared, ...]
    pooled: Compared
    links: int
    moved: int
    objection: str | None


def learn(sets: Sequence[Judged], in_use: Weights) -> Lesson:
    """Fit weights to judged sets and compare.

    The fit is held to the prior where whole judged sets are given, else to the checked-in weights: a few decisions
    alone refine what is known, they do not replace it.
    """
    start = prior() if any(judged.whole for judged in sets) else weights().values
    by, groups = grouped(sets)
    found = {name: [examples(judged, in_use) for judged in members] for name, members in groups.items()}
    new = fit(found, start)
    compared = []
    before, after = Counter[str](), Counter[str]()
    for name, members in groups.items():
        without = {other: made for other, made in found.items() if other != name}
        one = counts(members, in_use), counts(members, replace(in_use, values=fit(without, start)))
        compared.append(Compared(name, rates(one[0]), rates(one[1])))
        before, after = before + one[0], after + one[1]
    pooled = Compared("semua", rates(before), rates(after))
    old_links, new_links = _links(sets, in_use), _links(sets, replace(in_use, values=new))
    moved = {key[:3] for key in old_links ^ new_links}
    objection = _objection(before, after, len(groups))
    return Lesson(in_use.values, new, by, tuple(compared), pooled, len(old_links), len(moved), objection)


def _links(sets: Sequence[Judged], bar: Weights) -> set[tuple[int, str, str, str]]:
    """All links of all sets: number of the set, ids, relation."""
    return {
        (index, link.left, link.right, link.relation.value)
        for index, judged in enumerate(sets)
        for link in align(judged.left, judged.right, bar)
    }


def _objection(before: Counter[str], after: Counter[str], groups: int) -> str | None:
    """New weights may neither link more that is wrong nor find less, and something must get better."""
    if groups < 2:
        return "bahannya hanya satu kelompok, jadi bobot baru tidak dapat diuji pada dokumen yang tidak ikut dipelajari"
    gains = {
        "tautan yang salah bertambah": _wrong(before, "links", "hits") - _wrong(after, "links", "hits"),
        "tautan pasti yang salah bertambah": _wrong(before, "sure", "sure_hits") - _wrong(after, "sure", "sure_hits"),
        "f1 turun": rates(after)["f1"] - rates(before)["f1"],
    }
    if worse := [what for what, gain in gains.items() if gain < 0]:
        return f"pada uji silang {' dan '.join(worse)}"
    return None if any(gains.values()) else "pada uji silang tidak ada yang membaik"


def _wrong(count: Counter[str], made: str, right: str) -> int:
    return count[made] - count[right]


def grouped(sets: Sequence[Judged]) -> tuple[str, dict[str, list[Judged]]]:
    """Sets of one region together; where all are of one region, those of one lower document. Says which it is.

    Where nobody says what region a set is from, those that share a document are of one.
    """
    regions = _joined(sets, lambda one: [one.region] if one.region else [*one.left_documents, *one.right_documents])
    if len(regions) > 1:
        return "wilayah", regions
    return "dokumen", _joined(sets, lambda one: one.right_documents, by_region=False)


def _joined(
    sets: Sequence[Judged], marks: Callable[[Judged], Iterable[Hashable]], by_region: bool = True
) -> dict[str, list[Judged]]:
    """Sets that share a mark, directly or through others, in one group; named after its region or first set."""
    group_of: dict[int, int] = {}
    first: dict[Hashable, int] = {}
    for index, judged in enumerate(sets):
        mine = {index}
        for mark in marks(judged):
            mine.add(group_of.get(first.setdefault(mark, index), index))
        home = min(mine)
        group_of[index] = home
        group_of = {member: home if group in mine else group for member, group in group_of.items()}
    members: dict[int, list[Judged]] = defaultdict(list)
    for index, judged in enumerate(sets):
        members[group_of[index]].append(judged)
    named: dict[str, list[Judged]] = {}
    for found in members.values():
        name = _name(found, by_region)
        named[f"{name} [{len(named) + 1}]" if name in named else name] = found
    return named


def _name(members: Sequence[Judged], by_region: bool) -> str:
    regions = {judged.region for judged in members} - {""}
    if by_region and len(regions) == 1:
        return regions.pop()
    return members[0].name + (f" (+{len(members) - 1})" if len(members) > 1 else "")
