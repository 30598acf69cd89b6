"""The fast reader against the reference reader, cell by cell, and why what differs differs.

    python -m tests.parity FOLDER [--every 9]

reads every ninth page of the PDFs below a folder with both readers and lists what is left.
"""

from __future__ import annotations

import argparse
import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from extractors.layout import Cell, Page, Table
from extractors.readers import pdf_fast, pdf_reference
from models.evidence import Box

NEAR, NEAR_INFERRED = 1.5, 3.0
"""Points by which borders may differ: drawn ones, and those half-way between words (fonts disagree about widths)."""
CAUSES = {
    "sign": "a glyph for which the file tells no character, or none that both libraries know: one reader leaves it out",
    "seam": "the same text with its border elsewhere: gaps of double rules closed by one reader only, words cut apart",
    "inferred": "a table without rules whose rows or columns follow from words, cut or placed differently",
    "other": "not explained",
}


@dataclass(frozen=True)
class Difference:
    """A cell of the reference that the fast reader has not, or has with another text (None: no such cell)."""

    where: str
    cause: str
    expected: str
    found: str | None

    def __str__(self) -> str:
        return f"{self.where}: {self.cause}: {self.expected!r} -> {self.found!r}"


def read_both(path: Path, number: int) -> tuple[Page, Page]:
    """A page by the fast reader and by the reference."""
    with contextlib.closing(pdfium.PdfDocument(path)) as document:
        return pdf_fast.read_page(document, number), pdf_reference.read_page(path, number)


def differences(fast: Page, reference: Page, where: str = "") -> tuple[int, list[Difference]]:
    """Cells of the reference and what is different about them in the fast reader."""
    mine = [(table, cell) for table in fast.tables for cell in table.cells]
    count, found = 0, []
    for table in reference.tables:
        for cell in table.cells:
            count += 1
            twin = next((own for other, own in mine if _same_place(own, cell, other, table)), None)
            if twin is None or squeezed(twin.text) != squeezed(cell.text):
                cause = _cause(table, cell, twin, [own for _, own in mine])
                found.append(Difference(where, cause, cell.text, twin.text if twin else None))
    return count, found


def squeezed(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


def _same_place(one: Cell, other: Cell, table: Table, reference: Table) -> bool:
    near = NEAR if table.ruled and reference.ruled else NEAR_INFERRED
    if one.box is None or other.box is None:
        return False
    return all(abs(a - b) <= near for a, b in zip(one.box, other.box, strict=True))


def _known(text: str) -> str:
    """What both libraries spell: no signs of symbol fonts, no unknown ones."""
    return "".join(letter for letter in text if letter.isalnum())


def _cause(table: Table, cell: Cell, twin: Cell | None, mine: Sequence[Cell]) -> str:
    if twin is not None and _known(twin.text) == _known(cell.text):
        return "sign"
    if not table.ruled:
        return "inferred"
    around = [own for own in mine if own.box and cell.box and _overlap(own.box, cell.box)]
    text = _known("".join(own.text for own in around))
    if all(text.count(letter) >= count for letter, count in Counter(_known(cell.text)).items()):
        return "seam"
    return "other"


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def compare(pages: Iterator[tuple[Path, int]]) -> tuple[int, list[Difference]]:
    """All cells of these pages, and the different ones; pages without text (scans) say nothing."""
    cells, found = 0, []
    for path, number in pages:
        fast, reference = read_both(path, number)
        if fast.has_text and reference.has_text:
            count, different = differences(fast, reference, f"{path.name} {number}")
            cells += count
            found += different
    return cells, found


def pages_of(files: Sequence[Path], every: int) -> Iterator[tuple[Path, int]]:
    """Every so many pages of all files together, so that also some of the short files are among them."""
    position = 0
    for path in files:
        try:
            with contextlib.closing(pdfium.PdfDocument(path)) as document:
                count = len(document)
        except pdfium.PdfiumError:
            continue
        for number in range(1, count + 1):
            position += 1
            if position % every == 0:
                yield path, number


def main() -> None:
    """Print the remainder with its causes."""
    parser = argparse.ArgumentParser(description="The fast reader against the reference reader, cell by cell.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=9, help="one page in so many (default: 9)")
    given = parser.parse_args()
    cells, found = compare(pages_of(sorted(given.folder.rglob("*.pdf")), given.every))
    print(f"{cells} cells, {len(found)} different ({len(found) / max(cells, 1):.2%})")
    for cause, count in Counter(difference.cause for difference in found).most_common():
        print(f"{count:>6} {cause}: {CAUSES[cause]}")
    print(*found, sep="\n")


if __name__ == "__main__":
    main()
