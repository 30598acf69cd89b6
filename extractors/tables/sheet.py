"""One chain as one table: its columns by what they hold, its rows, and how a cell of a row is read."""

from __future__ import annotations

from extractors.tables.columns import MONEY, RUNGS, STATEMENTS, VALUES, Role
from extractors.tables.draft import Text
from extractors.tables.infer import infer
from extractors.tables.labels import OUTCOME
from extractors.tables.notes import is_note
from extractors.tables.parents import part_parents
from extractors.tables.rows import Part, Row, body_rows
from extractors.tables.sanity import check
from extractors.tables.stack import unstack
from extractors.tables.stitch import Chain
from extractors.tables.text import Words, is_blank, line_texts
from extractors.tables.timeline import Timeline
from extractors.tables.trace import Trace
from models.quantity import vote_style

_CAPTION = 300
"""Characters of a caption that are kept."""


def caption_of(chain: Chain, words: Words) -> str | None:
    """The caption of a chain as one text, None without any."""
    return words.join(list(chain.caption))[:_CAPTION] or None


class Sheet:
    """What is known of a chain before its rows are read one after the other; none of it changes then.

    Attributes:
        chain: where the table comes from.
        words: the document's words, to join broken lines.
        years: the document's years, sharpened by the caption.
        caption: the caption as one text.
        columns: leaf columns with roles and years.
        indicators, names, statements: indices of the columns of indicators, of programs and the like, of goals.
        notes: indices of the columns for remarks on the row.
        owning: the columns of indicators that have columns of values.
        rows: body rows, one for each indicator that one cell stacks.
        style: how most numbers are printed.
        sanity: the cells that cannot be what their column holds.
    """

    def __init__(self, chain: Chain, years: Timeline, words: Words, trace: Trace | None = None):
        assert chain.columns is not None
        self.chain = chain
        self.words = words
        self.years = years.with_caption(chain.caption)
        self.caption = caption_of(chain, words)
        printed = list(body_rows(chain, trace))
        known = self.years.resolve(infer(chain.columns, printed), chain.caption)
        self.columns = part_parents(known, self.years.annual)
        self.indicators = [i for i, c in enumerate(self.columns) if c.role is Role.INDICATOR]
        self.names = [i for i, c in enumerate(self.columns) if c.role is Role.NAME or c.role in RUNGS]
        first_value = min(
            (i for i, c in enumerate(self.columns) if c.role in (*VALUES, *MONEY)), default=len(self.columns)
        )
        if self.indicators:
            limit = max([first_value, *self.indicators])
            self.names = [i for i in self.names if i < limit]
        self.statements = [
            i
            for i, c in enumerate(self.columns)
            if c.role in STATEMENTS and (i < first_value or not self.indicators or i < max(self.indicators))
        ]
        self.notes = [i for i, c in enumerate(self.columns) if is_note(c)]
        self.owning = {c.owner for c in self.columns if (c.role in VALUES or c.quarter) and c.owner is not None}
        self.rows = [piece for row in printed for piece in unstack(row, self.columns)]
        self.style = vote_style(self._value_texts())
        self.sanity = check(self.rows, self.columns, self.style)

    def _value_texts(self) -> list[str]:
        return [
            row.value(i)
            for row in self.rows
            for i, c in enumerate(self.columns)
            if c.role in (*VALUES, *MONEY) and i in row.parts
        ]

    def joined(self, row: Row, index: int) -> str:
        """A cell's lines as one text."""
        return self.words.join(line_texts(row.lines(index)))

    def own(self, row: Row, index: int) -> Part | None:
        """A cell that says something and begins in this row."""
        part = row.parts.get(index)
        if part is None or part.blank or is_blank(" ".join(line_texts(part.lines))):
            return None
        return part

    def text(self, row: Row, index: int) -> Text:
        """A cell's text and its place, as what may yet go on in later rows."""
        part = row.parts[index]
        return Text(line_texts(part.lines), row.page, row.table, row.number, part.box or row.box)

    def numbered(self, row: Row) -> bool:
        """A number or a code stands in the row."""
        return any(self.own(row, i) for i, c in enumerate(self.columns) if c.role in (Role.NO, Role.CODE))

    def names_item(self, row: Row) -> bool:
        """The row names a program, kegiatan ... (and not only its result)."""
        return any(self.own(row, i) and not OUTCOME.match(self.joined(row, i)) for i in self.names)

    def has_values(self, row: Row, indicator: int) -> bool:
        """The row holds a value of this column of indicators."""
        return any(c.owner == indicator and c.role in VALUES and self.own(row, i) for i, c in enumerate(self.columns))

    def note(self, row: Row, above: str | None) -> str | None:
        """The remark on a row, None in a table without a column for it.

        Args:
            row: the row.
            above: the remark on the indicator before, which one merged over several rows or indicators is for too.
        """
        if not self.notes:
            return None
        if row.item or any(index in row.carried for index in self.notes):
            return above or ""
        return " ".join(self.joined(row, index) for index in self.notes if self.own(row, index))
