"""Bad input for alignment, by the way that users take: a clear message or an honest relation, never a made-up link."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.errors import ExitCode

from .small_papers import goal_table, renstra, rpjmd, write_paper
from .test_cli import call as call  # the fixture
from .test_decisions import again
from .test_steps import ask

WATER = "Persentase rumah tangga dengan akses air minum layak"


@pytest.fixture
def match(call: Any, tmp_path: Path) -> Any:
    """`selaras match` of two lists of records: links as objects, notes, exit code."""

    def run(left: Sequence[dict[str, Any]], right: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], str, int]:
        sides = []
        for name, records in (("kiri", left), ("kanan", right)):
            sides.append(tmp_path / f"{name}.jsonl")
            sides[-1].write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        called = call("match", *sides, "--format", "jsonl")
        return [json.loads(line) for line in called.out.splitlines()], called.err, called.code

    return run


def record(id_: Any, name: Any, **others: Any) -> dict[str, Any]:
    return {"id": id_, "indicator": name, **others}


def test_without_units_the_names_decide_and_other_names_stay_apart(match: Any) -> None:
    left = [record("l1", WATER), record("l2", "Jumlah koperasi aktif")]
    right = [record("r1", WATER, unit="persen"), record("r2", "Jumlah koperasi sehat", unit=None)]
    links, _, code = match(left, right)
    assert ([(x["left"], x["right"]) for x in links if x["relation"] == "sama"], code) == ([("l1", "r1")], 0)
    assert all(x["relation"] == "perlu diperiksa" for x in links[1:])


def test_records_without_a_name_are_told_and_never_linked(match: Any) -> None:
    nameless = [record(f"r{n}", name) for n, name in enumerate(("", "  ", None, "-", "%", "123", ["a"]))]
    links, notes, code = match(nameless, [*nameless, record("x", WATER)])
    assert (links, code) == ([], 0)
    assert "kanan.jsonl baris 1, 2, 3, 4, 5 dan 2 lagi tanpa nama indikator; tidak dibandingkan." in notes
    assert "kiri.jsonl tidak memuat indikator yang dapat dibandingkan." in notes
    assert match([], [record("x", WATER)])[0] == []


def test_a_name_of_two_thousand_letters_is_no_sure_partner(match: Any) -> None:
    long = [record("r1", f"{WATER} dan " * 40), record("r2", "x" * 2000), record("r3", " ".join(map(str, range(500))))]
    long.append(record("r4", " ".join(f"kata{n}" for n in range(300))))
    links, _, code = match([record("l", WATER)], long)
    assert code == 0
    assert [(x["right"], x["relation"]) for x in links] in ([], [("r1", "perlu diperiksa")])
    assert all("nama terlalu panjang untuk satu indikator" in " ".join(x["reasons"]) for x in links)
    assert [(x["left"], x["right"], x["relation"]) for x in match(long[:2], long[:2])[0]] == [
        ("r1", "r1", "sama"), ("r2", "r2", "sama"),
    ]  # fmt: skip


def test_a_record_that_is_said_again_counts_once_and_one_id_for_two_is_refused(match: Any) -> None:
    one = record("r1", WATER, unit="persen")
    links, notes, code = match([record("l1", WATER)], [one, one])
    assert ([(x["left"], x["right"]) for x in links], code) == ([("l1", "r1")], 0)
    assert "kanan.jsonl baris 2 mengulang baris sebelumnya" in notes
    links, notes, code = match([record("l1", WATER)], [one, record("r1", "Indeks inovasi")])
    assert (links, code) == ([], ExitCode.UNREADABLE)
    assert notes.startswith("[E501] kanan.jsonl baris 2: id r1 sudah dipakai baris 1 untuk rekaman lain.")
    for id_ in ([1], "", True, None):
        assert "baris 1 bukan rekaman indikator" in match([record(id_, WATER)], [one])[1]


def test_a_document_held_against_itself_is_told_and_every_row_meets_itself(match: Any) -> None:
    rows = [record("a", WATER), record("b", "Persentase rumah tangga dengan akses sanitasi layak"), record("c", "IPM")]
    links, notes, _ = match(rows, rows)
    assert [(x["left"], x["right"], x["relation"]) for x in links] == [(i, i, "sama") for i in "abc"]
    assert "Kedua berkas sama isinya" in notes


def test_an_office_without_counterpart_is_not_linked_to_another_office(match: Any) -> None:
    left = [record("l", "Persentase temuan pemeriksaan yang ditindaklanjuti", opd="Inspektorat")]
    right = [record("r", "Persentase pemenuhan layanan administrasi perkantoran", opd="Dinas Kesehatan")]
    assert match(left, right)[0] == []


# In a run


def paper_of(paper: Any, years: str, file: str, office: str | None = None) -> Any:
    """A paper with another period, and another office."""

    def other(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace("2025-2029", years).replace("Dinas Kesehatan", office or "Dinas Kesehatan").replace(
                "DINAS KESEHATAN", (office or "Dinas Kesehatan").upper()
            )  # fmt: skip
        if isinstance(value, tuple):
            return tuple(other(part) for part in value)
        fields = getattr(value, "__dataclass_fields__", None)
        return replace(value, **{name: other(getattr(value, name)) for name in fields}) if fields else value

    return replace(other(paper), file=file)


def test_two_plans_of_different_periods_are_not_held_against_each_other(tmp_path: Path) -> None:
    documents, output = tmp_path / "dokumen", tmp_path / "hasil"
    write_paper(rpjmd(), documents)
    write_paper(paper_of(rpjmd(), "2019-2024", "lama.pdf"), documents)
    write_paper(renstra(), documents)
    summary = again(documents, output)
    assert summary.unpaired == 1
    assert ask(output, "SELECT kiri_dokumen, kanan_dokumen FROM pasangan") == [
        ("RPJMD Kota Harapan Jaya 2025-2029", "Renstra Dinas Kesehatan 2025-2029")
    ]
    assert ask(output, "SELECT count(*) FROM tautan WHERE kiri_berkas = 'lama.pdf' OR kanan_berkas = 'lama.pdf'") == [
        (0,)
    ]
    assert ask(output, "SELECT tidak_dibandingkan FROM dokumen WHERE tahun_awal = 2019") == [
        ("Tidak dibandingkan: tidak ada Renstra atau RKPD dengan tahun yang cocok; yang ada: Renstra 2025-2029.",)
    ]


def test_a_renstra_of_another_period_and_an_office_alone_are_told_why(tmp_path: Path) -> None:
    documents, output = tmp_path / "dokumen", tmp_path / "hasil"
    write_paper(paper_of(renstra(), "2019-2024", "renstra lama.docx"), documents)
    assert again(documents, output).links == 0
    told = "SELECT tidak_dibandingkan FROM dokumen"
    ((why,),) = ask(output, told)
    assert why.startswith("Tidak dibandingkan: tidak ada RPJMD atau Renja dengan tahun dan perangkat daerah yang cocok")
    assert why.endswith("; tidak satu pun ada dalam kumpulan ini.")
    write_paper(rpjmd(), documents)
    summary = again(documents, output)
    assert (summary.links, summary.unpaired) == (0, 2)
    assert ask(output, f"{told} WHERE jenis_dokumen = 'Renstra'")[0][0].endswith("; yang ada: RPJMD 2025-2029.")


def test_a_document_beside_itself_is_one_document(tmp_path: Path) -> None:
    documents, output = tmp_path / "dokumen", tmp_path / "hasil"
    write_paper(rpjmd(), documents)
    write_paper(renstra(), documents)
    (documents / "salinan.docx").write_bytes((documents / "renstra.docx").read_bytes())
    summary = again(documents, output)
    assert (summary.documents, summary.links, summary.unpaired) == (2, 3, 0)


def test_rows_without_unit_or_printed_twice_make_no_second_partner(tmp_path: Path) -> None:
    documents, output = tmp_path / "dokumen", tmp_path / "hasil"
    write_paper(rpjmd(), documents)
    values = ("18,2", "17,0", "16,0", "15,0", "14,0", "13,0", "12,0")
    rows = {
        "Prevalensi stunting": ("", values),
        "Prevalensi  stunting": ("persen", values),
        "Indeks inovasi daerah": ("", values),
    }
    paper = renstra()
    write_paper(replace(paper, blocks=(*paper.blocks[:-1], goal_table("Menurunnya stunting", rows))), documents)
    again(documents, output)
    assert set(ask(output, "SELECT kiri_indikator, replace(kanan_indikator, '  ', ' ') FROM tautan")) == {
        ("Prevalensi stunting", "Prevalensi stunting")
    }
    assert ask(
        output, "SELECT count(*) FROM tanpa_padanan WHERE indikator = 'Indeks inovasi daerah' AND hubungan = 'baru'"
    ) == [(1,)]
