"""Scans under a stamp or a footer lose nothing; numbers of scans are held against each other."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors import scanned
from extractors.extract import extract_file
from extractors.layout import Layout, Page
from extractors.readers import overlay, pdf_fast, tesseract
from extractors.readers.read import read_layout
from extractors.rechecks import misread_sums, odd_values
from models.errors import ErrorCode
from models.evidence import Evidence
from models.indicator import Indicator, ItemLevel, Money, PlanItem
from models.quantity import parse_money, parse_quantity

from .table_layouts import FILE
from .test_readers_ocr import needs_ocr, sheet

FOOTER = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh",
    "Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara",
)
SIZE = (842, 595)


def printed(draw: Callable[[Canvas], None]) -> Image.Image:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=SIZE)
    draw(canvas)
    canvas.save()
    document = pdfium.PdfDocument(made.getvalue())
    picture = document[0].render(scale=300 / 72, grayscale=True).to_numpy().squeeze()
    document.close()
    return Image.fromarray(np.clip(picture * 0.95, 0, 255).astype(np.uint8))


def stamped(path: Path, picture: Image.Image, *lines: str, pages: int = 1) -> Path:
    """Pages that are the picture, with lines of real text at their foot and a page number."""
    canvas = Canvas(str(path), pagesize=SIZE)
    for number in range(1, pages + 1):
        canvas.drawImage(ImageReader(picture), 0, 0, *SIZE)
        canvas.setFont("Helvetica", 8)
        for place, line in enumerate((*lines, f"Halaman {number}")):
            canvas.drawString(60, 40 - 10 * place, line)
        canvas.showPage()
    canvas.save()
    return path


def covers(path: Path) -> bool:
    document = pdfium.PdfDocument(path)
    found = overlay.covers_a_picture(document, pdf_fast.read_page(document, 1))
    document.close()
    return found


@needs_ocr
def test_a_scan_under_a_signature_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stamped(tmp_path / "a.pdf", printed(sheet), *FOOTER)
    layout = read_layout(path)
    (page,) = layout.pages
    assert page.reader == "ocr" and page.problem is None
    said = [paragraph.text for paragraph in page.paragraphs]
    assert said[0].startswith("Tabel 5.1") and said[-3:] == [*FOOTER, "Halaman 1"], "the layer's words are kept, once"
    monkeypatch.setattr("extractors.extract.read_layout", lambda *_: layout)  # once is enough: it takes seconds
    found = extract_file(path)
    assert [(r.name, r.targets[2025].raw) for r in found.indicators] == [
        ("Persentase rumah tangga berair bersih", "74,25"),
        ("Panjang jalan desa mantap", "135"),
        ("Jumlah sekolah terakreditasi", "52"),
    ]
    assert all(r.confidence < 0.6 and scanned.READ in r.doubts for r in found.indicators)


def test_without_ocr_the_page_is_told_and_its_text_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "state", lambda: tesseract.State(missing="belum dipasang"))
    path = tmp_path / "campuran.pdf"
    canvas = Canvas(str(path), pagesize=SIZE)
    sheet(canvas)
    canvas.showPage()
    canvas.drawImage(ImageReader(printed(sheet)), 0, 0, *SIZE)
    canvas.drawString(60, 30, FOOTER[0])
    canvas.save()
    layout = read_layout(path)
    assert [(p.code, p.page) for p in layout.problems] == [(ErrorCode.SCAN, 2)]
    assert "cap" in layout.problems[0].message and "OCR" in layout.problems[0].remedy
    assert [paragraph.text for paragraph in layout.pages[1].paragraphs] == [FOOTER[0]]
    whole = read_layout(stamped(tmp_path / "b.pdf", printed(sheet), *FOOTER, pages=3))
    assert [(p.code, p.page) for p in whole.problems] == [(ErrorCode.SCAN, None)], "told once for the whole file"


def test_pictures_that_are_no_scans_are_left(tmp_path: Path) -> None:
    photo = Image.fromarray((np.add.outer(np.arange(595), np.arange(842)) % 200).astype(np.uint8))
    assert not covers(stamped(tmp_path / "sampul.pdf", photo, "RENCANA STRATEGIS", "DINAS SOSIAL"))
    letterhead = printed(lambda canvas: canvas.rect(60, 540, 40, 30, fill=1))
    assert not covers(stamped(tmp_path / "kop.pdf", letterhead, "BAB III", "TUJUAN DAN SASARAN"))
    assert covers(stamped(tmp_path / "pindaian.pdf", printed(sheet), "7"))
    layer = [f"Baris {number} dari lapisan teks hasil OCR pemindai yang memuat isi halaman." for number in range(20)]
    assert not covers(stamped(tmp_path / "berlapis.pdf", printed(sheet), *layer))


# ------------------------------------------------------------------ numbers


def row(targets: dict[int, str], budgets: dict[int, str] | None = None) -> Indicator:
    return Indicator(
        Evidence(FILE.sha256, FILE.name, 1, quote="baris"),
        "Persentase layanan",
        targets={year: parse_quantity(text) for year, text in targets.items()},
        budgets={year: Money(text, parse_money(text).value) for year, text in (budgets or {}).items()},
    )


def years(*texts: str) -> dict[int, str]:
    return dict(enumerate(texts, 2025))


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        (("71,5", "725", "73,5", "74,5", "75,5"), ["2026 (725)"]),  # lost comma
        (("80", "82", "14", "86", "88"), ["2027 (14)"]),  # 84 read as 14
        (("10", "11", "12", "13", "1400"), ["2029 (1400)"]),
        (("10", "12", "11", "12", "13"), []),  # a real plan may dip
        (("1", "1", "2", "1", "1"), []),
        (("5", "10", "20", "40", "80"), []),
        (("100", "100", "100", "100", "100"), []),
        (("90", "WTP", "91"), []),
    ],
)
def test_a_value_that_does_not_fit_its_row_is_told(texts: tuple[str, ...], odd: list[str]) -> None:
    told = odd_values(row(years(*texts)))
    assert [text for text in odd if any(text in words for words in told)] == odd and len(told) == len(odd)


def test_a_pagu_with_lost_digits_lowers_confidence_on_scans_only() -> None:
    budgets = years("1.250.000.000", "1.300.000.000", "1.350.000", "1.400.000.000")
    indicator = row({}, budgets)
    for reader, sure in (("ocr", scanned.ODD), ("cepat", 1.0)):
        (made,) = scanned.with_doubts(Layout(FILE, 1, (Page(1, 1, 1, (), reader),)), [indicator])
        assert made.confidence == sure
        assert any("pagu 2027" in doubt for doubt in made.doubts) is (reader == "ocr")


def item(code: str, level: ItemLevel, text: str) -> PlanItem:
    evidence = Evidence(FILE.sha256, FILE.name, 1, quote=code)
    return PlanItem(evidence, level, code, code, budgets={2026: Money(text, parse_money(text).value)})


def test_a_sum_that_fails_by_a_digit_is_doubted() -> None:
    program = [
        item("1.06.02", ItemLevel.PROGRAM, "900.000.000"),
        item("1.06.02.2.01", ItemLevel.KEGIATAN, "400.000.000"),
        item("1.06.02.2.02", ItemLevel.KEGIATAN, "500.000.000"),
        item("1.06.03", ItemLevel.PROGRAM, "700.000.000"),
    ]
    assert misread_sums(program) == frozenset()
    slip = [*program[:2], item("1.06.02.2.02", ItemLevel.KEGIATAN, "800.000.000"), program[3]]
    assert misread_sums(slip) == frozenset()  # 1.200.000.000: not a digit but another sum
    digit = [*program[:2], item("1.06.02.2.02", ItemLevel.KEGIATAN, "506.000.000"), program[3]]
    assert misread_sums(digit) == {0, 1, 2}
    page = Page(1, 1, 1, (), "ocr")
    made = scanned.sums_checked(Layout(FILE, 1, (page,)), digit)
    assert [one.confidence for one in made] == [scanned.ODD, scanned.ODD, scanned.ODD, scanned.CONFIDENCE]
    digital = scanned.sums_checked(Layout(FILE, 1, (replace(page, reader="cepat"),)), digit)
    assert [one.confidence for one in digital] == [1.0] * 4


def test_a_percentage_far_over_a_hundred_is_told() -> None:
    one = replace(row(years("715")), unit="Persen")
    assert [words for words in odd_values(one) if "2025 (715)" in words and "koma" in words]
    assert odd_values(replace(one, unit="Orang")) == ()
    assert odd_values(replace(row(years("105", "110")), unit="%")) == ()
