"""Rubrics as data: components, criteria, weights and scale of one way to score plans (`rubrics/<name>.toml`).

name, scope (pd, daerah), basis, note
[[scale]]                 best first: answer, value (0-100), and `above` (open) or `least` (closed) for the share met
[[part]]                  number, name, weight
[[part.criterion]]        name, then `measure` (a file of criteria/) and, where nothing can be measured, `person` (why);
                          `not_above`: measures whose mean value is the most it can get; `unmet`: greatest number of
                          things not met for each answer but the last, instead of a share
Criteria of a part weigh the same unless they carry `weight`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from models.errors import ErrorCode, ExitCode, Problem, SelarasError


@dataclass(frozen=True, slots=True)
class Answer:
    """One step of a scale: it is given to shares above (or, when `closed`, from) `bound` on."""

    name: str
    value: float
    bound: float
    closed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion of a rubric; `measure` None: judged by a person only, and `person` says why."""

    number: str
    name: str
    weight: float
    measure: str | None
    person: str | None
    not_above: tuple[str, ...] = ()
    unmet: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A component with its criteria."""

    number: str
    name: str
    weight: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """One way to score. Without a scale the value of a criterion is 100 times its share."""

    key: str
    name: str
    scope: tuple[str, ...]
    basis: str
    note: str
    scale: tuple[Answer, ...]
    parts: tuple[Part, ...]


@cache
def load_rubrics() -> tuple[Rubric, ...]:
    """The rubrics that come with Selaras, by key."""
    folder = resources.files("warehouse") / "rubrics"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)
    return tuple(parse_rubric(f.name.removesuffix(".toml"), f.read_text(encoding="utf-8")) for f in files)


def read_rubric(path: Path) -> Rubric:
    """A rubric of a region's own.

    Raises:
        SelarasError: SETTINGS_INVALID when it cannot be read.
    """
    try:
        return parse_rubric(path.stem, path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        said = f"kunci {error} tidak ada" if isinstance(error, KeyError) else str(error)
        raise SelarasError(
            Problem(
                ErrorCode.SETTINGS_INVALID,
                f"Rubrik {path} tidak dapat dipakai: {said}.",
                "Bandingkan dengan docs/penilaian.md, bagian Rubrik sendiri.",
            ),
            ExitCode.CONFIGURATION,
        ) from error


def parse_rubric(key: str, text: str) -> Rubric:
    """Read a rubric.

    Raises:
        ValueError, KeyError: it is no TOML, or lacks something.
    """
    data = tomllib.loads(text)
    return Rubric(
        key,
        str(data["name"]),
        tuple(data["scope"]),
        str(data["basis"]),
        str(data.get("note", "")),
        tuple(_answer(row) for row in data.get("scale", ())),
        tuple(_part(row) for row in data["part"]),
    )


def _answer(row: Mapping[str, Any]) -> Answer:
    closed = "least" in row
    return Answer(str(row["answer"]), float(row["value"]), float(row["least"] if closed else row["above"]), closed)


def _part(row: Mapping[str, Any]) -> Part:
    criteria, weight = row["criterion"], float(row["weight"])
    lines = []
    for place, one in enumerate(criteria, 1):
        if not one.get("measure") and not one.get("person"):
            raise ValueError(f"kriteria '{one['name']}' tanpa measure dan tanpa person")
        lines.append(
            Line(
                f"{row['number']}.{place}",
                str(one["name"]),
                float(one.get("weight", weight / len(criteria))),
                one.get("measure"),
                one.get("person"),
                tuple(one.get("not_above", ())),
                tuple(one.get("unmet", ())),
            )
        )
    return Part(str(row["number"]), str(row["name"]), weight, tuple(lines))
