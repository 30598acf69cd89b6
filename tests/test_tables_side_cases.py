"""Kinds of columns and rows that only some offices print: sources of funds, banners, quarters, lettered parts."""

from __future__ import annotations

from extractors.tables.records import TableFacts, read_tables
from models.document import Kind
from models.indicator import Indicator, Level
from tests.table_layouts import LEFT, UP, identity, layout, table

RENJA = identity(Kind.RENJA, 2026)
LKJIP = identity(Kind.LKJIP, 2025)
RENSTRA = identity(Kind.RENSTRA, 2025, 2029)


def read(rows: list[list[str]], *above: str, by: object = RENJA) -> TableFacts:
    return read_tables(layout([*above, table(rows)]), by)  # type: ignore[arg-type]


def budgets(record: Indicator) -> dict[int, int]:
    return {year: int(money.rupiah) for year, money in record.budgets.items() if money.rupiah is not None}


def funds(*last: str) -> list[list[str]]:
    more = [LEFT] * len(last)
    return [
        ["Program/Kegiatan", "Indikator", "Target 2026", "Pagu Indikatif (Rp)", LEFT, LEFT, LEFT, *more],
        [UP, UP, UP, "APBD", "Bankeu Prov", "DAK", "Pajak Rokok", *last],
        ["Kegiatan Taman Baca", "Jumlah taman baca", "4 Unit", "30.000.000", "0", "5.000.000", "0",
         *["35.000.000" for _ in last]],
        ["Kegiatan Arsip", "Jumlah arsip", "9 Berkas", "10.000.000", "0", "0", "0", *["10.000.000" for _ in last]],
    ]  # fmt: skip


def test_sources_of_funds_add_up_to_the_pagu() -> None:
    facts = read(funds())
    assert [budgets(r) for r in facts.indicators] == [{2026: 35_000_000}, {2026: 10_000_000}]
    assert facts.indicators[1].budgets[2026].raw == "10.000.000"
    assert [int(i.budgets[2026].rupiah or 0) for i in facts.items] == [35_000_000, 10_000_000]


def test_a_printed_sum_stands_for_its_sources_of_funds() -> None:
    facts = read(funds("Jumlah"))
    assert [budgets(r) for r in facts.indicators] == [{2026: 35_000_000}, {2026: 10_000_000}]
    assert facts.indicators[0].budgets[2026].raw == "35.000.000"


def test_a_source_of_funds_that_is_no_amount_is_no_pagu() -> None:
    rows = [
        ["Program/Kegiatan", "Indikator", "Target 2026", "Pagu Indikatif (Rp)", "Sumber Dana"],
        ["Kegiatan Taman Baca", "Jumlah taman baca", "4 Unit", "30.000.000", "APBD"],
    ]
    assert budgets(read(rows).indicators[0]) == {2026: 30_000_000}


def test_pagu_of_a_program_stands_on_the_first_of_its_indicators_below() -> None:
    rows = [
        ["Program/Kegiatan", "Indikator", "Target 2026", "Pagu 2026 (Rp)"],
        ["Program Perpustakaan", "", "", "40.000.000"],
        ["", "Indeks literasi", "60", ""],
        ["", "Kunjungan per hari", "90", ""],
        ["Kegiatan Taman Baca", "Jumlah taman baca", "4", "40.000.000"],
    ]
    facts = read(rows)
    assert [budgets(r) for r in facts.indicators] == [{2026: 40_000_000}, {}, {2026: 40_000_000}]
    assert [r.level for r in facts.indicators] == [Level.PROGRAM, Level.PROGRAM, Level.KEGIATAN]
    assert [int(i.budgets[2026].rupiah or 0) for i in facts.items] == [40_000_000, 40_000_000]


def test_volume_of_a_proposal_is_its_target() -> None:
    rows = [
        ["No", "Program/Kegiatan", "Lokasi", "Indikator Kinerja", "Besaran/ Volume", "Pagu"],
        ["1", "Kegiatan Taman Baca", "Kec. Sukamaju", "Terbangunnya taman baca", "1 pkt", "50.000.000"],
        ["2", "Kegiatan Rak Buku", "Kec. Sukarela", "Tersedianya rak buku", "3 unit", "20.000.000"],
    ]
    facts = read(rows, "Tabel 2.5 Usulan Program dan Kegiatan Tahun 2026")
    assert [r.targets[2026].raw for r in facts.indicators] == ["1 pkt", "3 unit"]


def test_year_of_the_caption_counts_before_the_year_of_the_document() -> None:
    rows = [
        ["No", "Sasaran", "Indikator", "Target", "Anggaran (Rp)"],
        ["1", "Meningkatnya minat baca", "Indeks literasi", "60", "40.000.000"],
    ]
    plan = read(rows, "Rencana Tindak Lanjut Tahun 2026", by=LKJIP).indicators[0]
    assert list(plan.targets) == [2026]
    assert budgets(plan) == {2026: 40_000_000}
    own = read(rows, "Target Tahun 2025 dan Prakiraan Maju Tahun 2026", by=LKJIP).indicators[0]
    assert list(own.targets) == [2025]
    two = read(rows, "Perbandingan Tahun 2024 dengan Tahun 2026", by=LKJIP).indicators[0]
    assert list(two.targets) == [2025]


def test_goals_over_the_whole_table_are_context() -> None:
    rows = [
        ["No", "Indikator Kinerja", "Satuan", "Target 2026"],
        ["MISI KEDUA: Membangun kota yang gemar membaca", LEFT, LEFT, LEFT],
        ["Sasaran 1: Meningkatnya minat baca warga", LEFT, LEFT, LEFT],
        ["1", "Indeks literasi", "Poin", "60"],
        ["Sasaran 2: Meningkatnya mutu arsip kota", LEFT, LEFT, LEFT],
        ["2", "Arsip tertib", "Persen", "80"],
    ]
    facts = read(rows)
    assert [(r.name, r.context.misi, r.context.sasaran) for r in facts.indicators] == [
        ("Indeks literasi", "Membangun kota yang gemar membaca", "Meningkatnya minat baca warga"),
        ("Arsip tertib", "Membangun kota yang gemar membaca", "Meningkatnya mutu arsip kota"),
    ]
    assert len(facts.statements) == 3


def test_misi_above_the_table_may_lack_its_colon() -> None:
    rows = [["Tujuan", "Indikator Tujuan"], ["Meningkatkan minat baca", "Indeks literasi"]]
    assert read(rows, "Misi 1 Membangun kota yang gemar membaca").indicators[0].context.misi is not None
    assert read(rows, "Misi 1 adalah membangun kota yang gemar membaca").indicators[0].context.misi is None


def test_an_average_at_the_foot_is_no_indicator() -> None:
    rows = [
        ["No", "Sasaran", "Indikator Kinerja", "Target 2026", "Capaian (%)"],
        ["1", "Meningkatnya minat baca", "Indeks literasi", "60", "98,10"],
        ["", "Rata-rata 98,10", LEFT, LEFT, LEFT],
    ]
    assert [r.name for r in read(rows).indicators] == ["Indeks literasi"]


def test_an_indicator_with_quarterly_targets_is_one_beside_those_of_its_kegiatan() -> None:
    rows = [
        ["Sasaran", "Indikator Sasaran", "Target Kinerja Sasaran", LEFT, "Program/Kegiatan", "Indikator Kegiatan",
         "Target Kegiatan"],
        [UP, UP, "Trw I", "Trw II", UP, UP, UP],
        ["Meningkatnya minat baca", "Indeks literasi", "10", "20", "Kegiatan Taman", "Jumlah taman baca", "4 Unit"],
        [UP, UP, UP, UP, "Kegiatan Rak Buku", "Jumlah rak buku", "9 Unit"],
    ]  # fmt: skip
    facts = read(rows, "Rencana Aksi Tahun 2026")
    assert [(r.name, r.level) for r in facts.indicators] == [
        ("Indeks literasi", Level.SASARAN),
        ("Jumlah taman baca", Level.KEGIATAN),
        ("Jumlah rak buku", Level.KEGIATAN),
    ]
    assert not facts.indicators[0].targets


def test_lettered_parts_below_an_indicator_are_records() -> None:
    rows = [
        ["No", "Sasaran", "Indikator Kinerja Utama", "Penjelasan"],
        ["1", "Meningkatnya minat baca", "Persentase kenaikan|kunjungan|a. Perpustakaan kota|b. Taman baca|kelurahan",
         "Formulasi"],
        ["2", "Meningkatnya mutu arsip", "Arsip tertib", "Formulasi"],
    ]  # fmt: skip
    assert [r.name for r in read(rows, by=RENSTRA).indicators] == [
        "Persentase kenaikan kunjungan", "Perpustakaan kota", "Taman baca kelurahan", "Arsip tertib",
    ]  # fmt: skip


def test_the_nearest_bidang_is_the_urusan() -> None:
    rows = [
        ["Urusan/Bidang Urusan/Program/Kegiatan", "Indikator", "Target 2026"],
        ["PILIHAN", "", ""],
        ["BIDANG KEBUNRAYAAN", "", ""],
        ["Program Kebun Raya", "Jumlah kebun raya", "1"],
        ["URUSAN WAJIB|BIDANG KEPUSTAKAAN", "", ""],
        ["Program Perpustakaan", "Indeks literasi", "60"],
    ]
    assert [r.context.urusan for r in read(rows).indicators] == ["BIDANG KEBUNRAYAAN", "BIDANG KEPUSTAKAAN"]


def test_unit_behind_the_realisations_serves_where_no_target_has_one() -> None:
    rows = [
        ["No", "Indikator", "Target Renstra", LEFT, "Realisasi", LEFT],
        [UP, UP, "2025", "2026", "2024", "2025"],
        ["1", "Koleksi buku", "900", "950", "850 judul", "910 judul"],
    ]
    assert read(rows).indicators[0].unit == "judul"


def test_a_standard_is_no_target_of_the_plan() -> None:
    rows = [
        ["No", "Indikator Kinerja", "Target SPM", "Target Renstra Tahun Ke-", LEFT],
        [UP, UP, UP, "2025", "2026"],
        ["1", "Indeks literasi", "75", "60", "62"],
    ]
    found = read(rows, by=RENSTRA).indicators[0]
    assert found.final is None
    assert {year: cell.raw for year, cell in found.targets.items()} == {2025: "60", 2026: "62"}


def test_indicators_of_a_chain_are_records_only_where_they_have_a_statement_of_their_own() -> None:
    chain = [
        ["Sasaran", "Indikator Sasaran", "Indikator Program", "Indikator Kegiatan", "Target 2026"],
        ["Meningkatnya minat baca", "Indeks literasi", "Kunjungan per hari", "Jumlah taman baca", "4"],
        ["Meningkatnya mutu arsip", "Arsip tertib", "Arsip tertata", "Jumlah rak arsip", "9"],
    ]
    assert [r.name for r in read(chain).indicators] == ["Jumlah taman baca", "Jumlah rak arsip"]
    own = [
        ["Tujuan", "Indikator Tujuan", "Sasaran", "Indikator Sasaran", "Target 2026"],
        ["Mewujudkan kota cerdas", "Indeks literasi", "Meningkatnya minat baca", "Kunjungan per hari", "90"],
        ["Mewujudkan kota tertib", "Arsip tertib", "Meningkatnya mutu arsip", "Arsip tertata", "80"],
    ]
    assert [r.level for r in read(own).indicators] == [Level.TUJUAN, Level.SASARAN, Level.TUJUAN, Level.SASARAN]


def test_results_of_years_are_achievements() -> None:
    rows = [
        ["Indikator Kinerja", "Hasil Th 2024", "Hasil Th 2025", "Target Th 2025", "Hasil sd 2025"],
        ["Indeks literasi", "61", "64", "65", "125"],
    ]
    found = read(rows, by=LKJIP).indicators[0]
    assert {year: cell.raw for year, cell in found.realisations.items()} == {2024: "61", 2025: "64"}
    assert {year: cell.raw for year, cell in found.targets.items()} == {2025: "65"}


def test_sasaran_in_the_lines_right_above_the_table() -> None:
    rows = [["Indikator Kinerja", "Target 2026", "Realisasi 2026"], ["Indeks literasi", "60", "58"]]
    found = read(rows, "1. Sasaran : Meningkatnya minat baca", "warga kota").indicators[0]
    assert (found.context.sasaran, found.level) == ("Meningkatnya minat baca warga kota", Level.SASARAN)
    listed = read(rows, "Sasaran 1 : Meningkatnya minat baca", "Sasaran 2 : Meningkatnya mutu arsip").indicators[0]
    assert listed.context.sasaran is None


def test_sections_among_indicators_are_no_indicators() -> None:
    rows = [
        ["No", "Aspek/Fokus/Bidang Urusan/Indikator", "Satuan", "Target", LEFT],
        [UP, UP, UP, "2025", "2026"],
        ["I", "ASPEK KESEJAHTERAAN MASYARAKAT", "", "", ""],
        ["1", "Indeks pembangunan manusia", "Poin", "71", "72"],
        ["II", "ASPEK PELAYANAN UMUM", "", "", ""],
        ["A", "Pendidikan", "", "", ""],
        ["1", "Harapan lama sekolah", "Tahun", "12", "13"],
        ["B", "Urusan Kesehatan", LEFT, LEFT, LEFT],
        ["1", "Angka harapan hidup", "Tahun", "70", "71"],
        ["2", "Balita sehat", "Persen", "", ""],
    ]
    facts = read(rows, by=RENSTRA)
    assert [(r.name, r.context.urusan) for r in facts.indicators] == [
        ("Indeks pembangunan manusia", None),
        ("Harapan lama sekolah", "Pendidikan"),
        ("Angka harapan hidup", "Urusan Kesehatan"),
        ("Balita sehat", "Urusan Kesehatan"),
    ]


def test_after_a_change_the_later_state_counts() -> None:
    rows = [
        ["Program/Kegiatan", "Indikator", "Sebelum Perubahan", LEFT, "Setelah Perubahan", LEFT],
        [UP, UP, "Target", "Pagu (Rp)", "Target", "Pagu (Rp)"],
        ["Kegiatan Taman Baca", "Jumlah taman baca", "4 Unit", "10.000.000", "6 Unit", "15.000.000"],
    ]
    facts = read(rows, "Renja Perubahan Tahun 2026")
    assert facts.indicators[0].targets[2026].raw == "6 Unit"
    assert budgets(facts.indicators[0]) == {2026: 15_000_000}
    assert int(facts.items[0].budgets[2026].rupiah or 0) == 15_000_000


def test_a_row_that_names_a_kegiatan_measures_it_whatever_the_heading_says() -> None:
    rows = [
        ["Program/Kegiatan", "Indikator Kinerja Program", "Target 2026"],
        ["Program Perpustakaan", "Indeks literasi", "60"],
        ["Kegiatan Taman Baca", "Jumlah taman baca", "4"],
    ]
    assert [r.level for r in read(rows).indicators] == [Level.PROGRAM, Level.KEGIATAN]


def test_the_column_of_a_level_keeps_it_in_every_row() -> None:
    rows = [
        ["Program/Kegiatan", "Indikator Kinerja", LEFT, LEFT, LEFT],
        [UP, "Capaian Program", LEFT, "Keluaran Kegiatan", LEFT],
        [UP, "Tolok Ukur", "Target", "Tolok Ukur", "Target"],
        ["Kegiatan Taman Baca", "Indeks literasi", "60", "Jumlah taman baca", "4"],
    ]
    assert [r.level for r in read(rows, "Tahun 2026").indicators] == [Level.PROGRAM, Level.KEGIATAN]


def test_years_under_an_empty_heading_after_achievements_are_none() -> None:
    rows = [
        ["No", "Indikator", "Target Renstra", LEFT, "Realisasi Capaian", LEFT, "", LEFT],
        [UP, UP, "Tahun 2025", "Tahun 2026", "Tahun 2024", "Tahun 2025", "Tahun 2026", "Tahun 2027"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
        ["1", "Indeks literasi", "50", "52", "48", "51", "53", "54"],
    ]
    found = read(rows).indicators[0]
    assert sorted(found.realisations) == [2024, 2025]
    assert sorted(found.targets) == [2025, 2026]


def test_bare_years_of_the_period_are_targets_and_earlier_ones_are_not() -> None:
    def rows(*years: str) -> list[list[str]]:
        return [["No", "Sasaran", "Indikator Kinerja Utama (IKU)", *years],
                ["1", "Meningkatnya minat baca", "Indeks literasi", "60", "62"]]  # fmt: skip

    plan = read(rows("2025", "2026"), by=RENSTRA).indicators[0]
    assert {year: cell.raw for year, cell in plan.targets.items()} == {2025: "60", 2026: "62"}
    past = read(rows("2022", "2023"), by=RENSTRA).indicators[0]
    assert not past.targets and not past.realisations
    report = read(rows("2024", "2025"), by=LKJIP).indicators[0]
    assert not report.targets
    chapter = read_tables(layout([table(rows("2025", "2026"))]), None).indicators[0]
    assert sorted(chapter.targets) == [2025, 2026] and chapter.doubts


def test_a_target_under_tingkat_capaian_is_a_target() -> None:
    rows = [
        ["SASARAN", LEFT, "TINGKAT CAPAIAN", LEFT, "Persentase Capaian"],
        ["Uraian", "Indikator", "Target 2025", "Realisasi", UP],
        ["Meningkatnya minat baca", "Indeks literasi", "60", "58", "96,67%"],
    ]
    found = read(rows, by=LKJIP).indicators[0]
    assert [cell.raw for cell in found.targets.values()] == ["60"]
    assert [cell.raw for cell in found.realisations.values()] == ["58"]


def test_a_target_up_to_a_year_is_the_one_for_the_end() -> None:
    rows = [
        ["No", "Indikator Kinerja", "Realisasi s.d Tahun 2025", "Target Renstra sd 2029 (2025-2029)"],
        ["1", "Indeks literasi", "12", "60"],
    ]
    found = read(rows, by=LKJIP).indicators[0]
    assert found.final is not None and found.final.raw == "60"
    assert not found.targets


def test_bullets_of_stacked_values_are_no_minus() -> None:
    rows = [
        ["Kegiatan", "Indikator Kegiatan", "Target 2026"],
        ["Kegiatan Magang", "- Magang luar kota|- Magang dalam kota", "- 300 orang|- 60 orang"],
        ["Kegiatan Arsip", "Arsip tertib", "-1"],
    ]
    assert [r.targets[2026].raw for r in read(rows).indicators] == ["300 orang", "60 orang", "-1"]


def test_label_of_a_goal_in_its_own_column_is_no_part_of_it() -> None:
    rows = [
        ["Misi", "Sasaran", "Indikator", "Target 2026"],
        ["Misi Ke 2 : Membangun kota membaca", "Sasaran 3 : Meningkatnya minat baca", "Indeks literasi", "60"],
    ]
    context = read(rows).indicators[0].context
    assert (context.misi, context.sasaran) == ("Membangun kota membaca", "Meningkatnya minat baca")


def test_a_statement_with_a_bare_number_begins_anew_on_the_next_page() -> None:
    head = ["Sasaran", "Indikator", "Target 2026"]
    first = table([head, ["6 Meningkatnya minat baca", "Indeks literasi", "60"]])
    second = table([head, ["7 Meningkatnya mutu arsip", "Arsip tertib", "80"]], page=2)
    facts = read_tables(layout([first], [second]), RENJA)
    assert [r.context.sasaran for r in facts.indicators] == ["Meningkatnya minat baca", "Meningkatnya mutu arsip"]


def test_thousands_in_the_heading_over_full_rupiah_are_not_believed() -> None:
    def rows(*amounts: str) -> list[list[str]]:
        return [
            ["Kegiatan", "Indikator", "Target 2026", "Pagu 2026 (Rp.000)"],
            *(
                [f"Kegiatan Taman {name}", f"Jumlah taman {name}", "4 Unit", amount]
                for name, amount in zip(("Baca", "Kota", "Hutan"), amounts, strict=True)
            ),
        ]

    doubtful = read(rows("950.000.000", "225.000.000", "1.200.000.000")).indicators
    assert [budgets(r)[2026] for r in doubtful] == [950_000_000, 225_000_000, 1_200_000_000]
    assert all(r.confidence <= 0.7 and "rupiah penuh" in "; ".join(r.doubts) for r in doubtful)
    believed = read(rows("950.000", "225.000", "1.200.000")).indicators
    assert [budgets(r)[2026] for r in believed] == [950_000_000, 225_000_000, 1_200_000_000]
