"""Scans: pages of our own, printed to a picture, are read as tables when Tesseract is here, and reported when not."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from scipy import ndimage

from extractors import scanned
from extractors.extract import extract_file
from extractors.layout import Layout, Page
from extractors.readers import ocr, tesseract
from extractors.readers.bitmap import examine, slant
from extractors.readers.read import read_layout
from extractors.version import extractor_version
from models.claim import ClaimKind, NumericClaim
from models.errors import ErrorCode
from models.evidence import Evidence
from models.extraction import PageStatus
from models.quantity import parse_quantity
from tests.table_layouts import FILE

needs_ocr = pytest.mark.skipif(not tesseract.ready(), reason="Tesseract dengan bahasa ind belum dipasang")

ROWS = [
    ("Program / Kegiatan", "Indikator Kinerja", "Satuan", "Target 2024", "Target 2025", "Pagu 2025 (Rp)"),
    ("Program Layanan Air", "Persentase rumah tangga berair bersih", "Persen", "71,5", "74,25", "1.250.000.000"),
    ("Program Jalan Desa", "Panjang jalan desa mantap", "Kilometer", "120", "135", "980.500.000"),
    ("Program Sekolah", "Jumlah sekolah terakreditasi", "Sekolah", "48", "52", "412.750.000"),
]
WIDTHS = (130, 190, 70, 80, 80, 110)


def sheet(canvas: Canvas) -> None:
    """A ruled table on a lying page."""
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 520, "Tabel 5.1 Rencana Program Dinas Rekaan Tahun 2024-2025")
    for number, row in enumerate(ROWS):
        top, left = 480 - 40 * number, 60
        for width, text in zip(WIDTHS, row, strict=True):
            canvas.rect(left, top - 40, width, 40)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(left + 5, top - 24, text)
            left += width


def scan(path: Path, angle: float = 0.0, quarter: int = 0) -> Path:
    """The sheet printed, laid askew, and scanned: a PDF of one picture."""
    printed = io.BytesIO()
    canvas = Canvas(printed, pagesize=(842, 595))
    sheet(canvas)
    canvas.save()
    document = pdfium.PdfDocument(printed.getvalue())
    picture = document[0].render(scale=300 / 72, grayscale=True).to_numpy().squeeze()
    document.close()
    picture = ndimage.rotate(picture, -angle, reshape=False, order=1, cval=255)
    noise = np.random.default_rng(1).normal(0, 8, picture.shape)
    picture = np.rot90(np.clip(picture * 0.94 + noise, 0, 255).astype(np.uint8), quarter)
    height, width = picture.shape
    size = (width * 72 / 300, height * 72 / 300)
    canvas = Canvas(str(path), pagesize=size)
    canvas.drawImage(ImageReader(Image.fromarray(picture)), 0, 0, *size)
    canvas.save()
    return path


@needs_ocr
@pytest.mark.parametrize("angle", [0.0, 0.8])
def test_scanned_table_is_read(tmp_path: Path, angle: float) -> None:
    layout = read_layout(scan(tmp_path / "a.pdf", angle))
    (page,) = layout.pages
    assert page.reader == "ocr" and page.problem is None and layout.problems == ()
    (table,) = page.tables
    assert (table.rows, table.columns, table.ruled) == (4, 6, True)
    texts = [tuple(cell.text for cell in table.cells if cell.row == row) for row in range(4)]
    assert [row[2:] for row in texts[1:]] == [row[2:] for row in ROWS[1:]]


@needs_ocr
def test_sideways_scan_is_turned(tmp_path: Path) -> None:
    (page,) = read_layout(scan(tmp_path / "a.pdf", quarter=1)).pages
    assert page.turn == 90 and page.width > page.height
    assert any("1.250.000.000" in cell.text for table in page.tables for cell in table.cells)


@needs_ocr
def test_facts_of_a_scan_are_to_be_checked(tmp_path: Path) -> None:
    extraction = extract_file(scan(tmp_path / "a.pdf"))
    assert len(extraction.indicators) == 3
    for indicator in extraction.indicators:
        assert indicator.confidence < 0.6 and scanned.READ in indicator.doubts
    assert f"-ocr{tesseract.state().version}" in extraction.version


@needs_ocr
def test_page_over_its_time_is_given_up(tmp_path: Path) -> None:
    document = pdfium.PdfDocument(scan(tmp_path / "a.pdf"))
    page = ocr.read_page(document, 1, seconds=0.0)
    document.close()
    assert page is not None and page.problem is not None and page.problem.code is ErrorCode.PAGE_TIMEOUT


def test_a_file_with_many_scans_keeps_its_other_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "campuran.pdf"
    canvas = Canvas(str(path), pagesize=(842, 595))
    picture = ImageReader(Image.new("L", (400, 300), 200))
    for _ in range(2):
        canvas.drawImage(picture, 0, 0, 842, 595)
        canvas.showPage()
    sheet(canvas)
    canvas.save()
    monkeypatch.setattr(tesseract, "state", lambda: tesseract.State("5.3.0"))
    extraction = extract_file(path, ocr_seconds=0.0)
    assert len(extraction.indicators) == 3 and all(r.evidence.page == 3 for r in extraction.indicators)
    assert [(p.code, p.page) for p in extraction.problems] == [(ErrorCode.SCAN, 1), (ErrorCode.SCAN, 2)]
    assert all("waktu OCR" in p.message and "pecah" in p.remedy for p in extraction.problems)
    assert [page.status for page in extraction.pages] == [PageStatus.SCAN, PageStatus.SCAN, PageStatus.TABLE]


def test_claims_of_a_scan_are_less_sure() -> None:
    layout = Layout(FILE, 1, (Page(1, 1, 1, (), "ocr"),))
    claim = NumericClaim(
        Evidence(FILE.sha256, FILE.name, 1, quote="memuat 12 program"), ClaimKind.COUNT, "program", parse_quantity("12")
    )
    assert [c.confidence for c in scanned.less_sure(layout, [claim])] == [scanned.CONFIDENCE]


def test_without_tesseract_the_scan_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "state", lambda: tesseract.State(missing="program Tesseract belum dipasang"))
    (problem,) = read_layout(scan(tmp_path / "a.pdf")).problems
    assert problem.code is ErrorCode.SCAN and "OCR (program Tesseract belum dipasang" in problem.remedy
    assert "ocr" not in extractor_version()


def test_other_version_once_ocr_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "state", lambda: tesseract.State(version="5.3.0"))
    assert "-ocr5.3.0" in extractor_version()


def test_slant_and_rulings_of_a_picture() -> None:
    page = np.full((1200, 1600), 240, np.uint8)
    for at in range(100, 1101, 200):
        page[at : at + 4, 200:1401] = 20
        page[100:1104, at + 200 : at + 204] = 20
    askew = ndimage.rotate(page, -1.0, reshape=False, order=1, cval=240)
    assert slant(askew) == pytest.approx(1.0, abs=0.05)
    picture = examine(page)
    assert len(picture.horizontal) == len(picture.vertical) == 6
    assert not picture.ink.any()


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("1,121.000.000.00", "1.121.000.000,00"),
        ("283.000,000", "283.000.000"),
        ("283.000.000,00", "283.000.000,00"),
        ("1,250,000.50", "1,250,000.50"),
        ("71,5", "71,5"),
        ("7.01.02", "7.01.02"),
    ],
)
def test_mixed_up_marks(read: str, meant: str) -> None:
    assert ocr.grouped(read) == meant
