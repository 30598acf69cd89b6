"""Codes as official lists print them: wider than what plans use (`models.codes`), and never repaired."""

from __future__ import annotations

import re

_SHAPE = re.compile(r"[0-9X](?:\.[0-9X]{2}(?:\.\d{2}(?:\.\d\.\d{2}(?:\.\d{2,4})?)?)?)?")
_LEVELS = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "subkegiatan"}


def listed_code(text: str) -> tuple[str, str] | None:
    """Code and level, None when the text is no code of a nomenclature list; sub kegiatan in four digits."""
    text = text.strip().upper()
    if not _SHAPE.fullmatch(text):
        return None
    groups = text.split(".")
    if len(groups) == 6:
        groups[5] = groups[5].zfill(4)
    return ".".join(groups), _LEVELS[len(groups)]


def split_cell(text: str) -> tuple[str, str] | None:
    """Code and name of a cell that holds both (`1.01.02 PROGRAM ...`), None when it begins with no code."""
    code, _, name = text.strip().partition(" ")
    return (code, name.strip()) if listed_code(code) and name.strip() else None
