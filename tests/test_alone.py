"""Indicators without a partner: what is new, what is not taken up, and where that was looked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alignment.align import AlignRow, align
from alignment.alone import Compared, Source, unmatched
from flows import judgement
from models.decision import Answer, Decision
from models.link import Unmatched

from .conftest import Published
from .small_papers import TARGETS, renstra, write_paper
from .test_decisions import STUNTING, again, link_id, side
from .test_steps import ask

HEALTH, WORKS = "dinas kesehatan", "dinas pekerjaan umum"


def row(id_: str, name: str, **others: Any) -> AlignRow:
    return AlignRow(id_, name, **{"level": "sasaran", **others})


def alone(
    upper: list[AlignRow],
    lowers: dict[str, list[AlignRow]],
    offices: dict[str, str] | None = None,
    rulings: dict[tuple[str, str], Decision] | None = None,
) -> list[Unmatched]:
    """What is left of an upper document and several lower ones after they were aligned."""
    rows = {"atas": upper, **lowers}
    compared = [
        Compared("atas", id_, align(upper, lower, rulings=rulings or {}), rulings or {})
        for id_, lower in lowers.items()
    ]
    return unmatched(compared, Source(rows.__getitem__, (offices or {}).get))


def said(found: list[Unmatched]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.indicator, one.relation.value, one.documents) for one in found]


def test_each_is_told_once_with_where_it_was_looked_for_and_what_came_nearest() -> None:
    upper = [row("a1", "Persentase jalan mantap"), row("a2", "Persentase rumah layak huni perkotaan")]
    lower = [
        row("b1", "Persentase jalan mantap"),
        row("b2", "Persentase rumah layak huni perdesaan"),
        row("b3", "Indeks inovasi"),
    ]
    found = alone(upper, {"bawah": lower})
    assert said(found) == [
        ("a2", "tidak berlanjut", ("bawah",)), ("b2", "baru", ("atas",)), ("b3", "baru", ("atas",)),
    ]  # fmt: skip
    first, second, third = found
    assert (first.nearest, first.among, first.score > 0.5) == ("b2", 3, True)
    assert first.reasons[0] == "tidak ditemukan di antara 3 indikator"
    assert first.reasons[1].startswith("yang paling mirip: “Persentase rumah layak huni perdesaan” (")
    assert "kata pembeda" in first.reasons[1], "why it is not that one"
    assert first.features["nama"] > 0.5
    assert first.difference == second.difference == "Persentase rumah layak huni [-perkotaan-] {+perdesaan+}"
    assert (third.nearest, third.score, third.difference, third.reasons[1]) == (
        None,
        0.0,
        None,
        "tidak ada nama yang mirip",
    )


def test_a_link_into_one_of_several_documents_is_enough() -> None:
    upper = [row("a", "Prevalensi stunting")]
    lowers = {"b": [row("b1", "Prevalensi stunting")], "c": [row("c1", "Persentase jalan mantap")]}
    assert said(alone(upper, lowers)) == [("c1", "baru", ("atas",))]


def test_it_is_looked_for_only_where_it_could_stand() -> None:
    upper = [
        row("a1", "Prevalensi stunting", opd=HEALTH),
        row("a2", "Jumlah posyandu", level="subkegiatan", opd=HEALTH),
    ]
    works = [row("b1", "Persentase jalan mantap", opd=WORKS)]
    assert said(alone(upper, {"b": works}, {"b": WORKS})) == [("b1", "baru", ("atas",))]
    health = [row("c1", "Indeks kepuasan", opd=HEALTH)]
    found = alone(upper, {"b": works, "c": health}, {"b": WORKS, "c": HEALTH})
    assert ("a1", "tidak berlanjut", ("c",)) in said(found)
    assert "a2" not in [one.indicator for one in found], "no document below has sub kegiatan"
    assert alone(upper, {"c": []}) == [], "nothing was read of it, so nothing is missing"


def test_what_is_printed_again_counts_once_and_as_linked_when_one_is() -> None:
    upper = [row("a1", "Rasio gini"), row("a2", "Rasio Gini", opd=HEALTH), row("a3", "Prevalensi stunting")]
    upper += [row("a4", "Prevalensi Stunting", level="iku"), row("a5", "")]
    lower = [row("b1", "Prevalensi stunting")]
    assert said(alone(upper, {"b": lower})) == [("a2", "tidak berlanjut", ("b",))]


def test_the_nearest_may_have_another_partner_and_a_reviewer_may_have_parted_it() -> None:
    upper = [row("a1", "Persentase jalan kota mantap"), row("a2", "Persentase jembatan kota mantap")]
    (found,) = alone(upper, {"b": [row("b1", "Persentase jalan kota mantap")]})
    assert "sudah berpasangan dengan “Persentase jalan kota mantap”" in found.reasons[1]
    no = Decision(side("A"), side("B"), Answer.NO, "lain definisi", "Rina", "2026-11-28T01:00:00+00:00")
    left, right = alone(upper[:1], {"b": [row("b1", upper[0].name)]}, rulings={("a1", "b1"): no})
    for one in (left, right):
        assert one.reasons[-1] == f"bukan “{upper[0].name}”: diputuskan Rina, 2026-11-28: tidak (lain definisi)"


def test_analysts_see_them_with_both_pages(published: Published, tmp_path: Path, no_process: list[str]) -> None:
    documents, output = published.copy(tmp_path)
    assert ask(output, "SELECT count(*) FROM tanpa_padanan") == [(0,)]
    judgement.decide(output, (link_id(output, STUNTING),), Answer.NO, "populasi lain", "Rina")
    other = "Persentase kunjungan rumah sakit"
    write_paper(renstra({**TARGETS, other: TARGETS[STUNTING]}), documents)
    again(documents, output)
    columns = "jenjang, hubungan, indikator, dicari_indikator, lengkap, terdekat, terdekat_halaman, kata_baru"
    assert ask(output, f"SELECT {columns} FROM tanpa_padanan ORDER BY indikator, hubungan DESC") == [
        ("RPJMD-Renstra", "baru", other, 3, True, None, None, None),
        ("RPJMD-Renstra", "tidak berlanjut", STUNTING, 4, True, STUNTING, None, None),
        ("RPJMD-Renstra", "baru", STUNTING, 3, True, STUNTING, 3, None),
    ]
    assert ask(output, "SELECT count(*) FROM tautan WHERE beda = kiri_indikator AND kata_hilang IS NULL") == [(2,)]
    said_parts = ask(output, f"SELECT ukuran, konsep, penjelas FROM indikator WHERE indikator = '{other}'")
    assert said_parts == [("persentase", "kunjungan rumah sakit", "kunjungan; rumah sakit")]
