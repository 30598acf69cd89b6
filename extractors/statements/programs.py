"""Programs of the head of region: announced once, listed under one misi after the other, each with an explanation."""

from __future__ import annotations

from dataclasses import replace

from extractors.statements.drafts import uppers
from extractors.statements.labels import Label
from extractors.statements.lists import Awaited, GoalList, rank_of
from models.indicator import StatementKind

PROGRAM = StatementKind.PROGRAM_PRIORITAS


class Programs:
    """What a lead sentence announced of programs, and the list of them that may go on."""

    def __init__(self) -> None:
        self._standing: Awaited | None = None
        self._last: GoalList | None = None

    def announce(self, awaited: Awaited) -> None:
        """Note a lead sentence; of other kinds than programs nothing stands on."""
        if awaited.kind is PROGRAM:
            self._standing = awaited

    def leave(self) -> None:
        """Another section begins."""
        self._standing = self._last = None

    def under(self, label: Label) -> Awaited | None:
        """What is awaited under a label (`A. Misi 1: ...`): the programs announced before, None when there are none."""
        self._last = None
        if self._standing is None or label.kind not in uppers(PROGRAM):
            self._standing = None
            return None
        return replace(self._standing, parent=(label.kind, label.number))

    def done(self, goals: GoalList) -> None:
        """A list was taken: explanations with lists of their own may stand before its next item."""
        self._last = goals if goals.awaited.kind is PROGRAM else None

    def resumed(self, marker: str) -> GoalList | None:
        """The list that an item goes on with, None when it is not the next item of the last one."""
        last = self._last
        if self._standing is None or last is None or not last.takes(marker):
            return None
        return GoalList(last.awaited, marker) if rank_of(marker) == rank_of(last.items[-1][1]) + 1 else None
