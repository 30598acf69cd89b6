"""The manifest `dokumen.csv`: which documents there are, where they lie, and what they are.

People fill it in a spreadsheet: commas or semicolons, with or without a byte-order mark, columns in any order and
under the names they are used to (models/lexicon/manifest.toml).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from extractors.grouping import Override
from models.csv_text import decoded, plain
from models.csv_text import rows as rows_of
from models.document import Kind, Stage
from models.errors import ErrorCode, Problem
from models.lexicon import entries

NAME = "dokumen.csv"
"""The manifest's name when it lies in a folder of documents."""

COLUMNS = ("lokasi", "jenis", "wilayah", "opd", "tahun", "tahap")

_LONGEST_PERIOD = 25
"""Years; a long-term plan (RPJPD) covers twenty."""

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One document of the manifest.

    Attributes:
        number: row in the file as a spreadsheet counts it; the head is row 1.
        place: path or http(s) address as written.
        override: what the row says about the document.
    """

    number: int
    place: str
    override: Override


@dataclass(frozen=True, slots=True)
class Manifest:
    """Rows that can be used, and one problem for each row that cannot, or not wholly."""

    rows: tuple[ManifestRow, ...]
    problems: tuple[Problem, ...]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest. Never raises for what is in the file: what is wrong becomes a problem, other rows go on.

    A cell that is not understood (a kind nobody knows, a year that is none) is told and left out; the document is still
    read and says itself what it is.
    """
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        return Manifest((), (_problem(f"{path.name} tidak dapat dibuka ({error.strerror}).", "Periksa izin berkas."),))
    table = list(rows_of(text))
    if not table:
        return Manifest((), (_problem(f"{path.name} kosong.", f"Isi dengan kolom {', '.join(COLUMNS)}."),))
    head = _head(table[0][1])
    if "lokasi" not in head:
        return Manifest(
            (),
            (
                _problem(
                    f"{path.name} baris {table[0][0]} tidak memuat kolom lokasi (yang ada: {', '.join(table[0][1])}).",
                    f"Baris pertama harus berisi nama kolom: {', '.join(COLUMNS)}.",
                ),
            ),
        )
    rows: list[ManifestRow] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, cells in table[1:]:
        said = {name: cells[index].strip() for name, index in head.items() if index < len(cells)}
        place = said.get("lokasi", "")
        where = f"{path.name} baris {number}"
        if not place:
            problems.append(_problem(f"{where}: kolom lokasi kosong.", "Isi nama berkas atau alamat http(s)."))
        elif place in seen:
            problems.append(
                _problem(
                    f"{where}: {place} sudah ada di baris {seen[place]}; baris ini tidak dipakai.",
                    "Hapus salah satunya.",
                )
            )
        else:
            seen[place] = number
            override, complaints = _override(said)
            rows.append(ManifestRow(number, place, override))
            if complaints:
                problems.append(
                    _problem(
                        f"{where}: {'; '.join(complaints)}. Berkas tetap dibaca tanpa keterangan itu.",
                        "Perbaiki isi kolom itu.",
                    )
                )
    return Manifest(tuple(rows), tuple(problems))


def _problem(message: str, remedy: str) -> Problem:
    return Problem(ErrorCode.MANIFEST_INVALID, message, remedy)


def _head(cells: list[str]) -> dict[str, int]:
    """Column name -> its place; the first of two columns with one meaning counts."""
    known = _words("column")
    head: dict[str, int] = {}
    for index, cell in enumerate(cells):
        if name := known.get(plain(cell)):
            head.setdefault(name, index)
    return head


@cache
def _words(group: str) -> Mapping[str, str]:
    return {plain(word): entry["name"] for entry in entries("manifest", group) for word in entry["words"]}


def _override(said: Mapping[str, str]) -> tuple[Override, list[str]]:
    complaints: list[str] = []
    first, last = _years(said.get("tahun", ""), complaints)
    override = Override(
        kind=_known(Kind, "kind", "jenis", said.get("jenis", ""), complaints),
        region=said.get("wilayah") or None,
        opd=said.get("opd") or None,
        first_year=first,
        last_year=last,
        stage=_known(Stage, "stage", "tahap", said.get("tahap", ""), complaints),
    )
    return override, complaints


def _known(type_: type[Word], group: str, column: str, text: str, complaints: list[str]) -> Word | None:
    if not text:
        return None
    name = _words(group).get(plain(text))
    if name is None:
        complaints.append(f"{column} '{text}' tidak dikenal (pilihan: {', '.join(word.value for word in type_)})")
        return None
    return type_(name)


def _years(text: str, complaints: list[str]) -> tuple[int | None, int | None]:
    if not text:
        return None, None
    years = [int(year) for year in _YEARS.findall(text)]
    if len(years) in (1, 2) and 0 <= years[-1] - years[0] <= _LONGEST_PERIOD:
        return years[0], years[-1]
    complaints.append(f"tahun '{text}' tidak dikenali (contoh yang benar: 2026 atau 2025-2029)")
    return None, None
