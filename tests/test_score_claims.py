"""The claimed numbers hold their floor on pages of published documents that a person labelled."""

from __future__ import annotations

import pytest

from tests import score_claims


@pytest.mark.corpus
@pytest.mark.skipif(not score_claims.CORPUS.is_dir(), reason="korpus tidak ada di samping proyek")
def test_floor_of_precision_and_recall() -> None:
    kinds, years = score_claims.score()
    for kind, score in kinds.items():
        assert score.right >= 0.9 * score.found, f"{kind}: {score}"
        assert score.right >= 0.8 * score.labelled, f"{kind}: {score}"
    assert years.right >= 0.95 * years.found


@pytest.mark.corpus
@pytest.mark.skipif(not score_claims.CORPUS.is_dir(), reason="korpus tidak ada di samping proyek")
def test_floor_of_pages_that_nobody_read_while_fixing() -> None:
    """Few claims, so all kinds together: what is found must be right, half of what is claimed must be found."""
    kinds, years = score_claims.score(apart=True)
    right, found = sum(s.right for s in kinds.values()), sum(s.found for s in kinds.values())
    assert right >= 0.9 * found, (right, found)
    assert right >= 0.55 * sum(s.labelled for s in kinds.values()), right
    assert years.right >= 0.8 * years.found
