"""Longer passages of the prose, kept so that a later run can find where two documents say the same."""

from __future__ import annotations

from extractors.layout import Layout
from extractors.prose import Form, units
from models.evidence import Evidence

LEAST_WORDS = 20
"""A shorter passage says too little to be somebody's own."""


def read_passages(layout: Layout) -> tuple[Evidence, ...]:
    """Paragraphs and list items of the prose with at least `LEAST_WORDS` words, in reading order.

    The quote is the whole passage. Word has no pages: there the row counts the passages of the file.
    """
    found = [unit for unit in units(layout) if unit.form in (Form.TEXT, Form.ITEM) and _words(unit.text) >= LEAST_WORDS]
    file = layout.file
    return tuple(
        Evidence(file.sha256, file.name, unit.page, row=None if unit.page else place, box=unit.box, quote=unit.text)
        for place, unit in enumerate(found, 1)
    )


def _words(text: str) -> int:
    return len(text.split())
