"""Whether two value cells say the same."""

from __future__ import annotations

from decimal import Decimal

from models.quantity import Quantity, QuantityKind, rank


def agree(left: Quantity, right: Quantity) -> bool | None:
    """Whether two values agree, None when they cannot be held against each other.

    Numbers agree when they are equal after rounding to the coarser of the two printed precisions, so `92`, `92,0`
    and `92,04` agree. A number inside a range, and a reading among several, leave it open. Words agree by their
    rung on an ordinal scale (`WTP` and `Wajar Tanpa Pengecualian`), else by their letters. Units are not looked at.
    """
    kinds = {left.kind, right.kind}
    if kinds == {QuantityKind.NUMBER} and left.value is not None and right.value is not None:
        return _same_number(left.value, right.value, min(left.decimals, right.decimals))
    if len(kinds) == 1 and kinds <= {QuantityKind.RANGE, QuantityKind.RATIO}:
        return (left.low, left.high) == (right.low, right.high)
    if kinds == {QuantityKind.WORD}:
        return _same_word(left.raw, right.raw)
    return None


def _same_number(left: Decimal, right: Decimal, decimals: int) -> bool:
    if left == right:
        return True
    step = Decimal(1).scaleb(-decimals)
    return abs(left - right) <= step / 2 and _rounded(left, step) == _rounded(right, step)


def _rounded(value: Decimal, step: Decimal) -> int:
    """Number of whole steps, halves away from zero, as offices round."""
    steps = value / step
    whole = int(abs(steps) + Decimal("0.5"))
    return whole if steps >= 0 else -whole


def _same_word(left: str, right: str) -> bool:
    a, b = rank(left), rank(right)
    if a and b and a[0] == b[0]:
        return a[1] == b[1]
    return _letters(left) == _letters(right)


def _letters(text: str) -> str:
    return "".join(ch for ch in text.casefold() if ch.isalnum())
