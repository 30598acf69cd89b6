"""Tables that set two plans side by side (T-C.31), targets quoted from the plan above, and remarks on rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.tables.records import TableFacts, read_tables
from models.comparison import Comparison, Half, Origin
from models.document import Kind
from models.indicator import Indicator
from models.quantity import Quantity
from tests.table_layouts import LEFT, UP, identity, layout, table, word

RENJA = identity(Kind.RENJA, 2026)
CAPTION = "Tabel 2.4 Review terhadap Rancangan Awal RKPD Tahun 2026"
SIDE = ["Program/ Kegiatan", "Lokasi", "Indikator Kinerja", "Target Capaian", "Pagu Indikatif (Rp.000)"]
REVIEW = [
    ["No", "Rancangan Awal RKPD", *[LEFT] * 4, "Hasil Analisis Kebutuhan", *[LEFT] * 4, "Catatan|Penting"],
    [UP, *SIDE, *SIDE[:4], "Kebutuhan Dana (Rp.000)", UP],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)"],
]


def read(*pages: list[list[str]]) -> TableFacts:
    return read_tables(
        layout(*([*[CAPTION] * (n == 1), table(rows, page=n)] for n, rows in enumerate(pages, 1))), RENJA
    )


def said(half: Half) -> tuple[str | None, str | None, str | None, int | None]:
    money = half.budget.rupiah if half.budget else None
    return half.name, half.indicator, half.target and half.target.raw, None if money is None else int(money)


def rows_of(facts: TableFacts) -> list[tuple[object, object, str | None]]:
    return [(said(row.left), said(row.right), row.note) for row in facts.comparisons]


def test_both_halves_of_a_review_and_its_notes() -> None:
    facts = read(
        [
            *REVIEW,
            ["", "Program Literasi", "", "", "", "", "Program Literasi", "", "", "", "", ""],
            ["1", "Taman Baca", "Kota", "Jumlah taman|baca", "4 Unit", "30.000",
             "Taman Baca", "Kota", "Jumlah taman baca", "5 Unit", "42.500", ""],
            ["2", "Rak Buku", "Kota", "Jumlah rak", "9 Unit", "10.000",
             "Rak Buku", "Kota", "Jumlah rak", "-", "-", "digabung"],
            ["3", "-", "", "", "", "0", "Arsip Keliling", "Kota", "Jumlah kunjungan", "12 Kali", "60.000", ""],
            ["", "Jumlah", "", "", "", "40.000", "Jumlah", "", "", "", "102.500", ""],
        ]
    )  # fmt: skip
    assert rows_of(facts) == [
        (("Program Literasi", None, None, None), ("Program Literasi", None, None, None), ""),
        (
            ("Taman Baca", "Jumlah taman baca", "4 Unit", 30_000_000),
            ("Taman Baca", "Jumlah taman baca", "5 Unit", 42_500_000),
            "",
        ),
        (("Rak Buku", "Jumlah rak", "9 Unit", 10_000_000), ("Rak Buku", "Jumlah rak", "-", None), "digabung"),
        ((None, None, None, 0), ("Arsip Keliling", "Jumlah kunjungan", "12 Kali", 60_000_000), ""),
    ]
    row: Comparison = facts.comparisons[1]
    assert (row.left.origin, row.right.origin, row.year) == (Origin.RKPD, Origin.RENJA, 2026)
    assert (row.left.heading, row.caption) == ("Rancangan Awal RKPD", CAPTION)
    assert row.left.evidence.box is not None and row.right.evidence.box is not None
    assert row.left.evidence.box[2] <= row.right.evidence.box[0]  # each half is evidence of its own


def test_only_the_offices_own_half_is_counted() -> None:
    facts = read(
        [*REVIEW, ["1", "Kegiatan Taman Baca", "Kota", "Jumlah taman", "4", "30.000", "Kegiatan Taman Baca", "Kota",
                   "Jumlah taman", "5", "42.500", ""]]
    )  # fmt: skip
    assert [numbers(r.targets) for r in facts.indicators] == [{2026: Decimal(5)}]
    assert [int(i.budgets[2026].rupiah or 0) for i in facts.items] == [42_500_000]


def test_a_row_that_the_page_cut_is_one_row() -> None:
    head = REVIEW[:2]
    first = ["1", "Kegiatan Pemeliharaan Gedung", "Kota", "Gedung terawat", "4", "30.000",
             "Kegiatan Pemeliharaan", "Kota", "Gedung", "4", "30.000", ""]  # fmt: skip
    tail = ["", "", "", "", "", "", "Gedung", "", "terawat", "", "", ""]
    last = [
        "2",
        "Kegiatan Rak Buku",
        "Kota",
        "Rak",
        "9",
        "10.000",
        "Kegiatan Rak Buku",
        "Kota",
        "Rak",
        "9",
        "10.000",
        "",
    ]
    facts = read([*head, first], [*head, tail, last])
    assert rows_of(facts)[0][0] == rows_of(facts)[0][1]
    assert len(facts.comparisons) == 2


def test_merged_cells_say_the_same_for_each_row() -> None:
    facts = read(
        [
            *REVIEW,
            ["1", "Taman Baca", "Kota", "Sarana terpenuhi", "4", "30.000",
             "Taman Baca", "Kota", "Sarana terpenuhi", "4", "30.000", "harga satuan berubah"],
            ["2", "Rak Buku", "Kota", UP, "9", "10.000", "Rak Buku", "Kota", UP, "9", "12.000", UP],
        ]
    )  # fmt: skip
    assert [(left[1], right[1], note) for left, right, note in rows_of(facts)] == [  # type: ignore[index]
        ("Sarana terpenuhi", "Sarana terpenuhi", "harga satuan berubah")
    ] * 2


def test_two_sides_of_pagu_alone_are_compared_but_not_counted() -> None:
    facts = read(
        [
            ["RKPD 2026", LEFT, LEFT, "Hasil Analisis Kebutuhan", LEFT, "Keterangan"],
            ["Nomor", "Kegiatan (RKPD Online)", "Anggaran (Rp.)", "Kegiatan (Usulan bidang)", "Anggaran (Rp.)", UP],
            ["1", "Kegiatan Majalah Pustaka", "104.400.000,00", "Kegiatan Dokumen Pustaka", "116.400.000,00", ""],
            ["2", "Kegiatan Rak Buku", "10.000.000,00", "Kegiatan Rak Buku", "10.000.000,00", ""],
        ]
    )
    assert facts.items == () and len(facts.comparisons) == 2
    assert said(facts.comparisons[0].right) == ("Kegiatan Dokumen Pustaka", None, None, 116_400_000)


def test_proposals_beside_the_offices_draft_are_no_draft_of_the_rkpd() -> None:
    rows = [[*REVIEW[0]], *REVIEW[1:]]
    rows[0][1], rows[0][6] = "Rancangan Renja", "Hasil Prioritas Kabupaten/Kota"
    facts = read([*rows, ["1", "Rak Buku", "Kota", "Rak", "9", "10.000", "Rak Buku", "Kota", "Rak", "9", "12.000", ""]])
    assert [(r.left.origin, r.right.origin) for r in facts.comparisons] == [(Origin.RENJA, Origin.USULAN)]


def test_a_table_of_one_side_has_no_halves() -> None:
    rows = [
        ["No", "Program/Kegiatan", "Indikator Kinerja", "Target 2026", "Pagu 2026 (Rp)", "Catatan Penting"],
        ["1", "Kegiatan Taman Baca", "Jumlah taman", "4", "30.000.000", ""],
    ]
    assert read(rows).comparisons == ()


# ---- targets quoted from the plan above ---------------------------------------------------------------------


def numbers(values: dict[int, Quantity]) -> dict[int, object]:
    return {year: value.value for year, value in values.items()}


def only(rows: list[list[str]], by: object = RENJA) -> Indicator:
    (made,) = read_tables(layout(["Tabel 5.1 Indikator Kinerja Utama", table(rows)]), by).indicators  # type: ignore[arg-type]
    return made


IKU = ["No", "Kode", "Indikator", "Satuan", "Target Renstra Tahun 2026", "Target Renja Tahun 2026",
       "Prakiraan Maju Tahun 2027", "Ket."]  # fmt: skip


@pytest.mark.parametrize("swapped", [False, True])
def test_a_quoted_target_stands_apart_from_the_documents_own(swapped: bool) -> None:
    heads, cells = list(IKU), ["1", "1.02", "Cakupan imunisasi", "%", "95", "90", "92", ""]
    if swapped:
        heads[4], heads[5], cells[4], cells[5] = heads[5], heads[4], "90", "95"
    made = only([heads, cells])
    assert numbers(made.parent_targets) == {2026: Decimal(95)}
    assert numbers(made.targets) == {2026: Decimal(90), 2027: Decimal(92)}
    assert made.note == ""


def test_targets_without_years_are_of_the_plan_year() -> None:
    made = only(
        [
            ["No", "Indikator", "Satuan", "Target Renstra", "Target Renja", "Keterangan"],
            ["1", "Cakupan imunisasi", "%", "95", "90", "menurut hasil evaluasi"],
        ]
    )
    assert (numbers(made.parent_targets), numbers(made.targets)) == ({2026: Decimal(95)}, {2026: Decimal(90)})
    assert made.note == "menurut hasil evaluasi"


def test_the_plan_may_stand_under_one_heading_of_targets() -> None:
    made = only(
        [
            ["No", "Indikator", "Satuan", "Target Tahun 2026", LEFT, "Tingkat Capaian Renstra (%)"],
            [UP, UP, UP, "Renstra", "Renja", UP],
            ["1", "Cakupan imunisasi", "%", "95", "90", "94,7"],
        ]
    )
    assert (numbers(made.parent_targets), numbers(made.targets)) == ({2026: Decimal(95)}, {2026: Decimal(90)})
    assert made.note is None


def test_quoted_targets_alone_stay_the_targets_of_the_table() -> None:
    made = only(
        [
            ["No", "Indikator", "IKK", "Target Renstra PD", LEFT, LEFT, "Realisasi Capaian", LEFT, "Catatan Analisis"],
            [UP, UP, UP, "Tahun 2024", "Tahun 2025", "Tahun 2026", "Tahun 2024", "Tahun 2025", UP],
            ["1", "Cakupan imunisasi", "", "80", "85", "90", "79", "86", ""],
        ]
    )
    assert numbers(made.targets) == {2024: Decimal(80), 2025: Decimal(85), 2026: Decimal(90)}
    assert made.parent_targets == {}


def test_the_end_of_the_renstra_is_no_quoted_target_of_another_year() -> None:
    made = only(
        [
            ["Indikator Kinerja", "Target Kinerja Capaian Program (Renstra PD) Tahun 2029",
             "Target Renja PD Tahun 2024", "Realisasi Renja PD Tahun 2024", "Target Renja PD Tahun 2025"],
            ["Cakupan imunisasi", "98", "80", "79", "85"],
        ]
    )  # fmt: skip
    assert numbers(made.targets) == {2029: Decimal(98), 2024: Decimal(80), 2025: Decimal(85)}


def test_pagu_quoted_from_the_plan_above_is_not_added_to_the_own() -> None:
    rows = [
        ["Program/Kegiatan", "Indikator", "Target Renstra Tahun 2026", LEFT, "Target Renja Tahun 2026", LEFT],
        [UP, UP, "K", "Rp", "K", "Rp"],
        ["Kegiatan Taman Baca", "Jumlah taman baca", "4", "30.000.000", "5", "42.500.000"],
    ]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [int(i.budgets[2026].rupiah or 0) for i in facts.items] == [42_500_000]
    assert numbers(facts.indicators[0].targets) == {2026: Decimal(5)}
    assert numbers(facts.indicators[0].parent_targets) == {2026: Decimal(4)}


def test_a_word_table_has_notes_too() -> None:
    rows = [IKU, ["1", "1.02", "Cakupan imunisasi", "%", "95", "90", "92", "dana berkurang"]]
    (made,) = read_tables(word(table(rows, page=None)), RENJA).indicators
    assert made.note == "dana berkurang"
