"""Which documents are held against each other."""

from __future__ import annotations

from itertools import count

import pytest

from alignment.pairs import document_pairs, superseded, unpaired
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


def test_what_was_agreed_for_a_year_is_held_against_the_plans_of_its_office() -> None:
    renstra = document(Kind.RENSTRA, 2025, 2029, "Dinas Sosial")
    before, renja, after = (document(Kind.RENJA, year, opd="Dinas Sosial") for year in (2025, 2026, 2027))
    pk = document(Kind.PK, 2026, opd="Dinas Sosial")
    other = document(Kind.PK, 2026, opd="Dinas Kesehatan")
    rpjmd, of_region = document(Kind.RPJMD, 2025, 2029), document(Kind.PK, 2026)
    agreed = {pair for pair in pairs(renstra, before, renja, after, pk, other, rpjmd, of_region) if "PK" in pair[0]}
    assert agreed == {
        ("Renja-PK", renja.id, pk.id),
        ("Renstra-PK", renstra.id, pk.id),
        ("RPJMD-PK", rpjmd.id, of_region.id),
    }


def test_an_lkjip_stands_for_the_pk_it_reports_on_unless_the_pk_is_there() -> None:
    renja = document(Kind.RENJA, 2026, opd="Dinas Sosial")
    pk, report = document(Kind.PK, 2026, opd="Dinas Sosial"), document(Kind.LKJIP, 2026, opd="Dinsos")
    assert pairs(renja, report) == {("Renja-PK", renja.id, report.id)}
    assert pairs(renja, report, pk) == {("Renja-PK", renja.id, pk.id)}
    assert "Perjanjian Kinerja tahun itu ada" in unpaired([renja, report, pk])[report.id]


def test_without_a_renja_of_its_year_the_next_one_looks_back() -> None:
    report = document(Kind.LKJIP, 2015, opd="Dinas Sosial")
    after, later = document(Kind.RENJA, 2016, opd="Dinas Sosial"), document(Kind.RENJA, 2017, opd="Dinas Sosial")
    elsewhere = document(Kind.RENJA, 2015, opd="Dinas Sosial", region="Kabupaten Rekaan")
    assert pairs(report, after, later, elsewhere) == {("Renja-PK", after.id, report.id)}


def test_a_changed_pk_replaces_the_one_before_but_not_that_of_another_office() -> None:
    renstra = document(Kind.RENSTRA, 2025, 2029, "Dinas Sosial")
    first, changed = (
        document(Kind.PK, 2026, opd="Dinas Sosial", stage=stage) for stage in (Stage.PENETAPAN, Stage.PERUBAHAN)
    )
    of_region = document(Kind.PK, 2026, stage=Stage.PENETAPAN)
    assert pairs(renstra, first, changed, of_region) == {("Renstra-PK", renstra.id, changed.id)}
    assert superseded([first, changed, of_region]).keys() == {first.id}


def test_a_lone_lkjip_says_what_it_lacks() -> None:
    report = document(Kind.LKJIP, 2018, opd="Dinas Sosial")
    renja = document(Kind.RENJA, 2026, opd="Dinas Sosial")
    assert unpaired([report, renja])[report.id] == (
        "Tidak dibandingkan: tidak ada RPJMD atau Renstra atau Renja dengan tahun dan perangkat daerah yang cocok;"
        " yang ada: Renja 2026."
    )
    assert unpaired([renja])[renja.id].endswith("tidak satu pun ada dalam kumpulan ini.")
