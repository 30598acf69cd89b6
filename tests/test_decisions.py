"""A reviewer's decisions: outrank the machine, outlive every rebuild, fall silent when the words change."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from alignment.align import AlignRow, align
from flows import judgement
from flows.progress import Silent
from flows.run import run
from flows.steps import Summary
from models.decision import Answer, Decision, Side, Standing, side_of
from models.document import Document, Kind, Stage
from models.errors import ErrorCode
from models.evidence import Evidence
from models.indicator import Context, Indicator, Level
from models.link import Relation
from review.book import COLUMNS, add, read_book, read_decisions, write_decisions
from review.hold import hold

from .conftest import Published
from .small_papers import TARGETS, renstra, settings_for, write_paper
from .test_cli import call as call  # the fixture
from .test_steps import ask

STUNTING = "Prevalensi stunting"


def side(name: str, kind: str = "RPJMD", **others: Any) -> Side:
    fields = {"region": "Kota Harapan Jaya", "years": "2025-2029", "level": "sasaran", "unit": "persen", **others}
    rest = set(Side.__slots__) - {"kind", "name", "subject"}
    return Side(kind=kind, name=name, **{field: fields.get(field) for field in rest})


def said(answer: Answer, left: str = "A", right: str = "B", at: str = "2026-11-28T01:00:00+00:00") -> Decision:
    return Decision(side(left), side(right, "Renstra", opd="Dinas PU"), answer, "sudah dibahas", "Rina", at)


# What alignment does with them


def row(name: str, row_id: str, **others: Any) -> AlignRow:
    return AlignRow(id=row_id, name=name, **others)


def test_no_is_never_linked_and_the_others_find_their_partners() -> None:
    left = [row("Persentase jalan mantap", "l1")]
    right = [row("Persentase jalan mantap", "r1"), row("Persentase jalan kota mantap", "r2")]
    assert [(x.left, x.right) for x in align(left, right)] == [("l1", "r1")]
    links = align(left, right, rulings={("l1", "r1"): said(Answer.NO)})
    assert [(x.left, x.right, x.decision) for x in links] == [("l1", "r2", None)]


def test_no_also_ends_what_only_a_person_was_to_look_at() -> None:
    numbers = {2025: Decimal("5.1"), 2026: Decimal("12.4"), 2027: Decimal("22.8")}
    left = row("Persentase koperasi sehat", "l", code="2.17.05", targets=numbers, unit="%")
    right = row("Persentase industri sehat", "r", code="2.17.05", targets=numbers, unit="%")
    assert len(align([left], [right])) == 1
    assert align([left], [right], rulings={("l", "r"): said(Answer.NO)}) == []


@pytest.mark.parametrize(
    ("answer", "relation"),
    [
        (Answer.YES, Relation.BERUBAH),
        (Answer.SAME, Relation.SAMA),
        (Answer.CHANGED, Relation.BERUBAH),
        (Answer.UNSURE, Relation.PERLU_DIPERIKSA),
    ],
)
def test_yes_links_what_words_and_vetoes_forbid(answer: Answer, relation: Relation) -> None:
    left, right = row("Angka kematian ibu", "l"), row("Jumlah sambungan air minum", "r")
    assert align([left], [right]) == []
    decision = said(answer)
    (link,) = align([left], [right], rulings={("l", "r"): decision})
    assert (link.relation, link.decision) == (relation, decision.id)
    assert (link.score == 1) is (answer is not Answer.UNSURE)
    assert link.reasons[0] == f"diputuskan Rina, 2026-11-28: {answer.value} (sudah dibahas)"


def test_who_has_a_decided_partner_takes_no_other_unless_the_reviewer_was_unsure() -> None:
    left = [row("Persentase jalan mantap", "l1")]
    right = [row("Persentase jalan mantap", "r1"), row("Tingkat kelancaran lalu lintas", "r2")]
    links = align(left, right, rulings={("l1", "r2"): said(Answer.SAME)})
    assert [(x.left, x.right) for x in links] == [("l1", "r2")]
    links = align(left, right, rulings={("l1", "r2"): said(Answer.UNSURE)})
    assert [(x.right, x.relation.value) for x in links] == [("r1", "sama"), ("r2", "perlu diperiksa")]


def test_decisions_about_rows_that_are_not_there_change_nothing() -> None:
    left, right = [row("Indeks inovasi", "l")], [row("Indeks inovasi", "r")]
    assert align(left, right, rulings={("x", "r"): said(Answer.NO)}) == align(left, right)


# Which hold for a run


def document(kind: Kind, opd: str | None = None, stage: Stage | None = None) -> Document:
    return Document(f"d{kind}{opd}{stage}", kind, "Kota Harapan Jaya", opd, 2025, 2029, stage, None, 1.0, "", ())


def indicator(name: str, **others: Any) -> Indicator:
    return Indicator(Evidence("0", "a.pdf", 1), name, **{"level": Level.SASARAN, "unit": "persen", **others})


RPJMD, RENSTRA = document(Kind.RPJMD), document(Kind.RENSTRA, "Dinas PU")


def held(decisions: list[Decision], left: list[Indicator], right: list[Indicator], lower: Document = RENSTRA) -> Any:
    numbered = {
        RPJMD.id: [(f"l{i}", side_of(RPJMD, one)) for i, one in enumerate(left)],
        lower.id: [(f"r{i}", side_of(lower, one)) for i, one in enumerate(right)],
    }
    return hold(decisions, [(RPJMD, lower)], lambda document: numbered[document.id])


def test_the_same_words_are_found_again_however_they_are_set_and_whatever_the_stage() -> None:
    lower = document(Kind.RENSTRA, "DINAS  PU", Stage.PENETAPAN)
    found = held([said(Answer.NO)], [indicator("a."), indicator("C")], [indicator(" B ")], lower)
    assert found.rulings == {(RPJMD.id, lower.id): {("l0", "r0"): said(Answer.NO)}}
    assert [(one.standing, one.left, one.right) for one in found.held] == [(Standing.IN_FORCE, "l0", "r0")]


def test_rows_with_the_same_words_are_one_and_clones_of_other_offices_are_not() -> None:
    left = [indicator("A"), indicator("A"), indicator("A", responsible="Kecamatan Barat")]
    found = held([said(Answer.YES)], left, [indicator("B")])
    assert set(found.rulings[RPJMD.id, RENSTRA.id]) == {("l0", "r0"), ("l1", "r0")}


@pytest.mark.parametrize(
    ("now", "note", "name"),
    [
        (indicator("Jalan kota mantap"), "kanan: nama “Jalan mantap” menjadi “Jalan kota mantap”", "Jalan kota mantap"),
        (indicator("Jalan mantap", unit="km"), "kanan: satuan “persen” menjadi “km”", "Jalan mantap"),
        (
            indicator("Jalan mantap", context=Context(sasaran="Jalan lancar")),
            "kanan: induk “-” menjadi “sasaran: Jalan lancar”",
            "Jalan mantap",
        ),
        (
            indicator("Indeks kepuasan"),
            "kanan: “Jalan mantap” tidak ditemukan lagi di Renstra Dinas PU 2025-2029",
            None,
        ),
    ],
)
def test_changed_words_make_it_stale_and_it_is_not_applied(now: Indicator, note: str, name: str | None) -> None:
    found = held([said(Answer.YES, right="Jalan mantap")], [indicator("A")], [now])
    assert found.rulings == {}
    (one,) = found.held
    assert (one.standing, one.note, one.left, one.right, one.right_now) == (Standing.STALE, note, "l0", None, name)


def test_the_last_word_counts_and_a_withdrawn_one_leaves_it_to_the_machine() -> None:
    early, late = said(Answer.NO), said(Answer.SAME, at="2026-11-28T02:00:00+00:00")
    found = held([early, late], [indicator("A")], [indicator("B")])
    assert [one.standing for one in found.held] == [Standing.REPLACED, Standing.IN_FORCE]
    assert found.rulings[RPJMD.id, RENSTRA.id] == {("l0", "r0"): late}
    end = said(Answer.WITHDRAWN, at="2026-11-28T03:00:00+00:00")
    found = held([early, late, end], [indicator("A")], [indicator("B")])
    assert [one.standing for one in found.held][2] is Standing.WITHDRAWN
    assert found.rulings == {}


def test_documents_that_are_not_compared_are_told() -> None:
    other = document(Kind.RENSTRA, "Dinas Sosial")
    found = held([said(Answer.NO)], [indicator("A")], [indicator("B")], other)
    assert [one.standing for one in found.held] == [Standing.NOT_MET]


def test_a_side_is_known_by_all_its_printed_words() -> None:
    one = indicator("Nama", code="1.03.10", context=Context(tujuan="T", program="P"), responsible="Bidang A")
    assert side_of(RENSTRA, one) == Side(
        "Renstra", "Kota Harapan Jaya", "Dinas PU", "2025-2029", "sasaran", "1.03.10", "Nama", "persen", "Bidang A",
        "tujuan: T > program: P",
    )  # fmt: skip


# The book and its CSV


def test_the_book_keeps_every_word_and_the_order_of_time(tmp_path: Path) -> None:
    late, early = said(Answer.NO, at="2026-11-28T02:00:00+00:00"), said(Answer.YES)
    odd = replace(said(Answer.SAME, '"=A1"; tanda ; dan, koma'), reason="-5 ke +5", by="=Rina")
    for decision in (late, early, odd):
        add(tmp_path, [decision])
    book = read_book(tmp_path)
    assert book.problems == ()
    assert book.decisions == (early, odd, late)
    assert len(list(tmp_path.iterdir())) == 3, "one file each, nothing rewritten"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_spreadsheet_may_save_it_its_own_way(tmp_path: Path, separator: str, encoding: str) -> None:
    decisions = [said(Answer.NO, "Persentase jalan – mantap"), said(Answer.CHANGED, "Indeks “X”, baru; lama")]
    write_decisions(tmp_path / "a.csv", decisions)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file, delimiter=";"))
    table[0] = [cell.upper().replace("_", " ") for cell in table[0]]
    with (tmp_path / "b.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows([*table, [""] * len(table[0])])
    assert read_decisions(tmp_path / "b.csv") == (decisions, [])


def test_a_changed_answer_is_a_new_decision_made_now(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_decisions(path, [said(Answer.NO)])
    path.write_text(path.read_text(encoding="utf-8-sig").replace(";tidak;", ";ya;"), encoding="utf-8")
    ((changed,), problems) = read_decisions(path)
    assert (changed.answer, changed.pair, problems) == (Answer.YES, said(Answer.NO).pair, [])
    assert changed.at > said(Answer.NO).at


@pytest.mark.parametrize(
    ("column", "value", "what", "remedy"),
    [
        ("putusan", "mungkin", "putusan 'mungkin' tidak dikenal", "Pilih salah satu: ya, sama"),
        ("alasan", "", "kolom alasan kosong", "Tulis alasan putusannya"),
        ("oleh", "", "kolom oleh kosong", "Tulis nama yang memutuskan"),
        ("pada", "kemarin", "pada 'kemarin' bukan waktu", "kosongkan"),
        ("kiri_kode", "01/03/2010", "tidak sama lagi dengan saat ditulis", "mengubah kode menjadi tanggal"),
        ("kiri_jenis", "", "pasangannya tidak disebut", "Isi tautan_id"),
        ("kanan_indikator", "", "kolom kiri_indikator atau kanan_indikator kosong", "Isi nama kedua indikator"),
    ],
)
def test_a_bad_row_is_told_with_its_number_and_the_others_count(
    tmp_path: Path, column: str, value: str, what: str, remedy: str
) -> None:
    good, bad = said(Answer.NO), said(Answer.YES, "C")
    write_decisions(tmp_path / "a.csv", [bad, good])
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    cells = lines[1].split(";")
    cells[COLUMNS.index(column)] = value
    (tmp_path / "a.csv").write_text("\n".join([lines[0], ";".join(cells), *lines[2:]]), encoding="utf-8")
    found, (problem,) = read_decisions(tmp_path / "a.csv")
    assert found == [good]
    assert problem.code is ErrorCode.DECISIONS_INVALID
    assert problem.message.startswith("a.csv baris 2: ") and what in problem.message
    assert remedy in problem.remedy


def test_codes_that_a_spreadsheet_made_dates_of_are_taken_from_the_book(tmp_path: Path) -> None:
    old = replace(said(Answer.NO), left=side("A", code="1.03.10"))
    path = tmp_path / "a.csv"
    write_decisions(path, [old])
    text = path.read_text(encoding="utf-8-sig").replace("1.03.10", "01/03/2010")
    path.write_text(text.replace(";tidak;", ";sama;"), encoding="utf-8")
    assert "tanggal" in read_decisions(path)[1][0].remedy
    ((new,), problems) = read_decisions(path, known={old.id: old})
    assert (new.left, new.answer, problems) == (old.left, Answer.SAME, [])


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2\n", b"\xff\xfe\x00", b"putusan\nya\n"])
def test_a_file_that_is_no_book_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    book = read_book(tmp_path)
    assert book.decisions == ()
    assert "tidak memuat kolom" in book.problems[0].message
    assert read_book(tmp_path / "tiada").problems == ()


# A whole run


def again(documents: Path, output: Path) -> Summary:
    return run(settings_for(documents, output), Silent(), again=False)


def link_id(output: Path, name: str) -> str:
    return str(ask(output, f"SELECT tautan_id FROM tautan WHERE kiri_indikator = '{name}'")[0][0])


LINKS = "SELECT kiri_indikator, hubungan, penentu, diputuskan_oleh, alasan_putusan FROM tautan ORDER BY 1"
KEPT = "SELECT putusan, status, kiri_indikator, catatan FROM keputusan ORDER BY putusan"


def test_a_reviewer_is_believed_by_every_later_run(
    published: Published, tmp_path: Path, no_process: list[str], call: Any
) -> None:
    documents, output = published.copy(tmp_path)
    assert ask(output, "SELECT count(*) FROM temuan") == [(1,)]
    no = call("keputusan", "tambah", link_id(output, STUNTING), "--putusan", "bukan", "--alasan", "balita, bukan anak",
              "--oleh", "Rina", "--hasil", output)  # fmt: skip
    assert (no.code, no.out.split(": ", 1)[1]) == (0, f"tidak: “{STUNTING}” dan “{STUNTING}”\n")
    (ids,) = ask(output, "SELECT kanan_indikator_id, kiri_indikator_id FROM tautan WHERE kiri_indikator LIKE 'Angka%'")
    changed = call("keputusan", "tambah", *ids, "--putusan", "berubah", "--alasan", "rumus baru", "--hasil", output)
    assert changed.code == 0
    assert "menunggu putaran berikutnya" in call("keputusan", "daftar", "--hasil", output, "--format", "csv").out

    summary = again(documents, output)
    assert (summary.unchanged, summary.decided, summary.stale) == (False, 2, 0)
    expected = [
        ("Angka harapan hidup", "berubah", "peninjau", judgement.who(), "rumus baru"),
        ("Cakupan imunisasi dasar lengkap", "sama", "mesin", None, None),
    ]
    assert ask(output, LINKS) == expected
    assert ask(output, "SELECT count(*) FROM temuan WHERE aturan = 'D02'") == [(0,)]
    assert ask(output, KEPT) == [
        ("berubah", "berlaku", "Angka harapan hidup", None),
        ("tidak", "berlaku", STUNTING, None),
    ]
    assert again(documents, output).unchanged

    for made in ("rilis", "kerja", "cache", "laporan"):
        shutil.rmtree(output / made)
    for pointer in output.glob("current*"):
        pointer.unlink()
    assert again(documents, output).decided == 2
    assert ask(output, LINKS) == expected


def test_changed_words_silence_a_decision_until_somebody_looks(
    published: Published, tmp_path: Path, no_process: list[str], call: Any
) -> None:
    documents, output = published.copy(tmp_path)
    judgement.decide(output, (link_id(output, STUNTING),), Answer.NO, "populasi lain", "Rina")
    renamed = {(f"{name} balita" if name == STUNTING else name): values for name, values in TARGETS.items()}
    write_paper(renstra(renamed), documents)
    summary = again(documents, output)
    assert (summary.decided, summary.stale) == (0, 1)
    assert ask(output, KEPT) == [
        ("tidak", "usang", STUNTING, "kanan: nama “Prevalensi stunting” menjadi “Prevalensi stunting balita”")
    ]
    assert ask(output, "SELECT penentu FROM tautan WHERE kiri_indikator = 'Prevalensi stunting'") == [("mesin",)]
    listed = call("keputusan", "daftar", "--status", "usang", "--hasil", output, "--format", "csv")
    assert listed.err == "1 keputusan\n" and "menjadi “Prevalensi stunting balita”" in listed.out


def test_decisions_go_out_and_come_in_as_csv(published: Published, tmp_path: Path, call: Any) -> None:
    _, output = published.copy(tmp_path)
    judgement.decide(output, (link_id(output, STUNTING),), Answer.NO, "populasi lain", "Rina")
    file = tmp_path / "keputusan.csv"
    assert call("keputusan", "ekspor", "--output", file, "--hasil", output).out == f"{file}: 1 keputusan\n"
    elsewhere = tmp_path / "lain"
    first = call("keputusan", "impor", file, "--hasil", elsewhere)
    assert (first.code, first.out) == (0, "1 keputusan ditambahkan, 0 baris tidak dipakai\n")
    assert read_book(elsewhere / "keputusan") == read_book(output / "keputusan")
    second = call("keputusan", "impor", file, "--hasil", elsewhere)
    assert second.out == "0 keputusan ditambahkan, 1 sudah tercatat, 0 baris tidak dipakai\n"


def test_a_form_names_pairs_by_the_ids_of_the_release(published: Published, tmp_path: Path, call: Any) -> None:
    _, output = published.copy(tmp_path)
    form = tmp_path / "formulir.csv"
    assert call("keputusan", "ekspor", "--belum", "--output", form, "--hasil", output).code == 0
    assert form.read_text(encoding="utf-8-sig").startswith("tautan_id;putusan;alasan;oleh;macam;jenjang;kiri_tingkat;")
    form.write_text(
        f"tautan_id,putusan,alasan\n{link_id(output, STUNTING)},Setuju,sudah cocok\n"
        f"t0000,ya,salah kunci\n{link_id(output, 'Angka harapan hidup')},,\n",
        encoding="utf-8",
    )
    taken = call("keputusan", "impor", form, "--oleh", "Budi", "--hasil", output)
    assert (taken.code, taken.out) == (3, "1 keputusan ditambahkan, 1 baris tidak dipakai\n")
    assert "formulir.csv baris 3: Tautan t0000 tidak ada di rilis yang berlaku." in taken.err
    (decision,) = read_book(output / "keputusan").decisions
    assert (decision.answer, decision.by, decision.left.name) == (Answer.YES, "Budi", STUNTING)


def test_what_a_run_cannot_read_of_the_book_is_told_and_it_goes_on(
    published: Published, tmp_path: Path, no_process: list[str]
) -> None:
    documents, output = published.copy(tmp_path)
    judgement.decide(output, (link_id(output, STUNTING),), Answer.NO, "populasi lain", "Rina")
    (output / "keputusan" / "rusak.csv").write_text("putusan;alasan;oleh\nya;x;y\n", encoding="utf-8")
    assert again(documents, output).decided == 1
    assert ask(output, "SELECT kode_galat, alasan FROM cakupan WHERE kode_galat = 'E502'") == [
        ("E502", "rusak.csv baris 2: pasangannya tidak disebut.")
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("tambah x --putusan entah --alasan y", "'entah' bukan putusan; pilih ya, sama"),
        ("tambah a b c --putusan ya --alasan y", "Sebutkan satu tautan_id, atau dua indikator_id"),
        ("tambah a --putusan ya", "Pilihan --alasan belum diisi"),
        ("daftar --status lama", "'lama' bukan status keputusan; pilih berlaku"),
        ("ekspor", "Pilihan --output belum diisi"),
    ],
)
def test_faults_of_use(call: Any, arguments: str, message: str) -> None:
    called = call("keputusan", *arguments.split())
    assert (called.code, called.out) == (2, "")
    assert called.err.startswith(message)
