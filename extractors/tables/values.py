"""The values of an indicator's row: unit, base year, targets, realisations and pagu into its draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.tables.budgets import pays, read_money, take_money
from extractors.tables.columns import MONEY, VALUES, Column, Role
from extractors.tables.draft import IndicatorDraft
from extractors.tables.rows import Row
from extractors.tables.sheet import Sheet
from extractors.tables.text import is_blank, squeeze
from models.quantity import Quantity, QuantityKind, parse_quantity
from models.units import UnitKind, canonical_unit, split_unit

_AMOUNT = re.compile(r"(?:rp\.?\s*)?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?:[.,]\d{1,2})?", re.IGNORECASE)
_UNIT_AND_VALUE = re.compile(r"(\D+?)\s+(?:[<>≤≥]?\d[\d.,]*|[-–—]|n/?a)", re.IGNORECASE)
"""An inferred column of units that swallowed the column of values beside it."""


def take_values(sheet: Sheet, row: Row, index: int, draft: IndicatorDraft) -> None:
    """Fill the draft of the indicator in column `index` with what the row's other columns say of it."""
    sources = [index]
    if index not in sheet.owning:
        right = [i for i in sheet.indicators if i > index and i in sheet.owning]
        if right and not sheet.own(row, right[0]):
            sources.append(right[0])
    unit_text = _unit(sheet, row, sources, draft)
    if unit_text and not draft.unit:
        draft.unit = [unit_text]
    _, bracket = split_unit(draft.name.read(sheet.words))
    unit = (draft.unit[0] if draft.unit else None) or bracket
    for place, column in enumerate(sheet.columns):
        if column.owner not in sources and column.role not in MONEY:
            continue
        raw = row.value(place)
        if is_blank(raw):
            continue
        if sheet.sanity.wrong(row, place) or (column.role in VALUES and _is_amount(raw, unit)):
            draft.confidence = min(draft.confidence, 0.4)
            draft.doubts.append(f"{raw[:40]} tidak cocok dengan kolom {column.role.value}")
            continue
        if column.role in VALUES:
            _take_value(sheet, draft, column, parse_quantity(raw, style=sheet.style, unit=unit))
            draft.quote.append(raw)
        elif column.role in MONEY and pays(sheet, row, index, column, sources):
            take_money(draft, column, read_money(sheet, row, place))
            if place in sheet.sanity.overscaled:
                draft.confidence = min(draft.confidence, 0.7)
                draft.doubts.append(f"pagu {raw[:30]} dibaca dalam rupiah penuh, bukan menurut satuan di kepala kolom")
            draft.quote.append(raw)
    _drop_units(draft)


def _is_amount(raw: str, unit: str | None) -> bool:
    """Millions where percent is meant: pagu that slipped into a column of values."""
    known = canonical_unit(unit)
    return known is not None and known.family == "persen" and _AMOUNT.fullmatch(raw.strip()) is not None


def _drop_units(draft: IndicatorDraft) -> None:
    """A cell with nothing but the unit that the other values of its row print behind their numbers is empty."""
    series = (draft.targets, draft.realisations, draft.baseline)
    units = {
        squeeze(value.unit) for held in series for value in held.values() if value.unit and value.value is not None
    }
    for held in series:
        for year in [y for y, v in held.items() if v.value is None and squeeze(v.raw) in units]:
            del held[year]


def _unit(sheet: Sheet, row: Row, owners: Sequence[int], draft: IndicatorDraft) -> str | None:
    for place, column in enumerate(sheet.columns):
        if column.role is Role.UNIT and column.owner in owners and (part := sheet.own(row, place)):
            text = sheet.joined(row, place)
            merged = None if part.ruled else _UNIT_AND_VALUE.fullmatch(text)
            known = canonical_unit(merged[1]) if merged else None
            if merged and known and known.kind is not UnitKind.UNKNOWN:
                draft.confidence = min(draft.confidence, 0.7)
                draft.doubts.append("satuan dan angka terbaca dalam satu kolom")
                return merged[1]
            return text
    return None


def _take_value(sheet: Sheet, draft: IndicatorDraft, column: Column, value: Quantity) -> None:
    if value.kind is QuantityKind.AMBIGUOUS:
        draft.confidence = min(draft.confidence, 0.6)
        draft.doubts.append(f"angka {value.raw} dapat dibaca dua cara")
    year = value.year if column.role is Role.BASELINE and value.year else column.year
    if column.role is Role.FINAL:
        draft.final = draft.final or value
        if column.text.casefold().startswith("target") and sheet.years.first is None and year is None:
            draft.confidence = min(draft.confidence, 0.6)
            draft.doubts.append("tahun target tidak diketahui")
    elif year is None:
        if column.role is Role.TARGET:
            draft.confidence = min(draft.confidence, 0.6)
            draft.doubts.append("tahun target tidak diketahui")
    elif column.role is Role.BASELINE:
        draft.baseline.setdefault(year, value)
    elif column.role is Role.TARGET:
        draft.targets.setdefault(year, value)
    elif column.role is Role.PARENT_TARGET:
        draft.parent_targets.setdefault(year, value)
    elif column.role is Role.REALISATION:
        if column.quarter:
            draft.quarters.setdefault(year, {}).setdefault(column.quarter, value)
        else:
            draft.realisations.setdefault(year, value)
