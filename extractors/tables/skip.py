"""Chains that nothing is taken from, and why."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.columns import RUNGS, Column, Role
from extractors.tables.stitch import Chain
from models.lexicon import entries


def skip_reason(chain: Chain) -> str | None:
    """Why nothing is taken from a chain (Indonesian), None when it is to be read."""
    if chain.columns is None:
        return "kepala tabel tidak dikenali"
    roles = {c.role for c in chain.columns}
    if Role.INDICATOR in roles:
        return None
    caption = " ".join(chain.caption).casefold()
    if any(phrase in caption for entry in entries("headers", "skip") for phrase in entry["caption"]):
        return "tabel tanpa indikator (anggaran, usulan, daftar)"
    if roles & {Role.NAME, Role.PROGRAM, Role.KEGIATAN, Role.SUBKEGIATAN} and roles & {Role.BUDGET, Role.FINAL_BUDGET}:
        names = sum(c.role in (Role.NAME, *RUNGS) for c in chain.columns)
        if Role.SPENDING in roles or _halves(chain.columns):
            return "tabel anggaran tanpa indikator"
        return None if names else "tabel tanpa kolom indikator"
    if len(roles & {Role.MISI, Role.TUJUAN, Role.SASARAN, Role.STRATEGI, Role.KEBIJAKAN}) >= 2:
        return None
    return "tabel tanpa kolom indikator"


def _halves(columns: Sequence[Column]) -> bool:
    """Two sides with the same columns (T-C.31): counting both would double the pagu."""
    names = [c.role for c in columns if c.role in (Role.NAME, *RUNGS)]
    return len(names) != len(set(names))
