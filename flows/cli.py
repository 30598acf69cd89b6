"""The command line `selaras`. Results go to standard output, messages to standard error; exit codes: models.errors."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer import rich_utils

from flows.output import Shape, print_json, print_rows
from flows.settings import default_output, load_settings
from models.errors import ErrorCode, ExitCode, Problem, SelarasError

if TYPE_CHECKING:
    from flows.steps import Summary

# Typer's own words, in the language of its users here.
rich_utils.ARGUMENTS_PANEL_TITLE = "Argumen"
rich_utils.OPTIONS_PANEL_TITLE = "Pilihan"
rich_utils.COMMANDS_PANEL_TITLE = "Perintah"
rich_utils.ERRORS_PANEL_TITLE = "Galat"
rich_utils.DEFAULT_STRING = "[bawaan: {}]"
rich_utils.REQUIRED_LONG_STRING = "[wajib]"
rich_utils.RICH_HELP = "Lihat [blue]'{command_path} {help_option}'[/]."

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Selaras membaca RPJMD, Renstra, RKPD, dan Renja, lalu menunjukkan di mana isinya saling bertentangan.",
    epilog="Kode keluar: 0 beres; 1 ada temuan (hanya dengan --gagal-jika); 2 perintah salah; 3 masukan tidak terbaca; "
    "4 pengaturan salah; 5 basis data atau penerbitan; 130 dihentikan.",
)

Files = Annotated[list[Path], typer.Argument(help="Berkas PDF atau DOCX.", metavar="BERKAS...", show_default=False)]
Output = Annotated[
    Path | None,
    typer.Option("--hasil", help="Folder hasil (bawaan: $SELARAS_HASIL atau ./hasil).", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="Cetak satu dokumen JSON untuk mesin.")]


def complain(problem: Problem, where: str | None = None) -> None:
    """One problem on standard error."""
    print(f"{where}: {problem}" if where else str(problem), file=sys.stderr)


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Folder tujuan.", metavar="[FOLDER]")] = Path("selaras-demo"),
    as_json: AsJson = False,
) -> None:
    """Tulis dokumen kota rekaan, jalankan alur lengkap, bandingkan temuan dengan kebenarannya."""
    from flows.demo import run_demo

    if not run_demo(folder, as_json):
        raise typer.Exit(ExitCode.FINDINGS)


@app.command()
def extract(
    files: Files,
    pages: Annotated[
        str,
        typer.Option("--pages", help="Halaman saja, misalnya 1,4-7.", metavar="HALAMAN", show_default=False),
    ] = "",
    shape: Annotated[Shape, typer.Option("--format", help="Bentuk keluaran.")] = Shape.JSONL,
    workers: Annotated[int, typer.Option("--proses", min=1, help="Proses pembaca untuk satu berkas.")] = 1,
) -> None:
    """Cetak rekaman indikator dari BERKAS sebagai JSON Lines (satu indikator satu baris)."""
    from extractors.extract import extract_file
    from models.indicator import to_record

    wanted = parse_pages(pages)
    unreadable = False
    for file in files:
        extraction = extract_file(file, pages=wanted, workers=workers)
        for problem in extraction.problems:
            complain(problem, file.name)
        unreadable |= bool(extraction.problems) and not extraction.pages
        records = [to_record(indicator) for indicator in extraction.indicators]
        if shape is Shape.JSONL:
            for record in records:
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            print_rows(*_record_rows(records), shape)
    if unreadable:
        raise typer.Exit(ExitCode.UNREADABLE)


def _record_rows(records: list[dict[str, Any]]) -> tuple[list[str], list[list[Any]]]:
    columns = [
        "halaman",
        "tingkat",
        "kode",
        "indikator",
        "satuan",
        "awal",
        "target",
        "akhir",
        "pagu",
        "keyakinan",
    ]

    def years(cells: dict[str, Any]) -> str:
        return "; ".join(f"{year}: {cell['raw']}" for year, cell in cells.items())

    rows = [
        [
            r["page"] if r["page"] is not None else f"tabel {r['table']}",
            r["level"],
            r["code"],
            r["indicator"],
            r["unit"],
            years(r["baseline"]),
            years(r["targets"]),
            r["final"]["raw"] if r["final"] else None,
            years(r["budgets"]),
            r["confidence"],
        ]
        for r in records
    ]
    return columns, rows


def parse_pages(text: str) -> set[int] | None:
    """Page numbers of "1,4-7"; None for all pages.

    Raises:
        typer.BadParameter: in Indonesian, when the text is not of that form.
    """
    if not text.strip():
        return None
    pages: set[int] = set()
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        try:
            start, end = int(first), int(last or first)
        except ValueError:
            raise typer.BadParameter(f"'{part.strip()}' bukan nomor halaman; contoh yang benar: 1,4-7") from None
        if start < 1 or end < start or end - start > 100_000:
            raise typer.BadParameter(f"'{part.strip()}' bukan rentang halaman yang sah; contoh yang benar: 1,4-7")
        pages.update(range(start, end + 1))
    return pages


@app.command()
def identify(files: Files, as_json: AsJson = False) -> None:
    """Kenali jenis, wilayah, perangkat daerah, tahun, dan tahap BERKAS dari isinya, dengan alasannya."""
    from extractors.identify import identify as identify_layout
    from extractors.readers.read import read_layout

    results: list[dict[str, Any]] = []
    failed = False
    for file in files:
        try:
            identity = identify_layout(read_layout(file))
        except SelarasError as error:
            complain(error.problem, file.name)
            failed = True
            continue
        results.append({"file": file.name, **asdict(identity)})
    if as_json:
        print_json(results)
    else:
        columns = ["berkas", "bagian", "nilai", "keyakinan", "alasan"]
        names = {
            "kind": "jenis",
            "region": "wilayah",
            "opd": "perangkat daerah",
            "first_year": "tahun awal",
            "last_year": "tahun akhir",
            "stage": "tahap",
        }
        rows = [
            [result["file"], label, claim["value"], f"{claim['confidence']:.2f}", claim["reason"]]
            for result in results
            for name, label in names.items()
            for claim in [result[name]]
        ]
        print_rows(columns, rows, Shape.TABLE)
    if failed:
        raise typer.Exit(ExitCode.UNREADABLE)


@app.command()
def match(
    left: Annotated[Path, typer.Argument(help="Rekaman dokumen atas (JSON Lines dengan id).", metavar="KIRI.jsonl")],
    right: Annotated[Path, typer.Argument(help="Rekaman dokumen bawah.", metavar="KANAN.jsonl")],
    shape: Annotated[Shape, typer.Option("--format", help="Bentuk keluaran.")] = Shape.JSONL,
) -> None:
    """Tautkan indikator yang sama di dua dokumen; cetak kiri, kanan, hubungan, skor, dan alasan."""
    from alignment.align import align_records

    links = align_records(_read_records(left), _read_records(right))
    columns = ["left", "right", "relation", "score", "reasons"]
    rows = ([link.left, link.right, link.relation.value, round(link.score, 4), list(link.reasons)] for link in links)
    print_rows(columns, rows, shape)


def _read_records(path: Path) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SelarasError(
            Problem(ErrorCode.RECORDS_INVALID, f"{path} tidak dapat dibaca: {error}.", "Periksa nama berkas.")
        ) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if not (isinstance(record, dict) and record.get("id") is not None and "indicator" in record):
                raise ValueError("kunci 'id' atau 'indicator' tidak ada")
        except ValueError as error:
            raise SelarasError(
                Problem(
                    ErrorCode.RECORDS_INVALID,
                    f"{path.name} baris {number} bukan rekaman indikator ({error}).",
                    "Tiap baris harus satu objek JSON dengan kunci id dan indicator.",
                )
            ) from error
        records.append(record)
    return records


@app.command()
def run(
    source: Annotated[Path, typer.Argument(help="Folder, dokumen.csv, atau pengaturan .toml.", metavar="SUMBER")],
    output: Output = None,
    workers: Annotated[
        int | None,
        typer.Option("--proses", min=1, help="Proses pembaca (bawaan: menurut mesin).", show_default=False),
    ] = None,
    prefect: Annotated[
        bool, typer.Option("--prefect", help="Jalankan sebagai alur Prefect (dengan artefak dan riwayat).")
    ] = False,
    fail_on: Annotated[
        str, typer.Option("--gagal-jika", help="Keluar 1 bila ada temuan setingkat ini: K, M, m, atau i.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Baca semua dokumen di SUMBER, selaraskan, periksa, terbitkan basis data dan buku kerja."""
    from flows.progress import Silent, Terminal

    settings = load_settings(source, output, workers)
    levels = _levels(fail_on)
    with contextlib.ExitStack() as stack:
        progress = Silent() if as_json else stack.enter_context(Terminal())
        if prefect:
            from flows.nightly import run_nightly

            summary = run_nightly(settings, progress)
        else:
            from flows.run import run as run_plain

            summary = run_plain(settings, progress)
    if as_json:
        print_json(asdict(summary))
    else:
        print_summary(summary)
    if levels and _count_findings(settings.hasil, levels):
        raise typer.Exit(ExitCode.FINDINGS)


def print_summary(summary: Summary) -> None:
    """The run's counts and where its results lie, on standard output."""
    print(f"Dokumen   : {summary.documents} dari {summary.files} berkas, {summary.extracted} berkas dibaca baru")
    if summary.failed:
        print(f"Gagal     : {summary.failed} (lihat lembar Cakupan)")
    print(f"Indikator : {summary.indicators}")
    print(f"Tautan    : {summary.links}")
    print(f"Temuan    : {summary.findings}")
    print(f"Rilis     : {summary.release}")
    print(f"Buku kerja: {summary.workbook}")


_SEVERITIES = "imMK"
"""From light to heavy."""


def _levels(fail_on: str) -> list[str]:
    if not fail_on:
        return []
    if fail_on not in _SEVERITIES:
        raise typer.BadParameter(f"'{fail_on}' bukan tingkat temuan; pilih K, M, m, atau i")
    return list(_SEVERITIES[_SEVERITIES.index(fail_on) :])


def _count_findings(output: Path, levels: list[str]) -> int:
    from warehouse.query import open_current

    with contextlib.closing(open_current(output)) as con:
        row = con.execute("SELECT count(*) FROM publik.temuan WHERE tingkat IN (SELECT unnest(?))", [levels]).fetchone()
    return int(row[0]) if row else 0


@app.command()
def findings(
    rule: Annotated[str, typer.Option("--rule", "--aturan", help="Hanya aturan ini, misalnya D02.")] = "",
    opd: Annotated[str, typer.Option("--opd", help="Hanya perangkat daerah yang namanya memuat ini.")] = "",
    severity: Annotated[str, typer.Option("--tingkat", help="Hanya tingkat ini: K, M, m, atau i.")] = "",
    limit: Annotated[int, typer.Option("--batas", min=1, help="Paling banyak baris.")] = 200,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Tampilkan temuan dari rilis yang berlaku, dengan berkas, halaman, dan kutipan."""
    from warehouse.query import open_current

    conditions, values = ["true"], list[Any]()
    for condition, value in (
        ("aturan = ?", rule.upper()),
        ("opd ILIKE '%' || ? || '%'", opd),
        ("tingkat = ?", severity),
    ):
        if value:
            conditions.append(condition)
            values.append(value)
    with contextlib.closing(open_current(output or default_output())) as con:
        cursor = con.execute(
            f"SELECT * FROM publik.temuan WHERE {' AND '.join(conditions)} ORDER BY aturan, temuan_id LIMIT ?",
            [*values, limit],
        )
        columns = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    if as_json:
        print_json(rows)
        return
    shown = [[r["aturan"], r["tingkat"], r["putusan"], r["opd"], r["uraian"], _places(r)] for r in rows]
    print_rows(["aturan", "tingkat", "putusan", "opd", "uraian", "letak"], shown, Shape.TABLE)
    print(f"{len(rows)} temuan", file=sys.stderr)


def _places(row: dict[str, Any]) -> str:
    places = []
    for side in ("kiri", "kanan"):
        if row.get(f"{side}_berkas"):
            page = f" hlm. {row[f'{side}_halaman']}" if row.get(f"{side}_halaman") else ""
            table = f" tabel {row[f'{side}_tabel']}" if row.get(f"{side}_tabel") and not page else ""
            places.append(f"{row[f'{side}_berkas']}{page}{table}")
    return " | ".join(places) or str(row.get("dicari_di") or "")


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="SELECT atas skema publik.", metavar="KUERI")],
    output: Output = None,
    shape: Annotated[Shape, typer.Option("--format", help="Bentuk keluaran.")] = Shape.TABLE,
) -> None:
    """Jalankan satu SELECT (baca saja) atas rilis yang berlaku; kolom dijelaskan di publik.kamus."""
    from warehouse.query import open_current, run_query

    with contextlib.closing(open_current(output or default_output())) as con:
        columns, rows = run_query(con, query)
    print_rows(columns, rows, shape)


@app.command()
def report(
    xlsx: Annotated[Path, typer.Option("--xlsx", help="Berkas buku kerja yang ditulis.", show_default=False)],
    output: Output = None,
) -> None:
    """Tulis buku kerja XLSX dari rilis yang berlaku."""
    from reports.workbook import write_workbook
    from warehouse.query import open_current

    with contextlib.closing(open_current(output or default_output())) as con:
        xlsx.parent.mkdir(parents=True, exist_ok=True)
        write_workbook(con, xlsx)
    print(xlsx)


@app.command()
def serve(
    source: Annotated[Path, typer.Argument(help="Folder, dokumen.csv, atau pengaturan .toml.", metavar="SUMBER")],
    output: Output = None,
) -> None:
    """Jalankan alur setiap malam menurut jadwal (bawaan pukul 01.00 Asia/Jakarta); berhenti dengan Ctrl-C."""
    settings = load_settings(source, output)
    print(
        f"Menunggu jadwal '{settings.jadwal.cron}' zona {settings.jadwal.zona_waktu}; hasil ke {settings.hasil}. "
        "Berhenti dengan Ctrl-C.",
        file=sys.stderr,
    )
    from flows.nightly import serve as serve_flow

    serve_flow(settings, source)


@app.command()
def doctor(output: Output = None, as_json: AsJson = False) -> None:
    """Periksa apakah mesin ini siap: Python, paket, folder hasil, alur Prefect, dan rilis yang berlaku."""
    from flows.doctor import examine

    checks = examine(output or default_output())
    if as_json:
        print_json([asdict(check) for check in checks])
    else:
        rows = [["baik" if c.ok else "MASALAH", c.name, c.detail, "" if c.ok else c.remedy] for c in checks]
        print_rows(["keadaan", "yang diperiksa", "rincian", "tindakan"], rows, Shape.TABLE)
    if not all(check.ok for check in checks):
        raise typer.Exit(ExitCode.CONFIGURATION)


def main() -> None:
    """Entry point of the `selaras` command: turns every failure into one message and an exit code."""
    try:
        app()
    except SelarasError as error:
        complain(error.problem)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if os.environ.get("SELARAS_DEBUG"):
            raise
        complain(
            Problem(
                ErrorCode.INTERNAL,
                f"Kesalahan tak terduga: {type(error).__name__}: {error}.",
                "Jalankan lagi dengan SELARAS_DEBUG=1 dan laporkan rinciannya.",
            )
        )
        sys.exit(ExitCode.UNREADABLE)


if __name__ == "__main__":
    main()
