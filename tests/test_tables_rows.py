"""Rows: stacked cells, merged cells, rows that go on over pages."""

from __future__ import annotations

import pytest

from extractors.tables.numbers import ends_amount
from extractors.tables.records import TableFacts, read_tables
from models.document import Kind
from models.indicator import Indicator
from tests.table_layouts import LEFT, UP, identity, layout, table, word

PLAN = identity(Kind.RENSTRA, 2026, 2027)
HEAD = ["Sasaran", "Indikator Sasaran", "Satuan", "Target 2026", "Target 2027"]


def values(record: Indicator) -> dict[int, str]:
    return {year: cell.raw for year, cell in record.targets.items()}


def names(facts: TableFacts) -> list[str]:
    return [record.name for record in facts.indicators]


def test_numbered_indicators_in_one_cell_take_the_values_beside_them() -> None:
    facts = read_tables(
        layout(
            [
                table(
                    [
                        HEAD,
                        ["Naiknya mutu layanan", "1. Indeks kepuasan|masyarakat|2. Rasio aduan selesai|tepat waktu",
                         "Indeks||Persen", "80||90", "82||95"],
                    ]
                )
            ]
        ),
        PLAN,
    )  # fmt: skip
    assert names(facts) == ["Indeks kepuasan masyarakat", "Rasio aduan selesai tepat waktu"]
    assert [values(r) for r in facts.indicators] == [{2026: "80", 2027: "82"}, {2026: "90", 2027: "95"}]
    assert [r.unit for r in facts.indicators] == ["Indeks", "Persen"]
    assert {r.context.sasaran for r in facts.indicators} == {"Naiknya mutu layanan"}


def test_unnumbered_stack_is_parted_by_as_many_values() -> None:
    rows = [
        HEAD,
        [
            "Naiknya mutu",
            "Jumlah taman baca|yang dibina||Jumlah pustakawan",
            "",
            "4 taman|10 orang",
            "5 taman|12 orang",
        ],
    ]
    facts = read_tables(layout([table(rows)]), PLAN)
    assert names(facts) == ["Jumlah taman baca yang dibina", "Jumlah pustakawan"]
    assert [r.targets[2027].value for r in facts.indicators] == [5, 12]
    assert [r.unit for r in facts.indicators] == ["taman", "orang"]


def test_stack_in_a_word_cell_is_parted_by_paragraphs() -> None:
    made = table([HEAD, ["Mutu", "Jumlah taman|Jumlah kebun", "Unit", "4|7", "5|8"]], page=None)
    facts = read_tables(word(made), PLAN)
    assert [(r.name, values(r)) for r in facts.indicators] == [
        ("Jumlah taman", {2026: "4", 2027: "5"}),
        ("Jumlah kebun", {2026: "7", 2027: "8"}),
    ]
    assert facts.indicators[0].evidence.page is None
    assert facts.indicators[0].evidence.table == 1
    assert facts.indicators[0].evidence.row == 2


def test_semicolons_part_indicators_and_targets() -> None:
    facts = read_tables(layout([table([HEAD, ["Mutu", "Luas taman; Luas hutan", "", "25%; 30%", "26%; 31%"]])]), PLAN)
    assert [(r.name, values(r)) for r in facts.indicators] == [
        ("Luas taman", {2026: "25%", 2027: "26%"}),
        ("Luas hutan", {2026: "30%", 2027: "31%"}),
    ]


def test_input_is_no_indicator_output_and_outcome_are() -> None:
    rows = [
        ["NO", "Program/Kegiatan", "Indikator"],
        ["1", "Kegiatan Penataan Taman", "Input|Dana|Output|Taman tertata|Outcome|Kota asri"],
    ]
    facts = read_tables(layout([table(rows)]), None)
    assert [(r.name, r.level.value if r.level else None) for r in facts.indicators] == [
        ("Taman tertata", "kegiatan"),
        ("Kota asri", None),
    ]


def test_merged_statements_hold_for_the_rows_beside_them() -> None:
    rows = [
        ["Tujuan", *HEAD],
        ["Kota cerdas", "Naiknya minat baca", "Indeks baca", "Poin", "60", "65"],
        [UP, "Naiknya literasi", "Indeks literasi", "Poin", "50", "55"],
        ["Kota hijau", "Luasnya ruang hijau", "Luas ruang hijau", "Ha", "10", "12"],
    ]
    facts = read_tables(layout([table(rows)]), PLAN)
    assert [(r.context.tujuan, r.context.sasaran) for r in facts.indicators] == [
        ("Kota cerdas", "Naiknya minat baca"),
        ("Kota cerdas", "Naiknya literasi"),
        ("Kota hijau", "Luasnya ruang hijau"),
    ]
    assert [s.kind.value for s in facts.statements] == ["tujuan", "sasaran", "sasaran", "tujuan", "sasaran"]
    assert facts.statements[2].parent == "Kota cerdas"


def test_table_goes_on_without_header_and_a_row_with_its_tail() -> None:
    first = table([HEAD, ["Naiknya minat baca", "Jumlah kunjungan ke taman baca", "Orang", "100", "200"]])
    second = table([["", "keliling kota", "", "", ""], ["Naiknya arsip", "Jumlah arsip", "Berkas", "5", "6"]], page=2)
    facts = read_tables(layout(["Tabel 4.1", first], [second]), PLAN)
    assert names(facts) == ["Jumlah kunjungan ke taman baca keliling kota", "Jumlah arsip"]
    assert [r.evidence.page for r in facts.indicators] == [1, 2]
    assert [r.context.sasaran for r in facts.indicators] == ["Naiknya minat baca", "Naiknya arsip"]


def test_pages_with_other_margins_and_repeated_headers_are_one_table() -> None:
    head = ["Kegiatan", "Indikator", "Target 2026"]
    facts = read_tables(
        layout(
            [table([head, ["Kegiatan Arsip", "Jumlah arsip", "5"]])],
            [table([["Kegiatan Taman", "Jumlah taman", "7"]], page=2, shift=25.0)],
            [table([head, ["", "Jumlah kebun", "9"]], page=3, shift=0.0)],
        ),
        identity(Kind.RENJA, 2026),
    )
    assert [(r.name, r.context.kegiatan, values(r)) for r in facts.indicators] == [
        ("Jumlah arsip", "Kegiatan Arsip", {2026: "5"}),
        ("Jumlah taman", "Kegiatan Taman", {2026: "7"}),
        ("Jumlah kebun", "Kegiatan Taman", {2026: "9"}),
    ]


def test_broken_numbers_are_made_whole() -> None:
    facts = read_tables(
        layout([table([HEAD, ["Benih", "Jumlah benih", "Batang", "27.913.23|0", "28.500.00|0"]])]), PLAN
    )
    assert [cell.value for cell in facts.indicators[0].targets.values()] == [27_913_230, 28_500_000]


def test_blank_is_left_out_a_printed_zero_stays() -> None:
    facts = read_tables(layout([table([HEAD, ["Aduan", "Jumlah aduan", "Kasus", "-", "0"]])]), PLAN)
    assert values(facts.indicators[0]) == {2027: "0"}


def test_heads_of_lettered_lists_and_totals_are_no_records() -> None:
    rows = [
        HEAD,
        ["Hasil kebun", "Produksi kebun (ton)", "", "", ""],
        ["", "a. Teh", "", "10", "11"],
        ["", "b. Kopi", "", "20", "21"],
        ["Jumlah", "", "", "30", "32"],
    ]
    assert names(read_tables(layout([table(rows)]), PLAN)) == ["Teh", "Kopi"]


def test_an_indicator_column_without_values_of_its_own_gives_no_record() -> None:
    rows = [
        ["Sasaran", "Indikator Sasaran", "Program", "Indikator Program", "Target 2026"],
        ["Naiknya minat baca", "Indeks baca", "Program Literasi", "Jumlah taman baca", "7"],
    ]
    facts = read_tables(layout([table(rows)]), identity(Kind.RENJA, 2026))
    assert names(facts) == ["Jumlah taman baca"]


def test_a_row_over_all_columns_sets_the_misi() -> None:
    rows = [
        ["Sasaran", "Indikator", "Target 2026"],
        ["Naiknya minat baca", "Indeks baca", "70"],
    ]
    facts = read_tables(layout(["Misi 2: Mewujudkan kota yang gemar membaca", table(rows)]), identity(Kind.RENJA, 2026))
    assert facts.indicators[0].context.misi == "Mewujudkan kota yang gemar membaca"
    assert LEFT not in facts.indicators[0].name


@pytest.mark.parametrize(
    ("left", "right", "ends"),
    [
        ("47.495.500.0", "00", True),
        ("6.464.0", "92.073", True),
        ("12.306.500.000,", "00", True),
        ("371.511.9", "95", True),
        ("7.86", "0.361", False),
        ("", "412.000.000", False),
        ("1.250.000", "000", False),
        ("1.250.000", "250.000", False),
    ],
)
def test_only_an_amount_that_began_is_ended(left: str, right: str, ends: bool) -> None:
    assert ends_amount(left, right) is ends


def test_two_lines_that_make_one_amount_are_one_in_a_column_of_amounts() -> None:
    head = ["Kegiatan", "Indikator", "Target 2026", "Pagu 2026"]
    rows = [["Kegiatan Arsip", "Nilai arsip", "5", "69.51|1.995"]]
    (record,) = read_tables(layout([table([head, *rows])]), identity(Kind.RENJA, 2026)).indicators
    assert record.budgets[2026].rupiah == 69_511_995


def test_an_amount_beside_the_second_of_two_names_in_one_row_is_that_ones() -> None:
    head = ["Kegiatan", "Indikator", "Target 2026", "Pagu 2026"]
    rows = [["Program Arsip||Kegiatan Depo", "Arsip tertib||Depo terbangun", "100%||1 unit", " || 5.000.000"]]
    rows[0][3] = " | |5.000.000"
    first, second = read_tables(layout([table([head, *rows])]), identity(Kind.RENJA, 2026)).indicators
    assert not first.budgets
    assert second.budgets[2026].rupiah == 5_000_000


def test_a_start_in_rupiah_and_targets_in_a_second_column_of_indicators() -> None:
    rows = [
        ["Program", "Indikator Kinerja", LEFT, "Data Capaian Awal 2025", "Target Program", LEFT],
        [UP, UP, UP, UP, "2026", "2027"],
        [UP, UP, UP, UP, "Rp.", "Rp."],
        ["1", "2", "3", "4", "5", "6"],
        ["Program Arsip", "Arsip tertib", "27 Kecamatan", "541.575.000", "657.040.000", "700.000.000"],
        ["Program Depo", "Depo terbangun", "1 Unit", "915.575.000", "765.987.000", "800.000.000"],
    ]
    first, second = read_tables(layout([table(rows)]), PLAN).indicators
    assert (first.name, second.name) == ("Arsip tertib", "Depo terbangun")
    assert first.final is not None
    assert first.final.raw == "27 Kecamatan"
    assert not first.baseline
    assert {year: money.rupiah for year, money in second.budgets.items()} == {
        2025: 915_575_000,
        2026: 765_987_000,
        2027: 800_000_000,
    }


def test_a_value_of_several_counts_does_not_cut_the_name_beside_it() -> None:
    name = "Jumlah|pengelola keuangan|daerah di kota|yang tertata"
    counts = "27 kecamatan|1 kota|49 dinas|12 bagian"
    rows = [["Indikator", "Target 2026", "Target 2027"], [name, counts, counts + "|3 desa"]]
    (record,) = read_tables(layout([table(rows)]), PLAN).indicators
    assert record.name == "Jumlah pengelola keuangan daerah di kota yang tertata"
    assert record.targets[2026].raw == "27 kecamatan 1 kota 49 dinas 12 bagian"


def test_a_goal_at_the_top_of_a_page_is_not_the_rest_of_the_numbered_one_before() -> None:
    head = ["No", "Tujuan", "Sasaran", "Indikator Sasaran", "Target 2026", "Target 2027"]
    above = ["2.", "Kelembagaan yang kuat", "Tersedianya dokumen perencanaan", "Persentase dokumen", "100", "100"]
    below = ["", "", "Terpenuhinya kebutuhan aparatur", "Persentase aparatur terlatih", "90", "95"]
    facts = read_tables(layout([table([head, above])], [table([head, below], page=2)]), PLAN)
    assert [record.context.sasaran for record in facts.indicators] == [
        "Tersedianya dokumen perencanaan",
        "Terpenuhinya kebutuhan aparatur",
    ]


def test_pagu_in_a_column_of_percent_is_no_value() -> None:
    facts = read_tables(
        layout([table([HEAD, ["Limbah terkelola", "Persentase limbah terkelola", "Persen", "100", "7.218.680"]])]), PLAN
    )
    (record,) = facts.indicators
    assert values(record) == {2026: "100"}
    assert record.confidence <= 0.4 and "tidak cocok" in record.doubts[0]


def test_kinds_of_spending_and_sums_among_programs_are_no_programs() -> None:
    head = ["Kode", "Program/Kegiatan", "Indikator", "Target 2026", "Pagu 2026 (Rp)"]
    rows = [
        ["", "BELANJA TIDAK LANGSUNG", "", "", "9.000.000.000"],
        ["", "BELANJA LANGSUNG", "", "", "4.000.000.000"],
        ["1.02.02", "Program Upaya Kesehatan", "Cakupan imunisasi", "95", "4.000.000.000"],
        ["", "JUMLAH BELANJA URUSAN", "", "", "4.000.000.000"],
    ]
    facts = read_tables(layout([table([head, *rows])]), PLAN)
    assert [item.name for item in facts.items] == ["Program Upaya Kesehatan"]
