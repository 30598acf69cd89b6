"""Tables without vertical rules: columns from white space that all rows share, rows from rules or first lines.

A table is suspected where several lines hold values beside each other (anchors). Its columns are the vertical strips
that no word of the body crosses; its rows are the spaces between horizontal rules where there are some, else they
begin at lines that fill most columns or carry a code. Headings above the body become cells that span what they are
centred on. Prose has no anchors and stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from extractors.readers.geometry import Edge
from extractors.readers.glyphs import LINE, Floats, Words, centres
from extractors.readers.page import Grid

PHRASE = 0.6
"""A gap wider than this share of the line height separates phrases."""
STRIP = 0.33
"""A strip between columns is at least this wide beside words, in line heights: more than a space."""
MIN_STRIP = 1.5
MIN_COLUMNS = 4
MIN_ANCHORS = 2
FULL = 0.55
"""A line that fills this share of the columns of the fullest line begins a row."""
PITCH = 1.6
"""Lines further apart than this many line heights are not of one block."""
HEADING_PITCH = 1.3

_VALUE = re.compile(r"^(?:Rp\.?)?[<>≤≥±]?\(?\d[\d.,]*\)?%?$|^[-–—]$|^n/?a$", re.IGNORECASE)
_NOT_VALUE = re.compile(r"^(?:(?:19|20)\d\d|\(\d{1,2}\)|\d{1,2}[.)])$")
_CODE = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.?|[A-Z]\.)$")
_CAPTION = re.compile(r"^(?:tabel|gambar|grafik|bab|sumber)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Phrase:
    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class _Row:
    """One printed line: its words as (x0, x1) and its phrases, left to right."""

    base: float
    size: float
    top: float
    bottom: float
    words: list[tuple[float, float]]
    phrases: list[_Phrase]

    @property
    def values(self) -> int:
        return sum(is_value(phrase.text) for phrase in self.phrases)


@dataclass(slots=True)
class _Block:
    """Lines of one heading."""

    phrases: list[_Phrase] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(phrase.text for phrase in self.phrases)

    @property
    def x0(self) -> float:
        return min(phrase.x0 for phrase in self.phrases)

    @property
    def x1(self) -> float:
        return max(phrase.x1 for phrase in self.phrases)

    @property
    def top(self) -> float:
        return min(phrase.top for phrase in self.phrases)

    @property
    def bottom(self) -> float:
        return max(phrase.bottom for phrase in self.phrases)

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def is_value(text: str) -> bool:
    """Whether a phrase is what value columns hold: a number, a dash; not a year or a column number."""
    first = text.split(" ", 1)[0]
    return bool(_VALUE.match(first)) and not _NOT_VALUE.match(text)


def infer_grids(words: Words, rules: Sequence[Edge], frames: Sequence[tuple[float, float, float, float]]) -> list[Grid]:
    """Find the tables that have no vertical rules.

    Args:
        words: words outside of ruled tables, in the frame of reading.
        rules: merged horizontal edges of the page.
        frames: boxes of the ruled tables, which part the page.

    Returns:
        Grids with `ruled` False, from top to bottom.
    """
    rows = _printed_rows(words)
    if sum(len(row.phrases) >= MIN_COLUMNS for row in rows) < MIN_ANCHORS:
        return []
    grids = []
    for part in _parts(rows, frames):
        grid = _infer(part, [edge for edge in rules if part[0].top - 60 <= edge.at <= part[-1].bottom + 20])
        if grid is not None:
            grids.append(grid)
    return grids


def with_unruled(grids: list[Grid], words: Words, rules: Sequence[Edge]) -> list[Grid]:
    """The grids of a page with those that can be inferred from the words outside of them, top to bottom."""
    x, y = centres(words.boxes)
    outside = np.ones(len(words), bool)
    for grid in grids:
        x0, top, x1, bottom = grid.box
        outside &= ~((x >= x0) & (x <= x1) & (y >= top) & (y <= bottom))
    if not outside.any():
        return grids
    found = infer_grids(words.take(np.flatnonzero(outside)), rules, [grid.box for grid in grids])
    return sorted([*grids, *found], key=lambda grid: (grid.box[1], grid.box[0])) if found else grids


def _printed_rows(words: Words) -> list[_Row]:
    upright = np.flatnonzero(words.quarters == 0)
    if not len(upright):
        return []
    order = upright[np.argsort(words.base[upright], kind="stable")]
    size = words.sizes[order]
    base = words.base[order]
    new = np.concatenate(([True], np.diff(base) > LINE * np.minimum(size[1:], size[:-1])))
    number = np.cumsum(new)
    order = order[np.lexsort((words.boxes[order, 0], number))]
    number.sort()
    boxes = words.boxes[order]
    size = words.sizes[order]
    start = np.ones(len(order), bool)
    gap = boxes[1:, 0] - boxes[:-1, 2]
    same = number[1:] == number[:-1]
    start[1:] = ~same | (gap > PHRASE * np.minimum(size[1:], size[:-1]))
    rows: list[_Row] = []
    last = 0
    for index, (line, begins) in enumerate(zip(number.tolist(), start.tolist(), strict=True)):
        x0, top, x1, bottom = boxes[index].tolist()
        text = words.text[order[index]]
        if line != last:
            rows.append(_Row(float(words.base[order[index]]), float(size[index]), top, bottom, [], []))
            last = line
        row = rows[-1]
        row.words.append((x0, x1))
        row.top, row.bottom = min(row.top, top), max(row.bottom, bottom)
        if begins:
            row.phrases.append(_Phrase(text, x0, top, x1, bottom))
        else:
            phrase = row.phrases[-1]
            phrase.text += " " + text
            phrase.x1, phrase.bottom, phrase.top = x1, max(phrase.bottom, bottom), min(phrase.top, top)
    return rows


def _parts(rows: list[_Row], frames: Sequence[tuple[float, float, float, float]]) -> list[list[_Row]]:
    """Lines between ruled tables, each run on its own."""
    parts: list[list[_Row]] = [[]]
    for row in rows:
        before = parts[-1][-1] if parts[-1] else None
        if before and any(before.base <= frame[1] <= row.base for frame in frames):
            parts.append([])
        parts[-1].append(row)
    return [part for part in parts if part]


def _infer(rows: list[_Row], rules: list[Edge]) -> Grid | None:
    anchors = [
        index
        for index, row in enumerate(rows)
        if len(row.phrases) >= MIN_COLUMNS and row.values >= 2 and not _counts(row)
    ]
    if len(anchors) < MIN_ANCHORS:
        return None
    first, last = anchors[0], anchors[-1]
    last = _end(rows, last, rules)
    body = rows[first : last + 1]
    columns = _columns(body)
    if len(columns) < MIN_COLUMNS:
        return None
    header = rows[_header_start(rows, first, columns, rules) : first]
    columns = _with_empty_columns(columns, header)
    starts = _row_starts(body, columns, rules)
    if len(starts) < 2:
        return None
    return _grid(columns, header, body, starts, rules)


def _counts(row: _Row) -> bool:
    """Whether the line numbers the columns: (1) (2) (3) or 1 2 3."""
    found = [re.sub(r"\D", "", phrase.text) for phrase in row.phrases]
    numbers = [int(text) for text in found if text and len(text) < 3]
    return len(numbers) * 2 > len(row.phrases) and all(0 < b - a <= 2 for a, b in pairwise(numbers))


def _end(rows: list[_Row], last: int, rules: list[Edge]) -> int:
    """Index of the last line of the table: text under the last anchor that goes on with the usual pitch."""
    left = min(rows[last].words)[0]
    right = max(x1 for _, x1 in rows[last].words)
    below = [edge.at for edge in rules if edge.at > rows[last].base and edge.end - edge.start > 0.6 * (right - left)]
    while last + 1 < len(rows):
        row, before = rows[last + 1], rows[last]
        under_rule = any(before.base <= at <= row.top + 1 for at in below)
        inside_rules = any(at >= row.base for at in below)
        near = row.base - before.base <= PITCH * max(row.size, before.size)
        wide = len(row.phrases) == 1 and row.phrases[0].x1 - row.phrases[0].x0 > 0.5 * (right - left)
        if (not near and not inside_rules) or wide or _CAPTION.match(row.phrases[0].text):
            break
        if under_rule and not inside_rules:
            break
        last += 1
    return last


def _columns(body: list[_Row]) -> list[tuple[float, float]]:
    """Extents of the columns: strips of white space that no word of the body crosses, wider than a space."""
    taken = sorted((x0, x1) for row in body for x0, x1 in row.words)
    runs: list[list[float]] = []
    for x0, x1 in taken:
        if runs and x0 <= runs[-1][1] + MIN_STRIP:
            runs[-1][1] = max(runs[-1][1], x1)
        else:
            runs.append([x0, x1])
    columns = [(runs[0][0], runs[0][1])] if runs else []
    for left, right in runs[1:]:
        strip = (columns[-1][1], left)
        gaps = []
        for row in body:
            before = max((x1 for _, x1 in row.words if x1 <= strip[0] + 0.1), default=None)
            after = min((x0 for x0, _ in row.words if x0 >= strip[1] - 0.1), default=None)
            if before is not None and after is not None and after - before < 12 * row.size:
                gaps.append((after - before) / row.size)
        tight = sum(gap < STRIP for gap in gaps)
        if tight > 0.05 * len(gaps):
            columns[-1] = (columns[-1][0], right)
        else:
            columns.append((left, right))
    return columns


def _column_of(columns: list[tuple[float, float]], x: float) -> int:
    """The column nearest to a place."""
    return min(range(len(columns)), key=lambda index: max(columns[index][0] - x, x - columns[index][1], 0.0))


def _header_start(rows: list[_Row], first: int, columns: list[tuple[float, float]], rules: list[Edge]) -> int:
    """Index of the first heading line above the body."""
    left, right = columns[0][0], columns[-1][1]
    width, middle = right - left, (left + right) / 2
    top_rule = min((edge.at for edge in rules if edge.end - edge.start > 0.9 * width), default=None)
    start = first
    while start > 0:
        row, below = rows[start - 1], rows[start]
        if _CAPTION.match(row.phrases[0].text):
            break
        if top_rule is not None and row.base < top_rule:
            break
        if below.base - row.base > 3.5 * max(row.size, below.size):
            break
        if len(row.phrases) == 1:
            phrase = row.phrases[0]
            long = phrase.x1 - phrase.x0
            if long > 0.6 * width or (abs(phrase.middle - middle) < 0.02 * width and long > 0.1 * width):
                break
        start -= 1
    return start


def _with_empty_columns(columns: list[tuple[float, float]], header: list[_Row]) -> list[tuple[float, float]]:
    """Add columns that have a heading but no text: headings that stand beside all columns of the body."""
    found = list(columns)
    for row in header:
        for phrase in row.phrases:
            beside = all(phrase.x1 < x0 + 1 or phrase.x0 > x1 - 1 for x0, x1 in found)
            outside = phrase.x1 < columns[0][0] or phrase.x0 > columns[-1][1]
            if beside and outside:
                found.append((phrase.x0, phrase.x1))
                found.sort()
    return found


def _row_starts(body: list[_Row], columns: list[tuple[float, float]], rules: list[Edge]) -> list[int]:
    """Indices of the body lines that begin a row."""
    width = columns[-1][1] - columns[0][0]
    long = [edge.at for edge in rules if edge.end - edge.start > 0.5 * width]
    within = [at for at in long if body[0].base < at < body[-1].base]
    if len(within) >= 2:
        return [
            index
            for index, row in enumerate(body)
            if index == 0 or any(body[index - 1].base < at + 1 and at < row.base for at in within)
        ]
    filled = [{_column_of(columns, (x0 + x1) / 2) for x0, x1 in row.words} for row in body]
    fullest = max(len(columns_filled) for columns_filled in filled)
    codes = _code_column(body, columns)
    starts = []
    for index, row in enumerate(body):
        has_code = codes is not None and any(
            _column_of(columns, phrase.middle) == codes and _CODE.match(phrase.text) for phrase in row.phrases
        )
        fresh = (
            index > 0 and not filled[index] & filled[index - 1] and min(filled[index]) <= min(min(f) for f in filled)
        )
        if index == 0 or has_code or len(filled[index]) >= FULL * fullest or fresh:
            starts.append(index)
    return starts


def _code_column(body: list[_Row], columns: list[tuple[float, float]]) -> int | None:
    """The first column when it holds codes or numbers only."""
    texts = [phrase.text for row in body for phrase in row.phrases if _column_of(columns, phrase.middle) == 0]
    return 0 if texts and sum(bool(_CODE.match(text)) for text in texts) > 0.7 * len(texts) else None


def _grid(
    columns: list[tuple[float, float]], header: list[_Row], body: list[_Row], starts: list[int], rules: list[Edge]
) -> Grid:
    xs = [columns[0][0] - 2.0]
    xs += [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    xs.append(columns[-1][1] + 2.0)
    cells: list[tuple[int, int, int, int]] = []
    ys: list[float] = []
    if header:
        levels, spans = _headings(columns, header)
        top, bottom = min(row.top for row in header), body[0].top
        ys += [top - 1.0, *levels]
        depth = len(levels) + 1
        taken = np.zeros((depth, len(columns)), bool)
        for level, first, last in spans:
            cells.append((level, first, 1, last - first + 1))
            taken[level, first : last + 1] = True
        for column in range(len(columns)):
            level = 0
            while level < depth:
                if taken[level, column]:
                    level += 1
                    continue
                end = level
                while end < depth and not taken[end, column]:
                    end += 1
                cells.append((level, column, end - level, 1))
                level = end
        ys.append((max(row.bottom for row in header) + bottom) / 2)
    else:
        ys.append(body[0].top - 1.0)
    offset = len(ys) - 1
    for index in starts[1:]:
        ys.append(_border(body[index - 1], body[index], rules))
    ys.append(body[-1].bottom + 1.0)
    lines = np.maximum.accumulate(np.array(ys))
    cells += _body_cells(xs, lines, offset, len(starts), rules)
    cells.sort()
    places = np.full((len(lines) - 1, len(xs) - 1), -1, np.int64)
    for number, (row, column, row_span, col_span) in enumerate(cells):
        places[row : row + row_span, column : column + col_span] = number
    return Grid(np.array(xs), lines, cells, places, ruled=False)


def _border(above: _Row, below: _Row, rules: list[Edge]) -> float:
    between = [edge.at for edge in rules if above.base < edge.at + 1 and edge.at < below.base]
    return between[0] if between else (min(above.base + 0.25 * above.size, below.top) + below.top) / 2


def _body_cells(
    xs: list[float], ys: Floats, offset: int, rows: int, rules: list[Edge]
) -> list[tuple[int, int, int, int]]:
    """Cells of the body; a column that the rules between two rows leave out is merged across them."""
    cells = []
    for column in range(len(xs) - 1):
        middle = (xs[column] + xs[column + 1]) / 2
        start = 0
        for row in range(1, rows + 1):
            if row < rows:
                at = ys[offset + row]
                drawn = [edge for edge in rules if abs(edge.at - at) < 1.5]
                if drawn and not any(edge.start <= middle <= edge.end for edge in drawn):
                    continue
            cells.append((offset + start, column, row - start, 1))
            start = row
    return cells


# ------------------------------------------------------------------ headings


def _headings(columns: list[tuple[float, float]], header: list[_Row]) -> tuple[list[float], list[tuple[int, int, int]]]:
    """Levels of the heading and the headings that span columns.

    Returns:
        Heights that part the levels from each other, and (level, first column, last column) of each spanning heading.
    """
    blocks = _blocks(header)
    leaves: dict[int, _Block] = {}
    upper: list[_Block] = []
    for block in sorted(blocks, key=lambda block: -block.bottom):
        inside = [i for i, (x0, x1) in enumerate(columns) if min(block.x1, x1) - max(block.x0, x0) > 0.3 * (x1 - x0)]
        column = _column_of(columns, block.middle)
        if len(inside) <= 1 and column not in leaves:
            leaves[column] = block
        else:
            upper.append(block)
    if not upper:
        return [], []
    tiers: list[list[_Block]] = []
    for block in sorted(upper, key=lambda block: -block.bottom):
        for tier in tiers:
            if min(tier[0].bottom, block.bottom) > max(tier[0].top, block.top):
                tier.append(block)
                break
        else:
            tiers.append([block])
    depth = len(tiers)
    spans: list[tuple[int, int, int]] = []
    items: list[tuple[int, int]] | None = None
    for number, tier in enumerate(tiers):
        tier.sort(key=lambda block: block.middle)
        if items is None:
            floor = max(block.bottom for block in tier)
            items = [(i, i) for i in range(len(columns)) if i not in leaves or leaves[i].top > floor - 1]
        found = _shared_out(columns, leaves, tier, items)
        spans += [(depth - 1 - number, first, last) for first, last in found]
        items = found
    levels = []
    for upper_tier, lower_tier in pairwise(reversed(tiers)):
        levels.append((max(b.bottom for b in upper_tier) + min(b.top for b in lower_tier)) / 2)
    lowest = max(block.bottom for block in tiers[0])
    under = [leaf.top for leaf in leaves.values() if leaf.top > lowest - 1]
    levels.append((lowest + min(under, default=lowest + 2)) / 2)
    return levels, spans


def _blocks(header: list[_Row]) -> list[_Block]:
    """Phrases under each other, close and overlapping, are one heading."""
    blocks: list[_Block] = []
    for row in header:
        for phrase in row.phrases:
            for block in reversed(blocks):
                last = block.phrases[-1]
                near = phrase.bottom - last.bottom <= HEADING_PITCH * (phrase.bottom - phrase.top)
                overlap = min(block.x1, phrase.x1) - max(block.x0, phrase.x0)
                if (
                    near
                    and phrase.bottom > last.bottom + 1
                    and overlap > 0
                    and abs(block.middle - phrase.middle) < 0.35 * max(block.x1 - block.x0, phrase.x1 - phrase.x0)
                ):
                    block.phrases.append(phrase)
                    break
            else:
                blocks.append(_Block([phrase]))
    return blocks


def _shared_out(
    columns: list[tuple[float, float]],
    leaves: dict[int, _Block],
    tier: list[_Block],
    items: list[tuple[int, int]],
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
        min(range(len(tier)), key=lambda t: abs(tier[t].middle - (columns[first][0] + columns[last][1]) / 2))
        for first, last in items
    ]
    return [
        (items[nearest.index(t)][0], items[len(nearest) - 1 - nearest[::-1].index(t)][1])
        for t in range(len(tier))
        if t in nearest
    ]


def _centred(columns: list[tuple[float, float]], items: list[tuple[int, int]], block: _Block) -> tuple[int, int]:
    """The widest run of items on which the heading is centred."""

    def miss(first: int, last: int) -> float:
        return abs((columns[items[first][0]][0] + columns[items[last][1]][1]) / 2 - block.middle)

    runs = [(i, j) for i in range(len(items)) for j in range(i, len(items))]
    covering = [
        run
        for run in runs
        if columns[items[run[0]][0]][0] <= block.x0 + 6 and columns[items[run[1]][1]][1] >= block.x1 - 6
    ] or runs
    best = min(miss(*run) for run in covering)
    tolerance = max(best + 4, 0.06 * (columns[items[-1][1]][1] - columns[items[0][0]][0]))
    first, last = max((run for run in covering if miss(*run) <= tolerance), key=lambda run: run[1] - run[0])
    return items[first][0], items[last][1]
