"""Floors on judged links of real documents, where the shared corpus is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from alignment.fit import Judged, figures, read_set
from alignment.score import weights
from models.link import Relation

SETS = Path(__file__).parents[2] / "shared" / "corpus" / "labels" / "matching"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SETS.is_dir(), reason="the shared corpus is not beside the project"),
]


def judged() -> Iterator[Judged]:
    for folder in sorted(SETS.iterdir()):
        if folder.is_dir():
            yield read_set("all", folder)


def test_pooled_links() -> None:
    found = figures(list(judged()), weights())
    assert found["f1"] >= 0.97
    assert found["sure_precision"] >= 0.99
    assert found["relation"] >= 0.95
    assert found["review_share"] <= 0.10


def test_every_larger_set_and_the_one_without_links() -> None:
    for one in judged():
        links = sum(relation != Relation.PERLU_DIPERIKSA.value for relation in one.relations.values())
        found = figures([one], weights())
        if links >= 20:
            assert found["f1"] >= 0.93, one.name
            assert found["sure_precision"] >= 0.96, one.name
        if not links:
            assert found["proposed"] <= 2, one.name
