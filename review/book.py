"""The book of decisions: a folder of CSV files, one for each time that somebody decided; none is ever changed.

Adding writes a new file beside the others and moves it into place in one step, so nothing is lost to a power cut or to
two people at once, and history is simply all files. The same form is exported and imported.
"""

from __future__ import annotations

import contextlib
import csv
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType

from models.csv_text import decoded, plain, rows
from models.decision import Answer, Decision, Side, Subject
from models.errors import ErrorCode, Problem, SelarasError
from models.lexicon import entries

_OF_SIDE = {
    "jenis": "kind",
    "wilayah": "region",
    "opd": "opd",
    "tahun": "years",
    "tingkat": "level",
    "kode": "code",
    "indikator": "name",
    "satuan": "unit",
    "pelaksana": "responsible",
    "induk": "parents",
}
"""Column (after "kiri_" or "kanan_") -> field of `Side`."""
COLUMNS = (
    "keputusan_id",
    "pasangan",
    "putusan",
    "alasan",
    "oleh",
    "pada",
    *(f"{side}_{column}" for side in ("kiri", "kanan") for column in _OF_SIDE),
    "macam",
)
"""`macam` is a `models.decision.Subject`; rows without it, as all once were, are about indicators. For a goal statement
the text stands in the column of the name, its kind (tujuan ...) in that of the level."""
IDS = ("tautan_id", "kiri_indikator_id", "kanan_indikator_id", "kiri_pernyataan_id", "kanan_pernyataan_id")
"""Columns by which a form names a pair of the current release instead of in words."""
_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula at the start of a cell."""

FindSides = Callable[[Mapping[str, str]], tuple[Side, Side]]
"""Ids of `IDS` -> both sides; raises SelarasError."""


@dataclass(frozen=True, slots=True)
class Book:
    """Decisions in order of time, and what could not be read."""

    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


def now() -> str:
    """This second, as decisions name it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def read_book(folder: Path) -> Book:
    """All decisions of a folder. Never raises: rows that cannot be read are told, the others count."""
    found: dict[str, Decision] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.csv")):
        decisions, told = read_decisions(path)
        problems += told
        for decision in decisions:
            found.setdefault(decision.id, decision)
    return Book(tuple(sorted(found.values(), key=lambda decision: decision.at)), tuple(problems))


def add(folder: Path, decisions: Sequence[Decision]) -> Path:
    """Write decisions into the book.

    Raises:
        SelarasError: DECISIONS_INVALID when the folder cannot be written.
    """
    path = folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{decisions[-1].id}.csv"
    write_decisions(path, decisions)
    return path


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions as `write_rows` does.

    Raises:
        SelarasError: DECISIONS_INVALID when the file cannot be written.
    """
    write_rows(path, COLUMNS, map(_cells, decisions))


def write_rows(path: Path, columns: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    """Write CSV that an Indonesian Excel opens as columns; in one step, so that no half file is left.

    Raises:
        SelarasError: DECISIONS_INVALID when the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_shown(cell) for cell in line] for line in lines)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise SelarasError(
            _problem(f"{path} tidak dapat ditulis ({error.strerror}).", "Periksa ruang simpan dan izin foldernya.")
        ) from error


def _cells(decision: Decision) -> list[str | None]:
    sides = [getattr(side, field) for side in (decision.left, decision.right) for field in _OF_SIDE.values()]
    answer = [decision.answer.value, decision.reason, decision.by, decision.at]
    return [decision.id, decision.pair, *answer, *sides, decision.subject.value]


def _shown(value: object) -> str:
    cell = "" if value is None else " ".join(str(value).split())
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _meant(cell: str) -> str:
    cell = " ".join(cell.split())
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def read_decisions(
    path: Path,
    by: str | None = None,
    find: FindSides | None = None,
    known: Mapping[str, Decision] = MappingProxyType({}),
) -> tuple[list[Decision], list[Problem]]:
    """Decisions of one CSV file, and one problem for each row that cannot be used.

    Rows without an answer are not decided yet and left out. A row whose answer, reason or name was changed since it was
    written is a new decision, made now.

    Args:
        path: a file of the book, an export (perhaps edited), or a form that names pairs by `IDS`.
        by: who decided, for rows that do not say.
        find: looks up the sides of a form's row; without it such rows are refused.
        known: decisions of the book by id: what they were about is taken from there, whatever a spreadsheet made of it.
    """
    try:
        table = list(rows(decoded(path.read_bytes())))
    except (OSError, csv.Error) as error:
        why = getattr(error, "strerror", None) or error
        return [], [
            _problem(
                f"{path.name} tidak dapat dibaca ({why}).", "Periksa nama dan izin berkas, simpan ulang sebagai CSV."
            )
        ]
    head = _head(table[0][1]) if table else {}
    if missing := {"putusan", "alasan"} - head.keys():
        return [], [
            _problem(
                f"{path.name} tidak memuat kolom {' dan '.join(sorted(missing))} di baris pertamanya.",
                "Mulai dari hasil: selaras keputusan ekspor --output BERKAS.csv",
            )
        ]
    found, problems = [], []
    for number, cells in table[1:]:
        said = {name: _meant(cells[index]) for name, index in head.items() if index < len(cells)}
        if not said.get("putusan"):
            continue
        try:
            found.append(_decision(said, by, find, known))
        except _Unusable as error:
            problems.append(_problem(f"{path.name} baris {number}: {error.what}", error.remedy))
        except SelarasError as error:
            told = error.problem
            problems.append(Problem(told.code, f"{path.name} baris {number}: {told.message}", told.remedy))
    return found, problems


def _head(cells: Sequence[str]) -> dict[str, int]:
    """Column name -> its place; the first of two columns with one name counts."""
    known = {plain(column): column for column in (*COLUMNS, *IDS)}
    head: dict[str, int] = {}
    for index, cell in enumerate(cells):
        if name := known.get(plain(cell)):
            head.setdefault(name, index)
    return head


class _Unusable(Exception):
    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def _decision(
    said: Mapping[str, str], by: str | None, find: FindSides | None, known: Mapping[str, Decision]
) -> Decision:
    answer = answer_of(said["putusan"])
    if answer is None:
        choices = ", ".join(one.value for one in Answer)
        raise _Unusable(f"putusan '{said['putusan']}' tidak dikenal.", f"Pilih salah satu: {choices}.")
    if not said.get("alasan"):
        raise _Unusable("kolom alasan kosong.", "Tulis alasan putusannya; putusan tanpa alasan tidak dipakai.")
    who = said.get("oleh") or by
    if not who:
        raise _Unusable("kolom oleh kosong.", "Tulis nama yang memutuskan.")
    kept = known.get(said.get("keputusan_id", ""))
    left, right = (kept.left, kept.right) if kept else _sides(said, find)
    decision = Decision(left, right, answer, said["alasan"], who, _time(said.get("pada", "")))
    if said.get("pasangan") and said["pasangan"] != decision.pair:
        raise _Unusable(
            "tulisan indikator, kode, atau dokumennya tidak sama lagi dengan saat ditulis.",
            "Lembar kerja mungkin mengubah kode menjadi tanggal; ekspor lagi dan ubah hanya kolom putusan dan alasan, "
            "atau putuskan pasangan barunya dengan 'selaras keputusan tambah'.",
        )
    if said.get("keputusan_id") and said["keputusan_id"] != decision.id:
        return Decision(left, right, answer, said["alasan"], who, now())
    return decision


def _sides(said: Mapping[str, str], find: FindSides | None) -> tuple[Side, Side]:
    if said.get("kiri_jenis") and said.get("kanan_jenis"):
        subject = _subject(said.get("macam", ""))
        left, right = (
            Side(**{field: said.get(f"{side}_{column}") or None for column, field in _OF_SIDE.items()}, subject=subject)
            for side in ("kiri", "kanan")
        )
        if not (left.name and right.name):
            raise _Unusable(
                "kolom kiri_indikator atau kanan_indikator kosong.", "Isi nama kedua indikator (atau kedua pernyataan)."
            )
        return left, right
    ids = {name: said[name] for name in IDS if said.get(name)}
    named = "tautan_id" in ids or IDS[1:3] == tuple(ids) or IDS[3:] == tuple(ids)
    if find is None or not named:
        raise _Unusable(
            "pasangannya tidak disebut.",
            "Isi tautan_id, atau kiri_indikator_id dan kanan_indikator_id (untuk pernyataan: kiri_pernyataan_id dan "
            "kanan_pernyataan_id), dari rilis yang berlaku; atau semua kolom kiri_ dan kanan_ seperti hasil ekspor.",
        )
    return find(ids)


def _subject(text: str) -> Subject:
    try:
        return Subject(plain(text) or Subject.INDICATOR)
    except ValueError:
        choices = " atau ".join(one.value for one in Subject)
        raise _Unusable(f"macam '{text}' tidak dikenal.", f"Tulis {choices}, atau kosongkan (indikator).") from None


def _time(text: str) -> str:
    if not text:
        return now()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _Unusable(
            f"pada '{text}' bukan waktu.", "Tulis seperti 2026-11-28T08:30:00+07:00, atau kosongkan (saat ini)."
        ) from None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.isoformat(timespec="seconds")


def answer_of(text: str) -> Answer | None:
    """The answer that somebody wrote, None when it is none."""
    name = _words().get(plain(text))
    return Answer(name) if name else None


@cache
def _words() -> Mapping[str, str]:
    return {plain(word): entry["name"] for entry in entries("decisions", "answer") for word in entry["words"]}


def _problem(message: str, remedy: str) -> Problem:
    return Problem(ErrorCode.DECISIONS_INVALID, message, remedy)
