"""Which files a run reads: those of a folder, or those that a manifest names by path or web address."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.grouping import Override
from extractors.readers.archive import is_archive
from flows.archives import members
from flows.download import LIMIT_BYTES, Patience, fetch, new_client, public_address
from flows.manifest import NAME as MANIFEST_NAME
from flows.manifest import ManifestRow, read_manifest
from models.errors import ErrorCode, Problem
from warehouse.releases import POINTER, RELEASES

_DOWNLOADS_AT_ONCE = 4
_ADDRESS = re.compile(r"(?i)https?://")
_JUNK = re.compile(
    r"""(?ix)
    \. .*                               # hidden
    | ~\$ .* | .*~ | .*\.(tmp|bak)      # left by office programs
    | .*\.(crdownload|part|download)    # downloads that were not finished
    | thumbs\.db | desktop\.ini | __macosx
    """
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to read.

    Attributes:
        path: where its bytes are now.
        origin: what people call its place: path relative to the source folder, or the web address; the path inside
            a ZIP follows that of the ZIP.
        overrides: what the manifest says about it, None when it says nothing.
        inside: its ZIP and its path in there ("renstra.zip/BAB III.pdf"), None when it came alone.
    """

    path: Path
    origin: str
    overrides: Override | None = None
    inside: str | None = None

    @property
    def name(self) -> str:
        """What messages and findings call it."""
        return self.inside or self.path.name


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a run in a stable order, and what could not be had."""

    files: tuple[FoundFile, ...]
    problems: tuple[Problem, ...]


def discover(source: Path, cache: Path, limit_bytes: int = LIMIT_BYTES, patience: Patience | None = None) -> Sources:
    """List the files of a run.

    A folder is searched with all its folders, except hidden ones, leftovers of office programs and the results of
    earlier runs. A `dokumen.csv` in it says more about some of its files and may add others, also by address. Named
    alone, a manifest is the whole list. Every other file is listed, also of formats that cannot be read, so that
    nothing is left out in silence.

    Args:
        source: a folder, or a manifest (`.csv`).
        cache: folder of downloads.
        limit_bytes: largest download.
        patience: how long to try a server.
    """
    problems: list[Problem] = []
    if source.is_dir():
        found = {file.path.resolve(): file for file in _walk(source, cache, problems)}
        manifest = source / MANIFEST_NAME
        if manifest.is_file():
            listed = _listed(manifest, cache, limit_bytes, patience, problems)
            found.update({file.path.resolve(): file for file in listed})
            found = dict(sorted(found.items(), key=lambda item: item[1].origin))
        return Sources(_unpacked(found.values(), cache, problems), tuple(problems))
    if source.is_file():
        listed = _listed(source, cache, limit_bytes, patience, problems)
        return Sources(_unpacked(listed, cache, problems), tuple(problems))
    problem = Problem(ErrorCode.NOT_FOUND, f"{source} tidak ditemukan.", "Periksa ejaan nama folder atau dokumen.csv.")
    return Sources((), (problem,))


def _walk(folder: Path, cache: Path, problems: list[Problem]) -> Iterator[FoundFile]:
    def unreadable(error: OSError) -> None:
        problems.append(
            Problem(
                ErrorCode.NOT_FOUND,
                f"Folder {error.filename} tidak dapat dibuka ({error.strerror}).",
                "Periksa izin folder.",
            )
        )

    files: list[Path] = []
    leaves: list[Path] = []
    for name, folders, names in os.walk(folder, onerror=unreadable):
        here = Path(name)
        folders[:] = [sub for sub in folders if not sub.startswith(".") and not _is_ours(here / sub, cache)]
        files += [here / file for file in names if not _JUNK.fullmatch(file)]
        if not folders and here != folder and os.access(here, os.R_OK):
            leaves.append(here)
    full = {parent for file in files for parent in file.parents}
    for leaf in sorted(set(leaves) - full):
        problems.append(
            Problem(
                ErrorCode.NO_DOCUMENTS,
                f"Folder '{leaf.relative_to(folder).as_posix()}' tidak berisi dokumen.",
                "Taruh dokumennya di folder itu, atau hapus foldernya.",
            )
        )
    for file in sorted(files, key=lambda file: file.relative_to(folder).as_posix()):
        if file.is_file() and file != folder / MANIFEST_NAME:
            yield FoundFile(file, file.relative_to(folder).as_posix())


def _is_ours(folder: Path, cache: Path) -> bool:
    """Is it a folder that an earlier run wrote: its downloads, or its results (there is a release)?"""
    return folder.resolve() == cache.resolve() or ((folder / POINTER).is_file() and (folder / RELEASES).is_dir())


def _listed(
    manifest: Path, cache: Path, limit_bytes: int, patience: Patience | None, problems: list[Problem]
) -> list[FoundFile]:
    read = read_manifest(manifest)
    problems += read.problems
    files: dict[Path, FoundFile] = {}
    for found in _local(manifest, cache, [row for row in read.rows if not _ADDRESS.match(row.place)], problems):
        files.setdefault(found.path.resolve(), found)
    for found in _remote(
        manifest, cache, [row for row in read.rows if _ADDRESS.match(row.place)], limit_bytes, patience, problems
    ):
        files.setdefault(found.path.resolve(), found)
    return sorted(files.values(), key=lambda file: file.origin)


def _local(manifest: Path, cache: Path, rows: list[ManifestRow], problems: list[Problem]) -> Iterator[FoundFile]:
    """Files and folders named by path, relative to the manifest; a row about a folder holds for all its files."""
    base = manifest.parent
    for row in rows:
        path = base / row.place
        if not path.exists() and "\\" in row.place:
            path = base / row.place.replace("\\", "/")
        override = _or_none(row.override)
        if path.is_dir():
            inside = [FoundFile(file.path, _origin(file.path, base), override) for file in _walk(path, cache, problems)]
            yield from inside
            if not inside:
                problems.append(
                    _row_problem(manifest, row, f"folder {row.place} tidak berisi berkas", "Periksa nama folder.")
                )
        elif path.is_file():
            yield FoundFile(path, _origin(path, base), override)
        elif inside := list(_in_archive(path, base, cache, problems)):
            yield from (replace(file, overrides=override) for file in inside)
        else:
            problems.append(
                _row_problem(
                    manifest,
                    row,
                    f"{row.place} tidak ditemukan",
                    f"Tulis letak berkas dari folder {base.name or base}, atau alamat yang diawali http:// atau https://.",
                )
            )


def _in_archive(path: Path, base: Path, cache: Path, problems: list[Problem]) -> Iterator[FoundFile]:
    """Files that a row names inside a ZIP: one by its path there, or all of a folder."""
    for parent in path.parents:
        if _is_archive(parent):
            wanted = path.relative_to(parent.parent).as_posix()
            for file in _members(FoundFile(parent, _origin(parent, base)), cache, problems):
                if file.name == wanted or file.name.startswith(f"{wanted}/"):
                    yield file
            return


def _unpacked(files: Iterable[FoundFile], cache: Path, problems: list[Problem]) -> tuple[FoundFile, ...]:
    """The files, those of ZIP files in their place. What a manifest says of one member outranks the rest."""
    alone: list[FoundFile] = []
    archives: list[FoundFile] = []
    for file in files:
        (archives if _is_archive(file.path) else alone).append(file)
    made = {file.path.resolve(): file for file in alone}
    for archive in archives:
        for file in _members(archive, cache, problems):
            made.setdefault(file.path.resolve(), file)
    return tuple(sorted(made.values(), key=lambda file: file.origin))


def _members(archive: FoundFile, cache: Path, problems: list[Problem]) -> Iterator[FoundFile]:
    for inside, path in members(archive.path, cache, problems):
        if not inside:
            yield archive
        elif not any(_JUNK.fullmatch(part) for part in inside.split("/")):
            name, origin = (f"{outside}/{inside}" for outside in (archive.path.name, archive.origin))
            yield FoundFile(path, origin, archive.overrides, name)


def _is_archive(path: Path) -> bool:
    try:
        return path.is_file() and is_archive(path)
    except OSError:
        return False  # who reads it tells why it cannot be opened


def _origin(path: Path, base: Path) -> str:
    resolved, root = path.resolve(), base.resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else path.as_posix()


def _remote(
    manifest: Path,
    cache: Path,
    rows: list[ManifestRow],
    limit_bytes: int,
    patience: Patience | None,
    problems: list[Problem],
) -> Iterator[FoundFile]:
    if not rows:
        return
    with new_client(patience) as client, ThreadPoolExecutor(_DOWNLOADS_AT_ONCE) as threads:
        fetched = threads.map(lambda row: fetch(client, row.place, cache, limit_bytes, patience), rows)
        for row, result in zip(rows, fetched, strict=True):
            if result.problem:
                where = f"{manifest.name} baris {row.number}: {result.problem.message}"
                problems.append(Problem(result.problem.code, where, result.problem.remedy))
            if result.path:
                yield FoundFile(result.path, public_address(row.place), _or_none(row.override))


def _or_none(override: Override) -> Override | None:
    return None if override == Override() else override


def _row_problem(manifest: Path, row: ManifestRow, message: str, remedy: str) -> Problem:
    return Problem(ErrorCode.MANIFEST_INVALID, f"{manifest.name} baris {row.number}: {message}.", remedy)
