"""The shelf: one JSON Lines file for each list that was loaded, outside of releases, never changed."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.errors import ErrorCode, Problem
from models.reference import Entry, ListKind, ReferenceList, Tier
from reference.sheet import refused


def put(folder: Path, listed: ReferenceList) -> Path:
    """Keep a list; the same entries for the same years are kept once.

    Raises:
        SelarasError: REFERENCE_INVALID when it is there already, or the folder cannot be written.
    """
    path = folder / f"{listed.id}.jsonl"
    if path.exists():
        raise refused(
            f"Isi {listed.file} sudah dimuat sebagai {listed.id}.",
            "Tidak perlu tindakan; lihat: selaras reference list",
        )
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    head: dict[str, Any] = {name: value for name, value in _fields(listed).items() if name != "entries"}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8") as file:
            for line in (head, *map(_short, listed.entries)):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise refused(f"{path} tidak dapat ditulis ({error.strerror}).", "Periksa ruang simpan dan izin.") from error
    return path


def read_shelf(folder: Path) -> tuple[list[ReferenceList], list[Problem]]:
    """All lists in order of loading, and what could not be read. Never raises."""
    lists, problems = [], []
    for path in sorted(folder.glob("*.jsonl")):
        try:
            head, *entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            years = head.pop("years")
            lists.append(
                ReferenceList(
                    **head | {"kind": ListKind(head["kind"])},
                    years=(years[0], years[1]) if years else None,
                    entries=tuple(Entry(**e | {"tier": Tier(e["tier"]) if e.get("tier") else None}) for e in entries),
                )
            )
        except (OSError, ValueError, TypeError, KeyError):
            problems.append(
                Problem(
                    ErrorCode.REFERENCE_INVALID,
                    f"Daftar rujukan {path.name} rusak dan tidak dipakai.",
                    "Hapus dengan 'selaras reference remove', lalu muat lagi dari berkas aslinya.",
                )
            )
    return sorted(lists, key=lambda one: (one.loaded, one.id)), problems


def remove(folder: Path, id_: str) -> None:
    """Take a list away.

    Raises:
        SelarasError: REFERENCE_INVALID when there is none of that id.
    """
    path = folder / f"{id_}.jsonl"
    if Path(id_).name != id_ or not path.is_file():
        raise refused(f"Daftar rujukan '{id_}' tidak ada.", "Lihat daftarnya: selaras reference list")
    path.unlink()


def _fields(listed: ReferenceList) -> dict[str, Any]:
    return {name: getattr(listed, name) for name in ReferenceList.__slots__}


def _short(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in asdict(entry).items() if value is not None}
