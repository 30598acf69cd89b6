"""Pages whose lines are no running text: figures with boxes side by side, turned pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layout import Layout
from extractors.prose import Unit
from extractors.statements.labels import many_labels

_SPOKEN = re.compile(r"[a-z]{3}\. [A-Z]|\b(?:adalah|berikut|yaitu)\s*:")


def crowded_pages(text: Sequence[Unit]) -> set[int]:
    """Pages with a figure whose boxes stand side by side, so that lines run across them."""
    pages = [unit.page for unit in text if unit.page is not None and many_labels(unit.text)]
    return {page for page in pages if pages.count(page) > 1}


def turned_pages(layout: Layout) -> set[int]:
    """Landscape pages of a portrait document: they hold tables and figures, also where no table was seen."""
    turned = {page.number for page in layout.pages if page.number is not None and page.width > page.height}
    if len(turned) >= 0.5 * len(layout.pages):
        return set()
    spoken = {
        page.number
        for page in layout.pages
        if page.number in turned and _SPOKEN.search(" ".join(paragraph.text for paragraph in page.paragraphs))
    }
    return turned - spoken
