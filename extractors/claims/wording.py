"""What a sentence says about a claimed number: the thing measured, its year, target or realisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.claims.words import alternatives, edge
from models.claim import ClaimRole
from models.lexicon import entries

if TYPE_CHECKING:
    from spacy.tokens import Span

_MONTHS = alternatives(word for entry in entries("values", "month") for word in entry["words"])
_YEAR = re.compile(rf"\b(?:tahun|th\.?|{_MONTHS})\s+(20\d\d)\b(?!\s*[-–])", re.I)
_YEAR_PHRASE = re.compile(r"\s*\b(?:pada|di|dalam|untuk|sampai)?\s*(?:akhir\s+)?tahun\s+20\d\d\b\s*", re.I)
_LEADING = re.compile(rf"^(?:{alternatives(edge('before name'))}\s+)+", re.I)
_TRAILING = re.compile(rf"(?:\s+{alternatives(edge('behind name'))})+$", re.I)
_BEFORE_AMOUNT = frozenset(edge("before number"))
_MOST_WORDS = 16


def measured_before(sentence: Span, at: int) -> str | None:
    """The noun phrase that ends before token `at` of the document; None when there is none to speak of."""
    start = at
    while start > sentence.start and sentence.doc[start - 1].lower_ in _BEFORE_AMOUNT:
        start -= 1  # "... adalah sebesar", "... dengan capaian sebesar"
    at = start
    while start > sentence.start and at - start < _MOST_WORDS:
        token = sentence.doc[start - 1]
        if token.text == "," and not _YEAR_PHRASE.sub("", sentence.doc[start:at].text).strip():
            at = start = start - 1  # "... produksi kopi, pada tahun 2026 sebesar"
            continue
        if token.text in ',;:.()“”"•' or token.ent_type_ in ("CLAUSE", "CONNECT") or _is_amount(token.text):
            break
        start -= 1
    words = _YEAR_PHRASE.sub(" ", sentence.doc[start:at].text).strip()
    words = _TRAILING.sub("", _LEADING.sub("", words + " ").strip()).strip(" -–")
    return words if len(words) > 3 and any(char.isalpha() for char in words) else None


def _is_amount(text: str) -> bool:
    """Whether a token is another number than a year: what stands before it is measured by that."""
    return text[0].isdigit() and not re.fullmatch(r"20\d\d", text)


def year_of(before: str, behind: str) -> int | None:
    """The year given to a number: the next one behind it, else the only one before it."""
    if (after := _YEAR.search(behind[:60])) and not re.search(r"\d[.,]?\d", behind[: after.start()]):
        return int(after[1])
    years = {int(year) for year in _YEAR.findall(before)}
    return years.pop() if len(years) == 1 else None


def role_of(sentence: Span, at: int) -> ClaimRole | None:
    """Target or realisation, by the nearest such word before token `at` and behind the number before it."""
    for token in reversed(sentence.doc[sentence.start : at]):
        if token.ent_type_ == "TARGET":
            return ClaimRole.TARGET
        if token.ent_type_ == "REALISATION":
            return ClaimRole.REALISATION
        if token.like_num and not (len(token.text) == 4 and token.text.startswith("20")):
            return None
    return None
