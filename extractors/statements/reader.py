"""The walk over the units of one file: takes what headings, labels, lead sentences and quotations announce."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.prose import Form, Unit
from extractors.statements.drafts import Drafts, uppers
from extractors.statements.labels import Label, many_labels, read_label
from extractors.statements.leads import announced, is_lead, points_at
from extractors.statements.lists import HEADED, Awaited, GoalList, awaited_text, number_of, rank_of
from extractors.statements.ownership import ELSEWHERE, Owner, Ownership
from extractors.statements.pipeline import cues, parse
from extractors.statements.programs import PROGRAM, Programs
from extractors.statements.quotations import quoted_visions
from extractors.statements.sections import Sections
from extractors.statements.wording import MENTION, reads_like, statement_text
from models.document import Identity, SourceFile
from models.indicator import Statement, StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# How sure a statement is by what announces it.
_LABELLED = 0.9
_LISTED = 0.85
_QUOTED = 0.9

_INDICATORS = re.compile(r"indikator\b[^.]{0,40}:?\s*$", re.I)
"""A line that announces the indicators of the statement above it."""

_GAP = 12
"""Units of explanation that may stand between two items of one list."""


class Reader:
    """Walks over the units of one file and keeps what they announce."""

    def __init__(self, file: SourceFile, identity: Identity | None) -> None:
        self.found: list[Statement] = []
        self._sections = Sections()
        self._ownership = Ownership(identity, self._sections)
        self._drafts = Drafts(file)
        self._awaited: Awaited | None = None
        self._list: GoalList | None = None
        self._outer: list[GoalList] = []
        self._nested = False
        self._headed: StatementKind | None = None
        self._speaker = Owner.OWN
        self._foreign = False
        self._group = 0
        self._programs = Programs()

    # -- units

    def read(self, unit: Unit) -> None:
        """Take one unit after the other."""
        self._drafts.meet(unit)
        if unit.form is Form.BREAK:
            self._end()
        elif unit.form is Form.HEADING:
            self._heading(unit)
        elif unit.form is Form.ITEM:
            self._item(unit)
        else:
            self._text(unit)

    def close(self) -> None:
        """Finish what is open; afterwards `found` holds the statements."""
        self._end()
        self.found = self._drafts.statements()

    def _end(self) -> None:
        while self._list is not None:
            self._finish_list()
        self._awaited = None
        self._nested = False

    def _heading(self, unit: Unit) -> None:
        awaited = self._awaited
        if (
            awaited
            and awaited.kind is StatementKind.VISI
            and not re.match(r"[\dA-Z]{1,4}\.\s|bab\b|tabel|gambar|sumber", unit.text, re.I)
        ):
            self._end()
            self._vision(unit, awaited)
            return
        self._end()
        if re.match(r"(?:gambar|tabel|grafik|bagan|sumber)\b", unit.text, re.I):
            doc = parse(unit.text)
            self._titled(doc)
            return
        self._foreign = False
        self._speaker = Owner.OWN
        self._drafts.new_section()
        self._headed = None
        self._sections.enter(unit)
        words = re.sub(r"^(?:[A-Z]\.|[IVX]+\.|[\d.]+|BAB \w+)\s*", "", unit.text)
        if unit.marker:
            words = unit.text
        if not MENTION.search(words) or self._sections.closed:
            self._programs.leave()
            return
        doc = parse(words)
        label = read_label(doc)
        if label and label.rest and label.closed and self._take_label(unit, label, doc):
            self._awaited = self._programs.under(label)
            return
        self._programs.leave()
        kinds = [ent for ent in doc.ents if ent.label_ == "KIND"]
        foreign = cues(doc[:], "OTHER", "BLOCK", "NATION", "LONG")
        if len(kinds) == 1 and kinds[0].ent_id_ != PROGRAM and kinds[0].start <= 1 and not foreign:
            self._headed = StatementKind(kinds[0].ent_id_)
            owner = self._ownership.owner(doc[:])
            self._awaited = Awaited(
                self._headed, HEADED, owner, text_too=self._headed is StatementKind.VISI and len(doc) <= 4
            )

    def _text(self, unit: Unit) -> None:
        if not MENTION.search(unit.text) and not (self._awaited and self._awaited.text_too):
            if unit.text.rstrip().endswith(":"):
                self._foreign = ELSEWHERE.search(unit.text) is not None
            self._turn(unit)
            self._pass(unit)
            return
        doc = parse(unit.text[:3000])
        self._turn(unit)
        if self._labelled(unit, doc):
            return
        if len(doc) <= 18 and unit.text[-1:] not in ".:;":
            self._titled(doc)
        awaited = self._awaited
        if awaited and awaited.text_too and awaited.kind is not StatementKind.VISI and self._takes_text(unit, awaited):
            self._awaited = None
            return
        quoted = self._quoted(unit, doc)
        sentence = list(doc.sents)[-1]
        if is_lead(sentence):
            self._lead(sentence, quoted)
            return
        if awaited and awaited.text_too and self._takes_text(unit, awaited):
            self._finish_list()
            self._awaited = None
            return
        self._pass(unit)

    def _turn(self, unit: Unit) -> None:
        """Note where a text tells of the former wording, and where it comes back to the one in force."""
        if re.search(r"\bsemula\b", unit.text, re.I) and len(unit.text.split()) <= 8:
            self._drafts.muted = True
        elif re.search(r"\bberubah menjadi\b|\bmenjadi\s*:", unit.text, re.I):
            self._drafts.muted = False

    def _pass(self, unit: Unit) -> None:
        """A paragraph that announces nothing: explanation inside a list, or the end of waiting."""
        awaited = self._awaited
        if awaited and awaited.text_too and self._takes_text(unit, awaited):
            self._awaited = None
            return
        if self._list is not None:
            self._list.gap += 1
            if self._list.gap > _GAP or self._list.style == "bullet":
                self._finish_list()
        elif awaited and not awaited.text_too and awaited.confidence <= HEADED:
            awaited.confidence = min(awaited.confidence, 0.5)
        if awaited and (
            awaited.kind is StatementKind.VISI or (self._list is None and unit.text.rstrip().endswith(":"))
        ):
            self._awaited = None

    def _item(self, unit: Unit) -> None:
        marker = unit.marker or "•"
        self._drafts.again(unit)
        doc = parse(unit.text[:3000]) if MENTION.search(unit.text) else None
        if unit.bold and _INDICATORS.match(unit.text):  # of the statement above: no section of its own
            self._end()
            return
        if unit.bold and self._is_headline(unit, marker, doc):
            self._heading(unit)
            return
        if doc is not None and (label := read_label(doc)) and (label.closed or not label.rest):
            self._finish_list()
            self._take_label(unit, label, doc)
            return
        if self._list is not None and not self._list.takes(marker) and self._outer and self._outer[-1].takes(marker):
            self._finish_list()
        if self._list is not None and self._list.takes(marker):
            self._list.items.append((unit, marker))
            self._list.gap = 0
        elif goes_on := self._programs.resumed(marker):
            self._end()
            self._list = goes_on
            self._list.items.append((unit, marker))
        elif self._awaited is not None and (self._list is None or self._list.awaited is not self._awaited):
            if self._list is not None and self._nested:
                self._outer.append(self._list)
                self._list = None
            else:
                self._finish_list()
            if rank_of(marker) <= 1 and self._awaited.kind is not StatementKind.VISI:  # a vision is one sentence
                self._list = GoalList(self._awaited, marker)
                self._list.items.append((unit, marker))
                self._awaited = None
        elif self._list is not None:
            self._list.gap += 1
        self._nested = False
        if (
            doc is not None
            and not self._foreign
            and is_lead(last := list(doc.sents)[-1])
            and (found := announced(last, None))
            and found[1] > 0
        ):
            upper = self._list.awaited if self._list is not None and self._list.items[-1][0] is unit else None
            number = number_of(marker) if upper else None
            owner = upper.owner if upper else self._ownership.owner(last, found[1])
            if owner is not Owner.OTHER and not self._sections.closed:
                parent = (upper.kind, number) if upper else None
                self._awaited = Awaited(found[0], upper.confidence if upper else _LISTED, owner, parent=parent)
                self._nested = upper is not None

    def _is_headline(self, unit: Unit, marker: str, doc: Doc | None) -> bool:
        """Whether a bold numbered line heads a section ("2. Misi") and is no item of the list at hand."""
        if doc is not None and len(doc) <= 10 and any(ent.label_ == "KIND" and ent.start <= 1 for ent in doc.ents):
            return read_label(doc) is None or ":" not in unit.text
        waiting = self._awaited is not None or (self._list is not None and self._list.takes(marker))
        return not waiting

    # -- what units say

    def _labelled(self, unit: Unit, doc: Doc) -> bool:
        label = read_label(doc)
        if label is None:
            if _INDICATORS.match(unit.text) or re.match(r"indikator\b.*:", unit.text[:60], re.I):
                self._end()
                return True
            return False
        if many_labels(unit.text):
            self._end()
            return True
        return self._take_label(unit, label, doc)

    def _take_label(self, unit: Unit, label: Label, doc: Doc) -> bool:
        owner = self._ownership.owner(doc[: max(1, len(doc) - len(label.rest.split()))], 0)
        if owner is Owner.OWN:
            owner = self._speaker
        closed = self._sections.closed and label.number is None
        if owner is Owner.OTHER or closed or (self._foreign and label.number is None):
            self._end()
            return True
        if not label.rest:
            self._end()
            self._awaited = Awaited(label.kind, _LABELLED, owner, label.number, label.parent, text_too=True)
            return True
        text = statement_text(label.rest, label.kind)
        if text is None or not (label.kind is StatementKind.VISI or reads_like(text, label.kind)):
            return False
        if (
            not any(mark in unit.text[: len(unit.text) - len(label.rest) + 1] for mark in ":,")
            and not text[:1].isupper()
        ):
            return False
        self._end()
        sure = _LABELLED * (0.7 if self._sections.closed else 1.0)
        self._drafts.add(unit, label.kind, text, label.number, sure, owner, label.parent)
        return True

    def _lead(self, sentence: Span, quoted: tuple[Owner, int] | None = None) -> None:
        """Await what a lead sentence announces; `quoted` is whose vision stands before it, and where it ends."""
        while self._list is not None:
            self._finish_list()
        found = announced(sentence, self._headed)
        first = next((ent for ent in sentence.ents if ent.label_ == "KIND"), None)
        if found is None and first and first.ent_id_ == "visi" and first.start - sentence.start <= 1:
            # a long sentence about the vision that ends in a colon: quoted next
            found = (StatementKind.VISI, first.start)
        self._foreign = self._ownership.foreign_lead(sentence, found)
        owner = Owner.OTHER if found is None or self._foreign else self._ownership.owner(sentence, found[1])
        if (
            found
            and quoted
            and owner is Owner.OWN
            and not self._ownership.names_office(sentence.doc[quoted[1] : found[1] + 9])
        ):
            owner = quoted[0]  # the missions of the vision just quoted
        if found is not None and found[0] in (StatementKind.VISI, StatementKind.MISI):
            self._speaker = owner
        if found is None or self._sections.closed:
            self._awaited = None
            return
        kind, _ = found
        if owner is Owner.OTHER:
            self._awaited = None
            return
        confidence = _LISTED
        mentions = MENTION.search(self._sections.heading) is not None
        if kind is self._headed:
            confidence = 0.9
        elif not mentions and kind not in (StatementKind.VISI, StatementKind.MISI):
            confidence = 0.5
        parent = None
        for upper in uppers(kind):
            if points_at(sentence, upper):
                parent = (upper, None)
        self._awaited = Awaited(kind, confidence, owner, parent=parent, text_too=kind is StatementKind.VISI)
        self._programs.announce(self._awaited)

    def _titled(self, doc: Doc) -> None:
        """Note whose vision and missions a title (of a table, a figure) speaks of: its labels need not say it again."""
        place = next((ent.start for ent in doc.ents if ent.ent_id_ in ("visi", "misi")), None)
        if place is not None:
            self._speaker = self._ownership.owner(doc[:], place)

    def _quoted(self, unit: Unit, doc: Doc) -> tuple[Owner, int] | None:
        """Take the visions in quotation marks inside a sentence.

        Returns:
            Whose the last one is, and the token behind its opening mark.
        """
        last: tuple[Owner, int] | None = None
        for before, words in quoted_visions(doc):
            text = statement_text(words, StatementKind.VISI)
            owner = self._ownership.owner(before)
            self._speaker = owner
            last = (owner, before.end)
            if text and owner is not Owner.OTHER:
                sure = _QUOTED * (0.7 if self._sections.closed else 1.0)
                self._drafts.add(unit, StatementKind.VISI, text, None, sure, owner, None)
        return last

    def _vision(self, unit: Unit, awaited: Awaited) -> None:
        text = statement_text(unit.text, StatementKind.VISI)
        if text:
            self._drafts.add(unit, StatementKind.VISI, text, None, awaited.confidence, awaited.owner, None)

    def _takes_text(self, unit: Unit, awaited: Awaited) -> bool:
        text = awaited_text(unit, awaited)
        if text is not None:
            sure, owner = awaited.confidence, awaited.owner
            self._drafts.add(unit, awaited.kind, text, awaited.number, sure, owner, awaited.parent)
        return text is not None

    def _finish_list(self) -> None:
        """Take the items of a list when most of them read like goals; go on with the list around it, if any."""
        done, self._list = self._list, self._outer.pop() if self._outer else None
        goals = done.goals() if done is not None else []
        if done is None or not goals:
            return
        self._group += 1
        a = done.awaited
        self._programs.done(done)
        for unit, text, number in goals:
            self._drafts.add(unit, a.kind, text, number, a.confidence, a.owner, a.parent, self._group)
