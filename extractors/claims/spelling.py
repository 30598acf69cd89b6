"""Amounts of money as offices type them, made plain before sentences are parted: "Rp. 5.000,-dengan"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TYPED = re.compile(r"(?P<point>\bRp\s*\.\s*(?=\d))|(?P<dash>(?<=\d),-(?=\w))")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made plain, and where each of its characters stood."""

    text: str
    origin: tuple[int, ...]

    def printed(self, original: str, start: int, end: int) -> str:
        """What is printed in the original from one place of the plain text to another."""
        return original[self.origin[start] : self.origin[end - 1] + 1] if end > start else ""


def plain(text: str) -> Plain:
    """The text with "Rp" right before its digits and a blank behind ",-": a point there would end the sentence."""
    made: list[str] = []
    origin: list[int] = []
    at = 0
    for found in _TYPED.finditer(text):
        word = "Rp" if found["point"] else ",- "
        made += [text[at : found.start()], word]
        origin += [*range(at, found.start()), *(min(found.start() + i, found.end() - 1) for i in range(len(word)))]
        at = found.end()
    return Plain("".join([*made, text[at:]]), (*origin, *range(at, len(text))))
