"""The recall scorer counts a finding only when one finding of a right rule holds all the words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.score_recall import LABELS, holds, match, plain
from warehouse.rules import load_rules

UNMADE = Path(__file__).parents[1] / "docs" / "aturan_tidak_dibuat.md"

FINDINGS = [
    (
        "E01",
        "f1",
        plain("Pagu program 2.16.02: 2021: Rp1.675.000.000, Renstra 2021: Rp1.775.000.000."),
    ),
    ("D08", "f2", plain("Kondisi akhir tertulis 32,42 Persen, sedangkan target 2023 28,81 Persen.")),
]


@pytest.mark.parametrize(
    ("rules_", "words", "told"),
    [
        (["E01"], ["2.16.02", "1.675.000.000"], ("E01", "f1")),
        (["D02", "D08"], ["32.42", "28,81"], ("D08", "f2")),
        (["D08"], ["2.16.02"], None),
        (["E01"], ["1.675"], None),
        (["E01"], ["2.16.02", "28.81"], None),
    ],
)
def test_one_finding_of_the_rules_holds_every_word(
    rules_: list[str], words: list[str], told: tuple[str, str] | None
) -> None:
    assert match({"rules": rules_, "words": words}, FINDINGS) == told


def test_a_number_at_a_sentence_end_counts_and_a_longer_one_does_not() -> None:
    assert holds("1.775.000.000", FINDINGS[0][2])
    assert not holds("75", plain("100,75 persen"))


def test_the_table_is_whole() -> None:
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    assert len({label["id"] for label in labels}) == len(labels)
    assert all(label["rules"] and label["words"] and label["region"] for label in labels)
    written = {rule.id for rule in load_rules()}
    unmade = set(re.findall(r"^\| ([A-I]\d+) ", UNMADE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {rule for label in labels for rule in label["rules"]} <= written | unmade
