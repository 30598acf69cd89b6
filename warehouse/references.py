"""Official lists and ties to them, into the warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import duckdb

from models.reference import ReferenceList, ReferenceTie, UsedList
from warehouse.store import append_rows


def store_references(
    con: duckdb.DuckDBPyConnection,
    lists: Sequence[ReferenceList],
    ties: Sequence[ReferenceTie],
    used: Sequence[UsedList],
) -> None:
    """Rows of the tables of migration 0013."""
    append_rows(
        con,
        "data.rujukan",
        (
            {
                "rujukan_id": one.id,
                "judul": one.title,
                "jenis": one.kind,
                "tahun_awal": one.years[0] if one.years else None,
                "tahun_akhir": one.years[1] if one.years else None,
                "sumber": one.source,
                "berkas": one.file,
                "sha256": one.sha256,
                "dimuat": datetime.fromisoformat(one.loaded).astimezone(UTC).replace(tzinfo=None),
            }
            for one in lists
        ),
    )
    append_rows(
        con,
        "data.rujukan_entri",
        (
            (
                _entry_id(one.id, place),
                one.id,
                entry.level,
                entry.tier.value if entry.tier else None,
                entry.code,
                entry.name,
                entry.indicator,
                entry.unit,
                entry.definition,
                entry.former,
                entry.source,
            )
            for one in lists
            for place, entry in enumerate(one.entries)
        ),
    )
    append_rows(
        con,
        "data.rujukan_dokumen",
        (
            {"dokumen_id": one.document, "rujukan_id": one.list, "tahun_cocok": one.years_fit, "alasan": one.reason}
            for one in used
        ),
    )
    append_rows(
        con,
        "data.tautan_rujukan",
        (
            {
                "fakta_id": one.fact,
                "dokumen_id": one.document,
                "rujukan_id": one.list,
                "entri_id": _entry_id(one.list, one.entry) if one.entry is not None else None,
                "hasil": one.tie,
                "skor": one.score,
                "alasan": one.reason,
            }
            for one in ties
        ),
    )


def _entry_id(list_id: str, place: int) -> str:
    return f"{list_id}-{place}"
