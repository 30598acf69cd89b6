"""Pages as running text: headings, list items and paragraphs, each put together from its printed lines.

A PDF knows only lines. Which lines belong together is read from markers, indents, short last lines and bold headings;
running heads and page numbers are left out. Word paragraphs are taken as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from extractors.frames import is_frame, running_heads
from extractors.layout import Layout, Page, Paragraph, Table
from models.evidence import Box


class Form(StrEnum):
    """What a unit of text is."""

    HEADING = "judul"
    ITEM = "butir"
    TEXT = "alinea"
    BREAK = "tabel"


@dataclass(slots=True)
class Unit:
    """A heading, list item, paragraph, or the place of a table.

    Attributes:
        form: what it is.
        text: words with single spaces, without the list marker.
        marker: list marker as printed ("1.", "a)", a bullet), None when it has none.
        page: page of the first line, None in Word.
        box: area of its lines on that page, None in Word.
        bold: whether its first line is bold.
    """

    form: Form
    text: str
    marker: str | None = None
    page: int | None = None
    box: Box | None = None
    bold: bool = False
    indent: float = field(default=0.0, repr=False)
    turns: list[tuple[int, int | None, Box | None]] = field(default_factory=list, repr=False)
    """Where the text goes on over a page: place in it, that page, and the area there."""

    def place(self, at: int) -> tuple[int | None, Box | None]:
        """Page and area of the character at a place of the text."""
        return next(((page, box) for start, page, box in reversed(self.turns) if start <= at), (self.page, self.box))


_MARKER = re.compile(
    r"^(?P<marker>\(?(?:\d{1,2}|[a-zA-Z])[.)](?!\d)\)?|[•▪◦●■○►➢✓❖‣·*–—-](?=\s|[A-Z])|[\uf000-\uf0ff]|o(?=\s[A-Z]))\s*(?P<rest>\S.*)$"
)
_NUMBERED = re.compile(r"^(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.)\s*(?P<rest>[A-Za-z].*)$")
_LETTERED = re.compile(r"^[A-Z]\.\s+(?P<rest>[A-Z].*)$")
_CHAPTER = re.compile(r"^(?:BAB|Bab)\s*(?:[IVX]{1,5}|\d{1,2})\b")
_CAPTION = re.compile(r"^(?:tabel|gambar|grafik|bagan|sumber)\b\s*[\d:.IVX]", re.I)
_LABEL = re.compile(
    r"^[“\"]?(?:visi|misi|tujuan|sasaran|strategi|arah kebijakan|kebijakan|indikator|penjelasan)\b"
    r"(?:(?:\s+\w+){0,4}\s*:|\s*(?:ke-?)?\s*(?:\d|[ivx]{1,4}\b|ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan)\b|pertama\b))",
    re.I,
)
_STRONG_LABEL = re.compile(
    r"^(?:Visi|Misi|Tujuan|Sasaran|Strategi|VISI|MISI|TUJUAN|SASARAN|STRATEGI)\s+[\dIVX.]{1,5}\s*:"
)
_BARE = re.compile(
    r"^(?:[A-Z]\.|[\d.]+|[IVX]+\.)?\s*(?:visi|misi|tujuan|sasaran(?: strategis)?|strategi|(?:arah )?kebijakan)\s*:?$",
    re.I,
)
_OPENING = re.compile(r"(?:Adapun|Berdasarkan|Berikut|Dalam|Dari|Dengan|Maka|Selanjutnya|Sejalan|Untuk)\b")
_FIRST_LETTER = re.compile(r"[A-Za-z]")


def units(layout: Layout) -> Iterator[Unit]:
    """The text of a file in reading order, unit by unit."""
    running = running_heads([(page.number, [p.text for p in page.paragraphs]) for page in layout.pages])
    builder = _Builder()
    for page in layout.pages:
        edge = _right_edge(page)
        for block in page.blocks:
            if isinstance(block, Table):
                if sum(len(cell.text.strip()) for cell in block.cells) > 12:
                    yield from builder.flush()
                    yield Unit(Form.BREAK, "", page=page.number)
            elif page.number is None:
                yield from builder.flush()
                yield from _word_units(block)
            elif not is_frame(block.text, running):
                yield from builder.add(block, page, edge)
    yield from builder.flush()


def _right_edge(page: Page) -> float:
    ends = sorted(p.box[2] for p in page.paragraphs if p.box and len(p.text) > 40)
    return ends[int(0.85 * (len(ends) - 1))] if ends else page.width


def _spaced(text: str) -> str:
    """Single spaces, letter-spaced headings joined ("T U J U A N"), numbers split from labels ("MISI1")."""
    text = " ".join(text.replace("￾", "-").split())
    text = re.sub(r"([“”\"])(?:\s*[“\"])+", r"\1", text)
    text = re.sub(r"\b(?:[A-Z] ){3,}[A-Z]\b", lambda m: m.group().replace(" ", ""), text)
    return re.sub(r"^((?:visi|misi|tujuan|sasaran|strategi))(?=\d)", r"\1 ", text, flags=re.I)


def _heading_rest(text: str) -> str | None:
    """The words of a numbered heading, None when the line is none."""
    match = _NUMBERED.match(text) or _LETTERED.match(text)
    return match["rest"] if match else None


def _is_heading(text: str, bold: bool) -> bool:
    if _CHAPTER.match(text) or _CAPTION.match(text):
        return True
    rest = _heading_rest(text)
    if rest is not None and (bold or len(rest.split()) <= 12) and not rest.rstrip().endswith((";", ",")):
        return True
    if text[:1] in "“”\"'" or text[:1].islower() or _LABEL.match(text):
        return False
    return bold and len(text.split()) <= 16 and not _MARKER.match(text)


def _word_units(paragraph: Paragraph) -> Iterator[Unit]:
    for part in paragraph.text.split("\n"):
        text = _spaced(part)
        if not text:
            continue
        listed = (paragraph.style or "").casefold().startswith("list")
        if match := _MARKER.match(text):
            yield Unit(Form.ITEM, match["rest"], match["marker"], bold=paragraph.bold)
        elif listed and not (paragraph.bold and len(text.split()) <= 6):
            yield Unit(Form.ITEM, text, "•")
        else:
            form = Form.HEADING if _is_heading(text, paragraph.bold) else Form.TEXT
            yield Unit(form, text, bold=paragraph.bold)


class _Builder:
    """Puts lines together; gives a unit away when the next one starts."""

    def __init__(self) -> None:
        self._unit: Unit | None = None
        self._last: Paragraph | None = None
        self._page: int | None = None

    def add(self, line: Paragraph, page: Page, edge: float) -> Iterator[Unit]:
        text = _spaced(line.text)
        if not text:
            return
        if self._unit is not None and not self._starts(text, line, page, edge):
            self._extend(text, line, page)
            return
        yield from self.flush()
        self._begin(text, line, page)

    def flush(self) -> Iterator[Unit]:
        if self._unit is not None:
            yield self._unit
        self._unit = None

    def _begin(self, text: str, line: Paragraph, page: Page) -> None:
        heading = _is_heading(text, line.bold)
        match = _MARKER.match(text) if not heading else None
        form = Form.HEADING if heading else Form.ITEM if match else Form.TEXT
        words, marker = (match["rest"], match["marker"]) if match else (text, None)
        indent = line.box[0] if line.box else 0.0
        self._unit = Unit(form, words, marker, page.number, line.box, line.bold, indent)
        self._last, self._page = line, page.number

    def _extend(self, text: str, line: Paragraph, page: Page) -> None:
        unit = self._unit
        assert unit is not None
        glue = "" if unit.text.endswith("-") and text[:1].islower() else " "
        start = len(unit.text) + len(glue)
        unit.text += glue + text
        if page.number == unit.page:
            unit.box = _around(unit.box, line.box)
        elif page.number == self._page and unit.turns:
            begun, number, box = unit.turns[-1]
            unit.turns[-1] = (begun, number, _around(box, line.box))
        else:
            unit.turns.append((start, page.number, line.box))
        self._last, self._page = line, page.number

    def _starts(self, text: str, line: Paragraph, page: Page, edge: float) -> bool:
        """Whether a line starts a new unit instead of going on with the present one."""
        unit, last = self._unit, self._last
        assert unit is not None and last is not None
        first = _FIRST_LETTER.search(text)
        upper = first is not None and first.group().isupper()
        if _CHAPTER.match(text) or _CAPTION.match(text):
            return True
        marked, numbered = _MARKER.match(text) is not None, _heading_rest(text) is not None
        label, bare = _LABEL.match(text) is not None, _BARE.match(text) is not None
        same_page = page.number == self._page and line.box is not None and last.box is not None
        short = gap = indented = dedent = False
        if line.box and last.box and same_page:
            short = last.box[2] < edge - 0.15 * (edge - min(unit.indent, line.box[0]))
            gap = line.box[1] - last.box[3] > 0.9 * max(1.0, last.box[3] - last.box[1])
            indented = line.box[0] > last.box[0] + 12
            dedent = line.box[0] < unit.indent - 4
        if unit.form is Form.HEADING:
            goes_on = (line.bold and unit.bold) or (not unit.bold and same_page and not short and len(unit.text) < 200)
            return (
                not goes_on
                or marked
                or numbered
                or label
                or bare
                or text[:1] in '“"'
                or _BARE.match(unit.text) is not None
            )
        ended = unit.text.rstrip().endswith((".", ":", ";", "”", '"'))
        quoting = len(re.findall('[“”"]', unit.text)) % 2 == 1 and len(unit.text) < 600
        caption = line.bold and upper and text.endswith(":") and len(text.split()) <= 4  # "Program :"
        if ((bare or caption) and upper and not quoting) or _STRONG_LABEL.match(text):
            return True
        if (marked and not _is_number_slip(unit, text)) or numbered:
            return True
        if text[:1] in '“"' and unit.text.rstrip().endswith(":"):
            return True
        if not upper or quoting:
            return False
        if _is_heading(text, line.bold) and not unit.bold and (ended or short or gap or not same_page):
            return True
        if not same_page:
            return ended or (label and line.bold) or (unit.bold and not line.bold)
        if label and (ended or short or unit.text.endswith(",") or (line.bold and not last.bold)):
            return True
        if unit.form is Form.ITEM and (unit.text.endswith(";") or dedent or _repeats(unit.text, text)):
            return True
        if _OPENING.match(text) and (indented or gap):
            return True
        return (ended and (indented or gap)) or short


def _around(one: Box | None, other: Box | None) -> Box | None:
    """The area that holds both."""
    if one is None or other is None:
        return one
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _is_number_slip(unit: Unit, text: str) -> bool:
    """A line that starts with "2018)." or the like inside a sentence is no list item."""
    return unit.text.rstrip().endswith(
        ("(", "tahun", "Tahun", "nomor", "Nomor", "No.", "pasal", "Pasal", "huruf", "ayat")
    )


def _repeats(item: str, line: str) -> bool:
    """Whether a line starts with the words that the item starts with: the explanation of the item."""
    a, b = item.casefold().split()[:2], line.casefold().split()[:2]
    return len(item.split()) > 3 and len(b) == 2 and a == b
