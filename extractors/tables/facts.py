"""Drafts to facts: once a table is read to its end, each text is joined and gets its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from extractors.tables.draft import IndicatorDraft, ItemDraft, StatementDraft, Text
from extractors.tables.labels import BARE_NUMBER, FIRST_WORDS
from extractors.tables.text import (
    Words,
    item_start,
    list_items,
    list_number,
    squeeze,
    strip_list_number,
    strip_name_label,
)
from models.document import SourceFile
from models.evidence import Box, Evidence
from models.indicator import Indicator, PlanItem, Statement
from models.quantity import QuantityKind
from models.units import split_unit


@dataclass(slots=True)
class Facts:
    """Facts in reading order, and the (page, table number) of tables whose columns could not be told apart."""

    indicators: list[Indicator] = field(default_factory=list)
    items: list[PlanItem] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    unreadable: set[tuple[int | None, int]] = field(default_factory=set)

    def add(self, other: Facts) -> None:
        """Append another chain's facts."""
        self.indicators += other.indicators
        self.items += other.items
        self.statements += other.statements


def without_group_heads(drafts: Sequence[IndicatorDraft]) -> list[IndicatorDraft]:
    """Drafts without those that only head a lettered list (`a. Teh`, `b. Kopi`) and have no value themselves."""
    kept = []
    for draft, after in zip_longest(drafts, drafts[1:]):
        begins = item_start(after.name.lines[0]) if after is not None and after.name.lines else None
        if draft.has_values or begins != ("letter", 1):
            kept.append(draft)
    return kept


def point_bare_numbers(drafts: Sequence[IndicatorDraft]) -> None:
    """Set a point behind numbers of a list printed without: `1 Luas kebun`, `2 Jumlah bibit`; names keep theirs."""
    numbers = [_bare_number(draft) for draft in drafts]
    for place, (draft, number) in enumerate(zip(drafts, numbers, strict=True)):
        before, after = ([None, *numbers, None][place + step] for step in (0, 2))
        if number is None:
            continue
        runs = number - 1 == before or (after is not None and number + 1 == after)
        if runs or FIRST_WORDS.match(BARE_NUMBER.sub("", draft.name.lines[0])):
            draft.name.lines[0] = BARE_NUMBER.sub(r"\1. ", draft.name.lines[0])


def _bare_number(draft: IndicatorDraft) -> int | None:
    found = BARE_NUMBER.match(draft.name.lines[0]) if draft.name.lines else None
    return int(found[1]) if found else None


def indicator(draft: IndicatorDraft, words: Words, file: SourceFile) -> Indicator:
    """The indicator of a finished draft."""
    name, bracket = split_unit(strip_name_label(draft.name.read(words)))
    name = name.strip(" ;,:")
    unit = (draft.unit[0] if draft.unit else None) or bracket or _unit_of_values(draft)
    quote = " | ".join([words.join(draft.name.lines), *draft.quote])
    return Indicator(
        evidence=_evidence(draft.name, quote, file, draft.box),
        name=name,
        level=draft.level,
        context=draft.frame.context(words),
        caption=draft.caption,
        code=draft.code,
        unit=unit,
        baseline=draft.baseline,
        targets=draft.targets,
        final=draft.final,
        realisations=draft.realisations,
        budgets=draft.budgets,
        quarters=draft.quarters,
        quarter_spending=draft.quarter_spending,
        responsible=draft.responsible.read(words) if draft.responsible else None,
        **{told: " ".join(words.join(text.lines).split()) for told, text in draft.about.items()},
        confidence=round(max(draft.confidence, 0.05), 3),
        doubts=tuple(dict.fromkeys(draft.doubts)),
        parent_targets=draft.parent_targets,
        note=draft.note,
    )


def plan_item(item: ItemDraft, words: Words, file: SourceFile) -> PlanItem:
    """The program, kegiatan ... of a finished draft."""
    name = item.name.read(words)
    return PlanItem(
        evidence=_evidence(item.name, name, file),
        level=item.level,
        name=name,
        code=item.code,
        context=item.frame.context(words),
        responsible=item.responsible.read(words) if item.responsible else None,
        budgets=item.budgets,
        final_budget=item.final_budget,
        confidence=item.confidence,
        caption=item.caption,
    )


def statements(said: StatementDraft, words: Words, file: SourceFile) -> Iterator[Statement]:
    """The goal statements of a finished draft: one, or one for each item of the list that its cell holds.

    Under a cell with a list nothing says which item is the parent: those below it get none.
    """
    items = list_items(said.text.lines)
    parent = said.parent if said.parent and len(list_items(said.parent.lines)) == 1 else None
    for lines in items:
        text = strip_list_number(words.join(lines))
        yield Statement(
            evidence=_evidence(said.text, text, file),
            kind=said.kind,
            text=text,
            number=said.number if len(items) == 1 else list_number(words.join(lines)),
            parent=parent.read(words) if parent else None,
            parent_kind=said.parent_kind if parent else None,
            source="tabel",
            confidence=0.9,
            year=said.year,
        )


def _evidence(text: Text, quote: str, file: SourceFile, box: Box | None = None) -> Evidence:
    return Evidence(
        sha256=file.sha256,
        file=file.name,
        page=text.page,
        table=text.table if text.page is None else None,
        row=text.row + 1 if text.page is None else None,
        box=box or text.box,
        quote=quote,
    )


def _unit_of_values(draft: IndicatorDraft) -> str | None:
    """The unit printed behind the values, as in the first cell that has one; whole where another cell has it whole."""
    cells = [*draft.targets.values(), *([draft.final] if draft.final else []), *draft.baseline.values()]
    units = [cell.unit for cell in cells if cell.unit]
    if not units and not any(cell.kind is QuantityKind.TEXT for cell in cells):  # "7 DAS, 1 waduk" are not in percent
        units = [c.unit for c in draft.realisations.values() if c.unit]
    same = [unit for unit in units if squeeze(unit) == squeeze(units[0])]
    return min(same, key=lambda unit: unit.count(" "), default=None)
