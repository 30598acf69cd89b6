"""The year or period that a document is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors.identity.names import Named, cited, named
from extractors.identity.places import WEIGHT, Passage, Zone
from extractors.identity.votes import SURE, Votes, sentence
from models.document import Claim, Kind
from models.lexicon import entries

_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(rf"(?<!\d)({_YEAR})\s*(?:[-–—]+|s\.?/?d\.?|sampai(?: dengan)?|hingga)\s*({_YEAR})(?!\d)", re.I)
_ONE_YEAR = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_ACT = re.compile(
    r"(?:nomor|no\.?|undang-undang|peraturan|permendagri|keputusan|perda|pergub|perbup|perwal|inmendagri|inpres|perpres|pp|uu)\b"
    r"[^.;]{0,40}$",
    re.I,
)
_PLANS = (Kind.RPJMD, Kind.RENSTRA)


def claim_years(passages: Sequence[Passage], kind: Kind) -> tuple[Claim[int | None], Claim[int | None]]:
    """First and last year of the document: twice the same for what is of one year."""
    votes = Votes()
    columns: set[tuple[int, int]] = set()
    for passage in passages:
        for (first, last), weight, words in _dated(passage, kind):
            if passage.zone is Zone.COLUMNS and kind in _PLANS:  # pages of one table say it once
                if (first, last) in columns:
                    continue
                columns.add((first, last))
            votes.add(f"{first}-{last}" if first != last else str(first), passage, weight, words)
    if not (ranked := votes.ranked()):
        unknown: Claim[int | None] = Claim(None, 0.0, "Tahun atau periode dokumen tidak ditemukan.")
        return unknown, unknown
    (value, count), *rest = ranked
    share = count / (count + (rest[0][1] if rest else 0.0))
    confidence = round(min(0.3 if votes.only_file(value) else SURE, share * min(1.0, 0.3 + count / 4)), 2)
    text = votes.reason(value)
    if rest and share < 0.75:
        text += f"; {rest[0][0]} juga disebut"
    return Claim(int(value[:4]), confidence, sentence(text)), Claim(int(value[-4:]), confidence, sentence(text))


def _dated(passage: Passage, kind: Kind) -> Iterator[tuple[tuple[int, int], float, str]]:
    """Years or periods that a passage gives the document, with weight and words."""
    text, zone = passage.text, passage.zone
    period = kind in _PLANS
    if zone in (Zone.COVER, Zone.HEAD, Zone.TITLE, Zone.CAPTION, Zone.FOREWORD, Zone.FILE, Zone.CHAPTER):
        names = named(text)
        scale = {Zone.FOREWORD: 0.3, Zone.FILE: 0.3, Zone.CAPTION: 1.0, Zone.CHAPTER: 0.8}.get(zone, 4 * WEIGHT[zone])
        for index, name in enumerate(names):
            if name.kind is not kind or (zone is Zone.FOREWORD and cited(text, name)) or _past(text, name):
                continue
            stop = min(
                name.end + 130,
                names[index + 1].start if index + 1 < len(names) and names[index + 1].kind is not kind else len(text),
            )
            if (hit := _first_date(text, name.end, stop, period)) is not None:
                yield hit[0], scale, " ".join((name.words, "…", hit[1]))
        report = kind in (Kind.LKJIP, Kind.EVALUASI_RENJA)
        past = zone in (Zone.CAPTION, Zone.CHAPTER) and not report and _past_word().search(text) is not None
        if (
            zone not in (Zone.FOREWORD, Zone.FILE) and not past
        ):  # a year in a title, without the name of the kind before it
            for hit in _all_dates(text, period):
                whole = not period or hit[0][1] - hit[0][0] >= 4  # tables of a plan may show a part of its term
                yield hit[0], (0.25 if whole else 0.1) * scale, hit[1]
    if zone is Zone.COLUMNS and not period:
        if match := re.search(rf"(?<!maju )rencana tahun ({_YEAR})", text, re.I):
            yield (int(match[1]), int(match[1])), 1.5, match.group()
        if match := re.search(rf"maju rencana tahun ({_YEAR})", text, re.I):
            yield (int(match[1]) - 1, int(match[1]) - 1), 1.0, match.group()
        if kind is Kind.EVALUASI_RENJA and (match := re.search(rf"triwulan[^.]{{0,20}} tahun ({_YEAR})", text, re.I)):
            yield (int(match[1]), int(match[1])), 2.0, match.group()
    if zone is Zone.COLUMNS and period:
        seen = sorted({int(year) for year in re.findall(rf"(?i:tahun|target)[^\d]{{0,12}}({_YEAR})", text)})
        if len(seen) >= 3 and _plausible(seen[0], seen[-1]):
            yield (seen[0], seen[-1]), 0.05, f"kolom tahun {seen[0]} sampai {seen[-1]}"


@cache
def _past_word() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(entry["pattern"] for entry in entries("identify", "past")) + r")\b", re.I)


@cache
def _past_words() -> re.Pattern[str]:
    return re.compile(_past_word().pattern + r"\W+(?:\w+\W+){0,5}$", re.I)


def _past(text: str, name: Named) -> bool:
    """Whether a name is that of last year's document: "Evaluasi Pelaksanaan Renja Tahun 2016" in the Renja of 2017."""
    if name.kind in (Kind.LKJIP, Kind.EVALUASI_RENJA):
        return False
    return _past_words().search(text[max(0, name.start - 70) : name.start]) is not None


def _first_date(text: str, start: int, stop: int, period: bool) -> tuple[tuple[int, int], str] | None:
    part = text[start:stop]
    spans = list(_PERIOD.finditer(part))
    if period:
        for match in spans:
            if _plausible(int(match[1]), int(match[2])):
                return (int(match[1]), int(match[2])), match.group()
        return None
    for match in _ONE_YEAR.finditer(part):
        inside = any(span.start() <= match.start() < span.end() for span in spans)
        if not inside and not _ACT.search(part[: match.start()]) and ("." not in part[: match.start()] or start == 0):
            return (int(match[1]), int(match[1])), match.group()
    return None


def _all_dates(text: str, period: bool) -> Iterator[tuple[tuple[int, int], str]]:
    spans = list(_PERIOD.finditer(text))
    if period:
        for match in spans:
            if _plausible(int(match[1]), int(match[2])):
                yield (int(match[1]), int(match[2])), match.group()
        return
    for match in _ONE_YEAR.finditer(text):
        inside = any(span.start() <= match.start() < span.end() for span in spans)
        if not inside and not _ACT.search(text[max(0, match.start() - 60) : match.start()]):
            yield (int(match[1]), int(match[1])), match.group()


def _plausible(first: int, last: int) -> bool:
    """A plan of a term covers up to six years; twenty years are another plan (RPJPD, RTRW)."""
    return 1 <= last - first <= 6
