"""Headings over the body: which columns each spans."""

from __future__ import annotations

from itertools import pairwise

from extractors.readers.unruled.lines import Phrase, PrintedRow, Strips, extend

HEADING_PITCH = 1.3


def read_headings(columns: Strips, header: list[PrintedRow]) -> tuple[list[float], list[tuple[int, int, int, int]]]:
    """Levels of the heading and the headings that span columns.

    Returns:
        Heights that part the levels from each other, and (level, levels, first column, last column) of each heading
        over several columns.
    """
    leaves: dict[int, Phrase] = {}
    upper: list[Phrase] = []
    for block in sorted(_blocks(header), key=lambda block: -block.bottom):
        covered = [
            index
            for index in range(columns.at(block.x0), columns.at(block.x1) + 1)
            if min(block.x1, columns.extents[index][1]) - max(block.x0, columns.extents[index][0])
            > 0.3 * (columns.extents[index][1] - columns.extents[index][0])
        ]
        column = columns.at(block.middle)
        if len(covered) <= 1 and column not in leaves:
            leaves[column] = block
        else:
            upper.append(block)
    tiers: list[list[Phrase]] = []
    for block in upper:
        for tier in tiers:
            if min(tier[0].bottom, block.bottom) > max(tier[0].top, block.top):
                tier.append(block)
                break
        else:
            tiers.append([block])
    depth = len(tiers) + 1
    shared = _shared_leaves(columns, leaves, tiers)
    spans = [(0, depth, first, last) for first, last in shared]
    if not tiers:
        return [], spans
    lowest = max(block.bottom for block in tiers[0])
    # What stands lower but not on the last line is centred beside the levels, not under them.
    deepest = max((leaf.bottom - 0.5 * (leaf.bottom - leaf.top) for leaf in leaves.values()), default=lowest)
    own = {column for first, last in shared for column in range(first, last + 1)}
    items = [
        (column, column)
        for column in range(len(columns))
        if column not in own
        and (column not in leaves or (leaves[column].top > lowest - 1 and leaves[column].bottom > deepest))
    ]
    for number, tier in enumerate(tiers):
        tier.sort(key=lambda block: block.middle)
        items = _shared_out(columns, leaves, tier, items)
        spans += [(depth - 2 - number, 1, first, last) for first, last in items]
    levels = [
        (max(block.bottom for block in above) + min(block.top for block in below)) / 2
        for above, below in pairwise(reversed(tiers))
    ]
    under = [leaf.top for leaf in leaves.values() if leaf.top > lowest - 1]
    return [*levels, (lowest + min(under, default=lowest + 2)) / 2], spans


def _blocks(header: list[PrintedRow]) -> list[Phrase]:
    """Phrases under each other, close and overlapping, are one heading."""
    blocks: list[Phrase] = []
    for row in header:
        open_blocks = [block for block in blocks if row.base - block.bottom < 2 * row.size]
        for phrase in row.phrases:
            for block in reversed(open_blocks):
                width = max(block.x1 - block.x0, phrase.x1 - phrase.x0)
                if (
                    1 < phrase.bottom - block.bottom <= HEADING_PITCH * (phrase.bottom - phrase.top)
                    and min(block.x1, phrase.x1) > max(block.x0, phrase.x0)
                    and abs(block.middle - phrase.middle) < 0.35 * width
                ):
                    extend(block, phrase)
                    break
            else:
                blocks.append(phrase)
    return blocks


def _shared_leaves(columns: Strips, leaves: dict[int, Phrase], tiers: list[list[Phrase]]) -> list[tuple[int, int]]:
    """Headings that stand over neighbouring columns without a heading of their own (a code in several columns)."""
    above = [block for tier in tiers for block in tier]

    def miss(leaf: Phrase, first: int, last: int) -> float:
        return abs(columns.middle(first, last) - leaf.middle)

    def fills(column: int, leaf: Phrase) -> float:
        width = columns.borders[column + 1] - columns.borders[column]
        return max(leaf.x1 - leaf.x0, 3 * miss(leaf, column, column)) / width

    # Only a heading that does not fit its own column looks for more; the tightest one first.
    taken = set(leaves)
    shared = []
    for column, leaf in sorted(leaves.items(), key=lambda item: -fills(*item)):
        if fills(column, leaf) < 0.8:
            break
        if any(block.bottom < leaf.top and block.x0 < leaf.x1 and leaf.x0 < block.x1 for block in above):
            continue
        first = last = column
        while first > 0 and first - 1 not in taken:
            first -= 1
        while last + 1 < len(columns) and last + 1 not in taken:
            last += 1
        runs = [(i, j) for i in range(first, column + 1) for j in range(column, last + 1)]
        best = min(runs, key=lambda run: (round(miss(leaf, *run) / 3), run[0] - run[1]))
        if best != (column, column):
            shared.append(best)
            taken.update(range(best[0], best[1] + 1))
    return shared


def _shared_out(
    columns: Strips, leaves: dict[int, Phrase], tier: list[Phrase], items: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Which neighbouring items (columns or lower headings) each heading of a tier spans."""
    if not items:
        return []
    labels = [leaves[first].text.lower() if first == last and first in leaves else "" for first, last in items]
    begins = [index for index, label in enumerate(labels) if label and label == labels[0]]
    if len(tier) > 1 and len(begins) == len(tier):
        ends = [*begins[1:], len(items)]
        return [(items[begin][0], items[end - 1][1]) for begin, end in zip(begins, ends, strict=True)]
    if len(tier) == 1:
        return [_centred(columns, items, tier[0])]
    nearest = [
        min(range(len(tier)), key=lambda t: abs(tier[t].middle - columns.middle(first, last))) for first, last in items
    ]
    return [
        (items[nearest.index(t)][0], items[len(nearest) - 1 - nearest[::-1].index(t)][1])
        for t in range(len(tier))
        if t in nearest
    ]


def _centred(columns: Strips, items: list[tuple[int, int]], block: Phrase) -> tuple[int, int]:
    """The widest run of items on which the heading is centred."""

    def miss(first: int, last: int) -> float:
        return abs(columns.middle(items[first][0], items[last][1]) - block.middle)

    runs = [(i, j) for i in range(len(items)) for j in range(i, len(items))]
    wide = [
        (i, j)
        for i, j in runs
        if columns.borders[items[i][0]] <= block.x0 + 6 and columns.borders[items[j][1] + 1] >= block.x1 - 6
    ]
    tolerance = min(miss(*run) for run in wide or runs) + max(4.0, 0.015 * columns.width)
    first, last = max((run for run in wide or runs if miss(*run) <= tolerance), key=lambda run: run[1] - run[0])
    return items[first][0], items[last][1]
