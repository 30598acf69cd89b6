"""What a file is: kind, region, OPD, years and stage of a plan document, from what is printed in it.

Evidence is read in places that speak about the document itself: cover, running heads, chapter titles, captions and
heads of tables, the foreword. Names of other documents stand everywhere in plan documents, so a name counts for less
the less the place speaks of the document, and not at all where it is cited. The file name is only weak evidence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extractors.identity.dates import claim_years
from extractors.identity.kinds import claim_kind
from extractors.identity.names import citing, named
from extractors.identity.offices import claim_office, find_offices
from extractors.identity.places import WEIGHT, Passage, Zone, chapter_of, passages_of
from extractors.identity.regions import claim_region, find_regions
from extractors.identity.votes import SURE, Evidence, sentence
from extractors.layout import Layout
from models.document import Claim, Identity, Kind, Stage
from models.lexicon import entries


def identify(layout: Layout) -> Identity:
    """Say what a file is.

    Args:
        layout: the file as read; pages that were not read are simply no evidence.

    Returns:
        One claim for each part, each with confidence and an Indonesian reason that names page and words. The kind is
        `Kind.LAINNYA` when nothing fits; RPJMD and RKPD have no OPD. `chapter` is set when the whole file was read and
        holds one chapter.
    """
    passages = tuple(passages_of(layout))
    chapter = chapter_of(passages) if len(layout.pages) == layout.page_count else None
    opd = claim_office(passages)
    region = claim_region(passages)
    kind = claim_kind(passages, chapter, opd.value is not None and opd.confidence >= 0.4)
    if kind.value in (Kind.RPJMD, Kind.RKPD):
        opd = Claim(
            None, kind.confidence, f"{kind.value.value} adalah dokumen daerah, bukan milik satu perangkat daerah."
        )
    first, last = claim_years(passages, kind.value)
    period = (
        "" if first.value is None else str(first.value) if first.value == last.value else f"{first.value}-{last.value}"
    )
    title = _title(passages, kind, (opd, region), period)
    return Identity(kind, region, opd, first, last, _stage(passages, kind.value), title, chapter)


def _stage(passages: Sequence[Passage], kind: Kind) -> Claim[Stage | None]:
    found: dict[Stage, Evidence] = defaultdict(lambda: Evidence({}))
    for passage in passages:
        if passage.zone not in (Zone.COVER, Zone.HEAD, Zone.TITLE, Zone.FOREWORD, Zone.FILE):
            continue
        for entry in entries("identify", "stage"):
            stage = Stage(entry["stage"])
            for match in re.finditer(entry["pattern"], passage.text, re.I):
                if not _about_document(passage, match, kind, stage):
                    continue
                weight = float(entry["weight"]) * WEIGHT[passage.zone]
                found[stage].add(passage.zone, weight, f"“{match.group()}” pada {passage.where()}")
    if not found:
        return Claim(None, 0.0, "Tahap tidak disebut pada sampul, kepala halaman, atau judul.")
    ranked = sorted(found.items(), key=lambda item: item[1].belief, reverse=True)
    stage, evidence = ranked[0]
    # A change or a draft is law or letter, too: the number of a regulation says less than the word.
    for other in (Stage.RANCANGAN, Stage.PERUBAHAN):
        if other in found and found[other].belief >= 0.4:
            stage, evidence = other, found[other]
            break
    if evidence.belief < 0.3:
        return Claim(None, 0.0, f"Tahap tidak jelas: {evidence.reasons()}.")
    return Claim(stage, round(min(evidence.belief, SURE), 2), sentence(evidence.reasons()))


def _about_document(passage: Passage, match: re.Match[str], kind: Kind, stage: Stage) -> bool:
    """Whether a stage word belongs to the document: next to its own name, or anywhere on its cover."""
    if stage is Stage.PENETAPAN:
        return passage.zone in (Zone.COVER, Zone.TITLE)
    near = passage.text[max(0, match.start() - 45) : match.end() + 45]
    names = [name for name in named(near) if name.kind is kind]
    if passage.zone in (Zone.COVER, Zone.TITLE, Zone.HEAD):
        return bool(names) or passage.zone is Zone.COVER
    if passage.zone is Zone.FOREWORD:
        if passage.page is not None and passage.page > 3:
            return False
        after = passage.text[match.start() : match.end() + 40]
        own = any(name.kind is kind and name.start <= len(match.group()) + 12 for name in named(after))
        start = passage.text[max(0, match.start() - 70) : match.start()]
        return own and not citing().search(start)
    return bool(names)


def _title(
    passages: Sequence[Passage], kind: Claim[Kind], parts: Sequence[Claim[str | None]], period: str
) -> str | None:
    """The printed title when it names kind and owner; else one made of what was found, else the first heading."""
    for zone in (Zone.COVER, Zone.TITLE, Zone.HEAD):
        for text in (passage.text[:200] for passage in passages if passage.zone is zone):
            titled = any(name.kind is kind.value for name in named(text))
            if titled and (find_offices(text) or find_regions(text)):
                return text
    if kind.value is not Kind.LAINNYA and kind.confidence >= 0.4:
        return " ".join(filter(None, [kind.value.value, *(part.value for part in parts), period]))
    headings = [
        p for p in passages if p.zone in (Zone.COVER, Zone.TITLE, Zone.CHAPTER, Zone.CAPTION, Zone.FOREWORD) and p.text
    ]
    return headings[0].text[:80] if headings else None


__all__ = ["identify"]
