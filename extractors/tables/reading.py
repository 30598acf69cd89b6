"""The reading of one chain: row by row, with what stands above each row in mind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import zip_longest

from rapidfuzz import fuzz

from extractors.layout import Line
from extractors.tables.columns import MONEY, RUNGS, STATEMENTS, VALUES, Column, Role
from extractors.tables.draft import Frame, IndicatorDraft, ItemDraft, Text
from extractors.tables.infer import infer
from extractors.tables.ladder import ORDER, Ladder, NameRow, is_section, is_urusan, rung_of
from extractors.tables.rows import Part, Row, body_rows
from extractors.tables.sanity import Sanity, check
from extractors.tables.stack import unstack
from extractors.tables.stitch import Chain
from extractors.tables.text import (
    Words,
    is_blank,
    item_start,
    line_texts,
    list_number,
    squeeze,
    strip_list_number,
    strip_name_label,
)
from extractors.tables.timeline import Timeline
from models.codes import join_columns, parse_code, split_code
from models.document import Kind, SourceFile
from models.evidence import Box, Evidence
from models.indicator import Indicator, ItemLevel, Level, Money, PlanItem, Statement, StatementKind
from models.lexicon import entries
from models.numerals import NumberStyle
from models.quantity import Quantity, QuantityKind, parse_money, parse_quantity, vote_style
from models.units import split_unit

_TOTAL = re.compile(
    r"^(?:jumlah|total|jumlah\s+total|grand\s+total|rata-rata|jumlah\s+seluruh\w*|sub\s*total)\s*[:.]?\s*[\d.,%]*$",
    re.IGNORECASE,
)
_IO_LABEL = re.compile(
    r"^\s*(input|masukan|output|keluaran|outcome|hasil|benefit|manfaat|impact|dampak)\s*:?\s*$", re.IGNORECASE
)
_OUTCOME = re.compile(r"^\s*(?:outcome|output|hasil|keluaran)\s*:\s*\S", re.IGNORECASE)
"""The result of the item above, printed in the name column (Inmendagri 2/2025): its indicators are that item's."""
_CODE_PART = re.compile(r"[\dXx]{1,6}(?:\.[\dXx]{1,4})*")
"""One of several code columns: `02`, or two groups in one column as `2.01`."""
_BANNER = re.compile(r"^\s*(?:sub\s+)?unit\s+organisasi\s*:?\s*(?:[\d.]+\s*)?(.*)$", re.IGNORECASE)
_BANNER_LABEL = re.compile(r"^\s*(?:sub\s+)?unit\s+organisasi\s*:\s*(?=\S)", re.IGNORECASE)
"""Before the office's code and name in a row over the whole table (SIPD print of an RKPD)."""
_ORDINAL = r"(?:ke\s*[-–]?\s*)?(?:\d[\d.]*|[ivx]+|satu|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh)"
_MISI = re.compile(
    rf"^\s*misi\s*(?:{_ORDINAL}?\s*[:.\-–]\s*(?P<after>.{{8,}})|{_ORDINAL}\s+(?P<beside>(?-i:[A-Z]).{{8,}}))$",
    re.IGNORECASE,
)
_GOAL_ROW = re.compile(
    rf"^\s*(misi|tujuan|sasaran)(?:\s+strategis)?\s*{_ORDINAL}?\s*[:.\-–]\s*(.{{8,}})$",
    re.IGNORECASE | re.DOTALL,
)
_BARE_NUMBER = re.compile(r"^\s*(\d{1,2})\s+(?=[A-Z])")
"""A list number without its point: `7 Meningkatnya ...`."""
_GOAL_ABOVE = re.compile(
    rf"^\s*(?:\d{{1,2}}[.)]\s*)?(tujuan|sasaran)(?:\s+strategis)?\s*{_ORDINAL}?\s*:\s*(.{{8,}})$", re.IGNORECASE
)
_LINES_ABOVE = 3
_LEVEL_OF = {
    "tujuan": Level.TUJUAN,
    "sasaran": Level.SASARAN,
    "program": Level.PROGRAM,
    "kegiatan": Level.KEGIATAN,
    "subkegiatan": Level.SUBKEGIATAN,
}
_RUNG_LEVEL = {
    Role.URUSAN: ItemLevel.BIDANG,
    Role.PROGRAM: ItemLevel.PROGRAM,
    Role.KEGIATAN: ItemLevel.KEGIATAN,
    Role.SUBKEGIATAN: ItemLevel.SUBKEGIATAN,
}
_ITEM_LEVEL = {
    ItemLevel.PROGRAM: Level.PROGRAM,
    ItemLevel.KEGIATAN: Level.KEGIATAN,
    ItemLevel.SUBKEGIATAN: Level.SUBKEGIATAN,
}
_KIND_OF = {
    Role.VISI: StatementKind.VISI,
    Role.MISI: StatementKind.MISI,
    Role.TUJUAN: StatementKind.TUJUAN,
    Role.SASARAN: StatementKind.SASARAN,
    Role.STRATEGI: StatementKind.STRATEGI,
    Role.KEBIJAKAN: StatementKind.ARAH_KEBIJAKAN,
}
_UPPER = (ItemLevel.URUSAN, ItemLevel.BIDANG)
_SAME = 92.0


@dataclass(slots=True)
class Facts:
    """Facts in reading order, and the (page, table number) of tables whose columns could not be told apart."""

    indicators: list[Indicator] = field(default_factory=list)
    items: list[PlanItem] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    unreadable: set[tuple[int | None, int]] = field(default_factory=set)

    def add(self, other: Facts) -> None:
        """Append another chain's facts."""
        self.indicators += other.indicators
        self.items += other.items
        self.statements += other.statements


def skip_reason(chain: Chain) -> str | None:
    """Why nothing is taken from a chain (Indonesian), None when it is to be read."""
    if chain.columns is None:
        return "kepala tabel tidak dikenali"
    roles = {c.role for c in chain.columns}
    if Role.INDICATOR in roles:
        return None
    caption = " ".join(chain.caption).casefold()
    if any(phrase in caption for entry in entries("headers", "skip") for phrase in entry["caption"]):
        return "tabel tanpa indikator (anggaran, usulan, daftar)"
    if roles & {Role.NAME, Role.PROGRAM, Role.KEGIATAN, Role.SUBKEGIATAN} and roles & {Role.BUDGET, Role.FINAL_BUDGET}:
        names = sum(c.role in (Role.NAME, *RUNGS) for c in chain.columns)
        if Role.SPENDING in roles or _halves(chain.columns):
            return "tabel anggaran tanpa indikator"
        return None if names else "tabel tanpa kolom indikator"
    if len(roles & {Role.MISI, Role.TUJUAN, Role.SASARAN, Role.STRATEGI, Role.KEBIJAKAN}) >= 2:
        return None
    return "tabel tanpa kolom indikator"


def _halves(columns: Sequence[Column]) -> bool:
    """Two sides with the same columns (T-C.31): counting both would double the pagu."""
    names = [c.role for c in columns if c.role in (Role.NAME, *RUNGS)]
    return len(names) != len(set(names))


class Reading:
    """Reads one chain."""

    def __init__(self, chain: Chain, years: Timeline, words: Words, file: SourceFile, kind: Kind):
        assert chain.columns is not None
        self._chain = chain
        self._words = words
        self._file = file
        self._kind = kind
        self._years = sharp = years.with_caption(chain.caption)
        self._rows = list(body_rows(chain))
        self._columns = sharp.resolve(infer(chain.columns, self._rows), chain.caption)
        self._caption = self._caption_text()
        self._indicators = [i for i, c in enumerate(self._columns) if c.role is Role.INDICATOR]
        self._names = [i for i, c in enumerate(self._columns) if c.role is Role.NAME or c.role in RUNGS]
        first_value = min(
            (i for i, c in enumerate(self._columns) if c.role in (*VALUES, *MONEY)), default=len(self._columns)
        )
        if self._indicators:
            limit = max([first_value, *self._indicators])
            self._names = [i for i in self._names if i < limit]
        self._statements = [
            i
            for i, c in enumerate(self._columns)
            if c.role in STATEMENTS and (i < first_value or not self._indicators or i < max(self._indicators))
        ]
        self._owning = {c.owner for c in self._columns if (c.role in VALUES or c.quarter) and c.owner is not None}
        self._frame = Frame()
        self._code: str | None = None
        self._code_parts: tuple[str, ...] = ()
        self._level: ItemLevel | None = None
        self._responsible: Text | None = None
        self._office: Text | None = None
        self._indicator_texts: dict[int, Text] = {}
        self._numbered: dict[int, bool] = {}
        self._ends: dict[int, tuple[int | None, float]] = {}
        self._last: dict[int, IndicatorDraft] = {}
        self._item: ItemDraft | None = None
        self._drafts: list[IndicatorDraft] = []
        self._items: list[ItemDraft] = []
        self._said: list[tuple[StatementKind, Text, str | None, Text | None, StatementKind | None]] = []
        self._style: NumberStyle | None = None
        self._sanity = Sanity()

    # --- order of the work

    def run(self) -> Facts:
        """All facts of the chain."""
        rows = [piece for row in self._rows for piece in unstack(row, self._columns)]
        self._style = vote_style(self._value_texts(rows))
        self._sanity = check(rows, self._columns, self._style)
        self._read_above()
        levels = self._climb(rows)
        seen: tuple[int | None, int] | None = None
        for number, row in enumerate(rows):
            place = (row.page, row.table)
            if place != seen:
                seen = place
                self._read_banner(row)
            self._read_row(row, levels.get(number))
        return self._finish()

    def _value_texts(self, rows: Sequence[Row]) -> list[str]:
        return [
            row.value(i)
            for row in rows
            for i, c in enumerate(self._columns)
            if c.role in (*VALUES, *MONEY) and i in row.parts
        ]

    def _caption_text(self) -> str | None:
        text = self._words.join(list(self._chain.caption))
        return text[:300] or None

    def _read_above(self) -> None:
        """Statements printed above the table (`Misi 1: ...`)."""
        for section in self._chain.sections[:1]:
            self._goals_above([p.text for p in section.above])

    def _goals_above(self, texts: Sequence[str]) -> None:
        """A misi printed above the table; a tujuan or sasaran in the lines right above it."""
        goals: dict[Role, Text] = {}
        for text in texts:
            if found := _MISI.match(text):
                said = found["after"] or found["beside"]
                goals[Role.MISI] = Text([said.strip(" “”\"'")])
        lines = [*texts[-_LINES_ABOVE:]]
        places = [i for i, line in enumerate(lines) if _GOAL_ABOVE.match(line)]
        if len(places) == 1 and (goal := _GOAL_ABOVE.match(lines[places[0]])):
            role = Role.TUJUAN if goal[1].casefold() == "tujuan" else Role.SASARAN
            goals[role] = Text([goal[2], *lines[places[0] + 1 :]])
        held = {c.role for c in self._columns}
        goals = {role: text for role, text in goals.items() if role not in held}
        if goals:
            self._frame = Frame(goals)

    def _read_banner(self, row: Row) -> None:
        for section in self._chain.sections:
            table = section.grid.table
            if (table.page, table.number) != (row.page, row.table):
                continue
            if section is not self._chain.sections[0]:
                self._goals_above([p.text for p in section.above])
            for paragraph in section.above:
                found = _BANNER.match(paragraph.text)
                if found and found[1].strip():
                    self._office = Text([found[1].strip()], row.page)

    # --- rungs

    def _climb(self, rows: Sequence[Row]) -> dict[int, ItemLevel]:
        """Level of each row that names something in the ladder column."""
        column = next((i for i in self._names if self._columns[i].role is Role.NAME), None)
        if column is None:
            return {}
        ladder = Ladder(self._columns[column].rungs)
        places: list[int] = []
        above: tuple[str, ...] = ()
        money = [i for i, c in enumerate(self._columns) if c.role in MONEY][:4]
        for number, row in enumerate(rows):
            text = self._joined(row, column)
            parts, code = self._printed_code(row, above)
            if parts:
                above = parts
            if not text or is_blank(text) or _GOAL_ROW.match(text) or _OUTCOME.match(text):
                continue
            inline, rest = split_code(_BANNER_LABEL.sub("", text))
            ladder.rows.append(
                NameRow(
                    strip_list_number(rest),
                    code or inline,
                    self._depth(row, parts) or len((inline or "").split(".")) * bool(inline),
                    row.bold,
                    row.fill,
                    list_number(text),
                    tuple(self._amount(row, i) for i in money),
                    any(
                        not row.parts[i].blank and not is_blank(self._joined(row, i))
                        for i in self._indicators
                        if i in row.parts
                    ),
                )
            )
            places.append(number)
        ladder.settle()
        return {place: named.level for place, named in zip(places, ladder.rows, strict=True) if named.level is not None}

    def _depth(self, row: Row, parts: tuple[str, ...]) -> int:
        """How deep a code is: in narrow columns the place of its last part, else the number of its parts."""
        if not parts:
            return 0
        for index, column in enumerate(self._columns):
            part = row.parts.get(index)
            if part is not None and column.role in (Role.CODE, Role.NO) and len(part.pieces) > 1 and not part.blank:
                return max(place for place, piece in enumerate(part.pieces, 1) if piece.strip())
        return len(parts)

    def _amount(self, row: Row, index: int) -> Decimal:
        return parse_money(row.value(index), style=self._style).value or Decimal(0)

    def _printed_code(self, row: Row, above: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
        for index, column in enumerate(self._columns):
            part = row.parts.get(index)
            if part is None or part.blank or column.role not in (Role.CODE, Role.NO, Role.UNKNOWN):
                continue
            if column.role is Role.UNKNOWN and index > min([*self._names, 99]):
                continue
            pieces = part.pieces if len(part.pieces) > 1 else ()
            if pieces:
                parts = join_columns([p.replace("\n", "") for p in pieces], above)
            else:
                text = "".join(line_texts(part.lines)).replace(" ", "").strip(".")
                if column.role is not Role.CODE and "." not in text:
                    continue
                parts = tuple(p for p in text.split(".") if p)
            if parts and all(_CODE_PART.fullmatch(p) for p in parts):
                return parts, ".".join(parts)
        return (), None

    # --- rows

    def _joined(self, row: Row, index: int) -> str:
        return self._words.join(line_texts(row.lines(index)))

    def _own(self, row: Row, index: int) -> Part | None:
        part = row.parts.get(index)
        if part is None or part.blank or is_blank(" ".join(line_texts(part.lines))):
            return None
        return part

    def _read_row(self, row: Row, level: ItemLevel | None) -> None:
        if self._sanity.unreadable(row):
            return
        if self._is_tail(row):
            self._grow(row)
            return
        if self._is_total(row):
            return
        if self._is_banner(row):
            return
        self._read_responsible(row)
        self._read_context(row, level)
        for index in self._indicators:
            self._read_indicator(row, index)
        if self._item is not None and not self._named_here(row):
            self._add_budgets(row)

    def _named_here(self, row: Row) -> bool:
        return any(self._own(row, i) and not _OUTCOME.match(self._joined(row, i)) for i in self._names)

    def _is_total(self, row: Row) -> bool:
        texts = [
            self._joined(row, i) for i in (*self._names, *self._statements, *self._indicators) if self._own(row, i)
        ]
        others = [
            self._joined(row, i)
            for i, c in enumerate(self._columns)
            if c.role in (Role.NO, Role.CODE) and self._own(row, i)
        ]
        return any(_TOTAL.match(strip_list_number(t)) for t in (*texts, *others)[:2])

    def _is_tail(self, row: Row) -> bool:
        """The rest of a row that began on the page before: words but no values, no number, no code."""
        if not row.first or not (self._drafts or self._items) or row.wide:
            return False
        table = (row.page, row.table)
        if (self._chain.sections[0].grid.table.page, self._chain.sections[0].grid.table.number) == table:
            return False
        if row.page is None:
            return False
        texts = [
            i
            for i in row.parts
            if self._own(row, i) and (i in self._indicators or i in self._names or i in self._statements)
        ]
        if not texts:
            return False
        for index, column in enumerate(self._columns):
            if column.role in (*VALUES, *MONEY, Role.NO, Role.CODE) and self._own(row, index):
                return False
        if not any(i in self._owning or i in self._names for i in texts) and not self._indicators:
            return False
        first = self._joined(row, texts[0])
        if any(
            re.match(r"(?:program|kegiatan|sub kegiatan|urusan|bidang)\b", self._joined(row, i), re.IGNORECASE)
            for i in texts
            if i in self._names
        ):
            return False
        if self._owning:
            return True
        return first[:1].islower()

    def _grow(self, row: Row) -> None:
        """Add the words of a tail to the texts they end."""
        for index in row.parts:
            if not self._own(row, index):
                continue
            lines = line_texts(row.lines(index))
            if index in self._last and index in self._indicators:
                self._last[index].name.lines.extend(lines)
            elif index in self._statements and self._columns[index].role in self._frame.statements:
                self._frame.statements[self._columns[index].role].lines.extend(lines)
            elif index in self._names:
                role = self._columns[index].role
                level = self._level if role is Role.NAME else _RUNG_LEVEL[role]
                if level in self._frame.names:
                    self._frame.names[level].lines.extend(lines)

    def _read_responsible(self, row: Row) -> None:
        for index, column in enumerate(self._columns):
            if column.role is Role.RESPONSIBLE and (part := self._own(row, index)):
                self._responsible = self._text(row, index, part)
                return

    def _text(self, row: Row, index: int, part: Part) -> Text:
        return Text(line_texts(part.lines), row.page, row.table, row.number, part.box or row.box)

    def _read_context(self, row: Row, level: ItemLevel | None) -> None:
        parts, code = self._printed_code(row, self._code_parts)
        if parts:
            self._code_parts = parts
        order = sorted([*self._statements, *self._names])
        for index in order:
            part = self._own(row, index)
            if part is None:
                continue
            column = self._columns[index]
            text = self._text(row, index, part)
            if column.role in STATEMENTS:
                self._say(row, index, column.role, text)
            else:
                self._name(row, index, column, text, level, code)
            if part.lines[-1].box:
                self._ends[index] = (row.page, part.lines[-1].box[3])

    def _say(self, row: Row, index: int, role: Role, text: Text) -> None:
        labelled = _GOAL_ROW.match(self._words.join(text.lines))
        if labelled and labelled[1].casefold() == role.value:  # `Sasaran 3: ...` in the column of sasaran
            text.lines = [labelled[2]]
        text.lines[0] = _BARE_NUMBER.sub(r"\1. ", text.lines[0])
        words = text.read(self._words)
        old = self._frame.statements.get(role)
        if not re.search(r"[A-Za-z]{3}", words):
            return
        if old is not None and fuzz.ratio(squeeze(words), squeeze(old.read(self._words))) >= _SAME:
            return
        if old is not None and self._goes_on(row, index, words):
            old.lines.extend(text.lines)
            return
        self._numbered[index] = self._is_numbered(row, text)
        self._frame = self._frame.copy()
        self._frame.statements[role] = text
        self._clear_right(row, index)
        self._remember(role, text)

    def _goes_on(self, row: Row, index: int, words: str) -> bool:
        """Is this the rest of a text that the page before (or an inferred row) cut?

        A text of its own has a capital, and its number where the one before had one.
        """
        part, before = row.parts[index], self._ends.get(index)
        if not part.ruled and before is not None and before[0] == row.page and part.lines[0].box:
            top, bottom = part.lines[0].box[1], part.lines[0].box[3]
            if 0 <= top - before[1] < 0.7 * (bottom - top) and self._numbered.get(index, False):
                return not self._is_numbered(row, Text(line_texts(part.lines)))
        if not row.first or row.page is None or self._rows[0].page == row.page:
            return False
        if words[:1].islower():
            return True
        return self._numbered.get(index, False) and not self._is_numbered(row, Text(line_texts(row.lines(index))))

    def _is_numbered(self, row: Row, text: Text) -> bool:
        words = self._words.join(text.lines)
        return (
            list_number(words) is not None
            or _BARE_NUMBER.match(words) is not None
            or any(self._own(row, i) for i, c in enumerate(self._columns) if c.role in (Role.NO, Role.CODE))
        )

    def _remember(self, role: Role, text: Text) -> None:
        kind = _KIND_OF[role]
        parents = [
            r for r in (Role.VISI, Role.MISI, Role.TUJUAN, Role.SASARAN, Role.STRATEGI) if r in self._frame.statements
        ]
        parent = next((r for r in reversed(parents) if list(_KIND_OF).index(r) < list(_KIND_OF).index(role)), None)
        number = list_number(self._words.join(text.lines))
        self._said.append(
            (
                kind,
                text,
                number,
                self._frame.statements[parent] if parent else None,
                _KIND_OF[parent] if parent else None,
            )
        )

    def _clear_right(self, row: Row, index: int) -> None:
        """What stands right of a new statement and is not printed anew belongs to the one before."""
        for other in self._statements:
            role = self._columns[other].role
            if other > index and not self._stays(row, other) and role in self._frame.statements:
                del self._frame.statements[role]
        right = [other for other in self._names if other > index]
        if right and not any(self._stays(row, other) for other in right):
            self._frame.names.clear()
            self._level = None
            self._code = None
            self._item = None
        elif not any(self._columns[other].role is Role.NAME for other in right):
            for other in right:
                if not self._stays(row, other):
                    self._frame.names.pop(_RUNG_LEVEL[self._columns[other].role], None)

    def _stays(self, row: Row, index: int) -> bool:
        """Something stands in the column beside this row: printed in it, or in a merged cell that reaches over it."""
        return self._own(row, index) is not None or index in row.carried

    def _goal(self, text: Text) -> bool:
        """Take `Misi 2: ...`, `Sasaran Strategis 1.1: ...`; False when the text is no such row."""
        goal = _GOAL_ROW.match(self._words.join(text.lines))
        if not goal:
            return False
        role = {"misi": Role.MISI, "tujuan": Role.TUJUAN, "sasaran": Role.SASARAN}[goal[1].casefold()]
        said = Text([goal[2].strip(" “”\"'")], text.page, text.table, text.row, text.box)
        self._frame = self._frame.copy()
        self._frame.statements[role] = said
        for lower in (Role.TUJUAN, Role.SASARAN)[(Role.MISI, Role.TUJUAN, Role.SASARAN).index(role) :]:
            self._frame.statements.pop(lower, None)
        self._frame.names.clear()
        self._level = self._code = None
        self._remember(role, said)
        return True

    def _is_banner(self, row: Row) -> bool:
        """A goal or a section alone in its row, in a column of other things: it stands above the rows that follow."""
        filled = [i for i in row.parts if self._own(row, i) and self._columns[i].role not in (Role.NO, Role.CODE)]
        if len(filled) != 1 or filled[0] in self._names or filled[0] in self._statements:
            return False
        text = self._text(row, filled[0], row.parts[filled[0]])
        return self._goal(text) or (filled[0] in self._indicators and self._section(text))

    def _section(self, text: Text) -> bool:
        """Take `Aspek Pelayanan Umum`, `Bidang Urusan Kesehatan`, `Kesehatan` among indicators by section."""
        words = text.read(self._words)
        if self._names or not is_section(words):
            return False
        self._frame = self._frame.copy()
        self._frame.names.clear()
        if is_urusan(words):
            self._frame.names[ItemLevel.BIDANG] = text
        return True

    def _name(
        self, row: Row, index: int, column: Column, text: Text, level: ItemLevel | None, code: str | None
    ) -> None:
        if self._goal(text):
            return
        if level is None:
            level = _RUNG_LEVEL.get(column.role)
        if level is None or _OUTCOME.match(self._words.join(text.lines)):
            return
        printed = self._words.join(text.lines)
        inline, rest = split_code(_BANNER_LABEL.sub("", printed))
        if inline is not None or rest != printed:
            text.lines = [rest]
        if level is ItemLevel.URUSAN:
            level = self._part_bidang(text)
        words = text.read(self._words)
        if not re.search(r"[A-Za-z]{2}", words):
            return
        old = self._frame.names.get(level)
        if old is not None and code is None and self._goes_on(row, index, words):
            old.lines.extend(text.lines)
            return
        self._numbered[index] = self._is_numbered(row, text)
        self._frame = self._frame.copy()
        if column.role is Role.NAME:
            kept = (ItemLevel.URUSAN, ItemLevel.BIDANG) if level is ItemLevel.OPD and self._level in _UPPER else ()
            for rung in ORDER[ORDER.index(level) :]:
                if rung not in kept:
                    self._frame.names.pop(rung, None)
        else:
            for other in self._names:
                if other > index and not self._stays(row, other):
                    self._frame.names.pop(_RUNG_LEVEL.get(self._columns[other].role, level), None)
            for other in self._statements:
                if other > index and not self._stays(row, other):
                    self._frame.statements.pop(self._columns[other].role, None)
        if level is ItemLevel.OPD:
            self._office = text
        else:
            self._frame.names[level] = text
        self._level = level
        parsed = parse_code(code or inline)
        self._code = parsed.text if parsed else code
        self._item = ItemDraft(text, level, self._code, self._frame, self._responsible or self._office)
        self._items.append(self._item)
        self._add_budgets(row)

    def _part_bidang(self, text: Text) -> ItemLevel:
        """`Urusan Wajib` and its `Bidang ...` in one cell: the nearest is the bidang."""
        cut = next((i for i, line in enumerate(text.lines) if i and re.match(r"(?i)bidang\b", line)), None)
        if cut is None:
            return ItemLevel.URUSAN
        del text.lines[:cut]
        return ItemLevel.BIDANG

    def _add_budgets(self, row: Row) -> None:
        """Pagu of the item's own row and of the rows of its further indicators, each year summed."""
        item = self._item
        if item is None:
            return
        for index, column in enumerate(self._columns):
            if column.role not in (Role.BUDGET, Role.FINAL_BUDGET):
                continue
            money = self._money(row, index)
            if money is None:
                continue
            if column.role is Role.FINAL_BUDGET:
                item.final_budget = _plus(item.final_budget, money)
            elif column.year is not None:
                item.budgets[column.year] = _plus(item.budgets.get(column.year), money)

    def _money(self, row: Row, index: int) -> Money | None:
        raw = row.value(index)
        if is_blank(raw) or self._sanity.wrong(row, index):
            return None
        read = parse_money(raw, scale=self._columns[index].scale, style=self._style)
        if read.kind is QuantityKind.BLANK:
            return None
        # Which of the two is wrong, the heading's scale or the amount, cannot be told: the amount stays unread.
        return Money(raw, None if index in self._sanity.overscaled else read.value)

    # --- indicators

    def _read_indicator(self, row: Row, index: int) -> None:
        column = self._columns[index]
        part = self._own(row, index)
        text = self._text(row, index, part) if part else None
        if text is None or (row.wide and self._owning and not self._any_value(row, index)):
            return  # nothing, or a heading over the whole width ("ASPEK KESEJAHTERAAN MASYARAKAT")
        label = _IO_LABEL.match(text.lines[0]) if text.lines else None
        io = label[1].casefold() if label else None
        if label:
            text.lines = text.lines[1:]
        if io in ("input", "masukan"):
            return
        if part is not None and not part.ruled:
            self._trim(row, part, text)
        name = text.read(self._words)
        if not re.search(r"[A-Za-z]{3}", name) or _TOTAL.match(name):
            return
        if (
            row.first
            and name[:1].islower()
            and index in self._last
            and not self._last[index].has_values
            and (self._joined(row, index)[:1].islower())
            and self._no_context(row)
            and row.page is not None
            and len(self._chain.sections) > 1
        ):
            self._last[index].name.lines.extend(text.lines)
            self._take_values(row, index, self._last[index])
            return
        self._indicator_texts[index] = text
        if not self._is_record(row, index):
            return
        level = self._indicator_level(row, index, text, io)
        draft = IndicatorDraft(
            text,
            self._frame_for(index),
            level,
            self._code_for(level, index),
            self._caption,
            responsible=self._responsible or self._office,
            box=_union(row, part),
        )
        draft.confidence = min([column.score, *(c.score for c in self._columns if c.owner == index)])
        if draft.confidence < 0.9:
            draft.doubts.append("kepala kolom kurang jelas")
        draft.doubts.extend(row.doubts)
        if row.doubts:
            draft.confidence = min(draft.confidence, 0.7)
        if self._sanity.doubtful(row):
            draft.confidence = min(draft.confidence, 0.45)
            draft.doubts.append("kolom pada halaman ini tidak terbaca pasti")
        self._take_values(row, index, draft)
        self._inherit_pagu(row, draft)
        self._drafts.append(draft)
        self._last[index] = draft

    def _inherit_pagu(self, row: Row, draft: IndicatorDraft) -> None:
        """The pagu of an item without indicator in its own row stands on the first indicator below it."""
        item = self._item
        if item is None or item.paid:
            return
        item.paid = True
        if not draft.budgets and not self._named_here(row):
            draft.budgets.update(item.budgets)

    def _trim(self, row: Row, part: Part, text: Text) -> None:
        """Take off what an inferred cell swallowed: the row's number before the name, a group's title after it."""
        numbers = [i for i, c in enumerate(self._columns) if c.role is Role.NO]
        index = next(i for i, held in row.parts.items() if held is part)
        swallowed = self._columns[index].text.casefold().startswith("no ")
        if (swallowed or (numbers and not any(self._own(row, i) for i in numbers))) and text.lines:
            text.lines[0] = re.sub(r"^\d{1,3}\s+(?=[A-Z%])", "", text.lines[0])
        lines = [line for line in part.lines if line.text.strip()]
        while len(lines) > 1 and len(lines) == len(text.lines) and _is_title(lines[-1], lines[:-1]):
            lines.pop()
            text.lines.pop()

    def _no_context(self, row: Row) -> bool:
        return not any(self._own(row, i) for i, c in enumerate(self._columns) if c.role in (Role.NO, Role.CODE))

    def _is_record(self, row: Row, index: int) -> bool:
        """An indicator whose values belong to another column of its row is no record of its own.

        One of a statement of its own (`Tujuan | Indikator | Sasaran | Indikator | Target`) is one.
        """
        if index in self._owning or not self._owning:
            return True
        right = [i for i in self._indicators if i > index and i in self._owning]
        if not right:
            return True
        if not self._own(row, right[0]):
            return self._any_value(row, right[0])
        between = range(index + 1, right[0])
        return any(i in self._statements for i in between) and not any(i in self._names for i in between)

    def _any_value(self, row: Row, owner: int) -> bool:
        return any(c.owner == owner and c.role in VALUES and self._own(row, i) for i, c in enumerate(self._columns))

    def _frame_for(self, index: int) -> Frame:
        """What stands left of the indicator (statements right of it belong to the next column of indicators)."""
        frame = self._frame.copy()
        later = [i for i in self._indicators if i > index]
        if later:
            for other in self._statements:
                if other > index:
                    frame.statements.pop(self._columns[other].role, None)
            if not any(i < index for i in self._names):
                frame.names.clear()
        return frame

    def _indicator_level(self, row: Row, index: int, text: Text, io: str | None) -> Level | None:
        column = self._columns[index]
        if io in ("output", "keluaran"):
            return _ITEM_LEVEL.get(self._level) if self._level else None
        if io is not None:
            return None
        twin = self._twin(index, text)
        if twin is not None:
            return twin
        heading = column.text.casefold()
        if "utama" in heading or re.search(r"\biku\b", heading) or self._kind is Kind.IKU:
            return Level.IKU
        rung = rung_of(column.rungs)
        if rung in _LEVEL_OF and not (rung == "program" and self._named_deeper()):
            return _LEVEL_OF[rung]
        caption = (self._caption or "").casefold()
        if self._frame.names and self._level in _ITEM_LEVEL:
            return _ITEM_LEVEL[self._level]
        for role, level in ((Role.SASARAN, Level.SASARAN), (Role.TUJUAN, Level.TUJUAN)):
            if role in self._frame.statements:
                return level
        if "indikator kinerja utama" in caption:
            return Level.IKU
        if "indikator kinerja kunci" in caption:
            return Level.IKK
        if "indikator kinerja daerah" in caption or "penetapan indikator" in caption:
            return Level.IKD
        return None

    def _named_deeper(self) -> bool:
        """A row that names a kegiatan under a heading, the only one of indicators, that speaks of programs only."""
        ladder = any(self._columns[i].role is Role.NAME for i in self._names)
        return ladder and len(self._indicators) == 1 and self._level in (ItemLevel.KEGIATAN, ItemLevel.SUBKEGIATAN)

    def _twin(self, index: int, text: Text) -> Level | None:
        """The same words stand in a neighbouring column of indicators of one level: then it is of that level."""
        if len(self._columns[index].rungs) < 2:
            return None
        for other, held in self._indicator_texts.items():
            rung = rung_of(self._columns[other].rungs)
            if other != index and rung in _LEVEL_OF and rung in self._columns[index].rungs:
                a, b = squeeze(text.read(self._words)), squeeze(held.read(self._words))
                if fuzz.ratio(a, b) >= _SAME:
                    return _LEVEL_OF[rung]
        return None

    def _code_for(self, level: Level | None, index: int) -> str | None:
        if level in (Level.TUJUAN, Level.SASARAN, Level.IKU):
            return None
        return self._code

    def _take_values(self, row: Row, index: int, draft: IndicatorDraft) -> None:
        sources = [index]
        if index not in self._owning:
            right = [i for i in self._indicators if i > index and i in self._owning]
            if right and not self._own(row, right[0]):
                sources.append(right[0])
        unit_text = self._unit(row, sources)
        if unit_text and not draft.unit:
            draft.unit = [unit_text]
        _, bracket = split_unit(draft.name.read(self._words))
        unit = (draft.unit[0] if draft.unit else None) or bracket
        for place, column in enumerate(self._columns):
            if column.owner not in sources and column.role not in MONEY:
                continue
            raw = row.value(place)
            if is_blank(raw):
                continue
            if self._sanity.wrong(row, place):
                draft.confidence = min(draft.confidence, 0.4)
                draft.doubts.append(f"{raw[:40]} tidak cocok dengan kolom {column.role.value}")
                continue
            if column.role in VALUES:
                self._take_value(draft, column, parse_quantity(raw, style=self._style, unit=unit))
                draft.quote.append(raw)
            elif column.role in MONEY and self._pays(row, index, column, sources):
                self._take_money(draft, column, self._money(row, place))
                draft.quote.append(raw)

    def _unit(self, row: Row, owners: Sequence[int]) -> str | None:
        for place, column in enumerate(self._columns):
            if column.role is Role.UNIT and column.owner in owners and self._own(row, place):
                return self._joined(row, place)
        return None

    def _pays(self, row: Row, index: int, column: Column, sources: Sequence[int]) -> bool:
        """Does the row's pagu belong to this indicator? Among indicators of several levels: to the output's."""
        filled = [i for i in self._indicators if self._own(row, i)]
        group = {self._columns[i].text.split(" > ")[0] for i in self._indicators}
        if len(self._indicators) > 1 and len(group) == 1 and len(filled) > 1:
            outputs = [i for i in filled if "keluaran" in self._columns[i].text.casefold()]
            return index == (outputs or filled)[0]
        if len(filled) == 1:
            return True
        return column.owner in sources

    def _take_value(self, draft: IndicatorDraft, column: Column, value: Quantity) -> None:
        if value.kind is QuantityKind.AMBIGUOUS:
            draft.confidence = min(draft.confidence, 0.6)
            draft.doubts.append(f"angka {value.raw} dapat dibaca dua cara")
        year = value.year if column.role is Role.BASELINE and value.year else column.year
        if column.role is Role.FINAL:
            draft.final = draft.final or value
            if column.text.casefold().startswith("target") and self._years.first is None and year is None:
                draft.confidence = min(draft.confidence, 0.6)
                draft.doubts.append("tahun target tidak diketahui")
        elif year is None:
            if column.role is Role.TARGET:
                draft.confidence = min(draft.confidence, 0.6)
                draft.doubts.append("tahun target tidak diketahui")
        elif column.role is Role.BASELINE:
            draft.baseline.setdefault(year, value)
        elif column.role is Role.TARGET:
            draft.targets.setdefault(year, value)
        elif column.role is Role.REALISATION:
            if column.quarter:
                draft.quarters.setdefault(year, {}).setdefault(column.quarter, value)
            else:
                draft.realisations.setdefault(year, value)

    def _take_money(self, draft: IndicatorDraft, column: Column, money: Money | None) -> None:
        if money is None or column.year is None:
            return
        if column.role is Role.BUDGET:
            old = draft.budgets.get(column.year)
            draft.budgets[column.year] = _plus(old, money) if column.fund or old is None else old
        elif column.role is Role.SPENDING and column.quarter:
            draft.quarter_spending.setdefault(column.year, {}).setdefault(column.quarter, money)

    # --- end

    def _finish(self) -> Facts:
        facts = Facts(
            unreadable={(row.page, row.table) for row in self._rows if self._sanity.unreadable(row)},
        )
        for draft in self._without_group_heads():
            facts.indicators.append(self._indicator(draft))
        for item in self._items:
            facts.items.append(self._plan_item(item))
        for kind, text, number, parent, parent_kind in self._said:
            words = text.read(self._words)
            facts.statements.append(
                Statement(
                    self._evidence(text, words),
                    kind,
                    words,
                    number,
                    parent.read(self._words) if parent else None,
                    parent_kind,
                    "tabel",
                    0.9,
                )
            )
        return facts

    def _without_group_heads(self) -> list[IndicatorDraft]:
        """Drafts without those that only head a lettered list (`a. Teh`, `b. Kopi`) and have no value themselves."""
        kept = []
        for draft, after in zip_longest(self._drafts, self._drafts[1:]):
            begins = item_start(after.name.lines[0]) if after is not None and after.name.lines else None
            if draft.has_values or begins != ("letter", 1) or not self._owning:
                kept.append(draft)
        return kept

    def _indicator(self, draft: IndicatorDraft) -> Indicator:
        name, bracket = split_unit(strip_name_label(draft.name.read(self._words)))
        name = name.strip(" ;,:")
        unit = (draft.unit[0] if draft.unit else None) or bracket or _unit_of_values(draft)
        quote = " | ".join([self._words.join(draft.name.lines), *draft.quote])
        return Indicator(
            evidence=self._evidence(draft.name, quote, draft.box),
            name=name,
            level=draft.level,
            context=draft.frame.context(self._words),
            caption=draft.caption,
            code=draft.code,
            unit=unit,
            baseline=draft.baseline,
            targets=draft.targets,
            final=draft.final,
            realisations=draft.realisations,
            budgets=draft.budgets,
            quarters=draft.quarters,
            quarter_spending=draft.quarter_spending,
            responsible=draft.responsible.read(self._words) if draft.responsible else None,
            confidence=round(max(draft.confidence, 0.05), 3),
            doubts=tuple(dict.fromkeys(draft.doubts)),
        )

    def _plan_item(self, item: ItemDraft) -> PlanItem:
        words = item.name.read(self._words)
        return PlanItem(
            evidence=self._evidence(item.name, words),
            level=item.level,
            name=words,
            code=item.code,
            context=item.frame.context(self._words),
            responsible=item.responsible.read(self._words) if item.responsible else None,
            budgets=item.budgets,
            final_budget=item.final_budget,
            confidence=item.confidence,
        )

    def _evidence(self, text: Text, quote: str, box: Box | None = None) -> Evidence:
        return Evidence(
            sha256=self._file.sha256,
            file=self._file.name,
            page=text.page,
            table=text.table if text.page is None else None,
            row=text.row + 1 if text.page is None else None,
            box=box or text.box,
            quote=quote,
        )


def _is_title(line: Line, others: Sequence[Line]) -> bool:
    """A line in capitals that begins left of the others."""
    if line.box is None or any(other.box is None for other in others):
        return False
    left = min(other.box[0] for other in others[1:] or others if other.box)
    return line.text.isupper() and len(line.text) > 4 and line.box[0] < left - 10


def _unit_of_values(draft: IndicatorDraft) -> str | None:
    """The unit printed behind the values, as in the first cell that has one; whole where another cell has it whole."""
    cells = [*draft.targets.values(), *([draft.final] if draft.final else []), *draft.baseline.values()]
    units = [cell.unit for cell in cells if cell.unit] or [c.unit for c in draft.realisations.values() if c.unit]
    same = [unit for unit in units if squeeze(unit) == squeeze(units[0])]
    return min(same, key=lambda unit: unit.count(" "), default=None)


def _plus(old: Money | None, new: Money) -> Money:
    if old is None:
        return new
    if old.rupiah is None or not new.rupiah:
        return old
    if not old.rupiah:
        return new
    return Money(f"{old.raw} + {new.raw}", old.rupiah + new.rupiah)


def _union(row: Row, part: Part | None) -> Box | None:
    if part is not None and part.box is not None and row.box is not None:
        return (row.box[0], part.box[1], row.box[2], part.box[3])
    return row.box
