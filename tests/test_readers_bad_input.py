"""Each kind of bad input gets one clear message with a remedy, never a traceback."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.readers import office
from extractors.readers.detect import inspect
from extractors.readers.read import read_layout
from models.document import Format
from models.errors import ErrorCode, ExitCode, Problem, SelarasError

from .readers_samples import plan_table, rezip, write_docx, write_pdf


def refused(path: Path) -> Problem:
    with pytest.raises(SelarasError) as caught:
        read_layout(path)
    problem = caught.value.problem
    assert path.name in problem.message and problem.message.endswith(".") and problem.remedy.endswith(".")
    assert caught.value.exit_code is ExitCode.UNREADABLE
    return problem


def scanned(canvas: Canvas) -> None:
    picture = io.BytesIO()
    Image.new("L", (300, 400), 200).save(picture, "PNG")
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)


def some_docx(path: Path) -> Path:
    return write_docx(path, lambda document: document.add_paragraph("Rencana Kerja"))


def test_missing_and_empty_files(tmp_path: Path) -> None:
    assert refused(tmp_path / "tidak-ada.pdf").code is ErrorCode.NOT_FOUND
    (tmp_path / "kosong.pdf").touch()
    assert refused(tmp_path / "kosong.pdf").code is ErrorCode.EMPTY_FILE


def test_pdf_behind_a_password(tmp_path: Path) -> None:
    lock = pdfencrypt.StandardEncryption("rahasia", canPrint=0, strength=128)
    problem = refused(write_pdf(tmp_path / "terkunci.pdf", plan_table, encrypt=lock))
    assert problem.code is ErrorCode.ENCRYPTED and "kata sandi" in problem.message


def test_pdf_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    lock = pdfencrypt.StandardEncryption("", ownerPassword="pemilik", canModify=0)
    layout = read_layout(write_pdf(tmp_path / "a.pdf", plan_table, encrypt=lock))
    assert len(layout.pages[0].tables) == 1 and layout.problems == ()


def test_truncated_pdf(tmp_path: Path) -> None:
    whole = write_pdf(tmp_path / "a.pdf", *[plan_table] * 5).read_bytes()
    beheaded = tmp_path / "terpotong.pdf"
    beheaded.write_bytes(whole[:300])
    assert refused(beheaded).code is ErrorCode.TRUNCATED
    partly = tmp_path / "sebagian.pdf"
    partly.write_bytes(whole[:-900])
    try:
        problems = read_layout(partly).problems
    except SelarasError as error:
        problems = (error.problem,)
    assert ErrorCode.TRUNCATED in [problem.code for problem in problems]


def test_damaged_pdf(tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.4\n" + b"sampah " * 500 + b"\n%%EOF\n")
    assert refused(path).code is ErrorCode.DAMAGED


def test_scan_and_mixed_pdf(tmp_path: Path) -> None:
    layout = read_layout(write_pdf(tmp_path / "pindaian.pdf", scanned, scanned))
    assert [page.has_text for page in layout.pages] == [False, False]
    (problem,) = layout.problems
    assert problem.code is ErrorCode.SCAN and problem.page is None and "OCR" in problem.remedy
    mixed = read_layout(write_pdf(tmp_path / "campuran.pdf", plan_table, scanned))
    assert [page.has_text for page in mixed.pages] == [True, False]
    assert [(problem.code, problem.page) for problem in mixed.problems] == [(ErrorCode.SCAN, 2)]


def test_blank_page_is_no_problem(tmp_path: Path) -> None:
    layout = read_layout(write_pdf(tmp_path / "a.pdf", plan_table, lambda canvas: None))
    assert layout.problems == () and not layout.pages[1].has_text


def test_huge_page(tmp_path: Path) -> None:
    layout = read_layout(write_pdf(tmp_path / "peta.pdf", plan_table, size=(60_000, 842)))
    assert [(problem.code, problem.page) for problem in layout.problems] == [(ErrorCode.PAGE_TOO_LARGE, 1)]


def test_wrong_extension_is_told_and_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "renja.pdf", plan_table).rename(tmp_path / "renja.docx")
    layout = read_layout(path)
    assert layout.file.format is Format.PDF and len(layout.pages[0].tables) == 1
    assert [problem.code for problem in layout.problems] == [ErrorCode.WRONG_EXTENSION]
    page = tmp_path / "unduhan.pdf"
    page.write_text("<html><body>404</body></html>")
    assert refused(page).code is ErrorCode.WRONG_EXTENSION


def test_formats_that_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "state", lambda: office.State())
    old = tmp_path / "renstra.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"))
    sheet = tmp_path / "iku.xls"
    sheet.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"))
    bundle = tmp_path / "lampiran.zip"
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.writestr("a.txt", "a")
    formats = []
    for path in (old, sheet, bundle):
        assert refused(path).code is ErrorCode.UNSUPPORTED_FORMAT
        formats.append(inspect(path).format)
    assert formats == [Format.DOC, Format.XLS, Format.ZIP]


def test_word_file_behind_a_password(tmp_path: Path) -> None:
    path = tmp_path / "rahasia.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert refused(path).code is ErrorCode.ENCRYPTED


def test_truncated_and_damaged_word_files(tmp_path: Path) -> None:
    whole = some_docx(tmp_path / "a.docx")
    cut = tmp_path / "terpotong.docx"
    cut.write_bytes(whole.read_bytes()[:-500])
    assert refused(cut).code is ErrorCode.TRUNCATED
    broken = rezip(whole, tmp_path / "rusak.docx", {"word/document.xml": b"<w:document><w:body>"})
    assert refused(broken).code is ErrorCode.DAMAGED


def test_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = rezip(some_docx(tmp_path / "a.docx"), tmp_path / "bom.docx", {"word/media/x.xml": b"\0" * (40 << 20)})
    problem = refused(bomb)
    assert problem.code is ErrorCode.ARCHIVE_BOMB and "40 MB" in problem.message


def test_zip_that_lies_about_its_sizes(tmp_path: Path) -> None:
    path = rezip(some_docx(tmp_path / "a.docx"), tmp_path / "bohong.docx", {"word/document.xml": b" " * (30 << 20)})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            struct.pack_into("<I", data, start + offset, 1000)
            start += 4
    path.write_bytes(data)
    assert refused(path).code in (ErrorCode.DAMAGED, ErrorCode.ARCHIVE_BOMB)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    head = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    body = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>Visi &j;</w:t></w:r></w:p></w:body></w:document>"
    )
    path = rezip(some_docx(tmp_path / "a.docx"), tmp_path / "b.docx", {"word/document.xml": f"{head}]>{body}".encode()})
    try:
        text = "".join(paragraph.text for paragraph in read_layout(path).pages[0].paragraphs)
    except SelarasError as error:
        assert error.problem.code is ErrorCode.DAMAGED
    else:
        assert len(text) < 100


def test_hash_is_of_the_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "satu.txt", tmp_path / "dua.txt"
    one.write_bytes(b"abc")
    other.write_bytes(b"abc")
    found: Any = inspect(one)
    assert found.sha256 == inspect(other).sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert (found.name, found.size, found.format) == ("satu.txt", 3, Format.OTHER)
