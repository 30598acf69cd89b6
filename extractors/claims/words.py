"""Words of `models/lexicon/claims.toml` as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.lexicon import entries


def edge(at: str) -> tuple[str, ...]:
    """The words that may stand at this edge of a claim (group `edge`)."""
    return tuple(word for entry in entries("claims", "edge") if entry["at"] == at for word in entry["words"])


def alternatives(words: Iterable[str]) -> str:
    """A pattern (one group, not capturing) for any of these words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
