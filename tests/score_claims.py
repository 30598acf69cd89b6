"""Score of the claimed numbers against our own labels: `python -m tests.score_claims [CORPUS]`.

`tests/labels/claims.jsonl` holds one line per number that a person saw claimed on a page: file, page, kind, year, and
the sha256 of "<kind> <digits as printed>"; page null is a Word file. All claims of a labelled page are labelled: what
is found besides is wrong. `apart` marks the pages that were labelled after the reader was written, and not read for it.
What counts: a number that a running sentence gives as the amount of something ("sebesar", "sebanyak", "berjumlah"), and
a count of misi, sasaran, indikator, program or kegiatan. Not: numbers in brackets behind another, in lists and tables.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from extractors.claims import read_claims
from extractors.readers.read import read_layout
from models.claim import ClaimKind

LABELS = Path(__file__).parent / "labels" / "claims.jsonl"
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
AROUND = 2
"""Pages before and behind a labelled one that are read too: running heads show by repeating."""


@dataclass
class Score:
    """Counts of one kind."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.labelled)
        return (
            f"precision {precision:.3f} ({self.right}/{self.found})  recall {recall:.3f} ({self.right}/{self.labelled})"
        )


def digest(kind: str, printed: str) -> str:
    """Hash of a claim's kind and digits."""
    digits = re.search(r"\d+(?:[.,]\d+)*", printed)
    return hashlib.sha256(f"{kind} {digits[0] if digits else ''}".encode()).hexdigest()


def score(corpus: Path = CORPUS, apart: bool = False) -> tuple[dict[str, Score], Score]:
    """Scores by kind, and of the years among the claims that were found rightly; of the pages apart or the others."""
    wanted: dict[tuple[str, int | None], list[dict[str, object]]] = defaultdict(list)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label.get("apart", False) is apart:
            wanted[label["file"], label["page"]].append(label)
    kinds = {kind.value: Score() for kind in ClaimKind}
    years = Score()
    for (file, page), labels in wanted.items():
        pages = None if page is None else frozenset(range(max(1, page - AROUND), page + AROUND + 1))
        claims = [c for c in read_claims(read_layout(corpus / file, pages, 1)) if c.evidence.page == page]
        left = Counter((str(label["sha256"]), label["year"]) for label in labels)
        for label in labels:
            kinds[str(label["kind"])].labelled += 1
        for claim in claims:
            kinds[claim.kind].found += 1
            key = digest(claim.kind, claim.quantity.raw)
            same = [entry for entry, count in left.items() if entry[0] == key and count > 0]
            if same:
                entry = (key, claim.year) if (key, claim.year) in same else same[0]
                left[entry] -= 1
                kinds[claim.kind].right += 1
                years.right += entry[1] == claim.year
                years.found += 1
                years.labelled += 1
    return kinds, years


if __name__ == "__main__":
    for title, which in (("terbuka", False), ("disisihkan", True)):
        by_kind, of_years = score(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS, which)
        print(f"== {title}")
        for name, counts in by_kind.items():
            print(f"{name:8} {counts}")
        print(f"tahun    benar {of_years.right} dari {of_years.labelled}")
