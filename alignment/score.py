"""Features to one number: additive weights in log odds, turned into the probability that two rows are one indicator."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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
    data = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    values = {**data["prior"], **data.get("weight", {})}
    return Weights(values, data["threshold"]["link"], data["threshold"]["review"])


def log_odds(features: Mapping[str, float], values: Mapping[str, float]) -> float:
    """Sum of weights; features without a weight count nothing."""
    return values[BIAS] + sum(number * values.get(name, 0.0) for name, number in features.items() if number)


def probability(features: Mapping[str, float], values: Mapping[str, float]) -> float:
    """The log odds as a probability, 0 to 1."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, log_odds(features, values)))))
