"""What a document says about itself: chapters, sections and tables by their titles, legal basis, enactment, regions.

Only lines outside tables are read, each once, with plain patterns: it has to cost next to nothing on a long document.
Lists of contents are left out: their lines end in dots and a page number, or stand on a page full of titles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

from extractors.layout import Layout, Page, Paragraph
from models.evidence import Box, Evidence
from models.lexicon import entries
from models.particular import Particular, ParticularKind

_CHAPTER = re.compile(r"^BAB\s+([IVX]{1,5})\b[\s.:–-]*(.*)$", re.I)
_SECTION = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+([A-Z][^.;:]{2,120})$")
_TABLE = re.compile(r"^Tabel\s+((?:[IVX]+|\d+|T-?[A-Z])(?:[.\-–]\s?[A-Z]?\d+)*[a-z]?)\b[\s.:–-]*(.*)$", re.I)
_CONTENTS = re.compile(r"(?:\.\s?){4,}|[.…_]{3,}\s*\d+\s*$|\s\d{1,3}$")
_ENACTED = re.compile(
    r"(?:di)?tetapkan\s+di\s*:?\s*([A-Z][\w ]{2,30}?)\s*,?\s*(?:pada\s+)?tanggal\s*:?\s*"
    r"(\d{1,2})\s+([A-Za-z]+)\s+(20\d\d)",
    re.I,
)
_NUMBER = (
    r"\s+(?:Republik\s+Indonesia\s+)?(?:(?:Provinsi|Kabupaten|Kota)(?:\s+[A-Z]\w+){1,3}\s+)?"
    r"Nomor\s*:?\s*([\w./-]+)\s+Tahun\s+(\d{4})"
)
_AUTHORITY = re.compile(
    r"\b(?:Pemerintah|Bupati|Wali\s?[Kk]ota|Gubernur|DPRD|Sekretariat Daerah|Dinas [A-Z]\w+)\s+"
    r"(Kabupaten|Kota|Provinsi)\s+([A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})"
)
_LIST = re.compile(r"^DAFTAR\s+(?:ISI|TABEL|GAMBAR|GRAFIK|LAMPIRAN|BAGAN)\b", re.I)
_GOES_ON = re.compile(
    r"\b(?:pada|dalam|di|dari|dengan|melalui|oleh|lihat|dan|tercantum|berikut|yaitu|bahwa|sesuai|menurut|seperti)$",
    re.I,
)
"""End of a line whose sentence goes on: what begins the next line is no title."""
_CROWDED = 8
"""Titles on one page from which it is a list of contents."""


def read_particulars(layout: Layout) -> tuple[Particular, ...]:
    """What is said, in reading order; each legal basis, region and title at its first place."""
    found: list[Particular] = []
    seen: set[tuple[object, ...]] = set()
    for page in layout.pages:
        for one in _of_page(layout, page):
            key = (one.kind, one.number, one.text.casefold(), one.year, one.day)
            if key not in seen:
                seen.add(key)
                found.append(one)
    return tuple(found)


def _of_page(layout: Layout, page: Page) -> Iterator[Particular]:
    lines = [part for paragraph in page.paragraphs for part in _lines(paragraph)]
    titles = list(_titles(lines))
    crowded = (
        any(_LIST.match(line) for line, _ in lines[:4])
        or sum(kind is ParticularKind.CHAPTER for kind, *_ in titles) >= 2
        or len(titles) >= _CROWDED
    )
    for kind, number, text, line, box in titles if not crowded else ():
        yield Particular(_evidence(layout, page, line, box), kind, text, number)
    text = " ".join(line for line, _ in lines)
    if "omor" in text or "OMOR" in text:
        yield from _bases(layout, page, text)
    if match := _ENACTED.search(text):
        month = _months().get(match[3].casefold())
        if month and 1 <= int(match[2]) <= 31:
            try:
                day = date(int(match[4]), month, int(match[2]))
            except ValueError:
                return
            yield Particular(_evidence(layout, page, match[0], None), ParticularKind.ENACTED, match[1].strip(), day=day)
    for (kind_of, name), _ in Counter((m[1], m[2]) for m in _AUTHORITY.finditer(text)).items():
        yield Particular(
            _evidence(layout, page, f"{kind_of} {name}", None), ParticularKind.OTHER_REGION, f"{kind_of} {name}"
        )


def _lines(paragraph: Paragraph) -> Iterator[tuple[str, Box | None]]:
    for part in paragraph.text.split("\n"):
        if text := " ".join(part.split()):
            yield text, paragraph.box


def _titles(
    lines: list[tuple[str, Box | None]],
) -> Iterator[tuple[ParticularKind, str, str, str, Box | None]]:
    for place, (line, box) in enumerate(lines):
        if _CONTENTS.search(line):
            continue
        if place and _GOES_ON.search(lines[place - 1][0]):
            continue
        behind = lines[place + 1][0] if place + 1 < len(lines) else ""
        if match := _CHAPTER.match(line):
            title = match[2] or (behind if not _CONTENTS.search(behind) and len(behind.split()) <= 16 else "")
            if title.isupper() or title.istitle() or not match[2]:
                yield ParticularKind.CHAPTER, match[1].upper(), title, line, box
        elif match := _TABLE.match(line):
            title = match[2] or (behind if len(behind.split()) <= 30 else "")
            if title[:1].isupper() or not title:
                yield ParticularKind.TABLE, match[1], title, line, box
        elif (match := _SECTION.match(line)) and len(match[2].split()) <= 12:
            yield ParticularKind.SECTION, match[1], match[2], line, box


def _bases(layout: Layout, page: Page, text: str) -> Iterator[Particular]:
    for short, pattern in _regulations():
        for match in pattern.finditer(text):
            number = match[1].strip(".-/")
            if number:
                yield Particular(
                    _evidence(layout, page, match[0], None), ParticularKind.BASIS, short, number, int(match[2])
                )


def _evidence(layout: Layout, page: Page, quote: str, box: Box | None) -> Evidence:
    shown = page.displayed(box) if box and page.turn else box
    return Evidence(layout.file.sha256, layout.file.name, page.number, box=shown, quote=quote[:300])


@cache
def _regulations() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (str(entry["short"]), re.compile(entry["pattern"] + _NUMBER, re.I))
        for entry in entries("particulars", "regulation")
    )


@cache
def _months() -> dict[str, int]:
    (entry,) = entries("particulars", "month")
    return {name: number for number, name in enumerate(entry["names"], 1)}


__all__ = ["read_particulars"]
