"""The field's knowledge as data: one TOML file per subject, every entry with the source that it rests on.

A file holds named groups, each an array of tables (`[[group]]`); each entry has a non-empty string `source`.
A file may carry `[meta]` with `source`, which then holds for entries that name none.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeAlias

Entry: TypeAlias = Mapping[str, Any]


class LexiconError(ValueError):
    """A lexicon file is missing, is not TOML, or has an entry without a source."""


@cache
def load(name: str) -> Mapping[str, tuple[Entry, ...]]:
    """All groups of one lexicon file, e.g. `load("units")["unit"]`.

    Args:
        name: file name in this folder without `.toml`.

    Returns:
        Group name -> entries, in the order of the file. Read-only and cached.

    Raises:
        LexiconError: when the file cannot be used as it stands.
    """
    try:
        text = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
        return _validated(name, tomllib.loads(text))
    except FileNotFoundError:
        raise LexiconError(f"Leksikon '{name}' tidak ada.") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"Leksikon '{name}' bukan TOML yang sah: {error}.") from error


def entries(name: str, group: str) -> tuple[Entry, ...]:
    """The entries of one group; raises `LexiconError` when there is no such file or group."""
    groups = load(name)
    if group not in groups:
        raise LexiconError(f"Leksikon '{name}' tidak mempunyai kelompok '{group}'.")
    return groups[group]


def _validated(name: str, data: dict[str, Any]) -> Mapping[str, tuple[Entry, ...]]:
    default = data.pop("meta", {}).get("source")
    groups: dict[str, tuple[Entry, ...]] = {}
    for group, rows in data.items():
        if not isinstance(rows, list):
            raise LexiconError(f"Leksikon '{name}': '{group}' harus berupa [[{group}]].")
        checked: list[Entry] = []
        for number, row in enumerate(rows, 1):
            source = row.get("source", default) if isinstance(row, dict) else None
            if not isinstance(source, str) or not source.strip():
                raise LexiconError(f"Leksikon '{name}': entri ke-{number} dari '{group}' tanpa sumber (source).")
            checked.append(MappingProxyType({**row, "source": source}))
        groups[group] = tuple(checked)
    return MappingProxyType(groups)
