"""The command line `selaras`. Results go to standard output, messages to standard error; exit codes: models.errors."""

from __future__ import annotations

import contextlib
import functools
import io
import json
import os
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from flows import (
    finding_commands,
    form_commands,
    reference_commands,
    review_commands,
    rule_commands,
    score_commands,
    wording,
)
from flows.finding_commands import FailOn, count_findings, levels
from flows.options import AsJson, Output
from flows.output import Shape, print_json, print_rows
from flows.processes import usual_processes
from models.errors import ErrorCode, ExitCode, Problem, SelarasError

if TYPE_CHECKING:
    from flows.steps import Summary

app = typer.Typer(
    cls=wording.Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Selaras membaca RPJMD, Renstra, RKPD, dan Renja, lalu menunjukkan di mana isinya saling bertentangan.",
    epilog="Kode keluar: 0 beres; 1 ada temuan (hanya dengan --gagal-jika); 2 perintah salah; 3 masukan tidak terbaca; "
    "4 pengaturan salah; 5 basis data atau penerbitan; 130 dihentikan.",
)
command = functools.partial(app.command, cls=wording.Command)
app.add_typer(review_commands.decisions, name="keputusan")
app.add_typer(review_commands.alignment, name="align")
app.add_typer(rule_commands.rules, name="rules")
app.add_typer(reference_commands.references, name="reference")
command("daerah")(rule_commands.region)
command("findings")(finding_commands.findings)
command("tandai")(finding_commands.mark)
command("check")(finding_commands.check)
command("formulir")(form_commands.forms)
command("nilai")(score_commands.scores)
command("peringkat")(score_commands.ranking)
command("salinan")(score_commands.near_copies)

Files = Annotated[
    list[Path],
    typer.Argument(
        help="Berkas PDF, DOCX, atau XLSX (DOC dan XLS dengan LibreOffice).", metavar="BERKAS", show_default=False
    ),
]
Source = Annotated[Path, typer.Argument(help="Folder, dokumen.csv, atau pengaturan .toml.", metavar="SUMBER")]
Form = Annotated[Shape, typer.Option("--format", help="Bentuk keluaran.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"selaras {version('selaras')}")
        raise typer.Exit


@app.callback()
def options(
    version_wanted: Annotated[
        bool, typer.Option("--version", help="Tampilkan versi.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Options of all commands. The help text is in `app`."""


def complain(problem: Problem, where: str | None = None) -> None:
    """One problem on standard error."""
    print(f"{where}: {problem}" if where else str(problem), file=sys.stderr)


@command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Folder tujuan.", metavar="FOLDER")] = Path("selaras-demo"),
    as_json: AsJson = False,
) -> None:
    """Tulis dokumen kota rekaan, jalankan alur lengkap, bandingkan temuan dengan kebenarannya."""
    from flows.demo import run_demo

    if not run_demo(folder, as_json):
        raise typer.Exit(ExitCode.FINDINGS)


@command()
def extract(
    files: Files,
    pages: Annotated[
        str,
        typer.Option("--pages", help="Halaman saja, misalnya 1,4-7.", metavar="HALAMAN", show_default=False),
    ] = "",
    shape: Form = Shape.JSONL,
    workers: Annotated[
        int | None,
        typer.Option(
            "--proses",
            min=1,
            help="Proses pembaca untuk satu berkas (bawaan: menurut mesin).",
            metavar="JUMLAH",
            show_default=False,
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Tulis gambar halaman --page dengan alasan bacaannya (HTML)."),
    ] = False,
    page: Annotated[
        int | None,
        typer.Option("--page", min=1, help="Halaman yang dijelaskan (bawaan: 1).", metavar="NOMOR", show_default=False),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option("--output", help="Berkas HTML penjelasan.", metavar="BERKAS.html", show_default=False),
    ] = None,
) -> None:
    """Cetak rekaman indikator dari BERKAS sebagai JSON Lines (satu indikator satu baris)."""
    from extractors.extract import extract_file
    from flows.progress import Terminal, tell_problems
    from models.indicator import to_record

    if explain:
        if pages:
            raise typer.BadParameter("--explain menjelaskan satu halaman; pilih dengan --page")
        _explain(files, page or 1, target)
        return
    if page is not None:
        raise typer.BadParameter("--page hanya untuk --explain; halaman rekaman dipilih dengan --pages")
    if target is not None:
        raise typer.BadParameter("--output hanya untuk --explain; rekaman dicetak ke keluaran standar")
    wanted = parse_pages(pages)
    progress = Terminal()
    unreadable = False
    for file in files:
        if _is_folder(file):
            unreadable = True
            continue
        extraction = extract_file(file, pages=wanted, workers=workers or usual_processes(), prose=False, kept=False)
        tell_problems(progress, file.name, extraction.problems)
        unreadable |= bool(extraction.problems) and not extraction.pages
        records = [to_record(indicator) for indicator in extraction.indicators]
        if shape is Shape.JSONL:
            for record in records:
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            print_rows(*_record_rows(records), shape)
    if unreadable:
        raise typer.Exit(ExitCode.UNREADABLE)


def _explain(files: list[Path], page: int, target: Path | None) -> None:
    from reports.explain import write_explanation

    if len(files) != 1:
        raise typer.BadParameter("--explain menjelaskan satu berkas; sebutkan satu saja")
    target = target or Path(f"{files[0].stem}-hal{page}.html")
    try:
        records = write_explanation(files[0], page, target)
    except OSError as error:
        raise typer.BadParameter(f"{target} tidak dapat ditulis ({error.strerror})") from error
    print(f"{target}: {records} rekaman di halaman itu")


def _is_folder(path: Path) -> bool:
    """Say so when a folder is given where a file is meant."""
    if path.is_dir():
        message, remedy = f"{path} adalah folder, bukan berkas.", "Sebutkan berkasnya, atau pakai: selaras run FOLDER"
        complain(Problem(ErrorCode.NOT_FOUND, message, remedy))
    return path.is_dir()


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


@command()
def identify(files: Files, as_json: AsJson = False) -> None:
    """Kenali jenis, wilayah, perangkat daerah, tahun, dan tahap BERKAS dari isinya, dengan alasannya."""
    from extractors.identify import identify as identify_layout
    from extractors.readers.read import read_layout
    from flows.progress import Terminal, tell_problems

    results: list[dict[str, Any]] = []
    progress = Terminal()
    failed = False
    for file in files:
        if _is_folder(file):
            failed = True
            continue
        try:
            layout = read_layout(file)
        except SelarasError as error:
            progress.problem(file.name, error.problem)
            failed = True
            continue
        tell_problems(progress, file.name, layout.problems)
        identity = identify_layout(layout)
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


MANY_RECORDS = 50_000
"""Records from which `match` shares the offices among processes: before, starting them takes longer."""


@command()
def match(
    left: Annotated[Path, typer.Argument(help="Rekaman dokumen atas (JSON Lines dengan id).", metavar="KIRI.jsonl")],
    right: Annotated[Path, typer.Argument(help="Rekaman dokumen bawah.", metavar="KANAN.jsonl")],
    shape: Form = Shape.JSONL,
    output: Output = None,
) -> None:
    """Tautkan indikator yang sama di dua dokumen; cetak kiri, kanan, hubungan, skor, dan alasan."""
    from alignment.align import align_records
    from flows.learned import weights_in_use
    from flows.processes import usual_processes
    from flows.records import read_records
    from flows.settings import default_output

    bar = weights_in_use(output or default_output())
    sides = [read_records(path) for path in (left, right)]
    for told in (note for side in sides for note in side.notes):
        print(told, file=sys.stderr)
    upper, lower = (side.records for side in sides)
    if upper and upper == lower:
        print("Kedua berkas sama isinya: tiap indikator berpasangan dengan dirinya sendiri.", file=sys.stderr)
    workers = usual_processes() if len(upper) + len(lower) > MANY_RECORDS else 1
    links = align_records(upper, lower, bar, workers)
    columns = ["left", "right", "relation", "score", "reasons"]
    rows = ([link.left, link.right, link.relation.value, round(link.score, 4), list(link.reasons)] for link in links)
    print_rows(columns, rows, shape)


@command()
def run(
    source: Source,
    output: Output = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--proses", min=1, help="Proses pembaca (bawaan: menurut mesin).", metavar="JUMLAH", show_default=False
        ),
    ] = None,
    prefect: Annotated[
        bool, typer.Option("--prefect", help="Jalankan sebagai alur Prefect (dengan artefak dan riwayat).")
    ] = False,
    again: Annotated[
        bool, typer.Option("--ulang", help="Selaraskan dan terbitkan lagi walaupun tidak ada yang berubah.")
    ] = False,
    fail_on: FailOn = "",
    as_json: AsJson = False,
) -> None:
    """Baca semua dokumen di SUMBER, selaraskan, periksa, terbitkan basis data dan buku kerja."""
    from flows.progress import Terminal
    from flows.settings import load_settings

    heavy = levels(fail_on)
    settings = load_settings(source, output, workers)
    with Terminal() as progress:
        if prefect:
            from flows.nightly import run_nightly

            summary = run_nightly(settings, progress, again)
        else:
            from flows.run import run as run_plain

            summary = run_plain(settings, progress, again)
    if as_json:
        print_json(asdict(summary))
    else:
        print_summary(summary)
    if not summary.documents:
        raise typer.Exit(ExitCode.UNREADABLE)
    if heavy and count_findings(settings.hasil, heavy):
        raise typer.Exit(ExitCode.FINDINGS)


def print_summary(summary: Summary) -> None:
    """The run's counts and where its results lie, on standard output."""
    print(f"Dokumen   : {summary.documents} dari {summary.files} berkas, {summary.extracted} berkas dibaca baru")
    if summary.failed:
        print(f"Gagal     : {summary.failed} (lihat lembar Cakupan)")
    if summary.unpaired:
        print(f"Sendirian : {summary.unpaired} dokumen tidak dibandingkan (lihat lembar Ringkasan)")
    print(f"Indikator : {summary.indicators}")
    print(f"Tautan    : {summary.links}")
    if summary.decided or summary.stale:
        stale = f", {summary.stale} usang (selaras keputusan daftar --status usang)" if summary.stale else ""
        differ = f", {summary.disputed} dibantah peninjau lain (selaras keputusan daftar --beda)"
        print(f"Keputusan : {summary.decided} berlaku{differ if summary.disputed else ''}{stale}")
    print(f"Temuan    : {summary.findings}")
    print(f"Rilis     : {summary.release}")
    print(f"Buku kerja: {summary.workbook}")


@command()
def kaskade(
    opd: Annotated[
        str,
        typer.Option(
            "--pd",
            "--opd",
            help="Perangkat daerah yang namanya memuat ini (bawaan: dokumen daerah, RPJMD dan RKPD).",
            metavar="NAMA",
            show_default=False,
        ),
    ] = "",
    kind: Annotated[
        str,
        typer.Option(
            "--jenis", help="Hanya dokumen ini: RPJMD, Renstra, RKPD, atau Renja.", metavar="JENIS", show_default=False
        ),
    ] = "",
    until: Annotated[
        str,
        typer.Option("--sampai", help="Tingkat terdalam yang ditampilkan, misalnya sasaran.", metavar="TINGKAT"),
    ] = "subkegiatan",
    output: Output = None,
) -> None:
    """Tampilkan pohon visi, misi, tujuan, sasaran, program, kegiatan, dan apa yang hilang di tiap simpulnya."""
    from flows.settings import default_output
    from reports.tree import KINDS, offices, tree_lines
    from warehouse.query import open_current

    plans = {name.lower(): name for name in ("RPJMD", "Renstra", "RKPD", "Renja")}
    if kind and kind.lower() not in plans:
        raise typer.BadParameter(f"'{kind}' bukan jenis dokumen; pilih {', '.join(plans.values())}")
    deepest = {name.replace(" ", ""): name for name in KINDS}.get(until.lower().replace(" ", ""))
    if deepest is None:
        raise typer.BadParameter(f"'{until}' bukan tingkat kaskade; pilih {', '.join(KINDS)}")
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    with contextlib.closing(open_current(output or default_output())) as con:
        lines = list(tree_lines(con, opd, plans.get(kind.lower(), ""), deepest, width))
        known = offices(con) if not lines else []
    for line in lines:
        print(line)
    if not lines:
        among = f" Perangkat daerah yang ada: {'; '.join(known)}." if opd and known else ""
        raise typer.BadParameter(f"Tidak ada dokumen yang cocok dengan pilihan itu.{among}")


@command()
def sql(
    query: Annotated[str, typer.Argument(help="SELECT atas skema publik.", metavar="KUERI", show_default=False)] = "",
    ready: Annotated[
        str, typer.Option("--siap", help="Jalankan kueri siap pakai dengan nama ini.", metavar="NAMA")
    ] = "",
    listing: Annotated[bool, typer.Option("--daftar", help="Tampilkan kueri siap pakai.")] = False,
    output: Output = None,
    shape: Form = Shape.TABLE,
) -> None:
    """Jalankan satu SELECT (baca saja) atas rilis yang berlaku; arti tiap kolom: selaras sql "SELECT * FROM kamus"."""
    from flows.settings import default_output
    from warehouse.query import open_current, ready_queries, run_query

    if sum(map(bool, (query, ready, listing))) != 1:
        raise typer.BadParameter("Sebutkan salah satu: KUERI, --siap NAMA, atau --daftar")
    known = {one.name: one for one in ready_queries()}
    if listing:
        print_rows(["nama", "judul", "menjawab"], [[q.name, q.title, q.answers] for q in known.values()], shape)
        return
    if ready:
        if ready not in known:
            raise typer.BadParameter(f"Kueri '{ready}' tidak ada; daftarnya: selaras sql --daftar")
        query = known[ready].sql
    with contextlib.closing(open_current(output or default_output())) as con:
        columns, rows = run_query(con, query)
    print_rows(columns, rows, shape)


@command()
def report(
    xlsx: Annotated[
        Path, typer.Option("--xlsx", help="Berkas buku kerja yang ditulis.", metavar="BERKAS", show_default=False)
    ],
    output: Output = None,
) -> None:
    """Tulis buku kerja XLSX dari rilis yang berlaku."""
    from xlsxwriter.exceptions import XlsxFileError

    from flows.settings import default_output
    from reports.workbook import write_workbook
    from warehouse.query import open_current

    if xlsx.suffix.lower() != ".xlsx":
        raise typer.BadParameter(f"Nama buku kerja harus berakhiran .xlsx, bukan '{xlsx.name}'")
    with contextlib.closing(open_current(output or default_output())) as con:
        try:
            xlsx.parent.mkdir(parents=True, exist_ok=True)
            write_workbook(con, xlsx)
        except (OSError, XlsxFileError) as error:
            raise SelarasError(
                Problem(
                    ErrorCode.PUBLISH_FAILED,
                    f"Buku kerja {xlsx} tidak dapat ditulis.",
                    "Tutup berkas itu di Excel, dan periksa ruang simpan serta izin foldernya.",
                ),
                ExitCode.WAREHOUSE,
            ) from error
    print(xlsx)


@command()
def serve(
    source: Source,
    output: Output = None,
) -> None:
    """Jalankan alur setiap malam menurut jadwal (bawaan pukul 01.00 Asia/Jakarta); berhenti dengan Ctrl-C."""
    from flows.settings import load_settings

    settings = load_settings(source, output)
    print("Memulai server jadwal ...", file=sys.stderr)
    from flows.nightly import serve as serve_flow

    serve_flow(settings, source)


@command()
def doctor(output: Output = None, as_json: AsJson = False) -> None:
    """Periksa apakah mesin ini siap: Python, paket, folder hasil, alur Prefect, dan rilis yang berlaku."""
    from flows.doctor import examine
    from flows.settings import default_output

    checks = examine(output or default_output())
    if as_json:
        print_json([asdict(check) for check in checks])
    else:
        rows = [["baik" if c.ok else "MASALAH", c.name, c.detail, "" if c.ok else c.remedy] for c in checks]
        print_rows(["keadaan", "yang diperiksa", "rincian", "tindakan"], rows, Shape.TABLE)
    if not all(check.ok for check in checks):
        raise typer.Exit(ExitCode.CONFIGURATION)


def main(arguments: list[str] | None = None) -> None:
    """Entry point of the `selaras` command: turns every failure into one message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # records are UTF-8 wherever they go, names may be of any bytes
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = _run(arguments)
    if code == ExitCode.INTERRUPTED and arguments is None:
        os._exit(code)  # all is put away; DuckDB would list what the broken-off call still holds
    sys.exit(code)


def _run(arguments: list[str] | None) -> int:
    try:
        code = app(arguments, prog_name="selaras", standalone_mode=False)
        sys.stdout.flush()
    except SelarasError as error:
        complain(error.problem)
        return error.exit_code
    except wording.UsageError as error:
        if type(error).__name__ != "NoArgsIsHelpError":  # then the help was printed
            print(wording.explain(error), file=sys.stderr)
        return ExitCode.USAGE
    except (wording.OutputClosed, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to say at exit
        return ExitCode.OK
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
        return ExitCode.UNREADABLE
    if code == ExitCode.INTERRUPTED:
        print("Dihentikan.", file=sys.stderr)
    return int(code or ExitCode.OK)


if __name__ == "__main__":
    main()
