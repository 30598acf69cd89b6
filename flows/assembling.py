"""Read files to documents: copies are used once, chapters become one document, what nobody can place is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignment.pairs import superseded
from extractors.copies import find_copies
from extractors.grouping import group_documents
from extractors.readers.detect import inspect
from flows.results import Assembly, Ingested
from flows.sources import Sources
from models.document import Document, Format, Kind, SourceFile
from models.errors import ErrorCode, Problem, SelarasError
from models.extraction import Extraction, PageStatus, load_extraction
from warehouse.facts import FileOutcome, FileStatus, number_facts


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
