"""Which kinds of statements may be one in which documents, what weighs how much, and which words say little.

All of it is data: `statements.toml` beside this file, and the verbs and measure words of the lexicon.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from alignment.score import Weights
from models import lexicon
from models.indicator import StatementKind


class Rules(NamedTuple):
    """Which kinds may be one statement: `same` and `shift` freely, `far` for a person. `whole`: all should be found."""

    same: frozenset[tuple[StatementKind, StatementKind]]
    shift: frozenset[tuple[StatementKind, StatementKind]]
    far: frozenset[tuple[StatementKind, StatementKind]]
    whole: bool


@cache
def tier_rules() -> Mapping[str, Rules]:
    """Rules by pair of kinds of documents."""
    found: dict[str, Rules] = {}
    for row in _data()["tier"]:
        same = frozenset((StatementKind(kind), StatementKind(kind)) for kind in row["same"])
        shift, far = _kinds(row["shift"]), _kinds(row["far"])
        found.update((tier, Rules(same, shift, far, bool(row["whole"]))) for tier in row["tiers"])
    return found


def _kinds(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[StatementKind, StatementKind]]:
    return frozenset((StatementKind(left), StatementKind(right)) for left, right in pairs)


@cache
def bar() -> Weights:
    """Weights and thresholds of statements."""
    data = _data()
    return Weights(data["weight"], data["threshold"]["link"], data["threshold"]["review"])


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("statements.toml").read_text(encoding="utf-8"))


@cache
def lead_weight() -> float:
    """What the verb in front of a statement weighs of what another word does."""
    return float(_data()["lead"]["weight"])


@cache
def leads() -> Mapping[str, str]:
    """Verbs and nouns of change -> which way: "naik", "turun", or "" when they do not say."""
    verbs = {word: str(row.get("change", "")) for row in lexicon.entries("measures", "verb") for word in row["words"]}
    nouns = {word: str(row["direction"]) for row in lexicon.entries("measures", "change") for word in row["words"]}
    return verbs | nouns


@cache
def generic() -> Mapping[str, float]:
    """Weights of words that most statements share."""
    return {w: float(row["weight"]) for row in lexicon.entries("measures", "generic") for w in row["words"]}
