"""A region's settings as tables that rules can join."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from models.region import Region, Threshold, usual_thresholds
from warehouse.store import append_rows


def complete_thresholds(con: duckdb.DuckDBPyConnection) -> None:
    """Add the usual value of every threshold that is not there; those of a region stay."""
    known = {key for (key,) in con.execute("SELECT kunci FROM data.ambang_batas").fetchall()}
    append_rows(
        con,
        "data.ambang_batas",
        (_threshold(usual, usual.value) for usual in usual_thresholds() if usual.key not in known),
    )


def _threshold(usual: Threshold, value: float) -> dict[str, object]:
    return {
        "kunci": usual.key,
        "nilai": value,
        "bawaan": usual.value,
        "arti": usual.meaning,
        "sumber": usual.source,
    }


def store_region(con: duckdb.DuckDBPyConnection, region: Region, offices: Mapping[str, str]) -> None:
    """Fill the tables of migration 0009 anew.

    Args:
        con: the staging connection.
        region: the settings; an empty one leaves the usual thresholds.
        offices: key of every OPD name of the run, the region's own list included.
    """
    for table in ("ambang_batas", "kemampuan_keuangan", "tanggal_daerah", "opd_daerah"):
        con.execute(f"DELETE FROM data.{table}")
    append_rows(
        con,
        "data.ambang_batas",
        (_threshold(usual, region.thresholds.get(usual.key, usual.value)) for usual in usual_thresholds()),
    )
    append_rows(
        con,
        "data.kemampuan_keuangan",
        ({"tahun": c.year, "rupiah": c.rupiah, "sumber": c.source} for c in region.capacity),
    )
    append_rows(
        con,
        "data.tanggal_daerah",
        (
            {
                "peristiwa": m.event,
                "jenis": m.kind,
                "tahun": m.year,
                "opd_kunci": offices.get(m.office, m.office.lower()) if m.office else None,
                "tanggal": m.day,
            }
            for m in region.milestones
        ),
    )
    append_rows(
        con,
        "data.opd_daerah",
        (
            {
                "opd_kunci": offices.get(office.name, office.name.lower()),
                "nama": office.name,
                "bidang_urusan": list(office.fields),
            }
            for office in region.offices
        ),
    )
