"""Tables without vertical rules on a page: suspected where lines hold values beside each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.readers.geometry import Edge
from extractors.readers.glyphs import Words, centres
from extractors.readers.page import Grid
from extractors.readers.unruled.body import body_start, header_start, row_starts
from extractors.readers.unruled.cells import make_grid
from extractors.readers.unruled.lines import (
    CAPTION,
    MANY_COLUMNS,
    MIN_ANCHORS,
    MIN_COLUMNS,
    PrintedRow,
    Strips,
    is_value,
    parts,
    printed_rows,
)
from extractors.readers.unruled.strips import find_strips, with_empty_strips
from models.evidence import Box

FEW_BORDERS = 3
"""A ruled frame of so few borders may be a table whose columns are told by white space only."""
MORE_COLUMNS = 3
PITCH = 1.6
"""Lines further apart than this many line heights are not of one block."""


def with_unruled(grids: list[Grid], words: Words, rules: Sequence[Edge], painted: Sequence[Grid] = ()) -> list[Grid]:
    """The grids of a page with those that can be inferred from the words outside of them, top to bottom.

    Args:
        grids: ruled tables.
        words: all words of the page in the frame of reading.
        rules: merged horizontal edges of the page.
        painted: tables made by coloured cells. Where only some rows have a colour, the inferred table is larger
            and counts.
    """
    grids = [_refined(grid, grids, words, rules) for grid in grids]
    found = _found(grids, words, rules)
    kept = [
        grid
        for grid in painted
        if not any(overlap(grid.box, other.box) and _area(other.box) > 1.3 * _area(grid.box) for other in found)
    ]
    found = [grid for grid in found if not any(overlap(grid.box, other.box) for other in kept)]
    return sorted([*grids, *kept, *found], key=lambda grid: (grid.box[1], grid.box[0]))


def _refined(grid: Grid, grids: list[Grid], words: Words, rules: Sequence[Edge]) -> Grid:
    """A frame with hardly any vertical rule inside: the table that its words make, if it has clearly more columns.

    The last rows of such a table may stand below the frame, when no rule closes it.
    """
    if len(grid.xs) > FEW_BORDERS:
        return grid
    x0, top, x1, bottom = grid.box
    floor = min((other.box[1] for other in grids if other.box[1] >= bottom - 1.0), default=float("inf"))
    x, y = centres(words.boxes)
    inside = (x >= x0) & (x <= x1) & (y >= top) & (y < floor) & (words.quarters == 0)
    if inside.sum() < MIN_COLUMNS:
        return grid
    for part in parts(printed_rows(words.take(np.flatnonzero(inside))), ()):
        made = _infer(part, [edge for edge in rules if top - 2.0 <= edge.at <= floor])
        if made is not None and overlap(made.box, grid.box) and len(made.xs) >= len(grid.xs) + MORE_COLUMNS:
            return made
    return grid


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share an area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _found(grids: list[Grid], words: Words, rules: Sequence[Edge]) -> list[Grid]:
    chosen = words.quarters == 0
    if grids:
        x, y = centres(words.boxes)
        for grid in grids:
            x0, top, x1, bottom = grid.box
            chosen &= ~((x >= x0) & (x <= x1) & (y >= top) & (y <= bottom))
    if chosen.sum() < MIN_COLUMNS * MIN_ANCHORS:
        return []
    rows = printed_rows(words.take(np.flatnonzero(chosen)))
    found = []
    for part in parts(rows, [grid.box for grid in grids]):
        inferred = _infer(part, [e for e in rules if part[0].top - 60 <= e.at <= part[-1].bottom + 20])
        if inferred is not None:
            found.append(inferred)
    return found


def _infer(rows: list[PrintedRow], rules: list[Edge]) -> Grid | None:
    anchors = [
        index
        for index, row in enumerate(rows)
        if len(row.phrases) >= MIN_COLUMNS and row.values >= 2 and not row.counts_columns
    ]
    if not anchors or (len(anchors) < MIN_ANCHORS and not _is_lone_row(rows, anchors[0])):
        return None
    first, last = anchors[0], _end(rows, anchors[-1], rules)
    columns = find_strips(rows[first : last + 1])
    if columns is None:
        return None
    start = header_start(rows, first, columns, rules)
    after_heading = body_start(rows, start, first)
    if after_heading != first:
        first = after_heading
        columns = find_strips(rows[first : last + 1]) or columns
    body, header = rows[first : last + 1], rows[start:first]
    columns = with_empty_strips(columns, header)
    starts = row_starts(body, columns, rules)
    if not starts or not _has_value_columns([body[index] for index in starts], columns):
        return None
    return make_grid(columns, header, body, starts, rules)


def _is_lone_row(rows: list[PrintedRow], anchor: int) -> bool:
    """Whether a line alone is the only row of a table, as at the end of one that comes from the page before."""
    if len(rows[anchor].phrases) < MANY_COLUMNS or rows[anchor].values < MIN_COLUMNS:
        return False
    return any(len(row.phrases) >= MANY_COLUMNS for row in rows[max(anchor - 12, 0) : anchor])


def _has_value_columns(rows: list[PrintedRow], columns: Strips) -> bool:
    """Whether two columns besides the first (list numbers) hold values in most of the rows that fill them."""
    filled, values = [0] * len(columns), [0] * len(columns)
    rows = [row for row in rows if not row.counts_columns]
    for row in rows:
        for phrase in row.phrases:
            column = columns.at(phrase.middle)
            filled[column] += 1
            values[column] += is_value(phrase.text)
    often = min(MIN_ANCHORS, len(rows))
    return sum(v >= often and v >= 0.5 * n for v, n in zip(values[1:], filled[1:], strict=True)) >= 2


def _end(rows: list[PrintedRow], last: int, rules: list[Edge]) -> int:
    """Index of the last line of the table: text under the last anchor that goes on with the usual pitch."""
    left, right = rows[last].words[0][0], rows[last].words[-1][1]
    below = [edge.at for edge in rules if edge.at > rows[last].base and edge.end - edge.start > 0.6 * (right - left)]
    while last + 1 < len(rows):
        row, before = rows[last + 1], rows[last]
        ruled_off = any(before.base <= at <= row.base for at in below)
        inside_rules = any(at >= row.base for at in below)
        near = row.base - before.base <= PITCH * max(row.size, before.size)
        wide = len(row.phrases) == 1 and row.phrases[0].x1 - row.phrases[0].x0 > 0.5 * (right - left)
        if wide or CAPTION.match(row.phrases[0].text) or not (inside_rules or (near and not ruled_off)):
            break
        last += 1
    return last
