"""List numbers of Word paragraphs, which the file keeps as rules and not as text (w:numbering)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from extractors.readers.symbols import BULLET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = Any
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def number_text(number: int, style: str) -> str:
    """A number as Word prints it in a numbering format (ST_NumberFormat); unknown formats print digits."""
    if style in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman") and number > 0:
        text = ""
        for value, sign in _ROMAN:
            text += sign * (number // value)
            number %= value
        return text.upper() if style == "upperRoman" else text
    if style == "decimalZero":
        return f"{number:02d}"
    return "" if style == "none" else str(number)


@dataclass(slots=True)
class _Level:
    start: int
    style: str
    text: str


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of a body in reading order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """By abstract list: level -> rule."""
    lists: dict[str, str] = field(default_factory=dict)
    """List instance -> abstract list."""
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    """List instance -> level -> number to start with."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def parse(cls, root: Element) -> Numbering:
        """Read word/numbering.xml."""
        made = cls()
        for abstract in root.iter(_W + "abstractNum"):
            key = abstract.get(_W + "abstractNumId", "")
            made.levels[key] = {
                int(level.get(_W + "ilvl", "0")): _Level(
                    _int(level.find(_W + "start"), 1),
                    _value(level.find(_W + "numFmt"), "decimal"),
                    _value(level.find(_W + "lvlText"), ""),
                )
                for level in abstract.iter(_W + "lvl")
            }
        for number in root.iter(_W + "num"):
            key = number.get(_W + "numId", "")
            made.lists[key] = _value(number.find(_W + "abstractNumId"), "")
            starts = {
                int(override.get(_W + "ilvl", "0")): _int(override.find(_W + "startOverride"), 1)
                for override in number.iter(_W + "lvlOverride")
                if override.find(_W + "startOverride") is not None
            }
            if starts:
                made.overrides[key] = starts
        return made

    def label(self, list_id: str, level: int) -> str:
        """Count a paragraph and give the number printed before it, "" for none."""
        abstract = self.lists.get(list_id)
        rules = self.levels.get(abstract or "", {})
        rule = rules.get(level)
        if abstract is None or rule is None:
            return ""
        counts = self.counts.setdefault(abstract, {})
        for at, start in self.overrides.pop(list_id, {}).items():
            counts[at] = start - 1
        counts[level] = counts.get(level, rule.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if rule.style == "bullet":
            return BULLET

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = rules.get(at, rule)
            return number_text(counts.get(at, other.start), other.style)

        return re.sub(r"%([1-9])", printed, rule.text)


def _value(found: Element | None, default: str) -> str:
    return default if found is None else str(found.get(_W + "val", default))


def _int(found: Element | None, default: int) -> int:
    text = _value(found, "")
    return int(text) if text.lstrip("-").isdigit() else default
