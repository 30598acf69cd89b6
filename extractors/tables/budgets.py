"""Pagu and spending: the amounts of a row, and whose they are, the item's or the indicator's."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.columns import Column, Role
from extractors.tables.draft import IndicatorDraft, ItemDraft
from extractors.tables.rows import Row
from extractors.tables.sheet import Sheet
from extractors.tables.text import is_blank
from models.indicator import Money
from models.quantity import QuantityKind, parse_money


def add_to_item(sheet: Sheet, row: Row, item: ItemDraft) -> None:
    """Pagu of the item's own row and of the rows of its further indicators, each year summed."""
    for index, column in enumerate(sheet.columns):
        if column.role not in (Role.BUDGET, Role.FINAL_BUDGET):
            continue
        money = read_money(sheet, row, index)
        if money is None:
            continue
        if index in sheet.sanity.overscaled:
            item.confidence = min(item.confidence, 0.7)
        if column.role is Role.FINAL_BUDGET:
            item.final_budget = _plus(item.final_budget, money)
        elif column.year is not None:
            item.budgets[column.year] = _plus(item.budgets.get(column.year), money)


def hand_down(sheet: Sheet, row: Row, item: ItemDraft | None, draft: IndicatorDraft) -> None:
    """The pagu of an item without indicator in its own row stands on the first indicator below it."""
    if item is None or item.paid:
        return
    item.paid = True
    if not draft.budgets and not sheet.names_item(row):
        draft.budgets.update(item.budgets)


def pays(sheet: Sheet, row: Row, index: int, column: Column, sources: Sequence[int]) -> bool:
    """Does the row's pagu belong to this indicator? Among indicators of several levels: to the output's.

    Args:
        sheet: the table of the row.
        row: the row.
        index: the indicator's column.
        column: the pagu's column.
        sources: the columns of indicators whose values this indicator takes.
    """
    filled = [i for i in sheet.indicators if sheet.own(row, i)]
    group = {sheet.columns[i].text.split(" > ")[0] for i in sheet.indicators}
    if len(sheet.indicators) > 1 and len(group) == 1 and len(filled) > 1:
        outputs = [i for i in filled if "keluaran" in sheet.columns[i].text.casefold()]
        return index == (outputs or filled)[0]
    if len(filled) == 1:
        return True
    return column.owner in sources


def take_money(draft: IndicatorDraft, column: Column, money: Money | None) -> None:
    """Put an amount where its column says: pagu of a year (funds summed) or spending of a quarter."""
    if money is None or column.year is None:
        return
    if column.role is Role.BUDGET:
        old = draft.budgets.get(column.year)
        draft.budgets[column.year] = _plus(old, money) if column.fund or old is None else old
    elif column.role is Role.SPENDING and column.quarter:
        draft.quarter_spending.setdefault(column.year, {}).setdefault(column.quarter, money)


def read_money(sheet: Sheet, row: Row, index: int) -> Money | None:
    """The amount of a cell; None where it says none or cannot be one."""
    raw = row.value(index)
    if is_blank(raw) or sheet.sanity.wrong(row, index):
        return None
    # A kegiatan of hundreds of billions is none: where the heading says thousands over full amounts, these count.
    scale = 1 if index in sheet.sanity.overscaled else sheet.columns[index].scale
    read = parse_money(raw, scale=scale, style=sheet.style)
    if read.kind is QuantityKind.BLANK:
        return None
    return Money(raw, read.value)


def _plus(old: Money | None, new: Money) -> Money:
    if old is None:
        return new
    if old.rupiah is None or not new.rupiah:
        return old
    if not old.rupiah:
        return new
    return Money(f"{old.raw} + {new.raw}", old.rupiah + new.rupiah)
