"""Cells over several rows: which of their lines stand beside which row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from extractors.layout import Cell, Line
from extractors.tables.columns import MONEY, VALUES, Column, Role
from extractors.tables.numbers import ends_amount
from extractors.tables.stitch import Section


class Shares:
    """Which lines of a cell over several rows stand beside which row."""

    def __init__(self, section: Section, columns: Sequence[Column]):
        self._section = section
        self._columns = columns
        self._of: dict[int, dict[int, tuple[Line, ...]] | None] = {}

    def lines(self, cell: Cell, number: int, index: int) -> tuple[Line, ...] | None:
        """Lines for the row, None when the cell has nothing to say there (a merged cell from above)."""
        if cell.row_span == 1:
            return cell.lines
        key = id(cell)
        if key not in self._of:
            self._of[key] = self._share(cell, index)
        shared = self._of[key]
        if shared is None:
            return cell.lines if number == max(cell.row, self._section.body) else None
        return shared.get(number)

    def _share(self, cell: Cell, index: int) -> dict[int, tuple[Line, ...]] | None:
        ys = self._section.grid.table.ys
        lines = [line for line in cell.lines if line.text.strip()]
        if not ys or len(lines) < 2 or any(line.box is None for line in lines):
            return None
        value = self._columns[index].role in (*VALUES, *MONEY, Role.UNIT, Role.IGNORE) and not _is_sentence(lines)
        blocks = _values_of(lines) if value else line_blocks(lines)
        if len(blocks) < 2:
            return None
        rows: dict[int, list[Line]] = {}
        for block in blocks:
            row = self._row_of(block, cell)
            rows.setdefault(row, []).extend(block)
        if len(rows) < 2 or (not value and not self._at_tops(rows, cell)):
            return None
        return {row: tuple(held) for row, held in rows.items()}

    def _row_of(self, block: Sequence[Line], cell: Cell) -> int:
        ys = self._section.grid.table.ys
        box = block[0].box
        assert box is not None
        middle = (box[1] + box[3]) / 2
        for row in range(cell.row, cell.row + cell.row_span):
            if middle < ys[row + 1]:
                return row
        return cell.row + cell.row_span - 1

    def _at_tops(self, rows: dict[int, list[Line]], cell: Cell) -> bool:
        """Does each block begin at the top of its row (so that rows, not chance, part the text)?"""
        ys = self._section.grid.table.ys
        for row, lines in rows.items():
            box = lines[0].box
            assert box is not None
            if box[1] - ys[row] > 1.6 * (box[3] - box[1]):
                return False
        return True


def _values_of(lines: Sequence[Line]) -> list[list[Line]]:
    """One value a line; the last digits of an amount go with its begin."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and ends_amount(blocks[-1][-1].text.strip(), line.text.strip()):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_sentence(lines: Sequence[Line]) -> bool:
    """Lines without any number of which most have several words: a target told in words, not one value a line."""
    texts = [line.text for line in lines]
    several = sum(len(re.findall(r"[^\W\d_]{2,}", text)) > 1 for text in texts)
    return not any(re.search(r"\d", text) for text in texts) and several > 0.5 * len(texts)


def line_blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines parted where the gap between them is wider than the cell's usual one."""
    if len(lines) < 2 or any(line.box is None for line in lines):
        return [list(lines)]
    steps = [_top(b) - _top(a) for a, b in itertools.pairwise(lines)]
    usual = _usual_step(lines, steps)
    blocks = [[lines[0]]]
    for line, step in zip(lines[1:], steps, strict=True):
        if step > 1.35 * usual:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _usual_step(lines: Sequence[Line], steps: Sequence[float]) -> float:
    heights = [line.box[3] - line.box[1] for line in lines if line.box]
    small = [s for s in steps if s <= 2.2 * median(heights)]
    return (
        max(min(small, default=0.0), 0.9 * median(heights)) if len(small) < 3 else min(median(small), 1.2 * min(small))
    )


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0
