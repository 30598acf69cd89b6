"""Scores over time: one small immutable Parquet file per published run, outside of releases, which are forgotten.

folder/riwayat/nilai-<run_id>.parquet    putaran_id, pada, lingkup, wilayah, opd, opd_kunci, ukuran, nilai
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb

from warehouse.store import quoted

HISTORY = "riwayat"

_ROWS = """
SELECT p.putaran_id, p.mulai AS pada, s.lingkup, s.wilayah, s.opd, s.opd_kunci, r.ukuran, r.nilai
FROM (
    SELECT subjek_id, rubrik || ' ' || nomor AS ukuran, skor AS nilai FROM publik.nilai WHERE induk IS NULL
    UNION ALL
    UNPIVOT (SELECT subjek_id, konsistensi, capaian, serapan, temuan_kritis::DOUBLE AS temuan_kritis,
                    temuan_mayor::DOUBLE AS temuan_mayor, temuan_terbuka::DOUBLE AS temuan_terbuka,
                    peringkat::DOUBLE AS peringkat
             FROM publik.peringkat)
    ON konsistensi, capaian, serapan, temuan_kritis, temuan_mayor, temuan_terbuka, peringkat
    INTO NAME ukuran VALUE nilai
) r
JOIN publik.subjek s USING (subjek_id)
CROSS JOIN data.putaran p
WHERE r.nilai IS NOT NULL
ORDER BY s.subjek_id, r.ukuran
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """One number of a subject in a run: `measure` is a part of a rubric ("lke88 1.2") or a column of the ranking."""

    run: str
    at: datetime
    region: str | None
    office: str | None
    measure: str
    value: float


def record(release: Path, folder: Path, run_id: str) -> Path:
    """Write the scores of a release beside the releases; what is there already stays.

    Raises:
        duckdb.Error, OSError: it cannot be written.
    """
    target = folder / HISTORY / f"nilai-{run_id}.parquet"
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}")
    with contextlib.closing(duckdb.connect(str(release), read_only=True)) as con:
        con.execute(f"COPY ({_ROWS}) TO {quoted(str(aside))} (FORMAT parquet, COMPRESSION zstd)")
    aside.replace(target)
    return target


def readings(folder: Path, office: str = "") -> list[Reading]:
    """What was recorded, the oldest run first.

    Args:
        folder: of results.
        office: only offices whose name holds this; empty for all, regions included.
    """
    files = sorted(str(path) for path in (folder / HISTORY).glob("nilai-*.parquet"))
    if not files:
        return []
    with contextlib.closing(duckdb.connect()) as con:
        rows = con.execute(
            "SELECT putaran_id, pada, wilayah, opd, ukuran, nilai FROM read_parquet(?, union_by_name = true) "
            "WHERE ? = '' OR contains(lower(opd), lower(?)) ORDER BY pada, putaran_id, wilayah, opd, ukuran",
            [files, office, office],
        ).fetchall()
    return [Reading(*row) for row in rows]


def quarter_start(day: date) -> date:
    """First day of the quarter of a day."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def last_before(found: list[Reading], day: date) -> list[Reading]:
    """The readings of the latest run before a day; empty when there is none."""
    earlier = [reading for reading in found if reading.at.date() < day]
    return [reading for reading in earlier if reading.run == earlier[-1].run]
