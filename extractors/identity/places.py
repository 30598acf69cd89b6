"""Where on paper a document speaks about itself: cover, running heads, chapter titles, captions, heads of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extractors.frames import is_frame, running_heads
from extractors.identity.names import named, title_case
from extractors.layout import Layout, Page, Table
from models.lexicon import entries


class Zone(StrEnum):
    """Places on paper, by what they say about the document itself."""

    LABEL = "isian bernama"
    COVER = "sampul"
    HEAD = "kepala halaman berulang"
    TITLE = "judul"
    CHAPTER = "judul bab"
    CAPTION = "judul tabel"
    COLUMNS = "kepala tabel"
    FOREWORD = "naskah awal"
    BANNER = "baris awal tabel"
    CELL = "isi tabel"
    FILE = "nama berkas"


WEIGHT = {
    Zone.LABEL: 1.0,
    Zone.COVER: 0.95,
    Zone.HEAD: 0.95,
    Zone.TITLE: 0.85,
    Zone.CHAPTER: 0.6,
    Zone.CAPTION: 0.6,
    Zone.COLUMNS: 0.5,
    Zone.FOREWORD: 0.5,
    Zone.BANNER: 0.3,
    Zone.CELL: 0.3,
    Zone.FILE: 0.3,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with single spaces, the place it was read in, and its page."""

    text: str
    zone: Zone
    page: int | None = None

    def where(self) -> str:
        """The place in words: "sampul (halaman 1)"."""
        return f"{self.zone.value} (halaman {self.page})" if self.page else self.zone.value


def passages_of(layout: Layout) -> Iterator[Passage]:
    """The places of a file that speak about it, in reading order, the file name first."""
    stem = re.sub(r"\.\w{2,5}$", "", layout.file.name)
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|[_+%]+|\.", " ", stem)
    yield Passage(one_line([apart]), Zone.FILE)
    lines_of = {id(page): _lines(page) for page in layout.pages}
    running = running_heads([(page.number, lines_of[id(page)]) for page in layout.pages])
    heads_text = [text for text, _ in running.values()]
    if running:
        yield Passage(one_line(heads_text), Zone.HEAD, min((n for _, n in running.values() if n), default=None))
    yield from _labels(heads_text, None)
    texts = [page for page in layout.pages if lines_of[id(page)] or page.tables]
    before_chapters = True
    heads: set[str] = set()
    for index, page in enumerate(texts):
        lines = [line for line in lines_of[id(page)] if not is_frame(line, running)]
        if index == 0 or (index < 3 and before_chapters and _is_cover(lines, page)):
            yield from _cover(lines, lines_of[id(page)], page)
        titles = list(_chapter_titles(lines, page))
        before_chapters = before_chapters and not titles
        yield from titles
        yield from _captions(lines, page)
        yield from _labels(lines, page.number)
        if (index < 6 or index == len(texts) - 1) and _speaks(lines):
            yield Passage(one_line(lines[:150]), Zone.FOREWORD, page.number)
        elif (
            index == 0
        ):  # a caption's sentence, the title of a poster, and the head of a table that was not seen as one
            yield from _posters(lines, page)
            yield Passage(one_line(line for line in lines if is_prose(line)), Zone.FOREWORD, page.number)
            yield Passage(one_line(lines[:40]), Zone.COLUMNS, page.number)
        for passage in _tables(page, first=index == 0):
            if (
                passage.zone is not Zone.COLUMNS or passage.text not in heads
            ):  # a head repeated on each page is one head
                yield passage
            heads.add(passage.text)


def _lines(page: Page) -> list[str]:
    """The printed lines outside tables, with frames and title banners that the reader took for (a part of) a table."""
    found: list[str] = []
    for block in page.blocks:
        if isinstance(block, Table):
            filled = [cell for cell in block.cells if cell.text.strip()]
            if len(filled) > _FRAME:
                filled = [cell for cell in filled if cell.row < 3 and cell.col_span == block.columns]
            texts = [cell.text for cell in filled]
        else:
            texts = [block.text]
        found += [line for text in texts for part in text.split("\n") if (line := one_line([part]))]
    return found


_FRAME = 12
"""A grid with so few filled cells is a frame or an ornament around a cover, no table."""


def one_line(parts: Iterable[str]) -> str:
    """Parts joined by single spaces, words apart ("PerkebunanProvinsi") and together ("P E N U T U P")."""
    text = " ".join(" ".join(parts).replace("￾", "-").split())
    return re.sub(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})", " ", _unspaced(text))


def _unspaced(text: str) -> str:
    """Undo letter spacing of headings: "P E N U T U P"."""
    return re.sub(r"\b(?:[A-Z] ){3,}[A-Z]\b", lambda m: m.group().replace(" ", ""), text)


def _is_cover(lines: list[str], page: Page) -> bool:
    real = any(sum(bool(cell.text.strip()) for cell in table.cells) > _FRAME for table in page.tables)
    short = 0 < len(lines) <= 25 and sum(map(len, lines)) < 900 and not real
    return short and sum(map(is_prose, lines)) <= 0.2 * len(lines) and not any(map(_TOC_ENTRY.search, lines))


def _speaks(lines: list[str]) -> bool:
    """Whether a page holds running text, not only a table or a list of contents."""
    prose = sum(is_prose(line) for line in lines)
    return prose >= 3 and prose >= 0.3 * len(lines) and sum(map(bool, map(_TOC_ENTRY.search, lines))) < 4


def _cover(lines: list[str], printed: list[str], page: Page) -> Iterator[Passage]:
    """The cover with all its printed lines, or the title lines above the text of a first page."""
    if any(_TOC.search(line) for line in lines[:4]):
        return
    if _is_cover(printed, page) and not any(_CHAPTER.match(line) for line in printed):
        yield Passage(one_line(printed), Zone.COVER, page.number)
        return
    title: list[str] = []
    for line in lines[:12]:
        if is_prose(line) or _CHAPTER.match(line):
            break
        title.append(line)
    if title:
        yield Passage(one_line(title), Zone.TITLE, page.number)


_TOC_ENTRY = re.compile(r"\.{4,}|(?:\. ){4,}|\s[IVX]{1,4} ?[-–] ?\d{1,3}$|^\d\.\d.*\s\d{1,3}$")
_TOC = re.compile(r"^(?:daftar (?:isi|tabel|gambar|lampiran)|kata pengantar)\b", re.I)
_CHAPTER = re.compile(
    r"^(?:BAB|Bab|B A B)\s*(?P<number>[IVX]{1,5}|\d{1,2})\b(?!\s*\.{3})(?!.*\.{4})[\s.:]*(?P<title>.*)$"
)
_CAPTION = re.compile(r"^(?:tabel|table|gambar|form(?:ulir)?)\s*[\w.-]{0,12}", re.I)


def is_prose(line: str) -> bool:
    """Whether a line is running text and no title: long enough, mostly in lower case."""
    letters = [c for c in line if c.isalpha()]
    if not letters:
        return False
    upper = sum(c.isupper() for c in letters) / len(letters)
    if upper > 0.6:
        return False
    words = line.split()
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in words) / len(words)
    return len(words) > 4 and capitals < 0.6


def _chapter_titles(lines: list[str], page: Page) -> Iterator[Passage]:
    if any(_TOC.search(line) for line in lines[:3]):
        return
    heads = [index for index, line in enumerate(lines) if _CHAPTER.match(line)]
    for index in heads:
        # Lists of chapters (contents, "sistematika") name many of them in the middle of a page; a chapter starts one.
        listed = any(0 < abs(other - index) <= 25 and lines[other] != lines[index] for other in heads)
        if listed or (page.number is not None and index > 5):
            continue
        line = lines[index]
        match = _CHAPTER.match(line)
        assert match
        following = []
        for text in lines[index + 1 : index + 5]:
            if is_prose(text) or re.match(r"\d+\.\d", text) or _CHAPTER.match(text):
                break
            following.append(text)
        number = roman(match["number"])
        if number and (match["title"] or following) and not is_prose(match["title"]):
            yield Passage(one_line([f"BAB {_ROMANS[number]}", match["title"], *following]), Zone.CHAPTER, page.number)


_ROMANS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


def roman(text: str) -> int:
    """The value of a chapter number, Roman or Arabic; 0 when it is none."""
    if text.isdigit():
        return int(text) if int(text) < len(_ROMANS) else 0
    return _ROMANS.index(text) if text in _ROMANS else 0


def _captions(lines: list[str], page: Page) -> Iterator[Passage]:
    for index, line in enumerate(lines):
        if _CAPTION.match(line) and not is_prose(line) and ".." not in line:
            following = [text for text in lines[index + 1 : index + 4] if not is_prose(text)]
            yield Passage(one_line([line, *following]), Zone.CAPTION, page.number)


def _posters(lines: list[str], page: Page) -> Iterator[Passage]:
    """Lines that start with the name of a kind, wherever they stand on a page without running text."""
    for line in lines:
        if (
            not (is_prose(line) or _TOC_ENTRY.search(line))
            and len(line) < 150
            and any(name.start <= 12 for name in named(line))
        ):
            yield Passage(line, Zone.CAPTION, page.number)


def _labels(lines: list[str], page: int | None) -> Iterator[Passage]:
    for line in lines:
        if ":" in line and (match := _label().match(line)):
            yield Passage(title_case(one_line([match["name"]]), every=True), Zone.LABEL, page)


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(entry["pattern"] for entry in entries("identify", "office_label"))
    return re.compile(rf"^(?:\d+\.\s*)?(?:{labels})\s*:\s*(?:[\d.]{{4,}}\s+)?(?P<name>\D.+)$", re.I)


def _tables(page: Page, first: bool) -> Iterator[Passage]:
    for table in page.tables:
        heads, banners, cells = _split(table)
        yield Passage(one_line(heads), Zone.COLUMNS, page.number)
        for text in banners if first else ():
            yield Passage(text, Zone.BANNER, page.number)
        for text in cells:
            yield Passage(text, Zone.CELL, page.number)


def _split(table: Table) -> tuple[list[str], list[str], list[str]]:
    """The words of the first rows; short texts of the rows right below (a print starts with its office) and of all."""
    texts = [(cell.row, cell.text) for cell in table.cells]
    heads = [text for row, text in texts if row < 4]
    # A text without letters (most cells hold numbers) names nothing.
    short = [(row, one_line([text])) for row, text in texts if len(text) < 90 and text.lower() != text.upper()]
    return heads, [text for row, text in short if 2 < row < 12 and text], [text for _, text in short if text]


def chapter_of(passages: Sequence[Passage]) -> int | None:
    """The number of the only chapter, when the file starts with it."""
    found = [(passage.page, roman(passage.text.split()[1])) for passage in passages if passage.zone is Zone.CHAPTER]
    if not found or any(passage.zone is Zone.COVER for passage in passages):
        return None
    page, number = found[0]
    if any(other == number + 1 for _, other in found):
        return None  # the next chapter follows; others are only told of ("sistematika")
    pages = sorted({p.page for p in passages if p.page is not None and p.zone is not Zone.HEAD})
    return number if page is None or page in pages[:2] else None
