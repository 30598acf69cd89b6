"""The commands about findings: show them, mark them, and check documents before they are handed in."""

from __future__ import annotations

import contextlib
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.options import AsJson, Output
from flows.output import Shape, place_words, print_json, print_rows
from models.errors import ExitCode

SHOWN = 200
"""Findings in a table, unless asked for more or fewer."""
SEVERITIES = "imMK"
"""From light to heavy."""
COLUMNS = ["temuan_id", "aturan", "tingkat", "putusan", "status", "opd", "uraian", "letak"]
_CLOSED = ("bukan temuan", "ditunda")

FailOn = Annotated[
    str,
    typer.Option(
        "--gagal-jika",
        help="Keluar 1 bila ada temuan setingkat ini atau lebih berat: K (kritis), M (mayor), m (minor), i (info).",
        metavar="TINGKAT",
    ),
]


def severity_of(text: str) -> str:
    """The severity as typed; a usage error when it is none."""
    if text not in tuple(SEVERITIES):
        raise typer.BadParameter(f"'{text}' bukan tingkat temuan; pilih K, M, m, atau i")
    return text


def levels(fail_on: str) -> list[str]:
    """The severity and all heavier ones; empty when none is named."""
    return list(SEVERITIES[SEVERITIES.index(severity_of(fail_on)) :]) if fail_on else []


def count_findings(output: Path, severities: list[str]) -> int:
    """Findings of the current release with one of the severities, without those that a reviewer closed."""
    from warehouse.query import open_current

    with contextlib.closing(open_current(output)) as con:
        row = con.execute(
            "SELECT count(*) FROM publik.temuan"
            " WHERE tingkat IN (SELECT unnest(?)) AND status NOT IN (SELECT unnest(?))",
            [severities, list(_CLOSED)],
        ).fetchone()
    return int(row[0]) if row else 0


def findings(
    rule: Annotated[
        str, typer.Option("--rule", "--aturan", help="Hanya aturan ini, misalnya D02.", metavar="ATURAN")
    ] = "",
    opd: Annotated[
        str, typer.Option("--opd", "--pd", help="Hanya perangkat daerah yang namanya memuat ini.", metavar="NAMA")
    ] = "",
    severity: Annotated[
        str, typer.Option("--tingkat", help="Hanya tingkat ini: K, M, m, atau i.", metavar="TINGKAT")
    ] = "",
    status: Annotated[
        str,
        typer.Option(
            "--status", help="Hanya status ini: baru, masih, diterima, bukan temuan, ditunda.", metavar="STATUS"
        ),
    ] = "",
    sure: Annotated[bool, typer.Option("--pasti", help="Tanpa yang masih perlu diperiksa.")] = False,
    each: Annotated[bool, typer.Option("--rinci", help="Setiap temuan sebaris, juga yang sebabnya sama.")] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--batas",
            min=1,
            help=f"Paling banyak baris (bawaan: {SHOWN}; dengan --json semua).",
            metavar="JUMLAH",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Tampilkan temuan dari rilis yang berlaku, dengan berkas, halaman, dan kutipan."""
    from flows.settings import default_output
    from warehouse.query import open_current

    wanted: list[tuple[str, str]] = []
    if rule:
        wanted.append(("upper(aturan) = upper(?)", rule))
    if opd:
        wanted.append(("contains(lower(opd), lower(?))", opd))
    if severity:
        wanted.append(("tingkat = ?", severity_of(severity)))
    if status:
        wanted.append(("status = lower(?)", status))
    conditions = ["true", *(condition for condition, _ in wanted), *(["putusan = 'tidak konsisten'"] if sure else [])]
    with contextlib.closing(open_current(output or default_output())) as con:
        if rule and not con.execute("SELECT 1 FROM aturan WHERE upper(aturan) = upper(?)", [rule]).fetchone():
            raise typer.BadParameter(f"Aturan '{rule}' tidak ada; daftarnya: selaras rules list")
        cursor = con.execute(
            f"SELECT * FROM temuan WHERE {' AND '.join(conditions)} ORDER BY aturan, temuan_id",
            [value for _, value in wanted],
        )
        columns = [column[0] for column in cursor.description or ()]
        found = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    if as_json:
        print_json(found[:limit])
        return
    _print(found, limit or SHOWN, each)


def _print(found: list[dict[str, Any]], limit: int, each: bool) -> None:
    """A table of findings on standard output, their number on standard error."""
    rows = found if each else _by_cause(found)
    print_rows(COLUMNS, [_line(row) for row in rows[:limit]], Shape.TABLE)
    more = f", {limit} baris ditampilkan (--batas untuk lebih)" if len(rows) > limit else ""
    causes = f" dalam {len(rows)} sebab (--rinci untuk semuanya)" if len(rows) < len(found) else ""
    print(f"{len(found)} temuan{causes}{more}", file=sys.stderr)


def _by_cause(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for findings of one cause: the first, which tells of the others."""
    members: dict[str, list[dict[str, Any]]] = {}
    for row in found:
        members.setdefault(row["sebab_id"] or row["temuan_id"], []).append(row)
    return [
        rows[0] | {"uraian": f"{rows[0]['sebab']} {len(rows)} temuan, misalnya: {rows[0]['uraian']}"}
        if len(rows) > 1
        else rows[0]
        for rows in members.values()
    ]


def _line(row: dict[str, Any]) -> list[Any]:
    return [*(row[name] for name in COLUMNS[:-1]), _places(row)]


def _places(row: dict[str, Any]) -> str:
    places = [place_words(row, side) for side in ("kiri", "kanan") if row.get(f"{side}_berkas")]
    return " | ".join(places) or str(row.get("dicari_di") or "")


def mark(
    ids: Annotated[
        list[str] | None,
        typer.Argument(help="Satu atau beberapa temuan_id dari rilis yang berlaku.", metavar="TEMUAN"),
    ] = None,
    status: Annotated[
        str,
        typer.Option("--status", help="diterima, bukan temuan, ditunda, atau cabut.", metavar="STATUS"),
    ] = "",
    reason: Annotated[str, typer.Option("--alasan", help="Alasannya.", metavar="KALIMAT")] = "",
    until: Annotated[
        str, typer.Option("--sampai", help="Untuk ditunda: hari terakhir, misalnya 2027-01-31.", metavar="TANGGAL")
    ] = "",
    sheet: Annotated[
        Path | None,
        typer.Option(
            "--berkas", help="CSV dengan kolom temuan_id, status, alasan (dan sampai, oleh).", metavar="BERKAS.csv"
        ),
    ] = None,
    by: Annotated[
        str, typer.Option("--oleh", help="Yang menandai (bawaan: pemakai komputer ini).", metavar="NAMA")
    ] = "",
    output: Output = None,
) -> None:
    """Tandai temuan: diterima, bukan temuan, atau ditunda; berlaku mulai putaran berikutnya."""
    from flows.judgement import who
    from flows.marking import mark_findings, mark_sheet
    from flows.settings import default_output

    if bool(ids) == bool(sheet):
        raise typer.BadParameter("Sebutkan temuan_id, atau --berkas; salah satu")
    folder = output or default_output()
    if sheet:
        added, problems = mark_sheet(folder, sheet, by.strip() or who())
        for problem in problems:
            print(problem, file=sys.stderr)
        print(f"{added} temuan ditandai")
        if problems:
            raise typer.Exit(ExitCode.UNREADABLE)
        return
    if not status or not reason.strip():
        raise typer.BadParameter("--status dan --alasan harus diisi")
    try:
        last_day = date.fromisoformat(until) if until else None
    except ValueError:
        raise typer.BadParameter(f"--sampai '{until}' bukan tanggal; tulis seperti 2027-01-31") from None
    for made in mark_findings(folder, ids or [], status, reason, by.strip() or who(), last_day):
        print(f"{made.finding}: {made.status.value}: {made.text}")


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Berkas PDF, DOCX, atau XLSX (DOC dan XLS dengan LibreOffice).", metavar="BERKAS", show_default=False
        ),
    ],
    region: Annotated[
        Path | None,
        typer.Option("--daerah", help="Pengaturan daerah (lihat: selaras daerah).", metavar="BERKAS.toml"),
    ] = None,
    fail_on: FailOn = "",
    workers: Annotated[
        int | None, typer.Option("--proses", min=1, help="Proses pembaca (bawaan: menurut mesin).", metavar="JUMLAH")
    ] = None,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Periksa BERKAS sebelum diserahkan: semua aturan yang dapat dinilai dari berkas itu sendiri."""
    from flows.check import check_files
    from flows.progress import Terminal
    from flows.region import load_region
    from flows.settings import default_output
    from models.region import Region

    heavy = levels(fail_on)
    settings = load_region(region) if region else Region()
    folder = output or default_output()
    if missing := [file for file in files if not file.is_file()]:
        raise typer.BadParameter(f"{missing[0]} bukan berkas; sebutkan berkasnya, atau pakai: selaras run FOLDER")
    with Terminal() as progress:
        found, failed = check_files(files, settings, progress, workers, folder if folder.is_dir() else None)
    if as_json:
        print_json(found)
    else:
        _print(found, SHOWN, each=False)
    if failed == len(files):
        raise typer.Exit(ExitCode.UNREADABLE)
    if any(row["tingkat"] in heavy for row in found):
        raise typer.Exit(ExitCode.FINDINGS)
