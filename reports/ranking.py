"""Perangkat daerah side by side for the quarterly meeting, with what changed since an earlier run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from warehouse.history import Reading

_COLUMNS = (
    "peringkat, wilayah, opd, konsistensi, diuji, temuan_kritis, temuan_mayor, temuan_terbuka, capaian, "
    "capaian_indikator, tahun_capaian, capaian_catatan, tahun_anggaran, triwulan, realisasi, pagu, serapan, "
    "serapan_catatan, usul_pendampingan, alasan"
)
_COMPARED = ("konsistensi", "temuan_kritis", "temuan_mayor", "temuan_terbuka", "capaian", "serapan")


def ranking(con: duckdb.DuckDBPyConnection, before: Sequence[Reading]) -> list[dict[str, Any]]:
    """The rows of `publik.peringkat`, each with `perubahan`: column -> difference from the earlier run."""
    cursor = con.execute(f"SELECT {_COLUMNS} FROM publik.peringkat ORDER BY wilayah, peringkat NULLS LAST, opd")
    columns = [column[0] for column in cursor.description or ()]
    earlier = {(one.region, one.office, one.measure): one.value for one in before}
    rows = []
    for values in cursor.fetchall():
        row = dict(zip(columns, values, strict=True))
        then = {name: earlier.get((row["wilayah"], row["opd"], name)) for name in _COMPARED}
        row["perubahan"] = {
            name: round(float(row[name]) - value, 2)
            for name, value in then.items()
            if value is not None and row[name] is not None
        }
        rows.append(row)
    return rows


def ranking_table(rows: Sequence[Mapping[str, Any]]) -> tuple[list[str], list[list[Any]]]:
    """The ranking for the terminal; what cannot be computed says why."""
    columns = [
        "no",
        "perangkat daerah",
        "konsistensi",
        "K",
        "M",
        "temuan",
        "capaian target",
        "serapan anggaran",
        "usul",
    ]
    return columns, [
        [
            row["peringkat"],
            row["opd"],
            _with_change(row, "konsistensi", f" dari {row['diuji']} fakta") if row["konsistensi"] is not None else "-",
            _with_change(row, "temuan_kritis"),
            _with_change(row, "temuan_mayor"),
            _with_change(row, "temuan_terbuka"),
            _measured(row, "capaian", f" % ({row['capaian_indikator']} indikator, {row['tahun_capaian']})"),
            _spent(row),
            row["alasan"],
        ]
        for row in rows
    ]


def _spent(row: Mapping[str, Any]) -> str:
    said = _measured(row, "serapan", f" % ({row['tahun_anggaran']}, triwulan {row['triwulan']})")
    if row["serapan"] is None and row["realisasi"] is not None:
        amount = f"{row['realisasi']:,.0f}".replace(",", ".")
        return f"Rp{amount} ({row['tahun_anggaran']}, triwulan {row['triwulan']}). {said}"
    return said


def _measured(row: Mapping[str, Any], name: str, behind: str) -> str:
    note = row[f"{name}_catatan"] or ""
    if row[name] is None:
        return note
    return f"{_with_change(row, name, behind)}. {note}" if note else _with_change(row, name, behind)


def _with_change(row: Mapping[str, Any], name: str, behind: str = "") -> str:
    change = row["perubahan"].get(name)
    return _number(row[name]) + behind + (f" [{'+' if change > 0 else ''}{_number(change)}]" if change else "")


def _number(value: float) -> str:
    return f"{float(value):.1f}".rstrip("0").rstrip(".").replace(".", ",")
