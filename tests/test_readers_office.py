"""Old office files: through LibreOffice to the same facts as the file they were made of; without it a clear word."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extractors.extract import extract_file
from extractors.readers import office, problems
from extractors.readers.detect import inspect
from extractors.readers.read import read_layout
from extractors.version import extractor_version
from flows.workers import _extract_to
from models.document import Format
from models.errors import ErrorCode, SelarasError

from .bad_files import OLE
from .small_papers import renstra, write_paper
from .test_readers_xlsx import plan

needs_office = pytest.mark.skipif(office.state().program is None, reason="without LibreOffice")


def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "state", lambda: office.State())


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A Renstra of Word 97 and its DOCX, a Renja of Excel 97 and its XLSX, the same as ODT and ODS."""
    folder = tmp_path_factory.mktemp("lama")
    write_paper(renstra(), folder, "renstra.docx")
    plan(folder / "renja.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    for name, kind in (("renstra.docx", "doc"), ("renstra.docx", "odt"), ("renja.xlsx", "xls"), ("renja.xlsx", "ods")):
        order = [str(office.state().program), profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*order, str(folder / name)], check=True, capture_output=True)
    yield folder


@needs_office
@pytest.mark.parametrize(("name", "made_of"), [("renstra.doc", "renstra.docx"), ("renja.xls", "renja.xlsx")])
def test_an_old_file_gives_the_facts_of_its_new_one(old: Path, name: str, made_of: str) -> None:
    found, proper = extract_file(old / name), extract_file(old / made_of)
    assert found.indicators and found.file.format.value == Path(name).suffix[1:]
    assert [(r.name, r.unit, r.targets, r.budgets, r.evidence.table, r.evidence.row) for r in found.indicators] == [
        (r.name, r.unit, r.targets, r.budgets, r.evidence.table, r.evidence.row) for r in proper.indicators
    ]
    bytes_ = inspect(old / name).sha256
    assert {(r.evidence.file, r.evidence.sha256) for r in found.indicators} == {(name, bytes_)}
    assert found.identity.kind.value is proper.identity.kind.value
    assert [problem for problem in found.problems if problem.code is ErrorCode.WRONG_EXTENSION] == []
    assert all(name in problem.message for problem in found.problems)


@needs_office
def test_open_documents_are_read_too(old: Path) -> None:
    assert inspect(old / "renstra.odt").format is Format.ODT and inspect(old / "renja.ods").format is Format.ODS
    with ThreadPoolExecutor(2) as threads:  # two at a time, as in two workers
        text, sheet = threads.map(extract_file, (old / "renstra.odt", old / "renja.ods"))
    assert [r.name for r in sheet.indicators] == ["Luas kebun", "Kebun terawat", "Taman terawat"]
    assert len(text.indicators) == len(extract_file(old / "renstra.docx").indicators)


@needs_office
def test_what_libreoffice_cannot_open_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rusak.xls"
    path.write_bytes(OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(3000))
    with pytest.raises(SelarasError) as failure:
        read_layout(path)
    problem = failure.value.problem
    assert problem.code is ErrorCode.CONVERSION_FAILED
    assert "rusak.xls" in problem.message and "XLSX" in problem.remedy


def test_without_libreoffice_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch)
    for name, stream, better in (("renstra.doc", "WordDocument", "DOCX"), ("iku.xls", "Workbook", "XLSX")):
        (tmp_path / name).write_bytes(OLE + bytes(600) + stream.encode("utf-16-le"))
        (problem,) = extract_file(tmp_path / name).problems
        assert problem.code is ErrorCode.UNSUPPORTED_FORMAT
        assert name in problem.message and "LibreOffice" in problem.remedy and better in problem.remedy


def test_the_inner_file_of_a_container_does_not_decide(tmp_path: Path) -> None:
    both = OLE + bytes(600) + "WordDocument".encode("utf-16-le") + "Workbook".encode("utf-16-le")
    for name, kind in (("bab.doc", Format.DOC), ("tabel.xls", Format.XLS)):
        (tmp_path / name).write_bytes(both)
        assert inspect(tmp_path / name).format is kind
    other = tmp_path / "paparan.ppt"
    other.write_bytes(OLE + bytes(600) + "PowerPoint Document".encode("utf-16-le"))
    assert inspect(other).format is Format.OTHER


def test_a_program_that_hangs_is_stopped_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("a shell script stands for LibreOffice")
    program = tmp_path / "soffice"
    alive = tmp_path / "hidup"
    program.write_text(f"#!/bin/sh\n(sleep 3; touch '{alive}') &\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "state", lambda: office.State(program))
    path = tmp_path / "renstra.doc"
    path.write_bytes(OLE + bytes(600) + "WordDocument".encode("utf-16-le"))
    with pytest.raises(SelarasError) as failure:
        read_layout(path, ocr_seconds=0.3)
    assert failure.value.problem.code is ErrorCode.DOCUMENT_TIMEOUT
    subprocess.run(["sleep", "3.2"], check=True)
    assert not alive.exists()


def test_libreoffice_installed_since_reads_again(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch)
    before = extractor_version()
    monkeypatch.setattr(office, "state", lambda: office.State(Path("soffice")))
    assert extractor_version() == f"{before}-office"


def test_a_sheet_of_today_under_the_old_name_is_read(tmp_path: Path) -> None:
    shutil.move(plan(tmp_path / "renja.xlsx"), tmp_path / "renja.xls")
    found = extract_file(tmp_path / "renja.xls")
    assert len(found.indicators) == 3
    assert ErrorCode.WRONG_EXTENSION in [problem.code for problem in found.problems]


def test_a_conversion_that_took_too_long_is_tried_again_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(path: Path, source: Format, seconds: float) -> None:
        raise SelarasError(problems.conversion_timeout(path.name, seconds, "DOCX"))

    monkeypatch.setattr(office, "converted", late)
    path = tmp_path / "renstra.doc"
    path.write_bytes(OLE + bytes(600) + "WordDocument".encode("utf-16-le"))
    with pytest.raises(SelarasError) as failure:
        _extract_to(str(path), str(tmp_path / "hasil.json"), 10)
    assert pickle.loads(pickle.dumps(failure.value)).problem.code is ErrorCode.DOCUMENT_TIMEOUT
    assert not (tmp_path / "hasil.json").exists()
