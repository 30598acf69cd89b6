"""Whatever stands in a table, reading it does not fail."""

from __future__ import annotations

import unittest

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.tables.records import read_tables
from models.document import Kind
from tests.table_layouts import LEFT, UP, identity, layout, table

WORDS = [
    "", "-", "No", "Kode", "Program/Kegiatan", "Program", "Sasaran", "Indikator", "Satuan", "Target 2026", "Target",
    "Rp", "2026", "Tahun ke-1", "Pagu Indikatif (Rp)", "Realisasi", "Kondisi Awal", "Kondisi Akhir", "Ket.", "1",
    "(2)", "1.02.03", "5 Unit", "5.000.000", "12,5", "1. Luas|2. Panjang", "Program Kebun", "Luas kebun (Ha)",
    "Triwulan I", "K", "Jumlah", LEFT, UP,
]  # fmt: skip


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    columns = draw(st.integers(1, 7))
    rows = draw(st.integers(1, 8))
    made = [[draw(st.sampled_from(WORDS)) for _ in range(columns)] for _ in range(rows)]
    for r, row in enumerate(made):
        for c, word in enumerate(row):
            if (word == LEFT and (c == 0 or (r and made[r][c - 1] == UP))) or (
                word == UP and (r == 0 or made[r - 1][c] == LEFT)
            ):
                row[c] = ""
    return made


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(grids(), min_size=1, max_size=3), st.sampled_from([Kind.RENJA, Kind.RENSTRA, Kind.LAINNYA]))
def test_any_table_can_be_read(made: list[list[list[str]]], kind: Kind) -> None:
    pages = [[table(rows, page=number)] for number, rows in enumerate(made, 1)]
    with unittest.TestCase().assertNoLogs("extractors.tables.records"):
        facts = read_tables(layout(*pages), identity(kind, 2026, 2029) if kind is not Kind.LAINNYA else None)
    assert len(facts.coverage) == len(pages)
    assert all(record.name for record in facts.indicators)
    assert all(0 < record.confidence <= 1 for record in facts.indicators)
