"""From ruling lines to cells and tables: the rules of pdfplumber's table finder on plain numbers.

pdfplumber (after A. Nurminen's thesis) is the accuracy reference for ruled tables; its functions work on one dict per
edge and compare every point with every other. Here the same steps with the same tolerances run on tuples with
an index per line, which is what makes a page of a thousand rulings cheap. tests/test_parity.py holds both together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from models.evidence import Box

SNAP = JOIN = INTERSECTION = 3.0
"""Tolerances in points; pdfplumber's defaults."""
MIN_EDGE = 3.0
MIN_PIECE = 1.0


class Edge(NamedTuple):
    """A straight piece of ruling: at `at` across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float


def merge(edges: Iterable[Edge]) -> list[Edge]:
    """Snap parallel edges that lie within `SNAP` of each other onto their mean, and join pieces that touch."""
    pieces = sorted(edge for edge in edges if edge.end - edge.start >= MIN_PIECE)
    merged: list[Edge] = []
    first = 0
    for last in range(1, len(pieces) + 1):
        if last < len(pieces) and pieces[last].at <= pieces[last - 1].at + SNAP:
            continue
        cluster = pieces[first:last]
        at = sum(piece.at for piece in cluster) / len(cluster)
        merged += _join(at, sorted((piece.start, piece.end) for piece in cluster))
        first = last
    return [edge for edge in merged if edge.end - edge.start >= MIN_EDGE]


def _join(at: float, spans: list[tuple[float, float]]) -> list[Edge]:
    joined: list[Edge] = []
    start, end = spans[0]
    for other_start, other_end in spans[1:]:
        if other_start <= end + JOIN:
            end = max(end, other_end)
        else:
            joined.append(Edge(at, start, end))
            start, end = other_start, other_end
    joined.append(Edge(at, start, end))
    return joined


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
    horizontal = sorted(horizontal)
    for number, edge in enumerate(vertical):
        for other_number, other in enumerate(horizontal):
            if other.at > edge.end + INTERSECTION:
                break
            if (
                other.at >= edge.start - INTERSECTION
                and other.start - INTERSECTION <= edge.at <= other.end + INTERSECTION
            ):
                on_x[edge.at].setdefault(other.at, set()).add(number)
                on_y[other.at].setdefault(edge.at, set()).add(other_number)
    sorted_y = {x: sorted(ys) for x, ys in on_x.items()}
    sorted_x = {y: sorted(xs) for y, xs in on_y.items()}
    cells: list[Box] = []
    for x, ys in sorted_y.items():
        through = on_x[x]
        for index, y in enumerate(ys):
            across = on_y[y]
            xs = sorted_x[y]
            right = [other for other in xs[xs.index(x) + 1 :] if not across[x].isdisjoint(across[other])]
            if not right:
                continue
            found = None
            for bottom in ys[index + 1 :]:
                if through[y].isdisjoint(through[bottom]):
                    continue
                below = on_y[bottom]
                for other in right:
                    if (
                        other in below
                        and not below[x].isdisjoint(below[other])
                        and not on_x[other][y].isdisjoint(on_x[other][bottom])
                    ):
                        found = (x, y, other, bottom)
                        break
                if found:
                    cells.append(found)
                    break
    return cells


def group_cells(cells: list[Box]) -> list[list[Box]]:
    """Cells that share a corner make a table; frames of one cell are none. Sorted top to bottom, left to right."""
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
