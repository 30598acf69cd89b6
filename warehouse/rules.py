"""The rule book: every inconsistency rule is one SQL file that documents itself; here they are read and run.

A rule file (`warehouse/rules/<ID>_<name>.sql`) starts with comment lines `-- key: text` (`HEADER` below; a
text goes on in lines `--   more text`) and holds one SELECT over the tables of schema `data`, with the columns
of `COLUMNS` and, where a row's severity is not the header's, `tingkat`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any

import duckdb

from models.errors import ErrorCode, Problem
from models.ids import content_id
from models.link import Severity, Verdict
from models.mark import Mark
from models.region import Region
from warehouse.causes import find_causes
from warehouse.headed import HeaderError, read_headed
from warehouse.prepared import prepare
from warehouse.store import append_rows
from warehouse.yardsticks import NO_SETTINGS, store_yardsticks

HEADER: Mapping[str, str] = {
    "id": "id",
    "nama": "name",
    "membandingkan": "compares",
    "tingkat": "severity",
    "dasar": "basis",
    "contoh": "example",
    "perbaikan": "remedy",
    "sejak": "since",
}
"""Keys of a rule file's header, in the order in which they must stand, and the fields of `Rule` they fill."""

COLUMNS = (
    "kiri_id",
    "kanan_id",
    "tahun",
    "nilai_kiri",
    "nilai_kanan",
    "uraian",
    "dicari_di",
    "putusan",
    "keyakinan",
)
"""Columns that a rule's SELECT must give; `tingkat` may follow. Types as in data.temuan."""

GROUPS: Mapping[str, str] = {
    "A": "Kelengkapan turunan antar dokumen",
    "B": "Yatim dan ganda",
    "C": "Rumusan, definisi, dan satuan",
    "D": "Target dan kondisi awal",
    "E": "Pagu",
    "F": "Kode dan nomenklatur",
    "G": "Mutu indikator",
    "H": "Antarbab dalam satu dokumen",
    "I": "Tenggat dan kelengkapan formal",
}
"""Letters of the rule book (consistency rules A to I) and what they are about."""


class RuleError(ValueError):
    """A rule file does not keep to the form; the message names the file and what is missing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the book.

    Attributes:
        id: catalogue id, a letter and two digits.
        name: Indonesian, what is wrong in a few words.
        compares: Indonesian, which facts are held against each other and when it stays silent.
        severity: weight of its findings unless a row says otherwise.
        basis: regulation or practice, and whether verified.
        example: Indonesian, one example.
        remedy: Indonesian, what to do about a finding.
        since: version of Selaras that brought it.
        sql: the SELECT.
    """

    id: str
    name: str
    compares: str
    severity: Severity
    basis: str
    example: str
    remedy: str
    since: str
    sql: str


@cache
def load_rules() -> tuple[Rule, ...]:
    """All rules, ordered by id.

    Raises:
        RuleError: a file does not keep to the form.
    """
    folder = resources.files("warehouse") / "rules"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=lambda f: f.name)
    rules = tuple(parse_rule(file.name, file.read_text(encoding="utf-8")) for file in files)
    if doubled := [id_ for id_, count in Counter(rule.id for rule in rules).items() if count > 1]:
        raise RuleError(f"Aturan {', '.join(doubled)} ada di lebih dari satu berkas.")
    return rules


def parse_rule(file_name: str, text: str) -> Rule:
    """Read one rule file.

    Args:
        file_name: `<ID>_<name>.sql`; the header's id must be the same.
        text: its content.

    Raises:
        RuleError: a header line is missing, empty, doubled or out of order, or there is no single SELECT.
    """
    try:
        header, sql = read_headed(file_name, text, tuple(HEADER))
    except HeaderError as error:
        raise RuleError(str(error)) from None
    if not re.fullmatch(r"[A-I]\d\d", header["id"]) or not file_name.startswith(header["id"] + "_"):
        raise RuleError(f"{file_name}: id '{header['id']}' tidak sesuai dengan nama berkas.")
    if header["tingkat"] not in list(Severity):
        raise RuleError(f"{file_name}: tingkat '{header['tingkat']}' bukan salah satu dari K, M, m, i.")
    fields: dict[str, Any] = {HEADER[key]: value for key, value in header.items()}
    fields["severity"] = Severity(header["tingkat"])
    return Rule(**fields, sql=sql)


def run_rules(con: duckdb.DuckDBPyConnection, only: Collection[str] | None = None, region: Region = NO_SETTINGS) -> int:
    """Run the rules over the facts of schema `data` and fill `data.aturan` and `data.temuan`.

    Findings of the rules that run replace their earlier ones. A rule that fails gives no finding and a row of
    `data.masalah`; the others go on.

    Args:
        con: the staging connection (`store.open_staging`).
        only: ids of the rules to run, None for all.
        region: its severities stand in for those of the headers, and rules that it switched off do not run.
            Its thresholds and lists are stored before (`warehouse.region.store_region`).

    Returns:
        Number of findings of the rules that ran.
    """
    rules = [rule for rule in load_rules() if only is None or rule.id in only]
    store_yardsticks(con)
    prepare(con)
    total = 0
    for rule in rules:
        con.execute("DELETE FROM data.aturan WHERE aturan = ?", [rule.id])
        con.execute("DELETE FROM data.temuan WHERE aturan = ?", [rule.id])
        con.execute("DELETE FROM data.masalah WHERE lokasi = ?", [_place(rule)])
        off = region.off.get(rule.id)
        rule = replace(rule, severity=region.severities.get(rule.id, rule.severity))
        append_rows(con, "data.aturan", [_catalogue_row(rule) | {"dimatikan": off}])
        if off:
            continue
        try:
            total += append_rows(con, "data.temuan", findings(con, rule))
        except (duckdb.Error, RuleError) as error:
            append_rows(con, "data.masalah", [_failure_row(rule, error)])
    find_causes(con)
    return total


def findings(con: duckdb.DuckDBPyConnection, rule: Rule) -> list[dict[str, Any]]:
    """Rows of `data.temuan` of one rule, in a stable order; nothing is stored.

    A finding's id is made of the rule and of both sides' ids, so that it is the same finding when its values or
    years change.

    Raises:
        duckdb.Error: the rule's SQL fails.
        RuleError: its columns or verdicts are not those of the contract.
    """
    result = con.execute(rule.sql)
    columns = tuple(str(name) for name, *_ in result.description)
    if set(columns) - {"tingkat"} != set(COLUMNS):
        raise RuleError(f"{rule.id}: kolom harus {', '.join(COLUMNS)} (dan boleh tingkat).")
    rows = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    rows.sort(key=lambda row: tuple(str(row[name]) for name in COLUMNS[:6]))
    return list(_identified(rule, rows))


def store_marks(con: duckdb.DuckDBPyConnection, marks: Iterable[Mark]) -> None:
    """Fill `data.tanda_temuan` anew with the latest mark of each finding."""
    con.execute("DELETE FROM data.tanda_temuan")
    append_rows(
        con,
        "data.tanda_temuan",
        (
            {
                "temuan_id": mark.finding,
                "status": mark.status,
                "alasan": mark.reason,
                "oleh": mark.by,
                "pada": datetime.fromisoformat(mark.at).astimezone(UTC).replace(tzinfo=None),
                "sampai": mark.until,
                "uraian": mark.text,
            }
            for mark in marks
        ),
    )


def _identified(rule: Rule, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row["putusan"] not in list(Verdict):
            raise RuleError(f"{rule.id}: putusan '{row['putusan']}' tidak dikenal.")
        sides = (row["kiri_id"], row["kanan_id"])
        seen[sides] += 1
        repeat = seen[sides] if seen[sides] > 1 else None
        yield {
            **row,
            "temuan_id": content_id("f", rule.id, *sides, repeat),
            "aturan": rule.id,
            "tingkat": row.get("tingkat") or rule.severity.value,
            "keyakinan": round(float(row["keyakinan"]), 3),
        }


def _place(rule: Rule) -> str:
    return f"aturan {rule.id}"


def _failure_row(rule: Rule, error: Exception) -> dict[str, Any]:
    problem = Problem(
        ErrorCode.INTERNAL,
        f"Aturan {rule.id} ({rule.name}) tidak dapat dijalankan: {str(error).splitlines()[0]}",
        "Temuan aturan lain tetap berlaku; laporkan kesalahan ini kepada pengelola Selaras.",
    )
    return {
        "lokasi": _place(rule),
        "kode_galat": problem.code,
        "pesan": problem.message,
        "perbaikan": problem.remedy,
    }


def _catalogue_row(rule: Rule) -> dict[str, Any]:
    return {
        "aturan": rule.id,
        "nama": rule.name,
        "tingkat": rule.severity,
        "dibandingkan": rule.compares,
        "dasar": rule.basis,
        "contoh": rule.example,
        "perbaikan": rule.remedy,
        "sejak": rule.since,
        "sql": rule.sql,
    }


def render_catalogue() -> str:
    """The rule book as Markdown (docs/aturan.md), made from the headers of the rule files."""
    severities = {"K": "kritis", "M": "mayor", "m": "minor", "i": "info"}
    lines = [
        "# Buku aturan",
        "",
        "Berkas ini dibuat dari kepala berkas `warehouse/rules/*.sql` (`python -m warehouse.rules`); jangan disunting.",
        "",
        "Tingkat: K kritis, M mayor, m minor, i info. Putusan tiap temuan: `tidak konsisten`, atau `perlu diperiksa`",
        "bila hasil bacaan atau tautannya belum pasti. Contoh yang harus dan tidak boleh menjadi temuan ada di",
        "`tests/cases/<ID>.toml`.",
        "",
        "| Aturan | Nama | Tingkat |",
        "|---|---|---|",
    ]
    rules = load_rules()
    lines += [f"| [{rule.id}](#{rule.id.lower()}) | {rule.name} | {rule.severity.value} |" for rule in rules]
    letter = ""
    for rule in rules:
        if rule.id[0] != letter:
            letter = rule.id[0]
            lines += ["", f"## {letter}. {GROUPS[letter]}"]
        lines += [
            "",
            f'### <a id="{rule.id.lower()}"></a>{rule.id} {rule.name}',
            "",
            f"- **Membandingkan**: {rule.compares}",
            f"- **Tingkat**: {severities[rule.severity.value]} ({rule.severity.value})",
            f"- **Dasar**: {rule.basis}",
            f"- **Contoh**: {rule.example}",
            f"- **Perbaikan**: {rule.remedy}",
            f"- **Sejak**: {rule.since}",
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(render_catalogue(), end="")
