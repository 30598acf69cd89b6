"""Documents aligned office by office, in several processes or one, give the links that one scope of all rows gives."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment import align as module
from alignment.align import align, rows_of_records
from alignment.look import Looker, counts
from alignment.normalise import parts
from alignment.row import AlignRow
from alignment.scopes import Scope, scopes
from alignment.score import weights
from models.decision import Answer, Decision
from models.link import Link
from tests.big_region import region
from tests.test_decisions import said

OFFICES = ("dinas a", "dinas a/bidang x", "badan b", "kecamatan c", "kecamatan d")
NAMES = (
    "Indeks kerukunan",
    "Indeks Kerukunan umat",
    "Jumlah bayi sehat",
    "Jumlah balita sehat",
    "Persentase X",
    "",
    "IKM",
)
ANSWERS = (Answer.SAME, Answer.NO, Answer.UNSURE)
CODES = (None, "1.02.02", "1.02.03", "X.XX.01")


def in_one_scope(
    left: list[AlignRow],
    right: list[AlignRow],
    rulings: dict[tuple[str, str], Decision],
    monkeypatch: pytest.MonkeyPatch,
) -> list[Link]:
    """The links when all rows are one scope."""

    def whole(x: list[AlignRow], y: list[AlignRow], *others: Any) -> list[Scope]:
        one = Scope([*range(len(x))], [*range(len(y))], [], {})
        for scope in scopes(x, y, *others):
            one.renamed.extend((scope.left[i], scope.right[j]) for i, j in scope.renamed)
            one.ruled.update({(scope.left[i], scope.right[j]): ruled for (i, j), ruled in scope.ruled.items()})
        return [one]

    with monkeypatch.context() as patch:
        patch.setattr(module, "scopes", whole)
        return align(left, right, rulings=rulings)


def rows(draw: st.DrawFn, side: str) -> list[AlignRow]:
    chosen = draw(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(OFFICES), st.sampled_from(CODES)), min_size=1, max_size=9
        )
    )
    return [AlignRow(f"{side}{n}", name, code=code, opd=office) for n, (name, office, code) in enumerate(chosen)]


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_office_by_office_links_as_all_at_once(data: st.DataObject) -> None:
    left, right = (data.draw(st.composite(rows)(side)) for side in "lr")
    ids = st.tuples(*(st.sampled_from([row.id for row in side]) for side in (left, right)))
    rulings = data.draw(st.dictionaries(ids, st.sampled_from([said(answer) for answer in ANSWERS]), max_size=3))
    assert align(left, right, rulings=rulings) == in_one_scope(left, right, rulings, pytest.MonkeyPatch())


def test_office_by_office_links_a_whole_region_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = region(600, 12)
    left, right = rows_of_records(made.left, made.right)
    links = align(left, right)
    assert links == in_one_scope(left, right, {}, monkeypatch)
    assert len({(x.left, x.right) for x in links} & made.truth) > 0.9 * len(made.truth)


def test_two_processes_link_as_one() -> None:
    made = region(200, 6)
    left, right = rows_of_records(made.left, made.right)
    assert align(left, right, workers=2) == align(left, right)


def parted(left: list[AlignRow], right: list[AlignRow], rulings: dict[tuple[str, str], Decision]) -> list[list[str]]:
    texts = [[parts(row.name).text for row in side] for side in (left, right)]
    found = scopes(left, right, *texts, rulings)
    return [[left[i].id for i in scope.left] + [right[j].id for j in scope.right] for scope in found]


def test_offices_are_apart_until_a_name_moves_or_a_reviewer_ties_them() -> None:
    left = [AlignRow("l1", "Indeks A", opd="dinas a"), AlignRow("l2", "Indeks B", opd="dinas b")]
    right = [AlignRow("r1", "Nilai A", opd="dinas a"), AlignRow("r2", "Nilai B", opd="dinas b")]
    assert parted(left, right, {}) == [["l1", "r1"], ["l2", "r2"]]
    assert parted(left, right, {("l1", "r2"): said(Answer.NO)}) == [["l1", "l2", "r1", "r2"]]
    moved = [*right, AlignRow("r3", "Indeks A", opd="dinas b")]
    assert parted(left, moved, {}) == [["l1", "l2", "r1", "r2", "r3"]]


def test_a_row_of_no_office_makes_one_scope() -> None:
    left = [AlignRow("l1", "Indeks A", opd="dinas a"), AlignRow("l2", "Indeks B", opd="dinas b")]
    right = [AlignRow("r1", "Nilai A", opd="dinas a"), AlignRow("r2", "Nilai C")]
    assert parted(left, right, {}) == [["l1", "l2", "r1", "r2"]]


def test_an_office_of_one_document_is_in_no_scope() -> None:
    left = [AlignRow("l1", "Indeks A", opd="dinas a"), AlignRow("l2", "Indeks B", opd="dinas b")]
    assert parted(left, [AlignRow("r1", "Nilai B", opd="dinas b")], {}) == [["l2", "r1"]]


def test_what_is_remembered_of_names_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignment.look.KEPT", 3)
    rng = random.Random(1)
    names = [f"Indeks {rng.randrange(10**6)}" for _ in range(8)]
    made = [AlignRow(str(n), name) for n, name in enumerate(names)]
    looker = Looker(weights())
    for _ in range(3):
        side = looker.named(made, [parts(row.name) for row in made])
        assert not looker._known
        assert len(list(looker.look_at(side, side, product(range(8), repeat=2)))) == 64
        assert len(looker._known) == 64


def test_only_pairs_that_can_become_links_are_kept() -> None:
    looker = Looker(weights())
    made = [AlignRow("a", "Persentase jalan mantap"), AlignRow("b", "Jumlah bayi sehat")]
    side = looker.named(made, [parts(row.name) for row in made])
    same_pair, other_pair = looker.look_at(side, side, [(0, 0), (0, 1)])
    assert counts(same_pair, looker.bar) and not counts(other_pair, looker.bar)
    same = replace(made[0], id="c")
    assert align([made[0]], [same])[0].score == round(same_pair.score, 4)
