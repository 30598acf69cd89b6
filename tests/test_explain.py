"""The explanation of a page: every table, row and record with its reason, in one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from extractors.tables.records import read_tables
from extractors.tables.trace import Fate, Trace
from flows.cli import app
from models.document import Kind
from models.errors import SelarasError
from reports.explain import write_explanation
from tests.readers_samples import WIDE, unruled_table, write_pdf
from tests.table_layouts import LEFT, identity, layout, table

RENJA = identity(Kind.RENJA, 2026)


def test_each_row_has_its_fate() -> None:
    rows = [
        ["No", "Program", "Indikator", "Target 2026"],
        ["1", "Program Kebun", "Luas kebun", "7"],
        ["", "BAGIAN TAMAN KOTA", LEFT, LEFT],
        ["2", "Program Taman", "12", "9"],
        ["Jumlah", "", "", "16"],
    ]
    trace = Trace()
    facts = read_tables(layout([table(rows)]), RENJA, trace)
    assert [r.name for r in facts.indicators] == ["Luas kebun"]
    (story,) = trace.chains
    assert story.reason is None and [c.role.value for c in story.columns][2] == "indikator"
    assert trace.rows[1, 1, 1] == [Fate.RECORD]
    assert [r.name for r in trace.records[1, 1, 1]] == ["Luas kebun"]
    assert trace.rows[1, 1, 3] == [Fate.NO_WORDS]
    assert all(Fate.RECORD not in fates for place, fates in trace.rows.items() if place[2] != 1)


def test_tracing_changes_nothing() -> None:
    rows = [["Program", "Indikator", "Target 2026"], ["Program Kebun", "Luas kebun", "7"]]
    made = layout([table(rows)])
    assert read_tables(made, RENJA, Trace()) == read_tables(made, RENJA)


def test_the_picture_of_a_pdf_page_stands_in_one_file(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "Renstra <Kebun>.pdf", unruled_table, size=WIDE)
    target = tmp_path / "jelas.html"
    assert write_explanation(path, 1, target) == 4
    text = target.read_text(encoding="utf-8")
    assert "data:image/png;base64," in text and "<svg" in text
    assert "Renstra &lt;Kebun&gt;.pdf" in text and "<Kebun>" not in text
    assert "Indeks SPBE" in text and "kepala tabel" in text
    assert "http://" not in text.replace("http://www.w3.org", "") and "https://" not in text


def test_a_word_body_is_drawn_as_a_table(tmp_path: Path) -> None:
    document = Document()
    made = document.add_table(3, 3)
    for row, texts in enumerate((("Program", "Indikator", "Target 2026"), ("Program Kebun", "Luas kebun", "7 Ha"),
                                 ("Jumlah", "", "7"))):  # fmt: skip
        for column, text in enumerate(texts):
            made.rows[row].cells[column].text = text
    path = tmp_path / "Renja 2026.docx"
    document.save(str(path))
    target = tmp_path / "jelas.html"
    assert write_explanation(path, 1, target) == 1
    text = target.read_text(encoding="utf-8")
    assert "<table" in text and "Luas kebun" in text and "baris jumlah" in text


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", unruled_table, size=WIDE)
    with pytest.raises(SelarasError, match="Pilih halaman 1 sampai 1"):
        write_explanation(path, 9, tmp_path / "x.html")


def test_the_command_takes_one_file(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", unruled_table, size=WIDE)
    target = tmp_path / "x.html"
    made = CliRunner().invoke(app, ["extract", "--explain", str(path), "--page", "1", "--output", str(target)])
    assert made.exit_code == 0 and "4 rekaman" in made.output and target.is_file()
    refused = CliRunner().invoke(app, ["extract", "--explain", str(path), str(path)])
    assert refused.exit_code == 2 and "satu" in refused.output
