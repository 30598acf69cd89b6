"""Links of goal statements as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable

import duckdb

from models.ids import content_id
from models.link import StatementLink
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
    append_rows(
        con,
        "data.tautan_pernyataan",
        (
            {
                "tautan_id": content_id("g", left_document, right_document, link.left, link.right),
                "jenjang": tier,
                "kiri_dokumen": left_document,
                "kanan_dokumen": right_document,
                "kiri_id": link.left,
                "kanan_id": link.right,
                "hubungan": link.relation,
                "skor": link.score,
                "alasan": "; ".join(link.reasons),
                "beda": link.difference,
                "fitur": json.dumps(link.features, ensure_ascii=False, sort_keys=True),
                "keputusan_id": link.decision,
            }
            for link in links
        ),
    )
