"""Tables of two sides with the same columns (T-C.31): both halves of each row as printed, and the row's note.

The facts of such a table are those of the office's own side (`settle`). The other side is another document's plan and
is kept here only, so that it is never counted as this document's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.tables.columns import MONEY, RUNGS, VALUES, Column, Role, is_fund
from extractors.tables.infer import infer
from extractors.tables.labels import ITEM_WORD, TOTAL
from extractors.tables.notes import is_note
from extractors.tables.rows import Row, body_rows
from extractors.tables.sanity import Sanity, check
from extractors.tables.sheet import caption_of
from extractors.tables.stitch import Chain
from extractors.tables.text import Words, is_blank, line_texts, strip_list_number
from extractors.tables.timeline import Timeline
from models.comparison import Comparison, Half, Origin
from models.document import SourceFile
from models.evidence import Box, Evidence
from models.indicator import Money
from models.lexicon import entries
from models.numerals import NumberStyle
from models.quantity import Quantity, QuantityKind, parse_money, parse_quantity, vote_style

_SUM = re.compile(r"(?:jumlah|total)\s+(?:anggaran|pagu|dana|biaya|belanja|kebutuhan)\b", re.IGNORECASE)
_INFERRED = 0.5
"""How sure texts are of a table without ruled cells: words of one half may have been read into the other."""


@dataclass(frozen=True, slots=True)
class _Side:
    """Where one side stands: whose it is, and its columns by what they hold."""

    origin: Origin
    heading: str
    name: int
    indicator: int | None
    target: int | None
    budget: int | None

    @property
    def columns(self) -> list[int]:
        return [i for i in (self.name, self.indicator, self.target, self.budget) if i is not None]


@dataclass(slots=True, eq=False)
class _Draft:
    """One half of a row in the making: lines may yet be added by a tail on the next page."""

    lines: dict[int, list[str]] = field(default_factory=dict)
    values: dict[int, str] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _RowDraft:
    row: Row
    halves: tuple[_Draft, _Draft]
    note: list[str]


def read_sides(chain: Chain, years: Timeline, words: Words, file: SourceFile) -> list[Comparison]:
    """The rows of a table of two sides, in reading order; none of any other table."""
    if chain.columns is None or _find(chain.columns) is None:
        return []
    columns = infer(chain.columns, list(body_rows(chain)))
    sides = _find(columns)
    return list(_Reader(chain, columns, sides, years, words, file).read()) if sides else []


def _find(columns: Sequence[Column]) -> tuple[_Side, _Side] | None:
    """The two sides, when their headings say whose they are; of a side that none names it is the office's own."""
    roles = [c.aside or c.role for c in columns]
    names = [i for i, role in enumerate(roles) if role is Role.NAME or role in RUNGS]
    if len(names) != 2 or roles[names[0]] is not roles[names[1]]:
        return None
    headings = [columns[i].text.split(" > ")[0] for i in names]
    origins = [_origin(heading) for heading in headings]
    if headings[0] == headings[1] or origins[0] is origins[1]:
        return None
    left, right = (origin or Origin.RENJA for origin in origins)
    if left is right:
        return None
    one = _side(columns, roles, range(names[0], names[1]), left, headings[0])
    two = _side(columns, roles, range(names[1], len(columns)), right, headings[1])
    pairs = ((one.indicator, two.indicator), (one.target, two.target), (one.budget, two.budget))
    return (one, two) if any(a is not None and b is not None for a, b in pairs) else None


def _origin(heading: str) -> Origin | None:
    (words,) = entries("headers", "side")
    for origin, key in ((Origin.RENJA, "own"), (Origin.USULAN, "others"), (Origin.RKPD, "above")):
        if re.search("|".join(words[key]), heading, re.IGNORECASE):
            return origin
    return None


def _side(columns: Sequence[Column], roles: Sequence[Role], span: range, origin: Origin, heading: str) -> _Side:
    def first(role: Role) -> int | None:
        return next((i for i in span if roles[i] is role and not columns[i].forward), None)

    funds = [i for i in span if is_fund(columns[i].text.split(" > ")[-1])]
    budget = first(Role.BUDGET)
    if budget is None and len(funds) == 1:
        budget = funds[0]  # the pagu by its only source: `APBD Provinsi`
    return _Side(origin, heading, span[0], first(Role.INDICATOR), first(Role.TARGET), budget)


class _Reader:
    """The walk over the rows of one table of two sides."""

    def __init__(
        self,
        chain: Chain,
        columns: Sequence[Column],
        sides: tuple[_Side, _Side],
        years: Timeline,
        words: Words,
        file: SourceFile,
    ):
        self._sides = sides
        self._words = words
        self._file = file
        self._columns = _both(columns, sides)
        self._rows = list(body_rows(Chain(self._columns, chain.sections, chain.caption)))
        self._caption = caption_of(chain, words)
        self._year = years.with_caption(chain.caption).plan
        self._style: NumberStyle | None = vote_style(
            row.value(i)
            for row in self._rows
            for i, c in enumerate(self._columns)
            if c.role in (*VALUES, *MONEY) and i in row.parts
        )
        self._sanity: Sanity = check(self._rows, self._columns, self._style)
        self._notes = [i for i, c in enumerate(self._columns) if is_note(c)]
        ruled = all(part.ruled for row in self._rows for part in row.parts.values())
        self._confidence = min(
            0.95 if ruled else _INFERRED, *(self._columns[i].score for side in sides for i in side.columns)
        )

    def read(self) -> Iterator[Comparison]:
        drafts: list[_RowDraft] = []
        for row in self._rows:
            if self._sanity.unreadable(row):
                continue
            if drafts and self._is_tail(row, drafts[-1].row):
                self._grow(row, drafts[-1])
            elif not self._is_total(row):
                drafts.append(self._draft(row, drafts[-1] if drafts else None))
        for draft in drafts:
            left, right = (self._half(draft, which) for which in (0, 1))
            if left is not None and right is not None:
                yield Comparison(
                    left,
                    right,
                    year=self._year,
                    caption=self._caption,
                    note=self._words.join(draft.note) if self._notes else None,
                    confidence=self._confidence,
                )

    def _texts(self, row: Row, index: int | None) -> list[str]:
        return [] if index is None else line_texts(row.lines(index))

    def _is_total(self, row: Row) -> bool:
        texts = [strip_list_number(self._words.join(self._texts(row, side.name))) for side in self._sides]
        return any(TOTAL.match(text) or _SUM.match(text) for text in texts)

    def _is_tail(self, row: Row, above: Row) -> bool:
        """The rest of a row that the page before cut: words, but no number, no value on either side."""
        if not row.first or row.page is None or row.page == above.page:
            return False
        places = [i for i, c in enumerate(self._columns) if c.role in (Role.NO, Role.CODE, *VALUES, *MONEY)]
        if any(not is_blank(" ".join(self._texts(row, i))) for i in places):
            return False
        names = [self._words.join(self._texts(row, side.name)) for side in self._sides]
        return not any(ITEM_WORD.match(name) for name in names)

    def _grow(self, row: Row, draft: _RowDraft) -> None:
        for side, half in zip(self._sides, draft.halves, strict=True):
            for index in side.columns:
                half.lines.setdefault(index, []).extend(self._texts(row, index))
        for index in self._notes:
            draft.note.extend(self._texts(row, index))

    def _draft(self, row: Row, above: _RowDraft | None) -> _RowDraft:
        halves = []
        for which, side in enumerate(self._sides):
            half = _Draft()
            for index in side.columns:
                if index in row.carried and above is not None and index in (side.name, side.indicator):
                    half.lines[index] = list(above.halves[which].lines.get(index, []))
                    continue
                half.lines[index] = self._texts(row, index)
                if self._columns[index].role in (*VALUES, *MONEY) and not self._sanity.wrong(row, index):
                    half.values[index] = row.value(index)
                part = row.parts.get(index)
                if part is not None and part.box is not None:
                    half.boxes.append(part.box)
            halves.append(half)
        note = [text for index in self._notes for text in self._texts(row, index)]
        if not note and above is not None and any(index in row.carried for index in self._notes):
            note = list(above.note)
        return _RowDraft(row, (halves[0], halves[1]), [text for text in note if not is_blank(text)])

    def _half(self, draft: _RowDraft, which: int) -> Half | None:
        """The half of a draft; None when neither side of the row says anything."""
        if not any(lines for half in draft.halves for lines in half.lines.values()):
            return None
        side, half, row = self._sides[which], draft.halves[which], draft.row
        name, indicator = (self._said(half, i) for i in (side.name, side.indicator))
        target = self._target(half, side.target)
        budget = self._budget(half, side.budget)
        quote = " | ".join(self._words.join(half.lines[i]) for i in side.columns if half.lines.get(i))
        return Half(
            Evidence(
                sha256=self._file.sha256,
                file=self._file.name,
                page=row.page,
                table=row.table if row.page is None else None,
                row=row.number + 1 if row.page is None else None,
                box=_union(half.boxes),
                quote=quote,
            ),
            side.origin,
            side.heading,
            name=name,
            indicator=indicator,
            target=target,
            budget=budget,
        )

    def _said(self, half: _Draft, index: int | None) -> str | None:
        text = self._words.join(half.lines.get(index, [])) if index is not None else ""
        return None if is_blank(text) else strip_list_number(text)

    def _target(self, half: _Draft, index: int | None) -> Quantity | None:
        raw = half.values.get(index, "") if index is not None else ""
        if index is None or not raw.strip():
            return None
        value = parse_quantity(raw, style=self._style)
        numeric = value.kind in (QuantityKind.NUMBER, QuantityKind.RANGE, QuantityKind.RATIO, QuantityKind.BLANK)
        return value if numeric else replace(value, raw=self._words.join(half.lines[index]))

    def _budget(self, half: _Draft, index: int | None) -> Money | None:
        raw = half.values.get(index, "") if index is not None else ""
        if index is None or not raw.strip():
            return None
        scale = 1 if index in self._sanity.overscaled else self._columns[index].scale
        return Money(raw, parse_money(raw, scale=scale, style=self._style).value)


def _both(columns: Sequence[Column], sides: tuple[_Side, _Side]) -> tuple[Column, ...]:
    """The columns with what they hold on both sides."""
    money = {side.budget for side in sides}
    return tuple(
        replace(c, role=Role.BUDGET if i in money else c.aside or c.role, year=None) for i, c in enumerate(columns)
    )


def _union(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
