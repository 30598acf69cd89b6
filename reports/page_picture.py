"""The picture of a page with what was read drawn over it, as one SVG."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from extractors.layout import Page
from extractors.tables.columns import Column, Role
from models.evidence import Box
from reports.role_colours import colour_of

if TYPE_CHECKING:
    from reports.explain import RowStory, TableStory

_PIXELS = 1800
"""Longer side of the picture: sharp on a wide screen, and still a small file."""
_MARGIN = 18
"""Points added round the page for the marks of tables that reach its edge."""
_GRADES = ((0.8, "#16a34a"), (0.5, "#d97706"), (0.0, "#dc2626"))
_OFF = "#94a3b8"


def draw_page(path: Path, page: Page, stories: Sequence[TableStory]) -> str:
    """The SVG of a page; boxes are those of the page as it was read, so the picture is turned like it."""
    width, height = page.width, page.height
    if not width or not height:
        return ""
    frame = f"{-_MARGIN} 0 {width + _MARGIN:.1f} {height:.1f}"
    shapes = [shape for story in stories for shape in _table(story)]
    return (
        f'<svg viewBox="{frame}" xmlns="http://www.w3.org/2000/svg" font-family="system-ui,Arial,sans-serif">'
        f'<image width="{width:.1f}" height="{height:.1f}" href="data:image/png;base64,{_png(path, page)}"/>'
        f"{''.join(shapes)}</svg>"
    )


def _png(path: Path, page: Page) -> str:
    assert page.number is not None
    document = pdfium.PdfDocument(path)
    try:
        scale = _PIXELS / max(page.width, page.height)
        picture = document[page.number - 1].render(scale=scale, rotation=page.turn).to_pil()
    finally:
        document.close()
    held = io.BytesIO()
    # A palette keeps black text and coloured rules, at a third of the size.
    picture.convert("RGB").quantize(64).save(held, "PNG", optimize=True)
    return base64.b64encode(held.getvalue()).decode("ascii")


def _table(story: TableStory) -> Iterator[str]:
    table = story.table
    if table.box is None:
        return
    read = story.reason is None
    for cell in table.cells:
        if cell.box is None:
            continue
        head = cell.row < story.body
        fill = colour_of(story.role(cell)) if story.columns else "none"
        edge = colour_of(story.role(cell)) if story.columns else _OFF
        yield _rect(cell.box, fill, 0.3 if head else 0.13, edge, 0.6)
    yield _rect(table.box, "none", 0, "#0f172a" if read else "#9a3412", 1.4, dashed=not read)
    name = f"Tabel {table.number}" + ("" if read else " · tidak dibaca")
    yield _tag(table.box[0], table.box[1] - (19 if story.columns else 11), name, "#0f172a" if read else "#9a3412")
    seen: set[int] = set()
    for place, leaf in enumerate(story.leaf_of):
        if leaf is None or leaf in seen or leaf >= len(story.columns):
            continue
        seen.add(leaf)
        places = [p for p, other in enumerate(story.leaf_of) if other == leaf]
        left, right = table.xs[place], table.xs[max(places) + 1]
        yield _label(left, right, table.box[1] - 8, story.columns[leaf])
    for row in story.rows:
        if row.number < story.body or row.number + 1 >= len(table.ys):
            continue
        middle = (table.ys[row.number] + table.ys[row.number + 1]) / 2
        yield _mark(table.box[0] - 8, middle, row)


def _rect(box: Box, fill: str, opacity: float, edge: str, width: float, dashed: bool = False) -> str:
    x0, top, x1, bottom = box
    dash = ' stroke-dasharray="5 3"' if dashed else ""
    return (
        f'<rect x="{x0:.1f}" y="{top:.1f}" width="{x1 - x0:.1f}" height="{bottom - top:.1f}" fill="{fill}" '
        f'fill-opacity="{opacity}" stroke="{edge}" stroke-width="{width}"{dash}/>'
    )


def _tag(x: float, y: float, text: str, colour: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{4.1 * len(text) + 8:.1f}" height="10" rx="2" fill="{colour}"/>'
        f'<text x="{x + 4:.1f}" y="{y + 7.4:.1f}" font-size="7" font-weight="600" fill="#fff">{escape(text)}</text>'
    )


def _label(left: float, right: float, top: float, column: Column) -> str:
    """The role over its column (not on it: the headings stay readable), as large as the column allows."""
    text = column.role.value if column.role is not Role.UNKNOWN else "?"
    if column.year:
        text += f" {column.year}"
    size = min(6.5, 1.7 * (right - left - 1) / max(len(text), 1))
    if size < 2:
        return ""
    title = f"{column.text} (keyakinan {column.score:.2f})"
    return (
        f'<g><title>{escape(title)}</title><rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="8" '
        f'fill="{colour_of(column.role)}"/><text x="{(left + right) / 2:.1f}" y="{top + 4 + size * 0.36:.1f}" '
        f'font-size="{size:.1f}" text-anchor="middle" fill="#fff">{escape(text)}</text></g>'
    )


def _mark(x: float, y: float, row: RowStory) -> str:
    """A disc beside the row: how many records, how sure; the reason shows when pointed at."""
    least = min((record.confidence for record in row.records), default=None)
    colour = _OFF if least is None else next(c for limit, c in _GRADES if least >= limit)
    doubts = [f"{r.name} (keyakinan {r.confidence:.2f}) {'; '.join(r.doubts)}".strip() for r in row.records]
    title = "\n".join([f"baris {row.number + 1}: {row.reason}", *doubts])
    sign = str(row.number + 1)
    return (
        f'<g><title>{escape(title)}</title><circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{colour}"/>'
        f'<text x="{x:.1f}" y="{y + 2.1:.1f}" font-size="6" text-anchor="middle" fill="#fff">{sign}</text></g>'
    )
