"""One whole run without a scheduler: what `selaras run` and a plain cron job call."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from flows import steps, unchanged
from flows.progress import Progress, tell_problems
from flows.settings import Settings
from flows.sources import FoundFile
from flows.steps import Assembly, Ingested, Summary
from flows.workers import Workers


def run(settings: Settings, progress: Progress, again: bool = False) -> Summary:
    """Discover, ingest, align, store, check, publish, report; the same order as the nightly flow.

    When nothing changed since the current release, that release stays and its summary is returned; `again` does all
    steps even so.

    Raises:
        SelarasError: nothing to read, or nothing could be published; what was published before stays.
    """
    started = datetime.now(UTC).replace(tzinfo=None)
    run_id = steps.new_run_id()
    region = steps.region_of(settings)
    sources = steps.find(settings)
    ingested = read_all(sources.files, settings, progress)
    assembly = steps.assemble(sources, ingested)
    tell(assembly, settings, progress)
    steps.require_documents(assembly, settings)
    made_of = unchanged.fingerprint(sources, ingested, settings)
    if not again and (earlier := unchanged.recall(settings, made_of)):
        progress.say(unchanged.NEWS.format(earlier.run_id))
        return earlier
    progress.say(f"{len(assembly.documents)} dokumen; menyelaraskan indikator ...")
    alignment = steps.link(assembly, steps.opinions(settings), region, steps.shelf_of(settings))
    tell_problems(progress, str(settings.review), alignment.problems)
    with steps.staging(settings, run_id) as path:
        steps.keep(assembly, alignment, path, settings.sumber, region)
        progress.say("Memeriksa aturan ...")
        findings = steps.check(path, region, steps.marks_of(settings))
        record = steps.run_record(settings, run_id, started, sum(item.extracted for item in ingested))
        release = steps.release(path, settings, record)
    workbook = steps.report(settings, run_id)
    summary = steps.summarise(run_id, assembly, ingested, alignment, findings, release, workbook)
    unchanged.remember(settings, made_of, summary)
    return summary


def tell(assembly: Assembly, settings: Settings, progress: Progress) -> None:
    """Say what could not be read, or not wholly."""
    for problem in assembly.problems:
        progress.problem(str(settings.sumber), problem)
    for outcome in assembly.outcomes:
        tell_problems(progress, outcome.file.path, outcome.problems)


def read_all(files: tuple[FoundFile, ...], settings: Settings, progress: Progress) -> list[Ingested]:
    """Ingest all files, as many at once as there are worker processes; results in the order of `files`."""
    progress.begin(len(files))
    try:
        # The workers end first: when the run is interrupted, no thread waits for documents that nobody wants any more.
        with (
            ThreadPoolExecutor(settings.baca.proses) as threads,
            Workers(settings.baca.proses, settings.baca.batas_detik) as workers,
        ):

            def one(found: FoundFile) -> Ingested:
                item = steps.ingest(found, settings, workers)
                progress.advance(found.name, item.note)
                return item

            return list(threads.map(one, files))
    finally:
        progress.end()
