"""The words of a statement: where it ends, whether it reads like a goal."""

from __future__ import annotations

import re
from functools import cache

from models.indicator import StatementKind
from models.lexicon import entries

MENTION = re.compile(
    r"\b(?:visi|misi|tujuan|sasaran|strategi|kebijakan|program (?:prioritas|unggulan|strategis))\b|\bindikator\b", re.I
)
"""Words without which a text announces nothing."""

_WORDS = (2, 70)
_NAME_WORDS = 16
_END = re.compile(r"(?<=[a-z)”\"])\.\s*(?=[A-Z“])")
_HANGER = re.compile(
    r",?\s+dengan\s+indikator\b.*$|,\s*dengan$"
    r"|[,;]\s*(?:dengan|melalui)\s+(?:tujuan|sasaran|strategi|arah)\b.*$"
    r"|\s+(?:dengan|melalui)\s+(?:tujuan|sasaran|strategi|arah kebijakan)\s*(?::.*)?$",
    re.I,
)
_RESULT = re.compile(r"\b(?:realisasi|target capaian|tingkat capaian)\b", re.I)
_CONNECTIVE = re.compile(
    r"(?:dengan|berdasarkan|berikut|untuk|dalam|adapun|sedangkan|selain|oleh karena|namun|sebagaimana)\b", re.I
)
_TAIL = re.compile(r"(?:[\s;,.:•]|\bdan\b|\bserta\b|\bdengan indikator\w*\b)+$", re.I)


def statement_text(text: str, kind: StatementKind) -> str | None:
    """A statement without quotation marks, closing punctuation and the sentences behind it."""
    words = text.strip()
    pattern = (
        r"[“”\"]\s*([^“”\"]{8,}?)\s*[”“\"]"
        if kind is StatementKind.VISI
        else r"^[“”\"'‘ ]+([^“”\"]{8,}?)[”“\"](?:\W|$)"
    )
    if quote := re.search(pattern, words):
        words = quote[1]
    words = _HANGER.sub("", _END.split(words)[0])
    if _RESULT.search(words) or _CONNECTIVE.match(words):
        return None
    words = _TAIL.sub("", words.strip(" “”\"'‘’")).strip(" “”\"'‘’")
    low, high = (3, 45) if kind is StatementKind.VISI else _WORDS
    if not low <= len(words.split()) <= high:
        return None
    if sum(c.isdigit() for c in words) > 0.25 * len(words) or not words[0].isalpha():
        return None
    return words


@cache
def _goal_start() -> re.Pattern[str]:
    patterns = "|".join(entry["pattern"] for entry in entries("statements", "goal_start"))
    return re.compile(rf"^[“”\"'‘ ]*(?:{patterns})\b", re.I)


def is_goal(text: str) -> bool:
    """Whether a text starts like a goal ("Meningkatnya ...")."""
    return _goal_start().match(text) is not None


def reads_like(text: str, kind: StatementKind) -> bool:
    """Whether a text reads like a statement of its kind: a goal, a name in the case of a program."""
    if kind is StatementKind.PROGRAM_PRIORITAS:
        return text[:1].isupper() and len(text.split()) <= _NAME_WORDS
    return is_goal(text)


def plain(text: str) -> str:
    """The words alone, to compare texts by."""
    return re.sub(r"\W+", " ", text.casefold()).strip()
