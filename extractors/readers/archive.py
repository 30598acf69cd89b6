"""ZIP archives of documents: what is in them, and unpacking that can neither fill the disk nor leave its folder.

A member's own path is never used on the disk. Sizes are looked at before anything is unpacked, and kept to after that.
"""

from __future__ import annotations

import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.readers import detect, problems
from models.document import Format
from models.errors import Problem, SelarasError

MAX_MEMBERS = 1000
MAX_UNPACKED = 2 << 30
"""Bytes that one archive may hold, those inside it included; a whole region's documents of one year stay below."""
_COPIED = 1 << 20
_BAD = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError)
"""What damaged, foreign or locked members make `zipfile` raise."""
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]')
_LONGEST = 150
"""Characters of a file name."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """One file of an archive: its path inside, cleaned, and where it lies now."""

    inside: str
    path: Path


def is_archive(path: Path) -> bool:
    """Whether it is a ZIP file and not one of the document formats that are packed the same way."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            return False
    return detect.format_of(path) is Format.ZIP


def guard(path: Path, limit: int = MAX_UNPACKED) -> list[tuple[str, zipfile.ZipInfo]]:
    """Files of an archive by their cleaned path, in the archive's order.

    Raises:
        SelarasError: TRUNCATED without a directory, ARCHIVE_BOMB when it would unpack to more than `limit` bytes or
            to too many files, ENCRYPTED when all need a password, NO_DOCUMENTS without any file.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except _BAD as error:
        raise SelarasError(problems.truncated(path.name)) from error
    found = {_cleaned(info.filename): info for info in infos if not info.is_dir() and not _is_link(info)}
    found.pop("", None)
    if not found:
        raise SelarasError(problems.archive_empty(path.name))
    if len(found) > MAX_MEMBERS or sum(i.file_size for i in found.values()) > limit or any(map(_dense, infos)):
        raise SelarasError(problems.archive_too_large(path.name, len(found), sum(i.file_size for i in infos) >> 20))
    if all(info.flag_bits & 1 for info in found.values()):
        raise SelarasError(problems.encrypted(path.name))
    return list(found.items())


def unpack(path: Path, folder: Path, limit: int = MAX_UNPACKED) -> tuple[list[Unpacked], list[Problem]]:
    """Unpack an archive into `folder`, which is written once: the next call finds the files there.

    Returns:
        Its files, and what is wrong with those that could not be unpacked.

    Raises:
        SelarasError: as `guard` does.
    """
    members = guard(path, limit)
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        working = Path(tempfile.mkdtemp(prefix=".buka-", dir=folder.parent))
        try:
            with zipfile.ZipFile(path) as archive:
                for place, (_, info) in _places(working, members):
                    _write(archive, info, place)
            working.rename(folder)
        finally:
            shutil.rmtree(working, ignore_errors=True)
    made, failed = [], []
    for place, (inside, info) in _places(folder, members):
        if place.is_file():
            made.append(Unpacked(inside, place))
        else:
            name = f"{path.name}/{inside}"
            failed.append(problems.encrypted(name) if info.flag_bits & 1 else problems.damaged(name))
    return made, failed


def _places(
    folder: Path, members: list[tuple[str, zipfile.ZipInfo]]
) -> Iterator[tuple[Path, tuple[str, zipfile.ZipInfo]]]:
    """Where each member lies: under its own name, in a numbered folder."""
    for number, member in enumerate(members):
        name = _NOT_IN_NAMES.sub("_", member[0].rsplit("/", 1)[-1]).rstrip(" .") or "berkas"
        stem, dot, suffix = name.rpartition(".")
        short = name if len(name) <= _LONGEST else f"{stem[: _LONGEST - len(suffix) - 1]}{dot}{suffix}"[-_LONGEST:]
        yield folder / f"{number:04}" / short, member


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Path) -> None:
    """One file; nothing is left of one that is damaged or locked."""
    place.parent.mkdir()
    try:
        with archive.open(info) as packed, place.open("wb") as file:
            shutil.copyfileobj(packed, file, _COPIED)
    except _BAD:
        place.unlink(missing_ok=True)


def _cleaned(name: str) -> str:
    """The path inside an archive without what leads out of it: roots, drives, `..`."""
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part.strip(" .") and not part.endswith(":"))


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _dense(info: zipfile.ZipInfo) -> bool:
    return info.file_size > detect.LARGE and info.file_size > detect.MAX_RATIO * info.compress_size
