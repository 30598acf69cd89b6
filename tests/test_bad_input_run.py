"""Bad input in a run: one message with its remedy, a row in the coverage, and everything else goes on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from flows.sources import discover
from flows.steps import Assembly, assemble, ingest
from flows.workers import Workers
from models.errors import ErrorCode
from warehouse.releases import current_release

from .bad_files import BAD, write_bad
from .conftest import Published
from .small_papers import settings_for
from .test_steps import ask

TOLD = re.compile(r"! (?P<where>.+?): \[(?P<code>E\d{3})\] (?P<said>.+)")


def selaras(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a user starts it."""
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def bad_run(
    published: Published, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path, subprocess.CompletedProcess[str]]:
    """Two good files among all bad ones, a copy, and a folder without any; read after a good run."""
    documents, output = published.copy(tmp_path_factory.mktemp("buruk"))
    write_bad(documents)
    shutil.copy(documents / "rpjmd.pdf", documents / "salinan rpjmd.pdf")
    (documents / "OPD" / "belum mengirim").mkdir(parents=True)
    return documents, output, selaras("run", documents, "--hasil", output, "--proses", "1")


def test_the_run_goes_on(bad_run: tuple[Path, Path, subprocess.CompletedProcess[str]]) -> None:
    _, output, ended = bad_run
    failed = sum(status == "gagal" for _, _, status in BAD.values())
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert ask(output, "SELECT aturan, kiri_berkas, kanan_berkas FROM temuan") == [("D02", "rpjmd.pdf", "renstra.docx")]
    assert len(list((output / "rilis").glob("*.duckdb"))) == 2
    assert re.search(rf"Gagal +: {failed}\b", ended.stdout)
    assert ask(output, "SELECT berkas, gagal FROM putaran ORDER BY mulai DESC LIMIT 1") == [(len(BAD) + 3, failed)]


def test_each_bad_file_is_told_once_with_a_remedy(
    bad_run: tuple[Path, Path, subprocess.CompletedProcess[str]],
) -> None:
    documents, _, ended = bad_run
    told: defaultdict[str, list[str]] = defaultdict(list)
    for line in ended.stderr.splitlines():
        if match := TOLD.fullmatch(line):
            told[match["where"]].append(match["code"])
            assert match["said"].count(".") >= 2, f"no remedy: {line}"
            assert match["where"] in match["said"] or "Halaman" in match["said"] or "Folder" in match["said"]
    assert told == {
        **{name: [code] for name, (_, code, _) in BAD.items()},
        "salinan rpjmd.pdf": ["E109"],
        str(documents): ["E115"],
    }


def test_each_bad_file_has_its_row_in_the_coverage(
    bad_run: tuple[Path, Path, subprocess.CompletedProcess[str]],
) -> None:
    _, output, _ = bad_run
    rows = ask(output, "SELECT lokasi, kode_galat, status_berkas, dipahami, perbaikan FROM cakupan")
    for name, (_, code, status) in BAD.items():
        of_file = [row for row in rows if row[0] == name]
        assert [(row[2], row[3]) for row in of_file if row[1] == code] == [(status, False)], name
        assert all(row[4] for row in of_file if row[1]), name
    assert [row[1:4] for row in rows if row[0] == "salinan rpjmd.pdf"] == [("E109", "salinan", True)]
    ((message,),) = ask(output, "SELECT alasan FROM cakupan WHERE objek = 'masukan'")
    assert "OPD/belum mengirim" in message
    documents = dict(ask(output, "SELECT berkas, jenis_dokumen FROM dokumen"))
    assert documents["rpjmd.pdf"] == "RPJMD"
    assert documents["undangan rapat – Sekretariat & Umum ½.pdf"] == "Lainnya"
    readable = {name for name, (_, _, status) in BAD.items() if status == "sebagian"}
    assert set(documents) == {"rpjmd.pdf", "renstra.docx", *readable}


def test_nothing_to_read_is_exit_3_and_leaves_the_release(published: Published, tmp_path: Path) -> None:
    _, output = published.copy(tmp_path)
    before = current_release(output)
    empty = tmp_path / "kosong"
    empty.mkdir()
    ended = selaras("run", empty, "--hasil", output)
    assert (ended.returncode, ended.stdout) == (3, "")
    (line,) = ended.stderr.splitlines()
    assert line.startswith("[E115] Tidak ada dokumen di ")
    missing = selaras("run", tmp_path / "tiada", "--hasil", output)
    assert missing.returncode == 4
    assert missing.stderr.startswith("[E116] ")
    assert current_release(output) == before


def _assembled(documents: Path, output: Path) -> Assembly:
    settings = settings_for(documents, output)
    sources = discover(documents, output / "unduhan")
    with Workers(1, 60) as workers:
        return assemble(sources, [ingest(found, settings, workers) for found in sources.files])


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = tmp_path / "dokumen"
    documents.mkdir()
    (documents / "rahasia.pdf").write_bytes(b"%PDF-")
    usual = Path.open

    def forbidden(path: Path, *arguments: object, **more: object) -> object:
        if path.name == "rahasia.pdf":
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", forbidden)
    (outcome,) = _assembled(documents, tmp_path / "hasil").outcomes
    (problem,) = outcome.problems
    assert (outcome.status, problem.code, outcome.file.path) == ("gagal", ErrorCode.NOT_FOUND, "rahasia.pdf")
    assert "izin" in problem.remedy
