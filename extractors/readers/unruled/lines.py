"""Printed lines as phrases, the strips of columns, and what a value looks like."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extractors.readers.glyphs import LINE, Flags, Floats, Ints, Words, hulls
from models.evidence import Box

PHRASE = 0.6
"""A gap wider than this share of the line height separates phrases."""
MIN_COLUMNS = 4
MIN_ANCHORS = 2
MANY_COLUMNS = 8
"""A single row of so many phrases is a table too, under a heading that is as wide."""
PROSE = 0.72
"""A line whose words cover this share of it is no line of a table."""
_VALUE = re.compile(r"^(?:Rp\.?)?[<>≤≥±]?\(?\d[\d.,]*\)?%?$|^[-–—]$|^n/?a$", re.IGNORECASE)
_DASHES = frozenset("-–—")
_VALUE_STARTS = frozenset("0123456789-–—<>≤≥±(nNRr")
"""What `_VALUE` begins with; most words are told by it."""
"""What `_VALUE` begins with; most words are told by it."""
_NOT_VALUE = re.compile(r"^(?:(?:19|20)\d\d|\(\d{1,2}\)|\d{1,2}[.)])$")
CAPTION = re.compile(r"^(?:tabel|gambar|grafik|bab|sumber)\b", re.IGNORECASE)


@dataclass(slots=True)
class Phrase:
    """Words without a wide gap between them; later also the lines of one heading."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        """Its middle on the page."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class PrintedRow:
    """One printed line: its words as (x0, x1) and its phrases, left to right."""

    base: float
    size: float
    top: float
    bottom: float
    words: list[tuple[float, float]]
    phrases: list[Phrase]
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
class Strips:
    """Extents of the columns and the borders between them (one more than columns)."""

    extents: list[tuple[float, float]]
    borders: list[float]

    def __len__(self) -> int:
        return len(self.extents)

    @property
    def width(self) -> float:
        """From the first border to the last."""
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


def bordered(extents: list[tuple[float, float]]) -> Strips:
    """Columns of these extents, with borders half way between them."""
    borders = [extents[0][0] - 2.0]
    borders += [(left[1] + right[0]) / 2 for left, right in pairwise(extents)]
    return Strips(extents, [*borders, extents[-1][1] + 2.0])


def is_value(text: str) -> bool:
    """Whether a phrase is what value columns hold: a number, a dash; not a year or a column number."""
    if text[:1] not in _VALUE_STARTS:
        return False
    first = text.split(" ", 1)[0]
    if first in _DASHES:
        return first == text  # else a bullet
    return bool(_VALUE.match(first)) and not _NOT_VALUE.match(first)


def printed_rows(words: Words) -> list[PrintedRow]:
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
) -> list[PrintedRow]:
    """Words in reading order as lines of phrases; `start` marks the first word of each phrase, `number` its line."""
    begin = np.flatnonzero(start)
    phrases = [
        Phrase(" ".join(text[first:end]), *box)
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
        PrintedRow(baseline, height, top, bottom, sides[first:end], phrases[first_phrase:end_phrase], weight)
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


def extend(phrase: Phrase, other: Phrase) -> None:
    """Add the words of another phrase to a phrase."""
    phrase.text += " " + other.text
    phrase.x0, phrase.x1 = min(phrase.x0, other.x0), max(phrase.x1, other.x1)
    phrase.top, phrase.bottom = min(phrase.top, other.top), max(phrase.bottom, other.bottom)


def parts(rows: list[PrintedRow], frames: Sequence[Box]) -> list[list[PrintedRow]]:
    """Lines between ruled tables and prose, each run on its own."""
    if not rows:
        return []
    width = max(row.words[-1][1] for row in rows) - min(row.words[0][0] for row in rows)
    parts: list[list[PrintedRow]] = [[]]
    for row in rows:
        before = parts[-1][-1] if parts[-1] else None
        if before and any(before.base <= frame[1] <= row.base for frame in frames):
            parts.append([])
        if row.is_prose(width):
            parts.append([])
        else:
            parts[-1].append(row)
    return [part for part in parts if len(part) > 1]
