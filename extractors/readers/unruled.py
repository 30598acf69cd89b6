"""Tables without vertical rules: columns from white space that all rows share, rows from rules or first lines.

A table is suspected where several lines hold values beside each other (anchors). Its columns are the vertical strips
that no word of the body crosses; its rows are the spaces between horizontal rules where there are some, else they
begin at lines that fill most columns or carry a code. Headings above the body become cells that span what they are
centred on. Prose has no anchors and stays prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from extractors.layout import Cell, Page, Table
from extractors.readers.geometry import Edge
from extractors.readers.glyphs import LINE, Flags, Floats, Ints, Words, centres, hulls
from extractors.readers.page import Grid
from models.evidence import Box

PHRASE = 0.6
"""A gap wider than this share of the line height separates phrases."""
STRIP = 0.33
"""A strip between columns is at least this wide beside words, in line heights: more than a space."""
MIN_STRIP = 1.5
MIN_COLUMNS = 4
MIN_ANCHORS = 2
MANY_COLUMNS = 8
"""A single row of so many phrases is a table too, under a heading that is as wide."""
FEW_BORDERS = 3
"""A ruled frame of so few borders may be a table whose columns are told by white space only."""
MORE_COLUMNS = 3
SURE_GAP = 0.9
"""A gap wider than this share of the line height may part columns even where other lines bridge it."""
SAME_START = 2.5
MIN_STARTS = 4
COMMON_START = 0.6
"""Of the gaps inside a column so many must begin a phrase at one place for a border there."""
PROSE = 0.72
"""A line whose words cover this share of it is no line of a table."""
FULL = 0.55
"""A line that fills this share of the columns of the fullest line begins a row."""
PITCH = 1.6
"""Lines further apart than this many line heights are not of one block."""
HEADING_PITCH = 1.3

_VALUE = re.compile(r"^(?:Rp\.?)?[<>≤≥±]?\(?\d[\d.,]*\)?%?$|^[-–—]$|^n/?a$", re.IGNORECASE)
_DASHES = frozenset("-–—")
_VALUE_STARTS = frozenset("0123456789-–—<>≤≥±(nNRr")
"""What `_VALUE` begins with; most words are told by it."""
_NOT_VALUE = re.compile(r"^(?:(?:19|20)\d\d|\(\d{1,2}\)|\d{1,2}[.)])$")
_OPEN_RANGE = re.compile(r"\d\s*[-–]$")
"""A range whose second number stands on the next line: `7,84 –`."""
_WHOLE_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d\d)?|\d{1,3}(?:,\d{3}){2,}(?:\.\d\d)?")
_CODE = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.?|[A-Z]\.)$")
_CAPTION = re.compile(r"^(?:tabel|gambar|grafik|bab|sumber)\b", re.IGNORECASE)
_BARE_CAPTION = re.compile(r"^tabel\s*[\w.\-–]*\d[\w.\-–]*$", re.IGNORECASE)
"""A caption that is its number alone: its title stands on the next line."""


@dataclass(slots=True)
class _Phrase:
    """Words without a wide gap between them; later also the lines of one heading."""

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
    bold: int = 0
    _values: int | None = None
    _counts: bool | None = None

    @property
    def is_bold(self) -> bool:
        """Whether most words are bold."""
        return self.bold * 2 > len(self.words)

    @property
    def values(self) -> int:
        """How many phrases are values; asked once the line is whole."""
        if self._values is None:
            self._values = sum(is_value(phrase.text) for phrase in self.phrases)
        return self._values

    @property
    def counts_columns(self) -> bool:
        """Whether the line numbers the columns: (1) (2) (3) or 1 2 3; asked once the line is whole."""
        if self._counts is None:
            found = [re.sub(r"\D", "", phrase.text) for phrase in self.phrases if len(phrase.text) <= 4]
            numbers = [int(text) for text in found if text and len(text) < 3]
            self._counts = (
                len(numbers) > 2
                and len(numbers) * 2 > len(self.phrases)
                and all(0 < b - a <= 2 for a, b in pairwise(numbers))
            )
        return self._counts

    def is_prose(self, width: float) -> bool:
        """Whether the line is full of words from margin to margin."""
        extent = self.words[-1][1] - self.words[0][0]
        if extent <= 0.75 * width:
            return False
        if sum(x1 - x0 for x0, x1 in self.words) > PROSE * extent and self.values < 2:
            return True
        gaps = sorted(right[0] - left[1] for left, right in pairwise(self.words))
        # A justified line stretches all its spaces alike.
        if len(gaps) < 5:
            return False
        alike = gaps[-1] < 1.15 * gaps[1] and self.values * 2 < len(self.phrases)
        return alike or gaps[-1] < min(1.6 * gaps[1], 1.5 * self.size)


@dataclass(slots=True)
class _Columns:
    """Extents of the columns and the borders between them (one more than columns)."""

    extents: list[tuple[float, float]]
    borders: list[float]

    def __len__(self) -> int:
        return len(self.extents)

    @property
    def width(self) -> float:
        return self.borders[-1] - self.borders[0]

    def at(self, x: float) -> int:
        """The column at a place; places outside belong to the outermost columns."""
        return min(max(bisect_right(self.borders, x) - 1, 0), len(self.extents) - 1)

    def each(self, places: Iterable[float]) -> list[int]:
        """The column at each place."""
        borders, last = self.borders, len(self.extents) - 1
        return [min(max(bisect_right(borders, x) - 1, 0), last) for x in places]

    def middle(self, first: int, last: int) -> float:
        """Middle of a run of columns."""
        return (self.borders[first] + self.borders[last + 1]) / 2


def _bordered(extents: list[tuple[float, float]]) -> _Columns:
    borders = [extents[0][0] - 2.0]
    borders += [(left[1] + right[0]) / 2 for left, right in pairwise(extents)]
    return _Columns(extents, [*borders, extents[-1][1] + 2.0])


def is_value(text: str) -> bool:
    """Whether a phrase is what value columns hold: a number, a dash; not a year or a column number."""
    if text[:1] not in _VALUE_STARTS:
        return False
    first = text.split(" ", 1)[0]
    if first in _DASHES:
        return first == text  # else a bullet
    return bool(_VALUE.match(first)) and not _NOT_VALUE.match(first)


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
    for part in _parts(_printed_rows(words.take(np.flatnonzero(inside))), ()):
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
    rows = _printed_rows(words.take(np.flatnonzero(chosen)))
    found = []
    for part in _parts(rows, [grid.box for grid in grids]):
        inferred = _infer(part, [e for e in rules if part[0].top - 60 <= e.at <= part[-1].bottom + 20])
        if inferred is not None:
            found.append(inferred)
    return found


def _printed_rows(words: Words) -> list[_Row]:
    """Lines of the page; none when it has too few lines of several phrases for a table."""
    order = np.argsort(words.base, kind="stable")
    size, base = words.sizes[order], words.base[order]
    new = np.concatenate(([True], np.diff(base) > LINE * np.minimum(size[1:], size[:-1])))
    number = np.cumsum(new) - 1
    order = order[np.lexsort((words.boxes[order, 0], number))]
    boxes, size = words.boxes[order], words.sizes[order]
    start = np.ones(len(order), bool)
    start[1:] = (number[1:] != number[:-1]) | (boxes[1:, 0] - boxes[:-1, 2] > PHRASE * np.minimum(size[1:], size[:-1]))
    text = [words.text[index] for index in order.tolist()]
    value = np.fromiter(map(is_value, text), bool, len(text))
    lines = int(number[-1]) + 1
    phrases, values = np.bincount(number[start], minlength=lines), np.bincount(number[value], minlength=lines)
    some = ((phrases >= MIN_COLUMNS) & (values >= 2)).sum() >= MIN_ANCHORS
    if not some and not ((phrases >= MANY_COLUMNS) & (values >= MIN_COLUMNS)).any():
        return []
    return _as_rows(text, words.base[order], size, boxes, words.bold[order], start, number)


def _as_rows(
    text: list[str], base: Floats, size: Floats, boxes: Floats, bold: Flags, start: Flags, number: Ints
) -> list[_Row]:
    """Words in reading order as lines of phrases; `start` marks the first word of each phrase, `number` its line."""
    begin = np.flatnonzero(start)
    phrases = [
        _Phrase(" ".join(text[first:end]), *box)
        for first, end, box in zip(
            begin.tolist(), [*begin[1:].tolist(), len(text)], hulls(boxes, begin).tolist(), strict=True
        )
    ]
    first_words = np.flatnonzero(np.diff(number, prepend=-1))
    first_phrases = np.searchsorted(begin, first_words).tolist()
    sides = list(zip(boxes[:, 0].tolist(), boxes[:, 2].tolist(), strict=True))
    lines = hulls(boxes, first_words)
    firsts = first_words.tolist()
    return [
        _Row(baseline, height, top, bottom, sides[first:end], phrases[first_phrase:end_phrase], weight)
        for baseline, height, top, bottom, first, end, first_phrase, end_phrase, weight in zip(
            base[first_words].tolist(),
            size[first_words].tolist(),
            lines[:, 1].tolist(),
            lines[:, 3].tolist(),
            firsts,
            [*firsts[1:], len(text)],
            first_phrases,
            [*first_phrases[1:], len(phrases)],
            np.add.reduceat(bold.astype(np.int64), first_words).tolist(),
            strict=True,
        )
    ]


def _extend(phrase: _Phrase, other: _Phrase) -> None:
    phrase.text += " " + other.text
    phrase.x0, phrase.x1 = min(phrase.x0, other.x0), max(phrase.x1, other.x1)
    phrase.top, phrase.bottom = min(phrase.top, other.top), max(phrase.bottom, other.bottom)


def _parts(rows: list[_Row], frames: Sequence[Box]) -> list[list[_Row]]:
    """Lines between ruled tables and prose, each run on its own."""
    if not rows:
        return []
    width = max(row.words[-1][1] for row in rows) - min(row.words[0][0] for row in rows)
    parts: list[list[_Row]] = [[]]
    for row in rows:
        before = parts[-1][-1] if parts[-1] else None
        if before and any(before.base <= frame[1] <= row.base for frame in frames):
            parts.append([])
        if row.is_prose(width):
            parts.append([])
        else:
            parts[-1].append(row)
    return [part for part in parts if len(part) > 1]


def _infer(rows: list[_Row], rules: list[Edge]) -> Grid | None:
    anchors = [
        index
        for index, row in enumerate(rows)
        if len(row.phrases) >= MIN_COLUMNS and row.values >= 2 and not row.counts_columns
    ]
    if not anchors or (len(anchors) < MIN_ANCHORS and not _is_lone_row(rows, anchors[0])):
        return None
    first, last = anchors[0], _end(rows, anchors[-1], rules)
    columns = _columns(rows[first : last + 1])
    if columns is None:
        return None
    start = _header_start(rows, first, columns, rules)
    body_start = _body_start(rows, start, first)
    if body_start != first:
        first = body_start
        columns = _columns(rows[first : last + 1]) or columns
    body, header = rows[first : last + 1], rows[start:first]
    columns = _with_empty_columns(columns, header)
    starts = _row_starts(body, columns, rules)
    if not starts or not _has_value_columns([body[index] for index in starts], columns):
        return None
    return _grid(columns, header, body, starts, rules)


def _is_lone_row(rows: list[_Row], anchor: int) -> bool:
    """Whether a line alone is the only row of a table, as at the end of one that comes from the page before."""
    if len(rows[anchor].phrases) < MANY_COLUMNS or rows[anchor].values < MIN_COLUMNS:
        return False
    return any(len(row.phrases) >= MANY_COLUMNS for row in rows[max(anchor - 12, 0) : anchor])


def _has_value_columns(rows: list[_Row], columns: _Columns) -> bool:
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


def _end(rows: list[_Row], last: int, rules: list[Edge]) -> int:
    """Index of the last line of the table: text under the last anchor that goes on with the usual pitch."""
    left, right = rows[last].words[0][0], rows[last].words[-1][1]
    below = [edge.at for edge in rules if edge.at > rows[last].base and edge.end - edge.start > 0.6 * (right - left)]
    while last + 1 < len(rows):
        row, before = rows[last + 1], rows[last]
        ruled_off = any(before.base <= at <= row.base for at in below)
        inside_rules = any(at >= row.base for at in below)
        near = row.base - before.base <= PITCH * max(row.size, before.size)
        wide = len(row.phrases) == 1 and row.phrases[0].x1 - row.phrases[0].x0 > 0.5 * (right - left)
        if wide or _CAPTION.match(row.phrases[0].text) or not (inside_rules or (near and not ruled_off)):
            break
        last += 1
    return last


def _columns(body: list[_Row]) -> _Columns | None:
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
    return _bordered(extents) if len(extents) >= MIN_COLUMNS else None


def _at_common_start(extent: tuple[float, float], rows: list[_Row]) -> list[tuple[float, float]]:
    """A column in two where most of its lines begin anew at one place behind a wide gap: a few lines bridge the strip.

    Such lines are not set in the columns of the others (`1  Pelayanan   Jumlah Warga ...` one tab too early).
    """
    pairs = [
        (left, right, row.size)
        for row in rows
        for left, right in pairwise(p for p in row.phrases if extent[0] - 0.1 <= p.x0 and p.x1 <= extent[1] + 0.1)
        if right.x0 - left.x1 > SURE_GAP * row.size
    ]
    best: list[tuple[_Phrase, _Phrase, float]] = []
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


def _header_start(rows: list[_Row], first: int, columns: _Columns, rules: list[Edge]) -> int:
    """Index of the first heading line above the body."""
    middle = (columns.borders[0] + columns.borders[-1]) / 2
    long_rules = [edge.at for edge in rules if edge.end - edge.start > 0.8 * columns.width]
    above = [at for at in long_rules if at < rows[first].base]
    # The highest rule bounds the table, unless it is the one between heading and body.
    if above and first and above[0] > rows[first - 1].base and len(rows[first - 1].phrases) > 2:
        above = []
    start = first
    while start > 0:
        row, below = rows[start - 1], rows[start]
        if _CAPTION.match(row.phrases[0].text):
            break
        if below.base - row.base > 3.5 * max(row.size, below.size):
            break
        if above and row.base < above[0]:
            break
        over = rows[start - 2] if start > 1 else None
        if over is not None and _is_title(row, over, columns):
            break
        if len(row.phrases) == 1:
            phrase = row.phrases[0]
            long = phrase.x1 - phrase.x0
            centred = abs(phrase.middle - middle) < 0.02 * columns.width and long > 0.1 * columns.width
            title = over is not None and _CAPTION.match(over.phrases[0].text)
            if long > 0.6 * columns.width or centred or title:
                break
        start -= 1
    return start


def _is_title(row: _Row, over: _Row, columns: _Columns) -> bool:
    """The title under a bare "Tabel 4.5" is no heading, also where wide spaces cut it into phrases.

    Both are centred, and a title is narrower than the headings of a table.
    """
    if not _BARE_CAPTION.match(" ".join(phrase.text for phrase in over.phrases)):
        return False
    left, right = row.words[0][0], row.words[-1][1]
    middle = (over.words[0][0] + over.words[-1][1]) / 2
    return right - left < 0.6 * columns.width and abs((left + right) / 2 - middle) < 0.02 * columns.width


def _body_start(rows: list[_Row], start: int, first: int) -> int:
    """First line of the body: the line that numbers the columns, else plain lines under a bold heading."""
    for index in range(start, first):
        if rows[index].counts_columns:
            return index
    bold = [index for index in range(start, first) if rows[index].is_bold]
    if bold and not rows[first].is_bold:
        return bold[-1] + 1
    return first


def _with_empty_columns(columns: _Columns, header: list[_Row]) -> _Columns:
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
    return _bordered(extents) if len(extents) > len(columns) else columns


def _row_starts(body: list[_Row], columns: _Columns, rules: list[Edge]) -> list[int]:
    """Indices of the body lines that begin a row."""
    within = [
        edge.at
        for edge in rules
        if edge.end - edge.start > 0.5 * columns.width and body[0].base < edge.at < body[-1].base
    ]
    if len(within) >= 2:
        return [
            index
            for index, row in enumerate(body)
            if index == 0 or any(body[index - 1].base < at + 1 and at < row.base for at in within)
        ]
    filled = [set(columns.each((x0 + x1) / 2 for x0, x1 in row.words)) for row in body]
    fullest = max(len(each) for each in filled)
    leftmost = min(min(each) for each in filled)
    first_texts = [[phrase.text for phrase in row.phrases if columns.at(phrase.middle) == 0] for row in body]
    texts = [text for line in first_texts for text in line]
    coded = bool(texts) and sum(bool(_CODE.match(text)) for text in texts) > 0.7 * len(texts)
    starts = []
    for index in range(len(body)):
        if index > 0 and _ends_values(body[index], body[index - 1], columns):
            continue
        has_code = coded and any(_CODE.match(text) for text in first_texts[index])
        # A text that begins in the leftmost column where nothing stands above it.
        fresh = index > 0 and leftmost in filled[index] and not filled[index] & filled[index - 1]
        after_numbers = index > 0 and (body[index - 1].counts_columns or _is_section(body[index - 1], columns))
        section = _is_section(body[index], columns) and (index == 0 or not _is_section(body[index - 1], columns))
        if index == 0 or has_code or fresh or after_numbers or section or len(filled[index]) >= FULL * fullest:
            starts.append(index)
    return starts


def _ends_values(row: _Row, above: _Row, columns: _Columns) -> bool:
    """All values of the line end those above: the last digits of amounts, the second number of ranges."""
    before = {columns.at(phrase.middle): phrase.text for phrase in above.phrases}
    values = [
        (before.get(columns.at(phrase.middle), ""), phrase.text) for phrase in row.phrases if is_value(phrase.text)
    ]
    amounts = [(one, rest) for one, rest in values if re.search(r"\d[.,]\d{3}[.,]", one)]
    if amounts:
        return all(
            len(rest) <= 3 and not _WHOLE_AMOUNT.fullmatch(one) and _WHOLE_AMOUNT.fullmatch(one + rest)
            for one, rest in amounts
        )
    return bool(values) and all(_OPEN_RANGE.search(one) for one, _ in values)


def _is_section(row: _Row, columns: _Columns) -> bool:
    """A title in capitals that runs from the left over the borders of columns (`PEKERJAAN UMUM DAN PENATAAN RUANG`)."""
    if not all(phrase.text.isupper() for phrase in row.phrases):
        return False
    if any(right[0] - left[1] > SURE_GAP * row.size for left, right in pairwise(row.words)):
        return False
    first, last = columns.at(row.words[0][0]), columns.at(row.words[-1][1])
    return first <= 1 and last > first


def _grid(columns: _Columns, header: list[_Row], body: list[_Row], starts: list[int], rules: list[Edge]) -> Grid:
    cells: list[tuple[int, int, int, int]] = []
    ys: list[float] = []
    if header:
        levels, spans = _headings(columns, header)
        ys = [min(row.top for row in header) - 1.0, *levels]
        if any(below - above < 2 for above, below in pairwise([*ys, body[0].top])):
            ys, spans = ys[:1], []
        cells = _header_cells(len(columns), len(ys), spans)
        ys.append((max(row.bottom for row in header) + body[0].top) / 2)
    else:
        ys = [body[0].top - 1.0]
    offset = len(ys) - 1
    ys += [_border(body[index - 1], body[index], rules) for index in starts[1:]]
    ys.append(body[-1].bottom + 1.0)
    heights = np.maximum.accumulate(np.array(ys))
    wide = {row for row, index in enumerate(starts) if _is_section(body[index], columns)}
    cells += [(offset + row, 0, 1, len(columns)) for row in sorted(wide)]
    cells += [
        cell for cell in _body_cells(columns, heights, offset, len(starts), rules, wide) if cell[0] - offset not in wide
    ]
    cells.sort()
    places = np.full((len(heights) - 1, len(columns)), -1, np.int64)
    for number, (row, column, row_span, col_span) in enumerate(cells):
        places[row : row + row_span, column : column + col_span] = number
    return Grid(np.array(columns.borders), heights, cells, places, ruled=False, header_rows=offset)


def _header_cells(columns: int, depth: int, spans: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Cells of the heading: the spanning ones, and what they leave free, column by column."""
    cells = [(level, first, levels, last - first + 1) for level, levels, first, last in spans]
    taken = np.zeros((depth, columns), bool)
    for row, column, row_span, col_span in cells:
        taken[row : row + row_span, column : column + col_span] = True
    for column in range(columns):
        start = 0
        for row in range(depth + 1):
            if row == depth or taken[row, column]:
                if row > start:
                    cells.append((start, column, row - start, 1))
                start = row + 1
    return cells


def _border(above: _Row, below: _Row, rules: list[Edge]) -> float:
    between = [edge.at for edge in rules if above.base < edge.at + 1 and edge.at < below.base]
    return between[0] if between else (min(above.bottom, below.top) + below.top) / 2


def _body_cells(
    columns: _Columns, ys: Floats, offset: int, rows: int, rules: list[Edge], wide: set[int]
) -> list[tuple[int, int, int, int]]:
    """Cells of the body; a column that the rules between two rows leave out is merged across them, titles aside."""
    cells = []
    drawn = [[edge for edge in rules if abs(edge.at - ys[offset + row]) < 1.5] for row in range(rows)]
    for column, (x0, x1) in enumerate(pairwise(columns.borders)):
        middle = (x0 + x1) / 2
        start = 0
        for row in range(1, rows + 1):
            ends = row in wide or row - 1 in wide
            if (
                row < rows
                and drawn[row]
                and not ends
                and not any(edge.start <= middle <= edge.end for edge in drawn[row])
            ):
                continue
            cells.append((offset + start, column, row - start, 1))
            start = row
    return cells


# ------------------------------------------------------------------ headings


def _headings(columns: _Columns, header: list[_Row]) -> tuple[list[float], list[tuple[int, int, int, int]]]:
    """Levels of the heading and the headings that span columns.

    Returns:
        Heights that part the levels from each other, and (level, levels, first column, last column) of each heading
        over several columns.
    """
    leaves: dict[int, _Phrase] = {}
    upper: list[_Phrase] = []
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
    tiers: list[list[_Phrase]] = []
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


def _blocks(header: list[_Row]) -> list[_Phrase]:
    """Phrases under each other, close and overlapping, are one heading."""
    blocks: list[_Phrase] = []
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
                    _extend(block, phrase)
                    break
            else:
                blocks.append(phrase)
    return blocks


def _shared_leaves(columns: _Columns, leaves: dict[int, _Phrase], tiers: list[list[_Phrase]]) -> list[tuple[int, int]]:
    """Headings that stand over neighbouring columns without a heading of their own (a code in several columns)."""
    above = [block for tier in tiers for block in tier]

    def miss(leaf: _Phrase, first: int, last: int) -> float:
        return abs(columns.middle(first, last) - leaf.middle)

    def fills(column: int, leaf: _Phrase) -> float:
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
    columns: _Columns, leaves: dict[int, _Phrase], tier: list[_Phrase], items: list[tuple[int, int]]
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


def _centred(columns: _Columns, items: list[tuple[int, int]], block: _Phrase) -> tuple[int, int]:
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


# ------------------------------------------------------------------ tables that go on


def adopt_columns(pages: Sequence[Page]) -> list[Page]:
    """Give a table without heading the columns of the table that it continues from the page before.

    A page with few rows may leave columns blank, so that they cannot be seen in its white space.
    """
    made: list[Page] = []
    for page in pages:
        tables = page.tables
        before = made[-1].tables[-1] if made and made[-1].tables else None
        first = tables[0] if tables else None
        if (
            first is not None
            and before is not None
            and not (first.ruled or before.ruled or first.header_rows)
            and made[-1].number is not None
            and page.number == made[-1].number + 1
            and (adopted := _adopted(first, before)) is not None
        ):
            page = replace(page, blocks=tuple(adopted if block is first else block for block in page.blocks))
        made.append(page)
    return made


def _adopted(table: Table, model: Table) -> Table | None:
    """The table on the model's columns, None when its texts do not fit them."""
    columns = _Columns(list(pairwise(model.xs)), list(model.xs))
    target: dict[int, int] = {}
    for cell in table.cells:
        for line in cell.lines:
            if line.box is None:
                continue
            column = columns.at((line.box[0] + line.box[2]) / 2)
            if target.setdefault(cell.column, column) != column:
                return None
    if len(set(target.values())) < len(target) or model.columns <= table.columns or table.box is None:
        return None
    ys, xs = table.ys, model.xs

    def placed(row: int, span: int, column: int, cell: Cell | None) -> Cell:
        box = (xs[column], ys[row], xs[column + 1], ys[row + span])
        return Cell(row, column, span, 1, cell.lines if cell else (), box, cell.fill if cell else None)

    cells = [placed(c.row, c.row_span, target[c.column], c) for c in table.cells if c.column in target]
    blank = set(range(model.columns)) - set(target.values())
    cells += [placed(row, 1, column, None) for row in range(table.rows) for column in blank]
    return replace(
        table,
        columns=model.columns,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        box=(xs[0], table.box[1], xs[-1], table.box[3]),
        xs=xs,
    )
