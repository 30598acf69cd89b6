"""From glyphs to words and from words to printed lines.

The glyphs of a page come as columns of numbers, one row per glyph, in the order in which a program wrote them. Words
are cut at spaces, at gaps and at moves of the pen; lines are made from words by their baselines, so that the order
of writing does not matter. Everything is done for a whole page at once: a page has thousands of glyphs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from extractors.layout import Line
from extractors.readers.symbols import BULLET, PLAIN
from models.evidence import Box

GAP = 0.20
"""A gap between two glyphs wider than this share of the glyph height separates words."""
GAP_SPACED = 0.60
"""The same inside a text run that writes its spaces itself: smaller gaps there are letter-spacing."""
GAP_NUMBER = 0.10
"""The same where a list number may end, and inside a number where the source believes in a space."""
GAP_CELL = 0.08
"""The same where the two glyphs stand in different cells."""
LINE = 0.40
"""Baselines closer than this share of the glyph height are one line."""
COPY = 0.15
"""The same glyph within this share of its height is a copy drawn over it (poor man's bold)."""

ASCENT, DESCENT = 0.78, 0.22
"""Reach of a line above and below its baseline, in font sizes."""
UNKNOWN = 0xFFFD
"""Code of a glyph whose character the file does not tell."""

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Glyphs:
    """The inked glyphs of a page (no spaces), in the frame of reading: most of the text upright.

    Attributes:
        codes: Unicode code point per glyph.
        boxes: x0, top, x1, bottom per glyph: advance width and font height, not the ink.
        spaces: how many spaces were written before the glyph since the start of the page; a difference between
            two glyphs means that a space stands between them.
        hints: the same for spaces that the source only believes in, because of a gap.
        index: number of the glyph in its source, for questions back.
        quarters: clockwise quarter turns of the writing direction from left-to-right, None when all are upright.
    """

    codes: npt.NDArray[np.uint32]
    boxes: Floats
    spaces: Ints
    hints: Ints
    index: Ints
    quarters: Ints | None = None

    def __len__(self) -> int:
        return len(self.codes)

    def take(self, chosen: Flags | Ints) -> Glyphs:
        """Only these glyphs."""
        quarters = None if self.quarters is None else self.quarters[chosen]
        return Glyphs(
            self.codes[chosen],
            self.boxes[chosen],
            self.spaces[chosen],
            self.hints[chosen],
            self.index[chosen],
            quarters,
        )


@dataclass(slots=True)
class Words:
    """Words in the frame of reading, one row each.

    Attributes:
        text: as printed.
        boxes: x0, top, x1, bottom.
        first: source number of the first glyph.
        spaced: a space was written before the word.
        quarters: clockwise quarter turns of the writing direction.
        bold: printed bold.
        base: height of the baseline across the writing direction (for upright words: distance from the top).
        sizes: font size in points.
    """

    text: list[str]
    boxes: Floats
    first: Ints
    spaced: Flags
    quarters: Ints
    bold: Flags
    base: Floats
    sizes: Floats

    def __len__(self) -> int:
        return len(self.text)

    def take(self, chosen: Ints) -> Words:
        """Only these words."""
        return Words(
            [self.text[index] for index in chosen.tolist()],
            self.boxes[chosen],
            self.first[chosen],
            self.spaced[chosen],
            self.quarters[chosen],
            self.bold[chosen],
            self.base[chosen],
            self.sizes[chosen],
        )


def set_reach(words: Words) -> None:
    """Make the boxes reach from the baseline by the font size: fonts disagree wildly about their own height."""
    across = np.stack([words.base - ASCENT * words.sizes, words.base + DESCENT * words.sizes])
    if not words.quarters.any():
        words.boxes[:, 1], words.boxes[:, 3] = across
        return
    for quarter in np.unique(words.quarters).tolist():
        member = words.quarters == quarter
        boxes = spin(words.boxes[member], quarter)
        boxes[:, 1], boxes[:, 3] = across[:, member]
        words.boxes[member] = spin(boxes, -quarter)


def centres(boxes: Floats) -> tuple[Floats, Floats]:
    """Middle of each box."""
    return (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2


def spin(boxes: Floats, quarter: int) -> Floats:
    """Boxes turned about the origin so that text of that writing direction reads left to right."""
    x0, top, x1, bottom = boxes.T
    turned = ((x0, top, x1, bottom), (top, -x1, bottom, -x0), (-x1, -bottom, -x0, -top), (-bottom, x0, -top, x1))
    return np.stack(turned[quarter % 4], axis=1)


def cut_words(
    glyphs: Glyphs, cells: Ints | None = None, is_letter_spacing: Callable[[int, int], bool] | None = None
) -> Words:
    """Cut the glyphs into words.

    Args:
        glyphs: in the order of writing.
        cells: number of the cell in which each glyph stands; a gap at the border of a cell cuts early.
        is_letter_spacing: asked with the source numbers of two glyphs whose gap could be a missing space or
            letter-spacing; None means a missing space.

    Returns:
        Words without `bold`, with the lower edge as `base` and the height as `sizes`: a source that knows better
        sets them.
    """
    if glyphs.quarters is None:
        return _cut(glyphs, cells, is_letter_spacing, 0)
    parts = []
    for quarter in np.unique(glyphs.quarters).tolist():
        member = glyphs.quarters == quarter
        own = glyphs.take(member)
        own.boxes = spin(own.boxes, quarter)
        part = _cut(own, None if cells is None else cells[member], is_letter_spacing, quarter)
        part.boxes = spin(part.boxes, -quarter)
        parts.append(part)
    return Words(
        [text for part in parts for text in part.text],
        np.concatenate([part.boxes for part in parts]),
        np.concatenate([part.first for part in parts]),
        np.concatenate([part.spaced for part in parts]),
        np.concatenate([part.quarters for part in parts]),
        np.concatenate([part.bold for part in parts]),
        np.concatenate([part.base for part in parts]),
        np.concatenate([part.sizes for part in parts]),
    )


def _cut(
    glyphs: Glyphs, cells: Ints | None, is_letter_spacing: Callable[[int, int], bool] | None, quarter: int
) -> Words:
    copies = _copies(glyphs)
    if copies is not None:
        glyphs = glyphs.take(~copies)
        cells = None if cells is None else cells[~copies]
    x0, top, x1, bottom = glyphs.boxes.T
    height = _heights(glyphs.boxes)
    gap = x0[1:] - x1[:-1]
    size = np.minimum(height[1:], height[:-1])
    limit = _gap_limits(glyphs) * size
    new = (
        (glyphs.spaces[1:] != glyphs.spaces[:-1])
        | (np.abs((top + bottom)[1:] - (top + bottom)[:-1]) > size)
        | (gap > limit)
        | (gap < -GAP_SPACED * size)
    )
    if cells is not None:
        new |= (cells[1:] != cells[:-1]) & (gap > GAP_CELL * size)
    if is_letter_spacing is not None:
        doubtful = (gap > limit) & (gap < GAP_SPACED * size)
        doubtful &= glyphs.spaces[1:] == glyphs.spaces[:-1]
        if cells is not None:
            doubtful &= cells[1:] == cells[:-1]
        for at in np.flatnonzero(doubtful).tolist():
            if is_letter_spacing(int(glyphs.index[at]), int(glyphs.index[at + 1])):
                new[at] = False
    starts = np.concatenate(([0], np.flatnonzero(new) + 1))
    printed = glyphs.codes.astype("<u4").tobytes().decode("utf-32-le", "replace")
    borders = [*starts.tolist(), len(printed)]
    cut = [printed[start:end] for start, end in pairwise(borders)]
    if (glyphs.codes >= 0xE000).any():
        # An unknown sign on its own is a bullet of a symbol font; within a word it stays unknown.
        cut = [BULLET if word == chr(UNKNOWN) else word.translate(PLAIN) for word in cut]
    spaced = np.ones(len(starts), bool)
    written = glyphs.spaces + glyphs.hints
    spaced[1:] = written[starts[1:]] != written[starts[1:] - 1]
    areas = hulls(glyphs.boxes, starts)
    return Words(
        cut,
        areas,
        glyphs.index[starts],
        spaced,
        np.full(len(starts), quarter, np.int64),
        np.zeros(len(starts), bool),
        areas[:, 3].copy(),
        np.maximum.reduceat(height, starts),
    )


def _heights(boxes: Floats) -> Floats:
    """Height of each glyph as its neighbours have it: some fonts give only the ink, and a point has little."""
    height = np.maximum(boxes[:, 3] - boxes[:, 1], 1.0)
    highest = height.copy()
    for step in (1, 2):
        near = np.abs(boxes[step:, 3] - boxes[:-step, 3]) < np.maximum(height[step:], height[:-step])
        highest[step:] = np.where(near, np.maximum(highest[step:], height[:-step]), highest[step:])
        highest[:-step] = np.where(near, np.maximum(highest[:-step], height[step:]), highest[:-step])
    return highest


def _copies(glyphs: Glyphs) -> Flags | None:
    """Glyphs drawn a second time over the same one (poor man's bold, shadows, strips that overlap)."""
    x0, top, _, bottom = glyphs.boxes.T
    height = np.maximum(bottom - top, 1.0)
    found: Flags | None = None
    # Candidates share a coarse place. The second, shifted raster catches those that straddle the first; it is worth
    # its sorting only on a page that has copies at all.
    for shift in (0.0, 0.5):
        if shift and found is None:
            break
        place = np.floor(x0 / 4 + shift).astype(np.int64) * 20_000 + np.floor(top / 4 + shift).astype(np.int64)
        key = (place << 21) + glyphs.codes
        order = np.argsort(key, kind="stable")
        same = np.flatnonzero(key[order][1:] == key[order][:-1])
        if not len(same):
            continue
        one, other = order[same], order[same + 1]
        close = (np.abs(x0[one] - x0[other]) < COPY * height[one]) & (
            np.abs(top[one] - top[other]) < COPY * height[one]
        )
        if close.any():
            found = np.zeros(len(glyphs), bool) if found is None else found
            found[other[close]] = True
    return found


def _gap_limits(glyphs: Glyphs) -> Floats:
    """The gap before each glyph but the first, in glyph heights, above which it starts a word."""
    codes = glyphs.codes
    digit = (codes >= 0x30) & (codes <= 0x39)
    mark = (codes == 0x2E) | (codes == 0x2C) | (codes == 0x29)  # . , )
    hinted = glyphs.hints[1:] != glyphs.hints[:-1]
    in_number = (digit | mark)[:-1] & (digit | mark)[1:]
    after_number = (digit | mark)[:-1] & (codes >= 0x41)[1:]
    # The boxes of slanted glyphs overlap; a source that knows their advance sees a space all the same.
    limits: Floats = np.select([hinted & ~in_number, hinted | after_number], [-GAP_SPACED, GAP_NUMBER], GAP)
    return limits


def make_lines(words: Words, groups: Ints) -> dict[int, list[Line]]:
    """Printed lines of each group of words (a cell, or all that stands outside of tables), top to bottom.

    Words of a line stand left to right. Sideways words make lines of their own along their direction, after the
    upright ones of the group.

    Args:
        words: of one page.
        groups: number of the group of each word.
    """
    if not len(words):
        return {}
    boxes = words.boxes
    if words.quarters.any():
        boxes = boxes.copy()
        for quarter in np.unique(words.quarters).tolist():
            member = words.quarters == quarter
            boxes[member] = spin(boxes[member], quarter)
    height = words.sizes
    order = np.lexsort((words.base, words.quarters, groups))
    new = np.ones(len(order), bool)
    base, size = words.base[order], height[order]
    new[1:] = (
        (groups[order][1:] != groups[order][:-1])
        | (words.quarters[order][1:] != words.quarters[order][:-1])
        | (base[1:] - base[:-1] > LINE * np.minimum(size[1:], size[:-1]))
    )
    number = np.empty(len(order), np.int64)
    number[order] = np.cumsum(new)
    order = np.lexsort((boxes[:, 0], number))
    number, boxes, size = number[order], boxes[order], height[order]
    starts = np.flatnonzero(np.concatenate(([True], number[1:] != number[:-1])))
    joint = np.zeros(len(order), bool)
    joint[1:] = ~words.spaced[order][1:] & (boxes[1:, 0] - boxes[:-1, 2] <= GAP * np.minimum(size[1:], size[:-1]))
    text = [words.text[index] for index in order.tolist()]
    pieces = [word if join else " " + word for word, join in zip(text, joint.tolist(), strict=True)]
    lengths = np.fromiter(map(len, text), np.int64, len(text))
    bold = np.add.reduceat(np.where(words.bold[order], lengths, 0), starts) * 2 > np.add.reduceat(lengths, starts)
    areas = hulls(boxes, starts)
    quarters = words.quarters[order][starts]
    if quarters.any():
        for quarter in np.unique(quarters).tolist():
            member = quarters == quarter
            areas[member] = spin(areas[member], -quarter)
    borders = [*starts.tolist(), len(pieces)]
    made: dict[int, list[Line]] = {}
    for index, (group, area) in enumerate(zip(groups[order][starts].tolist(), as_boxes(areas), strict=True)):
        line = Line("".join(pieces[borders[index] : borders[index + 1]]).lstrip(" "), area, bool(bold[index]))
        made.setdefault(group, []).append(line)
    return made


def hulls(boxes: Floats, starts: Ints) -> Floats:
    """The box around each run of boxes; `starts` are the indices at which runs begin."""
    low, high = np.minimum.reduceat(boxes[:, :2], starts), np.maximum.reduceat(boxes[:, 2:], starts)
    return np.concatenate([low, high], axis=1)


def as_boxes(areas: Floats) -> Sequence[Box]:
    """Rows of an array as boxes, rounded to a hundredth of a point."""
    return [(x0, top, x1, bottom) for x0, top, x1, bottom in np.round(areas, 2).tolist()]
