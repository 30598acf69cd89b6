"""How evidence from many places adds up, and the words that give the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.identity.places import Passage, Zone

SURE = 0.97
"""No claim read from paper is certain."""


@dataclass(slots=True)
class Evidence:
    """Belief in one value, gathered place by place: 1 - product of (1 - weight), the best cue of each place."""

    best: dict[Zone, tuple[float, str]]

    def add(self, zone: Zone, weight: float, reason: str) -> None:
        """Hear one cue; of each place only the strongest counts."""
        if weight > self.best.get(zone, (0.0, ""))[0]:
            self.best[zone] = (weight, reason)

    @property
    def belief(self) -> float:
        """0 to 1."""
        doubt = 1.0
        for weight, _ in self.best.values():
            doubt *= 1 - weight
        return 1 - doubt

    def reasons(self) -> str:
        """The three strongest cues in words."""
        ordered = sorted(self.best.values(), reverse=True)
        return "; ".join(reason for _, reason in ordered[:3])


class Votes:
    """Votes for values, where many mentions in one place count no more than `_CAP`."""

    def __init__(self) -> None:
        self._sums: dict[str, dict[Zone, float]] = defaultdict(lambda: defaultdict(float))
        self._best: dict[str, tuple[float, str]] = {}

    def add(self, value: str, passage: Passage, weight: float, words: str) -> None:
        """Hear a passage for a value; `words` are what it prints."""
        zone = passage.zone
        self._sums[value][zone] = min(self._sums[value][zone] + weight, _CAP.get(zone, 8.0))
        if weight > self._best.get(value, (0.0, ""))[0]:
            self._best[value] = (weight, f"“{words}” pada {passage.where()}")

    def give(self, giver: str, taker: str) -> None:
        """Move all votes of one value to another."""
        for zone, weight in self._sums.pop(giver).items():
            self._sums[taker][zone] = min(self._sums[taker][zone] + weight, _CAP.get(zone, 8.0))

    def add_plain(self, value: str, weight: float) -> None:
        """Add weight that needs no place of its own."""
        self._sums[value][Zone.FOREWORD] += weight

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._sums))

    def __getitem__(self, value: str) -> float:
        return sum(self._sums[value].values())

    def ranked(self) -> list[tuple[str, float]]:
        """Values with their votes, most first."""
        return sorted(((value, self[value]) for value in self._sums), key=lambda item: -item[1])

    def reason(self, value: str) -> str:
        """Words and place of the strongest vote."""
        only = "hanya dari nama berkas: " if self.only_file(value) else ""
        return only + self._best.get(value, (0.0, f"“{value}”"))[1]

    def only_file(self, value: str) -> bool:
        """Whether nothing inside the file says so."""
        return set(self._sums[value]) == {Zone.FILE}


_CAP = {
    Zone.BANNER: 2.0,
    Zone.CELL: 1.0,
    Zone.FOREWORD: 3.0,
    Zone.CAPTION: 2.5,
    Zone.CHAPTER: 3.0,
    Zone.COLUMNS: 3.0,
    Zone.FILE: 0.4,
}


def sentence(text: str) -> str:
    """A reason as a sentence."""
    return text[:1].upper() + text[1:] + "."
