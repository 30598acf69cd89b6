"""The tree of goals and programs, and what is missing in it, over small made documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from alignment.statements import align_statements, goal_rows
from models.document import Document, Format, Kind, SourceFile
from models.evidence import Evidence
from models.extraction import Extraction, PageCoverage, PageStatus
from models.indicator import Context, Indicator, ItemLevel, Level, PlanItem, Statement, StatementKind
from reports.tree import offices, tree_lines
from tests.warehouse_world import finding, identity, rule
from warehouse import facts, goals, store, views
from warehouse.cascade import build_cascade

VISI, MISI, TUJUAN, SASARAN = StatementKind.VISI, StatementKind.MISI, StatementKind.TUJUAN, StatementKind.SASARAN
HEALTH, WATER, FISH = "Meningkatnya derajat kesehatan", "Meningkatnya akses air minum", "Meningkatnya hasil nelayan"
CARE, MOTHERS = "Meningkatnya mutu pelayanan rumah sakit", "Menurunnya kematian ibu"


def where(sha: str, quote: str) -> Evidence:
    return Evidence(sha * 32, f"{sha}.pdf", page=4, quote=quote)


def said(sha: str, kind: StatementKind, text: str, parent: str | None = None, above: Any = None) -> Statement:
    return Statement(where(sha, text), kind, text, parent=parent, parent_kind=above, confidence=0.9, source="tabel")


def item(sha: str, level: ItemLevel, code: str | None, name: str, **context: str) -> PlanItem:
    return PlanItem(where(sha, name), level, name, code, Context(**context))


def measure(sha: str, level: Level, name: str, code: str | None = None, **context: str) -> Indicator:
    return Indicator(where(sha, name), name, level, Context(**context), code=code)


RPJMD = (
    [
        said("a1", VISI, "Kota pesisir yang sehat dan sejahtera"),
        said("a1", MISI, "Membangun manusia yang sehat"),
        said("a1", TUJUAN, "Meningkatnya mutu hidup warga", "Membangun manusia yang sehat", MISI),
        said("a1", SASARAN, HEALTH, "Meningkatnya mutu hidup warga", TUJUAN),
        said("a1", SASARAN, HEALTH.upper()),
        said("a1", SASARAN, WATER, "Meningkatnya mutu hidup warga", TUJUAN),
        said("a1", TUJUAN, "Meningkatnya pendapatan nelayan", "Membangun manusia yang sehat", MISI),
    ],
    [
        item("a1", ItemLevel.PROGRAM, None, "PROGRAM UPAYA KESEHATAN", sasaran=HEALTH),
        item("a1", ItemLevel.PROGRAM, "1.02.02", "Program Upaya Kesehatan"),
    ],
    [measure("a1", Level.SASARAN, "Usia harapan hidup", sasaran=HEALTH, tujuan="Meningkatnya mutu hidup warga")],
)
RENSTRA = (
    [
        said("b2", TUJUAN, "Meningkatkan derajat kesehatan"),
        said("b2", SASARAN, CARE, "Meningkatkan derajat kesehatan", TUJUAN),
        said("b2", SASARAN, MOTHERS, "Meningkatkan derajat kesehatan", TUJUAN),
    ],
    [
        item("b2", ItemLevel.PROGRAM, "1.02.02", "Program Upaya Kesehatan", sasaran=CARE),
        item("b2", ItemLevel.KEGIATAN, "1.02.02.2.01", "Penyediaan fasilitas", program="Program Upaya Kesehatan"),
        item(
            "b2", ItemLevel.SUBKEGIATAN, "1.02.02.2.01.0001", "Pembangunan puskesmas", kegiatan="Penyediaan fasilitas"
        ),
        item("b2", ItemLevel.KEGIATAN, "1.02.02.2.02", "Layanan kesehatan", program="Program Upaya Kesehatan"),
        item("b2", ItemLevel.KEGIATAN, None, "Penjaminan mutu", program="Program Upaya Kesehatan"),
        item(
            "b2",
            ItemLevel.SUBKEGIATAN,
            None,
            "Akreditasi",
            program="Program Upaya Kesehatan",
            kegiatan="Penjaminan mutu",
        ),
    ],
    [
        measure("b2", Level.SASARAN, "Indeks kepuasan pasien", sasaran=CARE),
        measure("b2", Level.SASARAN, "Indeks kepuasan pasien", sasaran=CARE),
        measure(
            "b2", Level.PROGRAM, "Persentase puskesmas terakreditasi", "1.02.02", program="Program Upaya Kesehatan"
        ),
    ],
)


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    con = store.open_staging(tmp_path_factory.mktemp("kaskade") / "kerja.duckdb")
    city = "Kota Rekaan"
    documents = [
        Document("d1", Kind.RPJMD, city, None, 2025, 2029, None, "RPJMD", 0.9, "judul", ()),
        Document("d2", Kind.RENSTRA, city, "Dinas Kesehatan", 2025, 2029, None, "Renstra", 0.9, "judul", ()),
    ]
    facts.store_documents(con, documents, {"Dinas Kesehatan": "kesehatan"})
    numbered = []
    for document, sha, kind, content in (("d1", "a1", Kind.RPJMD, RPJMD), ("d2", "b2", Kind.RENSTRA, RENSTRA)):
        file = SourceFile(sha * 32, f"{sha}.pdf", f"{sha}.pdf", 10, Format.PDF)
        statements, items, indicators = map(tuple, content)
        extraction = Extraction(
            file,
            "1",
            identity(kind),
            pages=(PageCoverage(4, PageStatus.TABLE),),
            statements=statements,
            items=items,
            indicators=indicators,
        )
        facts.store_files(con, [facts.FileOutcome(file, facts.FileStatus.READ, document, 1)])
        facts.store_pages(con, [extraction])
        numbered.append(facts.number_facts(document, [extraction]))
    facts.store_facts(
        con,
        numbered,
        lambda document, fact: facts.Derived(
            getattr(fact, "name", "").lower(),
            code=getattr(fact, "code", None),
            office="kesehatan" if document == "d2" else None,
        ),
    )
    facts.store_pair(con, "RPJMD-Renstra", "d1", "d2", [])
    links = align_statements(*(goal_rows(one.statements) for one in numbered), "RPJMD-Renstra")
    goals.store_goal_links(con, "RPJMD-Renstra", "d1", "d2", links)
    build_cascade(con)
    store.append_rows(con, "data.aturan", [rule("A02")])
    program = next(id_ for id_, one in numbered[0].items if one.code)
    store.append_rows(con, "data.temuan", [finding("fA02", "A02", program, None, None)])
    views.install_views(con)
    return con


def ask(con: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return con.execute(sql).fetchall()


def test_the_tree_goes_from_visi_to_program_in_reading_order(con: duckdb.DuckDBPyConnection) -> None:
    assert ask(con,
        "SELECT kedalaman, jenis, teks, jumlah_anak"
        " FROM publik.kaskade WHERE dokumen_id = 'd1' ORDER BY urutan") == [
        (1, "visi", "Kota pesisir yang sehat dan sejahtera", 1),
        (2, "misi", "Membangun manusia yang sehat", 2),  # the only visi is its parent, though no page says so
        (3, "tujuan", "Meningkatnya mutu hidup warga", 2),
        (4, "sasaran", HEALTH, 1),  # printed twice, one node
        (5, "program", "PROGRAM UPAYA KESEHATAN", 0),  # printed with and without code, one node
        (4, "sasaran", WATER, 0),
        (3, "tujuan", "Meningkatnya pendapatan nelayan", 0),
    ]  # fmt: skip


def test_items_stand_under_their_code_or_else_their_name(con: duckdb.DuckDBPyConnection) -> None:
    rows = ask(
        con,
        "SELECT teks, jalur[-2], opd_kunci"
        " FROM publik.kaskade WHERE dokumen_id = 'd2' AND kedalaman > 3 ORDER BY urutan",
    )
    assert rows == [
        ("Penyediaan fasilitas", "Program Upaya Kesehatan", "kesehatan"),
        ("Pembangunan puskesmas", "Penyediaan fasilitas", "kesehatan"),
        ("Layanan kesehatan", "Program Upaya Kesehatan", "kesehatan"),
        ("Penjaminan mutu", "Program Upaya Kesehatan", "kesehatan"),
        ("Akreditasi", "Penjaminan mutu", "kesehatan"),
    ]


def test_indicators_of_a_node_are_counted_once(con: duckdb.DuckDBPyConnection) -> None:
    rows = ask(
        con, "SELECT dokumen_id, teks, jumlah_indikator FROM publik.kaskade WHERE jumlah_indikator > 0 ORDER BY ALL"
    )
    assert rows == [("d1", HEALTH, 1), ("d2", CARE, 1), ("d2", "Program Upaya Kesehatan", 1)]


def test_a_node_names_what_it_continues_in_the_document_above(con: duckdb.DuckDBPyConnection) -> None:
    assert ask(con,
        "SELECT teks, atas_jenis, atas_teks, atas_hubungan"
        " FROM publik.kaskade WHERE atas_id IS NOT NULL ORDER BY urutan") == [
        ("Meningkatkan derajat kesehatan", "sasaran", HEALTH, "sama"),
        ("Program Upaya Kesehatan", "program", "PROGRAM UPAYA KESEHATAN", "sama"),
    ]  # fmt: skip
    assert ask(con, "SELECT teks FROM publik.kaskade WHERE jumlah_lanjutan = 1 ORDER BY urutan") == [
        (HEALTH,),
        ("PROGRAM UPAYA KESEHATAN",),
    ]


def test_each_node_has_its_place_of_evidence(con: duckdb.DuckDBPyConnection) -> None:
    assert ask(con, "SELECT DISTINCT berkas, halaman FROM publik.kaskade ORDER BY 1") == [("a1.pdf", 4), ("b2.pdf", 4)]
    assert ask(con, "SELECT count(*) FROM publik.kaskade WHERE kutipan IS NULL") == [(0,)]


def missing(con: duckdb.DuckDBPyConnection, document: str) -> set[tuple[Any, ...]]:
    return set(
        ask(con, f"SELECT jenis, teks, hilang, putusan FROM publik.kaskade_hilang WHERE dokumen_id = '{document}'")
    )


def test_what_is_missing_under_a_node_is_told_when_its_siblings_have_it(con: duckdb.DuckDBPyConnection) -> None:
    region, office = missing(con, "d1"), missing(con, "d2")
    assert ("tujuan", "Meningkatnya pendapatan nelayan", "sasaran", "tidak ada") in region
    assert ("sasaran", WATER, "indikator", "tidak ada") in region
    assert ("sasaran", WATER, "program", "tidak ada") in region
    assert ("sasaran", MOTHERS, "program", "tidak ada") in office
    assert ("kegiatan", "Layanan kesehatan", "subkegiatan", "tidak ada") in office
    assert not any(text in (HEALTH, CARE) for _, text, what, _ in region | office if not what.startswith("lanjutan"))


def test_what_no_node_has_is_told_once_for_the_document(con: duckdb.DuckDBPyConnection) -> None:
    office = missing(con, "d2")
    assert ("dokumen", "Renstra Dinas Kesehatan 2025-2029", "indikator", "perlu diperiksa") in office
    assert not any(kind == "subkegiatan" and what == "indikator" for kind, _, what, _ in office)
    assert not any(what in ("kegiatan", "subkegiatan") for _, _, what, _ in missing(con, "d1"))  # not of an RPJMD


def test_a_sasaran_that_no_renstra_takes_up_says_where_it_was_sought(con: duckdb.DuckDBPyConnection) -> None:
    rows = ask(
        con,
        "SELECT teks, putusan, dicari_di"
        " FROM publik.kaskade_hilang WHERE hilang = 'lanjutan di Renstra' AND jenis = 'sasaran'",
    )
    assert rows == [(WATER, "perlu diperiksa", "Renstra Dinas Kesehatan 2025-2029")]


def test_items_that_the_rules_miss_are_missing_in_the_tree_too(con: duckdb.DuckDBPyConnection) -> None:
    rows = ask(
        con,
        "SELECT teks, putusan, uraian"
        " FROM publik.kaskade_hilang WHERE hilang = 'lanjutan di Renstra' AND jenis = 'program'",
    )
    assert rows == [("PROGRAM UPAYA KESEHATAN", "tidak ada", "Temuan A02")]


def test_building_again_changes_nothing(con: duckdb.DuckDBPyConnection) -> None:
    before = ask(con, "SELECT * FROM publik.kaskade ORDER BY ALL")
    build_cascade(con)
    assert ask(con, "SELECT * FROM publik.kaskade ORDER BY ALL") == before


def test_linked_statements_are_public_with_both_sides(con: duckdb.DuckDBPyConnection) -> None:
    rows = ask(
        con,
        "SELECT jenjang, hubungan, kiri_jenis, kanan_jenis, beda, kiri_berkas, kanan_halaman"
        " FROM publik.tautan_pernyataan",
    )
    assert rows == [
        (
            "RPJMD-Renstra",
            "sama",
            "sasaran",
            "tujuan",
            "[-Meningkatnya-] {+Meningkatkan+} derajat kesehatan",
            "a1.pdf",
            4,
        )
    ]


@pytest.fixture
def bare(tmp_path: Path) -> duckdb.DuckDBPyConnection:
    """A Renstra of before 2021 and its Renja, without any fact yet."""
    con = store.open_staging(tmp_path / "lama.duckdb")
    for id_, kind, first, last in (("d1", "Renstra", 2013, 2018), ("d2", "Renja", 2017, 2017)):
        document = {"dokumen_id": id_, "jenis": kind, "opd": "Dinas Lama", "opd_kunci": "lama", "keyakinan": 1.0}
        store.append_rows(con, "data.dokumen", [{**document, "tahun_awal": first, "tahun_akhir": last, "alasan": ""}])
    store.append_rows(con, "data.pasangan", [("Renstra-Renja", "d1", "d2")])
    views.install_views(con)
    return con


def say(con: duckdb.DuckDBPyConnection, kind: str, *texts: str, parent: str | None = None) -> None:
    """Statements of the Renstra; the text is the id too."""
    common = {"dokumen_id": "d1", "berkas_id": "b1", "jenis": kind, "kutipan": "", "keyakinan": 0.9}
    store.append_rows(
        con,
        "data.pernyataan",
        (
            {
                **common,
                "pernyataan_id": text,
                "urutan": order,
                "teks": text,
                "induk_teks": parent,
                "induk_jenis": "tujuan" if parent else None,
                "sumber": "tabel",
            }
            for order, text in enumerate(texts)
        ),
    )


def test_what_few_of_many_have_is_told_once(bare: duckdb.DuckDBPyConnection) -> None:
    say(bare, "tujuan", "Tujuan satu", "Tujuan dua", "Tujuan tiga")
    say(bare, "sasaran", "Sasaran satu", parent="Tujuan satu")
    build_cascade(bare)
    rows = ask(bare, "SELECT jenis, uraian FROM publik.kaskade_hilang WHERE dokumen_id = 'd1' AND hilang = 'sasaran'")
    said = "Hanya 1 dari 3 tujuan terhubung dengan sasaran: dokumen tidak menyebutnya, atau tabelnya tidak terbaca."
    assert rows == [("dokumen", said)]


def test_plans_of_before_2021_need_no_sub_kegiatan(bare: duckdb.DuckDBPyConnection) -> None:
    rows = ask(bare, "SELECT hilang FROM publik.kaskade_hilang WHERE dokumen_id = 'd1' ORDER BY 1")
    assert rows == [("kegiatan",), ("program",), ("sasaran",), ("tujuan",)]


def test_not_continued_is_sure_only_where_most_are_continued(bare: duckdb.DuckDBPyConnection) -> None:
    texts = {"sasaran": ("Satu", "Dua", "Tiga"), "misi": ("Empat", "Lima", "Enam")}
    gone = {"Satu", "Empat", "Lima"}
    for kind, said in texts.items():
        say(bare, kind, *said)
        store.append_rows(
            bare,
            "data.tautan_pernyataan",
            (
                {
                    "tautan_id": text,
                    "jenjang": "Renstra-Renja",
                    "kiri_dokumen": "d1",
                    "kanan_dokumen": "d2",
                    "kiri_id": text,
                    "kanan_id": None,
                    "hubungan": "tidak berlanjut" if text in gone else "sama",
                    "skor": 0.0,
                    "alasan": "tidak ditemukan",
                    "fitur": "{}",
                }
                for text in said
            ),
        )
    build_cascade(bare)
    store.append_rows(bare, "data.berkas", [_file()])
    rows = ask(bare, "SELECT teks, putusan FROM publik.kaskade_hilang WHERE hilang = 'lanjutan di Renja' ORDER BY 1")
    assert rows == [("Empat", "perlu diperiksa"), ("Lima", "perlu diperiksa"), ("Satu", "tidak ada")]


def _file() -> dict[str, Any]:
    plain = {"berkas_id": "b1", "dokumen_id": "d1", "nama": "lama.pdf", "path": "lama.pdf", "format": "pdf"}
    return {**plain, "ukuran": 1, "status": "dibaca"}


def test_an_empty_warehouse_has_an_empty_cascade(tmp_path: Path) -> None:
    con = store.open_staging(tmp_path / "kosong.duckdb")
    build_cascade(con)
    views.install_views(con)
    assert ask(con, "SELECT (SELECT count(*) FROM publik.kaskade), (SELECT count(*) FROM publik.kaskade_hilang)") == [
        (0, 0)
    ]


def test_the_tree_is_printed_with_ties_and_gaps(con: duckdb.DuckDBPyConnection) -> None:
    lines = list(tree_lines(con))
    trunk = [line for line in lines if "!" not in line]
    assert trunk == [
        "RPJMD Kota Rekaan 2025-2029",
        "└─ Visi: Kota pesisir yang sehat dan sejahtera",
        "   └─ Misi: Membangun manusia yang sehat",
        "      ├─ Tujuan: Meningkatnya mutu hidup warga",
        f"      │  ├─ Sasaran: {HEALTH} [1 indikator]",
        "      │  │  │    → Renstra Dinas Kesehatan 2025-2029: tujuan “Meningkatkan derajat kesehatan” (sama)",
        "      │  │  └─ Program 1.02.02: PROGRAM UPAYA KESEHATAN",
        f"      │  └─ Sasaran: {WATER}",
        "      └─ Tujuan: Meningkatnya pendapatan nelayan",
    ]
    after = lines.index(trunk[-2])
    assert [line.strip(" │") for line in lines[after + 1 : after + 4]] == [
        "! tanpa indikator",
        "! tidak ditemukan di Renstra (perlu diperiksa)",
        "! tanpa program",
    ]


def test_the_tree_of_an_opd_names_what_it_continues(con: duckdb.DuckDBPyConnection) -> None:
    lines = list(tree_lines(con, office="KESEHATAN", until="sasaran"))
    assert lines[0] == "Renstra Dinas Kesehatan 2025-2029"
    tie = f"← RPJMD Kota Rekaan 2025-2029: sasaran “{HEALTH}” (sama)"
    assert [line.strip(" │") for line in lines if "←" in line] == [tie]
    assert not any("Program Upaya Kesehatan" in line for line in lines)
    assert list(tree_lines(con, office="perikanan")) == []
    assert offices(con) == ["Dinas Kesehatan"]


def test_long_texts_are_wrapped_within_their_branch(con: duckdb.DuckDBPyConnection) -> None:
    lines = list(tree_lines(con, width=60))
    assert max(map(len, lines)) <= 60
    assert any(line.startswith("      │  │  │         ") for line in lines)
    assert not any(line.endswith("[1") for line in lines)
