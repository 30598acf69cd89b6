"""Where headers end and what their columns hold."""

from __future__ import annotations

import pytest

from extractors.tables.columns import Column, Role
from extractors.tables.grid import Grid
from extractors.tables.header import find_header
from extractors.tables.headings import read_heading
from extractors.tables.settle import make_columns
from tests.table_layouts import LEFT, UP, table


def columns_of(rows: list[list[str]]) -> tuple[int, tuple[Column, ...]]:
    made = table(rows)
    header = find_header(Grid(made))
    assert header is not None
    return header.rows, make_columns(header, made.xs)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("NO.", "no"),
        ("KODE", "code"),
        ("INDIKATO|R".replace("|", "\n"), "indicator"),
        ("Indikator Kinerja Program (outcome) dan Kegiatan (output)", "indicator"),
        ("Tolok Ukur", "indicator"),
        ("Satua n", "unit"),
        ("Tareget Capaian", "target"),
        ("Kebutuhan Dana/ Pagu Indikatif (Rp.)", "money"),
        ("Rp", "money"),
        ("Data Capaian pada Tahun Awal Perencanaan", "baseline"),
        ("Kondisi Kinerja pada akhir periode Renstra", "final"),
        ("Realisasi Capaian", "realisation"),
        ("Tingkat Capaian (%)", "ratio"),
        ("Prakiraan Maju Rencana Tahun 2027", "forward"),
        ("Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegitatan", "name"),
        ("Program, Kegiatan dan Sub Kegiatan", "name"),
        ("Program Prioritas", "program"),
        ("Sasaran Program Pembangunan Daerah", "sasaran"),
        ("Pena nggu ngja wab", "responsible"),
        ("Lokasi Output Kegiatan", "ignore"),
        ("IKK", "ignore"),
        ("Tahun 2026", "year"),
        ("Bunga mawar merah", None),
    ],
)
def test_a_heading_says_its_role(text: str, role: str | None) -> None:
    assert read_heading(text).role == role


def test_years_terms_and_scales_are_read_from_headings() -> None:
    assert read_heading("202 6").year == 2026
    assert read_heading("Tahun ke-3").term == 3
    assert read_heading("Tahun-1").term == 1
    assert read_heading("Tahun n+1").offset == 1
    assert read_heading("Rp (juta)").scale == 10**6
    assert read_heading("Pagu Indikatif (Rp.000)").scale == 10**3
    assert read_heading("Periode 2025-2029").year is None


def test_header_of_three_levels_with_numbers_below() -> None:
    rows, columns = columns_of(
        [
            [
                "No",
                "Sasaran",
                "Indikator Sasaran",
                "Data Capaian|pada Tahun Awal",
                "Target Kinerja dan Kerangka Pendanaan",
                LEFT,
                LEFT,
                LEFT,
                "Lokasi",
            ],
            [UP, UP, UP, UP, "2026", LEFT, "2027", LEFT, UP],
            [UP, UP, UP, UP, "Target", "Rp", "Target", "Rp", UP],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
            ["1", "Naiknya minat baca", "Indeks minat baca", "50", "55", "1.000", "60", "2.000", "Kota"],
        ]
    )
    assert rows == 4
    assert [c.role for c in columns] == [
        Role.NO, Role.SASARAN, Role.INDICATOR, Role.BASELINE,
        Role.TARGET, Role.BUDGET, Role.TARGET, Role.BUDGET, Role.IGNORE,
    ]  # fmt: skip
    assert [c.year for c in columns[4:8]] == [2026, 2026, 2027, 2027]
    assert all(c.owner == 2 for c in columns[3:8])


def test_three_indicators_of_three_levels_own_their_targets() -> None:
    _, columns = columns_of(
        [
            ["Kode", "Program/ Kegiatan/ Sub Kegiatan", "Indikator Kinerja", LEFT, LEFT,
             "Rencana Tahun 2026", LEFT, LEFT, LEFT],
            [UP, UP, "Capaian Program", "Keluaran Sub|Kegiatan", "Hasil Kegiatan",
             "Target Capaian Kinerja", LEFT, LEFT, "Pagu Indikatif (Rp)"],
            [UP, UP, UP, UP, UP, "Program", "Keluaran Sub|Kegiatan", "Hasil|Kegiatan", UP],
            ["2.23.02", "Program Pembinaan Perpustakaan", "Indeks literasi", "", "", "60", "", "", "5.000.000"],
        ]
    )  # fmt: skip
    assert [c.owner for c in columns[5:8]] == [2, 3, 4]
    assert [c.rungs for c in columns[2:5]] == [("program",), ("subkegiatan",), ("kegiatan",)]
    assert columns[8].role is Role.BUDGET
    assert columns[8].year == 2026


def test_only_the_total_of_several_funds_is_the_pagu() -> None:
    _, columns = columns_of(
        [
            ["Program/Kegiatan", "Indikator", "Target 2026", "Pagu Indikatif 2026 (Ribuan)", LEFT, LEFT],
            [UP, UP, UP, "APBD Kota", "APBN", "Total"],
            ["Program Statistik", "Jumlah buku", "2", "10", "5", "15"],
        ]
    )
    assert [c.role for c in columns[3:]] == [Role.IGNORE, Role.IGNORE, Role.BUDGET]
    assert columns[5].scale == 1000


def test_a_year_printed_twice_goes_up() -> None:
    _, columns = columns_of(
        [["Sasaran", "Indikator", "Target", LEFT], [UP, UP, "2026", "2026"], ["Air bersih", "Cakupan air", "80", "85"]]
    )
    assert [c.year for c in columns[2:]] == [2026, 2027]
    assert columns[3].score < columns[2].score


def test_a_table_of_data_has_no_header() -> None:
    made = table(
        [["1", "Program Pengelolaan Arsip", "Jumlah arsip", "10", "5.000.000"], ["2", "Layanan", "Jumlah", "2", "4"]]
    )
    assert find_header(Grid(made)) is None
