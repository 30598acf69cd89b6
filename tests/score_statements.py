"""Score of the goal statements against our own labels: `python -m tests.score_statements [CORPUS] [-v]`.

`tests/labels/statements.jsonl` holds what a person saw on pages of published documents, never their words. A line with
`pages` is a document: its name, the start of the sha256 of its bytes, the labelled pages (null: all of it), and `apart`
for the documents that nobody looks into while fixing. Other lines are statements: kind, number as printed, hash of the
normalised text (several where a document spells it in several ways), hash of its start, and hash of the statement above
it. "?" is what a page leaves open: not scored. `cited` statements are those of other plans and former wordings: they
need not be found and are not wrong.

What counts: each statement of the labelled pages once, whole, by kind; what is found there besides is wrong, if it has
confidence of 0.5 and more. `parent` and `number` count among those found.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractors.extract import extract_file
from models.indicator import Statement, StatementKind

LABELS = Path(__file__).parent / "labels" / "statements.jsonl"
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
AROUND = 2
"""Pages before and behind a labelled one that are read too: tables go on, running heads show by repeating."""
SURE = 0.5
START = 24
OPEN = "?"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def letters(text: str) -> str:
    """Letters and digits alone: what line ends, capitals and punctuation leave of a text."""
    return re.sub(r"[\W_]+", "", text.casefold())


def digest(text: str) -> str:
    """Hash of a normalised text."""
    return hashlib.sha256(letters(text).encode()).hexdigest()[:16]


def start_digest(text: str) -> str:
    """Hash of the start of a normalised text: tells a statement cut short from one not found."""
    return digest(letters(text)[:START])


def plain_number(number: str | None) -> str | None:
    """A number without its brackets and points, roman as arabic."""
    if number is None:
        return None
    bare = number.strip(" .)(:").casefold()
    return str(ROMAN.index(bare) + 1) if bare in ROMAN else bare


@dataclass
class Label:
    """One labelled statement."""

    page: int | None
    kind: str
    number: str | None
    parent: list[str] | str | None
    text: list[str]
    start: str
    cited: bool = False


@dataclass
class Document:
    """One labelled document."""

    name: str
    sha256: str
    apart: bool
    pages: list[int] | None
    labels: list[Label] = field(default_factory=list)

    def file(self, corpus: Path) -> Path | None:
        """Its place in the corpus, None when it is not there as it was labelled."""
        for path in sorted(corpus.rglob(self.name)):
            if hashlib.sha256(path.read_bytes()).hexdigest().startswith(self.sha256):
                return path
        return None


@dataclass
class Score:
    """Counts, and what was wrong."""

    right: int = 0
    found: int = 0
    labelled: int = 0
    cut: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.found + other.found, self.labelled + other.labelled, self.cut + other.cut
        )

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that was found."""
        return self.right / self.labelled if self.labelled else 1.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f} ({self.right}/{self.found})  "
            f"recall {self.recall:.3f} ({self.right}/{self.labelled})  cut or too long {self.cut}"
        )


@dataclass
class Result:
    """Scores of one document."""

    document: Document
    kinds: dict[str, Score] = field(default_factory=lambda: {kind.value: Score() for kind in StatementKind})
    parents: Counter[bool] = field(default_factory=Counter)
    numbers: Counter[bool] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    @property
    def total(self) -> Score:
        """All kinds together."""
        return sum(self.kinds.values(), Score())


def documents(labels: Path = LABELS) -> list[Document]:
    """The labelled documents with their labels."""
    made: list[Document] = []
    for line in labels.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if "pages" in entry:
            made.append(Document(**entry))
        else:
            made[-1].labels.append(Label(**entry))
    return made


def score_document(document: Document, path: Path) -> Result:
    """Read the labelled pages of one document and hold them against the labels."""
    near = (
        None
        if document.pages is None
        else {page + step for page in document.pages for step in range(-AROUND, AROUND + 1) if page + step > 0}
    )
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in extract_file(path, near).statements:
        if statement.confidence >= SURE:
            found[statement.kind.value, digest(statement.text)].append(statement)
    result = Result(document)
    known: set[tuple[str, str]] = set()
    for label in document.labels:
        keys = {(label.kind, text) for text in label.text}
        known |= keys
        if label.cited:
            continue
        score = result.kinds[label.kind]
        score.labelled += 1
        same = [statement for key in keys for statement in found.get(key, ())]
        if not same:
            result.errors.append(f"hal. {label.page}: tidak ditemukan: {label.kind} {label.number} {label.text[0]}")
            continue
        score.right += 1
        score.found += 1
        _relations(result, label, same)
    starts = {(label.kind, label.start) for label in document.labels}
    for key, statements in found.items():
        there = [s for s in statements if document.pages is None or s.evidence.page in document.pages]
        if key not in known and there:
            score = result.kinds[key[0]]
            score.found += 1
            score.cut += (key[0], start_digest(there[0].text)) in starts
            result.errors.append(f"hal. {there[0].evidence.page}: keliru: {key[0]} {there[0].source}: {there[0].text}")
    return result


def _relations(result: Result, label: Label, same: list[Statement]) -> None:
    """Count whether one of the places where a statement was found names what is above it, and its number."""
    if label.parent != OPEN:
        above = {digest(s.parent) if s.parent else None for s in same}
        right = bool(above & set(label.parent)) if label.parent else above == {None}
        result.parents[right] += 1
        if not right:
            result.errors.append(
                f"hal. {label.page}: induk keliru: {label.kind} {same[0].text[:60]!r} < {same[0].parent!r}"
            )
    if label.number != OPEN:
        numbers = {plain_number(s.number) for s in same}
        wanted = plain_number(label.number)
        right = wanted in numbers if wanted else numbers == {None}
        result.numbers[right] += 1
        if not right:
            result.errors.append(
                f"hal. {label.page}: nomor keliru: {label.kind} {same[0].text[:60]!r} {numbers} bukan {label.number}"
            )


def score(corpus: Path = CORPUS) -> Iterator[Result]:
    """Results of all labelled documents that the corpus holds as they were labelled."""
    for document in documents():
        path = document.file(corpus)
        if path is not None:
            yield score_document(document, path)


def share(counts: Counter[bool]) -> str:
    """Right of all, as a share."""
    return f"{counts[True] / max(1, counts.total()):.3f} ({counts[True]}/{counts.total()})"


def _report(title: str, results: list[Result], verbose: bool) -> None:
    print(f"\n== {title}: {len(results)} dokumen")
    for kind in StatementKind:
        total = sum((result.kinds[kind.value] for result in results), Score())
        if total.labelled or total.found:
            print(f"{kind.value:18} {total}")
    print(f"{'semua':18} {sum((result.total for result in results), Score())}")
    print(f"{'induk benar':18} {share(sum((result.parents for result in results), Counter()))}")
    print(f"{'nomor benar':18} {share(sum((result.numbers for result in results), Counter()))}")
    for result in results:
        print(f"  {result.document.sha256} {result.document.name[:50]:50} {result.total}")
        for error in result.errors if verbose else ():
            print(f"      {error}")


if __name__ == "__main__":
    places = [argument for argument in sys.argv[1:] if argument != "-v"]
    made = list(score(Path(places[0]) if places else CORPUS))
    _report("terbuka", [result for result in made if not result.document.apart], "-v" in sys.argv)
    _report("disisihkan", [result for result in made if result.document.apart], False)
