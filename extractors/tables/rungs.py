"""The rows of a table's name column on the ladder: which of them names a program, a kegiatan, a sub kegiatan."""

from __future__ import annotations

from decimal import Decimal

from extractors.tables.codes import code_depth, printed_code
from extractors.tables.columns import MONEY, Role
from extractors.tables.labels import GOAL_ROW, OFFICE_LABEL, OUTCOME
from extractors.tables.ladder import Ladder, NameRow
from extractors.tables.rows import Row
from extractors.tables.sheet import Sheet
from extractors.tables.text import is_blank, list_number, strip_list_number
from models.codes import split_code
from models.indicator import ItemLevel
from models.quantity import parse_money

_AMOUNTS = 4
"""Columns of money whose sums tell parents from children."""


def row_levels(sheet: Sheet) -> dict[int, ItemLevel]:
    """Level of each row that names something in the ladder column, by the row's place in the sheet."""
    column = next((i for i in sheet.names if sheet.columns[i].role is Role.NAME), None)
    if column is None:
        return {}
    ladder = Ladder(sheet.columns[column].rungs)
    places: list[int] = []
    above: tuple[str, ...] = ()
    for place, row in enumerate(sheet.rows):
        text = sheet.joined(row, column)
        parts = printed_code(sheet, row, above)
        if parts:
            above = parts
        if not text or is_blank(text) or GOAL_ROW.match(text) or OUTCOME.match(text):
            continue
        ladder.rows.append(_name_row(sheet, row, text, parts))
        places.append(place)
    ladder.settle()
    return {place: named.level for place, named in zip(places, ladder.rows, strict=True) if named.level is not None}


def _name_row(sheet: Sheet, row: Row, text: str, parts: tuple[str, ...]) -> NameRow:
    inline, rest = split_code(OFFICE_LABEL.sub("", text))
    money = [i for i, c in enumerate(sheet.columns) if c.role in MONEY][:_AMOUNTS]
    return NameRow(
        text=strip_list_number(rest),
        code=".".join(parts) or inline,
        depth=code_depth(sheet, row, parts) or len((inline or "").split(".")) * bool(inline),
        bold=row.bold,
        fill=row.fill,
        numbered=list_number(text),
        amounts=tuple(_amount(sheet, row, i) for i in money),
        has_indicator=any(
            not row.parts[i].blank and not is_blank(sheet.joined(row, i)) for i in sheet.indicators if i in row.parts
        ),
    )


def _amount(sheet: Sheet, row: Row, index: int) -> Decimal:
    return parse_money(row.value(index), style=sheet.style).value or Decimal(0)
