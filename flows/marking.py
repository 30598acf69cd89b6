"""Marks on findings of the current release, into the book of marks."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from flows.settings import review_folder
from models.csv_text import plain
from models.errors import ErrorCode, ExitCode, Problem, SelarasError
from models.mark import Mark, Status
from review.marks import add_marks, read_sheet
from warehouse.query import open_current


def mark_findings(
    output: Path, ids: Sequence[str], status: str, reason: str, by: str, until: date | None = None
) -> list[Mark]:
    """Mark findings of the current release alike.

    Raises:
        SelarasError: there is no release, an id or the status is unknown (then nothing is marked), or the book cannot
            be written.
    """
    known = {plain(one.value): one for one in Status}
    meant = known.get(plain(status))
    if meant is None:
        raise _refused(f"Status '{status}' tidak dikenal.", f"Pilih salah satu: {', '.join(Status)}.")
    if until and meant is not Status.POSTPONED:
        raise _refused("--sampai hanya untuk status ditunda.", "Hapus --sampai, atau pakai --status ditunda.")
    texts = _texts(output)
    if unknown := [id_ for id_ in ids if id_ not in texts]:
        raise _refused(
            f"Temuan {', '.join(unknown)} tidak ada di rilis yang berlaku.", "Lihat daftarnya: selaras findings"
        )
    at = datetime.now(UTC).isoformat(timespec="seconds")
    marks = [Mark(id_, meant, reason.strip(), by, at, texts[id_], until) for id_ in dict.fromkeys(ids)]
    add_marks(review_folder(output), marks)
    return marks


def mark_sheet(output: Path, sheet: Path, by: str) -> tuple[int, list[Problem]]:
    """Mark findings as a CSV file says; rows that cannot be used are told, the others count.

    Raises:
        SelarasError: there is no release, or the book cannot be written.
    """
    read = list(read_sheet(sheet, by, _texts(output)))
    marks = [one for one in read if isinstance(one, Mark)]
    if marks:
        add_marks(review_folder(output), marks)
    return len(marks), [one for one in read if isinstance(one, Problem)]


def _texts(output: Path) -> dict[str, str]:
    with contextlib.closing(open_current(output)) as con:
        return dict(con.execute("SELECT temuan_id, uraian FROM publik.temuan").fetchall())


def _refused(message: str, remedy: str) -> SelarasError:
    return SelarasError(Problem(ErrorCode.DECISIONS_INVALID, message, remedy), ExitCode.CONFIGURATION)
