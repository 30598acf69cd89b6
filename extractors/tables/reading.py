"""The reading of one chain: row by row, with what stands above each row in mind."""

from __future__ import annotations

import re

from extractors.tables import facts
from extractors.tables.above import Above
from extractors.tables.budgets import add_to_item
from extractors.tables.columns import MONEY, VALUES, Role
from extractors.tables.indicators import Indicators
from extractors.tables.labels import BUDGET_ROW, ITEM_WORD, TOTAL
from extractors.tables.rows import Row
from extractors.tables.rungs import row_levels
from extractors.tables.sheet import Sheet
from extractors.tables.stitch import Chain
from extractors.tables.text import Words, line_texts, strip_list_number
from extractors.tables.timeline import Timeline
from extractors.tables.trace import Fate, Trace
from models.document import Kind, SourceFile
from models.indicator import ItemLevel

_NAME_END = re.compile(r"[a-z]|\([^()]{1,30}\)$")


def read_chain(
    chain: Chain, years: Timeline, words: Words, file: SourceFile, kind: Kind, trace: Trace | None = None
) -> facts.Facts:
    """All facts of one chain whose columns are known.

    Args:
        chain: the tables of one printed table, joined over its pages.
        years: the document's years.
        words: the document's words, to join broken lines.
        file: where the facts' evidence lies.
        kind: what the document is.
        trace: filled with what became of each row.
    """
    sheet = Sheet(chain, years, words, trace)
    walk = _Walk(sheet, kind, trace)
    walk.run()
    drafts = walk.indicators.drafts
    if sheet.owning:
        drafts = facts.without_group_heads(drafts)
    facts.point_bare_numbers(drafts)
    indicators = [facts.indicator(draft, words, file) for draft in drafts]
    if trace is not None:
        trace.chains[-1].columns = sheet.columns
        made = {id(draft): indicator for draft, indicator in zip(drafts, indicators, strict=True)}
        for draft in walk.indicators.drafts:
            trace.record((draft.name.page, draft.name.table, draft.name.row), made.get(id(draft)))
    return facts.Facts(
        indicators,
        [facts.plan_item(item, words, file) for item in walk.above.items],
        [made for said in walk.above.statements for made in facts.statements(said, words, file)],
        {(row.page, row.table) for row in sheet.rows if sheet.sanity.unreadable(row)},
    )


class _Walk:
    """The walk over a sheet's rows: which are read, which are left out, which end the row before."""

    def __init__(self, sheet: Sheet, kind: Kind, trace: Trace | None):
        self._sheet = sheet
        self._trace = trace
        self.above = Above(sheet)
        self.indicators = Indicators(sheet, self.above, kind)

    def run(self) -> None:
        """Read all rows."""
        self.above.read_over_chain()
        levels = row_levels(self._sheet)
        table: tuple[int | None, int] | None = None
        for place, row in enumerate(self._sheet.rows):
            if (row.page, row.table) != table:
                table = (row.page, row.table)
                self.above.read_over_table(row)
            fate = self._read_row(row, levels.get(place))
            if self._trace is not None:
                self._trace.row((row.page, row.table, row.number), fate)

    def _read_row(self, row: Row, level: ItemLevel | None) -> Fate:
        if self._sheet.sanity.unreadable(row):
            return Fate.UNREADABLE
        if self._is_tail(row):
            self._grow(row)
            return Fate.TAIL
        if self._is_total(row):
            return Fate.TOTAL
        if self.above.read_alone(row):
            return Fate.GOAL
        known = len(self.above.items) + len(self.above.statements)
        self.above.read_row(row, level)
        fate = self.indicators.read_row(row)
        if fate is Fate.NO_INDICATOR and len(self.above.items) + len(self.above.statements) > known:
            fate = Fate.CONTEXT
        if self.above.item is not None and not self._sheet.names_item(row):
            add_to_item(self._sheet, row, self.above.item)
        return fate

    def _is_total(self, row: Row) -> bool:
        sheet = self._sheet
        texts = [
            sheet.joined(row, i) for i in (*sheet.names, *sheet.statements, *sheet.indicators) if sheet.own(row, i)
        ]
        others = [
            sheet.joined(row, i)
            for i, c in enumerate(sheet.columns)
            if c.role in (Role.NO, Role.CODE) and sheet.own(row, i)
        ]
        named = [sheet.joined(row, i) for i in sheet.names if sheet.own(row, i)][:1]
        return any(TOTAL.match(strip_list_number(t)) for t in (*texts, *others)[:2]) or any(
            BUDGET_ROW.match(strip_list_number(t)) for t in named
        )

    def _is_tail(self, row: Row) -> bool:
        """The rest of a row that began on the page before: words but no values, no number, no code."""
        sheet = self._sheet
        if not (self.indicators.drafts or self.above.items) or row.wide:
            return False
        if not row.first:
            return self._is_cut_by_guess(row)
        first = sheet.chain.sections[0].grid.table
        if row.page is None or (row.page, row.table) == (first.page, first.number):
            return False
        texts = [
            i
            for i in row.parts
            if sheet.own(row, i) and (i in sheet.indicators or i in sheet.names or i in sheet.statements)
        ]
        if not texts:
            return False
        if any(
            c.role in (*VALUES, *MONEY, Role.NO, Role.CODE) and sheet.own(row, i) for i, c in enumerate(sheet.columns)
        ):
            return False
        if not any(i in sheet.owning or i in sheet.names for i in texts) and not sheet.indicators:
            return False
        if any(ITEM_WORD.match(sheet.joined(row, i)) for i in texts if i in sheet.names):
            return False
        return bool(sheet.owning) or sheet.joined(row, texts[0])[:1].islower()

    def _is_cut_by_guess(self, row: Row) -> bool:
        """An inferred row that another column's text began: here the name ends, with its unit or in small letters."""
        sheet = self._sheet
        own = [i for i in sheet.indicators if sheet.own(row, i)]
        if not own or any(row.parts[i].ruled for i in row.parts):
            return False
        if any(
            c.role in (*VALUES, *MONEY, Role.NO, Role.CODE) and sheet.own(row, i) for i, c in enumerate(sheet.columns)
        ):
            return False
        return all(_NAME_END.match(sheet.joined(row, i)) or self.indicators.awaits_unit(i, row) for i in own)

    def _grow(self, row: Row) -> None:
        """Add the words of a tail to the texts they end."""
        for index in row.parts:
            if self._sheet.own(row, index):
                lines = line_texts(row.lines(index))
                if not self.indicators.grow(index, lines):
                    self.above.grow(index, lines)
