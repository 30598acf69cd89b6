"""The nightly consistency flow: the steps of `flows.steps` as Prefect tasks, with retries and artifacts.

One task per document, never per page: bookkeeping costs milliseconds a task. Results that tasks hand on are small
(paths, counts, frozen facts); nothing is persisted by Prefect, our own cache by content hash is.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
from concurrent.futures import CancelledError
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

# Government documents: nothing is reported to anybody. Set before Prefect is imported.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.client.schemas.schedules import CronSchedule
from prefect.schedules import Cron
from prefect.states import Failed
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.types.entrypoint import EntrypointType
from prefect.utilities.annotations import quote

from flows import steps, unchanged
from flows.progress import Progress, Silent, Terminal, problem_line, tell_problems
from flows.run import tell
from flows.server import prefect_server
from flows.settings import Settings, load_settings
from flows.sources import FoundFile, Sources
from flows.steps import Alignment, Assembly, Ingested, Summary
from flows.workers import Workers
from models.errors import ErrorCode, ExitCode, Problem, SelarasError
from models.region import Region

T = TypeVar("T")

FINDINGS_SHOWN = 200
"""Rows of the findings artifact; all findings are in the release."""


class _Explained(logging.Filter):
    """Leaves out what Prefect logs, in English and with a traceback, about ends that we explain ourselves."""

    _ENDS = (SelarasError.__name__, CancelledError.__name__, "aborted by an interrupt signal")

    def filter(self, record: logging.LogRecord) -> bool:
        explained = record.exc_info and isinstance(record.exc_info[1], SelarasError | KeyboardInterrupt)
        said = record.getMessage()
        return not explained and not any(word in said for word in self._ENDS)


for _logger in ("prefect.flow_runs", "prefect.task_runs"):
    logging.getLogger(_logger).addFilter(_Explained())


def _may_pass(task: object, run: object, state: State[Any]) -> bool:
    """Is another try worth while? Not when the failure has an explanation: it needs a person."""
    return not isinstance(state.data, SelarasError)


@task(
    name="temukan",
    retries=2,
    retry_delay_seconds=10,
    retry_condition_fn=_may_pass,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def discover_task(settings: Settings) -> Sources:
    """Step 1."""
    return steps.find(settings)


@task(name="baca dokumen", task_run_name="baca {found.name}", cache_policy=NO_CACHE, persist_result=False)
def ingest_task(found: FoundFile, settings: Settings, workers: Workers) -> Ingested:
    """Step 2: retries and the time limit are in `steps.ingest`, so that they hold without Prefect too."""
    return steps.ingest(found, settings, workers)


@task(name="susun", cache_policy=NO_CACHE, persist_result=False)
def assemble_task(sources: Sources, ingested: list[Ingested]) -> Assembly:
    """Step 3."""
    return steps.assemble(sources, ingested)


@task(name="selaraskan", cache_policy=NO_CACHE, persist_result=False)
def align_task(assembly: Assembly, settings: Settings, region: Region) -> Alignment:
    """Step 4."""
    return steps.link(assembly, steps.opinions(settings), region, steps.shelf_of(settings))


@task(name="simpan", cache_policy=NO_CACHE, persist_result=False)
def store_task(assembly: Assembly, alignment: Alignment, path: Path, source: Path, region: Region) -> None:
    """Step 5."""
    steps.keep(assembly, alignment, path, source, region)


@task(name="periksa", cache_policy=NO_CACHE, persist_result=False)
def check_task(path: Path, region: Region, settings: Settings) -> int:
    """Step 6."""
    return steps.check(path, region, steps.marks_of(settings))


@task(name="terbitkan", retries=1, retry_delay_seconds=5, cache_policy=NO_CACHE, persist_result=False)
def publish_task(path: Path, settings: Settings, run_id: str, started: datetime, extracted: int) -> Path:
    """Step 7."""
    return steps.release(path, settings, steps.run_record(settings, run_id, started, extracted))


@task(name="laporkan", retries=1, retry_delay_seconds=5, cache_policy=NO_CACHE, persist_result=False)
def report_task(settings: Settings, run_id: str) -> Path:
    """Step 8."""
    return steps.report(settings, run_id)


@flow(name="selaras-malam", validate_parameters=False, persist_result=False, log_prints=False)
def nightly(settings: Settings, progress: Progress | None = None, again: bool = False) -> Summary:
    """Discover, ingest each document, align, store, check, publish, report; leaves a summary and findings table.

    `again` publishes anew also when nothing changed.

    Raises:
        SelarasError: nothing to read, or nothing could be published; what was published before stays.
    """
    progress = progress or Silent()
    started = datetime.now(UTC).replace(tzinfo=None)
    run_id = steps.new_run_id()
    region = steps.region_of(settings)
    sources = discover_task(settings)
    ingested = _read_all(sources.files, settings, progress)
    assembly = assemble_task(_whole(sources), _whole(ingested))
    tell(assembly, settings, progress)
    steps.require_documents(assembly, settings)
    made_of = unchanged.fingerprint(sources, ingested, settings)
    if not again and (earlier := unchanged.recall(settings, made_of)):
        progress.say(unchanged.NEWS.format(earlier.run_id))
        _leave_artifacts(settings, earlier, assembly)
        return earlier
    progress.say(f"{len(assembly.documents)} dokumen; menyelaraskan indikator ...")
    alignment = align_task(_whole(assembly), settings, region)
    tell_problems(progress, str(settings.review), alignment.problems)
    with steps.staging(settings, run_id) as path:
        store_task(_whole(assembly), _whole(alignment), path, settings.sumber, region)
        progress.say("Memeriksa aturan ...")
        findings = check_task(path, region, settings)
        extracted = sum(item.extracted for item in ingested)
        release = publish_task(path, settings, run_id, started, extracted)
    workbook = report_task(settings, run_id)
    summary = steps.summarise(run_id, assembly, ingested, alignment, findings, release, workbook)
    unchanged.remember(settings, made_of, summary)
    _leave_artifacts(settings, summary, assembly)
    return summary


def _read_all(files: tuple[FoundFile, ...], settings: Settings, progress: Progress) -> list[Ingested]:
    """One task per document, as many at once as there are worker processes."""
    progress.begin(len(files))
    try:
        with Workers(settings.baca.proses, settings.baca.batas_detik) as workers:
            futures = [ingest_task.submit(found, settings, workers) for found in files]
            ingested = []
            for found, future in zip(files, futures, strict=True):
                item = future.result()
                ingested.append(item)
                progress.advance(found.name, item.note)
            return ingested
    finally:
        progress.end()


def _whole(value: T) -> T:
    """Hand a value to a task as it is: Prefect would else walk through every fact of it, looking for futures."""
    return cast(T, quote(value))


def run_nightly(settings: Settings, progress: Progress | None = None, again: bool = False) -> Summary:
    """The flow once, now, in this process, as many documents at a time as there are worker processes.

    `again` publishes anew also when nothing changed.
    """
    runner: ThreadPoolTaskRunner[Ingested] = ThreadPoolTaskRunner(max_workers=settings.baca.proses)
    with prefect_server(settings.work / "prefect.log", schedules=False):
        return nightly.with_options(task_runner=cast(Any, runner))(settings, progress, again)


@flow(name="selaras-terjadwal", persist_result=False)
def scheduled(sumber: str, hasil: str | None = None) -> Any:
    """What the schedule starts: loads the settings anew each night and runs `nightly`.

    Returns:
        The run's id, or a failed state that says in one sentence why there is no new release.
    """
    with Terminal() as progress:
        try:
            summary = run_nightly(load_settings(Path(sumber), Path(hasil) if hasil else None), progress)
        except SelarasError as error:
            progress.problem(sumber, error.problem)
            return Failed(message=str(error.problem))
        progress.say(f"Rilis {summary.release}: {summary.documents} dokumen, {summary.findings} temuan")
        return summary.run_id


def serve(settings: Settings, source: Path) -> None:
    """Stay and run `scheduled` by the settings' cron and time zone; one run at a time. Ends with Ctrl-C.

    Each results folder has a deployment of its own, so that two offices on one machine do not run each other's.

    Raises:
        SelarasError: SETTINGS_INVALID for a cron expression that is none, SCHEDULER_FAILED without a server.
    """
    _check_cron(settings.jadwal.cron)
    progress = Terminal()
    name = f"malam-{hashlib.sha256(str(settings.hasil).encode()).hexdigest()[:8]}"
    with prefect_server(settings.work / "prefect.log", schedules=True) as url:
        progress.say(
            f"Menunggu jadwal '{settings.jadwal.cron}' zona {settings.jadwal.zona_waktu}; hasil ke {settings.hasil}.\n"
            f"Riwayat dan artefak: {url.removesuffix('/api')}. Jalankan sekarang juga: "
            f"PREFECT_API_URL={url} prefect deployment run '{scheduled.name}/{name}'. Berhenti dengan Ctrl-C."
        )
        scheduled.serve(
            name=name,
            schedule=Cron(settings.jadwal.cron, timezone=settings.jadwal.zona_waktu),
            parameters={"sumber": str(source.resolve()), "hasil": str(settings.hasil)},
            pause_on_shutdown=False,
            limit=1,
            print_starting_message=False,
            entrypoint_type=EntrypointType.MODULE_PATH,  # runs from any folder, also when installed as a package
        )
    progress.say("Jadwal berhenti.")


def _check_cron(cron: str) -> None:
    try:
        CronSchedule(cron=cron)
    except ValueError as error:
        raise SelarasError(
            Problem(
                ErrorCode.SETTINGS_INVALID,
                f"Jadwal '{cron}' bukan ungkapan cron.",
                'Tulis menit, jam, tanggal, bulan, hari, misalnya jadwal.cron = "0 1 * * *" untuk pukul 01.00.',
            ),
            ExitCode.CONFIGURATION,
        ) from error


def _leave_artifacts(settings: Settings, summary: Summary, assembly: Assembly) -> None:
    from warehouse.query import open_current

    with contextlib.closing(open_current(settings.hasil)) as con:
        cursor = con.execute(
            "SELECT aturan, tingkat, putusan, uraian, kiri_berkas, kiri_halaman, kanan_berkas, kanan_halaman "
            f"FROM publik.temuan ORDER BY aturan, temuan_id LIMIT {FINDINGS_SHOWN}"
        )
        names = [column[0] for column in cursor.description or ()]
        rows: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    create_markdown_artifact(_markdown(settings, summary, assembly), key="ringkasan", description="Ringkasan putaran")
    create_table_artifact(rows, key="temuan", description=f"Temuan (paling banyak {FINDINGS_SHOWN})")


def _markdown(settings: Settings, summary: Summary, assembly: Assembly) -> str:
    lines = [
        f"# Putaran {summary.run_id}",
        "",
        f"- Dokumen: {summary.documents} dari {summary.files} berkas ({summary.extracted} dibaca baru, "
        f"{summary.failed} gagal)",
        f"- Indikator: {summary.indicators}; tautan: {summary.links}",
        f"- **Temuan: {summary.findings}**",
        f"- Rilis: `{summary.release}`",
        f"- Buku kerja: `{summary.workbook}`",
    ]
    troubles = _Collected()
    tell(assembly, settings, troubles)
    return "\n".join([*lines, *(f"- {line}" for line in troubles.lines)])


class _Collected(Silent):
    """Keeps what would be told."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def problem(self, where: str, problem: Problem, others: int = 0) -> None:
        """See `Progress`."""
        self.lines.append(problem_line(where, problem, others))
