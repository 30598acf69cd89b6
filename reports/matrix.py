"""Matriks keselarasan: every indicator once per OPD, with what each document says of it.

Links join the indicators of two documents; here all that is joined, directly or over a third document, becomes
one row. The same indicator printed twice in one document (goal table and IKU list) is one, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb

from reports.book import Number

KINDS = ("RPJMD", "Renstra", "RKPD", "Renja")
_OF_OFFICES = ("Renstra", "Renja")
_OF_PLANS = "jenjang NOT LIKE '%-PK'"
"""Pairs of plans: what was agreed for a year (PK) has no column of its own."""
_LOW_LEVELS = ("kegiatan", "subkegiatan")
"""Levels that whole kinds of documents leave out; indicators of the others may stand one level higher or lower."""

_LONGEST_NOTE = 180  # characters
_MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Side:
    """What the documents of one kind say of an indicator.

    Attributes:
        name, unit: as printed; several wordings in several lines.
        targets: by year, numbers where the cell is a certain number, else the printed text.
        source: file and page of each print.
    """

    name: str
    unit: str
    targets: Mapping[int, Number | str]
    source: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row: who, what, the four sides (absent when the indicator is not there), the result and why."""

    office: str
    level: str
    sides: Mapping[str, Side]
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """All rows, and for each kind of document the years that have targets; a kind without documents is absent."""

    rows: tuple[MatrixRow, ...]
    years: Mapping[str, tuple[int, ...]]


@dataclass(slots=True)
class _Facts:
    """What the public views say, keyed by indicator."""

    indicators: dict[str, dict[str, Any]]
    targets: dict[str, dict[int, Number | str]] = field(default_factory=lambda: defaultdict(dict))
    links: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    findings: dict[str, list[tuple[int, Mapping[str, Any]]]] = field(default_factory=lambda: defaultdict(list))
    alone: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    paired: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    levels: set[tuple[str, str]] = field(default_factory=set)
    offices: dict[str, str] = field(default_factory=dict)


def build_matrix(
    con: duckdb.DuckDBPyConnection, regions: Sequence[str], findings: Sequence[Mapping[str, Any]] = ()
) -> Matrix:
    """Read the public views and put the matrix together.

    Args:
        con: a connection whose schema `publik` holds a release.
        regions: names of the regions in the release; rows name theirs when there are several.
        findings: rows of `publik.temuan` in the order of the findings' sheet: notes name their numbers.
    """
    facts = _read(con)
    for number, finding in enumerate(findings, 1):
        for side in ("kiri_id", "kanan_id"):
            if finding[side] in facts.indicators:
                facts.findings[finding[side]].append((number, finding))
    groups = _groups(facts)
    rows: list[tuple[tuple[Any, ...], MatrixRow]] = []
    for members in groups:
        by_office = _by_office(members, facts)
        for office, own in by_office.items():
            others = {i for other, ids in by_office.items() if other != office for i in ids} - set(own)
            rows.append((_place(own, office, facts), _row(own, office, others, facts, len(regions) > 1)))
    rows.sort(key=lambda pair: pair[0])
    return Matrix(tuple(row for _, row in rows), _years(facts))


def _read(con: duckdb.DuckDBPyConnection) -> _Facts:
    kinds = list(KINDS)
    facts = _Facts(
        {
            str(row["indikator_id"]): row
            for row in _dicts(
                con,
                "SELECT i.*, d.tahun_awal, d.tahun_akhir FROM publik.indikator i"
                " JOIN publik.dokumen d USING (dokumen_id)"
                " WHERE i.jenis_dokumen IN (SELECT unnest(?)) ORDER BY i.dokumen, i.dokumen_id, i.urutan",
                [kinds],
            )
        }
    )
    for row in _dicts(
        con,
        "SELECT indikator_id, tahun, nilai, tertulis, jenis_nilai, desimal FROM publik.target"
        " WHERE peran = 'target' AND tahun IS NOT NULL AND triwulan IS NULL AND jenis_nilai <> 'kosong'",
    ):
        facts.targets[row["indikator_id"]].setdefault(row["tahun"], _value(row))
    for row in _dicts(con, f"SELECT * FROM publik.tautan WHERE {_OF_PLANS} ORDER BY tautan_id"):
        facts.links[row["kiri_indikator_id"]].append(row)
    for row in _dicts(
        con, "SELECT indikator_id, jenjang, hubungan, terdekat, alasan FROM publik.tanpa_padanan ORDER BY ALL"
    ):
        if row["terdekat"]:
            nearest = row["alasan"].split("; ", 1)[1]
            facts.alone[row["indikator_id"]].append(_shortened(f"{row['jenjang']} {row['hubungan']}: {nearest}"))
    for row in _dicts(con, f"SELECT * FROM publik.pasangan WHERE {_OF_PLANS} ORDER BY kiri_dokumen, kanan_dokumen"):
        facts.paired[row["kiri_dokumen_id"]].append(row["kanan_dokumen_id"])
        facts.paired[row["kanan_dokumen_id"]].append(row["kiri_dokumen_id"])
    facts.documents = {
        row["dokumen_id"]: row for row in _dicts(con, "SELECT * FROM publik.dokumen ORDER BY opd DESC, dokumen_id")
    }
    for row in facts.indicators.values():
        facts.levels.add((row["dokumen_id"], row["tingkat"] or ""))
        if row["opd_kunci"] and (name := row["opd"] or row["penanggung_jawab"]):
            facts.offices.setdefault(row["opd_kunci"], name)
    for row in facts.documents.values():
        if row["opd"]:
            facts.offices[row["opd_kunci"]] = row["opd"]
    return facts


def _dicts(con: duckdb.DuckDBPyConnection, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    cursor = con.execute(sql, list(values))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _value(row: Mapping[str, Any]) -> Number | str:
    if row["jenis_nilai"] == "angka" and row["nilai"] is not None:
        return Number(row["nilai"], row["desimal"])
    return f"{row['tertulis']} (?)" if row["jenis_nilai"] in ("ambigu", "teks") else str(row["tertulis"])


def _groups(facts: _Facts) -> list[list[str]]:
    """Indicators that belong together, over links and over repeated prints; in reading order."""
    above: dict[str, str] = {}

    def top(node: str) -> str:
        while node in above:
            node = above[node]
        return node

    def join(left: str, right: str) -> None:
        a, b = top(left), top(right)
        if a != b:
            above[b] = a

    twins: dict[tuple[Any, ...], str] = {}
    for id_, row in facts.indicators.items():
        same = ("dokumen_id", "indikator_baku", "opd_kunci", "program", "kegiatan", "subkegiatan")
        first = twins.setdefault(tuple(row[name] for name in same), id_)
        join(first, id_)
    for left, links in facts.links.items():
        for link in links:
            if left in facts.indicators and link["kanan_indikator_id"] in facts.indicators:
                join(left, link["kanan_indikator_id"])
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in facts.indicators:
        groups[top(id_)].append(id_)
    return list(groups.values())


def _by_office(members: Sequence[str], facts: _Facts) -> dict[str | None, list[str]]:
    """Split a group into one row per OPD; what belongs to the whole region stands in each of them."""
    rows = [facts.indicators[id_] for id_ in members]
    offices = list(dict.fromkeys(row["opd_kunci"] for row in rows if row["jenis_dokumen"] in _OF_OFFICES))
    if not offices:
        offices = list(dict.fromkeys(row["opd_kunci"] for row in rows if row["opd_kunci"])) or [None]
    split: dict[str | None, list[str]] = {}
    for office in offices:
        split[office] = [
            id_
            for id_, row in zip(members, rows, strict=True)
            if row["opd_kunci"] in (office, None)
            or (row["jenis_dokumen"] not in _OF_OFFICES and row["opd_kunci"] not in offices)
        ]
    return split


def _place(own: Sequence[str], office: str | None, facts: _Facts) -> tuple[Any, ...]:
    """Sort key: region, region-wide rows first, OPD, then reading order in the highest document."""
    row = facts.indicators[_highest(own, facts)]
    return (
        row["wilayah"] or "",
        office is not None,
        facts.offices.get(office or "", office or ""),
        KINDS.index(row["jenis_dokumen"]),
        row["dokumen"],
        row["urutan"],
    )


def _highest(own: Sequence[str], facts: _Facts) -> str:
    return min(own, key=lambda id_: KINDS.index(facts.indicators[id_]["jenis_dokumen"]))


def _row(own: Sequence[str], office: str | None, others: set[str], facts: _Facts, name_region: bool) -> MatrixRow:
    first = facts.indicators[_highest(own, facts)]
    who = facts.offices.get(office, office) if office else "Tingkat daerah"
    sides = {}
    for kind in KINDS:
        rows = [facts.indicators[id_] for id_ in own if facts.indicators[id_]["jenis_dokumen"] == kind]
        if rows:
            sides[kind] = _side(rows, facts)
    status, note = _result(own, office, others, facts)
    region = f"{first['wilayah']}: " if name_region and first["wilayah"] else ""
    return MatrixRow(f"{region}{who}", first["tingkat"] or "", sides, status, note)


def _side(rows: Sequence[Mapping[str, Any]], facts: _Facts) -> Side:
    targets: dict[int, Number | str] = {}
    plan_year_first = sorted(rows, key=lambda row: row["tahun_awal"] != row["tahun_akhir"])
    for row in plan_year_first:
        for year, value in facts.targets.get(row["indikator_id"], {}).items():
            if year == row["tahun_awal"] == row["tahun_akhir"]:
                targets[year] = value
            else:
                targets.setdefault(year, value)
    return Side(
        _lines(row["indikator"] for row in rows),
        _lines(row["satuan"] for row in rows),
        targets,
        _sources(rows),
    )


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _sources(rows: Iterable[Mapping[str, Any]]) -> str:
    places: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["halaman"]:
            where = f"hlm. {row['halaman']}"
        elif row["lembar"]:
            where = f"lembar {row['lembar']}"
        else:
            where = f"tabel {row['tabel']}" if row["tabel"] else ""
        if where not in places[row["berkas"]]:
            places[row["berkas"]].append(where)
    return "\n".join(f"{file} {', '.join(filter(None, where))}".strip() for file, where in places.items())


def _result(own: Sequence[str], office: str | None, others: set[str], facts: _Facts) -> tuple[str, str]:
    """Status word and the reasons behind it."""
    mine = set(own)
    found: dict[int, Mapping[str, Any]] = {}
    for id_ in own:
        for number, finding in facts.findings.get(id_, ()):
            if not {finding["kiri_id"], finding["kanan_id"]} & others:
                found[number] = finding
    notes = [_finding_note(number, found[number]) for number in sorted(found)]
    links = [link for id_ in own for link in facts.links.get(id_, ()) if link["kanan_indikator_id"] in mine]
    notes += [
        _shortened(f"{link['jenjang']} {link['hubungan']}: {link['alasan']}")
        for link in links
        if link["hubungan"] != "sama"
    ]
    verdicts = {finding["putusan"] for finding in found.values()}
    relations = {link["hubungan"] for link in links}
    if "tidak konsisten" in verdicts:
        status = "tidak konsisten"
    elif "perlu diperiksa" in verdicts | relations:
        status = "perlu diperiksa"
    elif "berubah" in relations:
        status = "berubah"
    elif links:
        status = "sama"
    else:
        status, searched = _alone(own, office, facts)
        notes += searched
    return status, "\n".join(notes)


def _finding_note(number: int, finding: Mapping[str, Any]) -> str:
    year = f" ({finding['tahun']})" if finding["tahun"] else ""
    return f"Temuan {number}, {finding['putusan']}: {finding['aturan']} {finding['nama_aturan']}{year}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_NOTE else text[: _LONGEST_NOTE - 1] + "…"


def _alone(own: Sequence[str], office: str | None, facts: _Facts) -> tuple[str, list[str]]:
    """Status of an indicator without link: was there a document in which it could have been found?"""
    searched: dict[str, str] = {}
    for id_ in own:
        row = facts.indicators[id_]
        for other in facts.paired.get(row["dokumen_id"], ()):
            document = facts.documents[other]
            own_office = document["opd_kunci"] in (None, office) or office is None
            if own_office and (row["tingkat"] not in _LOW_LEVELS or (other, row["tingkat"]) in facts.levels):
                searched[other] = document["dokumen"]
    if not searched:
        return "tidak dibandingkan", ["Dokumen pasangannya tidak ada, atau tidak memuat indikator setingkat ini."]
    names = list(searched.values())
    more = f"; dan {len(names) - _MOST_NAMES} dokumen lain" if len(names) > _MOST_NAMES else ""
    nearest = [note for id_ in own for note in facts.alone.get(id_, ())]
    return "tanpa padanan", [f"Tidak ditemukan di: {'; '.join(names[:_MOST_NAMES])}{more}", *nearest]


def _years(facts: _Facts) -> dict[str, tuple[int, ...]]:
    """Years with targets for each kind of document that has indicators; the latest seven."""
    years: dict[str, set[int]] = {}
    for id_, row in facts.indicators.items():
        years.setdefault(row["jenis_dokumen"], set()).update(facts.targets.get(id_, ()))
    return {kind: tuple(sorted(years[kind])[-7:]) for kind in KINDS if kind in years}
