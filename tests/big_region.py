"""A made region of any size with truth: two documents' records of many offices, in the shapes that real plans have.

Names are put together from kinds of measures, things and groups, in the words of this fictional region. What real plans
do to them is done to the right side: other spelling and capitals, slips, abbreviations, exchanged, added and dropped
words, another measure or unit, other targets, rows that fall away and rows that come in, offices that got another name.
Kecamatan, kelurahan and puskesmas carry clones of each other's rows, and every office the same support program.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

Record = dict[str, Any]


@dataclass(frozen=True)
class Region:
    """Records of the upper and the lower document, and the pairs of ids that are one indicator.

    Pairs are `unsure` whose rows print one indicator in different places of the document: they count neither way.
    """

    left: list[Record] = field(default_factory=list)
    right: list[Record] = field(default_factory=list)
    truth: set[tuple[str, str]] = field(default_factory=set)
    unsure: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True)
class _Topic:
    """What a kind of office is about: code of its urusan, groups of people, things, and what is done with them."""

    name: str
    code: str
    groups: list[str]
    things: list[str]
    deeds: list[str]


_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_OWN, _CLONED = ([_Topic(**entry) for entry in _DATA[group]] for group in ("own", "cloned"))
_SUPPORTED = ("yang disediakan", "yang disusun tepat waktu", "yang dipelihara", "yang dilaporkan")
_MEASURES = (
    ("Persentase", "%"), ("Jumlah", "Orang"), ("Cakupan", "Persen"), ("Rasio", "Rasio"), ("Indeks", "Poin"),
    ("Jumlah", "Unit"), ("Tingkat", "%"), ("Jumlah", "Dokumen"), ("Persentase", "Persen"),
)  # fmt: skip
_OTHER_UNIT = {"%": "Persen", "Persen": "%", "Orang": "orang", "Poin": "Indeks", "Dokumen": "Laporan", "Unit": "unit"}
_LEVELS = ("tujuan", "sasaran", "program", "program", "kegiatan", "kegiatan", "subkegiatan", "subkegiatan")
_REWORDED = {
    "mendapat": "memperoleh", "sesuai standar": "sesuai standar minimal", "dalam kondisi": "berkondisi",
    "tersedia": "ketersediaan", "ditangani": "tertangani", "terfasilitasi": "difasilitasi",
    "tepat waktu": "sesuai jadwal", "terlayani": "dilayani", "menerima": "mendapatkan", "aktif": "yang aktif bergerak",
    "peralatan": "perlengkapan", "peserta didik": "siswa", "lanjut usia": "lansia", "jumlah": "banyaknya",
}  # fmt: skip
_EXTRA = ("di wilayah daerah", "secara berkelanjutan", "tingkat kabupaten", "berbasis masyarakat", "tahun berjalan")
_SYLLABLES = [*map("".join, product("srmlktwnbdpjhgy", "aiu"))]

YEARS = range(2025, 2030)


def region(rows: int, offices: int, seed: int = 1) -> Region:
    """Make both documents of a region; the same arguments give the same region.

    Args:
        rows: records of the left document; the right one has about as many.
        offices: OPDs that share the rows. One in four is an office with a field of its own and has twice the rows of
            the others, which are kecamatan, kelurahan and puskesmas.
        seed: of the random choices.
    """
    rng = random.Random(seed)
    made = Region()
    shares = [2 if number % 4 == 0 else 1 for number in range(offices)]
    for number, share in enumerate(shares):
        size = round(rows * sum(shares[: number + 1]) / sum(shares)) - round(rows * sum(shares[:number]) / sum(shares))
        _office(made, number, share == 2, size, rng)
    return made


def _office(made: Region, number: int, own: bool, size: int, rng: random.Random) -> None:
    left_name, right_name, topic = _office_names(number, own, rng)
    # clones: all kecamatan draw from one sequence of names, so that they carry the same rows
    rows = _rows(topic, size, random.Random(topic.name) if not own else rng)
    groups: dict[str, tuple[list[str], list[str]]] = {}
    targets_of: dict[str, list[float]] = {}
    for place, (name, unit, program, level, code) in enumerate(rows):
        row_id = f"{number}.{place}"
        targets = targets_of.setdefault(name, _targets(unit, rng))
        left = _record(f"l{row_id}", name, unit, level, code, program, left_name, targets)
        lefts, rights = groups.setdefault(name, ([], []))
        lefts.append(f"l{row_id}")
        made.left.append(left)
        if rng.random() < 0.1:
            made.right.append(_new_row(f"r{row_id}", topic, right_name, rng))
            continue
        made.right.append(_later(left, f"r{row_id}", right_name, rng))
        rights.append(f"r{row_id}")
        made.truth.add((f"l{row_id}", f"r{row_id}"))
    for lefts, rights in groups.values():
        made.unsure.update(pair for pair in product(lefts, rights) if pair[0][1:] != pair[1][1:])


def _office_names(number: int, own: bool, rng: random.Random) -> tuple[str, str, _Topic]:
    place = f"{_word(rng).capitalize()} {_roman(number)}"
    if not own:
        topic = _CLONED[number % 4 - 1]
        left = f"{topic.name.capitalize()} {place}"
        return left, (left.upper() if rng.random() < 0.3 else left), topic
    topic = _OWN[number // 4 % len(_OWN)]
    left = f"Dinas {topic.name.title()} {place}"
    return left, (f"Badan Urusan {topic.name.title()} {place}" if rng.random() < 0.05 else left), topic


def _roman(number: int) -> str:
    """A word for a number, so that no two offices have one name."""
    word = ""
    while number or not word:
        number, rest = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[rest]
    return word.capitalize()


def _rows(topic: _Topic, size: int, rng: random.Random) -> Iterator[tuple[str, str, str, str, str]]:
    """Name, unit, program, level and code of an office's rows; one in twelve is printed again on another level.

    Every office has words of its own, about three for two rows, as real ones have: names of places, kinds and projects.
    """
    groups, things, deeds = topic.groups, topic.things, topic.deeds
    own = [_word(rng) for _ in range(size + size // 2)]
    made: list[tuple[str, str, int]] = []
    while len(made) < size:
        level = rng.choice(_LEVELS)
        again = rng.choice(made) if made and rng.random() < 0.08 else None
        place = again[2] if again else rng.randrange(4)
        program, code = f"Program Pengelolaan {things[place * 2].capitalize()}", f"{topic.code}.{place + 2:02d}"
        if again:  # the same indicator in another table of its program
            name, unit = again[:2]
        elif rng.random() < 0.12:
            place = -1
            name, unit = f"Jumlah {rng.choice(_DATA['support'])} {rng.choice(_SUPPORTED)} {rng.choice(own)}", "Dokumen"
        else:
            measure, unit = rng.choice(_MEASURES)
            group, thing, deed = rng.choice(groups), rng.choice(things), rng.choice(deeds)
            first, second = rng.choice(own), rng.choice(own)
            name = f"{measure} " + rng.choice(
                (
                    f"{group} {first} yang {deed}",
                    f"{thing} {first} {second}",
                    f"{thing} {first} yang {deed} {second}",
                    f"{first} {second} bagi {group}",
                )
            )
        if place < 0:
            program, code, level = "Program Penunjang Urusan Pemerintahan Daerah", "X.XX.01", "subkegiatan"
        if level in ("kegiatan", "subkegiatan"):
            code += f".2.{rng.randrange(1, 6):02d}" + (f".{rng.randrange(1, 20):04d}" if level == "subkegiatan" else "")
        made.append((name, unit, place))
        yield name, unit, program, level, "" if level in ("tujuan", "sasaran") else code


def _word(rng: random.Random) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(3))


def _targets(unit: str, rng: random.Random) -> list[float]:
    start = rng.uniform(20, 90) if unit in ("%", "Persen", "Poin") else rng.randrange(1, 900)
    if rng.random() < 0.25:
        return [100.0 if unit in ("%", "Persen") else float(round(start))] * len(YEARS)
    step = rng.uniform(0.3, 3)
    return [round(start + step * n, 2 if unit in ("%", "Persen", "Poin") else 0) for n in range(len(YEARS))]


def _later(left: Record, row_id: str, office: str, rng: random.Random) -> Record:
    """The row of the lower document for a row of the upper one."""
    name, unit = str(left["indicator"]), str(left["unit"])
    chance = rng.random()
    if chance < 0.12:
        name = _reworded(name, rng)
    elif chance < 0.18:
        name += f" {rng.choice(_EXTRA)}"
    elif chance < 0.22:
        name = name.replace("Persentase", "Jumlah").replace("Cakupan", "Persentase").replace("Tingkat", "Persentase")
        unit = "Orang" if name.startswith("Jumlah") else unit
    elif chance < 0.30:
        name = _slip(name, rng)
    elif chance < 0.45:
        name = rng.choice((name.upper(), name.title(), name.replace(" yang ", " yg "), name.replace(" dan ", " & ")))
    if rng.random() < 0.15:
        unit = _OTHER_UNIT.get(unit, unit)
    targets = [cell["value"] for cell in left["targets"].values()]
    if rng.random() < 0.3:
        targets = [round(value * rng.uniform(0.7, 1.2), 2) for value in targets]
    code = "" if rng.random() < 0.1 else str(left["code"] or "")
    program = str(left["context"]["program"])
    return _record(row_id, name, unit, str(left["level"]), code, program, office, targets)


def _new_row(row_id: str, topic: _Topic, office: str, rng: random.Random) -> Record:
    kinds = ("Lama penyelesaian", "Nilai kepuasan atas", "Luas", "Nilai ekonomi", "Frekuensi pemantauan")
    name = f"{rng.choice(kinds)} {rng.choice(topic.things)} oleh {rng.choice(topic.groups)}"
    targets = [float(rng.randrange(1, 99)) for _ in YEARS]
    return _record(row_id, name, "Hari", "program", f"{topic.code}.09", "Program Baru", office, targets)


def _reworded(name: str, rng: random.Random) -> str:
    fitting = [words for words in _REWORDED if words in name.casefold()]
    if not fitting:
        words = name.split()
        return " ".join(words[:-1]) if len(words) > 6 else name + " terpadu"
    words = rng.choice(fitting)
    at = name.casefold().index(words)
    return name[:at] + _REWORDED[words] + name[at + len(words) :]


def _slip(name: str, rng: random.Random) -> str:
    """One letter left out or doubled inside a longer word."""
    words = name.split()
    long = [n for n, word in enumerate(words) if len(word) > 6]
    if not long:
        return name
    chosen = rng.choice(long)
    word, at = words[chosen], rng.randrange(2, len(words[chosen]) - 2)
    words[chosen] = word[:at] + word[at + 1 :] if rng.random() < 0.5 else word[:at] + word[at] + word[at:]
    return " ".join(words)


def _record(
    row_id: str, name: str, unit: str, level: str, code: str, program: str, office: str, targets: Sequence[float]
) -> Record:
    return {
        "id": row_id,
        "document": "rekaan.pdf",
        "page": 1,
        "level": level,
        "context": {"program": program},
        "code": code or None,
        "indicator": name,
        "unit": unit,
        "targets": {str(year): {"raw": str(value), "value": value} for year, value in zip(YEARS, targets, strict=True)},
        "budgets": {},
        "opd": office,
    }
