"""A run from a folder to a release: what is read again, what is kept, and what a failure may not harm."""

from __future__ import annotations

import contextlib
import shutil
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows import steps, workers
from flows.progress import Silent
from flows.run import run
from flows.steps import Ingested, Summary
from flows.workers import cache_file, is_whole
from models.errors import ErrorCode, ExitCode, Problem, SelarasError
from warehouse import publish
from warehouse.query import open_current
from warehouse.releases import current_release, releases

from . import poison
from .conftest import Published
from .small_papers import renstra, rpjmd, settings_for, with_target, write_paper


def ask(output: Path, sql: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(open_current(output)) as con:
        return con.execute(sql).fetchall()


def ids(output: Path) -> dict[str, list[tuple[Any, ...]]]:
    keys = {
        "dokumen": "dokumen_id",
        "indikator": "indikator_id",
        "pernyataan": "pernyataan_id",
        "tautan": "tautan_id",
        "temuan": "temuan_id",
    }
    return {view: ask(output, f"SELECT {key} FROM {view} ORDER BY 1") for view, key in keys.items()}


def again(documents: Path, output: Path) -> Summary:
    return run(settings_for(documents, output), Silent())


def test_a_folder_becomes_a_release_and_a_workbook(published: Published) -> None:
    summary = published.summary
    assert isinstance(summary, Summary)
    assert (summary.files, summary.documents, summary.extracted, summary.failed) == (2, 2, 2, 0)
    assert Path(summary.release) == current_release(published.output)
    assert len(openpyxl.load_workbook(summary.workbook, read_only=True).sheetnames) >= 5
    assert ask(
        published.output, "SELECT jenis_dokumen, wilayah, opd, tahun_awal, tahun_akhir FROM dokumen ORDER BY 1"
    ) == [
        ("RPJMD", "Kota Harapan Jaya", None, 2025, 2029),
        ("Renstra", "Kota Harapan Jaya", "Dinas Kesehatan", 2025, 2029),
    ]
    assert ask(published.output, "SELECT DISTINCT lokasi FROM cakupan ORDER BY 1") == [
        ("renstra.docx",),
        ("rpjmd.pdf",),
    ]
    assert ask(published.output, "SELECT count(*) FROM cakupan WHERE berkas = 'rpjmd.pdf'") == [(3,)]
    found = ask(
        published.output, "SELECT aturan, tahun, kiri_nilai, kanan_nilai, kiri_berkas, kanan_berkas FROM temuan"
    )
    assert found == [("D02", 2027, "15,0 persen", "15,5 persen", "rpjmd.pdf", "renstra.docx")]
    assert list((published.output / "kerja").iterdir()) == []
    (row,) = ask(published.output, "SELECT putaran_id, berkas, diekstraksi, gagal, temuan FROM putaran")
    assert row == (summary.run_id, 2, 2, 0, 1)


def test_a_second_run_reads_nothing_and_says_the_same(
    published: Published, tmp_path: Path, no_process: list[str]
) -> None:
    documents, output = published.copy(tmp_path)
    before = ids(output)
    summary = again(documents, output)
    assert (summary.extracted, no_process) == (0, [])
    assert ids(output) == before
    assert all(before.values())
    assert ask(output, "SELECT DISTINCT perubahan FROM perubahan") == [("masih",)]


def test_changed_copied_and_deleted_files(published: Published, tmp_path: Path, no_process: list[str]) -> None:
    documents, output = published.copy(tmp_path)
    write_paper(rpjmd(with_target("Prevalensi stunting", 2027, "15,5")), documents)
    (documents / "arsip lama").mkdir()
    shutil.copy(documents / "renstra.docx", documents / "arsip lama" / "Renstra (1).docx")
    summary = again(documents, output)
    assert (summary.files, summary.documents, summary.extracted, no_process) == (3, 2, 1, ["rpjmd.pdf"])
    assert ask(output, "SELECT count(*) FROM temuan") == [(0,)]
    assert ask(output, "SELECT lokasi, status, kode_galat, dipahami FROM cakupan WHERE status = 'salinan'") == [
        ("renstra.docx", "salinan", "E109", True)
    ]
    assert ask(output, "SELECT perubahan, aturan FROM perubahan") == [("selesai", "D02")]

    (documents / "rpjmd.pdf").unlink()
    shutil.rmtree(documents / "arsip lama")
    summary = again(documents, output)
    assert (summary.files, summary.documents, summary.extracted) == (1, 1, 0)
    assert ask(output, "SELECT DISTINCT lokasi FROM cakupan") == [("renstra.docx",)]
    assert ask(output, "SELECT jenis_dokumen FROM dokumen") == [("Renstra",)]


def test_the_manifest_outranks_what_was_read(published: Published, tmp_path: Path, no_process: list[str]) -> None:
    documents, output = published.copy(tmp_path)
    (documents / "dokumen.csv").write_text(
        "lokasi;jenis;opd;tahun;tahap\n"
        "renstra.docx;Renstra;Dinas Kesehatan dan Keluarga Berencana;2026-2030;Perubahan\n"
        "tiada.pdf;Renja;;2026;\n",
        encoding="utf-8",
    )
    summary = again(documents, output)
    assert (summary.documents, summary.extracted) == (2, 0)
    assert ask(output, "SELECT opd, tahun_awal, tahun_akhir, tahap FROM dokumen WHERE jenis_dokumen = 'Renstra'") == [
        ("Dinas Kesehatan dan Keluarga Berencana", 2026, 2030, "perubahan")
    ]
    ((reason, remedy),) = ask(output, "SELECT alasan, perbaikan FROM cakupan WHERE objek = 'masukan'")
    assert "baris 3" in reason and "tiada.pdf" in reason and remedy


@pytest.mark.parametrize("left", [b"", b"\0" * 100, b'{"file":'])
def test_what_a_power_cut_left_in_the_cache_is_no_extraction(tmp_path: Path, left: bytes) -> None:
    cache = tmp_path / "x.json"
    assert not is_whole(cache)
    cache.write_bytes(left)
    assert not is_whole(cache)
    cache.write_bytes(b"{}")
    assert is_whole(cache)


def test_a_cache_that_is_no_extraction_is_thrown_away_and_told(published: Published, tmp_path: Path) -> None:
    documents, output = published.copy(tmp_path)
    ((sha256,),) = ask(output, "SELECT berkas_id FROM cakupan WHERE berkas = 'renstra.docx' LIMIT 1")
    cache = cache_file(output / "cache", sha256)
    cache.write_bytes(b'{"file": 1}')
    sources = steps.find(settings_for(documents, output))
    assembly = steps.assemble(sources, [Ingested(file, sha256, cache, False) for file in sources.files[:1]])
    assert [problem.code for outcome in assembly.outcomes for problem in outcome.problems] == [ErrorCode.INTERNAL]
    assert not cache.exists()


def test_dead_slow_and_failing_workers_harm_nobody_else(
    published: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_extract_to", poison.extract_to)
    (good,) = (path for path in (published.output / "cache").rglob("*.json") if b'"rpjmd.pdf"' in path.read_bytes())
    monkeypatch.setenv(poison.READ, str(good))
    monkeypatch.setenv(poison.SHA, good.stem)
    documents = tmp_path / "dokumen"
    documents.mkdir()
    for name in ("galat", "lambat", "mati", "mati-sekali", "utuh"):
        (documents / f"{name}.pdf").write_text(name)
    (documents / "arsip").mkdir()
    shutil.copy(documents / "galat.pdf", documents / "arsip" / "galat.pdf")
    output = tmp_path / "hasil"
    summary = run(settings_for(documents, output, seconds=2.0, retries=1), Silent())
    assert (summary.files, summary.extracted, summary.failed) == (6, 2, 4)
    assert ask(output, "SELECT lokasi, status_berkas, kode_galat FROM cakupan WHERE objek = 'berkas' ORDER BY 1") == [
        ("arsip/galat.pdf", "gagal", "E900"),
        ("galat.pdf", "gagal", "E900"),
        ("lambat.pdf", "gagal", "E113"),
        ("mati.pdf", "gagal", "E900"),
    ]
    said = dict(ask(output, "SELECT lokasi, alasan FROM cakupan WHERE objek = 'berkas'"))
    assert "isi tidak terduga" in said["galat.pdf"]
    assert "2 detik" in said["lambat.pdf"]
    assert "berhenti mendadak" in said["mati.pdf"]


def test_who_waits_for_a_document_is_told_when_the_run_is_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_extract_to", poison.extract_to)
    with ThreadPoolExecutor(2) as threads:
        with pytest.raises(KeyboardInterrupt), workers.Workers(1, 60) as pool:
            waiting = [
                threads.submit(pool.extract, tmp_path / "lambat.pdf", tmp_path / f"{n}" / "x.json") for n in (1, 2)
            ]
            raise KeyboardInterrupt
        assert [type(future.exception()) for future in waiting] == [CancelledError, CancelledError]


def test_a_failed_publish_leaves_the_release_before(
    published: Published, tmp_path: Path, no_process: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, output = published.copy(tmp_path)
    before = current_release(output)
    write_paper(renstra(), documents)
    monkeypatch.setattr(publish, "broken_promises", lambda con, run_id: ["data.indikator: 1 id ganda"])
    with pytest.raises(SelarasError) as caught:
        again(documents, output)
    assert caught.value.problem.code is ErrorCode.PUBLISH_FAILED
    assert caught.value.exit_code is ExitCode.WAREHOUSE
    assert current_release(output) == before
    assert ask(output, "SELECT aturan FROM temuan") == [("D02",)]
    assert releases(output) == [before]
    assert list((output / "kerja").iterdir()) == []


def test_nothing_readable_never_replaces_a_release(published: Published, tmp_path: Path, no_process: list[str]) -> None:
    documents, output = published.copy(tmp_path)
    before = current_release(output)
    for file in documents.iterdir():
        file.write_bytes(b"")
    told: list[tuple[str, ErrorCode]] = []

    class Told(Silent):
        def problem(self, where: str, problem: Problem, others: int = 0) -> None:
            told.append((where, problem.code))

    with pytest.raises(SelarasError) as caught:
        run(settings_for(documents, output), Told())
    assert caught.value.problem.code is ErrorCode.NO_DOCUMENTS
    assert caught.value.exit_code is ExitCode.UNREADABLE
    assert told == [("renstra.docx", ErrorCode.EMPTY_FILE), ("rpjmd.pdf", ErrorCode.EMPTY_FILE)]
    assert current_release(output) == before

    shutil.rmtree(documents)
    documents.mkdir()
    with pytest.raises(SelarasError) as caught:
        steps.find(settings_for(documents, output))
    assert caught.value.problem.code is ErrorCode.NO_DOCUMENTS
    assert str(documents) in caught.value.problem.message
