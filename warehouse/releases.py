"""Where releases lie: immutable files under `rilis/`, and the pointer that says which one is current.

folder/current.duckdb           symlink (where the system has them)
folder/current.txt              one line, the path of the current release relative to `folder`
folder/rilis/konsistensi-<run_id>.duckdb
folder/rilis/<run_id>/parquet/<view>.parquet
folder/rilis/<run_id>/SHA256SUMS
"""

from __future__ import annotations

import re
from pathlib import Path

from models.errors import ErrorCode, ExitCode, Problem, SelarasError

RELEASES = "rilis"
POINTER = "current.txt"
SYMLINK = "current.duckdb"

_NAME = re.compile(r"konsistensi-([0-9A-Za-z][0-9A-Za-z_-]*)\.duckdb")


def release_path(folder: Path, run_id: str) -> Path:
    """The release file of a run.

    Raises:
        ValueError: the run id has other characters than letters, digits, `-` and `_`.
    """
    name = f"konsistensi-{run_id}.duckdb"
    if not _NAME.fullmatch(name):
        raise ValueError(f"run id {run_id!r} cannot be a file name")
    return folder / RELEASES / name


def run_of(release: Path) -> str:
    """The run id in a release's file name."""
    match = _NAME.fullmatch(release.name)
    if not match:
        raise ValueError(f"{release.name} is no release")
    return match[1]


def releases(folder: Path) -> list[Path]:
    """All complete releases, oldest first (run ids sort by time)."""
    found = (folder / RELEASES).glob("konsistensi-*.duckdb")
    return sorted((path for path in found if _NAME.fullmatch(path.name)), key=run_of)


def current_release(folder: Path) -> Path | None:
    """The release that the pointer names, None when there is none yet."""
    try:
        named = (folder / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    path = folder / named
    return path if path.is_file() else None


def require_current(folder: Path) -> Path:
    """`current_release`, or an error that tells how to make one.

    Raises:
        SelarasError: WAREHOUSE_MISSING.
    """
    path = current_release(folder)
    if path is None:
        raise SelarasError(
            Problem(
                ErrorCode.WAREHOUSE_MISSING,
                f"Belum ada rilis di folder {folder}.",
                "Jalankan dahulu: selaras run FOLDER",
            ),
            ExitCode.WAREHOUSE,
        )
    return path
