"""The book of marks on findings: like the book of decisions a folder of CSV files that are only ever added to."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from models.csv_text import decoded, plain, rows
from models.errors import ErrorCode, Problem
from models.mark import Mark, Status
from review.book import write_rows

FOLDER = "temuan"
"""Folder of marks inside the folder of decisions."""
COLUMNS = ("temuan_id", "status", "alasan", "sampai", "oleh", "pada", "uraian")
_MEANT = {plain(status.value): status for status in Status}


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks in order of time, and what could not be read."""

    marks: tuple[Mark, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def latest(self) -> dict[str, Mark]:
        """The last mark of every finding; withdrawn ones are left out."""
        last = {mark.finding: mark for mark in self.marks}
        return {id_: mark for id_, mark in last.items() if mark.status is not Status.WITHDRAWN}


def read_marks(folder: Path) -> Marks:
    """The marks of the folder of decisions. Never raises: rows that cannot be read are told, the others count."""
    found: dict[str, Mark] = {}
    problems: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.csv")):
        for one in read_sheet(path):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                found.setdefault(one.id, one)
    return Marks(tuple(sorted(found.values(), key=lambda mark: mark.at)), tuple(problems))


def add_marks(folder: Path, marks: Sequence[Mark]) -> Path:
    """Write marks into the book, as one new file.

    Raises:
        SelarasError: DECISIONS_INVALID when the folder cannot be written.
    """
    path = folder / FOLDER / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{marks[-1].id}.csv"
    write_rows(path, COLUMNS, (_cells(mark) for mark in marks))
    return path


def _cells(mark: Mark) -> tuple[object, ...]:
    return (mark.finding, mark.status, mark.reason, mark.until, mark.by, mark.at, mark.text)


def read_sheet(path: Path, by: str | None = None, texts: Mapping[str, str] | None = None) -> Iterator[Mark | Problem]:
    """Marks of one CSV file, and a problem for each row that cannot be used. Rows without a status are left out.

    Args:
        path: a file of the book, or a list of findings to which somebody added `status` and `alasan`.
        by: who marked, for rows that do not say.
        texts: sentence by id of the findings that there are, for rows without `uraian`; others are refused.
    """
    try:
        table = list(rows(decoded(path.read_bytes())))
    except (OSError, csv.Error) as error:
        yield _problem(f"{path.name} tidak dapat dibaca ({getattr(error, 'strerror', None) or error}).", _AGAIN)
        return
    names = {plain(column): column for column in COLUMNS}
    head = {names[plain(cell)]: i for i, cell in enumerate(table[0][1]) if plain(cell) in names} if table else {}
    if missing := {"temuan_id", "status", "alasan"} - head.keys():
        yield _problem(f"{path.name} tidak memuat kolom {' dan '.join(sorted(missing))} di baris pertamanya.", _AGAIN)
        return
    for number, cells in table[1:]:
        said = {name: cells[i].strip().removeprefix("'") for name, i in head.items() if i < len(cells)}
        if not said.get("status"):
            continue
        try:
            yield _mark(said, by, texts)
        except ValueError as error:
            what, remedy = error.args
            yield _problem(f"{path.name} baris {number}: {what}", remedy)


_AGAIN = "Simpan sebagai CSV dengan kolom temuan_id, status, dan alasan."


def _mark(said: Mapping[str, str], by: str | None, texts: Mapping[str, str] | None) -> Mark:
    status = _MEANT.get(plain(said["status"]))
    if status is None:
        raise ValueError(f"status '{said['status']}' tidak dikenal.", f"Pilih salah satu: {', '.join(Status)}.")
    if not said.get("alasan"):
        raise ValueError("kolom alasan kosong.", "Tulis alasannya; tanda tanpa alasan tidak dipakai.")
    who = said.get("oleh") or by
    if not who:
        raise ValueError("kolom oleh kosong.", "Tulis nama yang menandai.")
    id_ = said.get("temuan_id", "")
    if texts is not None and id_ not in texts:
        raise ValueError(f"temuan '{id_}' tidak ada di rilis yang berlaku.", "Lihat daftarnya: selaras findings")
    text = texts[id_] if texts is not None else said.get("uraian", "")
    return Mark(id_, status, said["alasan"], who, said.get("pada") or _now(), text, _day(said.get("sampai", "")))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"sampai '{text}' bukan tanggal.", "Tulis seperti 2027-01-31, atau kosongkan.") from None


def _problem(message: str, remedy: str) -> Problem:
    return Problem(ErrorCode.DECISIONS_INVALID, message, remedy)
