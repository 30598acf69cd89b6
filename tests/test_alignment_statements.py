"""Goal statements of two documents held against each other."""

from __future__ import annotations

from alignment.pairs import version_pairs
from alignment.statement_rules import tier_rules
from alignment.statements import StatementRow, align_statements, goal_rows
from alignment.wording import word_difference
from models.document import Document, Kind, Stage
from models.evidence import Evidence
from models.indicator import Statement, StatementKind
from models.link import Relation, StatementLink

MISI, TUJUAN, SASARAN = StatementKind.MISI, StatementKind.TUJUAN, StatementKind.SASARAN
HEALTH = "Meningkatnya derajat kesehatan masyarakat pesisir"
WATER = "Meningkatnya akses rumah tangga terhadap air minum layak"


def rows(side: str, *said: tuple[StatementKind, str] | tuple[StatementKind, str, str]) -> list[StatementRow]:
    return [StatementRow(f"{side}{n}", one[0], one[1], one[2] if len(one) > 2 else None) for n, one in enumerate(said)]


def one_link(left: str, right: str, tier: str = "Renstra-Renja", kind: StatementKind = SASARAN) -> StatementLink:
    (link,) = (
        x for x in align_statements(rows("a", (kind, left)), rows("b", (kind, right)), tier) if x.left and x.right
    )
    return link


def relations(links: list[StatementLink]) -> list[tuple[str | None, str | None, str]]:
    return [(link.left, link.right, link.relation.value) for link in links]


def test_the_same_words_written_otherwise_are_the_same_statement() -> None:
    link = one_link(WATER, "MENINGKATNYA AKSES RUMAH TANGGA TERHADAP AIR MINUM LAYAK.")
    assert (link.relation, link.reasons[0]) == (Relation.SAMA, "teks sama selain cara menulisnya")
    assert one_link(WATER, WATER).reasons == ("teks sama",)


def test_other_words_are_told_one_by_one() -> None:
    link = one_link(WATER, "Meningkatnya cakupan rumah tangga terhadap air minum layak")
    assert link.relation is Relation.BERUBAH
    assert "kata berganti: “akses” menjadi “cakupan”" in link.reasons
    assert link.difference == "Meningkatnya [-akses-] {+cakupan+} rumah tangga terhadap air minum layak"
    assert 0.7 <= link.score <= 1 and link.features["kata"] > 0.7


def test_the_sasaran_of_the_region_is_the_tujuan_of_the_opd() -> None:
    left = rows("a", (TUJUAN, "Terwujudnya kota pesisir yang sehat"), (SASARAN, HEALTH))
    right = rows(
        "b", (TUJUAN, "Meningkatkan derajat kesehatan masyarakat pesisir"), (SASARAN, "Menurunnya kematian ibu")
    )
    (link,) = align_statements(left, right, "RPJMD-Renstra")
    assert (link.left, link.right, link.relation) == ("a1", "b0", Relation.SAMA)
    assert "sasaran dokumen atas menjadi tujuan dokumen bawah" in link.reasons
    assert "bentuk kata berubah: “meningkatnya” menjadi “meningkatkan”" in link.reasons


def test_within_one_level_another_form_of_the_verb_is_a_change() -> None:
    assert one_link(HEALTH, "Meningkatkan derajat kesehatan masyarakat pesisir").relation is Relation.BERUBAH


def test_one_sasaran_may_become_a_tujuan_and_a_sasaran() -> None:
    links = align_statements(rows("a", (SASARAN, HEALTH)), rows("b", (TUJUAN, HEALTH), (SASARAN, HEALTH)), "RKPD-Renja")
    assert relations(links) == [("a0", "b0", "sama"), ("a0", "b1", "sama")]


def test_words_that_exclude_each_other_part_statements() -> None:
    links = align_statements(
        rows("a", (SASARAN, "Menurunnya angka kematian ibu melahirkan")),
        rows("b", (SASARAN, "Menurunnya angka kematian bayi")),
        "Renstra-Renja",
    )
    assert relations(links) == [("a0", None, "tidak berlanjut"), (None, "b0", "baru")]
    assert links[0].reasons[0] == "tidak ditemukan di antara 1 sasaran"
    assert links[0].difference is None


def test_the_opposite_direction_parts_statements() -> None:
    links = align_statements(
        rows("a", (SASARAN, "Peningkatan kawasan permukiman kumuh")),
        rows("b", (SASARAN, "Penurunan kawasan permukiman kumuh")),
        "Renstra-Renja",
    )
    assert all(link.relation not in (Relation.SAMA, Relation.BERUBAH) for link in links)


def test_one_excluding_word_in_a_long_statement_is_for_a_person() -> None:
    said = "Meningkatnya mutu layanan kesehatan {} melalui pos terpadu, kader terlatih, dan rujukan cepat di pulau"
    link = one_link(said.format("ibu"), said.format("bayi"))
    assert link.relation is Relation.PERLU_DIPERIKSA
    assert link.reasons[0].startswith("kata pembeda")
    short = "Meningkatnya mutu layanan kesehatan {} di pulau"
    links = align_statements(
        rows("a", (SASARAN, short.format("ibu"))), rows("b", (SASARAN, short.format("bayi"))), "Renstra-Renja"
    )
    assert not any(link.left and link.right for link in links)


def test_a_statement_inside_a_longer_one_is_for_a_person() -> None:
    link = one_link(
        "Meningkatnya kualitas layanan perpustakaan",
        "Meningkatnya kualitas layanan perpustakaan dan minat baca warga",
    )
    assert link.relation is Relation.PERLU_DIPERIKSA


def test_nothing_is_linked_for_lack_of_better() -> None:
    links = align_statements(
        rows("a", (SASARAN, HEALTH), (SASARAN, WATER)),
        rows("b", (SASARAN, "Berkembangnya koperasi nelayan"), (SASARAN, WATER)),
        "Renstra-Renja",
    )
    assert relations(links) == [("a1", "b1", "sama"), ("a0", None, "tidak berlanjut"), (None, "b0", "baru")]


def test_what_comes_nearest_is_told() -> None:
    left = rows("a", (TUJUAN, "Meningkatnya mutu pendidikan dasar anak nelayan"))
    right = rows("b", (TUJUAN, "Meningkatnya mutu gizi anak nelayan dan ibu hamil"))
    links = align_statements(left, right, "Renstra-Renja")
    assert any("terdekat: “Meningkatnya mutu gizi" in reason for link in links for reason in link.reasons) or (
        links[0].relation is Relation.PERLU_DIPERIKSA
    )


def test_an_opd_need_not_take_up_every_sasaran_of_the_region() -> None:
    links = align_statements(
        rows("a", (SASARAN, HEALTH), (SASARAN, WATER)), rows("b", (TUJUAN, HEALTH)), "RPJMD-Renstra"
    )
    assert relations(links) == [("a0", "b0", "sama")]
    links = align_statements(
        rows("a", (SASARAN, HEALTH)), rows("b", (TUJUAN, "Berkembangnya koperasi")), "RPJMD-Renstra"
    )
    assert relations(links) == [(None, "b0", "baru")]  # but its tujuan should come from one


def test_a_kind_that_was_not_read_on_one_side_is_not_told_as_missing() -> None:
    assert align_statements(rows("a", (MISI, WATER)), rows("b", (SASARAN, HEALTH)), "RPJMD-RKPD") == []


def test_another_kind_is_for_a_person_and_only_without_better() -> None:
    links = align_statements(rows("a", (TUJUAN, HEALTH)), rows("b", (SASARAN, HEALTH)), "Renstra-Renja")
    assert relations(links) == [("a0", "b0", "perlu diperiksa")]
    assert "jenis berbeda: tujuan, sasaran" in links[0].reasons
    links = align_statements(
        rows("a", (TUJUAN, HEALTH)), rows("b", (SASARAN, HEALTH), (TUJUAN, HEALTH)), "Renstra-Renja"
    )
    assert relations(links)[0] == ("a0", "b1", "sama")


def test_a_statement_printed_again_in_other_words_keeps_its_partner() -> None:
    left = rows(
        "a", (SASARAN, WATER), (SASARAN, "Meningkatnya akses rumah tangga terhadap air minum yang layak sekali")
    )
    links = align_statements(left, rows("b", (SASARAN, WATER)), "Renstra-Renja")
    assert ("a0", "b0", "sama") in relations(links)
    assert not any(link.relation is Relation.TIDAK_BERLANJUT for link in links)


def test_a_statement_counts_once_however_often_it_is_printed() -> None:
    links = align_statements(rows("a", (MISI, WATER), (MISI, WATER.upper())), rows("b", (MISI, WATER)), "RPJMD-RKPD")
    assert relations(links) == [("a0", "b0", "sama")]


def test_bad_input_gives_no_links() -> None:
    assert align_statements([], rows("b", (MISI, WATER)), "RPJMD-RKPD") == []
    assert align_statements(rows("a", (MISI, WATER)), rows("b", (MISI, WATER)), "LKjIP-Renja") == []
    assert align_statements(rows("a", (MISI, "")), rows("b", (MISI, "...")), "RPJMD-RKPD") == []
    long = "Meningkatnya " + "layanan publik yang bermutu " * 200
    assert [x.relation for x in align_statements(rows("a", (MISI, long)), rows("b", (MISI, long)), "RPJMD-RKPD")] == [
        Relation.SAMA
    ]


def test_statements_read_without_confidence_stay_out() -> None:
    where = Evidence("a1" * 32, "renstra.pdf", page=3, quote=HEALTH)
    sure, unsure = (Statement(where, SASARAN, HEALTH, confidence=c) for c in (0.9, 0.4))
    assert [row.id for row in goal_rows([("p1", sure), ("p2", unsure)])] == ["p1"]


def test_every_tier_knows_its_kinds() -> None:
    assert tier_rules()["RPJMD-Renstra"].shift == {(SASARAN, TUJUAN)}
    assert tier_rules()["Renstra-Renja"].whole
    assert not tier_rules()["RKPD-Renja"].whole


def test_words_are_compared_without_case_and_punctuation() -> None:
    assert word_difference("Naiknya mutu, ikan", "naiknya mutu ikan!") == "naiknya mutu ikan!"
    assert word_difference("a b c", "a c d") == "a [-b-] c {+d+}"


def plan(id_: str, stage: Stage | None, first: int = 2025) -> Document:
    return Document(id_, Kind.RPJMD, "Kota Rekaan", None, first, 2029, stage, "RPJMD", 0.9, "judul", ())


def test_stages_of_one_plan_are_paired_in_their_order() -> None:
    draft, law, change = plan("d1", Stage.RANCANGAN), plan("d2", Stage.PENETAPAN), plan("d3", Stage.PERUBAHAN)
    assert version_pairs([change, draft, law]) == [("RPJMD-RPJMD", "d1", "d2"), ("RPJMD-RPJMD", "d2", "d3")]
    assert version_pairs([law, plan("d4", Stage.PENETAPAN)]) == []
