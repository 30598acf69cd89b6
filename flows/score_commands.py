"""The commands about scores: scorecards with their evidence, and the ranking for the quarterly meeting."""

from __future__ import annotations

import contextlib
import sys
import textwrap
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import duckdb
import typer

from flows.options import AsJson, Output
from flows.output import Shape, fact_place, place_words, print_json, print_rows

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
    over_time: Annotated[
        bool, typer.Option("--riwayat", help="Tampilkan skor komponen rubrik itu dari putaran ke putaran.")
    ] = False,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Tampilkan kartu nilai indikatif perangkat daerah (--pd) atau daerah, dan yang masih harus dinilai orang."""
    from flows.settings import default_output
    from reports.scorecard import WARNING, card_rows, evidence, rubrics_of, scorecard, subjects
    from warehouse.query import open_current

    folder = output or default_output()
    with contextlib.closing(open_current(folder)) as con:
        wanted = _rubrics(rubric, [key for key, _ in rubrics_of(con)], office)
        found = subjects(con, office)
        if not found:
            raise typer.BadParameter(_nobody(con, office))
        if over_time:
            _show_history(folder, found, [key for key in wanted if isinstance(key, str)], as_json)
            return
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


def _show_history(folder: Path, found: list[dict[str, Any]], wanted: list[str], as_json: bool) -> None:
    from warehouse.history import readings

    who = {(subject["wilayah"], subject["opd"]) for subject in found}
    told = [
        one
        for one in readings(folder)
        if (one.region, one.office) in who and (one.measure.split()[0] in wanted or one.measure == "konsistensi")
    ]
    if as_json:
        print_json([asdict(one) for one in told])
        return
    shown = [[f"{one.at:%Y-%m-%d %H:%M}", one.office or one.region, one.measure, f"{one.value:.2f}"] for one in told]
    print_rows(["pada", "pd / daerah", "komponen", "skor"], shown, Shape.TABLE)


def ranking(
    since: Annotated[
        str,
        typer.Option(
            "--sejak",
            help="Bandingkan dengan putaran terakhir sebelum tanggal ini, misalnya 2026-07-01 (bawaan: awal triwulan).",
            metavar="TANGGAL",
            show_default=False,
        ),
    ] = "",
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Tampilkan perangkat daerah berdampingan untuk rapat triwulan: konsistensi, temuan, capaian, serapan, usul."""
    from flows.settings import default_output
    from reports.ranking import ranking as ranked
    from reports.ranking import ranking_table
    from warehouse.history import last_before, quarter_start, readings
    from warehouse.query import open_current

    folder = output or default_output()
    with contextlib.closing(open_current(folder)) as con:
        (run_day,) = con.execute("SELECT CAST(max(mulai) AS DATE) FROM putaran").fetchall()[0]
        day = _date(since) if since else quarter_start(run_day)
        before = last_before(readings(folder), day)
        rows = ranked(con, before)
    if as_json:
        print_json({"dibandingkan_dengan": before[0].run if before else None, "baris": rows})
        return
    print_rows(*ranking_table(rows), Shape.TABLE)
    if before:
        said = f"Dalam [ ]: perubahan sejak putaran {before[0].run} ({before[0].at:%d-%m-%Y})."
    else:
        said = f"Belum ada putaran sebelum {day:%d-%m-%Y} dalam folder riwayat, jadi perubahan tidak dihitung."
    helped = sum(bool(row["usul_pendampingan"]) for row in rows)
    print(f"{said} Usul pendampingan: {helped} dari {len(rows)} perangkat daerah. Indikatif.", file=sys.stderr)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text}' bukan tanggal; contoh yang benar: 2026-07-01") from None


def near_copies(
    office: Office = "",
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Tampilkan alinea dan halaman tabel yang hampir sama dengan milik perangkat daerah atau daerah lain."""
    from flows.settings import default_output
    from warehouse.query import open_current

    with contextlib.closing(open_current(output or default_output())) as con:
        cursor = con.execute(
            "SELECT * FROM publik.salinan WHERE ? = '' OR contains(lower(coalesce(kiri_opd, kiri_wilayah)), lower(?)) "
            "OR contains(lower(coalesce(kanan_opd, kanan_wilayah)), lower(?)) "
            "ORDER BY kata DESC, kiri_dokumen, kiri_halaman, salinan_id",
            [office, office, office],
        )
        columns = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    if as_json:
        print_json(rows)
        return
    shown = [
        [
            row["macam"],
            f"{100 * row['kemiripan']:.0f} %",
            row["kata"],
            f"{row['kiri_dokumen']}: {_passage_place(row, 'kiri')}",
            f"{row['kanan_dokumen']}: {_passage_place(row, 'kanan')}",
            row["pemilik_lain"] or "",
            textwrap.shorten(row["kiri_kutipan"], 160, placeholder=" ..."),
        ]
        for row in rows[:SHOWN]
    ]
    print_rows(["macam", "sama", "kata", "di", "dan di", "lainnya", "isi"], shown, Shape.TABLE)
    more = f", {SHOWN} yang terpanjang ditampilkan (semuanya dengan --json)" if len(rows) > SHOWN else ""
    print(f"{len(rows)} bagian hampir sama{more}", file=sys.stderr)


def _passage_place(row: dict[str, Any], side: str) -> str:
    """File and page; of prose in Word, which has no pages, the number of the passage."""
    if row[f"{side}_halaman"] is None and row[f"{side}_tabel"] is None and row[f"{side}_baris"]:
        return f"{row[f'{side}_berkas']} alinea ke-{row[f'{side}_baris']}"
    return place_words(row, side)
