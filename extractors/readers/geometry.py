"""From rulings to cells and tables: the rules of pdfplumber's table finder on plain numbers.

pdfplumber (after A. Nurminen's thesis) is the accuracy reference for ruled tables; its functions work on one dict
per edge and compare every point with every other. Here the same steps with the same tolerances run on arrays, with
an index per grid line. tests/test_parity.py holds both together.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from models.evidence import Box

SNAP = JOIN = INTERSECTION = 3.0
"""Tolerances in points; pdfplumber's defaults."""
MIN_EDGE = 3.0
MIN_PIECE = 1.0

Pieces = npt.NDArray[np.float64]
"""Straight pieces of ruling, a row each: place across the direction, start and end along it."""


class Edge(NamedTuple):
    """A ruling: at `at` across its direction (x of a vertical one), from `start` to `end` along it."""

    at: float
    start: float
    end: float


def merge(pieces: Pieces) -> list[Edge]:
    """Snap parallel pieces within `SNAP` of each other onto their mean, and join those that touch."""
    pieces = pieces[pieces[:, 2] - pieces[:, 1] >= MIN_PIECE]
    if not len(pieces):
        return []
    pieces = pieces[np.argsort(pieces[:, 0], kind="stable")]
    cluster = np.concatenate(([0], np.cumsum(np.diff(pieces[:, 0]) > SNAP)))
    count = np.bincount(cluster)
    at = np.bincount(cluster, pieces[:, 0]) / count
    pieces = pieces[np.lexsort((pieces[:, 1], cluster))]
    # Clusters are laid end to end, far apart, so that one running maximum serves them all.
    apart = cluster * (2 * JOIN + 10 + float(pieces[:, 2].max() - pieces[:, 1].min()))
    start, end = pieces[:, 1] + apart, np.maximum.accumulate(pieces[:, 2] + apart)
    new = np.concatenate(([True], start[1:] > end[:-1] + JOIN))
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(pieces)) - 1
    starts, ends = (start - apart)[first], (end - apart)[last]
    places = at[cluster[first]]
    long = ends - starts >= MIN_EDGE
    return [Edge(*edge) for edge in zip(places[long].tolist(), starts[long].tolist(), ends[long].tolist(), strict=True)]


def close_open_ends(across: list[Edge], along: list[Edge]) -> list[Edge]:
    """Edges that are missing where a page break or an open style cuts a table off.

    Where neighbouring edges that are tied elsewhere end at the same height with nothing between their ends, the
    border there is not drawn.

    Args:
        across: merged edges in one direction (say vertical).
        along: merged edges in the other.

    Returns:
        Edges in the direction of `along` to be added to it.
    """
    added: list[Edge] = []
    for side in (1, 2):
        ends = sorted((edge[side], edge.at, edge) for edge in across)
        group: list[tuple[float, float, Edge]] = []
        for item in [*ends, None]:
            if item is not None and (not group or item[0] - group[0][0] <= SNAP):
                group.append(item)
                continue
            added += _ties(group, across, along)
            group = [item] if item is not None else []
    return added


def _ties(group: list[tuple[float, float, Edge]], across: list[Edge], along: list[Edge]) -> list[Edge]:
    if len(group) < 2:
        return []
    level = sum(end for end, _, _ in group) / len(group)
    mine = {at: edge for _, at, edge in group}
    near = [edge for edge in along if abs(edge.at - level) <= INTERSECTION + SNAP]
    ties = []
    for left, right in pairwise(sorted(mine)):
        if any(edge.start - INTERSECTION <= left and right <= edge.end + INTERSECTION for edge in near):
            continue  # drawn
        start = max(mine[left].start, mine[right].start)
        end = min(mine[left].end, mine[right].end)
        neighbours = any(
            start - SNAP <= edge.at <= end + SNAP
            and edge.start - INTERSECTION <= left
            and right <= edge.end + INTERSECTION
            for edge in along
        )
        between = any(left < edge.at < right and edge.start + SNAP < level < edge.end - SNAP for edge in across)
        if end - start > MIN_EDGE and neighbours and not between:
            ties.append(Edge(level, left, right))
    return ties


def find_cells(vertical: list[Edge], horizontal: list[Edge]) -> list[Box]:
    """The smallest rectangles whose four corners are crossings and whose four sides are drawn.

    Args:
        vertical: merged vertical edges (`at` is x).
        horizontal: merged horizontal edges (`at` is the distance from the top).
    """
    on_x: dict[float, dict[float, set[int]]] = defaultdict(dict)
    """x -> y -> vertical edges through that crossing."""
    on_y: dict[float, dict[float, set[int]]] = defaultdict(dict)
    """y -> x -> horizontal edges through that crossing."""
    if not vertical or not horizontal:
        return []
    v, h = np.array(vertical), np.array(horizontal)
    crossing = (
        (v[:, None, 1] <= h[None, :, 0] + INTERSECTION)
        & (v[:, None, 2] >= h[None, :, 0] - INTERSECTION)
        & (v[:, None, 0] >= h[None, :, 1] - INTERSECTION)
        & (v[:, None, 0] <= h[None, :, 2] + INTERSECTION)
    )
    for number, other_number in zip(*(found.tolist() for found in np.nonzero(crossing)), strict=True):
        x, y = vertical[number].at, horizontal[other_number].at
        on_x[x].setdefault(y, set()).add(number)
        on_y[y].setdefault(x, set()).add(other_number)
    sorted_x = {y: sorted(xs) for y, xs in on_y.items()}
    place = {y: {x: index for index, x in enumerate(xs)} for y, xs in sorted_x.items()}
    cells: list[Box] = []
    for x, through in on_x.items():
        ys = sorted(through)
        for index, y in enumerate(ys):
            across = on_y[y]
            own = across[x]
            xs = sorted_x[y]
            right = [other for other in xs[place[y][x] + 1 :] if not own.isdisjoint(across[other])]
            cell = _smallest(x, y, ys[index + 1 :], right, on_x, on_y) if right else None
            if cell:
                cells.append(cell)
    return cells


def _smallest(
    x: float,
    y: float,
    below: list[float],
    right: list[float],
    on_x: dict[float, dict[float, set[int]]],
    on_y: dict[float, dict[float, set[int]]],
) -> Box | None:
    through = on_x[x]
    for bottom in below:
        if through[y].isdisjoint(through[bottom]):
            continue
        crossings = on_y[bottom]
        for other in right:
            if (
                other in crossings
                and not crossings[x].isdisjoint(crossings[other])
                and not on_x[other][y].isdisjoint(on_x[other][bottom])
            ):
                return x, y, other, bottom
    return None


def group_cells(cells: list[Box]) -> list[list[Box]]:
    """Cells that share a corner make a table; a frame of one cell is none. Top to bottom, left to right."""
    leader: dict[tuple[float, float], tuple[float, float]] = {}

    def find(point: tuple[float, float]) -> tuple[float, float]:
        root = point
        while leader.setdefault(root, root) != root:
            root = leader[root]
        while leader[point] != root:
            leader[point], point = root, leader[point]
        return root

    for x0, top, x1, bottom in cells:
        root = find((x0, top))
        for corner in ((x1, top), (x0, bottom), (x1, bottom)):
            leader[find(corner)] = root
    tables: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for cell in cells:
        tables[find((cell[0], cell[1]))].append(cell)
    return sorted(
        (table for table in tables.values() if len(table) > 1),
        key=lambda table: min((cell[1], cell[0]) for cell in table),
    )
