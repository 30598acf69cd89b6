"""Which rung a row of a program table stands on: by code, by its first words, by what the rows beside it teach."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from rapidfuzz import fuzz

from extractors.tables.text import squeeze
from models.codes import Numbering, parse_code
from models.indicator import ItemLevel
from models.lexicon import entries

ORDER = (
    ItemLevel.OPD,
    ItemLevel.URUSAN,
    ItemLevel.BIDANG,
    ItemLevel.PROGRAM,
    ItemLevel.KEGIATAN,
    ItemLevel.SUBKEGIATAN,
)
_PREFIXES = (
    (re.compile(r"^sub\s*[-.]?\s*kegiatan\b", re.IGNORECASE), ItemLevel.SUBKEGIATAN),
    (re.compile(r"^kegiatan\b", re.IGNORECASE), ItemLevel.KEGIATAN),
    (re.compile(r"^pro(?:gra|ga|ra)m\b", re.IGNORECASE), ItemLevel.PROGRAM),
    (re.compile(r"^(?:urusan\s+pemerintahan\s+bidang|bidang\s+urusan)\b", re.IGNORECASE), ItemLevel.BIDANG),
    (re.compile(r"^(?:unsur|non)\b.*urusan|^unsur\b", re.IGNORECASE), ItemLevel.URUSAN),
    (re.compile(r"^urusan\b.*\b(?:wajib|pilihan|pelayanan dasar|konkuren|umum)\b", re.IGNORECASE), ItemLevel.URUSAN),
    (re.compile(r"^urusan\b", re.IGNORECASE), ItemLevel.BIDANG),
    (re.compile(r"^(?:wajib|pilihan)\b", re.IGNORECASE), ItemLevel.URUSAN),
)
_BIDANG = re.compile(r"^bidang\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?:dinas|badan|sekretariat|inspektorat|kecamatan|kelurahan|satuan polisi|rumah sakit|rsud|uptd?|puskesmas|"
    r"kantor|biro|bagian|unit organisasi|sub unit organisasi)\b(?!\s*[-–/])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class NameRow:
    """What is known about a row of the name column before its rung is."""

    text: str
    code: str | None = None
    depth: int = 0
    bold: bool = False
    fill: str | None = None
    numbered: str | None = None
    amounts: tuple[Decimal, ...] = ()
    has_indicator: bool = False
    level: ItemLevel | None = None
    sure: bool = False


@dataclass(slots=True)
class Ladder:
    """Rungs of the rows of one chain.

    `rungs` are the levels that the heading of the name column names; `fixed` is the level of a column for one level.
    """

    rungs: tuple[str, ...] = ()
    rows: list[NameRow] = field(default_factory=list)

    def settle(self) -> None:
        """Give every row a level."""
        for row in self.rows:
            row.level = self._stated(row)
            row.sure = row.level is not None
        self._by_place()
        self._by_depth()
        self._by_sums()
        self._by_style()
        lowest = self._lowest()
        above: ItemLevel | None = None
        for row in self.rows:
            if row.level is None:
                row.level = lowest
                if above is ItemLevel.KEGIATAN and lowest is ItemLevel.KEGIATAN and self._deep:
                    row.level = ItemLevel.SUBKEGIATAN
            if row.level is ItemLevel.KEGIATAN and row.sure:
                above = ItemLevel.KEGIATAN
            elif row.level in (ItemLevel.PROGRAM, ItemLevel.BIDANG, ItemLevel.URUSAN):
                above = None

    @property
    def _deep(self) -> bool:
        return any(row.level is ItemLevel.KEGIATAN and row.sure and _is_supporting(row.text) for row in self.rows)

    def _lowest(self) -> ItemLevel:
        for level in reversed(ORDER):
            if level.value in self.rungs:
                return level
        return ItemLevel.KEGIATAN

    def _stated(self, row: NameRow) -> ItemLevel | None:
        code = parse_code(row.code) if row.code else None
        prefix = next((level for pattern, level in _PREFIXES if pattern.match(row.text)), None)
        if code is not None and code.level is not None and row.code and _certain(row.code, code.numbering):
            return code.level
        if code is not None and code.numbering is Numbering.OPD:
            return ItemLevel.OPD
        if prefix is not None:
            return prefix
        if _is_supporting(row.text):
            return ItemLevel.KEGIATAN
        if _is_bidang(row.text) and not row.has_indicator:
            return ItemLevel.BIDANG
        if _OFFICE.match(row.text) and not row.has_indicator:
            return ItemLevel.OPD
        return None

    def _by_place(self) -> None:
        """`Bidang ...` right below an urusan is its bidang, and so is what stands between an urusan and a program."""
        for above, row, below in zip(self.rows, self.rows[1:], [*self.rows[2:], None], strict=False):
            if row.level is not None or above.level is not ItemLevel.URUSAN or row.has_indicator:
                continue
            if _BIDANG.match(row.text) or (below is not None and below.level is ItemLevel.PROGRAM):
                row.level, row.sure = ItemLevel.BIDANG, True

    def _by_depth(self) -> None:
        """Local codes: rows as deep as a program row are programs, deeper ones stand below."""
        known: dict[int, Counter[ItemLevel]] = defaultdict(Counter)
        for row in self.rows:
            if row.level is not None and row.depth:
                known[row.depth][row.level] += 1
        programs = [depth for depth, levels in known.items() if levels.most_common(1)[0][0] is ItemLevel.PROGRAM]
        for row in self.rows:
            if row.level is not None or not row.depth:
                continue
            if row.depth in known:
                level, count = known[row.depth].most_common(1)[0]
                if count >= 2 or level is not ItemLevel.PROGRAM:
                    row.level = level
            elif programs and row.depth > max(programs):
                row.level = (ItemLevel.KEGIATAN, ItemLevel.SUBKEGIATAN)[min(row.depth - max(programs) - 1, 1)]
            if row.level is not None:
                row.sure = True

    def _by_sums(self) -> None:
        """Without codes: a row whose amounts are the sum of the rows after it is their parent.

        One child alone may have its parent's amount by chance, so tables without any clear sum are left alone.
        """
        clear = sum(self._children(index) > 1 for index, row in enumerate(self.rows) if row.level is None)
        if clear < 2 and not self._deep and "subkegiatan" not in self.rungs:
            return
        index = 0
        while index < len(self.rows):
            row = self.rows[index]
            if row.level is not None and row.level is not ItemLevel.KEGIATAN:
                index += 1
                continue
            size = self._children(index)
            if size:
                row.level, row.sure = ItemLevel.KEGIATAN, True
                for child in self.rows[index + 1 : index + 1 + size]:
                    if child.level is None:
                        child.level, child.sure = ItemLevel.SUBKEGIATAN, True
            index += size + 1

    def _children(self, index: int) -> int:
        """How many rows after `index` add up to it (rows of nothing at the end included)."""
        total = self.rows[index].amounts
        if not total or not any(total):
            return 0
        added = [Decimal(0)] * len(total)
        for place in range(index + 1, min(index + 60, len(self.rows))):
            row = self.rows[place]
            if row.level not in (None, ItemLevel.SUBKEGIATAN) or len(row.amounts) != len(total):
                return 0
            added = [a + b for a, b in zip(added, row.amounts, strict=True)]
            if tuple(added) == total:
                last = place
                while (
                    last + 1 < len(self.rows)
                    and self.rows[last + 1].level is None
                    and (len(self.rows[last + 1].amounts) == len(total) and not any(self.rows[last + 1].amounts))
                ):
                    last += 1
                return last - index
            if any(a > t for a, t in zip(added, total, strict=True)):
                return 0
        return 0

    def _by_style(self) -> None:
        """Rows printed as the known programs are programs; plain rows among them stand below."""
        styles: dict[tuple[bool, str | None], Counter[ItemLevel]] = defaultdict(Counter)
        for row in self.rows:
            if row.sure and row.level is not None:
                styles[row.bold, row.fill][row.level] += 1
        for row in self.rows:
            if row.level is None and (row.bold or row.fill) and (row.bold, row.fill) in styles:
                level, count = styles[row.bold, row.fill].most_common(1)[0]
                if count >= 2 and count >= 0.8 * sum(styles[row.bold, row.fill].values()):
                    row.level = level


def _certain(printed: str, numbering: Numbering) -> bool:
    """Is a code printed as the lists print it (two digits after the urusan), not as a list number `1.1`?"""
    if numbering is Numbering.NEW:
        return re.fullmatch(r"[\dX]\.[\dX]{2}(?:\.[\dX]{2}(?:\.[\dX]\.\d{2}(?:\.\d{2,4})?)?)?", printed) is not None
    return numbering is Numbering.OLD


@cache
def _supporting() -> tuple[str, ...]:
    return tuple(squeeze(name) for entry in entries("headers", "supporting_kegiatan") for name in entry["names"])


@cache
def _is_supporting(text: str) -> bool:
    key = squeeze(text)
    return any(fuzz.ratio(key, name) >= 93 for name in _supporting())


@cache
def _bidang_names() -> frozenset[str]:
    return frozenset(squeeze(str(entry["name"])) for entry in entries("codes", "bidang"))


@cache
def _is_bidang(text: str) -> bool:
    return squeeze(text) in _bidang_names()


def rung_of(levels: Sequence[str]) -> str | None:
    """The only level a heading names, None when it names none or several."""
    found = [level for level in levels if level != "urusan" or len(levels) == 1]
    return found[0] if len(found) == 1 else None


_SECTION = re.compile(r"^(?:aspek|fokus|layanan urusan|urusan|bidang urusan|unsur|kelompok)\b", re.IGNORECASE)


def is_urusan(text: str) -> bool:
    """Does a row name a bidang urusan, with or without the words before its name?"""
    name = re.sub(r"^(?:layanan\s+)?(?:urusan(?:\s+pemerintahan)?\s*|bidang\s*)+", "", text, flags=re.IGNORECASE)
    return _is_bidang(name) or re.match(r"(?i)(?:bidang\s+urusan|urusan\s+pemerintahan\s+bidang)\b", text) is not None


def is_section(text: str) -> bool:
    """Does a row without values name the section of the indicators that follow (RPJMD: aspek, fokus, urusan)?"""
    return _SECTION.match(text) is not None or is_urusan(text)
