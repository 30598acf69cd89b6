"""Features to one number: additive weights in log odds, turned into the probability that two rows are one indicator."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from models.errors import ErrorCode, ExitCode, Problem, SelarasError

BIAS = "dasar"
"""Name of the constant among the weights."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by feature name (with `BIAS`), and the probabilities from which a pair is linked or shown to a person."""

    values: Mapping[str, float]
    link: float
    review: float


@cache
def weights() -> Weights:
    """The weights that are checked in (`weights.toml`): fitted ones where there are, else the prior."""
    data = _checked_in()
    return Weights({**data["prior"], **data["weight"]}, data["threshold"]["link"], data["threshold"]["review"])


def prior() -> dict[str, float]:
    """The checked-in judgement from before any fit."""
    return dict(_checked_in()["prior"])


def _checked_in() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = tomllib.loads(
        files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    )
    return found


def read_weights(path: Path) -> Weights:
    """Weights that were learned here (`write_weights`); what the file does not name is as checked in.

    Raises:
        SelarasError: WEIGHTS_INVALID when the file is not of that form. Nothing is guessed: links rest on it.
    """
    bar = weights()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        values = {name: float(number) for name, number in data["weight"].items()}
        if unknown := values.keys() - bar.values.keys():
            raise ValueError(f"bobot {', '.join(sorted(unknown))} tidak dikenal")
        if not all(math.isfinite(number) for number in values.values()):
            raise ValueError("ada bobot yang bukan bilangan")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        why = "tidak ada bagian [weight]" if isinstance(error, KeyError | AttributeError) else error
        raise SelarasError(
            Problem(
                ErrorCode.WEIGHTS_INVALID,
                f"Bobot penyelarasan {path} tidak dapat dipakai: {why}.",
                "Hapus berkas itu untuk kembali ke bobot bawaan, atau jalankan 'selaras align learn --ganti' lagi.",
            ),
            ExitCode.CONFIGURATION,
        ) from error
    return Weights({**bar.values, **values}, bar.link, bar.review)


def write_weights(path: Path, values: Mapping[str, float], note: str) -> None:
    """Write learned weights, in one step; `note` says what they were learned from.

    Raises:
        SelarasError: WEIGHTS_INVALID when the file cannot be written.
    """
    lines = [f"# {note}", "", "[weight]", *(f"{name} = {number}" for name, number in values.items())]
    temporary = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text("\n".join(lines) + "\n", encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise SelarasError(
            Problem(
                ErrorCode.WEIGHTS_INVALID,
                f"Bobot {path} tidak dapat ditulis ({error.strerror}).",
                "Periksa ruang simpan dan izin foldernya.",
            ),
            ExitCode.CONFIGURATION,
        ) from error


def sum_of(features: Mapping[str, float], values: Mapping[str, float], start: float = 0.0) -> float:
    """`start` and the weights of the features, added up; features without a weight count nothing."""
    for name, number in features.items():
        if number:
            start += number * values.get(name, 0.0)
    return start


def likelihood(values: Mapping[str, float], total: float) -> float:
    """The probability, 0 to 1, that a sum of weights means."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, values[BIAS] + total))))


def probability(features: Mapping[str, float], values: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that features mean."""
    return likelihood(values, sum_of(features, values))
