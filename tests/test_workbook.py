"""The workbook, written from a small fictional region and read back."""

from __future__ import annotations

import contextlib
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from models.document import Claim, Document, Format, Identity, Kind, SourceFile, Stage
from models.errors import ErrorCode, Problem
from models.evidence import Evidence
from models.extraction import Extraction, PageCoverage, PageStatus
from models.indicator import Context, Indicator, Level
from models.link import Link, Relation
from models.quantity import Quantity, parse_quantity
from reports.book import Book, indonesian_date
from reports.cascade_sheets import write_cascade
from reports.matrix import build_matrix
from reports.workbook import write_workbook
from warehouse import facts, store, views
from warehouse.query import open_current

from .conftest import Published

REGION = "Kota Harapan Jaya"
ROADS = "Persentase jalan kota dalam kondisi mantap"
SHEETS = ["Ringkasan", "Matriks Keselarasan", "Temuan", "Kaskade", "Yang Hilang", "Cakupan", "Kamus"]


def values(*cells: str, first: int = 2025) -> dict[int, Quantity]:
    return {first + number: parse_quantity(cell) for number, cell in enumerate(cells)}


class World:
    """Four documents, of which the city's roads, clinics and taxes are linked as alignment would."""

    def __init__(self, folder: Path):
        self.con = store.open_staging(folder / "kerja.duckdb")
        self.ids: dict[tuple[str, str], str] = {}
        self.documents: list[Document] = []
        self.extractions: list[Extraction] = []
        self.facts: list[facts.DocumentFacts] = []

    def document(
        self, id_: str, kind: Kind, opd: str | None, years: tuple[int, int], file: str, rows: list[dict[str, Any]]
    ) -> None:
        sha = id_[-1] * 64
        indicators = tuple(
            Indicator(
                Evidence(sha, file, page=row.pop("page", 3), quote=f"{row['name']} {row.get('unit', '%')}"),
                **{"level": Level.SASARAN, "unit": "%", **row},
            )
            for row in rows
        )
        unknown: Claim[Any] = Claim(None, 0.0, "tidak disebut")
        identity = Identity(Claim(kind, 0.9, "judul"), unknown, unknown, unknown, unknown, unknown)
        pages = (
            PageCoverage(1, PageStatus.PROSE),
            PageCoverage(2, PageStatus.PROSE),
            PageCoverage(3, PageStatus.TABLE, 1, len(indicators)),
            PageCoverage(4, PageStatus.SCAN, reason="Halaman berupa gambar."),
            PageCoverage(5, PageStatus.SCAN, reason="Halaman berupa gambar."),
        )
        extraction = Extraction(SourceFile(sha, file, file, 1, Format.PDF), "1", identity, pages, indicators)
        self.documents.append(
            Document(id_, kind, REGION, opd, *years, Stage.PENETAPAN, None, 0.9, "judul halaman 1", ())
        )
        self.extractions.append(extraction)
        numbered = facts.number_facts(id_, [extraction])
        self.facts.append(numbered)
        for fact_id, fact in numbered.indicators:
            self.ids.setdefault((id_, fact.name), fact_id)

    def store(self, links: list[tuple[str, Relation, tuple[str, str], tuple[str, str]]]) -> None:
        offices = {document.opd: document.opd for document in self.documents if document.opd}
        facts.store_documents(self.con, self.documents, offices)
        outcomes = [
            facts.FileOutcome(extraction.file, facts.FileStatus.READ, document.id, 1)
            for document, extraction in zip(self.documents, self.extractions, strict=True)
        ]
        broken = Problem(ErrorCode.TRUNCATED, "rusak.pdf terpotong.", "Unduh atau salin ulang berkas.")
        lost = SourceFile("f" * 64, "rusak.pdf", "rusak.pdf", 1, Format.PDF)
        facts.store_files(self.con, [*outcomes, facts.FileOutcome(lost, facts.FileStatus.FAILED, problems=(broken,))])
        facts.store_pages(self.con, self.extractions)

        def derive(document_id: str, fact: facts.Fact) -> facts.Derived:
            opd = next(document.opd for document in self.documents if document.id == document_id)
            return facts.Derived(fact.name.casefold(), office=opd)

        facts.store_facts(self.con, self.facts, derive)
        pairs: dict[tuple[str, str, str], list[Link]] = {
            ("RPJMD-Renstra", "d1", "d2"): [],
            ("RPJMD-Renstra", "d1", "d5"): [],
            ("RPJMD-RKPD", "d1", "d3"): [],
            ("Renstra-Renja", "d2", "d4"): [],
        }
        for tier, relation, left, right in links:
            link = Link(self.ids[left], self.ids[right], relation, 0.9, ("nama mirip",))
            pairs[tier, left[0], right[0]].append(link)
        for (tier, left_id, right_id), found in pairs.items():
            facts.store_pair(self.con, tier, left_id, right_id, found)

    def finding(self, id_: str, rule: str, severity: str, left: str, right: str | None, text: str, **more: Any) -> None:
        row = {
            "temuan_id": id_,
            "aturan": rule,
            "tingkat": severity,
            "putusan": "tidak konsisten",
            "kiri_id": left,
            "kanan_id": right,
            "tahun": 2026,
            "uraian": text,
            "keyakinan": 0.9,
        }
        store.append_rows(self.con, "data.temuan", [{**row, **more}])


def rule(code: str, severity: str) -> dict[str, str]:
    fields = ("dibandingkan", "dasar", "contoh", "perbaikan", "sejak", "sql")
    return {"aturan": code, "nama": f"Aturan {code}", "tingkat": severity} | dict.fromkeys(fields, "Samakan target.")


def build(folder: Path) -> World:
    world = World(folder)
    world.document(
        "d1", Kind.RPJMD, None, (2025, 2029), "rpjmd.pdf",
        [
            {"name": ROADS, "targets": values("78,25", "80,50", "82", "84", "86"), "page": 41},
            {"name": ROADS, "targets": values("78,25", "80,50"), "level": Level.IKU, "page": 90},
            {"name": "Angka kesembuhan", "targets": values("85", "9.154", "meningkat")},
            {"name": "Opini BPK", "unit": "Opini", "targets": values("WTP", "WTP")},
            {"name": "=HYPERLINK(\"http://contoh\")", "targets": values("@1")},
        ],
    )  # fmt: skip
    world.document(
        "d2", Kind.RENSTRA, "Dinas Pekerjaan Umum", (2025, 2029), "renstra & pu.pdf",
        [{"name": ROADS, "targets": values("78,25", "81", "82", "84", "86"), "context": Context(sasaran="Jalan")}],
    )  # fmt: skip
    world.document(
        "d3", Kind.RKPD, None, (2026, 2026), "rkpd.pdf",
        [{"name": "Persentase kemantapan jalan", "targets": values("80,5", first=2026), "page": 12}],
    )  # fmt: skip
    world.document(
        "d4", Kind.RENJA, "Dinas Pekerjaan Umum", (2026, 2026), "renja.pdf",
        [{"name": ROADS, "targets": values("1.234,5", "70", first=2026), "unit": "Km"}],
    )  # fmt: skip
    world.document(
        "d5", Kind.RENSTRA, "Dinas Kesehatan", (2025, 2029), "kes.pdf",
        [{"name": "Angka kesembuhan", "targets": values("85", "86", "87")}],
    )  # fmt: skip
    roads, heal = ("d1", ROADS), ("d1", "Angka kesembuhan")
    world.store(
        [
            ("RPJMD-Renstra", Relation.SAMA, roads, ("d2", ROADS)),
            ("RPJMD-RKPD", Relation.BERUBAH, roads, ("d3", "Persentase kemantapan jalan")),
            ("Renstra-Renja", Relation.SAMA, ("d2", ROADS), ("d4", ROADS)),
            ("RPJMD-Renstra", Relation.PERLU_DIPERIKSA, heal, ("d5", "Angka kesembuhan")),
        ]
    )
    store.append_rows(world.con, "data.aturan", [rule("D02", "M"), rule("A01", "K")])
    world.finding(
        "t1", "D02", "M", world.ids[roads], world.ids["d2", ROADS], "Target 2026: 80,50 di RPJMD, 81 di Renstra.",
        nilai_kiri="80,50", nilai_kanan="81",
    )  # fmt: skip
    world.finding(
        "t2", "A01", "K", world.ids["d1", "Opini BPK"], None, "Indikator RPJMD tidak ada di Renstra.",
        tahun=None, dicari_di="Renstra Dinas Pekerjaan Umum 2025-2029", keyakinan=0.65, putusan="perlu diperiksa",
    )  # fmt: skip
    changed = {"temuan_id": "t1", "perubahan": "baru", "aturan": "D02", "tingkat": "M", "putusan": "tidak konsisten"}
    gone = {**changed, "temuan_id": "t0", "perubahan": "selesai"}
    more = {"uraian": "Target berbeda.", "putaran_sebelumnya": "20261121T010000"}
    store.append_rows(world.con, "data.perubahan", [{**changed, **more}, {**gone, **more}])
    started = datetime(2026, 11, 22, 1)
    facts.store_run(world.con, facts.Run("20261122T010000", started, started, "contoh", "0.1.0", "1", 5))
    views.install_views(world.con)
    return world


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return build(tmp_path_factory.mktemp("gudang"))


@pytest.fixture(scope="module")
def path(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("buku") / "selaras.xlsx"
    write_workbook(world.con, path)
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in load_workbook(path).worksheets}


def table(sheet: Worksheet) -> list[dict[str, Any]]:
    """Rows of the sheet's filtered table as cells; a column under a group heading is `GROUP/heading`."""
    first, last = sheet.auto_filter.ref.split(":")
    head, end = (int("".join(ch for ch in corner if ch.isdigit())) for corner in (first, last))
    grouped = sheet.print_title_rows == f"${head - 1}:${head}"
    names, group = [], ""
    for at in range(1, sheet.max_column + 1):
        if grouped:
            above = sheet.cell(head - 1, at)
            group = str(above.value or (group if isinstance(above, MergedCell) else ""))
        title = str(sheet.cell(head, at).value or "")
        names.append(f"{group}/{title}" if group else title)
    return [{name: sheet.cell(row, at) for at, name in enumerate(names, 1)} for row in range(head + 1, end + 1)]


def values_of(sheet: Worksheet) -> list[dict[str, Any]]:
    return [{name: cell.value for name, cell in row.items()} for row in table(sheet)]


def matrix_row(book: dict[str, Worksheet], name: str) -> dict[str, Any]:
    rows = table(book["Matriks Keselarasan"])
    return next(row for row in rows if row["RPJMD/Indikator"].value == name)


def matrix_values(book: dict[str, Worksheet], name: str) -> dict[str, Any]:
    return {title: cell.value for title, cell in matrix_row(book, name).items()}


def test_sheets(book: dict[str, Worksheet]) -> None:
    assert list(book) == SHEETS


def test_summary_says_run_documents_findings_and_what_was_not_understood(book: dict[str, Worksheet]) -> None:
    rows = [[cell.value for cell in row if cell.value is not None] for row in book["Ringkasan"].iter_rows()]
    assert [f"Keselarasan dokumen perencanaan {REGION}"] in rows
    assert ["Putaran", "20261122T010000, 22 November 2026 pukul 01.00"] in rows
    assert ["Halaman dipahami", "15 dari 25"] in rows
    assert ["Sejak rilis lalu", "temuan: 1 baru, 0 masih, 1 selesai"] in rows
    assert ["D02", "Aturan D02", "mayor", 1, 0, 1] in rows
    assert ["A01", "Aturan A01", "kritis", 0, 1, 1] in rows
    assert ["Dinas Pekerjaan Umum", REGION, 0, 1, 0, 0, 1] in rows
    assert ["Tingkat daerah", REGION, 1, 0, 0, 0, 1] in rows
    assert any(row[:4] == ["Renja Dinas Pekerjaan Umum 2026", "renja.pdf", "Renja", "2026"] for row in rows)
    assert any(row[0] == "rusak.pdf" and "terpotong" in row[1] for row in rows if row)
    assert ["rpjmd.pdf", "Halaman berupa gambar.", "pindaian (halaman)", 2] in rows


def test_matrix_has_one_row_for_one_indicator_over_four_documents(book: dict[str, Worksheet]) -> None:
    row = matrix_values(book, ROADS)
    assert row["Perangkat daerah"] == "Dinas Pekerjaan Umum"
    assert row["RPJMD/Indikator"] == row["Renstra/Indikator"] == row["Renja/Indikator"] == ROADS
    assert row["RKPD/Indikator"] == "Persentase kemantapan jalan"
    assert [row[f"RPJMD/{year}"] for year in range(2025, 2030)] == [78.25, 80.5, 82, 84, 86]
    assert (row["Renstra/2026"], row["RKPD/2026"], row["Renja/2026"], row["Renja/2027"]) == (81, 80.5, 1234.5, 70)
    assert row["Sumber"].splitlines()[0] == "RPJMD: rpjmd.pdf hlm. 41, hlm. 90"
    assert "RKPD: rkpd.pdf hlm. 12" in row["Sumber"]
    assert row["Renja/Satuan"] == "Km"
    assert row["Status"] == "tidak konsisten"
    assert "Temuan 2, tidak konsisten: D02 Aturan D02 (2026)" in row["Catatan"].splitlines()
    assert values_of(book["Temuan"])[1]["Temuan"] == "Target 2026: 80,50 di RPJMD, 81 di Renstra."
    assert "RPJMD-RKPD berubah: nama mirip" in row["Catatan"]
    assert row["Tanggapan PD"] is None
    assert [row["RPJMD/Indikator"].value for row in table(book["Matriks Keselarasan"])].count(ROADS) == 1


def test_matrix_keeps_doubts_and_words(book: dict[str, Worksheet]) -> None:
    healed = matrix_values(book, "Angka kesembuhan")
    assert (healed["Perangkat daerah"], healed["Status"]) == ("Dinas Kesehatan", "perlu diperiksa")
    assert (healed["RPJMD/2026"], healed["RPJMD/2027"]) == ("9.154 (?)", "meningkat")
    alone = matrix_values(book, "Opini BPK")
    assert (alone["Perangkat daerah"], alone["Status"], alone["RPJMD/2025"]) == (
        "Tingkat daerah",
        "perlu diperiksa",
        "WTP",
    )
    formula = matrix_values(book, '=HYPERLINK("http://contoh")')
    assert formula["Status"] == "tanpa padanan"
    assert "Renstra Dinas Kesehatan 2025-2029" in formula["Catatan"] and "RKPD" in formula["Catatan"]


def test_numbers_are_numbers_with_indonesian_separators(book: dict[str, Worksheet]) -> None:
    row = matrix_row(book, ROADS)
    assert row["RPJMD/2026"].number_format == "[$-421]#,##0.00_ "
    assert row["RPJMD/2027"].number_format == "[$-421]#,##0_ "
    assert row["Renja/2026"].number_format == "[$-421]#,##0.0_ "
    assert row["RPJMD/2026"].data_type == "n"
    assert row["No"].data_type == "s"


def test_findings_show_both_quotes_with_file_and_page(book: dict[str, Worksheet]) -> None:
    first, second = values_of(book["Temuan"])
    assert (first["Aturan"], first["Tingkat"], first["Putusan"], first["Tahun"]) == (
        "A01",
        "kritis",
        "perlu diperiksa",
        None,
    )
    assert first["Dokumen yang diperiksa/Kutipan"] == "Tidak ditemukan di: Renstra Dinas Pekerjaan Umum 2025-2029"
    assert (first["Keyakinan"], second["Keyakinan"]) == ("sedang", "tinggi")
    assert (second["Aturan"], second["Tingkat"], second["Tahun"]) == ("D02", "mayor", "2026")
    assert second["Dokumen acuan/Letak"] == "rpjmd.pdf\nhlm. 41"
    assert second["Dokumen yang diperiksa/Letak"] == "renstra & pu.pdf\nhlm. 3"
    assert (second["Dokumen acuan/Nilai"], second["Dokumen yang diperiksa/Nilai"]) == ("80,50", "81")
    assert second["Dokumen acuan/Kutipan"] == f"{ROADS} %"
    assert (first["Sejak rilis lalu"], second["Sejak rilis lalu"]) == (None, "baru")
    assert second["Saran perbaikan"] == "Samakan target."


def test_coverage_names_every_file_and_page(book: dict[str, Worksheet]) -> None:
    rows = values_of(book["Cakupan"])
    mine = [row for row in rows if row["Berkas atau masukan"] == "rpjmd.pdf"]
    assert [(row["Halaman"], row["Status"], row["Dipahami"]) for row in mine] == [
        ("1-2", "prosa", "ya"),
        ("3", "tabel", "ya"),
        ("4-5", "pindaian", "tidak"),
    ]
    broken = next(row for row in rows if row["Berkas atau masukan"] == "rusak.pdf")
    assert (broken["Dipahami"], broken["Yang dapat dilakukan"]) == ("tidak", "Unduh atau salin ulang berkas.")


def test_dictionary_explains_words_and_views(book: dict[str, Worksheet]) -> None:
    rows = values_of(book["Kamus"])
    assert any(row["Kolom"] == "tanpa padanan" and row["Arti"] for row in rows)
    assert any((row["Tampilan"], row["Kolom"]) == ("temuan", "kiri_halaman") for row in rows)


@pytest.mark.parametrize("name", SHEETS)
def test_pages_print_on_a3_landscape(book: dict[str, Worksheet], name: str) -> None:
    sheet = book[name]
    assert (str(sheet.page_setup.paperSize), sheet.page_setup.orientation) == ("8", "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert REGION in sheet.oddFooter.left.text
    assert "&P" in sheet.oddFooter.center.text and "&N" in sheet.oddFooter.center.text
    assert "22 November 2026" in sheet.oddFooter.right.text


@pytest.mark.parametrize("name", SHEETS[1:])
def test_tables_repeat_their_heading_and_can_be_filtered(book: dict[str, Worksheet], name: str) -> None:
    sheet = book[name]
    head = sheet.auto_filter.ref.split(":")[0].lstrip("A")
    assert sheet.print_title_rows.endswith(f"${head}")
    assert sheet.freeze_panes.endswith(str(int(head) + 1))


def test_no_cell_is_a_formula_or_a_link(path: Path, book: dict[str, Worksheet]) -> None:
    row = matrix_row(book, '=HYPERLINK("http://contoh")')
    assert row["RPJMD/Indikator"].data_type == "s"
    assert row["RPJMD/Indikator"].quotePrefix and row["RPJMD/2025"].quotePrefix
    with zipfile.ZipFile(path) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(SHEETS)
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_same_release_gives_the_same_file(world: World, path: Path, tmp_path: Path) -> None:
    write_workbook(world.con, tmp_path / "lagi.xlsx")
    with zipfile.ZipFile(path) as one, zipfile.ZipFile(tmp_path / "lagi.xlsx") as two:
        assert {name: one.read(name) for name in one.namelist()} == {name: two.read(name) for name in two.namelist()}


def test_an_indicator_of_two_offices_has_a_row_in_each(tmp_path: Path) -> None:
    world = World(tmp_path)
    shared = [{"name": "Indeks reformasi birokrasi", "targets": values("70", "71"), "unit": "Indeks"}]
    world.document("d1", Kind.RPJMD, None, (2025, 2029), "rpjmd.pdf", [dict(shared[0])])
    world.document("d2", Kind.RENSTRA, "Sekretariat", (2025, 2029), "a.pdf", [dict(shared[0])])
    world.document("d3", Kind.RKPD, None, (2026, 2026), "rkpd.pdf", [])
    world.document("d4", Kind.RENJA, "Sekretariat", (2026, 2026), "renja.pdf", [])
    world.document("d5", Kind.RENSTRA, "Inspektorat", (2025, 2029), "b.pdf", [dict(shared[0])])
    name = shared[0]["name"]
    world.store(
        [
            ("RPJMD-Renstra", Relation.SAMA, ("d1", name), ("d2", name)),
            ("RPJMD-Renstra", Relation.SAMA, ("d1", name), ("d5", name)),
        ]
    )
    views.install_views(world.con)
    found = {"kiri_id": world.ids["d1", name], "kanan_id": world.ids["d5", name], "putusan": "tidak konsisten"}
    rest = {"aturan": "D02", "nama_aturan": "Target berbeda", "tahun": None}
    matrix = build_matrix(world.con, [REGION], [{**found, **rest}])
    assert [(row.office, row.status) for row in matrix.rows] == [
        ("Inspektorat", "tidak konsisten"),
        ("Sekretariat", "sama"),
    ]
    assert all(set(row.sides) == {"RPJMD", "Renstra"} for row in matrix.rows)
    assert matrix.years == {"RPJMD": (2025, 2026), "Renstra": (2025, 2026)}


def test_an_empty_release_still_gives_a_workbook(tmp_path: Path) -> None:
    con = store.open_staging(tmp_path / "kosong.duckdb")
    views.install_views(con)
    write_workbook(con, tmp_path / "kosong.xlsx")
    book = {sheet.title: sheet for sheet in load_workbook(tmp_path / "kosong.xlsx").worksheets}
    assert list(book) == SHEETS
    said = [cell.value for row in book["Temuan"].iter_rows() for cell in row]
    assert "Tidak ada temuan." in said
    con.close()


def test_reads_public_views_only(world: World, tmp_path: Path) -> None:
    """The workbook must come out of a published file, which has no schema `data`."""
    published = tmp_path / "rilis.duckdb"
    with duckdb.connect(str(published)) as target:
        target.execute("CREATE SCHEMA publik")
    for view in views.public_views():
        folder = tmp_path / f"{view}.parquet"
        world.con.execute(f"COPY (SELECT * FROM publik.{view}) TO '{folder}' (FORMAT parquet)")
        with duckdb.connect(str(published)) as target:
            target.execute(f"CREATE TABLE publik.{view} AS SELECT * FROM '{folder}'")
    with duckdb.connect(str(published), read_only=True) as con:
        write_workbook(con, tmp_path / "rilis.xlsx")
    assert (tmp_path / "rilis.xlsx").stat().st_size > 5_000


def test_indonesian_date() -> None:
    assert indonesian_date(datetime(2026, 8, 17)) == "17 Agustus 2026"
    assert indonesian_date(None) == ""


# Kaskade


def test_the_cascade_is_a_tree_that_folds_and_names_what_is_missing(published: Published, tmp_path: Path) -> None:
    with contextlib.closing(open_current(published.output)) as con:
        write_workbook(con, tmp_path / "buku.xlsx")
        nodes = con.execute("SELECT count(*) FROM publik.kaskade").fetchall()[0][0]
        gone = con.execute("SELECT count(*), count(simpul_id) FROM publik.kaskade_hilang").fetchall()[0]
    book = load_workbook(tmp_path / "buku.xlsx")
    sheet = book["Kaskade"]
    assert [sheet.cell(4, n).value for n in (1, 4, 5, 6)] == ["Simpul", "Indikator", "Yang hilang", "Meneruskan"]
    rows = [row for row in sheet.iter_rows(min_row=5) if row[0].value]
    depths = [(row[0].alignment.indent, sheet.row_dimensions[row[0].row].outlineLevel) for row in rows]
    assert [row[0].value for row in rows if row[1].value == "dokumen"] == [
        "RPJMD Kota Harapan Jaya 2025-2029", "Renstra Dinas Kesehatan 2025-2029",
    ]  # fmt: skip
    assert len(rows) == nodes + 2
    assert all(indent == level for indent, level in depths) and {0, 1, 2} <= {level for _, level in depths}
    lower = [row for row in rows if row[1].value == "sasaran"][-1]
    assert (lower[3].value, lower[5].value) == (3, "RPJMD Kota Harapan Jaya 2025-2029: sasaran (sama)")
    assert str(lower[7].value).startswith("tabel "), "the file stands in the document's row"
    assert sum(bool(row[4].value) for row in rows if row[1].value != "dokumen") <= gone[1]
    missing = [row for row in book["Yang Hilang"].iter_rows(min_row=5, values_only=True) if row[0]]
    assert len(missing) == gone[0] > 0
    assert {row[5] for row in missing} <= {"tidak ada", "perlu diperiksa"}


def test_of_a_tree_too_big_for_a_sheet_the_deepest_kinds_are_left_out_and_that_is_said(
    published: Published, tmp_path: Path
) -> None:
    with contextlib.closing(open_current(published.output)) as con:
        kinds = dict(con.execute("SELECT jenis, count(*) FROM publik.kaskade GROUP BY ALL").fetchall())
        assert kinds == {"tujuan": 2, "sasaran": 2}
        with Book(tmp_path / "buku.xlsx", "", None) as book:
            write_cascade(book, con, most=2)
    loaded = load_workbook(tmp_path / "buku.xlsx")
    said = [row[0] for row in loaded["Kaskade"].iter_rows(values_only=True) if row[0]]
    (told,) = [text for text in said if "2 simpul (sasaran, program prioritas" in str(text)]
    assert "selaras kaskade --opd" in str(told)
    assert len(said) == 3 + 1 + 2 + 2, "title, notes, heads, documents, tujuan"
    assert "sasaran" not in {row[1] for row in loaded["Kaskade"].iter_rows(values_only=True)}


def test_changes_between_stages_of_a_plan_have_a_sheet(tmp_path: Path) -> None:
    world = World(tmp_path)
    for id_, file, target in (("d1", "rpjmd.pdf", "10"), ("d2", "perubahan.pdf", "15")):
        world.document(id_, Kind.RPJMD, None, (2025, 2029), file, [{"name": ROADS, "targets": values(target)}])
    world.store([])
    pair = Link(world.ids["d1", ROADS], world.ids["d2", ROADS], Relation.SAMA, 1.0, ("nama sama",), {})
    facts.store_stage_links(world.con, "RPJMD-RPJMD", "d1", "d2", [pair])
    views.install_views(world.con)
    write_workbook(world.con, tmp_path / "buku.xlsx")
    sheets = load_workbook(tmp_path / "buku.xlsx")
    assert "Perubahan" in sheets.sheetnames
    (row,) = [r for r in sheets["Perubahan"].iter_rows(min_row=5, values_only=True) if r[2] == ROADS]
    assert row[3:7] == ("target", "2025", "10%", "15%")  # no thousands mark in a year
