"""What a file is: kind, region, OPD, years and stage of a plan document, from what is printed in it.

Evidence is read in places that speak about the document itself: cover, running heads, chapter titles, captions and
heads of tables, the foreword. Names of other documents stand everywhere in plan documents, so a name counts for less
the less the place speaks of the document, and not at all where it is cited. The file name is only weak evidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from extractors.layout import Layout, Page, Table
from models.document import Claim, Identity, Kind, Stage
from models.lexicon import entries

SURE = 0.97
"""No claim read from paper is certain."""

DOUBT = 0.3
"""A kind below this is no kind."""


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


_WEIGHT = {
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


def identify(layout: Layout) -> Identity:
    """Say what a file is.

    Args:
        layout: the file as read; pages that were not read are simply no evidence.

    Returns:
        One claim for each part, each with confidence and an Indonesian reason that names page and words. The kind is
        `Kind.LAINNYA` when nothing fits; RPJMD and RKPD have no OPD. `chapter` is set when the whole file was read and
        holds one chapter.
    """
    passages = tuple(_passages(layout))
    chapter = _chapter(passages) if len(layout.pages) == layout.page_count else None
    opd = _office(passages)
    region = _region(passages)
    kind = _kind(passages, chapter, opd.value is not None and opd.confidence >= 0.4)
    if kind.value in (Kind.RPJMD, Kind.RKPD):
        opd = Claim(
            None, kind.confidence, f"{kind.value.value} adalah dokumen daerah, bukan milik satu perangkat daerah."
        )
    first, last = _years(passages, kind.value)
    period = (
        "" if first.value is None else str(first.value) if first.value == last.value else f"{first.value}-{last.value}"
    )
    title = _title(passages, kind, (opd, region), period)
    return Identity(kind, region, opd, first, last, _stage(passages, kind.value), title, chapter)


# ---- places


def _passages(layout: Layout) -> Iterator[Passage]:
    stem = re.sub(r"\.\w{2,5}$", "", layout.file.name)
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|[_+%]+|\.", " ", stem)
    yield Passage(_one_line([apart]), Zone.FILE)
    lines_of = {id(page): _lines(page) for page in layout.pages}
    running = _running_heads(layout.pages, lines_of)
    heads_text = [text for text, _ in running.values()]
    if running:
        yield Passage(_one_line(heads_text), Zone.HEAD, min((n for _, n in running.values() if n), default=None))
    yield from _labels(heads_text, None)
    texts = [page for page in layout.pages if lines_of[id(page)] or page.tables]
    before_chapters = True
    heads: set[str] = set()
    for index, page in enumerate(texts):
        lines = [line for line in lines_of[id(page)] if _key(line) not in running]
        if index == 0 or (index < 3 and before_chapters and _is_cover(lines, page)):
            yield from _cover(lines, lines_of[id(page)], page)
        titles = list(_chapter_titles(lines, page))
        before_chapters = before_chapters and not titles
        yield from titles
        yield from _captions(lines, page)
        yield from _labels(lines, page.number)
        if (index < 6 or index == len(texts) - 1) and _speaks(lines):
            yield Passage(_one_line(lines[:150]), Zone.FOREWORD, page.number)
        elif (
            index == 0
        ):  # a caption's sentence, the title of a poster, and the head of a table that was not seen as one
            yield from _posters(lines, page)
            yield Passage(_one_line(line for line in lines if _is_prose(line)), Zone.FOREWORD, page.number)
            yield Passage(_one_line(lines[:40]), Zone.COLUMNS, page.number)
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
        found += [line for text in texts for part in text.split("\n") if (line := _one_line([part]))]
    return found


_FRAME = 12
"""A grid with so few filled cells is a frame or an ornament around a cover, no table."""


def _one_line(parts: Iterable[str]) -> str:
    text = " ".join(" ".join(parts).replace("￾", "-").split())
    return re.sub(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})", " ", _unspaced(text))


def _unspaced(text: str) -> str:
    """Undo letter spacing of headings: "P E N U T U P"."""
    return re.sub(r"\b(?:[A-Z] ){3,}[A-Z]\b", lambda m: m.group().replace(" ", ""), text)


def _key(line: str) -> str:
    """A line without its page number, so that running heads are equal on every page."""
    text = re.sub(r"\b(?:[ivxlc]+|[IVXLC]+)\b(?:\s*[-–]\s*\d+)?", "", line)
    return re.sub(r"(?<!\d)\d{1,3}(?!\d)|\W", "", text).casefold()


def _running_heads(pages: Sequence[Page], lines_of: dict[int, list[str]]) -> dict[str, tuple[str, int | None]]:
    """Lines that stand at the top or bottom of many pages: key -> text and first page."""
    counted: Counter[str] = Counter()
    first: dict[str, tuple[str, int | None]] = {}
    with_text = [page for page in pages if lines_of[id(page)]]
    for page in with_text:
        lines = lines_of[id(page)]
        edge = lines if len(lines) <= 8 else [*lines[:4], *lines[-4:]]
        for key, line in {_key(line): line for line in edge}.items():
            if len(key) >= 4:
                counted[key] += 1
                first.setdefault(key, (line, page.number))
    enough = max(3, 0.3 * len(with_text)) if len(with_text) > 2 else 2
    return {key: first[key] for key, count in counted.items() if count >= enough}


def _is_cover(lines: list[str], page: Page) -> bool:
    real = any(sum(bool(cell.text.strip()) for cell in table.cells) > _FRAME for table in page.tables)
    short = 0 < len(lines) <= 25 and sum(map(len, lines)) < 900 and not real
    return short and sum(map(_is_prose, lines)) <= 0.2 * len(lines) and not any(map(_TOC_ENTRY.search, lines))


def _speaks(lines: list[str]) -> bool:
    """Whether a page holds running text, not only a table or a list of contents."""
    prose = sum(_is_prose(line) for line in lines)
    return prose >= 3 and prose >= 0.3 * len(lines) and sum(map(bool, map(_TOC_ENTRY.search, lines))) < 4


def _cover(lines: list[str], printed: list[str], page: Page) -> Iterator[Passage]:
    """The cover with all its printed lines, or the title lines above the text of a first page."""
    if any(_TOC.search(line) for line in lines[:4]):
        return
    if _is_cover(printed, page) and not any(_CHAPTER.match(line) for line in printed):
        yield Passage(_one_line(printed), Zone.COVER, page.number)
        return
    title: list[str] = []
    for line in lines[:12]:
        if _is_prose(line) or _CHAPTER.match(line):
            break
        title.append(line)
    if title:
        yield Passage(_one_line(title), Zone.TITLE, page.number)


_TOC_ENTRY = re.compile(r"\.{4,}|(?:\. ){4,}|\s[IVX]{1,4} ?[-–] ?\d{1,3}$|^\d\.\d.*\s\d{1,3}$")
_TOC = re.compile(r"^(?:daftar (?:isi|tabel|gambar|lampiran)|kata pengantar)\b", re.I)
_CHAPTER = re.compile(
    r"^(?:BAB|Bab|B A B)\s*(?P<number>[IVX]{1,5}|\d{1,2})\b(?!\s*\.{3})(?!.*\.{4})[\s.:]*(?P<title>.*)$"
)
_CAPTION = re.compile(r"^(?:tabel|table|gambar|form(?:ulir)?)\s*[\w.-]{0,12}", re.I)


def _is_prose(line: str) -> bool:
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
            if _is_prose(text) or re.match(r"\d+\.\d", text) or _CHAPTER.match(text):
                break
            following.append(text)
        number = _roman(match["number"])
        if number and (match["title"] or following) and not _is_prose(match["title"]):
            yield Passage(_one_line([f"BAB {_ROMANS[number]}", match["title"], *following]), Zone.CHAPTER, page.number)


_ROMANS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


def _roman(text: str) -> int:
    if text.isdigit():
        return int(text) if int(text) < len(_ROMANS) else 0
    return _ROMANS.index(text) if text in _ROMANS else 0


def _captions(lines: list[str], page: Page) -> Iterator[Passage]:
    for index, line in enumerate(lines):
        if _CAPTION.match(line) and not _is_prose(line) and ".." not in line:
            following = [text for text in lines[index + 1 : index + 4] if not _is_prose(text)]
            yield Passage(_one_line([line, *following]), Zone.CAPTION, page.number)


def _posters(lines: list[str], page: Page) -> Iterator[Passage]:
    """Lines that start with the name of a kind, wherever they stand on a page without running text."""
    for line in lines:
        if (
            not (_is_prose(line) or _TOC_ENTRY.search(line))
            and len(line) < 150
            and any(name.start <= 12 for name in _named(line))
        ):
            yield Passage(line, Zone.CAPTION, page.number)


def _labels(lines: list[str], page: int | None) -> Iterator[Passage]:
    for line in lines:
        if ":" in line and (match := _label().match(line)):
            yield Passage(title_case(_one_line([match["name"]]), every=True), Zone.LABEL, page)


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(entry["pattern"] for entry in entries("identify", "office_label"))
    return re.compile(rf"^(?:\d+\.\s*)?(?:{labels})\s*:\s*(?:[\d.]{{4,}}\s+)?(?P<name>\D.+)$", re.I)


def _tables(page: Page, first: bool) -> Iterator[Passage]:
    for table in page.tables:
        heads, banners, cells = _split(table)
        yield Passage(_one_line(heads), Zone.COLUMNS, page.number)
        for text in banners if first else ():
            yield Passage(text, Zone.BANNER, page.number)
        for text in cells:
            yield Passage(text, Zone.CELL, page.number)


def _split(table: Table) -> tuple[list[str], list[str], list[str]]:
    """The words of the first rows; short texts of the rows right below (a print starts with its office) and of all."""
    heads = [cell.text for cell in table.cells if cell.row < 4]
    short = [(cell.row, _one_line([cell.text])) for cell in table.cells if len(cell.text) < 90]
    return heads, [text for row, text in short if 2 < row < 12 and text], [text for _, text in short if text]


def _chapter(passages: Sequence[Passage]) -> int | None:
    """The number of the only chapter, when the file starts with it."""
    found = [(passage.page, _roman(passage.text.split()[1])) for passage in passages if passage.zone is Zone.CHAPTER]
    if len({number for _, number in found}) != 1 or any(passage.zone is Zone.COVER for passage in passages):
        return None
    page, number = found[0]
    pages = sorted({p.page for p in passages if p.page is not None and p.zone is not Zone.HEAD})
    return number if page is None or page in pages[:2] else None


# ---- kind


@cache
def _kind_names() -> tuple[tuple[Kind, str, re.Pattern[str]], ...]:
    return tuple(
        (Kind(entry["kind"]), entry.get("label", entry["kind"]), re.compile(entry["pattern"], re.I))
        for entry in entries("identify", "kind_name")
    )


@dataclass(frozen=True, slots=True)
class _Named:
    kind: Kind
    label: str
    start: int
    end: int
    words: str


def _named(text: str) -> list[_Named]:
    """Names of kinds in reading order; at the same place the longer (or earlier listed) name wins."""
    found = [
        _Named(kind, label, m.start(), m.end(), m.group())
        for kind, label, pattern in _kind_names()
        for m in pattern.finditer(text)
    ]
    found.sort(key=lambda n: (n.start, -(n.end - n.start)))
    kept: list[_Named] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


@cache
def _citing() -> re.Pattern[str]:
    return re.compile("|".join(entry["pattern"] for entry in entries("identify", "citing")), re.I)


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile("|".join(entry["pattern"] for entry in entries("identify", "of_others")), re.I)


def _cited(text: str, name: _Named) -> bool:
    """Whether a name is that of another document: one that is followed, or that of a ministry."""
    if _of_others().match(text, name.end):
        return True
    return _citing().search(text[max(0, name.start - 70) : name.start]) is not None


@dataclass(slots=True)
class _Evidence:
    """Belief in one value, gathered place by place: 1 - product of (1 - weight), the best cue of each place."""

    best: dict[Zone, tuple[float, str]]

    def add(self, zone: Zone, weight: float, reason: str) -> None:
        if weight > self.best.get(zone, (0.0, ""))[0]:
            self.best[zone] = (weight, reason)

    @property
    def belief(self) -> float:
        doubt = 1.0
        for weight, _ in self.best.values():
            doubt *= 1 - weight
        return 1 - doubt

    def reasons(self) -> str:
        ordered = sorted(self.best.values(), reverse=True)
        return "; ".join(reason for _, reason in ordered[:3])


def _kind(passages: Sequence[Passage], chapter: int | None, has_office: bool) -> Claim[Kind]:
    found: dict[tuple[Kind, str], _Evidence] = defaultdict(lambda: _Evidence({}))
    for passage in passages:
        zone, text = passage.zone, passage.text
        if zone in (Zone.COVER, Zone.HEAD, Zone.TITLE, Zone.CAPTION, Zone.FILE):
            names = [name for name in _named(text) if zone is not Zone.CAPTION or not _cited(text, name)]
            if names:
                weight = _WEIGHT[zone] * (0.6 if zone is Zone.CAPTION else 1.0)
                found[names[0].kind, names[0].label].add(zone, weight, f"“{names[0].words}” pada {passage.where()}")
        elif zone is Zone.CHAPTER:
            _by_pattern(found, passage, "chapter_title", chapter)
        if zone in (Zone.COLUMNS, Zone.TITLE, Zone.CAPTION, Zone.HEAD):
            _by_pattern(found, passage, "table_head", None)
    _by_foreword(found, passages)
    if has_office:  # what belongs to one office is no document of the whole region
        for (kind, _), evidence in found.items():
            if kind in (Kind.RPJMD, Kind.RKPD):
                evidence.best = {z: (w * 0.6, r) for z, (w, r) in evidence.best.items() if z is not Zone.CHAPTER}
    if not found:
        return Claim(
            Kind.LAINNYA, 0.0, "Tidak ada nama jenis dokumen pada sampul, kepala halaman, judul bab, atau judul tabel."
        )
    ranked = sorted(found.items(), key=lambda item: item[1].belief, reverse=True)
    (kind, label), evidence = ranked[0]
    if evidence.belief < DOUBT and set(evidence.best) - {Zone.FILE}:
        return Claim(Kind.LAINNYA, 1 - evidence.belief, f"Bukti jenis terlalu lemah: {evidence.reasons()}.")
    belief = evidence.belief
    reason = evidence.reasons()
    if set(evidence.best) == {Zone.FILE}:
        belief, reason = min(belief, 0.3), f"hanya dari nama berkas: {reason}"
    rivals = [(k, e) for k, e in ranked[1:] if e.belief > 0.5 * evidence.belief]
    if rivals:
        (_, rival_label), rival = rivals[0]
        belief *= 1 - 0.5 * rival.belief**2
        reason += f"; tetapi {rival_label} juga disebut ({rival.reasons()})"
    if kind is Kind.LAINNYA:
        reason = f"dikenali sebagai {label}: {reason}"
    return Claim(kind, round(min(belief, SURE), 2), _sentence(reason))


@cache
def _patterns(group: str) -> tuple[tuple[Kind, re.Pattern[str], float, int | None], ...]:
    return tuple(
        (Kind(e["kind"]), re.compile(e["pattern"], re.I), float(e["weight"]), e.get("number"))
        for e in entries("identify", group)
    )


def _by_pattern(found: dict[tuple[Kind, str], _Evidence], passage: Passage, group: str, chapter: int | None) -> None:
    number = _roman(passage.text.split()[1]) if passage.zone is Zone.CHAPTER else None
    for kind, pattern, weight, wanted in _patterns(group):
        if (match := pattern.search(passage.text)) and wanted in (None, number):
            # A chapter title inside a whole document is one of many; of a file with one chapter it is all there is.
            part = 1.0 if passage.zone is not Zone.CHAPTER or chapter else 0.7
            words = match.group()[:60]
            found[kind, kind.value].add(passage.zone, weight * part, f"“{words}” pada {passage.where()}")


def _by_foreword(found: dict[tuple[Kind, str], _Evidence], passages: Sequence[Passage]) -> None:
    """How the first pages speak of the document: names that are not cited, and "... ini"."""
    votes: Counter[tuple[Kind, str]] = Counter()
    example: dict[tuple[Kind, str], str] = {}
    for passage in passages:
        if passage.zone is not Zone.FOREWORD or _TOC_PAGE.search(passage.text[:80]):
            continue
        for name in _named(passage.text):
            if name.kind is Kind.LAINNYA:
                continue
            after = passage.text[name.end : name.end + 90]
            itself = re.match(r"(?:[^.;:]{0,60}?\s)?ini\b(?! adalah untuk)", after) is not None
            before = passage.text[max(0, name.start - 40) : name.start]
            itself = itself or re.search(r"(?:penyusunan|menyusun|dokumen)\s+$", before, re.I) is not None
            if itself or not _cited(passage.text, name):
                key: tuple[Kind, str] = (name.kind, name.label)
                votes[key] += 3 if itself else 1
                example.setdefault(key, f"“{name.words}” pada {passage.where()}")
    total = sum(votes.values())
    for key, count in votes.items():
        weight = _WEIGHT[Zone.FOREWORD] * 1.4 * (count / total) * min(1.0, count / 4)
        found[key].add(Zone.FOREWORD, weight, f"{example[key]} ({count} dari {total} sebutan)")


_TOC_PAGE = re.compile(r"daftar (?:isi|tabel|gambar)", re.I)


class _Votes:
    """Votes for values, where many mentions in one place count no more than `_CAP`."""

    def __init__(self) -> None:
        self._sums: dict[str, dict[Zone, float]] = defaultdict(lambda: defaultdict(float))
        self._best: dict[str, tuple[float, str]] = {}

    def add(self, value: str, passage: Passage, weight: float, words: str) -> None:
        zone = passage.zone
        self._sums[value][zone] = min(self._sums[value][zone] + weight, _CAP.get(zone, 8.0))
        if weight > self._best.get(value, (0.0, ""))[0]:
            self._best[value] = (weight, f"“{words}” pada {passage.where()}")

    def give(self, giver: str, taker: str) -> None:
        """Move all votes of one value to another."""
        for zone, weight in self._sums.pop(giver).items():
            self._sums[taker][zone] = min(self._sums[taker][zone] + weight, _CAP.get(zone, 8.0))

    def add_plain(self, value: str, weight: float) -> None:
        self._sums[value][Zone.FOREWORD] += weight

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._sums))

    def __getitem__(self, value: str) -> float:
        return sum(self._sums[value].values())

    def ranked(self) -> list[tuple[str, float]]:
        return sorted(((value, self[value]) for value in self._sums), key=lambda item: -item[1])

    def reason(self, value: str) -> str:
        only = "hanya dari nama berkas: " if self.only_file(value) else ""
        return only + self._best.get(value, (0.0, f"“{value}”"))[1]

    def only_file(self, value: str) -> bool:
        """Whether nothing inside the file says so."""
        return set(self._sums[value]) == {Zone.FILE}


_CAP = {
    Zone.BANNER: 2.0,
    Zone.CELL: 1.0,
    Zone.FOREWORD: 3.0,
    Zone.CAPTION: 2.5,
    Zone.CHAPTER: 3.0,
    Zone.COLUMNS: 3.0,
    Zone.FILE: 0.4,
}


# ---- region


@dataclass(frozen=True, slots=True)
class Region:
    """One province, kabupaten or kota of the official list."""

    code: str
    name: str


@cache
def regions() -> dict[str, Region]:
    """The official list by lower-cased name ("kabupaten sumedang", "provinsi jawa barat")."""
    found = {}
    for line in files("models.lexicon").joinpath("wilayah.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, name = line.partition(" ")
            found[name.casefold()] = Region(code, name)
    return found


@cache
def _region_patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Known names, names after a level word that the list does not know, and the short names."""
    shorts = {entry["short"]: entry["name"] for entry in entries("identify", "region_short")}
    bare = sorted({key.split(" ", 1)[1] for key in regions()} | set(shorts), key=len, reverse=True)
    levels = (
        r"(?P<level>provinsi|propinsi|prov|prop|pemprov|gubernur|kabupaten|kab|pemkab|bupati|kota|wali ?kota|pemkot)"
    )
    spaced = "|".join(re.escape(name).replace(r"\ ", r"\s?") for name in bare)
    known = re.compile(rf"\b{levels}\b[. ]*(?P<name>{spaced})\b", re.I)
    unknown = re.compile(
        rf"(?<!/)(?<!/ )\b{levels}\b(?:(?<=prov|prop|.kab)\.)? (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,3}})", re.I
    )
    return known, unknown, shorts


_LEVEL = {
    "provinsi": "Provinsi", "propinsi": "Provinsi", "prov": "Provinsi", "prop": "Provinsi", "pemprov": "Provinsi",
    "gubernur": "Provinsi", "kabupaten": "Kabupaten", "kab": "Kabupaten", "pemkab": "Kabupaten", "bupati": "Kabupaten",
    "kota": "Kota", "walikota": "Kota", "wali kota": "Kota", "pemkot": "Kota",
}  # fmt: skip


def find_regions(text: str) -> list[tuple[str, bool]]:
    """Regions named in a text, in reading order: full name and whether the official list has it.

    A province right after its kabupaten or kota is left out: it only says where that lies.
    """
    known, unknown, shorts = _region_patterns()
    found: list[tuple[int, int, str, bool]] = []
    for match in known.finditer(text):
        level = _LEVEL[" ".join(match["level"].casefold().split())]
        name = " ".join(match["name"].casefold().split())
        full = shorts.get(name, f"{level} {name}") if level == "Provinsi" else f"{level} {name}"
        region = regions().get(full.casefold()) or _nearest(full)
        if region:
            found.append((match.start(), match.end(), region.name, True))
    for match in unknown.finditer(text):
        taken = any(start <= match.start() < end for start, end, _, _ in found)
        if taken or not (match["name"][0].isupper() and match["level"][0].isupper()):
            continue
        level = _LEVEL[" ".join(match["level"].casefold().split())]
        words = _until_end(match["name"].split(), match["level"])
        if words:
            full = f"{level} {' '.join(word.capitalize() for word in words)}"
            region = _nearest(full)
            found.append((match.start(), match.end(), region.name if region else full, region is not None))
    found.sort()
    kept: list[tuple[str, bool]] = []
    for index, (start, _, name, listed) in enumerate(found):
        if index and name.startswith("Provinsi") and listed:
            _, before_end, before, before_listed = found[index - 1]
            inside = before_listed and regions()[before.casefold()].code.startswith(regions()[name.casefold()].code)
            if start - before_end < 30 and (inside or not before_listed) and not before.startswith("Provinsi"):
                continue
        kept.append((name, listed))
    return kept


def _until_end(words: list[str], level: str) -> list[str]:
    ends = set(entries("identify", "region_end")[0]["words"])
    upper = level.isupper() and len(level) > 2
    kept: list[str] = []
    for word in words:
        if word.casefold().strip(".,") in ends or not word[0].isupper() or (upper and not word.isupper()):
            break
        kept.append(word.strip(".,"))
    return kept


def _nearest(full: str) -> Region | None:
    """The listed region of the same level that a misspelt name means, None when none is near."""
    level = full.split()[0].casefold()
    choices = [key for key in regions() if key.startswith(level)]
    hit = process.extractOne(full.casefold(), choices, scorer=fuzz.ratio, score_cutoff=91)
    return regions()[hit[0]] if hit else None


def _region(passages: Sequence[Passage]) -> Claim[str | None]:
    votes = _Votes()
    unlisted: set[str] = set()
    for passage in passages:
        weight = {Zone.BANNER: 0.05, Zone.CELL: 0.02, Zone.COLUMNS: 0.05, Zone.FOREWORD: 0.3, Zone.FILE: 0.3}.get(
            passage.zone, 4 * _WEIGHT[passage.zone]
        )
        for name, listed in find_regions(passage.text):
            if not listed:
                if passage.zone in (Zone.BANNER, Zone.CELL, Zone.COLUMNS, Zone.FILE):
                    continue
                unlisted.add(name)
            votes.add(name, passage, weight, name)
    if not (ranked := votes.ranked()):
        return Claim(None, 0.0, "Nama provinsi, kabupaten, atau kota tidak ditemukan.")
    (name, count), *rest = ranked
    share = count / (count + (rest[0][1] if rest else 0.0))
    confidence = min(0.3 if votes.only_file(name) else SURE, share * min(1.0, 0.4 + count / 5))
    text = votes.reason(name)
    if name in unlisted:
        confidence *= 0.8
        text += "; nama ini tidak ada dalam daftar wilayah Kepmendagri 300.2.2-2138/2025"
    if rest and share < 0.75:
        text += f"; {rest[0][0]} juga disebut"
    return Claim(name, round(confidence, 2), _sentence(text))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


# ---- office


@dataclass(frozen=True, slots=True)
class _OfficeWords:
    head: re.Pattern[str]
    not_office: re.Pattern[str]
    ends: frozenset[str]
    alone: re.Pattern[str]
    shorts: dict[str, str]
    short: re.Pattern[str]


@cache
def _office_words() -> _OfficeWords:
    heads = entries("identify", "office_head")
    shorts = {entry["short"]: entry["name"] for entry in entries("identify", "office_short")}
    return _OfficeWords(
        head=re.compile(r"\b(?:" + "|".join(e["pattern"] for e in heads if not e.get("within")) + r")\b", re.I),
        not_office=re.compile("|".join(e["pattern"] for e in entries("identify", "not_office")), re.I),
        ends=frozenset(entries("identify", "office_end")[0]["words"]),
        alone=re.compile("(?:" + "|".join(e["pattern"] for e in heads if e.get("alone")) + ")$", re.I),
        shorts=shorts,
        short=re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, shorts), key=len, reverse=True)) + r")\b", re.I),
    )


_JOINING = {"dan", "&", "serta"}


def find_offices(text: str) -> list[str]:
    """Names of offices in a text, in reading order, in title case; short names are written out."""
    words = _office_words()
    found = [
        (m.start(), m.end(), words.shorts[" ".join(m.group().casefold().split())]) for m in words.short.finditer(text)
    ]
    end = -1
    for match in words.head.finditer(text):
        taken = match.start() < end or any(start <= match.start() < stop for start, stop, _ in found)
        if taken or not match.group()[0].isupper() or words.not_office.match(text, match.start()):
            continue
        name = _office_at(text, match)
        if name:
            end = match.start() + len(name)
            found.append((match.start(), end, title_case(name)))
    return [name for _, _, name in sorted(found)]


def _office_at(text: str, match: re.Match[str]) -> str:
    """The name that starts at a head word, as printed; empty when it is only the common noun."""
    words = _office_words()
    head = match.group()
    upper = head.isupper()
    kept = head.split()
    pending: list[str] = []
    for token in text[match.end() :].split()[:14]:
        bare = token.strip(".,;:()“”\"'")
        if token[0] in "(“\"'" or not bare or not (bare == "&" or (bare[0].isalpha() and len(bare) > 1)):
            break
        low = bare.casefold()
        if low in words.ends and not (low == "kota" and kept[-1].casefold() == "tata"):
            break
        if low == "kota" and kept[-1].casefold() != "tata":
            break
        if low in _JOINING:
            pending.append(bare)
            continue
        if not bare[0].isupper() or (upper and not bare.isupper()) or (not upper and bare.isupper() and len(bare) > 4):
            break
        kept += [*pending, bare]
        pending = []
        if token[-1] == ",":
            pending = [","]
        elif token[-1] in ".;:)":
            break
    while kept and kept[-1].casefold() in _JOINING | {","}:
        kept.pop()
    name = " ".join(kept).replace(" ,", ",")
    name = _without_region(name)
    if name.casefold() == head.casefold() and not words.alone.match(head):
        return ""
    return name


@cache
def _province_tail() -> re.Pattern[str]:
    names = [key.split(" ", 1)[1] for key in regions()]
    return re.compile(r"\s(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")$", re.I)


def _without_region(name: str) -> str:
    return name if name.casefold().startswith("kecamatan") else _province_tail().sub("", name)


_KEEP_UPPER = {"DPRD", "RSUD", "PP", "II", "III", "IV", "VI", "I", "V"}


def title_case(name: str, every: bool = False) -> str:
    """DINAS PERIKANAN DAN KELAUTAN -> Dinas Perikanan dan Kelautan; `every`: words in lower case, too."""
    out = []
    for word in name.split():
        if word.strip(",").upper() in _KEEP_UPPER:
            out.append(word.upper())
        elif word.casefold() in _JOINING:
            out.append(word.casefold())
        else:
            out.append(word[:1].upper() + word[1:].lower() if word.isupper() or every else word)
    return " ".join(out)


def office_key(name: str) -> str:
    """Lower-cased content words of an office name in alphabetical order: spelling variants share it."""
    kept = re.findall(r"[a-z]+", name.casefold())
    return " ".join(sorted({re.sub(r"^pengelolaan$", "pengelola", word) for word in kept} - _JOINING))


def _office(passages: Sequence[Passage]) -> Claim[str | None]:
    votes = _Votes()
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    weights = {
        Zone.BANNER: 1.0,
        Zone.CELL: 0.15,
        Zone.COLUMNS: 0.1,
        Zone.FOREWORD: 0.25,
        Zone.FILE: 0.3,
        Zone.CAPTION: 1.0,
        Zone.CHAPTER: 1.5,
    }
    for passage in passages:
        if passage.zone in (Zone.CELL, Zone.BANNER) and not _whole_office(passage.text):
            continue
        weight = weights.get(passage.zone, 4 * _WEIGHT[passage.zone])
        for position, name in enumerate(find_offices(passage.text)):
            key = office_key(name)
            vote = weight / (1 + position) if passage.zone is not Zone.FOREWORD else weight
            printed[key][name] += 1
            votes.add(key, passage, vote, name)
    _own_acronyms(passages, votes, printed)
    _join_prefixes(votes, printed)
    if not (ranked := votes.ranked()):
        return Claim(None, 0.0, "Nama perangkat daerah tidak ditemukan.")
    (key, count), *rest = ranked
    share = count / (count + (rest[0][1] if rest else 0.0))
    confidence = round(min(0.3 if votes.only_file(key) else SURE, share * min(1.0, 0.35 + count / 5)), 2)
    text = votes.reason(key)
    if rest and share < 0.75:
        text += f"; {printed[rest[0][0]].most_common(1)[0][0]} juga disebut"
    return Claim(printed[key].most_common(1)[0][0], confidence, _sentence(text))


def _whole_office(text: str) -> bool:
    names = find_offices(text)
    return len(names) == 1 and (len(names[0]) >= 0.8 * len(text) or text.casefold() in _office_words().shorts)


def _own_acronyms(passages: Sequence[Passage], votes: _Votes, printed: dict[str, Counter[str]]) -> None:
    """Votes for a full name from its initials in titles and foreword: "BPLHD"."""
    own = (Zone.COVER, Zone.HEAD, Zone.TITLE, Zone.CHAPTER, Zone.CAPTION, Zone.FOREWORD)
    tokens = Counter(t for p in passages if p.zone in own for t in re.findall(r"\b[A-Z]{3,8}\b", p.text))
    for key in votes:
        name = printed[key].most_common(1)[0][0]
        initials = "".join(word[0] for word in name.split() if word.casefold() not in _JOINING).upper()
        if len(initials) >= 3 and tokens.get(initials):
            votes.add_plain(key, min(0.25 * tokens[initials], 3.0))


def _join_prefixes(votes: _Votes, printed: dict[str, Counter[str]]) -> None:
    """A name that was cut off (line end, slip in lower case) gives its votes to the longer name."""
    names = {key: printed[key].most_common(1)[0][0].casefold() for key in votes}
    for short in sorted(votes, key=lambda key: len(names[key])):
        starts = (names[short] + " ", names[short] + ",")
        longer = [key for key in votes if names[key].startswith(starts)]
        best = max(longer, key=lambda key: votes[key], default=None)
        if best and votes[best] >= 0.5 * votes[short]:
            votes.give(short, best)


# ---- years


_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(rf"(?<!\d)({_YEAR})\s*(?:[-–—]+|s\.?/?d\.?|sampai(?: dengan)?|hingga)\s*({_YEAR})(?!\d)", re.I)
_ONE_YEAR = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_ACT = re.compile(
    r"(?:nomor|no\.?|undang-undang|peraturan|permendagri|keputusan|perda|pergub|perbup|perwal|inmendagri|inpres|perpres|pp|uu)\b"
    r"[^.;]{0,40}$",
    re.I,
)
_PLANS = (Kind.RPJMD, Kind.RENSTRA)


def _years(passages: Sequence[Passage], kind: Kind) -> tuple[Claim[int | None], Claim[int | None]]:
    votes = _Votes()
    columns: set[tuple[int, int]] = set()
    for passage in passages:
        for (first, last), weight, words in _dated(passage, kind):
            if passage.zone is Zone.COLUMNS and kind in _PLANS:  # pages of one table say it once
                if (first, last) in columns:
                    continue
                columns.add((first, last))
            votes.add(f"{first}-{last}" if first != last else str(first), passage, weight, words)
    if not (ranked := votes.ranked()):
        unknown: Claim[int | None] = Claim(None, 0.0, "Tahun atau periode dokumen tidak ditemukan.")
        return unknown, unknown
    (value, count), *rest = ranked
    share = count / (count + (rest[0][1] if rest else 0.0))
    confidence = round(min(0.3 if votes.only_file(value) else SURE, share * min(1.0, 0.3 + count / 4)), 2)
    text = votes.reason(value)
    if rest and share < 0.75:
        text += f"; {rest[0][0]} juga disebut"
    return Claim(int(value[:4]), confidence, _sentence(text)), Claim(int(value[-4:]), confidence, _sentence(text))


def _dated(passage: Passage, kind: Kind) -> Iterator[tuple[tuple[int, int], float, str]]:
    """Years or periods that a passage gives the document, with weight and words."""
    text, zone = passage.text, passage.zone
    period = kind in _PLANS
    if zone in (Zone.COVER, Zone.HEAD, Zone.TITLE, Zone.CAPTION, Zone.FOREWORD, Zone.FILE, Zone.CHAPTER):
        names = _named(text)
        scale = {Zone.FOREWORD: 0.3, Zone.FILE: 0.3, Zone.CAPTION: 1.0, Zone.CHAPTER: 0.8}.get(zone, 4 * _WEIGHT[zone])
        for index, name in enumerate(names):
            if name.kind is not kind or (zone is Zone.FOREWORD and _cited(text, name)) or _past(text, name):
                continue
            stop = min(
                name.end + 130,
                names[index + 1].start if index + 1 < len(names) and names[index + 1].kind is not kind else len(text),
            )
            if (hit := _first_date(text, name.end, stop, period)) is not None:
                yield hit[0], scale, " ".join((name.words, "…", hit[1]))
        report = kind in (Kind.LKJIP, Kind.EVALUASI_RENJA)
        past = zone in (Zone.CAPTION, Zone.CHAPTER) and not report and _past_word().search(text) is not None
        if (
            zone not in (Zone.FOREWORD, Zone.FILE) and not past
        ):  # a year in a title, without the name of the kind before it
            for hit in _all_dates(text, period):
                whole = not period or hit[0][1] - hit[0][0] >= 4  # tables of a plan may show a part of its term
                yield hit[0], (0.25 if whole else 0.1) * scale, hit[1]
    if zone is Zone.COLUMNS and not period:
        if match := re.search(rf"(?<!maju )rencana tahun ({_YEAR})", text, re.I):
            yield (int(match[1]), int(match[1])), 1.5, match.group()
        if match := re.search(rf"maju rencana tahun ({_YEAR})", text, re.I):
            yield (int(match[1]) - 1, int(match[1]) - 1), 1.0, match.group()
        if kind is Kind.EVALUASI_RENJA and (match := re.search(rf"triwulan[^.]{{0,20}} tahun ({_YEAR})", text, re.I)):
            yield (int(match[1]), int(match[1])), 2.0, match.group()
    if zone is Zone.COLUMNS and period:
        seen = sorted({int(year) for year in re.findall(rf"(?i:tahun|target)[^\d]{{0,12}}({_YEAR})", text)})
        if len(seen) >= 3:
            yield (seen[0], seen[-1]), 0.05, f"kolom tahun {seen[0]} sampai {seen[-1]}"


@cache
def _past_word() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(entry["pattern"] for entry in entries("identify", "past")) + r")\b", re.I)


@cache
def _past_words() -> re.Pattern[str]:
    return re.compile(_past_word().pattern + r"\W+(?:\w+\W+){0,5}$", re.I)


def _past(text: str, name: _Named) -> bool:
    """Whether a name is that of last year's document: "Evaluasi Pelaksanaan Renja Tahun 2016" in the Renja of 2017."""
    if name.kind in (Kind.LKJIP, Kind.EVALUASI_RENJA):
        return False
    return _past_words().search(text[max(0, name.start - 70) : name.start]) is not None


def _first_date(text: str, start: int, stop: int, period: bool) -> tuple[tuple[int, int], str] | None:
    part = text[start:stop]
    spans = list(_PERIOD.finditer(part))
    if period:
        for match in spans:
            if _plausible(int(match[1]), int(match[2])):
                return (int(match[1]), int(match[2])), match.group()
        return None
    for match in _ONE_YEAR.finditer(part):
        inside = any(span.start() <= match.start() < span.end() for span in spans)
        if not inside and not _ACT.search(part[: match.start()]) and ("." not in part[: match.start()] or start == 0):
            return (int(match[1]), int(match[1])), match.group()
    return None


def _all_dates(text: str, period: bool) -> Iterator[tuple[tuple[int, int], str]]:
    spans = list(_PERIOD.finditer(text))
    if period:
        for match in spans:
            if _plausible(int(match[1]), int(match[2])):
                yield (int(match[1]), int(match[2])), match.group()
        return
    for match in _ONE_YEAR.finditer(text):
        inside = any(span.start() <= match.start() < span.end() for span in spans)
        if not inside and not _ACT.search(text[max(0, match.start() - 60) : match.start()]):
            yield (int(match[1]), int(match[1])), match.group()


def _plausible(first: int, last: int) -> bool:
    """A plan of a term covers up to six years; twenty years are another plan (RPJPD, RTRW)."""
    return 1 <= last - first <= 6


# ---- stage and title


def _stage(passages: Sequence[Passage], kind: Kind) -> Claim[Stage | None]:
    found: dict[Stage, _Evidence] = defaultdict(lambda: _Evidence({}))
    for passage in passages:
        if passage.zone not in (Zone.COVER, Zone.HEAD, Zone.TITLE, Zone.FOREWORD, Zone.FILE):
            continue
        for entry in entries("identify", "stage"):
            stage = Stage(entry["stage"])
            for match in re.finditer(entry["pattern"], passage.text, re.I):
                if not _about_document(passage, match, kind, stage):
                    continue
                weight = float(entry["weight"]) * _WEIGHT[passage.zone]
                found[stage].add(passage.zone, weight, f"“{match.group()}” pada {passage.where()}")
    if not found:
        return Claim(None, 0.0, "Tahap tidak disebut pada sampul, kepala halaman, atau judul.")
    ranked = sorted(found.items(), key=lambda item: item[1].belief, reverse=True)
    stage, evidence = ranked[0]
    # A change or a draft is law or letter, too: the number of a regulation says less than the word.
    for other in (Stage.RANCANGAN, Stage.PERUBAHAN):
        if other in found and found[other].belief >= 0.4:
            stage, evidence = other, found[other]
            break
    if evidence.belief < 0.3:
        return Claim(None, 0.0, f"Tahap tidak jelas: {evidence.reasons()}.")
    return Claim(stage, round(min(evidence.belief, SURE), 2), _sentence(evidence.reasons()))


def _about_document(passage: Passage, match: re.Match[str], kind: Kind, stage: Stage) -> bool:
    """Whether a stage word belongs to the document: next to its own name, or anywhere on its cover."""
    if stage is Stage.PENETAPAN:
        return passage.zone in (Zone.COVER, Zone.TITLE)
    near = passage.text[max(0, match.start() - 45) : match.end() + 45]
    names = [name for name in _named(near) if name.kind is kind]
    if passage.zone in (Zone.COVER, Zone.TITLE, Zone.HEAD):
        return bool(names) or passage.zone is Zone.COVER
    if passage.zone is Zone.FOREWORD:
        if passage.page is not None and passage.page > 3:
            return False
        after = passage.text[match.start() : match.end() + 40]
        own = any(name.kind is kind and name.start <= len(match.group()) + 12 for name in _named(after))
        start = passage.text[max(0, match.start() - 70) : match.start()]
        return own and not _citing().search(start)
    return bool(names)


def _title(
    passages: Sequence[Passage], kind: Claim[Kind], parts: Sequence[Claim[str | None]], period: str
) -> str | None:
    """The printed title when it names kind and owner; else one made of what was found, else the first heading."""
    for zone in (Zone.COVER, Zone.TITLE, Zone.HEAD):
        for passage in passages:
            text = passage.text[:200]
            named = any(name.kind is kind.value for name in _named(text))
            if passage.zone is zone and named and (find_offices(text) or find_regions(text)):
                return text
    if kind.value is not Kind.LAINNYA and kind.confidence >= 0.4:
        return " ".join(filter(None, [kind.value.value, *(part.value for part in parts), period]))
    headings = [
        p for p in passages if p.zone in (Zone.COVER, Zone.TITLE, Zone.CHAPTER, Zone.CAPTION, Zone.FOREWORD) and p.text
    ]
    return headings[0].text[:80] if headings else None


__all__ = [
    "Passage",
    "Region",
    "Zone",
    "find_offices",
    "find_regions",
    "identify",
    "office_key",
    "regions",
    "title_case",
]
