"""Indonesian numbers in words: "dua puluh delapan" is 28."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from models import lexicon


def read_spelled(text: str) -> Decimal | None:
    """The number that the words say, None when they say none."""
    total = group = last = 0
    words = text.casefold().split()
    for word in words:
        meaning = _words().get(word)
        if meaning is None:
            return None
        role, value = meaning
        if role == "satuan":
            last = value
        elif role == "tambah":  # sebelas, belas, sepuluh, seratus: stands for itself or lifts the digit before it
            group += value + last
            last = 0
        elif role == "kali":
            group += (last or 1) * value
            last = 0
        else:
            total += (group + last or 1) * value
            group = last = 0
    return Decimal(total + group + last) if words else None


@cache
def _words() -> Mapping[str, tuple[str, int]]:
    return {entry["word"]: (entry["role"], entry["value"]) for entry in lexicon.entries("claims", "numeral")}
