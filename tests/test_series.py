"""Ambiguous values beside certain ones."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.quantity import Quantity, QuantityKind, parse_money, parse_quantity
from models.series import settle


def read(*cells: str) -> tuple[Quantity, ...]:
    return settle([parse_quantity(cell) for cell in cells])


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["950", "980", "1.050", "1.150"], ["950", "980", "1050", "1150"]),
        (["8,95", "9,05", "9,154"], ["8.95", "9.05", "9.154"]),
        (["3.427.900", "293.840", "1.500.000"], ["3427900", "293840", "1500000"]),
    ],
)
def test_neighbours_settle(cells: list[str], values: list[str]) -> None:
    assert [cell.value for cell in read(*cells)] == [Decimal(value) for value in values]
    assert any(cell.note for cell in read(*cells))


@pytest.mark.parametrize("cells", [["1.050", "1.150"], ["1", "1.050", "900"], ["86,35", "87-35"], ["-", "9.154"]])
def test_what_neighbours_do_not_settle_stays(cells: list[str]) -> None:
    before = [parse_quantity(cell) for cell in cells]
    assert list(settle(before)) == before
    assert any(cell.kind is QuantityKind.AMBIGUOUS for cell in before)


def test_money_in_millions() -> None:
    cells = [parse_money(cell, scale=1_000_000) for cell in ("950", "1.700", "12.060")]
    assert [cell.value for cell in settle(cells)] == [950_000_000, 1_700_000_000, 12_060_000_000]
