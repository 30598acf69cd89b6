"""Visions in quotation marks inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.statements.pipeline import tools

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def quoted_visions(doc: Doc) -> Iterator[tuple[Span, str]]:
    """What is quoted right behind "visi", "yaitu" or a colon.

    Yields:
        The words that lead to it, opening mark included, and what is quoted.
    """
    for _, _, end in tools().quoted(doc):
        inside = re.match(r"([^“”\"]{12,400})[“”\"]", doc[end:].text)
        start = max(doc[end - 1].sent.start, end - 75)
        before = doc[start:end]
        kinds = [ent for ent in before.ents if ent.label_ in ("KIND", "OTHER")]
        if not inside or not kinds or kinds[-1].ent_id_ != "visi":
            continue
        if any(token.text in '“”"' for token in doc[kinds[-1].end : end - 1]):
            continue
        yield before, inside[1]
