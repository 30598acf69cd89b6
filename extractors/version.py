"""The version of code by content: part of every cache key, so that other code never answers with old facts."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from extractors.readers import office, tesseract

_ROOT = Path(__file__).resolve().parent.parent
_COUNTS = {".py", ".toml", ".txt", ".sql"}


@functools.cache
def code_version(*rooms: str) -> str:
    """Hash (12 hex digits) of all code, rules and lexicon files of the named rooms."""
    digest = hashlib.sha256()
    for file in (file for room in rooms for file in sorted((_ROOT / room).rglob("*"))):
        if file.suffix in _COUNTS:
            digest.update(file.relative_to(_ROOT).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def extractor_version() -> str:
    """Version of all that extracted facts depend on: rooms `extractors` and `models`, OCR and LibreOffice once there.

    An office that installs Tesseract gets its scans read the next night, not the old "is a scan" from the cache; so
    do old Word and Excel files where LibreOffice was installed.
    """
    version = code_version("extractors", "models")
    ocr = tesseract.state().version
    return version + (f"-ocr{ocr}" if ocr else "") + ("-office" if office.state().program else "")
