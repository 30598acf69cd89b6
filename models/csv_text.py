"""CSV files as people save them from a spreadsheet: any usual separator, with or without a byte-order mark."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator


def decoded(data: bytes) -> str:
    """Text of a CSV file as spreadsheets save it: UTF-8 (with or without mark), UTF-16 with mark, or Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Row number and cells of every row that is not blank; the separator is the one that the head uses most."""
    text = text.replace("\0", "")
    lines = text.splitlines()
    offset = 0
    if lines and (named := re.fullmatch(r"sep=(.)", lines[0].strip(), re.IGNORECASE)):  # Excel's own first line
        separator, offset = named[1], 1
        text = "\n".join(lines[1:])
    else:
        head = next((line for line in lines if line.strip()), "")
        separator = max(",;\t", key=head.count)
    for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=separator), 1 + offset):
        if any(cell.strip() for cell in cells):
            yield number, cells


def plain(text: str) -> str:
    """A word as it is compared: letters and digits only, whatever their case."""
    return re.sub(r"[\W_]+", "", text).casefold()
