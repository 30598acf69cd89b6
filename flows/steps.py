"""The steps of a run as plain functions: discover, ingest, assemble, align, store, check, publish, report.

Prefect (`flows.nightly`) and the command line call these same functions; none of them needs a scheduler.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

from alignment.align import NO_RULINGS, align
from alignment.alone import Compared, Source, unmatched
from alignment.normalise import parts
from alignment.offices import office_keys
from alignment.pairs import AGREED_TIERS, DocumentPair, document_pairs, superseded, unpaired, version_pairs
from alignment.references import DocumentRows, References, tie
from alignment.row import AlignRow, row_of
from alignment.score import Weights
from alignment.statements import align_statements, goal_rows
from extractors.copies import find_copies
from extractors.grouping import group_documents
from extractors.readers import problems
from extractors.readers.detect import inspect
from extractors.version import extractor_version
from flows.copying import near_copies
from flows.learned import weights_in_use
from flows.region import load_region
from flows.settings import Settings
from flows.sources import FoundFile, Sources, discover
from flows.workers import Workers, cache_file
from models.claim import NumericClaim
from models.codes import canonical_code
from models.decision import Held, Standing, Subject, side_of, side_of_statement
from models.document import Document, Format, Kind, SourceFile
from models.errors import ErrorCode, ExitCode, Problem, SelarasError
from models.extraction import Extraction, PageStatus, load_extraction
from models.indicator import Indicator, PlanItem
from models.link import Link, StatementLink, Unmatched
from models.passage import NearCopy
from models.reference import ReferenceList
from models.region import Region
from models.units import canonical_unit
from reference.shelf import read_shelf
from review.book import Book, read_book
from review.hold import Holding, SidesOf, hold
from review.marks import Marks, read_marks
from warehouse import cascade, facts, goals, publish, rules, scores, store
from warehouse.copies import store_near_copies
from warehouse.facts import Derived, DocumentFacts, Fact, FileOutcome, FileStatus, number_facts
from warehouse.references import store_references
from warehouse.region import store_region
from warehouse.releases import current_release
from warehouse.yardsticks import NO_SETTINGS


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one found file: the cache file of its extraction, or why there is none.

    Attributes:
        found: the file as discovered.
        sha256: hash of its bytes, empty when they could not be had.
        cache: its extraction as JSON, None when it failed.
        extracted: True when it was read in this run, False when the cache answered.
        problem: why there is no extraction.
    """

    found: FoundFile
    sha256: str
    cache: Path | None
    extracted: bool
    problem: Problem | None = None

    @property
    def note(self) -> str:
        """What became of it, in words."""
        if self.cache is None:
            return "gagal"
        return "selesai" if self.extracted else "sudah pernah dibaca"


@dataclass(frozen=True, slots=True)
class Assembly:
    """Documents made of the files that were read, with everything that is known of each file."""

    documents: tuple[Document, ...]
    facts: tuple[DocumentFacts, ...]
    extractions: tuple[Extraction, ...]
    outcomes: tuple[FileOutcome, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two documents that were held against each other, and the links found."""

    tier: str
    left: str
    right: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AlignedGoals:
    """Two documents, or two stages of one, whose goal statements were held against each other."""

    tier: str
    left: str
    right: str
    links: tuple[StatementLink, ...]


NO_REFERENCES = References()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links of all pairs of documents, the OPD key of every printed OPD name, and what decisions meant for the run."""

    pairs: tuple[AlignedPair, ...]
    goals: tuple[AlignedGoals, ...]
    offices: Mapping[str, str]
    decisions: tuple[Held, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Rows of the book of decisions and lists of the shelf that cannot be read."""
    lists: tuple[ReferenceList, ...] = ()
    references: References = NO_REFERENCES
    copies: tuple[NearCopy, ...] = ()
    unmatched: Mapping[str, tuple[Unmatched, ...]] = field(default_factory=dict)
    """By tier: indicators without partner."""
    unpaired: Mapping[str, str] = field(default_factory=dict)
    """By id of a document that is held against no other: why."""
    stages: tuple[AlignedPair, ...] = ()
    """Links between one plan's stages (RPJMD and its change): what the later stage changed."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, for people and machines."""

    run_id: str
    documents: int
    files: int
    extracted: int
    failed: int
    indicators: int
    links: int
    findings: int
    release: str
    workbook: str
    unchanged: bool = False
    decided: int = 0
    stale: int = 0
    """Decisions of reviewers that are in force, and those whose texts have changed."""
    disputed: int = 0
    """Decisions in force that another reviewer contradicts."""
    unpaired: int = 0
    """Plans that were held against no other document."""


@dataclass(frozen=True, slots=True)
class Opinions:
    """What reviewers said, and the weights that were learned from it (None for the checked-in ones)."""

    book: Book
    weights: Weights | None = None


_NONE = Opinions(Book())
NO_MARKS = Marks()
Shelf: TypeAlias = tuple[tuple[ReferenceList, ...], tuple[Problem, ...]]
NO_LISTS: Shelf = ((), ())


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


def assemble(sources: Sources, ingested: Sequence[Ingested]) -> Assembly:
    """Step 3: put chapter files together to documents, set copies aside, give every fact its id."""
    outcomes: list[FileOutcome] = []
    read: dict[str, tuple[Ingested, Extraction]] = {}
    again: list[tuple[Ingested, Extraction]] = []
    lost: list[Ingested] = []
    for item in ingested:
        extraction = _load(item)
        if extraction is None:
            lost.append(item)
        elif item.sha256 in read:
            again.append((item, extraction))
        else:
            read[item.sha256] = (item, extraction)
    copies = find_copies([(extraction, item.found.overrides) for item, extraction in read.values()])
    for sha256, copy in copies.items():
        outcomes.append(_same_content(*read[sha256], read[copy.original][1], copy.same_text))
    for item, extraction in again:
        used = copies[item.sha256].original if item.sha256 in copies else item.sha256
        outcomes.append(_copy(item, extraction, read[item.sha256][1], used))
    stands_for = set(read) - set(copies)
    for item in lost:
        problem = item.problem or _lost_cache(item)
        same = item.sha256 if item.sha256 in stands_for else None
        outcomes.append(FileOutcome(_source_file(item), FileStatus.FAILED, problems=(problem,), copy_of=same))
        stands_for |= {item.sha256} - {""}
    read = {sha256: file for sha256, file in read.items() if sha256 not in copies}
    usable = [(item, extraction) for item, extraction in read.values() if extraction.pages]
    documents = group_documents(
        [(extraction.file, extraction.identity) for _, extraction in usable],
        {extraction.file.path: item.found.overrides for item, extraction in usable if item.found.overrides},
    )
    by_hash = {extraction.file.sha256: extraction for _, extraction in usable}
    numbered = []
    place: dict[str, tuple[Document | None, int | None]] = {}
    for document in documents:
        numbered.append(number_facts(document.id, [by_hash[file.sha256] for file in document.files]))
        for order, file in enumerate(document.files, 1):
            place[file.sha256] = (document, order)
    left_out = superseded(documents)
    for sha256, (_, extraction) in read.items():
        home, rank = place.get(sha256, _NOWHERE)
        told = extraction.problems
        if home is not None and home.kind is Kind.LAINNYA and _was_seen(extraction):
            told = (*told, _unknown_kind(extraction))
        status = FileStatus.FAILED if home is None else FileStatus.PARTLY if told else FileStatus.READ
        if home is not None and home.id in left_out:
            told = (*told, _superseded(extraction, left_out[home.id]))
        outcomes.append(FileOutcome(extraction.file, status, home.id if home else None, rank, told))
    outcomes.sort(key=lambda outcome: outcome.file.path)
    extractions = tuple(extraction for _, extraction in read.values())
    return Assembly(documents, tuple(numbered), extractions, tuple(outcomes), sources.problems)


_NOWHERE: tuple[Document | None, int | None] = (None, None)


def _load(item: Ingested) -> Extraction | None:
    if item.cache is None:
        return None
    try:
        extraction = load_extraction(item.cache.read_bytes())
    except (OSError, ValueError):
        item.cache.unlink(missing_ok=True)
        return None
    # The cache knows bytes, not places: the same bytes may lie elsewhere tonight, under another name.
    old, new = extraction.file.name, item.found.name
    return replace(
        extraction,
        file=replace(extraction.file, sha256=item.sha256, path=item.found.origin, name=new),
        problems=tuple(replace(problem, message=problem.message.replace(old, new)) for problem in extraction.problems),
    )


def _lost_cache(item: Ingested) -> Problem:
    return Problem(
        ErrorCode.INTERNAL,
        f"Hasil baca {item.found.name} di cache rusak dan dibuang.",
        "Jalankan lagi; berkas akan dibaca ulang.",
    )


def _source_file(item: Ingested) -> SourceFile:
    path = item.found.path
    try:
        found = inspect(path)
    except SelarasError:
        size = path.stat().st_size if path.exists() else 0
        found = SourceFile(item.sha256, path.name, str(path), size, Format.OTHER)
    return replace(found, sha256=item.sha256, path=item.found.origin, name=item.found.name)


def _copy(item: Ingested, extraction: Extraction, original: Extraction, used: str) -> FileOutcome:
    if not original.pages:
        return FileOutcome(
            extraction.file, FileStatus.FAILED, problems=extraction.problems, copy_of=extraction.file.sha256
        )
    problem = Problem(
        ErrorCode.DUPLICATE,
        f"{item.found.name} isinya sama persis dengan {original.file.path}.",
        "Tidak perlu tindakan; cukup simpan salah satu.",
    )
    return FileOutcome(extraction.file, FileStatus.COPY, problems=(problem,), copy_of=used)


def _same_content(item: Ingested, extraction: Extraction, original: Extraction, same_text: bool) -> FileOutcome:
    what = "teks dan semua angkanya" if same_text else "semua angkanya, dan hampir semua katanya, dalam format lain"
    problem = Problem(
        ErrorCode.DUPLICATE,
        f"{item.found.name} isinya sama dengan {original.file.path} ({what}).",
        "Tidak perlu tindakan; cukup simpan salah satu, atau bedakan di dokumen.csv bila memang dua dokumen.",
    )
    return FileOutcome(extraction.file, FileStatus.COPY, problems=(problem,), copy_of=original.file.sha256)


def _was_seen(extraction: Extraction) -> bool:
    """Was any page read without trouble? If not, the news is why it could not be read, not that its kind is unknown."""
    troubled = {problem.page for problem in extraction.problems if problem.page}
    seen = (PageStatus.PROSE, PageStatus.TABLE, PageStatus.UNUSED_TABLE)
    return any(page.status in seen and page.page not in troubled for page in extraction.pages)


def _superseded(extraction: Extraction, reason: str) -> Problem:
    return Problem(
        ErrorCode.SUPERSEDED,
        f"{extraction.file.name} tidak dibandingkan dengan dokumen lain. {reason}",
        "Tidak perlu tindakan; bila tahapnya salah dikenali, sebutkan di dokumen.csv.",
    )


def _unknown_kind(extraction: Extraction) -> Problem:
    return Problem(
        ErrorCode.UNKNOWN_KIND,
        f"Jenis dokumen {extraction.file.name} tidak dikenali ({extraction.identity.kind.reason.rstrip('.')}).",
        "Sebutkan jenis, perangkat daerah, dan tahunnya di dokumen.csv.",
    )


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


def link(
    assembly: Assembly, said: Opinions = _NONE, region: Region = NO_SETTINGS, lists: Shelf = NO_LISTS
) -> Alignment:
    """Step 4: hold the documents of two levels against each other, by their indicators and their goal statements.

    What reviewers decided outranks the machine. Official lists are held against every document first.
    """
    offices = _offices(assembly, region)
    facts_of = {facts.document_id: facts for facts in assembly.facts}
    documents = {document.id: document for document in assembly.documents}
    shelf, shelf_problems = lists
    references = tie(
        (DocumentRows(documents[f.document_id], f.items, f.indicators) for f in assembly.facts), shelf, said.weights
    )
    rows: dict[str, list[AlignRow]] = {}

    def rows_of(document_id: str) -> list[AlignRow]:
        if document_id not in rows:
            document = documents[document_id]
            rows[document_id] = [
                row_of(indicator, id_, _office(indicator, document, offices), references.official.get(id_))
                for id_, indicator in facts_of[document_id].indicators
            ]
        return rows[document_id]

    pairs, versions = document_pairs(assembly.documents), version_pairs(assembly.documents)
    all_pairs = (*pairs, *versions)

    def held(subject: Subject, among: Sequence[DocumentPair], sides_of: SidesOf) -> Holding:
        about = [decision for decision in said.book.decisions if decision.subject is subject]
        return hold(about, [(documents[pair.left], documents[pair.right]) for pair in among], sides_of)

    on_indicators = held(
        Subject.INDICATOR, all_pairs, lambda d: ((id_, side_of(d, one)) for id_, one in facts_of[d.id].indicators)
    )
    on_goals = held(
        Subject.STATEMENT,
        all_pairs,
        lambda d: ((id_, side_of_statement(d, one)) for id_, one in facts_of[d.id].statements),
    )

    def aligned(pair: DocumentPair) -> AlignedPair:
        rulings = on_indicators.rulings.get((pair.left, pair.right), NO_RULINGS)
        links = align(rows_of(pair.left), rows_of(pair.right), said.weights, rulings)
        return AlignedPair(pair.tier, pair.left, pair.right, tuple(links))

    statements = {id_: goal_rows(facts_.statements, on_goals.linked) for id_, facts_ in facts_of.items()}

    def aligned_goals(pair: DocumentPair) -> AlignedGoals:
        rulings = on_goals.rulings.get((pair.left, pair.right), NO_RULINGS)
        links = align_statements(statements[pair.left], statements[pair.right], pair.tier, rulings)
        return AlignedGoals(pair.tier, pair.left, pair.right, tuple(links))

    linked = tuple(map(aligned, pairs))
    source = Source(rows_of, lambda id_: offices.get(documents[id_].opd or "", documents[id_].opd))
    return Alignment(
        linked,
        tuple(map(aligned_goals, all_pairs)),
        offices,
        tuple(sorted((*on_indicators.held, *on_goals.held), key=lambda one: one.decision.at)),
        (*said.book.problems, *shelf_problems),
        shelf,
        references,
        near_copies(assembly.documents, assembly.extractions, offices),
        _unmatched(linked, on_indicators, source, said.weights),
        unpaired(assembly.documents),
        tuple(map(aligned, versions)),
    )


def _unmatched(
    linked: Sequence[AlignedPair], holding: Holding, source: Source, bar: Weights | None
) -> dict[str, tuple[Unmatched, ...]]:
    """What is in no link, of the pairs of plans; what a PK has to carry of its plans is asked by rule A14."""
    tiers: dict[str, list[Compared]] = defaultdict(list)
    for pair in linked:
        if pair.tier in AGREED_TIERS:
            continue
        rulings = holding.rulings.get((pair.left, pair.right), NO_RULINGS)
        tiers[pair.tier].append(Compared(pair.left, pair.right, pair.links, rulings))
    return {tier: tuple(unmatched(compared, source, bar)) for tier, compared in tiers.items()}


def _offices(assembly: Assembly, region: Region) -> dict[str, str]:
    """Key of every OPD name; names that the region calls aliases have the key of the office."""
    keys = office_keys([*_office_names(assembly), *(office.name for office in region.offices)])
    for office in region.offices:
        aliases = {alias.casefold() for alias in office.aliases}
        keys |= {name: keys[office.name] for name in (*keys, *office.aliases) if name.casefold() in aliases}
    return keys


def _office_names(assembly: Assembly) -> list[str]:
    names = {document.opd for document in assembly.documents}
    for facts_ in assembly.facts:
        names |= {indicator.responsible for _, indicator in facts_.indicators}
        names |= {item.responsible for _, item in facts_.items}
    return sorted(name for name in names if name)


def _office(fact: Indicator | PlanItem, document: Document, offices: Mapping[str, str]) -> str | None:
    """The OPD a row belongs to: the document's own OPD outranks a bidang named in the row."""
    name = document.opd or fact.responsible
    return offices.get(name, name) if name else None


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
        office = _office(fact, documents[document_id], alignment.offices)
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
