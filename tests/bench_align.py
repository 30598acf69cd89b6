"""Alignment beside plain token_set_ratio and Splink: f1, seconds, memory, in one run and on the same rows and blocks.

    make bench-align                                     all of it; figures and plot in build/bench
    python -m tests.bench_align judged --splink PYTHON   the judged sets of the shared corpus
    python -m tests.bench_align scale --splink PYTHON    made regions of growing size (`--sizes 5000 10000`)
    python -m tests.bench_align candidates               what share of the judged links the candidates reach

PYTHON is the interpreter of an environment with requirements/bench.lock. The other two get what they need to look good:
the threshold that is best on the very links they are judged by, all pairs above it or a one-to-one choice, whichever is
better, and our normalised columns. Every contestant runs in a fresh process; seconds are of the work alone, without
start, reading and writing; `cpu` are those of all its processes and tell more on a machine that others use. Of Splink
both training and prediction count, of ours also the normalising of the names.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from alignment.align import align, rows_of_records
from alignment.candidates import candidates
from alignment.features import program_of
from alignment.fit import read_set
from alignment.normalise import harvest, parts_with
from alignment.offices import mother_office
from alignment.row import AlignRow
from models.codes import canonical_code
from models.link import Relation
from tests import bench_plot
from tests.big_region import region

SETS = Path(__file__).parents[2] / "shared" / "corpus" / "labels" / "matching"
OUT = Path("build") / "bench"
SIZES = (5000, 10_000, 20_000, 50_000, 100_000)
ROWS_OF_AN_OFFICE = 200
TOO_LONG = 600
"""Seconds after which a contestant is not asked for a larger size."""
Link = tuple[str, str]


@dataclass(frozen=True)
class Figures:
    """One contestant on one set of rows."""

    who: str
    records: int
    seconds: float
    cpu: float
    megabytes: int
    precision: float
    recall: float
    f1: float
    note: str = ""


@dataclass(frozen=True)
class Task:
    """Rows of both sides with unique ids, by the block that they may be compared in, and what is right.

    Links of `unsure` count neither way.
    """

    blocks: dict[str, tuple[list[AlignRow], list[AlignRow]]]
    truth: frozenset[Link]
    unsure: frozenset[Link] = frozenset()

    @property
    def records(self) -> int:
        return max(sum(len(left) for left, _ in self.blocks.values()), sum(len(r) for _, r in self.blocks.values()))


# ---- the rows


def judged_task() -> Task:
    """All judged sets of the shared corpus, each in a block of its own."""
    blocks, truth, unsure = {}, set(), set()
    for folder in sorted(folder for folder in SETS.iterdir() if folder.is_dir()):
        one = read_set("", folder)
        blocks[folder.name] = (one.left, one.right)
        for (left, right), relation in one.relations.items():
            side = unsure if relation == Relation.PERLU_DIPERIKSA.value else truth
            side.add((f"{folder.name} {left}", f"{folder.name} {right}"))
    return Task(blocks, frozenset(truth), frozenset(unsure))


def made_task(rows: int) -> Task:
    """A made region with `rows` rows on each side."""
    made = region(rows, max(1, rows // ROWS_OF_AN_OFFICE))
    truth, unsure = (frozenset((f" {x}", f" {y}") for x, y in pairs) for pairs in (made.truth, made.unsure))
    return Task({"": rows_of_records(made.left, made.right)}, truth, unsure)


def task_of(name: str) -> Task:
    """The task that a name on the command line means: a number of rows, or "judged"."""
    return judged_task() if name == "judged" else made_task(int(name))


# ---- the contestants, each in a process of its own


@dataclass(frozen=True)
class Run:
    """What a contestant found, in how many seconds and seconds of all processors; `megabytes` of another process."""

    seconds: float
    cpu: float
    links: list[Link]
    note: str = ""
    megabytes: int | None = None


class Watch:
    """Seconds, and processor seconds with those of processes that ended, since it was made."""

    def __init__(self) -> None:
        self._start = self._now()

    @staticmethod
    def _now() -> tuple[float, float]:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return time.perf_counter(), sum(one.ru_utime + one.ru_stime for one in used)

    def read(self) -> tuple[float, float]:
        now = self._now()
        return now[0] - self._start[0], now[1] - self._start[1]


def ours(task: Task, workers: int) -> Run:
    """Our links; those for a person do not count, the note says how many links are found with them."""
    links: list[Link] = []
    review: list[Link] = []
    watch = Watch()
    for block, (left, right) in task.blocks.items():
        for link in align(left, right, workers=workers):
            side = review if link.relation is Relation.PERLU_DIPERIKSA else links
            side.append((f"{block} {link.left}", f"{block} {link.right}"))
    seconds, cpu = watch.read()
    reached = len(task.truth.intersection([*links, *review])) / max(1, len(task.truth))
    return Run(seconds, cpu, links, f"{reached:.3f} found with {len(review):,} pairs for a person")


def token_set(task: Task) -> Run:
    """rapidfuzz's token_set_ratio on lower-cased names within the offices, above its best threshold."""
    import numpy as np
    from rapidfuzz import fuzz, process, utils

    scored: list[tuple[float, Link]] = []
    watch = Watch()
    for block, (left, right) in task.blocks.items():
        for i, j in _offices(left, right):
            names = [[utils.default_process(row.name) for row in side] for side in (i, j)]
            scores = process.cdist(*names, scorer=fuzz.token_set_ratio, score_cutoff=60, dtype=np.uint8, workers=2)
            for x, y in zip(*np.nonzero(scores), strict=True):
                scored.append((float(scores[x, y]), (f"{block} {i[x].id}", f"{block} {j[y].id}")))
    return Run(*watch.read(), *best(scored, task))


def _offices(left: Sequence[AlignRow], right: Sequence[AlignRow]) -> Iterator[tuple[list[AlignRow], list[AlignRow]]]:
    """Blocks of one office; rows without one meet every row, as in `alignment.candidates`."""
    sides: list[dict[str | None, list[AlignRow]]] = [{}, {}]
    for rows, by_office in zip((left, right), sides, strict=True):
        for row in rows:
            by_office.setdefault(mother_office(row.opd), []).append(row)
    for office, rows in sides[0].items():
        if office is None:
            yield rows, list(right)
        else:
            yield rows, [*sides[1].get(office, []), *sides[1].get(None, [])]


def splink(task: Task, python: str) -> Run:
    """Splink above its best threshold, in its own environment."""
    paths = [str(OUT / f"{name}.jsonl") for name in ("kiri", "kanan", "splink")]
    for side, path in enumerate(paths[:2]):
        with Path(path).open("w", encoding="utf-8") as file:
            for columns in _columns(task, side):
                file.write(json.dumps(columns) + "\n")
    script = Path(__file__).with_name("bench_splink.py")
    done = subprocess.run([python, script, *paths], capture_output=True, text=True, check=True)
    said = json.loads(done.stdout.splitlines()[-1])
    lines = map(json.loads, Path(paths[2]).read_text(encoding="utf-8").splitlines())
    links, note = best([(line["score"], (line["left"], line["right"])) for line in lines], task)
    used = f"Splink {said['version']}, DuckDB {said['duckdb']}, training {said['train']:.1f} s; {note}"
    return Run(said["train"] + said["predict"], said["cpu"], links, used, said["megabytes"])


def _columns(task: Task, side: int) -> Iterator[dict[str, Any]]:
    """What a row says, as the columns of a table."""
    for block, rows in task.blocks.items():
        glossary = harvest(row.name for row in (*rows[0], *rows[1]))
        for row in rows[side]:
            parts, context = parts_with(row.name, row.unit, glossary), row.context
            yield {
                "unique_id": f"{block} {row.id}",
                "blok": block,
                "kantor": mother_office(row.opd),
                "nama": parts.text or None,
                "kata": [token.word for token in parts.tokens],
                "ukuran": parts.measure,
                "satuan": parts.unit,
                "opd": row.opd,
                "tingkat": row.level,
                "kode": canonical_code(row.code),
                "program": program_of(row.code),
                "induk": context.program or context.sasaran or context.tujuan,
                "target": [f"{year}:{value:g}" for year, value in row.targets.items() if value is not None] or None,
            }


# ---- judging


def best(scored: list[tuple[float, Link]], task: Task) -> tuple[list[Link], str]:
    """The links above the threshold with the best f1, all of them or a greedy one-to-one choice."""
    ranked = sorted((pair for pair in scored if pair[1] not in task.unsure), reverse=True)
    found = []
    for name, pairs in (("all pairs", ranked), ("one to one", _one_to_one(ranked))):
        f1, count = _cut(pairs, task.truth)
        threshold = pairs[count - 1][0] if count else 1.0
        found.append((f1, [link for _, link in pairs[:count]], f"{name} above {threshold:.4g}"))
    _, links, note = max(found, key=lambda each: each[0])
    return links, note


def _cut(ranked: Sequence[tuple[float, Link]], truth: frozenset[Link]) -> tuple[float, int]:
    """The best f1 of a threshold, and how many pairs lie above it; equal scores stay together."""
    hits, top = 0, (0.0, 0)
    for count, (score, link) in enumerate(ranked, 1):
        hits += link in truth
        if count == len(ranked) or ranked[count][0] != score:
            top = max(top, (2 * hits / (count + len(truth)), count))
    return top


def _one_to_one(ranked: Iterable[tuple[float, Link]]) -> list[tuple[float, Link]]:
    left, right, kept = set(), set(), []
    for score, (x, y) in ranked:
        if x not in left and y not in right:
            left.add(x)
            right.add(y)
            kept.append((score, (x, y)))
    return kept


def one(who: str, task_name: str, python: str) -> Figures:
    """One contestant on one task, in this process."""
    task = task_of(task_name)
    held = _megabytes()
    name, _, number = who.partition(" ")
    workers = int(number or 1)
    runs: dict[str, Callable[[], Run]] = {
        "selaras": lambda: ours(task, workers),
        "token_set": lambda: token_set(task),
        "splink": lambda: splink(task, python),
    }
    run = runs[name]()
    note = run.note
    if name == "selaras":
        note = f"{note}; {held} MB before"
    said = set(run.links) - task.unsure
    hits = len(said & task.truth)
    rates = hits / max(1, len(said)), hits / max(1, len(task.truth)), 2 * hits / max(1, len(said) + len(task.truth))
    megabytes = run.megabytes or _megabytes()
    return Figures(who, task.records, round(run.seconds, 2), round(run.cpu, 2), megabytes, *rates, note)


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def in_fresh_process(who: str, task_name: str, python: str) -> Figures:
    command = [sys.executable, "-m", "tests.bench_align", "one", who, task_name, "--splink", python]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{who} on {task_name} failed:\n{done.stderr[-2000:]}")
    figures = Figures(**json.loads(done.stdout.splitlines()[-1]))
    print(_line(figures), flush=True)
    return figures


# ---- output


def _line(f: Figures) -> str:
    return (
        f"| {f.records:,} | {f.who} | {f.seconds:.1f} | {f.cpu:.1f} | {f.megabytes:,} "
        f"| {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} | {f.note} |"
    )


def table(figures: Sequence[Figures]) -> str:
    head = "| records per side | contestant | s | cpu s | MB | precision | recall | f1 | note |\n" + "|---" * 9 + "|"
    return "\n".join([head, *map(_line, figures)])


def contestants(python: str, cores: int) -> list[str]:
    names = ["selaras 1", *([f"selaras {cores}"] if cores > 1 else []), "token_set"]
    return [*names, "splink"] if python else names


def compare(task_names: Sequence[str], python: str, cores: int, name: str) -> list[Figures]:
    """All contestants on all tasks; a contestant that took too long gets no larger one."""
    found: list[Figures] = []
    out: set[str] = set()
    for task_name in task_names:
        for who in contestants(python, cores):
            if who not in out:
                found.append(in_fresh_process(who, task_name, python))
                if found[-1].seconds > TOO_LONG:
                    out.add(who)
    (OUT / f"{name}.json").write_text(json.dumps([asdict(f) for f in found], indent=1), encoding="utf-8")
    (OUT / f"{name}.md").write_text(table(found) + "\n", encoding="utf-8")
    return found


def scale(python: str, sizes: Sequence[int], cores: int) -> None:
    found = compare([str(size) for size in sizes], python, cores, "scale")
    for records in sorted({f.records for f in found}):
        at = {f.who: f for f in found if f.records == records}
        if "splink" in at:
            wall = at["splink"].seconds / at[f"selaras {cores}"].seconds
            work = at["splink"].cpu / at["selaras 1"].cpu
            print(f"{records:,}: splink takes {wall:.1f} times as long, {work:.1f} times the processor's work")
    series = {who: [f for f in found if f.who == who] for who in dict.fromkeys(f.who for f in found)}
    seconds = {who: [(f.records, f.seconds) for f in fs] for who, fs in series.items()}
    megabytes = {who: [(f.records, float(f.megabytes)) for f in fs] for who, fs in series.items()}
    picture = bench_plot.plot([("seconds", seconds), ("peak memory, MB", megabytes)], "records per side")
    (OUT / "scale.svg").write_text(picture, encoding="utf-8")


def reach() -> None:
    """Pairs completeness (judged links among the candidates) and reduction ratio (pairs that need no look)."""
    print("| set | links | pairs completeness | reduction ratio |\n|---|---|---|---|")
    total = [0, 0, 0, 0]
    for folder in sorted(folder for folder in SETS.iterdir() if folder.is_dir()):
        judged = read_set("", folder)
        glossary = harvest(row.name for row in (*judged.left, *judged.right))
        a, b = ([parts_with(r.name, r.unit, glossary) for r in side] for side in (judged.left, judged.right))
        keys = {(judged.left[i].id, judged.right[j].id) for i, j in candidates(judged.left, judged.right, a, b)}
        links = {key for key, said in judged.relations.items() if said != Relation.PERLU_DIPERIKSA.value}
        one_set = [len(links & keys), len(links), len(keys), len(judged.left) * len(judged.right)]
        total = [x + y for x, y in zip(total, one_set, strict=True)]
        _show_reach(folder.name, one_set)
    _show_reach("all together", total)


def _show_reach(name: str, numbers: Sequence[int]) -> None:
    reached, links, looked, pairs = numbers
    share = f"{reached / links:.4f}" if links else "-"
    print(f"| {name} | {links} | {share} | {1 - looked / max(1, pairs):.4f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="all", choices=["all", "judged", "scale", "candidates", "one"])
    parser.add_argument("one", nargs="*", help=argparse.SUPPRESS)
    parser.add_argument("--splink", default="", metavar="PYTHON", help="interpreter with requirements/bench.lock")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--cores", type=int, default=min(2, os.cpu_count() or 1))
    given = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    if given.what == "one":
        print(json.dumps(asdict(one(*given.one, given.splink))))
        return
    has_sets = SETS.is_dir()
    if not has_sets and given.what != "scale":
        print("The judged sets are not beside the project.")
    if has_sets and given.what in ("all", "candidates"):
        reach()
    if has_sets and given.what in ("all", "judged"):
        compare(["judged"], given.splink, 1, "judged")
    if given.what in ("all", "scale"):
        scale(given.splink, given.sizes, given.cores)


if __name__ == "__main__":
    main()
