"""Lead sentences: "... ditetapkan 4 (empat) misi, yaitu:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.statements.pipeline import cues, tools
from models.indicator import StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Span


def announced(sentence: Span, headed: StatementKind | None) -> tuple[StatementKind, int] | None:
    """The kind of the list that a lead sentence announces and where it stands; None when it is none or not one."""
    if cues(sentence, "DEFINITION"):
        return None
    kinds: dict[int, StatementKind] = {}
    for ent in sentence.ents:
        if ent.label_ == "KIND":
            kinds[ent.start] = StatementKind(ent.ent_id_)
    for start in sorted(kinds):  # "Sasaran Misi Kedua" announces sasaran
        if start - 1 in kinds:
            del kinds[start]
    if not kinds:
        plain = headed and len(sentence) <= 25 and not cues(sentence, "OTHER", "BLOCK")
        return (headed, sentence.start) if headed and plain else None
    scores = dict.fromkeys(kinds, 0.0)
    doc = sentence.doc
    joined: list[set[int]] = []
    for match, start, end in tools().announced(doc):
        name = doc.vocab.strings[match]
        if start < sentence.start or end > sentence.end:
            continue
        at = next((k for k in sorted(kinds, reverse=True) if start <= k < end), None)
        if at is None:
            continue
        if name == "JOINED":
            joined.append({k for k in kinds if start <= k < end})
        else:
            scores[at] += (
                {"COUNT": 4.0, "SETTING": 3.0, "TOWARD": -3.0}[name] if name != "TOWARD" or start < at else 0.0
            )
    for position, kind in kinds.items():
        quote = any(token.text in '“”"' for token in doc[position : position + 4])
        scores[position] += (2.0 if kind is headed else 0.0) - (4.0 if quote else 0.0)
    first, final = min(kinds), max(kinds)
    scores[final] += 1.0
    if first - sentence.start <= 1:
        scores[first] += 2.0
    best = max(scores, key=lambda k: (scores[k], k))
    around = doc[max(sentence.start, best - 6) : sentence.end]
    if scores[best] <= 0 or cues(around, "BLOCK"):
        return None
    if cues(around, "WEAK") and best - sentence.start > 1 and kinds[best] is not headed:
        return None
    partners = {kinds[k] for group in joined if best in group for k in group}
    return None if len(partners) > 1 else (kinds[best], best)


def is_lead(sentence: Span) -> bool:
    """Whether a sentence leaves what it announces to the lines that follow."""
    text = sentence.text.rstrip()
    if not text.endswith((":", ";", ",", ".")) and len(text.split()) < 4:
        return False
    tail = sentence[-6:]
    if text.endswith((":", ";")):
        return text.endswith(":") or cues(tail, "LEAD")
    return sentence[-1].ent_type_ == "LEAD" or (len(sentence) > 1 and sentence[-2].ent_type_ == "LEAD")


def points_at(sentence: Span, kind: StatementKind) -> bool:
    """Whether a sentence starts with a statement already given ("Misi tersebut ...", "Tujuan ini ...")."""
    said = [
        ent
        for ent in sentence.ents
        if ent.label_ == "KIND" and ent.ent_id_ == kind.value and ent.start == sentence.start
    ]
    return any(ent.end < len(sentence.doc) and sentence.doc[ent.end].lower_ in ("tersebut", "ini") for ent in said)
