"""A high confidence stays a promise: on pages without labels that a person judged, see tests/reliability.py."""

from __future__ import annotations

import pytest

from tests import reliability
from tests.reliability import Judged

FOUND, RIGHT = 0.90, 0.99
"""Of the sample: records found again; right values at a confidence of 0.9 and more (2,072 of 2,092 when set)."""


def test_the_table_counts_values_by_the_confidence_of_their_record() -> None:
    judged = [Judged(1.0, [True, True, False]), Judged(0.9, [True]), Judged(0.55, [False], changed=2)]
    assert [len(reliability.in_bin(judged, low)) for low in reliability.BINS] == [0, 1, 0, 2]
    *_, line = reliability.table(judged).splitlines()
    assert line.split() == [">=", "0.9", "2", "4", "3", "0.7500", "0.301-0.954", "0"]


def test_a_reading_that_nobody_judged_is_neither_right_nor_wrong() -> None:
    record = {"indicator": "Cakupan layanan", "unit": "%", "targets": {"2026": {"raw": "80", "value": 80}}}
    known = reliability.value_digest(("targets", "2026"), {"raw": "80", "value": 80})
    entry = {name: {reading: True} for name, reading in reliability.fields(record).items()} | {"values": {known: True}}
    entry["unit"] = {}
    later = record | {"confidence": 1.0, "final": {"raw": "90", "value": 90}}
    result = reliability.Sampled()
    reliability.judge(entry, later, result)
    assert (result.judged[0].verdicts, result.judged[0].changed) == ([True], 1)
    assert (result.fields["name"], result.fields["unit"]) == ([1, 0, 0], [0, 0, 1])


@pytest.mark.corpus
@pytest.mark.skipif(not (reliability.SHARED / "corpus").is_dir(), reason="korpus tidak ada di samping proyek")
def test_high_confidence_keeps_its_measured_share_on_the_judged_sample() -> None:
    sample = reliability.sampled(ocr_seconds=0)
    assert sample.found >= FOUND * sample.drawn
    verdicts = [verdict for one in reliability.in_bin(sample.judged, 0.9) for verdict in one.verdicts]
    assert verdicts
    assert sum(verdicts) >= RIGHT * len(verdicts)
