"""One-to-one assignment with a no-match option, component by component."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment
from scipy.sparse.csgraph import connected_components


def assign(scores: Mapping[tuple[int, int], float], threshold: float) -> list[tuple[int, int]]:
    """The one-to-one choice of pairs with the greatest sum of (score - threshold); a row may stay without partner.

    Args:
        scores: pair (left, right) -> score; pairs below `threshold` are never chosen.
        threshold: what a pair must be worth to be better than no match.

    Returns:
        Chosen pairs, sorted. Each left and each right index is in at most one.
    """
    worth = {pair: score - threshold for pair, score in scores.items() if score >= threshold}
    if not worth:
        return []
    lefts = sorted({i for i, _ in worth})
    rights = sorted({j for _, j in worth})
    row_of = {i: k for k, i in enumerate(lefts)}
    column_of = {j: k for k, j in enumerate(rights)}
    size = len(lefts) + len(rights)
    edges = [(row_of[i], len(lefts) + column_of[j]) for i, j in worth]
    graph = sparse.coo_matrix((np.ones(len(edges)), tuple(zip(*edges, strict=True))), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    components: dict[int, tuple[list[int], list[int]]] = {}
    for node, label in enumerate(labels):
        side = components.setdefault(int(label), ([], []))
        (side[0] if node < len(lefts) else side[1]).append(node)
    chosen: list[tuple[int, int]] = []
    for rows, columns in components.values():
        chosen += _solve([lefts[r] for r in rows], [rights[c - len(lefts)] for c in columns], worth)
    return sorted(chosen)


def _solve(lefts: list[int], rights: list[int], worth: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Within one component: no match is worth 0, a missing pair less than that."""
    gains = np.full((len(lefts), len(rights) + len(lefts)), -1.0)
    gains[:, len(rights) :] = 0.0
    for x, i in enumerate(lefts):
        for y, j in enumerate(rights):
            if (i, j) in worth:
                gains[x, y] = worth[i, j] + 1e-9
    rows, columns = linear_sum_assignment(gains, maximize=True)
    return [(lefts[x], rights[y]) for x, y in zip(rows, columns, strict=True) if y < len(rights) and gains[x, y] > 0]
