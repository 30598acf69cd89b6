"""Rows of a list, from CSV or XLSX, under the names of `models/lexicon/reference.toml`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from models import lexicon
from models.csv_text import decoded, plain
from models.csv_text import rows as csv_rows
from models.errors import ErrorCode, ExitCode, Problem, SelarasError

Row = tuple[int, Mapping[str, str]]
"""Row number of the file, and cell by column name; empty cells are left out."""

_HEAD_ROWS = 20
"""Rows among which the head is looked for: titles stand above it."""


def read_sheet(path: Path) -> tuple[frozenset[str], list[Row]]:
    """The columns that were recognised, and all rows below the head.

    Raises:
        SelarasError: REFERENCE_INVALID for a file that cannot be read, has no head, or whose codes became numbers.
    """
    table = list(_table(path))
    for place, (_, cells) in enumerate(table[:_HEAD_ROWS]):
        head = _head(cells)
        if len(head) >= 2 and ("indikator" in head or "nama" in head or "subkegiatan" in head):
            return frozenset(head), list(_rows(path, head, table[place + 1 :]))
    raise refused(
        f"{path.name} tidak memuat baris judul kolom daftar rujukan.",
        "Kolom yang dikenal antara lain: kode, nomenklatur atau nama, indikator, satuan; "
        "atau ekspor SIPD dengan kolom program, kegiatan, subkegiatan.",
    )


def refused(message: str, remedy: str) -> SelarasError:
    """A list that cannot be used."""
    return SelarasError(Problem(ErrorCode.REFERENCE_INVALID, message, remedy), ExitCode.UNREADABLE)


def _rows(path: Path, head: Mapping[str, int], table: list[tuple[int, list[Any]]]) -> Iterator[Row]:
    for number, cells in table:
        for name in head:
            if name.startswith("kode") and head[name] < len(cells) and isinstance(cells[head[name]], int | float):
                raise refused(
                    f"{path.name} baris {number}: kode {cells[head[name]]} tersimpan sebagai angka; "
                    "nol dan titiknya dapat hilang.",
                    "Atur kolom kode sebagai teks di berkas aslinya, lalu ekspor lagi.",
                )
        found = {name: text for name, i in head.items() if i < len(cells) and (text := _text(cells[i]))}
        if found:
            yield number, found


def _head(cells: list[Any]) -> dict[str, int]:
    known = _columns()
    head: dict[str, int] = {}
    for index, cell in enumerate(cells):
        if isinstance(cell, str) and (name := known.get(plain(cell))):
            head.setdefault(name, index)
    return head


def _table(path: Path) -> Iterator[tuple[int, list[Any]]]:
    try:
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            yield from _xlsx(path)
        else:
            data = path.read_bytes()
            if data.startswith(b"PK") or b"\0\0\0\0" in data[:4096]:
                raise refused(f"{path.name} bukan CSV.", "Simpan sebagai XLSX atau CSV UTF-8.")
            yield from csv_rows(decoded(data))
    except OSError as error:
        raise refused(f"{path.name} tidak dapat dibuka ({error.strerror}).", "Periksa nama dan izin berkas.") from error
    except csv.Error as error:
        raise refused(f"{path.name} tidak dapat dibaca ({error}).", "Simpan ulang sebagai CSV UTF-8.") from error


def _xlsx(path: Path) -> Iterator[tuple[int, list[Any]]]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, EOFError) as error:
        raise refused(f"{path.name} bukan XLSX yang utuh.", "Simpan ulang dari aplikasi lembar kerja.") from error
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # exports name a wrong size
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if any(cell is not None for cell in cells):
                yield number, list(cells)
        return


def _text(cell: object) -> str:
    text = " ".join(str(cell).split()) if cell is not None else ""
    return "" if plain(text) in _empty() else text


@cache
def _columns() -> Mapping[str, str]:
    return {plain(word): str(row["name"]) for row in lexicon.entries("reference", "column") for word in row["words"]}


@cache
def _empty() -> frozenset[str]:
    return frozenset(plain(word) for row in lexicon.entries("reference", "empty") for word in row["words"]) | {""}
