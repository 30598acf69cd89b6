"""Marks on findings: kept apart from every run, in force the next time, silent when the finding says something else."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows.progress import Silent
from flows.run import run
from models.mark import Mark, Status
from review.marks import add_marks, read_marks

from .conftest import Published
from .small_papers import renstra, settings_for, with_target, write_paper
from .test_cli import call  # noqa: F401
from .test_steps import ask

STATUS = "SELECT status, status_oleh, status_alasan, status_catatan FROM temuan"
AT = "2026-11-28T01:00:00+00:00"


def mark(finding: str = "f1", status: Status = Status.ACCEPTED, at: str = AT, **more: Any) -> Mark:
    return Mark(finding, status, "alasan", "Rina", at, "kalimat", **more)


def test_the_book_keeps_all_and_the_last_counts(tmp_path: Path) -> None:
    later = "2026-11-29T01:00:00+00:00"
    add_marks(tmp_path, [mark(), mark("f2", Status.POSTPONED, until=date(2027, 1, 31))])
    add_marks(tmp_path, [mark(at=later, status=Status.NO_FINDING)])
    book = read_marks(tmp_path)
    assert len(book.marks) == 3 and not book.problems
    assert {id_: one.status for id_, one in book.latest.items()} == {"f1": "bukan temuan", "f2": "ditunda"}
    assert book.latest["f2"].until == date(2027, 1, 31)
    add_marks(tmp_path, [mark(at="2026-11-30T01:00:00+00:00", status=Status.WITHDRAWN)])
    assert set(read_marks(tmp_path).latest) == {"f2"}


def test_rows_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "temuan"
    folder.mkdir()
    (folder / "a.csv").write_text(
        "temuan_id;status;alasan;sampai;oleh\nf1;mungkin;x;;R\nf2;ditunda;;;R\nf3;ditunda;x;besok;R\nf4;ditunda;x;;\n"
        "f5;;;;\nf6;Bukan Temuan;x;;R\n",
        encoding="utf-8",
    )
    (folder / "b.csv").write_text("satu;dua\n1;2\n", encoding="utf-8")
    book = read_marks(tmp_path)
    assert [one.finding for one in book.marks] == ["f6"]
    told = [problem.message for problem in book.problems]
    assert [words in text for words, text in zip(
        ("baris 2: status 'mungkin'", "baris 3: kolom alasan", "baris 4: sampai 'besok'", "baris 5: kolom oleh",
         "tidak memuat kolom alasan dan status dan temuan_id"), told, strict=True)] == [True] * 5  # fmt: skip


def again(documents: Path, output: Path) -> None:
    assert not run(settings_for(documents, output), Silent()).unchanged


def test_a_mark_holds_on_later_nights_until_the_finding_says_something_else(
    published: Published,
    tmp_path: Path,
    call: Any,  # noqa: F811
) -> None:
    documents, output = published.copy(tmp_path)
    ((id_, text),) = ask(output, "SELECT temuan_id, uraian FROM temuan")
    assert ask(output, STATUS) == [("baru", None, None, None)]
    marked = call(
        "tandai", id_, "--status", "bukan temuan", "--alasan", "salah cetak", "--oleh", "Rina", "--hasil", output
    )
    assert (marked.code, marked.out) == (0, f"{id_}: bukan temuan: {text}\n")
    again(documents, output)
    assert ask(output, STATUS) == [("bukan temuan", "Rina", "salah cetak", None)]
    assert call("findings", "--status", "bukan temuan", "--hasil", output, "--json").out.count(id_) == 1
    assert call("run", documents, "--gagal-jika", "M", "--hasil", output).code == 0
    book = openpyxl.load_workbook(max((output / "laporan").glob("*.xlsx")), read_only=True)
    cells = [str(cell) for row in book["Temuan"].iter_rows(values_only=True) for cell in row if cell]
    assert "bukan temuan (Rina: salah cetak)" in cells and id_ in cells

    write_paper(renstra(with_target("Prevalensi stunting", 2027, "15,9")), documents)
    again(documents, output)
    ((status, _, _, note),) = ask(output, STATUS)
    assert status in ("baru", "masih") and "isi temuannya berubah" in note
    assert call("run", documents, "--gagal-jika", "M", "--hasil", output).code == 1


def test_a_finding_is_put_off_until_a_day(published: Published, tmp_path: Path) -> None:
    documents, output = published.copy(tmp_path)
    ((id_, text),) = ask(output, "SELECT temuan_id, uraian FROM temuan")
    for days, wanted in ((1, "ditunda"), (-1, "masih")):
        until = date.today() + timedelta(days)
        at = f"2026-11-28T0{2 - days}:00:00+00:00"
        add_marks(output / "keputusan", [Mark(id_, Status.POSTPONED, "menunggu data", "Rina", at, text, until)])
        again(documents, output)
        assert ask(output, "SELECT status FROM temuan") == [(wanted,)]


def test_a_list_is_marked_at_once(published: Published, tmp_path: Path, call: Any) -> None:  # noqa: F811
    documents, output = published.copy(tmp_path)
    ((id_,),) = ask(output, "SELECT temuan_id FROM temuan")
    sheet = tmp_path / "tanda.csv"
    sheet.write_text(f"temuan_id,status,alasan\n{id_},diterima,akan diperbaiki\nftiada,diterima,x\n", encoding="utf-8")
    said = call("tandai", "--berkas", sheet, "--hasil", output)
    assert said.out == "1 temuan ditandai\n" and "baris 3: temuan 'ftiada' tidak ada" in said.err and said.code == 3
    again(documents, output)
    assert ask(output, "SELECT status, status_alasan FROM temuan") == [("diterima", "akan diperbaiki")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("f1 --status diterima --alasan x", "tidak ada di rilis"),
        ("f1 --status hmm --alasan x", "tidak dikenal"),
        ("f1 --status diterima --alasan x --sampai 2027-01-01", "hanya untuk status ditunda"),
        ("f1 --status ditunda --alasan x --sampai besok", "bukan tanggal"),
        ("f1 --status diterima", "harus diisi"),
        ("--status diterima --alasan x", "salah satu"),
    ],
)
def test_faults_of_use(published: Published, call: Any, arguments: str, words: str) -> None:  # noqa: F811
    said = call("tandai", *arguments.split(), "--hasil", published.output)
    assert said.code in (2, 4) and words in said.err


def test_an_office_checks_its_own_paper(published: Published, tmp_path: Path, call: Any) -> None:  # noqa: F811
    files = sorted(path for path in published.documents.iterdir() if path.suffix in (".pdf", ".docx"))
    both = call("check", *files, "--json", "--hasil", tmp_path / "tiada")
    assert both.code == 0 and both.out.count('"aturan": "D02"') == 1
    assert call("check", *files, "--gagal-jika", "M", "--hasil", tmp_path / "tiada").code == 1
    alone = call("check", files[0], "--json", "--gagal-jika", "i", "--hasil", tmp_path / "tiada")
    assert (alone.code, alone.out) == (0, "[]\n")
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\n")
    assert call("check", broken, "--hasil", tmp_path / "tiada").code == 3
    assert "bukan berkas" in call("check", tmp_path).err
