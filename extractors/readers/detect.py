"""What a file is, by its content and not by its name."""

from __future__ import annotations

import contextlib
import hashlib
import zipfile
from pathlib import Path

from extractors.readers import problems
from models.document import Format, SourceFile
from models.errors import SelarasError

_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage"
_STREAMS = (
    ("WordDocument", Format.DOC),
    ("Workbook", Format.XLS),
    ("Book", Format.XLS),
    (_ENCRYPTED, Format.DOC),
)
"""Names of the streams of the container that all old Office formats share."""
_ARCHIVES = {b"Rar!\x1a\x07": "RAR", b"7z\xbc\xaf\x27\x1c": "7z", b"\x1f\x8b\x08": "GZ", b"BZh": "BZ2"}
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": Format.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Format.ODS,
}
_EXTENSIONS = {
    Format.PDF: {".pdf"},
    Format.DOCX: {".docx", ".docm"},
    Format.XLSX: {".xlsx", ".xlsm"},
    Format.DOC: {".doc", ".docx"},
    Format.XLS: {".xls"},
    Format.RTF: {".rtf", ".doc"},
    Format.ODT: {".odt"},
    Format.ODS: {".ods"},
    Format.ZIP: {".zip"},
}
MAX_UNPACKED = 1 << 30
"""Bytes a Word file may unpack to, pictures included."""
MAX_PART = 150 << 20
"""Bytes of one part that is read; a plan of a thousand pages stays under half of it."""
MAX_RATIO = 200
"""Unpacked to packed bytes of one large part; XML of documents stays under 60."""
LARGE = 10 << 20
"""Bytes from which on a part counts as large."""


def inspect(path: Path) -> SourceFile:
    """Hash a file and tell its format by content.

    Raises:
        SelarasError: the file is missing or may not be opened (NOT_FOUND), or is empty (EMPTY_FILE).
    """
    if not path.is_file():
        raise SelarasError(problems.not_found(path.name))
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            head = file.read(_CHUNK)
            digest.update(head)
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        size = path.stat().st_size
    except OSError as error:
        raise SelarasError(problems.not_opened(path.name, error)) from error
    if size == 0:
        raise SelarasError(problems.empty(path.name))
    return SourceFile(digest.hexdigest(), path.name, str(path), size, _format(path, head))


def name_fits(file: SourceFile) -> bool:
    """Whether the extension is one of the format's; a name without extension fits all."""
    extension = Path(file.name).suffix.lower()
    return not extension or extension in _EXTENSIONS.get(file.format, {extension})


def foreign_archive(path: Path) -> str | None:
    """The kind of an archive that is not unpacked, by its first bytes."""
    with path.open("rb") as file:
        head = file.read(16)
    return next((kind for mark, kind in _ARCHIVES.items() if head.startswith(mark)), None)


def is_web_page(path: Path) -> bool:
    """Whether the file begins as HTML does; exports of planning systems often are a bare table."""
    with path.open("rb") as file:
        head = file.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<meta", b"<style", b"<table"))


def guard_old(path: Path, content: Format) -> None:
    """Raise what `guard_archive` does, and ENCRYPTED for a package behind a password in an old container."""
    if content in (Format.ODT, Format.ODS):
        guard_archive(path)
    elif _ENCRYPTED.encode("utf-16-le") in path.read_bytes():
        raise SelarasError(problems.encrypted(path.name))


def guard_archive(path: Path) -> None:
    """Check the sizes a Word file declares before anything is unpacked.

    Raises:
        SelarasError: TRUNCATED without a directory, ARCHIVE_BOMB when it would unpack to too much, ENCRYPTED when
            its parts need a password.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        raise SelarasError(problems.truncated(path.name)) from error
    total = sum(part.file_size for part in parts)
    dense = any(part.file_size > LARGE and part.file_size > MAX_RATIO * part.compress_size for part in parts)
    long = any(part.file_size > MAX_PART for part in parts if part.filename.endswith(".xml"))
    if total > MAX_UNPACKED or dense or long:
        raise SelarasError(problems.archive_bomb(path.name, total >> 20))
    if any(part.flag_bits & 1 for part in parts):
        raise SelarasError(problems.encrypted(path.name))


def ends_well(path: Path) -> bool:
    """Whether a PDF has its end mark; a file cut short by a broken download has none."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - 2048, 0))
        return b"%%EOF" in file.read()


def format_of(path: Path) -> Format:
    """The format by content, without hashing the file."""
    with path.open("rb") as file:
        return _format(path, file.read(_CHUNK))


def _format(path: Path, head: bytes) -> Format:
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(_OLE):
        body = head if len(head) < _CHUNK else path.read_bytes()
        held = [kind for name, kind in _STREAMS if name.encode("utf-16-le") in body]
        # Each may hold a file of the other kind; its name then tells which is inside which.
        return next((kind for kind in held if path.suffix.lower() == f".{kind}"), held[0] if held else Format.OTHER)
    if head.startswith(b"PK"):
        try:
            with zipfile.ZipFile(path) as archive:
                names = set(archive.namelist())
        except (zipfile.BadZipFile, OSError, EOFError):
            return {".docx": Format.DOCX, ".xlsx": Format.XLSX}.get(path.suffix.lower(), Format.ZIP)
        if "word/document.xml" in names:
            return Format.DOCX
        return Format.XLSX if "xl/workbook.xml" in names else _open_document(path, names)
    return Format.RTF if head.startswith(b"{\\rtf") else Format.OTHER


def _open_document(path: Path, names: set[str]) -> Format:
    """Text or sheet of LibreOffice, else a package of files."""
    said = b""
    if "mimetype" in names:
        broken = (zipfile.BadZipFile, OSError, EOFError)
        with contextlib.suppress(*broken), zipfile.ZipFile(path) as archive, archive.open("mimetype") as file:
            said = file.read(100)
    return _OPEN_DOCUMENTS.get(said.strip(), Format.ZIP)
