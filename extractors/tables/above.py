"""What stands above a row: goals, the ladder of names, code, who is responsible; each row read sets it for the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.tables.banners import goals_above, goals_over_header
from extractors.tables.budgets import add_to_item
from extractors.tables.codes import printed_code
from extractors.tables.columns import STATEMENTS, Column, Role
from extractors.tables.draft import Frame, ItemDraft, StatementDraft, Text, part_bidang
from extractors.tables.labels import (
    BARE_NUMBER,
    OFFICE,
    OFFICE_LABEL,
    OUTCOME,
    OWN_WORD,
    Goal,
    heads_priorities,
    labelled_goal,
    visi_and_misi,
)
from extractors.tables.ladder import ORDER, is_section, is_urusan
from extractors.tables.rows import Row
from extractors.tables.sheet import Sheet
from extractors.tables.stitch import Section
from extractors.tables.text import line_texts, list_items, list_number, squeeze
from models.codes import parse_code, split_code
from models.indicator import ItemLevel, StatementKind

_FULL_CODE = 5
"""Parts of the code of a kegiatan (Permendagri 90/2019)."""
_RUNG_LEVEL = {
    Role.URUSAN: ItemLevel.BIDANG,
    Role.PROGRAM: ItemLevel.PROGRAM,
    Role.KEGIATAN: ItemLevel.KEGIATAN,
    Role.SUBKEGIATAN: ItemLevel.SUBKEGIATAN,
}
_KIND_OF = {
    Role.VISI: StatementKind.VISI,
    Role.MISI: StatementKind.MISI,
    Role.TUJUAN: StatementKind.TUJUAN,
    Role.SASARAN: StatementKind.SASARAN,
    Role.STRATEGI: StatementKind.STRATEGI,
    Role.KEBIJAKAN: StatementKind.ARAH_KEBIJAKAN,
}
_GOALS = (Role.VISI, Role.MISI, Role.TUJUAN, Role.SASARAN)
_UPPER = (ItemLevel.URUSAN, ItemLevel.BIDANG)
_SAME = 92.0


class Above:
    """What stands above the row that is being read, and the items and statements met on the way.

    Attributes:
        frame: the goals and names above; replaced, not changed, when a new one begins, so that drafts may keep it.
        level: rung of the last name.
        code: code of the last name.
        item: the last name as a plan item.
        items, statements: all so far, in reading order.
    """

    def __init__(self, sheet: Sheet):
        self._sheet = sheet
        self.frame = Frame()
        self.level: ItemLevel | None = None
        self.code: str | None = None
        self.item: ItemDraft | None = None
        self.items: list[ItemDraft] = []
        self.statements: list[StatementDraft] = []
        self._code_parts: tuple[str, ...] = ()
        self._responsible: Text | None = None
        self._office: Text | None = None
        self._numbered: dict[int, bool] = {}
        self._ends: dict[int, tuple[int | None, float]] = {}

    @property
    def responsible(self) -> Text | None:
        """Who answers for the row: as its own column says, else the office over the rows."""
        return self._responsible or self._office

    # --- over the table

    def read_over_chain(self) -> None:
        """Statements printed above the first table (`Misi 1: ...`)."""
        for section in self._sheet.chain.sections[:1]:
            self._goals_over(section)

    def read_over_table(self, row: Row) -> None:
        """Statements and the office printed above the table that begins with this row."""
        sections = self._sheet.chain.sections
        for section in sections:
            table = section.grid.table
            if (table.page, table.number) != (row.page, row.table):
                continue
            if section is not sections[0]:
                self._goals_over(section)
            for paragraph in section.above:
                found = OFFICE.match(paragraph.text)
                if found and found[1].strip():
                    self._office = Text([found[1].strip()], row.page)

    def _goals_over(self, section: Section) -> None:
        held = {c.role for c in self._sheet.columns}
        goals = goals_above(section, held)
        if goals:
            self.frame = Frame(goals)
        for goal, text in goals_over_header(section, held, self._sheet.words):
            self._goal(goal, text)

    # --- a row

    def read_row(self, row: Row, level: ItemLevel | None) -> None:
        """Take what the row itself says of responsible, goals and names; `level` is the rung of its name."""
        self._read_responsible(row)
        parts = printed_code(self._sheet, row, self._code_parts)
        if parts:
            self._code_parts = parts
            if not self._sheet.names and len(parts) >= _FULL_CODE:
                self.code = ".".join(parts)  # an export prints the code and not the name
        for index in sorted([*self._sheet.statements, *self._sheet.names]):
            part = self._sheet.own(row, index)
            if part is None:
                continue
            column = self._sheet.columns[index]
            text = self._sheet.text(row, index)
            if column.role is Role.MISI and (visi := visi_and_misi(text.lines)):
                self._visi_and_misi(row, index, text, *visi)
            elif column.role in STATEMENTS:
                goal = labelled_goal(self._sheet.words.join(text.lines))
                if goal and goal.kind != column.role.value:  # a banner over the columns: `Misi 2: ...`
                    self._goal(goal, text)
                elif goal or not row.wide:
                    self._say(row, index, column.role, text, goal)
            else:
                self._name(row, index, column, text, level, ".".join(parts) or None)
            if part.lines[-1].box:
                self._ends[index] = (row.page, part.lines[-1].box[3])

    def read_alone(self, row: Row) -> bool:
        """Take a goal or a section alone in its row, in a column of other things; False when the row is no such."""
        sheet = self._sheet
        filled = [i for i in row.parts if sheet.own(row, i) and sheet.columns[i].role not in (Role.NO, Role.CODE)]
        if len(filled) != 1 or filled[0] in sheet.names or filled[0] in sheet.statements:
            return False
        text = sheet.text(row, filled[0])
        return self._labelled(text) or (filled[0] in sheet.indicators and self._section(text))

    def grow(self, index: int, lines: Sequence[str]) -> None:
        """Add a tail's lines to the goal or name of column `index` that they end."""
        role = self._sheet.columns[index].role
        if index in self._sheet.statements and role in self.frame.statements:
            self.frame.statements[role].lines.extend(lines)
        elif index in self._sheet.names:
            level = self.level if role is Role.NAME else _RUNG_LEVEL[role]
            if level in self.frame.names:
                self.frame.names[level].lines.extend(lines)

    def _read_responsible(self, row: Row) -> None:
        for index, column in enumerate(self._sheet.columns):
            if column.role is Role.RESPONSIBLE and self._sheet.own(row, index):
                self._responsible = self._sheet.text(row, index)
                return

    # --- goals

    def _visi_and_misi(self, row: Row, index: int, text: Text, visi: list[str], misi: list[str]) -> None:
        """A cell of the column `Visi/Misi` that holds the visi and all misi: none of them is that of one row."""
        for role, lines in ((Role.VISI, visi), (Role.MISI, misi)):
            said = Text(lines, text.page, text.table, text.row, text.box)
            self.frame = self.frame.copy()
            self.frame.statements[role] = said
            self._remember(role, said, None)
        if len(list_items(misi)) > 1:
            del self.frame.statements[Role.MISI]
        self._clear_right(row, index)

    def _say(self, row: Row, index: int, role: Role, text: Text, goal: Goal | None) -> None:
        if goal:  # `Sasaran 3: ...` in the column of sasaran
            text.lines = [goal.text]
        text.lines[0] = BARE_NUMBER.sub(r"\1. ", text.lines[0])
        words = text.read(self._sheet.words)
        old = self.frame.statements.get(role)
        if not re.search(r"[A-Za-z]{3}", words):
            return
        if old is not None and fuzz.ratio(squeeze(words), squeeze(old.read(self._sheet.words))) >= _SAME:
            return
        cut = words[:1].islower() and not row.parts[index].ruled and row.page == old.page if old is not None else False
        if old is not None and (cut or self._goes_on(row, index, words)):
            old.lines.extend(text.lines)
            return
        self._numbered[index] = self._is_numbered(row, text)
        self.frame = self.frame.copy()
        self.frame.statements[role] = text
        self._clear_right(row, index)
        self._remember(role, text, goal.number if goal else None, self._sheet.columns[index].year)

    def _remember(self, role: Role, text: Text, number: str | None, year: int | None = None) -> None:
        parents = [
            r for r in (Role.VISI, Role.MISI, Role.TUJUAN, Role.SASARAN, Role.STRATEGI) if r in self.frame.statements
        ]
        parent = next((r for r in reversed(parents) if list(_KIND_OF).index(r) < list(_KIND_OF).index(role)), None)
        self.statements.append(
            StatementDraft(
                _KIND_OF[role],
                text,
                number or list_number(self._sheet.words.join(text.lines)),
                self.frame.statements[parent] if parent else None,
                _KIND_OF[parent] if parent else None,
                year,
            )
        )

    def _prioritise(self, program: Text) -> None:
        """A program under a heading of program prioritas is a statement too, under the nearest goal."""
        upper = next((r for r in reversed(_GOALS) if r is not Role.VISI and r in self.frame.statements), None)
        self.statements.append(
            StatementDraft(
                StatementKind.PROGRAM_PRIORITAS,
                program,
                list_number(self._sheet.words.join(program.lines)),
                self.frame.statements[upper] if upper else None,
                _KIND_OF[upper] if upper else None,
            )
        )

    def _clear_right(self, row: Row, index: int) -> None:
        """What stands right of a new statement and is not printed anew belongs to the one before."""
        sheet = self._sheet
        for other in sheet.statements:
            role = sheet.columns[other].role
            if other > index and not self._stays(row, other) and role in self.frame.statements:
                del self.frame.statements[role]
        right = [other for other in sheet.names if other > index]
        if right and not any(self._stays(row, other) for other in right):
            self.frame.names.clear()
            self.level = None
            self.code = None
            self.item = None
        elif not any(sheet.columns[other].role is Role.NAME for other in right):
            for other in right:
                if not self._stays(row, other):
                    self.frame.names.pop(_RUNG_LEVEL[sheet.columns[other].role], None)

    def _labelled(self, text: Text) -> bool:
        """Take `Misi 2: ...`, `Sasaran Strategis 1.1: ...`; False when the text is no such row."""
        goal = labelled_goal(self._sheet.words.join(text.lines))
        if goal:
            self._goal(goal, text)
        return goal is not None

    def _goal(self, goal: Goal, text: Text) -> None:
        """A goal over the rows that follow: what stood below the one before it counts no more."""
        role = Role(goal.kind)
        said = Text([goal.text], text.page, text.table, text.row, text.box)
        self.frame = self.frame.copy()
        self.frame.statements[role] = said
        for lower in _GOALS[_GOALS.index(role) + 1 :]:
            self.frame.statements.pop(lower, None)
        self.frame.names.clear()
        self.level = self.code = None
        self._remember(role, said, goal.number)

    # --- names

    def _section(self, text: Text) -> bool:
        """Take `Aspek Pelayanan Umum`, `Bidang Urusan Kesehatan`, `Kesehatan` among indicators by section."""
        words = text.read(self._sheet.words)
        if self._sheet.names or not is_section(words):
            return False
        self.frame = self.frame.copy()
        self.frame.names.clear()
        if is_urusan(words):
            self.frame.names[ItemLevel.BIDANG] = text
        return True

    def _name(
        self, row: Row, index: int, column: Column, text: Text, level: ItemLevel | None, code: str | None
    ) -> None:
        if self._labelled(text):
            return
        if level is None:
            level = _RUNG_LEVEL.get(column.role)
        printed = self._sheet.words.join(text.lines)
        if level is None or OUTCOME.match(printed):
            return
        inline, rest = split_code(OFFICE_LABEL.sub("", printed))
        if inline is not None or rest != printed:
            text.lines = [rest]
        if level is ItemLevel.URUSAN:
            level = part_bidang(text)
        words = text.read(self._sheet.words)
        if not re.search(r"[A-Za-z]{2}", words):
            return
        old = self.frame.names.get(level)
        if old is not None and code is None and self._goes_on(row, index, words):
            old.lines.extend(text.lines)
            return
        self._numbered[index] = self._is_numbered(row, text)
        self.frame = self.frame.copy()
        self._clear_below(row, index, column, level)
        if level is ItemLevel.OPD:
            self._office = text
        else:
            self.frame.names[level] = text
        self.level = level
        parsed = parse_code(code or inline)
        self.code = parsed.text if parsed else code
        self.item = ItemDraft(text, level, self.code, self.frame, self.responsible, caption=self._sheet.caption)
        self.items.append(self.item)
        if level is ItemLevel.PROGRAM and heads_priorities(column.text):
            self._prioritise(text)
        add_to_item(self._sheet, row, self.item)

    def _clear_below(self, row: Row, index: int, column: Column, level: ItemLevel) -> None:
        """Names on lower rungs belong to the name before; in columns of one rung each, what stands right of it does."""
        if column.role is Role.NAME:
            kept = _UPPER if level is ItemLevel.OPD and self.level in _UPPER else ()
            for rung in ORDER[ORDER.index(level) :]:
                if rung not in kept:
                    self.frame.names.pop(rung, None)
            return
        columns = self._sheet.columns
        for other in self._sheet.names:
            if other > index and not self._stays(row, other):
                self.frame.names.pop(_RUNG_LEVEL.get(columns[other].role, level), None)
        for other in self._sheet.statements:
            if other > index and not self._stays(row, other):
                self.frame.statements.pop(columns[other].role, None)

    # --- does a text begin here

    def _goes_on(self, row: Row, index: int, words: str) -> bool:
        """Is this the rest of a text that the page before (or an inferred row) cut?

        A text of its own has a capital, and its number where the one before had one.
        """
        part, before = row.parts[index], self._ends.get(index)
        if not part.ruled and before is not None and before[0] == row.page and part.lines[0].box:
            top, bottom = part.lines[0].box[1], part.lines[0].box[3]
            if 0 <= top - before[1] < 0.7 * (bottom - top) and self._numbered.get(index, False):
                return not self._is_numbered(row, Text(line_texts(part.lines)))
        if not row.first or row.page is None or self._sheet.rows[0].page == row.page:
            return False
        if words[:1].islower():
            return True
        if OWN_WORD.match(words):
            return False
        return self._numbered.get(index, False) and not self._is_numbered(row, Text(line_texts(row.lines(index))))

    def _is_numbered(self, row: Row, text: Text) -> bool:
        words = self._sheet.words.join(text.lines)
        return list_number(words) is not None or BARE_NUMBER.match(words) is not None or self._sheet.numbered(row)

    def _stays(self, row: Row, index: int) -> bool:
        """Something stands in the column beside this row: printed in it, or in a merged cell that reaches over it."""
        return self._sheet.own(row, index) is not None or index in row.carried
