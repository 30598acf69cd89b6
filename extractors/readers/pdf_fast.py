"""The fast PDF reader: rulings and glyphs straight from PDFium, in bulk.

Glyphs and paths are asked in bulk, see `pdfium_calls`; this is what makes a page a matter of milliseconds.
"""

from __future__ import annotations

import ctypes
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extractors.layout import Page
from extractors.readers import pdfium_calls as calls
from extractors.readers import problems
from extractors.readers.geometry import Edge, Pieces, close_open_ends, find_cells, group_cells, merge
from extractors.readers.glyphs import UNKNOWN, Flags, Floats, Glyphs, Ints, Words, centres, cut_words, set_reach
from extractors.readers.page import Grid, build_blocks, cell_numbers, make_grid
from extractors.readers.unruled import overlap, with_unruled
from models.errors import Problem
from models.evidence import Box

MAX_SEGMENTS = 400
"""A path of more pieces is a drawing, not a ruling."""
MAX_OBJECTS = 40_000
MAX_CROSSINGS = 4_000_000
"""Vertical times horizontal rulings; a page of more is a map or a chart."""
THIN = 3.3
"""A filled bar thinner than this (points) is a ruling, a thicker one a background. Word draws 3 pt rules as bars."""
MAX_SIDE = 14_400.0
"""Largest page side in points (200 inches), the limit of PDF 1.x."""
PAGE_SECONDS = 20.0
MIN_SIDE = 1.0
"""Points: smaller drawings are dots."""
FLAT = 0.05
"""Points: a segment that rises less is horizontal."""
_HYPHENS = (2, 0xFFFE, 0xAD)
"""PDFium's codes for a hyphen at the end of a line (by character, in the bulk text), and the soft hyphen."""
_BOXES = calls.Room(np.float32, 4, [0])
_POINTS = calls.Room(np.float64, 2, [0, 1])
_ENDS = calls.Room(np.float32, 2, [0, 1])
_MATRICES = calls.Room(np.float32, 6, [0])
_MODES = calls.Room(np.int32, 2, [0, 1])
_BOUNDS = calls.Room(np.float32, 4, [0, 1, 2, 3])


@dataclass(frozen=True, slots=True)
class Matrix:
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, other: Matrix) -> Matrix:
        """First self, then other."""
        return Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where the point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def boxes(self, corners: Floats) -> Floats:
        """Where rectangles go; one of two opposite corners (x, y, x, y) a row."""
        a, b = corners[:, 0:2], corners[:, 2:4]
        linear, shift = np.array([[self.a, self.b], [self.c, self.d]]), np.array([self.e, self.f])
        a, b = a @ linear + shift, b @ linear + shift
        return np.concatenate([np.minimum(a, b), np.maximum(a, b)], axis=1)


def turn(quarter: int, width: float, height: float) -> Matrix:
    """Turn a page of that size (origin top left) clockwise by quarter turns, its corner back at the origin."""
    return (
        Matrix(),
        Matrix(0, 1, -1, 0, height, 0),
        Matrix(-1, 0, 0, -1, width, height),
        Matrix(0, -1, 1, 0, 0, width),
    )[quarter % 4]


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page besides glyphs, in the frame of reading.

    Attributes:
        vertical, horizontal: pieces of ruling, see `geometry.Pieces`.
        bars: boxes of thin filled bars, a row each.
        strokes: ends of single straight lines, a row each: x, y of both.
        fills: filled areas with their colour, in the order of painting.
    """

    vertical: list[tuple[float, float, float]] = field(default_factory=list)
    horizontal: list[tuple[float, float, float]] = field(default_factory=list)
    bars: list[Floats] = field(default_factory=list)
    strokes: list[Floats] = field(default_factory=list)
    fills: list[tuple[Box, str]] = field(default_factory=list)
    images: int = 0

    def rectangle(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """Add the four sides."""
        self.horizontal += ((top, x0, x1), (bottom, x0, x1))
        self.vertical += ((x0, top, bottom), (x1, top, bottom))

    def pieces(self) -> tuple[Pieces, Pieces]:
        """All vertical and all horizontal pieces of ruling, bars as the four sides of their boxes."""
        vertical = [np.array(self.vertical, np.float64).reshape(-1, 3)]
        horizontal = [np.array(self.horizontal, np.float64).reshape(-1, 3)]
        for bar in self.bars:
            vertical += [bar[:, [0, 1, 3]], bar[:, [2, 1, 3]]]
            horizontal += [bar[:, [1, 0, 2]], bar[:, [3, 0, 2]]]
        for x0, y0, x1, y1 in (stroke.T for stroke in self.strokes):
            level = np.abs(y0 - y1) <= FLAT
            upright = ~level & (np.abs(x0 - x1) <= FLAT)
            across = np.stack([(y0 + y1) / 2, np.minimum(x0, x1), np.maximum(x0, x1)], axis=1)
            along = np.stack([(x0 + x1) / 2, np.minimum(y0, y1), np.maximum(y0, y1)], axis=1)
            horizontal.append(across[level])
            vertical.append(along[upright])
        return np.concatenate(vertical), np.concatenate(horizontal)


class _GaveUp(Exception):
    """Reading the page was stopped; `problem` says why."""

    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


def read_page(document: pdfium.PdfDocument, number: int, seconds: float = PAGE_SECONDS) -> Page:
    """Read one page.

    Args:
        document: open file.
        number: 1-based page.
        seconds: give up on the page's tables after about this long (checked between steps).

    Raises:
        pdfium.PdfiumError: the page cannot be loaded.
    """
    deadline = time.monotonic() + seconds
    page = document[number - 1]
    try:
        width, height = page.get_size()
        if max(width, height) > MAX_SIDE:
            return Page(number, width, height, (), "cepat", problems.too_large(number, width, height))
        textpage = page.get_textpage()
        try:
            return _read(page, textpage, number, deadline)
        finally:
            textpage.close()
    finally:
        page.close()


def _read(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int, deadline: float) -> Page:
    width, height = page.get_size()
    left, bottom, right, top = page.get_bbox()
    frame = Matrix(1, 0, 0, -1, -left, top).then(turn(page.get_rotation() // 90, right - left, top - bottom))
    text = _Text(textpage, frame)
    quarter = text.reading
    if quarter:
        frame = frame.then(turn(-quarter, width, height))
        if quarter % 2:
            width, height = height, width
    glyphs = text.glyphs(frame)
    drawing, problem = Drawing(), None
    grids: list[Grid] = []
    painted: list[Grid] = []
    rules: list[Edge] = []
    try:
        _draw(drawing, page, frame, number, deadline)
        if len(glyphs):
            vertical, horizontal = drawing.pieces()
            x, y = centres(glyphs.boxes)
            rules = merge(horizontal)
            grids = ruled_grids(vertical, horizontal, x, y, number)
            painted = _painted(drawing.fills, grids, vertical, horizontal, x, y, number)
    except _GaveUp as given_up:
        problem = given_up.problem
    if not len(glyphs):
        if drawing.images or problem:
            problem = problem or problems.scan(number)
        return Page(number, width, height, (), "cepat", problem, has_text=False)
    words = text.words(glyphs, frame, [*grids, *painted])
    grids = with_unruled(grids, words, rules, painted)
    blocks = build_blocks(number, grids, words, drawing.fills)
    return Page(number, width, height, blocks, "cepat", problem, turn=-quarter % 4 * 90)


# ------------------------------------------------------------------ text


class _Text:
    """The glyphs of one page in PDFium's numbering."""

    def __init__(self, textpage: pdfium.PdfTextPage, displayed: Matrix) -> None:
        self._handle = calls.handle(textpage.raw)
        count = max(textpage.count_chars(), 0)
        self._codes = self._read_codes(count)
        self._boxes = _BOXES.ask(calls.loose_box, count, repeat(self._handle), range(count)).astype(np.float64)
        codes = self._codes
        for code in _HYPHENS:
            codes[codes == code] = ord("-")
        codes[codes == 0] = UNKNOWN
        blank = (codes <= 32) | (codes == 0xA0) | (codes == 0x3000) | (codes == 0xFEFF) | (codes == 0xFFFF)
        blank |= (codes >= 0x2000) & (codes <= 0x200B)
        self._ink = np.flatnonzero(~blank)
        # A space that PDFium inserted for a gap has no width.
        self._written = blank & (np.abs(self._boxes[:, 2] - self._boxes[:, 0]) > 0.01)
        self._spaces = np.cumsum(self._written)[self._ink]
        self._hints = np.cumsum((codes == 32) & ~self._written)[self._ink]
        self._quarters = self._read_quarters(displayed)
        self.reading = 0
        """Writing direction of most glyphs: clockwise quarter turns from left-to-right, as displayed."""
        if self._quarters is not None:
            self.reading = int(np.bincount(self._quarters, minlength=4).argmax())

    def _read_codes(self, count: int) -> Any:
        units = np.zeros(count + 1, np.uint16)
        if count and calls.get_text(self._handle, 0, count, calls.Handle(units.ctypes.data)) == count + 1:
            codes = units[:count].astype(np.uint32)
            if not ((codes >= 0xD800) & (codes < 0xE000)).any():
                return codes
        # Glyphs without Unicode or beyond the first plane: the bulk text has another numbering.
        codes = np.fromiter(map(calls.unicode, repeat(self._handle, count), range(count)), np.uint32, count)
        codes[(codes >= 0xD800) & (codes < 0xE000) | (codes > 0x10FFFF)] = 0
        return codes

    def _read_quarters(self, displayed: Matrix) -> Ints | None:
        """Writing directions, None when all glyphs read left to right on the page as displayed."""
        if not len(self._ink):
            return None
        if displayed.b == 0 and displayed.a > 0 and not self._looks_sideways():
            return None
        ink = self._ink.tolist()
        angles = np.fromiter(map(calls.angle, repeat(self._handle), ink), np.float64, len(ink))
        # PDFium counts clockwise in a frame whose y points up; `displayed` says where that goes.
        x, y = np.cos(angles), -np.sin(angles)
        direction = np.arctan2(displayed.b * x + displayed.d * y, displayed.a * x + displayed.c * y)
        quarters = np.rint(direction / (np.pi / 2)).astype(np.int64) % 4
        return quarters if quarters.any() else None

    def _looks_sideways(self) -> bool:
        """Whether glyphs follow each other upwards or downwards somewhere."""
        left, top, right, bottom = self._boxes[self._ink].T
        rise = np.abs(np.diff((top + bottom) / 2))
        step = np.abs(np.diff((left + right) / 2))
        size = np.abs(top - bottom)[1:]
        return bool(((rise > 0.1 * size) & (rise < 2 * size) & (step < 0.3 * rise)).sum() > 1)

    def glyphs(self, frame: Matrix) -> Glyphs:
        """The inked glyphs, placed by that frame."""
        boxes = frame.boxes(self._boxes[self._ink])
        quarters = None if self._quarters is None else (self._quarters - self.reading) % 4
        if quarters is not None and not quarters.any():
            quarters = None
        return Glyphs(self._codes[self._ink], boxes, self._spaces, self._hints, self._ink, quarters)

    def words(self, glyphs: Glyphs, frame: Matrix, grids: list[Grid]) -> Words:
        """Cut the glyphs into words and ask PDFium for baseline and weight of each."""
        cells = cell_numbers(grids, *centres(glyphs.boxes))
        words = cut_words(glyphs, cells, self._is_letter_spacing)
        first = words.first.tolist()
        origins = _POINTS.ask(calls.origin, len(first), repeat(self._handle), first)
        x = frame.a * origins[:, 0] + frame.c * origins[:, 1] + frame.e
        y = frame.b * origins[:, 0] + frame.d * origins[:, 1] + frame.f
        words.base = np.choose(words.quarters, (y, -x, -y, x))
        words.bold, words.sizes = self._fonts(first)
        set_reach(words)
        return words

    def _is_letter_spacing(self, one: int, other: int) -> bool:
        """Whether both glyphs are of one text run that writes its own spaces."""
        run = self._run(one)
        if run != self._run(other):
            return False
        for step in (-1, 1):
            index = one
            while 0 <= index < len(self._codes) and abs(index - one) < 200:
                if self._run(index) != run:
                    break
                if self._written[index]:
                    return True
                index += step
        return False

    def _run(self, index: int) -> int | None:
        """Address of the text run that holds the glyph."""
        address: int | None = calls.text_object(self._handle, index).value
        return address

    def _fonts(self, first: list[int]) -> tuple[Any, Floats]:
        """Weight and size in points of the text run that holds each of these glyphs."""
        by_run: dict[int | None, tuple[bool, float]] = {}
        by_font: dict[int | None, bool] = {}
        name, matrix = ctypes.create_string_buffer(256), (ctypes.c_float * 6)()
        found = []
        for index, run in zip(first, map(calls.text_object, repeat(self._handle), first), strict=False):
            address = run.value
            if address not in by_run:
                font = calls.font(run) if run else run
                if font.value not in by_font:
                    length = calls.font_name(font, name, ctypes.c_size_t(256)) if font else 0
                    face = name.raw[: max(min(length, 256) - 1, 0)].lower()
                    by_font[font.value] = b"bold" in face or b"black" in face or b"heavy" in face
                calls.char_matrix(self._handle, index, matrix)
                size = calls.font_size(self._handle, index) * math.hypot(matrix[2], matrix[3])
                by_run[address] = by_font[font.value], size if size > 0.5 else 10.0
            found.append(by_run[address])
        weights, sizes = zip(*found, strict=True) if found else ((), ())
        return np.array(weights, bool), np.array(sizes, np.float64)


# ------------------------------------------------------------------ rulings


def ruled_grids(vertical: Pieces, horizontal: Pieces, x: Floats, y: Floats, number: int) -> list[Grid]:
    """Tables made by rulings; x and y are the middles of the page's glyphs."""
    v, h = merge(vertical), merge(horizontal)
    if len(v) * len(h) > MAX_CROSSINGS:
        raise _GaveUp(problems.too_many_paths(number))
    more_h, more_v = close_open_ends(v, h), close_open_ends(h, v)
    if more_h:
        h = merge(np.array([*h, *more_h]))
    if more_v:
        v = merge(np.array([*v, *more_v]))
    tables = group_cells(find_cells(v, h))
    return [grid for boxes in tables if (grid := make_grid(boxes, x, y)) is not None]


def _painted(
    fills: list[tuple[Box, str]],
    grids: list[Grid],
    vertical: Pieces,
    horizontal: Pieces,
    x: Floats,
    y: Floats,
    number: int,
) -> list[Grid]:
    """Tables made by coloured cells outside of the ruled ones."""
    frames = [grid.box for grid in grids]
    coloured = Drawing()
    for box, colour in fills:
        if colour != "#ffffff" and not any(overlap(box, frame) for frame in frames):
            coloured.rectangle(*box)
    if not coloured.vertical:
        return []
    v, h = coloured.pieces()
    found = ruled_grids(np.concatenate([v, vertical]), np.concatenate([h, horizontal]), x, y, number)
    return [
        grid
        for grid in found
        if len(grid.xs) > 2 and len(grid.ys) > 2 and not any(overlap(grid.box, frame) for frame in frames)
    ]


def _draw(drawing: Drawing, page: pdfium.PdfPage, frame: Matrix, number: int, deadline: float) -> None:
    handle = calls.handle(page.raw)
    count = calls.count_objects(handle)
    containers: list[tuple[list[calls.Handle], Matrix, int]] = []
    seen = count
    if seen > MAX_OBJECTS:
        raise _GaveUp(problems.too_many_paths(number))
    containers.append((list(map(calls.get_object, repeat(handle, count), range(count))), frame, 0))
    pen = _Pen(drawing)
    values = (ctypes.c_float * 6)()
    while containers:
        items, matrix, depth = containers.pop()
        kinds = list(map(calls.object_type, items))
        drawing.images += kinds.count(raw.FPDF_PAGEOBJ_IMAGE)
        paths = [item for item, kind in zip(items, kinds, strict=True) if kind == raw.FPDF_PAGEOBJ_PATH]
        for start in range(0, len(paths), 1000):
            if time.monotonic() > deadline:
                raise _GaveUp(problems.timeout(number))
            pen.draw(paths[start : start + 1000], matrix)
        if depth > 12:
            continue
        for item, kind in zip(items, kinds, strict=True):
            if kind == raw.FPDF_PAGEOBJ_FORM:
                count = calls.count_in_form(item)
                seen += count
                if seen > MAX_OBJECTS:
                    raise _GaveUp(problems.too_many_paths(number))
                calls.object_matrix(item, values)
                inner = list(map(calls.get_in_form, repeat(item, count), map(ctypes.c_ulong, range(count))))
                containers.append((inner, Matrix(*values).then(matrix), depth + 1))


class _Pen:
    """Turns path objects into rulings and fills the way pdfplumber reads pdfminer's lines, rectangles and curves."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._numbers = (ctypes.c_float * 6)()
        self._y = calls.Handle(ctypes.addressof(self._numbers) + 4)
        self._colour = (ctypes.c_uint * 4)()
        self._colours = [calls.Handle(ctypes.addressof(self._colour) + 4 * index) for index in range(4)]

    def draw(self, paths: list[calls.Handle], frame: Matrix) -> None:
        """Take path objects of one container."""
        count = len(paths)
        if not count:
            return
        segments = np.fromiter(map(calls.count_segments, paths), np.int64, count)
        modes = _MODES.ask(calls.draw_mode, count, paths)
        bounds = _BOUNDS.ask(calls.object_bounds, count, paths)
        filled, stroked = modes[:, 0] != raw.FPDF_FILLMODE_NONE, modes[:, 1] != 0
        sides = np.stack([bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]])
        # A thin bar: its bounds are its corners (no stroke widens them), which saves asking for each corner.
        bar = filled & ~stroked & (segments >= 4) & (segments <= 5) & (sides.min(axis=0) < THIN)
        if bar.any():
            self._drawing.bars.append(frame.boxes(bounds[bar].astype(np.float64)))
        other = ~bar & (filled | stroked) & (segments >= 2) & (segments <= MAX_SEGMENTS)
        other &= (sides > MIN_SIDE).any(axis=0)
        other[self._strokes(paths, np.flatnonzero(other & (segments == 2)), frame)] = False
        for index in np.flatnonzero(other).tolist():
            self._path(paths[index], int(segments[index]), frame, bool(filled[index]), bool(stroked[index]))

    def _strokes(self, paths: list[calls.Handle], pairs: Ints, frame: Matrix) -> Ints:
        """Take single straight lines, of which a table drawn by strokes has thousands, in bulk.

        Args:
            paths: all path objects.
            pairs: which of them have two segments.
            frame: of the page.

        Returns:
            Which of them were taken; what begins or closes in another way needs a closer look.
        """
        count = len(pairs)
        chosen = [paths[index] for index in pairs.tolist()]
        starts = list(map(calls.get_segment, chosen, repeat(0)))
        ends = list(map(calls.get_segment, chosen, repeat(1)))
        plain: Flags = np.fromiter(map(calls.segment_type, starts), np.int64, count) == raw.FPDF_SEGMENT_MOVETO
        plain &= np.fromiter(map(calls.segment_type, ends), np.int64, count) == raw.FPDF_SEGMENT_LINETO
        for side in (starts, ends):
            plain &= np.fromiter(map(calls.segment_close, side), np.int64, count) == 0
        if not plain.any():
            return pairs[:0]
        a, b, c, d, e, f = _MATRICES.ask(calls.object_matrix, count, chosen).astype(np.float64)[plain].T
        to_page = Matrix(a, b, c, d, e, f).then(frame)  # of many paths at once
        both = [_ENDS.ask(calls.segment_point, count, side).astype(np.float64)[plain].T for side in (starts, ends)]
        points = [side for x, y in both for side in to_page.point(x, y)]
        self._drawing.strokes.append(np.stack(points, axis=1))
        taken: Ints = pairs[plain]
        return taken

    def _path(self, path: calls.Handle, segments: int, frame: Matrix, filled: bool, stroked: bool) -> None:
        calls.object_matrix(path, self._numbers)
        matrix = Matrix(*self._numbers).then(frame)
        for points in self._subpaths(path, segments, matrix):
            box = _rectangle(points)
            if box is None:
                self._segments(points)
                continue
            if filled and min(box[2] - box[0], box[3] - box[1]) >= THIN:
                if calls.fill_colour(path, *self._colours) and self._colour[3] > 0:
                    red, green, blue = self._colour[0], self._colour[1], self._colour[2]
                    self._drawing.fills.append((box, f"#{red:02x}{green:02x}{blue:02x}"))
                if not stroked:
                    continue
            self._drawing.rectangle(*box)

    def _segments(self, points: list[tuple[float, float]]) -> None:
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(y0 - y1) <= FLAT:
                self._drawing.horizontal.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) <= FLAT:
                self._drawing.vertical.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _subpaths(self, path: calls.Handle, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        """Points of each subpath; of curves only the end points, a closed one ends where it began."""
        points: list[tuple[float, float]] = []
        bezier = 0
        for index in range(count):
            segment = calls.get_segment(path, index)
            kind = calls.segment_type(segment)
            calls.segment_point(segment, self._numbers, self._y)
            point = matrix.point(self._numbers[0], self._numbers[1])
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points, bezier = [point], 0
            elif kind == raw.FPDF_SEGMENT_BEZIERTO:
                bezier += 1
                if bezier % 3 == 0:
                    points.append(point)
            else:
                points.append(point)
            if calls.segment_close(segment) and points[-1] != points[0]:
                points.append(points[0])
        if len(points) > 1:
            yield points


def _rectangle(points: list[tuple[float, float]]) -> Box | None:
    """The box of a closed upright rectangle."""
    if len(points) != 5:
        return None
    (ax, ay), (bx, by), (cx, cy), (dx, dy), (ex, ey) = points
    if abs(ax - ex) > FLAT or abs(ay - ey) > FLAT:
        return None
    upright = abs(ax - bx) <= FLAT and abs(by - cy) <= FLAT and abs(cx - dx) <= FLAT and abs(dy - ay) <= FLAT
    lying = abs(ay - by) <= FLAT and abs(bx - cx) <= FLAT and abs(cy - dy) <= FLAT and abs(dx - ax) <= FLAT
    if not (upright or lying):
        return None
    return min(ax, cx), min(ay, cy), max(ax, cx), max(ay, cy)
