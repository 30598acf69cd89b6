"""What a reviewer decided about two indicators or goal statements: the answer, who, when and why, and the texts.

A decision knows its sides by their words, never by a run's ids: the same words in tomorrow's run are the same
side, other words are another side, and the decision does not speak of those.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields
from enum import StrEnum

from models.document import Document
from models.ids import content_id
from models.indicator import Indicator, Statement


class Answer(StrEnum):
    """What a reviewer says of a pair. YES leaves the relation to what differs in writing."""

    YES = "ya"
    SAME = "sama"
    CHANGED = "berubah"
    UNSURE = "perlu diperiksa"
    NO = "tidak"
    WITHDRAWN = "cabut"
    """An earlier answer no longer counts: the machine decides again."""


class Subject(StrEnum):
    """What a decision is about."""

    INDICATOR = "indikator"
    STATEMENT = "pernyataan"


@dataclass(frozen=True, slots=True)
class Side:
    """One indicator or goal statement in its document, in printed words; None where nothing is printed.

    The stage of the document is left out (what was decided on a draft holds for the plan in force while the words
    stay), and so are values: a changed target makes no other indicator. Of a goal statement only its kind and its words
    count: its number and what stands above it are often read from another table the next time.

    Attributes:
        kind, region, opd: of the document.
        years: "2025-2029" or "2026".
        level: what an indicator measures; the kind of a statement ("sasaran").
        code, name, unit: as printed; `name` is the text of a statement.
        responsible: OPD or unit named in the row.
        parents: statements and items above the row, "tujuan: ... > sasaran: ...".
    """

    kind: str | None
    region: str | None
    opd: str | None
    years: str | None
    level: str | None
    code: str | None
    name: str | None
    unit: str | None
    responsible: str | None
    parents: str | None
    subject: Subject = Subject.INDICATOR

    @property
    def document(self) -> tuple[str, ...]:
        """What says which document it is."""
        return tuple(folded(part) for part in (self.kind, self.region, self.opd, self.years))

    @property
    def key(self) -> tuple[str, ...]:
        """What must be equal for two sides to be the same: all words, however they are set.

        An indicator's is without its subject: decisions from before there were others keep their ids.
        """
        words = tuple(folded(getattr(self, field.name)) for field in fields(self) if field.name != "subject")
        return words if self.subject is Subject.INDICATOR else (*words, self.subject.value)


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer about two sides.

    Attributes:
        left, right: the indicator or statement of the upper (or earlier) and of the lower (or later) document.
        answer, reason: what was decided and why.
        by: who decided.
        at: when, UTC, ISO 8601 to the second.
    """

    left: Side
    right: Side
    answer: Answer
    reason: str
    by: str
    at: str

    @property
    def subject(self) -> Subject:
        """What the decision is about."""
        return self.left.subject

    @property
    def pair(self) -> str:
        """Id of the two sides: all decisions about the same words have the same."""
        return content_id("s", *self.left.key, *self.right.key)

    @property
    def id(self) -> str:
        """Id of the decision."""
        return content_id("r", self.pair, self.answer, self.reason, self.by, self.at)


class Standing(StrEnum):
    """What a decision means for a run."""

    IN_FORCE = "berlaku"
    STALE = "usang"
    """A side's words are no longer in its document: shown, not applied."""
    NOT_MET = "tidak dibandingkan"
    """The run does not hold these two documents against each other."""
    REPLACED = "diganti"
    """A later decision speaks of the same pair, or of the words that took its place."""
    WITHDRAWN = "dicabut"


@dataclass(frozen=True, slots=True)
class Held:
    """A decision held against a run.

    Attributes:
        decision: what was decided.
        standing: what it means for this run.
        note: Indonesian: why it is not in force; for stale ones what the text was and is.
        left, right: ids of the indicators or statements, None where a side was not found.
        left_now, right_now: name that probably took the place of a side that was not found.
        left_heir, right_heir: its id.
        others: Indonesian: what other reviewers last said of the same pair, where it contradicts.
    """

    decision: Decision
    standing: Standing
    note: str | None = None
    left: str | None = None
    right: str | None = None
    left_now: str | None = None
    right_now: str | None = None
    left_heir: str | None = None
    right_heir: str | None = None
    others: str | None = None


def folded(text: str | None) -> str:
    """Words without case, punctuation around them and line breaks; signs that change a meaning stay."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return " ".join(re.sub(r"[^\w%<>≤≥=+/-]+", " ", plain).split())


_PARENTS = ("misi", "tujuan", "sasaran", "urusan", "program", "kegiatan", "subkegiatan")


def parents_of(context: object) -> str | None:
    """The parents of a row in one text; `context` has one attribute per kind of parent."""
    found = [f"{kind}: {text}" for kind in _PARENTS if (text := getattr(context, kind))]
    return " > ".join(found) or None


def years_of(first: int | None, last: int | None) -> str | None:
    """A document's years as one text."""
    if first is None:
        return None
    return str(first) if last in (None, first) else f"{first}-{last}"


def document_key(document: Document) -> tuple[str, ...]:
    """`Side.document` of all sides of a document."""
    years = years_of(document.first_year, document.last_year)
    return tuple(folded(part) for part in (document.kind.value, document.region, document.opd, years))


def side_of(document: Document, indicator: Indicator) -> Side:
    """The side that an indicator of a document makes."""
    return Side(
        kind=document.kind.value,
        region=document.region,
        opd=document.opd,
        years=years_of(document.first_year, document.last_year),
        level=indicator.level.value if indicator.level else None,
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        responsible=indicator.responsible,
        parents=parents_of(indicator.context),
    )


def side_of_statement(document: Document, statement: Statement) -> Side:
    """The side that a goal statement of a document makes."""
    return Side(
        kind=document.kind.value,
        region=document.region,
        opd=document.opd,
        years=years_of(document.first_year, document.last_year),
        level=statement.kind.value,
        code=None,
        name=statement.text,
        unit=None,
        responsible=None,
        parents=None,
        subject=Subject.STATEMENT,
    )
