"""The number of a claim: digits with unit or scale behind them, and the same number in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.claims.words import alternatives, edge
from models.numerals import NumberStyle
from models.quantity import Quantity, QuantityKind, parse_money, parse_quantity
from models.spelled import read_spelled

_SCALE = re.compile(r"\s*(?:ribu|juta|mil[iy]ar|triliun|trilyun)\b", re.I)
_SPELLED = re.compile(r"\s*\(\s*([A-Za-z ]+?)\s*\)")
_UNIT = re.compile(r"\s*(%|persen\b|[A-Za-z][A-Za-z/³²]*)", re.I)
_NO_UNIT = re.compile(alternatives(edge("behind number, no unit")), re.I)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, and what its words say."""

    quantity: Quantity
    unit: str | None
    spelled: Decimal | None

    @property
    def doubt(self) -> str | None:
        """Indonesian words when digits and words differ, None when they agree or there are no words."""
        value = self.quantity.value
        if self.spelled is None or value is None or self.spelled == value:
            return None
        return f"angka {self.quantity.raw} berbeda dari bilangan dalam kurung ({self.spelled})"


def read_amount(digits: str, behind: str, money: bool) -> Amount | None:
    """Read a number.

    Args:
        digits: as printed, without "Rp".
        behind: the text that follows it.
        money: whether "Rp" stands before it.

    Returns:
        None when it is no number (a code, an account number).
    """
    words = _SPELLED.match(behind)
    spelled = read_spelled(words[1].removesuffix(" rupiah")) if words else None
    if words and spelled is not None:
        behind = behind[words.end() :]
    scale = _SCALE.match(behind)
    if money:
        read = parse_money(f"Rp{digits}{scale[0] if scale else ''}", style=NumberStyle.COMMA)
        return Amount(replace(read, unit="Rp"), "Rp", spelled) if _is_number(read) else None
    found = _UNIT.match(behind, scale.end() if scale else 0)
    unit = found[1] if found and not _NO_UNIT.fullmatch(found[1]) else None
    said = " ".join(part for part in ((scale[0].strip() if scale else ""), unit or "") if part) or None
    read = parse_quantity(digits, style=NumberStyle.COMMA, unit=said)
    return Amount(read, said, spelled) if _is_number(read) else None


def _is_number(read: Quantity) -> bool:
    return read.kind in (QuantityKind.NUMBER, QuantityKind.AMBIGUOUS)
