"""Analysts' questions: read-only, closed off, with limits and errors that help."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from models.errors import ErrorCode, ExitCode, SelarasError
from tests import warehouse_world as world
from warehouse import publish, query

RUN = "20261122T010000"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("gudang")
    with contextlib.closing(world.staged(work, RUN)) as con:
        publish.publish(con, work / "hasil", RUN)
    return work / "hasil"


@pytest.fixture(scope="module")
def con(out: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with contextlib.closing(query.open_current(out)) as con:
        yield con


def test_names_resolve_in_the_public_schema(con: duckdb.DuckDBPyConnection) -> None:
    answer = query.run_query(con, "SELECT temuan_id FROM temuan ORDER BY 1")
    assert answer == (["temuan_id"], [("fA01",), ("fA02",)])
    assert query.run_query(con, "SELECT count(*) FROM publik.temuan;").rows == [(2,)]


@pytest.mark.parametrize(
    "sql", ["FROM temuan", "WITH a AS (SELECT 1) FROM a", "DESCRIBE temuan", "SHOW TABLES", "EXPLAIN SELECT 1",
            "PIVOT target ON tahun USING count(*) GROUP BY peran", "SUMMARIZE pagu"]
)  # fmt: skip
def test_every_kind_of_question_is_answered(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    assert query.run_query(con, sql).rows


@pytest.mark.parametrize(
    "sql",
    [
        "",
        "-- hanya catatan",
        "SELECT 1; SELECT 2",
        "DELETE FROM data.temuan",
        "DROP VIEW publik.temuan",
        "CREATE TEMP TABLE t AS SELECT 1",
        "SET threads = 1",
        "ATTACH 'lain.duckdb'",
        "COPY temuan TO 'keluar.csv'",
        "EXPORT DATABASE 'keluar'",
        "INSTALL httpfs",
        "BEGIN",
        "USE data",
    ],
)
def test_anything_but_one_question_is_refused(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    with pytest.raises(SelarasError) as caught:
        query.run_query(con, sql)
    assert caught.value.problem.code is ErrorCode.QUERY_INVALID
    assert caught.value.exit_code is ExitCode.WAREHOUSE


def test_files_and_python_are_out_of_reach(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.csv"
    secret.write_text("a\n1\n")
    rahasia = [(1,)]
    for sql in (
        f"SELECT * FROM read_csv('{secret}')",
        f"SELECT * FROM '{secret}'",
        f"SELECT * FROM read_text('{secret}')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM rahasia",
    ):
        with pytest.raises(SelarasError, match="E403"):
            query.run_query(con, sql)
    assert rahasia


def test_the_release_cannot_be_changed_by_any_way(con: duckdb.DuckDBPyConnection) -> None:
    for sql in ("DELETE FROM data.temuan", "CREATE TABLE data.x (a INTEGER)", "SET enable_external_access = true"):
        with pytest.raises(duckdb.Error):
            con.execute(sql)


def test_errors_name_the_reason_and_the_dictionary(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(SelarasError) as caught:
        query.run_query(con, "SELECT halamn FROM temuan")
    assert "halamn" in caught.value.problem.message
    assert "kamus" in caught.value.problem.remedy
    assert "\n" not in str(caught.value)


def test_limits_of_rows_and_time(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(SelarasError, match="lebih dari 5 baris"):
        query.run_query(con, "SELECT * FROM range(6)", query.Limits(rows=5))
    assert len(query.run_query(con, "SELECT * FROM range(5)", query.Limits(rows=5)).rows) == 5
    with pytest.raises(SelarasError, match=r"dihentikan setelah 0\.2 detik"):
        query.run_query(con, "SELECT count(*) FROM range(10000000) a, range(10000000) b", query.Limits(seconds=0.2))
    assert query.run_query(con, "SELECT 1").rows == [(1,)]  # and goes on


def test_too_much_memory_is_an_error_not_a_crash(out: Path) -> None:
    with contextlib.closing(query.open_release(next((out / "rilis").glob("*.duckdb")))) as con:
        with pytest.raises(SelarasError, match="E403"):
            query.run_query(con, "SELECT list(range) AS a FROM range(400000000)")
        assert query.run_query(con, "SELECT 1").rows == [(1,)]


def test_no_release_yet(tmp_path: Path) -> None:
    with pytest.raises(SelarasError) as caught:
        query.open_current(tmp_path)
    assert caught.value.problem.code is ErrorCode.WAREHOUSE_MISSING
    assert "selaras run" in caught.value.problem.remedy


def test_a_pointer_to_nothing_and_a_damaged_release(tmp_path: Path) -> None:
    (tmp_path / "current.txt").write_text("rilis/konsistensi-x.duckdb\n")
    with pytest.raises(SelarasError, match="E402"):
        query.open_current(tmp_path)
    (tmp_path / "rilis").mkdir()
    (tmp_path / "rilis" / "konsistensi-x.duckdb").write_bytes(b"bukan basis data" * 500)
    with pytest.raises(SelarasError, match="E402"):
        query.open_current(tmp_path)
