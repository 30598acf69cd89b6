"""Sections that are not the document's own word, by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.prose import Unit
from extractors.statements.wording import MENTION
from models.lexicon import entries


@dataclass(frozen=True, slots=True)
class Section:
    """A section that is not the document's own word: "other" plans, or "none" at all; its number and heading."""

    owner: str
    number: str
    text: str


class Sections:
    """The section that the walk is in: chapter, numbered section and part with letter or without number."""

    def __init__(self) -> None:
        self.heading = ""
        self._chapter: Section | None = None
        self._numbered: Section | None = None
        self._part: Section | None = None

    def enter(self, unit: Unit) -> None:
        """Remember sections about the plans of others, and those without goal statements, with their number."""
        self.heading = unit.text
        found = next(
            (e["owner"] for e in entries("statements", "section") if re.search(e["pattern"], unit.text, re.I)), None
        )
        if found == "none" and MENTION.search(
            re.sub(r"maksud dan tujuan|isu-?(?:isu)? strategis", "", unit.text, flags=re.I)
        ):
            found = None
        chapter = re.match(r"(?:BAB\s+\w+|[IVX]{1,4}\.)", unit.text)
        number = re.match(r"\d{1,2}(?:\.\d{1,2})+", unit.text)
        section = Section(found, number[0] if number else "", unit.text) if found else None
        self._part = None
        if chapter:
            self._chapter, self._numbered = section, None
        elif number:
            inside = self._numbered and number[0].startswith(self._numbered.number + ".")
            if not inside:
                self._numbered = section
        else:
            self._part = section

    @property
    def here(self) -> Section | None:
        """The innermost section here that is not the document's own word; None in all others."""
        return self._part or self._numbered or self._chapter

    @property
    def closed(self) -> bool:
        """Whether no goal statements are looked for here."""
        return self.here is not None and self.here.owner == "none"
