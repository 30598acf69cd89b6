"""A small fictional region in the warehouse: RPJMD and Renstra, three indicators, findings of one and two sides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from models.document import Claim, Document, Format, Identity, Kind, SourceFile, Stage
from models.errors import ErrorCode, Problem
from models.evidence import Evidence
from models.extraction import Extraction, PageCoverage, PageStatus
from models.indicator import Context, Indicator, ItemLevel, Level, Money, PlanItem, Statement, StatementKind
from models.link import Link, Relation, Unmatched
from models.quantity import Quantity, QuantityKind
from warehouse import facts, store

RPJMD_SHA, RENSTRA_SHA = "a1" * 32, "b2" * 32
REGION = "Kota Harapan Jaya"


def number(text: str, decimals: int = 0, unit: str | None = None) -> Quantity:
    return Quantity(text, QuantityKind.NUMBER, Decimal(text.replace(",", ".")), decimals=decimals, unit=unit)


def evidence(sha: str, page: int, quote: str) -> Evidence:
    return Evidence(sha, "berkas.pdf", page=page, box=(50.0, 100.5, 540.0, 120.25), quote=quote)


def indicator(sha: str, page: int, name: str, targets: dict[int, Quantity], **more: Any) -> Indicator:
    return Indicator(
        evidence(sha, page, f"{name} % {' '.join(t.raw for t in targets.values())}"),
        name,
        **{"level": Level.SASARAN, "unit": "%", "targets": targets, **more},
    )


def identity(kind: Kind) -> Identity:
    unknown: Claim[str | None] = Claim(None, 0.0, "tidak disebut")
    year: Claim[int | None] = Claim(2025, 0.9, "judul halaman 1")
    stage: Claim[Stage | None] = Claim(None, 0.0, "tidak disebut")
    return Identity(Claim(kind, 0.9, "judul halaman 1"), unknown, unknown, year, year, stage)


def derive(document_id: str, fact: facts.Fact) -> facts.Derived:
    return facts.Derived(fact.name.lower(), unit="%", unit_class="persen", office="pu", code=fact.code)


RPJMD = Document(
    "drpjmd", Kind.RPJMD, REGION, None, 2025, 2029, Stage.PENETAPAN, "RPJMD 2025-2029", 0.95, "judul halaman 1", ()
)
RENSTRA = Document(
    "drenstra", Kind.RENSTRA, REGION, "Dinas PU", 2025, 2029, Stage.RANCANGAN, "Renstra", 0.9, "judul halaman 1", ()
)
SCAN = Problem(ErrorCode.SCAN, "Halaman berupa gambar.", "Gunakan berkas asli dari pengolah kata.", page=2)
BROKEN = Problem(ErrorCode.TRUNCATED, "rusak.pdf terpotong.", "Unduh atau salin ulang berkas.")


def extractions(renstra_target: str) -> tuple[Extraction, Extraction]:
    rpjmd = Extraction(
        SourceFile(RPJMD_SHA, "rpjmd.pdf", "rpjmd.pdf", 1000, Format.PDF),
        "1",
        identity(Kind.RPJMD),
        pages=(PageCoverage(1, PageStatus.PROSE), PageCoverage(2, PageStatus.TABLE, 1, 2)),
        indicators=(
            indicator(RPJMD_SHA, 2, "Persentase jalan mantap", {2026: number("78,25", 2), 2027: number("80")}),
            indicator(
                RPJMD_SHA,
                2,
                "Indeks kepuasan",
                {2026: Quantity("1.234", QuantityKind.AMBIGUOUS, alternatives=(Decimal(1234), Decimal("1.234")))},
            ),
        ),
        statements=(
            Statement(
                evidence(RPJMD_SHA, 1, "Meningkatnya kualitas jalan"),
                StatementKind.SASARAN,
                "Meningkatnya kualitas jalan",
                parent="Infrastruktur andal",
                parent_kind=StatementKind.TUJUAN,
            ),
        ),
    )
    renstra = Extraction(
        SourceFile(RENSTRA_SHA, "renstra.pdf", "pu/renstra.pdf", 500, Format.PDF),
        "1",
        identity(Kind.RENSTRA),
        pages=(PageCoverage(1, PageStatus.TABLE, 1, 1), PageCoverage(2, PageStatus.SCAN, reason="tanpa lapisan teks")),
        indicators=(
            indicator(
                RENSTRA_SHA,
                1,
                "Persentase jalan mantap",
                {2026: number(renstra_target, 0)},
                context=Context(program="PROGRAM PENYELENGGARAAN JALAN"),
                budgets={2026: Money("1.500", Decimal(1500))},
            ),
        ),
        items=(
            PlanItem(
                evidence(RENSTRA_SHA, 1, "1.03.10 PROGRAM PENYELENGGARAAN JALAN 2.000"),
                ItemLevel.PROGRAM,
                "PROGRAM PENYELENGGARAAN JALAN",
                code="1.03.10",
                budgets={2026: Money("2.000", Decimal(2000)), 2027: Money("?", None)},
            ),
        ),
        problems=(SCAN,),
    )
    return rpjmd, renstra


def fill(con: duckdb.DuckDBPyConnection, run_id: str, renstra_target: str = "70", extra_rule: bool = False) -> None:
    """A whole run, with findings written as the rules would."""
    rpjmd, renstra = extractions(renstra_target)
    upper, lower = facts.number_facts("drpjmd", [rpjmd]), facts.number_facts("drenstra", [renstra])
    facts.store_documents(con, [RPJMD, RENSTRA], {"Dinas PU": "pu"})
    facts.store_files(
        con,
        [
            facts.FileOutcome(rpjmd.file, facts.FileStatus.READ, "drpjmd", 1),
            facts.FileOutcome(renstra.file, facts.FileStatus.PARTLY, "drenstra", 1, (SCAN,)),
            facts.FileOutcome(
                SourceFile(RENSTRA_SHA, "salinan.pdf", "salinan.pdf", 500, Format.PDF),
                facts.FileStatus.COPY,
                copy_of=RENSTRA_SHA,
            ),
            facts.FileOutcome(
                SourceFile("c3" * 32, "rusak.pdf", "rusak.pdf", 9, Format.PDF),
                facts.FileStatus.FAILED,
                problems=(BROKEN,),
            ),
        ],
    )
    facts.store_problems(
        con, [Problem(ErrorCode.MANIFEST_INVALID, "Baris 4: tahun kosong.", "Isi kolom tahun.")], "dokumen.csv"
    )
    facts.store_pages(con, [rpjmd, renstra])
    facts.store_facts(con, [upper, lower], derive)
    left, right = upper.indicators[0][0], lower.indicators[0][0]
    facts.store_pair(
        con, "RPJMD-Renstra", "drpjmd", "drenstra", [Link(left, right, Relation.SAMA, 0.95, ("nama sama",))]
    )
    alone = Unmatched(
        upper.indicators[1][0], Relation.TIDAK_BERLANJUT, ("drenstra",), 1, ("tidak ditemukan di antara 1 indikator",)
    )
    facts.store_unmatched(con, "RPJMD-Renstra", [alone])
    rules = ["A01", "A02"] + (["A03"] if extra_rule else [])
    store.append_rows(con, "data.aturan", (rule(code) for code in rules))
    found = [
        finding("fA01", "A01", left, right, renstra_target),
        finding("fA02", "A02", upper.indicators[1][0], None, None),
    ]
    if extra_rule:
        found.append(finding("fA03", "A03", "drenstra", None, None))
    store.append_rows(con, "data.temuan", found)
    started = datetime(2026, 11, int(run_id[6:8]), 1)
    facts.store_run(con, facts.Run(run_id, started, started.replace(hour=2), "contoh", "0.1.0", "1", 2))


def rule(code: str) -> dict[str, str]:
    return {
        "aturan": code,
        "nama": f"Aturan {code}",
        "tingkat": "M",
        "dibandingkan": "RPJMD dengan Renstra",
        "dasar": "Permendagri 86/2017",
        "contoh": "78,25 dengan 70",
        "perbaikan": "Samakan target.",
        "sejak": "0.1.0",
        "sql": "SELECT 1",
    }


def finding(id_: str, code: str, left: str, right: str | None, value: str | None) -> dict[str, Any]:
    return {
        "temuan_id": id_,
        "aturan": code,
        "tingkat": "M",
        "putusan": "tidak konsisten",
        "kiri_id": left,
        "kanan_id": right,
        "tahun": 2026,
        "nilai_kiri": "78,25",
        "nilai_kanan": value,
        "uraian": f"Temuan {code}",
        "dicari_di": None if right else "Renstra Dinas PU 2025-2029",
        "keyakinan": 0.9,
    }


def staged(folder: Path, run_id: str, **more: Any) -> duckdb.DuckDBPyConnection:
    con = store.open_staging(folder / f"kerja-{run_id}.duckdb")
    fill(con, run_id, **more)
    return con


def names(rows: Iterable[tuple[Any, ...]]) -> list[Any]:
    return [row[0] for row in rows]
