"""Printed words that say what a text is: totals, results, goals and offices in rows of their own."""

from __future__ import annotations

import re

TOTAL = re.compile(
    r"^(?:jumlah|total|jumlah\s+total|grand\s+total|rata-rata|jumlah\s+seluruh\w*|sub\s*total)\s*[:.]?\s*[\d.,%]*$",
    re.IGNORECASE,
)
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
    rf"^\s*(misi|tujuan|sasaran)(?:\s+strategis)?\s*{_ORDINAL}?\s*[:.\-–]\s*(.{{8,}})$",
    re.IGNORECASE | re.DOTALL,
)
BARE_NUMBER = re.compile(r"^\s*(\d{1,2})\s+(?=[A-Z])")
"""A list number without its point: `7 Meningkatnya ...`."""
