"""The public views: contract, dictionary, and what each says of a small region."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from models.claim import ClaimKind, ClaimRole, NumericClaim
from models.evidence import Evidence
from models.extraction import Extraction
from models.indicator import Statement, StatementKind
from tests import warehouse_world as world
from warehouse import facts, query, store, views

GOLDEN = Path(__file__).parent / "golden" / "publik.txt"


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    con = world.staged(tmp_path_factory.mktemp("kerja"), "20261122T010000")
    views.install_views(con)
    return con


def test_public_columns_are_the_published_contract(con: duckdb.DuckDBPyConnection) -> None:
    """Adding a view or column is fine (run with SELARAS_GOLDEN=1 to write it down); changing one breaks analysts."""
    lines = []
    for view in views.public_views():
        lines += [f"{view}.{name} {type_}" for name, type_, *_ in con.execute(f"DESCRIBE publik.{view}").fetchall()]
    if os.environ.get("SELARAS_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_view_and_column_is_explained(con: duckdb.DuckDBPyConnection) -> None:
    explained = con.execute("SELECT tampilan, kolom, arti FROM publik.kamus").fetchall()
    described = {
        (view, name) for view in views.public_views() for name, *_ in con.execute(f"DESCRIBE publik.{view}").fetchall()
    }
    assert {(view, column) for view, column, _ in explained if column} == described
    assert {view for view, column, _ in explained if column is None} == set(views.public_views())
    assert [row for row in explained if not row[2]] == []


def test_documents_have_readable_names_and_counts(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "SELECT dokumen, jumlah_berkas, berkas, jumlah_halaman, jumlah_indikator, jumlah_pernyataan "
        "FROM publik.dokumen ORDER BY dokumen"
    ).fetchall()
    assert rows == [
        ("RPJMD Kota Harapan Jaya 2025-2029", 1, "rpjmd.pdf", 2, 2, 1),
        ("Renstra Dinas PU 2025-2029 (rancangan)", 1, "renstra.pdf", 2, 1, 0),
    ]


def test_facts_are_seen_with_document_file_and_page(con: duckdb.DuckDBPyConnection) -> None:
    assert con.execute(
        "SELECT dokumen, indikator, tahun, nilai, tertulis, berkas, halaman FROM publik.target "
        "WHERE peran = 'target' AND nilai IS NOT NULL ORDER BY dokumen, tahun"
    ).fetchall() == [
        (
            "RPJMD Kota Harapan Jaya 2025-2029",
            "Persentase jalan mantap",
            2026,
            Decimal("78.25"),
            "78,25",
            "rpjmd.pdf",
            2,
        ),
        ("RPJMD Kota Harapan Jaya 2025-2029", "Persentase jalan mantap", 2027, Decimal(80), "80", "rpjmd.pdf", 2),
        (
            "Renstra Dinas PU 2025-2029 (rancangan)",
            "Persentase jalan mantap",
            2026,
            Decimal(70),
            "70",
            "renstra.pdf",
            1,
        ),
    ]
    assert con.execute("SELECT pemilik, tahun, rupiah FROM publik.pagu ORDER BY ALL").fetchall() == [
        ("butir", 2026, Decimal(2000)),
        ("butir", 2027, None),
        ("indikator", 2026, Decimal(1500)),
    ]
    assert con.execute("SELECT tingkat, kode_baku, opd_kunci, halaman FROM publik.butir").fetchall() == [
        ("program", "1.03.10", "pu", 1)
    ]
    assert con.execute("SELECT jenis, induk_teks, wilayah FROM publik.pernyataan").fetchall() == [
        ("sasaran", "Infrastruktur andal", world.REGION)
    ]
    assert con.execute(
        "SELECT kiri_dokumen, kanan_opd, kiri_halaman, kanan_halaman, hubungan FROM publik.tautan"
    ).fetchall() == [("RPJMD Kota Harapan Jaya 2025-2029", "Dinas PU", 2, 1, "sama")]
    assert con.execute("SELECT kanan_dokumen, jumlah_tautan FROM publik.pasangan").fetchall() == [
        ("Renstra Dinas PU 2025-2029 (rancangan)", 1)
    ]


def test_findings_carry_both_sides_or_say_where_was_searched(con: duckdb.DuckDBPyConnection) -> None:
    both, one = con.execute(
        "SELECT nama_aturan, tingkat_nama, opd, kiri_nilai, kanan_nilai, kiri_berkas, kiri_halaman, kiri_x0,"
        " kiri_kutipan, kanan_berkas, kanan_halaman, kanan_kutipan, dicari_di, perbaikan "
        "FROM publik.temuan ORDER BY temuan_id"
    ).fetchall()
    assert both == (
        "Aturan A01", "mayor", "Dinas PU", "78,25", "70", "rpjmd.pdf", 2, 50.0, "Persentase jalan mantap % 78,25 80",
        "renstra.pdf", 1, "Persentase jalan mantap % 70", None, "Samakan target.",
    )  # fmt: skip
    assert one[5] == "rpjmd.pdf"
    assert one[9:13] == (None, None, None, "Renstra Dinas PU 2025-2029")
    assert one[2] == "Dinas PU"  # through the OPD key of the row in the region's document


def test_a_finding_about_a_document_names_its_first_file(tmp_path: Path) -> None:
    con = world.staged(tmp_path, "20261123T010000", extra_rule=True)
    views.install_views(con)
    assert con.execute(
        "SELECT kiri_macam, kiri_berkas, kiri_halaman, kiri_dokumen FROM publik.temuan WHERE temuan_id = 'fA03'"
    ).fetchall() == [("dokumen", "renstra.pdf", None, "Renstra Dinas PU 2025-2029 (rancangan)")]


def test_coverage_leaves_nothing_out(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "SELECT objek, lokasi, halaman, status, dipahami, alasan, kode_galat, perbaikan "
        "FROM publik.cakupan ORDER BY ALL"
    ).fetchall()
    assert rows == [
        ("berkas", "rusak.pdf", None, "gagal", False, "rusak.pdf terpotong.", "E102", "Unduh atau salin ulang berkas."),
        ("berkas", "salinan.pdf", None, "salinan", True, None, None, None),
        ("halaman", "pu/renstra.pdf", 1, "tabel", True, None, None, None),
        ("halaman", "pu/renstra.pdf", 2, "pindaian", False, "tanpa lapisan teks", "E105", world.SCAN.remedy),
        ("halaman", "rpjmd.pdf", 1, "prosa", True, None, None, None),
        ("halaman", "rpjmd.pdf", 2, "tabel", True, None, None, None),
        ("masukan", "dokumen.csv", None, "masalah", False, "Baris 4: tahun kosong.", "E203", "Isi kolom tahun."),
    ]  # fmt: skip


@pytest.mark.parametrize("ready", query.ready_queries(), ids=lambda ready: ready.name)
def test_ready_questions_run_and_say_what_they_answer(con: duckdb.DuckDBPyConnection, ready: query.ReadyQuery) -> None:
    assert ready.title and ready.answers.endswith("?")
    con.execute(ready.sql)
    assert len(con.description or ()) >= 4
    assert con.fetchall() or ready.name in {"satuan_berbeda", "perubahan_temuan"}


def test_ready_questions_answer_rightly(con: duckdb.DuckDBPyConnection) -> None:
    ready = {found.name: found.sql for found in query.ready_queries()}
    assert con.execute(ready["temuan_per_opd"]).fetchall() == [("Dinas PU", 0, 2, 0, 0, 0, 2)]
    assert [row[1:6] for row in con.execute(ready["target_berbeda"]).fetchall()] == [
        ("Persentase jalan mantap", 2026, "78,25", "70", Decimal("-8.25"))
    ]
    assert [row[2] for row in con.execute(ready["indikator_tanpa_padanan"]).fetchall()] == ["Indeks kepuasan"]
    assert con.execute(ready["pagu_program"]).fetchall() == [
        ("1.03.10", "PROGRAM PENYELENGGARAAN JALAN", 2026, "Renstra Dinas PU 2025-2029 (rancangan)", Decimal(2000), 0),
        ("1.03.10", "PROGRAM PENYELENGGARAAN JALAN", 2027, "Renstra Dinas PU 2025-2029 (rancangan)", None, 1),
    ]
    assert [row[5] for row in con.execute(ready["nilai_ambigu"]).fetchall()] == ["1.234"]
    assert [(row[0], row[4]) for row in con.execute(ready["halaman_tidak_dipahami"]).fetchall()] == [
        ("dokumen.csv", None), ("renstra.pdf", "2"), ("rusak.pdf", None),
    ]  # fmt: skip


def test_rounding_is_no_difference(tmp_path: Path) -> None:
    con = world.staged(tmp_path, "20261124T010000", renstra_target="78")
    views.install_views(con)
    ready = {found.name: found.sql for found in query.ready_queries()}
    assert con.execute(ready["target_berbeda"]).fetchall() == []


def test_claims_and_statements_are_seen_with_what_they_say(tmp_path: Path) -> None:
    rpjmd, _ = world.extractions("70")
    where = world.evidence(world.RPJMD_SHA, 1, "Kota menetapkan 4 (empat) misi.")
    word = Evidence(world.RPJMD_SHA, "rpjmd.docx", quote="Target jalan mantap sebesar 80 persen pada tahun 2027.")
    claims = (
        NumericClaim(where, ClaimKind.COUNT, "misi", world.number("4"), counted="misi", spelled=Decimal(4)),
        NumericClaim(
            word,
            ClaimKind.VALUE,
            "jalan mantap",
            world.number("80"),
            unit="persen",
            year=2027,
            role=ClaimRole.TARGET,
            confidence=0.45,
            doubts=("kalimatnya menyebut rencana lain",),
        ),
    )
    statements = (
        Statement(where, StatementKind.PROGRAM_PRIORITAS, "Jalan Warga", "1", "Menata kota", StatementKind.MISI),
        Statement(where, StatementKind.ARAH_KEBIJAKAN, "Perluasan rute", source="tabel", year=2028),
    )
    con = store.open_staging(tmp_path / "kerja.duckdb")
    facts.store_documents(con, [world.RPJMD], {})
    facts.store_files(con, [facts.FileOutcome(rpjmd.file, facts.FileStatus.READ, "drpjmd", 1)])
    read = Extraction(rpjmd.file, "1", rpjmd.identity, statements=statements, claims=claims)
    facts.store_facts(con, [facts.number_facts("drpjmd", [read])], lambda _, fact: facts.Derived(fact.measured))
    views.install_views(con)
    assert con.execute(
        "SELECT macam, diukur, dihitung, peran, tahun, tertulis, nilai, satuan, dieja, halaman, kutipan, keraguan "
        "FROM publik.klaim ORDER BY urutan"
    ).fetchall() == [
        ("jumlah", "misi", "misi", None, None, "4", Decimal(4), None, Decimal(4), 1, where.quote, None),
        ("nilai", "jalan mantap", None, "target", 2027, "80", Decimal(80), "persen", None, None, word.quote,
         "kalimatnya menyebut rencana lain"),
    ]  # fmt: skip
    assert con.execute(
        "SELECT jenis, nomor, teks, tahun, induk_jenis, induk_teks FROM publik.pernyataan ORDER BY urutan"
    ).fetchall() == [
        ("program prioritas", "1", "Jalan Warga", None, "misi", "Menata kota"),
        ("arah kebijakan", None, "Perluasan rute", 2028, None, None),
    ]
