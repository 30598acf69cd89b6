"""Traits of single layouts: titles inside tables, two sides, slipped columns, strips of shading, inferred cells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.layout import Cell, Line, Table
from extractors.tables.headings import read_heading
from extractors.tables.numbers import value_text
from extractors.tables.records import read_tables
from extractors.tables.text import Words, strip_list_number
from extractors.tables.tidy import tidy
from models.document import Kind
from tests.table_layouts import LEFT, UP, identity, layout, table

RENJA = identity(Kind.RENJA, 2026)
RENSTRA = identity(Kind.RENSTRA, 2025, 2029)


def test_titles_over_the_headings_are_no_headings() -> None:
    rows = [
        ["Rencana Program Dinas Kebun", LEFT, LEFT, LEFT],
        ["Kota Harapan Jaya Tahun 2026", LEFT, LEFT, LEFT],
        ["Kode", "Program", "Indikator", "Target 2026"],
        ["3.27.02", "Program Kebun", "Luas kebun", "7"],
    ]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [(r.name, r.code) for r in facts.indicators] == [("Luas kebun", "3.27.02")]
    assert "Kota Harapan Jaya" in (facts.indicators[0].caption or "")


def test_a_data_row_that_begins_like_a_heading_word_is_data() -> None:
    head = [["Program", "Indikator", "Target 2026"], ["Program Aman", "Kasus selesai", "90"]]
    tail = [["Ketenteraman Kota", "Ketertiban kota terjaga", ""], ["Program Damai", "Konflik selesai", "95"]]
    facts = read_tables(layout([table(head)], [table(tail, page=2)]), RENJA)
    assert [r.name for r in facts.indicators][-1] == "Konflik selesai"
    assert facts.indicators[-1].targets[2026].value == 95


def test_of_two_sides_the_offices_own_counts() -> None:
    rows = [
        ["No", "Rancangan Awal RKPD", LEFT, LEFT, LEFT, "Hasil Analisis Kebutuhan", LEFT, LEFT, LEFT],
        [UP, "Program/Kegiatan", "Indikator Kinerja", "Target Capaian", "Pagu (Rp.000)",
         "Program/Kegiatan", "Indikator Kinerja", "Target Capaian", "Kebutuhan Dana (Rp.000)"],
        ["1", "Kegiatan Arsip", "Jumlah arsip", "5", "1.000", "Kegiatan Arsip", "Jumlah arsip", "7", "2.000"],
    ]  # fmt: skip
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [(r.name, r.targets[2026].raw) for r in facts.indicators] == [("Jumlah arsip", "7")]
    assert [item.budgets[2026].rupiah for item in facts.items] == [2_000_000]


def test_the_offices_own_draft_on_the_left_counts_before_what_districts_ask_for() -> None:
    rows = [
        ["No", "Rancangan Renja", LEFT, LEFT, LEFT, "Hasil Prioritas Kabupaten/Kota", LEFT, LEFT, LEFT],
        [UP, "Program/Kegiatan", "Indikator Kinerja", "Target Capaian", "Pagu (Rp)",
         "Program/Kegiatan", "Indikator Kinerja", "Target Capaian", "Kebutuhan Dana (Rp)"],
        ["1", "Kegiatan Arsip", "Jumlah arsip", "5", "1.000.000", "Kegiatan Arsip", "", "", ""],
    ]  # fmt: skip
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [(r.name, r.targets[2026].raw) for r in facts.indicators] == [("Jumlah arsip", "5")]
    assert [item.budgets[2026].rupiah for item in facts.items] == [1_000_000]


def test_a_goal_among_the_headings_is_no_heading() -> None:
    rows = [
        ["Tujuan", "Sasaran", "Indikator Kinerja", "Tahun", LEFT, LEFT],
        ["Misi 2: Memajukan tata kelola pemerintahan", LEFT, LEFT, "Kondisi Tahun 2025", "Target Tahun 2026",
         "Capaian Tahun 2026"],
        ["Layanan informasi baik", "Informasi publik terbuka", "Nilai keterbukaan informasi", "70", "75", "74"],
    ]  # fmt: skip
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert record.name == "Nilai keterbukaan informasi"
    assert record.context.misi == "Memajukan tata kelola pemerintahan"
    assert record.context.sasaran == "Informasi publik terbuka"
    assert (record.baseline[2025].raw, record.targets[2026].raw, record.realisations[2026].raw) == ("70", "75", "74")


@pytest.mark.parametrize(
    "heading", ["Realisasi sd 2026 thdp Target Renstra sd 2028 (4/5)*100%", "Capaian terhadap target 2028"]
)
def test_one_column_over_another_is_no_achievement(heading: str) -> None:
    rows = [["Indikator", "Realisasi 2026", "Target Akhir 2028", heading], ["Luas kebun", "6,4", "11,5", "55,7"]]
    (record,) = read_tables(layout([table(rows)]), RENSTRA).indicators
    assert {year: v.raw for year, v in record.realisations.items()} == {2026: "6,4"}


def test_spaced_letters_in_a_heading_still_say_which_state_counts() -> None:
    rows = [
        ["Kegiatan", "Indikator", "Target 2026", "Pagu S E B E L U M R U B A H", "Pagu S E S U D A H R U B A H"],
        ["Kegiatan Arsip", "Jumlah arsip", "5", "1.000.000", "3.000.000"],
    ]
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert [money.rupiah for money in record.budgets.values()] == [3_000_000]


def test_value_and_unit_in_cells_of_their_own_are_read_left_to_right() -> None:
    head = ["Indikator", "Realisasi 2025", LEFT, "Target 2026", LEFT]
    rows = [
        head,
        ["Produksi ikan", "1.010", "ton", "1.060", "ton"],
        ["Kasus penyakit ikan", "0", "kasus", "0", "kasus"],
        ["Produksi garam", "", "ton", "353", "ton"],
    ]
    first, second, third = read_tables(layout([table(rows)]), RENJA).indicators
    assert first.realisations[2025].raw == "1.010 ton"
    assert (second.realisations[2025].raw, second.targets[2026].value) == ("0 kasus", 0)
    assert not third.realisations
    assert third.targets[2026].value == 353
    assert third.confidence == 1.0


def test_a_wrapped_value_whose_second_line_begins_with_a_number_is_one_value() -> None:
    rows = [
        ["Kegiatan", "Indikator", "Target 2026"],
        ["Padat Karya", "Tenaga kerja terserap pada|kegiatan padat karya", "23 lokasi sebanyak|1.625 orang"],
    ]
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert record.name == "Tenaga kerja terserap pada kegiatan padat karya"
    assert record.targets[2026].raw == "23 lokasi sebanyak 1.625 orang"


def test_names_in_one_cell_begin_where_values_stand_and_bold_lines_head_groups() -> None:
    names = "Produksi Ikan|Ikan budidaya|Ikan tangkap|Produksi Garam|Garam rakyat|Garam olahan"
    rows = [
        ["Indikator", "Realisasi 2025", "Target 2026"],
        [names, " |10 ton|20 ton| |30 ton|40 ton", " |11 ton|21 ton| |31 ton|ton"],
    ]
    made = table(rows)
    bold = {"Produksi Ikan", "Produksi Garam"}
    cells = tuple(
        replace(cell, lines=tuple(replace(line, bold=line.text in bold) for line in cell.lines)) for cell in made.cells
    )
    records = read_tables(layout([replace(made, cells=cells)]), RENJA).indicators
    found = [(r.name, r.realisations[2025].raw) for r in records if r.realisations]
    assert found == [
        ("Ikan budidaya", "10 ton"),
        ("Ikan tangkap", "20 ton"),
        ("Garam rakyat", "30 ton"),
        ("Garam olahan", "40 ton"),
    ]
    assert 2026 not in records[-1].targets


def test_list_numbers_without_a_point_are_no_part_of_the_names() -> None:
    rows = [["Indikator", "Target 2026"], ["1 Luas kebun", "7"], ["2 Bibit unggul", "8"], ["50 besar desa wisata", "9"]]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [r.name for r in facts.indicators] == ["Luas kebun", "Bibit unggul", "50 besar desa wisata"]


def test_uraian_holds_the_indicators_of_an_iku_list_and_of_no_other_table() -> None:
    rows = [["No.", "Uraian", "Dasar Pertimbangan", "Sumber Data"], ["1.", "Indeks kepuasan", "Hasil survei", "Balai"]]
    made = layout([table(rows)])
    assert [(r.name, r.level) for r in read_tables(made, identity(Kind.IKU, 2026)).indicators] == [
        ("Indeks kepuasan", "iku")
    ]
    assert not read_tables(made, RENJA).indicators


def test_a_row_that_the_pages_end_cuts_inside_its_amounts_is_one_row() -> None:
    head = ["Kode", "Kegiatan", "Indikator", "Target 2026", "Pagu 2026"]
    first = table([head, ["1.01.02.2.", "Pengelolaan Pendidikan", "Persentase Sekolah Dasar", "75,0", "47.495.500.0"]])
    second = table(
        [
            head,
            ["01", "Sekolah Dasar", "dengan Ruang Baik", "", "00"],
            ["1.01.02.2.02", "Lain", "Murid", "8", "1.000.000"],
        ],
        page=2,
    )
    one, other = read_tables(layout([first], [second]), RENJA).indicators
    assert (one.name, one.code) == ("Persentase Sekolah Dasar dengan Ruang Baik", "1.01.02.2.01")
    assert one.context.kegiatan == "Pengelolaan Pendidikan Sekolah Dasar"
    assert one.budgets[2026].rupiah == 47_495_500_000
    assert (other.name, other.budgets[2026].rupiah) == ("Murid", 1_000_000)


def test_a_program_at_the_top_of_a_page_is_no_rest_of_the_row_before() -> None:
    head = ["Kode", "Program", "Indikator", "Target 2026", "Pagu 2026"]
    first = table([head, ["2.17.05", "Program Usaha", "", "", "9.000.000"], ["", "", "Usaha naik", "104", ""]])
    second = table(
        [head, ["2.17.06", "Program Koperasi", "", "", "8.000.000"], ["", "", "Koperasi sehat", "42", ""]], page=2
    )
    records = read_tables(layout([first], [second]), RENJA).indicators
    assert [(r.name, r.code) for r in records] == [("Usaha naik", "2.17.05"), ("Koperasi sehat", "2.17.06")]


def test_a_name_cut_by_the_pages_end_goes_on_in_capitals_where_only_it_has_no_value() -> None:
    head = ["Indikator", "Satuan", "Target 2026"]
    rows = [[f"Indeks mutu {name}", "Poin", "7"] for name in ("pasar", "jalan", "taman")]
    first = table([head, *rows, ["Terselenggaranya", "", ""]])
    second = table([head, ["Pembinaan Pasar Kota", "Persen", "100"], ["Luas pasar", "Ha", "5"]], page=2)
    names = [r.name for r in read_tables(layout([first], [second]), RENJA).indicators]
    assert names[3:] == ["Terselenggaranya Pembinaan Pasar Kota", "Luas pasar"]


def test_years_after_a_base_year_are_targets_also_where_their_heading_is_lost() -> None:
    rows = [
        ["Indikator", "Baseline 2024", "", LEFT],
        [UP, UP, "2025", "2026"],
        ["Luas pasar", "5", "6", "7"],
    ]
    (record,) = read_tables(layout([table(rows)]), RENSTRA).indicators
    assert {year: v.raw for year, v in record.baseline.items()} == {2024: "5"}
    assert {year: v.raw for year, v in record.targets.items()} == {2025: "6", 2026: "7"}
    assert record.confidence < 0.9


def test_a_misi_far_above_the_table_is_not_its_own() -> None:
    rows = [["Sasaran", "Indikator", "Target 2026"], ["Pasar tertib", "Indeks tertib", "7"]]
    near = read_tables(layout(["Misi 2: Menata pasar rakyat kota", "Tabel 4.1", table(rows)]), RENJA)
    assert near.indicators[0].context.misi == "Menata pasar rakyat kota"
    prose = [f"Kalimat ke {n} tentang pasar kota." for n in range(20)]
    far = read_tables(layout(["Misi 2: Menata pasar rakyat kota", *prose, table(rows)]), RENJA)
    assert far.indicators[0].context.misi is None


def test_values_that_stand_in_their_headings_too_are_no_header_printed_again() -> None:
    rows = [
        ["Indikator", "Target Tahun 2020", "Satuan Tahun 2020", "Target Tahun 2021", "Satuan Tahun 2021"],
        ["Usia kawin pertama", "20", "Tahun", "20", "Tahun"],
    ]
    (record,) = read_tables(layout([table(rows)]), RENSTRA).indicators
    assert record.targets[2021].value == 20


def test_what_stands_between_an_urusan_and_a_program_is_the_bidang() -> None:
    rows = [
        ["Kode", "Urusan/Bidang/Program/Kegiatan", "Indikator", "Target 2026"],
        ["1", "Wajib", "", ""],
        ["1,6", "Perencanaan Pembangunan", "", ""],
        ["", "Program Perencanaan Daerah", "Dokumen selaras", "95"],
    ]
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert (record.context.urusan, record.context.program) == ("Perencanaan Pembangunan", "Program Perencanaan Daerah")


def test_a_banner_in_capitals_without_the_rows_number_is_no_indicator() -> None:
    rows = [["No", "Indikator", "Target 2026"], ["", "SEBAGAI DINAS UTAMA", ""], ["1", "Indeks SPBE", "3"]]
    assert [r.name for r in read_tables(layout([table(rows)]), RENJA).indicators] == ["Indeks SPBE"]


def test_quarters_are_of_the_year_of_the_target_before_them_and_sums_up_to_it_do_not_stand_for_it() -> None:
    rows = [
        ["Indikator", "Target Renja Tahun 2025", "Realisasi Kinerja Pada Triwulan", LEFT, "Realisasi Renja Tahun 2025",
         "Realisasi Renstra s/d Tahun 2025"],
        [UP, UP, "I", "II", UP, UP],
        ["Rapat terlaksana", "12", "3", "4", "-", "40"],
    ]  # fmt: skip
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert {year: {q: v.raw for q, v in held.items()} for year, held in record.quarters.items()} == {
        2025: {"I": "3", "II": "4"}
    }
    assert 2025 not in record.realisations


def test_a_value_in_two_parts_with_a_semicolon_is_one_value() -> None:
    rows = [["Indikator", "Target 2026"], ["Jumlah buku dan display|Data Pembangunan Kota", "50|buku;|15|display"]]
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert record.name == "Jumlah buku dan display Data Pembangunan Kota"
    assert record.targets[2026].raw == "50 buku; 15 display"


@pytest.mark.parametrize(
    ("heading", "level"), [("Indikator Kinerja Kunci", "ikk"), ("Indikator Kinerja Daerah", "ikd")]
)
def test_a_heading_that_names_a_list_gives_the_level(heading: str, level: str) -> None:
    (record,) = read_tables(layout([table([[heading, "Target 2026"], ["Luas kebun", "7"]])]), RENJA).indicators
    assert record.level == level


def test_the_next_program_on_a_new_page_does_not_go_on_with_the_one_before() -> None:
    head = ["No", "Program/Kegiatan", "Indikator", "Target 2026"]
    first = table([head, ["1", "Program Perkantoran", "Kantor terlayani", "12"]])
    second = table([head, ["", "Program Sarana Aparatur", "Sarana terpelihara", "90"]], page=2)
    records = read_tables(layout([first], [second]), RENJA).indicators
    assert [r.context.program for r in records] == ["Program Perkantoran", "Program Sarana Aparatur"]


def test_broken_words_are_made_whole_in_values_and_suffixes() -> None:
    words = Words(["pelaksanaan rapat koordinasi di kota baru UPTD hari ini"])
    assert words.join(["Terwujudny", "a perencanaa", "n kota"]) == "Terwujudnya perencanaan kota"
    assert words.join(["Meningkatn", "ya mutu"]) == "Meningkatnya mutu"
    assert words.join(["Persentase PSU", "di lingkungan"]) == "Persentase PSU di lingkungan"
    assert words.join(["SKPD/Balai/UPT", "D yang terlayani"]) == "SKPD/Balai/UPTD yang terlayani"
    assert value_text([Line("19 Kabupat-"), Line("en, 8 Kota")]) == "19 Kabupaten, 8 Kota"


def test_the_year_of_a_regulation_in_the_caption_is_not_the_tables() -> None:
    rows = [["Kegiatan", "Indikator", "Target"], ["Kegiatan Arsip", "Arsip tertib", "7"]]
    caption = "Tabel 4.2 Rencana Tindak Lanjut Tahun 2027 (Implementasi UU No 23 Tahun 2014)"
    (record,) = read_tables(layout([caption, table(rows)]), identity(Kind.LKJIP, 2026)).indicators
    assert list(record.targets) == [2027]


def test_two_numbers_in_cells_of_one_heading_are_doubtful() -> None:
    rows = [["Indikator", "Realisasi 2025", LEFT, "Target 2026"], ["Ikan layak", "a. sampel 905", "98,90", "99"]]
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert record.confidence <= 0.7


def test_the_same_name_twice_with_two_values_is_two_indicators() -> None:
    name = "Penasihat kota|untuk pembangunan"
    rows = [["Indikator", "Target 2026"], [f"{name}|{name}", "1 tahun| |2 tahun| "]]
    records = read_tables(layout([table(rows)]), RENJA).indicators
    assert [(r.name, r.targets[2026].raw) for r in records] == [
        ("Penasihat kota untuk pembangunan", "1 tahun"),
        ("Penasihat kota untuk pembangunan", "2 tahun"),
    ]


def test_a_heading_among_the_values_is_no_value() -> None:
    rows = [["Indikator", "Target 2026", "Target 2027"], ["Luas kebun", "7", "8"], ["Luas taman", "Target Tahun", "9"]]
    second = read_tables(layout([table(rows)]), RENSTRA).indicators[1]
    assert 2026 not in second.targets
    assert second.confidence < 0.5


def test_an_office_before_a_dash_is_no_office() -> None:
    rows = [
        ["Kode", LEFT, "Program/Kegiatan", "Indikator", "Target 2026", "Pagu 2026"],
        ["111", "", "Program Pelayanan Perkantoran", "", "", "9.000.000"],
        ["111", "01", "SEKRETARIAT-Penyediaan alat tulis", "Kantor terlayani", "12 bulan", "4.000.000"],
        ["", "02", "BALAI-Penyediaan jasa surat", "", "", "5.000.000"],
    ]
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert record.level == "kegiatan"
    assert record.context.program == "Program Pelayanan Perkantoran"


def test_a_target_in_words_over_several_rows_is_one_text() -> None:
    rows = [
        ["Kegiatan", "Indikator", "Target 2026", "Pagu 2026"],
        [
            "Pelatihan dasar",
            "Pegawai terlatih",
            "Meningkatnya wawasan|pengetahuan pegawai|dinas perikanan",
            "1.000.000",
        ],
        ["Pelatihan lanjut", "", UP, "2.000.000"],
    ]
    (record,) = read_tables(layout([table(rows)]), RENJA).indicators
    assert record.targets[2026].raw == "Meningkatnya wawasan pengetahuan pegawai dinas perikanan"


def test_years_of_a_period_before_the_plan_stay_open() -> None:
    rows = [
        ["No", "Indikator", "Target Renstra Tahun ke-", LEFT, "Realisasi Capaian Tahun ke-", LEFT],
        [UP, UP, "1", "2", "1", "2"],
        ["1", "Luas kebun", "7", "8", "6", "9"],
    ]
    record = read_tables(layout([table(rows)]), RENSTRA).indicators[0]
    assert not record.targets
    assert not record.realisations


def test_a_table_whose_values_do_not_fit_its_columns_gives_nothing() -> None:
    rows = [["Program", "Indikator", "Target 2026", "Pagu 2026", "Target 2027", "Pagu 2027"]]
    rows += [[f"Program {n}", f"Luas kebun {n}", "5.000.000.000", "7", "6.000.000.000", "8"] for n in "ABCD"]
    facts = read_tables(layout([table(rows)]), RENSTRA)
    assert not facts.indicators
    assert "tidak cocok" in (facts.coverage[0].reason or "")


def test_one_value_that_does_not_fit_is_left_out_with_a_doubt() -> None:
    rows = [["Program", "Indikator", "Target 2026", "Pagu 2026", "Target 2027", "Pagu 2027"]]
    rows += [[f"Program {n}", f"Luas kebun {n}", "5", "70.000.000", "6", "80.000.000"] for n in "ABCDEFGHIJ"]
    rows[3][2], rows[3][3] = "70.000.000 5", "7"
    facts = read_tables(layout([table(rows)]), RENSTRA)
    bad = facts.indicators[2]
    assert 2026 not in bad.targets
    assert 2026 not in bad.budgets
    assert bad.confidence < 0.5
    assert bad.doubts
    assert facts.indicators[0].targets[2026].value == 5


def test_headings_without_inner_lines_are_told_apart_by_content() -> None:
    rows = [
        ["No", "Program/Kegiatan", "Indikator Kinerja",
         "Rencana Tahun 2026 Target Capaian Lokasi Pagu Indikatif", LEFT, LEFT],
        ["1", "2", "3", "4", "5", "6"],
        ["1", "Kegiatan Arsip", "Jumlah arsip", "5 berkas", "Kota", "70.000.000"],
        ["2", "Kegiatan Taman", "Jumlah taman", "6 taman", "Kota", "80.000.000"],
    ]  # fmt: skip
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [r.targets[2026].raw for r in facts.indicators] == ["5 berkas", "6 taman"]
    assert [r.budgets[2026].rupiah for r in facts.indicators] == [70_000_000, 80_000_000]


def test_a_column_of_programs_without_heading_is_recognised() -> None:
    rows = [
        ["Permendagri 13/2006", "Indikator", "Target 2026"],
        ["Program Arsip", "Arsip tertib", "5"],
        ["Program Taman", "Taman asri", "6"],
    ]
    facts = read_tables(layout([table(rows)]), RENJA)
    assert [r.context.program for r in facts.indicators] == ["Program Arsip", "Program Taman"]


def test_strips_of_shading_join_the_column_beside_them() -> None:
    xs = (40.0, 46.0, 140.0, 146.0, 240.0)
    ys = (80.0, 100.0, 112.0, 130.0)

    def cell(row: int, column: int, rows: int, columns: int, text: str) -> Cell:
        box = (xs[column], ys[row], xs[column + columns], ys[row + rows])
        line = Line(text, (box[0] + 1, box[1] + 1, box[2] - 1, box[1] + 11))
        return Cell(row, column, rows, columns, (line,) if text else (), box)

    cells = (
        cell(0, 0, 1, 3, "Indikator"), cell(0, 3, 1, 1, "Target 2026"),
        cell(1, 0, 2, 1, ""), cell(1, 1, 1, 1, "Luas"), cell(1, 2, 2, 1, ""), cell(1, 3, 2, 1, "5"),
        cell(2, 1, 1, 1, "kebun"),
    )  # fmt: skip
    made = tidy(Table(1, 1, 3, 4, cells, (40, 80, 240, 130), xs, ys))
    assert made.columns == 2
    assert made.rows == 2
    assert [c.text for c in made.cells] == ["Indikator", "Target 2026", "Luas\nkebun", "5"]


def test_an_inferred_table_follows_the_columns_of_its_first_page() -> None:
    head = ["Program", "Indikator", "Target 2026", "Satuan"]
    first = replace(table([head, ["Program Arsip", "Arsip tertib", "5", "Persen"]]), ruled=False)
    merged = table(
        [["Program", "Indikator", "Target 2026 Satuan", LEFT], ["Program Taman", "Taman asri", "", LEFT]], page=2
    )
    xs = merged.xs
    value = Line("6", (xs[2] + 2, 100, xs[2] + 30, 110))
    unit = Line("Persen", (xs[3] + 2, 100, xs[3] + 40, 110))
    cells = tuple(replace(c, lines=(value, unit)) if c.row == 1 and c.col_span == 2 else c for c in merged.cells)
    second = replace(merged, cells=cells, ruled=False)
    facts = read_tables(layout([first], [second]), RENJA)
    assert [(r.name, r.targets[2026].raw, r.unit) for r in facts.indicators] == [
        ("Arsip tertib", "5", "Persen"),
        ("Taman asri", "6", "Persen"),
    ]


def test_an_inferred_table_with_its_own_full_heading_keeps_its_own_columns() -> None:
    head = ["Indikator", "Satuan", "Kondisi Awal 2024", "Target 2025", "Target 2026"]
    first = table([head, ["Arsip tertib", "Persen", "70", "71", "72"]])
    # The same columns on the next page, half a column further left: by place each value would slip by a year.
    second = table([head, ["Arsip hilang", "Kasus", "9", "8", "7"], ["Arsip tua", "Berkas", "5", "6", "7"]], page=2)
    moved = replace(second, xs=tuple(x - 55 for x in second.xs), cells=tuple(_left(c, 55) for c in second.cells))
    made = layout([replace(first, ruled=False)], [replace(moved, ruled=False)])
    found = {r.name: r for r in read_tables(made, RENSTRA).indicators}
    assert found["Arsip hilang"].unit == "Kasus"
    assert {year: q.raw for year, q in found["Arsip hilang"].targets.items()} == {2025: "8", 2026: "7"}
    assert {year: q.raw for year, q in found["Arsip hilang"].baseline.items()} == {2024: "9"}


def _left(cell: Cell, by: float) -> Cell:
    def box(b: tuple[float, float, float, float] | None) -> tuple[float, float, float, float] | None:
        return (b[0] - by, b[1], b[2] - by, b[3]) if b else None

    return replace(cell, box=box(cell.box), lines=tuple(replace(line, box=box(line.box)) for line in cell.lines))


def test_numbers_in_the_column_of_units_of_an_inferred_table_mean_slipped_values() -> None:
    rows = [
        ["Indikator", "Satuan", "Target 2025", "Target 2026"],
        ["Arsip tertib Persen", "70", "71", "72"],
        ["Arsip terbuka Persen", "40", "41", "42"],
        ["Arsip terpakai Persen", "30", "31", "32"],
    ]
    facts = read_tables(layout([replace(table(rows), ruled=False)]), RENSTRA)
    assert facts.indicators == ()
    assert "tidak cocok dengan kolomnya" in (facts.coverage[0].reason or "")


def test_a_year_whose_heading_swallowed_a_word_is_a_target_beside_targets() -> None:
    rows = [
        ["Indikator", "Satuan", "2025", "URUSAN|2026", "Target|2027", "Target|2028"],
        ["Arsip tertib", "Persen", "70", "71", "72", "73"],
        ["Arsip terbuka", "Persen", "40", "41", "42", "43"],
    ]
    facts = read_tables(layout([replace(table(rows), ruled=False)]), RENSTRA)
    assert [{y: q.raw for y, q in r.targets.items()} for r in facts.indicators] == [
        {2025: "70", 2026: "71", 2027: "72", 2028: "73"},
        {2025: "40", 2026: "41", 2027: "42", 2028: "43"},
    ]
    assert all(r.confidence < 0.9 for r in facts.indicators)


def test_columns_that_were_not_told_apart_leave_a_doubt() -> None:
    rows = [
        ["Indikator", "Satuan Baseline", "Target 2025", "Target 2026"],
        ["Indeks literasi", "Poin 60,5", "61", "62"],
        ["Taman kota 4,5 4,7 4,8", "Unit", "5", "6"],
    ]
    one, other = read_tables(layout([replace(table(rows), ruled=False)]), RENSTRA).indicators
    assert one.unit == "Poin" and one.confidence <= 0.7
    assert "satuan dan angka terbaca dalam satu kolom" in one.doubts
    assert other.confidence < 0.5 and "nama memuat angka dari kolom lain" in other.doubts


def test_a_heading_slipped_over_sentences_makes_no_values_of_them() -> None:
    years = [str(year) for year in range(2024, 2031)]
    rows = [
        ["BASELINE|MISI", "TARGET TAHUN|TUJUAN", "SASARAN", "INDIKATOR", *years],
        ["Kota yang gemar membaca buku", "Terwujudnya kota yang gemar membaca", "Meningkatnya minat baca warga",
         "Indeks literasi|(Poin)", "60", "61", "62", "63", "64", "65", "66"],
        ["Kota yang hijau dan nyaman dihuni", "Terwujudnya kota yang hijau sekali", "Meningkatnya taman di kota",
         "Pertumbuhan", "4", "5", "6", "7", "8", "9", "10"],
        ["", "", "", "Taman Kota (Persen)", "", "", "", "", "", "", ""],
    ]  # fmt: skip
    facts = read_tables(layout([replace(table(rows), ruled=False)]), RENSTRA)
    assert [(r.name, r.unit) for r in facts.indicators] == [
        ("Indeks literasi", "Poin"),
        ("Pertumbuhan Taman Kota", "Persen"),
    ]
    assert [list(r.targets) for r in facts.indicators] == [list(range(2025, 2031))] * 2
    assert [{y: q.raw for y, q in r.baseline.items()} for r in facts.indicators] == [{2024: "60"}, {2024: "4"}]
    assert all(r.confidence < 0.9 for r in facts.indicators)


def test_a_second_column_of_indicators_with_nothing_but_units_holds_the_units() -> None:
    rows = [
        ["Indikator Kinerja", "IKU Kota|Satuan", "Target 2025", "Target 2026"],
        ["Indeks literasi", "Poin", "70", "71"],
        ["Taman baca", "Unit", "4", "5"],
    ]
    facts = read_tables(layout([replace(table(rows), ruled=False)]), RENSTRA)
    assert [(r.name, r.unit, len(r.targets)) for r in facts.indicators] == [
        ("Indeks literasi", "Poin", 2),
        ("Taman baca", "Unit", 2),
    ]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["27.913.23", "0"], "27.913.230"),
        (["1.218.082.700.40", "2"], "1.218.082.700.402"),
        (["434.395.044.980,9", "7"], "434.395.044.980,97"),
        (["25.0", "0 paket"], "25.00 paket"),
        (["15.000.", "000"], "15.000.000"),
        (["85,93", "1.180"], "85,93 1.180"),
        (["1", "Angkatan/3", "0 Orang"], "1 Angkatan/30 Orang"),
        (["5 Angkatan/", "100 Orang"], "5 Angkatan/ 100 Orang"),
    ],
)
def test_broken_numbers_by_their_shape(lines: list[str], joined: str) -> None:
    assert value_text([Line(text) for text in lines]) == joined


def test_a_break_where_no_digit_fits_is_inside_the_number() -> None:
    lines = [Line("95.68", (101, 0, 129, 10)), Line("0", (101, 12, 106, 22))]
    assert value_text(lines, (98, 0, 133, 24)) == "95.680"
    assert value_text(lines, (98, 0, 180, 24)) == "95.68 0"


def test_words_parted_by_narrow_columns_are_rejoined_as_the_document_spells_them() -> None:
    words = Words(["untuk peningkatan produksi kebun kota", "di dalam program penataan taman kota"])
    assert words.join(["Peningkata", "n produksi"]) == "Peningkatan produksi"
    assert words.join(["Program", "penataan"]) == "Program penataan"
    assert words.join(["Pena-", "taan taman"]) == "Penataan taman"
    assert words.join(["Perundang-", "undangan"]) == "Perundang-undangan"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1) Luas lahan", "Luas lahan"),
        ("a. Teh", "Teh"),
        ("1.1.2 Naiknya hasil", "Naiknya hasil"),
        ("1,1.4 Jumlah pedoman", "Jumlah pedoman"),
        ("- Penataan taman", "Penataan taman"),
        ("50 orang pegawai", "50 orang pegawai"),
    ],
)
def test_list_numbers_are_set_aside_counts_are_not(text: str, bare: str) -> None:
    assert strip_list_number(text) == bare


def test_a_number_before_a_heading_does_not_hide_it() -> None:
    assert read_heading("No Indikator Kinerja").role == "indicator"
    assert read_heading("No Rekening").role == "code"
