"""Labels that a text starts with: "Misi Kedua :", "Tujuan Misi Pertama", "Sasaran 1.2"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.statements.pipeline import tools
from models.indicator import StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MANY_LABELS = re.compile(r"\b(?:visi|misi|tujuan|sasaran|strategi|outcome)\s+[\dIVX.]+\s*:", re.I)


@dataclass(frozen=True, slots=True)
class Label:
    """A kind with its number, the text behind it, and the statement above that it names."""

    kind: StatementKind
    number: str | None
    rest: str
    closed: bool
    """Whether a colon (or number) parts the label from its text."""
    parent: tuple[StatementKind, str | None] | None = None


def read_label(doc: Doc) -> Label | None:
    """The label a text starts with, with the text behind it."""
    spans = [doc[start:end] for _, start, end in tools().label(doc) if start == 0]
    if not spans:
        return None
    span = max(spans, key=len)
    kinds: list[tuple[StatementKind, str | None]] = []
    last = -1
    for token in span:
        if token.ent_type_ == "KIND":
            if not kinds or token.i != last + 1 or token.ent_iob_ == "B":
                kinds.append((StatementKind(token.ent_id_), None))
            last = token.i
        elif (number := _number(token.text, token.ent_type_, token.ent_id_)) and kinds and kinds[-1][1] is None:
            kinds[-1] = (kinds[-1][0], number)
    (kind, number), parent = kinds[0], kinds[1] if len(kinds) > 1 else None
    colon = any(token.text == ":" for token in span) or (span.end < len(doc) and doc[span.end].text == ":")
    rest = doc[span.end :].text.lstrip(" :–-")
    spoken = number is not None or (parent is not None and parent[1] is not None)
    if not colon and not spoken and rest:
        return None
    return Label(kind, number, rest, colon or spoken, parent)


def _number(text: str, cue: str, ident: str) -> str | None:
    if cue == "ORDINAL":
        return ident
    match = re.fullmatch(r"(\d{1,2}(?:\.\d{1,2})*)\.?", text)
    return match[1] if match else None


def many_labels(text: str) -> bool:
    """Whether several numbered labels stand in one text: boxes of a figure, read across."""
    return len(_MANY_LABELS.findall(text)) > 1
