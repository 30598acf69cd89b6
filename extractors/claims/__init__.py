"""Numbers that the prose claims: "terdiri dari 12 (dua belas) program", "sebesar 5,20 persen".

`spelling` makes money plain, `pipeline` finds numbers by the cues of `models/lexicon/claims.toml`, `amounts` reads the
number with its unit and words, `wording` tells what is measured, for which year, and whether it is a target; `reader`
puts them together.
"""

from __future__ import annotations

import re

from extractors.claims.reader import read_unit
from extractors.claims.words import alternatives
from extractors.layout import Layout
from extractors.prose import Form, units
from extractors.statements.pages import crowded_pages, turned_pages
from models.claim import NumericClaim
from models.lexicon import entries


def _cues(label: str) -> str:
    return alternatives(p for entry in entries("claims", "cue") if entry["cue"] == label for p in entry["phrases"])


_WORTH_READING = re.compile(
    rf"\b{_cues('CONNECT')}\b(?:[^.]|Rp\s?\.){{0,40}}\d"
    rf"|\d+\s*(?:\([A-Za-z ]+\)\s*)?(?:buah\s+)?{_cues('COUNTED')}\b",
    re.I,
)
"""Most paragraphs claim nothing; they are not parsed."""


def read_claims(layout: Layout) -> tuple[NumericClaim, ...]:
    """Numbers claimed in running text, in reading order; figures and turned pages are left out."""
    text = list(units(layout))
    left_out = crowded_pages(text) | turned_pages(layout)
    return tuple(
        claim
        for unit in text
        if unit.form in (Form.TEXT, Form.ITEM) and unit.page not in left_out and _WORTH_READING.search(unit.text)
        for claim in read_unit(unit, layout.file)
    )


__all__ = ["read_claims"]
