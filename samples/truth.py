"""The truth file of the demo set: every finding that must be reported, where it stands, and which plant caused it.

`compare` holds a run's findings (rows of `publik.temuan` as dicts) against it.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samples.books import Book, make_books
from samples.consequences import Expected, Side, derive, with_cause
from samples.facts import City
from samples.pages import Mark, Place, Typeset
from samples.papers import FILES
from samples.plants import DECOYS, PLANTS, Decoy, Plant, plant

TRUTH_FILE = "kebenaran.json"


@dataclass(frozen=True, slots=True)
class Printed:
    """One place where a side of a finding stands.

    Attributes:
        id: row or item of the book.
        name: its printed name.
        page, table, row: page of the PDF, or table and row of the Word file.
        values: printed values by year ("2026", or "akhir").
    """

    id: str
    name: str
    page: int | None
    table: int | None
    row: int | None
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TruthSide:
    """One side: the document and every place where the fact is printed in it."""

    document: str
    kind: str
    office: str | None
    file: str
    code: str | None
    places: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class TruthFinding:
    """One expected finding; see `samples.consequences.Expected`."""

    id: str
    rule: str
    plants: tuple[str, ...]
    required: bool
    years: tuple[int, ...]
    left: TruthSide
    right: TruthSide | None
    searched: str | None


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that is true about the written documents."""

    city: str
    files: Mapping[str, str]
    plants: tuple[Plant, ...]
    decoys: tuple[Decoy, ...]
    findings: tuple[TruthFinding, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run held against the truth.

    Attributes:
        found: expected findings with the run's findings that report them.
        missed: required findings that no finding reports.
        unplanned: findings that no expectation covers.
        plants_found, plants_missed: ids of the plants whose own rule reported them, or did not.
    """

    found: tuple[tuple[TruthFinding, tuple[Mapping[str, Any], ...]], ...]
    missed: tuple[TruthFinding, ...]
    unplanned: tuple[Mapping[str, Any], ...]
    plants_found: tuple[str, ...] = field(default=())
    plants_missed: tuple[str, ...] = field(default=())

    @property
    def perfect(self) -> bool:
        """Everything found, nothing unplanned."""
        return not self.missed and not self.unplanned and not self.plants_missed


def expected_findings(city: City) -> list[Expected]:
    """All consequences of all plants, each with the plants that cause it.

    Raises:
        ValueError: a decoy causes a finding, a plant causes none of its rule, or causes are tangled.
    """
    if noise := derive(_planted(city, DECOYS)):
        raise ValueError(f"a decoy is reported: {noise[0]}")
    causes: dict[tuple[object, ...], list[str]] = {}
    for one in PLANTS:
        caused = derive(_planted(city, (*DECOYS, one)), {change.book for change in one.changes})
        rules = {expected.rule for expected in caused}
        if rules != {one.rule, *one.also}:
            raise ValueError(f"{one.id} causes {sorted(rules)}, declared {[one.rule, *one.also]}")
        for expected in caused:
            causes.setdefault(expected.key, []).append(one.id)
    found = derive(_planted(city, (*DECOYS, *PLANTS)))
    if tangled := {expected.key for expected in found} ^ causes.keys():
        raise ValueError(f"plants interfere: {sorted(map(str, tangled))}")
    return [with_cause(expected, tuple(causes[expected.key])) for expected in found]


def _planted(city: City, plants: tuple[Plant | Decoy, ...]) -> dict[str, Book]:
    books = make_books(city)
    plant(books, plants)
    return books


def make_truth(city: City, books: Mapping[str, Book], printed: Mapping[str, Typeset]) -> Truth:
    """The truth of the typeset documents."""
    findings = [
        TruthFinding(
            f"T{number:03d}",
            expected.rule,
            expected.plants,
            expected.required,
            expected.years,
            _side(expected, expected.left, books, printed),
            _side(expected, expected.right, books, printed) if expected.right else None,
            expected.searched,
        )
        for number, expected in enumerate(expected_findings(city), 1)
    ]
    return Truth(city.name, dict(FILES), PLANTS, DECOYS, tuple(findings))


def _side(expected: Expected, side: Side, books: Mapping[str, Book], printed: Mapping[str, Typeset]) -> TruthSide:
    book, out = books[side.book], printed[side.book]
    places = []
    for id_ in side.ids:
        name = Mark(id_, "nama")
        place = out.places.get(name, Place())
        values = {}
        for year in expected.years:
            for mark in _value_marks(id_, side.part, year):
                if mark in out.texts:
                    values[str(year) if mark.year else "akhir"] = out.texts[mark]
            if side.part == "pagu":
                values[str(year)] = _rupiah(book, id_, year)
        places.append(Printed(id_, out.texts.get(name, ""), place.page, place.table, place.row, values))
    return TruthSide(
        side.book, book.kind.value, book.opd.name if book.opd else None, FILES[side.book], side.code, tuple(places)
    )


def _rupiah(book: Book, id_: str, year: int) -> str:
    """The amount as meant, whatever the scale of the column."""
    item = next(item for item in book.items if item.id == id_)
    return f"Rp{item.pagu[year]:,}".replace(",", ".")


def _value_marks(id_: str, part: str | None, year: int) -> tuple[Mark, ...]:
    if part is None:
        return ()
    if part == "akhir":
        return (Mark(id_, "target", year), Mark(id_, "akhir", None))
    return (Mark(id_, part, year),)


def save_truth(truth: Truth, path: Path) -> None:
    """Write the truth file (JSON, Indonesian keys)."""

    def side(one: TruthSide | None) -> dict[str, Any] | None:
        if one is None:
            return None
        return {
            "dokumen": one.document,
            "jenis": one.kind,
            "opd": one.office,
            "berkas": one.file,
            "kode": one.code,
            "tempat": [
                {"indikator": p.name, "halaman": p.page, "tabel": p.table, "baris": p.row, "nilai": dict(p.values)}
                for p in one.places
            ],
        }

    data = {
        "skema": "selaras/kebenaran/1",
        "kota": truth.city,
        "dokumen": dict(truth.files),
        "tanaman": [
            {"id": p.id, "aturan": p.rule, "uraian": p.text, "akibat_lain": list(p.also)} for p in truth.plants
        ],
        "umpan": [{"id": d.id, "aturan_diam": list(d.rules), "uraian": d.text} for d in truth.decoys],
        "temuan": [
            {
                "id": f.id,
                "aturan": f.rule,
                "sebab": list(f.plants),
                "wajib": f.required,
                "tahun": list(f.years),
                "kiri": side(f.left),
                "kanan": side(f.right),
                "dicari_di": f.searched,
            }
            for f in truth.findings
        ],
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def compare(truth: Truth, findings: Iterable[Mapping[str, Any]]) -> Comparison:
    """Hold findings (columns of `publik.temuan`) against the truth.

    A finding reports an expected one when rule and files agree, both sides are expected rows by name and by page (or
    table and row), and every year's printed value stands in the finding's values.
    """
    hits: dict[str, list[Mapping[str, Any]]] = {}
    unplanned = []
    for finding in findings:
        matching = [expected for expected in truth.findings if _reports(finding, expected)]
        for expected in matching:
            hits.setdefault(expected.id, []).append(finding)
        if not matching:
            unplanned.append(finding)
    found = tuple((e, tuple(hits[e.id])) for e in truth.findings if e.id in hits)
    missed = tuple(e for e in truth.findings if e.required and e.id not in hits)
    own = {p.id: p.rule for p in truth.plants}
    seen = {id_ for expected, _ in found for id_ in expected.plants if own[id_] == expected.rule}
    return Comparison(
        found,
        missed,
        tuple(unplanned),
        tuple(id_ for id_ in own if id_ in seen),
        tuple(id_ for id_ in own if id_ not in seen),
    )


def _reports(finding: Mapping[str, Any], expected: TruthFinding) -> bool:
    if finding["aturan"] != expected.rule or finding.get("kiri_berkas") != expected.left.file:
        return False
    if finding.get("kanan_berkas") != (expected.right.file if expected.right else None):
        return False
    return _points_at(finding, "kiri", expected.left) and (
        expected.right is None or _points_at(finding, "kanan", expected.right)
    )


def _points_at(finding: Mapping[str, Any], hand: str, side: TruthSide) -> bool:
    """Whether this side of the finding is one of the places, with its values."""
    name = _letters(finding.get(f"{hand}_nama"))
    quoted = _numbers(str(finding.get(f"{hand}_nilai") or "")) | _numbers(str(finding.get("kanan_nilai") or ""))
    words = f"{finding.get(f'{hand}_nilai')} {finding.get('uraian')}".casefold()
    for place in side.places:
        if not _stands_at(finding, hand, place):
            continue
        if difflib.SequenceMatcher(None, name, _letters(place.name), autojunk=False).ratio() < 0.93:
            continue
        if all(
            _numbers(value) <= quoted if _numbers(value) else value.casefold() in words
            for value in place.values.values()
        ):
            return True
    return False


def _stands_at(finding: Mapping[str, Any], hand: str, place: Printed) -> bool:
    """Whether the finding names the page, or the table and row of a Word file."""
    if place.page is not None:
        return bool(finding.get(f"{hand}_halaman") == place.page)
    return (finding.get(f"{hand}_tabel"), finding.get(f"{hand}_baris")) == (place.table, place.row)


def _letters(text: str | None) -> str:
    text = re.sub(r"^\d+\.\s", "", text or "")
    text = re.sub(r"\s*\([^()]*\)$", "", text)
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _numbers(text: str) -> set[str]:
    """Digits of every number in a text, separators aside."""
    return {re.sub(r"[.,]", "", number) for number in re.findall(r"\d[\d.,]*\d|\d", text)}
