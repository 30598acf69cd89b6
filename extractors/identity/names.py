"""Names in a text: of kinds of documents, and whether they mean the document at hand; their spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from models.document import Kind
from models.lexicon import entries


@cache
def _kind_names() -> tuple[tuple[Kind, str, re.Pattern[str]], ...]:
    return tuple(
        (Kind(entry["kind"]), entry.get("label", entry["kind"]), re.compile(entry["pattern"], re.I))
        for entry in entries("identify", "kind_name")
    )


@cache
def _any_kind() -> re.Pattern[str]:
    """One pattern for all names: most texts hold none, and are done after one search."""
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in entries("identify", "kind_name")), re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a kind as it stands in a text; `label` says which when the kind is LAINNYA."""

    kind: Kind
    label: str
    start: int
    end: int
    words: str


def named(text: str) -> list[Named]:
    """Names of kinds in reading order; at the same place the longer (or earlier listed) name wins."""
    if not _any_kind().search(text):
        return []
    found = [
        Named(kind, label, m.start(), m.end(), m.group())
        for kind, label, pattern in _kind_names()
        for m in pattern.finditer(text)
    ]
    found.sort(key=lambda n: (n.start, -(n.end - n.start)))
    kept: list[Named] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


@cache
def citing() -> re.Pattern[str]:
    """Words at whose end a name of another document begins ("berpedoman pada ...")."""
    return re.compile("|".join(entry["pattern"] for entry in entries("identify", "citing")), re.I)


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile("|".join(entry["pattern"] for entry in entries("identify", "of_others")), re.I)


def cited(text: str, name: Named) -> bool:
    """Whether a name is that of another document: one that is followed, or that of a ministry."""
    if _of_others().match(text, name.end):
        return True
    return citing().search(text[max(0, name.start - 70) : name.start]) is not None


JOINING = {"dan", "&", "serta"}
"""Words that join the parts of a name."""

_KEEP_UPPER = {"DPRD", "RSUD", "PP", "II", "III", "IV", "VI", "I", "V"}


def title_case(name: str, every: bool = False) -> str:
    """DINAS PERIKANAN DAN KELAUTAN -> Dinas Perikanan dan Kelautan; `every`: words in lower case, too."""
    out = []
    for word in name.split():
        if word.strip(",").upper() in _KEEP_UPPER:
            out.append(word.upper())
        elif word.casefold() in JOINING:
            out.append(word.casefold())
        else:
            out.append(word[:1].upper() + word[1:].lower() if word.isupper() or every else word)
    return " ".join(out)
