"""Printed words that say what a text is: totals, results, goals and offices in rows of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from models.lexicon import entries

TOTAL = re.compile(
    r"^(?:jumlah|total|jumlah\s+total|grand\s+total|rata-rata|jumlah\s+seluruh\w*|sub\s*total)\s*[:.]?\s*[\d.,%]*$",
    re.IGNORECASE,
)
BUDGET_ROW = re.compile(
    r"^(?:(?:jumlah|total|sub\s*total)\s+(?:belan[a-z]+|pagu|anggaran|apb[dn]|biaya|dana|rata-rata)\b.*"
    r"|rata-rata\s+(?:capaian|tingkat|realisasi)\b.*|predikat\s+(?:kinerja|capaian)\b.*"
    r"|belanja\s+(?:daerah|operasi|modal|pegawai|transfer|tidak\s+terduga|(?:tidak\s+)?langsung)\s*[:.]?)$",
    re.IGNORECASE,
)
"""In a column of programs: a sum, a mean, or a kind of spending over them; no program."""
INPUT_OUTPUT = re.compile(
    r"^\s*(input|masukan|output|keluaran|outcome|hasil|benefit|manfaat|impact|dampak)\s*:?\s*$", re.IGNORECASE
)
"""Alone in the first line of an indicator: what kind of performance it measures."""
OUTCOME = re.compile(r"^\s*(?:outcome|output|hasil|keluaran)\s*:\s*\S", re.IGNORECASE)
"""The result of the item above, printed in the name column (Inmendagri 2/2025): its indicators are that item's."""
OFFICE = re.compile(r"^\s*(?:sub\s+)?unit\s+organisasi\s*:?\s*(?:[\d.]+\s*)?(.*)$", re.IGNORECASE)
OFFICE_LABEL = re.compile(r"^\s*(?:sub\s+)?unit\s+organisasi\s*:\s*(?=\S)", re.IGNORECASE)
"""Before the office's code and name in a row over the whole table (SIPD print of an RKPD)."""
_ORDINAL = r"(?:ke\s*[-–]?\s*)?(?:\d[\d.]*|[ivx]+|satu|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh)"
MISI_ABOVE = re.compile(
    rf"^\s*misi\s*(?:{_ORDINAL}?\s*[:.\-–]\s*(?P<after>.{{8,}})|{_ORDINAL}\s+(?P<beside>(?-i:[A-Z]).{{8,}}))$",
    re.IGNORECASE,
)
GOAL_ABOVE = re.compile(
    rf"^\s*(?:\d{{1,2}}[.)]\s*)?(tujuan|sasaran)(?:\s+strategis)?\s*{_ORDINAL}?\s*:\s*(.{{8,}})$", re.IGNORECASE
)
GOAL_ROW = re.compile(
    rf"""^\s*(?:
        (?P<kind>misi|tujuan|sasaran)(?:\s+strategis)?\s*(?:
            (?P<number>{_ORDINAL})?\s*(?:[:\-–]|\.(?!\d))\s*(?P<said>.{{8,}})
          | (?P<order>{_ORDINAL})\s*(?:,\s*|\s)(?P<beside>(?-i:[A-Z]).{{8,}})
        )
      | (?P<visi>visi)\s*[:“”"]\s*(?P<vision>.{{8,}})
    )$""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""A goal with its label in a cell: `Misi 2: ...`, `Visi "..."`."""
_VISI_LINE = re.compile(r"\s*visi\s*:\s*", re.IGNORECASE)
_MISI_LINE = re.compile(r"\s*misi\s*:\s*", re.IGNORECASE)
_QUOTES = " “”\"'"
BARE_NUMBER = re.compile(r"^\s*(\d{1,2})\s+(?=[A-Z])")
"""A list number without its point: `7 Meningkatnya ...`."""
FIRST_WORDS = re.compile(
    r"^(?:jumlah|persentase|prosentase|presentase|persen|tingkat|rasio|indeks|nilai|cakupan|angka|rata|luas|panjang|skor|"
    r"predikat|opini|proporsi|laju|kontribusi|ter[a-z]+nya|me[a-z]+nya|ber[a-z]+nya|dokumen|laporan|banyaknya|volume|%)",
    re.IGNORECASE,
)
"""How names of indicators begin."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal that a cell labels: `Misi Kedua: Menata kota` is ("misi", "2", "Menata kota")."""

    kind: str
    number: str | None
    text: str


def labelled_goal(text: str) -> Goal | None:
    """The goal that a cell's text labels, None when it labels none."""
    found = GOAL_ROW.match(text)
    if found is None:
        return None
    kind = found["visi"] or found["kind"]
    said = found["vision"] or found["said"] or found["beside"]
    return Goal(kind.casefold(), _ordinal(found["number"] or found["order"]), said.strip(" “”\"'"))


def visi_and_misi(lines: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """The lines of the visi and of the misi in a cell that labels both (`Visi: ... Misi: 1. ...`), else None."""
    start = _VISI_LINE.match(lines[0]) if lines else None
    cut = next((i for i, line in enumerate(lines) if i and _MISI_LINE.match(line)), None)
    if start is None or cut is None:
        return None
    visi = [line for line in (lines[0][start.end() :].strip(), *lines[1:cut]) if line]
    misi = [line for line in (_MISI_LINE.sub("", lines[cut]).strip(), *lines[cut + 1 :]) if line]
    if not visi or not misi:
        return None
    visi[0], visi[-1] = visi[0].lstrip(_QUOTES), visi[-1].rstrip(_QUOTES)
    return visi, misi


def _ordinal(printed: str | None) -> str | None:
    """The number of a label in digits where words or roman digits say it."""
    bare = (printed or "").strip(" .").casefold()
    return _ordinals().get(bare, bare) or None


def heads_priorities(heading: str) -> bool:
    """Whether a column's heading calls its programs those of the head of region (`Program Prioritas`)."""
    words = " ".join(heading.casefold().split())
    return any(phrase in words for phrase in _priorities())


@cache
def _priorities() -> tuple[str, ...]:
    return tuple(
        phrase
        for entry in entries("statements", "cue")
        if entry["cue"] == "KIND" and entry["id"] == "program prioritas"
        for phrase in entry["phrases"]
    )


@cache
def _ordinals() -> dict[str, str]:
    return {
        phrase: entry["id"]
        for entry in entries("statements", "cue")
        if entry["cue"] == "ORDINAL"
        for phrase in entry["phrases"]
    }


ITEM_WORD = re.compile(r"(?:program|kegiatan|sub kegiatan|urusan|bidang)\b", re.IGNORECASE)
"""A name of an item that says its rung begins so."""
OWN_WORD = re.compile(r"(?:program|kegiatan|sub kegiatan)\b|(?:me|ter|ber)[a-z]+nya\b", re.IGNORECASE)
"""A name or a goal that begins so (`Terpenuhinya ...`) goes on with none before it.

`Bidang ...` may (`Urusan Pemerintahan` / `Bidang Kesehatan`).
"""
