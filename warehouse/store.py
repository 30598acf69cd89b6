"""The staging database that a run writes: its migrations and the one bulk loader."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Any, TypeAlias

import duckdb

from models.errors import ErrorCode, ExitCode, Problem, SelarasError

STORAGE_VERSION = "v1.2.0"
"""Storage that DuckDB 1.2 and later can open: analysts' tools are older than our library."""

Row: TypeAlias = Mapping[str, Any] | Sequence[Any]


def migrations() -> list[tuple[str, str]]:
    """Name and SQL of every migration, in the order in which they are applied."""
    folder = resources.files("warehouse") / "migrations"
    found = sorted((item.name, item) for item in folder.iterdir() if item.name.endswith(".sql"))
    return [(name.removesuffix(".sql"), item.read_text(encoding="utf-8")) for name, item in found]


def migrate(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Apply the migrations that `data.versi_skema` does not name yet, each in a transaction; say which."""
    con.execute("CREATE SCHEMA IF NOT EXISTS data")
    con.execute("CREATE TABLE IF NOT EXISTS data.versi_skema (migrasi VARCHAR NOT NULL, diterapkan TIMESTAMP NOT NULL)")
    done = {name for (name,) in con.execute("SELECT migrasi FROM data.versi_skema").fetchall()}
    applied = []
    for name, sql in migrations():
        if name in done:
            continue
        con.execute("BEGIN")
        try:
            con.execute(sql)
            con.execute("INSERT INTO data.versi_skema VALUES (?, ?)", [name, datetime.now()])
        except duckdb.Error as error:
            con.execute("ROLLBACK")
            error.add_note(f"migrasi {name}")
            raise
        con.execute("COMMIT")
        applied.append(name)
    return applied


def open_staging(path: Path) -> duckdb.DuckDBPyConnection:
    """Open (or create) the database that a run writes, with all migrations applied.

    The file is attached as `selaras` and made the default, so statements name tables as `data.indikator`.
    Analysts never open it. A `cursor()` of the connection needs its own `USE selaras`.

    Raises:
        SelarasError: WAREHOUSE_LOCKED when another process holds the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    try:
        con.execute(f"ATTACH {quoted(str(path))} AS selaras (STORAGE_VERSION {quoted(STORAGE_VERSION)})")
    except duckdb.IOException as error:
        con.close()
        raise SelarasError(
            Problem(
                ErrorCode.WAREHOUSE_LOCKED,
                f"Basis data kerja {path.name} sedang dipakai proses lain atau tidak dapat dibuka.",
                "Tunggu sampai proses lain selesai, atau tutup program yang membuka berkas itu.",
            ),
            ExitCode.WAREHOUSE,
        ) from error
    con.execute("USE selaras")
    migrate(con)
    return con


def quoted(text: str) -> str:
    """The text as an SQL string, for places where DuckDB takes no parameter."""
    return "'" + text.replace("'", "''") + "'"


def append_rows(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row]) -> int:
    """Append rows to a table; the only way in which rows enter the warehouse.

    Uses DuckDB's appender where the library has one (2.0), else a JSON Lines file that DuckDB reads with the
    table's own column types: both keep decimals exact and are 50 to 400 times faster than INSERT with
    parameters.

    Args:
        con: a read-write connection.
        table: `schema.name`.
        rows: mappings (a missing column is NULL) or tuples in the table's column order.

    Returns:
        Number of rows.

    Raises:
        ValueError: a row has a column that the table has not, or another number of values.
        duckdb.Error: a value does not fit its column; then no row is kept.
    """
    described = con.execute(f"DESCRIBE {table}").fetchall()
    columns = {str(name): str(type_) for name, type_, *_ in described}
    values = (_in_order(row, columns, table) for row in rows)
    if hasattr(con, "appender"):
        return _append_by_appender(con, table, values)
    return append_by_json(con, table, columns, values)


def _in_order(row: Row, columns: Mapping[str, str], table: str) -> list[Any]:
    if isinstance(row, Mapping):
        if unknown := row.keys() - columns.keys():
            raise ValueError(f"{table} has no column {', '.join(sorted(unknown))}")
        return [_plain(row.get(name)) for name in columns]
    if len(row) != len(columns):
        raise ValueError(f"{table} has {len(columns)} columns, the row {len(row)}")
    return [_plain(value) for value in row]


def _plain(value: Any) -> Any:
    """The value as a column takes it; broken characters of a document's text layer must not end a run."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")  # lone surrogates
    return value


def _append_by_appender(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[list[Any]]) -> int:
    count = 0

    def counted() -> Iterator[list[Any]]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    with con.appender(table) as appender:
        appender.append_rows(counted())
    return count


def append_by_json(
    con: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, str], rows: Iterable[list[Any]]
) -> int:
    """`append_rows` for DuckDB 1.x: through a temporary JSON Lines file with explicit column types."""
    count = 0
    with tempfile.TemporaryDirectory(prefix="selaras-") as folder:
        path = Path(folder) / "rows.ndjson"
        with path.open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(dict(zip(columns, row, strict=True)), default=_json_text) + "\n")
                count += 1
        if count:
            types = ", ".join(f"{quoted(name)}: {quoted(type_)}" for name, type_ in columns.items())
            con.execute(f"INSERT INTO {table} SELECT * FROM read_ndjson({quoted(str(path))}, columns = {{{types}}})")
    return count


def _json_text(value: Any) -> str:
    if isinstance(value, Decimal):
        return str(value)  # as text: a JSON number would pass through a float
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    raise TypeError(f"no JSON form for {type(value).__name__}")
