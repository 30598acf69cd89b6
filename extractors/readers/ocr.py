"""Scanned pages: the picture is made straight, cut into cells at its rulings, and each cell is read by Tesseract.

A number is read twice, the second time at another size and as digits only; where both readings differ the cell stays
unread: a wrong number is worse than a missing one. Boxes are those of the straightened page.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

import numpy as np
import pypdfium2 as pdfium
from scipy import ndimage

from extractors.layout import Page
from extractors.readers import problems, tesseract
from extractors.readers.bitmap import DPI, Picture, examine, straightened
from extractors.readers.geometry import merge
from extractors.readers.glyphs import Words
from extractors.readers.page import Grid, build_blocks
from extractors.readers.pdf_fast import ruled_grids
from extractors.readers.tesseract import Grey, TimedOut, Word
from extractors.readers.unruled import with_unruled
from models.evidence import Box

PAGE_SECONDS = 90.0
MAX_PIXELS = 60_000_000
"""A0 at 300 dpi has twice as many; larger pages are rendered coarser."""
SURE = 30.0
"""Tesseract's confidence below which a word is dust or a piece of a stamp."""
SURE_NUMBER = 60.0
"""The same for a number: nothing around it tells that it is wrong."""
_MARGIN = 12
"""White pixels around a cell: Tesseract needs air."""
_BLANK = 20
"""Pixels of ink in a cell without text at most; a dash has more."""
_WORDY, _INK = 300, 160
"""Pixels darker than that in a cell that holds more than a dash or a speck."""
_PLAIN, _BLOCK = 3, 6
"""Tesseract's ways to segment: a page with columns, one block of text."""
_SECOND, _AGAIN = 1.4, 1.8
"""How much larger a number is read the second time, and a cell that seemed to be without text."""
_TO_PIXELS = DPI / 72
_LETTERS_AS_DIGITS = str.maketrans("OoQlI|", "000111")
_NUMBER = re.compile(r"[\d.,%()\s-]*\d[\d.,%()\s-]*")
_IN_TEXT = re.compile(r"\d[\d.,]*")
_SHORT = 40
"""Characters: a cell with a number and more text than this is prose."""
_RULE_LEFT = re.compile(r"[|_~\[\]{}—=‘’'\"`]+")


def read_page(document: pdfium.PdfDocument, number: int, seconds: float = PAGE_SECONDS) -> Page | None:
    """Read a page that is a picture.

    Args:
        document: open file.
        number: 1-based page.
        seconds: give the page up after this long.

    Returns:
        The page; None when no word was found in it.
    """
    deadline = time.monotonic() + seconds
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(_TO_PIXELS, (MAX_PIXELS / (width * height)) ** 0.5)
        grey: Grey = np.ascontiguousarray(page.render(scale=scale, grayscale=True).to_numpy().squeeze())
    finally:
        page.close()
    try:
        turn = tesseract.orientation(grey[::2, ::2], deadline - time.monotonic())
        if turn:
            grey = np.ascontiguousarray(np.rot90(grey, -turn // 90))
            width, height = (height, width) if turn % 180 else (width, height)
        return _read(examine(straightened(grey)), scale, (number, width, height, turn), deadline)
    except TimedOut:
        return Page(number, width, height, (), "ocr", problems.timeout(number), turn=turn)


def _read(picture: Picture, scale: float, place: tuple[int, float, float, int], deadline: float) -> Page | None:
    number, width, height, turn = place
    vertical, horizontal = picture.vertical / scale, picture.horizontal / scale
    labels, count = ndimage.label(picture.ink, np.ones((3, 3), bool))
    spots = ndimage.find_objects(labels) if count else []
    x = np.array([(s[1].start + s[1].stop) / 2 / scale for s in spots])
    y = np.array([(s[0].start + s[0].stop) / 2 / scale for s in spots])
    grids = ruled_grids(vertical, horizontal, x, y, number)
    boxes = [box for grid in grids for box in _areas(grid, scale)]
    cells = [box for box in boxes if picture.ink[box[1] : box[3], box[0] : box[2]].sum() > _BLANK]
    rest = picture.clean.copy()
    for x0, top, x1, bottom in boxes:
        rest[top:bottom, x0:x1] = 255
    outside = tesseract.read_pictures([rest], deadline - time.monotonic(), _PLAIN)
    crops = [_crop(picture.clean, box) for box in cells]
    inside = _read_cells(crops, deadline)
    inside, unread = _second_reading(inside, crops, deadline)
    words = [(word, 0, 0) for word in _sure(outside[0])]
    for box, found in zip(cells, inside, strict=True):
        words += [(word, box[0] - _MARGIN, box[1] - _MARGIN) for word in _sure(found)]
    if not words:
        return None
    made = _as_words(words, scale)
    blocks = build_blocks(number, with_unruled(grids, made, merge(horizontal), []), made)
    missing = tuple(_in_points(cells[index], scale) for index in unread)
    return Page(number, width, height, blocks, "ocr", turn=turn, unread=missing)


def _areas(grid: Grid, scale: float) -> list[tuple[int, int, int, int]]:
    """Cells in pixels."""
    xs, ys = np.rint(grid.xs * scale).astype(int), np.rint(grid.ys * scale).astype(int)
    return [
        (int(xs[column]), int(ys[row]), int(xs[column + columns]), int(ys[row + rows]))
        for row, column, rows, columns in grid.cells
    ]


def _in_points(box: tuple[int, int, int, int], scale: float) -> Box:
    x0, top, x1, bottom = (round(side / scale, 2) for side in box)
    return x0, top, x1, bottom


def _crop(clean: Grey, box: tuple[int, int, int, int]) -> Grey:
    return np.pad(clean[box[1] : box[3], box[0] : box[2]], _MARGIN, constant_values=255)


def _read_cells(crops: Sequence[Grey], deadline: float) -> list[list[Word]]:
    """Words of each cell; one in which Tesseract sees no block of text is tried again larger."""
    made = tesseract.read_pictures(crops, deadline - time.monotonic(), _BLOCK)
    blank = [index for index, words in enumerate(made) if not _sure(words)]
    larger = [_larger(crops[index], _AGAIN) for index in blank]
    for index, words in zip(blank, tesseract.read_pictures(larger, deadline - time.monotonic(), _BLOCK), strict=True):
        made[index] = [_smaller(word) for word in words]
    return made


def _smaller(word: Word) -> Word:
    left, right, top, bottom = (
        round(side / _AGAIN) for side in (word.left, word.right, word.line_top, word.line_bottom)
    )
    return Word(word.text, left, right, top, bottom, word.confidence)


def _sure(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.confidence >= SURE and not _RULE_LEFT.fullmatch(word.text)]


# ------------------------------------------------------------------ numbers


def _second_reading(
    inside: list[list[Word]], crops: Sequence[Grey], deadline: float
) -> tuple[list[list[Word]], list[int]]:
    """Read cells with numbers again, larger: what both readings agree on stays.

    Returns:
        The cells' words, and which cells stay unread.
    """
    texts = [" ".join(word.text for word in _sure(words)) for words in inside]
    plain = [i for i, text in enumerate(texts) if _is_number(text)]
    mixed = [i for i, text in enumerate(texts) if i not in set(plain) and len(text) <= _SHORT and _IN_TEXT.search(text)]
    # Much ink and no word: something stands there that could not be read.
    unread = [i for i, text in enumerate(texts) if not text and (crops[i] < _INK).sum() > _WORDY]
    made = list(inside)
    for chosen, letters in ((plain, "0123456789.,%()-"), (mixed, "")):
        larger = [_larger(crops[index], _SECOND) for index in chosen]
        again = tesseract.read_pictures(larger, deadline - time.monotonic(), _BLOCK, letters)
        for index, words in zip(chosen, again, strict=True):
            second = " ".join(word.text for word in words)
            if letters:
                agree = _digits(texts[index].translate(_LETTERS_AS_DIGITS)) == _digits(second)
                agree = agree and all(word.confidence >= SURE_NUMBER for word in _sure(inside[index]))
                made[index] = [_as_number(word) for word in inside[index]]
            else:
                agree = _numbers(texts[index]) == _numbers(second)
            if not agree:
                made[index] = []
                unread.append(index)
    return made, unread


def _larger(crop: Grey, factor: float) -> Grey:
    larger: Grey = np.clip(ndimage.zoom(crop.astype(np.float32), factor, order=1), 0, 255).astype(np.uint8)
    return larger


def _is_number(text: str) -> bool:
    """Digits and their marks only; a letter that looks like a digit counts where real digits outnumber such."""
    digits = sum(c.isdigit() for c in text)
    letters = sum(c.isalpha() for c in text)
    return digits > letters and bool(_NUMBER.fullmatch(text.translate(_LETTERS_AS_DIGITS)))


def _digits(text: str) -> str:
    """What must agree: digits and where they are parted, not by which mark."""
    return re.sub(r"[.,]+", ".", re.sub(r"[^\d.,]", "", text)).strip(".")


def _numbers(text: str) -> list[str]:
    return [_digits(number) for number in _IN_TEXT.findall(text)]


def _as_number(word: Word) -> Word:
    text = grouped(word.text.translate(_LETTERS_AS_DIGITS))
    return Word(text, word.left, word.right, word.line_top, word.line_bottom, word.confidence)


def grouped(text: str) -> str:
    """An amount whose marks were mixed up (`1,121.000.000.00`) with points and comma as its groups show."""
    parts = re.split(r"[.,]", text)
    whole, end = (parts[:-1], parts[-1]) if len(parts[-1]) == 2 else (parts, "")
    if len(whole) < 3 or not all(part.isdigit() for part in parts) or not 1 <= len(whole[0]) <= 3:
        return text
    if any(len(part) != 3 for part in whole[1:]):
        return text
    marks = re.sub(r"\d", "", text)
    inner = marks[: len(whole) - 1]
    if len(set(inner)) == 1 and (not end or marks[-1] != inner[0]):
        return text  # consistent, in whatever style the document is
    return ".".join(whole) + (f",{end}" if end else "")


def _as_words(words: Sequence[tuple[Word, int, int]], scale: float) -> Words:
    """Words of all pictures on the page, in points; a line's words share its height and baseline."""
    boxes = np.array([(w.left + x, w.line_top + y, w.right + x, w.line_bottom + y) for w, x, y in words]) / scale
    count = len(words)
    return Words(
        [word.text for word, _, _ in words],
        boxes,
        np.arange(count),
        np.ones(count, bool),
        np.zeros(count, np.int64),
        np.zeros(count, bool),
        boxes[:, 3].copy(),
        np.maximum(boxes[:, 3] - boxes[:, 1], 1.0),
    )
