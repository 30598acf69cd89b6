"""Papers from a release: columns, ladder, paper size, text that stays text, Word files that open."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import duckdb
import openpyxl
import pytest

from reports.forms.paper import Block, Column, Layout, Line, Paper, fill, layouts
from reports.forms.word import write_docx
from reports.forms.xlsx import write_xlsx
from warehouse import rules, store, views

from .conftest import Published
from .test_cli import call  # noqa: F401
from .test_rules import fill as fill_case

CASE: dict[str, Any] = {
    "dokumen": """id | jenis | opd | tahun
R | RPJMD | | 2025-2029
K | RKPD | | 2026
S | Renstra | Dinas Sosial | 2025-2029
J | Renja | Dinas Sosial | 2026""",
    "butir": """id | dokumen | tingkat | kode | nama | opd | 2026
r1 | R | program | 1.06.02 | Program Berdaya Sosial | Dinas Sosial | 100.000.000
r2 | R | program | 1.06.04 | Program Rehabilitasi Sosial | Dinas Sosial | 200.000.000
k1 | K | program | 1.06.02 | Program Berdaya Sosial | Dinas Sosial | 100.000.000
k2 | K | kegiatan | 1.06.02.2.01 | Pengumpulan Sumbangan | Dinas Sosial | 100.000.000
k3 | K | subkegiatan | 1.06.02.2.01.0001 | Koordinasi Sumbangan | Dinas Sosial | 100.000.000
k4 | K | program | 1.06.05 | Program Perlindungan Sosial | Dinas Sosial | 50.000.000
j1 | J | program | 1.06.02 | Program Berdaya Sosial | | 100.000.000""",
    "indikator": """id | dokumen | tingkat | kode | indikator | satuan | opd | program | 2026
ri | R | program | 1.06.02 | Persentase potensi sosial berdaya | Persen | Dinas Sosial | Program Berdaya Sosial | 80
ki | K | program | 1.06.02 | Persentase potensi sosial berdaya | Persen | Dinas Sosial | Program Berdaya Sosial | 75
si | S | program | 1.06.02 | Persentase potensi sosial berdaya | Persen | | Program Berdaya Sosial | 80
ji | J | program | 1.06.02 | Persentase potensi sosial berdaya | Persen | | Program Berdaya Sosial | 70""",
    "tautan": "kiri | kanan | hubungan | skor\nri | ki | sama | 0,98\nsi | ji | sama | 0,98",
}


@pytest.fixture
def release() -> Iterator[duckdb.DuckDBPyConnection]:
    with contextlib.closing(duckdb.connect()) as con:
        store.migrate(con)
        fill_case(con, CASE)
        rules.run_rules(con)
        views.install_views(con)
        yield con


def paper(con: duckdb.DuckDBPyConnection, name: str, office: str | None = None) -> Paper:
    return fill(con, next(one for one in layouts() if one.name == name), office)


def test_form_1_has_the_columns_and_the_ladder_of_the_guide(release: duckdb.DuckDBPyConnection) -> None:
    form = paper(release, "form1")
    (block,) = form.blocks
    assert [column.head for column in block.columns] == [
        "NO.", "URUSAN/ PROGRAM/ OUTCOME (RPJMD/ RPD*)", "INDIKATOR", "TARGET DAN SATUAN",
        "URUSAN/ PROGRAM/ OUTCOME RKPD",
        "INDIKATOR", "TARGET DAN SATUAN", "KETERANGAN", "PERANGKAT DAERAH PENANGGUNG JAWAB",
    ]  # fmt: skip
    assert block.numbered and form.layout.paper == "F4" and form.layout.landscape and not form.missing
    styles = [(line.style, line.cells[0], line.cells[1]) for line in block.lines]
    assert styles == [
        ("kelompok", None, "Urusan 1.06"),
        ("isi", "1", "1.06.02 Program Berdaya Sosial"),
        ("isi", None, None),
        ("isi", "2", "1.06.04 Program Rehabilitasi Sosial"),
        ("isi", "3", "1.06.05"),
        ("jumlah", None, "TOTAL"),
    ]
    outcome = block.lines[2].cells
    assert outcome[2:4] == ("Persentase potensi sosial berdaya", "80 Persen") and outcome[6] == "75 Persen"
    assert "D01: Target 2026" in outcome[7] and "R.pdf hlm. 1; K.pdf hlm. 1" in outcome[7]
    assert block.lines[3].cells[7].startswith("Tidak ada di RKPD.") and "A05" in block.lines[3].cells[7]
    assert block.lines[4].cells[7].startswith("Tidak ada di RPJMD.")
    assert block.lines[-1].cells[2] == "2 program" and block.lines[-1].cells[7] == "1 program ada di keduanya"
    assert "RPJMD" in form.notes[0]


def test_what_a_release_lacks_is_told_and_the_form_is_empty(release: duckdb.DuckDBPyConnection) -> None:
    form = paper(release, "form2")
    assert form.missing == ("Perubahan RKPD",) and form.blocks[0].lines == ()


@pytest.mark.parametrize("layout", layouts(), ids=lambda one: one.name)
def test_every_paper_is_filled_and_written_in_all_its_formats(
    release: duckdb.DuckDBPyConnection, layout: Layout, tmp_path: Path
) -> None:
    form = fill(release, layout, "dinas sosial" if layout.per_office else None)
    for kind in layout.formats:
        path = tmp_path / f"a.{kind}"
        if kind == "xlsx":
            write_xlsx(form, path)
            sheet = openpyxl.load_workbook(path).worksheets[0]
            assert sheet.page_setup.orientation == ("landscape" if layout.landscape else "portrait")
            assert sheet.page_setup.fitToHeight == 0 and sheet.print_title_rows
            assert int(sheet.page_setup.paperSize) == {"A4": 9, "A3": 8, "F4": 14}[layout.paper]
        else:
            write_docx(form, path)
            document = docx.Document(str(path))
            section = document.sections[0]
            assert (section.page_width > section.page_height) is layout.landscape
            assert len(document.tables) == sum(bool(block.columns) for block in form.blocks)
            assert all(len(t.columns) == len(b.columns) for t, b in zip(
                document.tables, (b for b in form.blocks if b.columns), strict=True))  # fmt: skip
    smart = layout.name == "kke1"  # rests on scores, which this release has not
    assert any(block.lines or block.texts for block in form.blocks) or form.missing or smart


def test_a_working_paper_leaves_to_people_what_is_theirs(release: duckdb.DuckDBPyConnection) -> None:
    (block,) = paper(release, "kke3", "dinas sosial").blocks
    (line,) = block.lines
    assert line.cells[4:7] == ("0", "1", "1") and "Renstra menulis 80" in line.cells[7]
    audit = paper(release, "catatan-reviu", "dinas sosial").blocks[0].lines
    assert audit and all(cells.cells[3:5] == ("diisi setelah klarifikasi", "diisi pereviu") for cells in audit)


def test_the_pk_column_of_kke2_is_filled_from_the_lkjip(release: duckdb.DuckDBPyConnection) -> None:
    (before,) = paper(release, "kke2", "dinas sosial").blocks[0].lines
    assert before.cells[4] == "PK tidak ada"
    report = {
        "dokumen": CASE["dokumen"] + "\nL | LKjIP | Dinas Sosial | 2026",
        "indikator": CASE["indikator"]
        + "\nli | L | sasaran | | Persentase potensi sosial yang berdaya | Persen | | | 80",
        "tautan": CASE["tautan"] + "\nsi | li | berubah | 0,9\nji | li | berubah | 0,9",
    }
    fill_case(release, CASE | report)
    (after,) = paper(release, "kke2", "dinas sosial").blocks[0].lines
    assert after.cells[4].startswith("Persentase potensi sosial yang berdaya (L.pdf")
    assert (after.cells[3], after.cells[6]) == (before.cells[3], before.cells[6])


def sample(cell: object) -> Paper:
    layout = Layout("contoh", "", ("JUDUL",), "", parts=())
    columns = (Column("A", 3.0), Column("B", 3.0, "G"), Column("C", 3.0, "G"))
    return Paper(layout, layout.titles, (), (Block("Isi", (), columns, (Line((cell, 1250000, 0.5)),)),), (), "Kepala")


@pytest.mark.parametrize("text", ["=1+1", "+62", "-", "@SUM(A1)", "https://a.example", "1.02"])
def test_text_that_looks_like_a_formula_stays_text(text: str, tmp_path: Path) -> None:
    write_xlsx(sample(text), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert [cell.data_type for cell in cells] == ["s"] and cells[0].hyperlink is None


def test_numbers_are_printed_as_in_indonesia(tmp_path: Path) -> None:
    write_docx(sample("x"), tmp_path / "a.docx")
    row = docx.Document(str(tmp_path / "a.docx")).tables[0].rows[-1]
    assert [cell.text for cell in row.cells] == ["x", "1.250.000", "0,5"]


def test_an_office_may_bring_its_own_template(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("kalimat lama")
    own.styles["Normal"].font.name = "Garamond"
    own.sections[0].header.paragraphs[0].text = "PEMERINTAH KOTA"
    own.save(str(tmp_path / "kop.docx"))
    write_docx(sample("x"), tmp_path / "a.docx", tmp_path / "kop.docx")
    made = docx.Document(str(tmp_path / "a.docx"))
    assert made.styles["Normal"].font.name == "Garamond"
    assert made.sections[0].header.paragraphs[0].text == "PEMERINTAH KOTA"
    assert "kalimat lama" not in [paragraph.text for paragraph in made.paragraphs]


def test_the_command(published: Published, tmp_path: Path, call: Any) -> None:  # noqa: F811
    listed = call("formulir", "--hasil", published.output)
    assert listed.code == 0 and all(one.name in listed.out for one in layouts())
    made = call("formulir", "ringkasan", "--keluar", tmp_path / "r.docx", "--hasil", published.output)
    assert made.code == 0 and made.out.startswith(str(tmp_path / "r.docx"))
    office = call("formulir", "kke1", "--pd", "kesehatan", "--keluar", tmp_path / "k.xlsx", "--hasil", published.output)
    assert office.code == 0
    lacking = call("formulir", "form1", "--keluar", tmp_path / "f.xlsx", "--hasil", published.output)
    assert lacking.code == 0 and lacking.err == "RKPD tidak ada dalam rilis; bagiannya kosong.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("tiada", "tidak ada; pilih form1"),
        ("kke1", "Sebutkan --pd"),
        ("kke1 --pd kebudayaan", "Tidak ada perangkat daerah"),
        ("ringkasan --keluar a.xlsx", "dapat ditulis sebagai docx"),
        ("ringkasan --keluar tiada/a.docx", "Folder tiada tidak ada"),
        ("ringkasan --templat tiada.docx --keluar a.docx", "bukan berkas DOCX"),
    ],
)
def test_faults_of_use(
    published: Published,
    call: Any,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: str,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = call("formulir", *arguments.split(), "--hasil", published.output)
    assert said.code in (2, 5) and words in said.err
