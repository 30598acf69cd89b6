"""The ranking: what is computed, what is said instead of guessed, who is proposed, and what changed since a quarter."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows import cli
from models.errors import ExitCode
from tests.conftest import Published
from tests.test_rules import fill
from tests.test_scores import scored
from warehouse import history, store
from warehouse.history import Reading
from warehouse.query import open_current
from warehouse.views import install_views


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    store.migrate(connection)
    install_views(connection)
    yield connection
    connection.close()


EVALUATION = """
id | dokumen | tingkat | kode | program | kegiatan | indikator | satuan
p1 | e | program | 1.06.02 | Program Rehabilitasi Sosial | | Persentase lansia tertangani | %
k1 | e | kegiatan | 1.06.02.2.01 | Program Rehabilitasi Sosial | Rehabilitasi Lansia | Jumlah lansia dilayani | orang
"""


def evaluated(con: duckdb.DuckDBPyConnection, spent: dict[str, tuple[int, int]], plan: bool = False) -> dict[str, Any]:
    """The ranking's row of an office whose evaluation prints spending in two quarters and hides target and pagu."""
    case = {
        "dokumen": "id | jenis | opd | tahun\ne | Evaluasi Renja | Dinas Sosial | 2025\n"
        + ("j | Renja | Dinas Sosial | 2025\n" if plan else ""),
        "indikator": EVALUATION,
        "butir": "id | dokumen | tingkat | kode | nama | 2025\n"
        + ("b | j | program | 1.06.02 | Program Rehabilitasi Sosial | 400.000.000\n" if plan else ""),
    }
    fill(con, case)
    store.append_rows(
        con,
        "data.pagu",
        (
            {
                "pemilik_id": owner,
                "pemilik": "indikator",
                "peran": "realisasi",
                "tahun": 2025,
                "triwulan": quarter,
                "mentah": str(amount),
                "rupiah": Decimal(amount),
            }
            for owner, amounts in spent.items()
            for quarter, amount in zip(("I", "II"), amounts, strict=True)
        ),
    )
    from warehouse import rules, scores
    from warehouse.cascade import build_cascade

    build_cascade(con)
    rules.run_rules(con, set())
    scores.run_scores(con)
    (row,) = con.execute(
        "SELECT realisasi, pagu, serapan, serapan_catatan, triwulan, peringkat, usul_pendampingan FROM publik.peringkat"
    ).fetchall()
    names = ("realisasi", "pagu", "serapan", "catatan", "triwulan", "peringkat", "usul")
    return dict(zip(names, row, strict=True))


def test_spending_without_pagu_is_told_and_no_share_is_guessed(con: duckdb.DuckDBPyConnection) -> None:
    row = evaluated(con, {"p1": (90_000_000, 60_000_000), "k1": (90_000_000, 60_000_000)})
    assert (row["realisasi"], row["pagu"], row["serapan"]) == (150_000_000, None, None)
    assert row["triwulan"] == "I, II"
    assert "Pagu 2025 tidak tercetak" in row["catatan"]
    assert row["peringkat"] is None and row["usul"] is False


def test_pagu_of_the_renja_of_that_year_gives_the_share(con: duckdb.DuckDBPyConnection) -> None:
    row = evaluated(con, {"p1": (90_000_000, 60_000_000), "k1": (90_000_000, 60_000_000)}, plan=True)
    assert (row["pagu"], row["serapan"], row["catatan"]) == (400_000_000, 37.5, None)


def test_quarters_that_never_fall_may_be_cumulative(con: duckdb.DuckDBPyConnection) -> None:
    row = evaluated(con, {"p1": (90_000_000, 150_000_000), "k1": (90_000_000, 150_000_000)}, plan=True)
    assert row["realisasi"] is None and row["serapan"] is None
    assert "mungkin kumulatif" in row["catatan"]


def test_levels_that_do_not_sum_up_give_no_share(con: duckdb.DuckDBPyConnection) -> None:
    row = evaluated(con, {"p1": (90_000_000, 60_000_000), "k1": (90_000_000, 50_000_000)}, plan=True)
    assert row["serapan"] is None
    assert "tidak sama" in row["catatan"]


def test_who_has_critical_findings_or_is_lowest_is_proposed(con: duckdb.DuckDBPyConnection) -> None:
    offices = ["Dinas Sosial", "Dinas Kesehatan", "Dinas Perhubungan", "Dinas Pertanian"]
    case: dict[str, Any] = {
        "aturan": ["D03"],
        "dokumen": "id | jenis | opd | tahun\n"
        + "".join(f"s{n} | Renstra | {o} | 2025-2029\nj{n} | Renja | {o} | 2026\n" for n, o in enumerate(offices)),
        "indikator": "id | dokumen | tingkat | kode | program | indikator | satuan | 2026\n"
        + "".join(
            f"{side}{n}{k} | {side}{n} | program | 1.0{n}.0{k} | Program {k} | Persentase layanan {k} | % "
            f"| {75 if side == 'j' and n == 0 and k == 2 else 80}\n"
            for n in range(4)
            for side in "sj"
            for k in (2, 3)
        ),
        "tautan": "kiri | kanan | hubungan\n"
        + "".join(f"s{n}{k} | j{n}{k} | sama\n" for n in range(4) for k in (2, 3)),
    }
    scored(con, case)
    rows = con.execute(
        "SELECT opd, peringkat, konsistensi, temuan_mayor, usul_pendampingan, alasan FROM publik.peringkat ORDER BY 2"
    ).fetchall()
    assert rows[0][1:4] == (1, 100.0, 0)
    assert rows[-1][0] == "Dinas Sosial"
    assert rows[-1][2:] == (50.0, 1, True, "konsistensi 50 termasuk seperempat terendah")
    assert [row[4] for row in rows[:-1]] == [False, False, False]


def test_history_is_kept_when_releases_are_forgotten(
    published: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, output = published.copy(tmp_path)
    with contextlib.closing(open_current(output)) as db:
        (run,) = db.execute("SELECT putaran_id FROM putaran").fetchall()[0]
        (office,) = db.execute("SELECT min(opd) FROM subjek WHERE lingkup = 'pd'").fetchall()[0]
    file = output / "riwayat" / f"nilai-{run}.parquet"
    assert file.exists()
    found = history.readings(output, office)
    assert {reading.run for reading in found} == {run}
    assert {"lke88 1.1", "temuan_kritis"} <= {reading.measure for reading in found}
    # the same office in a run of the quarter before
    with contextlib.closing(duckdb.connect()) as db:
        db.execute(
            f"COPY (SELECT * REPLACE ('lama' AS putaran_id, TIMESTAMP '2020-01-01' AS pada, "
            f"CASE WHEN ukuran = 'temuan_terbuka' THEN nilai + 3 ELSE nilai END AS nilai) FROM '{file}') "
            f"TO '{file.with_name('nilai-lama.parquet')}' (FORMAT parquet)"
        )
    capsys.readouterr()
    assert cli._run(["peringkat", "--hasil", str(output), "--json"]) == ExitCode.OK
    answer = json.loads(capsys.readouterr().out)
    assert answer["dibandingkan_dengan"] == "lama"
    assert answer["baris"][0]["perubahan"]["temuan_terbuka"] == -3
    assert cli._run(["peringkat", "--hasil", str(output)]) == ExitCode.OK
    shown = capsys.readouterr()
    assert "[-3]" in shown.out and "sejak putaran lama (01-01-2020)" in shown.err
    assert cli._run(["nilai", "--pd", office, "--riwayat", "--hasil", str(output), "--json"]) == ExitCode.OK
    assert {row["run"] for row in json.loads(capsys.readouterr().out)} == {"lama", run}


def test_without_an_earlier_quarter_no_change_is_told(published: Published, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli._run(["peringkat", "--hasil", str(published.output)]) == ExitCode.OK
    assert "perubahan tidak dihitung" in capsys.readouterr().err
    assert cli._run(["peringkat", "--sejak", "kemarin", "--hasil", str(published.output)]) == ExitCode.USAGE
    assert "contoh yang benar: 2026-07-01" in capsys.readouterr().err


def test_the_last_run_before_a_quarter() -> None:
    assert history.quarter_start(date(2026, 11, 28)) == date(2026, 10, 1)
    assert history.quarter_start(date(2026, 1, 1)) == date(2026, 1, 1)
    found = [
        Reading(run, datetime(2026, month, 1), "Kota", "Dinas", "konsistensi", 90.0)
        for run, month in (("a", 6), ("b", 9), ("c", 10))
    ]
    assert [reading.run for reading in history.last_before(found, date(2026, 10, 1))] == ["b"]
    assert history.last_before(found, date(2026, 6, 1)) == []
