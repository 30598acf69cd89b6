"""Columns as strips of white space that the lines of the body share."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from extractors.readers.unruled.lines import MIN_COLUMNS, Phrase, PrintedRow, Strips, bordered

STRIP = 0.33
"""A strip between columns is at least this wide beside words, in line heights: more than a space."""
MIN_STRIP = 1.5
SURE_GAP = 0.9
"""A gap wider than this share of the line height may part columns even where other lines bridge it."""
SAME_START = 2.5
MIN_STARTS = 4
COMMON_START = 0.6
"""Of the gaps inside a column so many must begin a phrase at one place for a border there."""


def find_strips(body: list[PrintedRow]) -> Strips | None:
    """Columns between the strips of white space that no word of the body crosses and that are wider than a space.

    Lines of one or two long phrases (sums, section titles) may run across columns and are not asked, nor is the
    line that numbers the columns: its numbers stand in the middle of what headings span.
    """
    left = min(row.words[0][0] for row in body)
    width = max(row.words[-1][1] for row in body) - left
    asked = [
        row
        for row in body
        if not row.counts_columns
        and (len(row.phrases) > 2 or all(phrase.x1 - phrase.x0 < 0.3 * width for phrase in row.phrases))
    ]
    if not asked:
        return None
    taken = np.array([word for row in asked for word in row.words])
    taken = taken[np.argsort(taken[:, 0], kind="stable")]
    reach = np.maximum.accumulate(taken[:, 1])
    breaks = np.flatnonzero(taken[1:, 0] > reach[:-1] + MIN_STRIP)
    pairs = np.array([(one[1], other[0], row.size) for row in asked for one, other in pairwise(row.words)]).reshape(
        -1, 3
    )
    gap = pairs[:, 1] - pairs[:, 0]
    near, tight = gap < 12 * pairs[:, 2], gap < STRIP * pairs[:, 2]
    extents = [(float(taken[0, 0]), float(reach[-1]))]
    for index in breaks.tolist():
        end, begin = float(reach[index]), float(taken[index + 1, 0])
        over = (pairs[:, 0] <= end + 0.1) & (pairs[:, 1] >= begin - 0.1)
        if (over & tight).sum() <= 0.05 * (over & near).sum():
            extents[-1:] = [(extents[-1][0], end), (begin, extents[-1][1])]
    extents = [part for extent in extents for part in _at_common_start(extent, asked)]
    return bordered(extents) if len(extents) >= MIN_COLUMNS else None


def _at_common_start(extent: tuple[float, float], rows: list[PrintedRow]) -> list[tuple[float, float]]:
    """A column in two where most of its lines begin anew at one place behind a wide gap: a few lines bridge the strip.

    Such lines are not set in the columns of the others (`1  Pelayanan   Jumlah Warga ...` one tab too early).
    """
    pairs = [
        (left, right, row.size)
        for row in rows
        for left, right in pairwise(p for p in row.phrases if extent[0] - 0.1 <= p.x0 and p.x1 <= extent[1] + 0.1)
        if right.x0 - left.x1 > SURE_GAP * row.size
    ]
    best: list[tuple[Phrase, Phrase, float]] = []
    for _, begun, _ in pairs:
        same = [pair for pair in pairs if abs(pair[1].x0 - begun.x0) <= SAME_START]
        best = max(best, same, key=len)
    if len(best) < MIN_STARTS or len(best) < COMMON_START * len(pairs):
        return [extent]
    begin = min(right.x0 for _, right, _ in best)
    end = max(left.x1 for left, _, _ in best)
    crossing = sum(any(x0 < begin - 0.1 and x1 > end + 0.1 for x0, x1 in row.words) for row in rows)
    if end > begin or crossing > len(best):
        return [extent]
    return [(extent[0], end), *_at_common_start((begin, extent[1]), rows)]


def with_empty_strips(columns: Strips, header: list[PrintedRow]) -> Strips:
    """Add columns that have a heading but no text.

    Left and right of all others any heading counts; between two columns only one of the lowest line, and only where
    both neighbours have headings of their own (a heading may stand beside its right-aligned values).
    """
    extents = list(columns.extents)
    lowest = header[-1].phrases if header else []
    headed = [any(p.x0 < x1 and x0 < p.x1 for p in lowest) for x0, x1 in extents]
    for phrase in lowest:
        after = next((index for index, (x0, _) in enumerate(columns.extents) if x0 > phrase.x1), 0)
        if after and columns.extents[after - 1][1] < phrase.x0 and headed[after - 1] and headed[after]:
            extents.append((phrase.x0, phrase.x1))
    extents.sort()
    for row in [*header[-1:], *header[:-1]]:
        for phrase in row.phrases:
            if phrase.x1 < extents[0][0]:
                extents.insert(0, (phrase.x0, phrase.x1))
            elif phrase.x0 > extents[-1][1]:
                extents.append((phrase.x0, phrase.x1))
    return bordered(extents) if len(extents) > len(columns) else columns
