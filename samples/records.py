"""What a perfect reader would take from each document: every printed indicator row and plan item.

Built from the typesetter's marks, so it knows exactly what is printed and where. Tests hold the extraction against it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.indicator import ItemLevel
from samples.books import Book
from samples.pages import Mark, Place, Typeset

_PARTS = {"awal": "baseline", "target": "targets", "realisasi": "realisations", "prakiraan": "realisations"}
"""Mark part -> field; the estimate of the running year (SIPD print) counts as achieved, as the corpus labels do."""


@dataclass(slots=True)
class Record:
    """One indicator row as printed; values are the printed texts ("-" left out)."""

    id: str
    table: str
    level: str
    name: str
    unit: str | None
    code: str | None
    place: Place
    baseline: dict[int, str] = field(default_factory=dict)
    targets: dict[int, str] = field(default_factory=dict)
    realisations: dict[int, str] = field(default_factory=dict)
    final: str | None = None


@dataclass(slots=True)
class PlanRecord:
    """One row of a program table with its money as meant (rupiah)."""

    level: str
    code: str | None
    name: str
    place: Place
    budgets: dict[int, int]
    final: int | None


def printed_records(book: Book, out: Typeset) -> list[Record]:
    """Every indicator row that was printed, in the book's order."""
    found = []
    for row in book.rows():
        name = Mark(row.id, "nama")
        if name not in out.texts:
            continue
        record = Record(row.id, row.table, row.level.value, row.name, row.unit, row.code, out.places[name])
        found.append(record)
    by_id = {record.id: record for record in found}
    for mark, text in out.texts.items():
        one = by_id.get(mark.id)
        if one is None or text == "-":
            continue
        if mark.part == "akhir":
            one.final = text
        elif mark.part == "satuan":
            one.unit = text or None
        elif mark.part in _PARTS and mark.year:
            if text.endswith("%"):
                one.unit = "%"
            noted = re.search(r"\((20\d\d)\)", text)  # a year printed beside the value is the value's year
            getattr(one, _PARTS[mark.part])[int(noted[1]) if noted else mark.year] = text
    return found


def printed_items(book: Book, out: Typeset) -> list[PlanRecord]:
    """Every bidang, program, kegiatan and sub kegiatan row that was printed."""
    found = []
    for item in book.items:
        name = Mark(item.id, "nama")
        if item.level is ItemLevel.OPD or name not in out.places:
            continue
        years = {mark.year for mark in out.texts if mark.id == item.id and mark.part == "pagu"}
        budgets = {year: rupiah for year, rupiah in item.pagu.items() if year in years}
        found.append(PlanRecord(item.level.value, item.code, item.name, out.places[name], budgets, item.final_pagu))
    return found


def all_records(books: Mapping[str, Book], printed: Mapping[str, Typeset]) -> dict[str, list[Record]]:
    """Records by document."""
    return {key: printed_records(book, printed[key]) for key, book in books.items()}
