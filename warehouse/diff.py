"""What changed in the findings since the release before."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import duckdb

from warehouse.query import open_release

_COLUMNS = "temuan_id, aturan, tingkat, putusan, opd, uraian"


class Change(StrEnum):
    """What became of a finding."""

    NEW = "baru"
    GONE = "selesai"
    SAME = "masih"


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One finding of this or the earlier release, with what became of it. The id says that two are the same."""

    change: Change
    id: str
    rule: str
    severity: str
    verdict: str
    opd: str | None
    description: str


def findings_of(con: duckdb.DuckDBPyConnection) -> list[tuple[str, ...]]:
    """The findings of a database that has the public views, ordered by rule and id."""
    return con.execute(f"SELECT {_COLUMNS} FROM publik.temuan ORDER BY aturan, temuan_id").fetchall()


def changes(before: list[tuple[str, ...]], now: list[tuple[str, ...]]) -> list[FindingChange]:
    """Hold two lists of findings (`findings_of`) against each other: the new, then the gone, then the others."""
    old_ids = {row[0] for row in before}
    new_ids = {row[0] for row in now}
    return [
        *(FindingChange(Change.NEW, *row) for row in now if row[0] not in old_ids),
        *(FindingChange(Change.GONE, *row) for row in before if row[0] not in new_ids),
        *(FindingChange(Change.SAME, *row) for row in now if row[0] in old_ids),
    ]


def compare(before: Path, now: Path) -> list[FindingChange]:
    """What changed between two release files.

    Raises:
        SelarasError: WAREHOUSE_MISSING when one of them cannot be opened.
    """
    with contextlib.closing(open_release(before)) as old, contextlib.closing(open_release(now)) as new:
        return changes(findings_of(old), findings_of(new))
