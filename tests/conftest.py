"""What several test files share: one published run over a small city, read once because that needs a process."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

# Before Prefect is imported by any test: nothing is reported to anybody.
os.environ["DO_NOT_TRACK"] = "1"
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"


@dataclass(frozen=True)
class Published:
    """Documents and what a run made of them. Tests that write take a copy."""

    documents: Path
    output: Path
    summary: object

    def copy(self, folder: Path) -> tuple[Path, Path]:
        """Documents and results of one's own, also those read: nothing has to be read again."""
        documents, output = folder / "dokumen", folder / "hasil"
        shutil.copytree(self.documents, documents)
        shutil.copytree(self.output, output, symlinks=True)
        return documents, output


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """An RPJMD and a Renstra of the small city, read by a worker process and published."""
    from flows.progress import Silent
    from flows.run import run

    from .small_papers import settings_for, write_two

    folder = tmp_path_factory.mktemp("kota")
    write_two(folder / "dokumen")
    summary = run(settings_for(folder / "dokumen", folder / "hasil"), Silent())
    return Published(folder / "dokumen", folder / "hasil", summary)


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Read in this process, and tell which files were read."""
    from flows import workers

    read: list[str] = []

    def extract(self: workers.Workers, source: Path, target: Path) -> None:
        read.append(source.name)
        workers._extract_to(str(source), str(target), self._seconds)

    monkeypatch.setattr(workers.Workers, "_extract", extract)
    return read
