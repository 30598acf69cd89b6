"""The rule book: every rule documented, every rule with cases that fire and cases that stay silent.

The cases are tables in `tests/cases/<ID>.toml`; `tests/cases/README.md` says how to write one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from alignment.normalise import parts
from models.codes import canonical_code
from models.quantity import parse_money, parse_quantity
from models.region import Capacity, Milestone, Office, Region
from models.units import canonical_unit
from warehouse import rules, store
from warehouse.cascade import build_cascade
from warehouse.region import store_region

CASES = Path(__file__).parent / "cases"
DOCS = Path(__file__).parent.parent / "docs"
BELOW = {
    "RPJMD": ("Renstra", "RKPD", "PK", "LKjIP"),
    "RKPD": ("Renja",),
    "Renstra": ("Renja", "PK", "LKjIP"),
    "Renja": ("PK", "LKjIP"),
}
ABOUT = ("definisi", "formula", "sumber_data")
"""Columns of text; `-` is a cell printed empty."""
CONTEXT = ("misi", "tujuan", "sasaran", "urusan", "program", "kegiatan")
FOUND = {
    "kiri": "kiri_id",
    "kanan": "coalesce(kanan_id, '')",
    "tahun": "coalesce(CAST(tahun AS VARCHAR), '')",
    "putusan": "putusan",
    "tingkat": "tingkat",
    "nilai_kiri": "coalesce(nilai_kiri, '')",
    "nilai_kanan": "coalesce(nilai_kanan, '')",
    "dicari_di": "coalesce(dicari_di, '')",
    "uraian": "uraian",
}
"""Columns of the table `harapan` and what they are in data.temuan."""


HALF = ("nama", "indikator", "target", "pagu")
"""What a half of a row of two sides prints."""


def load_cases() -> list[tuple[str, dict[str, Any]]]:
    """(rule id, case) of all case files, in order."""
    found = []
    for path in sorted(CASES.glob("*.toml")):
        found += [(path.stem, case) for case in tomllib.loads(path.read_text(encoding="utf-8"))["kasus"]]
    return found


def rows(case: dict[str, Any], name: str) -> list[dict[str, str]]:
    """Rows of a table of a case: the first line names the columns, cells left out at the end are empty."""
    lines = [line for line in case.get(name, "").splitlines() if line.strip()]
    if not lines:
        return []
    head, *body = [[cell.strip() for cell in line.split("|")] for line in lines]
    for line, row in zip(lines[1:], body, strict=True):
        assert len(row) <= len(head), f"paling banyak {len(head)} kolom: {line}"
    return [dict(zip(head, row + [""] * (len(head) - len(row)), strict=True)) for row in body]


def fill(con: duckdb.DuckDBPyConnection, case: dict[str, Any]) -> None:
    """Put a case's tables into the warehouse as facts."""
    documents = {row["id"]: {"opd": "", **row} for row in rows(case, "dokumen")}
    indicators = {row["id"]: row for row in rows(case, "indikator")}
    items = rows(case, "butir")
    facts = {
        "dokumen": [document_row(row) for row in documents.values()],
        "berkas": [
            *(file_row(id_, f"f{id_}", f"{id_}.pdf") for id_ in documents),
            *(file_row(row["dokumen"], row["id"], row["nama"]) for row in rows(case, "berkas")),
        ],
        "halaman": [page_row(row) for row in rows(case, "halaman")],
        "indikator": [indicator_row(row, documents, order) for order, row in enumerate(indicators.values(), 1)],
        "butir": [item_row(row, documents, order) for order, row in enumerate(items, 1)],
        "pernyataan": [statement_row(row, order) for order, row in enumerate(rows(case, "pernyataan"), 1)],
        "klaim": [claim_row(row, order) for order, row in enumerate(rows(case, "klaim"), 1)],
        "keterangan": [particular_row(row, order) for order, row in enumerate(rows(case, "keterangan"), 1)],
        "sandingan": [half for order, row in enumerate(rows(case, "sandingan"), 1) for half in half_rows(row, order)],
        "nilai": [value for row in indicators.values() for value in value_rows(row)],
        "pagu": [money for row in (*indicators.values(), *items) for money in money_rows(row)],
        "tautan": [link_row(row, indicators, documents) for row in rows(case, "tautan")],
        "tautan_tahap": [link_row(row, indicators, documents) for row in rows(case, "tautan_tahap")],
        "pasangan": list(pair_rows(documents)),
    }
    offices = {row["opd"]: row["opd"].lower() for row in rows(case, "opd")}
    store_region(con, region_of(case), offices)
    facts |= reference_rows(case)
    for name in ("temuan", "aturan", "masalah"):
        con.execute(f"DELETE FROM data.{name}")
    for name, content in facts.items():
        con.execute(f"DELETE FROM data.{name}")
        store.append_rows(con, f"data.{name}", content)
    build_cascade(con)


def region_of(case: dict[str, Any]) -> Region:
    """The region's settings of a case: tables `kemampuan`, `tanggal`, `opd`."""
    return Region(
        thresholds={row["kunci"]: float(row["nilai"].replace(",", ".")) for row in rows(case, "ambang")},
        capacity=tuple(
            Capacity(int(row["tahun"]), int(row["rupiah"].replace(".", "")), "kasus") for row in rows(case, "kemampuan")
        ),
        milestones=tuple(
            Milestone(
                row["peristiwa"],
                date.fromisoformat(row["tanggal"]),
                row.get("jenis") or None,
                int(row["tahun"]) if row.get("tahun") else None,
                row.get("opd") or None,
            )
            for row in rows(case, "tanggal")
        ),
        offices=tuple(Office(row["opd"], tuple(row.get("bidang", "").split())) for row in rows(case, "opd")),
    )


def reference_rows(case: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The official list of a case: table `rujukan`, one row for each fact that was held against it."""
    named: list[dict[str, Any]] = rows(case, "rujukan")
    ties = [
        {
            "fakta_id": row["fakta"],
            "dokumen_id": row["dokumen"],
            "rujukan_id": "n",
            "entri_id": f"n-{number}" if row.get("kode") else None,
            "hasil": row["hasil"],
            "skor": float((row.get("skor") or "0").replace(",", ".")),
            "alasan": "kasus",
        }
        for number, row in enumerate(named)
    ]
    entries = [
        {"entri_id": f"n-{number}", "rujukan_id": "n", "tingkat": "x", "kode": row["kode"], "nama": row["nama"],
         "indikator": row["nama"]}
        for number, row in enumerate(named) if row.get("kode")
    ]  # fmt: skip
    used = {row["dokumen"]: row.get("tahun_cocok") != "tidak" for row in named}
    listed = {
        "rujukan_id": "n", "judul": "Daftar 2026", "jenis": "nomenklatur", "sumber": "kasus", "berkas": "n.csv",
        "sha256": "n", "dimuat": datetime(2026, 1, 1),
    }  # fmt: skip
    return {
        "rujukan": [listed] if named else [],
        "rujukan_entri": entries,
        "rujukan_dokumen": [
            {"dokumen_id": id_, "rujukan_id": "n", "tahun_cocok": fits, "alasan": "kasus"} for id_, fits in used.items()
        ],
        "tautan_rujukan": ties,
    }


def document_row(row: dict[str, str]) -> dict[str, Any]:
    first, _, last = row["tahun"].partition("-")
    return {
        "dokumen_id": row["id"],
        "jenis": row["jenis"],
        "wilayah": row.get("wilayah") or "Kota Harapan Jaya",
        "opd": row["opd"] or None,
        "opd_kunci": row["opd"].lower() or None,
        "tahun_awal": int(first),
        "tahun_akhir": int(last or first),
        "tahap": row.get("tahap") or None,
        "keyakinan": 1.0,
        "alasan": "kasus",
    }


def file_row(document: str, id_: str, name: str) -> dict[str, Any]:
    return {
        "berkas_id": id_,
        "dokumen_id": document,
        "nama": name,
        "path": name,
        "format": "pdf",
        "ukuran": 1,
        "urutan": 1,
        "status": "dibaca",
    }


def page_row(row: dict[str, str]) -> dict[str, Any]:
    return {
        "berkas_id": f"f{row['dokumen']}",
        "halaman": int(row["halaman"]),
        "status": row["status"],
        "tabel": 0,
        "indikator": 0,
    }


def indicator_row(row: dict[str, str], documents: dict[str, dict[str, str]], order: int) -> dict[str, Any]:
    said, unit = parts(row["indikator"], row.get("satuan") or None), canonical_unit(row.get("satuan"))
    return {
        **place(row, documents, order),
        **{name: row.get(name) or None for name in CONTEXT},
        "indikator_id": row["id"],
        "nama": row["indikator"],
        "nama_baku": said.text,
        "ukuran": said.measure,
        "arah": said.direction,
        "kumulatif": said.cumulative,
        "satuan": row.get("satuan") or None,
        "satuan_baku": unit and unit.name,
        "satuan_kelas": unit and unit.family,
        "satuan_asal": "kolom" if unit else None,
        "catatan_baris": row.get("catatan"),
        **{name: "" if row[name] == "-" else row[name] for name in ABOUT if row.get(name)},
    }


def item_row(row: dict[str, str], documents: dict[str, dict[str, str]], order: int) -> dict[str, Any]:
    return {
        **place(row, documents, order),
        "butir_id": row["id"],
        "nama": row["nama"],
        "nama_baku": parts(row["nama"]).text,
        **{name: row.get(name) or None for name in ("tujuan", "sasaran", "program", "kegiatan")},
    }


def statement_row(row: dict[str, str], order: int) -> dict[str, Any]:
    return {
        **prose_place(row, order),
        "pernyataan_id": row["id"],
        "jenis": row["jenis"],
        "nomor": row.get("nomor") or None,
        "teks": row["teks"],
        "induk_jenis": row.get("induk_jenis") or None,
        "induk_teks": row.get("induk") or None,
        "sumber": row.get("sumber") or "prosa",
    }


def claim_row(row: dict[str, str], order: int) -> dict[str, Any]:
    unit = canonical_unit(row.get("satuan") or None)
    said = parse_quantity(row["nilai"], unit=row.get("satuan") or None)
    return {
        **prose_place(row, order),
        "klaim_id": row["id"],
        "macam": row["macam"],
        "diukur": row["diukur"],
        "diukur_baku": parts(row["diukur"]).text,
        "dihitung": row.get("dihitung") or None,
        "peran": row.get("peran") or None,
        "tahun": int(row["tahun"]) if row.get("tahun") else None,
        "mentah": row["nilai"],
        "jenis": said.kind,
        "nilai": said.value,
        "satuan": row.get("satuan") or None,
        "satuan_kelas": unit and unit.family,
        "desimal": said.decimals,
    }


def particular_row(row: dict[str, str], order: int) -> dict[str, Any]:
    return {
        **prose_place(row, order),
        "keterangan_id": row["id"],
        "jenis": row["jenis"],
        "nomor": row.get("nomor") or None,
        "teks": row["teks"],
        "tahun": int(row["tahun"]) if row.get("tahun") else None,
        "tanggal": date.fromisoformat(row["tanggal"]) if row.get("tanggal") else None,
    }


def half_rows(row: dict[str, str], order: int) -> Iterator[dict[str, Any]]:
    """Both halves of a row of two sides: columns `nama`, `indikator`, `target`, `pagu`, then the same with `kanan`."""
    for side, origin, heading in (
        ("kiri", "RKPD", "Rancangan Awal RKPD"),
        ("kanan", "Renja", "Hasil Analisis Kebutuhan"),
    ):
        said = {name: row.get(f"kanan {name}" if side == "kanan" else name) or None for name in HALF}
        target = parse_quantity(said["target"]) if said["target"] else None
        yield {
            **{key: value for key, value in prose_place(row, order).items() if key != "urutan"},
            "sandingan_id": f"{row['id']}-{side}",
            "baris_ke": order,
            "sisi": side,
            "asal": row.get(f"asal {side}") or origin,
            "judul_sisi": heading,
            "judul_tabel": row.get("judul_tabel") or "Tabel 2.4 Review terhadap Rancangan Awal RKPD",
            **said,
            "target_jenis": target and target.kind,
            "target_nilai": target and target.value,
            "rupiah": parse_money(said["pagu"]).value if said["pagu"] else None,
            "catatan": None if row.get("catatan") == "tidak ada kolom" else row.get("catatan", ""),
        }


def prose_place(row: dict[str, str], order: int) -> dict[str, Any]:
    return {
        "dokumen_id": row["dokumen"],
        "berkas_id": f"f{row['dokumen']}",
        "urutan": order,
        "halaman": int(row.get("halaman") or 1),
        "kutipan": row.get("kutipan") or "kutipan",
        "keyakinan": float((row.get("keyakinan") or "0,95").replace(",", ".")),
    }


def place(row: dict[str, str], documents: dict[str, dict[str, str]], order: int) -> dict[str, Any]:
    office = documents[row["dokumen"]]["opd"] or row.get("opd", "")
    return {
        "dokumen_id": row["dokumen"],
        "berkas_id": row.get("berkas") or f"f{row['dokumen']}",
        "urutan": order,
        "tingkat": row["tingkat"],
        "kode": row.get("kode") or None,
        "kode_baku": canonical_code(row.get("kode")),
        "opd_kunci": office.lower() or None,
        "penanggung_jawab": office or None,
        "halaman": int(row.get("halaman") or 1),
        "kutipan": "kutipan",
        "keyakinan": float((row.get("keyakinan") or "0,95").replace(",", ".")),
    }


def value_rows(row: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Value cells of an indicator: columns `2026` (target), `acuan 2026`, `awal 2024`, `realisasi 2024`, `akhir`."""
    for heading, cell in row.items():
        found = re.fullmatch(r"(?:(awal|akhir|realisasi|acuan) ?)?(\d{4})?", heading)
        if not found or not heading or not cell:
            continue
        said = parse_quantity(cell, unit=row.get("satuan") or None)
        yield {
            "indikator_id": row["id"],
            "peran": found[1] or "target",
            "tahun": int(found[2]) if found[2] else None,
            "mentah": cell,
            "jenis": said.kind,
            "nilai": said.value,
            "bawah": said.low,
            "atas": said.high,
            "bacaan_lain": " | ".join(str(number) for number in said.alternatives) or None,
            "satuan": said.unit,
            "desimal": said.decimals,
            "catatan": said.note,
        }


def money_rows(row: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Money cells: columns `2026` and `akhir` of an item, `pagu 2026` of an indicator."""
    is_item = "nama" in row
    for heading, cell in row.items():
        found = re.fullmatch(r"(?:(akhir)|(\d{4}))" if is_item else r"()pagu (\d{4})", heading)
        if found and cell:
            yield {
                "pemilik_id": row["id"],
                "pemilik": "butir" if is_item else "indikator",
                "peran": "akhir" if found[1] else "pagu",
                "tahun": int(found[2]) if found[2] else None,
                "mentah": cell,
                "rupiah": parse_money(cell).value,
            }


def link_row(
    row: dict[str, str], indicators: dict[str, dict[str, str]], documents: dict[str, dict[str, str]]
) -> dict[str, Any]:
    left, right = indicators[row["kiri"]]["dokumen"], indicators[row["kanan"]]["dokumen"]
    return {
        "tautan_id": f"t{row['kiri']}{row['kanan']}",
        "jenjang": tier(documents[left], documents[right]),
        "kiri_dokumen": left,
        "kanan_dokumen": right,
        "kiri_id": row["kiri"],
        "kanan_id": row["kanan"],
        "hubungan": row.get("hubungan") or "sama",
        "skor": float((row.get("skor") or "1").replace(",", ".")),
        "alasan": "nama",
        "fitur": "{}",
    }


def pair_rows(documents: dict[str, dict[str, str]]) -> Iterator[dict[str, Any]]:
    """Every upper document with every lower one of the region or of the same OPD whose years fit."""
    for left, upper in documents.items():
        for right, lower in documents.items():
            kinds_fit = lower["jenis"] in BELOW.get(upper["jenis"], ())
            agreed = tier(upper, lower).endswith("-PK")
            same_office = upper["opd"] == lower["opd"] if agreed else upper["opd"] in ("", lower["opd"])
            if kinds_fit and same_office and (years_fit(upper["tahun"], lower["tahun"]) or looks_back(upper, lower)):
                yield {"jenjang": tier(upper, lower), "kiri_dokumen": left, "kanan_dokumen": right}


def tier(upper: dict[str, str], lower: dict[str, str]) -> str:
    """The level pair; what an LKjIP reports on is the PK of its year."""
    return f"{upper['jenis']}-{'PK' if lower['jenis'] == 'LKjIP' else lower['jenis']}"


def looks_back(upper: dict[str, str], lower: dict[str, str]) -> bool:
    """A Renja with what was agreed for the year before; cases that have one have no Renja of that year."""
    return tier(upper, lower) == "Renja-PK" and int(upper["tahun"]) == int(lower["tahun"]) + 1


def years_fit(upper: str, lower: str) -> bool:
    """Two periods end together; a year lies in the period, or is the same."""
    (first, _, last), (start, _, end) = upper.partition("-"), lower.partition("-")
    return (last or first) == end if end else first <= start <= (last or first)


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    store.migrate(connection)
    yield connection
    connection.close()


def named_case(rule: str, name: str) -> dict[str, Any]:
    return next(case for id_, case in load_cases() if id_ == rule and case["nama"] == name)


@pytest.mark.parametrize(
    ("rule", "case"), [pytest.param(id_, case, id=f"{id_}: {case['nama']}") for id_, case in load_cases()]
)
def test_case(con: duckdb.DuckDBPyConnection, rule: str, case: dict[str, Any]) -> None:
    fill(con, case)
    rules.run_rules(con, {rule})
    assert con.execute("SELECT pesan FROM data.masalah").fetchall() == []
    columns = ", ".join(FOUND.values())
    found = [
        dict(zip(FOUND, row, strict=True))
        for row in con.execute(f"SELECT {columns} FROM data.temuan ORDER BY 1, 2, 3").fetchall()
    ]
    expected = sorted(rows(case, "harapan"), key=lambda row: (row["kiri"], row.get("kanan", ""), row.get("tahun", "")))
    told = "\n".join(finding["uraian"] for finding in found)
    assert [finding["kiri"] for finding in found] == [row["kiri"] for row in expected], told
    for finding, wanted in zip(found, expected, strict=True):
        for column, value in wanted.items():
            if column == "uraian":
                assert value in told
            elif value or column in ("kanan", "tahun"):
                assert finding[column] == value, f"{column}: {told}"


def test_every_rule_has_cases_that_fire_and_cases_that_do_not() -> None:
    cases = load_cases()
    assert {rule for rule, _ in cases} == {rule.id for rule in rules.load_rules()}
    for id_ in (rule.id for rule in rules.load_rules()):
        fires = [bool(rows(case, "harapan")) for rule, case in cases if rule == id_]
        assert fires.count(True) >= 2, f"{id_}: perlu dua kasus yang menjadi temuan"
        assert fires.count(False) >= 2, f"{id_}: perlu dua kasus yang diam"


CATALOGUE = {"A": 20, "B": 7, "C": 8, "D": 19, "E": 10, "F": 8, "G": 10, "H": 12, "I": 6}
"""Rules of each letter in the catalogue of consistency rules."""
ADDED = {"B08"}
"""Rules of ours besides the catalogue."""


def test_every_rule_of_the_catalogue_is_made_or_said_not_to_be() -> None:
    made = {rule.id for rule in rules.load_rules()}
    told = re.findall(
        r"^\| ([A-I]\d\d) \|", (DOCS / "aturan_tidak_dibuat.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert told == sorted(set(told)), "berurutan, tiap aturan sekali"
    assert not made & set(told)
    assert made >= ADDED
    catalogue = {f"{letter}{n:02d}" for letter, last in CATALOGUE.items() for n in range(1, last + 1)}
    assert (made | set(told)) - ADDED == catalogue


def test_all_rules_together_give_the_same_findings_again(con: duckdb.DuckDBPyConnection) -> None:
    fill(con, named_case("E02", "pagu program Renja di atas RKPD; hanya tingkat teratas"))
    count = rules.run_rules(con)
    first = con.execute("SELECT * FROM data.temuan ORDER BY temuan_id").fetchall()
    assert len(first) == count == len({row[0] for row in first}) >= 3
    assert rules.run_rules(con) == count
    assert con.execute("SELECT * FROM data.temuan ORDER BY temuan_id").fetchall() == first
    catalogue = con.execute("SELECT aturan, nama, sql FROM data.aturan ORDER BY aturan").fetchall()
    assert catalogue == [(rule.id, rule.name, rule.sql) for rule in rules.load_rules()]


def test_a_finding_keeps_its_id_when_its_values_change(con: duckdb.DuckDBPyConnection) -> None:
    case = named_case("D02", "satu tahun salah cetak")
    found = []
    for printed in (" 18 ", " 19 "):
        fill(con, {**case, "indikator": case["indikator"].replace(" 18 ", printed)})
        rules.run_rules(con, {"D02"})
        found += con.execute("SELECT temuan_id, nilai_kiri FROM data.temuan WHERE aturan = 'D02'").fetchall()
    assert [value for _, value in found] == ["18 Persen", "19 Persen"]
    assert found[0][0] == found[1][0]


def test_a_rule_that_fails_is_a_problem_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    good = next(rule for rule in rules.load_rules() if rule.id == "D14")
    broken = (
        replace(good, id="X01", sql="SELECT tidak_ada FROM data.indikator"),
        replace(good, id="X02", sql="SELECT 1 AS satu"),
        replace(good, id="X03", sql=f"SELECT * REPLACE ('mungkin' AS putusan) FROM ({good.sql})"),
        replace(good, id="X04", sql=f"SELECT * REPLACE (NULL AS uraian) FROM ({good.sql})"),
    )
    monkeypatch.setattr(rules, "load_rules", lambda: (*broken, good))
    with duckdb.connect() as con:
        store.migrate(con)
        fill(con, named_case("D14", "persen dari persen"))
        assert rules.run_rules(con) == 2
        assert con.execute("SELECT DISTINCT aturan FROM data.temuan").fetchall() == [("D14",)]
        problems = con.execute("SELECT lokasi, kode_galat, pesan FROM data.masalah ORDER BY ALL").fetchall()
    assert [(where, code) for where, code, _ in problems] == [(f"aturan X0{number}", "E900") for number in (1, 2, 3, 4)]
    assert "kolom harus" in problems[1][2]
    assert "putusan 'mungkin' tidak dikenal" in problems[2][2]


GOOD = """-- id: A99
-- nama: Nama
-- membandingkan: Ini
--   dan itu.
-- tingkat: M
-- dasar: Praktik.
-- contoh: Contoh; dengan titik koma.
-- perbaikan: Perbaiki.
-- sejak: 0.1.0
SELECT ';' AS kiri_id -- satu; saja
"""


def test_a_rule_file_documents_itself() -> None:
    rule = rules.parse_rule("A99_nama.sql", GOOD)
    assert (rule.id, rule.compares, rule.severity) == ("A99", "Ini dan itu.", "M")
    assert rule.sql.startswith("SELECT ';'")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("-- dasar: Praktik.\n", "", "kepala harus memuat"),
        ("Contoh; dengan titik koma.", "", "isi kepala kosong: contoh"),
        ("tingkat: M", "tingkat: X", "bukan salah satu"),
        ("id: A99", "id: B01", "tidak sesuai dengan nama berkas"),
        ("-- nama: Nama", "-- nama: Nama\n-- nama: Lagi", "ditulis dua kali"),
        ("-- nama: Nama", "-- nama: Nama\n--catatan", "tidak dikenal"),
        ("SELECT ';' AS kiri_id", "DELETE FROM data.temuan", "tepat satu SELECT"),
        ("SELECT ';' AS kiri_id", "SELECT 1; SELECT 2", "tepat satu SELECT"),
    ],
)
def test_a_rule_file_that_does_not_keep_to_the_form_is_refused(old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(rules.RuleError, match=message):
        rules.parse_rule("A99_nama.sql", GOOD.replace(old, new))


def test_the_printed_catalogue_is_current() -> None:
    printed = (DOCS / "aturan.md").read_text(encoding="utf-8")
    assert printed == rules.render_catalogue(), "jalankan: python -m warehouse.rules > docs/aturan.md"


def test_known_scales_are_regular_expressions_with_bounds(con: duckdb.DuckDBPyConnection) -> None:
    rules.run_rules(con, set())
    scales = con.execute("SELECT macam, atas, regexp_matches('x', pola) FROM data.acuan_skala").fetchall()
    assert scales
    assert {kind for kind, _, _ in scales} == {"persen", "indeks"}
    assert all(high is not None for kind, high, _ in scales if kind == "indeks")
