"""Criteria that documents can show, one SQL file each (`criteria/<name>.sql`), over facts, links and findings.

A file starts with comment lines `-- key: text` (`HEADER`) and gives one row per thing judged: `subjek_id`, `id` (the
fact, NULL when there is none), `nilai` (1, 0, a share between, NULL: a person must judge) and `alasan` (Indonesian).
The share of a criterion, and its evidence, are made of these rows alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import duckdb

from models.errors import ErrorCode
from warehouse.headed import HeaderError, read_headed
from warehouse.store import append_rows

HEADER = ("nama", "menilai", "bertumpu", "orang", "sejak")
COLUMNS = ("subjek_id", "id", "nilai", "alasan")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion.

    Attributes:
        name: file name without ending; rubrics call it by this.
        title: Indonesian, what is met.
        judges: Indonesian, what is one thing judged, and when it counts as met.
        rests_on: facts, views and rules behind it.
        person: Indonesian, what a person must still judge.
        since: version of Selaras that brought it.
        sql: the SELECT.
    """

    name: str
    title: str
    judges: str
    rests_on: str
    person: str
    since: str
    sql: str


@cache
def load_criteria() -> tuple[Criterion, ...]:
    """All criteria by name. One may build on the rows of another whose name sorts before it.

    Raises:
        HeaderError: a file does not keep to the form.
    """
    folder = resources.files("warehouse") / "criteria"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name)
    return tuple(_parse(file.name, file.read_text(encoding="utf-8")) for file in files)


def _parse(file_name: str, text: str) -> Criterion:
    header, sql = read_headed(file_name, text, HEADER)
    return Criterion(
        file_name.removesuffix(".sql"),
        header["nama"],
        header["menilai"],
        header["bertumpu"],
        header["orang"],
        header["sejak"],
        sql,
    )


def run_criteria(con: duckdb.DuckDBPyConnection) -> None:
    """Fill `data.kriteria` and `data.penilaian`; one that fails leaves a row of `data.masalah`, the others go on."""
    con.execute("DELETE FROM data.kriteria")
    con.execute("DELETE FROM data.penilaian")
    con.execute("DELETE FROM data.masalah WHERE lokasi LIKE 'kriteria %'")
    for criterion in load_criteria():
        append_rows(con, "data.kriteria", [_catalogue_row(criterion)])
        try:
            con.execute(
                f"INSERT INTO data.penilaian SELECT '{criterion.name}', {', '.join(COLUMNS)} FROM ({criterion.sql}\n) "
                "ORDER BY subjek_id, id"
            )
        except duckdb.Error as error:
            append_rows(con, "data.masalah", [_failure_row(criterion, error)])


def _catalogue_row(criterion: Criterion) -> dict[str, Any]:
    return {
        "kriteria": criterion.name,
        "nama": criterion.title,
        "menilai": criterion.judges,
        "bertumpu": criterion.rests_on,
        "orang": criterion.person,
        "sejak": criterion.since,
        "sql": criterion.sql,
    }


def _failure_row(criterion: Criterion, error: Exception) -> dict[str, Any]:
    return {
        "lokasi": f"kriteria {criterion.name}",
        "kode_galat": ErrorCode.INTERNAL,
        "pesan": f"Kriteria {criterion.name} ({criterion.title}) tidak dapat dihitung: {str(error).splitlines()[0]}",
        "perbaikan": "Kriteria lain tetap berlaku; laporkan kesalahan ini kepada pengelola Selaras.",
    }


__all__ = ["Criterion", "HeaderError", "load_criteria", "run_criteria"]
