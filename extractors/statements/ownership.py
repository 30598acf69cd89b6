"""Whose statement it is: the document's own, its region's, or that of another plan."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from extractors.statements.pipeline import cues
from extractors.statements.sections import Sections
from models.document import Identity, Kind
from models.indicator import StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Span

ELSEWHERE = re.compile(
    r"\b(?:rtrw|rpjp[dn]?|rpjmn|nasional|kementeri\w+|kementri\w+|renstra k|tata ruang|lingkungan hidup strategis)\b",
    re.I,
)
"""Words of plans that are neither the document's own nor its region's."""


class Owner(StrEnum):
    """Whose statement a text is."""

    OWN = "sendiri"
    REGION = "daerah"
    OTHER = "lain"


class Ownership:
    """Tells whose a statement is, by the words around it and the section it stands in."""

    def __init__(self, identity: Identity | None, sections: Sections) -> None:
        self._sections = sections
        of_region = identity is not None and identity.kind.value in (Kind.RPJMD, Kind.RKPD)
        self._of_office = identity is not None and not of_region
        name = identity.region.value if identity is not None else None
        office = identity.opd.value if identity is not None else None
        words = re.findall(r"[A-Za-z]+", office or "")
        self._initials = "".join(word[0] for word in words if word not in ("dan", "serta")).upper()
        self._region_name = name.split(" ", 1)[1].casefold() if name and " " in name else None

    def owner(self, span: Span, place: int | None = None) -> Owner:
        """Whose a statement is, by the words around the kind at token `place` (default: the last kind of the span)."""
        doc = span.doc
        if place is None:
            place = max((ent.start for ent in span.ents if ent.label_ == "KIND"), default=span.start)
        before, behind = doc[span.start : place], doc[place : min(place + 9, span.end)]
        if cues(behind, "NATION", "LONG", "FORMER"):
            return Owner.OTHER
        if cues(before, "NATION", "LONG", "FORMER") and not (self.names_office(behind) or cues(behind, "REGION")):
            return Owner.OTHER
        here = self._sections.here
        if here is not None and here.owner == "other":
            return Owner.REGION if self._of_office and not ELSEWHERE.search(here.text) else Owner.OTHER
        if not self._of_office or self.names_office(behind):
            return Owner.OWN
        if cues(behind, "REGION") or (cues(before[-10:], "REGION") and not self.names_office(before)):
            return Owner.REGION
        high = place < len(doc) and doc[place].ent_id_ in ("visi", "misi")
        named = self._region_name and self._region_name in behind[:6].text.casefold()
        return Owner.REGION if high and (named or cues(behind, "PLACE")) else Owner.OWN

    def names_office(self, span: Span) -> bool:
        """Whether a text names an office, the document's own also by its initials ("DLH")."""
        initials = len(self._initials) > 2 and any(token.text == self._initials for token in span)
        return initials or cues(span, "OFFICE")

    def foreign_lead(self, sentence: Span, found: tuple[StatementKind, int] | None) -> bool:
        """Whether a lead sentence opens lists about another plan, with all that is nested in them."""
        if found is not None:
            return self.owner(sentence, found[1]) is Owner.OTHER
        return cues(sentence, "NATION", "LONG") or "program ini" in sentence.text.casefold()
