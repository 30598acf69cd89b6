"""What the walk took, and the statement above each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from extractors.prose import Unit
from extractors.statements.ownership import Owner
from extractors.statements.wording import plain
from models.document import SourceFile
from models.evidence import Evidence
from models.indicator import Statement, StatementKind

OF_REGION = 0.45
"""Share of confidence left for a statement that a document of one OPD cites from its region."""

_RUNG = {
    StatementKind.VISI: 0,
    StatementKind.MISI: 1,
    StatementKind.TUJUAN: 2,
    StatementKind.SASARAN: 3,
    StatementKind.STRATEGI: 4,
    StatementKind.PROGRAM_PRIORITAS: 4,
    StatementKind.ARAH_KEBIJAKAN: 5,
}
_UPPER = {
    StatementKind.MISI: (StatementKind.VISI,),
    StatementKind.TUJUAN: (StatementKind.MISI,),
    StatementKind.SASARAN: (StatementKind.TUJUAN,),
    StatementKind.STRATEGI: (StatementKind.SASARAN,),
    StatementKind.ARAH_KEBIJAKAN: (StatementKind.STRATEGI,),
    StatementKind.PROGRAM_PRIORITAS: (StatementKind.SASARAN, StatementKind.TUJUAN, StatementKind.MISI),
}
"""Kinds that a statement may stand under."""


@dataclass(slots=True)
class Draft:
    """A statement with what tells the one above it."""

    statement: Statement
    owner: Owner
    parent: tuple[StatementKind, str | None] | None
    run: int
    """Section that it stands in, counted by headings."""
    order: int
    """Place of its unit in the file."""
    group: int
    """List that it was an item of, 0 for none."""
    again: bool = False
    """Printed before already, here only over what hangs under it."""


class Drafts:
    """Statements of one file in the order they were taken."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._drafts: list[Draft] = []
        self._run = 0
        self._places: dict[int, int] = {}
        self.muted = False
        """While set nothing is kept: the text tells of the former wording."""

    def meet(self, unit: Unit) -> None:
        """Note the place of a unit: statements stand where their units do, also when kept later."""
        self._places[id(unit)] = len(self._places)

    def new_section(self) -> None:
        """What follows stands under another heading."""
        self._run += 1
        self.muted = False

    def add(
        self,
        unit: Unit,
        kind: StatementKind,
        text: str,
        number: str | None,
        confidence: float,
        owner: Owner,
        parent: tuple[StatementKind, str | None] | None,
        group: int = 0,
    ) -> None:
        """Keep a statement of the document or its region.

        Args:
            unit: where it stands; met before.
            kind: what it is.
            text: its words.
            number: as printed, None when it has none.
            confidence: how sure it is that the document says so, 0 to 1; a region's loses a share of it.
            owner: whose it is; what is another plan's is not kept.
            parent: kind and number of the statement above, as far as label or lead names it.
            group: list that it is an item of, 0 for none.
        """
        if self.muted or owner is Owner.OTHER:
            return
        known = next(
            (d for d in reversed(self._drafts) if fuzz.ratio(plain(d.statement.text), plain(text)) >= 98), None
        )
        if known and known.statement.kind is not kind and known.owner is owner:
            kind = known.statement.kind  # a list that repeats the tujuan to hang sasaran under them
            parent = known.parent
            number = known.statement.number
        share = OF_REGION if owner is Owner.REGION else 1.0
        evidence = Evidence(self._file.sha256, self._file.name, unit.page, box=unit.box, quote=unit.text[:1000])
        statement = Statement(evidence, kind, text, number, confidence=round(confidence * share, 2))
        self._drafts.append(Draft(statement, owner, parent, self._run, self._places[id(unit)], group))

    def again(self, unit: Unit) -> None:
        """Note a unit that says a kept statement again: what follows may hang under it."""
        words = plain(unit.text)
        known = next((d for d in reversed(self._drafts) if fuzz.ratio(plain(d.statement.text), words) >= 98), None)
        if known and not self.muted:
            self._drafts.append(replace(known, run=self._run, order=self._places[id(unit)], group=0, again=True))

    def statements(self) -> list[Statement]:
        """All in the order of the file, each with the statement above it.

        That is the one pointed at by label or lead, else the one it was printed under.
        """
        self._drafts.sort(key=lambda draft: draft.order)
        for index, draft in enumerate(self._drafts):
            above = self._above(draft, index)
            if above:
                parent = above[-1].statement
                draft.statement = replace(draft.statement, parent=parent.text, parent_kind=parent.kind)
        return [draft.statement for draft in self._drafts if not draft.again]

    def _above(self, draft: Draft, index: int) -> list[Draft]:
        """Statements that the one at `index` may stand under; the last of them is the one."""
        wanted = (draft.parent[0],) if draft.parent else uppers(draft.statement.kind)
        above = [d for d in self._drafts[:index] if d.owner is draft.owner and d.statement.kind in wanted]
        if draft.parent and draft.parent[1] is not None:
            return [d for d in above if d.statement.number == draft.parent[1]]
        if draft.parent or StatementKind.VISI in wanted:
            return above
        number = draft.statement.number
        if number and "." in number:
            return [d for d in above if d.statement.number == number.rsplit(".", 1)[0]]
        return [d for d in above if d.run == draft.run and self._printed_under(d, index)]

    def _printed_under(self, upper: Draft, index: int) -> bool:
        """Whether only statements below `upper` stand between it and the statement at `index`."""
        start = self._drafts.index(upper)
        if upper.group and sum(d.group == upper.group for d in self._drafts) > 1:
            return False  # under a list of several, nothing says which one
        rung = _RUNG[upper.statement.kind]
        return all(_RUNG[d.statement.kind] > rung for d in self._drafts[start + 1 : index])


def uppers(kind: StatementKind) -> tuple[StatementKind, ...]:
    """Kinds that a statement of this kind may stand under, none for visi."""
    return _UPPER.get(kind, ())
