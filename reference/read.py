"""A list from its file: nomenclature in levels or wide as SIPD exports it, reference indicators, region codes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from models import lexicon
from models.csv_text import plain
from models.ids import content_id
from models.reference import Entry, ListKind, ReferenceList, Tier
from reference.codes import listed_code, split_cell
from reference.sheet import Row, read_sheet, refused

_WIDE = ("bidang", "program", "kegiatan", "subkegiatan")
_REGION = re.compile(r"\d\d(?:\.\d\d)?")


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of a list; None where the file or its name is to tell.

    Attributes:
        years: plan years that it holds for.
        tier: for lists without a column for it.
    """

    kind: ListKind | None = None
    title: str | None = None
    years: tuple[int, int] | None = None
    source: str | None = None
    tier: Tier | None = None


def read_list(path: Path, told: Told = Told()) -> tuple[ReferenceList, tuple[str, ...]]:
    """Read a list, and say in Indonesian what was left out.

    Raises:
        SelarasError: REFERENCE_INVALID: no list, no entry, no year for a nomenclature, a code column of numbers.
    """
    columns, rows = read_sheet(path)
    kind = _kind(columns, rows)
    if told.kind and told.kind is not kind:
        raise refused(f"{path.name} tampak sebagai daftar {kind}, bukan {told.kind}.", "Periksa --jenis dan kolomnya.")
    notes: list[str] = []
    if kind is ListKind.REGIONS:
        found = _regions(rows)
    elif kind is ListKind.INDICATORS:
        found = _indicators(rows)
    elif _is_wide(columns):
        found = _wide(rows, told.tier, notes)
    else:
        found = _levels(rows, told.tier, notes)
    entries = tuple(dict.fromkeys(found))
    if not entries:
        raise refused(f"{path.name} tidak memuat satu entri pun.", "Periksa isinya di bawah baris judul kolom.")
    years = told.years or _years(path.stem)
    if kind is ListKind.NOMENCLATURE and years is None:
        raise refused(
            f"Tahun rencana yang memakai daftar {path.name} tidak diketahui.", "Sebutkan, misalnya --tahun 2024-2026."
        )
    data = path.read_bytes()
    identity = content_id("n", kind, years, *(e for entry in entries for e in (entry.level, entry.code, entry.name)))
    listed = ReferenceList(
        identity,
        told.title or path.stem,
        kind,
        years if kind is not ListKind.REGIONS else None,
        told.source or path.name,
        path.name,
        hashlib.sha256(data).hexdigest(),
        datetime.now(UTC).isoformat(timespec="seconds"),
        entries,
    )
    return listed, tuple(notes)


def _is_wide(columns: Iterable[str]) -> bool:
    """Names of all levels in one row; with a column of names of its own, these columns hold parts of the code."""
    names = set(columns)
    return names >= {"program", "kegiatan", "subkegiatan"} and not names >= {"kode", "nama"}


def _kind(columns: Iterable[str], rows: list[Row]) -> ListKind:
    names = set(columns)
    if _is_wide(names):
        return ListKind.NOMENCLATURE
    codes = [cells["kode"] for _, cells in rows if "kode" in cells]
    if "nama" in names and codes:
        regions = sum(bool(_REGION.fullmatch(code)) for code in codes)
        listed = sum(listed_code(code) is not None for code in codes)
        if listed >= 0.8 * len(codes) and any(code.count(".") >= 2 for code in codes):
            return ListKind.NOMENCLATURE
        if regions >= 0.8 * len(codes) and "indikator" not in names:
            return ListKind.REGIONS
    return ListKind.INDICATORS


def _levels(rows: Iterable[Row], tier: Tier | None, notes: list[str]) -> Iterator[Entry]:
    """Nomenclature with one item a row."""
    strange = []
    for number, cells in rows:
        found = listed_code(cells.get("kode", ""))
        if found is None or not cells.get("nama"):
            strange.append(number)
            continue
        code, level = found
        yield Entry(
            level,
            code,
            cells["nama"],
            _tier(cells.get("pemda")) or _tier_of(code) or tier,
            cells.get("indikator"),
            cells.get("satuan"),
            cells.get("definisi"),
            cells.get("sebelumnya"),
        )
    _tell(strange, notes)


def _wide(rows: Iterable[Row], tier: Tier | None, notes: list[str]) -> Iterator[Entry]:
    """Nomenclature with one sub kegiatan a row, and all above it in the same row."""
    strange = []
    for number, cells in rows:
        above: list[Entry] = []
        own = _tier(cells.get("pemda")) or tier
        for column in _WIDE:
            code, name = cells.get(f"kode_{column}"), cells.get(column, "")
            code, name = (code, name) if code else split_cell(name) or ("", "")
            found = listed_code(code)
            if found and name:
                above.append(Entry(found[1], found[0], name, _tier_of(found[0]) or own))
        if not above or above[-1].level != "subkegiatan":
            strange.append(number)
            continue
        yield from above[:-1]
        last = above[-1]
        yield Entry(
            last.level,
            last.code,
            last.name,
            own or last.tier,
            cells.get("indikator"),
            cells.get("satuan"),
            cells.get("definisi"),
            cells.get("sebelumnya"),
        )
    _tell(strange, notes)


def _indicators(rows: Iterable[Row]) -> Iterator[Entry]:
    for _, cells in rows:
        if name := cells.get("indikator") or cells.get("nama"):
            yield Entry(
                "indikator",
                cells.get("kode"),
                name,
                _tier(cells.get("pemda")),
                unit=cells.get("satuan"),
                definition=cells.get("definisi"),
                source=cells.get("sumber"),
            )


def _regions(rows: Iterable[Row]) -> Iterator[Entry]:
    for _, cells in rows:
        code, name = cells.get("kode", ""), cells.get("nama")
        if name and _REGION.fullmatch(code):
            yield Entry(Tier.DISTRICT if "." in code else Tier.PROVINCE, code, name)


def _tell(strange: list[int], notes: list[str]) -> None:
    if strange:
        shown = ", ".join(map(str, strange[:5])) + (" ..." if len(strange) > 5 else "")
        notes.append(f"{len(strange)} baris tanpa kode nomenklatur yang dikenal dilewati (baris {shown}).")


def _tier_of(code: str) -> Tier | None:
    """Kegiatan of provinces are numbered 1.xx, those of kabupaten and kota 2.xx; other numbers do not tell."""
    groups = code.split(".")
    return {"1": Tier.PROVINCE, "2": Tier.DISTRICT}.get(groups[3]) if len(groups) > 3 else None


def _tier(text: str | None) -> Tier | None:
    name = _tiers().get(plain(text or ""))
    return Tier(name) if name else None


@cache
def _tiers() -> dict[str, str]:
    return {plain(word): str(row["name"]) for row in lexicon.entries("reference", "tier") for word in row["words"]}


def _years(stem: str) -> tuple[int, int] | None:
    """Years in a file's name: `..._2024-2026`, or the year behind "pemutakhiran" or "rkpd"."""
    text = stem.replace("_", " ").lower()
    if found := re.search(r"\b(20\d\d) ?[-–] ?(20\d\d)\b", text):
        return int(found[1]), int(found[2])
    found = re.search(r"(?:pemutakhiran|rkpd|renja|tahun) ?(20\d\d)\b", text)
    return (int(found[1]), int(found[1])) if found else None
