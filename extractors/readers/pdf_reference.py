"""The reference PDF reader: glyphs, lines and table geometry all by pdfplumber.

It is slow (pdfminer interprets every operator in Python) and serves as the yardstick of the fast reader and as the
second opinion on pages that PDFium cannot open or spell.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
from pdfplumber import table as finder

from extractors.layout import Page
from extractors.readers import problems
from extractors.readers.geometry import INTERSECTION, JOIN, MIN_EDGE, MIN_PIECE, SNAP, Edge, close_open_ends
from extractors.readers.glyphs import UNKNOWN, Glyphs, centres, cut_words, set_reach, spin
from extractors.readers.page import Grid, build_blocks, cell_numbers, make_grid
from extractors.readers.pdf_fast import MAX_SIDE, THIN
from extractors.readers.unruled import with_unruled
from models.evidence import Box

# What pdfminer says of damaged files is told by `problems`, once and in the user's language.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_page(path: Path, number: int) -> Page:
    """Read one page with pdfplumber.

    Raises:
        Exception: whatever pdfminer raises on a damaged file.
    """
    with pdfplumber.open(path, pages=[number]) as pdf:
        page = pdf.pages[0]
        try:
            return _read(page, number)
        finally:
            page.close()


def _read(page: Any, number: int) -> Page:
    left, top, right, bottom = (float(side) for side in page.cropbox)
    width, height = right - left, bottom - top
    if max(width, height) > MAX_SIDE:
        return Page(number, width, height, (), "acuan", problems.too_large(number, width, height))
    glyphs, quarter = _glyphs(page, left, top)
    if not len(glyphs):
        problem = problems.scan(number) if page.images else None
        return Page(number, width, height, (), "acuan", problem, has_text=False)
    spun = (0.0, 0.0, width, height)
    turned = spin(np.array([spun]), quarter)[0]
    shift = np.array([turned[0], turned[1], turned[0], turned[1]])
    glyphs.boxes = spin(glyphs.boxes, quarter) - shift
    edges = [_turned(edge, left, top, quarter, shift) for edge in _edges(page)]
    grids = _grids(edges, glyphs)
    words = cut_words(glyphs, cell_numbers(grids, *centres(glyphs.boxes)))
    rules = [Edge(e["top"], e["x0"], e["x1"]) for e in _merged(edges) if e["orientation"] == "h"]
    grids = with_unruled(grids, words, rules)
    chars = [page.chars[index] for index in words.first.tolist()]
    words.bold = np.array(["bold" in str(char["fontname"]).lower() for char in chars], bool)
    lowest = page.height + page.mediabox[1] - top
    origins = np.array([(char["matrix"][4] - left, lowest - char["matrix"][5]) for char in chars])
    x, y, _, _ = (spin(np.hstack([origins, origins]), quarter) - shift).T
    words.base = np.choose(words.quarters, (y, -x, -y, x))
    high, wide = words.boxes[:, 3] - words.boxes[:, 1], words.boxes[:, 2] - words.boxes[:, 0]
    words.sizes = np.where(words.quarters % 2 == 0, high, wide)
    set_reach(words)
    if quarter % 2:
        width, height = height, width
    return Page(number, width, height, build_blocks(number, grids, words), "acuan", turn=-quarter % 4 * 90)


def _glyphs(page: Any, left: float, top: float) -> tuple[Glyphs, int]:
    """Inked glyphs as displayed and the writing direction of most of them."""
    codes, boxes, spaces, index, quarters = [], [], [], [], []
    blanks = 0
    for position, char in enumerate(page.chars):
        text = char["text"]
        if not text.strip():
            blanks += 1
            continue
        unknown = len(text) > 1 and text.startswith("(cid:")
        x0, x1 = char["x0"] - left, char["x1"] - left
        a, b = char["matrix"][:2]
        # The matrix has y upwards and /Rotate in it.
        direction = round(np.arctan2(-b, a) / (np.pi / 2))
        letters = [UNKNOWN] if unknown else [ord(letter) for letter in text]
        for part, letter in enumerate(letters):
            step = (x1 - x0) / len(letters)
            codes.append(letter)
            boxes.append((x0 + part * step, char["top"] - top, x0 + (part + 1) * step, char["bottom"] - top))
            spaces.append(blanks)
            index.append(position)
            quarters.append(direction % 4)
    every = np.array(quarters, np.int64)
    reading = int(np.bincount(every, minlength=4).argmax()) if quarters else 0
    every = (every - reading) % 4
    glyphs = Glyphs(
        np.array(codes, np.uint32),
        np.array(boxes, np.float64).reshape(-1, 4),
        np.array(spaces, np.int64),
        np.zeros(len(spaces), np.int64),
        np.array(index, np.int64),
        every if every.any() else None,
    )
    return glyphs, reading


def _edges(page: Any) -> list[dict[str, Any]]:
    """Edges by pdfplumber without those of filled backgrounds."""

    def is_background(item: dict[str, Any]) -> bool:
        return (
            item["object_type"] == "rect"
            and bool(item.get("fill"))
            and not item.get("stroke")
            and min(item["width"], item["height"]) >= THIN
        )

    ruled = page.filter(lambda item: not is_background(item))
    return [edge for edge in ruled.edges if edge["orientation"] in ("v", "h")]


def _turned(edge: dict[str, Any], left: float, top: float, quarter: int, shift: Any) -> dict[str, Any]:
    box = np.array([[edge["x0"] - left, edge["top"] - top, edge["x1"] - left, edge["bottom"] - top]])
    x0, y0, x1, y1 = (spin(box, quarter) - shift)[0].tolist()
    return _edge(edge["orientation"] if quarter % 2 == 0 else "hv".replace(edge["orientation"], ""), x0, y0, x1, y1)


def _edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _merged(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    def length(edge: dict[str, Any]) -> float:
        return float(edge["bottom"] - edge["top"] if edge["orientation"] == "v" else edge["x1"] - edge["x0"])

    long = [edge for edge in edges if length(edge) >= MIN_PIECE]
    merged = finder.merge_edges(long, SNAP, SNAP, JOIN, JOIN) if long else []
    return [edge for edge in merged if length(edge) >= MIN_EDGE]


def _grids(edges: list[dict[str, Any]], glyphs: Glyphs) -> list[Grid]:
    found = _merged(edges)
    vertical = [Edge(e["x0"], e["top"], e["bottom"]) for e in found if e["orientation"] == "v"]
    horizontal = [Edge(e["top"], e["x0"], e["x1"]) for e in found if e["orientation"] == "h"]
    closing = [_edge("h", start, at, end, at) for at, start, end in close_open_ends(vertical, horizontal)]
    closing += [_edge("v", at, start, at, end) for at, start, end in close_open_ends(horizontal, vertical)]
    if closing:
        found = _merged(found + closing)
    crossings = finder.edges_to_intersections(found, INTERSECTION, INTERSECTION)
    tables: list[list[Box]] = finder.cells_to_tables(finder.intersections_to_cells(crossings))
    x = (glyphs.boxes[:, 0] + glyphs.boxes[:, 2]) / 2
    y = (glyphs.boxes[:, 1] + glyphs.boxes[:, 3]) / 2
    return [grid for boxes in tables if (grid := make_grid(boxes, x, y)) is not None]
