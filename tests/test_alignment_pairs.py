"""Which documents are held against each other."""

from __future__ import annotations

from itertools import count

import pytest

from alignment.pairs import document_pairs, superseded
from models.document import Document, Kind, Stage

_ids = count()
CITY = "Kota Harapan Jaya"


def document(
    kind: Kind,
    first: int | None,
    last: int | None = None,
    opd: str | None = None,
    region: str | None = CITY,
    stage: Stage | None = None,
) -> Document:
    return Document(f"d{next(_ids)}", kind, region, opd, first, last or first, stage, None, 1.0, "", ())


def pairs(*documents: Document) -> set[tuple[str, str, str]]:
    return {tuple(pair) for pair in document_pairs(documents)}  # type: ignore[misc]


def test_the_four_level_pairs() -> None:
    rpjmd, rkpd = document(Kind.RPJMD, 2025, 2029), document(Kind.RKPD, 2026)
    renstra = document(Kind.RENSTRA, 2025, 2029, "Dinas Kesehatan")
    renja = document(Kind.RENJA, 2026, opd="Dinkes")
    assert pairs(rpjmd, rkpd, renstra, renja) == {
        ("RPJMD-Renstra", rpjmd.id, renstra.id),
        ("RPJMD-RKPD", rpjmd.id, rkpd.id),
        ("RKPD-Renja", rkpd.id, renja.id),
        ("Renstra-Renja", renstra.id, renja.id),
    }


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (document(Kind.RPJMD, 2025, 2029), document(Kind.RENSTRA, 2021, 2026, "Dinas Sosial")),
        (document(Kind.RPJMD, 2025, 2029), document(Kind.RKPD, 2024)),
        (document(Kind.RKPD, 2026), document(Kind.RENJA, 2027, opd="Dinas Sosial")),
        (document(Kind.RENSTRA, 2025, 2029, "Dinas Sosial"), document(Kind.RENJA, 2026, opd="Dinas Kesehatan")),
        (document(Kind.RENSTRA, 2025, 2029), document(Kind.RENJA, 2026, opd="Dinas Kesehatan")),
        (document(Kind.RPJMD, 2025, 2029), document(Kind.RKPD, 2026, region="Kabupaten Rekaan")),
        (document(Kind.RPJMD, None), document(Kind.RKPD, 2026)),
        (document(Kind.LKJIP, 2026), document(Kind.RENJA, 2026, opd="Dinas Sosial")),
    ],
)
def test_no_pair(left: Document, right: Document) -> None:
    assert pairs(left, right) == set()


def test_periods_may_be_counted_from_the_inauguration() -> None:
    rpjmd, renstra = document(Kind.RPJMD, 2018, 2023), document(Kind.RENSTRA, 2019, 2023, "Dinas Sosial")
    assert pairs(rpjmd, renstra) == {("RPJMD-Renstra", rpjmd.id, renstra.id)}


def test_only_the_latest_stage_is_used_and_the_others_are_named() -> None:
    draft = document(Kind.RKPD, 2026, stage=Stage.RANCANGAN)
    final = document(Kind.RKPD, 2026, stage=Stage.PENETAPAN)
    changed = document(Kind.RKPD, 2026, stage=Stage.PERUBAHAN)
    rpjmd = document(Kind.RPJMD, 2025, 2029)
    assert pairs(draft, rpjmd, changed, final) == {("RPJMD-RKPD", rpjmd.id, changed.id)}
    assert superseded([draft, final, changed]).keys() == {draft.id, final.id}
    assert "perubahan" in superseded([draft, changed])[draft.id]


def test_stages_of_two_offices_do_not_replace_each_other() -> None:
    one = document(Kind.RENJA, 2026, opd="Dinas Sosial", stage=Stage.RANCANGAN)
    other = document(Kind.RENJA, 2026, opd="Dinas Kesehatan", stage=Stage.PERUBAHAN)
    assert superseded([one, other]) == {}


def test_a_region_that_was_not_read_is_the_only_one_of_the_run() -> None:
    rpjmd, rkpd = document(Kind.RPJMD, 2025, 2029), document(Kind.RKPD, 2026, region=None)
    assert pairs(rpjmd, rkpd) == {("RPJMD-RKPD", rpjmd.id, rkpd.id)}
    elsewhere = document(Kind.RPJMD, 2025, 2029, region="Kabupaten Rekaan")
    assert pairs(rpjmd, rkpd, elsewhere) == set()
