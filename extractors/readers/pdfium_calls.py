"""PDFium's functions, called as cheaply as Python can: a page has thousands of glyphs and each is asked several times.

The functions declare no argument types, which halves the cost of a call. So what is passed must have its C type
already: pointers are always `Handle` objects (a bare int would be cut to 32 bits), ints are C ints.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw


class Handle(ctypes.c_void_p):
    """A pointer. As the result of a function it stays one, whereas ctypes turns a plain c_void_p into an int."""


def handle(pointer: Any) -> Handle:
    """The pointer that one of pypdfium2's objects holds."""
    return Handle(ctypes.cast(pointer, ctypes.c_void_p).value)


def _function(function: Any, result: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result)(address)


_int = ctypes.c_int
get_text = _function(raw.FPDFText_GetText, _int)
unicode = _function(raw.FPDFText_GetUnicode, ctypes.c_uint)
loose_box = _function(raw.FPDFText_GetLooseCharBox, _int)
text_object = _function(raw.FPDFText_GetTextObject, Handle)
origin = _function(raw.FPDFText_GetCharOrigin, _int)
angle = _function(raw.FPDFText_GetCharAngle, ctypes.c_float)
char_matrix = _function(raw.FPDFText_GetMatrix, _int)
font_size = _function(raw.FPDFText_GetFontSize, ctypes.c_double)
font = _function(raw.FPDFTextObj_GetFont, Handle)
font_name = _function(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t)
count_objects = _function(raw.FPDFPage_CountObjects, _int)
get_object = _function(raw.FPDFPage_GetObject, Handle)
count_in_form = _function(raw.FPDFFormObj_CountObjects, _int)
get_in_form = _function(raw.FPDFFormObj_GetObject, Handle)
object_type = _function(raw.FPDFPageObj_GetType, _int)
object_matrix = _function(raw.FPDFPageObj_GetMatrix, _int)
object_bounds = _function(raw.FPDFPageObj_GetBounds, _int)
draw_mode = _function(raw.FPDFPath_GetDrawMode, _int)
fill_colour = _function(raw.FPDFPageObj_GetFillColor, _int)
count_segments = _function(raw.FPDFPath_CountSegments, _int)
get_segment = _function(raw.FPDFPath_GetPathSegment, Handle)
segment_point = _function(raw.FPDFPathSegment_GetPoint, _int)
segment_type = _function(raw.FPDFPathSegment_GetType, _int)
segment_close = _function(raw.FPDFPathSegment_GetClose, _int)


class Room:
    """Room for the numbers that a function tells of each of many things (glyphs, paths), filled without a loop.

    The pointers into it are made once, for all pages: making them costs as much as the calls.
    """

    _ROWS = 1024

    def __init__(self, kind: type[np.generic], width: int, pointers: Sequence[int]) -> None:
        """Rows of `width` numbers of a kind; a function wants pointers to the columns named in `pointers`."""
        self._numbers: npt.NDArray[Any] = np.zeros((self._ROWS, width), kind)
        start, (row, step) = self._numbers.ctypes.data, self._numbers.strides
        self._pointers = [
            [Handle(start + number * row + column * step) for number in range(self._ROWS)] for column in pointers
        ]

    def ask(self, function: Callable[..., Any], count: int, *given: Iterable[Any]) -> npt.NDArray[Any]:
        """One row for each of `count` things: what `function` says when called with what is given of each."""
        told = np.empty((count, self._numbers.shape[1]), self._numbers.dtype)
        iterators = [iter(each) for each in given]
        for start in range(0, count, self._ROWS):
            rows = min(self._ROWS, count - start)
            self._numbers[:rows] = 0
            # No more rows than are asked for: `islice` ends the map before it takes a pointer in vain.
            deque(map(function, *(islice(each, rows) for each in iterators), *self._pointers), 0)
            told[start : start + rows] = self._numbers[:rows]
        return told
