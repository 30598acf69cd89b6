"""What a file says it is: from cover, running heads, captions and table heads, never from its name alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extractors.identify import identify
from extractors.identity.offices import find_offices
from extractors.identity.regions import find_regions, regions
from extractors.layout import Cell, Layout, Line, Page, Paragraph, Table
from extractors.readers.read import read_layout
from models.document import Format, Identity, Kind, SourceFile, Stage

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"

PROSE = [
    "Pembangunan daerah adalah usaha yang dilakukan secara sadar dan berkelanjutan untuk kesejahteraan warga.",
    "Perencanaan yang baik memerlukan data yang dapat dipercaya dan kerja sama yang erat antarbagian.",
    "Hal itu menjadi tanggung jawab bersama dan dilaksanakan secara bertahap dengan tertib.",
]


def paper(*pages: Sequence[str | Table], name: str = "berkas.pdf") -> Layout:
    """A PDF of pages given as lines and tables."""
    made = []
    for number, blocks in enumerate(pages, 1):
        placed: list[Paragraph | Table] = []
        for row, block in enumerate(blocks):
            top = 60.0 + 16 * row
            placed.append(
                block if isinstance(block, Table) else Paragraph(block, (70.0, top, 70.0 + 5 * len(block), top + 11))
            )
        made.append(Page(number, 595.0, 842.0, tuple(placed), "cepat"))
    return Layout(SourceFile("0" * 64, name, name, 1, Format.PDF), len(made), tuple(made))


def grid(*rows: Sequence[str], page: int = 1) -> Table:
    cells = tuple(
        Cell(r, c, 1, 1, tuple(Line(part) for part in text.split("\n")))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(page, 1, len(rows), max(map(len, rows)), cells)


def said(identity: Identity) -> tuple[Kind, str | None, str | None, int | None, int | None]:
    return (
        identity.kind.value,
        identity.region.value,
        identity.opd.value,
        identity.first_year.value,
        identity.last_year.value,
    )


def test_a_cover_names_kind_office_region_and_period() -> None:
    cover = [
        "RENCANA STRATEGIS",
        "(RENSTRA)",
        "DINAS PERIKANAN DAN PETERNAKAN",
        "KABUPATEN SUMEDANG",
        "TAHUN 2025-2029",
    ]
    identity = identify(paper(cover, PROSE, PROSE))
    assert said(identity) == (Kind.RENSTRA, "Kabupaten Sumedang", "Dinas Perikanan dan Peternakan", 2025, 2029)
    assert identity.kind.confidence >= 0.9
    assert "sampul (halaman 1)" in identity.kind.reason
    assert "RENCANA STRATEGIS" in identity.kind.reason


def test_twelve_years_of_a_table_are_no_period_of_a_plan() -> None:
    chapter = ["BAB II", "GAMBARAN PELAYANAN PERANGKAT DAERAH", "Renstra Dinas Sosial Kota Sukabumi"]
    years = grid(["Uraian", *(f"Tahun {year}" for year in range(2003, 2016))], ["Pegawai", *["12"] * 13])
    assert identify(paper([*chapter, years], PROSE)).first_year.value is None
    five = grid(["Uraian", *(f"Tahun {year}" for year in range(2019, 2024))], ["Pegawai", *["12"] * 5])
    assert identify(paper([*chapter, five], PROSE)).first_year.value == 2019


def test_the_year_of_a_renja_is_that_beside_its_name_and_not_the_year_of_printing() -> None:
    cover = [
        "PENYUSUNAN RENCANA KERJA",
        "BADAN PENANGGULANGAN BENCANA DAERAH",
        "TAHUN 2017",
        "PEMERINTAH KABUPATEN CIANJUR",
        "TAHUN 2016",
    ]
    identity = identify(paper(cover, PROSE))
    assert said(identity)[3:] == (2017, 2017)


def test_the_plan_of_five_years_that_a_renja_cites_is_not_its_period() -> None:
    foreword = [
        "KATA PENGANTAR",
        "Rencana Kerja (Renja) Dinas Kesehatan Kota Sukabumi Tahun 2023 ini disusun sebagai pedoman kegiatan.",
        "Renja ini disusun dengan berpedoman pada Renstra Dinas Kesehatan Tahun 2018-2023 dan RPJMD Kota Sukabumi",
        "Tahun 2018-2023 serta memperhatikan hasil evaluasi pelaksanaan Renja Tahun 2021 pada tahun yang lalu.",
        *PROSE,
    ]
    identity = identify(paper(foreword, PROSE))
    assert said(identity) == (Kind.RENJA, "Kota Sukabumi", "Dinas Kesehatan", 2023, 2023)


def test_running_heads_identify_a_chapter_file() -> None:
    head = ["Review Rencana Strategis (RENSTRA) Tahun 2021-2026", "Dinas Perhubungan Provinsi Banten"]
    pages = [
        [*head, "BAB VIII", "PENUTUP", *PROSE, f"Halaman 8-{n}"] if n == 1 else [*head, *PROSE, f"Halaman 8-{n}"]
        for n in range(1, 5)
    ]
    identity = identify(paper(*pages))
    assert said(identity) == (Kind.RENSTRA, "Provinsi Banten", "Dinas Perhubungan", 2021, 2026)
    assert identity.chapter == 8
    assert identity.stage.value is Stage.PERUBAHAN


def test_a_chapter_title_alone_tells_the_kind() -> None:
    identity = identify(paper(["BAB II", "GAMBARAN PELAYANAN", "DINAS SOSIAL KOTA BOGOR", *PROSE], PROSE))
    assert identity.kind.value is Kind.RENSTRA
    assert identity.kind.confidence < 0.9
    assert identity.first_year.value is None
    assert identity.chapter == 2


def test_a_list_of_chapters_does_not_make_a_chapter_file() -> None:
    listed = ["BAB I PENDAHULUAN", *PROSE, "BAB II GAMBARAN PELAYANAN", *PROSE, "BAB III ISU STRATEGIS", *PROSE]
    assert identify(paper(["RENSTRA DINAS SOSIAL KOTA BOGOR", *PROSE], listed)).chapter is None


def test_form_e81_is_known_by_its_column_heads_and_its_office_row() -> None:
    table = grid(
        ["Urusan/Program/Kegiatan", "Indikator Kinerja", "Realisasi Kinerja Pada Triwulan I - IV Tahun 2023", ""],
        ["", "", "I", "II"],
        ["K", "Rp", "K", "Rp"],
        ["URUSAN PEMERINTAHAN BIDANG SOSIAL", "", "", ""],
        ["DINAS SOSIAL", "", "1.000", "2.000"],
        ["PROGRAM PEMBERDAYAAN SOSIAL", "Persentase PSKS", "10", "20"],
    )
    identity = identify(paper([table]))
    assert said(identity) == (Kind.EVALUASI_RENJA, None, "Dinas Sosial", 2023, 2023)


def test_a_print_of_the_planning_system_is_a_renja() -> None:
    banner = "Program dan Kegiatan Perangkat Daerah\nKabupaten Wonosobo\nTahun 2023\n"
    banner += "Unit Organisasi : 1.03.0.00.0.00.01.0000 Dinas Pekerjaan Umum dan penataan ruang"
    cells = (
        Cell(0, 0, 1, 3, tuple(Line(part) for part in banner.split("\n"))),
        *(
            Cell(1 + r, c, 1, 1, (Line(text),))
            for r, row in enumerate(
                [["Kode", "Rencana Tahun 2023", "Prakiraan Maju Rencana Tahun 2024"]] + [["1", "2", "3"]] * 5
            )
            for c, text in enumerate(row)
        ),
    )
    identity = identify(paper([Table(1, 1, 7, 3, cells)]))
    assert said(identity) == (
        Kind.RENJA,
        "Kabupaten Wonosobo",
        "Dinas Pekerjaan Umum dan Penataan Ruang",
        2023,
        2023,
    )


def test_an_rpjmd_belongs_to_no_office_and_its_regulation_means_it_is_in_force() -> None:
    cover = [
        "LEMBARAN DAERAH KOTA BOGOR",
        "PERATURAN DAERAH KOTA BOGOR NOMOR 5 TAHUN 2025",
        "TENTANG RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH",
        "TAHUN 2025-2029",
        "PROVINSI JAWA BARAT",
    ]
    identity = identify(paper(cover, PROSE))
    assert said(identity) == (Kind.RPJMD, "Kota Bogor", None, 2025, 2029)
    assert identity.stage.value is Stage.PENETAPAN


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("RANCANGAN AWAL RENJA DINAS SOSIAL KOTA BOGOR TAHUN 2025", Stage.RANCANGAN),
        ("PERUBAHAN RENJA DINAS SOSIAL KOTA BOGOR TAHUN 2025", Stage.PERUBAHAN),
        ("RENJA DINAS SOSIAL KOTA BOGOR TAHUN 2025", None),
    ],
)
def test_the_stage_is_claimed_only_when_printed(title: str, stage: Stage | None) -> None:
    assert identify(paper([title], PROSE)).stage.value is stage


def test_the_file_name_is_weak_evidence_and_the_reason_says_so() -> None:
    identity = identify(paper([], name="RENJA2022DINKES.pdf"))
    assert identity.kind.value is Kind.RENJA
    assert identity.first_year.value == 2022
    assert max(identity.kind.confidence, identity.first_year.confidence) <= 0.3
    assert "nama berkas" in identity.kind.reason


def test_content_wins_over_the_file_name() -> None:
    cover = ["LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", "DINAS SOSIAL KOTA BOGOR", "TAHUN 2018"]
    identity = identify(paper(cover, PROSE, name="Renstra 2016-2021.pdf"))
    assert said(identity) == (Kind.LKJIP, "Kota Bogor", "Dinas Sosial", 2018, 2018)


def test_something_else_is_lainnya_with_the_reason() -> None:
    identity = identify(paper(["LAPORAN KETERANGAN PERTANGGUNGJAWABAN", "BUPATI CIANJUR", "TAHUN 2022"], PROSE))
    assert identity.kind.value is Kind.LAINNYA
    assert "LKPJ" in identity.kind.reason
    nothing = identify(paper(["Daftar belanja harian"], name="catatan.pdf"))
    assert nothing.kind.value is Kind.LAINNYA
    assert nothing.kind.confidence == 0.0


def test_conflicting_titles_lower_the_confidence() -> None:
    clear = identify(paper(["RENJA DINAS SOSIAL KOTA BOGOR TAHUN 2025"], PROSE))
    torn = identify(
        paper(["RENJA DINAS SOSIAL KOTA BOGOR TAHUN 2025"], *[["Laporan Kinerja Dinas Sosial 2025", *PROSE]] * 4)
    )
    assert torn.kind.confidence < clear.kind.confidence
    assert "tetapi" in torn.kind.reason


def test_a_region_that_no_list_knows_is_taken_with_less_confidence() -> None:
    identity = identify(paper(["RENSTRA DINAS SOSIAL", "KOTA HARAPAN JAYA", "TAHUN 2025-2029"], PROSE))
    assert identity.region.value == "Kota Harapan Jaya"
    assert identity.region.confidence < 0.85
    assert "daftar wilayah" in identity.region.reason


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LAPORAN KINERJA KABUPATEN WONOSOBO PROVINSI JAWA TENGAH", ["Kabupaten Wonosobo"]),
        ("Kab. Sumedang, Semua Kecamatan", ["Kabupaten Sumedang"]),
        ("Pemerintah Kabupaten Sumedan", ["Kabupaten Sumedang"]),
        ("DISNAKERTRANS Prov. Jabar", ["Provinsi Jawa Barat"]),
        ("Persentase pemerintah kabupaten. Setiap tahun", []),
        ("PEMERINTAHAN DAERAH KABUPATEN / KOTA Nilai", []),
    ],
)
def test_regions_are_found_repaired_and_not_invented(text: str, names: list[str]) -> None:
    assert [name for name, _ in find_regions(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DINAS PERIKANAN DAN KELAUTAN PROVINSI JAWA BARAT", ["Dinas Perikanan dan Kelautan"]),
        ("Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah Kabupaten X", None),
        ("Kepala Dinas Perkebunan Jawa Barat", ["Dinas Perkebunan"]),
        ("DINAS TATA KOTA KABUPATEN BOGOR", ["Dinas Tata Kota"]),
        ("dinas yang ada dan Badan Pusat Statistik", []),
        ("Renja Disnakertrans 2017", ["Dinas Tenaga Kerja dan Transmigrasi"]),
        ("Sekretariat DPRD", ["Sekretariat DPRD"]),
    ],
)
def test_office_names_end_where_the_region_begins(text: str, names: list[str] | None) -> None:
    expected = names if names is not None else ["Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah"]
    assert find_offices(text) == expected


def test_the_list_of_regions_is_whole() -> None:
    codes = [region.code for region in regions().values()]
    assert sum(len(code) == 2 for code in codes) == 38
    assert sum(len(code) == 5 for code in codes) == 514


JABAR = "Provinsi Jawa Barat"
SUMEDANG = "Kabupaten Sumedang"
DKP = "Dinas Kebersihan dan Pertamanan"
BAPPEDA = "Badan Perencanaan Pembangunan Daerah"
TENAGA = "Dinas Tenaga Kerja dan Transmigrasi"
ASET = "Badan Pengelola Keuangan dan Aset Daerah"
KOMINFO = "Dinas Komunikasi dan Informatika"
LAUT = "Dinas Kelautan dan Perikanan"
REAL: list[tuple[str, Kind, str | None, str | None, int | None, int | None, int | None]] = [
    # path, kind, region, office, first and last year, chapter: as read on the pages by a person
    ("cianjur/renstra.pdf", Kind.RENSTRA, "Kabupaten Cianjur", DKP, 2011, 2016, None),
    ("cianjur/renja.pdf", Kind.RENJA, "Kabupaten Cianjur", DKP, 2016, 2016, None),
    ("cianjur/lakip.pdf", Kind.LKJIP, "Kabupaten Cianjur", DKP, 2015, 2015, None),
    ("kediri/cover 2018.pdf", Kind.LKJIP, "Kabupaten Kediri", BAPPEDA, 2018, 2018, None),
    ("kediri/BAB II PERENCANAAN KINERJA LAKIP2018.pdf", Kind.LKJIP, "Kabupaten Kediri", BAPPEDA, 2018, 2018, 2),
    ("kediri/BAB IV PENUTUP LAKIP2018.pdf", Kind.LKJIP, "Kabupaten Kediri", BAPPEDA, 2018, 2018, 4),
    ("kotasukabumi/rpjmd-kota-sukabumi-2025-2029.pdf", Kind.RPJMD, "Kota Sukabumi", None, 2025, 2029, None),
    ("sumedang/rpjmd-sumedang.pdf", Kind.RPJMD, SUMEDANG, None, 2018, 2023, None),
    ("sumedang/rpjmd-perubahan-sumedang.pdf", Kind.RPJMD, SUMEDANG, None, 2018, 2023, None),
    (
        "sumedang/renstra-diskominfo.pdf",
        Kind.RENSTRA,
        SUMEDANG,
        f"{KOMINFO}, Persandian dan Statistik",
        2018,
        2023,
        None,
    ),
    (
        "jabar/bkpp-wilayah-2/datarenja__1507089012_renja__2016.pdf",
        Kind.RENJA,
        JABAR,
        "Badan Koordinasi Pemerintahan dan Pembangunan Wilayah II",
        2016,
        2016,
        None,
    ),
    ("jabar/bpkad/datarenstra__1506870967_bab_1_rev_31517(1).docx", Kind.RENSTRA, JABAR, ASET, 2017, 2018, 1),
    ("jabar/bpkad/datarenstra__1506871049_bab_6_rev_31517(1).docx", Kind.RENSTRA, JABAR, ASET, None, None, 6),
    (
        "jabar/bplhd-dlh/datalakip__LKIP 2016-BPLHD.pdf",
        Kind.LKJIP,
        JABAR,
        "Badan Pengelolaan Lingkungan Hidup Daerah",
        2016,
        2016,
        None,
    ),
    ("jabar/bplhd-dlh/datarenja__renja DLH 2017.pdf", Kind.RENJA, JABAR, "Dinas Lingkungan Hidup", 2017, 2017, None),
    (
        "jabar/dinas-kelautan-perikanan/datarenja__RENJA 2016 DISKANLAUT.pdf",
        Kind.RENJA,
        JABAR,
        "Dinas Perikanan dan Kelautan",
        2016,
        2016,
        None,
    ),
    (
        "jabar/dinas-kelautan-perikanan/datarenstra__1506669588_bab_6-indikator_kinerja.pdf",
        Kind.RENSTRA,
        JABAR,
        LAUT,
        2017,
        2018,
        6,
    ),
    (
        "jabar/dinas-kelautan-perikanan/datarenstra__1506669625_bab_8-penutup.pdf",
        Kind.RENSTRA,
        JABAR,
        LAUT,
        2017,
        2018,
        8,
    ),
    (
        "jabar/dinas-perkebunan/datarenja__Bab III Renja Disbun 2016.pdf",
        Kind.RENJA,
        JABAR,
        "Dinas Perkebunan",
        2016,
        2016,
        3,
    ),
    (
        "jabar/dinas-perkebunan/datarenja__Bab IV Renja Disbun 2016.pdf",
        Kind.RENJA,
        JABAR,
        "Dinas Perkebunan",
        2016,
        2016,
        4,
    ),
    ("jabar/dinas-perkebunan/datalakip__LKIP Disbun 2016.pdf", Kind.LKJIP, JABAR, "Dinas Perkebunan", 2016, 2016, None),
    (
        "jabar/dinas-perkebunan/datatree__POHON KINERJA DISBUN 2016.pdf",
        Kind.CASCADING,
        JABAR,
        "Dinas Perkebunan",
        2016,
        2016,
        None,
    ),
    ("jabar/disnakertrans/datarenja__RENJA Disnakertrans 2017.pdf", Kind.RENJA, JABAR, TENAGA, 2017, 2017, None),
    (
        "jabar/disnakertrans/datarenstra__1507606306_review_renstra_2013-2018_disnakertrans_jabar.pdf",
        Kind.RENSTRA,
        JABAR,
        TENAGA,
        2013,
        2018,
        None,
    ),
    ("jabar/disnakertrans/dataiku__1507606233_lampiran_iku.pdf", Kind.IKU, JABAR, TENAGA, None, None, None),
    (
        "jabar/lain/dataiku__1507260543_iku1docx.docx",
        Kind.IKU,
        JABAR,
        "Badan Perpustakaan dan Kearsipan Daerah",
        None,
        None,
        None,
    ),
    (
        "jabar/lain/datarenja__RENCANA KERJA 2017.pdf",
        Kind.RENJA,
        JABAR,
        "Badan Pemberdayaan Masyarakat dan Pemerintahan Desa",
        2017,
        2017,
        None,
    ),
    ("tangsel/triwulan__dinsos.pdf", Kind.EVALUASI_RENJA, None, "Dinas Sosial", 2023, 2023, None),
    (
        "tangsel/triwulan__bkpsdm.pdf",
        Kind.EVALUASI_RENJA,
        None,
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        2023,
        2023,
        None,
    ),
    (
        "wonosobo/diskominfo/20190312031507_BAB_III_Tabel.docx",
        Kind.RENJA,
        "Kabupaten Wonosobo",
        KOMINFO,
        2019,
        2019,
        None,
    ),
    ("wonosobo/diskominfo/20200629092147_787.pdf", Kind.LKJIP, "Kabupaten Wonosobo", KOMINFO, 2019, 2019, None),
    (
        "wonosobo/diskominfo/lampiran__20180830105003_Renja_2017.pdf",
        Kind.RENJA,
        "Kabupaten Wonosobo",
        KOMINFO,
        2017,
        2017,
        None,
    ),
    (
        "wonosobo/dpupr/doc__1663482737_7cb6b881b3536c570c34.pdf",
        Kind.RENSTRA,
        "Kabupaten Wonosobo",
        "Dinas Pekerjaan Umum dan Penataan Ruang",
        2017,
        2021,
        None,
    ),
    (
        "wonosobo/dpupr/doc__1687835913_2a8bf3ce758db3b2292c.pdf",
        Kind.RENJA,
        "Kabupaten Wonosobo",
        "Dinas Pekerjaan Umum dan Penataan Ruang",
        2023,
        2023,
        None,
    ),
]


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="without the corpus beside the project")
@pytest.mark.parametrize("row", REAL, ids=[row[0].rsplit("/", 1)[1] for row in REAL])
def test_real_documents_are_what_their_pages_say(
    row: tuple[str, Kind, str | None, str | None, int | None, int | None, int | None],
) -> None:
    path, kind, region, office, first, last, chapter = row
    layout = read_layout(CORPUS / path, range(1, 9))
    identity = identify(layout)
    assert said(identity) == (kind, region, office, first, last)
    if layout.page_count <= 8:  # only a file that was read whole can be called a chapter
        assert identity.chapter == chapter
