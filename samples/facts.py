"""The fictional city's facts: one consistent source of truth, read from `kota.toml`.

Every document of the demo set is printed from these facts, so without planted changes no document contradicts another.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

Value: TypeAlias = Decimal | str
"""A number as it is meant (its exponent is the number of decimals printed), or a word such as an audit opinion."""

BASE_YEAR = 2024
YEARS = tuple(range(2025, 2031))
"""Target years of an RPJMD 2025-2029 under Inmendagri 2/2025."""
BUDGET_YEARS = tuple(range(2026, 2031))
PLAN_YEAR = 2026
"""The year of the RKPD and of the Renja."""

_GROWTH = {
    2026: Decimal(1),
    2027: Decimal("1.042"),
    2028: Decimal("1.087"),
    2029: Decimal("1.131"),
    2030: Decimal("1.178"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with its values from the base year on. `owner` is the key of the OPD that answers for it."""

    name: str
    unit: str
    values: dict[int, Value]
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A tujuan or sasaran with its indicators, and for a tujuan its sasaran.

    `nspk` is the norm that a Renstra names, `programs` the codes of the priority programs that serve a sasaran.
    """

    text: str
    measures: tuple[Measure, ...]
    children: tuple[Goal, ...] = ()
    nspk: str | None = None
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Misi:
    """One mission and its goals."""

    text: str
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Subkegiatan:
    """One sub kegiatan with its prescribed output indicator and its pagu in rupiah by year."""

    code: str
    name: str
    measure: Measure
    pagu: dict[int, int]


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """One kegiatan; its pagu is the sum of its sub kegiatan."""

    code: str
    name: str
    measures: tuple[Measure, ...]
    children: tuple[Subkegiatan, ...]

    @property
    def pagu(self) -> dict[int, int]:
        """Rupiah by year."""
        return _sum([child.pagu for child in self.children])


@dataclass(frozen=True, slots=True)
class Program:
    """One program; its pagu is the sum of its kegiatan, or its own where no Renstra is part of the set."""

    code: str
    name: str
    outcome: str
    measures: tuple[Measure, ...]
    children: tuple[Kegiatan, ...]
    own_pagu: dict[int, int] | None = None

    @property
    def pagu(self) -> dict[int, int]:
        """Rupiah by year."""
        return self.own_pagu or _sum([child.pagu for child in self.children])


@dataclass(frozen=True, slots=True)
class Opd:
    """One office. Offices without goals appear in the RPJMD and the RKPD only."""

    key: str
    name: str
    short: str
    code: str
    bidang: tuple[tuple[str, str], ...]
    programs: tuple[Program, ...]
    goals: tuple[Goal, ...] = ()
    ikk: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class City:
    """All facts. `opds` are in the order of the documents."""

    name: str
    province: str
    visi: str
    misi: tuple[Misi, ...]
    opds: tuple[Opd, ...]
    iku: tuple[Measure, ...]
    ikd: tuple[tuple[str, tuple[Measure, ...]], ...]

    def opd(self, key: str) -> Opd:
        """The office with this key."""
        return next(opd for opd in self.opds if opd.key == key)


def _sum(amounts: list[dict[int, int]]) -> dict[int, int]:
    return {year: sum(amount[year] for amount in amounts) for year in BUDGET_YEARS}


def parse_value(text: str) -> Value:
    """A number written with a decimal comma, else the word itself."""
    try:
        return Decimal(text.replace(",", "."))
    except ArithmeticError:
        return text


def parse_series(text: str) -> dict[int, Value]:
    """Values of the base year and the six target years: seven of them, one that stays, or `start+step`."""
    years = (BASE_YEAR, *YEARS)
    if "+" in text:
        start, step = (Decimal(part.replace(",", ".")) for part in text.split("+"))
        return {year: start + n * step for n, year in enumerate(years)}
    parts = text.split()
    if len(parts) == 1:
        parts *= len(years)
    if len(parts) != len(years):
        raise ValueError(f"{text!r} is not a series of {len(years)} values")
    return {year: parse_value(part) for year, part in zip(years, parts, strict=True)}


def _pagu(million: float, grain: int) -> dict[int, int]:
    base = Decimal(str(million)) * 1_000_000
    return {
        year: int((base * growth / grain).quantize(Decimal(1), ROUND_HALF_UP)) * grain
        for year, growth in _GROWTH.items()
    }


class _Reader:
    """Reads the TOML; an indicator given by its name alone is the one that was defined elsewhere."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.known: dict[str, Measure] = {}
        self._define(data, None)

    def _define(self, node: Any, owner: str | None) -> None:
        if isinstance(node, dict):
            owner = node.get("key", owner)
            for field, value in node.items():
                if field in ("indicators", "ikk"):
                    for entry in value:
                        if isinstance(entry, list):
                            name, unit, series, *rest = entry
                            self.known.setdefault(
                                name, Measure(name, unit, parse_series(series), rest[0] if rest else owner)
                            )
                else:
                    self._define(value, owner)
        elif isinstance(node, list):
            for value in node:
                self._define(value, owner)

    def measures(self, entries: list[Any]) -> tuple[Measure, ...]:
        return tuple(self.known[entry if isinstance(entry, str) else entry[0]] for entry in entries)

    def goals(self, nodes: list[dict[str, Any]]) -> tuple[Goal, ...]:
        return tuple(
            Goal(
                node["text"],
                self.measures(node["indicators"]),
                self.goals(node.get("sasaran", [])),
                node.get("nspk"),
                tuple(node.get("programs", ())),
            )
            for node in nodes
        )

    def opd(self, node: dict[str, Any]) -> Opd:
        grain = node.get("grain", 1000)
        programs = []
        for program in node["program"]:
            children = tuple(
                Kegiatan(
                    kegiatan["code"],
                    kegiatan["name"],
                    self.measures(kegiatan["indicators"]),
                    tuple(
                        Subkegiatan(
                            code, name, Measure(output, unit, parse_series(series), node["key"]), _pagu(million, grain)
                        )
                        for code, name, output, unit, series, million in kegiatan["sub"]
                    ),
                )
                for kegiatan in program.get("kegiatan", [])
            )
            own = _pagu(program["pagu"], grain) if "pagu" in program else None
            programs.append(
                Program(
                    program["code"],
                    program["name"],
                    program["outcome"],
                    self.measures(program["indicators"]),
                    children,
                    own,
                )
            )
        return Opd(
            node["key"],
            node["name"],
            node["short"],
            node["code"],
            tuple((code, name) for code, name in node["bidang"]),
            tuple(programs),
            self.goals(node.get("tujuan", [])),
            self.measures(node.get("ikk", [])),
        )

    def city(self) -> City:
        data = self.data
        return City(
            data["city"]["name"],
            data["city"]["province"],
            data["city"]["visi"],
            tuple(Misi(node["text"], self.goals(node["tujuan"])) for node in data["misi"]),
            tuple(self.opd(node) for node in data["opd"]),
            self.measures(data["iku"]["indicators"]),
            tuple((node["group"], self.measures(node["indicators"])) for node in data["ikd"]),
        )


@cache
def load_city() -> City:
    """The city of `kota.toml`."""
    return _Reader(tomllib.loads(files("samples").joinpath("kota.toml").read_text("utf-8"))).city()
