"""Does a confidence mean what it says? `python -m tests.reliability [SHARED]` prints the reliability tables.

A value is one printed number (or word) with its kind and year: target, baseline, realisation, final, pagu, quarter.
Two sets: the labelled places of the shared corpus, and a sample of pages without labels that a person judged. The
sample (`tests/labels/reliability.jsonl`) holds no text, only hashes: one line per record that was drawn, with the hash
of its file, the place, and for each field a map from the hash of a reading to its verdict. Where the reading was wrong
the map also holds what is printed, so that a mended reader is seen to be right. A reading that the map does not know is
"berubah" (changed): neither right nor wrong, counted apart until a person has looked again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from scipy.optimize import linear_sum_assignment

from extractors.extract import extract_file
from extractors.readers.read import OCR_SECONDS
from models.indicator import to_record

SHARED = Path(__file__).parents[2] / "shared"
SAMPLE = Path(__file__).parent / "labels" / "reliability.jsonl"
BINS = (0.0, 0.5, 0.7, 0.9)
"""Lower bounds of the bins of confidence."""

Record = dict[str, Any]
Cell = tuple[str, str]
"""Kind and year of a value; the year is empty for the end of the period."""


@dataclass
class Judged:
    """One record: its confidence, a verdict per value, and how many values changed since they were judged."""

    confidence: float
    verdicts: list[bool] = field(default_factory=list)
    changed: int = 0


@dataclass
class Sampled:
    """The sample held against what is read today.

    Attributes:
        found, drawn: records of the sample that are produced again, and all.
        judged: the found ones.
        fields: right, wrong and changed readings of name, level, context and unit.
    """

    found: int = 0
    drawn: int = 0
    judged: list[Judged] = field(default_factory=list)
    fields: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))


def digest(*parts: object) -> str:
    """Hash of what was read, white space undone: enough to know a reading again, too little to read it."""
    return hashlib.sha256("\0".join(" ".join(str(part).split()) for part in parts).encode()).hexdigest()[:16]


def values(record: Record) -> dict[Cell, dict[str, Any]]:
    """The values of a record by kind and year; blanks are none."""
    cells: dict[Cell, dict[str, Any]] = {}
    for kind in ("baseline", "targets", "realisations", "budgets"):
        cells |= {(kind, year): cell for year, cell in (record.get(kind) or {}).items()}
    for kind in ("quarters", "quarter_spending"):
        for year, quarters in (record.get(kind) or {}).items():
            for quarter, cell in quarters.items():
                cells[kind, f"{year} {quarter}"] = cell if isinstance(cell, dict) else {"raw": cell}
    if record.get("final"):
        cells["final", ""] = record["final"]
    return {key: cell for key, cell in cells.items() if str(cell.get("raw") or "").strip(" -–—")}


def value_digest(key: Cell, cell: dict[str, Any]) -> str:
    """Hash of one reading: kind, year, the print, and the number that was made of it."""
    return digest(*key, "".join(str(cell["raw"]).split()), cell.get("value", cell.get("rupiah")))


def fields(record: Record) -> dict[str, str]:
    """Hashes of the readings beside the values."""
    context = sorted((name, text) for name, text in (record.get("context") or {}).items() if text)
    return {
        "name": digest(record["indicator"]),
        "level": digest(record.get("level")),
        "context": digest(*(part for pair in context for part in pair)),
        "unit": digest(record.get("unit")),
    }


@cache
def scorer(shared: Path = SHARED) -> ModuleType:
    """The scorer of the shared ground: what agrees with a label is decided there."""
    spec = importlib.util.spec_from_file_location("score_extraction", shared / "bench" / "score_extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records_of(file: Path, ocr_seconds: float = OCR_SECONDS) -> list[Record]:
    """Records of a whole file as `selaras extract` prints them: headings and parents may stand many pages before."""
    return [json.loads(json.dumps(to_record(i))) for i in extract_file(file, None, 1, False, ocr_seconds).indicators]


def labelled(name: str, shared: Path = SHARED) -> Iterator[Judged]:
    """Records on the labelled places of one set of labels. A record that no label answers is wrong in all it says."""
    score = scorer(shared)
    places, labels = score.load([shared / "corpus" / "labels" / name])
    files = {path.name: path for path in (shared / "corpus").rglob("*") if "labels" not in path.parts}
    for document in sorted({place[0] for place in places}):
        by_place: dict[object, list[Record]] = defaultdict(list)
        for record in records_of(files[document]):
            by_place[score.place(record)].append(record)
        document_labels = [label for label in labels if label["document"] == document]
        for place in sorted(place for place in places if place[0] == document):
            here = [label for label in document_labels if score.place(label) == place]
            yield from _held_against(score, here, by_place[place], document_labels)


def _held_against(
    score: ModuleType, labels: list[Record], records: list[Record], all_labels: list[Record]
) -> Iterator[Judged]:
    table = [[score.similarity(label, record) for record in records] for label in labels]
    rows, columns = linear_sum_assignment(table, maximize=True) if labels and records else ((), ())
    label_of = {int(j): labels[i] for i, j in zip(rows, columns, strict=True) if table[i][j] > 0}
    pagu = {(year, cell.get("rupiah")) for label in all_labels for year, cell in (label.get("budgets") or {}).items()}
    for number, record in enumerate(records):
        judged = Judged(float(record["confidence"]))
        wanted = values(label_of[number]) if number in label_of else {}
        for key, cell in values(record).items():
            kind, year = key
            if kind == "budgets":
                # Labels give the pagu of merged rows once; repeating it is not an error.
                if number in label_of and key not in wanted and (year, cell.get("rupiah")) in pagu:
                    continue
                judged.verdicts.append(key in wanted and cell.get("rupiah") == wanted[key].get("rupiah"))
            else:
                judged.verdicts.append(key in wanted and bool(score.cell_agrees(wanted[key], cell)))
        yield judged


def sampled(shared: Path = SHARED, ocr_seconds: float = OCR_SECONDS) -> Sampled:
    """The judged sample held against what is read today; without time for OCR its few scanned pages are not found."""
    by_file: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in SAMPLE.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        by_file[entry["sha256"]].append(entry)
    files = {entry["sha256"]: shared / "corpus" / entry["file"] for entries in by_file.values() for entry in entries}
    result = Sampled()
    for sha256, entries in by_file.items():
        left = records_of(files[sha256], ocr_seconds)
        for entry in entries:
            result.drawn += 1
            record = _found_again(entry, left)
            if record is None:
                # What should never have been a record is rightly gone.
                result.found += not any(entry["name"].values())
                continue
            left.remove(record)
            result.found += 1
            judge(entry, record, result)
    return result


def _found_again(entry: dict[str, Any], records: Iterable[Record]) -> Record | None:
    """The record of the entry's place and name; among several the one that shares most values."""
    same = [
        record
        for record in records
        if (record["page"], record["table"]) == (entry["page"], entry["table"])
        and fields(record)["name"] in entry["name"]
    ]
    known = entry["values"]
    return max(
        same,
        key=lambda record: (
            sum(value_digest(key, cell) in known for key, cell in values(record).items()),
            sum(reading in entry[name] for name, reading in fields(record).items()),
        ),
        default=None,
    )


def judge(entry: dict[str, Any], record: Record, result: Sampled) -> None:
    """Add the verdicts on one record that was found again."""
    judged = Judged(float(record["confidence"]))
    for key, cell in values(record).items():
        verdict = entry["values"].get(value_digest(key, cell))
        if verdict is None:
            judged.changed += 1
        else:
            judged.verdicts.append(bool(verdict))
    result.judged.append(judged)
    for name, reading in fields(record).items():
        verdict = entry[name].get(reading)
        result.fields[name][2 if verdict is None else 0 if verdict else 1] += 1


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson."""
    if not count:
        return 0.0, 1.0
    z = 1.96
    share = right / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * (share * (1 - share) / count + z * z / (4 * count * count)) ** 0.5 / (1 + z * z / count)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def in_bin(judged: Iterable[Judged], low: float) -> list[Judged]:
    """The records whose confidence belongs to the bin that starts at `low`."""
    return [one for one in judged if max(bound for bound in BINS if bound <= one.confidence) == low]


def table(judged: Collection[Judged]) -> str:
    """The reliability table as text."""
    lines = [f"{'confidence':12} {'records':>8} {'values':>8} {'right':>8} {'share':>7}  {'95 %':13} {'changed':>8}"]
    for low, high in zip(BINS, (*BINS[1:], None), strict=True):
        some = in_bin(judged, low)
        verdicts = [verdict for one in some for verdict in one.verdicts]
        right, count = sum(verdicts), len(verdicts)
        share = f"{right / count:.4f}" if count else "-"
        low_end, high_end = wilson(right, count)
        name = f">= {low}" if high is None else f"{low} - {high}"
        changed = sum(one.changed for one in some)
        interval = f"{low_end:.3f}-{high_end:.3f}"
        lines.append(f"{name:12} {len(some):8} {count:8} {right:8} {share:>7}  {interval:13} {changed:8}")
    return "\n".join(lines)


def main(shared: Path) -> int:
    """Print all tables; 1 where the shared corpus is missing."""
    if not (shared / "corpus").is_dir():
        print(f"Tidak ada korpus di {shared}: beri foldernya sebagai argumen.", file=sys.stderr)
        return 1
    for name in ("real", "rendered"):
        print(f"labelled places, {name}\n{table(list(labelled(name, shared)))}\n", flush=True)
    sample = sampled(shared)
    print(f"judged sample: {sample.found} of {sample.drawn} records found again\n{table(sample.judged)}")
    for name, (right, wrong, changed) in sample.fields.items():
        print(f"{name:8} right {right}, wrong {wrong}, changed {changed}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED))
