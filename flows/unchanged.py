"""Whether anything changed since the last run: the same files read by the same code give the same release.

What a release is made of is hashed: the bytes, places and manifest words of all files, what could not be had, what
reviewers decided, the region's settings, and the code and lexicon of every room below, OCR included. The hash and the
run's summary lie beside the releases.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from extractors.version import code_version, extractor_version
from flows.settings import Settings
from flows.sources import Sources
from flows.steps import Ingested, Summary
from warehouse.releases import current_release

_ROOMS = ("alignment", "reference", "reports", "review", "warehouse")
"""What a release rests on besides the extractor (`extractor_version`: its code, the models, OCR once it is there)."""
_NAME = "putaran.json"
NEWS = "Tidak ada yang berubah sejak putaran {}; rilisnya tetap berlaku."


def fingerprint(sources: Sources, ingested: Sequence[Ingested], settings: Settings) -> str | None:
    """Hash of all that the release will be made of; None when a file failed for a reason that may pass."""
    if any(item.cache is None for item in ingested):
        return None
    digest = hashlib.sha256(f"{code_version(*_ROOMS)}\x1e{extractor_version()}".encode())
    for item in ingested:
        digest.update(f"\x1e{item.found.origin}\x1f{item.sha256}\x1f{item.found.overrides}".encode())
    for problem in sources.problems:
        digest.update(f"\x1e{problem}".encode())
    for file in sorted(settings.review.rglob("*.*")):
        if file.suffix in (".csv", ".toml"):
            digest.update(f"\x1e{file.name}\x1f".encode() + file.read_bytes())
    for file in sorted(settings.references.glob("*.jsonl")):
        digest.update(f"\x1e{file.name}".encode())  # a list never changes under its name
    if settings.daerah:
        digest.update(b"\x1e" + settings.daerah.read_bytes())
    return digest.hexdigest()


def recall(settings: Settings, made_of: str | None) -> Summary | None:
    """The summary of the current release when it was made of the same, and all of its files are still there."""
    if made_of is None:
        return None
    try:
        kept = json.loads((settings.hasil / _NAME).read_text(encoding="utf-8"))
        summary = Summary(**kept["ringkasan"])
        same = kept["sidik"] == made_of
    except (OSError, ValueError, KeyError, TypeError):
        return None
    current = current_release(settings.hasil)
    if not same or current is None or current != Path(summary.release) or not Path(summary.workbook).is_file():
        return None
    return replace(summary, extracted=0, unchanged=True)


def remember(settings: Settings, made_of: str | None, summary: Summary) -> None:
    """Keep the hash and summary of the run that was just published."""
    path = settings.hasil / _NAME
    if made_of is None:
        path.unlink(missing_ok=True)
        return
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps({"sidik": made_of, "ringkasan": asdict(summary)}), encoding="utf-8")
    temporary.replace(path)
