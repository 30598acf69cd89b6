"""From staging database to release: checked, written aside, then shown to analysts by moving one pointer.

A release is never changed once it is there, so nobody who reads it can block the next run or be blocked by it. Until
the pointer moves, everything lies in a folder of its own; a failure leaves the release before as it was.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import duckdb

from models.errors import ErrorCode, ExitCode, Problem, SelarasError
from warehouse.checks import broken_promises
from warehouse.diff import changes, findings_of
from warehouse.history import record
from warehouse.query import open_release
from warehouse.releases import POINTER, RELEASES, SYMLINK, current_release, release_path, releases, run_of
from warehouse.store import STORAGE_VERSION, append_rows, migrate, quoted
from warehouse.views import install_views, public_views

KEEP = 14
"""Releases that are kept: two weeks of nights."""

_NOT_COPIED = {"versi_skema", "meta", "kamus", "perubahan"}  # a release makes these itself


def publish(con: duckdb.DuckDBPyConnection, folder: Path, run_id: str, keep: int = KEEP) -> Path:
    """Write a release and make it current.

    Args:
        con: the staging connection, with the facts, findings and row of `data.putaran` of this run.
        folder: where releases and the pointer lie (`warehouse.releases`).
        run_id: names the release; sorts by time.
        keep: how many releases are kept, this one counted.

    Returns:
        The release file.

    Raises:
        SelarasError: PUBLISH_FAILED when a check fails or the release cannot be written; what was published before
            stays.
    """
    target = release_path(folder, run_id)
    if target.exists():
        raise _failed(f"Rilis {target.name} sudah ada; rilis tidak pernah ditimpa.", "Ulangi dengan putaran baru.")
    if broken := broken_promises(con, run_id):
        raise _failed(
            f"Pemeriksaan sebelum terbit gagal: {'; '.join(broken)}.",
            "Rilis lama tetap berlaku. Laporkan pesan ini kepada pengembang.",
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{run_id}-", dir=target.parent))
    try:
        database = aside / target.name
        _build(con, database, folder, run_id)
        parquet = aside / "parquet"
        hashes = _export(database, parquet)
        _seal(database, hashes)
        hashes[f"../{target.name}"] = _sha256(database)  # as `sha256sum -c` finds it
        (aside / "SHA256SUMS").write_text(
            "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items())), encoding="utf-8"
        )
        record(database, folder, run_id)
        _show(aside, target, run_id)
    except (OSError, duckdb.Error) as error:
        raise _failed(
            f"Rilis {target.name} tidak dapat ditulis: {error}.",
            "Rilis lama tetap berlaku. Periksa ruang simpan dan izin tulis folder hasil, lalu ulangi.",
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    _point(folder, target)
    _forget(folder, keep)
    return target


def _failed(message: str, remedy: str) -> SelarasError:
    return SelarasError(Problem(ErrorCode.PUBLISH_FAILED, message, remedy), ExitCode.WAREHOUSE)


def _build(con: duckdb.DuckDBPyConnection, database: Path, folder: Path, run_id: str) -> None:
    """Copy the facts into a new database with the public views, and what only a release knows."""
    with _writable(database) as release:
        migrate(release)
        install_views(release)
    con.execute(f"ATTACH {quoted(str(database))} AS rilis")
    try:
        for table in _tables(con):
            con.execute(f"INSERT INTO rilis.data.{table} SELECT * FROM data.{table}")
            counts = con.execute(
                f"SELECT (SELECT count(*) FROM rilis.data.{table}), (SELECT count(*) FROM data.{table})"
            ).fetchall()[0]
            if counts[0] != counts[1]:
                raise duckdb.Error(f"data.{table}: {counts[0]} dari {counts[1]} baris tersalin")
    finally:
        con.execute("DETACH rilis")
    with _writable(database) as release:
        _carry_over(release, folder)
        (migrations,) = release.execute(
            "SELECT string_agg(migrasi, ' ' ORDER BY migrasi) FROM data.versi_skema"
        ).fetchall()
        append_rows(
            release,
            "data.meta",
            [
                ("putaran_id", run_id),
                ("versi_selaras", version("selaras")),
                ("versi_duckdb", duckdb.__version__),
                ("versi_penyimpanan", STORAGE_VERSION),
                ("skema", migrations[0]),
            ],
        )


def _tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    found = con.execute(
        "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'data' AND database_name = current_database() "
        "ORDER BY table_name"
    ).fetchall()
    return [name for (name,) in found if name not in _NOT_COPIED]


@contextlib.contextmanager
def _writable(database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    con = duckdb.connect(
        str(database),
        config={
            "storage_compatibility_version": STORAGE_VERSION,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    try:
        yield con
        con.execute("CHECKPOINT")
    finally:
        con.close()


def _carry_over(release: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Take the history of runs from the release before, and say what changed in the findings since."""
    before = current_release(folder)
    if before is None:
        return
    try:
        with contextlib.closing(open_release(before)) as old:
            runs = old.execute("SELECT * FROM publik.putaran ORDER BY mulai").fetchall()
            names = [column[0] for column in old.description or ()]
            old_findings = findings_of(old)
    except (SelarasError, duckdb.Error):
        return  # damaged or of another age: the new release then begins the history anew
    known = {name for name, *_ in release.execute("DESCRIBE data.putaran").fetchall()}
    append_rows(
        release,
        "data.putaran",
        ({name: value for name, value in zip(names, run, strict=True) if name in known} for run in runs),
    )
    append_rows(
        release,
        "data.perubahan",
        (
            (c.id, c.change, c.rule, c.severity, c.verdict, c.opd, c.description, run_of(before))
            for c in changes(old_findings, findings_of(release))
        ),
    )


def _export(database: Path, parquet: Path) -> dict[str, str]:
    """One Parquet file per public view; returns {path within the run's folder: sha256}."""
    parquet.mkdir()
    hashes = {}
    with contextlib.closing(duckdb.connect(str(database), read_only=True)) as con:
        for view in public_views():
            file = parquet / f"{view}.parquet"
            con.execute(f"COPY (SELECT * FROM publik.{view} ORDER BY ALL) TO {quoted(str(file))} (FORMAT parquet)")
            hashes[f"parquet/{view}.parquet"] = _sha256(file)
    return hashes


def _seal(database: Path, hashes: dict[str, str]) -> None:
    with _writable(database) as con:
        append_rows(con, "data.meta", ((f"sha256 {name}", digest) for name, digest in sorted(hashes.items())))
    database.chmod(0o444)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _show(aside: Path, target: Path, run_id: str) -> None:
    """Move the finished parts to their names; the database last, as its presence makes the release complete."""
    beside = target.parent / run_id
    shutil.rmtree(beside, ignore_errors=True)  # of a run that stopped between the two moves
    beside.mkdir()
    for name in ("parquet", "SHA256SUMS"):
        (aside / name).replace(beside / name)
    (aside / target.name).replace(target)


def _point(folder: Path, target: Path) -> None:
    """Make a release current: each pointer is replaced in one step, the text file (which we read) last."""
    relative = target.relative_to(folder)
    link = folder / f".{SYMLINK}.baru"
    with contextlib.suppress(OSError, NotImplementedError):  # Windows without the right to make links
        link.unlink(missing_ok=True)
        link.symlink_to(relative)
        link.replace(folder / SYMLINK)
    line = folder / f".{POINTER}.baru"
    line.write_text(relative.as_posix() + "\n", encoding="utf-8")
    line.replace(folder / POINTER)


def _forget(folder: Path, keep: int) -> None:
    """Remove the oldest releases; one that is still open (Windows) or current stays until another night."""
    current = current_release(folder)
    for old in releases(folder)[: -max(keep, 1)]:
        if old == current:
            continue
        with contextlib.suppress(OSError):
            old.chmod(0o644)  # Windows keeps read-only files
            old.unlink()
            shutil.rmtree(folder / RELEASES / run_of(old), ignore_errors=True)
    yesterday = time.time() - 86_400
    for aside in (folder / RELEASES).glob(".*-*"):  # of runs that were killed
        if aside.stat().st_mtime < yesterday:
            shutil.rmtree(aside, ignore_errors=True)
