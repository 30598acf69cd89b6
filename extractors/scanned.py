"""Facts read from scanned pages: less sure, and said so. Findings that rest on them are only to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from extractors.layout import Layout
from extractors.rechecks import misread_sums, odd_values
from models.claim import NumericClaim
from models.comparison import Comparison
from models.evidence import Box
from models.indicator import Indicator, PlanItem, Statement

CONFIDENCE = 0.55
"""Below what makes a finding certain (0.6): a digit misread in both readings cannot be excluded."""
ODD = 0.4
"""The same where a number does not fit those beside it."""
READ = "dibaca dari hasil pindaian (OCR); periksa angkanya pada halaman itu"
UNREAD = "ada angka di baris ini yang tidak terbaca pasti dari pindaian dan dikosongkan"
Fact = TypeVar("Fact", PlanItem, Statement, NumericClaim, Comparison)


def with_doubts(layout: Layout, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Indicators of scanned pages with lower confidence and the doubt in words."""
    unread = _scanned(layout)
    made = []
    for indicator in indicators:
        areas = unread.get(indicator.evidence.page)
        if areas is not None:
            missing = [UNREAD] if any(_same_row(indicator.evidence.box, area) for area in areas) else []
            odd = odd_values(indicator)
            indicator = replace(
                indicator,
                confidence=min(indicator.confidence, ODD if odd else CONFIDENCE),
                doubts=(*indicator.doubts, READ, *missing, *odd),
            )
        made.append(indicator)
    return tuple(made)


def sums_checked(layout: Layout, items: Sequence[PlanItem]) -> tuple[PlanItem, ...]:
    """Plan items, those of scanned pages with lower confidence, lowest where a sum fails by a digit or two."""
    pages = _scanned(layout)
    places = [place for place, item in enumerate(items) if item.evidence.page in pages]
    wrong = misread_sums([items[place] for place in places])
    doubtful = {places[place] for place in wrong}
    return tuple(
        replace(item, confidence=min(item.confidence, ODD)) if place in doubtful else item
        for place, item in enumerate(less_sure(layout, items))
    )


def less_sure(layout: Layout, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Plan items, statements, claims or rows of two sides, those of scanned pages with lower confidence."""
    pages = _scanned(layout)
    return tuple(
        replace(fact, confidence=min(fact.confidence, CONFIDENCE)) if fact.evidence.page in pages else fact
        for fact in facts
    )


def _scanned(layout: Layout) -> dict[int | None, tuple[Box, ...]]:
    return {page.number: page.unread for page in layout.pages if page.reader == "ocr"}


def _same_row(box: Box | None, area: Box) -> bool:
    return box is not None and min(box[3], area[3]) - max(box[1], area[1]) > 2
