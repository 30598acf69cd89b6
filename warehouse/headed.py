"""SQL files that document themselves: comment lines `-- key: text` at the top, then one SELECT."""

from __future__ import annotations

import re

_STRINGS_AND_COMMENTS = re.compile(r"'[^']*'|--[^\n]*")


class HeaderError(ValueError):
    """A file does not keep to the form; the message (Indonesian) names the file and what is missing."""


def read_headed(file_name: str, text: str, keys: tuple[str, ...]) -> tuple[dict[str, str], str]:
    """Header and SQL of one file.

    Args:
        file_name: for messages.
        text: the file; a header's text goes on in lines `--   more text`.
        keys: keys of the header, all of them and in this order.

    Raises:
        HeaderError: a header line is missing, empty, doubled or out of order, or there is no single SELECT.
    """
    header, sql = _split(file_name, text)
    if tuple(header) != keys:
        raise HeaderError(f"{file_name}: kepala harus memuat, berurutan: {', '.join(keys)}.")
    if empty := [key for key, value in header.items() if not value]:
        raise HeaderError(f"{file_name}: isi kepala kosong: {', '.join(empty)}.")
    if not re.match(r"(?:WITH|SELECT)\b", sql) or ";" in _STRINGS_AND_COMMENTS.sub("", sql):
        raise HeaderError(f"{file_name}: setelah kepala harus ada tepat satu SELECT.")
    return header, sql


def _split(file_name: str, text: str) -> tuple[dict[str, str], str]:
    header: dict[str, str] = {}
    key = ""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("--"):
            return header, "\n".join(lines[number:]).strip() + "\n"
        if found := re.match(r"-- (\w+): *(.*)", line):
            key = found[1]
            if key in header:
                raise HeaderError(f"{file_name}: '{key}' ditulis dua kali.")
            header[key] = found[2].strip()
        elif key and line.startswith("--   "):
            header[key] = f"{header[key]} {line[5:].strip()}".strip()
        else:
            raise HeaderError(f"{file_name}: baris kepala tidak dikenal: {line}")
    return header, ""
