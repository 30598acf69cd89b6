"""Which rows can touch each other: offices without a tie between them are aligned one after the other, exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scipy import sparse
from scipy.sparse.csgraph import connected_components

from alignment.candidates import same_names
from alignment.offices import mother_office
from alignment.row import AlignRow
from models.decision import Decision


class Scope(NamedTuple):
    """Rows of both documents that nothing ties to any other row.

    Attributes:
        left, right: indices of the rows, ascending.
        renamed: candidates of one name under two offices, as places in `left` and `right`.
        ruled: what a reviewer decided, by places in `left` and `right`.
    """

    left: list[int]
    right: list[int]
    renamed: list[tuple[int, int]]
    ruled: dict[tuple[int, int], Decision]

    def rows(self, left: Sequence[AlignRow], right: Sequence[AlignRow]) -> tuple[list[AlignRow], list[AlignRow]]:
        """The rows themselves, of the documents that were parted."""
        return [left[i] for i in self.left], [right[j] for j in self.right]


def scopes(
    left: Sequence[AlignRow],
    right: Sequence[AlignRow],
    left_texts: Sequence[str],
    right_texts: Sequence[str],
    rulings: Mapping[tuple[str, str], Decision],
) -> Iterator[Scope]:
    """Part two documents into scopes, in the order of their offices' names; those with rows of one side are left out.

    Candidates, doubles and what is left over of a program are sought within one office, so an office is tied to another
    only by a name that moved from one to the other, or by a reviewer's decision. A row that names no office, or all of
    them, may meet every row: then all offices are one scope.

    Args:
        left: rows of the upper document.
        right: rows of the lower document.
        left_texts: normalised names of the left rows.
        right_texts: normalised names of the right rows.
        rulings: decisions by pair of ids.
    """
    renamed = list(same_names(left, right, left_texts, right_texts))
    ruled = _ruled(left, right, rulings)
    offices = [[mother_office(row.opd) for row in rows] for rows in (left, right)]
    labels = _labels(offices[0], offices[1], [*renamed, *ruled])
    rows_of: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    places: tuple[list[int], list[int]] = ([], [])
    for side in (0, 1):
        for index, office in enumerate(offices[side]):
            members = rows_of[labels[office]][side]
            places[side].append(len(members))
            members.append(index)
    renamed_of: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j in renamed:
        renamed_of[labels[offices[0][i]]].append((places[0][i], places[1][j]))
    ruled_of: dict[int, dict[tuple[int, int], Decision]] = defaultdict(dict)
    for (i, j), said in ruled.items():
        ruled_of[labels[offices[0][i]]][places[0][i], places[1][j]] = said
    alike = sorted(labels, key=lambda office: office or "")  # kecamatan after kecamatan: they bear the same names
    for label in dict.fromkeys(labels[office] for office in alike):
        lefts, rights = rows_of[label]
        if lefts and rights:
            yield Scope(lefts, rights, renamed_of[label], ruled_of[label])


def _ruled(
    left: Sequence[AlignRow], right: Sequence[AlignRow], rulings: Mapping[tuple[str, str], Decision]
) -> dict[tuple[int, int], Decision]:
    """Decisions by pair of row indices."""
    if not rulings:
        return {}
    lefts, rights = ({row.id: index for index, row in enumerate(rows)} for rows in (left, right))
    return {(lefts[x], rights[y]): said for (x, y), said in rulings.items() if x in lefts and y in rights}


def _labels(
    left: Sequence[str | None], right: Sequence[str | None], ties: Sequence[tuple[int, int]]
) -> dict[str | None, int]:
    """Number of its scope for each office; `ties` are pairs of rows that may be one."""
    place: dict[str | None, int] = {}
    for office in (*left, *right):
        place.setdefault(office, len(place))
    if None in place:
        return dict.fromkeys(place, 0)
    edges = [(place[left[i]], place[right[j]]) for i, j in ties]
    rows, columns = zip(*edges, strict=True) if edges else ((), ())
    graph = sparse.coo_matrix(([1] * len(edges), (rows, columns)), shape=(len(place), len(place)))
    _, labels = connected_components(graph, directed=False)
    return {office: int(labels[at]) for office, at in place.items()}
