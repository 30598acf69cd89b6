"""Pages whose text layer is only a stamp, a page number or a signature's footer over the picture of the real page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extractors.layout import Page, Paragraph, Table
from models.evidence import Box

LITTLE = 400
"""Letters and digits: an electronic signature's footer has three hundred, a page of prose over a thousand."""
_COVER = 0.5
"""Share of the page that its pictures cover at least."""
_PAPER, _BRIGHT = 0.6, 0.8
"""Share of a scanned page that is paper, and how bright paper is; a photograph behind a title has less."""
_INK, _DARK = 0.006, 0.55
"""Share of the page that is dark beside the text layer: a page of text has 0.03, a letterhead with a logo less."""
_SCALE = 0.5
"""Pixels for a point: enough to see where ink is."""
_MARGIN = 3.0
"""Points around the layer's text that belong to it."""


def covers_a_picture(document: pdfium.PdfDocument, page: Page) -> bool:
    """Whether the page is a scan under little text, so that most of what a person reads is in its picture."""
    if page.number is None or page.turn or sum(map(str.isalnum, "".join(text for text, _ in _texts(page)))) > LITTLE:
        return False
    opened = document[page.number - 1]
    try:
        area = page.width * page.height
        pictures = sum(_area(item.get_bounds()) for item in opened.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=5))
        if not area or pictures < _COVER * area:
            return False
        grey = opened.render(scale=_SCALE, grayscale=True).to_numpy().squeeze()
    finally:
        opened.close()
    ground = np.percentile(grey, 95)
    if (grey > _BRIGHT * ground).mean() < _PAPER:
        return False
    dark = grey < _DARK * ground
    for _, box in _texts(page):
        x0, top, x1, bottom = (max(0, round(side * _SCALE)) for side in _wider(box))
        dark[top : bottom + 1, x0 : x1 + 1] = False
    return bool(dark.mean() > _INK)


def together(page: Page, read: Page) -> Page:
    """The page as read from its picture, with the text layer's own words where it has them.

    Args:
        page: read from the text layer.
        read: read by OCR; where it had to be turned, what it says of the layer's words stays.
    """
    if read.turn or read.problem is not None:
        return replace(read, blocks=read.blocks or page.blocks)
    own = [_wider(box) for _, box in _texts(page)]
    seen = [block for block in read.blocks if isinstance(block, Table) or not _inside(block.box, own)]
    blocks = sorted([*seen, *(block for block in page.blocks if isinstance(block, Paragraph))], key=_top)
    return replace(read, blocks=tuple(blocks))


def _texts(page: Page) -> Iterator[tuple[str, Box]]:
    for block in page.blocks:
        if isinstance(block, Paragraph):
            if block.box:
                yield block.text, block.box
        else:
            for cell in block.cells:
                yield from ((line.text, line.box) for line in cell.lines if line.box)


def _area(bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    return abs(right - left) * abs(top - bottom)


def _wider(box: Box) -> Box:
    x0, top, x1, bottom = box
    return x0 - _MARGIN, top - _MARGIN, x1 + _MARGIN, bottom + _MARGIN


def _inside(box: Box | None, areas: list[Box]) -> bool:
    """Whether the middle of a box lies in one of the areas."""
    if box is None:
        return False
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in areas)


def _top(block: Paragraph | Table) -> float:
    return block.box[1] if block.box else 0.0
