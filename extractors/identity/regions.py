"""Provinces, kabupaten and kota in a text, held against the official list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from extractors.identity.places import WEIGHT, Passage, Zone
from extractors.identity.votes import SURE, Votes, sentence
from models.document import Claim
from models.lexicon import entries


@dataclass(frozen=True, slots=True)
class Region:
    """One province, kabupaten or kota of the official list."""

    code: str
    name: str


@cache
def regions() -> dict[str, Region]:
    """The official list by lower-cased name ("kabupaten sumedang", "provinsi jawa barat")."""
    found = {}
    for line in files("models.lexicon").joinpath("wilayah.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, name = line.partition(" ")
            found[name.casefold()] = Region(code, name)
    return found


@cache
def _region_patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Known names, names after a level word that the list does not know, and the short names."""
    shorts = {entry["short"]: entry["name"] for entry in entries("identify", "region_short")}
    bare = sorted({key.split(" ", 1)[1] for key in regions()} | set(shorts), key=len, reverse=True)
    levels = (
        r"(?P<level>provinsi|propinsi|prov|prop|pemprov|gubernur|kabupaten|kab|pemkab|bupati|kota|wali ?kota|pemkot)"
    )
    spaced = "|".join(re.escape(name).replace(r"\ ", r"\s?") for name in bare)
    known = re.compile(rf"\b{levels}\b[. ]*(?P<name>{spaced})\b", re.I)
    unknown = re.compile(
        rf"(?<!/)(?<!/ )\b{levels}\b(?:(?<=prov|prop|.kab)\.)? (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,3}})", re.I
    )
    return known, unknown, shorts


_LEVEL = {
    "provinsi": "Provinsi", "propinsi": "Provinsi", "prov": "Provinsi", "prop": "Provinsi", "pemprov": "Provinsi",
    "gubernur": "Provinsi", "kabupaten": "Kabupaten", "kab": "Kabupaten", "pemkab": "Kabupaten", "bupati": "Kabupaten",
    "kota": "Kota", "walikota": "Kota", "wali kota": "Kota", "pemkot": "Kota",
}  # fmt: skip


def find_regions(text: str) -> list[tuple[str, bool]]:
    """Regions named in a text, in reading order: full name and whether the official list has it.

    A province right after its kabupaten or kota is left out: it only says where that lies.
    """
    known, unknown, shorts = _region_patterns()
    found: list[tuple[int, int, str, bool]] = []
    for match in known.finditer(text):
        level = _LEVEL[" ".join(match["level"].casefold().split())]
        name = " ".join(match["name"].casefold().split())
        full = shorts.get(name, f"{level} {name}") if level == "Provinsi" else f"{level} {name}"
        region = regions().get(full.casefold()) or _nearest(full)
        if region:
            found.append((match.start(), match.end(), region.name, True))
    for match in unknown.finditer(text):
        taken = any(start <= match.start() < end for start, end, _, _ in found)
        if taken or not (match["name"][0].isupper() and match["level"][0].isupper()):
            continue
        level = _LEVEL[" ".join(match["level"].casefold().split())]
        words = _until_end(match["name"].split(), match["level"])
        if words:
            full = f"{level} {' '.join(word.capitalize() for word in words)}"
            region = _nearest(full)
            found.append((match.start(), match.end(), region.name if region else full, region is not None))
    found.sort()
    kept: list[tuple[str, bool]] = []
    for index, (start, _, name, listed) in enumerate(found):
        if index and name.startswith("Provinsi") and listed:
            _, before_end, before, before_listed = found[index - 1]
            inside = before_listed and regions()[before.casefold()].code.startswith(regions()[name.casefold()].code)
            if start - before_end < 30 and (inside or not before_listed) and not before.startswith("Provinsi"):
                continue
        kept.append((name, listed))
    return kept


def _until_end(words: list[str], level: str) -> list[str]:
    ends = set(entries("identify", "region_end")[0]["words"])
    upper = level.isupper() and len(level) > 2
    kept: list[str] = []
    for word in words:
        if word.casefold().strip(".,") in ends or not word[0].isupper() or (upper and not word.isupper()):
            break
        kept.append(word.strip(".,"))
    return kept


def _nearest(full: str) -> Region | None:
    """The listed region of the same level that a misspelt name means, None when none is near."""
    level = full.split()[0].casefold()
    choices = [key for key in regions() if key.startswith(level)]
    hit = process.extractOne(full.casefold(), choices, scorer=fuzz.ratio, score_cutoff=91)
    return regions()[hit[0]] if hit else None


def claim_region(passages: Sequence[Passage]) -> Claim[str | None]:
    """The region that most and best places name."""
    votes = Votes()
    unlisted: set[str] = set()
    for passage in passages:
        weight = {Zone.BANNER: 0.05, Zone.CELL: 0.02, Zone.COLUMNS: 0.05, Zone.FOREWORD: 0.3, Zone.FILE: 0.3}.get(
            passage.zone, 4 * WEIGHT[passage.zone]
        )
        for name, listed in find_regions(passage.text):
            if not listed:
                if passage.zone in (Zone.BANNER, Zone.CELL, Zone.COLUMNS, Zone.FILE):
                    continue
                unlisted.add(name)
            votes.add(name, passage, weight, name)
    if not (ranked := votes.ranked()):
        return Claim(None, 0.0, "Nama provinsi, kabupaten, atau kota tidak ditemukan.")
    (name, count), *rest = ranked
    share = count / (count + (rest[0][1] if rest else 0.0))
    confidence = min(0.3 if votes.only_file(name) else SURE, share * min(1.0, 0.4 + count / 5))
    text = votes.reason(name)
    if name in unlisted:
        confidence *= 0.8
        text += "; nama ini tidak ada dalam daftar wilayah Kepmendagri 300.2.2-2138/2025"
    if rest and share < 0.75:
        text += f"; {rest[0][0]} juga disebut"
    return Claim(name, round(confidence, 2), sentence(text))
