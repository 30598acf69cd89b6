"""Records of indicators as JSON Lines, for `selaras match`: what can be compared, and what is left out and why."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import ErrorCode, Problem, SelarasError

SHOWN = 5
"""Line numbers that a note names; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Records:
    """Records with different ids and a name each; Indonesian notes on lines that were left out."""

    records: list[dict[str, Any]]
    notes: tuple[str, ...] = ()


def read_records(path: Path) -> Records:
    """Read the records of one document.

    Records without a name (nothing, or no letter in it) cannot be compared and are left out, as are lines that say
    the same again.

    Raises:
        SelarasError: RECORDS_INVALID for a file that cannot be read, a line that is no record, or one id for two
            different records.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = "bukan teks UTF-8" if isinstance(error, UnicodeDecodeError) else "tidak dapat dibuka"
        raise _invalid(
            f"Rekaman {path} {reason}.",
            "Periksa nama berkas; isinya satu objek JSON per baris, seperti keluaran selaras extract dengan id.",
        ) from error
    found: dict[str, tuple[int, dict[str, Any]]] = {}
    nameless: list[int] = []
    again: list[int] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        record = _record(line, f"{path.name} baris {number}")
        before, same = found.setdefault(str(record["id"]), (number, record))
        if before != number and same != record:
            raise _invalid(
                f"{path.name} baris {number}: id {record['id']} sudah dipakai baris {before} untuk rekaman lain.",
                "Beri setiap rekaman id sendiri; tautan menyebut rekaman dengan id itu.",
            )
        if before != number:
            again.append(number)
        elif not _named(record["indicator"]):
            nameless.append(number)
    records = [record for _, record in found.values() if _named(record["indicator"])]
    notes = [_note(path, nameless, "tanpa nama indikator"), _note(path, again, "mengulang baris sebelumnya")]
    if not records:
        notes.append(f"{path.name} tidak memuat indikator yang dapat dibandingkan.")
    return Records(records, tuple(filter(None, notes)))


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
        if not isinstance(record, dict) or "indicator" not in record:
            raise ValueError("no indicator")
        id_ = record.get("id")
        if not isinstance(id_, str | int) or isinstance(id_, bool) or not str(id_).strip():
            raise ValueError("no id")
    except (ValueError, RecursionError) as error:
        raise _invalid(
            f"{where} bukan rekaman indikator.",
            "Tiap baris harus satu objek JSON dengan kunci id (teks atau angka) dan indicator.",
        ) from error
    return record


def _named(name: object) -> bool:
    return isinstance(name, str) and any(letter.isalpha() for letter in name)


def _note(path: Path, numbers: list[int], what: str) -> str:
    if not numbers:
        return ""
    more = f" dan {len(numbers) - SHOWN} lagi" if len(numbers) > SHOWN else ""
    return f"{path.name} baris {', '.join(map(str, numbers[:SHOWN]))}{more} {what}; tidak dibandingkan."


def _invalid(message: str, remedy: str) -> SelarasError:
    return SelarasError(Problem(ErrorCode.RECORDS_INVALID, message, remedy))
