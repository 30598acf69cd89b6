"""What a file is, by its content; what is wrong with it, in words its owner can act on."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

from models.document import Format, SourceFile
from models.errors import ErrorCode, Problem, SelarasError

_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_UNPACKED = 400 << 20
"""Bytes a DOCX may unpack to; the longest real ones stay under a tenth."""
MAX_RATIO = 200
"""Unpacked to packed bytes above which a member of more than a few MB is no document."""


def inspect(path: Path) -> SourceFile:
    """Hash a file and tell its format by content.

    Raises:
        SelarasError: the file is missing (NOT_FOUND) or empty (EMPTY_FILE).
    """
    if not path.is_file():
        raise SelarasError(
            Problem(ErrorCode.NOT_FOUND, f"Berkas {path.name} tidak ditemukan.", "Periksa nama dan foldernya.")
        )
    digest = hashlib.sha256()
    with path.open("rb") as file:
        head = file.read(_CHUNK)
        digest.update(head)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    size = path.stat().st_size
    if size == 0:
        raise SelarasError(
            Problem(
                ErrorCode.EMPTY_FILE,
                f"Berkas {path.name} kosong (0 bita).",
                "Unduh atau salin ulang berkas itu.",
            )
        )
    return SourceFile(digest.hexdigest(), path.name, str(path), size, _format(path, head))


def _format(path: Path, head: bytes) -> Format:
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(_OLE):
        # Both old Office formats are OLE containers; the stream names are UTF-16 in the directory.
        body = head if len(head) < _CHUNK else path.read_bytes()
        if "Workbook".encode("utf-16-le") in body or "Book".encode("utf-16-le") in body:
            return Format.XLS
        return Format.DOC
    if head.startswith(b"PK"):
        try:
            with zipfile.ZipFile(path) as archive:
                names = set(archive.namelist())
        except (zipfile.BadZipFile, OSError):
            return {".docx": Format.DOCX, ".xlsx": Format.XLSX}.get(path.suffix.lower(), Format.ZIP)
        if "word/document.xml" in names:
            return Format.DOCX
        if "xl/workbook.xml" in names:
            return Format.XLSX
        return Format.ZIP
    return Format.OTHER
