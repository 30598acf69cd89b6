"""Texts of neighbouring cells under one heading: value and unit, number and name, as the lines they print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout import Cell, Line
from models.units import is_unit

_SAME_HEIGHT = 4.0
"""Points that tops of lines beside each other may differ by."""
_WRAPPED = 2
"""Lines that one value with its unit may take in a narrow cell."""
_LIST_NUMBER = re.compile(r"\d{1,2}[.)]|[a-z][.)]")
_NUMBER_AND_TEXT = re.compile(r"(\d{1,2})\s+(\D.*)")
_INDENT = 6.0
"""Points that a list number stands left of its text at least."""
_BARE_NUMBER = re.compile(r"\s*\d{1,2}\s*")


def value_beside(cells: Sequence[tuple[Cell, tuple[Line, ...]]]) -> tuple[Line, ...]:
    """A value and its unit in cells of their own under one heading, as one line; several of them line by line."""
    held = [[line for line in lines if line.text.strip()] for _, lines in cells]
    if any(len(lines) > _WRAPPED for lines in held):
        return on_one_line([line for lines in held for line in lines], pointed=False)
    lines = [line for part in held for line in part]
    if not held[0] and is_unit(" ".join(line.text for line in lines)):
        return ()  # the number that the unit belongs to is missing
    if not lines:
        return ()
    boxes = [line.box for line in lines if line.box]
    box = (
        (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        if len(boxes) == len(lines)
        else None
    )
    return (Line(" ".join(line.text.strip() for line in lines), box, all(line.bold for line in lines)),)


def on_one_line(lines: Sequence[Line], *, pointed: bool = True) -> tuple[Line, ...]:
    """Lines of neighbouring cells under one heading, those of one height as one line; a bare number gets its point."""
    point = _pointed if pointed else str.strip
    if any(line.box is None for line in lines):
        numbers = [line for line in lines if _BARE_NUMBER.fullmatch(line.text)]
        if len(numbers) == 1 and lines[0] is numbers[0] and len(lines) > 1:
            return (replace(lines[1], text=f"{point(lines[0].text)} {lines[1].text}"), *lines[2:])
        return tuple(lines)
    if (number := _before_all(lines)) is not None:  # set at the middle of a text of several lines
        first, *rest = sorted((line for line in lines if line is not number), key=_top)
        return (replace(first, text=f"{point(number.text)} {first.text}"), *rest)
    made: list[Line] = []
    for line in sorted(lines, key=lambda ln: (_top(ln), ln.box[0] if ln.box else 0.0)):
        before = made[-1] if made else None
        if before is not None and before.box and line.box and abs(_top(line) - before.box[1]) < _SAME_HEIGHT:
            left, right = (before, line) if before.box[0] <= line.box[0] else (line, before)
            box = (
                min(before.box[0], line.box[0]),
                min(before.box[1], line.box[1]),
                max(before.box[2], line.box[2]),
                max(before.box[3], line.box[3]),
            )
            made[-1] = Line(f"{point(left.text)} {right.text}", box, before.bold and line.bold)
        else:
            made.append(line)
    return tuple(made)


def _before_all(lines: Sequence[Line]) -> Line | None:
    """The only bare number, where it ends before all other lines begin."""
    numbers = [line for line in lines if _BARE_NUMBER.fullmatch(line.text)]
    others = [line for line in lines if line.text.strip() and line not in numbers]
    if len(numbers) != 1 or not others or numbers[0].box is None:
        return None
    right = numbers[0].box[2]
    return numbers[0] if all(line.box and line.box[0] >= right for line in others) else None


def _apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines with the number that stands left of all others as a line of its own: `2 Pemasaran` under `Kegiatan ...`."""
    led = [
        (place, found)
        for place, line in enumerate(lines)
        if place and line.box and (found := _NUMBER_AND_TEXT.fullmatch(line.text.strip()))
    ]
    others = [line.box[0] for line in lines if line.box and not _NUMBER_AND_TEXT.fullmatch(line.text.strip())]
    if len(led) != 1 or len(others) != len(lines) - 1:
        return lines
    (place, found), line = led[0], lines[led[0][0]]
    left = min(others)
    if line.box is None or line.box[0] > left - _INDENT:
        return lines
    number = Line(found[1], (line.box[0], line.box[1], left - _INDENT, line.box[3]), line.bold)
    text = Line(found[2], (left, *line.box[1:]), line.bold)
    return (*lines[:place], number, text, *lines[place + 1 :])


def numbers_first(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A list number that stands a little lower than the line it numbers, in front of that line."""
    lines = _apart(lines)
    if (number := _before_all(lines)) is not None:
        first, *rest = (line for line in lines if line is not number)
        return (replace(first, text=f"{_pointed(number.text)} {first.text}"), *rest)
    made: list[Line] = []
    for line in lines:
        before = made[-1] if made else None
        if (
            before is not None
            and before.box
            and line.box
            and _LIST_NUMBER.fullmatch(line.text.strip())
            and line.box[1] < before.box[3]
            and line.box[2] <= before.box[0] + _SAME_HEIGHT
        ):
            made[-1] = replace(before, text=f"{line.text.strip()} {before.text}")
        else:
            made.append(line)
    return tuple(made)


def _pointed(text: str) -> str:
    return f"{text.strip()}." if _BARE_NUMBER.fullmatch(text) else text


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0
