"""Files that say the same in other bytes: a document saved again, or its PDF beside its Word file.

The same text is a copy. In another format lines and pages fall otherwise, so there stage, every number that was taken
as a fact, every printed amount and most words must be the same. One other number is another document.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from extractors.grouping import Override, override_identity
from extractors.identity.offices import office_key
from extractors.layout import Layout, Paragraph
from models.document import Format, Identity, Kind
from models.extraction import Content, Extraction, PageStatus
from models.indicator import Money
from models.quantity import Quantity

_LEAST_LETTERS = 300
"""A shorter text (a cover, a form) may be the same in two documents."""
_LEAST_NUMBERS = 8
"""Values among the facts without which two formats are not held to be one document."""
_SHINGLE = 3
_SKETCH = 128
"""Words that are taken together, and how many of their hashes are kept: enough to tell 0.8 from 0.9."""
_NEARLY_ALL, _MOST = 0.8, 0.5
"""Shares of common shingles. Running heads of a PDF cost up to a fifth, words broken by narrow columns a third."""
_AMOUNT = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\d]|[.,]\d)")
_RANK = {Format.PDF: 0, Format.DOCX: 1, Format.XLSX: 1}
"""Which of two formats is kept: a PDF has pages to point at, an old format went through a converter."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that another one stands for; `same_text` is False when the formats differ."""

    original: str
    same_text: bool


def content_of(layout: Layout) -> Content:
    """What is kept of a file's text to know its copies by; empty when there is little text or some was not read."""
    if any(page.problem for page in layout.pages):
        return Content()
    # Block by block: the whole text of a thousand pages at once is a hundred megabytes.
    text, letters = hashlib.sha256(), 0
    shingles: set[int] = set()
    words: list[str] = []
    for block in (block for page in layout.pages for block in page.blocks):
        said = block.text if isinstance(block, Paragraph) else "\n".join(cell.text for cell in block.cells)
        said = unicodedata.normalize("NFKC", said).casefold()
        letters += sum(map(str.isalpha, said))
        text.update("".join(said.split()).encode())
        words = [*words[1 - _SHINGLE :], *re.findall(r"[^\W\d_]+", said)]
        shingles.update(
            zlib.crc32(" ".join(words[place : place + _SHINGLE]).encode()) for place in range(len(words) - _SHINGLE + 1)
        )
        if len(shingles) > 50 * _SKETCH:
            shingles = set(sorted(shingles)[:_SKETCH])
    if letters < _LEAST_LETTERS:
        return Content()
    return Content(
        text=text.hexdigest()[:32],
        amounts=_hash(sorted(set(_amounts(layout)))),
        sketch=tuple(sorted(shingles)[:_SKETCH]),
    )


def find_copies(files: Sequence[tuple[Extraction, Override | None]]) -> dict[str, Copy]:
    """Files (by hash of their bytes) that another of them stands for.

    Args:
        files: extractions of different bytes, with what a manifest says about each. Files that it tells apart, and
            files with pages that were not read, are no copies.
    """
    usable = sorted(
        (_File.of(*file) for file in files if file[0].content.text and not _unread(file[0])), key=_File.preference
    )
    made: dict[str, Copy] = {}
    for same_text in (True, False):
        kept: defaultdict[Hashable, list[_File]] = defaultdict(list)
        for file in usable:
            if file.sha256 in made:
                continue
            for original in kept[key := file.content.text if same_text else file.said()]:
                if not file.told_apart(original) and (same_text or file.is_other_format_of(original)):
                    made[file.sha256] = Copy(original.sha256, same_text)
                    break
            else:
                kept[key].append(file)
    # One that stands for others may itself have been found to be a copy.
    return {sha256: made.get(copy.original, copy) for sha256, copy in made.items()}


@dataclass(frozen=True, slots=True)
class _File:
    """One file that may be a copy."""

    sha256: str
    format: Format
    place: PurePosixPath
    identity: Identity
    override: Override | None
    content: Content
    numbers: frozenset[tuple[Hashable, int]]
    values: int

    @classmethod
    def of(cls, extraction: Extraction, override: Override | None) -> _File:
        file, numbers = extraction.file, Counter(_numbers(extraction))
        return cls(
            file.sha256,
            file.format,
            PurePosixPath(file.path.replace("\\", "/")),
            override_identity(extraction.identity, override) if override else extraction.identity,
            override,
            extraction.content,
            frozenset(numbers.items()),
            sum(len(values) * count for (*_, values), count in numbers.items()),
        )

    def preference(self) -> tuple[int, str]:
        return _RANK.get(self.format, 2), self.place.as_posix()

    def said(self) -> Hashable:
        """Stage and all numbers: what differs in another version."""
        return self.identity.stage.value, self.content.amounts, self.numbers

    def told_apart(self, other: _File) -> bool:
        return self.override is not None and other.override is not None and self.override != other.override

    def is_other_format_of(self, other: _File) -> bool:
        """Whether both, whose numbers are the same, are one document: by who and when, or by name and words."""
        if self.format is other.format:
            return False
        pairs = list(zip(_names(self.identity), _names(other.identity), strict=True))
        if any(one and another and one != another for one, another in pairs):
            return False
        share = _common(self.content, other.content)
        if self.place.with_suffix("") == other.place.with_suffix("") and share >= _NEARLY_ALL:
            return True
        known = self.identity.kind.value is not Kind.LAINNYA and all(one and another for one, another in pairs)
        return known and self.values >= _LEAST_NUMBERS and share >= _MOST


def _names(identity: Identity) -> tuple[Hashable, ...]:
    """Who and when; a plan of the whole region has no office."""
    regional = identity.kind.value in (Kind.RPJMD, Kind.RKPD)
    return (
        identity.kind.value,
        letters(identity.region.value),
        "daerah" if regional else office_key(identity.opd.value or ""),
        identity.first_year.value,
        identity.last_year.value,
    )


def _unread(extraction: Extraction) -> bool:
    return any(page.status in (PageStatus.SCAN, PageStatus.FAILED) for page in extraction.pages)


def _numbers(extraction: Extraction) -> Iterator[tuple[str, str, str, tuple[Hashable, ...]]]:
    """Every numeric fact by its words and values; spaces and hyphens fall otherwise in another format."""
    for indicator in extraction.indicators:
        quarters = [(year, quarter, value) for year, by in indicator.quarters.items() for quarter, value in by.items()]
        spent = [
            (year, quarter, value) for year, by in indicator.quarter_spending.items() for quarter, value in by.items()
        ]
        values = (
            *_by_year("dasar", indicator.baseline.items()),
            *_by_year("target", indicator.targets.items()),
            *_by_year("realisasi", indicator.realisations.items()),
            *_by_year("pagu", indicator.budgets.items()),
            *_by_year("akhir", [(0, indicator.final)] if indicator.final else []),
            *(("triwulan", year, quarter, _printed(value)) for year, quarter, value in quarters),
            *(("serapan", year, quarter, _printed(value)) for year, quarter, value in spent),
        )
        yield "indikator", letters(indicator.name), letters(indicator.unit), values
    for item in extraction.items:
        values = (
            *_by_year("pagu", item.budgets.items()),
            *_by_year("akhir", [(0, item.final_budget)] if item.final_budget else []),
        )
        yield "butir", letters(item.name), letters(item.code), values
    for claim in extraction.claims:
        yield "klaim", letters(claim.unit), str(claim.year), (_printed(claim.quantity),)


def _by_year(name: str, values: Iterable[tuple[int, Quantity | Money]]) -> list[tuple[str, int, str]]:
    return sorted((name, year, _printed(value)) for year, value in values)


def _printed(value: Quantity | Money) -> str:
    return "".join(value.raw.split()).casefold()


def letters(text: str | None) -> str:
    """Letters and digits of a text."""
    return "".join(filter(str.isalnum, (text or "").casefold()))


def _amounts(layout: Layout) -> Iterator[str]:
    """Printed amounts and decimal numbers; those of a cell may be broken over lines."""
    for page in layout.pages:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                yield from _AMOUNT.findall(block.text)
            else:
                for cell in block.cells:
                    yield from _AMOUNT.findall("".join(cell.text.split()))


def _common(one: Content, other: Content) -> float:
    """Share of common shingles, estimated from the smallest hashes of both."""
    smallest = sorted({*one.sketch, *other.sketch})[:_SKETCH]
    common = {*one.sketch} & {*other.sketch}
    return sum(value in common for value in smallest) / max(1, len(smallest))


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
