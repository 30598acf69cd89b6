"""Near copies: a passage or table that one office took from another is found, what all share or may share is not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from alignment.near_copies import find_near_copies, table_passages
from extractors.passages import read_passages
from extractors.readers.read import read_layout
from flows import cli
from flows.progress import Silent
from flows.run import run
from models.errors import ExitCode
from models.evidence import Evidence
from models.passage import NearCopy, Passage, PassageKind
from samples.pages import Block, Cover, Heading, Paper, Text, Turn

from .small_papers import CITY, settings_for, write_paper

HEALTH, SOCIAL = "Dinas Kesehatan", "Dinas Sosial"
OWN = (
    "Permasalahan pelayanan {office} tahun {year} ialah jumlah tenaga yang belum sebanding dengan luas wilayah, sarana "
    "yang rusak di tiga gudang lama, serta data penerima layanan yang belum pernah dicocokkan dengan catatan penduduk."
)
LAW = (
    "Penyusunan rencana kerja {office} berpedoman pada Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan "
    "Pembangunan Nasional serta peraturan pelaksanaannya, yang mengatur tahapan penyusunan dokumen bagi tiap daerah."
)


def passage(
    text: str,
    office: str | None = HEALTH,
    region: str = CITY,
    document: str = "",
    page: int = 3,
    kind: PassageKind = PassageKind.PROSE,
) -> Passage:
    name = document or f"{office}-{region}"
    return Passage(name, region, office, kind, Evidence(name, f"{name}.pdf", page=page, quote=text))


def found(passages: Sequence[Passage]) -> list[NearCopy]:
    return find_near_copies(passages, {HEALTH, SOCIAL, CITY})


def test_a_passage_with_another_office_and_year_is_found_with_both_places() -> None:
    (copy,) = found(
        [
            passage(OWN.format(office=HEALTH, year=2024), page=12),
            passage(OWN.format(office=SOCIAL, year=2025), SOCIAL, page=9),
        ]
    )
    assert (copy.left.evidence.page, copy.right.evidence.page) == (12, 9)
    assert copy.likeness == 1.0
    assert copy.others == 0


def test_offices_that_nobody_listed_are_masked_by_their_type() -> None:
    (copy,) = find_near_copies(
        [
            passage(OWN.format(office="Dinas Pemuda dan Olahraga", year=2024)),
            passage(OWN.format(office="Badan Kesatuan Bangsa dan Politik", year=2024), SOCIAL),
        ],
        set(),
    )
    assert copy.likeness == 1.0


def test_other_words_are_no_copy() -> None:
    other = (
        "Permasalahan pelayanan dinas ialah jalan desa yang terputus setiap musim hujan sehingga obat dan bantuan "
        "terlambat sampai, kader yang berganti setiap tahun, dan warga terpencil yang tidak terdaftar pada layanan."
    )
    assert found([passage(OWN.format(office=HEALTH, year=2024)), passage(other, SOCIAL)]) == []


@pytest.mark.parametrize(
    ("office", "region", "copies"),
    [
        (HEALTH, CITY, 0),  # its own plan of another year
        (None, CITY, 0),  # the plan of its region, which it quotes
        (None, "Kota Lain", 1),
        (HEALTH, "Kota Lain", 1),  # the same office elsewhere
    ],
)
def test_who_may_say_the_same(office: str | None, region: str, copies: int) -> None:
    said = OWN.format(office=HEALTH, year=2024)
    assert len(found([passage(said), passage(said, office, region, document="lain")])) == copies


def test_prose_about_regulations_is_nobodys_own() -> None:
    assert found([passage(LAW.format(office=HEALTH)), passage(LAW.format(office=SOCIAL), SOCIAL)]) == []


def test_what_most_owners_say_is_boilerplate() -> None:
    offices = [HEALTH, SOCIAL, "Dinas Perhubungan", "Dinas Pertanian", "Dinas Pariwisata"]
    said = [passage(OWN.format(office=office, year=2024), office) for office in offices]
    assert found(said[:3]) != []
    assert found(said) == []


def test_each_passage_is_told_with_its_nearest_partner_and_how_many_more_say_it() -> None:
    offices = [HEALTH, SOCIAL, "Dinas Perhubungan"]
    copies = found([passage(OWN.format(office=office, year=2024), office) for office in offices])
    assert len(copies) == 2
    assert {copy.others for copy in copies} == {1}


def rows(values: Sequence[str], name: str) -> list[Evidence]:
    programs = (
        "rehabilitasi lanjut usia",
        "perlindungan anak",
        "pemberdayaan keluarga",
        "penanganan bencana",
        "data terpadu",
    )
    return [
        Evidence(name, f"{name}.pdf", page=7, quote=f"Persentase {program} yang tertangani menurut standar % {value}")
        for program, value in zip(programs, values, strict=True)
    ]


def test_a_table_is_a_copy_when_its_numbers_are() -> None:
    values = ["12,50 14,75", "33,10 35,20", "71,00 72,40", "8,90 9,30", "45,60 47,10"]
    others = ["61,20 62,30", "15,70 19,90", "22,80 28,10", "90,10 91,20", "37,40 38,80"]

    def table(values: Sequence[str], office: str) -> Passage:
        (evidence,) = table_passages(rows(values, office))
        return Passage(office, CITY, office, PassageKind.TABLE, evidence)

    (copy,) = found([table(values, HEALTH), table(values, SOCIAL)])
    assert copy.likeness == 1.0 and copy.left.evidence.page == 7
    assert found([table(values, HEALTH), table(others, SOCIAL)]) == []


def renja(office: str, file: str, text: str) -> Paper:
    blocks: tuple[Block, ...] = (
        Cover(("RENCANA KERJA (RENJA)", office.upper(), CITY.upper(), "TAHUN 2026")),
        Turn(),
        Heading("BAB II\nEVALUASI PELAKSANAAN RENJA", 1),
        Text("Pendek saja."),
        Text(text),
    )
    return Paper(file, f"Renja {office} {CITY} Tahun 2026", blocks)


def test_passages_know_their_page_and_in_word_their_place(tmp_path: Path) -> None:
    said = OWN.format(office=HEALTH, year=2026)
    (printed,) = read_passages(read_layout(write_paper(renja(HEALTH, "a.pdf", said), tmp_path)))
    assert printed.page == 2 and printed.box is not None and "tiga gudang lama" in printed.quote
    (typed,) = read_passages(read_layout(write_paper(renja(HEALTH, "a.docx", said), tmp_path)))
    assert (typed.page, typed.row, typed.quote) == (None, 1, said)


def test_the_command_shows_both_places(
    tmp_path: Path, no_process: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write_paper(renja(HEALTH, "a.pdf", OWN.format(office=HEALTH, year=2026)), tmp_path / "dokumen")
    write_paper(renja(SOCIAL, "b.docx", OWN.format(office=SOCIAL, year=2026)), tmp_path / "dokumen")
    run(settings_for(tmp_path / "dokumen", tmp_path / "hasil"), Silent())
    capsys.readouterr()
    assert cli._run(["salinan", "--hasil", str(tmp_path / "hasil"), "--json"]) == ExitCode.OK
    (row,) = json.loads(capsys.readouterr().out)
    assert {row["kiri_opd"], row["kanan_opd"]} == {HEALTH, SOCIAL}
    assert {row["kiri_halaman"], row["kanan_halaman"]} == {2, None}
    assert row["macam"] == "alinea" and row["kemiripan"] > 0.9
    assert cli._run(["salinan", "--pd", "sosial", "--hasil", str(tmp_path / "hasil")]) == ExitCode.OK
    shown = capsys.readouterr()
    assert "ke-1" in shown.out and "hlm." in shown.out
    assert "1 bagian hampir sama" in shown.err
    assert cli._run(["salinan", "--pd", "pertanian", "--hasil", str(tmp_path / "hasil")]) == ExitCode.OK
    assert "0 bagian" in capsys.readouterr().err
