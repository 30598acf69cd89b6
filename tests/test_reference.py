"""Official lists: loaded as they circulate, tied to rows by code and name together, evidence for alignment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.align import align
from alignment.references import DocumentRows, References, tie
from alignment.row import AlignRow
from extractors.extract import extract_file
from flows.progress import Silent
from flows.run import run
from models.document import Document, Kind, Stage
from models.errors import SelarasError
from models.evidence import Evidence
from models.indicator import Indicator, ItemLevel, Level, PlanItem
from models.link import Relation
from models.reference import ListKind, ReferenceList, Tie, Tier
from reference.codes import listed_code, split_cell
from reference.read import Told, read_list
from reference.shelf import put, read_shelf, remove

from .conftest import Published
from .small_papers import settings_for
from .test_cli import call  # noqa: F401
from .test_steps import ask

LISTS = Path(__file__).parents[2] / "shared" / "corpus" / "nomenklatur"
LEVELS = """kode,level,nomenklatur,kinerja,indikator,satuan
X.XX.01,program,PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA,,,
X.XX.01.2.01,kegiatan,Perencanaan Kinerja,,,
X.XX.01.2.01.0001,sub_kegiatan,Penyusunan Rencana Kerja,Tersusunnya Rencana,Jumlah Dokumen Rencana yang Disusun,Dokumen
1.02.02,program,PROGRAM PELAYANAN KESEHATAN WARGA,,,
1.02.02.2.02,kegiatan,Penyediaan Layanan Kesehatan Rujukan,,,
1.02.02.2.02.0001,sub_kegiatan,Pelayanan Ibu Hamil,Terlayaninya Ibu,Jumlah Ibu Hamil yang Dilayani Sesuai Standar,Orang
1.02.02.2.02.0002,sub_kegiatan,Pelayanan Bayi Baru Lahir,Terlayaninya Bayi,Jumlah Bayi Baru Lahir yang Dilayani,Orang
7.03.02.3.01.0001,sub_kegiatan,Urusan Kelurahan Tertentu,,Jumlah Kelurahan,Kelurahan
"""
WIDE = [
    ("JENIS PEMDA", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "INDIKATOR", "SATUAN", "TAG"),
    ("PROV", "1.02 SEHAT", "1.02.02 LAYANAN", "1.02.02.1.01 Rujukan", "1.02.02.1.01.0001 Bayi", "Jumlah Bayi",
     "Orang", "[null]"),
    ("KABKOT", "1.02 SEHAT", "1.02.02 LAYANAN", "1.02.02.2.01 Rujukan", "1.02.02.2.01.0001 Ibu", "Jumlah Ibu",
     "Orang", "[null]"),
]  # fmt: skip


def csv_file(folder: Path, text: str, name: str = "daftar_2025-2029.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def nomenclature(tmp_path: Path) -> ReferenceList:
    return read_list(csv_file(tmp_path, LEVELS))[0]


def document(kind: Kind = Kind.RENJA, first: int = 2026, region: str = "Kota Harapan Jaya") -> Document:
    return Document(f"d{kind}", kind, region, "Dinas Kesehatan", first, first, Stage.PENETAPAN, "", 0.9, "", ())


def item(code: str | None, name: str, level: ItemLevel = ItemLevel.SUBKEGIATAN, confidence: float = 0.9) -> PlanItem:
    return PlanItem(Evidence("a", "a.pdf", page=1, quote=name), level, name, code, confidence=confidence)


def output(code: str, name: str) -> Indicator:
    return Indicator(Evidence("a", "a.pdf", page=1, quote=name), name, level=Level.SUBKEGIATAN, code=code, unit="Orang")


def tied(
    lists: ReferenceList, *items: PlanItem, paper: Document | None = None, outputs: tuple[Indicator, ...] = ()
) -> References:
    rows = DocumentRows(
        paper or document(),
        [(f"b{n}", one) for n, one in enumerate(items)],
        [(f"i{n}", one) for n, one in enumerate(outputs)],
    )
    return tie([rows], [lists])


# ---- reading


def test_a_list_with_one_item_a_row(nomenclature: ReferenceList) -> None:
    assert (nomenclature.kind, nomenclature.years) == (ListKind.NOMENCLATURE, (2025, 2029))
    by_code = {entry.code: entry for entry in nomenclature.entries}
    assert len(by_code) == 8
    first = by_code["1.02.02.2.02.0001"]
    assert (first.level, first.tier, first.unit) == ("subkegiatan", Tier.DISTRICT, "Orang")
    assert by_code["7.03.02.3.01.0001"].tier is None


def test_an_export_with_all_levels_in_a_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in WIDE:
        book.active.append(line)  # type: ignore[union-attr]
    path = tmp_path / "ekspor_pemutakhiran_2027_1.xlsx"
    book.save(path)
    listed, notes = read_list(path)
    assert not notes and listed.years == (2027, 2027)
    assert [(e.level, e.code, e.tier) for e in listed.entries] == [
        ("bidang", "1.02", "provinsi"),
        ("program", "1.02.02", "provinsi"),
        ("kegiatan", "1.02.02.1.01", "provinsi"),
        ("subkegiatan", "1.02.02.1.01.0001", "provinsi"),
        ("bidang", "1.02", "kabupaten/kota"),
        ("program", "1.02.02", "kabupaten/kota"),
        ("kegiatan", "1.02.02.2.01", "kabupaten/kota"),
        ("subkegiatan", "1.02.02.2.01.0001", "kabupaten/kota"),
    ]


def test_the_same_list_in_another_file_is_the_same_list(tmp_path: Path, nomenclature: ReferenceList) -> None:
    again = read_list(csv_file(tmp_path, LEVELS.replace(",", ";"), "lain.csv"), Told(years=(2025, 2029)))[0]
    assert again.id == nomenclature.id
    put(tmp_path / "rak", nomenclature)
    with pytest.raises(SelarasError, match="sudah dimuat"):
        put(tmp_path / "rak", again)
    lists, problems = read_shelf(tmp_path / "rak")
    assert lists == [nomenclature] and not problems
    (tmp_path / "rak" / "rusak.jsonl").write_text("{}", encoding="utf-8")
    assert len(read_shelf(tmp_path / "rak")[1]) == 1
    remove(tmp_path / "rak", nomenclature.id)
    with pytest.raises(SelarasError, match="tidak ada"):
        remove(tmp_path / "rak", nomenclature.id)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("satu,dua\n1,2\n", "a.csv", "baris judul kolom"),
        ("kode,nomenklatur\n", "a_2025.csv", "tidak memuat satu entri"),
        (LEVELS, "tanpa-tahun.csv", "--tahun"),
        ("", "a.csv", "baris judul kolom"),
        ("PK\x03\x04 bukan xlsx", "a.xlsx", "XLSX yang utuh"),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, text: str, name: str, words: str) -> None:
    with pytest.raises(SelarasError) as error:
        read_list(csv_file(tmp_path, text, name))
    assert words in str(error.value.problem)


def test_codes_that_became_numbers_are_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (("KODE", "NOMENKLATUR"), (1.02, "KESEHATAN"), ("1.02.02", "PROGRAM")):
        book.active.append(line)  # type: ignore[union-attr]
    book.save(tmp_path / "a_2027.xlsx")
    with pytest.raises(SelarasError, match=r"baris 2: kode 1\.02 tersimpan sebagai angka"):
        read_list(tmp_path / "a_2027.xlsx")


def test_rows_without_a_code_are_left_out_and_told(tmp_path: Path) -> None:
    _, notes = read_list(csv_file(tmp_path, LEVELS + "catatan kaki,,Keterangan,,,\n"))
    assert notes == ("1 baris tanpa kode nomenklatur yang dikenal dilewati (baris 10).",)


@given(st.from_regex(r"[1-9X]\.[0-9]{2}(\.[0-9]{2}(\.[1-8]\.[0-9]{2}(\.[0-9]{2,4})?)?)?", fullmatch=True))
def test_listed_codes_are_read_whatever_their_fourth_group(code: str) -> None:
    found = listed_code(code)
    assert found is not None
    assert listed_code(found[0]) == found
    assert split_cell(f"{code} Nama barang") == (code, "Nama barang")


# ---- ties


@pytest.mark.parametrize(
    ("code", "name", "level", "wanted", "official"),
    [
        ("1.02.02", "Program Pelayanan Kesehatan Warga", ItemLevel.PROGRAM, Tie.SAME, "1.02.02"),
        ("1.02.01", "Program Penunjang Urusan Pemerintahan Daerah Kota", ItemLevel.PROGRAM, Tie.SAME, "X.XX.01"),
        ("1.02.02.2.02.01", "Pelayanan Ibu Hamil", ItemLevel.SUBKEGIATAN, Tie.SAME, "1.02.02.2.02.0001"),
        ("1.02.02.2.02.0001", "Pelayanan Ibu Harnil", ItemLevel.SUBKEGIATAN, Tie.SAME, "1.02.02.2.02.0001"),
        ("1.02.02", "Program Upaya Kesehatan Masyarakat", ItemLevel.PROGRAM, Tie.OTHER_NAME, "1.02.02"),
        ("1.02.02.2.02.0001", "Pelayanan Bayi Baru Lahir", ItemLevel.SUBKEGIATAN, Tie.OTHER_CODE, "1.02.02.2.02.0002"),
        ("1.02.02.2.02.0099", "Pelayanan Ibu Hamil", ItemLevel.SUBKEGIATAN, Tie.OTHER_CODE, "1.02.02.2.02.0001"),
        ("1.02.02.2.02.0099", "Pengadaan Kendaraan", ItemLevel.SUBKEGIATAN, Tie.NONE, None),
        (None, "Pelayanan Ibu Hamil", ItemLevel.SUBKEGIATAN, Tie.SAME, "1.02.02.2.02.0001"),
    ],
)  # fmt: skip
def test_an_item_and_its_list(
    nomenclature: ReferenceList, code: str | None, name: str, level: ItemLevel, wanted: Tie, official: str | None
) -> None:
    coded = item("1.02.02.2.02.0002", "Pelayanan Bayi Baru Lahir")
    found = next(one for one in tied(nomenclature, item(code, name, level), coded).ties if one.fact == "b0")
    assert found.tie is wanted, found.reason
    assert (nomenclature.entries[found.entry].code if found.entry is not None else None) == official


def test_differences_from_a_list_of_other_years_are_for_a_person(nomenclature: ReferenceList) -> None:
    found = tied(nomenclature, item("1.02.02.2.02.0099", "Pengadaan Kendaraan"), paper=document(first=2022))
    assert [one.tie for one in found.ties] == [Tie.UNSURE]
    assert not found.used[0].years_fit and "tidak ada daftar untuk tahun rencana 2022" in found.used[0].reason


def test_a_list_holds_for_a_plan_when_it_holds_for_its_first_year(nomenclature: ReferenceList) -> None:
    one = item("1.02.02.2.02.0001", "Pelayanan Ibu Hamil")
    plan = Document("d", Kind.RENSTRA, "Kota A", "Dinas", 2026, 2030, Stage.PENETAPAN, "", 0.9, "", ())
    (held,) = tied(nomenclature, one, paper=plan).used
    assert held.years_fit and "kecuali 2030" in held.reason
    older = Document("d", Kind.RENSTRA, "Kota A", "Dinas", 2021, 2026, Stage.PENETAPAN, "", 0.9, "", ())
    assert not tied(nomenclature, one, paper=older).used[0].years_fit


def test_prescribed_indicators_of_a_list_of_other_years_are_for_a_person(nomenclature: ReferenceList) -> None:
    code = "1.02.02.2.02.0001"
    outputs = (output(code, "Jumlah rapat"),)
    found = tied(nomenclature, item(code, "Pelayanan Ibu Hamil"), paper=document(first=2022), outputs=outputs)
    assert [one.tie for one in found.ties if one.fact == "i0"] == [Tie.UNSURE] and not found.official


def test_without_a_region_the_code_tells_whose_it_is(tmp_path: Path) -> None:
    text = "kode,nomenklatur\n1.03.10.1.01.0058,Pemeliharaan Jembatan\n1.03.10.2.01.0058,Pemeliharaan Jembatan\n"
    listed, _ = read_list(csv_file(tmp_path, text))
    paper = Document("d", Kind.RENJA, None, "Dinas", 2026, 2026, Stage.PENETAPAN, "", 0.9, "", ())
    found = tied(listed, item("1.03.10.2.01.0032", "Pemeliharaan Jembatan"), paper=paper)
    assert [listed.entries[one.entry or 0].code for one in found.ties] == ["1.03.10.2.01.0058"]


def test_codes_that_only_lists_have_are_tied_too(nomenclature: ReferenceList) -> None:
    code = "7.03.02.3.01.0001"
    found = tied(nomenclature, item(code, "Urusan Kelurahan Tertentu"), outputs=(output(code, "Jumlah Kelurahan"),))
    assert {one.fact: one.tie for one in found.ties} == {"b0": Tie.SAME, "i0": Tie.SAME}


@pytest.mark.parametrize("paper", [document(region="Provinsi Harapan"), document(first=2019), document(Kind.LAINNYA)])
def test_no_list_is_better_than_a_wrong_one(nomenclature: ReferenceList, paper: Document) -> None:
    found = tied(nomenclature, item("1.02.02.2.02.0001", "Pelayanan Ibu Hamil"), paper=paper)
    assert found.ties == () and [one.list for one in found.used] == ([] if paper.kind is Kind.LAINNYA else [None])


def test_why_no_list_was_used_is_told(nomenclature: ReferenceList) -> None:
    uncoded = tied(nomenclature, item(None, "Pelayanan Ibu Hamil")).used
    province = tied(nomenclature, item("1.02.02", "X", ItemLevel.PROGRAM), paper=document(region="Provinsi A")).used
    assert "tidak tercetak" in uncoded[0].reason and "bukan untuk provinsi" in province[0].reason


def test_short_codes_of_lists_are_written_out(nomenclature: ReferenceList) -> None:
    (found,) = tied(nomenclature, item("7.03.02.3.01.01", "Urusan Kelurahan Tertentu")).ties
    assert found.tie is Tie.SAME


def test_a_reference_indicator_of_another_measure_is_for_a_person(tmp_path: Path) -> None:
    listed, _ = read_list(csv_file(tmp_path, "kode,indikator,satuan\nIKK-1,Angka Kematian Ibu,Persen\n", "ikk.csv"))
    row = Indicator(Evidence("a", "a.pdf", page=1, quote="x"), "Jumlah Kematian Ibu", unit="Persen")
    found = tie([DocumentRows(document(Kind.RPJMD), [], [("i0", row)])], [listed])
    assert all(one.tie is not Tie.SAME for one in found.ties) and not found.official


def test_prescribed_indicators(nomenclature: ReferenceList) -> None:
    code = "1.02.02.2.02.0001"
    names = (
        "Jumlah Ibu Hamil yang Dilayani Sesuai Standar",
        "Jumlah Ibu Hamil yang Dilayani Sesuai Standar Pelayanan",
        "Jumlah Kegiatan Rapat",
    )
    found = tied(nomenclature, item(code, "Pelayanan Ibu Hamil"), outputs=tuple(output(code, name) for name in names))
    ties = {one.fact: one.tie for one in found.ties if one.fact.startswith("i")}
    assert ties["i0"] is Tie.SAME and ties["i2"] is Tie.OTHER_NAME
    assert ties["i1"] is Tie.UNSURE and set(found.official) == {"i0"}


def test_reference_indicators_are_found_by_name_and_unit(tmp_path: Path) -> None:
    text = "kode,indikator,satuan\nIKK-1,Angka Kematian Ibu,per 100.000 KH\nIKK-2,Persentase Rumah Layak Huni,%\n"
    listed, _ = read_list(csv_file(tmp_path, text, "ikk.csv"))
    assert listed.kind is ListKind.INDICATORS
    rows = ("Angka Kematian Ibu (AKI)", "Persentase jalan mantap", "Persentase rumah layak huni")
    indicators = [(f"i{n}", Indicator(Evidence("a", "a.pdf", page=1, quote=x), x)) for n, x in enumerate(rows)]
    found = tie([DocumentRows(document(Kind.RPJMD), [], indicators)], [listed])
    assert {one.fact: listed.entries[one.entry or 0].code for one in found.ties} == {"i0": "IKK-1", "i2": "IKK-2"}
    assert {one.tie for one in found.ties} == {Tie.SAME}


def test_a_region_and_its_code(tmp_path: Path) -> None:
    text = "kode,nama,level\n11,Harapan,provinsi\n11.01,Kabupaten Jaya,kabupaten/kota\n11.71,Kota Jaya,kabupaten/kota\n"
    listed, _ = read_list(csv_file(tmp_path, text, "wilayah.csv"))
    assert listed.kind is ListKind.REGIONS
    for region, code in (
        ("Kota Jaya", "11.71"),
        ("Kabupaten Jaya", "11.01"),
        ("Provinsi Harapan", "11"),
        ("Kota Lain", None),
    ):
        (found,) = tie([DocumentRows(document(region=region), [], [])], [listed]).ties
        assert (listed.entries[found.entry].code if found.entry is not None else None) == code


# ---- alignment


def test_the_same_official_indicator_is_evidence_within_one_office_only() -> None:
    def row(id_: str, name: str, opd: str) -> AlignRow:
        return AlignRow(id_, name, "Orang", "subkegiatan", opd=opd, reference="1.02 jumlah ibu hamil dilayani")

    left = row("a", "Jumlah ibu hamil dilayani sesuai standar mutu layanan", "dinas kesehatan")
    right = row("b", "Jumlah ibu hamil dilayani", "dinas kesehatan")
    (link,) = align([left], [right])
    assert link.features["rujukan_sama"] == 1 and link.relation is not Relation.TIDAK_BERLANJUT
    assert any("indikator resmi yang sama" in reason for reason in link.reasons)
    for nobody in (None, "semua perangkat daerah"):
        doubtful = AlignRow("b", right.name, "Orang", "subkegiatan", opd=nobody, reference=right.reference)
        assert all("rujukan_sama" not in one.features for one in align([left], [doubtful]))
    elsewhere = row("b", "Jumlah ibu hamil dilayani", "kecamatan timur")
    assert all("rujukan_sama" not in one.features for one in align([left], [elsewhere]))


def test_a_veto_outranks_an_official_list() -> None:
    left = AlignRow("a", "Jumlah siswa SD penerima bantuan", "Orang", opd="x", reference="r")
    right = AlignRow("b", "Jumlah siswa SMP penerima bantuan", "Orang", opd="x", reference="r")
    assert all(link.relation is Relation.PERLU_DIPERIKSA for link in align([left], [right]))


# ---- a whole run


def test_a_list_is_used_from_the_next_run_on(published: Published, tmp_path: Path, call: Any) -> None:  # noqa: F811
    documents, results = published.copy(tmp_path)
    text = "kode,indikator,satuan,sumber\nIKK-7,Prevalensi stunting,persen,Permendagri 18/2020\n"
    loaded = call("reference", "load", csv_file(tmp_path, text, "ikk.csv"), "--judul", "IKK", "--hasil", results)
    assert loaded.code == 0 and loaded.out.endswith("1 indikator\n")
    assert not run(settings_for(documents, results), Silent()).unchanged
    seen = ask(
        results, "SELECT DISTINCT jenis_dokumen, hasil FROM penampilan_rujukan WHERE kode_resmi = 'IKK-7' ORDER BY 1"
    )
    assert seen == [("RPJMD", "sama"), ("Renstra", "sama")]
    assert ask(results, "SELECT entri FROM rujukan") == [(1,)]
    id_ = loaded.out.split(":")[0]
    assert id_ in call("reference", "list", "--hasil", results, "--json").out
    assert call("reference", "remove", id_, "--hasil", results).code == 0
    run(settings_for(documents, results), Silent())
    assert ask(results, "SELECT count(*) FROM tautan_rujukan") == [(0,)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [("load tiada.csv", "tidak dapat dibuka"), ("load a.csv --tahun 27", "bukan tahun"), ("remove x", "tidak ada")],
)
def test_faults_of_use(call: Any, tmp_path: Path, arguments: str, words: str) -> None:  # noqa: F811
    said = call("reference", *arguments.split(), "--hasil", tmp_path)
    assert said.code in (2, 3) and words in said.err


@pytest.mark.corpus
@pytest.mark.skipif(not LISTS.is_dir(), reason="without the corpus beside the project")
def test_a_slip_in_a_published_plan(tmp_path: Path) -> None:
    """A program of population registration printed under its neighbour's code."""
    (path,) = LISTS.glob("*900.csv")
    listed, _ = read_list(path, Told(years=(2021, 2026)))
    plan = LISTS.parent / "sumedang" / "rpjmd-sumedang.pdf"
    extraction = extract_file(plan, prose=False, kept=False)
    paper = Document("d", Kind.RPJMD, "Kabupaten Sumedang", None, 2021, 2023, Stage.PENETAPAN, "", 0.9, "", ())
    found = tie([DocumentRows(paper, [(f"b{n}", one) for n, one in enumerate(extraction.items)], [])], [listed])
    slips = {
        (extraction.items[int(one.fact[1:])].code, listed.entries[one.entry].code)
        for one in found.ties
        if one.tie is Tie.OTHER_CODE and one.entry is not None
    }
    assert ("2.12.01", "2.12.02") in slips


@pytest.mark.corpus
@pytest.mark.skipif(not LISTS.is_dir(), reason="without the corpus beside the project")
def test_the_lists_that_circulate(tmp_path: Path) -> None:
    wide = [read_list(path)[0] for path in sorted(LISTS.glob("nomenklatur*2027*"))]
    assert len({one.id for one in wide}) == 1 and len(wide) == 2
    assert sum(entry.level == "subkegiatan" for entry in wide[0].entries) == 7581
    (path,) = LISTS.glob("*900.csv")
    levels, notes = read_list(path, Told(years=(2024, 2026)))
    assert (len(levels.entries), notes) == (4367, ())
    (path,) = LISTS.glob("wilayah*")
    assert len(read_list(path)[0].entries) == 552
