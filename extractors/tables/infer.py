"""Columns whose heading does not say what they hold: their content tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.tables.columns import MONEY, VALUES, Column, Role
from extractors.tables.rows import Row
from extractors.tables.text import is_blank
from models.units import UnitKind, canonical_unit

_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d{1,2})?(?:,-)?|(?:Rp\.?\s*)?\d{7,}")
_CODE = re.compile(r"\d{1,3}(?:\.\d{1,4}){1,6}\.?|[\dX](?:\.[\dX]{2})+")
_NUMBER = re.compile(r"[<>≤≥±]?\s*\d[\d.,]*\s*%?|[-–—]|n/?a", re.IGNORECASE)
_COUNTED = re.compile(r"[<>≤≥±]?\s*\d[\d.,]*\s*(?:%|[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = 4
"""Words from which on a text in a column of values is no predicate, level or unit."""
_YEAR_AT_END = re.compile(r"\b20\d\d$")
_OPEN = (Role.UNKNOWN, Role.URUSAN, Role.NAME)
"""Roles of a column that a word slipped into its heading may have given."""
_FIRST_WORD = {"program": Role.PROGRAM, "kegiatan": Role.KEGIATAN, "sasaran": Role.SASARAN, "tujuan": Role.TUJUAN}
_SHARE, _MOST = 0.6, 0.8


def infer(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with roles taken from what stands in them where the headings leave it open."""
    made = list(columns)
    indicators = [i for i, c in enumerate(made) if c.role is Role.INDICATOR]
    for index, column in enumerate(made):
        texts = _texts(rows, index)
        if len(texts) < 2:
            continue
        if column.role is Role.UNKNOWN and indicators and index < indicators[-1]:
            role = _text_role(texts)
            if role is not None and not any(c.role is role for c in made):
                made[index] = replace(column, role=role, score=0.7)
        elif column.role is Role.UNKNOWN and indicators and _share(_AMOUNT, texts) > _MOST:
            rivals = [
                _share(_AMOUNT, _texts(rows, i)) for i, c in enumerate(made) if i > index and c.role is column.role
            ]
            purest = _share(_AMOUNT, texts) >= max(rivals, default=0.0)  # another one holds nothing but amounts
            if purest and not any(c.role in MONEY and not c.forward for c in made):
                made[index] = replace(column, role=Role.BUDGET, score=0.7, owner=indicators[-1])
        elif _is_nameless_target(made, index, indicators) and _share(_NUMBER, texts) > _MOST:
            if not any(_AMOUNT.fullmatch(text) for text in texts):
                made[index] = replace(column, role=Role.TARGET, score=0.6, owner=indicators[-1])
        elif (
            column.role is Role.TARGET
            and not column.text.casefold().startswith("target")
            and _share(_AMOUNT, texts) > _MOST
        ):
            twin = any(c.role in MONEY and c.year == column.year and c.forward == column.forward for c in made)
            if not twin and any(c.role in VALUES for i, c in enumerate(made) if i != index):
                made[index] = replace(column, role=Role.BUDGET, score=min(column.score, 0.8))
    made = _second_half(_in_money(made, rows), rows)
    return _alike(_year_run(_units(_prose(made, rows), rows), rows), rows)


def _in_money(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """In a table of yearly amounts without targets the condition at the start and at the end are amounts too."""
    made = list(columns)
    yearly = {c.role for c in made if c.year or c.term or c.offset is not None}
    if Role.BUDGET not in yearly or any(c.role is Role.TARGET for c in made):
        return made
    for index, column in enumerate(made):
        if column.role in (Role.BASELINE, Role.FINAL):
            texts = [text for text in _texts(rows, index) if text.strip() != "0"]
            if texts and _share(_AMOUNT, texts) > _MOST:
                role = Role.BUDGET if column.role is Role.BASELINE else Role.FINAL_BUDGET
                made[index] = replace(column, role=role, score=min(column.score, 0.8))
    return made


def _second_half(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Two columns under one heading of indicators of which the second holds `1 Dokumen`, `27 Kab/Kota`: its targets."""
    made = list(columns)
    for before, (left, right) in enumerate(pairwise(columns)):
        if left.role is not Role.INDICATOR or right.role is not Role.INDICATOR or left.text != right.text:
            continue
        texts = _texts(rows, before + 1)
        if texts and sum(_COUNTED.match(text.strip()) is not None for text in texts) > _SHARE * len(texts):
            made[before + 1] = replace(right, role=Role.TARGET, score=0.7, owner=before)
            made = [replace(c, owner=before) if c.owner == before + 1 else c for c in made]
    return made


def _is_nameless_target(columns: Sequence[Column], index: int, indicators: Sequence[int]) -> bool:
    """A column without any heading right of the indicator or its unit, in a table that names no values."""
    if columns[index].role is not Role.UNKNOWN or columns[index].text or not indicators:
        return False
    before = columns[index - 1] if index else None
    beside = index - 1 == indicators[-1] or (before is not None and before.role is Role.UNIT)
    return beside and not any(c.role in VALUES for c in columns)


def _prose(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """A column of values in an inferred table that holds sentences: the heading of another column slipped over it."""
    made = list(columns)
    for index, column in enumerate(columns):
        if column.role not in VALUES:
            continue
        texts = _texts([row for row in rows if index in row.parts and not row.parts[index].ruled], index)
        sentences = sum(len(_WORD.findall(text)) >= _SENTENCE for text in texts)
        numbers = sum(_NUMBER.fullmatch(text.strip()) is not None for text in texts)
        if len(texts) >= 2 and sentences and sentences > 2 * numbers:
            made[index] = replace(column, role=Role.UNKNOWN, year=None, owner=None)
    return made


def _year_run(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Values headed by a year next to a target of the year before or after are targets: its heading spans them too.

    So are achievements before those of the next year; after them years to come may stand under an empty heading.
    """
    made = list(columns)
    for step in (1, -1):
        order = range(1, len(made)) if step == 1 else range(len(made) - 2, -1, -1)
        for index in order:
            column, beside = made[index], made[index - step]
            year = _YEAR_AT_END.search(column.text)
            if column.role not in _OPEN or beside.year is None or year is None:
                continue
            before = step == -1 and beside.role is Role.REALISATION and not _is_ruled(rows, index)
            if beside.role is not Role.TARGET and not before:
                continue
            texts = _texts(rows, index)
            if int(year[0]) == beside.year + step and texts and _share(_NUMBER, texts) > _MOST:
                made[index] = replace(
                    column, role=beside.role, year=int(year[0]), owner=beside.owner, score=min(beside.score, 0.8)
                )
    return made


def _units(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """A second column of indicators in an inferred table with nothing but units: a title slipped into its heading."""
    made = list(columns)
    if any(c.role is Role.UNIT for c in made):
        return made
    indicators = [i for i, c in enumerate(made) if c.role is Role.INDICATOR]
    for before, index in pairwise(indicators):
        texts = _texts([row for row in rows if index in row.parts and not row.parts[index].ruled], index)
        units = [unit for text in texts if (unit := canonical_unit(text)) is not None]
        known = sum(unit.kind is not UnitKind.UNKNOWN for unit in units)
        if len(texts) >= 2 and known > _MOST * len(texts):
            made[index] = replace(made[index], role=Role.UNIT, score=0.7, owner=index)
            made = [replace(c, owner=before) if c.owner == index else c for c in made]
    return made


def _alike(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Several columns under one heading cell (its inner lines are missing): content tells value, money and the rest."""
    made = list(columns)
    for index, column in enumerate(columns):
        twins = [c for c in columns if c.text == column.text and c.role is column.role]
        if column.role is not Role.TARGET or len(twins) < 2 or len(column.text) < 20:
            continue
        texts = _texts(rows, index)
        if not texts:
            continue
        if _share(_AMOUNT, texts) >= _SHARE:
            made[index] = replace(column, role=Role.BUDGET, score=0.7)
        elif sum(any(ch.isdigit() for ch in text) for text in texts) < 0.4 * len(texts):
            made[index] = replace(column, role=Role.IGNORE, score=0.7)
    return tuple(made)


def _is_ruled(rows: Sequence[Row], index: int) -> bool:
    return any(row.parts[index].ruled for row in rows if index in row.parts)


def _texts(rows: Sequence[Row], index: int) -> list[str]:
    texts = (row.value(index) for row in rows)
    return [text for text in texts if not is_blank(text)]


def _text_role(texts: Sequence[str]) -> Role | None:
    if _share(_CODE, [text.replace(" ", "") for text in texts]) >= _SHARE:
        return Role.CODE
    for word, role in _FIRST_WORD.items():
        if sum(text.casefold().startswith(word) for text in texts) >= _SHARE * len(texts):
            return role
    return None


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    return sum(pattern.fullmatch(text) is not None for text in texts) / max(1, len(texts))
