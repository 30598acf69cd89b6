"""Goal statements as they are compared: each once, its words taken apart as names of indicators are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from alignment.normalise import NameParts, Token, parts_with
from alignment.statement_rules import generic, lead_weight, leads
from models.indicator import Statement, StatementKind

SURE = 0.5
"""Statements read with less confidence are not aligned: they may be those of another plan."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One goal statement as it is compared; `parent` is the text of the statement above it."""

    id: str
    kind: StatementKind
    text: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """The different statements of a document; `rows` and `parts` go together."""

    rows: list[StatementRow]
    parts: list[NameParts]
    place: dict[str, int]
    """Id of a statement, also of one that is printed again -> its place in `rows`."""

    def of(self, kind: StatementKind, used: Iterable[int] = ()) -> list[int]:
        """Places of the statements of a kind that are not `used`."""
        taken = set(used)
        return [i for i, row in enumerate(self.rows) if row.kind is kind and i not in taken]


def goal_rows(statements: Iterable[tuple[str, Statement]], judged: Collection[str] = ()) -> list[StatementRow]:
    """The statements of a document that are sure enough to be compared, or that a reviewer linked (`judged`: ids)."""
    return [
        StatementRow(id_, s.kind, s.text, s.parent) for id_, s in statements if s.confidence >= SURE or id_ in judged
    ]


def side_of(rows: Sequence[StatementRow], glossary: tuple[tuple[str, str], ...], judged: Collection[str] = ()) -> Side:
    """Each different statement once, the one whose parent is known where there is a choice."""
    once: dict[tuple[StatementKind, str], int] = {}
    side = Side([], [], {})
    for row in rows:
        parts = _parts(row.text, glossary)
        if sum(token.weight for token in parts.tokens) < 1 and row.id not in judged:
            continue  # a verb alone: the rest was lost
        place = once.setdefault((row.kind, "".join(filter(str.isalnum, row.text.casefold()))), len(side.rows))
        side.place[row.id] = place
        if place == len(side.rows):
            side.rows.append(row)
            side.parts.append(parts)
        elif side.rows[place].parent is None and row.parent is not None:
            side.rows[place] = replace(side.rows[place], parent=row.parent)
    return side


@lru_cache(maxsize=65536)
def _parts(text: str, glossary: tuple[tuple[str, str], ...]) -> NameParts:
    """A statement's words; verb and measure, set apart in names of indicators, are words of it like others."""
    parts = parts_with(text, None, glossary)
    held = {token.word for token in parts.tokens}
    front = [
        Token(word, generic().get(word, 1.0), False)
        for word in (parts.verb, parts.measure)
        if word is not None and word not in held
    ]
    tokens, concepts = (_lighter((*front, *side)) for side in (parts.tokens, parts.concepts))
    lead = tokens[0].word if tokens else ""
    return replace(
        parts,
        tokens=tokens,
        concepts=concepts,
        verb=None,
        measure=None,
        concept_measure=(None, None),
        change=leads().get(lead) or None,
        clauses=(),
    )


def _lighter(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The verb in front says less than the rest."""
    if len(tokens) < 2 or tokens[0].word not in leads():
        return tokens
    return tokens[0]._replace(weight=tokens[0].weight * lead_weight()), *tokens[1:]
