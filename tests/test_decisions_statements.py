"""Decisions on goal statements: the same promises as for indicators, and two reviewers who differ."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignment.statements import StatementRow, align_statements, goal_rows
from flows import judgement
from models.decision import Answer, Decision, Side, Standing, Subject, side_of_statement
from models.errors import SelarasError
from models.evidence import Evidence
from models.indicator import Statement, StatementKind
from models.link import StatementLink
from review.book import COLUMNS, read_decisions, write_decisions
from review.hold import disagreements, hold

from .conftest import Published
from .small_papers import goal_table, renstra, write_paper
from .test_cli import call as call  # the fixture
from .test_decisions import RENSTRA, RPJMD, again, said
from .test_decisions import side as indicator_side
from .test_steps import ask

SASARAN, TUJUAN = StatementKind.SASARAN, StatementKind.TUJUAN
HEALTH = "Meningkatnya kualitas kesehatan masyarakat"


def side(text: str, kind: str = "RPJMD", opd: str | None = None) -> Side:
    words = kind, "Kota Harapan Jaya", opd, "2025-2029", "sasaran", None, text, None, None, None
    return Side(*words, subject=Subject.STATEMENT)


def judged(answer: Answer, left: str = "A", right: str = "B", by: str = "Rina", hour: int = 1) -> Decision:
    at = f"2026-11-28T{hour:02}:00:00+00:00"
    return Decision(side(left), side(right, "Renstra", "Dinas PU"), answer, "sudah dibahas", by, at)


def row(id_: str, text: str, kind: StatementKind = SASARAN) -> StatementRow:
    return StatementRow(id_, kind, text)


def ends(links: list[StatementLink]) -> list[tuple[str | None, str | None, str]]:
    return [(one.left, one.right, one.relation.value) for one in links]


# What alignment does with them


def test_no_is_never_linked_and_the_others_find_their_partners() -> None:
    left = [row("a", HEALTH)]
    right = [row("b1", HEALTH), row("b2", f"{HEALTH} kota")]
    assert ends(align_statements(left, right, "RPJMD-RKPD"))[0] == ("a", "b1", "sama")
    links = align_statements(left, right, "RPJMD-RKPD", {("a", "b1"): judged(Answer.NO)})
    assert [one[:2] for one in ends(links)] == [("a", "b2"), (None, "b1")]
    assert links[1].reasons[-1] == f"bukan “{HEALTH}”: diputuskan Rina, 2026-11-28: tidak (sudah dibahas)"


@pytest.mark.parametrize(
    ("answer", "relation", "score"),
    [(Answer.YES, "berubah", 1), (Answer.SAME, "sama", 1), (Answer.CHANGED, "berubah", 1),
     (Answer.UNSURE, "perlu diperiksa", None)],
)  # fmt: skip
def test_yes_links_what_words_and_kinds_forbid(answer: Answer, relation: str, score: int | None) -> None:
    left, right = [row("a", "Terwujudnya kota pesisir yang sehat")], [row("b", "Menurunnya kematian ibu", TUJUAN)]
    assert all(one.left is None or one.right is None for one in align_statements(left, right, "RPJMD-RKPD"))
    decision = judged(answer)
    (link,) = align_statements(left, right, "RPJMD-RKPD", {("a", "b"): decision})
    assert (link.left, link.right, link.relation.value, link.decision) == ("a", "b", relation, decision.id)
    assert link.reasons[0] == f"diputuskan Rina, 2026-11-28: {answer.value} (sudah dibahas)"
    assert (link.score == 1) is (score == 1)


def test_who_has_a_decided_partner_takes_no_other_of_that_kind() -> None:
    left = [row("a", HEALTH)]
    right = [row("b1", HEALTH), row("b2", "Menurunnya kematian ibu"), row("b3", HEALTH, TUJUAN)]
    links = align_statements(left, right, "RPJMD-Renstra", {("a", "b2"): judged(Answer.SAME)})
    assert ends(links) == [("a", "b2", "sama"), ("a", "b3", "sama")], "a tujuan of the Renstra is another matter"


def test_a_decision_on_a_row_that_is_printed_again_holds_for_the_one_that_is_shown() -> None:
    left, right = [row("a", HEALTH)], [row("b1", HEALTH), row("b2", HEALTH.upper())]
    links = align_statements(left, right, "RPJMD-RKPD", {("a", "b2"): judged(Answer.NO)})
    assert ends(links) == [("a", None, "tidak berlanjut"), (None, "b1", "baru")]


def test_what_was_read_unsurely_is_compared_when_a_reviewer_linked_it() -> None:
    unsure = Statement(Evidence("0", "a.pdf", 1), SASARAN, HEALTH, confidence=0.3)
    assert goal_rows([("a", unsure)]) == []
    assert [one.id for one in goal_rows([("a", unsure)], {"a"})] == ["a"]


# Which hold for a run


def held(decisions: list[Decision], left: list[str], right: list[str], lower: StatementKind = SASARAN) -> Any:
    def sides(document: Any) -> list[tuple[str, Side]]:
        texts, kind, letter = (left, SASARAN, "l") if document is RPJMD else (right, lower, "r")
        evidence = Evidence("0", "a.pdf", 1)
        return [
            (f"{letter}{i}", side_of_statement(document, Statement(evidence, kind, text, number=f"{i}.", parent="T")))
            for i, text in enumerate(texts)
        ]

    return hold(decisions, [(RPJMD, RENSTRA)], sides)


def test_kind_and_words_decide_and_numbers_and_parents_do_not() -> None:
    found = held([judged(Answer.NO)], ["C", "a."], [" b ", "B"])
    assert set(found.rulings[RPJMD.id, RENSTRA.id]) == {("l1", "r0"), ("l1", "r1")}
    assert found.linked == frozenset()
    assert held([judged(Answer.YES)], ["A"], ["B"]).linked == {"l0", "r0"}
    (stale,) = held([judged(Answer.YES)], ["A"], ["B"], TUJUAN).held
    assert (stale.standing, stale.note) == (Standing.STALE, "kanan: jenis “sasaran” menjadi “tujuan”")


def test_changed_words_are_told_and_a_new_decision_on_them_ends_the_waiting() -> None:
    old, now = judged(Answer.NO, right="Jalan mantap"), judged(Answer.NO, right="Jalan kota mantap", hour=2)
    (stale,) = held([old], ["A"], ["Jalan kota mantap"]).held
    assert (stale.standing, stale.left, stale.right, stale.right_heir) == (Standing.STALE, "l0", None, "r0")
    assert stale.note == "kanan: teks “Jalan mantap” menjadi “Jalan kota mantap”"
    both = held([old, now], ["A"], ["Jalan kota mantap"]).held
    assert [one.standing for one in both] == [Standing.REPLACED, Standing.IN_FORCE]
    assert (both[0].note or "").startswith("diputuskan lagi atas tulisan yang baru (kanan: ")


def test_a_statement_and_an_indicator_of_the_same_words_are_two() -> None:
    assert judged(Answer.NO).pair != said(Answer.NO).pair
    alike = replace(side("A"), subject=Subject.INDICATOR)
    assert alike.key != side("A").key
    assert indicator_side("A").key == (*indicator_side("A").key[:10],), "ids of older decisions stay"


def test_reviewers_who_differ_are_told_on_both_sides_and_the_last_counts() -> None:
    rina, budi = judged(Answer.NO), judged(Answer.CHANGED, by="Budi", hour=2)
    first, second = held([rina, budi], ["A"], ["B"]).held
    assert (first.standing, first.others) == (Standing.REPLACED, "Budi, 2026-11-28: berubah (sudah dibahas)")
    assert (second.standing, second.others) == (Standing.IN_FORCE, "Rina, 2026-11-28: tidak (sudah dibahas)")
    changed_her_mind = judged(Answer.YES, by="RINA", hour=3)
    assert disagreements([rina, budi, changed_her_mind]) == {}, "a plain ya goes with berubah"
    assert disagreements([rina, judged(Answer.WITHDRAWN, by="Budi", hour=2)]) == {}
    assert disagreements([judged(Answer.SAME), budi]).keys() == {judged(Answer.SAME).id, budi.id}


# The book and its CSV


def test_the_sheet_says_what_a_decision_is_about_and_older_sheets_are_about_indicators(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_decisions(path, [judged(Answer.NO), said(Answer.NO)])
    assert read_decisions(path) == ([judged(Answer.NO), said(Answer.NO)], [])
    with path.open(encoding="utf-8-sig", newline="") as file:
        old = [line[:-1] for line in csv.reader(file, delimiter=";")]
    assert COLUMNS[-1] == "macam"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([old[0], old[2]])
    assert read_decisions(path) == ([said(Answer.NO)], [])
    path.write_text(path.read_text(encoding="utf-8-sig").replace("alasan", "alasan;macam").replace(
        "sudah dibahas", "sudah dibahas;pagu"), encoding="utf-8")  # fmt: skip
    assert "macam 'pagu' tidak dikenal" in read_decisions(path)[1][0].message


# A whole run


def write_renstra(documents: Path, lead: str, **others: Any) -> None:
    paper = renstra()
    write_paper(replace(paper, blocks=(*paper.blocks[:-1], goal_table(lead, **others))), documents)


def goal_link(output: Path) -> str:
    (found,) = ask(output, f"SELECT tautan_id FROM tautan_pernyataan WHERE kiri_teks = '{HEALTH}' AND "
                           "kanan_jenis = 'sasaran'")  # fmt: skip
    return str(found[0])


LINKS = (
    "SELECT hubungan, penentu, beda_pendapat FROM tautan_pernyataan "
    f"WHERE kiri_teks = '{HEALTH}' AND kanan_jenis = 'sasaran'"
)
KEPT = (
    "SELECT macam, putusan, status, kiri_indikator, kanan_sekarang, kiri_indikator_id "
    "FROM keputusan ORDER BY pada, putusan"
)


def test_a_reviewers_session(published: Published, tmp_path: Path, no_process: list[str], call: Any) -> None:
    documents, output = published.copy(tmp_path)
    no = call("keputusan", "tambah", goal_link(output), "--putusan", "bukan", "--alasan", "lain cakupan",
              "--oleh", "Rina", "--hasil", output)  # fmt: skip
    assert (no.code, no.out.split(": ", 1)[1]) == (0, f"tidak: “{HEALTH}” dan “{HEALTH}”\n")
    assert again(documents, output).decided == 1
    assert ask(output, LINKS) == [], "rejected, and respected by the run"
    assert ask(output, KEPT) == [("pernyataan", "tidak", "berlaku", HEALTH, None, None)]

    ids = [id_ for (id_,) in ask(output, f"SELECT pernyataan_id FROM pernyataan WHERE teks = '{HEALTH}'")]
    judgement.decide(output, (ids[0], ids[1]), Answer.CHANGED, "disepakati", "Budi")
    summary = again(documents, output)
    assert (summary.decided, summary.disputed) == (1, 1)
    ((relation, who, others),) = ask(output, LINKS)
    assert (relation, who) == ("berubah", "peninjau")
    assert others.startswith("Rina, ") and others.endswith(": tidak (lain cakupan)")
    assert "lain cakupan" in call("keputusan", "daftar", "--beda", "--hasil", output, "--format", "csv").out

    write_renstra(documents, f"{HEALTH} pesisir")
    summary = again(documents, output)
    assert (summary.decided, summary.stale) == (0, 1)
    assert ask(output, KEPT)[1][1:5] == ("berubah", "usang", HEALTH, f"{HEALTH} pesisir")

    form = tmp_path / "formulir.csv"
    assert call("keputusan", "ekspor", "--belum", "--output", form, "--hasil", output).code == 0
    with form.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    assert lines[0]["keputusan_usang"].startswith("berubah oleh Budi, ")
    lines[0] |= {"putusan": "Ya", "alasan": "tetap sama"}
    with form.open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), delimiter=",")
        writer.writeheader()
        writer.writerows(lines)
    taken = call("keputusan", "impor", form, "--oleh", "Budi", "--hasil", output)
    assert (taken.code, taken.out) == (0, "1 keputusan ditambahkan, 0 baris tidak dipakai\n")
    summary = again(documents, output)
    assert (summary.decided, summary.stale) == (1, 0)
    assert ask(output, "SELECT hubungan, kanan_teks FROM tautan_pernyataan WHERE penentu = 'peninjau'") == [
        ("berubah", f"{HEALTH} pesisir")
    ]


def test_a_statement_without_partner_cannot_be_decided_by_its_link(published: Published, tmp_path: Path) -> None:
    documents, output = published.copy(tmp_path)
    write_renstra(documents, HEALTH, goal="Menurunnya kematian ibu")
    assert not again(documents, output).unchanged
    ((alone,),) = ask(output, "SELECT tautan_id FROM tautan_pernyataan WHERE kiri_teks IS NULL")
    with pytest.raises(SelarasError, match="tidak berpasangan"):
        judgement.decide(output, (alone,), Answer.NO, "lain", "Rina")
