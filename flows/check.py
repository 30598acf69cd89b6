"""An office's own check before it hands a document in: some files, all rules, nothing published or kept."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows import steps
from flows.progress import Progress
from flows.run import read_all, tell
from flows.settings import Settings
from flows.sources import FoundFile, Sources
from models.region import Region
from warehouse import store
from warehouse.facts import FileStatus
from warehouse.views import install_views


def check_files(
    files: Sequence[Path], region: Region, progress: Progress, workers: int | None = None, cache: Path | None = None
) -> tuple[list[dict[str, Any]], int]:
    """Findings of the files alone; with several files also what they contradict each other in.

    Args:
        files: documents, or chapters of one.
        region: settings of the region.
        progress: told of files and of what could not be read.
        workers: processes that read.
        cache: folder of results (`hasil`) whose extractions are used and added to, when there is one.

    Returns:
        Rows of `publik.temuan` by weight, and the number of files that could not be read.
    """
    with tempfile.TemporaryDirectory(prefix="selaras-") as folder:
        settings = Settings(sumber=Path(folder), hasil=cache or Path(folder))
        if workers:
            settings = settings.model_copy(update={"baca": settings.baca.model_copy(update={"proses": workers})})
        sources = Sources(tuple(FoundFile(file.resolve(), str(file)) for file in files), ())
        assembly = steps.assemble(sources, read_all(sources.files, settings, progress))
        tell(assembly, settings, progress)
        database = Path(folder) / "periksa.duckdb"
        steps.keep(assembly, steps.link(assembly, region=region), database, Path(folder), region)
        steps.check(database, region)
        with contextlib.closing(store.open_staging(database)) as con:
            install_views(con)
            cursor = con.execute(
                "SELECT * FROM publik.temuan ORDER BY array_position(['K', 'M', 'm', 'i'], tingkat), aturan, temuan_id"
            )
            columns = [column[0] for column in cursor.description or ()]
            found = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return found, sum(outcome.status is FileStatus.FAILED for outcome in assembly.outcomes)
