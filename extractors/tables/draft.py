"""Records while their table is still being read: texts may yet grow by their tail on the next page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.tables.columns import Role
from extractors.tables.text import Words, strip_list_number
from models.evidence import Box
from models.indicator import Context, ItemLevel, Level, Money, StatementKind
from models.quantity import Quantity


@dataclass(slots=True, eq=False)
class Text:
    """A text that may go on: its printed lines so far, and where it began."""

    lines: list[str]
    page: int | None = None
    table: int = 0
    row: int = 0
    box: Box | None = None

    def read(self, words: Words) -> str:
        """The whole text without its list number."""
        return strip_list_number(words.join(self.lines))


@dataclass(slots=True, eq=False)
class Frame:
    """What stands above a row: statements by role and the ladder of names, as growing texts."""

    statements: dict[Role, Text] = field(default_factory=dict)
    names: dict[ItemLevel, Text] = field(default_factory=dict)

    def copy(self) -> Frame:
        """A snapshot that shares the texts."""
        return Frame(dict(self.statements), dict(self.names))

    def context(self, words: Words) -> Context:
        """The snapshot as a record's context."""

        def said(role: Role) -> str | None:
            text = self.statements.get(role)
            return (text.read(words) or None) if text else None

        def named(*levels: ItemLevel) -> str | None:
            return next((self.names[level].read(words) for level in levels if level in self.names), None)

        return Context(
            misi=said(Role.MISI),
            tujuan=said(Role.TUJUAN),
            sasaran=said(Role.SASARAN),
            urusan=named(ItemLevel.BIDANG, ItemLevel.URUSAN),
            program=named(ItemLevel.PROGRAM),
            kegiatan=named(ItemLevel.KEGIATAN),
            subkegiatan=named(ItemLevel.SUBKEGIATAN),
        )


@dataclass(slots=True, eq=False)
class IndicatorDraft:
    """One indicator row in the making."""

    name: Text
    frame: Frame
    level: Level | None
    code: str | None
    caption: str | None
    unit: list[str] = field(default_factory=list)
    baseline: dict[int, Quantity] = field(default_factory=dict)
    targets: dict[int, Quantity] = field(default_factory=dict)
    parent_targets: dict[int, Quantity] = field(default_factory=dict)
    final: Quantity | None = None
    realisations: dict[int, Quantity] = field(default_factory=dict)
    budgets: dict[int, Money] = field(default_factory=dict)
    quarters: dict[int, dict[str, Quantity]] = field(default_factory=dict)
    quarter_spending: dict[int, dict[str, Money]] = field(default_factory=dict)
    responsible: Text | None = None
    about: dict[str, Text] = field(default_factory=dict)
    """What the table tells besides values, by `Column.about`; a text without lines is a cell printed empty."""
    confidence: float = 1.0
    doubts: list[str] = field(default_factory=list)
    box: Box | None = None
    quote: list[str] = field(default_factory=list)
    note: str | None = None

    @property
    def has_values(self) -> bool:
        """Any value or pagu at all."""
        return bool(self.targets or self.baseline or self.final or self.realisations or self.budgets or self.quarters)


@dataclass(slots=True, eq=False)
class ItemDraft:
    """One program, kegiatan ... row in the making."""

    name: Text
    level: ItemLevel
    code: str | None
    frame: Frame
    responsible: Text | None = None
    budgets: dict[int, Money] = field(default_factory=dict)
    final_budget: Money | None = None
    confidence: float = 1.0
    caption: str | None = None
    paid: bool = False
    """An indicator has been read under it: its pagu stands there."""


@dataclass(slots=True, eq=False)
class StatementDraft:
    """One misi, tujuan, sasaran ... in the making, and the statement it stands under."""

    kind: StatementKind
    text: Text
    number: str | None
    parent: Text | None = None
    parent_kind: StatementKind | None = None
    year: int | None = None


def part_bidang(text: Text) -> ItemLevel:
    """`Urusan Wajib` and its `Bidang ...` in one cell: the nearest is the bidang."""
    cut = next((i for i, line in enumerate(text.lines) if i and re.match(r"(?i)bidang\b", line)), None)
    if cut is None:
        return ItemLevel.URUSAN
    del text.lines[:cut]
    return ItemLevel.BIDANG
