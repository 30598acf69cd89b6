"""Facts as rows: ids of facts, and models types turned into rows of the internal tables.

What a row needs from alignment or the lexicon (normalised name, canonical unit, OPD key) comes in as
`Derived`, because rooms on one floor do not import each other.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

import duckdb

from models.claim import NumericClaim
from models.comparison import Comparison
from models.decision import Held, Side
from models.document import Document, SourceFile
from models.errors import Problem
from models.evidence import Evidence
from models.extraction import Extraction
from models.ids import content_id
from models.indicator import Context, Indicator, Money, PlanItem, Statement
from models.lexicon import entries
from models.link import Link, StatementLink, Unmatched
from models.particular import Particular
from models.quantity import Quantity, QuantityKind
from warehouse.store import append_rows

Fact: TypeAlias = Indicator | PlanItem | NumericClaim
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Derived:
    """What an indicator's or plan item's words mean in canonical form, worked out by alignment and models.

    Attributes:
        name: normalised name.
        measure: measure word ("persentase", "jumlah"), None when the name has none.
        direction: "naik" or "turun" (which way is better), None when unknown.
        cumulative: True or False when the name says so, else None.
        unit, unit_class: canonical unit and its equivalence class.
        code: canonical nomenclature code.
        office: key of the responsible OPD, equal for all spellings in the run.
        head: content words behind the measure word.
        qualifiers: population, age, place ... that the name sets.
    """

    name: str
    measure: str | None = None
    direction: str | None = None
    cumulative: bool | None = None
    unit: str | None = None
    unit_class: str | None = None
    code: str | None = None
    office: str | None = None
    head: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """All facts of one document in reading order, each under its id."""

    document_id: str
    statements: tuple[tuple[str, Statement], ...]
    items: tuple[tuple[str, PlanItem], ...]
    indicators: tuple[tuple[str, Indicator], ...]
    claims: tuple[tuple[str, NumericClaim], ...] = ()
    particulars: tuple[tuple[str, Particular], ...] = ()
    comparisons: tuple[tuple[str, Comparison], ...] = ()


def number_facts(document_id: str, extractions: Iterable[Extraction]) -> DocumentFacts:
    """Give every fact of a document its id.

    An id is made of the document's id, the fact's own words (not its values, page or file) and, where the
    same words come again, of how often they came before. So it stays when a file is downloaded again, when a
    page is inserted and when a target changes: a finding is then still the same, not one gone and one new.

    Args:
        document_id: id of the document.
        extractions: of its files, in reading order.
    """
    parts = list(extractions)
    return DocumentFacts(
        document_id,
        _numbered("p", document_id, (s for part in parts for s in part.statements), _statement_words),
        _numbered("b", document_id, (i for part in parts for i in part.items), _item_words),
        _numbered("i", document_id, (i for part in parts for i in part.indicators), _indicator_words),
        _numbered("k", document_id, (c for part in parts for c in part.claims), _claim_words),
        _numbered("q", document_id, (p for part in parts for p in part.particulars), _particular_words),
        _numbered("s", document_id, (c for part in parts for c in part.comparisons), _comparison_words),
    )


def _numbered(
    prefix: str, document_id: str, facts: Iterable[F], words: Callable[[F], tuple[Hashable, ...]]
) -> tuple[tuple[str, F], ...]:
    seen: Counter[tuple[Hashable, ...]] = Counter()
    numbered = []
    for fact in facts:
        content = words(fact)
        seen[content] += 1
        numbered.append((content_id(prefix, document_id, *content, seen[content]), fact))
    return tuple(numbered)


def _statement_words(statement: Statement) -> tuple[Hashable, ...]:
    return statement.kind, statement.text, statement.parent


def _item_words(item: PlanItem) -> tuple[Hashable, ...]:
    return item.level, item.code, item.name, *_context_words(item.context), item.responsible


def _indicator_words(indicator: Indicator) -> tuple[Hashable, ...]:
    return (
        indicator.level,
        indicator.code,
        indicator.name,
        indicator.unit,
        *_context_words(indicator.context),
        indicator.responsible,
    )


def _claim_words(claim: NumericClaim) -> tuple[Hashable, ...]:
    return claim.kind, claim.counted, claim.measured, claim.year, claim.role


def _particular_words(said: Particular) -> tuple[Hashable, ...]:
    return said.kind, said.number, said.text, said.year


def _comparison_words(row: Comparison) -> tuple[Hashable, ...]:
    return tuple(word for half in (row.left, row.right) for word in (half.origin, half.name, half.indicator))


def _context_words(context: Context) -> tuple[Hashable, ...]:
    return (
        context.misi,
        context.tujuan,
        context.sasaran,
        context.urusan,
        context.program,
        context.kegiatan,
        context.subkegiatan,
    )


class FileStatus(StrEnum):
    """What became of a file."""

    READ = "dibaca"
    PARTLY = "sebagian"
    FAILED = "gagal"
    COPY = "salinan"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """A file of the run and what became of it.

    Attributes:
        file: the file; `sha256` empty when its bytes were never had (a download that failed).
        status: what became of it.
        document_id: the document it belongs to, None when it could not be read.
        order: place among the document's chapters, from 1.
        problems: all that went wrong with it; those with a page go to the coverage of that page.
        copy_of: sha256 of the file with the same bytes or content that stands for both (status COPY, or FAILED when it
            could not be read either).
    """

    file: SourceFile
    status: FileStatus
    document_id: str | None = None
    order: int | None = None
    problems: tuple[Problem, ...] = ()
    copy_of: str | None = None

    @property
    def id(self) -> str:
        """`berkas_id`: the hash of the bytes; for copies and files never had, an id of their place."""
        own_bytes = self.file.sha256 and self.status is not FileStatus.COPY and self.copy_of is None
        return self.file.sha256 if own_bytes else content_id("x", self.file.path, self.file.sha256)


@dataclass(frozen=True, slots=True)
class Run:
    """One run, as table `putaran` tells of it."""

    id: str
    started: datetime
    finished: datetime
    source: str
    version: str
    extractor_version: str
    extracted: int


def store_documents(
    con: duckdb.DuckDBPyConnection,
    documents: Iterable[Document],
    offices: Mapping[str, str] | None = None,
    unpaired: Mapping[str, str] | None = None,
) -> None:
    """Rows of `data.dokumen`.

    Args:
        con: the staging connection.
        documents: all of the run.
        offices: the OPD key of each printed OPD name (alignment.offices).
        unpaired: by document id, why it is held against no other (alignment.pairs).
    """
    keys = offices or {}
    append_rows(
        con,
        "data.dokumen",
        (
            {
                "dokumen_id": document.id,
                "jenis": document.kind,
                "wilayah": document.region,
                "opd": document.opd,
                "opd_kunci": keys.get(document.opd, document.opd) if document.opd else None,
                "tahun_awal": document.first_year,
                "tahun_akhir": document.last_year,
                "tahap": document.stage,
                "judul": document.title,
                "keyakinan": document.confidence,
                "alasan": document.reason,
                "tidak_dibandingkan": (unpaired or {}).get(document.id),
            }
            for document in documents
        ),
    )


def store_files(con: duckdb.DuckDBPyConnection, outcomes: Iterable[FileOutcome]) -> None:
    """Rows of `data.berkas` and, for all their problems, of `data.masalah`."""
    files, problems = [], []
    for outcome in outcomes:
        whole = [problem for problem in outcome.problems if problem.page is None]
        files.append(
            {
                "berkas_id": outcome.id,
                "sha256": outcome.file.sha256 or None,
                "dokumen_id": outcome.document_id,
                "nama": outcome.file.name,
                "path": outcome.file.path,
                "format": outcome.file.format,
                "ukuran": outcome.file.size,
                "urutan": outcome.order,
                "status": outcome.status,
                "salinan_dari": outcome.copy_of,
                "pesan": f"{whole[0].message} {whole[0].remedy}" if whole else None,
                "kode_galat": whole[0].code if whole else None,
            }
        )
        problems += [_problem_row(problem, outcome.id, outcome.file.path) for problem in outcome.problems]
    append_rows(con, "data.berkas", files)
    append_rows(con, "data.masalah", problems)


def store_problems(con: duckdb.DuckDBPyConnection, problems: Iterable[Problem], place: str) -> None:
    """Rows of `data.masalah` for problems that belong to no file: a manifest row, an empty folder.

    Args:
        con: the staging connection.
        problems: what went wrong.
        place: where: the manifest or folder as given.
    """
    append_rows(con, "data.masalah", (_problem_row(problem, None, place) for problem in problems))


def _problem_row(problem: Problem, file_id: str | None, place: str) -> dict[str, Any]:
    return {
        "berkas_id": file_id,
        "lokasi": place,
        "halaman": problem.page,
        "kode_galat": problem.code,
        "pesan": problem.message,
        "perbaikan": problem.remedy,
    }


def store_pages(con: duckdb.DuckDBPyConnection, extractions: Iterable[Extraction]) -> None:
    """Rows of `data.halaman`: the coverage statement of every page of the files that were read."""

    def rows() -> Iterator[dict[str, Any]]:
        for extraction in extractions:
            codes = {problem.page: problem.code for problem in extraction.problems}
            for page in extraction.pages:
                yield {
                    "berkas_id": extraction.file.sha256,
                    "halaman": page.page,
                    "status": page.status,
                    "tabel": page.tables,
                    "indikator": page.indicators,
                    "alasan": page.reason,
                    "kode_galat": codes.get(page.page),
                }

    append_rows(con, "data.halaman", rows())


def store_sheets(con: duckdb.DuckDBPyConnection, extractions: Iterable[Extraction]) -> None:
    """Rows of `data.lembar`: where the tables of workbooks stand."""
    append_rows(
        con,
        "data.lembar",
        (
            {
                "berkas_id": extraction.file.sha256,
                "tabel": table,
                "nama": where.sheet,
                "kolom_awal": where.first,
                "kolom_akhir": where.last,
            }
            for extraction in extractions
            for table, where in extraction.sheets.items()
        ),
    )


def store_facts(
    con: duckdb.DuckDBPyConnection, documents: Iterable[DocumentFacts], derive: Callable[[str, Fact], Derived]
) -> None:
    """Rows of `data.pernyataan`, `butir`, `indikator`, `nilai`, `pagu`, `klaim`, `keterangan` and `sandingan`.

    Args:
        con: the staging connection.
        documents: facts with their ids, from `number_facts`.
        derive: (document id, indicator, plan item or claim) -> its canonical forms.
    """
    statements: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    indicators: list[dict[str, Any]] = []
    values: list[dict[str, Any]] = []
    budgets: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    particulars: list[dict[str, Any]] = []
    halves: list[dict[str, Any]] = []
    for facts in documents:
        for order, (statement_id, statement) in enumerate(facts.statements, 1):
            statements.append(_statement_row(facts.document_id, statement_id, order, statement))
        for order, (item_id, item) in enumerate(facts.items, 1):
            derived = derive(facts.document_id, item)
            items.append(_item_row(facts.document_id, item_id, order, item, derived))
            budgets += _budget_rows(item_id, "butir", "pagu", item.budgets)
            if item.final_budget:
                budgets += _budget_rows(item_id, "butir", "akhir", {None: item.final_budget})
        for order, (indicator_id, indicator) in enumerate(facts.indicators, 1):
            derived = derive(facts.document_id, indicator)
            indicators.append(_indicator_row(facts.document_id, indicator_id, order, indicator, derived))
            values += _value_rows(indicator_id, indicator)
            budgets += _budget_rows(indicator_id, "indikator", "pagu", indicator.budgets)
            for year, quarters in indicator.quarter_spending.items():
                for quarter, money in quarters.items():
                    budgets += _budget_rows(indicator_id, "indikator", "realisasi", {year: money}, quarter)
        for order, (claim_id, claim) in enumerate(facts.claims, 1):
            derived = derive(facts.document_id, claim)
            claims.append(_claim_row(facts.document_id, claim_id, order, claim, derived))
        for order, (particular_id, said) in enumerate(facts.particulars, 1):
            particulars.append(_particular_row(facts.document_id, particular_id, order, said))
        for order, (comparison_id, row) in enumerate(facts.comparisons, 1):
            halves += _half_rows(facts.document_id, comparison_id, order, row)
    append_rows(con, "data.pernyataan", statements)
    append_rows(con, "data.butir", items)
    append_rows(con, "data.indikator", indicators)
    append_rows(con, "data.nilai", values)
    append_rows(con, "data.pagu", budgets)
    append_rows(con, "data.klaim", claims)
    append_rows(con, "data.keterangan", particulars)
    append_rows(con, "data.sandingan", halves)


def _place(evidence: Evidence) -> dict[str, Any]:
    x0, top, x1, bottom = evidence.box or (None, None, None, None)
    return {
        "berkas_id": evidence.sha256,
        "halaman": evidence.page,
        "tabel": evidence.table,
        "baris": evidence.row,
        "x0": x0,
        "atas": top,
        "x1": x1,
        "bawah": bottom,
        "kutipan": evidence.quote,
    }


def _statement_row(document_id: str, statement_id: str, order: int, statement: Statement) -> dict[str, Any]:
    return {
        "pernyataan_id": statement_id,
        "dokumen_id": document_id,
        "urutan": order,
        "jenis": statement.kind,
        "nomor": statement.number,
        "teks": statement.text,
        "tahun": statement.year,
        "induk_jenis": statement.parent_kind,
        "induk_teks": statement.parent,
        "sumber": statement.source,
        "keyakinan": statement.confidence,
        **_place(statement.evidence),
    }


def _particular_row(document_id: str, particular_id: str, order: int, said: Particular) -> dict[str, Any]:
    return {
        "keterangan_id": particular_id,
        "dokumen_id": document_id,
        "urutan": order,
        "jenis": said.kind,
        "nomor": said.number,
        "teks": said.text,
        "tahun": said.year,
        "tanggal": said.day,
        "keyakinan": said.confidence,
        **_place(said.evidence),
    }


def _half_rows(document_id: str, comparison_id: str, order: int, row: Comparison) -> Iterator[dict[str, Any]]:
    """Both halves of a row; each has an id of its own, because each is evidence."""
    for side, half in (("kiri", row.left), ("kanan", row.right)):
        target, budget = half.target, half.budget
        yield {
            "sandingan_id": f"{comparison_id}-{side}",
            "dokumen_id": document_id,
            "baris_ke": order,
            "sisi": side,
            "asal": half.origin,
            "judul_sisi": half.heading,
            "judul_tabel": row.caption,
            "tahun": row.year,
            "nama": half.name,
            "indikator": half.indicator,
            "target": target and target.raw,
            "target_jenis": target and target.kind,
            "target_nilai": _fitting(target.value) if target else None,
            "pagu": budget and budget.raw,
            "rupiah": _fitting(budget.rupiah) if budget else None,
            "catatan": row.note,
            "keyakinan": row.confidence,
            **_place(half.evidence),
        }


def _claim_row(document_id: str, claim_id: str, order: int, claim: NumericClaim, derived: Derived) -> dict[str, Any]:
    said = claim.quantity
    return {
        "klaim_id": claim_id,
        "dokumen_id": document_id,
        "urutan": order,
        "macam": claim.kind,
        "diukur": claim.measured,
        "diukur_baku": derived.name,
        "dihitung": claim.counted,
        "peran": claim.role,
        "tahun": claim.year,
        "mentah": said.raw,
        "jenis": said.kind,
        "nilai": _fitting(said.value),
        "bacaan_lain": " | ".join(str(value) for value in said.alternatives) or None,
        "satuan": claim.unit,
        "satuan_kelas": derived.unit_class,
        "desimal": said.decimals,
        "dieja": _fitting(claim.spelled),
        "keyakinan": claim.confidence,
        "keraguan": "; ".join(claim.doubts) or None,
        **_place(claim.evidence),
    }


def _item_row(document_id: str, item_id: str, order: int, item: PlanItem, derived: Derived) -> dict[str, Any]:
    return {
        "butir_id": item_id,
        "dokumen_id": document_id,
        "urutan": order,
        "tingkat": item.level,
        "kode": item.code,
        "kode_baku": derived.code,
        "nama": item.name,
        "nama_baku": derived.name,
        "tujuan": item.context.tujuan,
        "sasaran": item.context.sasaran,
        "program": item.context.program,
        "kegiatan": item.context.kegiatan,
        "penanggung_jawab": item.responsible,
        "opd_kunci": derived.office,
        "judul_tabel": item.caption,
        "asal": _origin(item.caption),
        "keyakinan": item.confidence,
        **_place(item.evidence),
    }


def _origin(caption: str | None) -> str | None:
    """Whose plan a table prints when it is not the document's own ("usulan", "rencana lama"), None when it is."""
    said = " ".join((caption or "").casefold().split())
    kinds = (entry["kind"] for entry in entries("particulars", "not_own") if any(w in said for w in entry["words"]))
    return next(kinds, None)


def _indicator_row(
    document_id: str, indicator_id: str, order: int, indicator: Indicator, derived: Derived
) -> dict[str, Any]:
    context = indicator.context
    return {
        "indikator_id": indicator_id,
        "dokumen_id": document_id,
        "urutan": order,
        "tingkat": indicator.level,
        "kode": indicator.code,
        "kode_baku": derived.code,
        "nama": indicator.name,
        "nama_baku": derived.name,
        "ukuran": derived.measure,
        "arah": derived.direction,
        "kumulatif": derived.cumulative,
        "konsep": " ".join(derived.head) or None,
        "penjelas": "; ".join(derived.qualifiers) or None,
        "satuan": indicator.unit,
        "satuan_baku": derived.unit,
        "satuan_kelas": derived.unit_class,
        "satuan_asal": _unit_origin(indicator),
        "misi": context.misi,
        "tujuan": context.tujuan,
        "sasaran": context.sasaran,
        "urusan": context.urusan,
        "program": context.program,
        "kegiatan": context.kegiatan,
        "subkegiatan": context.subkegiatan,
        "judul_tabel": indicator.caption,
        "asal": _origin(indicator.caption),
        "penanggung_jawab": indicator.responsible,
        "catatan_baris": indicator.note,
        "opd_kunci": derived.office,
        "definisi": indicator.definition,
        "formula": indicator.formula,
        "sumber_data": indicator.source,
        "keyakinan": indicator.confidence,
        "keraguan": "; ".join(indicator.doubts) or None,
        **_place(indicator.evidence),
    }


def _unit_origin(indicator: Indicator) -> str | None:
    """Say "sel" when every printed value carries the unit itself, else "kolom"; None without a unit."""
    if not indicator.unit:
        return None
    printed = [
        value
        for value in (*indicator.baseline.values(), *indicator.targets.values(), indicator.final)
        if value is not None and value.kind is not QuantityKind.BLANK
    ]
    return "sel" if printed and all(value.unit for value in printed) else "kolom"


def _value_rows(indicator_id: str, indicator: Indicator) -> Iterator[dict[str, Any]]:
    for role, cells in (
        ("awal", indicator.baseline),
        ("target", indicator.targets),
        ("acuan", indicator.parent_targets),
        ("realisasi", indicator.realisations),
    ):
        for year, quantity in sorted(cells.items()):
            yield _value_row(indicator_id, role, year, None, quantity)
    if indicator.final:
        yield _value_row(indicator_id, "akhir", indicator.final.year, None, indicator.final)
    for year, quarters in sorted(indicator.quarters.items()):
        for quarter, quantity in quarters.items():
            yield _value_row(indicator_id, "realisasi", year, quarter, quantity)


def _value_row(
    indicator_id: str, role: str, year: int | None, quarter: str | None, quantity: Quantity
) -> dict[str, Any]:
    return {
        "indikator_id": indicator_id,
        "peran": role,
        "tahun": year,
        "triwulan": quarter,
        "mentah": quantity.raw,
        "jenis": quantity.kind,
        "nilai": _fitting(quantity.value),
        "bawah": _fitting(quantity.low),
        "atas": _fitting(quantity.high),
        "bacaan_lain": " | ".join(str(value) for value in quantity.alternatives) or None,
        "satuan": quantity.unit,
        "desimal": quantity.decimals,
        "catatan": _TOO_LONG if quantity.value is not None and _fitting(quantity.value) is None else quantity.note,
    }


_TOO_LONG = "angka terlalu panjang untuk disimpan; mungkin beberapa sel tercetak rapat"


def _fitting(value: Decimal | None) -> Decimal | None:
    """The number when its column, DECIMAL(24, 6), can hold it: cells read as one may give 30 digits."""
    return value if value is not None and value.is_finite() and abs(value) < Decimal(10) ** 18 else None


def _budget_rows(
    owner_id: str, owner: str, role: str, cells: Mapping[Any, Money], quarter: str | None = None
) -> Iterator[dict[str, Any]]:
    for year, money in cells.items():
        yield {
            "pemilik_id": owner_id,
            "pemilik": owner,
            "peran": role,
            "tahun": year,
            "triwulan": quarter,
            "mentah": money.raw,
            "rupiah": _fitting(money.rupiah),
        }


def store_pair(
    con: duckdb.DuckDBPyConnection, tier: str, left_document: str, right_document: str, links: Iterable[Link]
) -> None:
    """Rows of `data.pasangan` (one) and `data.tautan` for two documents that were held against each other.

    Args:
        con: the staging connection.
        tier: jenjang, e.g. "RPJMD-Renstra".
        left_document: id of the upper document.
        right_document: id of the lower document.
        links: between indicator ids of the two.
    """
    append_rows(con, "data.pasangan", [(tier, left_document, right_document)])
    append_rows(con, "data.tautan", link_rows("t", tier, left_document, right_document, links))


def store_stage_links(
    con: duckdb.DuckDBPyConnection, tier: str, earlier: str, later: str, links: Iterable[Link]
) -> None:
    """Rows of `data.tautan_tahap` for two stages of one plan, as `store_pair` for two plans.

    They are kept apart: an earlier stage is held against no other document, so that rules on links do not see it.
    """
    append_rows(con, "data.tautan_tahap", link_rows("t", tier, earlier, later, links))


def link_rows(
    prefix: str, tier: str, left_document: str, right_document: str, links: Iterable[Link | StatementLink]
) -> Iterator[dict[str, object]]:
    """Links as rows: of indicators ("t", known by both ids) or of goals ("g", also by both documents)."""
    of_goals = (left_document, right_document) if prefix == "g" else ()
    return (
        {
            "tautan_id": content_id(prefix, *of_goals, link.left, link.right),
            "jenjang": tier,
            "kiri_dokumen": left_document,
            "kanan_dokumen": right_document,
            "kiri_id": link.left,
            "kanan_id": link.right,
            "hubungan": link.relation,
            "skor": link.score,
            "alasan": "; ".join(link.reasons),
            "fitur": json.dumps(link.features, ensure_ascii=False, sort_keys=True),
            "keputusan_id": link.decision,
            "beda": link.difference,
        }
        for link in links
    )


def store_unmatched(con: duckdb.DuckDBPyConnection, tier: str, found: Iterable[Unmatched]) -> None:
    """Rows of `data.tanpa_padanan`: the indicators of a tier that have no link."""
    append_rows(
        con,
        "data.tanpa_padanan",
        (
            {
                "jenjang": tier,
                "hubungan": one.relation,
                "indikator_id": one.indicator,
                "dicari": list(one.documents),
                "banyak": one.among,
                "terdekat_id": one.nearest,
                "skor": one.score,
                "alasan": "; ".join(one.reasons),
                "beda": one.difference,
                "fitur": json.dumps(one.features, ensure_ascii=False, sort_keys=True),
            }
            for one in found
        ),
    )


def store_decisions(con: duckdb.DuckDBPyConnection, held: Iterable[Held]) -> None:
    """Rows of `data.keputusan`: all decisions of reviewers, and what each means for this run."""
    append_rows(
        con,
        "data.keputusan",
        (
            {
                "keputusan_id": one.decision.id,
                "pasangan": one.decision.pair,
                "putusan": one.decision.answer,
                "alasan": one.decision.reason,
                "oleh": one.decision.by,
                "pada": datetime.fromisoformat(one.decision.at).replace(tzinfo=None),
                "status": one.standing,
                "catatan": one.note,
                "kiri_id": one.left,
                "kanan_id": one.right,
                "kiri_sekarang": one.left_now,
                "kanan_sekarang": one.right_now,
                "kiri_sekarang_id": one.left_heir,
                "kanan_sekarang_id": one.right_heir,
                "macam": one.decision.subject,
                "beda_pendapat": one.others,
                **_side_row("kiri", one.decision.left),
                **_side_row("kanan", one.decision.right),
            }
            for one in held
        ),
    )


def _side_row(prefix: str, side: Side) -> dict[str, Any]:
    return {
        f"{prefix}_jenis": side.kind,
        f"{prefix}_wilayah": side.region,
        f"{prefix}_opd": side.opd,
        f"{prefix}_tahun": side.years,
        f"{prefix}_tingkat": side.level,
        f"{prefix}_kode": side.code,
        f"{prefix}_nama": side.name,
        f"{prefix}_satuan": side.unit,
        f"{prefix}_pelaksana": side.responsible,
        f"{prefix}_induk": side.parents,
    }


def store_run(con: duckdb.DuckDBPyConnection, run: Run) -> None:
    """The row of `data.putaran`; files, failures and findings are counted in the tables, so call it last."""
    files, failed = con.execute("SELECT count(*), count(*) FILTER (status = 'gagal') FROM data.berkas").fetchall()[0]
    findings = con.execute("SELECT count(*) FROM data.temuan").fetchall()[0][0]
    append_rows(
        con,
        "data.putaran",
        [
            {
                "putaran_id": run.id,
                "mulai": run.started,
                "selesai": run.finished,
                "sumber": run.source,
                "versi_selaras": run.version,
                "versi_ekstraktor": run.extractor_version,
                "berkas": files,
                "diekstraksi": run.extracted,
                "gagal": failed,
                "temuan": findings,
            }
        ],
    )
