"""The judged links of goal statements: the labels themselves, and floors where the shared corpus is at hand."""

from __future__ import annotations

import pytest

from alignment.statements import StatementRow
from models.indicator import StatementKind
from models.link import Relation
from tests.score_statement_links import CORPUS, Judged, Score, read_labels, score, scores
from tests.score_statements import digest


def test_labels_hold_hashes_and_known_relations() -> None:
    sets = read_labels()
    links = [(key, relation) for judged in sets for key, relation in judged.links.items()]
    assert len(links) >= 60
    assert {relation for _, relation in links} <= {Relation.SAMA, Relation.BERUBAH, Relation.PERLU_DIPERIKSA}
    assert all(len(side) == 16 and int(side, 16) >= 0 for key, _ in links for side in key)


def test_what_counts() -> None:
    kind = StatementKind.SASARAN
    texts = [
        "Meningkatnya mutu layanan air minum",
        "Menurunnya jumlah kawasan kumuh",
        "Meningkatnya daya saing koperasi",
    ]
    left = [StatementRow(f"a{n}", kind, text) for n, text in enumerate(texts)]
    right = [StatementRow(f"b{n}", kind, text) for n, text in enumerate(texts)]
    judged = Judged(
        "kota", "Renstra-Renja", [], [], {(digest(texts[0]),) * 2: "sama", (digest(texts[1]),) * 2: "berubah"}
    )
    found = score(judged, left, right)
    assert (found.said, found.right, found.same_relation, found.judged, found.shown) == (3, 2, 1, 2, 2)
    assert found.wrong == [f"kota: {texts[2]} | {texts[2]}"]
    judged.links[(digest(texts[2]),) * 2] = "perlu diperiksa"
    assert score(judged, left, right).precision == 1


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside the project")
def test_links_of_real_plans() -> None:
    total = sum(scores().values(), Score())
    assert total.judged >= 50
    assert total.precision >= 0.98, total.wrong
    assert total.recall >= 0.85
    assert total.recall_with_review >= 0.95
