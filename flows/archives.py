"""ZIP archives among the files of a run: their documents take their place, named after the archive."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from extractors.readers.archive import MAX_UNPACKED, is_archive, unpack
from models.errors import Problem, SelarasError

_DEEPEST = 2
"""Archives in each other that are opened: a ZIP, and one inside it."""
FOLDER = "arsip"
"""Where they are unpacked, in the folder of downloads."""


def members(path: Path, cache: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """The files of an archive by their path inside, and where they lie now.

    An archive that cannot be opened, or lies too deep in others, is yielded itself (inside "" for the outermost): who
    reads it is told why. What is wrong with single members goes into `problems`.
    """
    room = MAX_UNPACKED

    def walk(archive: Path, inside: str, depth: int) -> Iterator[tuple[str, Path]]:
        nonlocal room
        if depth > _DEEPEST:
            yield inside, archive
            return
        try:
            found, failed = unpack(archive, cache / FOLDER / _key(archive), room)
        except SelarasError:
            yield inside, archive
            return
        problems.extend(failed)
        room -= sum(member.path.stat().st_size for member in found)
        for member in found:
            name = f"{inside}/{member.inside}".lstrip("/")
            if is_archive(member.path):
                yield from walk(member.path, name, depth + 1)
            else:
                yield name, member.path

    return walk(path, "", 1)


def _key(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
