"""Facts read from scanned pages: less sure, and said so. Findings that rest on them are only to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from extractors.layout import Layout
from models.claim import NumericClaim
from models.evidence import Box
from models.indicator import Indicator, PlanItem, Statement

CONFIDENCE = 0.55
"""Below what makes a finding certain (0.6): a digit misread in both readings cannot be excluded."""
READ = "dibaca dari hasil pindaian (OCR); periksa angkanya pada halaman itu"
UNREAD = "ada angka di baris ini yang tidak terbaca pasti dari pindaian dan dikosongkan"
Fact = TypeVar("Fact", PlanItem, Statement, NumericClaim)


def with_doubts(layout: Layout, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Indicators of scanned pages with lower confidence and the doubt in words."""
    unread = _scanned(layout)
    made = []
    for indicator in indicators:
        areas = unread.get(indicator.evidence.page)
        if areas is not None:
            missing = [UNREAD] if any(_same_row(indicator.evidence.box, area) for area in areas) else []
            indicator = replace(
                indicator,
                confidence=min(indicator.confidence, CONFIDENCE),
                doubts=(*indicator.doubts, READ, *missing),
            )
        made.append(indicator)
    return tuple(made)


def less_sure(layout: Layout, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Plan items, statements or claims, those of scanned pages with lower confidence."""
    pages = _scanned(layout)
    return tuple(
        replace(fact, confidence=min(fact.confidence, CONFIDENCE)) if fact.evidence.page in pages else fact
        for fact in facts
    )


def _scanned(layout: Layout) -> dict[int | None, tuple[Box, ...]]:
    return {page.number: page.unread for page in layout.pages if page.reader == "ocr"}


def _same_row(box: Box | None, area: Box) -> bool:
    return box is not None and min(box[3], area[3]) - max(box[1], area[1]) > 2
