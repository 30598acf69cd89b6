"""Score of the links of goal statements against our judgement: `python -m tests.score_statement_links [CORPUS] [-v]`.

`tests/labels/statement_links.jsonl` holds what a person judged, never the words. A line with `set` names two documents
by their files (name, start of the sha256 of its bytes); the lines behind it are their links: hashes of both normalised
texts, kinds, pages, and the relation. `perlu diperiksa` is what the judge leaves open: it need not be found and is not
wrong. All other pairs of statements of the two documents are none. The judge saw what the machine proposed and what it
left over with its nearest candidate, so a link that is neither may be missing in the labels.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from alignment.statements import StatementRow, align_statements, goal_rows
from extractors.extract import extract_file
from models.link import Relation
from tests.score_statements import CORPUS, digest

LABELS = Path(__file__).parent / "labels" / "statement_links.jsonl"
OPEN = Relation.PERLU_DIPERIKSA.value


@dataclass
class Judged:
    """Two documents and their links: hashes of both texts -> relation."""

    name: str
    tier: str
    left: list[list[str]]
    right: list[list[str]]
    links: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass
class Score:
    """Counts: links said for sure (`sama`, `berubah`), right ones among them, judged links, those proposed at all."""

    said: int = 0
    right: int = 0
    same_relation: int = 0
    judged: int = 0
    shown: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the links said for sure that the judge holds for links."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of the judged links that were said for sure."""
        return self.right / self.judged if self.judged else 1.0

    @property
    def recall_with_review(self) -> float:
        """Share of the judged links that were said or given to a person."""
        return self.shown / self.judged if self.judged else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.said + other.said,
            self.right + other.right,
            self.same_relation + other.same_relation,
            self.judged + other.judged,
            self.shown + other.shown,
            [*self.wrong, *other.wrong],
        )

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f} ({self.right}/{self.said})  recall {self.recall:.3f} of {self.judged}, "
            f"with perlu diperiksa {self.recall_with_review:.3f}  same relation {self.same_relation}/{self.right}"
        )


def read_labels(path: Path = LABELS) -> list[Judged]:
    """The judged sets."""
    sets: list[Judged] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "set" in row:
            sets.append(Judged(row["set"], row["tier"], row["left"], row["right"]))
        else:
            sets[-1].links[row["left"], row["right"]] = row["relation"]
    return sets


def score(judged: Judged, left: list[StatementRow], right: list[StatementRow]) -> Score:
    """Align two documents and hold the links against the judged ones."""
    text = {row.id: row.text for row in (*left, *right)}
    said: dict[tuple[str, str], tuple[str, str]] = {}
    for link in align_statements(left, right, judged.tier):
        if link.left and link.right:
            key = digest(text[link.left]), digest(text[link.right])
            said[key] = link.relation.value, f"{text[link.left]} | {text[link.right]}"
    gold = {key: relation for key, relation in judged.links.items() if relation != OPEN}
    sure = {key: words for key, words in said.items() if words[0] != OPEN and judged.links.get(key) != OPEN}
    hits = sure.keys() & gold.keys()
    wrong = [f"{judged.name}: {words[1]}" for key, words in sure.items() if key not in gold]
    same = sum(sure[key][0] == gold[key] for key in hits)
    return Score(len(sure), len(hits), same, len(gold), len(gold.keys() & said.keys()), wrong)


def rows(files: list[list[str]], corpus: Path, prefix: str) -> list[StatementRow] | None:
    """Statements of a document's files; None when one is not in the corpus as it was judged."""
    found: list[StatementRow] = []
    for name, start in files:
        path = next(
            (p for p in corpus.rglob(name) if hashlib.sha256(p.read_bytes()).hexdigest().startswith(start)), None
        )
        if path is None:
            return None
        statements = extract_file(path, workers=2).statements
        found += goal_rows([(f"{prefix}{len(found)}-{n}", s) for n, s in enumerate(statements)])
    return found


def scores(corpus: Path = CORPUS) -> dict[str, Score]:
    """Score of every judged set whose documents are there."""
    result = {}
    read: dict[str, list[StatementRow] | None] = {}
    for judged in read_labels():
        sides = []
        for side, files in (("a", judged.left), ("b", judged.right)):
            key = side + str(files)
            if key not in read:
                read[key] = rows(files, corpus, side)
            sides.append(read[key])
        left, right = sides
        if left is not None and right is not None:
            result[judged.name] = score(judged, left, right)
    return result


def main(arguments: list[str]) -> None:
    """Print the score of each set and of all."""
    folders = [Path(argument) for argument in arguments if argument != "-v"]
    total = Score()
    for name, one in scores(folders[0] if folders else CORPUS).items():
        print(f"{name:18} {one}")
        total += one
    print(f"{'all':18} {total}")
    if "-v" in arguments:
        print("\n".join(total.wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
