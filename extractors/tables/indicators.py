"""The indicators of a row: which texts are indicators of their own, of what level, under which goals and names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.layout import Line
from extractors.tables.above import Above
from extractors.tables.budgets import hand_down
from extractors.tables.columns import Role
from extractors.tables.draft import Frame, IndicatorDraft, Text
from extractors.tables.labels import INPUT_OUTPUT, TOTAL
from extractors.tables.ladder import rung_of
from extractors.tables.rows import Part, Row
from extractors.tables.sheet import Sheet
from extractors.tables.text import squeeze
from extractors.tables.trace import Fate
from extractors.tables.values import take_values
from models.document import Kind
from models.evidence import Box
from models.indicator import ItemLevel, Level
from models.units import split_unit

_LEVEL_OF = {
    "tujuan": Level.TUJUAN,
    "sasaran": Level.SASARAN,
    "program": Level.PROGRAM,
    "kegiatan": Level.KEGIATAN,
    "subkegiatan": Level.SUBKEGIATAN,
}
_ITEM_LEVEL = {
    ItemLevel.PROGRAM: Level.PROGRAM,
    ItemLevel.KEGIATAN: Level.KEGIATAN,
    ItemLevel.SUBKEGIATAN: Level.SUBKEGIATAN,
}
_LISTS = {"indikator kinerja kunci": Level.IKK, "indikator kinerja daerah": Level.IKD}
"""Words of a heading or a caption that name a list of indicators."""
_SAME = 92.0
_ENOUGH = 3

_DECIMAL = re.compile(r"(?<![\w.,])\d+[.,]\d+(?![\w.,])")
_SIDE_BY_SIDE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*%?\s+\d+(?:[.,]\d+)*%?(?![\w.,])")
"""Two decimals, or two numbers side by side, in an inferred cell are values of columns that were not told apart."""


class Indicators:
    """The indicators of a table so far: `drafts`, in reading order."""

    def __init__(self, sheet: Sheet, above: Above, kind: Kind):
        self._sheet = sheet
        self._above = above
        self._kind = kind
        self.drafts: list[IndicatorDraft] = []
        self._last: dict[int, IndicatorDraft] = {}
        self._texts: dict[int, Text] = {}
        self._about: dict[int, Text] = {}
        """The last text of each column that tells something about indicators: a merged cell tells it of several."""
        self._alone: set[int] = set()
        """Columns whose last indicator stood alone in its row: no unit, no remark beside it."""

    def read_row(self, row: Row) -> Fate:
        """Take the indicators of a row, in each column of indicators; say what it gave, or why nothing."""
        self._read_about(row)
        fates = [self._read(row, index) for index in self._sheet.indicators]
        for fate in (Fate.RECORD, Fate.CONTINUES):
            if fate in fates:
                return fate
        return next((fate for fate in fates if fate is not Fate.NO_INDICATOR), Fate.NO_INDICATOR)

    def grow(self, index: int, lines: Sequence[str]) -> bool:
        """Add a tail's lines to the last indicator of column `index`; False when there is none."""
        if self._sheet.columns[index].about is not None and index in self._about:
            self._about[index].lines.extend(lines)
            return True
        if index not in self._last:
            return False
        self._last[index].name.lines.extend(lines)
        return True

    def awaits_unit(self, index: int, row: Row) -> bool:
        """The row ends with the unit in brackets that the name above it, which has the values, lacks."""
        last = self._last.get(index)
        return (
            last is not None
            and last.has_values
            and split_unit(" ".join(last.name.lines))[1] is None
            and split_unit(self._sheet.joined(row, index))[1] is not None
        )

    def _read_about(self, row: Row) -> None:
        """Take what the row tells of its indicators besides values; what the cell above tells when it reaches in."""
        for index, column in enumerate(self._sheet.columns):
            if column.about is None or index in row.carried:
                continue
            self._about.pop(index, None)
            part = row.parts.get(index)
            if part is not None and not row.item and part.ruled | (not part.blank):
                self._about[index] = self._sheet.text(row, index)

    def _read(self, row: Row, index: int) -> Fate:
        sheet = self._sheet
        part = sheet.own(row, index)
        if part is None:
            return Fate.NO_INDICATOR
        if row.wide and sheet.owning and not sheet.has_values(row, index):
            return Fate.HEADING  # over the whole width ("ASPEK KESEJAHTERAAN MASYARAKAT")
        text = sheet.text(row, index)
        label = INPUT_OUTPUT.match(text.lines[0]) if text.lines else None
        io = label[1].casefold() if label else None
        if label:
            text.lines = text.lines[1:]
        if io in ("input", "masukan"):
            return Fate.INPUT
        if not part.ruled:
            self._trim(row, index, part, text)
        name = text.read(sheet.words)
        if not re.search(r"[A-Za-z]{3}", name):
            return Fate.NO_WORDS
        if TOTAL.match(name):
            return Fate.TOTAL
        if self._is_banner(row, index, name):
            return Fate.HEADING
        if self._goes_on(row, index, name):
            self._last[index].name.lines.extend(text.lines)
            take_values(sheet, row, index, self._last[index])
            return Fate.CONTINUES
        self._texts[index] = text
        if not self._is_record(row, index):
            return Fate.OTHER_COLUMN
        draft = self._begin(row, index, text, self._level(index, text, io), part)
        draft.note = sheet.note(row, self.drafts[-1].note if self.drafts else None)
        take_values(sheet, row, index, draft)
        hand_down(sheet, row, self._above.item, draft)
        self.drafts.append(draft)
        self._last[index] = draft
        beside = any(sheet.own(row, other) for other in row.parts if other != index)
        (self._alone.discard if beside else self._alone.add)(index)
        return Fate.RECORD

    def _is_banner(self, row: Row, index: int, name: str) -> bool:
        """Words in capitals, alone in their row and without the number that the rows of the table have."""
        sheet = self._sheet
        if not name.isupper() or " " not in name or index not in sheet.owning or sheet.numbered(row):
            return False
        if any(sheet.own(row, other) for other in row.parts if other != index):
            return False
        return any(sheet.numbered(other) for other in sheet.rows)

    def _goes_on(self, row: Row, index: int, name: str) -> bool:
        """The rest of an indicator that the page before cut, with the values.

        It begins in small letters; or nothing else begins in its row, while the piece on the page before is the only
        row of the table without values.
        """
        last = self._last.get(index)
        if not row.first or last is None or last.has_values or self._sheet.numbered(row):
            return False
        if row.page is None or len(self._sheet.chain.sections) < 2:
            return False
        if name[:1].islower() and self._sheet.joined(row, index)[:1].islower():
            return True
        others = [draft for draft in self.drafts if draft is not last]
        beside = [i for i in (*self._sheet.names, *self._sheet.statements) if self._sheet.own(row, i)]
        return (
            last is self.drafts[-1]
            and index in self._alone
            and last.name.page == row.page - 1
            and not beside
            and index in self._sheet.owning
            and self._sheet.has_values(row, index)
            and len(others) >= _ENOUGH
            and all(draft.has_values for draft in others)
        )

    def _begin(self, row: Row, index: int, text: Text, level: Level | None, part: Part) -> IndicatorDraft:
        """A draft without values yet, as sure as its columns and its row are."""
        columns = self._sheet.columns
        draft = IndicatorDraft(
            text,
            self._frame_for(index),
            level,
            None if level in (Level.TUJUAN, Level.SASARAN, Level.IKU) else self._above.code,
            self._sheet.caption,
            responsible=self._above.responsible,
            box=_union(row, part),
        )
        draft.about = {str(columns[i].about): text for i, text in self._about.items()}
        draft.confidence = min([columns[index].score, *(c.score for c in columns if c.owner == index)])
        if draft.confidence < 0.9:
            draft.doubts.append("kepala kolom kurang jelas")
        draft.doubts.extend(row.doubts)
        if row.doubts:
            draft.confidence = min(draft.confidence, 0.7)
        if self._sheet.sanity.doubtful(row):
            draft.confidence = min(draft.confidence, 0.45)
            draft.doubts.append("kolom pada halaman ini tidak terbaca pasti")
        printed = " ".join(text.lines)
        if not part.ruled and (len(_DECIMAL.findall(printed)) > 1 or _SIDE_BY_SIDE.search(printed)):
            draft.confidence = min(draft.confidence, 0.4)
            draft.doubts.append("nama memuat angka dari kolom lain")
        return draft

    def _trim(self, row: Row, index: int, part: Part, text: Text) -> None:
        """Take off what an inferred cell swallowed: the row's number before the name, a group's title after it."""
        numbers = [i for i, c in enumerate(self._sheet.columns) if c.role is Role.NO]
        swallowed = self._sheet.columns[index].text.casefold().startswith("no ")
        if (swallowed or (numbers and not any(self._sheet.own(row, i) for i in numbers))) and text.lines:
            text.lines[0] = re.sub(r"^\d{1,3}\s+(?=[A-Z%])", "", text.lines[0])
        lines = [line for line in part.lines if line.text.strip()]
        while len(lines) > 1 and len(lines) == len(text.lines) and _is_title(lines[-1], lines[:-1]):
            lines.pop()
            text.lines.pop()

    def _is_record(self, row: Row, index: int) -> bool:
        """An indicator whose values belong to another column of its row is no record of its own.

        One of a statement of its own (`Tujuan | Indikator | Sasaran | Indikator | Target`) is one.
        """
        sheet = self._sheet
        if index in sheet.owning or not sheet.owning:
            return True
        right = [i for i in sheet.indicators if i > index and i in sheet.owning]
        if not right:
            return True
        if not sheet.own(row, right[0]):
            return sheet.has_values(row, right[0])
        between = range(index + 1, right[0])
        return any(i in sheet.statements for i in between) and not any(i in sheet.names for i in between)

    def _frame_for(self, index: int) -> Frame:
        """What stands left of the indicator (statements right of it belong to the next column of indicators)."""
        frame = self._above.frame.copy()
        sheet = self._sheet
        if any(i > index for i in sheet.indicators):
            for other in sheet.statements:
                if other > index:
                    frame.statements.pop(sheet.columns[other].role, None)
            if not any(i < index for i in sheet.names):
                frame.names.clear()
        return frame

    # --- level

    def _level(self, index: int, text: Text, io: str | None) -> Level | None:
        """By its label, a neighbour of the same words, the column's heading, what stands above, the caption."""
        column, above = self._sheet.columns[index], self._above
        if io in ("output", "keluaran"):
            return _ITEM_LEVEL.get(above.level) if above.level else None
        if io is not None:
            return None
        twin = self._twin(index, text)
        if twin is not None:
            return twin
        heading = column.text.casefold()
        if "utama" in heading or re.search(r"\biku\b", heading) or self._kind is Kind.IKU:
            return Level.IKU
        if named := next((level for words, level in _LISTS.items() if words in heading), None):
            return named
        rung = rung_of(column.rungs)
        if rung in _LEVEL_OF and not (rung == "program" and self._named_deeper()):
            return _LEVEL_OF[rung]
        if above.frame.names and above.level in _ITEM_LEVEL:
            return _ITEM_LEVEL[above.level]
        for role, level in ((Role.SASARAN, Level.SASARAN), (Role.TUJUAN, Level.TUJUAN)):
            if role in above.frame.statements:
                return level
        caption = (self._sheet.caption or "").casefold()
        if "indikator kinerja utama" in caption:
            return Level.IKU
        if "penetapan indikator" in caption:
            return Level.IKD
        return next((level for words, level in _LISTS.items() if words in caption), None)

    def _named_deeper(self) -> bool:
        """A row that names a kegiatan under a heading, the only one of indicators, that speaks of programs only."""
        sheet = self._sheet
        ladder = any(sheet.columns[i].role is Role.NAME for i in sheet.names)
        deep = self._above.level in (ItemLevel.KEGIATAN, ItemLevel.SUBKEGIATAN)
        return ladder and len(sheet.indicators) == 1 and deep

    def _twin(self, index: int, text: Text) -> Level | None:
        """The same words stand in a neighbouring column of indicators of one level: then it is of that level."""
        columns, words = self._sheet.columns, self._sheet.words
        if len(columns[index].rungs) < 2:
            return None
        for other, held in self._texts.items():
            rung = rung_of(columns[other].rungs)
            if other != index and rung in _LEVEL_OF and rung in columns[index].rungs:
                a, b = squeeze(text.read(words)), squeeze(held.read(words))
                if fuzz.ratio(a, b) >= _SAME:
                    return _LEVEL_OF[rung]
        return None


def _is_title(line: Line, others: Sequence[Line]) -> bool:
    """A line in capitals that begins left of the others."""
    if line.box is None or any(other.box is None for other in others):
        return False
    left = min(other.box[0] for other in others[1:] or others if other.box)
    return line.text.isupper() and len(line.text) > 4 and line.box[0] < left - 10


def _union(row: Row, part: Part) -> Box | None:
    if part.box is not None and row.box is not None:
        return (row.box[0], part.box[1], row.box[2], part.box[3])
    return row.box
