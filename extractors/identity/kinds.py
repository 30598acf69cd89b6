"""Which kind of document it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from extractors.identity.names import cited, named
from extractors.identity.places import WEIGHT, Passage, Zone, roman
from extractors.identity.votes import SURE, Evidence, sentence
from models.document import Claim, Kind
from models.lexicon import entries

DOUBT = 0.3
"""A kind below this is no kind."""


def claim_kind(passages: Sequence[Passage], chapter: int | None, has_office: bool) -> Claim[Kind]:
    """The kind that the places of a file speak for.

    Args:
        passages: the places.
        chapter: number of the only chapter, when the file holds one.
        has_office: whether the file belongs to one office, which no RPJMD or RKPD does.
    """
    found: dict[tuple[Kind, str], Evidence] = defaultdict(lambda: Evidence({}))
    for passage in passages:
        zone, text = passage.zone, passage.text
        if zone in (Zone.COVER, Zone.HEAD, Zone.TITLE, Zone.CAPTION, Zone.FILE):
            names = [name for name in named(text) if zone is not Zone.CAPTION or not cited(text, name)]
            if names:
                weight = WEIGHT[zone] * (0.6 if zone is Zone.CAPTION else 1.0)
                found[names[0].kind, names[0].label].add(zone, weight, f"“{names[0].words}” pada {passage.where()}")
        elif zone is Zone.CHAPTER:
            _by_pattern(found, passage, "chapter_title", chapter)
        if zone in (Zone.COLUMNS, Zone.TITLE, Zone.CAPTION, Zone.HEAD):
            _by_pattern(found, passage, "table_head", None)
    _by_foreword(found, passages)
    if has_office:  # what belongs to one office is no document of the whole region
        for (kind, _), evidence in found.items():
            if kind in (Kind.RPJMD, Kind.RKPD):
                evidence.best = {z: (w * 0.6, r) for z, (w, r) in evidence.best.items() if z is not Zone.CHAPTER}
    if not found:
        return Claim(
            Kind.LAINNYA, 0.0, "Tidak ada nama jenis dokumen pada sampul, kepala halaman, judul bab, atau judul tabel."
        )
    ranked = sorted(found.items(), key=lambda item: item[1].belief, reverse=True)
    (kind, label), evidence = ranked[0]
    if evidence.belief < DOUBT and set(evidence.best) - {Zone.FILE}:
        return Claim(Kind.LAINNYA, 1 - evidence.belief, f"Bukti jenis terlalu lemah: {evidence.reasons()}.")
    belief = evidence.belief
    reason = evidence.reasons()
    if set(evidence.best) == {Zone.FILE}:
        belief, reason = min(belief, 0.3), f"hanya dari nama berkas: {reason}"
    rivals = [(k, e) for k, e in ranked[1:] if e.belief > 0.5 * evidence.belief]
    if rivals:
        (_, rival_label), rival = rivals[0]
        belief *= 1 - 0.5 * rival.belief**2
        reason += f"; tetapi {rival_label} juga disebut ({rival.reasons()})"
    if kind is Kind.LAINNYA:
        reason = f"dikenali sebagai {label}: {reason}"
    return Claim(kind, round(min(belief, SURE), 2), sentence(reason))


@cache
def _patterns(group: str) -> tuple[tuple[Kind, re.Pattern[str], float, int | None], ...]:
    return tuple(
        (Kind(e["kind"]), re.compile(e["pattern"], re.I), float(e["weight"]), e.get("number"))
        for e in entries("identify", group)
    )


def _by_pattern(found: dict[tuple[Kind, str], Evidence], passage: Passage, group: str, chapter: int | None) -> None:
    number = roman(passage.text.split()[1]) if passage.zone is Zone.CHAPTER else None
    for kind, pattern, weight, wanted in _patterns(group):
        if (match := pattern.search(passage.text)) and wanted in (None, number):
            # A chapter title inside a whole document is one of many; of a file with one chapter it is all there is.
            part = 1.0 if passage.zone is not Zone.CHAPTER or chapter else 0.7
            words = match.group()[:60]
            found[kind, kind.value].add(passage.zone, weight * part, f"“{words}” pada {passage.where()}")


def _by_foreword(found: dict[tuple[Kind, str], Evidence], passages: Sequence[Passage]) -> None:
    """How the first pages speak of the document: names that are not cited, and "... ini"."""
    votes: Counter[tuple[Kind, str]] = Counter()
    example: dict[tuple[Kind, str], str] = {}
    for passage in passages:
        if passage.zone is not Zone.FOREWORD or _TOC_PAGE.search(passage.text[:80]):
            continue
        for name in named(passage.text):
            if name.kind is Kind.LAINNYA:
                continue
            after = passage.text[name.end : name.end + 90]
            itself = re.match(r"(?:[^.;:]{0,60}?\s)?ini\b(?! adalah untuk)", after) is not None
            before = passage.text[max(0, name.start - 40) : name.start]
            itself = itself or re.search(r"(?:penyusunan|menyusun|dokumen)\s+$", before, re.I) is not None
            if itself or not cited(passage.text, name):
                key: tuple[Kind, str] = (name.kind, name.label)
                votes[key] += 3 if itself else 1
                example.setdefault(key, f"“{name.words}” pada {passage.where()}")
    total = sum(votes.values())
    for key, count in votes.items():
        weight = WEIGHT[Zone.FOREWORD] * 1.4 * (count / total) * min(1.0, count / 4)
        found[key].add(Zone.FOREWORD, weight, f"{example[key]} ({count} dari {total} sebutan)")


_TOC_PAGE = re.compile(r"daftar (?:isi|tabel|gambar)", re.I)
