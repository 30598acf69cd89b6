"""One file of each kind of bad input, made here; the name says what is wrong with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.readers import office
from samples.pages import Cover, Heading, Paper, Text, Turn

from .readers_samples import plan_table, rezip, write_pdf
from .small_papers import renstra, rpjmd, write_paper

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def encrypted_pdf(path: Path) -> None:
    write_pdf(path, plan_table, encrypt="rahasia")


def encrypted_docx(path: Path) -> None:
    """Word with a password: an old container around the encrypted package."""
    path.write_bytes(OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2048)


def truncated_pdf(path: Path) -> None:
    write_paper(rpjmd(), path.parent, path.name)
    path.write_bytes(path.read_bytes()[:3000])


def truncated_docx(path: Path) -> None:
    write_paper(renstra(), path.parent, path.name)
    path.write_bytes(path.read_bytes()[:9000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def pdf_named_docx(path: Path) -> None:
    """A readable plan under a wrong name."""
    cover = Cover(("RENCANA KERJA (RENJA)", "DINAS SOSIAL", "KOTA HARAPAN JAYA", "TAHUN 2026"))
    chapter = Heading("BAB IV\nRENCANA KERJA DAN PENDANAAN PERANGKAT DAERAH", 1)
    write_paper(Paper("renja.pdf", "Renja Dinas Sosial Tahun 2026", (cover, Turn(), chapter)), path.parent, path.name)


def web_page(path: Path) -> None:
    path.write_text("<!DOCTYPE html>\n<html><body>Halaman tidak ditemukan</body></html>", encoding="utf-8")


def text_file(path: Path) -> None:
    path.write_text("Catatan: minta Renstra ke sekretariat.\n", encoding="utf-8")


def scan(path: Path) -> None:
    picture = Image.new("L", (600, 840), 255)
    picture.paste(0, (100, 100, 500, 110))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)

    write_pdf(path, draw, draw)


def huge_page(path: Path) -> None:
    write_pdf(path, plan_table, size=(30_000, 30_000))


def many_paths(path: Path) -> None:
    """A map: 100,000 strokes on one page."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 800, "Peta pola ruang Kota Harapan Jaya")
        places = ((stroke % 500 + 40, stroke // 500 * 3 + 60) for stroke in range(100_000))
        canvas.addLiteral("\n".join(f"{x} {y} m {x + 1} {y + 2} l S" for x, y in places))

    write_pdf(path, draw, pageCompression=1)


def zip_bomb(path: Path) -> None:
    proper = path.with_suffix(".asli")
    write_paper(renstra(), path.parent, proper.name)
    body = zipfile.ZipFile(proper).read("word/document.xml")
    head, tail = body[: body.index(b"<w:body>") + 8], body[body.index(b"</w:body>") :]
    rezip(proper, path, {"word/document.xml": head + b"<w:p/>" * 4_000_000 + tail})
    proper.unlink()


def broken_workbook(path: Path) -> None:
    """Has the name and the first part of a workbook, and no sheet."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def old_spreadsheet(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"))


def unknown_kind(path: Path) -> None:
    text = Text("Dengan hormat, bersama ini kami undang Saudara menghadiri rapat koordinasi pada hari Senin.")
    write_paper(Paper("surat.pdf", "Surat Undangan", (Cover(("UNDANGAN RAPAT",)), Turn(), Heading("Perihal"), text)),
                path.parent, path.name)  # fmt: skip


def garbage(path: Path) -> None:
    """Says it is a PDF, has an end mark, and is nothing in between."""
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n")


def foreign_package(path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    path.write_bytes(buffer.getvalue())


_OLD = "E122" if office.state().program else "E111"
"""Damaged files of old formats: LibreOffice says so, and without it they are not tried."""
BAD: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "berkata-sandi.pdf": (encrypted_pdf, "E101", "gagal"),
    "berkata-sandi.docx": (encrypted_docx, "E101", "gagal"),
    "terpotong.pdf": (truncated_pdf, "E102", "gagal"),
    "terpotong.docx": (truncated_docx, "E102", "gagal"),
    "kosong.pdf": (empty, "E103", "gagal"),
    "kosong.docx": (empty, "E103", "gagal"),
    "renja sebenarnya pdf.docx": (pdf_named_docx, "E104", "sebagian"),
    "halaman web.pdf": (web_page, "E104", "gagal"),
    "catatan.txt": (text_file, "E111", "gagal"),
    "pindaian.pdf": (scan, "E105", "sebagian"),
    "raksasa.pdf": (huge_page, "E106", "sebagian"),
    "peta.pdf": (many_paths, "E107", "sebagian"),
    "bom.docx": (zip_bomb, "E108", "gagal"),
    "undangan rapat – Sekretariat & Umum ½.pdf": (unknown_kind, "E110", "sebagian"),
    "lembar kerja.xlsx": (broken_workbook, "E117", "gagal"),
    "lembar lama.xls": (old_spreadsheet, _OLD, "gagal"),
    "tulisan.odt": (foreign_package, _OLD, "gagal"),
    "rusak.pdf": (garbage, "E117", "gagal"),
}
"""File name -> how it is made, the code of its problem, its status in the coverage."""


def write_bad(folder: Path) -> None:
    """All of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, _, _) in BAD.items():
        make(folder / name)
