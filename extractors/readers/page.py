"""From rulings and words of one page to its blocks: what both PDF readers share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from extractors.layout import Cell, Paragraph, Table
from extractors.readers.glyphs import Word, bounds, lines
from models.evidence import Box

GHOST = 5.0
"""Columns and rows narrower than this (points) that hold no text are the gap of a double rule, not cells."""


def build_table(
    page: int,
    number: int,
    boxes: Sequence[Box],
    inside: Sequence[Word],
    fill: Callable[[Box], str | None] = lambda box: None,
    ruled: bool = True,
) -> Table:
    """A table from its cells' boxes and the words that stand in it.

    Args:
        boxes: cell areas whose sides lie on common grid lines.
        inside: words whose middle lies within the table.
        fill: background colour of an area.
    """
    xs = _grid_lines((side for box in boxes for side in (box[0], box[2])), [_middle(w)[0] for w in inside])
    ys = _grid_lines((side for box in boxes for side in (box[1], box[3])), [_middle(w)[1] for w in inside])
    places: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        left, right = _nearest(xs, box[0]), _nearest(xs, box[2])
        top, bottom = _nearest(ys, box[1]), _nearest(ys, box[3])
        if right <= left or bottom <= top:
            continue
        area = (top, left, bottom, right)
        if any((row, column) in places for row in range(top, bottom) for column in range(left, right)):
            continue
        places.update(((row, column), area) for row in range(top, bottom) for column in range(left, right))
    words: dict[tuple[int, int, int, int], list[Word]] = {area: [] for area in places.values()}
    for word in inside:
        x, y = _middle(word)
        place = (_interval(ys, y), _interval(xs, x))
        if place in places:
            words[places[place]].append(word)
    cells = []
    for top, left, bottom, right in sorted(words):
        box = (xs[left], ys[top], xs[right], ys[bottom])
        cells.append(
            Cell(
                row=top,
                column=left,
                row_span=bottom - top,
                col_span=right - left,
                lines=tuple(lines(words[top, left, bottom, right])),
                box=_rounded(box),
                fill=fill(box),
            )
        )
    return Table(
        page=page,
        number=number,
        rows=len(ys) - 1,
        columns=len(xs) - 1,
        cells=tuple(cells),
        box=_rounded((xs[0], ys[0], xs[-1], ys[-1])),
        xs=tuple(round(x, 2) for x in xs),
        ys=tuple(round(y, 2) for y in ys),
        ruled=ruled,
    )


def build_blocks(
    page: int,
    areas: Sequence[Sequence[Box]],
    found: Iterable[Word],
    fill: Callable[[Box], str | None] = lambda box: None,
) -> list[Paragraph | Table]:
    """Tables (one list of cell boxes each) and the lines between them, in reading order."""
    frames = [_frame(boxes) for boxes in areas]
    inside: list[list[Word]] = [[] for _ in areas]
    outside: list[Word] = []
    for word in found:
        x, y = _middle(word)
        for frame, members in zip(frames, inside, strict=True):
            if frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]:
                members.append(word)
                break
        else:
            outside.append(word)
    blocks: list[tuple[float, float, Paragraph | Table]] = []
    for number, (boxes, members) in enumerate(zip(areas, inside, strict=True), 1):
        table = build_table(page, number, boxes, members, fill)
        box = table.box or (0, 0, 0, 0)
        blocks.append((box[1], box[0], table))
    for line in lines(outside):
        box = line.box or (0, 0, 0, 0)
        blocks.append((box[1], box[0], Paragraph(line.text, line.box, bold=line.bold)))
    return [block for _, _, block in sorted(blocks, key=lambda item: item[:2])]


def _grid_lines(sides: Iterable[float], middles: list[float]) -> list[float]:
    """Sorted grid lines; lines of a double rule become one."""
    found: list[float] = []
    for side in sorted(set(sides)):
        if found and side - found[-1] < GHOST and not any(found[-1] < middle < side for middle in middles):
            continue
        found.append(side)
    return found


def _nearest(grid: list[float], side: float) -> int:
    index = bisect_right(grid, side) - 1
    if index + 1 < len(grid) and grid[index + 1] - side < side - grid[index]:
        return index + 1
    return max(index, 0)


def _interval(grid: list[float], at: float) -> int:
    return min(max(bisect_right(grid, at) - 1, 0), len(grid) - 2)


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2


def _frame(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


__all__ = ["bounds", "build_blocks", "build_table"]
