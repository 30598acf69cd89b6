"""The nightly flow under a real Prefect server, started once: states, artifacts, and the same release as without it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.sorting import FlowRunSort, TaskRunSort
from prefect.testing.utilities import prefect_test_harness

from flows import cli, nightly
from flows.progress import Silent
from flows.steps import Summary
from models.errors import ErrorCode, ExitCode, Problem, SelarasError
from warehouse.views import public_views

from .conftest import Published
from .small_papers import settings_for
from .test_steps import ask


class Told(Silent):
    """Keeps what the run says."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, text: str) -> None:
        self.lines.append(text)

    def problem(self, where: str, problem: Problem, others: int = 0) -> None:
        self.lines.append(f"{where} {problem.code}")

    def advance(self, name: str, note: str) -> None:
        self.lines.append(f"{name} {note}")


@pytest.fixture(scope="session")
def server() -> Iterator[None]:
    with prefect_test_harness(server_startup_timeout=180):
        yield


@pytest.fixture(scope="session")
def night(
    server: None, published: Published, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Summary, list[str], dict[str, Any]]:
    """A night over the two documents and an empty file, and what Prefect knows of it afterwards."""
    documents, output = published.copy(tmp_path_factory.mktemp("malam"))
    (documents / "kosong.pdf").touch()
    told = Told()
    summary = nightly.run_nightly(settings_for(documents, output), told)
    with get_client(sync_client=True) as client:
        known = {
            "flows": [run.state_name for run in client.read_flow_runs(limit=9, sort=FlowRunSort.ID_DESC)],
            "tasks": {
                run.name.rsplit("-", 1)[0]: run.state_name
                for run in client.read_task_runs(limit=99, sort=TaskRunSort.ID_DESC)
            },
            "artifacts": {
                artifact["key"]: artifact["data"]
                for artifact in client.request("POST", "/artifacts/filter", json={"limit": 9}).json()
            },
        }
    return output, summary, told.lines, known


Night = tuple[Path, Summary, list[str], dict[str, Any]]


def test_all_states_are_completed(night: Night) -> None:
    _, _, _, known = night
    assert known["flows"] == ["Completed"]
    assert set(known["tasks"].values()) == {"Completed"}
    documents = {"baca rpjmd.pdf", "baca renstra.docx", "baca kosong.pdf"}
    steps = {"temukan", "susun", "selaraskan", "simpan", "periksa", "terbitkan", "laporkan"}
    assert set(known["tasks"]) == documents | steps


def test_artifacts_tell_the_summary_and_the_findings(night: Night) -> None:
    _, summary, _, known = night
    assert set(known["artifacts"]) == {"ringkasan", "temuan"}
    markdown = known["artifacts"]["ringkasan"]
    assert summary.run_id in markdown
    assert "**Temuan: 1**" in markdown
    assert "! kosong.pdf: [E103] " in markdown
    assert "D02" in known["artifacts"]["temuan"]
    assert "rpjmd.pdf" in known["artifacts"]["temuan"]


def test_the_release_is_that_of_a_plain_run(night: Night, published: Published) -> None:
    output, summary, _, _ = night
    assert (summary.documents, summary.files, summary.failed, summary.findings) == (2, 3, 1, 1)
    assert Path(summary.release).is_file() and Path(summary.workbook).is_file()
    own = {"putaran", "meta", "perubahan"}
    for view in sorted(set(public_views()) - own):
        told_apart = " WHERE lokasi <> 'kosong.pdf'" if view == "cakupan" else ""
        columns = "* EXCLUDE (status)" if view == "temuan" else "*"  # baru or masih: the plain run was the first
        query = f"SELECT {columns} FROM {view}{told_apart} ORDER BY ALL"
        assert ask(output, query) == ask(published.output, query), view
    assert ask(output, "SELECT kode_galat FROM cakupan WHERE lokasi = 'kosong.pdf'") == [("E103",)]


def test_the_run_is_told_as_it_goes(night: Night) -> None:
    _, _, lines, _ = night
    assert lines == [
        "kosong.pdf selesai",
        "renstra.docx sudah pernah dibaca",
        "rpjmd.pdf sudah pernah dibaca",
        "kosong.pdf E103",
        "2 dokumen; menyelaraskan indikator ...",
        "Memeriksa aturan ...",
    ]


def test_a_failure_with_an_explanation_is_no_traceback_and_no_second_try(
    server: None, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    documents = tmp_path / "kosong"
    documents.mkdir()
    with caplog.at_level(logging.WARNING), pytest.raises(SelarasError) as caught:
        nightly.run_nightly(settings_for(documents, tmp_path / "hasil"))
    assert caught.value.problem.code is ErrorCode.NO_DOCUMENTS
    state: Any = nightly.scheduled(str(documents), str(tmp_path / "hasil"), return_state=True)
    assert state.is_failed()
    assert state.message and state.message.startswith("[E115] Tidak ada dokumen")
    printed = capfd.readouterr()
    assert "Traceback" not in printed.out + printed.err + caplog.text
    assert f"! {documents}: [E115] " in printed.err


def test_retries_are_set() -> None:
    assert (nightly.discover_task.retries, nightly.publish_task.retries, nightly.report_task.retries) == (2, 1, 1)
    assert settings_for(Path(), Path(), retries=3).baca.percobaan_ulang == 3


def test_nothing_is_reported_to_anybody() -> None:
    unset = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "DO_NOT_TRACK"))}
    program = (
        "import flows.nightly, os\nfrom prefect._internal.analytics.enabled import is_telemetry_enabled\n"
        "print(os.environ['DO_NOT_TRACK'], os.environ['PREFECT_SERVER_ANALYTICS_ENABLED'], is_telemetry_enabled())"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=unset, check=True)
    assert ended.stdout.split() == ["1", "false", "False"]


def test_serve_refuses_a_schedule_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "selaras.toml"
    settings.write_text('sumber = "."\n[jadwal]\ncron = "jam satu malam"\n')
    with pytest.raises(SystemExit) as ended:
        cli.main(["serve", str(settings)])
    assert ended.value.code == ExitCode.CONFIGURATION
    *_, line = capsys.readouterr().err.splitlines()
    assert line.startswith("[E301] Jadwal 'jam satu malam' bukan ungkapan cron.")


def test_a_night_without_changes_keeps_the_release_unless_asked_again(
    server: None, published: Published, tmp_path: Path
) -> None:
    documents, output = published.copy(tmp_path)
    settings = settings_for(documents, output)
    first = nightly.run_nightly(settings)
    kept = nightly.run_nightly(settings)
    assert kept.unchanged and kept.release == first.release
    forced = nightly.run_nightly(settings, again=True)
    assert not forced.unchanged and forced.release != first.release
