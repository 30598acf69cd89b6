"""The steps of a run as plain functions: discover, ingest, assemble, align, store, check, publish, report.

Prefect (`flows.nightly`) and the command line call these same functions; none of them needs a scheduler.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from alignment.normalise import parts
from extractors.readers import problems
from extractors.version import extractor_version
from flows.assembling import assemble
from flows.learned import weights_in_use
from flows.linking import link, office_of
from flows.region import load_region
from flows.results import NO_MARKS, AlignedGoals, AlignedPair, Alignment, Assembly, Ingested, Opinions, Shelf, Summary
from flows.settings import Settings
from flows.sources import FoundFile, Sources, discover
from flows.workers import Workers, cache_file
from models.claim import NumericClaim
from models.codes import canonical_code
from models.decision import Standing
from models.errors import ErrorCode, ExitCode, Problem, SelarasError
from models.indicator import Indicator
from models.region import Region
from models.units import canonical_unit
from reference.shelf import read_shelf
from review.book import read_book
from review.marks import Marks, read_marks
from warehouse import cascade, facts, goals, publish, rules, scores, store
from warehouse.copies import store_near_copies
from warehouse.facts import Derived, Fact, FileStatus
from warehouse.references import store_references
from warehouse.region import store_region
from warehouse.releases import current_release
from warehouse.yardsticks import NO_SETTINGS


def new_run_id(now: datetime | None = None) -> str:
    """Id of a run: its start in UTC, to the microsecond so that two runs never share one."""
    return (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%S%f")


def find(settings: Settings) -> Sources:
    """Step 1: list the files of the folder or manifest, downloading what has a web address.

    Raises:
        SelarasError: NO_DOCUMENTS when there is nothing to read.
    """
    sources = discover(settings.sumber, settings.downloads, settings.baca.batas_unduhan_mb * 1_000_000)
    if not sources.files:
        detail = f" {sources.problems[0].message}" if sources.problems else ""
        raise SelarasError(
            Problem(
                ErrorCode.NO_DOCUMENTS,
                f"Tidak ada dokumen di {settings.sumber}.{detail}",
                "Taruh berkas PDF atau DOCX di folder itu, atau sebutkan alamatnya di dokumen.csv.",
            )
        )
    return sources


def ingest(found: FoundFile, settings: Settings, workers: Workers) -> Ingested:
    """Step 2, per file: read it unless the same bytes were read before by this version of the extractor.

    Never raises: a failure is part of the result. When the worker died it tries again, as often as the
    settings say; a document that took too long would do so again.
    """
    try:
        with found.path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return Ingested(found, "", None, False, problems.not_opened(found.name, error))
    cache = cache_file(settings.cache, sha256)
    tries_left = 1 + settings.baca.percobaan_ulang
    while True:
        try:
            return Ingested(found, sha256, cache, extracted=workers.extract(found.path, cache))
        except SelarasError as error:
            tries_left -= 1
            if error.problem.code is ErrorCode.DOCUMENT_TIMEOUT or not tries_left:
                return Ingested(found, sha256, None, False, error.problem)


def require_documents(assembly: Assembly, settings: Settings) -> None:
    """Stop before a release without any document takes the place of one that has some.

    Raises:
        SelarasError: NO_DOCUMENTS, when no file could be read and there is a release to keep.
    """
    if not assembly.documents and current_release(settings.hasil):
        raise SelarasError(
            Problem(
                ErrorCode.NO_DOCUMENTS,
                f"Tidak satu pun dari {len(assembly.outcomes)} berkas di {settings.sumber} dapat dibaca; "
                "rilis lama tetap berlaku.",
                "Perbaiki berkas yang disebut di atas, lalu jalankan lagi.",
            )
        )


def opinions(settings: Settings) -> Opinions:
    """What step 4 takes from reviewers.

    Raises:
        SelarasError: WEIGHTS_INVALID for learned weights that cannot be read.
    """
    return Opinions(read_book(settings.review), weights_in_use(settings.hasil))


def region_of(settings: Settings) -> Region:
    """What the region says of itself (`daerah.toml`); empty without such a file.

    Raises:
        SelarasError: NOT_FOUND or SETTINGS_INVALID.
    """
    return load_region(settings.daerah) if settings.daerah else NO_SETTINGS


def marks_of(settings: Settings) -> Marks:
    """What reviewers said of findings."""
    return read_marks(settings.review)


def shelf_of(settings: Settings) -> Shelf:
    """Official lists that were loaded, and what of the shelf cannot be read."""
    lists, troubles = read_shelf(settings.references)
    return tuple(lists), tuple(troubles)


@contextlib.contextmanager
def staging(settings: Settings, run_id: str) -> Iterator[Path]:
    """A database file for one run, removed afterwards whatever happens: only a release is kept."""
    path = settings.work / f"{run_id}.duckdb"
    try:
        yield path
    finally:
        for leftover in (path, path.with_suffix(".duckdb.wal")):
            leftover.unlink(missing_ok=True)


def keep(assembly: Assembly, alignment: Alignment, path: Path, source: Path, region: Region = NO_SETTINGS) -> None:
    """Step 5: write documents, coverage, facts and links into the staging database at `path`."""
    documents = {document.id: document for document in assembly.documents}

    def derive(document_id: str, fact: Fact) -> Derived:
        if isinstance(fact, NumericClaim):
            measure = canonical_unit(fact.unit) if fact.unit else None
            return Derived(parts(fact.measured, fact.unit).text, unit_class=measure.family if measure else None)
        office = office_of(fact, documents[document_id], alignment.offices)
        code = canonical_code(fact.code) if fact.code else None
        if not isinstance(fact, Indicator):
            return Derived(parts(fact.name).text, code=code, office=office)
        said = parts(fact.name, fact.unit)
        unit = canonical_unit(fact.unit) if fact.unit else None
        return Derived(
            said.text,
            said.measure,
            said.direction,
            said.cumulative,
            unit.name if unit else None,
            unit.family if unit else None,
            code,
            office,
            said.head,
            said.qualifiers,
        )

    with contextlib.closing(store.open_staging(path)) as con:
        facts.store_documents(con, assembly.documents, alignment.offices, alignment.unpaired)
        facts.store_files(con, assembly.outcomes)
        facts.store_problems(con, assembly.problems, str(source))
        facts.store_pages(con, assembly.extractions)
        facts.store_sheets(con, assembly.extractions)
        facts.store_facts(con, assembly.facts, derive)
        facts.store_problems(con, alignment.problems, "keputusan")
        facts.store_decisions(con, alignment.decisions)
        for pair in alignment.pairs:
            facts.store_pair(con, pair.tier, pair.left, pair.right, pair.links)
        for pair in alignment.stages:
            facts.store_stage_links(con, pair.tier, pair.left, pair.right, pair.links)
        for tier, alone in alignment.unmatched.items():
            facts.store_unmatched(con, tier, alone)
        for aligned in alignment.goals:
            goals.store_goal_links(con, aligned.tier, aligned.left, aligned.right, aligned.links)
        store_region(con, region, alignment.offices)
        store_references(con, alignment.lists, alignment.references.ties, alignment.references.used)
        store_near_copies(con, alignment.copies)
        cascade.build_cascade(con)


def check(path: Path, region: Region = NO_SETTINGS, marks: Marks = NO_MARKS) -> int:
    """Step 6: run every rule over the staging database, heeding marks, then score; returns the number of findings."""
    with contextlib.closing(store.open_staging(path)) as con:
        facts.store_problems(con, marks.problems, "keputusan")
        rules.store_marks(con, marks.latest.values())
        findings = rules.run_rules(con, region=region)
        scores.run_scores(con)
        return findings


def release(path: Path, settings: Settings, run: facts.Run) -> Path:
    """Step 7: publish an immutable release and move the `current` pointer.

    Raises:
        SelarasError: when a check before publishing fails; the release before stays current.
    """
    with contextlib.closing(store.open_staging(path)) as con:
        con.execute("DELETE FROM data.putaran WHERE putaran_id = ?", [run.id])  # of an attempt before
        facts.store_run(con, run)
        return publish.publish(con, settings.hasil, run.id, keep=settings.terbit.simpan_rilis)


def report(settings: Settings, run_id: str) -> Path:
    """Step 8: write the workbook from the published release."""
    from reports.workbook import write_workbook
    from warehouse.query import open_current

    settings.reports.mkdir(parents=True, exist_ok=True)
    path = settings.reports / f"selaras-{run_id}.xlsx"
    with contextlib.closing(open_current(settings.hasil)) as con:
        write_workbook(con, path)
    return path


def run_record(settings: Settings, run_id: str, started: datetime, extracted: int) -> facts.Run:
    """The row that tells of this run."""
    return facts.Run(
        run_id,
        started,
        datetime.now(UTC).replace(tzinfo=None),
        str(settings.sumber),
        version("selaras"),
        extractor_version(),
        extracted,
    )


def summarise(
    run_id: str,
    assembly: Assembly,
    ingested: Sequence[Ingested],
    alignment: Alignment,
    findings: int,
    release_path: Path,
    workbook: Path,
) -> Summary:
    """Counts of the run."""
    return Summary(
        run_id=run_id,
        documents=len(assembly.documents),
        files=len(ingested),
        extracted=sum(item.extracted for item in ingested),
        failed=sum(outcome.status is FileStatus.FAILED for outcome in assembly.outcomes),
        indicators=sum(len(facts_.indicators) for facts_ in assembly.facts),
        links=sum(len(pair.links) for pair in alignment.pairs),
        findings=findings,
        release=str(release_path),
        workbook=str(workbook),
        decided=sum(held.standing is Standing.IN_FORCE for held in alignment.decisions),
        stale=sum(held.standing is Standing.STALE for held in alignment.decisions),
        unpaired=len(alignment.unpaired),
        disputed=sum(held.standing is Standing.IN_FORCE and bool(held.others) for held in alignment.decisions),
    )


__all__ = [
    "AlignedGoals",
    "AlignedPair",
    "Alignment",
    "Assembly",
    "ExitCode",
    "Ingested",
    "Opinions",
    "Summary",
    "assemble",
    "check",
    "find",
    "ingest",
    "keep",
    "link",
    "marks_of",
    "new_run_id",
    "opinions",
    "region_of",
    "release",
    "report",
    "require_documents",
    "run_record",
    "shelf_of",
    "staging",
    "summarise",
]
