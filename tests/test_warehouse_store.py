"""The staging database: migrations, the bulk loader and the rows of facts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from models.document import Claim, Document, Format, Identity, Kind, SourceFile, Stage
from models.errors import ErrorCode, Problem, SelarasError
from models.evidence import Evidence
from models.extraction import Extraction, PageCoverage, PageStatus
from models.indicator import Context, Indicator, ItemLevel, Level, Money, PlanItem, Statement, StatementKind
from models.link import Link, Relation
from models.quantity import Quantity, QuantityKind
from warehouse import facts, store

SHA = "ab" * 32


def number(text: str, decimals: int = 0, unit: str | None = None) -> Quantity:
    return Quantity(text, QuantityKind.NUMBER, Decimal(text.replace(",", ".")), decimals=decimals, unit=unit)


def evidence(page: int = 3, quote: str = "kutipan") -> Evidence:
    return Evidence(SHA, "renstra.pdf", page=page, box=(10.0, 20.0, 300.0, 40.0), quote=quote)


def indicator(name: str = "Persentase jalan mantap", page: int = 3, **more: object) -> Indicator:
    return Indicator(
        evidence(page),
        name,
        **{"level": Level.PROGRAM, "code": "1.03.10", "unit": "%", "targets": {2026: number("78,25", 2)}} | more,  # type: ignore[arg-type]
    )


def extraction(*indicators: Indicator, **more: object) -> Extraction:
    unsure: Claim[str | None] = Claim(None, 0.0, "tidak disebut")
    identity = Identity(
        Claim(Kind.RENSTRA, 0.9, "judul halaman 1"),
        unsure,
        unsure,
        Claim(2025, 0.9, "judul"),
        Claim(2029, 0.9, "judul"),
        Claim(Stage.PENETAPAN, 0.5, "judul"),
    )
    file = SourceFile(SHA, "renstra.pdf", "pu/renstra.pdf", 1000, Format.PDF)
    return Extraction(file, "1", identity, indicators=tuple(indicators), **more)  # type: ignore[arg-type]


def derive(document_id: str, fact: facts.Fact) -> facts.Derived:
    return facts.Derived(fact.name.lower(), unit="%", unit_class="persen", office="dinas pu", code=fact.code)


@pytest.fixture
def con(tmp_path: Path) -> duckdb.DuckDBPyConnection:
    return store.open_staging(tmp_path / "kerja.duckdb")


def test_migrations_are_recorded_and_applied_once(tmp_path: Path) -> None:
    path = tmp_path / "kerja.duckdb"
    con = store.open_staging(path)
    names = [name for name, _ in store.migrations()]
    assert con.execute("SELECT migrasi FROM data.versi_skema").fetchall() == [(name,) for name in names]
    store.append_rows(con, "data.pasangan", [("RPJMD-Renstra", "d1", "d2")])
    con.close()

    again = store.open_staging(path)
    assert store.migrate(again) == []
    assert again.execute("SELECT * FROM data.pasangan").fetchall() == [("RPJMD-Renstra", "d1", "d2")]


def test_staging_is_written_in_a_storage_that_older_tools_read(con: duckdb.DuckDBPyConnection) -> None:
    tags = con.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'selaras'").fetchall()[0][0]
    assert tags["storage_version"].startswith("v1.2.0")


def test_a_file_that_is_no_database_is_refused_with_a_message(tmp_path: Path) -> None:
    path = tmp_path / "kerja.duckdb"
    path.write_bytes(b"bukan basis data " * 1000)
    with pytest.raises(SelarasError) as caught:
        store.open_staging(path)
    assert caught.value.problem.code is ErrorCode.WAREHOUSE_LOCKED
    assert "kerja.duckdb" in str(caught.value)


LOADERS: dict[str, Callable[..., int]] = {
    "appender": store.append_rows,
    "json": lambda con, table, rows: store.append_by_json(
        con,
        table,
        {n: t for n, t, *_ in con.execute(f"DESCRIBE {table}").fetchall()},
        [list(row) for row in rows],
    ),
}


@pytest.mark.parametrize("way", LOADERS)
def test_both_ways_of_loading_keep_values_exact(con: duckdb.DuckDBPyConnection, way: str) -> None:
    con.execute("CREATE TABLE t (a VARCHAR, n DECIMAL(24,6), w TIMESTAMP, b BOOLEAN, i INTEGER, d DOUBLE)")
    rows = [
        (
            "kutip \" ' \\ \n ü",
            Decimal("123456789012345678.123457"),
            datetime(2026, 11, 22, 1, 2, 3),
            True,
            7,
            0.5,
        ),
        (None, None, None, None, None, None),
        ("0,1", Decimal("0.1"), datetime(2026, 1, 1), False, -1, 1e-9),
    ]
    assert LOADERS[way](con, "t", rows) == 3
    assert con.execute("SELECT * FROM t").fetchall() == rows


def test_loading_names_wrong_columns_and_keeps_nothing_of_a_bad_batch(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(ValueError, match="no column jenjangg"):
        store.append_rows(con, "data.pasangan", [{"jenjangg": "RPJMD-Renstra"}])
    with pytest.raises(ValueError, match="3 columns, the row 2"):
        store.append_rows(con, "data.pasangan", [("RPJMD-Renstra", "d1")])
    with pytest.raises(duckdb.Error):
        store.append_rows(con, "data.pasangan", [("RPJMD-Renstra", "d1", "d2"), ("RPJMD-Renstra", "d1", None)])
    assert con.execute("SELECT count(*) FROM data.pasangan").fetchall() == [(0,)]


@pytest.mark.parametrize("way", ["appender", "json"])
def test_broken_characters_do_not_end_a_run(
    con: duckdb.DuckDBPyConnection, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if way == "json":
        monkeypatch.setattr(store, "_append_by_appender", lambda con, table, rows: LOADERS["json"](con, table, rows))
    store.append_rows(con, "data.pasangan", [("RPJMD\ud800", "dé1", "\x07d2")])
    assert con.execute("SELECT * FROM data.pasangan").fetchall() == [("RPJMD?", "dé1", "\x07d2")]


def test_numbers_longer_than_the_column_are_kept_as_text_with_a_word(con: duckdb.DuckDBPyConnection) -> None:
    long = "123456789012345678901234567890"
    row = indicator(targets={2026: number(long)}, budgets={2026: Money(long, Decimal(long))})
    facts.store_facts(con, [facts.number_facts("d1", [extraction(row)])], derive)
    assert con.execute("SELECT mentah, nilai, catatan LIKE '%terlalu panjang%' FROM data.nilai").fetchall() == [
        (long, None, True)
    ]
    assert con.execute("SELECT mentah, rupiah FROM data.pagu").fetchall() == [(long, None)]


def test_ids_depend_on_words_and_occurrence_only() -> None:
    first = facts.number_facts("d1", [extraction(indicator(), indicator("Angka kemiskinan"), indicator())])
    ids = [id_ for id_, _ in first.indicators]
    assert len(set(ids)) == 3
    assert all(id_.startswith("i") and len(id_) == 17 for id_ in ids)

    moved = facts.number_facts(
        "d1",
        [
            extraction(indicator("Baru"), indicator(page=9, targets={2026: number("80")})),
            extraction(indicator("Angka kemiskinan", page=40), indicator(page=41)),
        ],
    )
    assert [id_ for id_, _ in moved.indicators][1:] == [ids[0], ids[1], ids[2]]
    other = facts.number_facts("d2", [extraction(indicator())])
    assert other.indicators[0][0] not in ids


def test_facts_become_rows_with_values_raw_texts_and_derived_columns(con: duckdb.DuckDBPyConnection) -> None:
    row = indicator(
        context=Context(sasaran="Meningkatnya kualitas jalan", program="PROGRAM PENYELENGGARAAN JALAN"),
        baseline={2024: number("75", 0)},
        final=number("90,5", 1),
        realisations={2023: Quantity("n/a", QuantityKind.TEXT, note="bukan angka")},
        quarters={2026: {"I": number("20")}},
        budgets={2026: Money("1.500.000.000,55", Decimal("1500000000.55"))},
        quarter_spending={2026: {"I": Money("10.000", Decimal(10000))}},
        doubts=("kepala kolom tidak jelas", "angka ganda"),
        confidence=0.4,
    )
    unclear = indicator(
        "Indeks",
        targets={2026: Quantity("1.234", QuantityKind.AMBIGUOUS, alternatives=(Decimal(1234), Decimal("1.234")))},
    )
    item = PlanItem(
        evidence(),
        ItemLevel.SUBKEGIATAN,
        "Rehabilitasi Jalan",
        code="1.03.10.2.01.0012",
        context=Context(program="PROGRAM PENYELENGGARAAN JALAN"),
        budgets={2026: Money("2.000", Decimal(2000))},
        final_budget=Money("9.000", Decimal(9000)),
    )
    statement = Statement(
        evidence(2),
        StatementKind.SASARAN,
        "Meningkatnya kualitas jalan",
        number="1.1",
        parent="T",
        parent_kind=StatementKind.TUJUAN,
    )
    numbered = facts.number_facts("d1", [extraction(row, unclear, items=(item,), statements=(statement,))])
    facts.store_facts(con, [numbered], derive)

    assert con.execute(
        "SELECT urutan, tingkat, kode_baku, nama_baku, satuan_asal, opd_kunci, sasaran, halaman, x0, bawah,"
        " keyakinan, keraguan FROM data.indikator ORDER BY urutan"
    ).fetchall()[0] == (
        1,
        "program",
        "1.03.10",
        "persentase jalan mantap",
        "kolom",
        "dinas pu",
        "Meningkatnya kualitas jalan",
        3,
        10.0,
        40.0,
        0.4,
        "kepala kolom tidak jelas; angka ganda",
    )
    values = con.execute(
        "SELECT peran, tahun, triwulan, mentah, jenis, nilai, bacaan_lain, desimal FROM data.nilai"
        " ORDER BY indikator_id = ? DESC, peran, tahun, triwulan",
        [numbered.indicators[0][0]],
    ).fetchall()
    assert values == [
        ("akhir", None, None, "90,5", "angka", Decimal("90.5"), None, 1),
        ("awal", 2024, None, "75", "angka", Decimal(75), None, 0),
        ("realisasi", 2023, None, "n/a", "teks", None, None, 0),
        ("realisasi", 2026, "I", "20", "angka", Decimal(20), None, 0),
        ("target", 2026, None, "78,25", "angka", Decimal("78.25"), None, 2),
        ("target", 2026, None, "1.234", "ambigu", None, "1234 | 1.234", 0),
    ]
    assert sorted(
        con.execute("SELECT pemilik, peran, tahun, triwulan, mentah, rupiah FROM data.pagu").fetchall(),
        key=str,
    ) == [
        ("butir", "akhir", None, None, "9.000", Decimal(9000)),
        ("butir", "pagu", 2026, None, "2.000", Decimal(2000)),
        ("indikator", "pagu", 2026, None, "1.500.000.000,55", Decimal("1500000000.55")),
        ("indikator", "realisasi", 2026, "I", "10.000", Decimal(10000)),
    ]
    assert con.execute("SELECT tingkat, kode_baku, program FROM data.butir").fetchall() == [
        ("subkegiatan", "1.03.10.2.01.0012", "PROGRAM PENYELENGGARAAN JALAN")
    ]
    assert con.execute("SELECT jenis, nomor, induk_jenis, induk_teks FROM data.pernyataan").fetchall() == [
        ("sasaran", "1.1", "tujuan", "T")
    ]


def test_unit_origin_is_the_cell_only_when_every_value_prints_it() -> None:
    def origin(row: Indicator) -> str | None:
        return facts._unit_origin(row)

    assert origin(indicator(unit=None)) is None
    assert origin(indicator(targets={2026: number("7", unit="%"), 2027: number("8", unit="%")})) == "sel"
    assert origin(indicator(targets={2026: number("7", unit="%"), 2027: number("8")})) == "kolom"
    assert origin(indicator(targets={})) == "kolom"


def test_files_pages_problems_and_runs(con: duckdb.DuckDBPyConnection) -> None:
    document = Document(
        "d1", Kind.RENSTRA, "Kota Harapan Jaya", "Dinas PU", 2025, 2029, None, "Renstra", 0.9, "judul", ()
    )
    good = SourceFile(SHA, "renstra.pdf", "pu/renstra.pdf", 10, Format.PDF)
    page_problem = Problem(ErrorCode.SCAN, "Halaman berupa gambar.", "Pakai berkas asli.", page=2)
    lost = Problem(ErrorCode.DOWNLOAD_FAILED, "Alamat tidak menjawab.", "Coba lagi nanti.")
    facts.store_documents(con, [document], {"Dinas PU": "pu"})
    facts.store_files(
        con,
        [
            facts.FileOutcome(good, facts.FileStatus.PARTLY, "d1", 1, (page_problem,)),
            facts.FileOutcome(
                SourceFile(SHA, "salinan.pdf", "salinan.pdf", 10, Format.PDF),
                facts.FileStatus.COPY,
                copy_of=SHA,
            ),
            facts.FileOutcome(
                SourceFile("", "rkpd.pdf", "http://contoh/rkpd.pdf", 0, Format.OTHER),
                facts.FileStatus.FAILED,
                problems=(lost,),
            ),
        ],
    )
    facts.store_problems(con, [Problem(ErrorCode.MANIFEST_INVALID, "Baris 3.", "Isi tahun.")], "dokumen.csv")
    facts.store_pages(
        con,
        [
            extraction(
                pages=(
                    PageCoverage(1, PageStatus.TABLE, 1, 4),
                    PageCoverage(2, PageStatus.SCAN, reason="gambar"),
                ),
                problems=(page_problem,),
            )
        ],
    )
    facts.store_run(
        con,
        facts.Run("20261122T010000", datetime(2026, 11, 22, 1), datetime(2026, 11, 22, 2), "contoh", "0.1.0", "1", 1),
    )

    assert con.execute("SELECT opd, opd_kunci FROM data.dokumen").fetchall() == [("Dinas PU", "pu")]
    files = con.execute("SELECT berkas_id, sha256, status, salinan_dari, pesan, kode_galat FROM data.berkas").fetchall()
    assert files[0] == (SHA, SHA, "sebagian", None, None, None)
    assert files[1][1:4] == (SHA, "salinan", SHA)
    assert files[2][1:] == (None, "gagal", None, "Alamat tidak menjawab. Coba lagi nanti.", "E201")
    assert len({row[0] for row in files}) == 3
    assert con.execute("SELECT berkas_id, halaman, kode_galat FROM data.masalah ORDER BY kode_galat").fetchall() == [
        (SHA, 2, "E105"),
        (files[2][0], None, "E201"),
        (None, None, "E203"),
    ]
    assert con.execute("SELECT halaman, status, indikator, alasan, kode_galat FROM data.halaman").fetchall() == [
        (1, "tabel", 4, None, None),
        (2, "pindaian", 0, "gambar", "E105"),
    ]
    assert con.execute("SELECT berkas, diekstraksi, gagal, temuan FROM data.putaran").fetchall() == [(3, 1, 1, 0)]


def test_links_and_the_pair_they_were_sought_in(con: duckdb.DuckDBPyConnection) -> None:
    link = Link("i1", "i2", Relation.BERUBAH, 0.75, ("nama sama", "satuan lain"), {"nama": 1.0})
    facts.store_pair(con, "RPJMD-Renstra", "d1", "d2", [link])
    facts.store_pair(con, "RPJMD-RKPD", "d1", "d3", [])
    assert con.execute("SELECT count(*) FROM data.pasangan").fetchall() == [(2,)]
    row = con.execute("SELECT jenjang, kiri_id, kanan_id, hubungan, skor, alasan, fitur FROM data.tautan").fetchall()[0]
    assert row[:6] == ("RPJMD-Renstra", "i1", "i2", "berubah", 0.75, "nama sama; satuan lain")
    assert json.loads(row[6]) == {"nama": 1.0}


def test_tables_of_proposals_and_of_the_plan_before_are_not_the_documents_own(con: duckdb.DuckDBPyConnection) -> None:
    said = {
        "Tabel 2.13 Usulan Program dan Kegiatan dari Para Pemangku Kepentingan": "usulan",
        "TABEL 5.1 RENCANA PROGRAM DAN KEGIATAN RENSTRA SEBELUMNYA": "rencana lama",
        "Tabel 5.2 Rencana Program, Kegiatan, dan Indikator Kinerja": None,
    }
    items = tuple(
        PlanItem(evidence(), ItemLevel.KEGIATAN, f"Kegiatan {n}", caption=text) for n, text in enumerate(said, 1)
    )
    numbered = facts.DocumentFacts("d1", (), tuple((f"b{n}", item) for n, item in enumerate(items)), ())
    facts.store_facts(con, [numbered], derive)
    assert con.execute("SELECT asal FROM data.butir ORDER BY urutan").fetchall() == [(kind,) for kind in said.values()]
    assert con.execute("SELECT nama FROM data.butir_isi").fetchall() == [("Kegiatan 3",)]
