"""The same document in other bytes is used once; another number, stage or word of the manifest is another document."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from extractors.copies import find_copies
from extractors.extract import extract_file
from extractors.grouping import Override
from flows.progress import Silent
from flows.run import run
from models.document import Stage
from models.extraction import Extraction
from samples.pages import Cover, Heading, Paper, Text

from .small_papers import renstra, rpjmd, settings_for, with_target, write_paper
from .test_readers_bad_input import scanned
from .test_readers_pdf import write_pdf
from .test_steps import ask

STORY = (
    "Perencanaan yang baik memerlukan data yang dapat dipercaya dan kerja sama yang erat antarbagian di dalam daerah.",
    "Penduduk kota yang tercatat berjumlah 350.123 jiwa dan tersebar di sembilan kecamatan dengan kepadatan berbeda.",
    "Hal itu menjadi tanggung jawab bersama dan dilaksanakan secara bertahap dengan tertib sampai akhir masa rencana.",
)


def told(paper: Paper, story: tuple[str, ...] = STORY, stage: str = "") -> Paper:
    """The paper with some prose, and a stage on its cover."""
    cover, *rest = paper.blocks
    assert isinstance(cover, Cover)
    front = Cover((stage, *cover.lines)) if stage else cover
    return replace(paper, blocks=(front, *rest, Heading("3.9 Penutup"), *map(Text, story)))


def saved_again(path: Path) -> Path:
    """The same pages written by another program, so in other bytes."""
    document = pdfium.PdfDocument(path)
    document.save(target := path.with_name(f"ulang {path.name}"))
    document.close()
    assert target.read_bytes() != path.read_bytes()
    return target


def both_formats(folder: Path, paper: Paper, other: Paper | None = None) -> tuple[Extraction, Extraction]:
    pdf = write_paper(replace(paper, file="a.pdf"), folder, "naskah akhir.pdf")
    word = write_paper(replace(other or paper, file="a.docx"), folder, "untuk dicetak.docx")
    return extract_file(pdf), extract_file(word)


def test_a_document_saved_again_is_a_copy(tmp_path: Path) -> None:
    path = write_paper(told(rpjmd()), tmp_path)
    first, second = extract_file(path), extract_file(saved_again(path))
    copies = find_copies([(second, None), (first, None)])
    assert {(sha, copy.original, copy.same_text) for sha, copy in copies.items()} == {
        (second.file.sha256, first.file.sha256, True)
    }


def test_the_pdf_of_a_word_file_stands_for_both(tmp_path: Path) -> None:
    pdf, word = both_formats(tmp_path, told(renstra()))
    assert pdf.content.text != word.content.text
    copies = find_copies([(word, None), (pdf, None)])
    assert {(sha, copy.original, copy.same_text) for sha, copy in copies.items()} == {
        (word.file.sha256, pdf.file.sha256, False)
    }


@pytest.mark.parametrize(
    "other",
    [
        told(renstra(with_target("Prevalensi stunting", 2027, "15,5"))),
        told(renstra(with_target("Angka harapan hidup", 2028, "72,2"))),  # a number that stands elsewhere too
        told(renstra(), (STORY[0], STORY[1].replace("350.123", "351.123"), STORY[2])),
        told(renstra(), stage="PERUBAHAN"),
    ],
    ids=["target", "angka yang juga ada di tempat lain", "angka dalam naskah", "tahap"],
)
def test_another_number_or_stage_is_another_document(tmp_path: Path, other: Paper) -> None:
    pdf, word = both_formats(tmp_path, told(renstra()), other)
    assert find_copies([(pdf, None), (word, None)]) == {}
    same_format = extract_file(write_paper(replace(other, file="a.pdf"), tmp_path, "kedua.pdf"))
    assert find_copies([(pdf, None), (same_format, None)]) == {}


def test_what_the_manifest_tells_apart_stays_apart(tmp_path: Path) -> None:
    path = write_paper(told(rpjmd()), tmp_path)
    first, second = extract_file(path), extract_file(saved_again(path))
    draft, final = Override(stage=Stage.RANCANGAN), Override(stage=Stage.PENETAPAN)
    assert find_copies([(first, draft), (second, final)]) == {}
    assert len(find_copies([(first, draft), (second, draft)])) == 1


def test_scans_and_short_texts_are_no_copies_of_each_other(tmp_path: Path) -> None:
    short = Paper("a.pdf", "Sampul", (Cover(("RENCANA KERJA", "DINAS SOSIAL", "KOTA HARAPAN JAYA")),))
    for number, path in enumerate((write_paper(short, tmp_path), write_pdf(tmp_path / "pindaian.pdf", scanned))):
        first, second = extract_file(path), extract_file(saved_again(path))
        assert find_copies([(first, None), (second, None)]) == {}, number


def test_copies_are_told_and_compared_once(tmp_path: Path, no_process: list[str]) -> None:
    documents = tmp_path / "dokumen"
    write_paper(told(rpjmd()), documents)
    paper = told(renstra(with_target("Prevalensi stunting", 2027, "15,5")))
    write_paper(replace(paper, file="a.pdf"), documents, "renstra.pdf")
    word = write_paper(paper, documents, "renstra.docx")
    shutil.copy(word, documents / "salinan renstra.docx")
    saved_again(documents / "renstra.pdf")
    summary = run(settings_for(documents, tmp_path / "hasil"), Silent())
    output = tmp_path / "hasil"
    assert (summary.documents, summary.files, summary.findings) == (2, 5, 1)
    rows = ask(output, "SELECT lokasi, alasan FROM cakupan WHERE status = 'salinan' AND kode_galat = 'E109' ORDER BY 1")
    assert [place for place, _ in rows] == ["renstra.docx", "salinan renstra.docx", "ulang renstra.pdf"]
    assert "renstra.pdf" in rows[0][1] and "dalam format lain" in rows[0][1]
    assert ask(output, "SELECT DISTINCT berkas FROM indikator ORDER BY 1") == [("renstra.pdf",), ("rpjmd.pdf",)]
