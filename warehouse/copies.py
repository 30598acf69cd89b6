"""Near copies as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import duckdb

from models.ids import content_id
from models.passage import NearCopy, Passage
from warehouse.store import append_rows


def store_near_copies(con: duckdb.DuckDBPyConnection, found: Iterable[NearCopy]) -> None:
    """Rows of `data.salinan`."""
    append_rows(
        con,
        "data.salinan",
        (
            {
                "salinan_id": content_id("n", *_words(copy.left), *_words(copy.right)),
                "macam": copy.left.kind,
                "kemiripan": round(copy.likeness, 3),
                "kata": copy.words,
                "pemilik_lain": copy.others,
                **_side("kiri", copy.left),
                **_side("kanan", copy.right),
            }
            for copy in found
        ),
    )


def _words(passage: Passage) -> tuple[Any, ...]:
    where = passage.evidence
    return passage.document, where.sha256, where.page, where.table, where.row, where.box and str(where.box), where.quote


def _side(prefix: str, passage: Passage) -> Mapping[str, Any]:
    where = passage.evidence
    x0, top, x1, bottom = where.box or (None, None, None, None)
    return {
        f"{prefix}_dokumen": passage.document,
        f"{prefix}_berkas": where.sha256,
        f"{prefix}_halaman": where.page,
        f"{prefix}_tabel": where.table,
        f"{prefix}_baris": where.row,
        f"{prefix}_x0": x0,
        f"{prefix}_atas": top,
        f"{prefix}_x1": x1,
        f"{prefix}_bawah": bottom,
        f"{prefix}_kutipan": where.quote,
    }
