"""Nomenclature codes of program, kegiatan and sub kegiatan, and OPD codes, in the new and the old numbering.

New (Permendagri 90/2019 and its lists): `1.02.02.2.02.0001` = urusan, bidang, program, kegiatan (2 groups), sub
kegiatan; `X.XX` stands for "any bidang". Old (Permendagri 13/2006): the bidang, the OPD, program, kegiatan, in
several lengths: `1.01.1.01.01.15.02`, `08.1.08.02.15`. OPD: `1.01.2.22.0.00.02.0000`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from models import lexicon
from models.indicator import ItemLevel


class Numbering(StrEnum):
    """Which list a code belongs to."""

    NEW = "Permendagri 90/2019"
    OLD = "Permendagri 13/2006"
    OPD = "kode perangkat daerah"
    OTHER = "lain"


@dataclass(frozen=True, slots=True)
class Code:
    """A code in canonical form.

    Attributes:
        text: groups joined by points, padded: program two digits, sub kegiatan four.
        numbering: the list it belongs to; OTHER for local numbers.
        level: rung it stands for, None when the numbers do not tell.
    """

    text: str
    numbering: Numbering
    level: ItemLevel | None

    @property
    def groups(self) -> tuple[str, ...]:
        """The parts between the points."""
        return tuple(self.text.split("."))


@lru_cache(maxsize=16384)
def parse_code(text: str | None) -> Code | None:
    """Read a printed code, None when the text is none.

    Spaces, line breaks and missing points between parts are forgiven; two- and three-digit sub kegiatan of the
    lists before 2023 become four digits, so that `.01` and `.0001` are the same.
    """
    cleaned = _clean(text or "")
    if not _SHAPE.fullmatch(cleaned):
        return None
    groups = cleaned.split(".")
    return _new(groups) or _opd(groups) or _old(groups) or _other(groups)


def canonical_code(text: str | None) -> str | None:
    """The canonical form of a printed code, None when the text is none."""
    code = parse_code(text)
    return code.text if code else None


def code_level(text: str | None) -> ItemLevel | None:
    """The rung that a printed code stands for, None when it does not tell."""
    code = parse_code(text)
    return code.level if code else None


def parent(text: str | None) -> str | None:
    """The canonical code one rung up, None at the top or for no code."""
    code = parse_code(text)
    if code is None:
        return None
    groups = code.groups
    if code.numbering is Numbering.NEW:
        size = {6: 5, 5: 3, 3: 2, 2: 1}.get(len(groups), len(groups) - 1)
        return ".".join(groups[:size]) or None
    if code.numbering is Numbering.OPD:
        return None if groups[-1] == "0000" else ".".join((*groups[:-1], "0000"))
    if code.numbering is Numbering.OLD and code.level is ItemLevel.PROGRAM:
        return old_bidang(code.text)
    return ".".join(groups[:-1]) or None


def is_child(above: str | None, below: str | None) -> bool:
    """Whether the code `below` stands under `above`, at any depth. `X.XX` stands for every bidang."""
    upper, lower = parse_code(above), parse_code(below)
    if upper is None or lower is None:
        return False
    if Numbering.OPD in (upper.numbering, lower.numbering):
        return upper.numbering is lower.numbering and parent(lower.text) == upper.text
    if upper.numbering is Numbering.NEW and lower.numbering is Numbering.OLD:
        return upper.level is ItemLevel.BIDANG and old_bidang(lower.text) == upper.text
    if len(upper.groups) >= len(lower.groups):
        return False
    pairs = zip(upper.groups, lower.groups[: len(upper.groups)], strict=True)
    return all(a == b or "X" in a or "X" in b for a, b in pairs)


def same_code(left: str | None, right: str | None) -> bool:
    """Whether two printed codes are the same; `X.XX` stands for every bidang."""
    a, b = parse_code(left), parse_code(right)
    if a is None or b is None or len(a.groups) != len(b.groups):
        return False
    return all(x == y or "X" in x or "X" in y for x, y in zip(a.groups, b.groups, strict=True))


def split_code(text: str) -> tuple[str | None, str]:
    """Take a code at the start of a text off it: `2.09.02.1.01.0003 - Nama` gives the code and `Nama`.

    Only codes of a known numbering, printed in full width, count: `1.` and `1.1.2` are list numbers. Returns None
    and the text as it is when it starts with no code.
    """
    found = _LEADING.match(text)
    if not found or not _PRINTED_IN_FULL.fullmatch(_clean(found["code"])):
        return None, text
    code = parse_code(found["code"])
    if code is None or code.numbering is Numbering.OTHER:
        return None, text
    return code.text, text[found.end() :].strip()


def join_columns(cells: Sequence[str | None], above: Sequence[str] = ()) -> tuple[str, ...]:
    """Put a code together that stands in narrow columns (urusan | bidang | program | kegiatan | sub kegiatan).

    Args:
        cells: the row's code cells, left to right; blank where the part is printed only in a row above.
        above: what this function gave for the row before.

    Returns:
        The parts as filled from above up to the last printed one; join them with points for `parse_code`. Empty
        when the row has no code.
    """
    parts = [_clean(cell or "").strip(".") for cell in cells]
    last = max((number for number, part in enumerate(parts) if part), default=-1)
    if last < 0:
        return ()
    first = next(number for number, part in enumerate(parts) if part)
    filled = [*above[:first], *parts[first : last + 1]]
    if len(filled) < last + 1 or not all(filled):
        filled = [
            part or (above[number] if number < len(above) else "") for number, part in enumerate(parts[: last + 1])
        ]
    return tuple(part for part in filled if part)


def old_bidang(text: str) -> str | None:
    """The bidang of an old code as `1.03`, None when it does not show one."""
    groups = tuple(text.split("."))
    for pattern in _OLD_FORMS:
        if found := pattern.fullmatch(text):
            return f"{int(found['urusan'])}.{found['bidang']}"
    return ".".join(groups[:2]) if len(groups) == 2 else None


def bidang_name(code: str | None) -> str | None:
    """Name of the bidang urusan that a new code of any level belongs to, None when there is none."""
    parsed = parse_code(code)
    if parsed is None or parsed.numbering is not Numbering.NEW:
        return None
    return _bidang().get(".".join(parsed.groups[:2]))


_SHAPE = re.compile(r"[X\d]{1,6}(?:\.[X\d]{1,6}){0,7}")
_LEADING = re.compile(
    r"\s*(?P<code>[\dXx](?:[\dXx]?\s*\.\s*|\s)(?:[\dXx]{1,4}(?:\s*\.\s*|\s+(?=[\dX]))){0,6}[\dXx]{1,4})"
    r"(?![\d,])\.?\s*[-–—:]?\s*(?=\D|$)"
)
_PRINTED_IN_FULL = re.compile(r"[\dX]{1,2}\.(?:[\dX]\.)?[\dX]{2}(?:\.[\dX]{1,4})*")
_OLD_FORMS = (
    # 1.01.1.01.01.15.02: bidang, OPD with its bidang, program, kegiatan
    re.compile(r"0?(?P<urusan>\d)\.(?P<bidang>\d\d)\.\d\.\d\d\.\d{1,2}\.(?P<program>\d\d)(?:\.(?P<kegiatan>\d\d))?"),
    # 08.1.08.02.15.17: bidang without urusan, OPD with its bidang, program, kegiatan
    re.compile(r"(?:\d\d)\.(?P<urusan>\d)\.(?P<bidang>\d\d)\.\d\d\.(?P<program>\d\d)(?:\.(?P<kegiatan>\d\d))?"),
    # 01.08.02.15.17: OPD with its bidang, program, kegiatan
    re.compile(r"0(?P<urusan>\d)\.(?P<bidang>\d\d)\.\d\d\.(?P<program>\d\d)(?:\.(?P<kegiatan>\d\d))?"),
)


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).upper().strip(" \t\r\n.:;-–—_")
    text = re.sub(r"\s*[.,·]\s*", ".", text)
    text = re.sub(r"\s+", ".", text)
    return re.sub(r"\.{2,}", ".", text)


def _new(groups: Sequence[str]) -> Code | None:
    groups = _regrouped(groups)
    size = len(groups)
    level = _NEW_LEVELS.get(size)
    if level is None:
        return None
    urusan = groups[0].lstrip("0") or "X"
    if len(urusan) != 1 or (size == 1 and len(groups[0]) != 1):
        return None
    if size == 1:
        return Code(urusan, Numbering.NEW, level) if urusan in _URUSAN else None
    bidang = "XX" if set(groups[1]) <= {"0", "X"} else groups[1].zfill(2)
    if urusan == "X":
        bidang = "XX"
    if len(bidang) != 2 or (bidang == "XX") != (urusan == "X") or f"{urusan}.{bidang}" not in _bidang():
        return None
    parts = [urusan, bidang]
    if size >= 3:
        parts.append(groups[2].zfill(2))
    if size >= 5:
        parts += [groups[3], groups[4].zfill(2)]
    if size == 6:
        parts.append(groups[5].zfill(4))
    fits = zip(parts, _NEW_WIDTHS, strict=False)
    if not all(len(part) == width and (part.isdigit() or number < 2) for number, (part, width) in enumerate(fits)):
        return None
    if size >= 5 and parts[3] not in "12":
        return None
    return Code(".".join(parts), Numbering.NEW, level)


_NEW_WIDTHS = (1, 2, 2, 1, 2, 4)
_URUSAN = frozenset("123456789X")
_NEW_LEVELS: Mapping[int, ItemLevel] = {
    1: ItemLevel.URUSAN,
    2: ItemLevel.BIDANG,
    3: ItemLevel.PROGRAM,
    5: ItemLevel.KEGIATAN,
    6: ItemLevel.SUBKEGIATAN,
}


def _regrouped(groups: Sequence[str]) -> list[str]:
    """Put the points back that a narrow column lost: `1.02.02.202.0001`, `1.02.02.2.020001`."""
    parts = list(groups)
    if len(parts) in (4, 5) and len(parts[3]) == 3 and parts[3][0] in "12":
        parts[3:4] = [parts[3][0], parts[3][1:]]
    if len(parts) == 5 and len(parts[4]) == 6:
        parts[4:5] = [parts[4][:2], parts[4][2:]]
    return parts


def _opd(groups: Sequence[str]) -> Code | None:
    if len(groups) not in (7, 8) or any("X" in group for group in groups):
        return None
    widths = (1, 2, 1, 2, 1, 2, 2)
    if any(len(group) != width for group, width in zip(groups, widths, strict=False)):
        return None
    slots = [f"{groups[number]}.{groups[number + 1]}" for number in (0, 2, 4)]
    if slots[0] not in _bidang() or any(slot != "0.00" and slot not in _bidang() for slot in slots[1:]):
        return None
    if slots[0] in slots[1:]:
        return None
    unit = groups[7].zfill(4) if len(groups) == 8 else "0000"
    return Code(".".join((*groups[:7], unit)), Numbering.OPD, ItemLevel.OPD) if len(unit) == 4 else None


def _old(groups: Sequence[str]) -> Code | None:
    text = ".".join(groups)
    for pattern in _OLD_FORMS:
        if found := pattern.fullmatch(text):
            return Code(text, Numbering.OLD, ItemLevel.KEGIATAN if found["kegiatan"] else ItemLevel.PROGRAM)
    return None


def _other(groups: Sequence[str]) -> Code | None:
    if len(groups) < 2 or not all(group.isdigit() for group in groups):
        return None
    return Code(".".join(groups), Numbering.OTHER, None)


@cache
def _bidang() -> Mapping[str, str]:
    return {str(entry["code"]): str(entry["name"]) for entry in lexicon.entries("codes", "bidang")}
