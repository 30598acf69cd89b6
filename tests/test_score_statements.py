"""The goal statements hold their floor on pages of published documents that a person labelled."""

from __future__ import annotations

from collections import Counter

import pytest

from tests import score_statements
from tests.score_statements import Score


def test_labels_hold_no_words_and_name_their_documents() -> None:
    documents = score_statements.documents()
    assert len(documents) >= 8
    assert len({document.sha256 for document in documents}) == len(documents)
    assert 0.4 <= sum(document.apart for document in documents) / len(documents) <= 0.65
    for document in documents:
        for label in document.labels:
            assert all(len(text) == 16 for text in (*label.text, label.start))
            assert document.pages is None or label.page in document.pages


def test_a_text_is_the_same_however_its_lines_break() -> None:
    assert score_statements.digest("Menata Kota,\nyang tertib") == score_statements.digest("menata kota yang tertib.")
    assert score_statements.plain_number("III.") == score_statements.plain_number("3)") == "3"
    assert score_statements.plain_number(None) is None


@pytest.mark.corpus
@pytest.mark.skipif(not score_statements.CORPUS.is_dir(), reason="korpus tidak ada di samping proyek")
def test_floor_of_precision_and_recall() -> None:
    results = list(score_statements.score())
    assert len(results) == len(score_statements.documents())
    for apart in (False, True):
        half = [result for result in results if result.document.apart is apart]
        total = sum((result.total for result in half), Score())
        parents: Counter[bool] = sum((result.parents for result in half), Counter())
        numbers: Counter[bool] = sum((result.numbers for result in half), Counter())
        assert total.precision >= 0.97, total
        assert total.recall >= 0.80, total
        assert parents[True] >= 0.84 * parents.total()
        assert numbers[True] >= 0.97 * numbers.total()
