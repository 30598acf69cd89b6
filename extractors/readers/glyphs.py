"""From glyphs to words and printed lines.

The glyphs of a page come as columns of numbers (one row per glyph, in the order of the content stream). Words are
cut at spaces, at gaps and at moves of the pen; lines are made from words by their height on the page, so that the
order in which a program wrote them does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from extractors.layout import Line
from models.evidence import Box

GAP = 0.20
"""A gap between two glyphs wider than this share of the glyph height separates words."""
GAP_SPACED = 0.60
"""The same within a text run that writes its spaces itself: smaller gaps there are letter-spacing."""

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Word(NamedTuple):
    """Glyphs printed without a gap.

    `spaced`: a space was written before it. `quarter`: clockwise quarter turns of its writing direction from
    left-to-right (3 reads upwards).
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool
    spaced: bool
    quarter: int = 0


@dataclass(slots=True)
class Glyphs:
    """The printed glyphs of a page, in the frame of reading (most of the text upright).

    Attributes:
        text: one character per glyph; spaces are glyphs too.
        boxes: x0, top, x1, bottom per glyph: advance width and font height, not the ink.
        runs: number of the text run per glyph.
        quarters: clockwise quarter turns of the writing direction per glyph.
        bold: per run.
    """

    text: str
    boxes: Floats
    runs: Ints
    quarters: Ints
    bold: Sequence[bool]


def words(glyphs: Glyphs) -> list[Word]:
    """Cut the glyphs into words; copies of a glyph drawn over itself (poor man's bold) count once."""
    if not glyphs.quarters.any():
        return _upright_words(glyphs)
    found: list[Word] = []
    for quarter in np.unique(glyphs.quarters).tolist():
        member = np.flatnonzero(glyphs.quarters == quarter)
        own = Glyphs(
            "".join(glyphs.text[index] for index in member.tolist()),
            _spin(glyphs.boxes[member], quarter),
            glyphs.runs[member],
            glyphs.quarters[member],
            glyphs.bold,
        )
        for word in _upright_words(own):
            box = _spin_box((word.x0, word.top, word.x1, word.bottom), -quarter)
            found.append(Word(word.text, *box, word.bold, word.spaced, quarter))
    return found


def _spin(boxes: Floats, quarter: int) -> Floats:
    """Boxes turned so that text of that writing direction reads left to right (about the origin)."""
    x0, top, x1, bottom = boxes.T
    turned = (
        (x0, top, x1, bottom),
        (top, -x1, bottom, -x0),
        (-x1, -bottom, -x0, -top),
        (-bottom, x0, -top, x1),
    )
    return np.stack(turned[quarter % 4], axis=1)


def _spin_box(box: Box, quarter: int) -> Box:
    x0, top, x1, bottom = box
    turned = (
        (x0, top, x1, bottom),
        (top, -x1, bottom, -x0),
        (-x1, -bottom, -x0, -top),
        (-bottom, x0, -top, x1),
    )
    return turned[quarter % 4]


def _upright_words(glyphs: Glyphs) -> list[Word]:
    if not glyphs.text:
        return []
    space = np.fromiter((char.isspace() for char in glyphs.text), bool, len(glyphs.text))
    ink = np.flatnonzero(~space)
    if not len(ink):
        return []
    spaces_before = np.cumsum(space)[ink]
    boxes, runs = glyphs.boxes[ink], glyphs.runs[ink]
    x0, top, x1, bottom = boxes.T
    height = np.maximum(bottom - top, 1.0)
    text = np.array(list(glyphs.text))[ink]

    # A glyph drawn twice: the same character a hair beside the one before.
    copy = np.zeros(len(ink), bool)
    copy[1:] = (
        (text[1:] == text[:-1])
        & (np.abs(x0[1:] - x0[:-1]) < 0.15 * height[1:])
        & (np.abs(top[1:] - top[:-1]) < 0.15 * height[1:])
    )
    if copy.any():
        keep = ~copy
        spaces_before, boxes, runs, text = spaces_before[keep], boxes[keep], runs[keep], text[keep]
        x0, top, x1, bottom = boxes.T
        height = np.maximum(bottom - top, 1.0)

    limit = np.where(_writes_spaces(glyphs, len(glyphs.bold))[runs[1:]], GAP_SPACED, GAP)
    gap = x0[1:] - x1[:-1]
    size = np.minimum(height[1:], height[:-1])
    same_run = runs[1:] == runs[:-1]
    new = (
        (spaces_before[1:] != spaces_before[:-1])
        | (np.abs((top + bottom)[1:] - (top + bottom)[:-1]) > size)
        | (gap > np.where(same_run, limit, GAP) * size)
        | (gap < -0.6 * size)
    )
    starts = np.concatenate(([0], np.flatnonzero(new) + 1))
    ends = np.append(starts[1:], len(text))
    lefts = np.minimum.reduceat(x0, starts).tolist()
    tops = np.minimum.reduceat(top, starts).tolist()
    rights = np.maximum.reduceat(x1, starts).tolist()
    bottoms = np.maximum.reduceat(bottom, starts).tolist()
    joined = "".join(text.tolist())
    spaced = np.ones(len(starts), bool)
    spaced[1:] = spaces_before[starts[1:]] != spaces_before[starts[1:] - 1]
    seen: set[tuple[str, int, int]] = set()
    found: list[Word] = []
    for index, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        word = joined[start:end]
        key = (word, round(lefts[index]), round(tops[index]))
        if key in seen:
            continue
        seen.add(key)
        found.append(
            Word(
                word,
                lefts[index],
                tops[index],
                rights[index],
                bottoms[index],
                glyphs.bold[runs[start]],
                bool(spaced[index]),
            )
        )
    return found


def _writes_spaces(glyphs: Glyphs, count: int) -> npt.NDArray[np.bool_]:
    writes = np.zeros(count, bool)
    space = np.fromiter((char == " " for char in glyphs.text), bool, len(glyphs.text))
    writes[glyphs.runs[space]] = True
    return writes


def lines(found: Iterable[Word]) -> list[Line]:
    """Words to printed lines, top to bottom; words of a line left to right.

    Sideways words make lines of their own along their direction, after the upright ones.
    """
    by_quarter: dict[int, list[Word]] = {}
    for word in found:
        by_quarter.setdefault(word.quarter, []).append(word)
    made: list[Line] = []
    for quarter, members in sorted(by_quarter.items()):
        if quarter:
            members = [
                word._replace(
                    **dict(zip(("x0", "top", "x1", "bottom"), _spin_box(word[1:5], quarter), strict=True))
                )
                for word in members
            ]
        for row in _rows(members):
            line = _line(row)
            if quarter and line.box:
                line = Line(line.text, _spin_box(line.box, -quarter), line.bold)
            made.append(line)
    return made


def _rows(found: list[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    middle = size = 0.0
    for word in sorted(found, key=lambda word: (word.top + word.bottom, word.x0)):
        centre, height = (word.top + word.bottom) / 2, word.bottom - word.top
        if rows and centre - middle <= 0.5 * min(size, height):
            rows[-1].append(word)
        else:
            rows.append([word])
            middle, size = centre, height
    return rows


def _line(row: list[Word]) -> Line:
    row.sort(key=lambda word: word.x0)
    text = row[0].text
    for before, word in zip(row, row[1:], strict=False):
        size = min(word.bottom - word.top, before.bottom - before.top)
        text += word.text if not word.spaced and word.x0 - before.x1 <= GAP * size else " " + word.text
    return Line(text, bounds(row), sum(word.bold * len(word.text) for word in row) * 2 > len(text))


def bounds(boxes: Iterable[Word]) -> Box:
    """The smallest box around the words."""
    every = list(boxes)
    return (
        round(min(word.x0 for word in every), 2),
        round(min(word.top for word in every), 2),
        round(max(word.x1 for word in every), 2),
        round(max(word.bottom for word in every), 2),
    )
