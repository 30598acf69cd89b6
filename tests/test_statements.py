"""Goal statements in running text: what is announced is taken, what is told of other plans or purposes is not."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.identify import identify
from extractors.layout import Cell, Layout, Line, Page, Paragraph, Table
from extractors.prose import Form, units
from extractors.readers.read import read_layout
from extractors.statements import pipeline, read_statements
from models.document import Claim, Format, Identity, Kind, SourceFile
from models.indicator import Statement, StatementKind

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
VISI, MISI, TUJUAN, SASARAN, STRATEGI, ARAH, PROGRAM = StatementKind
Block = Paragraph | Table
FILE = SourceFile("0" * 64, "uji.pdf", "uji.pdf", 1, Format.PDF)


class Sheet:
    """Sets text on pages the way a word processor does: first-line and hanging indents, running head, page number."""

    def __init__(self, head: str | None = "Renstra Dinas Kesehatan Kota Harapan Jaya") -> None:
        self.pages: list[list[Block]] = []
        self.head = head
        self.turn()

    def turn(self) -> Sheet:
        self.pages.append([])
        self.top = 60.0
        if self.head:
            self._line(self.head, 320)
        return self

    def _line(self, text: str, x: float, bold: bool = False, gap: float = 0) -> None:
        self.top += 14 + gap
        self.pages[-1].append(Paragraph(text, (x, self.top, x + 5.0 * len(text), self.top + 11), None, bold))

    def heading(self, text: str) -> Sheet:
        self._line(text, 90, bold=True, gap=14)
        return self

    def text(self, text: str, bold: bool = False, x: float = 90) -> Sheet:
        width = int((505 - x) / 5)
        lines = textwrap.wrap(text, width, initial_indent="      ")
        for number, line in enumerate(lines):
            self._line(line.strip(), x + (30 if number == 0 else 0), bold)
        return self

    def item(self, marker: str, text: str, x: float = 90) -> Sheet:
        lines = textwrap.wrap(f"{marker} {text}", int((500 - x) / 5))
        for number, line in enumerate(lines):
            self._line(line, x + (18 if number else 0))
        return self

    def table(self, *rows: Sequence[str]) -> Sheet:
        cells = tuple(Cell(r, c, 1, 1, (Line(text),)) for r, row in enumerate(rows) for c, text in enumerate(row))
        self.pages[-1].append(Table(len(self.pages), 1, len(rows), len(rows[0]), cells))
        return self

    def layout(self) -> Layout:
        made = []
        for number, blocks in enumerate(self.pages, 1):
            foot = Paragraph(f"Halaman {number}", (480.0, 800.0, 530.0, 811.0))
            made.append(Page(number, 595.0, 842.0, (*blocks, foot) if self.head else tuple(blocks), "cepat"))
        return Layout(FILE, len(made), tuple(made))


def of_office() -> Identity:
    return _identity(Kind.RENSTRA, "Dinas Kesehatan")


def of_region() -> Identity:
    return _identity(Kind.RPJMD, None)


def _identity(kind: Kind, opd: str | None) -> Identity:
    year: Claim[int | None] = Claim(2025, 1.0, "")
    return Identity(
        Claim(kind, 1.0, ""), Claim("Kota Harapan Jaya", 1.0, ""), Claim(opd, 1.0, ""), year, year, Claim(None, 0.0, "")
    )


def read(sheet: Sheet, identity: Identity | None = None) -> tuple[Statement, ...]:
    return read_statements(sheet.layout(), identity or of_office())


def short(found: Sequence[Statement]) -> list[tuple[StatementKind, str | None, str]]:
    return [(statement.kind, statement.number, statement.text) for statement in found]


MISSIONS = (
    "Meningkatkan mutu dan pemerataan pelayanan kesehatan dasar di seluruh kelurahan, termasuk bagi warga yang tinggal "
    "di pinggiran kota;",
    "Mendorong kemandirian masyarakat untuk hidup sehat; dan",
    "Mewujudkan tata kelola yang bersih.",
)


def test_a_lead_sentence_announces_the_list_that_follows() -> None:
    sheet = Sheet().heading("BAB IV VISI, MISI, TUJUAN DAN SASARAN").heading("4.1 Visi dan Misi Dinas Kesehatan")
    sheet.text("Dinas Kesehatan menetapkan visi sebagai berikut:")
    sheet.text("“Terwujudnya Warga Kota yang Sehat dan Mandiri”", bold=True)
    sheet.text("Untuk mewujudkan visi tersebut, maka Dinas Kesehatan merumuskan 3 (tiga) misi, yaitu:")
    for number, mission in enumerate(MISSIONS, 1):
        sheet.item(f"{number}.", mission)
    sheet.text("Ketiga misi di atas dilaksanakan secara bertahap selama lima tahun.")
    found = read(sheet)
    assert short(found) == [
        (VISI, None, "Terwujudnya Warga Kota yang Sehat dan Mandiri"),
        (MISI, "1", MISSIONS[0].rstrip(";")),
        (MISI, "2", "Mendorong kemandirian masyarakat untuk hidup sehat"),
        (MISI, "3", "Mewujudkan tata kelola yang bersih"),
    ]
    first = found[1]
    assert first.parent == found[0].text
    assert first.parent_kind is VISI
    assert first.confidence >= 0.8
    where = first.evidence
    assert (where.page, where.file) == (1, "uji.pdf")
    assert where.quote == MISSIONS[0]
    assert where.box is not None
    assert where.box[3] - where.box[1] > 20  # more than one line


def test_a_list_goes_on_over_the_page_without_heads_and_page_numbers() -> None:
    sheet = Sheet().heading("C. STRATEGI").text("Strategi yang ditetapkan adalah sebagai berikut:")
    sheet.item("1.", "Memperkuat puskesmas sebagai pusat pelayanan kesehatan dasar yang terpadu bagi seluruh").turn()
    sheet._line("warga kota;", 108)
    sheet.item("2.", "Melatih kader kesehatan.").turn().text("Strategi itu dinilai setiap tahun oleh tim.")
    assert short(read(sheet)) == [
        (
            STRATEGI,
            "1",
            "Memperkuat puskesmas sebagai pusat pelayanan kesehatan dasar yang terpadu bagi seluruh warga kota",
        ),
        (STRATEGI, "2", "Melatih kader kesehatan"),
    ]


def test_labels_with_words_roman_and_arabic_numbers() -> None:
    sheet = Sheet().heading("4.1 Visi dan Misi")
    sheet.text("Misi Kesatu : Meningkatkan pelayanan kesehatan yang bermutu.")
    sheet.text("Misi II : Mendorong perilaku hidup bersih.")
    sheet.text("Misi 3: Menguatkan pembiayaan kesehatan.")
    assert [statement.number for statement in read(sheet)] == ["1", "2", "3"]
    assert {statement.kind for statement in read(sheet)} == {MISI}


def test_labels_on_lines_of_their_own_build_the_ladder() -> None:
    sheet = Sheet().heading("3.2 Tujuan dan Sasaran Renja")
    for number, (mission, goal, target) in enumerate(
        [
            ("Meningkatkan pelayanan kesehatan", "Meningkatkan mutu puskesmas", "Terpenuhinya tenaga kesehatan"),
            ("Mendorong hidup sehat", "Meningkatkan peran kader", "Meningkatnya rumah tangga sehat"),
        ],
        1,
    ):
        sheet.text(f"MISI{number}. {mission} bagi warga kota yang membutuhkan.", bold=True)
        sheet.text("Tujuan :", bold=True).text(f"{goal} di semua kecamatan secara merata.")
        sheet.text("Sasaran :", bold=True).text(f"{target} di setiap kelurahan.")
    found = read(sheet)
    assert [statement.kind for statement in found] == [MISI, TUJUAN, SASARAN] * 2
    assert found[4].parent == found[3].text
    assert found[5].parent == found[4].text


def test_a_list_inside_an_item_hangs_under_it() -> None:
    sheet = Sheet().heading("BAB III TUJUAN DAN SASARAN").text("Dinas menetapkan misi sebagai berikut:")
    sheet.item("1.", "Meningkatkan pelayanan kesehatan, dengan tujuan:")
    sheet.item("a.", "Menurunnya angka kesakitan;", x=108).item("b.", "Meningkatnya usia harapan hidup.", x=108)
    sheet.item("2.", "Menguatkan kelembagaan kesehatan, dengan tujuan:")
    sheet.item("a.", "Meningkatnya akuntabilitas kinerja.", x=108)
    found = read(sheet)
    assert [(statement.kind, statement.parent) for statement in found] == [
        (MISI, None),
        (TUJUAN, "Meningkatkan pelayanan kesehatan"),
        (TUJUAN, "Meningkatkan pelayanan kesehatan"),
        (MISI, None),
        (TUJUAN, "Menguatkan kelembagaan kesehatan"),
    ]


def test_under_a_list_of_several_no_parent_is_guessed() -> None:
    sheet = Sheet().heading("BAB IV TUJUAN DAN SASARAN").text("Tujuan Dinas Kesehatan adalah:")
    sheet.item("1.", "Meningkatnya derajat kesehatan;").item("2.", "Meningkatnya akuntabilitas kinerja.")
    sheet.text("Sasaran yang hendak dicapai adalah:").item("1.", "Menurunnya angka kematian ibu.")
    found = read(sheet)
    assert found[-1].kind is SASARAN
    assert found[-1].parent is None


def test_a_vision_in_capitals_under_its_heading() -> None:
    sheet = Sheet().heading("A. VISI").heading("TERWUJUDNYA KOTA YANG SEHAT UNTUK SEMUA").heading("B. MISI")
    sheet.text("Visi itu akan dicapai melalui 2 (dua) misi sebagai berikut :")
    sheet.item("1.", "Meningkatkan pelayanan;").item("2.", "Mendorong peran warga.")
    assert short(read(sheet))[0] == (VISI, None, "TERWUJUDNYA KOTA YANG SEHAT UNTUK SEMUA")
    assert len(read(sheet)) == 3


def test_a_vision_quoted_inside_a_sentence() -> None:
    sheet = Sheet().heading("2.1 Rencana Strategis")
    sheet.text(
        "Sejalan dengan Visi Pemerintah Kota Harapan Jaya yaitu “Kota yang Lestari dan Berdaya”, maka Dinas Kesehatan "
        "telah menetapkan Visi yaitu “Terwujudnya Warga yang Sehat dan Mandiri”. Visi itu berlaku lima tahun."
    )
    region, own = sorted(read(sheet), key=lambda statement: statement.confidence)
    assert own.text == "Terwujudnya Warga yang Sehat dan Mandiri"
    assert region.text == "Kota yang Lestari dan Berdaya"
    assert region.confidence < 0.5 < own.confidence


def test_the_explanation_of_an_item_is_not_part_of_it() -> None:
    sheet = Sheet().heading("3.2 MISI").text("Rumusan misi Wali Kota adalah:")
    sheet.item("1.", "Pengembangan ekonomi kreatif")
    sheet.text("Pengembangan ekonomi kreatif bertujuan untuk membuka peluang usaha bagi warga kota yang berbakat.")
    sheet.item("2.", "Peningkatan mutu lingkungan")
    sheet.text("Peningkatan mutu lingkungan ditujukan agar kota nyaman dihuni oleh semua warganya.")
    assert short(read(sheet, of_region())) == [
        (MISI, "1", "Pengembangan ekonomi kreatif"),
        (MISI, "2", "Peningkatan mutu lingkungan"),
    ]


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("1.3 Maksud dan Tujuan", "Tujuan :"),
        ("1.4 Tujuan", "Tujuan dari penyusunan Renstra ini adalah:"),
        ("4.1 Visi dan Misi", "Rumusan visi hendaknya:"),
        ("4.2 Sasaran", "Sasaran dari program ini adalah :"),
        ("4.2 Sasaran", "Indikator Sasaran :"),
        ("4.1 Visi", "Penjabaran makna dari visi tersebut adalah sebagai berikut:"),
        ("4.3 Strategi", "Faktor penghambat pencapaian misi tersebut antara lain:"),
        ("2.1 Pelaksanaan Program dan Kegiatan", "Tujuan dari pelaksanaan Forum SKPD adalah :"),
        ("4.2 Tujuan dan Sasaran", "Tujuan dan sasaran jangka menengah adalah sebagai berikut:"),
        ("3.1 Tugas dan Fungsi", "Dinas menyelenggarakan fungsi sebagai berikut:"),
    ],
)
def test_purposes_definitions_and_doubtful_leads_announce_nothing(heading: str, lead: str) -> None:
    sheet = Sheet().heading(heading).text(lead)
    sheet.item("1.", "Meningkatkan kinerja aparatur;").item("2.", "Memberikan arah yang jelas.")
    assert read(sheet) == ()


def test_what_the_review_of_other_plans_says_has_little_confidence_or_is_left_out() -> None:
    sheet = Sheet().heading("3.2 Telaahan Visi, Misi, dan Program Kepala Daerah")
    sheet.text("Dalam rangka pencapaian visi tersebut ditetapkan 2 (dua) misi sebagai berikut:")
    sheet.text("Misi Pertama, Membangun masyarakat yang berkualitas. Misi ini untuk menciptakan warga yang unggul.")
    sheet.heading("3.3 Telaahan Renstra Kementerian Kesehatan").text("Misi Kementerian Kesehatan adalah:")
    sheet.item("1.", "Meningkatkan derajat kesehatan bangsa.")
    sheet.heading("4.1 Visi dan Misi").text("Misi 1: Meningkatkan pelayanan kesehatan.")
    region, own = read(sheet)
    assert region.text == "Membangun masyarakat yang berkualitas"
    assert region.confidence < 0.5
    assert own.text == "Meningkatkan pelayanan kesehatan"
    assert own.confidence > 0.8


def test_the_vision_of_twenty_years_is_not_that_of_the_rpjmd() -> None:
    sheet = Sheet().heading("3.1 VISI")
    sheet.text(
        "Visi Pembangunan Jangka Panjang Kota Harapan Jaya Tahun 2025-2045 yaitu: “Kota yang Lestari dan Unggul”"
    )
    sheet.text("Keadaan itu tertuang dalam Visi Wali Kota dan Wakil Wali Kota, yaitu: “Terwujudnya Warga yang Sehat”.")
    assert short(read(sheet, of_region())) == [(VISI, None, "Terwujudnya Warga yang Sehat")]


def test_former_wording_is_left_out() -> None:
    sheet = Sheet().heading("4.2 Tujuan dan Sasaran")
    sheet.text("Rumusan ditinjau kembali pada tahun ketiga karena susunan perangkat daerah berubah pada tahun itu.")
    sheet.text("Rumusan semula:").text("Sasaran Misi 1")
    sheet.text("Meningkatnya kerja sama antardaerah di bidang kesehatan.").text("Berubah menjadi :")
    sheet.text("Sasaran:").item("•", "Meningkatnya sinergi pelayanan kesehatan")
    assert [statement.text for statement in read(sheet)] == ["Meningkatnya sinergi pelayanan kesehatan"]


def test_repeats_are_kept_once_where_they_are_surest() -> None:
    sheet = Sheet().heading("1.1 Latar Belakang").text("Misi 2: Mendorong kemandirian warga kota.")
    sheet.heading("BAB IV VISI DAN MISI").text("Misi 2: Mendorong kemandirian warga kota.")
    (only,) = read(sheet)
    assert only.confidence > 0.8


def test_other_words_in_a_similar_sentence_are_another_statement() -> None:
    sheet = Sheet().heading("4.2 Sasaran").text("Sasaran:")
    sheet.item("•", "Meningkatnya sinergi penyelenggaraan pelayanan kesehatan di wilayah timur kota")
    sheet.item("•", "Meningkatnya mutu penyelenggaraan pelayanan kesehatan di wilayah timur kota")
    assert len(read(sheet)) == 2


def test_a_table_ends_a_list_and_figures_side_by_side_are_passed_over() -> None:
    sheet = Sheet().heading("C. TUJUAN").text("Tujuan Dinas Kesehatan adalah:").table(["Tujuan", "Target 2025"])
    sheet.item("1.", "Meningkatkan sesuatu yang lain.")
    sheet.turn().text("Tujuan 1: Tujuan 2: Tujuan 3:").text("Sasaran 1: Meningkatnya mutu Sasaran 2: Menurunnya angka")
    assert read(sheet) == ()


def test_words_about_the_kinds_are_no_statements() -> None:
    sheet = Sheet().heading("BAB I PENDAHULUAN")
    sheet.text("Renstra memuat visi, misi, tujuan, sasaran, strategi, dan kebijakan menurut tugas dan fungsi.")
    sheet.text("Misi adalah rumusan umum mengenai upaya yang akan dilaksanakan untuk mewujudkan visi.")
    assert read(sheet) == ()


def test_word_paragraphs_and_list_styles() -> None:
    blocks = (
        Paragraph("4.2. Tujuan dan Sasaran", bold=True),
        Paragraph("Sasaran", bold=True),
        Paragraph("Sasaran yang ingin dicapai tersebut antara lain :"),
        Paragraph("Meningkatnya kualitas pengelolaan keuangan;", style="List Paragraph"),
        Paragraph("Meningkatnya kualitas pengelolaan aset.", style="List Paragraph"),
        Paragraph("Pencapaian sasaran diukur dengan beberapa indikator, meliputi:"),
    )
    found = read_statements(Layout(FILE, 1, (Page(None, 0, 0, blocks, "docx"),)), of_office())
    assert [statement.text for statement in found] == [
        "Meningkatnya kualitas pengelolaan keuangan",
        "Meningkatnya kualitas pengelolaan aset",
    ]
    assert found[0].evidence.page is None
    assert found[0].evidence.box is None


def test_a_document_without_a_candidate_does_not_start_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("pipeline started")

    monkeypatch.setattr(pipeline, "tools", fail)
    assert read(Sheet().heading("BAB II GAMBARAN UMUM").text("Luas wilayah kota adalah 48 kilometer persegi.")) == ()


def test_units_join_lines_and_leave_frames_out() -> None:
    sheet = (
        Sheet()
        .heading("D. SASARAN")
        .text("Sasaran Dinas Kesehatan ditetapkan untuk lima tahun dan dinilai setiap tahun bersama para pihak:")
    )
    sheet.item(
        "1)", "Menurunnya angka kesakitan penduduk pada semua kelompok umur di seluruh wilayah kota dan sekitarnya."
    )
    sheet.turn().text("Uraian berikutnya.")
    forms = [(unit.form, unit.marker) for unit in units(sheet.layout())]
    assert forms == [(Form.HEADING, None), (Form.TEXT, None), (Form.ITEM, "1)"), (Form.TEXT, None)]


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="without the corpus beside the project")
@pytest.mark.parametrize(
    ("path", "pages", "counts"),
    [
        # Own statements per kind on these pages, counted there by a person.
        ("cianjur/renstra.pdf", (32, 33), {VISI: 1, MISI: 4, TUJUAN: 4, STRATEGI: 5, ARAH: 5}),
        ("cianjur/renja.pdf", (31, 32), {VISI: 1, MISI: 4, TUJUAN: 4, SASARAN: 4}),
        (
            "wonosobo/dpupr/doc__1663482737_7cb6b881b3536c570c34.pdf",
            (13, 14, 15, 16, 17, 18),
            {VISI: 1, MISI: 5, TUJUAN: 6, SASARAN: 15, ARAH: 5},
        ),
        ("kotasukabumi/rpjmd-kota-sukabumi-2025-2029.pdf", (144, 146, 150, 151, 152), {VISI: 1, MISI: 5}),
        ("jabar/lain/datarenja__RENCANA KERJA 2017.pdf", (16, 17), {TUJUAN: 1, SASARAN: 5}),
    ],
)
def test_real_pages_give_the_statements_that_stand_there(
    path: str, pages: tuple[int, ...], counts: dict[StatementKind, int]
) -> None:
    layout = read_layout(CORPUS / path, {1, 2, 3, *pages})
    found = read_statements(layout, identify(layout))
    assert Counter(s.kind for s in found if s.confidence >= 0.5 and s.evidence.page in pages) == counts


def test_programs_of_the_head_of_region_are_listed_under_their_missions() -> None:
    sheet = (
        Sheet(head=None)
        .heading("3.6 Program Prioritas")
        .text("Berdasarkan janji kepala daerah telah disepakati 4 (empat) program unggulan sebagai berikut:")
    )
    sheet.heading("A. Misi 1: Menata kota yang tertib").item("1.", "Taman Warga (Taman di Setiap Kelurahan)")
    sheet.text("Program unggulan ini membangun taman bermain. Pelaksanaannya dilakukan melalui dua cara yaitu:")
    sheet.item("a.", "Berbasis kelurahan", x=110).item("b.", "Berbasis sekolah", x=110)
    sheet.item("2.", "Kota Terang")
    sheet.text("Penerangan jalan diperluas sampai ke gang dan lorong di seluruh wilayah kota.")
    sheet.heading("B. Misi 2: Melayani warga dengan cepat").item("1.", "Izin Sehari")
    found = read(sheet, of_region())
    programs = [s for s in found if s.kind is PROGRAM]
    assert [(s.number, s.text, s.parent) for s in programs] == [
        ("1", "Taman Warga (Taman di Setiap Kelurahan)", "Menata kota yang tertib"),
        ("2", "Kota Terang", "Menata kota yang tertib"),
        ("1", "Izin Sehari", "Melayani warga dengan cepat"),
    ]
    assert {s.parent_kind for s in programs} == {MISI}


def test_a_heading_of_program_prioritas_alone_announces_no_list() -> None:
    sheet = (
        Sheet(head=None).heading("3.6 Program Prioritas").text("Perencanaan memperhatikan hal berikut dengan cermat.")
    )
    sheet.item("1.", "Kemampuan keuangan daerah").item("2.", "Kewenangan pemerintah kota")
    assert read(sheet, of_region()) == ()


def test_a_label_set_as_heading_goes_on_in_the_next_line() -> None:
    sheet = Sheet(head=None).heading("3.2 Tujuan dan Sasaran")
    sheet.heading("B. Misi 2: Memperkuat pelayanan dasar bagi seluruh warga kota, pertumbuhan")
    sheet.text("ekonomi kelurahan serta lapangan kerja", bold=False)
    sheet.text("Misi ini dijalankan bersama semua perangkat daerah selama lima tahun.")
    (mission,) = (s for s in read(sheet, of_region()) if s.kind is MISI)
    assert mission.text.endswith("pertumbuhan ekonomi kelurahan serta lapangan kerja")


def test_a_tujuan_printed_again_is_the_parent_of_the_sasaran_below_it() -> None:
    goals = ("Menata permukiman kota yang padat penduduk", "Melayani warga dengan ramah dan cepat")
    sheet = Sheet(head=None).heading("C. Tujuan").text("Dinas Kesehatan menetapkan tujuan sebagai berikut:")
    for number, goal in enumerate(goals, 1):
        sheet.item(f"{number}.", goal + ";")
    sheet.heading("D. Sasaran Strategis")
    for number, goal in enumerate(goals, 1):
        sheet.item(f"{number}.", goal + ";")
        sheet.text("Tujuan tersebut dicapai melalui sasaran strategis sebagai berikut:")
        sheet.item("a)", f"Meningkatnya hasil kerja bagian {number} dari kota", x=110)
        sheet.item("b)", f"Menurunnya keluhan bagian {number} dari kota", x=110)
    found = [s for s in read(sheet) if s.kind is SASARAN]
    assert [s.parent for s in found] == [goals[0], goals[0], goals[1], goals[1]]


def test_the_indicators_of_one_sasaran_do_not_part_the_next_from_its_tujuan() -> None:
    sheet = Sheet(head=None).heading("3.1 Tujuan, Sasaran dan Indikator Sasaran")
    sheet.text("Tujuan : “Meningkatnya kemandirian warga kota”")
    for number, words in ((1, "mutu layanan kesehatan"), (2, "kesempatan bekerja")):
        sheet.text(f"Sasaran {number} : “Meningkatnya {words} bagi warga”")
        sheet.item("-", "Indikator Sasaran :")
        sheet.pages[-1][-1] = replace(sheet.pages[-1][-1], bold=True)
        sheet.item("1.", "Persentase warga yang terlayani")
    found = [s for s in read(sheet) if s.kind is SASARAN]
    assert [s.number for s in found] == ["1", "2"]
    assert {s.parent for s in found} == {"Meningkatnya kemandirian warga kota"}
