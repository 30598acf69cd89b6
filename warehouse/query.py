"""Questions to the published release: read-only, closed off from files and network, with limits."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from models.errors import ErrorCode, ExitCode, Problem, SelarasError
from warehouse.releases import require_current

MEMORY = "1GB"
"""Memory of one reader; what does not fit fails with a message, as there is no folder to spill to."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one question may go: rows of the answer and seconds."""

    rows: int = 1_000_000
    seconds: float = 120.0


class Answer(NamedTuple):
    """Column names and rows."""

    columns: list[str]
    rows: list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A ready question of `queries/`: file name, title, what it answers (Indonesian), SQL."""

    name: str
    title: str
    answers: str
    sql: str


def open_release(path: Path, memory: str = MEMORY) -> duckdb.DuckDBPyConnection:
    """Open one release file for reading; names resolve in schema `publik`.

    The connection cannot write, read other files, reach the network, load extensions, see Python's variables, or
    change these settings.

    Raises:
        SelarasError: WAREHOUSE_MISSING when the file is not there or is no release.
    """
    try:
        con = duckdb.connect(
            str(path),
            read_only=True,
            config={
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "enable_external_access": False,
                "python_enable_replacements": False,
                "memory_limit": memory,
                "lock_configuration": True,
            },
        )
        con.execute("USE publik")
    except duckdb.Error as error:
        raise SelarasError(
            Problem(
                ErrorCode.WAREHOUSE_MISSING,
                f"Rilis {path.name} tidak dapat dibuka: {_first_line(error)}",
                "Terbitkan rilis baru dengan: selaras run FOLDER",
            ),
            ExitCode.WAREHOUSE,
        ) from error
    return con


def open_current(folder: Path, memory: str = MEMORY) -> duckdb.DuckDBPyConnection:
    """Open the release that is current in an output folder (see `open_release`).

    The release's own file is opened, not the pointer: who keeps the connection keeps this release, however often
    a new one is published meanwhile.

    Raises:
        SelarasError: WAREHOUSE_MISSING.
    """
    return open_release(require_current(folder), memory)


def run_query(con: duckdb.DuckDBPyConnection, sql: str, limits: Limits | None = None) -> Answer:
    """Ask one question.

    Args:
        con: from `open_current`.
        sql: one SELECT (also WITH, FROM, PIVOT, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN).
        limits: how far it may go.

    Raises:
        SelarasError: QUERY_INVALID with DuckDB's reason, or when a limit is passed.
    """
    limits = limits or Limits()
    _require_one_question(con, sql)
    stop = threading.Timer(limits.seconds, con.interrupt)
    stop.start()
    try:
        con.execute(sql)
        columns = [str(column[0]) for column in con.description or ()]
        rows = con.fetchmany(limits.rows + 1)
    except duckdb.InterruptException as error:
        raise _invalid(
            f"Kueri dihentikan setelah {limits.seconds:g} detik.", "Persempit dengan WHERE atau LIMIT."
        ) from error
    except duckdb.OutOfMemoryException as error:
        raise _invalid("Kueri memerlukan memori terlalu banyak.", "Persempit dengan WHERE atau LIMIT.") from error
    except duckdb.Error as error:
        raise _refused(error) from error
    finally:
        stop.cancel()
    if len(rows) > limits.rows:
        raise _invalid(
            f"Jawaban kueri lebih dari {limits.rows} baris.", "Persempit dengan WHERE atau LIMIT, atau pakai Parquet."
        )
    return Answer(columns, rows)


def _require_one_question(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    try:
        kinds = [statement.type.name for statement in con.extract_statements(sql)]
    except duckdb.Error as error:
        raise _refused(error) from error
    # MULTI is what PIVOT becomes.
    if len(kinds) != 1 or kinds[0] not in ("SELECT", "EXPLAIN", "MULTI"):
        raise _invalid("Hanya satu pertanyaan SELECT yang dapat dijalankan.", "Contoh: SELECT * FROM temuan LIMIT 10")


def _refused(error: duckdb.Error) -> SelarasError:
    return _invalid(
        f"Kueri tidak dapat dijalankan: {_first_line(error)}",
        "Nama tampilan dan kolom ada di kamus: SELECT * FROM kamus",
    )


def _first_line(error: Exception) -> str:
    line = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return line if line.endswith((".", "!", "?")) else f"{line}."


def _invalid(message: str, remedy: str) -> SelarasError:
    return SelarasError(Problem(ErrorCode.QUERY_INVALID, message, remedy), ExitCode.WAREHOUSE)


def ready_queries() -> list[ReadyQuery]:
    """The ready questions, by file name.

    A file begins with two comment lines: `-- judul: ...` and `-- menjawab: ...`.

    Raises:
        ValueError: a file has no such header (a fault of ours, found by the tests).
    """
    folder = resources.files("warehouse") / "queries"
    found = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if not item.name.endswith(".sql"):
            continue
        text = item.read_text(encoding="utf-8")
        first, second, sql = text.split("\n", 2)
        if not (first.startswith("-- judul: ") and second.startswith("-- menjawab: ")):
            raise ValueError(f"{item.name} needs '-- judul:' and '-- menjawab:'")
        name = item.name.removesuffix(".sql")
        found.append(
            ReadyQuery(name, first.removeprefix("-- judul: "), second.removeprefix("-- menjawab: "), sql.strip())
        )
    return found
