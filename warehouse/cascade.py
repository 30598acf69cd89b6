"""The cascade of every document as a tree, once facts and links are stored."""

from __future__ import annotations

import duckdb

_STEPS = (
    ("simpul", "susun_pernyataan"),
    ("simpul", "susun_butir"),
    ("simpul_indikator", "susun_indikator"),
    ("simpul_lintas", "susun_lintas"),
    ("pohon", "susun_pohon"),
)
"""Tables and the views that say what they hold; each builds on those before."""


def build_cascade(con: duckdb.DuckDBPyConnection) -> None:
    """Fill the tables of the cascade anew from statements, items, indicators and their links.

    They are stored because analysts ask for one OPD, and the tree of 500 takes seconds to make.
    """
    for table in dict.fromkeys(table for table, _ in _STEPS):
        con.execute(f"DELETE FROM data.{table}")
    for table, view in _STEPS:
        con.execute(f"INSERT INTO data.{table} BY NAME SELECT * FROM data.{view}")
