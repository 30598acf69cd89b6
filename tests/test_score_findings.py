"""The labels of checked findings are whole, and their score counts what it says."""

from __future__ import annotations

import math
from collections import Counter

from tests import score_findings
from warehouse.rules import load_rules


def test_labels_are_whole() -> None:
    labels = score_findings.read_labels()
    assert len({label["finding"] for label in labels}) == len(labels)
    assert {label["rule"] for label in labels} <= {rule.id for rule in load_rules()}
    for label in labels:
        assert label["judgement"] in ("right", "wrong", "cannot tell"), label
        assert label["cause"] or label["judgement"] == "right", label


def test_score_counts_told_findings_and_pools_the_drawn_ones() -> None:
    labels: list[dict[str, object]] = [
        {"finding": "f1", "rule": "A03", "judgement": "right", "drawn": True},
        {"finding": "f2", "rule": "A03", "judgement": "wrong", "drawn": True},
        {"finding": "f3", "rule": "A03", "judgement": "cannot tell", "drawn": True, "draw": 2},
        {"finding": "f4", "rule": "B06", "judgement": "right", "drawn": False},
    ]
    every = score_findings.score(labels)
    assert every["undian 1"] == Counter({"right": 1, "wrong": 1}) and every["undian 2"] == Counter({"cannot tell": 1})
    assert every["semua"] == Counter({"right": 1, "wrong": 1, "cannot tell": 1})
    assert score_findings.precision(every["A03"]) == 0.5
    assert every["B06"]["right"] == 1
    told = score_findings.score(labels, {"f1", "f3"})
    assert set(told) == {"A03", "semua", "undian 1", "undian 2"}
    assert score_findings.precision(told["semua"]) == 1.0
    assert math.isnan(score_findings.precision(Counter({"cannot tell": 1})))
