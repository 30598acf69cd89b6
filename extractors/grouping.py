"""Files to documents: chapters of one document are put together; what one does not say comes from the others.

Only files of one folder help each other. Another year, another OPD, another stage or a second version of a chapter is
another document. What a manifest says about a file outranks everything read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath
from typing import TypeVar

from rapidfuzz import fuzz

from extractors.identity.offices import office_key
from models.document import Claim, Document, Identity, Kind, SourceFile, Stage
from models.ids import content_id
from models.lexicon import entries

T = TypeVar("T")

KNOWN = 0.5
"""A claim below this may be replaced by what the other files of the document say."""

SAME_OFFICE = 88.0
"""Score of two spellings of one OPD."""

WEAK = 0.4
"""What a claim must reach to fill a gap where no sister says better; below, nobody believes it."""

INHERITED = 0.6
"""Share of confidence that a claim keeps when another file takes it over."""


@dataclass(frozen=True, slots=True)
class Override:
    """What a manifest says about one file; None where it says nothing. A single year is given twice."""

    kind: Kind | None = None
    region: str | None = None
    opd: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    stage: Stage | None = None


def group_documents(
    files: Sequence[tuple[SourceFile, Identity]], overrides: Mapping[str, Override] | None = None
) -> tuple[Document, ...]:
    """Put files together to documents.

    Args:
        files: files with what each says about itself; the same bytes must come only once.
        overrides: manifest rows by the file's `path`.

    Returns:
        Documents in the order of their first file; each file is in exactly one. Chapters are in reading order. The id
        is that of kind, region, OPD, years and stage; a file of unknown kind, region or year, and a second version of
        the same document, have an id of their own (with the hash of their first file).
    """
    resolved = resolve_identities(files, overrides)
    sets: dict[tuple[str, ...], list[list[_Part]]] = defaultdict(list)
    for (file, _), identity in zip(files, resolved, strict=True):
        part = _Part(file, identity, _chapter(file, identity), _annex(file, identity))
        key = _key(part) if identity.kind.value is not Kind.LAINNYA else (file.sha256,)
        versions = sets[key]
        home = next((version for version in versions if all(part.joins(other) for other in version)), None)
        if home is None:
            versions.append([part])
        else:
            home.append(part)
    place = {file.sha256: index for index, (file, _) in enumerate(files)}
    documents = [
        _document(sorted(version, key=_Part.order), number)
        for versions in sets.values()
        for number, version in enumerate(versions, 1)
    ]
    return tuple(sorted(documents, key=lambda document: min(place[file.sha256] for file in document.files)))


def resolve_identities(
    files: Sequence[tuple[SourceFile, Identity]], overrides: Mapping[str, Override] | None = None
) -> tuple[Identity, ...]:
    """The identity of each file after manifest and sister files have been heard, in the given order.

    A chapter (or cover, contents, annex) takes kind, OPD, years and stage from the other chapters of its folder when
    they agree; any file takes the region when all files of its folder that name one agree; a doubtful period gives
    way to that of the same plan beside it. One OPD in several spellings gets the most frequent one.
    """
    overrides = overrides or {}
    parts = []
    for file, identity in files:
        override = overrides.get(file.path)
        told = override_identity(identity, override) if override else identity
        parts.append(_Part(file, told, _chapter(file, told), _annex(file, told)))
    folders: dict[str, list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        folders[_folder(part.file)].append(index)
    for members in folders.values():
        _share_region(parts, members)
        _share_in_chapters(parts, members)
        _share_period(parts, members)
    _one_spelling(parts)
    return tuple(part.identity for part in parts)


def override_identity(identity: Identity, override: Override) -> Identity:
    """Put the words of a manifest over what was read; they are certain."""

    def said(value: T | None, claim: Claim[T]) -> Claim[T]:
        return claim if value is None else Claim(value, 1.0, "Menurut manifes.")

    opd = said(override.opd, identity.opd)
    if override.kind in (Kind.RPJMD, Kind.RKPD) and override.opd is None:
        opd = Claim(None, 1.0, "Menurut manifes: dokumen daerah.")
    last = override.last_year if override.last_year is not None else override.first_year
    return replace(
        identity,
        kind=said(override.kind, identity.kind),
        region=said(override.region, identity.region),
        opd=opd,
        first_year=said(override.first_year, identity.first_year),
        last_year=said(last, identity.last_year),
        stage=said(override.stage, identity.stage),
    )


@dataclass(slots=True)
class _Part:
    """One file on its way into a document. `annex` is its place when it is a part without chapter number."""

    file: SourceFile
    identity: Identity
    chapter: int | None
    annex: int | None

    @property
    def whole(self) -> bool:
        return self.chapter is None and self.annex is None

    def order(self) -> tuple[int, list[tuple[int, str]]]:
        rank = self.chapter if self.chapter is not None else self.annex if self.annex is not None else 0
        words = [(int(w), "") if w.isdigit() else (0, w) for w in re.findall(r"\d+|\D+", self.file.name.casefold())]
        return rank, words

    def joins(self, other: _Part) -> bool:
        """Whether both can be in one document: no chapter twice, no chapters beside a file that holds them all."""
        if self.annex is not None or other.annex is not None:
            return True
        return not self.whole and not other.whole and self.chapter != other.chapter


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NAMED_CHAPTER = re.compile(r"(?:^|[^a-z])bab[ _.-]*(?P<number>[ivx]{1,4}|\d{1,2})(?![a-z0-9])", re.I)


def _chapter(file: SourceFile, identity: Identity) -> int | None:
    if identity.chapter is not None:
        return identity.chapter
    match = _NAMED_CHAPTER.search(_bare(file))
    if match is None:
        return None
    text = match["number"].casefold()
    return int(text) if text.isdigit() else _ROMAN.get(text)


@cache
def _annex_patterns() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(entry["pattern"], re.I), int(entry["order"])) for entry in entries("identify", "part"))


def _annex(file: SourceFile, identity: Identity) -> int | None:
    """The place of a cover, foreword, list of contents or annex, from its first words or its name."""
    if identity.chapter is not None:
        return None
    spoken = re.sub(r"\.\w{2,5}$|[_+%.]+|\d{6,}", " ", _bare(file))
    words = re.sub(r"^[\d\W]+", "", " ".join(spoken.split()))
    for pattern, order in _annex_patterns():
        if pattern.search(words) or (identity.title and pattern.search(identity.title)):
            return order
    return None


def _bare(file: SourceFile) -> str:
    """The file's own name: that of its archive says nothing about one chapter."""
    return file.name.rsplit("/", 1)[-1]


def _folder(file: SourceFile) -> str:
    return str(PurePosixPath(file.path.replace("\\", "/")).parent)


def _good(claim: Claim[T | None]) -> bool:
    return claim.value is not None and claim.confidence >= KNOWN


def _take(claim: Claim[T], giver: SourceFile, share: float = INHERITED) -> Claim[T]:
    return Claim(claim.value, round(claim.confidence * share, 2), f"Diwarisi dari {giver.name} di folder yang sama.")


def _share_region(parts: list[_Part], members: Sequence[int]) -> None:
    named = [
        parts[i] for i in members if parts[i].identity.region.value and parts[i].identity.region.confidence >= WEAK
    ]
    if len({part.identity.region.value for part in named}) != 1:
        return
    best = max(named, key=lambda part: part.identity.region.confidence)
    for i in members:
        if parts[i].identity.region.value is None:
            parts[i].identity = replace(parts[i].identity, region=_take(best.identity.region, best.file))


def _share_in_chapters(parts: list[_Part], members: Sequence[int]) -> None:
    """Complete the chapters of a folder from each other, part by part, as long as something is learnt."""
    pieces = [parts[i] for i in members if not parts[i].whole]
    for _ in range(3):
        before = [piece.identity for piece in pieces]
        for piece in pieces:
            piece.identity = _completed(piece, [other for other in pieces if other is not piece and piece.joins(other)])
        if before == [piece.identity for piece in pieces]:
            return


def _completed(piece: _Part, sisters: Sequence[_Part]) -> Identity:
    mine = piece.identity
    alike = [sister for sister in sisters if _compatible(mine, sister.identity)]

    def agreed(of: Callable[[Identity], object], good: Callable[[Identity], bool]) -> _Part | None:
        """The sister to take a part from, when all that know it agree."""
        knowing = [sister for sister in alike if good(sister.identity)]
        return knowing[0] if knowing and len({of(sister.identity) for sister in knowing}) == 1 else None

    if mine.kind.value is Kind.LAINNYA or mine.kind.confidence < KNOWN:
        giver = agreed(
            lambda i: i.kind.value, lambda i: i.kind.value is not Kind.LAINNYA and i.kind.confidence >= KNOWN
        )
        if giver:
            mine = replace(mine, kind=_take(giver.identity.kind, giver.file))
    if not _good(mine.opd):
        giver = agreed(lambda i: office_key(i.opd.value or ""), lambda i: _good(i.opd))
        if giver:
            mine = replace(mine, opd=_take(giver.identity.opd, giver.file))
    if not _good(mine.first_year):
        giver = agreed(lambda i: (i.first_year.value, i.last_year.value), lambda i: _good(i.first_year))
        if giver is None and mine.first_year.value is None:
            giver = agreed(lambda i: (i.first_year.value, i.last_year.value), lambda i: i.first_year.confidence >= WEAK)
        if giver:
            first, last = giver.identity.first_year, giver.identity.last_year
            mine = replace(mine, first_year=_take(first, giver.file), last_year=_take(last, giver.file))
    if mine.stage.value is None:
        giver = agreed(lambda i: i.stage.value, lambda i: i.stage.value is not None)
        if giver and giver.identity.stage.confidence >= WEAK:
            mine = replace(mine, stage=_take(giver.identity.stage, giver.file))
    elif mine.stage.confidence < WEAK and len(alike) > 1 and all(s.identity.stage.value is None for s in alike):
        mine = replace(mine, stage=Claim(None, 0.0, f"Tahap diragukan ({mine.stage.reason.rstrip('.')})."))
    return mine


def _compatible(one: Identity, other: Identity) -> bool:
    """Whether nothing that both say for sure differs."""

    def differ(a: Claim[T | None], b: Claim[T | None]) -> bool:
        return _good(a) and _good(b) and a.value != b.value

    kinds = one.kind.value != other.kind.value and min(one.kind.confidence, other.kind.confidence) >= KNOWN
    if kinds and Kind.LAINNYA not in (one.kind.value, other.kind.value):
        return False
    if differ(one.region, other.region) or differ(one.first_year, other.first_year) or differ(one.stage, other.stage):
        return False
    return not (_good(one.opd) and _good(other.opd)) or same_office(one.opd.value, other.opd.value)


def same_office(one: str | None, other: str | None) -> bool:
    """Whether two names are spellings of one OPD: word order, "pengelola(an)", slips."""
    if one is None or other is None:
        return one is other
    a, b = office_key(one), office_key(other)
    return a == b or fuzz.ratio(a, b) >= SAME_OFFICE


def _share_period(parts: list[_Part], members: Sequence[int]) -> None:
    """A doubtful period of a plan (columns of a table) gives way to a sure one of the same plan that contains it."""
    plans = [parts[i] for i in members if parts[i].identity.kind.value in (Kind.RPJMD, Kind.RENSTRA)]
    for part in plans:
        mine = part.identity
        if _good(mine.first_year):
            continue
        sure = [
            other
            for other in plans
            if other is not part
            and other.identity.kind.value is mine.kind.value
            and _good(other.identity.first_year)
            and _compatible(mine, other.identity)
            and _contains(other.identity, mine)
        ]
        if len({(p.identity.first_year.value, p.identity.last_year.value) for p in sure}) == 1:
            giver = sure[0].identity
            part.identity = replace(
                mine,
                first_year=_take(giver.first_year, sure[0].file),
                last_year=_take(giver.last_year, sure[0].file),
            )


def _contains(outer: Identity, inner: Identity) -> bool:
    first, last = inner.first_year.value, inner.last_year.value
    if first is None or last is None:
        return False
    return (outer.first_year.value or 9999) <= first and last <= (outer.last_year.value or 0)


def _one_spelling(parts: list[_Part]) -> None:
    """Give the spellings of one OPD within one kind and region the most frequent form."""
    groups: dict[tuple[Kind, str | None], list[_Part]] = defaultdict(list)
    for part in parts:
        if part.identity.opd.value is not None:
            groups[part.identity.kind.value, part.identity.region.value].append(part)
    for group in groups.values():
        counted = Counter(part.identity.opd.value for part in group)
        names = [name for name, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0] or ""))]
        for part in group:
            name = next(n for n in names if same_office(n, part.identity.opd.value))
            part.identity = replace(part.identity, opd=replace(part.identity.opd, value=name))


def _key(part: _Part) -> tuple[str, ...]:
    """What makes two files one document; files of different folders are the same only when they say all of it."""
    identity = part.identity
    values = (
        identity.kind.value.value,
        identity.region.value,
        identity.opd.value,
        identity.first_year.value,
        identity.last_year.value,
        identity.stage.value.value if identity.stage.value else None,
    )
    key = tuple("" if value is None else str(value).casefold() for value in values)
    open_end = identity.first_year.value is None or identity.region.value is None
    return (*key, _folder(part.file) if open_end else "")


def _document(parts: Sequence[_Part], version: int) -> Document:
    identities = [part.identity for part in parts]
    best = max(identities, key=lambda identity: identity.kind.confidence)
    kind = best.kind.value
    files = tuple(part.file for part in parts)
    if kind is Kind.LAINNYA:
        ident = content_id("d", files[0].sha256)
    else:
        *key, folder = _key(parts[0])
        ident = content_id("d", *key, *([files[0].sha256] if version > 1 or folder else []))
    claims: list[Claim[str | None] | Claim[int | None]] = [best.region, best.opd, best.first_year]
    sure = [best.kind.confidence, *(claim.confidence for claim in claims if claim.value is not None)]
    return Document(
        id=ident,
        kind=kind,
        region=best.region.value,
        opd=best.opd.value,
        first_year=best.first_year.value,
        last_year=best.last_year.value,
        stage=best.stage.value,
        title=_title(parts),
        confidence=round(min(sure), 2),
        reason=_reason(best, parts, version),
        files=files,
    )


def _title(parts: Sequence[_Part]) -> str | None:
    """The title of the whole file, else that of the surest part."""
    ranked = sorted(
        parts, key=lambda part: (part.annex is not None and part.annex > -3, -part.identity.kind.confidence)
    )
    return next((part.identity.title for part in ranked if part.identity.title), None)


def _reason(best: Identity, parts: Sequence[_Part], version: int) -> str:
    said = [f"Jenis: {best.kind.reason}"]
    if best.opd.value is not None:
        said.append(f"OPD: {best.opd.reason}")
    said.append(f"Tahun: {best.first_year.reason}")
    if len(parts) > 1:
        chapters = [str(part.chapter) for part in parts if part.chapter is not None]
        said.append(f"{len(parts)} berkas digabung" + (f" (bab {', '.join(chapters)})." if chapters else "."))
    if version > 1:
        said.append(f"Versi ke-{version}: isinya tidak sama dengan berkas lain yang beridentitas sama.")
    return " ".join(said)


__all__ = ["Override", "group_documents", "override_identity", "resolve_identities", "same_office"]
