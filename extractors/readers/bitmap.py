"""The picture of a scanned page: made straight, its ruling lines found and taken out, its dust removed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from extractors.readers.geometry import Pieces
from extractors.readers.tesseract import Grey

DPI = 300
MAX_ANGLE = 3.0
"""Degrees: paper lies in a scanner with less slant than this."""
LEAST_ANGLE = 0.02
"""Degrees: half a point over the width of an A3 page."""
_SHORTEST = DPI // 5
"""Pixels (14 points): shorter strokes are parts of letters."""
_THICKEST = DPI // 15
"""Pixels: thicker strips are pictures or shaded areas, not rulings."""
_DARK = 0.78
"""Ink is darker than this share of the ground around it."""
_APART, _FREE, _FREE_LONG = 4, 0.12, 0.5
"""Pixels beside a stroke where there is no ink but for this share of its length, if it is a ruling; text may touch
a long one in many places."""
_DUST = 6
"""Pixels: smaller spots are no full stop, which has a dozen even in small print."""
Flags = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Picture:
    """A page that lies straight.

    Attributes:
        clean: grey on white ground, without rulings and dust.
        ink: where `clean` is dark.
        vertical, horizontal: pieces of ruling in pixels.
    """

    clean: Grey
    ink: Flags
    vertical: Pieces
    horizontal: Pieces


def straightened(grey: Grey) -> Grey:
    """The page without the slant of paper laid askew."""
    angle = slant(grey)
    if abs(angle) < LEAST_ANGLE:
        return grey
    turned: Grey = ndimage.rotate(grey, angle, reshape=False, order=1, mode="nearest")
    return turned


def slant(grey: Grey) -> float:
    """Degrees by which printed lines fall to the right: the angle at which rows of ink are told best from gaps."""
    y, x = np.nonzero(grey[::2, ::2] < _DARK * _ground(grey)[::2, ::2])
    if len(x) < 500:
        return 0.0
    if len(x) > 400_000:
        chosen = np.random.default_rng(0).choice(len(x), 400_000, replace=False)
        y, x = y[chosen], x[chosen]

    def sharpness(angle: float) -> float:
        rows = np.bincount(np.rint(y - x * np.tan(np.radians(angle))).astype(np.int64) + grey.shape[1])
        return float(np.square(rows.astype(np.float64)).sum())

    best = float(max(np.arange(-MAX_ANGLE, MAX_ANGLE + 0.1, 0.25), key=sharpness))
    for step in (0.05, 0.01):
        best = float(max(best + step * np.arange(-5, 6), key=sharpness))
    return best


def examine(grey: Grey) -> Picture:
    """Find the rulings of a straight page and take them out."""
    ground = _ground(grey)
    ink = grey < _DARK * ground
    across, along = _strokes(ink, 1), _strokes(ink, 0)
    horizontal, h_mask = _rulings(across, ink, 1)
    vertical, v_mask = _rulings(along, ink, 0)
    ruled = ndimage.binary_dilation(h_mask, np.ones((5, 1), bool)) | ndimage.binary_dilation(
        v_mask, np.ones((1, 5), bool)
    )
    rest = ink & ~ruled
    labels, count = ndimage.label(rest, np.ones((3, 3), bool))
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    sizes[0] = 0
    kept = (sizes >= _DUST)[labels]
    near = ndimage.binary_dilation(kept, np.ones((3, 3), bool)) & ~ruled
    clean = np.where(near, np.clip(grey / ground * 255, 0, 255), 255).astype(np.uint8)
    return Picture(clean, kept, vertical, horizontal)


def _ground(grey: Grey) -> npt.NDArray[np.float32]:
    """Brightness of the paper around each pixel, also under shaded headings and in the shadow of the binding."""
    small = ndimage.percentile_filter(grey[::8, ::8], 80, size=11)
    wide = np.repeat(np.repeat(small, 8, axis=0), 8, axis=1)[: grey.shape[0], : grey.shape[1]]
    ground: npt.NDArray[np.float32] = np.maximum(wide, 32).astype(np.float32)
    return ground


def _strokes(ink: Flags, axis: int) -> Flags:
    """Straight strokes along the axis; breaks of two pixels are bridged, wider ones part the letters of a word."""
    drawn = ink.view(np.uint8)
    joined = ndimage.minimum_filter1d(ndimage.maximum_filter1d(drawn, 3, axis=axis), 3, axis=axis)
    opened = ndimage.maximum_filter1d(ndimage.minimum_filter1d(joined, _SHORTEST, axis=axis), _SHORTEST, axis=axis)
    strokes: Flags = opened.astype(bool)
    return strokes


def _rulings(strokes: Flags, ink: Flags, axis: int) -> tuple[Pieces, Flags]:
    """Pieces of ruling (place across, start and end along) and where they are drawn."""
    labels, count = ndimage.label(strokes, np.ones((3, 3), bool))
    keep = np.zeros(count + 1, bool)
    pieces = []
    for number, place in enumerate(ndimage.find_objects(labels), 1):
        across, along = place[1 - axis], place[axis]
        length = along.stop - along.start
        # Mean thickness: a long ruling that bends a little has a high box and is thin all the same.
        thick = (labels[place] == number).sum() / length
        if thick > _THICKEST or across.stop - across.start > 2 * _THICKEST:
            continue
        if _beside(ink if axis == 1 else ink.T, across, along) <= (_FREE if length < DPI else _FREE_LONG):
            keep[number] = True
            pieces.append(((across.start + across.stop - 1) / 2, along.start, along.stop))
    return np.array(pieces, np.float64).reshape(-1, 3), keep[labels]


def _beside(ink: Flags, across: slice, along: slice) -> float:
    """Share of a stroke's length beside which there is ink: serifs and bars of letters that touch have much."""
    above, below = max(across.start - _APART, 0), min(across.stop - 1 + _APART, len(ink) - 1)
    return float((ink[above, along] | ink[below, along]).mean())
