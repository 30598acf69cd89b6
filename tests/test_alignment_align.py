"""Links between two documents: hard cases, bad input, properties."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.align import AlignRow, align, align_records
from alignment.row import row_of, row_of_record
from models.evidence import Evidence
from models.indicator import Indicator, Level
from models.link import Link, Relation
from models.quantity import Quantity, QuantityKind
from tests.alignment_cases import CASES, Case, records, reworded


def links_of(case: Case) -> dict[tuple[int, int], Link]:
    found = align_records(records(case.left, "l"), records(case.right, "r"))
    return {(int(link.left[1:]), int(link.right[1:])): link for link in found}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hard_case(case: Case) -> None:
    found = links_of(case)
    sure = {key: link.relation.value for key, link in found.items() if link.relation is not Relation.PERLU_DIPERIKSA}
    assert sure == case.links
    assert found.keys() - case.links.keys() <= case.maybe


def test_rewordings_are_found_and_nothing_else() -> None:
    case = reworded()
    found = links_of(case)
    sure = {key: link.relation.value for key, link in found.items() if link.relation is not Relation.PERLU_DIPERIKSA}
    assert not sure.keys() - case.links.keys()
    assert len(sure.keys() & case.links.keys()) >= 0.9 * len(case.links)
    assert sum(case.links[key] == relation for key, relation in sure.items()) >= 0.95 * len(sure)
    assert len(found) - len(sure) <= 0.15 * len(case.links)


def row(name: str, row_id: str = "a", **others: Any) -> AlignRow:
    return AlignRow(id=row_id, name=name, **others)


def only(left: AlignRow, right: AlignRow) -> Link:
    (link,) = align([left], [right])
    return link


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (row("Indeks layanan", unit="Persen"), row("Indeks layanan", unit="Poin"), "satuan berbeda: Persen, Poin"),
        (row("AKI"), row("Angka Kematian Ibu"), "nama sama setelah singkatan AKI dibuka"),
        (row("Persentase gizi", code="1.02.02"), row("Persentase gizi", code="1.02.02"), "kode sama 1.02.02"),
        (
            row("Indeks literasi", targets={2025: Decimal(50), 2026: Decimal(55)}),
            row("Indeks literasi", targets={2025: Decimal("50.0"), 2026: Decimal(55)}),
            "deret target sama: 2025, 2026",
        ),
        (
            row("Nilai kerja sama", budgets={2025: Decimal(10)}),
            row("Nilai kerja sama", budgets={2025: Decimal(10)}),
            "pagu sama: 2025",
        ),
        (
            row("Persentase warga tertib"),
            row("Meningkatnya persentase warga tertib"),
            "kata kerja di depan nama: “-” menjadi “meningkatnya”",
        ),
        (row("Cakupan lansia sehat"), row("Persentase lansia sehat"), "ukuran berbeda: cakupan, persentase"),
        (
            row("Persentase pasar bersih"),
            row("Persentase pasar bersih sebesar 80%"),
            "target di dalam nama: sebesar 80",
        ),
        (
            row("Persentase desa yang tertib administrasi"),
            row("Persentase desa yang tertib administrasi keuangan"),
            "kata ditambah: “keuangan”",
        ),
    ],
)
def test_a_link_says_why(left: AlignRow, right: AlignRow, reason: str) -> None:
    assert reason in only(left, right).reasons


def test_a_veto_with_equal_numbers_and_code_goes_to_a_person() -> None:
    numbers = {2025: Decimal("5.1"), 2026: Decimal("12.4"), 2027: Decimal("22.8")}
    left = row("Persentase koperasi sehat", code="2.17.05", targets=numbers, unit="%")
    link = only(left, row("Persentase industri sehat", "b", code="2.17.05", targets=numbers, unit="%"))
    assert link.relation is Relation.PERLU_DIPERIKSA
    assert link.reasons[0].startswith("kata pembeda (usaha)")


def test_features_are_named_and_the_score_is_a_probability() -> None:
    link = only(row("Indeks Inovasi Daerah"), row("Indeks Inovasi Daerah"))
    assert link.features["nama"] == 1
    assert 0.5 < link.score <= 1


def test_rows_come_from_indicators_and_records_alike() -> None:
    cell = Quantity("12,5", QuantityKind.NUMBER, value=Decimal("12.5"))
    indicator = Indicator(Evidence("0", "a.pdf", 1), "Persentase X", Level.PROGRAM, unit="%", targets={2026: cell})
    record = {
        "id": 7,
        "indicator": "Persentase X",
        "level": "program",
        "unit": "%",
        "targets": {"2026": {"raw": "12,5", "value": 12.5}},
    }
    assert row_of(indicator, "7", None) == row_of_record(record)


# ---- bad input


@pytest.mark.parametrize(
    "record",
    [
        {"id": "x", "indicator": ""},
        {"id": "x", "indicator": "   ", "unit": None, "targets": None},
        {"id": "x", "indicator": "- ,;()"},
        {"id": "x", "indicator": "a" * 2000},
        {"id": "x", "indicator": "Persentase " + "kata panjang sekali " * 100},
        {"id": "x", "indicator": None, "targets": {"2025": "bukan sel"}, "budgets": [], "context": "bukan objek"},
        {"id": "x", "indicator": "Indeks", "targets": {"bukan tahun": {}, "2025": {"value": "NaN"}}},
        {"id": "x", "indicator": "🙂 ﷽ \x00 ½", "code": "9" * 300, "opd": "   "},
    ],
)
def test_odd_records_are_never_linked_for_lack_of_better(record: dict[str, Any]) -> None:
    others = records(CASES[0].right, "r")
    assert align_records([record], others) == []
    assert align_records(others, [record]) == []


def test_empty_sides() -> None:
    assert align([], []) == align([row("Indeks X")], []) == align([], [row("Indeks X")]) == []


def test_long_names_are_still_compared() -> None:
    name = "Persentase " + " ".join(f"hal{n}" for n in range(300))
    assert only(row(name), row(name)).relation is Relation.SAMA


def all_rows() -> list[AlignRow]:
    rows: list[AlignRow] = []
    for number, case in enumerate((*CASES, reworded())):
        for record in records(case.left, f"{number}-"):
            rows.append(replace(row_of_record(record), opd=f"dinas {number}"))
    return rows


def test_a_document_with_itself_gives_identity() -> None:
    rows = all_rows()
    links = align(rows, rows)
    assert {row.id for row in rows} == {link.left for link in links if link.left == link.right}
    assert {link.relation for link in links if link.left == link.right} == {Relation.SAMA}
    names = {row.id: row.name.casefold() for row in rows}
    others = [link for link in links if link.left != link.right and link.relation is Relation.SAMA]
    assert all(names[link.left] == names[link.right] for link in others)


def test_duplicates_of_a_row_get_the_same_partner() -> None:
    twice = [row("Indeks kerukunan", "a1"), row("Indeks Kerukunan", "a2")]
    links = align(twice, [row("Indeks kerukunan", "b")])
    assert {(link.left, link.right) for link in links} == {("a1", "b"), ("a2", "b")}


def test_the_order_of_rows_does_not_matter() -> None:
    left, right = all_rows(), [replace(r, id="r" + r.id) for r in all_rows()]
    plain = {(link.left, link.right, link.relation) for link in align(left, right)}
    random.Random(3).shuffle(left)
    random.Random(4).shuffle(right)
    assert {(link.left, link.right, link.relation) for link in align(left, right)} == plain


def test_sides_may_be_exchanged() -> None:
    case = reworded()
    left, right = records(case.left, "l"), records(case.right, "r")
    there = {(link.left, link.right) for link in align_records(left, right)}
    back = {(link.right, link.left) for link in align_records(right, left)}
    assert len(there ^ back) <= 0.02 * len(there)


VOCABULARY = """persentase jumlah indeks cakupan ibu bayi jalan jembatan sekolah dasar layanan publik UMKM BKB BKR 2025
15-49 (%) yang dan terpenuhi pemenuhan meningkatkan sebesar 75% AKI (AKI) , ; / - desa kecamatan"""
WORDS = st.sampled_from(VOCABULARY.split())
NAMES = st.lists(WORDS, max_size=9).map(" ".join)
ROWS = st.lists(
    st.tuples(
        NAMES, st.sampled_from([None, "%", "Orang", "Poin"]), st.sampled_from([None, "1.02.02", "X.XX.01", "2.1"])
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS)
def test_never_raises_and_links_only_what_exists(left: list[Any], right: list[Any]) -> None:
    a = [row(name, f"a{n}", unit=unit, code=code) for n, (name, unit, code) in enumerate(left)]
    b = [row(name, f"b{n}", unit=unit, code=code) for n, (name, unit, code) in enumerate(right)]
    links = align(a, b)
    assert len({(link.left, link.right) for link in links}) == len(links)
    for link in links:
        assert link.left in {r.id for r in a} and link.right in {r.id for r in b}
        assert 0 <= link.score <= 1
        assert link.reasons
