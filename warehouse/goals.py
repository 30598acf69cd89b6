"""Links of goal statements as rows."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from models.link import StatementLink
from warehouse.facts import link_rows
from warehouse.store import append_rows


def store_goal_links(
    con: duckdb.DuckDBPyConnection, tier: str, left_document: str, right_document: str, links: Iterable[StatementLink]
) -> None:
    """Rows of `data.tautan_pernyataan` for two documents whose goal statements were held against each other.

    Args:
        con: the staging connection.
        tier: jenjang, e.g. "RPJMD-Renstra"; "RPJMD-RPJMD" for two stages of one plan.
        left_document: id of the upper (earlier) document.
        right_document: id of the lower (later) document.
        links: between statement ids of the two, and statements without partner.
    """
    append_rows(con, "data.tautan_pernyataan", link_rows("g", tier, left_document, right_document, links))
