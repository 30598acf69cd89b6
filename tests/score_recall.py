"""Recall on inconsistencies that a person found in published documents: `python -m tests.score_recall FOLDER...`.

A FOLDER is a run's `--hasil`, named after the region in `tests/labels/known_findings.jsonl`. One line of that table is
one thing to find: id, region, the rules that may tell it, and words (numbers, short indicator names) that one finding
must hold, all of them; `silent` marks what looks like a finding and is none. `cause` says why a line is missed, as last
looked into: `ekstraksi` (not read), `tautan` (read, not linked), `aturan sempit`, `aturan tidak ada`, `dokumen` (not
among the files), `versi` (stands only in the RPJMD before its change, which is compared with the documents below no
more). The last two are printed, but do not count in the pooled recall.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb

LABELS = Path(__file__).parent / "labels" / "known_findings.jsonl"
APART = frozenset({"dokumen", "versi"})
TEXTS = "uraian, kiri_nama, kiri_nilai, kanan_nama, kanan_nilai"


def plain(text: str) -> str:
    """Text for comparing: lower case, comma as point, no Rp, one space."""
    return re.sub(r"\s+|\brp\.? ?(?=\d)", " ", text.lower().replace(",", "."))


def holds(word: str, text: str) -> bool:
    """Whether a plain text has the word, not inside a longer word or number."""
    return re.search(rf"(?<![\w.]){re.escape(plain(word))}(?!\w|\.\d)", text) is not None


def told(folder: Path) -> list[tuple[str, str, str]]:
    """Rule, finding id and plain text of every finding of a run's current release."""
    with duckdb.connect(str(folder / "current.duckdb"), read_only=True) as database:
        rows = database.sql(f"SELECT aturan, temuan_id, concat_ws(' ', {TEXTS}) FROM publik.temuan").fetchall()
    return [(rule, finding, plain(text)) for rule, finding, text in rows]


def match(label: dict[str, Any], findings: list[tuple[str, str, str]]) -> tuple[str, str] | None:
    """Rule and id of the first finding that tells a label, by the order of the label's rules."""
    for rule in label["rules"]:
        for other, finding, text in findings:
            if other == rule and all(holds(word, text) for word in label["words"]):
                return rule, finding
    return None


def main(folders: list[Path]) -> None:
    """Print each label with what told it, then the counts by cause and the pooled recall."""
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    causes: Counter[str] = Counter()
    found = wrong = silent = 0
    for folder in folders:
        findings = told(folder)
        for label in (entry for entry in labels if entry["region"] == folder.name):
            hit = match(label, findings)
            if label.get("silent"):
                silent += 1
                wrong += hit is not None
                verdict = f"WRONGLY TOLD {hit[0]} {hit[1]}" if hit else "silent, rightly"
            elif hit:
                found += 1
                verdict = f"found {hit[0]} {hit[1]}"
            else:
                cause = label.get("cause", "belum dilihat")
                causes[cause] += 1
                verdict = f"missed {cause}"
            print(f"{label['id']:7} {folder.name:10} {'/'.join(label['rules']):12} {verdict}")
    missed = sum(count for cause, count in causes.items() if cause not in APART)
    print("missed:", ", ".join(f"{cause} {count}" for cause, count in causes.most_common()))
    print(f"recall {found / max(1, found + missed):.3f} ({found}/{found + missed}), wrongly told {wrong} of {silent}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
