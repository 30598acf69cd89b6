"""Remarks on a row: the columns that hold them."""

from __future__ import annotations

from extractors.tables.columns import Column, Role
from extractors.tables.text import squeeze
from models.lexicon import entries


def is_note(column: Column) -> bool:
    """A column for remarks on the row: `Catatan Penting`, `Keterangan`."""
    (words,) = entries("headers", "note")
    heading = squeeze(column.text.split(" > ")[-1])
    return column.role is Role.IGNORE and column.aside is None and heading in words["headings"]
