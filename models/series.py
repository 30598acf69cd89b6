"""Neighbours decide: a value that can be read in two ways, beside values of the same row that cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.quantity import Quantity, QuantityKind

REACH = 10
"""A reading fits its neighbours when it is at most this many times smaller or greater than all of them.

The two readings of `9.154` differ by a factor of 1,000, so at most one of them can fit a narrow row.
"""


def settle(cells: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Settle ambiguous cells of one row (or one money column) by the certain numbers among them.

    A cell becomes a NUMBER, with a note that says so, when exactly one of its readings fits. Cells without a
    second reading (slips such as `87-35`) and rows without a certain number stay as they are.

    Args:
        cells: the values of one indicator over the years, or of one column, in one unit.

    Returns:
        The same cells in the same order.
    """
    before = tuple(cells)
    while certain := [abs(cell.value) for cell in before if cell.value]:
        least, most = min(certain) / REACH, max(certain) * REACH
        after = tuple(_settled(cell, least, most) for cell in before)
        if after == before:
            break
        before = after  # what is settled now is a neighbour of the others
    return before


def _settled(cell: Quantity, least: Decimal, most: Decimal) -> Quantity:
    if cell.kind is not QuantityKind.AMBIGUOUS or len(cell.alternatives) < 2:
        return cell
    fitting = [reading for reading in cell.alternatives if least <= abs(reading) <= most]
    if len(fitting) != 1:
        return cell
    exponent = fitting[0].as_tuple().exponent
    return replace(
        cell,
        kind=QuantityKind.NUMBER,
        value=fitting[0],
        alternatives=(),
        decimals=max(0, -exponent) if isinstance(exponent, int) else 0,
        note="dibaca menurut nilai lain di barisnya",
    )
