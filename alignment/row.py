"""What alignment knows about one indicator, whatever it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from models.indicator import Context, Indicator

NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True)
class AlignRow:
    """One indicator as it is compared.

    Attributes:
        id: what links refer to.
        name, unit: as printed.
        level: `models.indicator.Level` value, None when unknown.
        code: nomenclature code as printed.
        opd: key of the office (`alignment.offices.office_keys`), None when none is named.
        context: statements and items that the row stands under.
        targets: number per year, None where the cell has no number.
        budgets: rupiah per year.
        table: caption of the table; with the level it tells the tables of one document apart.
        reference: key of the official indicator that it is (`alignment.references`), None when it is none or no list is
            loaded.
    """

    id: str
    name: str
    unit: str | None = None
    level: str | None = None
    code: str | None = None
    opd: str | None = None
    context: Context = NO_CONTEXT
    targets: Mapping[int, Decimal | None] = field(default_factory=dict)
    budgets: Mapping[int, Decimal | None] = field(default_factory=dict)
    table: str | None = None
    reference: str | None = None


def row_of(indicator: Indicator, row_id: str, opd: str | None, reference: str | None = None) -> AlignRow:
    """The row of an extracted indicator; `opd` is the key of its office or of its document's."""
    return AlignRow(
        id=row_id,
        name=indicator.name,
        unit=indicator.unit,
        level=indicator.level.value if indicator.level else None,
        code=indicator.code,
        opd=opd,
        context=indicator.context,
        targets={year: cell.value for year, cell in indicator.targets.items()},
        budgets={year: money.rupiah for year, money in indicator.budgets.items()},
        table=indicator.caption,
        reference=reference,
    )


def row_of_record(record: Mapping[str, Any], opd: str | None = None) -> AlignRow:
    """The row of a record in the shape that `selaras extract` prints, with an `id`.

    Fields that are missing, null or of another type count as not printed: a record is never refused for them.
    """
    context = _mapping(record.get("context"))
    return AlignRow(
        id=str(record["id"]),
        name=_text(record.get("indicator")) or "",
        unit=_text(record.get("unit")),
        level=_text(record.get("level")),
        code=_text(record.get("code")),
        opd=opd,
        context=Context(**{name: _text(context.get(name)) for name in Context.__slots__}),
        targets=_by_year(record.get("targets"), "value"),
        budgets=_by_year(record.get("budgets"), "rupiah"),
        table=_text(record.get("caption")),
    )


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _by_year(cells: object, key: str) -> dict[int, Decimal | None]:
    return {
        int(year): _number(_mapping(cell).get(key)) for year, cell in _mapping(cells).items() if str(year).isdecimal()
    }


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
