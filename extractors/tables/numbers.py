"""Value cells as one text: numbers and words that a narrow column broke (`27.913.23` + `0`, `Meningka` + `t`) whole.

The line's shape tells (thousands in groups of three, one decimal mark); where it does not, the page does: a break
inside a number happens only where not one digit more would have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layout import Line
from models.evidence import Box

_NUMBER = re.compile(r"(?:Rp\.?\s*)?-?[\d.,]+")
_REST = re.compile(r"(\d{1,3})((?:[.,]\d+)*)%?(?:\s+\D.*)?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?|\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?")
"""An amount whose thousands stand in groups of three."""
_BEGUN = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?:\1\d{0,2}|,)")
"""The begin of such an amount: a group of three, then a group that is not whole."""
_DECIMALS = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d")
_WORD_END = re.compile(r"(?:.*[\s/])?[A-Za-z]*[a-z]{3}")
_WORD_REST = re.compile(r"(?!(?:dan|per|di|ke|kg|ha|km|kk|rt)\b)[a-z]{1,3}(?![\w/])")
_MARGIN = 9.0
"""Points that a cell leaves free beside its text, both sides together."""


def value_text(lines: Sequence[Line], box: Box | None = None, *, money: bool = False) -> str:
    """The lines of a value cell as one text.

    Args:
        lines: printed lines, top to bottom.
        box: area of the cell, None where there is none (DOCX).
        money: the cell holds amounts: two lines that make one of groups of three are one (`69.51`, `1.995`).
    """
    text = ""
    before: Line | None = None
    for line in lines:
        part = " ".join(line.text.split())
        if not part:
            continue
        if before is None:
            text = part
        else:
            if re.search(r"[a-z]{2}-$", text) and re.match(r"[a-z]{2}", part):
                text, before = text[:-1] + part, line
                continue
            whole = money and _GROUPED.fullmatch(text + part) and not _GROUPED.fullmatch(text)
            text += part if whole or goes_on(before, line, box) else f" {part}"
        before = line
    return text


def goes_on(left: Line, right: Line, box: Box | None = None) -> bool:
    """Does the number at the start of `right` go on with the one that ends `left`, or the last letters of a word?"""
    one, other = " ".join(left.text.split()), " ".join(right.text.split())
    if _WORD_END.fullmatch(one) and _WORD_REST.match(other):
        return _full(left, box)
    if re.search(r"[A-Za-z]\s?/\d{1,3}$", one) and re.match(r"\d{1,2}\s+[A-Za-z]", other):
        return other[0] == "0" or _full(left, box)
    if not one or not other or not _NUMBER.fullmatch(one) or other[0] not in "0123456789.,%":
        return False
    if one[-1] in ".," or other[0] in ".,%":
        return True
    if ends_amount(one, other):
        return True
    rest = _REST.fullmatch(other)
    if rest is None:
        return False
    group = re.search(r"[.,](\d{1,2})$", one)
    if group is not None and not rest[2]:
        whole = len(group[1]) + len(rest[1])
        if group[1] == rest[1] == "0":
            return True
        if whole == 3 and len(re.findall(r"[.,]", one)) >= 2:
            return True
        if whole == 2 and _DECIMALS.fullmatch(one):
            return True
    return _full(left, box) and len(rest[1]) <= 2


def ends_amount(left: str, right: str) -> bool:
    """Do both together make an amount in groups of three that the left one alone is not (`47.495.500.0` and `00`)?"""
    return _BEGUN.fullmatch(left) is not None and _GROUPED.fullmatch(left + right) is not None


def _full(line: Line, box: Box | None) -> bool:
    """No digit more fits beside the line."""
    if line.box is None or box is None or len(line.text.strip()) < 4:
        return False
    width = line.box[2] - line.box[0]
    return width + width / len(line.text.strip()) > box[2] - box[0] - _MARGIN
