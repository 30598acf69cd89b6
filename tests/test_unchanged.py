from pathlib import Path

import pytest

from extractors.readers import tesseract
from flows.progress import Silent
from flows.run import run
from tests.small_papers import renstra, settings_for, with_target, write_paper, write_two
from warehouse.releases import releases


def test_nothing_changed_keeps_the_release_and_a_change_makes_a_new_one(tmp_path: Path) -> None:
    documents = tmp_path / "dokumen"
    write_two(documents)
    settings = settings_for(documents, tmp_path / "hasil")
    first = run(settings, Silent())
    again = run(settings, Silent())
    assert again.unchanged and again.extracted == 0
    assert (again.run_id, again.findings, again.release) == (first.run_id, first.findings, first.release)
    assert len(releases(settings.hasil)) == 1

    forced = run(settings, Silent(), again=True)
    assert not forced.unchanged and forced.run_id != first.run_id

    Path(forced.workbook).unlink()
    assert not run(settings, Silent()).unchanged, "a lost workbook is written again"

    write_paper(renstra(with_target("Prevalensi stunting", 2028, "99,5")), documents)
    changed = run(settings, Silent())
    assert not changed.unchanged and changed.extracted == 1


def test_tesseract_installed_since_reads_again_and_makes_a_new_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "dokumen"
    write_two(documents)
    settings = settings_for(documents, tmp_path / "hasil")
    monkeypatch.setattr(tesseract, "state", lambda: tesseract.State(missing="belum dipasang"))
    first = run(settings, Silent())
    assert run(settings, Silent()).unchanged
    monkeypatch.setattr(tesseract, "state", lambda: tesseract.State("5.3.0"))
    second = run(settings, Silent())
    assert not second.unchanged and second.run_id != first.run_id
