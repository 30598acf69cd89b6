"""The command line: Indonesian throughout, data on standard output, talk on standard error, documented exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows import cli
from flows.doctor import TOO_NEW
from models.errors import ExitCode
from warehouse.query import ready_queries

from .conftest import Published
from .test_steps import ask

COMMANDS = (
    "demo", "extract", "identify", "match", "run", "findings", "kaskade", "sql", "report", "serve", "doctor",
    "keputusan", "align", "rules", "daerah", "tandai", "check", "reference",
)  # fmt: skip
NESTED = (
    "keputusan tambah",
    "keputusan daftar",
    "keputusan ekspor",
    "keputusan impor",
    "align learn",
    "rules list",
    "rules show",
)
ENGLISH = (
    "usage", "option", "argument", "command", "show", "message", "exit", "default", "required", "error", "missing",
    "invalid", "try", "path>", "str>", "bool>", "int>", "range", "unexpected", "such",
)  # fmt: skip


class Called:
    """How a call ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("COLUMNS", "100")

    def call_it(*arguments: str | Path) -> Called:
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Called(int(ended.value.code or 0), printed.out, printed.err)

    return call_it


@pytest.fixture
def results(published: Published, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SELARAS_HASIL", str(published.output))
    return published.output


# Help and faults of the command line


@pytest.mark.parametrize("command", ["", *COMMANDS, *NESTED])
def test_help_is_indonesian(call: Any, command: str) -> None:
    called = call(*command.split(), "--help")
    assert (called.code, called.err) == (0, "")
    assert "Pemakaian: selaras" in called.out
    assert "Tampilkan bantuan ini." in called.out
    words = called.out.replace("[ARGUMEN]", "").replace("rules show", "").replace("show  ", "").lower()
    assert [word for word in ENGLISH if word in words] == []


def test_no_command_prints_the_help(call: Any) -> None:
    called = call()
    assert called.code == ExitCode.USAGE
    assert all(command in called.out for command in COMMANDS)
    assert called.err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("extrak a.pdf", "Perintah 'extrak' tidak ada; mungkin maksudnya: extract"),
        ("extract", "Argumen BERKAS belum diisi"),
        ("match a.jsonl", "Argumen KANAN.jsonl belum diisi"),
        ("report", "Pilihan --xlsx belum diisi"),
        ("report --xlsx", "Pilihan --xlsx memerlukan nilai"),
        ("report --xlsx x.xls", "Nama buku kerja harus berakhiran .xlsx, bukan 'x.xls'"),
        ("extract a.pdf --page 3", "--page hanya untuk --explain; halaman rekaman dipilih dengan --pages"),
        ("extract a.pdf --output x.html", "--output hanya untuk --explain; rekaman dicetak ke keluaran standar"),
        ("extract a.pdf --explain --pages 2", "--explain menjelaskan satu halaman; pilih dengan --page"),
        ("extract a.pdf --formad csv", "Pilihan --formad tidak ada; mungkin maksudnya: --format"),
        ("extract a.pdf --pages 3-x", "'3-x' bukan nomor halaman; contoh yang benar: 1,4-7"),
        ("extract a.pdf --pages 9-3", "'9-3' bukan rentang halaman yang sah; contoh yang benar: 1,4-7"),
        ("extract a.pdf --format xml", "Pilihan --format: 'xml' harus salah satu dari table, jsonl, csv"),
        ("extract a.pdf --proses dua", "Pilihan --proses: 'dua' harus bilangan bulat"),
        ("extract a.pdf --proses 0", "Pilihan --proses: '0' paling kecil 1"),
        ("run . --json=ya", "Pilihan --json tidak menerima nilai"),
        ("run . --gagal-jika X", "'X' bukan tingkat temuan; pilih K, M, m, atau i"),
        ("run a b", "Argumen berlebih: b"),
        ("findings --tingkat mM", "'mM' bukan tingkat temuan; pilih K, M, m, atau i"),
        ("sql", "Sebutkan salah satu: KUERI, --siap NAMA, atau --daftar"),
        ("sql --siap entah", "Kueri 'entah' tidak ada; daftarnya: selaras sql --daftar"),
    ],
)
def test_faults_of_use_are_one_indonesian_line(call: Any, arguments: str, said: str) -> None:
    called = call(*arguments.split())
    assert (called.code, called.out) == (ExitCode.USAGE, "")
    (line,) = called.err.splitlines()
    assert line.startswith(f"{said}. Lihat: selaras ")
    assert line.endswith(" --help")


# Reading files


def test_extract_prints_records_and_only_of_the_pages_asked_for(published: Published, call: Any) -> None:
    rpjmd = published.documents / "rpjmd.pdf"
    called = call("extract", rpjmd)
    records = [json.loads(line) for line in called.out.splitlines()]
    assert called.code == 0
    assert [record["indicator"] for record in records] == [
        "Prevalensi stunting",
        "Angka harapan hidup",
        "Cakupan imunisasi dasar lengkap",
    ]
    assert records[0]["targets"]["2027"]["raw"] == "15,0"
    assert {record["page"] for record in records} == {3}
    assert call("extract", rpjmd, "--pages", "1-2").out == ""
    assert call("extract", rpjmd, "--pages", "3").out == called.out


def test_extract_as_table_and_csv(published: Published, call: Any) -> None:
    files = [published.documents / "rpjmd.pdf", published.documents / "renstra.docx"]
    table = call("extract", *files, "--format", "table")
    assert table.code == 0
    assert "Prevalensi stunting" in table.out
    rows = list(csv.DictReader(io.StringIO(call("extract", files[1], "--format", "csv").out)))
    assert [(row["halaman"], row["indikator"], row["satuan"], row["awal"]) for row in rows][:1] == [
        ("tabel 1", "Prevalensi stunting", "persen", "2024: 18,2")
    ]


def test_bad_files_are_told_and_good_ones_printed(published: Published, call: Any, tmp_path: Path) -> None:
    empty = tmp_path / "kosong sekali.pdf"
    empty.touch()
    called = call("extract", empty, tmp_path, tmp_path / "tiada.pdf", published.documents / "renstra.docx")
    assert called.code == ExitCode.UNREADABLE
    assert len(called.out.splitlines()) == 3
    assert [line.partition("]")[0].rpartition("[")[2] for line in called.err.splitlines()] == ["E103", "E116", "E116"]
    identified = call("identify", empty, "--json")
    assert (identified.code, json.loads(identified.out)) == (ExitCode.UNREADABLE, [])
    assert "E103" in identified.err


def test_identify(published: Published, call: Any) -> None:
    called = call("identify", "--json", published.documents / "rpjmd.pdf", published.documents / "renstra.docx")
    first, second = json.loads(called.out)
    assert (called.code, called.err) == (0, "")
    assert (first["kind"]["value"], first["first_year"]["value"], first["region"]["value"]) == (
        "RPJMD",
        2025,
        "Kota Harapan Jaya",
    )
    assert (second["kind"]["value"], second["opd"]["value"]) == ("Renstra", "Dinas Kesehatan")
    assert 0 < second["kind"]["confidence"] <= 1
    assert "sampul" in first["kind"]["reason"]
    table = call("identify", published.documents / "rpjmd.pdf").out
    assert "jenis" in table and "RPJMD" in table


def test_match(published: Published, call: Any, tmp_path: Path) -> None:
    sides = []
    for name in ("rpjmd.pdf", "renstra.docx"):
        records = call("extract", published.documents / name).out.splitlines()
        side = tmp_path / f"{name}.jsonl"
        side.write_text(
            "".join(json.dumps({"id": f"r{n}", **json.loads(line)}) + "\n" for n, line in enumerate(records))
        )
        sides.append(side)
    called = call("match", *sides, "--format", "jsonl")
    links = [json.loads(line) for line in called.out.splitlines()]
    assert [(link["left"], link["right"]) for link in links] == [("r0", "r0"), ("r1", "r1"), ("r2", "r2")]
    assert set(links[0]) == {"left", "right", "relation", "score", "reasons"}
    assert all(link["relation"] in ("sama", "berubah", "perlu diperiksa") and link["reasons"] for link in links)
    assert call("match", *sides, "--format", "csv").out.startswith("left,right,relation,score,reasons\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b'{"id": 1, "indicator": "IPM"}\n{"id": 2}\n', "baris 2 bukan rekaman indikator"),
        (b"bukan json\n", "baris 1 bukan rekaman indikator"),
        (b"\xff\xfe\x93", "bukan teks UTF-8"),
        (None, "tidak dapat dibuka"),
    ],
)
def test_match_explains_bad_records(call: Any, tmp_path: Path, text: bytes | None, said: str) -> None:
    side = tmp_path / "kiri.jsonl"
    if text is not None:
        side.write_bytes(text)
    called = call("match", side, side)
    assert (called.code, called.out) == (ExitCode.UNREADABLE, "")
    (line,) = called.err.splitlines()
    assert line.startswith("[E501] ") and said in line


# The release


def test_findings(results: Path, call: Any) -> None:
    called = call("findings")
    assert (called.code, called.err) == (0, "1 temuan\n")
    assert "D02" in called.out and "rpjmd.pdf hlm. 3" in called.out
    (finding,) = json.loads(call("findings", "--json").out)
    assert (finding["aturan"], finding["kiri_halaman"], finding["kanan_tabel"]) == ("D02", 3, 1)
    assert "Prevalensi stunting" in finding["kiri_kutipan"]
    for arguments, count in (
        (["--rule", "d02"], 1),
        (["--aturan", "A01"], 0),
        (["--opd", "kesehatan"], 1),
        (["--opd", "100%"], 0),
        (["--tingkat", "M"], 1),
        (["--tingkat", "K"], 0),
    ):
        assert len(json.loads(call("findings", "--json", *arguments).out)) == count, arguments
    unknown = call("findings", "--rule", "Z99")
    assert (unknown.code, unknown.out) == (ExitCode.USAGE, "")
    assert "Aturan 'Z99' tidak ada" in unknown.err


def test_kaskade_prints_the_tree_of_the_region_or_an_opd(results: Path, call: Any) -> None:
    region = call("kaskade")
    assert (region.code, region.err) == (0, "")
    assert region.out.startswith("RPJMD Kota Harapan Jaya 2025-2029\n")
    assert "Sasaran: " in region.out and "→ Renstra Dinas Kesehatan" in region.out
    office = call("kaskade", "--pd", "kesehatan", "--sampai", "tujuan", "--jenis", "renstra")
    assert office.out.startswith("Renstra Dinas Kesehatan 2025-2029\n")
    assert "Tujuan" in office.out and "Sasaran:" not in office.out
    unknown = call("kaskade", "--pd", "perikanan")
    assert (unknown.code, unknown.out) == (ExitCode.USAGE, "")
    assert "Perangkat daerah yang ada: Dinas Kesehatan" in unknown.err
    for arguments in (["--jenis", "LKjIP"], ["--sampai", "lantai"]):
        assert call("kaskade", *arguments).code == ExitCode.USAGE


def test_sql_answers(results: Path, call: Any) -> None:
    query = "SELECT jenis_dokumen, tahun_awal, opd IS NULL AS daerah FROM dokumen ORDER BY 1"
    assert call("sql", query, "--format", "csv").out == (
        "jenis_dokumen,tahun_awal,daerah\nRPJMD,2025,true\nRenstra,2025,false\n"
    )
    lines = call("sql", query, "--format", "jsonl").out.splitlines()
    assert json.loads(lines[0]) == {"jenis_dokumen": "RPJMD", "tahun_awal": 2025, "daerah": True}
    assert "Renstra" in call("sql", query).out


def test_ready_queries(results: Path, call: Any) -> None:
    listed = list(csv.DictReader(io.StringIO(call("sql", "--daftar", "--format", "csv").out)))
    assert [row["nama"] for row in listed] == [query.name for query in ready_queries()]
    called = call("sql", "--siap", "target_berbeda", "--format", "csv")
    assert (called.code, called.err) == (0, "")
    (row,) = csv.DictReader(io.StringIO(called.out))
    assert (row["indikator"], row["tahun"], row["kiri_target"], row["kanan_target"]) == (
        "Prevalensi stunting",
        "2027",
        "15,0",
        "15,5",
    )


@pytest.mark.parametrize(
    "query",
    [
        "DROP VIEW publik.temuan",
        "INSERT INTO data.temuan SELECT * FROM data.temuan",
        "ATTACH '{file}.duckdb' AS lain",
        "COPY temuan TO '{file}'",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM tiada",
        "SELECT 1; SELECT 2",
        "LOAD icu",
        "SET lock_configuration = false",
    ],
)
def test_sql_only_reads_the_release(results: Path, call: Any, tmp_path: Path, query: str) -> None:
    secret = tmp_path / "rahasia.csv"
    secret.write_text("a\nrahasia\n")
    called = call("sql", query.format(file=secret))
    assert (called.code, called.out) == (ExitCode.WAREHOUSE, "")
    (line,) = called.err.splitlines()
    assert line.startswith("[E403] ")
    assert secret.read_text() == "a\nrahasia\n"
    assert sorted(tmp_path.iterdir()) == [secret]


def test_report(results: Path, call: Any, tmp_path: Path) -> None:
    target = tmp_path / "rapat senin" / "selaras.xlsx"
    called = call("report", "--xlsx", target)
    assert (called.code, called.out) == (0, f"{target}\n")
    assert len(openpyxl.load_workbook(target, read_only=True).sheetnames) >= 5
    blocked = tmp_path / "folder.xlsx"
    blocked.mkdir()
    refused = call("report", "--xlsx", blocked)
    assert (refused.code, refused.out) == (ExitCode.WAREHOUSE, "")
    assert refused.err.startswith("[E404] ")


def test_without_a_release(call: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_HASIL", str(tmp_path))
    for arguments in (["findings"], ["sql", "SELECT 1"], ["report", "--xlsx", tmp_path / "x.xlsx"]):
        called = call(*arguments)
        assert (called.code, called.out) == (ExitCode.WAREHOUSE, "")
        assert called.err.startswith("[E402] ")


# Runs


def test_run_prints_json_and_fails_when_asked_to(
    published: Published, tmp_path: Path, call: Any, no_process: list[str]
) -> None:
    documents, output = published.copy(tmp_path)
    called = call("run", documents, "--hasil", output, "--json", "--gagal-jika", "m")
    assert called.code == ExitCode.FINDINGS
    summary = json.loads(called.out)
    assert (summary["files"], summary["extracted"], summary["findings"]) == (2, 0, 1)
    assert Path(summary["release"]).is_file() and Path(summary["workbook"]).is_file()
    assert "[2/2] " in called.err
    called = call("run", documents, "--hasil", output, "--gagal-jika", "K")
    assert called.code == 0
    assert "Temuan    : 1\n" in called.out
    assert no_process == []


def test_run_with_nothing_readable_publishes_why(call: Any, tmp_path: Path, no_process: list[str]) -> None:
    documents = tmp_path / "dokumen"
    documents.mkdir()
    (documents / "kosong.pdf").touch()
    called = call("run", documents, "--hasil", tmp_path / "hasil")
    assert called.code == ExitCode.UNREADABLE
    assert "! kosong.pdf: [E103] " in called.err
    assert ask(tmp_path / "hasil", "SELECT lokasi, kode_galat FROM cakupan") == [("kosong.pdf", "E103")]


def test_a_bad_settings_file_is_exit_4(call: Any, tmp_path: Path) -> None:
    settings = tmp_path / "selaras.toml"
    settings.write_text('sumber = "."\n[baca]\nproses = "banyak"\n')
    called = call("run", settings)
    assert (called.code, called.out) == (ExitCode.CONFIGURATION, "")
    assert called.err.startswith("[E301] ") and "baca.proses" in called.err


def test_doctor(results: Path, call: Any) -> None:
    checks = {check["name"]: check for check in json.loads(call("doctor", "--json").out)}
    assert set(checks) >= {"Python", "Paket", "Alur (Prefect)", "Folder hasil", "Rilis berlaku", "Telemetri"}
    # Which packages are installed is the machine's affair here; the next test looks at that check.
    assert [name for name, check in checks.items() if not check["ok"] and name != "Paket"] == []
    assert "1 temuan" in checks["Rilis berlaku"]["detail"]


def test_doctor_names_packages_that_are_too_new_and_what_to_do(
    results: Path, call: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.doctor.importlib.metadata.version", lambda name: "2.0.58")
    called = call("doctor")
    assert called.code == ExitCode.CONFIGURATION
    assert "fastapi harus di bawah 0.151" in called.out.replace("\n", " ")
    assert "sqlalchemy harus" not in called.out


@pytest.mark.parametrize("lock", ["runtime", "dev"])
def test_the_locks_hold_packages_that_doctor_accepts(lock: str) -> None:
    text = (Path(cli.__file__).parent.parent / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)(?:\[.*?\])?==(\d+\.\d+)", text, re.MULTILINE))
    for name, limit in TOO_NEW.items():
        assert tuple(map(int, pinned[name].split("."))) < limit


def test_what_nobody_foresaw_is_one_line_too(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def burst(*_: object) -> None:
        raise RuntimeError("begini saja")

    monkeypatch.setattr("flows.settings.load_settings", burst)
    monkeypatch.delenv("SELARAS_DEBUG", raising=False)
    called = call("run", ".")
    assert called.code == ExitCode.UNREADABLE
    assert called.err.startswith("[E900] Kesalahan tak terduga: RuntimeError: begini saja. ")


def test_interrupted(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("flows.settings.load_settings", stop)
    called = call("run", ".")
    assert (called.code, called.out, called.err) == (ExitCode.INTERRUPTED, "", "Dihentikan.\n")


# The process


@pytest.mark.parametrize("shape", ["csv", "table"])
def test_a_reader_that_has_enough_ends_it_quietly(results: Path, shape: str) -> None:
    command = [sys.executable, "-m", "flows.cli", "sql", "SELECT * FROM range(4000)", "--format", shape]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_quick_commands_load_no_heavy_package(results: Path) -> None:
    program = (
        "import sys\nfrom flows.cli import main\n"
        "try:\n    main(sys.argv[1:])\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    for arguments in (["--help"], ["sql", "SELECT 1"]):
        ended = subprocess.run(
            [sys.executable, "-c", program, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
        )
        loaded = set(ended.stderr.split())
        assert "typer" in loaded
        assert loaded.isdisjoint({"prefect", "spacy", "pdfplumber", "pypdfium2", "xlsxwriter", "docx", "scipy"})
