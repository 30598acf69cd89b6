"""Fit the weights to judged links, split by region, and say what that changes.

    python -m alignment.fit REGION=SET_DIR... [--write]

A set is a folder with left.jsonl, right.jsonl and pairs.jsonl ({"left", "right", "relation"}); pairs judged "perlu
diperiksa" are left out. The fit is a logistic regression whose weights are held to the prior of weights.toml (standard
deviation `SPREAD`), every region counting the same. Each region is then linked with weights that were fitted without
it: those figures are the honest ones.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from alignment.align import AlignRow, align, rows_of_records
from alignment.candidates import candidates
from alignment.features import FEATURES
from alignment.look import Looker
from alignment.normalise import harvest, parts_with
from alignment.score import BIAS, Weights, weights
from models.link import Relation

SPREAD = 0.4
"""Standard deviation of a weight around its prior, in log odds: a few hundred links must not overrule the field."""
NAMES = (BIAS, *FEATURES)


@dataclass(frozen=True, slots=True)
class Judged:
    """One judged set: rows of both sides and relations by pair of ids.

    Attributes:
        region: where it is from, "" when nobody says.
        left_documents, right_documents: what the rows were read from; sets that share one are of one region.
        relations: of the pairs that are links; "ya" for one whose relation nobody named.
        rejected: pairs judged not to be links, where not every pair was judged.
        whole: whether every pair that is not in `relations` was judged not to be a link.
    """

    region: str
    name: str
    left: list[AlignRow]
    right: list[AlignRow]
    relations: Mapping[tuple[str, str], str]
    left_documents: frozenset[str] = frozenset()
    right_documents: frozenset[str] = frozenset()
    rejected: frozenset[tuple[str, str]] = frozenset()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Examples:
    """Feature rows of candidate pairs (with a leading 1), and whether each is a link."""

    features: NDArray[np.float64]
    linked: NDArray[np.float64]
    reached: float
    """Share of the judged links that are among the candidates (pairs completeness)."""
    reduction: float
    """Share of all pairs that need no look (reduction ratio)."""


def read_set(region: str, folder: Path) -> Judged:
    """Read one judged set."""

    def lines(name: str) -> list[dict[str, Any]]:
        return [json.loads(x) for x in (folder / name).read_text(encoding="utf-8").splitlines() if x.strip()]

    records = lines("left.jsonl"), lines("right.jsonl")
    upper, lower = (frozenset(str(r["document"]) for r in side if r.get("document")) for side in records)
    relations = {(p["left"], p["right"]): p["relation"] for p in lines("pairs.jsonl")}
    return Judged(region, folder.name, *rows_of_records(*records), relations, upper, lower)


def examples(judged: Judged, bar: Weights) -> Examples:
    """Candidate pairs of a set with their features, but for "perlu diperiksa" and what a veto forbids.

    Of a set that is not whole only the judged pairs.
    """
    glossary = harvest(row.name for row in (*judged.left, *judged.right))
    a, b = ([parts_with(r.name, r.unit, glossary) for r in side] for side in (judged.left, judged.right))
    keys = candidates(judged.left, judged.right, a, b) if judged.whole else _judged_keys(judged)
    rows, links, found = [], [], 0
    looker = Looker(bar)
    left, right = looker.named(judged.left, a), looker.named(judged.right, b)
    for pair in looker.look_at(left, right, keys):
        said = judged.relations.get((judged.left[pair.left].id, judged.right[pair.right].id))
        found += said is not None and said != Relation.PERLU_DIPERIKSA.value
        if said == Relation.PERLU_DIPERIKSA.value or pair.vetoes:
            continue
        rows.append([1.0, *(pair.evidence.values[name] for name in FEATURES)])
        links.append(float(said is not None))
    total = sum(said != Relation.PERLU_DIPERIKSA.value for said in judged.relations.values())
    return Examples(
        np.array(rows).reshape(len(rows), len(NAMES)),
        np.array(links),
        found / total if total else 1.0,
        1 - len(keys) / max(1, len(judged.left) * len(judged.right)),
    )


def _judged_keys(judged: Judged) -> list[tuple[int, int]]:
    lefts, rights = ({row.id: index for index, row in enumerate(rows)} for rows in (judged.left, judged.right))
    return sorted((lefts[x], rights[y]) for x, y in (*judged.relations, *judged.rejected))


def fit(by_region: Mapping[str, Sequence[Examples]], prior: Mapping[str, float]) -> dict[str, float]:
    """Weights that fit the examples of all regions, each region counting the same, held to the prior."""
    by_region = {region: sets for region, sets in by_region.items() if any(len(e.linked) for e in sets)}
    if not by_region:
        return {name: round(prior[name], 2) for name in NAMES}
    start = np.array([prior[name] for name in NAMES])
    size = max((sum(len(e.linked) for e in sets) for sets in by_region.values()), default=1)
    features = np.vstack([e.features for sets in by_region.values() for e in sets])
    linked = np.concatenate([e.linked for sets in by_region.values() for e in sets])
    counts = np.concatenate(
        [
            np.full(len(e.linked), min(10.0, size / sum(len(x.linked) for x in sets)))
            for sets in by_region.values()
            for e in sets
        ]
    )

    def loss(beta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = features @ beta
        cost = counts * (np.logaddexp(0, odds) - linked * odds)
        away = (beta - start) / SPREAD
        slope = features.T @ (counts * (1 / (1 + np.exp(-odds)) - linked)) + away / SPREAD
        return float(cost.sum() + 0.5 * (away @ away)), slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B")
    return {name: round(float(x), 2) for name, x in zip(NAMES, found.x, strict=True)}


def counts(sets: Sequence[Judged], bar: Weights) -> Counter[str]:
    """What `rates` are made of; counts of several groups may be added up."""
    count: Counter[str] = Counter()
    for judged in sets:
        gold = {k: r for k, r in judged.relations.items() if r != Relation.PERLU_DIPERIKSA.value}
        unsure = judged.relations.keys() - gold.keys()
        said = {(x.left, x.right): x.relation for x in align(judged.left, judged.right, bar)}
        if not judged.whole:
            said = {k: r for k, r in said.items() if k in judged.relations or k in judged.rejected}
        links = {k: r for k, r in said.items() if r is not Relation.PERLU_DIPERIKSA and k not in unsure}
        hits = links.keys() & gold.keys()
        named = [k for k in hits if gold[k] in (Relation.SAMA.value, Relation.BERUBAH.value)]
        count["gold"] += len(gold)
        count["links"] += len(links)
        count["hits"] += len(hits)
        count["named"] += len(named)
        count["sure"] += sum(r is Relation.SAMA for r in links.values())
        count["sure_hits"] += sum(links[k] is Relation.SAMA for k in hits)
        count["same"] += sum(links[k].value == gold[k] for k in named)
        count["review"] += sum(r is Relation.PERLU_DIPERIKSA and k not in unsure for k, r in said.items())
    return count


def rates(count: Mapping[str, int]) -> dict[str, float]:
    """Precision, recall, f1, share of agreeing relations, review share."""
    return {
        "judged": count["gold"],
        "proposed": count["links"],
        "precision": count["hits"] / max(1, count["links"]),
        "recall": count["hits"] / max(1, count["gold"]),
        "f1": 2 * count["hits"] / max(1, count["links"] + count["gold"]),
        "sure_precision": count["sure_hits"] / max(1, count["sure"]),
        "relation": count["same"] / max(1, count["named"]),
        "review_share": count["review"] / max(1, count["gold"]),
    }


def figures(sets: Sequence[Judged], bar: Weights) -> dict[str, float]:
    """Pooled `rates` of some sets."""
    return rates(counts(sets, bar))


def main() -> None:
    """Fit, print the weights beside the prior, and the figures with and without each region."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="REGION=SET_DIR")
    parser.add_argument("--write", action="store_true", help="replace the fitted weights in weights.toml")
    args = parser.parse_args()
    sets = [read_set(region, Path(path)) for region, _, path in (item.partition("=") for item in args.sets)]
    path = files("alignment").joinpath("weights.toml")
    text = path.read_text(encoding="utf-8")
    prior = tomllib.loads(text)["prior"]
    bar = weights()
    found: dict[str, list[Examples]] = defaultdict(list)
    for judged in sets:
        found[judged.region].append(examples(judged, bar))
        one = found[judged.region][-1]
        print(f"{judged.name:28} links reached {one.reached:.3f}, pairs saved {one.reduction:.4f}")
    fitted = fit(found, prior)
    for name in NAMES:
        print(f"{name:16}{prior[name]:8.2f}{fitted[name]:8.2f}")
    _show("prior, all sets", figures(sets, replace(bar, values=prior)))
    _show("fitted, all sets", figures(sets, replace(bar, values=fitted)))
    left_out = []
    for region in found:
        without = fit({r: e for r, e in found.items() if r != region}, prior) if len(found) > 1 else prior
        own = [s for s in sets if s.region == region]
        _show(f"without {region}", figures(own, replace(bar, values=without)))
        left_out.append((own, without))
    if args.write:
        head = text.partition("[weight]")[0].rstrip()
        lines = [f"{name} = {fitted[name]}" for name in NAMES]
        Path(str(path)).write_text(head + "\n\n[weight]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _show(title: str, numbers: Mapping[str, float]) -> None:
    print(f"{title:28}", "  ".join(f"{name} {value:.3f}" for name, value in numbers.items()))


if __name__ == "__main__":
    main()
