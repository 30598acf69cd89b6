"""Precision of findings that were checked on the pages: `python -m tests.score_findings FOLDER...`.

`tests/labels/findings_sample.jsonl` holds a line per checked finding: its id, rule, region, verdict when it was drawn,
judgement (`right`, `wrong`, `cannot tell`) and the cause of a wrong one. `drawn` is false for those looked at besides
the random sample (all findings of rules under suspicion): they count for their rule, not for the pooled figure. `draw`
numbers the samples: the second was drawn after the rules were narrowed on the first, of findings not judged before.
Ids are stable: a FOLDER (as for `--hasil`) whose current release no longer tells a finding no longer counts it. What a
person cannot tell counts neither way. A finding whose sentence was corrected is judged again. Findings that are new
since the sample are not judged by it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from warehouse.query import open_current

LABELS = Path(__file__).parent / "labels" / "findings_sample.jsonl"


def read_labels(path: Path = LABELS) -> list[dict[str, object]]:
    """All checked findings, in the order of the file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def told(folders: Collection[Path]) -> set[str]:
    """Ids of the findings in the current releases of result folders."""
    ids: set[str] = set()
    for folder in folders:
        with open_current(folder) as con:
            ids.update(str(row[0]) for row in con.execute("SELECT temuan_id FROM publik.temuan").fetchall())
    return ids


def score(labels: Collection[dict[str, object]], ids: Collection[str] | None = None) -> dict[str, Counter[str]]:
    """Counts of judgements by rule, and of the random sample under `semua`; of the ids still told, or of all."""
    counts: dict[str, Counter[str]] = {}
    for label in labels:
        if ids is None or label["finding"] in ids:
            pooled = ("semua", f"undian {label.get('draw', 1)}") if label["drawn"] else ()
            for key in (str(label["rule"]), *pooled):
                counts.setdefault(key, Counter())[str(label["judgement"])] += 1
    return counts


def precision(counts: Counter[str]) -> float:
    """Share of right ones among those that could be told; not a number without any."""
    known = counts["right"] + counts["wrong"]
    return counts["right"] / known if known else float("nan")


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:]]
    for rule, counts in sorted(score(read_labels(), told(folders) if folders else None).items()):
        print(
            f"{rule:8}  precision {precision(counts):.3f}  right {counts['right']}  wrong {counts['wrong']}"
            f"  cannot tell {counts['cannot tell']}"
        )
