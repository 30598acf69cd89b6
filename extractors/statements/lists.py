"""Lists of goals: what is awaited, and the items that come."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.prose import Unit
from extractors.statements.ownership import Owner
from extractors.statements.wording import is_goal, reads_like, statement_text
from models.indicator import StatementKind

HEADED = 0.75
"""How sure a statement is that only a heading announces."""


@dataclass(slots=True)
class Awaited:
    """What the next units are expected to be."""

    kind: StatementKind
    confidence: float
    owner: Owner
    number: str | None = None
    parent: tuple[StatementKind, str | None] | None = None
    text_too: bool = False
    """Whether a paragraph may be the statement; else only a list."""


def awaited_text(unit: Unit, awaited: Awaited) -> str | None:
    """The statement that a paragraph is where one is awaited, None when it does not read like one."""
    if awaited.kind is StatementKind.VISI:
        shown = unit.text[:1] in "“”\"'" or unit.text.upper() == unit.text or unit.bold
        if not shown and (awaited.confidence <= HEADED or not is_goal(unit.text)):
            return None
    elif not is_goal(unit.text) or (unit.text.rstrip().endswith(":") and len(unit.text.split()) < 6):
        return None
    return statement_text(unit.text, awaited.kind)


class GoalList:
    """A list being read."""

    def __init__(self, awaited: Awaited, marker: str) -> None:
        self.awaited = awaited
        self.style = style_of(marker)
        self.items: list[tuple[Unit, str]] = []
        self.gap = 0

    def takes(self, marker: str) -> bool:
        """Whether an item goes on with this list: same style, next number (bullets: nothing in between)."""
        if style_of(marker) != self.style:
            return False
        if not self.items or self.style == "bullet":
            return self.gap == 0
        return rank_of(marker) == rank_of(self.items[-1][1]) + 1 or (self.gap == 0 and rank_of(marker) != 1)

    def goals(self) -> list[tuple[Unit, str, str | None]]:
        """Items as unit, text and number when most of them read like goals, else none."""
        texts = [(statement_text(unit.text, self.awaited.kind), unit, marker) for unit, marker in self.items]
        goals = sum(text is not None and reads_like(text, self.awaited.kind) for text, _, _ in texts)
        if not goals or goals < 0.5 * len(texts):
            return []
        return [(unit, text, number_of(marker)) for text, unit, marker in texts if text is not None]


def style_of(marker: str) -> str:
    """How a marker is printed: digit, letter or bullet, with its brackets and points."""
    body = marker.strip("().")
    kind = "digit" if body.isdigit() else "letter" if len(body) == 1 and body.isalpha() else "bullet"
    return kind if kind == "bullet" else kind + marker.replace(body, "#")


def rank_of(marker: str) -> int:
    """Place of a marker in its list from 1; 0 for a bullet."""
    body = marker.strip("().").casefold()
    return int(body) if body.isdigit() else ord(body[0]) - 96 if body[:1].isalpha() else 0


def number_of(marker: str) -> str | None:
    """The number that an item has by its marker; bullets give none."""
    return None if style_of(marker) == "bullet" else marker.strip("().")
