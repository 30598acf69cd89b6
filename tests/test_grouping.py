"""Chapter files become documents; what one of them does not say comes from its sisters; a manifest outranks all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractors.grouping import Override, group_documents, resolve_identities, same_office
from extractors.identify import identify
from extractors.readers.read import read_layout
from models.document import Claim, Document, Format, Identity, Kind, SourceFile, Stage
from models.ids import content_id

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
Found = tuple[SourceFile, Identity]
CITY = "Kota Harapan Jaya"
OFFICE = "Dinas Kesehatan"


def found(
    path: str,
    kind: Kind = Kind.RENSTRA,
    opd: str | None = OFFICE,
    years: tuple[int, int] | None = (2025, 2029),
    *,
    region: str | None = CITY,
    stage: Stage | None = None,
    chapter: int | None = None,
    sure: float = 0.9,
    title: str | None = None,
) -> Found:
    """A file and what it says; a part that is None is not said."""

    def claim(value: Any, confidence: float = sure) -> Claim[Any]:
        return Claim(value, confidence if value is not None else 0.0, "tertulis.")

    first, last = years or (None, None)
    identity = Identity(
        claim(kind), claim(region), claim(opd), claim(first), claim(last), claim(stage), title=title, chapter=chapter
    )
    return SourceFile(path.replace("/", "_"), path.rsplit("/", 1)[-1], path, 1, Format.PDF), identity


def paths(document: Document) -> list[str]:
    return [file.path for file in document.files]


def test_chapters_of_one_document_are_joined_in_reading_order() -> None:
    files = [found(f"dinkes/0{n}_BAB_{r}.pdf", chapter=n) for n, r in ((3, "III"), (1, "I"), (2, "II"), (10, "X"))]
    (document,) = group_documents(files)
    assert [name.split("_")[-1] for name in paths(document)] == ["I.pdf", "II.pdf", "III.pdf", "X.pdf"]
    assert document.kind is Kind.RENSTRA
    assert "4 berkas digabung (bab 1, 2, 3, 10)" in document.reason


def test_a_chapter_without_owner_or_period_takes_them_from_its_sisters() -> None:
    files = [
        found("dinkes/bab 1.pdf", chapter=1),
        found("dinkes/bab 2.pdf", opd=None, years=None, region=None, chapter=2),
        found("dinkes/bab 3.pdf", Kind.LAINNYA, opd=None, years=None, chapter=3, sure=0.2),
    ]
    (document,) = group_documents(files)
    assert len(document.files) == 3
    second = resolve_identities(files)[1]
    assert second.opd.value == OFFICE
    assert second.opd.confidence < 0.9
    assert "bab 1.pdf" in second.first_year.reason


def test_sisters_that_disagree_are_not_asked() -> None:
    files = [
        found("campur/bab 1 dinkes.pdf", chapter=1),
        found("campur/bab 1 dinsos.pdf", opd="Dinas Sosial", chapter=1),
        found("campur/bab 2.pdf", opd=None, chapter=2),
    ]
    assert resolve_identities(files)[2].opd.value is None
    assert len(group_documents(files)) == 3


def test_another_year_another_office_another_stage_is_another_document() -> None:
    files = [
        found("a/renja 2025.pdf", Kind.RENJA, years=(2025, 2025)),
        found("a/renja 2026.pdf", Kind.RENJA, years=(2026, 2026)),
        found("a/renja 2026 perubahan.pdf", Kind.RENJA, years=(2026, 2026), stage=Stage.PERUBAHAN),
        found("a/renja dinsos.pdf", Kind.RENJA, "Dinas Sosial", (2025, 2025)),
    ]
    assert len({document.id for document in group_documents(files)}) == 4


def test_a_whole_document_gives_no_year_to_its_neighbour() -> None:
    files = [found("a/renja.pdf", Kind.RENJA, years=(2025, 2025)), found("a/lain.pdf", Kind.RENJA, years=None)]
    assert resolve_identities(files)[1].first_year.value is None


def test_cover_contents_and_annex_join_their_chapters() -> None:
    report, year = Kind.LKJIP, (2018, 2018)
    files = [
        found("k/BAB I PENDAHULUAN.pdf", report, years=year, chapter=1),
        found("k/BAB II PERENCANAAN.pdf", report, years=year, chapter=2),
        found("k/cover 2018.pdf", report, years=year),
        found("k/DAFTAR ISI.pdf", Kind.LAINNYA, opd=None, years=None, sure=0.3),
        found("k/LAMPIRAN REALISASI.pdf", Kind.LAINNYA, years=None, sure=0.3),
    ]
    (document,) = group_documents(files)
    names = [path.split("/")[1] for path in paths(document)]
    assert names == [
        "cover 2018.pdf", "DAFTAR ISI.pdf", "BAB I PENDAHULUAN.pdf", "BAB II PERENCANAAN.pdf", "LAMPIRAN REALISASI.pdf",
    ]  # fmt: skip


def test_a_second_version_of_a_chapter_is_a_document_of_its_own() -> None:
    files = [found("a/bab 5.pdf", chapter=5), found("a/bab 5 final.pdf", chapter=5), found("a/bab 6.pdf", chapter=6)]
    first, second = group_documents(files)
    assert (len(first.files), len(second.files)) == (2, 1)
    assert first.id != second.id
    assert "Versi ke-2" in second.reason


def test_chapters_do_not_join_a_file_that_holds_them_all() -> None:
    files = [found("a/renstra.pdf"), found("a/bab 1.pdf", chapter=1), found("a/bab 2.pdf", chapter=2)]
    assert sorted(len(document.files) for document in group_documents(files)) == [1, 2]


def test_spellings_of_one_office_are_one() -> None:
    files = [
        found("a/bab 1.pdf", opd="Dinas Perikanan dan Kelautan", chapter=1),
        found("a/bab 2.pdf", opd="Dinas Kelautan dan Perikanan", chapter=2),
        found("a/bab 3.pdf", opd="Dinas Kelautan dan Perikanan", chapter=3),
    ]
    (document,) = group_documents(files)
    assert document.opd == "Dinas Kelautan dan Perikanan"
    assert same_office("Badan Pengelola Keuangan dan Aset Daerah", "Badan Pengelolaan Keuangan dan Aset Daerah")
    assert not same_office("Dinas Kesehatan", "Dinas Kebudayaan")


def test_a_bureau_is_one_with_and_without_its_secretariat() -> None:
    files = [
        found("a/bab 1.doc", opd="Biro Keuangan Sekretariat Daerah", chapter=1),
        found("a/bab 2.doc", opd="Biro Keuangan", chapter=2),
    ]
    assert len(group_documents(files)) == 1
    assert same_office("Bagian Hukum Setda", "Bagian Hukum")
    assert not same_office("Biro Keuangan Sekretariat Daerah", "Biro Hukum Sekretariat Daerah")
    assert not same_office("Sekretariat Daerah", "Biro Keuangan")


def test_front_matter_alone_tells_the_period_and_a_doubtful_stage_is_not_believed() -> None:
    files = [
        found("a/02._kata_pengantar.doc", stage=Stage.PERUBAHAN, sure=0.45),
        found("a/03.1 daftar isi.doc", Kind.LAINNYA, opd=None, years=None, sure=0.2),
        found("a/bab 1.doc", years=None, chapter=1),
        found("a/bab 2.doc", years=None, chapter=2),
    ]
    doubtful = replace(files[0][1], stage=Claim(Stage.PERUBAHAN, 0.3, "revisi"))
    (document,) = group_documents([(files[0][0], doubtful), *files[1:]])
    assert (document.first_year, document.stage, len(document.files)) == (2025, None, 4)
    (revised,) = group_documents(files)  # surer: it holds for the chapters too
    assert revised.stage is Stage.PERUBAHAN


def test_a_region_named_by_one_file_of_a_folder_holds_for_the_others() -> None:
    files = [
        found("kota/dinkes.pdf"),
        found("kota/dinsos.pdf", opd="Dinas Sosial", region=None),
        found("lain/x.pdf", region=None),
    ]
    regions = [identity.region.value for identity in resolve_identities(files)]
    assert regions == [CITY, CITY, None]


def test_years_of_a_table_give_way_to_the_period_that_contains_them() -> None:
    files = [
        found("a/rpjmd.pdf", Kind.RPJMD, None, (2018, 2023)),
        found("a/tabel.pdf", Kind.RPJMD, None, (2021, 2023), sure=0.4),
    ]
    assert resolve_identities(files)[1].first_year.value == 2018


def test_a_manifest_outranks_everything() -> None:
    files = [found("a/x.pdf", Kind.LAINNYA, None, None, region=None, sure=0.1)]
    override = Override(Kind.RENJA, CITY, OFFICE, 2026, None, Stage.RANCANGAN)
    (document,) = group_documents(files, {"a/x.pdf": override})
    assert (document.kind, document.region, document.opd) == (Kind.RENJA, CITY, OFFICE)
    assert (document.first_year, document.last_year, document.stage) == (2026, 2026, Stage.RANCANGAN)
    assert document.confidence == 1.0
    assert "manifes" in document.reason.casefold()
    assert document.id == content_id("d", "renja", CITY.casefold(), OFFICE.casefold(), 2026, 2026, "rancangan")


def test_files_of_unknown_kind_stay_alone_with_the_id_of_their_bytes() -> None:
    files = [found("a/1.pdf", Kind.LAINNYA), found("a/2.pdf", Kind.LAINNYA)]
    documents = group_documents(files)
    assert [document.id for document in documents] == [content_id("d", file.sha256) for file, _ in files]


def test_ids_do_not_depend_on_place_or_order() -> None:
    files = [found("a/bab 1.pdf", chapter=1), found("a/bab 2.pdf", chapter=2)]
    moved = [(replace(file, path=f"b/c/{file.name}"), identity) for file, identity in reversed(files)]
    assert group_documents(files)[0].id == group_documents(moved)[0].id


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="without the corpus beside the project")
def test_real_chapter_files_become_the_documents_they_are_of() -> None:
    names = [*CORPUS.glob("jabar/bpkad/*bab_[1467]*.docx"), *CORPUS.glob("kediri/*.pdf")]
    files = []
    for path in sorted(names):
        layout = read_layout(path)
        files.append((replace(layout.file, path=path.relative_to(CORPUS).as_posix()), identify(layout)))
    documents = {document.kind: document for document in group_documents(files)}
    assert set(documents) == {Kind.RENSTRA, Kind.LKJIP}
    assert len(documents[Kind.RENSTRA].files) == 4
    assert len(documents[Kind.LKJIP].files) == 7
    assert documents[Kind.LKJIP].files[0].name.startswith("cover")
