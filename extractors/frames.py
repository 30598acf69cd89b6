"""What repeats on the pages of a file: running heads, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

_PAGE_NUMBER = re.compile(r"^[-–\s]*(?:hal(?:aman)?\.?\s*)?(?:[IVXivx]{1,5}|\d{1,3})(?:\s*[-–|]\s*\d{1,3})?[-–\s]*$")
_EDGE = 4
"""Lines at the top and at the bottom of a page that may be frame."""


def line_key(line: str) -> str:
    """A line without its page number, so that running heads are equal on every page."""
    text = re.sub(r"\b(?:[ivxlc]+|[IVXLC]+)\b(?:\s*[-–]\s*\d+)?", "", line)
    return re.sub(r"(?<!\d)\d{1,3}(?!\d)|\W", "", text).casefold()


def running_heads(pages: Sequence[tuple[int | None, Sequence[str]]]) -> dict[str, tuple[str, int | None]]:
    """Lines that stand at the top or bottom of many pages.

    Args:
        pages: number and lines of each page, in order.

    Returns:
        `line_key` -> the line as it stands first, and its page.
    """
    counted: Counter[str] = Counter()
    first: dict[str, tuple[str, int | None]] = {}
    spoken = [(number, lines) for number, lines in pages if lines]
    for number, lines in spoken:
        edge = lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]
        for key, line in {line_key(line): line for line in edge}.items():
            if len(key) >= 3:
                counted[key] += 1
                first.setdefault(key, (line, number))
    enough = max(3.0, 0.25 * len(spoken)) if len(spoken) > 2 else 2.0
    return {key: first[key] for key, count in counted.items() if count >= enough}


def is_frame(line: str, running: Collection[str]) -> bool:
    """Whether a line is a running head or a page number; the line "BAB II" alone starts a chapter."""
    if _PAGE_NUMBER.match(line.strip()):
        return True
    return line_key(line) in running and not re.fullmatch(r"(?:BAB|Bab)\s+[IVX]+", line.strip())
