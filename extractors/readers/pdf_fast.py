"""The fast PDF reader: rulings and glyphs straight from PDFium, in bulk.

PDFium's functions are called through prototypes of our own that take plain addresses, so that `map` fills a whole
array without a Python object per glyph; this is what makes a page a matter of milliseconds.
"""

from __future__ import annotations

import ctypes
import math
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extractors.layout import Page
from extractors.readers.geometry import Edge, find_cells, group_cells, merge
from extractors.readers.glyphs import Glyphs, Word, words
from extractors.readers.page import build_blocks
from models.errors import ErrorCode, Problem
from models.evidence import Box

MAX_SEGMENTS = 400
"""A path of more pieces is a drawing, not a ruling."""
MAX_OBJECTS = 40_000
MAX_EDGES = 20_000
MAX_SIDE = 14_400.0
"""Largest page side in points (200 inches), the limit of PDF 1.x."""
PAGE_SECONDS = 20.0
FLAT = 0.05
"""Points: a segment that rises less is horizontal."""
_HYPHEN_AT_LINE_END = "\x02"


def _prototype(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_int, _pointer, _float = ctypes.c_int, ctypes.c_void_p, ctypes.c_float
_unicode = _prototype(raw.FPDFText_GetUnicode, ctypes.c_uint, _pointer, _int)
_loose_box = _prototype(raw.FPDFText_GetLooseCharBox, _int, _pointer, _int, _pointer)
_text_object = _prototype(raw.FPDFText_GetTextObject, _pointer, _pointer, _int)
_char_matrix = _prototype(raw.FPDFText_GetMatrix, _int, _pointer, _int, _pointer)
_font = _prototype(raw.FPDFTextObj_GetFont, _pointer, _pointer)
_font_name = _prototype(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _pointer, _pointer, ctypes.c_size_t)
_count_objects = _prototype(raw.FPDFPage_CountObjects, _int, _pointer)
_get_object = _prototype(raw.FPDFPage_GetObject, _pointer, _pointer, _int)
_count_in_form = _prototype(raw.FPDFFormObj_CountObjects, _int, _pointer)
_get_in_form = _prototype(raw.FPDFFormObj_GetObject, _pointer, _pointer, ctypes.c_ulong)
_object_type = _prototype(raw.FPDFPageObj_GetType, _int, _pointer)
_object_matrix = _prototype(raw.FPDFPageObj_GetMatrix, _int, _pointer, _pointer)
_object_bounds = _prototype(raw.FPDFPageObj_GetBounds, _int, _pointer, _pointer, _pointer, _pointer, _pointer)
_draw_mode = _prototype(raw.FPDFPath_GetDrawMode, _int, _pointer, _pointer, _pointer)
_fill_colour = _prototype(
    raw.FPDFPageObj_GetFillColor, _int, _pointer, _pointer, _pointer, _pointer, _pointer
)
_count_segments = _prototype(raw.FPDFPath_CountSegments, _int, _pointer)
_get_segment = _prototype(raw.FPDFPath_GetPathSegment, _pointer, _pointer, _int)
_segment_point = _prototype(raw.FPDFPathSegment_GetPoint, _int, _pointer, _pointer, _pointer)
_segment_type = _prototype(raw.FPDFPathSegment_GetType, _int, _pointer)
_segment_close = _prototype(raw.FPDFPathSegment_GetClose, _int, _pointer)


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

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Where the rectangle goes (upright result)."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


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
    """What is drawn on a page besides glyphs, in the frame of reading."""

    vertical: list[Edge] = field(default_factory=list)
    horizontal: list[Edge] = field(default_factory=list)
    fills: list[tuple[Box, str]] = field(default_factory=list)

    def colour(self, box: Box) -> str | None:
        """Colour of the topmost filled area under the middle of the box, None when it is white or bare."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for area, colour in reversed(self.fills):
            if area[0] <= x <= area[2] and area[1] <= y <= area[3]:
                return None if colour == "#ffffff" else colour
        return None


class _TooManyPaths(Exception):
    pass


class _Timeout(Exception):
    pass


def read_page(document: pdfium.PdfDocument, number: int, seconds: float = PAGE_SECONDS) -> Page:
    """Read one page.

    Args:
        document: open file.
        number: 1-based page.
        seconds: give up on the page after about this long (checked between steps).

    Raises:
        pdfium.PdfiumError: the page cannot be loaded.
    """
    deadline = time.monotonic() + seconds
    page = document[number - 1]
    try:
        return _read(page, number, deadline)
    finally:
        page.close()


def _read(page: pdfium.PdfPage, number: int, deadline: float) -> Page:
    width, height = page.get_size()
    if max(width, height) > MAX_SIDE:
        return Page(
            number,
            width,
            height,
            (),
            "cepat",
            Problem(
                ErrorCode.PAGE_TOO_LARGE,
                f"Halaman {number} berukuran {width:.0f} x {height:.0f} poin, terlalu besar untuk dibaca.",
                "Cetak ulang halaman itu ke ukuran kertas biasa (A4, F4, A3).",
                number,
            ),
        )
    left, bottom, right, top = page.get_bbox()
    upright = Matrix(1, 0, 0, -1, -left, top).then(
        turn(page.get_rotation() // 90, right - left, top - bottom)
    )
    problem: Problem | None = None
    textpage = page.get_textpage()
    try:
        found, quarter = _words(textpage, upright, width, height)
        frame = upright
        if quarter:
            frame = upright.then(turn(quarter, width, height))
            if quarter % 2:
                width, height = height, width
        drawing = Drawing()
        try:
            _draw(drawing, page, frame, deadline)
        except _TooManyPaths:
            drawing = Drawing()
            problem = Problem(
                ErrorCode.TOO_MANY_PATHS,
                f"Halaman {number} berisi terlalu banyak garis gambar, tabelnya tidak dibaca.",
                "Periksa halaman itu dengan mata; simpan ulang tanpa gambar vektor bila berisi tabel.",
                number,
            )
        except _Timeout:
            drawing = Drawing()
            problem = Problem(
                ErrorCode.PAGE_TIMEOUT,
                f"Halaman {number} melewati batas waktu baca, tabelnya tidak dibaca.",
                "Periksa halaman itu dengan mata atau naikkan batas waktu halaman.",
                number,
            )
    finally:
        textpage.close()
    if not found:
        if drawing.fills or _has_image(page):
            problem = problem or Problem(
                ErrorCode.SCAN,
                f"Halaman {number} adalah gambar tanpa lapisan teks.",
                "Jalankan OCR pada berkas itu dahulu, lalu baca ulang.",
                number,
            )
        return Page(number, width, height, (), "cepat", problem, has_text=False)
    areas = group_cells(find_cells(merge(drawing.vertical), merge(drawing.horizontal)))
    blocks = build_blocks(number, areas, found, drawing.colour)
    return Page(number, width, height, tuple(blocks), "cepat", problem)


def _has_image(page: pdfium.PdfPage) -> bool:
    handle = ctypes.cast(page.raw, _pointer).value
    count = _count_objects(handle)
    return any(
        _object_type(_get_object(handle, index)) in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
        for index in range(min(count, MAX_OBJECTS))
    )


# ------------------------------------------------------------------ text


def _words(
    textpage: pdfium.PdfTextPage, upright: Matrix, width: float, height: float
) -> tuple[list[Word], int]:
    """Words in the frame of reading, and the clockwise quarter turns from the page as displayed to that frame."""
    count = textpage.count_chars()
    if count <= 0:
        return [], 0
    handle = ctypes.cast(textpage.raw, _pointer).value
    objects = list(map(_text_object, repeat(handle, count), range(count)))
    codes = list(map(_unicode, repeat(handle, count), range(count)))
    boxes = np.zeros((count, 4), np.float32)
    address = boxes.ctypes.data
    deque(map(_loose_box, repeat(handle, count), range(count), range(address, address + 16 * count, 16)), 0)

    run_of: dict[int, int] = {}
    firsts: list[int] = []
    runs = np.zeros(count, np.int64)
    for index, item in enumerate(objects):
        if item is None:
            runs[index] = -1
            continue
        run = run_of.get(item)
        if run is None:
            run = run_of[item] = len(firsts)
            firsts.append(index)
        runs[index] = run
    if not firsts:
        return [], 0
    directions = _directions(handle, firsts, upright)
    bold = _bold(list(run_of))
    printed = runs >= 0
    text = "".join(map(_character, codes))
    if not printed.all():
        text = "".join(char for char, keep in zip(text, printed.tolist(), strict=True) if keep)
        runs, boxes = runs[printed], boxes[printed]
    quarters = np.array(directions)[runs]
    ink = [not char.isspace() for char in text]
    if not any(ink):
        return [], 0
    reading = Counter(quarters[ink].tolist()).most_common(1)[0][0]
    frame = upright.then(turn(-reading, width, height))
    quarters = (quarters - reading) % 4
    left, top, right, bottom = boxes.astype(np.float64).T
    x_a, y_a = frame.a * left + frame.c * top + frame.e, frame.b * left + frame.d * top + frame.f
    x_b, y_b = frame.a * right + frame.c * bottom + frame.e, frame.b * right + frame.d * bottom + frame.f
    placed = np.stack(
        [np.minimum(x_a, x_b), np.minimum(y_a, y_b), np.maximum(x_a, x_b), np.maximum(y_a, y_b)], axis=1
    )
    return words(Glyphs(text, placed, runs, quarters, bold)), -reading % 4


def _character(code: int) -> str:
    if code == 2:  # PDFium's mark for a hyphen at the end of a line
        return "-"
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code in (0xFFFE, 0xFFFF):
        return " "
    return chr(code)


def _directions(handle: int | None, firsts: list[int], upright: Matrix) -> list[int]:
    """Per run: clockwise quarter turns of its writing direction from left-to-right, as displayed."""
    values = np.zeros((len(firsts), 6), np.float32)
    address = values.ctypes.data
    for row, index in enumerate(firsts):
        _char_matrix(handle, index, address + 24 * row)
    directions = []
    for a, b in values[:, :2].tolist():
        x, y = upright.a * a + upright.c * b, upright.b * a + upright.d * b
        directions.append(round(math.atan2(y, x) / (math.pi / 2)) % 4)
    return directions


def _bold(objects: list[int]) -> list[bool]:
    by_font: dict[int | None, bool] = {}
    buffer = ctypes.create_string_buffer(256)
    bold = []
    for item in objects:
        font = _font(item)
        if font not in by_font:
            length = _font_name(font, buffer, 256) if font else 0
            name = buffer.raw[: max(min(length, 256) - 1, 0)].decode("utf-8", "replace").lower()
            by_font[font] = "bold" in name or "black" in name or "heavy" in name
        bold.append(by_font[font])
    return bold


# ------------------------------------------------------------------ rulings


def _draw(drawing: Drawing, page: pdfium.PdfPage, frame: Matrix, deadline: float) -> None:
    handle = ctypes.cast(page.raw, _pointer).value
    pen = _Pen(drawing)
    for item, kind, matrix in _objects(handle, frame, deadline):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            pen.path(item, matrix)
    if len(drawing.vertical) + len(drawing.horizontal) > MAX_EDGES:
        raise _TooManyPaths


def _objects(handle: int | None, frame: Matrix, deadline: float) -> Iterator[tuple[int, int, Matrix]]:
    """All objects of the page, those of Form XObjects with the form's matrix in front; depth is bounded."""
    stack: list[tuple[Iterator[int], Matrix]] = [
        (map(_get_object, repeat(handle), range(_count_objects(handle))), frame)
    ]
    seen = 0
    values = np.zeros(6, np.float32)
    while stack:
        items, matrix = stack[-1]
        item = next(items, None)
        if item is None:
            stack.pop()
            continue
        seen += 1
        if seen > MAX_OBJECTS:
            raise _TooManyPaths
        if seen % 500 == 0 and time.monotonic() > deadline:
            raise _Timeout
        kind = _object_type(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and len(stack) < 12:
            _object_matrix(item, values.ctypes.data)
            inner = Matrix(*values.tolist()).then(matrix)
            stack.append((map(_get_in_form, repeat(item), range(_count_in_form(item))), inner))
        else:
            yield item, kind, matrix


class _Pen:
    """Turns path objects into edges the way pdfplumber reads pdfminer's lines, rectangles and curves."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._mode = (ctypes.c_int * 2)()
        self._mode_at = ctypes.addressof(self._mode)
        self._bounds = (ctypes.c_float * 4)()
        self._bounds_at = ctypes.addressof(self._bounds)
        self._matrix = (ctypes.c_float * 6)()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._point = (ctypes.c_float * 2)()
        self._point_at = ctypes.addressof(self._point)
        self._colour = (ctypes.c_uint * 4)()
        self._colour_at = ctypes.addressof(self._colour)

    def path(self, item: int, frame: Matrix) -> None:
        """Take one path object."""
        count = _count_segments(item)
        if not 2 <= count <= MAX_SEGMENTS:
            return
        _draw_mode(item, self._mode_at, self._mode_at + 4)
        filled, stroked = self._mode[0] != raw.FPDF_FILLMODE_NONE, bool(self._mode[1])
        if not (filled or stroked):
            return
        if filled and not stroked and count in (4, 5):
            # A thin bar: its bounds are its corners (no stroke widens them), six calls instead of twenty.
            at = self._bounds_at
            if _object_bounds(item, at, at + 4, at + 8, at + 12):
                x0, bottom, x1, top = self._bounds
                if min(x1 - x0, top - bottom) < 2.0:
                    self._rectangle(frame.box(x0, bottom, x1, top))
                    return
        _object_matrix(item, self._matrix_at)
        matrix = Matrix(*self._matrix).then(frame)
        for points, closed, straight in self._subpaths(item, count, matrix):
            self._subpath(points, closed and straight, filled, item)

    def _subpaths(
        self, item: int, count: int, matrix: Matrix
    ) -> Iterator[tuple[list[tuple[float, float]], bool, bool]]:
        """Points of each subpath (end points only of curves), whether it is closed, whether it has no curve."""
        points: list[tuple[float, float]] = []
        closed, straight = False, True
        bezier = 0
        for index in range(count):
            segment = _get_segment(item, index)
            kind = _segment_type(segment)
            _segment_point(segment, self._point_at, self._point_at + 4)
            point = matrix.point(self._point[0], self._point[1])
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points, closed, straight
                points, closed, straight, bezier = [point], False, True, 0
            elif kind == raw.FPDF_SEGMENT_BEZIERTO:
                straight = False
                bezier += 1
                if bezier % 3 == 0:
                    points.append(point)
            else:
                points.append(point)
            if _segment_close(segment):
                closed = True
                if points and points[-1] != points[0]:
                    points.append(points[0])
        if len(points) > 1:
            yield points, closed, straight

    def _subpath(self, points: list[tuple[float, float]], closed: bool, filled: bool, item: int) -> None:
        if len(points) == 5 and _is_rectangle(points):
            (x0, y0), (x1, y1) = points[0], points[2]
            box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            self._rectangle(box)
            if filled and box[2] - box[0] > 5 and box[3] - box[1] > 5:
                at = self._colour_at
                if _fill_colour(item, at, at + 4, at + 8, at + 12) and self._colour[3] > 0:
                    red, green, blue = self._colour[0], self._colour[1], self._colour[2]
                    self._drawing.fills.append((box, f"#{red:02x}{green:02x}{blue:02x}"))
            return
        for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
            if abs(y0 - y1) <= FLAT:
                self._drawing.horizontal.append(Edge((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) <= FLAT:
                self._drawing.vertical.append(Edge((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _rectangle(self, box: Box) -> None:
        x0, top, x1, bottom = box
        self._drawing.horizontal += (Edge(top, x0, x1), Edge(bottom, x0, x1))
        self._drawing.vertical += (Edge(x0, top, bottom), Edge(x1, top, bottom))


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    (ax, ay), (bx, by), (cx, cy), (dx, dy), (ex, ey) = points
    if abs(ax - ex) > FLAT or abs(ay - ey) > FLAT:
        return False
    upright = abs(ax - bx) <= FLAT and abs(by - cy) <= FLAT and abs(cx - dx) <= FLAT and abs(dy - ay) <= FLAT
    lying = abs(ay - by) <= FLAT and abs(bx - cx) <= FLAT and abs(cy - dy) <= FLAT and abs(dx - ax) <= FLAT
    return upright or lying
