"""What many rules ask alike, answered once before they run: temporary tables `siap_<name>` on the connection.

One SELECT a file in `prepared/`, in the order of the names (`1_butir.sql` -> `temp.siap_butir`); later ones may use
earlier ones.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import duckdb


@cache
def _selects() -> tuple[tuple[str, str], ...]:
    folder = resources.files("warehouse") / "prepared"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda item: item.name)
    return tuple((f.name.removesuffix(".sql").partition("_")[2], f.read_text(encoding="utf-8")) for f in files)


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Make the tables anew from the facts that are there now."""
    for name, sql in _selects():
        con.execute(f"CREATE OR REPLACE TEMP TABLE siap_{name} AS {sql}")
