"""What `selaras doctor` examines: whether this machine can run Selaras, told in words an office understands."""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.errors import SelarasError

PACKAGES = (
    "pdfplumber",
    "pypdfium2",
    "python-docx",
    "spacy",
    "rapidfuzz",
    "datasketch",
    "duckdb",
    "prefect",
    "fastapi",
    "sqlalchemy",
)
TOO_NEW = {"fastapi": (0, 151), "sqlalchemy": (2, 1)}
"""From these versions on Prefect's server or its scheduler fails, at run time only."""
FREE_BYTES = 2_000_000_000
"""Room that a night of a whole region needs for cache, staging and two releases."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was examined."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


def examine(output: Path) -> list[Check]:
    """All checks in order; a check that itself fails is a failed check, never an exception."""
    return [
        _guard("Python", _python),
        _guard("Paket", _packages),
        _guard("Bahasa (spaCy)", _language),
        _guard("Alur (Prefect)", _flow),
        _guard("OCR (pindaian)", _ocr),
        _guard("LibreOffice (DOC, XLS)", _office),
        _guard("Folder hasil", lambda: _folder(output)),
        _guard("Ruang simpan", lambda: _space(output)),
        _guard("Rilis berlaku", lambda: _release(output)),
        _guard("Telemetri", _telemetry),
    ]


def _guard(name: str, check: Callable[[], Check]) -> Check:
    try:
        return check()
    except SelarasError as error:
        return Check(name, False, error.problem.message, error.problem.remedy)
    except Exception as error:
        return Check(
            name,
            False,
            f"{type(error).__name__}: {error}",
            "Pasang ulang dengan 'make demo' di folder proyek.",
        )


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", sys.version_info >= (3, 11), found, "Pasang Python 3.11 atau lebih baru.")


def _packages() -> Check:
    versions = {name: importlib.metadata.version(name) for name in PACKAGES}
    wrong = [
        f"{name} harus di bawah {'.'.join(map(str, limit))}"
        for name, limit in TOO_NEW.items()
        if tuple(int(part) for part in versions[name].split(".")[:2]) >= limit
    ]
    detail = ", ".join(f"{name} {number}" for name, number in versions.items())
    return Check("Paket", not wrong, detail, f"{'; '.join(wrong)}: pasang ulang dari requirements/runtime.lock.")


def _language() -> Check:
    spacy = importlib.import_module("spacy")
    tokens = [token.text for token in spacy.blank("id")("Persentase penduduk miskin 9,31 persen")]
    return Check("Bahasa (spaCy)", "9,31" in tokens, f"{len(tokens)} kata terurai", "Pasang ulang spacy.")


def _flow() -> Check:
    nightly = importlib.import_module("flows.nightly").nightly
    # Prefect's server fails only when it is imported, not when Prefect is: the version trap of FastAPI.
    importlib.import_module("prefect.server.api.server")
    return Check("Alur (Prefect)", True, f"alur '{nightly.name}' dan server dapat dimuat")


def _ocr() -> Check:
    from extractors.readers.tesseract import state

    found = state()
    # Not a failure: Selaras runs without OCR, scans are then reported and left unread.
    detail = f"siap, Tesseract {found.version}" if found.version else f"tidak siap: {found.missing}; lihat README"
    return Check("OCR (pindaian)", True, detail)


def _office() -> Check:
    from extractors.readers.office import state

    program = state().program
    # Not a failure either: only old formats need it.
    detail = f"ada, {program}" if program else "tidak ada; DOC, XLS, ODT, ODS, dan RTF dilaporkan dan tidak dibaca"
    return Check("LibreOffice (DOC, XLS)", True, detail)


def _folder(output: Path) -> Check:
    existing = next(parent for parent in (output.resolve(), *output.resolve().parents) if parent.exists())
    with tempfile.NamedTemporaryFile(dir=existing):
        pass
    return Check("Folder hasil", True, str(output.resolve()))


def _space(output: Path) -> Check:
    existing = next(parent for parent in (output.resolve(), *output.resolve().parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    return Check("Ruang simpan", free >= FREE_BYTES, f"{free / 1e9:.1f} GB kosong", "Kosongkan setidaknya 2 GB.")


def _release(output: Path) -> Check:
    from warehouse.query import open_current

    if not (output / "current.txt").exists():
        return Check("Rilis berlaku", True, "belum ada; jalankan 'selaras run'")
    with contextlib.closing(open_current(output)) as con:
        row = con.execute("SELECT putaran_id, temuan FROM publik.putaran").fetchone()
    return Check("Rilis berlaku", row is not None, f"putaran {row[0]}, {row[1]} temuan" if row else "kosong")


def _telemetry() -> Check:
    off = os.environ.get("DO_NOT_TRACK") == "1"
    return Check("Telemetri", off, "mati" if off else "hidup", "Setel DO_NOT_TRACK=1.")
