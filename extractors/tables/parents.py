"""Targets quoted from the plan above beside the document's own (Renja 5.1: `Target Renstra | Target Renja`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractors.tables.columns import Column, Role
from models.lexicon import entries

_PLANNED = re.compile(r"(?:target|pagu|kebutuhan|anggaran|rencana)", re.IGNORECASE)


def part_parents(columns: Sequence[Column], annual: bool | None) -> tuple[Column, ...]:
    """The columns, those quoted from a plan above told apart from the document's own of the same year.

    A quoted target is no target of the document, a quoted pagu none of its pagu. Where a table prints nothing but
    quoted targets (T-C.30), they stay its targets.

    Args:
        columns: with calendar years.
        annual: the document is about one year; then a target of a plan over several years, named so, is not its own.
    """
    made = list(columns)
    for index, column in enumerate(columns):
        if column.role not in (Role.TARGET, Role.BUDGET) or column.year is None or (plan := plan_of(column)) is None:
            continue
        beside = [
            c
            for i, c in enumerate(columns)
            if i != index and c.role is column.role and c.year == column.year and c.owner == column.owner
        ]
        if any(_is_above(plan, plan_of(other), annual) for other in beside):
            made[index] = replace(column, role=Role.PARENT_TARGET if column.role is Role.TARGET else Role.IGNORE)
    return tuple(made)


def _is_above(plan: str, other: str | None, annual: bool | None) -> bool:
    ranks = _ranks()
    if other is None:
        return annual is True and ranks[plan] < ranks["rkpd"]
    return ranks[plan] < ranks[other]


def plan_of(column: Column) -> str | None:
    """The plan that the lowest heading with one names: `Target ... > Target Renja 2026` is of the Renja.

    The headings must say that they are about targets or pagu: `Tingkat Capaian Renstra > K` is neither.
    """
    headings = column.text.split(" > ")
    if not any(_PLANNED.match(heading) for heading in headings):
        return None
    pattern = re.compile(rf"\b({'|'.join(_ranks())})\b", re.IGNORECASE)
    for heading in reversed(headings):
        named = {found.casefold() for found in pattern.findall(heading)}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


@cache
def _ranks() -> dict[str, int]:
    """Plans as headings name them, from the highest on."""
    (order,) = entries("headers", "plans")
    return {name: rank for rank, name in enumerate(order["downwards"])}
