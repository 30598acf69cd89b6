"""What the tables and the prose say: indicators with values and pagu per year, plan items, goal statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from models.evidence import Evidence
from models.quantity import Quantity


class Level(StrEnum):
    """What an indicator measures (Permendagri 86/2017: tujuan ... subkegiatan; iku, ikk, ikd are lists)."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    IKU = "iku"
    IKK = "ikk"
    IKD = "ikd"
    LAINNYA = "lainnya"


class ItemLevel(StrEnum):
    """Rung of a row in a program table."""

    OPD = "opd"
    URUSAN = "urusan"
    BIDANG = "bidang"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"


class StatementKind(StrEnum):
    """Goal statements of the cascade. A program prioritas stands beside the strategi: under a sasaran or a misi."""

    VISI = "visi"
    MISI = "misi"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    STRATEGI = "strategi"
    ARAH_KEBIJAKAN = "arah kebijakan"
    PROGRAM_PRIORITAS = "program prioritas"


@dataclass(frozen=True, slots=True)
class Context:
    """The statements and items a row stands under, without list numbers. `urusan` is the nearest bidang urusan."""

    misi: str | None = None
    tujuan: str | None = None
    sasaran: str | None = None
    urusan: str | None = None
    program: str | None = None
    kegiatan: str | None = None
    subkegiatan: str | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """Pagu of one year: the printed text and rupiah after the column's scale (None when not readable)."""

    raw: str
    rupiah: Decimal | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator row of a table.

    Attributes:
        evidence: place of the row; its quote is the row's printed text.
        name: the indicator's name without list number and without a unit in brackets at its end.
        level: what it measures, None when the table does not say.
        context: statements and items above the row.
        caption: the table's caption or number where printed.
        code: nomenclature code of the program, kegiatan or sub kegiatan, digits and points only.
        unit: as printed (column, brackets, or behind the values).
        baseline, targets, realisations: values by calendar year.
        parent_targets: targets by year that the row quotes from the plan above (`Target Renstra`) beside its own.
        final: target for the end of the period where it has a column of its own.
        budgets: pagu by year.
        quarters, quarter_spending: {year: {"I": ...}} (form E.81).
        responsible: OPD or unit named as responsible in the row or in the banner above it.
        definition, formula, source: what the table tells of the indicator besides its values (definisi operasional,
            cara perhitungan, sumber data); empty where the cell is printed empty, None without such a column.
        note: what stands in the row's column for notes, "" when nothing does; None when there is no such column.
        confidence: 0 to 1; below 0.5 the row goes to "perlu diperiksa".
        doubts: Indonesian words on why confidence was lowered.
    """

    evidence: Evidence
    name: str
    level: Level | None = None
    context: Context = Context()
    caption: str | None = None
    code: str | None = None
    unit: str | None = None
    baseline: dict[int, Quantity] = field(default_factory=dict)
    targets: dict[int, Quantity] = field(default_factory=dict)
    final: Quantity | None = None
    realisations: dict[int, Quantity] = field(default_factory=dict)
    budgets: dict[int, Money] = field(default_factory=dict)
    quarters: dict[int, dict[str, Quantity]] = field(default_factory=dict)
    quarter_spending: dict[int, dict[str, Money]] = field(default_factory=dict)
    responsible: str | None = None
    definition: str | None = None
    formula: str | None = None
    source: str | None = None
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    parent_targets: dict[int, Quantity] = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One urusan, bidang, program, kegiatan or sub kegiatan row of a program table, with or without indicator.

    `final_budget` is the pagu of the end-of-period column. Pagu here is the row's own, once, so sums are meant.
    `caption` is the table's, as for an indicator.
    """

    evidence: Evidence
    level: ItemLevel
    name: str
    code: str | None = None
    context: Context = Context()
    responsible: str | None = None
    budgets: dict[int, Money] = field(default_factory=dict)
    final_budget: Money | None = None
    confidence: float = 1.0
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One goal statement.

    `parent` is the text of the statement above it, `source` is "tabel" or "prosa", `year` that of an arah kebijakan
    which holds for one year.
    """

    evidence: Evidence
    kind: StatementKind
    text: str
    number: str | None = None
    parent: str | None = None
    parent_kind: StatementKind | None = None
    source: str = "prosa"
    confidence: float = 1.0
    year: int | None = None


def _json_number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _json_cell(quantity: Quantity) -> dict[str, Any]:
    return {"raw": quantity.raw, "value": _json_number(quantity.value)}


def _json_years(cells: dict[int, Quantity]) -> dict[str, Any]:
    return {str(year): _json_cell(cell) for year, cell in sorted(cells.items())}


def to_record(indicator: Indicator) -> dict[str, Any]:
    """The indicator as one JSON object of the record contract (`selaras/indicator-record/1`)."""
    where = indicator.evidence
    context = indicator.context
    return {
        "document": where.file,
        "page": where.page,
        "table": where.table,
        "caption": indicator.caption,
        "level": indicator.level.value if indicator.level else None,
        "context": {
            name: value
            for name in ("misi", "tujuan", "sasaran", "urusan", "program", "kegiatan", "subkegiatan")
            if (value := getattr(context, name))
        },
        "code": indicator.code,
        "indicator": indicator.name,
        "unit": indicator.unit,
        "baseline": _json_years(indicator.baseline),
        "targets": _json_years(indicator.targets),
        "parent_targets": _json_years(indicator.parent_targets),
        "final": _json_cell(indicator.final) if indicator.final else None,
        "realisations": _json_years(indicator.realisations),
        "quarters": {
            str(year): {q: _json_cell(cell) for q, cell in cells.items()}
            for year, cells in sorted(indicator.quarters.items())
        },
        "quarter_spending": {
            str(year): {q: {"raw": m.raw, "rupiah": _json_number(m.rupiah)} for q, m in cells.items()}
            for year, cells in sorted(indicator.quarter_spending.items())
        },
        "budgets": {
            str(year): {"raw": money.raw, "rupiah": _json_number(money.rupiah)}
            for year, money in sorted(indicator.budgets.items())
        },
        "responsible": indicator.responsible,
        "note": indicator.note,
        "bbox": list(where.box) if where.box else None,
        "confidence": round(indicator.confidence, 3),
        "doubts": list(indicator.doubts),
    }
