"""What near copies need of a run: every passage with its owner, the earlier documents first, and the names to mask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from alignment.near_copies import find_near_copies, table_passages
from models.document import Document, Kind
from models.extraction import Extraction
from models.passage import NearCopy, Passage, PassageKind


def near_copies(
    documents: Sequence[Document], extractions: Iterable[Extraction], offices: Mapping[str, str]
) -> tuple[NearCopy, ...]:
    """Passages and table pages that stand in documents of two owners; documents of nobody known are left out."""
    read = {extraction.file.sha256: extraction for extraction in extractions}
    passages: list[Passage] = []
    for document in sorted(documents, key=lambda one: (one.first_year or 9999, one.id)):
        regional = document.kind in (Kind.RPJMD, Kind.RKPD)
        if not regional and document.opd is None:
            continue
        office = None if regional else offices.get(document.opd or "", document.opd)
        for extraction in (read[file.sha256] for file in document.files if file.sha256 in read):
            rows = [*(i.evidence for i in extraction.indicators), *(i.evidence for i in extraction.items)]
            passages += [
                Passage(document.id, document.region, office, kind, evidence)
                for kind, found in (
                    (PassageKind.PROSE, extraction.passages),
                    (PassageKind.TABLE, table_passages(rows)),
                )
                for evidence in found
            ]
    names = {*offices, *(document.region for document in documents if document.region)}
    return tuple(find_near_copies(passages, names))
