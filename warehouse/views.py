"""The public schema: views that analysts may build on, with the dictionary of all their columns.

One view a file in `public/`, with COMMENT ON the view and on every column. Changes are additive only;
tests/golden/publik.txt holds the contract.
"""

from __future__ import annotations

from importlib import resources

import duckdb

_DICTIONARY = """
INSERT INTO data.kamus
SELECT view_name, 0, NULL, NULL, comment
FROM duckdb_views()
WHERE schema_name = 'publik' AND database_name = current_database()
UNION ALL
SELECT table_name, column_index, column_name, data_type, comment
FROM duckdb_columns()
WHERE schema_name = 'publik' AND database_name = current_database()
ORDER BY 1, 2
"""


def public_views() -> dict[str, str]:
    """Name and SQL of every public view."""
    folder = resources.files("warehouse") / "public"
    files = sorted((item.name, item) for item in folder.iterdir() if item.name.endswith(".sql"))
    return {name.removesuffix(".sql"): item.read_text(encoding="utf-8") for name, item in files}


def install_views(con: duckdb.DuckDBPyConnection) -> None:
    """Create the public views and fill the dictionary (`publik.kamus`) from their comments."""
    con.execute("BEGIN")  # as one: 300 comments, each its own transaction, take a second
    try:
        con.execute("CREATE SCHEMA IF NOT EXISTS publik")
        for sql in public_views().values():
            con.execute(sql)
        con.execute("DELETE FROM data.kamus")
        con.execute(_DICTIONARY)
    except duckdb.Error:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")
