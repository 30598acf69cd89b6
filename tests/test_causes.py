"""One cause, one finding: a shifted column, a wrong scale, a habit of a whole table; single slips stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from warehouse import rules, store

from .test_rules import fill

DOCUMENTS = "id | jenis | opd | tahun\na | RPJMD | | 2025-2029\nb | Renstra | Dinas X | 2025-2029"


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        store.migrate(connection)
        yield connection


def causes(con: duckdb.DuckDBPyConnection, case: dict[str, Any], rule: str) -> list[tuple[str, str, int]]:
    fill(con, case)
    assert rules.run_rules(con, {rule})
    assert con.execute("SELECT pesan FROM data.masalah").fetchall() == []
    sql = "SELECT macam, s.uraian, count(*) FROM data.temuan JOIN data.sebab s USING (sebab_id) GROUP BY ALL ORDER BY 1"
    return con.execute(sql).fetchall()


def shifted(count: int, by: int) -> dict[str, Any]:
    """`count` indicators whose Renstra says every year what the RPJMD says `by` years before."""
    names = ("jalan mantap", "jembatan baik", "irigasi lancar", "air minum aman", "sanitasi layak", "rumah layak")
    lines = ["id | dokumen | tingkat | indikator | satuan | opd | 2025 | 2026 | 2027 | 2028"]
    links = ["kiri | kanan | hubungan | skor"]
    for n, name in enumerate(names[:count]):
        series = [50 + 3 * n + 2 * year + year * year for year in range(-1, 5)]
        for document, start in (("a", 1), ("b", 1 - by)):
            values = " | ".join(str(v) for v in series[start : start + 4])
            lines.append(f"{document}{n} | {document} | program | Persentase {name} | Persen | Dinas X | {values}")
        links.append(f"a{n} | b{n} | sama | 0,95")
    return {"dokumen": DOCUMENTS, "indikator": "\n".join(lines), "tautan": "\n".join(links)}


@pytest.mark.parametrize(("by", "words"), [(1, "ke belakang"), (-1, "ke depan")])
def test_a_shifted_column_is_one_cause(con: duckdb.DuckDBPyConnection, by: int, words: str) -> None:
    ((kind, text, count),) = causes(con, shifted(4, by), "D02")
    assert (kind, count) == ("geser_tahun", 4)
    assert f"bergeser satu tahun {words}" in text


def test_two_shifted_rows_are_two_findings(con: duckdb.DuckDBPyConnection) -> None:
    assert causes(con, shifted(2, 1), "D02") == []


def test_values_that_only_differ_share_no_cause(con: duckdb.DuckDBPyConnection) -> None:
    case = shifted(4, 1)
    case["indikator"] = case["indikator"].replace("b0 | b | program", "b0 | b | sasaran")
    case["indikator"] = "\n".join(
        line.rsplit(" | ", 4)[0] + f" | {n} | {n + 40} | {n + 7} | {n + 90}" if line.startswith("b") else line
        for n, line in enumerate(case["indikator"].splitlines())
    )
    assert all(kind != "geser_tahun" for kind, _, _ in causes(con, case, "D02"))


def table(bad: int, good: int) -> dict[str, Any]:
    """One table in which `bad` indicators have percentages of percentages."""
    lines = ["id | dokumen | tingkat | indikator | satuan | opd | 2028 | 2029"]
    for n in range(bad + good):
        values = f"{4000 + n} | {5000 + n}" if n < bad else f"{60 + n} | {65 + n}"
        name = f"Persentase sarana jenis {chr(97 + n)} yang layak"
        lines.append(f"a{n} | a | program | {name} | Persen | Dinas X | {values}")
    return {"dokumen": DOCUMENTS.rsplit("\n", 1)[0], "indikator": "\n".join(lines)}


def test_a_habit_of_a_table_is_one_cause(con: duckdb.DuckDBPyConnection) -> None:
    ((kind, text, count),) = causes(con, table(6, 4), "D14")
    assert (kind, count) == ("satu_tabel", 6)
    assert "6 dari 10 indikator" in text


@pytest.mark.parametrize(("bad", "good"), [(6, 18), (3, 0)])
def test_slips_in_single_rows_stand_alone(con: duckdb.DuckDBPyConnection, bad: int, good: int) -> None:
    assert causes(con, table(bad, good), "D14") == []


def test_a_cause_keeps_its_id(con: duckdb.DuckDBPyConnection) -> None:
    seen = set()
    for count in (4, 5):
        causes(con, shifted(count, 1), "D02")
        seen |= set(con.execute("SELECT sebab_id FROM data.sebab").fetchall())
    assert len(seen) == 1
