"""Printed text of cells: line breaks undone, words that narrow columns broke made whole, list numbers set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extractors.layout import Layout, Line, Table

_TOKEN = re.compile(r"[^\W\d_]+", re.UNICODE)
_ACRONYM_END, _ACRONYM_REST = re.compile(r"[A-Z]{2}$"), re.compile(r"[A-Z]{1,3}(?![a-z])")
_NO_TAIL = frozenset({"di", "ke", "dan", "per", "dari", "yang", "oleh", "pada", "untuk", "bagi"})
"""Short words that stand alone, never the end of a broken word."""
_CUT_SUFFIXES = (("a", "n"), ("ny", "a"), ("n", "ya"))
_DASHES = "-–—"
_BLANK = re.compile(r"[\s\-–—_.…]*")
_LIST_NUMBER = re.compile(
    r"""^\s*(?:
        \(?\d{1,3}\s*[.)](?!\d)          # 1.  2)  (3)
      | \d{1,2}(?:\.\d{1,2}){1,4}\.?\s+  # 1.1.2
      | \d{1,2}(?:[.,]\d{1,2}){2,4}\.?\s+ # 1,1.2
      | [a-zA-Z]\s*[.)](?=\s|[A-Z])      # a.  b)
      | [ivxIVX]{1,5}\s*[.)](?=\s|[A-Z]) # iv.
      | [-–—•▪●◦\u2022\uf0b7\uf0a7\u00a7*»►✓]\s* # bullets
    )\s*""",
    re.VERBOSE,
)
_ITEM_START = re.compile(
    r"^\s*(?:\(?(?P<digit>\d{1,2})\s*[.)](?!\d)|(?P<letter>[a-z])\s*[.)](?=\s|[A-Z])|(?P<bullet>[-–•▪●◦\uf0b7\uf0a7]\s*)(?=\D))"
)


@lru_cache(maxsize=1 << 12)
def squeeze(text: str) -> str:
    """Letters and digits only, in lower case: what stays the same however a cell is broken."""
    return re.sub(r"[^0-9a-z]+", "", text.casefold())


def is_blank(text: str) -> bool:
    """True for nothing, dashes, dots: a cell that says no value."""
    return _BLANK.fullmatch(text) is not None


_NAME_LABEL = re.compile(
    r"""^\s*indikator(?:\s+kinerja)?
        (?:\s+(?:tujuan|sasaran|program|kegiatan|sub\s*kegiatan|keluaran|hasil|outcome|output|outcomes|outputs))*
        (?:\s*\((?:outcome|output|keluaran|hasil|impact|dampak)s?\))?
        \s*:\s*(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)


def strip_name_label(text: str) -> str:
    """The text without a label of its kind: `Indikator Keluaran Kegiatan : Jumlah aplikasi` -> `Jumlah aplikasi`."""
    return _NAME_LABEL.sub("", text, count=1)


def strip_list_number(text: str) -> str:
    """The text without a leading list number or bullet: `1) Luas lahan` -> `Luas lahan`."""
    cut = _LIST_NUMBER.sub("", text, count=1)
    return cut.strip() if cut.strip() else text.strip()


def list_number(text: str) -> str | None:
    """The leading list number or letter as printed without its point, None when there is none."""
    found = _LIST_NUMBER.match(text)
    if not found:
        return None
    number = found.group().strip().strip("().").strip()
    return number if number and number[0].isalnum() else None


def item_start(text: str) -> tuple[str, int] | None:
    """The list mark a line starts with: its kind and its place in the order (`b.` is ("letter", 2))."""
    found = _ITEM_START.match(text)
    if not found:
        return None
    if found["digit"]:
        return "digit", int(found["digit"])
    if found["letter"]:
        return "letter", ord(found["letter"]) - 96
    return "bullet", 0


def list_items(lines: Sequence[str]) -> list[list[str]]:
    """The lines of each item of a list (`1. ... 2. ...`, bullets); all lines as one item when they are no list.

    A list may begin with any number: what stands before it is on the page before.
    """
    starts = [item_start(line) for line in lines]
    if not starts or (first := starts[0]) is None:
        return [list(lines)]
    items: list[list[str]] = []
    for start, line in zip(starts, lines, strict=True):
        if start is not None and start[0] == first[0] and start[1] == first[1] + len(items) * (first[1] > 0):
            items.append([line])
        else:
            items[-1].append(line)
    return items


class Words:
    """The words of one document, learnt where nothing is broken, to undo breaks inside words.

    A word counts where it stands inside of a line (neither first nor last), which a break cannot have cut.
    """

    def __init__(self, lines: Iterable[str] = ()):
        self._inner: Counter[str] = Counter()
        self._joined: dict[tuple[str, ...], str] = {}
        for line in lines:
            tokens = _TOKEN.findall(line.casefold())
            self._inner.update(tokens[1:-1])
            if len(tokens) > 3:
                self._inner.update(tokens[:1])

    @classmethod
    def of(cls, layout: Layout) -> Words:
        """Learn from all text of a document."""
        return cls(_all_lines(layout))

    def known(self, word: str) -> int:
        """How often the word was seen whole."""
        return self._inner[word.casefold()]

    def glue(self, left: str, right: str) -> str:
        """What stands between two neighbouring lines: "" inside a broken word, else one space."""
        if not left or not right:
            return ""
        if left.endswith(("/", "(")) or (right.startswith((")", ",", ";", ".", "/")) and not right.startswith("...")):
            return ""
        if left[-1] in _DASHES:
            return "" if right[0].isalpha() and len(left) > 1 and left[-2].isalpha() else " "
        head, tail = _last_word(left), _first_word(right)
        if tail in _NO_TAIL:
            return " "
        if head and tail and left[-1].isalpha() and right[0].isalpha() and right[0].islower():
            if _is_cut_suffix(head, tail):
                return ""
            whole = self.known(head + tail)
            if whole and (not self.known(head) or not self.known(tail)) and len(tail) <= 12:
                return ""
            if not whole and len(tail) <= 2 and not self.known(tail) and not self.known(head):
                return ""
        if _ACRONYM_END.search(left) and _ACRONYM_REST.match(right) and self.known(head + tail):
            return ""
        return " "

    def join(self, lines: Sequence[str]) -> str:
        """The lines as one text."""
        key = tuple(lines)
        if key not in self._joined:
            self._joined[key] = self._join(key)
        return self._joined[key]

    def _join(self, lines: Sequence[str]) -> str:
        text = ""
        for line in lines:
            part = re.sub(r"\s+", " ", line).strip()
            if not part:
                continue
            if text and self._hyphenated(text, part):
                text = text[:-1] + part
            else:
                text = text + self.glue(text, part) + part if text else part
        return self.mend(text)

    def _hyphenated(self, left: str, right: str) -> bool:
        """Was a hyphen set only to part a word at the line's end (`pro-` + `gram`), not to join two?"""
        if not re.search(r"[a-z]-$", left) or not right[0].islower():
            return False
        head, tail = _last_word(left[:-1]), _first_word(right)
        if self.known(head + tail):
            return True
        if len(tail) > 3 and tail[:4] in head:
            return False  # reduplication keeps its hyphen: `perundang-undangan`, `rata-rata`
        return not (self.known(head) and self.known(tail))

    def mend(self, text: str) -> str:
        """Rejoin pieces inside one line: `perencanaa n` -> `perencanaan` when the document has the whole word."""
        parts = text.split(" ")
        if len(parts) < 2:
            return text
        out = [parts[0]]
        for part in parts[1:]:
            head, tail = _last_word(out[-1]), _first_word(part)
            if (
                head
                and tail
                and len(tail) <= 3
                and out[-1][-1:].isalpha()
                and part[:1].islower()
                and tail not in _NO_TAIL
                and (
                    _is_cut_suffix(head, tail)
                    or (not self.known(tail) and self.known(head + tail) and not self.known(head))
                )
            ):
                out[-1] += part
            else:
                out.append(part)
        return " ".join(out)


def _is_cut_suffix(head: str, tail: str) -> bool:
    """Is a piece the end of a suffix (`-an`, `-nya`)? No Indonesian word is `n`, none ends in `ny`."""
    return len(head) > 4 and any(tail == rest and head.endswith(begun) for begun, rest in _CUT_SUFFIXES)


def _last_word(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found.group().casefold() if found else ""


def _first_word(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found.group().casefold() if found else ""


def _all_lines(layout: Layout) -> Iterable[str]:
    for page in layout.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                for cell in block.cells:
                    yield from (line.text for line in cell.lines)
            else:
                yield block.text


def line_texts(lines: Sequence[Line]) -> list[str]:
    """The lines' texts, empty ones left out."""
    return [line.text for line in lines if line.text.strip()]
