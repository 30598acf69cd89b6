"""The commands about scores: scorecards with their evidence, and the ranking for the quarterly meeting."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import duckdb
import typer

from flows.finding_commands import AsJson, Output
from flows.output import Shape, fact_place, print_json, print_rows

if TYPE_CHECKING:
    from warehouse.rubrics import Rubric

Office = Annotated[
    str,
    typer.Option(
        "--pd",
        "--opd",
        help="Perangkat daerah yang namanya memuat ini (bawaan: daerah).",
        metavar="NAMA",
        show_default=False,
    ),
]
SHOWN = 100
"""Evidence in a table; --json prints all."""


def scores(
    office: Office = "",
    rubric: Annotated[
        str,
        typer.Option(
            "--rubrik",
            help="Rubrik: lke88, lke_pd, lke12, ppd, renja, atau berkas .toml (bawaan: lke88, daerah juga ppd).",
            metavar="RUBRIK",
            show_default=False,
        ),
    ] = "",
    criterion: Annotated[
        str,
        typer.Option(
            "--bukti", help="Tampilkan bukti kriteria ini: fakta, nilai, alasan, halaman.", metavar="KRITERIA"
        ),
    ] = "",
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Tampilkan kartu nilai indikatif perangkat daerah (--pd) atau daerah, dan yang masih harus dinilai orang."""
    from flows.settings import default_output
    from reports.scorecard import WARNING, card_rows, evidence, rubrics_of, scorecard, subjects
    from warehouse.query import open_current

    with contextlib.closing(open_current(output or default_output())) as con:
        wanted = _rubrics(rubric, [key for key, _ in rubrics_of(con)], office)
        found = subjects(con, office)
        if not found:
            raise typer.BadParameter(_nobody(con, office))
        if criterion:
            _show_evidence(con, found, criterion, as_json, evidence)
            return
        cards = [card for subject in found for one in wanted if (card := scorecard(con, subject, one))["baris"]]
    if not cards:
        raise typer.BadParameter("Rubrik itu tidak untuk yang dipilih; ppd untuk daerah, lke_pd dan renja dengan --pd")
    if as_json:
        print_json(cards)
        return
    for card in cards:
        print(f"{card['opd'] or card['wilayah']} - {card['nama_rubrik']}")
        print_rows(*card_rows(card), Shape.TABLE)
        print(f"Dasar: {card['dasar']}.")
    print(f"{WARNING} Buktinya: --bukti KRITERIA", file=sys.stderr)


def _rubrics(named: str, known: list[str], office: str) -> list[str | Rubric]:
    if named.endswith(".toml"):
        from warehouse.rubrics import read_rubric

        return [read_rubric(Path(named))]
    if named and named not in known:
        raise typer.BadParameter(f"Rubrik '{named}' tidak ada; pilih {', '.join(known)}, atau berkas .toml")
    if named:
        return [named]
    return ["lke88"] if office else ["lke88", "ppd"]


def _nobody(con: duckdb.DuckDBPyConnection, office: str) -> str:
    names = [name for (name,) in con.execute("SELECT opd FROM subjek WHERE lingkup = 'pd' ORDER BY opd").fetchall()]
    among = f" Perangkat daerah yang ada: {'; '.join(names)}." if names else ""
    if office:
        return f"Tidak ada perangkat daerah yang namanya memuat '{office}'.{among}"
    return f"Tidak ada RPJMD atau RKPD dalam rilis ini; pilih perangkat daerah dengan --pd.{among}"


def _show_evidence(
    con: duckdb.DuckDBPyConnection, found: list[dict[str, Any]], criterion: str, as_json: bool, evidence: Any
) -> None:
    known = [name for (name,) in con.execute("SELECT kriteria FROM kriteria ORDER BY 1").fetchall()]
    if criterion not in known:
        raise typer.BadParameter(f"Kriteria '{criterion}' tidak ada; pilih {', '.join(known)}")
    rows = [{**subject, **row} for subject in found for row in evidence(con, subject["subjek_id"], criterion)]
    if as_json:
        print_json(rows)
        return
    shown = [
        [
            row["opd"] or row["wilayah"],
            "dinilai orang" if row["nilai"] is None else f"{row['nilai']:.2f}".rstrip("0").rstrip("."),
            row["nama"],
            row["alasan"],
            fact_place(row),
        ]
        for row in rows[:SHOWN]
    ]
    print_rows(["pd / daerah", "nilai", "yang dinilai", "alasan", "letak"], shown, Shape.TABLE)
    if len(rows) > SHOWN:
        print(f"{SHOWN} dari {len(rows)} bukti; semuanya dengan --json", file=sys.stderr)
