"""The extractor's version: part of every cache key, so that other code never answers with old facts."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


@functools.cache
def extractor_version() -> str:
    """Hash (12 hex digits) of all code and lexicon that facts depend on: rooms `extractors` and `models`."""
    digest = hashlib.sha256()
    files = (f for room in ("extractors", "models") for f in sorted((_ROOT / room).rglob("*")))
    for file in files:
        if file.suffix in {".py", ".toml", ".txt"}:
            digest.update(file.relative_to(_ROOT).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
