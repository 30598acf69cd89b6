"""Goal statements in running text: visi, misi, tujuan, sasaran, strategi, arah kebijakan.

A spaCy pipeline without a trained model (`spacy.blank("id")`) finds the cues of `models/lexicon/statements.toml` in
each unit of text that names a kind: a ruler labels the words, matchers find labels ("Misi Kedua :"), the kind that a
lead sentence announces ("... 4 (empat) misi sebagai berikut:") and quoted visions. A walk over the units then takes
what is announced: the rest of the label, the list, the quotation. Precision comes first: what the sentence says about
the plans of the nation or of twenty years is left out, what a document of one OPD says about the region's is given
little confidence, purposes of documents, programs and meetings are no statements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from extractors.layout import Layout
from extractors.prose import Form, Unit, units
from models.document import Identity, Kind, SourceFile
from models.evidence import Evidence
from models.indicator import Statement, StatementKind
from models.lexicon import entries

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Span

LABELLED = 0.9
LISTED = 0.85
HEADED = 0.75
QUOTED = 0.9
OF_REGION = 0.45
"""Share of confidence left for a statement that a document of one OPD cites from its region."""

_WORDS = (2, 70)
_GAP = 12
"""Units of explanation that may stand between two items of one list."""

_LADDER = tuple(StatementKind)
_MENTION = re.compile(r"\b(?:visi|misi|tujuan|sasaran|strategi|kebijakan)\b|\bindikator\b", re.I)


_ELSEWHERE = re.compile(
    r"\b(?:rtrw|rpjp[dn]?|rpjmn|nasional|kementeri\w+|kementri\w+|renstra k|tata ruang|lingkungan hidup strategis)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Section:
    """A section that is not the document's own word: "other" plans, or "none" at all; its number and heading."""

    owner: str
    number: str
    text: str


class Owner(StrEnum):
    """Whose statement a text is."""

    OWN = "sendiri"
    REGION = "daerah"
    OTHER = "lain"


def read_statements(layout: Layout, identity: Identity | None) -> tuple[Statement, ...]:
    """Find the goal statements that stand in running text.

    Args:
        layout: the file as read.
        identity: what the file is; a document of one OPD is told from one of its region. None when not known.

    Returns:
        Statements in reading order with number, parent and evidence, each once (the surest, else the first).
    """
    text = list(units(layout))
    if not any(unit.form is not Form.BREAK and _MENTION.search(unit.text) for unit in text):
        return ()
    reader = _Reader(layout.file, identity)
    crowded = _crowded_pages(text) | _turned_pages(layout)
    for unit in text:
        if unit.page not in crowded or unit.form is Form.HEADING:
            reader.read(unit)
    reader.close()
    return _once(reader.found)


_MANY_LABELS = re.compile(r"\b(?:visi|misi|tujuan|sasaran|strategi|outcome)\s+[\dIVX.]+\s*:", re.I)


def _crowded_pages(text: Sequence[Unit]) -> set[int]:
    """Pages with a figure whose boxes stand side by side, so that lines run across them."""
    pages = [unit.page for unit in text if unit.page is not None and len(_MANY_LABELS.findall(unit.text)) > 1]
    return {page for page in pages if pages.count(page) > 1}


def _turned_pages(layout: Layout) -> set[int]:
    """Landscape pages of a portrait document: they hold tables and figures, also where no table was seen."""
    turned = {page.number for page in layout.pages if page.number is not None and page.width > page.height}
    if len(turned) >= 0.5 * len(layout.pages):
        return set()
    spoken = {
        page.number
        for page in layout.pages
        if page.number in turned and _SPOKEN.search(" ".join(paragraph.text for paragraph in page.paragraphs))
    }
    return turned - spoken


_SPOKEN = re.compile(r"[a-z]{3}\. [A-Z]|\b(?:adalah|berikut|yaitu)\s*:")


# ---- the pipeline


@dataclass(frozen=True)
class _Tools:
    nlp: Language
    label: Matcher
    announced: Matcher
    quoted: Matcher


@cache
def _tools() -> _Tools:
    """The pipeline, built at first use: importing spaCy takes most of a second."""
    import spacy
    from spacy.matcher import Matcher
    from spacy.util import registry

    registry.tokenizers("selaras.Tokenizer.v1", func=_light_tokenizer)
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "selaras.Tokenizer.v1"}}})
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?"]})
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    patterns = [
        {"label": entry["cue"], "id": entry.get("id", ""), "pattern": phrase}
        for entry in entries("statements", "cue")
        for phrase in entry["phrases"]
    ]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    kind: dict[str, Any] = {"ENT_TYPE": "KIND"}
    number: dict[str, Any] = {"TEXT": {"REGEX": r"^\d{1,2}(?:\.\d{1,2})*\.?$"}}
    bracket = {"ORTH": {"IN": ["(", ")"]}, "OP": "?"}
    label = Matcher(nlp.vocab)
    few = {"ENT_TYPE": {"IN": ["MODIFIER", "OFFICE", "REGION", "PLACE"]}, "OP": "*"}
    order = {"ENT_TYPE": "ORDINAL", "OP": "+"}
    end = {"ORTH": {"IN": [":", ",", ".", "-", "–", ";"]}, "OP": "?"}
    numbered: list[list[dict[str, Any]]] = [[order], [bracket, number, bracket], []]
    label.add(
        "LABEL",
        [
            [{**kind, "OP": "+"}, few, *one, end]
            for one in numbered
        ]
        + [
            [{**kind, "OP": "+"}, few, *one, {**kind, "OP": "+"}, *two, end]
            for one in numbered
            for two in numbered[:2]
        ],
    )  # fmt: skip
    announced = Matcher(nlp.vocab)
    gap = {"IS_ALPHA": True, "OP": "?"}
    announced.add("COUNT", [[{"ENT_TYPE": "COUNT"}, kind], [{"ORTH": ")"}, kind], [{"LIKE_NUM": True}, kind]])
    announced.add("SETTING", [[{"ENT_TYPE": "SETTING"}, gap, gap, kind]])
    between = {"ENT_TYPE": {"NOT_IN": ["KIND", "SETTING"]}, "IS_SENT_START": False, "OP": "{0,4}"}
    announced.add("TOWARD", [[{"ENT_TYPE": "TOWARD"}, between, kind]])
    announced.add(
        "JOINED", [[{**kind, "OP": "+"}, {"ORTH": {"IN": [",", "dan", "serta", "&", "/", "juga"]}, "OP": "+"}, kind]]
    )
    quoted = Matcher(nlp.vocab)
    opening = {"ORTH": {"IN": ["“", '"', "”", "''", "‘"]}, "OP": "+"}
    lead = {"ENT_TYPE": "LEAD"}
    vision = {"ENT_TYPE": "KIND", "ENT_ID": "visi"}
    quoted.add(
        "VISION",
        [[{**before, "OP": "+"}, {"ORTH": ":", "OP": "?"}, opening] for before in (vision, lead, {"ORTH": ":"})],
    )
    return _Tools(nlp, label, announced, quoted)


def _light_tokenizer() -> Callable[[Language], Any]:
    """The Indonesian tokenizer with its abbreviations, but without its 16,000 hyphenated words.

    Those cost seconds at every start; cues match the same with the parts of a hyphenated word as tokens.
    """
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    def build(nlp: Language) -> Any:
        defaults = nlp.Defaults
        return Tokenizer(
            nlp.vocab,
            rules={word: parts for word, parts in (defaults.tokenizer_exceptions or {}).items() if "-" not in word},
            prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=compile_suffix_regex(defaults.suffixes or ()).search,
            infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
        )

    return build


def _cues(span: Span, *labels: str) -> bool:
    return any(token.ent_type_ in labels for token in span)


# ---- labels: "Misi Kedua :", "Tujuan Misi Pertama", "Sasaran 1.2"


@dataclass(frozen=True, slots=True)
class _Label:
    kind: StatementKind
    number: str | None
    rest: str
    closed: bool
    """Whether a colon (or number) parts the label from its text."""
    parent: tuple[StatementKind, str | None] | None = None


def _label(doc: Doc) -> _Label | None:
    """The label a text starts with, with the text behind it."""
    spans = [doc[start:end] for _, start, end in _tools().label(doc) if start == 0]
    if not spans:
        return None
    span = max(spans, key=len)
    kinds: list[tuple[StatementKind, str | None]] = []
    last = -1
    for token in span:
        if token.ent_type_ == "KIND":
            if not kinds or token.i != last + 1 or token.ent_iob_ == "B":
                kinds.append((StatementKind(token.ent_id_), None))
            last = token.i
        elif (number := _number(token.text, token.ent_type_, token.ent_id_)) and kinds and kinds[-1][1] is None:
            kinds[-1] = (kinds[-1][0], number)
    (kind, number), parent = kinds[0], kinds[1] if len(kinds) > 1 else None
    colon = any(token.text == ":" for token in span) or (span.end < len(doc) and doc[span.end].text == ":")
    rest = doc[span.end :].text.lstrip(" :–-")
    spoken = number is not None or (parent is not None and parent[1] is not None)
    if not colon and not spoken and rest:
        return None
    return _Label(kind, number, rest, colon or spoken, parent)


def _number(text: str, cue: str, ident: str) -> str | None:
    if cue == "ORDINAL":
        return ident
    match = re.fullmatch(r"(\d{1,2}(?:\.\d{1,2})*)\.?", text)
    return match[1] if match else None


# ---- lead sentences: "... ditetapkan 4 (empat) misi, yaitu:"


def _announced(sentence: Span, headed: StatementKind | None) -> tuple[StatementKind, int] | None:
    """The kind of the list that a lead sentence announces and where it stands; None when it is none or not one."""
    if _cues(sentence, "DEFINITION"):
        return None
    kinds: dict[int, StatementKind] = {}
    for ent in sentence.ents:
        if ent.label_ == "KIND":
            kinds[ent.start] = StatementKind(ent.ent_id_)
    for start in sorted(kinds):  # "Sasaran Misi Kedua" announces sasaran
        if start - 1 in kinds:
            del kinds[start]
    if not kinds:
        plain = headed and len(sentence) <= 25 and not _cues(sentence, "OTHER", "BLOCK")
        return (headed, sentence.start) if headed and plain else None
    scores = dict.fromkeys(kinds, 0.0)
    doc = sentence.doc
    joined: list[set[int]] = []
    for match, start, end in _tools().announced(doc):
        name = doc.vocab.strings[match]
        if start < sentence.start or end > sentence.end:
            continue
        at = next((k for k in sorted(kinds, reverse=True) if start <= k < end), None)
        if at is None:
            continue
        if name == "JOINED":
            joined.append({k for k in kinds if start <= k < end})
        else:
            scores[at] += (
                {"COUNT": 4.0, "SETTING": 3.0, "TOWARD": -3.0}[name] if name != "TOWARD" or start < at else 0.0
            )
    for position, kind in kinds.items():
        quote = any(token.text in '“”"' for token in doc[position : position + 4])
        scores[position] += (2.0 if kind is headed else 0.0) - (4.0 if quote else 0.0)
    first, final = min(kinds), max(kinds)
    scores[final] += 1.0
    if first - sentence.start <= 1:
        scores[first] += 2.0
    best = max(scores, key=lambda k: (scores[k], k))
    around = doc[max(sentence.start, best - 6) : sentence.end]
    if scores[best] <= 0 or _cues(around, "BLOCK"):
        return None
    if _cues(around, "WEAK") and best - sentence.start > 1 and kinds[best] is not headed:
        return None
    partners = {kinds[k] for group in joined if best in group for k in group}
    return None if len(partners) > 1 else (kinds[best], best)


def _is_lead(sentence: Span) -> bool:
    """Whether a sentence leaves what it announces to the lines that follow."""
    text = sentence.text.rstrip()
    if not text.endswith((":", ";", ",", ".")) and len(text.split()) < 4:
        return False
    tail = sentence[-6:]
    if text.endswith((":", ";")):
        return text.endswith(":") or _cues(tail, "LEAD")
    return sentence[-1].ent_type_ == "LEAD" or (len(sentence) > 1 and sentence[-2].ent_type_ == "LEAD")


# ---- the walk


@dataclass(slots=True)
class _Awaited:
    """What the next units are expected to be."""

    kind: StatementKind
    confidence: float
    owner: Owner
    number: str | None = None
    parent: tuple[StatementKind, str | None] | None = None
    text_too: bool = False
    """Whether a paragraph may be the statement; else only a list."""
    lead: str = ""


@dataclass(slots=True)
class _Draft:
    statement: Statement
    owner: Owner
    parent: tuple[StatementKind, str | None] | None
    run: int
    order: int
    """Place of its unit in the file."""
    group: int
    """List that it was an item of, 0 for none."""


class _List:
    """A list being read."""

    def __init__(self, awaited: _Awaited, marker: str) -> None:
        self.awaited = awaited
        self.style = _style(marker)
        self.items: list[tuple[Unit, str]] = []
        self.gap = 0

    def takes(self, marker: str) -> bool:
        """Whether an item goes on with this list: same style, next number (bullets: nothing in between)."""
        if _style(marker) != self.style:
            return False
        if not self.items or self.style == "bullet":
            return self.gap == 0
        return _rank(marker) == _rank(self.items[-1][1]) + 1 or (self.gap == 0 and _rank(marker) != 1)


def _style(marker: str) -> str:
    body = marker.strip("().")
    kind = "digit" if body.isdigit() else "letter" if len(body) == 1 and body.isalpha() else "bullet"
    return kind if kind == "bullet" else kind + marker.replace(body, "#")


def _rank(marker: str) -> int:
    body = marker.strip("().").casefold()
    return int(body) if body.isdigit() else ord(body[0]) - 96 if body[:1].isalpha() else 0


class _Reader:
    """Walks over the units of one file and keeps what they announce."""

    def __init__(self, file: SourceFile, identity: Identity | None) -> None:
        self.found: list[Statement] = []
        self._file = file
        of_region = identity is not None and identity.kind.value in (Kind.RPJMD, Kind.RKPD)
        self._of_office = identity is not None and not of_region
        name = identity.region.value if identity is not None else None
        office = identity.opd.value if identity is not None else None
        words = re.findall(r"[A-Za-z]+", office or "")
        self._initials = "".join(word[0] for word in words if word not in ("dan", "serta")).upper()
        self._region_name = name.split(" ", 1)[1].casefold() if name and " " in name else None
        self._drafts: list[_Draft] = []
        self._awaited: _Awaited | None = None
        self._list: _List | None = None
        self._outer: list[_List] = []
        self._nested = False
        self._headed: StatementKind | None = None
        self._section = ""
        self._owner_of_chapter: _Section | None = None
        self._owner_of_section: _Section | None = None
        self._owner_of_part: _Section | None = None
        self._speaker = Owner.OWN
        self._former = False
        self._foreign = False
        self._run = 0
        self._group = 0
        self._places: dict[int, int] = {}

    # -- units

    def read(self, unit: Unit) -> None:
        """Take one unit after the other."""
        self._places[id(unit)] = len(self._places)
        if unit.form is Form.BREAK:
            self._end()
        elif unit.form is Form.HEADING:
            self._heading(unit)
        elif unit.form is Form.ITEM:
            self._item(unit)
        else:
            self._text(unit)

    def close(self) -> None:
        """Finish what is open; afterwards `found` holds the statements."""
        self._end()
        self.found = [draft.statement for draft in self._with_parents()]

    def _end(self) -> None:
        while self._list is not None:
            self._finish_list()
        self._awaited = None
        self._nested = False

    def _heading(self, unit: Unit) -> None:
        awaited = self._awaited
        if (
            awaited
            and awaited.kind is StatementKind.VISI
            and not re.match(r"[\dA-Z]{1,4}\.\s|bab\b|tabel|gambar|sumber", unit.text, re.I)
        ):
            self._end()
            self._vision(unit, awaited)
            return
        self._end()
        if re.match(r"(?:gambar|tabel|grafik|bagan|sumber)\b", unit.text, re.I):
            doc = _tools().nlp(unit.text)
            self._titled(doc)
            return
        self._former = self._foreign = False
        self._speaker = Owner.OWN
        self._run += 1
        self._section = unit.text
        self._headed = None
        self._mark_section(unit)
        words = re.sub(r"^(?:[A-Z]\.|[IVX]+\.|[\d.]+|BAB \w+)\s*", "", unit.text)
        if unit.marker:
            words = unit.text
        if not _MENTION.search(words) or self._closed_section():
            return
        doc = _tools().nlp(words)
        label = _label(doc)
        if label and label.rest and label.closed and self._take_label(unit, label, doc):
            return
        kinds = [ent for ent in doc.ents if ent.label_ == "KIND"]
        if len(kinds) == 1 and kinds[0].start <= 1 and not _cues(doc[:], "OTHER", "BLOCK", "NATION", "LONG"):
            self._headed = StatementKind(kinds[0].ent_id_)
            owner = self._owner(doc[:])
            self._awaited = _Awaited(
                self._headed, HEADED, owner, text_too=self._headed is StatementKind.VISI and len(doc) <= 4
            )

    def _mark_section(self, unit: Unit) -> None:
        """Remember sections about the plans of others, and those without goal statements, with their number."""
        found = next(
            (e["owner"] for e in entries("statements", "section") if re.search(e["pattern"], unit.text, re.I)), None
        )
        if found == "none" and _MENTION.search(
            re.sub(r"maksud dan tujuan|isu-?(?:isu)? strategis", "", unit.text, flags=re.I)
        ):
            found = None
        chapter = re.match(r"(?:BAB\s+\w+|[IVX]{1,4}\.)", unit.text)
        number = re.match(r"\d{1,2}(?:\.\d{1,2})+", unit.text)
        section = _Section(found, number[0] if number else "", unit.text) if found else None
        self._owner_of_part = None
        if chapter:
            self._owner_of_chapter, self._owner_of_section = section, None
        elif number:
            inside = self._owner_of_section and number[0].startswith(self._owner_of_section.number + ".")
            if not inside:
                self._owner_of_section = section
        else:
            self._owner_of_part = section

    def _section_here(self) -> _Section | None:
        return self._owner_of_part or self._owner_of_section or self._owner_of_chapter

    def _closed_section(self) -> bool:
        here = self._section_here()
        return here is not None and here.owner == "none"

    def _text(self, unit: Unit) -> None:
        if not _MENTION.search(unit.text) and not (self._awaited and self._awaited.text_too):
            if unit.text.rstrip().endswith(":"):
                self._foreign = _ELSEWHERE.search(unit.text) is not None
            self._turn(unit)
            self._pass(unit)
            return
        doc = _tools().nlp(unit.text[:3000])
        self._turn(unit)
        if self._labelled(unit, doc):
            return
        if len(doc) <= 18 and unit.text[-1:] not in ".:;":
            self._titled(doc)
        awaited = self._awaited
        if awaited and awaited.text_too and awaited.kind is not StatementKind.VISI and self._takes_text(unit, awaited):
            self._awaited = None
            return
        quoted = self._quoted(unit, doc)
        sentence = list(doc.sents)[-1]
        if _is_lead(sentence):
            self._lead(sentence, quoted)
            return
        if awaited and awaited.text_too and self._takes_text(unit, awaited):
            self._finish_list()
            self._awaited = None
            return
        self._pass(unit)

    def _turn(self, unit: Unit) -> None:
        """Note where a text tells of the former wording, and where it comes back to the one in force."""
        if re.search(r"\bsemula\b", unit.text, re.I) and len(unit.text.split()) <= 8:
            self._former = True
        elif re.search(r"\bberubah menjadi\b|\bmenjadi\s*:", unit.text, re.I):
            self._former = False

    def _pass(self, unit: Unit) -> None:
        """A paragraph that announces nothing: explanation inside a list, or the end of waiting."""
        awaited = self._awaited
        if awaited and awaited.text_too and self._takes_text(unit, awaited):
            self._awaited = None
            return
        if self._list is not None:
            self._list.gap += 1
            if self._list.gap > _GAP or self._list.style == "bullet":
                self._finish_list()
        elif awaited and not awaited.text_too and awaited.confidence <= HEADED:
            awaited.confidence = min(awaited.confidence, 0.5)
        if awaited and (
            awaited.kind is StatementKind.VISI or (self._list is None and unit.text.rstrip().endswith(":"))
        ):
            self._awaited = None

    def _item(self, unit: Unit) -> None:
        marker = unit.marker or "•"
        doc = _tools().nlp(unit.text[:3000]) if _MENTION.search(unit.text) else None
        if unit.bold and self._is_headline(unit, marker, doc):
            self._heading(unit)
            return
        if doc is not None and (label := _label(doc)) and (label.closed or not label.rest):
            self._finish_list()
            self._take_label(unit, label, doc)
            return
        if self._list is not None and not self._list.takes(marker) and self._outer and self._outer[-1].takes(marker):
            self._finish_list()
        if self._list is not None and self._list.takes(marker):
            self._list.items.append((unit, marker))
            self._list.gap = 0
        elif self._awaited is not None and (self._list is None or self._list.awaited is not self._awaited):
            if self._list is not None and self._nested:
                self._outer.append(self._list)
                self._list = None
            else:
                self._finish_list()
            if _rank(marker) <= 1 and self._awaited.kind is not StatementKind.VISI:  # a vision is one sentence
                self._list = _List(self._awaited, marker)
                self._list.items.append((unit, marker))
                self._awaited = None
        elif self._list is not None:
            self._list.gap += 1
        self._nested = False
        if (
            doc is not None
            and not self._foreign
            and _is_lead(last := list(doc.sents)[-1])
            and (found := _announced(last, None))
            and found[1] > 0
        ):
            upper = self._list.awaited if self._list is not None and self._list.items[-1][0] is unit else None
            number = None if upper is None or _style(marker) == "bullet" else marker.strip("().")
            owner = upper.owner if upper else self._owner(last, found[1])
            if owner is not Owner.OTHER and not self._closed_section():
                parent = (upper.kind, number) if upper else None
                self._awaited = _Awaited(found[0], upper.confidence if upper else LISTED, owner, parent=parent)
                self._nested = upper is not None

    def _is_headline(self, unit: Unit, marker: str, doc: Doc | None) -> bool:
        """Whether a bold numbered line heads a section ("2. Misi") and is no item of the list at hand."""
        if doc is not None and len(doc) <= 10 and any(ent.label_ == "KIND" and ent.start <= 1 for ent in doc.ents):
            return _label(doc) is None or ":" not in unit.text
        waiting = self._awaited is not None or (self._list is not None and self._list.takes(marker))
        return not waiting

    # -- what units say

    def _labelled(self, unit: Unit, doc: Doc) -> bool:
        label = _label(doc)
        if label is None:
            if re.match(r"indikator\b[^.]{0,40}:?\s*$", unit.text, re.I) or re.match(
                r"indikator\b.*:", unit.text[:60], re.I
            ):
                self._end()
                return True
            return False
        if len(_MANY_LABELS.findall(unit.text)) > 1:
            self._end()
            return True
        return self._take_label(unit, label, doc)

    def _take_label(self, unit: Unit, label: _Label, doc: Doc) -> bool:
        owner = self._owner(doc[: max(1, len(doc) - len(label.rest.split()))], 0)
        if owner is Owner.OWN:
            owner = self._speaker
        closed = self._closed_section() and label.number is None
        if owner is Owner.OTHER or closed or (self._foreign and label.number is None):
            self._end()
            return True
        if not label.rest:
            self._end()
            self._awaited = _Awaited(
                label.kind, LABELLED, owner, label.number, label.parent, text_too=True, lead=unit.text
            )
            return True
        text = _statement_text(label.rest, label.kind)
        if text is None or not (label.kind is StatementKind.VISI or _goal(text)):
            return False
        if (
            not any(mark in unit.text[: len(unit.text) - len(label.rest) + 1] for mark in ":,")
            and not text[:1].isupper()
        ):
            return False
        self._end()
        sure = LABELLED * (0.7 if self._closed_section() else 1.0)
        self._keep(unit, label.kind, text, label.number, sure, owner, label.parent)
        return True

    def _lead(self, sentence: Span, quoted: tuple[Owner, int] | None = None) -> None:
        """Await what a lead sentence announces; `quoted` is whose vision stands before it, and where it ends."""
        while self._list is not None:
            self._finish_list()
        found = _announced(sentence, self._headed)
        first = next((ent for ent in sentence.ents if ent.label_ == "KIND"), None)
        if found is None and first and first.ent_id_ == "visi" and first.start - sentence.start <= 1:
            found = (
                StatementKind.VISI,
                first.start,
            )  # a long sentence about the vision that ends in a colon: quoted next
        self._foreign = self._foreign_lead(sentence, found)
        owner = Owner.OTHER if found is None or self._foreign else self._owner(sentence, found[1])
        if found and quoted and owner is Owner.OWN and not self._names_office(sentence.doc[quoted[1] : found[1] + 9]):
            owner = quoted[0]  # the missions of the vision just quoted
        if found is not None and found[0] in (StatementKind.VISI, StatementKind.MISI):
            self._speaker = owner
        if found is None or self._closed_section():
            self._awaited = None
            return
        kind, _ = found
        if owner is Owner.OTHER:
            self._awaited = None
            return
        confidence = LISTED
        mentions = _MENTION.search(self._section) is not None
        if kind is self._headed:
            confidence = 0.9
        elif not mentions and kind not in (StatementKind.VISI, StatementKind.MISI):
            confidence = 0.5
        parent = None
        if upper := _upper(kind):
            said = [
                ent
                for ent in sentence.ents
                if ent.label_ == "KIND" and ent.ent_id_ == upper.value and ent.start == sentence.start
            ]
            pointed = any(
                ent.end < len(sentence.doc) and sentence.doc[ent.end].lower_ in ("tersebut", "ini") for ent in said
            )
            parent = (upper, None) if pointed else None
        self._awaited = _Awaited(kind, confidence, owner, parent=parent, text_too=kind is StatementKind.VISI)

    def _titled(self, doc: Doc) -> None:
        """Note whose vision and missions a title (of a table, a figure) speaks of: its labels need not say it again."""
        place = next((ent.start for ent in doc.ents if ent.ent_id_ in ("visi", "misi")), None)
        if place is not None:
            self._speaker = self._owner(doc[:], place)

    def _quoted(self, unit: Unit, doc: Doc) -> tuple[Owner, int] | None:
        """A vision in quotation marks inside a sentence: what is quoted right behind "visi", "yaitu" or a colon.

        Returns:
            Whose the last one is, and the token behind its opening mark.
        """
        last: tuple[Owner, int] | None = None
        for _, _, end in _tools().quoted(doc):
            inside = re.match(r"([^“”\"]{12,400})[“”\"]", doc[end:].text)
            start = max(doc[end - 1].sent.start, end - 75)
            before = doc[start:end]
            kinds = [ent for ent in before.ents if ent.label_ in ("KIND", "OTHER")]
            if not inside or not kinds or kinds[-1].ent_id_ != "visi":
                continue
            if any(token.text in '“”"' for token in doc[kinds[-1].end : end - 1]):
                continue
            text = _statement_text(inside[1], StatementKind.VISI)
            owner = self._owner(before)
            self._speaker = owner
            last = (owner, end)
            if text and owner is not Owner.OTHER:
                sure = QUOTED * (0.7 if self._closed_section() else 1.0)
                self._keep(unit, StatementKind.VISI, text, None, sure, owner, None)
        return last

    def _vision(self, unit: Unit, awaited: _Awaited) -> None:
        text = _statement_text(unit.text, StatementKind.VISI)
        if text:
            self._keep(unit, StatementKind.VISI, text, None, awaited.confidence, awaited.owner, None)

    def _takes_text(self, unit: Unit, awaited: _Awaited) -> bool:
        if awaited.kind is StatementKind.VISI:
            shown = unit.text[:1] in "“”\"'" or unit.text.upper() == unit.text or unit.bold
            if not shown and (awaited.confidence <= HEADED or not _goal(unit.text)):
                return False
        elif not _goal(unit.text) or (unit.text.rstrip().endswith(":") and len(unit.text.split()) < 6):
            return False
        text = _statement_text(unit.text, awaited.kind)
        if text is None:
            return False
        self._keep(unit, awaited.kind, text, awaited.number, awaited.confidence, awaited.owner, awaited.parent)
        return True

    def _finish_list(self) -> None:
        """Take the items of a list when most of them read like goals; go on with the list around it, if any."""
        done, self._list = self._list, self._outer.pop() if self._outer else None
        if done is None:
            return
        texts = [(_statement_text(unit.text, done.awaited.kind), unit, marker) for unit, marker in done.items]
        goals = sum(text is not None and _goal(text) for text, _, _ in texts)
        if not goals or goals < 0.5 * len(texts):
            return
        self._group += 1
        a = done.awaited
        for text, unit, marker in texts:
            if text is not None:
                number = None if _style(marker) == "bullet" else marker.strip("().")
                self._keep(unit, a.kind, text, number, a.confidence, a.owner, a.parent, self._group)

    def _keep(
        self,
        unit: Unit,
        kind: StatementKind,
        text: str,
        number: str | None,
        confidence: float,
        owner: Owner,
        parent: tuple[StatementKind, str | None] | None,
        group: int = 0,
    ) -> None:
        if self._former or owner is Owner.OTHER:
            return
        known = next(
            (d for d in reversed(self._drafts) if fuzz.ratio(_plain(d.statement.text), _plain(text)) >= 98), None
        )
        if known and known.statement.kind is not kind and known.owner is owner:
            kind = known.statement.kind  # a list that repeats the tujuan to hang sasaran under them
            parent = known.parent
            number = known.statement.number
        share = OF_REGION if owner is Owner.REGION else 1.0
        evidence = Evidence(self._file.sha256, self._file.name, unit.page, box=unit.box, quote=unit.text[:1000])
        statement = Statement(evidence, kind, text, number, confidence=round(confidence * share, 2))
        self._drafts.append(_Draft(statement, owner, parent, self._run, self._places[id(unit)], group))

    # -- whose

    def _owner(self, span: Span, place: int | None = None) -> Owner:
        """Whose a statement is, by the words around the kind at token `place` (default: the last kind of the span)."""
        doc = span.doc
        if place is None:
            place = max((ent.start for ent in span.ents if ent.label_ == "KIND"), default=span.start)
        before, behind = doc[span.start : place], doc[place : min(place + 9, span.end)]
        if _cues(behind, "NATION", "LONG", "FORMER"):
            return Owner.OTHER
        if _cues(before, "NATION", "LONG", "FORMER") and not (self._names_office(behind) or _cues(behind, "REGION")):
            return Owner.OTHER
        here = self._section_here()
        if here is not None and here.owner == "other":
            return Owner.REGION if self._of_office and not _ELSEWHERE.search(here.text) else Owner.OTHER
        if not self._of_office or self._names_office(behind):
            return Owner.OWN
        if _cues(behind, "REGION") or (_cues(before[-10:], "REGION") and not self._names_office(before)):
            return Owner.REGION
        high = place < len(doc) and doc[place].ent_id_ in ("visi", "misi")
        named = self._region_name and self._region_name in behind[:6].text.casefold()
        return Owner.REGION if high and (named or _cues(behind, "PLACE")) else Owner.OWN

    def _names_office(self, span: Span) -> bool:
        """Whether a text names an office, the document's own also by its initials ("DLH")."""
        initials = len(self._initials) > 2 and any(token.text == self._initials for token in span)
        return initials or _cues(span, "OFFICE")

    def _foreign_lead(self, sentence: Span, found: tuple[StatementKind, int] | None) -> bool:
        """Whether a lead sentence opens lists about another plan, with all that is nested in them."""
        if found is not None:
            return self._owner(sentence, found[1]) is Owner.OTHER
        return _cues(sentence, "NATION", "LONG") or "program ini" in sentence.text.casefold()

    def _with_parents(self) -> list[_Draft]:
        """Name the statement above each: the one pointed at by label or lead, or the one it was printed under."""
        self._drafts.sort(key=lambda draft: draft.order)
        for index, draft in enumerate(self._drafts):
            upper = _upper(draft.statement.kind)
            if upper is None:
                continue
            wanted = draft.parent[0] if draft.parent else upper
            above = [d for d in self._drafts[:index] if d.owner is draft.owner and d.statement.kind is wanted]
            if draft.parent and draft.parent[1] is not None:
                above = [d for d in above if d.statement.number == draft.parent[1]]
            elif upper is not StatementKind.VISI and draft.parent is None:
                number = draft.statement.number
                if number and "." in number:
                    above = [d for d in above if d.statement.number == number.rsplit(".", 1)[0]]
                else:
                    above = [d for d in above if d.run == draft.run and self._printed_under(d, index)]
            if above:
                parent = above[-1].statement
                draft.statement = replace(draft.statement, parent=parent.text, parent_kind=parent.kind)
        return self._drafts

    def _printed_under(self, upper: _Draft, index: int) -> bool:
        """Whether only statements below `upper` stand between it and the statement at `index`."""
        start = self._drafts.index(upper)
        if upper.group and sum(d.group == upper.group for d in self._drafts) > 1:
            return False  # under a list of several, nothing says which one
        rung = _LADDER.index(upper.statement.kind)
        return all(_LADDER.index(d.statement.kind) > rung for d in self._drafts[start + 1 : index])


def _upper(kind: StatementKind) -> StatementKind | None:
    place = _LADDER.index(kind)
    return _LADDER[place - 1] if place else None


# ---- texts


_END = re.compile(r"(?<=[a-z)”\"])\.\s*(?=[A-Z“])")
_HANGER = re.compile(
    r",?\s+dengan\s+indikator\b.*$|,\s*dengan$"
    r"|[,;]\s*(?:dengan|melalui)\s+(?:tujuan|sasaran|strategi|arah)\b.*$"
    r"|\s+(?:dengan|melalui)\s+(?:tujuan|sasaran|strategi|arah kebijakan)\s*(?::.*)?$",
    re.I,
)
_RESULT = re.compile(r"\b(?:realisasi|target capaian|tingkat capaian)\b", re.I)
_CONNECTIVE = re.compile(
    r"(?:dengan|berdasarkan|berikut|untuk|dalam|adapun|sedangkan|selain|oleh karena|namun|sebagaimana)\b", re.I
)
_TAIL = re.compile(r"(?:[\s;,.:•]|\bdan\b|\bserta\b|\bdengan indikator\w*\b)+$", re.I)


def _statement_text(text: str, kind: StatementKind) -> str | None:
    """A statement without quotation marks, closing punctuation and the sentences behind it."""
    words = text.strip()
    pattern = (
        r"[“”\"]\s*([^“”\"]{8,}?)\s*[”“\"]"
        if kind is StatementKind.VISI
        else r"^[“”\"'‘ ]+([^“”\"]{8,}?)[”“\"](?:\W|$)"
    )
    if quote := re.search(pattern, words):
        words = quote[1]
    words = _HANGER.sub("", _END.split(words)[0])
    if _RESULT.search(words) or _CONNECTIVE.match(words):
        return None
    words = _TAIL.sub("", words.strip(" “”\"'‘’")).strip(" “”\"'‘’")
    low, high = (3, 45) if kind is StatementKind.VISI else _WORDS
    if not low <= len(words.split()) <= high:
        return None
    if sum(c.isdigit() for c in words) > 0.25 * len(words) or not words[0].isalpha():
        return None
    return words


@cache
def _goal_start() -> re.Pattern[str]:
    patterns = "|".join(entry["pattern"] for entry in entries("statements", "goal_start"))
    return re.compile(rf"^[“”\"'‘ ]*(?:{patterns})\b", re.I)


def _goal(text: str) -> bool:
    return _goal_start().match(text) is not None


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _same(one: str, other: str) -> bool:
    a, b = _plain(one), _plain(other)
    if a == b or fuzz.ratio(a, b) < 93:
        return a == b
    words, others = a.split(), b.split()
    if len(words) != len(others):
        return fuzz.ratio(a, b) >= 97
    return all(fuzz.ratio(x, y) >= 75 for x, y in zip(words, others, strict=True))  # slips, not other words


def _repeated(one: Statement, other: Statement) -> bool:
    """Whether `other` says `one` again, perhaps cut off at a line end."""
    cut = one.number == other.number and len(other.text) > 25 and _plain(one.text).startswith(_plain(other.text))
    return cut or _same(one.text, other.text)


def _once(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each statement once: the surest of its repeats, the first of equals."""
    kept: list[Statement] = []
    for statement in statements:
        place = next((i for i, s in enumerate(kept) if s.kind is statement.kind and _repeated(s, statement)), None)
        if place is None:
            kept.append(statement)
        elif statement.confidence > kept[place].confidence:
            kept[place] = statement
        elif kept[place].parent is None and statement.parent is not None:
            kept[place] = replace(kept[place], parent=statement.parent, parent_kind=statement.parent_kind)
    return tuple(kept)


__all__ = ["read_statements"]
