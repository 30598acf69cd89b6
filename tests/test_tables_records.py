"""Program tables: rungs, pagu, years, plan items; tables that give nothing; confidence."""

from __future__ import annotations

from decimal import Decimal

from extractors.tables.records import read_tables
from models.document import Kind
from models.extraction import PageStatus
from models.indicator import ItemLevel, Level
from tests.table_layouts import LEFT, UP, identity, layout, table

RENJA = identity(Kind.RENJA, 2026)
RENSTRA = identity(Kind.RENSTRA, 2025, 2029)


def sipd() -> list[list[str]]:
    return [
        ["Kode", "Urusan/Bidang Urusan/Program/ Kegiatan/ Sub Kegiatan", "Indikator", "Rencana Tahun 2026", LEFT,
         "Prakiraan Maju Rencana Tahun 2027", LEFT],
        [UP, UP, UP, "Target", "Pagu Indikatif (Rp)", "Target", "Pagu Indikatif (Rp)"],
        ["2", "URUSAN WAJIB BUKAN PELAYANAN DASAR", "", "", "90.000.000", "", "91.000.000"],
        ["2.23", "URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN", "", "", "90.000.000", "", "91.000.000"],
        ["2.23.02", "PROGRAM PEMBINAAN PERPUSTAKAAN", "Indeks literasi", "60", "90.000.000", "65", "91.000.000"],
        ["2.23.02.2.01", "Pengelolaan Perpustakaan", "Jumlah taman baca",
         "4 Unit", "90.000.000", "5 Unit", "91.000.000"],
        ["2.23.02.2.01.0001", "Pengembangan Perpustakaan", "Jumlah layanan",
         "2 Layanan", "50.000.000", "3 Layanan", "51.000.000"],
        ["2.23.02.2.01.0002", "Pembinaan Perpustakaan", "Jumlah pustakawan",
         "10 Orang", "40.000.000", "10 Orang", "40.000.000"],
    ]  # fmt: skip


def test_codes_give_rungs_context_and_items() -> None:
    facts = read_tables(layout(["Unit Organisasi : 2.23.0.00.0.00.01.0000 Dinas Perpustakaan", table(sipd())]), RENJA)
    assert [r.level for r in facts.indicators] == [Level.PROGRAM, Level.KEGIATAN, Level.SUBKEGIATAN, Level.SUBKEGIATAN]
    last = facts.indicators[-1]
    assert last.context.urusan == "URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN"
    assert last.context.kegiatan == "Pengelolaan Perpustakaan"
    assert last.context.subkegiatan == "Pembinaan Perpustakaan"
    assert last.code == "2.23.02.2.01.0002"
    assert last.unit == "Orang"
    assert {year: money.rupiah for year, money in last.budgets.items()} == {2026: 40_000_000, 2027: 40_000_000}
    assert [item.level for item in facts.items] == [
        ItemLevel.URUSAN, ItemLevel.BIDANG, ItemLevel.PROGRAM, ItemLevel.KEGIATAN,
        ItemLevel.SUBKEGIATAN, ItemLevel.SUBKEGIATAN,
    ]  # fmt: skip
    assert [item.budgets[2026].rupiah for item in facts.items[-2:]] == [50_000_000, 40_000_000]
    assert facts.indicators[0].responsible == "Dinas Perpustakaan"


def test_code_in_narrow_columns_is_filled_from_above() -> None:
    rows = [
        ["Kode", LEFT, LEFT, LEFT, "Program/Kegiatan", "Indikator", "Target 2026"],
        ["2", "23", "02", "", "PROGRAM PEMBINAAN PERPUSTAKAAN", "Indeks literasi", "60"],
        ["", "", "", "2.01", "Pengelolaan Perpustakaan", "Jumlah taman baca", "4"],
    ]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [r.code for r in facts.indicators] == ["2.23.02", "2.23.02.2.01"]
    assert facts.indicators[1].context.program == "PROGRAM PEMBINAAN PERPUSTAKAAN"


def test_local_numbers_give_rungs_by_depth_and_first_words() -> None:
    rows = [
        ["No", "Program/Kegiatan", "Indikator", "Target 2026"],
        ["1", "Program Arsip", "Arsip tertib", "60"],
        ["1.1", "Penataan Arsip", "Jumlah arsip", "4"],
        ["2", "Program Taman", "Taman asri", "70"],
        ["2.1", "Penataan Taman", "Jumlah taman", "5"],
    ]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [r.level for r in facts.indicators] == [Level.PROGRAM, Level.KEGIATAN, Level.PROGRAM, Level.KEGIATAN]


def test_without_codes_sums_tell_parents_from_children() -> None:
    rows = [
        ["Urusan/Program/Kegiatan", "Indikator Kinerja", "Realisasi Triwulan Tahun 2026", LEFT, LEFT, LEFT],
        [UP, UP, "I", LEFT, "II", LEFT],
        [UP, UP, "K", "Rp", "K", "Rp"],
        ["PROGRAM ARSIP", "Arsip tertib", "", "79.000", "", "97.000"],
        ["Penataan arsip kota", "Jumlah laporan", "1", "70.000", "2", "90.000"],
        ["Penyusunan buku arsip", "Jumlah buku", "3", "30.000", "4", "40.000"],
        ["Pelatihan juru arsip", "Jumlah orang", "5", "40.000", "6", "50.000"],
        ["Perawatan gedung arsip", "Jumlah gedung", "1", "9.000", "1", "7.000"],
        ["Pengecatan", "Jumlah ruang", "2", "4.000", "2", "3.000"],
        ["Perbaikan atap", "Luas atap", "7", "5.000", "7", "4.000"],
    ]
    facts = read_tables(layout([table(rows)]), identity(Kind.EVALUASI_RENJA, 2026))
    assert [r.level for r in facts.indicators] == [
        Level.PROGRAM, Level.KEGIATAN, Level.SUBKEGIATAN, Level.SUBKEGIATAN,
        Level.KEGIATAN, Level.SUBKEGIATAN, Level.SUBKEGIATAN,
    ]  # fmt: skip
    assert facts.indicators[2].quarters[2026]["II"].raw == "4"
    assert facts.indicators[2].quarter_spending[2026]["I"].rupiah == 30_000
    assert not facts.indicators[2].targets
    assert not facts.indicators[2].budgets


def test_money_in_millions_and_end_of_period() -> None:
    rows = [
        ["Program", "Indikator", "Kondisi Awal", "Tahun-1", LEFT, "Tahun-2", LEFT,
         "Kondisi Kinerja pada Akhir Periode Renstra", LEFT],
        [UP, UP, UP, "Target", "Rp (juta)", "Target", "Rp (juta)", "Target", "Rp (juta)"],
        ["Program Arsip", "Arsip tertib (%)", "50", "55", "1.250", "60", "1.500,5", "75", "9.000"],
    ]  # fmt: skip
    facts = read_tables(layout([table(rows)]), RENSTRA)
    record = facts.indicators[0]
    assert record.unit == "%"
    assert record.name == "Arsip tertib"
    assert {y: c.value for y, c in record.baseline.items()} == {2024: 50}
    assert {y: c.value for y, c in record.targets.items()} == {2025: 55, 2026: 60}
    assert record.final is not None
    assert record.final.value == 75
    assert {y: m.rupiah for y, m in record.budgets.items()} == {2025: 1_250_000_000, 2026: Decimal(1_500_500_000)}
    assert facts.items[0].final_budget is not None
    assert facts.items[0].final_budget.rupiah == 9_000_000_000


def test_terms_without_a_known_period_are_left_out_with_a_doubt() -> None:
    rows = [["Sasaran", "Indikator", "Tahun ke-1", "Tahun ke-2"], ["Mutu", "Indeks mutu", "70", "75"]]
    rows[0][2:] = ["Target Tahun ke-1", "Target Tahun ke-2"]
    record = read_tables(layout([table(rows)]), None).indicators[0]
    assert not record.targets
    assert record.confidence < 1
    assert "tahun target tidak diketahui" in record.doubts


def test_the_years_of_a_caption_make_a_lone_target_certain() -> None:
    rows = [["Sasaran Strategis", "Indikator Kinerja", "Target"], ["Mutu", "Indeks mutu", "70"]]
    facts = read_tables(layout(["Tabel 2.3 Perjanjian Kinerja Tahun 2026", table(rows)]), identity(Kind.LKJIP, 2026))
    assert {y: c.value for y, c in facts.indicators[0].targets.items()} == {2026: 70}
    assert facts.indicators[0].caption == "Tabel 2.3 Perjanjian Kinerja Tahun 2026"


def test_the_pagu_of_a_row_stands_on_its_output() -> None:
    rows = [
        ["Program/Kegiatan", "Indikator Kinerja", LEFT, LEFT, LEFT, "Pagu Indikatif (Rp)"],
        [UP, "Keluaran Kegiatan", LEFT, "Hasil Kegiatan", LEFT, UP],
        [UP, "Tolok Ukur", "Target", "Tolok Ukur", "Target", UP],
        ["Kegiatan Arsip", "Jumlah arsip", "5", "Arsip terpakai", "80%", "7.000.000"],
    ]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [(r.name, {y: m.rupiah for y, m in r.budgets.items()}) for r in facts.indicators] == [
        ("Jumlah arsip", {2026: 7_000_000}),
        ("Arsip terpakai", {}),
    ]
    assert facts.items[0].budgets[2026].rupiah == 7_000_000


def test_several_indicators_of_one_program_sum_to_its_pagu_once() -> None:
    rows = [
        ["Kode", "Program", "Indikator", "Target 2026", "Pagu 2026"],
        ["1.02.02", "Program Sehat", "Cakupan imunisasi", "90", "5.000.000"],
        [UP, UP, "Cakupan gizi", "80", "3.000.000"],
    ]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [r.budgets[2026].rupiah for r in facts.indicators] == [5_000_000, 3_000_000]
    assert [(i.name, i.budgets[2026].rupiah) for i in facts.items] == [("Program Sehat", 8_000_000)]


def test_tables_without_indicators_say_why_they_give_nothing() -> None:
    staff = table([["Nama", "Jabatan", "Pangkat"], ["A", "Kepala", "IV/a"]])
    money = table(
        [["Uraian", "Anggaran Tahun 2026", "Realisasi Anggaran Tahun 2026"], ["Belanja", "5.000.000", "4.000.000"]],
        page=2,
    )
    facts = read_tables(layout([staff], [money], ["Hanya naskah."]), RENJA)
    assert not facts.indicators
    assert not facts.items
    assert [p.status for p in facts.coverage] == [PageStatus.UNUSED_TABLE, PageStatus.UNUSED_TABLE, PageStatus.PROSE]
    assert all(p.reason for p in facts.coverage[:2])


def test_an_ambiguous_number_lowers_confidence() -> None:
    rows = [["Sasaran", "Indikator", "Target 2026"], ["Hasil", "Nilai hasil", "9.154"]]
    record = read_tables(layout([table(rows)]), RENJA).indicators[0]
    assert record.targets[2026].value is None
    assert len(record.targets[2026].alternatives) == 2
    assert record.confidence <= 0.6


def test_evidence_names_the_row() -> None:
    record = read_tables(layout([table(sipd())]), RENJA).indicators[1]
    assert record.evidence.page == 1
    assert record.evidence.box is not None
    assert record.evidence.quote == "Jumlah taman baca | 4 Unit | 90.000.000 | 5 Unit | 91.000.000"


def test_sources_of_funds_add_up_to_the_pagu() -> None:
    rows = [
        ["Program/Kegiatan", "Indikator", "Target 2026", "Pagu Indikatif 2026 (Rp)", LEFT, LEFT],
        [UP, UP, UP, "APBD", "DAK", "Pajak Rokok"],
        ["Kegiatan Arsip", "Jumlah arsip", "5", "2.000.000", "0", "500.000"],
    ]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert facts.indicators[0].budgets[2026].rupiah == 2_500_000
    assert facts.items[0].budgets[2026].rupiah == 2_500_000
