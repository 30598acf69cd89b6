"""The code of a row, printed in one column or in several narrow ones."""

from __future__ import annotations

import re

from extractors.tables.columns import Role
from extractors.tables.rows import Row
from extractors.tables.sheet import Sheet
from extractors.tables.text import line_texts
from models.codes import join_columns

_CODE_PART = re.compile(r"[\dXx]{1,6}(?:\.[\dXx]{1,4})*")
"""One of several code columns: `02`, or two groups in one column as `2.01`."""


def printed_code(sheet: Sheet, row: Row, above: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of the row's code, none when it prints none.

    Args:
        sheet: the table of the row.
        row: the row.
        above: parts of the code above, which stand for those that the row leaves out.
    """
    for index, column in enumerate(sheet.columns):
        part = row.parts.get(index)
        if part is None or part.blank or column.role not in (Role.CODE, Role.NO, Role.UNKNOWN):
            continue
        if column.role is Role.UNKNOWN and index > min([*sheet.names, 99]):
            continue
        pieces = part.pieces if len(part.pieces) > 1 else ()
        if pieces:
            parts = join_columns([p.replace("\n", "") for p in pieces], above)
        else:
            text = "".join(line_texts(part.lines)).replace(" ", "").strip(".")
            if column.role is not Role.CODE and "." not in text:
                continue
            parts = tuple(p for p in text.split(".") if p)
        if parts and all(_CODE_PART.fullmatch(p) for p in parts):
            return parts
    return ()


def code_depth(sheet: Sheet, row: Row, parts: tuple[str, ...]) -> int:
    """How deep a code is: in narrow columns the place of its last part, else the number of its parts."""
    if not parts:
        return 0
    for index, column in enumerate(sheet.columns):
        part = row.parts.get(index)
        if part is not None and column.role in (Role.CODE, Role.NO) and len(part.pieces) > 1 and not part.blank:
            return max(place for place, piece in enumerate(part.pieces, 1) if piece.strip())
    return len(parts)
